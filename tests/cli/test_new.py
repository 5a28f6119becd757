"""`dateline new`: each kind of record from options, from answers, and from an issue that was filled in."""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.cli import new_record as desk
from dateline.editing import drafting
from dateline.editing.drafting import KnownRecords, free_id
from dateline.editing.drafting.record_text import record_text
from dateline.editing.mending import form_of, mended
from dateline.ground.problems import Code, has_errors
from dateline.records import loading
from dateline.records.chronology import link
from dateline.records.types import RecordKind
from dateline.site import checking
from dateline.site.settings import Settings
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import CASES, ROOT

FORMS = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")}
EVENT = (
    *("event", "--title", "The mill stands in water", "--date", "2020-05-04", "--kind", "flood"),
    *("--claim", "The mill stood in water.", "--source", "herald-2020-05-04", "--paragraph", "1"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "small" / "content", tmp_path / "content")
    shutil.copytree(ROOT / ".github" / "ISSUE_TEMPLATE", tmp_path / ".github" / "ISSUE_TEMPLATE")
    (tmp_path / ".vscode" / "schemas").mkdir(parents=True)
    for name in ("event", "place"):
        (tmp_path / ".vscode" / "schemas" / f"{name}.schema.json").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*arguments: str | Path, said: str | None = None) -> Result:
    return CliRunner().invoke(main, ["new", *map(str, arguments)], input=said)


def codes(folder: Path) -> set[Code]:
    return {problem.code for problem in checking.check(Settings.of(folder))}


# --- from options ----------------------------------------------------------------------------------------------------


def test_an_event_is_complete_valid_and_commented(folder: Path) -> None:
    done = new(*EVENT, "--place", "Lower Wend", "--actor", "council:Rescuer", "--by", "The mayor", "--by", "council")
    assert done.exit_code == 0, done.output
    path = folder / "content" / "events" / "2020" / "2020-05-04-the-mill-stands-in-water.yml"
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.BaseLoader) == {  # noqa: S506 - makes nothing but text
        "title": "The mill stands in water",
        "date": "2020-05-04",
        "kind": "flood",
        "places": [{"place": "lower-wend"}],
        "actors": [{"actor": "council", "role": "rescuer"}],
        "claims": [
            {
                "id": "mill-stood-water",
                "text": "The mill stood in water.",
                "reports": [{"by": ["mayor", "council"], "cite": {"source": "herald-2020-05-04", "paragraph": "1"}}],
            }
        ],
    }
    assert text.startswith("# yaml-language-server: $schema=../../../.vscode/schemas/event.schema.json\n")
    assert (path.parent / text.split("$schema=")[1].split("\n")[0]).resolve().is_file()
    assert "# summary: " in text
    assert "Written: content/events/2020/2020-05-04-the-mill-stands-in-water.yml" in done.output
    assert "public repository" not in done.output
    assert codes(folder) == {Code.TITLE_OF_ONE_VOICE}  # to be judged by the editor


