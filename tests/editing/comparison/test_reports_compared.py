"""What differs between the reports of a claim is told of the report that it is, by the surest sign there is."""

from typing import Final

import pytest
from dateline.editing.comparison import ChangeKind
from dateline.editing.comparison.differences import FoundChange
from dateline.editing.comparison.reports import Pair, report_differences
from in_memory import CLOSED, RECORDS, replaced, version_of

REPORTS: Final = CLOSED.partition("    reports:\n")[2]
STONE: Final = "tombstones:\n  - {kind: actor, id: clerk, date: 2031-05-01, note: One of it., instead: council}\n"


def claim_with(*reports: str) -> str:
    return CLOSED.replace(REPORTS, "".join(f"      - {{{one}}}\n" for one in reports))


def compared(
    old: tuple[str, ...], new: tuple[str, ...], changes: dict[str, str | None] | None = None
) -> list[FoundChange]:
    before = version_of({"events/well": claim_with(*old)})
    after = version_of({"events/well": claim_with(*new), **(changes or {})})
    ((one,), (other,)) = (version.chronology.events["well"].claims for version in (before, after))
    return list(report_differences(Pair(before, after), one, other, ("claims", 4), ("claims", 7)))


def told(found: list[FoundChange]) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.before, one.after) for one in found]


CLERK: Final = "by: [clerk], cite: {source: gazette, paragraph: 1}"
COUNCIL: Final = "by: [council], cite: {source: gazette, paragraph: 2}"
NOBODY: Final = "cite: {source: gazette, paragraph: 2}"
FIGURE: Final = "figures: [{measure: attended, exact: 20}]"


def test_reports_that_are_the_same_in_another_order_differ_in_nothing() -> None:
    assert compared((CLERK, COUNCIL), (COUNCIL, CLERK)) == []


def test_a_publisher_that_is_left_out_or_written_down_is_the_same() -> None:
    assert compared((CLERK,), ("by: [clerk, harrow], cite: {source: gazette, paragraph: 1}",)) == []


def test_a_report_that_comes_is_told_in_full_where_it_stands() -> None:
    (one,) = compared((CLERK,), (CLERK, f"{COUNCIL}, stance: denies, {FIGURE}"))
    assert (one.kind, one.part, one.steps) == (
        ChangeKind.REPORT_ADDED,
        "The well was closed.",
        ("claims", 7, "reports", 1),
    )
    assert (one.before, one.after, one.is_gone) == ("", "", False)
    (line,) = one.details
    assert line.text.startswith("Lindwell Council, as reported by Harrow Gazette, ¶ 2 of gazette; denied it")
    assert line.text.endswith("attended: 20")


def test_a_report_that_goes_is_told_by_its_stance_and_figures_where_it_stood() -> None:
    (one,) = compared((CLERK, f"{COUNCIL}, stance: doubts, {FIGURE}"), (CLERK,))
    assert (one.kind, one.steps, one.is_gone) == (ChangeKind.REPORT_REMOVED, ("claims", 4, "reports", 1), True)
    assert one.part == "Lindwell Council, as reported by Harrow Gazette, ¶ 2"
    assert (one.before, one.after) == ("doubted it; attended: 20", "")
    (bare,) = compared((CLERK, COUNCIL), (CLERK,))
    assert bare.before == "said so"


# --- what is told of one ---


def test_a_stance_that_turns_is_looked_at_first_and_told_with_claim_and_paragraph() -> None:
    (one,) = compared((CLERK,), (f"{CLERK}, stance: denies",))
    assert told([one]) == [("report-stance-turned", "said so", "denied it")]
    assert (one.red, one.steps) == ("the stance is another", ("claims", 7, "reports", 0, "stance"))
    assert one.part == "The clerk, as reported by Harrow Gazette, ¶ 1"
    assert [line.text for line in one.details] == [
        "claim: The well was closed.",
        "¶ 1 of gazette: “The clerk said … was closed”",
    ]


def test_another_paragraph_is_told_by_both() -> None:
    (one,) = compared((CLERK,), ("by: [clerk], cite: {source: gazette, paragraph: 2}",))
    assert told([one]) == [("report-citation-changed", "gazette ¶ 1", "gazette ¶ 2")]
    assert (one.red, one.steps[-1]) == ("", "cite")


def test_a_passage_of_another_source_is_told_as_it_is_named() -> None:
    crier = {"sources/crier": "title: C\npublisher: harrow\npublished: 2031-03-06\npassages: [{at: 4-27}]\n"}
    (one,) = compared((CLERK,), ("by: [clerk], cite: {source: crier, at: 4-27}",), dict(crier))
    assert told([one]) == [("report-citation-changed", "gazette ¶ 1", "crier '4-27'")]


