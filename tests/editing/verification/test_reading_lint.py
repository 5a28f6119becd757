"""The reading lint: each of its codes, and what silences exactly that one."""

from pathlib import Path

import pytest
from dateline.ground.problems import Code
from readings import EVENT, TEXT, codes_of, read_against

ACTOR, PLACE, DATE = Code.ACTOR_NOT_IN_PARAGRAPH, Code.PLACE_NOT_IN_PARAGRAPH, Code.DATE_NOT_IN_PARAGRAPH
FIGURE, WORDING = Code.FIGURE_NOT_IN_PARAGRAPH, Code.WORDING_NOT_IN_PARAGRAPH


def told(tmp_path: Path, text: str, event: str = EVENT) -> list[tuple[Code, int]]:
    """Return the problems found, by code and line of the event."""
    return [(problem.code, problem.position.line) for problem in read_against(tmp_path, text, event).problems]


def test_a_record_that_its_paragraph_bears_out_is_clean(tmp_path: Path) -> None:
    assert codes_of(read_against(tmp_path, TEXT)) == []


@pytest.mark.parametrize(
    "old,new,expected",
    [
        ("the clerk", "somebody", [(ACTOR, 12)]),
        ("at least twenty", "some", [(WORDING, 15)]),
        ("at least twenty", "at most thirty", [(WORDING, 15)]),
        ("Old Well", "spring", [(PLACE, 5), (PLACE, 10)]),
        ("Lindwell Council", "a body", [(ACTOR, 6), (ACTOR, 10)]),
        ("On 3 March", "On Monday", [(DATE, 3)]),
        ("On 3 March", "On 3 March 2030", [(DATE, 3)]),
        ("On 3 March", "On 4 March", [(DATE, 3)]),
    ],
)
def test_each_slip_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, expected: list[tuple[Code, int]]
) -> None:
    assert told(tmp_path, TEXT.replace(old, new)) == expected


def test_names_in_other_languages_and_aliases_are_names(tmp_path: Path) -> None:
    text = (
        TEXT.replace("Old Well", "Hen Ffynnon").replace("Lindwell Council", "LC").replace("the clerk", "the town clerk")
    )
    assert codes_of(read_against(tmp_path, text)) == []


def test_the_publisher_acts_and_speaks_without_being_named(tmp_path: Path) -> None:
    assert codes_of(read_against(tmp_path, TEXT, EVENT.replace("by: [clerk]", "by: [clerk, gazette]"))) == []


ALL_GONE = "Nothing of it is here."
SILENCED = EVENT.replace(", wording: at least twenty", "")


@pytest.mark.parametrize(
    "old,new,silenced",
    [
        ("{place: old-well}]", "{place: old-well, inferred: x}]", (PLACE, 5)),
        ("role: host}", "role: host, inferred: x}", (ACTOR, 6)),
        ("extent: full}", "extent: full, inferred: x}", (PLACE, 10)),
        ("        cite:", "        inferred: x\n        cite:", (ACTOR, 12)),
        ("min: 20", "min: 20, inferred: x", (FIGURE, 15)),
        ("date: 2031-03-03", "date: 2031-03-03\ndate_basis: inferred\ndate_note: x", (DATE, 3)),
    ],
)
def test_inferred_silences_exactly_its_own(tmp_path: Path, old: str, new: str, silenced: tuple[Code, int]) -> None:
    whole = told(tmp_path / "a", ALL_GONE, SILENCED)
    rest = told(tmp_path / "b", ALL_GONE, SILENCED.replace(old, new))
    assert silenced in whole
    gone = [silenced] + ([(ACTOR, 10)] if silenced == (PLACE, 10) else [])  # the place and the holder of one control
    assert [code for code, _ in rest] == [code for code, line in whole if (code, line) not in gone]


def test_a_wording_is_never_inferred(tmp_path: Path) -> None:
    event = EVENT.replace("min: 20", "min: 20, inferred: x")
    assert codes_of(read_against(tmp_path, TEXT.replace("twenty", "nineteen"), event)) == [WORDING]


