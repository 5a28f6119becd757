"""Drafts of claims from the paragraphs of a source: what a word of the text gives, and nothing that none does."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from dateline.cli import main
from dateline.editing.verification.named_parts import FoundDay, FoundNumber, Named, NamedParts, named_parts
from dateline.ground.dates import Day
from dateline.ground.problems import Code
from dateline.records.types import Actor, Place
from dateline.site import checking
from dateline.site.settings import Settings
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import CASES
from pydantic import TypeAdapter

_ACTOR, _PLACE = TypeAdapter(Actor), TypeAdapter(Place)
ACTORS = {
    id_: _ACTOR.validate_python({"id": id_, "name": name, "kind": "organisation", "aliases": aliases})
    for id_, name, aliases in (
        ("harbour", "Harbour Office", ["harbour master", "مكتب الميناء"]),
        ("crew", "The crew", ["الطاقم"]),
    )
}
PLACES = {
    id_: _PLACE.validate_python({"id": id_, "name": name, "kind": "village", "aliases": aliases})
    for id_, name, aliases in (("osterholm", "Osterholm", ["أوسترهولم"]), ("pier", "Old Pier", []))
}
READ = Day(2031, 5, 20)


def parts_of(text: str, language: str = "en") -> NamedParts:
    return named_parts(text, language, ACTORS, PLACES, READ)


def numbers_of(text: str, language: str = "en") -> list[tuple[float, str | None, str]]:
    return [(found.value, found.key, found.words) for found in parts_of(text, language).numbers]


@pytest.mark.parametrize(
    "text,language,expected",
    [
        ("The pier lost four piles.", "en", [(4, "exact", "four")]),
        ("It cost 1,200 coins and 3.5 tons.", "en", [(1200, "exact", "1,200"), (3.5, "exact", "3.5")]),
        ("Two million came.", "en", [(2_000_000, "exact", "Two million")]),
        ("He gave 2 million coins.", "en", [(2_000_000, "exact", "2 million")]),
        ("More than twenty came.", "en", [(21, "min", "More than twenty")]),
        ("There were fewer than 7 boats.", "en", [(6, "max", "fewer than 7")]),
        ("At least twenty came, up to 30 stayed.", "en", [(20, None, "At least twenty"), (30, None, "up to 30")]),
        ("Twenty-one boats and a hundred men.", "en", [(21, "exact", "Twenty-one"), (100, "exact", "a hundred")]),
        ("One man died, and one of the boats sank.", "en", [(1, "exact", "One")]),
        ("On 6 May 2031, at 14:30 and at 9 a.m., it rained.", "en", []),
        ("A man aged 34, a 17th-century boat, a T-90 and both oars.", "en", []),
        ("In 2029 nobody came, another day none did.", "en", []),
        (
            "Mehr als zwanzig Boote kamen, mindestens fünf sanken.",
            "de",
            [(21, "min", "Mehr als zwanzig"), (5, None, "mindestens fünf")],
        ),
        ("وصل خمسة وعشرون قاربا إلى الرصيف.", "ar", [(25, "exact", "خمسة وعشرون")]),
        ("غرق ١٢ قاربا.", "ar", [(12, "exact", "١٢")]),
        ("Утонуло двенадцать лодок.", "ru", [(12, "exact", "двенадцать")]),
        ("渡船损失了12根桩。", "zh", [(12, "exact", "渡船损失了12根桩。")]),
    ],
)
def test_numbers_are_found_with_the_words_that_give_them(
    text: str, language: str, expected: list[tuple[float, str | None, str]]
) -> None:
    assert numbers_of(text, language) == expected


def test_who_is_named_where_something_is_said_may_be_its_speaker() -> None:
    parts = parts_of("The harbour master said that the ferry stopped at Osterholm. The crew rowed home.")
    assert [(found.id, found.words) for found in parts.speakers] == [("harbour", "harbour master")]
    assert [(found.id, found.words) for found in parts.actors] == [("crew", "The crew")]
    assert [(found.id, found.words) for found in parts.places] == [("osterholm", "Osterholm")]


def test_arabic_names_are_found_by_alias_with_what_is_written_on_to_them() -> None:
    parts = parts_of("قال مكتب الميناء في ٦ أيار ٢٠٣١ إن الطاقم غادر بأوسترهولم.", "ar")
    assert {found.id for found in parts.speakers} == {"harbour", "crew"}
    assert [(found.id, found.words) for found in parts.places] == [("osterholm", "بأوسترهولم")]
    assert [(str(found.day), found.has_year) for found in parts.days] == [("2031-05-06", True)]


def test_a_day_without_its_year_is_told_as_such() -> None:
    assert [(str(one.day), one.has_year) for one in parts_of("On 6 May 2031 it rained.").days] == [("2031-05-06", True)]
    assert [(str(one.day), one.has_year) for one in parts_of("It rained on December 24.").days] == [
        ("2030-12-24", False)
    ]
    assert parts_of("It rained on Monday, in May.").days == ()


def test_of_what_names_nothing_nothing_is_found() -> None:
    assert parts_of("Nobody knew why; a dog barked twice.") == NamedParts((), (), (), (), ())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "four",
                    "at least",
                    "20",
                    "1,200",
                    "million",
                    "Harbour Office",
                    "said",
                    "on 6 May",
                    "2031",
                    "a",
                    "both",
                ),
                *("one", "hundred", "…", "\n", "الطاقم", "خمسة", "Osterholm.", "more than", "14:30", "-", "#", '"'),
            ]
        ),
        max_size=12,
    ),
    st.sampled_from(["en", "ar", "de", "xx", "zh-Hant"]),
)
def test_every_word_that_a_finding_rests_on_stands_in_the_text(words: list[str], language: str) -> None:
    text = " ".join(words)
    plain, parts = " ".join(text.split()), parts_of(text, language)
    groups: tuple[tuple[Named | FoundNumber | FoundDay, ...], ...] = (
        *(parts.speakers, parts.actors, parts.places),
        *(parts.numbers, parts.days),
    )
    rested = [found.words for group in groups for found in group]
    assert all(0 < len(piece.split()) <= 8 and piece in plain for piece in rested)


# --- source add --draft-claims ---------------------------------------------------------------------------------------

TEXT = """The clerk of Lindwell said on 3 March 2031 that forty-five people had met at the Old Well.