@pytest.mark.parametrize(
    "arguments",
    [
        EVENT,
        ("actor", "--name", "Ferry", "--kind", "organisation", "--part-of", "council", "--alias", "no"),
        ("place", "--name", "Mill: old", "--kind", "town", "--within", "lower-wend", "--lat", "1", "--lon", "2"),
        (
            *("dispute", "--question", "Was it so?", "--kind", "occurrence", "--would-settle", "A log."),
            *("--position", "Yes=2020-05-dam-release#released", "--position", "No=2020-05-03-warning#warned"),
        ),
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_kind_stands_in_its_form_and_every_comment_made_a_key_is_one_that_the_record_takes(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    before = {path for path in folder.rglob("*") if path.is_file()}
    extra = ("--located-by", "a gazetteer") if arguments[0] == "place" else ()
    done = new(*arguments, *extra)
    assert done.exit_code == 0, done.output
    assert not has_errors(checking.check(Settings.of(folder)))
    [path] = {path for path in folder.rglob("*") if path.is_file()} - before
    text = path.read_text(encoding="utf-8")
    form = form_of(path.relative_to(folder / "content"))
    assert form is not None
    assert mended(text, form, is_markdown=path.suffix == ".md") == text
    path.write_text(re.sub(r"^( *)# (\w+: .*)  # ", r"\1\2  # ", text, flags=re.MULTILINE))
    assert path.read_text() != text
    assert not codes(folder) & {Code.UNKNOWN_KEY, Code.YAML_SYNTAX, Code.SURPRISING_TYPE}


def test_a_person_is_named_for_a_reason(folder: Path) -> None:
    done = new("actor", "--name", "Ada Wend", "--kind", "person", "--named-because", "She held the sluice.")
    assert (done.exit_code, "named-without-reason" in done.output) == (0, False)
    assert "named_because: She held the sluice." in (folder / "content/actors/ada-wend.md").read_text(encoding="utf-8")


def test_nothing_is_overwritten_and_a_second_record_gets_an_id_of_its_own(folder: Path) -> None:
    assert new(*EVENT).exit_code == 0
    path = folder / "content" / "events" / "2020" / "2020-05-04-the-mill-stands-in-water.yml"
    before = path.read_bytes()
    assert "nothing is overwritten" in new(*EVENT, "--id", path.stem).output
    again = new(*EVENT)
    assert (again.exit_code, f"the paragraphs of event '{path.stem}'" in again.output) == (2, True)
    assert new(*EVENT, "--claim", "The mill stood in water till dusk.").exit_code == 0
    assert path.with_stem(f"{path.stem}-2").is_file()
    assert path.read_bytes() == before
    buried = new(*EVENT, "--id", "2020-05-05-second-flood")
    assert (buried.exit_code, "there is, or was" in buried.output) == (2, True)


@pytest.mark.parametrize("id_", ["../../evil", "/etc/x", "A", "a--b", ""])
def test_an_id_cannot_leave_its_folder(folder: Path, id_: str) -> None:
    before = sorted(folder.rglob("*"))
    assert new(*EVENT, "--id", id_).exit_code == 2
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    "changed, told",
    [
        (("--kind", "flod"), "did you mean 'flood'?"),
        (("--place", "lower-wendt"), "did you mean 'lower-wend'?"),
        (("--actor", "concil"), "did you mean 'council'?"),
        (("--source", "herald-2020-05-40"), "did you mean 'herald-2020-05-04'?"),
        (("--paragraph", "9"), "has no paragraph 9"),
        (("--date", "4/5/2020"), "2020-05-04"),
        (("--date-basis", "guessed"), "none of: stated"),
        (("--claim-id", "Not an id"), "no id"),
        (("--claim-id", "nul"), "Windows keeps the name"),
        (("--id", "com1"), "Windows keeps the name 'com1' for itself: take another, such as com1-1"),
    ],
)
def test_a_wrong_answer_is_told_with_what_may_be_meant(folder: Path, changed: tuple[str, str], told: str) -> None:
    done = new(*EVENT, *changed)
    assert (done.exit_code, told in done.output.replace("\n", " ")) == (2, True), done.output
    assert codes(folder) == set()


def test_where_nobody_can_be_asked_all_that_is_missing_is_named_at_once(folder: Path) -> None:
    done = new("event", "--title", "x")
    assert done.exit_code == 2
    assert "--date, --kind, --claim, --source, --paragraph" in done.output
    assert "say what is new" in new().output
    assert codes(folder) == set()


def test_a_new_source_is_one_made_of_its_article() -> None:
    assert "--published" in new("source", "--help").output


# --- from answers ----------------------------------------------------------------------------------------------------


def test_in_a_terminal_what_is_missing_is_asked_and_asked_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "can_ask", lambda: True)
    answers = ["The mill stands in water", "2020-05-04", "", "flod", "flood", "Lower Wend", "", "It stood in water."]
    answers += ["herald-2020-05-04", "The river Wend", "mayor", "", ""]
    done = new("event", said="".join(f"{answer}\n" for answer in answers))
    assert done.exit_code == 0, done.output
    assert "did you mean 'flood'?" in done.output
    assert "  2  The mayor said …" in done.output
    path = folder / "content" / "events" / "2020" / "2020-05-04-the-mill-stands-in-water.yml"
    assert "cite: {source: herald-2020-05-04, paragraph: 1}" in path.read_text()
    assert codes(folder) == {Code.TITLE_OF_ONE_VOICE}


DATED = [
    ("17 November 2017", (), "2017/2017-11-17-mill-stands", "date: 2017-11-17\n"),
    ("14:30 on 8 November 2017", (), "2017/2017-11-08-mill-stands", 'date: "2017-11-08T14:30"\n'),
    ("27 Safar 1439", (), "2017/2017-11-mill-stands", "date: 1439-02-27\ncalendar: hijri\n"),
    (
        "25 October 1917",
        ("--calendar", "julian"),
        "1917/1917-11-07-mill-stands",
        "date: 1917-10-25\ncalendar: julian\n",
    ),
    ("15 March 44 BC", ("--calendar", "gregorian"), "-0043/44-bce-03-15-mill-stands", 'date: "-0043-03-15"\n'),
    ("before 2017-11-18", (), "2017/2017-11-17-mill-stands", 'date: "[..2017-11-17]"\n'),
]


@pytest.mark.parametrize("typed, more, path, written", DATED)
def test_a_date_is_taken_as_people_type_it(
    folder: Path, typed: str, more: tuple[str, ...], path: str, written: str
) -> None:
    masthead = folder / "content" / "chronology.yml"
    masthead.write_text(f"{masthead.read_text(encoding='utf-8')}timezone: Europe/Berlin\n", encoding="utf-8")
    options = ("--title", "Mill stands", "--date", typed, *EVENT[5:], "--date-wording", typed, *more, "--draft")
    done = new("event", *options)
    assert done.exit_code == 0, done.output
    assert "Read as " in done.output
    text = (folder / "content" / "events" / f"{path}.yml").read_text(encoding="utf-8")
    assert written in text
    assert f"date_wording: {typed}\n" in text or f'date_wording: "{typed}"\n' in text
    assert not has_errors(checking.check(Settings.of(folder)))


@pytest.mark.parametrize(
    "options, told",
    [
        (("--date", "02/03/2031"), "write 2031-03-02 for 2 March 2031, or 2031-02-03 for 3 February 2031"),
        (("--date", "yesterday"), "with date_basis: relative"),
        (("--date", "27 Safar 1439", "--calendar", "julian"), "is of the hijri calendar, not of the julian one"),
        (("--date", "1439-02-31", "--calendar", "hijri"), "its month 2 of the year 1439 has 29 days"),
        (("--date", "2017-11-08", "--calendar", "lunar"), "lunar"),
        (("--date", "2017-11-08T14:30"), "add timezone there"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_may_be_several_dates_or_none_is_asked_again(options: tuple[str, ...], told: str) -> None:
    done = new("event", "--title", "x", *options, *EVENT[5:])
    assert done.exit_code == 2
    assert told in " ".join(done.output.split())


def test_a_day_before_our_calendar_is_asked_for_its_own_and_for_its_wording(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "can_ask", lambda: True)
    answers = [
        "Mill stands",
        "4 September 476",
        "julain",
        "julian",
        "pridie nonas Septembres",
        "inferred",
        "Of its day.",
    ]
    answers += ["flood", "", "", "It stood in water.", "herald-2020-05-04", "1", "", "", ""]
    done = new("event", "--draft", said="".join(f"{answer}\n" for answer in answers))
    assert done.exit_code == 0, done.output
    assert "'julian'" in done.output
    (path,) = (folder / "content" / "events" / "0476").glob("*.yml")
    assert path.stem == "0476-09-05-mill-stands"
    written = path.read_text(encoding="utf-8")
    for line in ("date: 0476-09-04", "calendar: julian", "date_wording: pridie nonas Septembres"):
        assert f"\n{line}\n" in written


# --- a claim ---------------------------------------------------------------------------------------------------------


def test_a_claim_is_added_and_every_other_line_stays(folder: Path) -> None:
    path = folder / "content" / "events" / "2020" / "2020-05-04-market-flooded.yml"
    before = path.read_text(encoding="utf-8")
    arguments = (
        "claim",
        path.stem,
        "--text",
        "The bridge: closed",
        "--source",
        "herald-2020-05-04",
        "--paragraph",
        "2",
    )
    done = new(*arguments, "--by", "mayor", "--stance", "doubts")
    assert done.exit_code == 0, done.output
    after = path.read_text(encoding="utf-8")
    start, added, rest = after.partition("  - id: bridge-closed\n")
    assert start + rest[rest.index("history:") :] == before
    assert '    text: "The bridge: closed"\n' in rest
    assert "        stance: doubts\n" in rest
    assert added
    assert codes(folder) == set()
    assert new(*arguments, "--id", "bridge-closed").exit_code == 2


def test_comments_below_the_last_claim_stay_with_it(folder: Path) -> None:
    path = folder / "content" / "events" / "2020" / "2020-05-04-market-flooded.yml"
    before = path.read_text(encoding="utf-8")
    head, claims, rest = before.partition("history:")
    assert claims
    own = "        # read on paper only\n\n    # of the claim\n"
    path.write_text(f"{head}{own}# of the event\n{claims}{rest}", encoding="utf-8")
    done = new("claim", path.stem, "--text", "Closed", "--source", "herald-2020-05-04", "--paragraph", "2")
    assert done.exit_code == 0, done.output
    after = path.read_text(encoding="utf-8")
    assert after.startswith(f"{head}{own}  - id: closed\n")
    assert after.endswith(f"# of the event\n{claims}{rest}")


def test_no_example_becomes_a_fact_when_its_comment_is_uncommented(folder: Path) -> None:
    text = (folder / "content" / "events" / "2020" / "2020-05-04-market-flooded.yml").read_text(encoding="utf-8")
    lines = record_text(RecordKind.EVENT, {"title": text[:5]}).splitlines()
    blanks = [line for line in lines if line.startswith("# ") and ": " in line]
    assert blanks
    assert all(line.partition(": ")[2].startswith("…  # ") for line in blanks)


def test_a_claim_is_not_added_where_it_cannot_be_added_safely(folder: Path) -> None:
    path = folder / "content" / "places" / "wend.yml"
    assert new("claim", "no-such-event", "--text", "x").exit_code == 2
    event = folder / "content" / "events" / "2020" / "2020-05-07-x.yml"
    report = "{by: [], cite: {source: herald-2020-05-04, paragraph: 1}}"
    event.write_text(f"title: x\ndate: 2020-05-04\nkind: flood\nclaims: [{{id: a, text: b, reports: [{report}]}}]\n")
    before = event.read_bytes()
    done = new("claim", event.stem, "--text", "c", "--source", "herald-2020-05-04", "--paragraph", "1")
    assert (done.exit_code, "by hand" in done.output) == (1, True)
    assert event.read_bytes() == before
    assert path.is_file()


# --- from an issue ---------------------------------------------------------------------------------------------------


def issue(form: str, **answers: str) -> str:
    """Return an issue as GitHub renders it: a heading for each label, the answer or "_No response_" below it."""
    described = drafting.form_of_yaml(form, FORMS[form])
    assert described is not None
    shown = {label: answers.get(id_.replace("-", "_"), "_No response_") for label, id_ in described.fields.items()}
    return "\n\n".join(f"### {label}\n\n{answer}" for label, answer in shown.items())


SUGGESTED = {
    "headline": "The mill stands in water",
    "date": "2020-05",
    "date_basis": "reckoned from another date in the source",
    "date_note": "Two days after the weekend.",
    "place": "Lower Wend, Atlantis",
    "actors": "Council of Lower Wend",
    "claim": "The mill stood in water.\n- The miller left.",
    "speaker": "The mayor",
    "source_address": "http://www.herald.example/wend-breaks-its-banks?page=1&lang=en",
    "paragraph": "The mayor said",
}


def test_a_suggested_event_becomes_a_draft_that_lacks_only_what_the_form_does_not_ask(folder: Path) -> None:
    (folder / "issue.md").write_text(issue("event", **SUGGESTED))
    done = new("--from-issue", "issue.md")
    assert done.exit_code == 0, done.output
    assert "in a public repository anybody can read it" in done.output
    path = folder / "content" / "events" / "2020" / "2020-05-the-mill-stands-in-water.yml"
    text = path.read_text()
    assert "# kind: …  # the form does not ask; one of: flood, statement" in text
    assert codes(folder) == {Code.DRAFT_LACKS}
    path.write_text(text.replace("# kind: …", "kind: flood"))
    assert codes(folder) == set()
    record = loading.load(folder / "content", folder)[0].records[RecordKind.EVENT][path.stem].record
    assert (record.state, record.date.text, record.date_basis) == ("draft", "2020-05", "relative")
    assert [claim.text for claim in record.claims] == ["The mill stood in water.", "The miller left."]
    assert {(report.by, report.cite.paragraph) for claim in record.claims for report in claim.reports} == {
        (("mayor",), 2)
    }


def test_a_suggested_source_becomes_a_draft_and_a_known_one_is_told(folder: Path) -> None:
    said = {"source_address": "https://a.example/b", "source_title": "Flood: again", "publisher": "The Gazette"}
    (folder / "issue.md").write_text(issue("source", **said, published="2020-05-06", adds="A second voice."))
    done = new("--from-issue", "issue.md")
    assert done.exit_code == 0, done.output
    assert "in a public repository anybody can read it all the same" in done.output
    text = (folder / "content" / "sources" / "gazette-2020-05-06.yml").read_text()
    assert 'title: "Flood: again"\npublisher: gazette\n' in text
    assert "# adds: A second voice." in text
    said["source_address"] = SUGGESTED["source_address"]
    (folder / "issue.md").write_text(issue("source", **said))
    assert "recorded already: herald-2020-05-04" in new("--from-issue", "issue.md").output


@pytest.mark.parametrize(
    "address",
    [
        "https://www.herald.example/wend-breaks-its-banks?lang=en&page=1#top",
        "https://archive.example/2020/herald",
        "https://copy.example/banks",
    ],
)
def test_a_suggested_source_that_is_known_by_its_archive_or_a_copy_is_told(folder: Path, address: str) -> None:
    herald = folder / "content" / "sources" / "herald-2020-05-04.yml"
    herald.write_text(herald.read_text().replace("url: null}", "url: https://copy.example/banks}"))
    (folder / "issue.md").write_text(issue("source", source_address=address, source_title="Another title"))
    before = sorted(folder.rglob("*"))
    assert "recorded already: herald-2020-05-04" in new("--from-issue", "issue.md").output
    assert sorted(folder.rglob("*")) == before


def test_a_suggested_source_with_a_known_title_says_so_in_its_draft(folder: Path) -> None:
    said = {
        "source_address": "https://a.example/b",
        "source_title": "WEND  breaks its banks",
        "publisher": "The Gazette",
    }
    (folder / "issue.md").write_text(issue("source", **said, published="2020-05-06"))
    done = new("--from-issue", "issue.md")
    assert "It has the title of herald-2020-05-04: is it the same text, or a copy?" in done.output
    text = next((folder / "content" / "sources").glob("*2020-05-06.yml")).read_text()
    assert "# Recorded with this title: herald-2020-05-04. If it is the same text, say so with copy_of." in text


def test_an_event_that_is_suggested_a_second_time_says_so(folder: Path) -> None:
    (folder / "issue.md").write_text(issue("event", **SUGGESTED))
    assert "an event of this day and headline" not in new("--from-issue", "issue.md").output
    again = new("--from-issue", "issue.md").output
    assert "There is, or was, an event of this day and headline: 2020-05-the-mill-stands-in-water" in again
    (draft,) = (folder / "content" / "events").rglob("*-water-2.yml")
    assert (
        "# An event of this day and headline is, or was, recorded: 2020-05-the-mill-stands-in-water."
        in draft.read_text()
    )


@pytest.mark.parametrize(
    "content, told",
    [
        (b"body: [\n", "this is no YAML"),
        (b"\xff\xfe\0", "is no text in UTF-8"),
        (b"# \0", "holds the character U+0000"),
        (b"#" * 300_000, "is larger than"),
    ],
)
def test_a_form_of_the_project_that_cannot_be_read_is_told_in_a_sentence(
    folder: Path, content: bytes, told: str
) -> None:
    (folder / ".github" / "ISSUE_TEMPLATE" / "a.yml").write_bytes(content)
    (folder / "issue.md").write_text(issue("event", **SUGGESTED))
    done = new("--from-issue", "issue.md")
    assert done.exit_code == 1
    assert told in done.output
    assert "ISSUE_TEMPLATE/a.yml" in done.output.replace("\n", "")


@pytest.mark.parametrize("text", ["body: 3", "body: [{id: a}]", "body: [{id: a, attributes: 3}]", "[]", "3", ""])
def test_a_form_that_asks_nothing_is_none(text: str) -> None:
    assert drafting.form_of_yaml("a", text) is None


def test_a_contested_claim_is_found_and_nothing_is_written(folder: Path) -> None:
    (folder / "issue.md").write_text(issue("contest", record="claim 2020-05-dam-release#released", wrong="x"))
    done = new("--from-issue", "issue.md")
    assert "content/events/2020/2020-05-dam-release.yml" in done.output
    assert codes(folder) == set()


@pytest.mark.parametrize("text", ["", "hello", "### Headline\n\nx", "### Record\n\n" * 50, "x" * 70_000], ids=range(5))
def test_what_is_no_filled_in_form_is_refused(folder: Path, text: str) -> None:
    (folder / "issue.md").write_text(text)
    assert new("--from-issue", "issue.md").exit_code == 1
    assert codes(folder) == set()


HOSTILE = st.text(max_size=60) | st.sampled_from(
    [
        *("../../x", "a\nclaims: []\nstate: published", "# x\n--- \n!!python/object:os.system", "{a: *b}", "&a"),
        *("### Headline\n\nx", "\x1b[31m", "```yaml\nx: y\n```", "'\"", "\u202e", "y" * 5000, "\x85", "- - -"),
    ]
)


@cache
def small_shelf() -> KnownRecords:
    content = CASES / "small" / "content"
    return KnownRecords(loading.load(content, content.parent)[0])


@settings(max_examples=60)
@given(st.fixed_dictionaries({key: HOSTILE for key in SUGGESTED if key != "date"}))
def test_whatever_an_issue_says_it_is_only_text_of_a_draft(answers: dict[str, str]) -> None:
    forms = [form for name, text in FORMS.items() if (form := drafting.form_of_yaml(name, text))]
    try:
        filled = drafting.read_issue(issue("event", **answers, date="2020-05-04"), forms)
    except drafting.IssueError:
        return
    values = drafting.event_of(filled, small_shelf())
    text = drafting.record_text(RecordKind.EVENT, values, head=drafting.remarks_of(filled))
    read = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text
    assert read["state"] == "draft"
    assert set(read) <= {"title", "date", "date_basis", "date_note", "places", "actors", "claims", "state"}
    for key in ("title", "date_note"):
        assert read.get(key) in {None, values[key]}
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("name", sorted(FORMS.keys() - {"config"}))
def test_whoever_fills_in_a_form_is_told_that_it_is_public(name: str) -> None:
    assert "What you write here is public" in FORMS[name]


def test_the_forms_have_the_fields_that_drafts_are_made_of() -> None:
    event, source = (drafting.form_of_yaml(name, FORMS[name]) for name in ("event", "source"))
    assert event is not None
    assert source is not None
    assert set(event.fields.values()) >= {key.replace("_", "-") for key in SUGGESTED}
    assert len(event.choices["date-basis"]) == 4
    assert set(source.fields.values()) >= {"source-address", "source-title", "publisher", "published", "language"}


@pytest.mark.parametrize(
    "base, taken, free",
    [("con", (), "con-1"), ("aux", ("aux-1",), "aux-2"), ("well", (), "well"), ("well", ("well",), "well-2")],
)
def test_an_id_that_is_made_is_free_and_none_that_windows_keeps(base: str, taken: tuple[str, ...], free: str) -> None:
    assert free_id(base, taken) == free


# --- what may be there already ---------------------------------------------------------------------------------------


SAME = {
    "actor": (("--name", "council of  lower Wend", "--kind", "organisation"), "is the name of 'council'"),
    "place": (("--name", "The  Wend", "--kind", "river", "--id", "the-wend"), "'the Wend' is an alias of 'wend'"),
    "dispute": (
        (
            *("--question", "How many  people were evacuated?", "--kind", "figure", "--would-settle", "A list."),
            *("--position", "Yes=2020-05-dam-release#released", "--position", "No=2020-05-03-warning#warned"),
        ),
        "is the question of 'how-many-evacuated'",
    ),
}


@pytest.mark.parametrize("kind", SAME)
def test_a_name_that_another_has_makes_no_second_record_unless_it_is_said_to_be_another(
    folder: Path, kind: str
) -> None:
    words, told = SAME[kind]
    before = sorted((folder / "content").rglob("*"))
    done = new(kind, *words)
    assert done.exit_code == 1
    assert told in done.output
    assert "--another" in done.output
    assert sorted((folder / "content").rglob("*")) == before
    assert new(kind, *words, "--another").exit_code == 0
    assert len(sorted((folder / "content").rglob("*"))) == len(before) + 1


@pytest.mark.parametrize("answer, status", [("n", 1), ("y", 0)])
def test_in_a_terminal_it_is_asked_whether_it_is_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
) -> None:
    monkeypatch.setattr(desk, "can_ask", lambda: True)
    done = new("actor", "--name", "Nobody yet", "--kind", "person", "--alias", "The Mayor", said=f"\n\n\n{answer}\n")
    assert "Is it another actor all the same?" in done.output
    assert done.exit_code == status, done.output
    assert (folder / "content" / "actors" / "nobody-yet.md").exists() == (status == 0)
    assert "the same command goes on" not in done.output


@pytest.mark.usefixtures("folder")
def test_an_event_of_the_same_day_kind_place_and_actor_is_told() -> None:
    done = new(*EVENT, "--place", "lower-wend", "--actor", "council:rescuer")
    assert "warning: event '2020-05-04-market-flooded' has this day, kind, place and actor" in done.output
    assert "has this day" not in new(*EVENT, "--place", "wend", "--actor", "council:rescuer").output


@pytest.mark.usefixtures("folder")
def test_a_paragraph_that_is_reported_already_is_told() -> None:
    claim = ("--claim", "The market square was under water by noon already.", "--claim-id", "again")
    done = new(*EVENT[:7], *claim, "--source", "herald-2020-05-04", "--paragraph", "1")
    assert "warning: this paragraph is already reported in '2020-05-04-market-flooded#flooded'" in done.output


def test_the_real_records_entered_again_would_be_warned_of_at_most_twice() -> None:
    graph = link(loading.load(ROOT / "content", ROOT)[0], drafts=True)
    told = [(record.id, said) for record in graph.records() for said in drafting.known_already(graph, record)]
    assert len(told) <= 2, told