@pytest.mark.parametrize(
    "text,figure,expected",
    [
        ("more than 16", "min: 17, wording: more than 16", []),
        ("more than 16", "min: 17", []),
        ("at least 16", "min: 17, wording: at least 16", [FIGURE]),
        ("at least 16", "min: 17", [FIGURE]),
        ("fewer than 16", "max: 15, wording: fewer than 16", []),
        ("fewer than 16", "max: 14, wording: fewer than 16", [FIGURE]),
        ("more than 16", "exact: 17", [FIGURE]),
        ("two dozen", "exact: 24, wording: two dozen", []),
        ("dozens of", "exact: 12, wording: dozens of", [FIGURE]),
        ("dozens of", "wording: dozens of", []),
        ("1,000", 'exact: 1000, wording: "1,000"', []),
        ("10 to 12", "min: 10, max: 12, wording: 10 to 12", []),
        ("a cart and 12", "exact: 1, wording: a cart", []),
        ("8 carts and 12", 'exact: 12, wording: "8 carts"', [FIGURE]),
        ("some of the 12", "exact: 12, wording: some of the", []),
        ("no", 'exact: 0, wording: "no"', []),
        ("1.5", "exact: 1.5", []),
        ("1.5", "exact: 5", [FIGURE]),
    ],
)
def test_figures(tmp_path: Path, text: str, figure: str, expected: list[Code]) -> None:
    event = EVENT.replace("min: 20, wording: at least twenty", figure)
    # The day goes, so that its number is not taken for the figure.
    event = event.replace("date: 2031-03-03", "date: 2031-03-03\ndate_basis: inferred\ndate_note: x")
    paragraph = TEXT.replace("at least twenty", text).replace("On 3 March", "Once")
    assert codes_of(read_against(tmp_path, paragraph, event)) == expected


@pytest.mark.parametrize(
    "date,text,expected",
    [
        ("2031-03-02/2031-03-03", "On 2 and 3 March", []),
        ("2031-03-02/2031-03-03", "On 3 March", [DATE]),
        ('"[2031-03-02,2031-03-03]"', "On 2 or 3 March", []),
        ("2031-03-03~", "Around 3 March", []),
        ("2031-03-XX", "One day", []),
        ("2031-03", "In March", []),
        ("2031-03", "Then", [DATE]),
        ("2031", "Then", []),
        ("2031-03-03/..", "From 3 March on", []),
    ],
)
def test_days_of_longer_dates(tmp_path: Path, date: str, text: str, expected: list[Code]) -> None:
    event = EVENT.replace("date: 2031-03-03", f"date: {date}")
    assert codes_of(read_against(tmp_path, TEXT.replace("On 3 March", text), event)) == expected


def test_an_event_is_held_only_against_all_of_its_paragraphs(tmp_path: Path) -> None:
    """What one paragraph lacks, another that is not at hand may have."""
    other = "      - by: []\n        cite: {source: gazette-2, paragraph: 1}\n"
    elsewhere = "title: T\npublisher: gazette\npublished: 2031-03-04\nparagraphs: [{n: 1, begins: Not at hand}]\n"
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "content" / "sources" / "gazette-2.yml").write_text(elsewhere, encoding="utf-8")
    text = TEXT.replace("On 3 March", "Then")
    found = read_against(tmp_path, text, EVENT + other)
    assert codes_of(found) == []
    assert found.missing == ("gazette-2",)


@pytest.mark.parametrize("language,text", [("de", "zwanzig"), ("fr", "vingt"), ("ru", "двадцати"), ("ar", "عشرين")])
def test_numbers_are_read_in_the_language_of_the_source(tmp_path: Path, language: str, text: str) -> None:
    event = EVENT.replace("min: 20, wording: at least twenty", "min: 20")
    event = event.replace("date: 2031-03-03", "date: 2031-03-03\ndate_basis: inferred\ndate_note: x")
    found = read_against(tmp_path, TEXT.replace("at least twenty", text), event, language)
    assert codes_of(found) == []
