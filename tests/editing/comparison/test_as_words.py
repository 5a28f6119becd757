"""A comparison is told in a terminal line by line, and to other tools with nothing shortened."""

import json
from dataclasses import replace
from typing import Final, get_args

import pytest
from dateline.editing.comparison import ChangedPages, ChangeKind, Comparison, Difference, Group
from dateline.editing.comparison.as_words import as_json, as_text, grouped, headline, is_empty, said, shortened
from dateline.editing.comparison.differences import ASKS, SUGGESTS, Detail
from dateline.ground.problems import Code, Position, Problem
from dateline.records.types.shared import ChangeType

NOTHING: Final = Comparison(
    differences=(),
    problems=(),
    faults=(),
    suggestions=(),
    pages=ChangedPages(),
    unread_before=(),
    unread_after=(),
)
REWORDED: Final = Difference(
    kind=ChangeKind.CLAIM_REWORDED,
    record="event well",
    reference="well#closed",
    title="The well is closed (3 March 2031)",
    part="",
    before="It was closed.",
    after="It was shut.",
    position=Position("content/events/well.yml", 8, 11),
    address="days/2031-03-03/#well",
)
MOVED: Final = replace(
    REWORDED,
    kind=ChangeKind.PLACE_MOVED,
    record="place old-well",
    reference="old-well",
    before="52, -3",
    after="53, -3",
)
PROBLEM: Final = Problem(Position("content/events/well.yml", 8, 11), Code.HISTORY_MISSING, "no entry", "write one")


def of(*differences: Difference) -> Comparison:
    return replace(NOTHING, differences=differences)


def lines_of(comparison: Comparison) -> list[str]:
    return as_text(comparison).split("\n")


# --- whether anything changed ---


def test_a_comparison_of_nothing_is_empty_and_says_so_alone() -> None:
    assert is_empty(NOTHING)
    assert headline(NOTHING) == "Nothing changed in meaning."
    assert as_text(NOTHING) == "Nothing changed in meaning.\n"


@pytest.mark.parametrize(
    "comparison",
    [
        of(REWORDED),
        replace(NOTHING, problems=(PROBLEM,)),
        replace(NOTHING, pages=ChangedPages(added=("days/",))),
        replace(NOTHING, pages=ChangedPages(removed=("days/",))),
        replace(NOTHING, pages=ChangedPages(changed=("days/",))),
    ],
)
def test_a_difference_a_problem_and_a_page_are_each_a_change(comparison: Comparison) -> None:
    assert not is_empty(comparison)
    assert headline(comparison) != headline(NOTHING)


def test_that_no_pages_could_be_made_is_no_change_in_meaning() -> None:
    assert is_empty(replace(NOTHING, pages=None))


@pytest.mark.parametrize(
    "differences, told",
    [
        ((REWORDED,), "1 difference in 1 record."),
        ((REWORDED, REWORDED), "2 differences in 1 record."),
        ((REWORDED, MOVED, MOVED), "3 differences in 2 records."),
    ],
)
def test_differences_and_records_are_counted_apart(differences: tuple[Difference, ...], told: str) -> None:
    assert headline(of(*differences)) == told


# --- for a terminal ---


def test_each_difference_stands_under_its_group_with_its_place() -> None:
    assert lines_of(of(MOVED, REWORDED)) == [
        "2 differences in 2 records.",
        "",
        "Claims",
        "  reworded well#closed: It was closed. → It was shut.",
        "      content/events/well.yml:8:11",
        "",
        "Places",
        "  moved old-well: 52, -3 → 53, -3",
        "      content/events/well.yml:8:11",
        "",
    ]


def test_what_is_gone_is_told_with_its_place_in_the_older_version() -> None:
    gone = replace(REWORDED, kind=ChangeKind.CLAIM_REMOVED, after="", is_gone=True)
    assert lines_of(of(gone))[3:5] == [
        "  removed well#closed: It was closed.",
        "      content/events/well.yml:8:11 (older version)",
    ]


def test_of_what_nothing_can_be_said_no_colon_stands() -> None:
    bare = replace(REWORDED, kind=ChangeKind.PAGE_ADDED, before="", after="")
    assert "  page added well#closed" in lines_of(of(bare))