def test_another_first_speaker_is_looked_at_first_and_another_way_of_the_word_is_not() -> None:
    (one,) = compared((CLERK,), ("by: [council], cite: {source: gazette, paragraph: 1}",))
    assert told([one]) == [
        (
            "report-chain-changed",
            "The clerk, as reported by Harrow Gazette",
            "Lindwell Council, as reported by Harrow Gazette",
        )
    ]
    assert (one.red, one.steps[-1]) == ("another speaker says so", "by")
    (longer,) = compared((CLERK,), ("by: [clerk, council], cite: {source: gazette, paragraph: 1}",))
    assert (longer.kind, longer.red) == (ChangeKind.REPORT_CHAIN_CHANGED, "")


@pytest.mark.parametrize(
    "before, after, kind",
    [
        ("[clerk]", "[council]", ChangeKind.REPORT_SPEAKER_MERGED),
        ("[clerk, council]", "[council]", ChangeKind.REPORT_SPEAKER_MERGED),
        ("[clerk]", "[harrow]", ChangeKind.REPORT_CHAIN_CHANGED),
        ("[council]", "[harrow, council]", ChangeKind.REPORT_CHAIN_CHANGED),
    ],
)
def test_a_speaker_that_became_one_with_another_follows_and_nobody_else_does(
    before: str, after: str, kind: ChangeKind
) -> None:
    old, new = (f"by: {by}, cite: {{source: gazette, paragraph: 1}}" for by in (before, after))
    (one,) = compared((old,), (new,), {"actors/clerk": None, "tombstones.yml": STONE})
    assert one.kind is kind
    assert bool(one.red) == (kind is ChangeKind.REPORT_CHAIN_CHANGED)


@pytest.mark.parametrize(
    "more, part, after",
    [
        ("note: It is hearsay.", "note", "It is hearsay."),
        ("inferred: From the day.", "inferred", "From the day."),
        ("modality: alleged", "modality", "alleged"),
        ("own_reporting: true", "own_reporting", "yes"),
        ("restates: council", "restates", "council"),
    ],
)
def test_what_else_is_said_of_a_report_is_told_by_its_key(more: str, part: str, after: str) -> None:
    (one,) = compared((CLERK,), (f"{CLERK}, {more}",))
    assert one.kind is ChangeKind.REPORT_CHANGED
    assert one.part == f"The clerk, as reported by Harrow Gazette, ¶ 1, {part}"
    assert (one.after, one.steps[-1]) == (after, part)


# --- by what a report is known again ---


def known_again(old: tuple[str, ...], new: tuple[str, ...]) -> list[str]:
    return sorted(one.kind.value for one in compared(old, new))


@pytest.mark.parametrize(
    "old, new, kinds",
    [
        pytest.param(
            (CLERK, f"{CLERK}, stance: denies"),
            (f"{CLERK}, stance: denies", CLERK),
            [],
            id="two by one speaker in one paragraph, by their stance",
        ),
        pytest.param(
            (f"{CLERK}, note: One.", f"{CLERK}, note: Two."),
            (f"{CLERK}, note: Two.", f"{CLERK}, note: One."),
            [],
            id="two that say the same, by their notes",
        ),
        pytest.param(
            (f"{CLERK}, inferred: One.", f"{CLERK}, inferred: Two."),
            (f"{CLERK}, inferred: Two.", f"{CLERK}, inferred: One."),
            [],
            id="two that say the same, by what they are inferred from",
        ),
        pytest.param(
            (f"{CLERK}, {FIGURE}", CLERK),
            (CLERK, f"{CLERK}, {FIGURE}"),
            [],
            id="two that say the same, by their figures",
        ),
        pytest.param(
            (CLERK, "by: [council], cite: {source: gazette, paragraph: 1}"),
            ("by: [council], cite: {source: gazette, paragraph: 1}, stance: doubts", CLERK),
            ["report-stance-turned"],
            id="by its speaker rather than by its stance",
        ),
        pytest.param(
            (CLERK, COUNCIL),
            ("by: [clerk], cite: {source: gazette, paragraph: 2}", COUNCIL),
            ["report-citation-changed"],
            id="by its speaker in another paragraph",
        ),
        pytest.param(
            (f"{CLERK}, stance: denies",),
            ("by: [council], cite: {source: gazette, paragraph: 2}, stance: asserts",),
            ["report-added", "report-removed"],
            id="nothing in common",
        ),
        pytest.param(
            (f"{CLERK}, stance: denies",),
            ("by: [council], cite: {source: gazette, paragraph: 1}",),
            ["report-chain-changed", "report-stance-turned"],
            id="by its paragraph alone",
        ),
    ],
)
def test_a_report_is_known_again(old: tuple[str, ...], new: tuple[str, ...], kinds: list[str]) -> None:
    assert known_again(old, new) == kinds