Nobody knew why; a dog barked, and it was a long and rather cold day for everybody.

Lindwell Council gave back more than 1,200 coins to the Petitioners, as the clerk told them on 5 March 2031.
"""


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "base" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    arguments = ["--publisher", "harrow-gazette", "--published", "2031-03-06", "--id", "x", "--accessed", "2031-03-07"]
    arguments += ["--title", "The well"]
    done = CliRunner().invoke(main, ["source", "add", "text.txt", *arguments, "--draft-claims"])
    assert done.exit_code == 0, done.output
    return tmp_path


def codes(folder: Path, path: str) -> set[Code]:
    return {problem.code for problem in checking.check(Settings.of(folder)) if problem.position.path == path}


def draft(folder: Path, number: int) -> str:
    """Return a draft with the first sign of comment of each of its lines taken away."""
    text = (folder / "content" / "sources" / "x.yml").read_text(encoding="utf-8")
    block = text.partition(f"# ¶ {number}\n")[2].partition("#\n# ¶")[0]
    return "".join(f"{line.removeprefix('# ')}\n" for line in block.splitlines())


def test_drafts_are_comments_that_the_check_does_not_mind(folder: Path) -> None:
    text = (folder / "content" / "sources" / "x.yml").read_text(encoding="utf-8")
    assert all(line.startswith("#") for line in text.partition("# Drafts: ")[2].splitlines()[1:])
    assert codes(folder, "content/sources/x.yml") == {Code.UNUSED_SOURCE, Code.PARAGRAPH_UNACCOUNTED}
    assert "# ¶ 2" not in text


def test_a_draft_passes_the_check_once_a_person_has_said_what_only_a_person_can(folder: Path) -> None:
    path = "content/events/2031/draft.yml"
    (folder / path).write_text(draft(folder, 1), encoding="utf-8")
    assert codes(folder, path) <= {Code.MISSING_KEY}
    said = (
        draft(folder, 1)
        .replace("# title: …", "title: The clerk says how many met")
        .replace("# kind: …", "kind: meeting")
        .replace("# text: …", "text: Forty-five people met.")
        .replace("# measure: …", "measure: attended")
    )
    (folder / path).write_text(said, encoding="utf-8")
    assert codes(folder, path) == set()
    (folder / "copies").mkdir()
    shutil.copy(folder / "text.txt", folder / "copies")
    verified = CliRunner().invoke(main, ["source", "verify", "x", "--copies", "copies"])
    assert "not-in-paragraph" not in verified.output


def test_a_bound_is_written_as_one_and_the_words_stand_beside_what_rests_on_them(folder: Path) -> None:
    lines = draft(folder, 3).splitlines()
    assert 'date: 2031-03-05  # "5 March 2031"' in lines
    assert "        # by: [clerk, council, petitioners]  # who of them says it, and from whom?" in lines
    assert "            min: 1201" in lines
    assert '          - wording: "more than 1,200"' in lines