def test_details_are_indented_by_their_level_and_stay_on_a_line() -> None:
    told = replace(REWORDED, details=(Detail(1, "claim: It\nwas"), Detail(2, "by the clerk")))
    assert lines_of(of(told))[5:7] == ["      claim: It was", "        by the clerk"]


def test_reasons_to_look_first_stand_above_all_with_what_they_are_about() -> None:
    first = replace(REWORDED, red=("it is doubtful", "it is copied"))
    bare = replace(MOVED, before="", after="", red=("it lies elsewhere",))
    assert lines_of(of(first, MOVED, bare))[:6] == [
        "3 differences in 2 records.",
        "",
        "Look at this first",
        "  well#closed: it is doubtful (It was closed. → It was shut.)",
        "  well#closed: it is copied (It was closed. → It was shut.)",
        "  old-well: it lies elsewhere",
    ]
    assert "Look at this first" not in as_text(of(REWORDED))


def test_records_worth_an_entry_are_told_once_each_in_order() -> None:
    suggestions = (MOVED, REWORDED, REWORDED)
    told = lines_of(replace(NOTHING, suggestions=suggestions))
    assert told[1:] == [
        "",
        "Worth a history entry, if readers should know (new-evidence)",
        "  event well",
        "  place old-well",
        "",
    ]


def test_pages_are_counted_and_told_by_what_became_of_them() -> None:
    pages = ChangedPages(added=("a/", "b/"), removed=("c/",), changed=("", "d/", "e/"))
    assert lines_of(replace(NOTHING, pages=pages))[1:] == [
        "",
        "2 pages added",
        "  /a/",
        "  /b/",
        "",
        "1 page removed",
        "  /c/",
        "",
        "3 pages changed",
        "  /",
        "  /d/",
        "  /e/",
        "",
    ]


def test_that_pages_could_not_be_made_is_told() -> None:
    told = as_text(replace(NOTHING, pages=None))
    assert "\n\nWhich pages change cannot be told: they were not rendered, or a version has errors.\n" in told


def test_what_could_not_be_read_is_told_of_either_version() -> None:
    told = lines_of(replace(NOTHING, unread_before=("event a", "page b"), unread_after=("place c",)))
    assert told[1:] == [
        "",
        "Not compared, since the older version has errors there: event a, page b.",
        "",
        "Not compared, since the newer version has errors there: place c.",
        "",
    ]


# --- what is said of one ---


@pytest.mark.parametrize(
    "kind, part, before, after, told",
    [
        (ChangeKind.CLAIM_REWORDED, "", "a", "b", "a → b"),
        (ChangeKind.CLAIM_CHANGED, "when it was", "a", "b", "when it was: a → b"),
        (ChangeKind.CLAIM_CHANGED, "when it was", "", "b", "when it was: b"),
        (ChangeKind.CLAIM_CHANGED, "when it was", "a", "", "when it was: a → nothing"),
        (ChangeKind.CLAIM_REMOVED, "", "a", "", "a"),
        (ChangeKind.CONTRADICTION_GONE, "odd: e#c", "a", "", "odd: e#c: a"),
        (ChangeKind.SOURCE_PARAGRAPH_REMOVED, "¶ 3", "a", "", "¶ 3: a"),
        (ChangeKind.BRIEF_REMOVED, "what happened", "a", "", "what happened: a"),
        (ChangeKind.EVENT_WITHDRAWN, "", "a", "", "a → nothing"),
        (ChangeKind.CLAIM_CHANGED, "", "", "", ""),
        (ChangeKind.CLAIM_CHANGED, "two\nlines", "a\nb", "c\n\nd", "two lines: a b → c d"),
    ],
)
def test_what_changed_is_told_in_one_line(kind: ChangeKind, part: str, before: str, after: str, told: str) -> None:
    one = replace(REWORDED, kind=kind, part=part, before=before, after=after)
    assert said(one) == told


def test_of_long_texts_the_part_that_differs_is_told() -> None:
    same = "word " * 60
    found = said(replace(REWORDED, before=f"{same}old end", after=f"{same}new end"))
    assert found == "… word word word old end → … word word word new end"
    assert said(replace(REWORDED, part="p" * 300)).startswith(f"{'p' * 198} …: ")