def test_a_report_of_nobody_is_told_by_its_publisher() -> None:
    (one,) = compared((NOBODY,), (f"{NOBODY}, stance: denies",))
    assert one.part == "Harrow Gazette, ¶ 2"


# --- figures ---


def figures(*texts: str) -> tuple[str]:
    return (f"{CLERK}, figures: [{', '.join(f'{{measure: attended, {text}}}' for text in texts)}]",)


@pytest.mark.parametrize(
    "before, after",
    [
        ("exact: 20", "min: 20, max: 20"),
        ("exact: 20", "exact: 20, approximate: false"),
    ],
)
def test_a_figure_that_means_the_same_differs_in_nothing(before: str, after: str) -> None:
    assert compared(figures(before), figures(after)) == []


@pytest.mark.parametrize(
    "more",
    ["of: council", "scope: by noon", "item: hand pump", "out_of: 50", "approximate: true", "wording: twenty"],
)
def test_each_thing_that_a_figure_means_is_a_difference(more: str) -> None:
    (one,) = compared(figures("exact: 20"), figures(f"exact: 20, {more}"))
    assert one.kind is ChangeKind.FIGURE_CHANGED
    assert one.before != one.after
    assert one.steps[-2:] == ("figures", 0)


def test_figures_in_another_order_differ_in_nothing() -> None:
    one, other = "exact: 20, of: council", "exact: 30, of: clerk"
    assert compared(figures(one, other), figures(other, one)) == []


def test_a_figure_is_known_by_whom_and_what_it_counts_before_its_number() -> None:
    found = compared(figures("exact: 20, of: council", "exact: 30"), figures("exact: 31", "exact: 20, of: council"))
    assert told(found) == [("figure-changed", "30", "31")]


def test_a_figure_that_comes_or_goes_is_told_in_words() -> None:
    (come,) = compared(figures("exact: 20"), figures("exact: 20", "min: 5, of: council, wording: some"))
    assert told([come]) == [("figure-added", "", "attended (Lindwell Council): at least 5, “some”")]
    assert come.steps == ("claims", 7, "reports", 0, "figures", 1)
    (gone,) = compared(figures("exact: 20", "exact: 5, of: council"), figures("exact: 20"))
    assert told([gone]) == [("figure-removed", "attended (Lindwell Council): 5", "")]
    assert (gone.steps, gone.is_gone) == (("claims", 7, "reports", 0), False)


def test_what_is_counted_is_named_once_where_it_stays_and_with_each_number_where_it_does_not() -> None:
    speaker = "The clerk, as reported by Harrow Gazette, ¶ 1"
    (same,) = compared(figures("exact: 20"), figures("exact: 45"))
    assert (same.part, same.before, same.after) == (f"{speaker}, attended", "20", "45")
    assert same.red == "a figure is twice as much or more"
    (other,) = compared(figures("exact: 20, scope: by noon"), figures("exact: 20, scope: by dusk"))
    assert (other.part, other.before, other.after) == (speaker, "attended (by noon): 20", "attended (by dusk): 20")
    assert other.red == ""


def test_of_a_figure_that_reads_the_same_it_is_told_from_what_it_was_inferred() -> None:
    (one,) = compared(figures("exact: 20"), figures("exact: 20, inferred: A sum."))
    assert (one.before, one.after) == ("20, inferred: no", "20, inferred: A sum.")


def test_another_measure_is_another_figure() -> None:
    old = figures("exact: 20")
    found = compared(old, (old[0].replace("attended", "repaid"),))
    assert told(found) == [("figure-added", "", "repaid: 20"), ("figure-removed", "attended: 20", "")]


def test_names_are_those_of_the_version_that_a_word_is_of() -> None:
    renamed = {"actors/clerk": replaced(RECORDS["actors/clerk"], ("The clerk", "The town clerk"))}
    (one,) = compared((CLERK,), (f"{CLERK}, stance: denies",), dict(renamed))
    assert one.part.startswith("The town clerk, ")
    (gone,) = compared((CLERK, COUNCIL), (COUNCIL,), dict(renamed))
    assert gone.part.startswith("The clerk, ")
