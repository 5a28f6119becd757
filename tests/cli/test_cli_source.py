"""`dateline source`: records made from articles, and held against copies and addresses."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import founding
import pytest
import yaml
from click.testing import CliRunner, Result
from dateline.cli import intake, main
from dateline.ground.problems import Code
from dateline.site import checking
from dateline.site.settings import Settings
from projects import CASES, ROOT
from readings import source_of, write

ARTICLE = """The old well is shut

Harrow Gazette, 4 March 2021

The clerk of Lindwell said on Monday that the old well was shut until further notice.

Petitioners answered that the decision was made behind closed doors, and that the

council had asked nobody in the village before it took the key away from the warden.

If you like our work, please support the project: PayPal and other ways.
"""
SURE = ("--publisher", "harrow-gazette", "--published", "2021-03-04", "--id", "gazette-2021-03-04", "--join", "4+5")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small project, in which commands are run."""
    shutil.copytree(CASES / "base" / "content", tmp_path / "content")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that somebody sits at the terminal."""
    monkeypatch.setattr(intake, "can_ask", lambda: True)


def add(*arguments: str | Path, said: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["source", "add", *map(str, arguments)], input=said)


def verify(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["source", "verify", *map(str, arguments)])


def record(folder: Path, id_: str = "gazette-2021-03-04") -> dict[str, object]:
    read: dict[str, object] = yaml.safe_load((folder / "content" / "sources" / f"{id_}.yml").read_text("utf-8"))
    return read


def new_codes(folder: Path) -> set[Code]:
    return {problem.code for problem in checking.check(Settings.of(folder))}


# --- source add ------------------------------------------------------------------------------------------------------


def test_a_text_that_is_known_is_said_and_is_no_second_origin_unless_somebody_says_so(folder: Path) -> None:
    assert add("article.txt", *SURE, "--accessed", "2021-03-05").exit_code == 0
    again = ("article.txt", "--publisher", "lindwell-crier", "--published", "2021-03-06", "--join", "4+5")
    stopped = add(*again, "--id", "crier")
    assert stopped.exit_code == 1
    assert "Same text as 'gazette-2021-03-04' (¶ 1 is its ¶ 1, ¶ 2 is its ¶ 2, word for word)." in stopped.output
    assert "Say --copy-of gazette-2021-03-04 or --not-a-copy" in stopped.output
    assert not (folder / "content" / "sources" / "crier.yml").exists()
    taken = add(*again, "--id", "crier", "--yes")
    assert "Recorded as a copy of 'gazette-2021-03-04', so that it is no second origin" in taken.output
    assert record(folder, "crier")["copy_of"] == {"source": "gazette-2021-03-04", "note": "The same text."}
    assert add(*again, "--id", "crier-2", "--not-a-copy").exit_code == 0
    assert "copy_of" not in record(folder, "crier-2")
    assert add(*again, "--id", "crier-3", "--copy-of", "gazette-2031-03-04").exit_code == 0
    assert record(folder, "crier-3")["copy_of"] == {"source": "gazette-2031-03-04", "note": "The same text."}
    assert "there is no source 'gazet'" in add(*again, "--id", "crier-4", "--copy-of", "gazet").output


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("answer, is_copy", [("y", True), ("n", False)])
def test_whether_a_known_address_makes_a_copy_is_asked(folder: Path, answer: str, *, is_copy: bool) -> None:
    url = "http://www.gazette.example/2031/well/?utm_source=x"
    done = add(
        "article.txt",
        *SURE,
        "--url",
        url,
        "--accessed",
        "2021-03-05",
        "--reading",
        "original",
        said=f"\n{answer}\n" * 3,
    )
    assert "Of one address, but with other paragraphs, is 'gazette-2031-03-04' (it has this address)." in done.output
    assert "--extent part" in done.output
    assert ("copy_of" in record(folder)) == is_copy


def test_another_part_of_one_work_is_no_copy_and_nobody_is_asked(folder: Path) -> None:
    url = ("--url", "http://www.gazette.example/2031/well/?utm_source=x", "--extent", "part", "--yes", "--id", "part")
    done = add("article.txt", *SURE, *url, "--accessed", "2021-03-05", "--reading", "original")
    assert done.exit_code == 0, done.output
    assert "a copy" not in done.output
    assert "copy_of" not in record(folder, "part")


NEARLY = ARTICLE.replace("Monday", "Tuesday").replace("a key", "the key").replace("asked nobody", "asked no one")


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("answer, is_copy", [("y", True), ("n", False), ("", False)])
def test_a_text_that_is_nearly_known_is_offered_as_a_copy_and_told_as_near(
    folder: Path, answer: str, *, is_copy: bool
) -> None:
    read = ("--accessed", "2021-03-07", "--reading", "original")
    assert add("article.txt", *SURE, *read, said="\n\n\n").exit_code == 0
    (folder / "other.txt").write_text(NEARLY, encoding="utf-8")
    said = ("--publisher", "lindwell-crier", "--published", "2021-03-06", "--id", "c", "--join", "4+5")
    done = add("other.txt", *said, *read, said=f"\n\n{answer}\n\n")
    assert "Nearly the same text as 'gazette-2021-03-04' (¶ 1 begins and ends as its ¶ 1, ¶ 2 begins" in done.output
    assert "Record it as a copy of 'gazette-2021-03-04', edited?" in done.output
    expected = {"source": "gazette-2021-03-04", "note": "Nearly the same text."} if is_copy else None
    assert record(folder, "c").get("copy_of") == expected


def test_nothing_takes_a_text_that_is_nearly_known_for_a_copy_unasked(folder: Path) -> None:
    assert add("article.txt", *SURE).exit_code == 0
    (folder / "other.txt").write_text(NEARLY, encoding="utf-8")
    said = ("other.txt", "--publisher", "lindwell-crier", "--published", "2021-03-06", "--id", "c", "--join", "4+5")
    stopped = add(*said, "--yes")
    assert stopped.exit_code == 1
    assert "Nearly the same text as" in stopped.output
    assert "--yes takes" not in stopped.output
    assert add(*said, "--not-a-copy").exit_code == 0


def test_a_part_that_is_known_is_recorded_as_a_part(folder: Path) -> None:
    assert add("article.txt", *SURE).exit_code == 0
    text = ARTICLE.replace(
        "The clerk of Lindwell said on Monday that the old", "The clerk said on Tuesday that once more the"
    )
    (folder / "other.txt").write_text(text, encoding="utf-8")
    done = add(
        "other.txt", "--publisher", "lindwell-crier", "--published", "2021-03-06", "--id", "c", "--join", "4+5", "--yes"
    )
    assert done.exit_code == 0, done.output
    assert record(folder, "c")["copy_of"] == {
        "source": "gazette-2021-03-04",
        "paragraphs": [2],
        "note": "The same text.",
    }


def test_a_record_written_passes_the_check_but_for_its_paragraphs(folder: Path) -> None:
    done = add("article.txt", *SURE, "--accessed", "2021-03-05", "--language", "en")
    assert done.exit_code == 0, done.output
    assert "2 paragraphs" in done.output
    assert new_codes(folder) == {Code.PARAGRAPH_UNACCOUNTED, Code.UNUSED_SOURCE}
    assert record(folder)["title"] == "The old well is shut"


def test_every_option_is_written(folder: Path) -> None:
    said = {
        "title": "The well: shut",
        "published_note": "from the mast-head",
        "url": "https://gazette.example/a",
        "language": "en-GB",
        "kind": "report",
        "accessed": "2021-03",
        "rights": "quote",
        "note": "no",
    }
    options = [text for key, value in said.items() for text in (f"--{key.replace('_', '-')}", value)]
    assert add("article.txt", *SURE, *options).exit_code == 0
    written = (folder / "content" / "sources" / "gazette-2021-03-04.yml").read_text("utf-8")
    read = yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506 - this loader makes nothing but text
    assert {key: read[key] for key in said} == said
    assert new_codes(folder) == {Code.PARAGRAPH_UNACCOUNTED, Code.UNUSED_SOURCE}


def test_without_a_terminal_what_is_not_certain_stops_the_command(folder: Path) -> None:
    done = add("article.txt")
    assert done.exit_code == 1
    assert 'block 5 (16 words, "council had asked nobody in the …")' in done.output
    assert "guess: page-break continuation" in done.output
    assert "--body" in done.output
    assert "--join" in done.output
    assert "--yes" in done.output
    assert not list((folder / "content" / "sources").glob("*2021*"))


@pytest.mark.parametrize(
    "left_out,told",
    [("--publisher", "publisher is not certain"), ("--published", "published is not certain"), ("--id", "--id")],
)
def test_each_thing_left_unsaid_is_named(folder: Path, left_out: str, told: str) -> None:
    at = SURE.index(left_out)
    done = add("article.txt", *SURE[:at], *SURE[at + 2 :])
    assert done.exit_code == 1
    assert told in done.output
    assert folder.exists()


def test_yes_takes_every_guess(folder: Path) -> None:
    done = add("article.txt", "--yes")
    assert done.exit_code == 0, done.output
    assert record(folder)["publisher"] == "harrow-gazette"
    assert len(record(folder)["paragraphs"]) == 2  # type: ignore[arg-type]
    assert "nothing asks you again: accessed: DAY" in done.output
    assert "reading: {of: original or republication or stored-copy}" in done.output


def test_names_are_taken_for_ids_where_they_are_certain_and_what_was_said_is_not_asked_for(folder: Path) -> None:
    read = ("--accessed", "2021-03-05", "--reading", "original")
    done = add("article.txt", *SURE, *read, "--publisher", "Harrow GAZETTE", "--copy-of", "council answers")
    assert done.exit_code == 0, done.output
    assert record(folder)["publisher"] == "harrow-gazette"
    assert record(folder)["copy_of"]["source"] == "crier-2031-03-06"  # type: ignore[index]
    assert "nothing asks you again" not in done.output


def test_broken_subtitles_are_not_told_to_be_saved_in_another_encoding(folder: Path) -> None:
    (folder / "said.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\n", encoding="utf-8")
    done = add("said.srt")
    assert done.exit_code == 1
    assert "[no-article] said.srt is subtitles, and no words stand behind their times. Open them" in done.output
    assert "UTF-8" not in done.output


def test_yes_does_not_take_what_has_no_guess(folder: Path) -> None:
    text = ARTICLE.replace("notice.", "notice and for as long as the summer is dry, as he put it")
    (folder / "article.txt").write_text(text, encoding="utf-8")
    done = add("article.txt", "--yes")
    assert done.exit_code == 1
    assert "no guess" in done.output
    assert add("article.txt", "--yes", "--join", "4+5").exit_code == 0


def test_no_paragraph_is_written_into_the_project(folder: Path) -> None:
    add("article.txt", *SURE)
    written = (folder / "content" / "sources" / "gazette-2021-03-04.yml").read_text("utf-8")
    for words in ("old well was shut", "made behind closed", "asked nobody in the village"):
        assert words not in written


def test_nothing_is_overwritten(folder: Path) -> None:
    assert add("article.txt", *SURE).exit_code == 0
    before = (folder / "content" / "sources" / "gazette-2021-03-04.yml").read_bytes()
    again = add("article.txt", *SURE)
    assert again.exit_code != 0
    assert "nothing is overwritten" in again.output
    assert (folder / "content" / "sources" / "gazette-2021-03-04.yml").read_bytes() == before
    assert add("article.txt", "--yes").exit_code == 0
    assert (folder / "content" / "sources" / "gazette-2021-03-04-2.yml").is_file()


@pytest.mark.parametrize(
    "option,value,told",
    [
        ("--publisher", "harrow-gazete", "did you mean 'harrow-gazette'?"),
        ("--publisher", "Harow Gazete", "did you mean 'harrow-gazette'?"),
        ("--publisher", "Nobody's Paper", "dateline new actor; or leave the publisher blank"),
        ("--copy-of", "Cuncil anwsers", "did you mean 'crier-2031-03-06' (Council answers)?"),
        ("--published", "4/3/2021", "write 2021-03-04"),
        ("--accessed", "yesterday", "not a date"),
        ("--published", "today", "not a date"),
        ("--url", "gazette.example", "does not begin with https://"),
        ("--id", "Not An Id", "is no id"),
        ("--id", "con", "Windows keeps the name 'con' for itself: take another, such as con-1"),
        ("--id", "lpt9", "such as lpt9-1"),
        ("--id", "gazette-2031-03-04", "there is, or was"),
        ("--body", "99", "not within the blocks"),
        ("--join", "4", "joins no blocks"),
        ("--title", " ", "empty"),
        ("--kind", "rumour", "rumour"),
    ],
)
def test_what_cannot_be_is_refused(folder: Path, option: str, value: str, told: str) -> None:
    done = add("article.txt", *SURE, option, value)
    assert done.exit_code != 0
    assert told in done.output.replace("\n", " ")
    assert not list((folder / "content" / "sources").glob("*2021*"))


def test_today_is_the_only_clock(folder: Path) -> None:
    before = datetime.now().astimezone().date()
    assert add("article.txt", *SURE, "--accessed", "today").exit_code == 0
    assert before <= record(folder)["accessed"] <= datetime.now().astimezone().date()  # type: ignore[operator]


def test_standard_input_is_read_and_never_asked(folder: Path, asked: None) -> None:
    done = add("-", "--yes", said=ARTICLE)
    assert done.exit_code == 0, done.output
    assert asked is None
    assert record(folder)["title"] == "The old well is shut"


@pytest.mark.parametrize(
    "content,told",
    [
        (b"", "holds no word"),
        (b"%PDF\x00", "U+0000"),
        (b"<html></html>", "holds no word"),
        ("Kö".encode("latin-1"), "UTF-8"),
    ],
)
def test_files_that_are_no_article_are_refused(folder: Path, content: bytes, told: str) -> None:
    (folder / "x").write_bytes(content)
    done = add("x", "--yes")
    assert done.exit_code == 1
    assert told in done.output


def test_questions_are_asked_in_a_terminal(folder: Path, asked: None) -> None:
    # The block, the publisher (once wrong, and not made), the date, address and language (blanks), the day and what was
    # read, the id.
    answers = ["2", "harrow-gazet", "n", "harrow-gazette", "", "", "", "2021-03-05", "stored-copy", ""]
    done = add("article.txt", said="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert asked is None
    assert "What is block 5? [2]" in done.output
    assert "did you mean 'harrow-gazette'?" in done.output
    read = record(folder)
    assert read["publisher"] == "harrow-gazette"
    assert str(read["accessed"]) == "2021-03-05"
    assert len(read["paragraphs"]) == 2  # type: ignore[arg-type]


def test_html_brings_its_own_head(folder: Path) -> None:
    body = "".join(f"<p>{block}</p>" for block in ARTICLE.split("\n\n")[2:3])
    head = (
        '<meta property="og:title" content="Shut: the well"><meta property="og:site_name" content="Harrow Gazette">'
        '<meta property="article:published_time" content="2021-03-04T10:00:00Z">'
        '<link rel="canonical" href="https://gazette.example/well">'
    )
    page = f'<html lang="en"><head>{head}</head><body><article><h1>Shut: the well</h1>{body}</article></body></html>'
    (folder / "page.html").write_text(page, encoding="utf-8")
    done = add("page.html", "--id", "gazette-2021-03-04", "--accessed", "2021-03-05")
    assert done.exit_code == 0, done.output
    read = record(folder)
    assert (read["title"], read["publisher"], read["language"]) == ("Shut: the well", "harrow-gazette", "en")
    assert read["url"] == "https://gazette.example/well"
    assert new_codes(folder) == {Code.PARAGRAPH_UNACCOUNTED, Code.UNUSED_SOURCE}


def test_escape_codes_in_an_article_never_reach_the_terminal(folder: Path) -> None:
    (folder / "article.txt").write_text(ARTICLE.replace("Petitioners", "Petitioners \x9b31m"), encoding="utf-8")
    done = add("article.txt")
    assert "\x9b" not in done.output


@pytest.mark.al_bukamal
@founding.here
@pytest.mark.parametrize("id_", list(founding.OPTIONS))
def test_the_founding_records_are_reproduced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, id_: str) -> None:
    shutil.copytree(
        ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("events", "disputes", "sources")
    )
    monkeypatch.chdir(tmp_path)
    file, options = founding.OPTIONS[id_]
    done = add(file, "--id", id_, "--publisher", "south-front", "--published", "2017", *options)
    assert done.exit_code == 0, done.output
    keys = ("n", "sha256", "words")
    made, kept = (
        [{key: paragraph[key] for key in keys} for paragraph in yaml.safe_load(path.read_text("utf-8"))["paragraphs"]]
        for path in (tmp_path / "content" / "sources" / f"{id_}.yml", ROOT / "content" / "sources" / f"{id_}.yml")
    )
    assert made == kept


# --- source verify ---------------------------------------------------------------------------------------------------

PARAGRAPHS = ["The clerk of Lindwell said on Monday that the old well was shut.", "Nobody in the village was asked."]


def test_one_of_copies_and_live_is_needed(folder: Path) -> None:
    for arguments in ((), ("--live", "--copies", folder)):
        done = verify(*arguments)
        assert done.exit_code == 2
        assert "either --copies FOLDER or --live" in done.output


def test_an_unknown_source_is_told_with_a_suggestion(folder: Path) -> None:
    done = verify("gazette-2031-03-05", "--copies", folder)
    assert done.exit_code == 1
    assert "did you mean 'gazette-2031-03-04'?" in done.output


def test_copies_are_held_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = write(tmp_path / "p", {"sources/gazette-1.yml": source_of(PARAGRAPHS)})
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "a.txt").write_text("\n\n".join(PARAGRAPHS), encoding="utf-8")
    monkeypatch.chdir(project)
    done = verify("--copies", tmp_path / "c")
    assert "2 paragraphs and passages of 1 source was held against their copies." in done.output
    assert done.exit_code == 0


def test_what_cannot_be_held_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    film = "title: T\npublisher: gazette\npublished: 2031-03-04\nkind: video\nlocators: time\npassages:\n"
    passages = '  - {at: "00:12:31", note: x}\n  - {at: "00:00:01", begins: The clerk of}\n'
    monkeypatch.chdir(write(tmp_path / "p", {"sources/film.yml": film + passages}))
    (tmp_path / "c").mkdir()
    done = verify("--copies", tmp_path / "c")
    assert "No copy was found of film." in done.output
    assert "Not held, for no words of it are recorded: film '00:12:31'. Add begins, or call a PDF" in done.output


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")
def test_copies_that_cannot_be_read_are_told_in_a_sentence_each(folder: Path) -> None:
    copies = folder / "copies"
    copies.mkdir()
    os.mkfifo(copies / "pipe.txt")
    (copies / "device.md").symlink_to("/dev/zero")
    (copies / "lost.html").symlink_to("nowhere")
    (copies / "binary.txt").write_bytes(b"\x7fELF\0\0")
    with (copies / "huge.txt").open("wb") as huge:
        huge.truncate(1 << 40)
    (copies / "chapter.txt").mkdir()
    (copies / "chapter.txt" / "odd \x1b[31m.txt").write_bytes(b"\0")
    (copies / "picture.png").write_bytes(b"\0")
    told = verify("--copies", copies).stderr.splitlines()
    shown = [line.removeprefix(f"{copies}/") for line in told]
    assert [line.partition(" is not read: ")[::2] for line in shown] == [
        ("binary.txt", "it is no text, but holds the character U+0000"),
        ("chapter.txt/odd \\x1b[31m.txt", "it is no text, but holds the character U+0000"),
        ("device.md", "it is a device, no plain file"),
        ("huge.txt", "it has 1,099,511.6 MB; 8.4 MB at most are read"),
        ("lost.html", "No such file or directory"),
        ("pipe.txt", "it is a named pipe, no plain file"),
        ("What is no text, page, PDF, mail or subtitles", ".png (1)"),
    ]


def test_live_refuses_this_machine_unless_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = write(tmp_path, {"sources/gazette-1.yml": source_of(PARAGRAPHS, url="http://127.0.0.1:9/x")})
    monkeypatch.chdir(project)
    done = verify("--live", "--delay", "0")
    assert "link-unreadable" in done.output
    assert "no public address" in done.output
    assert done.exit_code == 1
    assert "link-dead" in verify("--live", "--delay", "0", "--allow-loopback").output


@pytest.mark.parametrize("words", ["--copies", "--live", "--delay"])
def test_help_tells_of_the_options_and_not_of_the_one_for_tests(words: str) -> None:
    done = verify("--help")
    assert words in done.output
    assert "loopback" not in done.output