@pytest.mark.parametrize(
    "text, longest, expected",
    [("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcd …"), ("abc efg", 6, "abc …"), ("", 6, "")],
)
def test_a_text_is_cut_where_it_is_longer_than_asked_for(text: str, longest: int, expected: str) -> None:
    assert shortened(text, longest) == expected


# --- kinds and groups ---


def test_every_kind_has_a_group_and_a_verb_and_groups_keep_their_order() -> None:
    every = [replace(REWORDED, kind=kind) for kind in reversed(ChangeKind)]
    found = list(grouped(every))
    assert [group for group, _ in found] == list(Group)
    assert sum(len(ones) for _, ones in found) == len(ChangeKind)
    assert all(kind.verb and not kind.verb.startswith(" ") for kind in ChangeKind)


@pytest.mark.parametrize(
    "kind, verb",
    [
        (ChangeKind.EVENT_ADDED, "added"),
        (ChangeKind.REPORT_STANCE_TURNED, "stance turned"),
        (ChangeKind.OUTCOME_CHANGED, "changed"),
        (ChangeKind.CONTRADICTION_FOUND, "contradiction found"),
        (ChangeKind.HISTORY_ADDED, "history added"),
        (ChangeKind.TOMBSTONE_ADDED, "tombstone added"),
        (ChangeKind.PAGE_CHANGED, "page changed"),
        (ChangeKind.SOURCE_PARAGRAPH_ADDED, "paragraph added"),
    ],
)
def test_a_verb_names_what_its_heading_does_not(kind: ChangeKind, verb: str) -> None:
    assert kind.verb == verb


def test_what_asks_for_an_entry_is_none_of_what_only_suggests_one() -> None:
    assert not ASKS.keys() & SUGGESTS.keys()
    assert set(ASKS.values()) | set(SUGGESTS.values()) <= set(get_args(ChangeType))


def test_differences_of_a_group_keep_the_order_that_they_have() -> None:
    first, second = replace(REWORDED, reference="b"), replace(REWORDED, reference="a")
    ((group, found),) = grouped([first, second])
    assert group is Group.CLAIMS
    assert [one.reference for one in found] == ["b", "a"]


# --- for other tools ---


def test_other_tools_are_told_everything_and_nothing_is_shortened() -> None:
    long = "word " * 100
    one = replace(REWORDED, before=long, red=("why",), details=(Detail(2, "text", "https://a.example/"),), part="p")
    told = json.loads(as_json(of(one), ("old", "new")))
    assert (told["before"], told["after"]) == ("old", "new")
    assert told["differences"] == [
        {
            "kind": "claim-reworded",
            "record": "event well",
            "reference": "well#closed",
            "title": "The well is closed (3 March 2031)",
            "part": "p",
            "before": long,
            "after": "It was shut.",
            "version": "after",
            "path": "content/events/well.yml",
            "line": 8,
            "column": 11,
            "address": "days/2031-03-03/#well",
            "red": ["why"],
            "details": [{"level": 2, "text": "text", "original": "https://a.example/"}],
        }
    ]


def test_other_tools_are_told_of_pages_problems_and_what_could_not_be_read() -> None:
    pages = ChangedPages(added=("a/",), removed=("b/",), changed=("c/",), contents={"c/": ("x", "y")})
    full = replace(
        NOTHING,
        problems=(PROBLEM,),
        faults=(PROBLEM, PROBLEM),
        suggestions=(MOVED, REWORDED, MOVED),
        pages=pages,
        unread_before=("event a",),
        unread_after=("page b",),
    )
    told = json.loads(as_json(full, ("old", "new")))
    assert told["pages"] == {"added": ["a/"], "removed": ["b/"], "changed": ["c/"]}
    assert [one["code"] for one in told["problems"]] == ["history-missing"]
    assert [one["message"] for one in told["faults"]] == ["no entry", "no entry"]
    assert told["suggestions"] == ["event well", "place old-well"]
    assert told["unread"] == {"before": ["event a"], "after": ["page b"]}
    assert told["differences"] == []


def test_what_is_gone_is_in_the_version_before_and_letters_stand_as_they_are() -> None:
    told = as_json(replace(of(replace(REWORDED, is_gone=True, title="بئر")), pages=None), ("a", "b"))
    assert '"version": "before"' in told
    assert '"pages": null' in told
    assert '"title": "بئر"' in told
    assert told.endswith("}\n")
