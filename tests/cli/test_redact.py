"""A name that is redacted stands nowhere any more: not in records, ids and tombstones, nor in what is told of it."""

import json
import re
import sys
from pathlib import Path

import pytest
from dateline.editing.comparison import compare, read_version
from dateline.editing.comparison.as_words import as_json, as_text
from dateline.editing.comparison.markdown import Links, as_markdown
from dateline.editing.comparison.side_by_side import side_by_side
from dateline.editing.comparison.told_redacted import struck
from dateline.records.types.redacted import digest_of, is_digest, mark
from planted import FLOOD, GRAVES, MAYOR
from projects import ROOT
from revised_records import DAY, Desk

_NAME = re.compile(r"mayor|maire|رئيس|town.s head", re.IGNORECASE)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    project = Desk(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: A river\nplugins: [dateline]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return project


def _with_names(desk: Desk) -> None:
    """Name the mayor wherever a name can stand: in an id, an address, a comment, a tombstone, a history."""
    flood = desk.text(FLOOD)
    desk.write(FLOOD, flood.replace("id: evacuated", "id: the-mayor-counts"))
    for path in ("disputes/how-many-evacuated.md", "pages/brief.yml"):
        desk.write(path, desk.text(path).replace("market-flooded#evacuated", "market-flooded#the-mayor-counts"))
    desk.write(
        GRAVES,
        "tombstones:\n"
        "  - {kind: actor, id: old-mayor-of-wend, date: 2020-08-03, note: The mayor has one record., instead: mayor}\n"
        '  - {kind: claim, id: "2020-05-03-warning#mayors-word", date: 2020-08-03, note: Said twice.}\n',
    )
    desk.keep()


def test_a_name_is_nowhere_after_it_and_the_check_and_the_comparison_are_clean(desk: Desk) -> None:
    _with_names(desk)
    told = desk.done("redact", "The mayor", "mayor", "mayors", "--instead", "an official", *DAY)
    left = {
        path: text.decode("utf-8", "replace") for path, text in desk.files().items() if path.endswith(("yml", "md"))
    }
    assert [path for path, text in left.items() if _NAME.search(text) or _NAME.search(path)] == []
    assert (desk.content / "actors" / "redacted.md").is_file()
    assert "name: (redacted – an official)" in desk.text("actors/redacted.md")
    assert "by: [redacted, council]" in desk.text(FLOOD)
    assert "id: redacted-counts" in desk.text(FLOOD)
    assert "Looked for" in told
    assert "git filter-repo" in told
    assert desk.run("check").exit_code == 0
    before, after = (read_version(content, content.parent) for content in (desk.was / "content", desk.content))
    found = compare(before, after, ROOT / "templates")
    assert found.problems == ()
    said = "\n".join(
        (as_text(found), as_json(found, ("a", "b")), as_markdown(found, Links()), side_by_side(found.pages))
    )
    assert _NAME.search(said) is None
    assert "redacted" in said


def test_a_removed_id_leaves_a_digest_that_leads_on(desk: Desk) -> None:
    _with_names(desk)
    desk.done("redact", "mayor", "mayors", *DAY)
    stones = desk.text(GRAVES)
    buried = (("actor", "mayor"), ("actor", "old-mayor-of-wend"), ("claim", "2020-05-03-warning#mayors-word"))
    assert [one for one in buried if digest_of(*one) not in stones] == []
    assert (
        f"id: {digest_of('actor', 'mayor')}, date: 2026-11-29, note: A name was taken out., instead: redacted" in stones
    )
    assert digest_of("claim", "2020-05-04-market-flooded#the-mayor-counts") in stones


def test_a_redacted_id_is_never_used_again(desk: Desk) -> None:
    text = desk.text(MAYOR)
    desk.done("redact", "The mayor", "mayor", *DAY)
    desk.write(MAYOR, text.replace("The mayor", "Somebody").replace("names:", "#").replace("aliases:", "#"))
    told = desk.run("check").output
    assert "[buried-id] this actor has an id that was redacted" in told


def test_what_cannot_be_changed_is_told_with_its_place(desk: Desk) -> None:
    source = "sources/herald-2020-05-04.yml"
    address = "https://herald.example/the%2Dmayor-speaks"
    desk.write(source, re.sub(r"url: \S+", f"url: {address}", desk.text(source)))
    desk.write(FLOOD, f"# seen by the m&#97;yor\n{desk.text(FLOOD)}")
    told = desk.done("redact", "The mayor", *DAY)
    assert address in desk.text(source)
    assert re.search(r"content/sources/herald-2020-05-04.yml:\d+: it is in an address", told)
    assert f"content/{FLOOD}:1: it is written in another way" in told


def test_nothing_is_written_before_it_is_confirmed_or_where_it_would_break_something(desk: Desk) -> None:
    before = desk.files()
    told = desk.run("redact", "The mayor", *DAY, said="n\n").output
    assert "+name: (redacted)" in told
    assert "nothing was written" in told
    assert desk.files() == before
    assert "shorter than three letters" in desk.refused("redact", "ab")
    assert "no plain phrase" in desk.refused("redact", "The mayor", "--instead", "x: [y]")
    assert "Nothing to change." in desk.done("redact", "Nobody at all")


def test_replacements_are_written_outside_of_the_project_for_nobody_else(desk: Desk, tmp_path: Path) -> None:
    assert "outside of the project" in desk.refused("redact", "The mayor", "--replacements", "in.txt")
    folder = tmp_path.with_name(f"{tmp_path.name}-beside")
    folder.mkdir()
    file = folder / "replacements.txt"
    file.write_text("of another time, and for all to read", encoding="utf-8")
    file.chmod(0o644)
    desk.done("redact", "The mayor", "mayor", "--replacements", str(file), *DAY)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "literal:mayor==>redacted"
    assert "literal:رئيس البلدية==>(redacted)" in lines
    assert any(line.startswith("regex:(?i)") for line in lines)
    for written in folder.iterdir():
        assert sys.platform == "win32" or written.stat().st_mode & 0o777 == 0o600
    names = (folder / "replacements.txt.names").read_text(encoding="utf-8")
    function: dict[str, object] = {}
    body = "\n".join(f"    {line}" for line in names.splitlines())
    exec(f"def named(filename):\n{body}", function)  # noqa: S102 - as git filter-repo makes a function of it
    named = function["named"]
    assert callable(named)
    assert named(b"content/actors/mayor.md") == b"content/actors/redacted.md"


@pytest.mark.parametrize("kind", ["actor", "event", "claim"])
def test_a_digest_is_told_from_an_id_and_hides_it(kind: str) -> None:
    hidden = digest_of(kind, "an-event#the-mayor" if kind == "claim" else "the-mayor")
    assert is_digest(hidden)
    assert "mayor" not in hidden
    assert hidden != digest_of("place", "the-mayor")
    assert hidden.startswith("an-event#" if kind == "claim" else "redacted-")


@pytest.mark.parametrize("id_", ["redacted", "redacted-2", "redacted-dead", f"redacted-{'g' * 20}", "a" * 20])
def test_another_id_is_no_digest(id_: str) -> None:
    assert not is_digest(id_)


def test_a_mark_says_what_readers_may_know() -> None:
    assert (mark(), mark("a medic")) == ("(redacted)", "(redacted – a medic)")


def test_a_comparison_of_what_was_not_redacted_looks_for_nothing(desk: Desk) -> None:
    before = read_version(desk.was / "content", desk.was)
    assert struck(before, before, before) is None
    desk.write(FLOOD, desk.text(FLOOD).replace("under water by noon", "under water by one"))
    after = read_version(desk.content, desk.folder)
    assert struck(before, before, after) is None


def test_where_more_changed_than_the_name_the_older_text_is_not_told_at_all(desk: Desk) -> None:
    desk.write(FLOOD, desk.text(FLOOD).replace("under water by noon", "flooded when (redacted) came"))
    before, after = (read_version(content, content.parent) for content in (desk.was / "content", desk.content))
    told = as_text(compare(before, after, None))
    assert "under water by noon" not in told
    assert json.loads(as_json(compare(before, after, None), ("a", "b")))["differences"]
