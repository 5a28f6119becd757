"""Tolls: one bar for each voice's number, however many papers carry it, on one scale and in one unit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pytest
from dateline.pages.kinds.home import home_view
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.front import points_of_all
from dateline.pages.shared.tolls import TollView, tolls_in_dispute, tolls_of
from html_reading import read
from in_memory import CLOSED, MASTHEAD, replaced, version_of
from projects import ROOT

CRIER: Final = """\
title: What was counted
publisher: crier
published: 2031-03-06
paragraphs:
  - {n: 1, begins: The vicar said, ends: at the well}
"""
PEOPLE: Final = {
    "sources/crier": CRIER,
    "actors/crier": "name: Lindwell Crier\nkind: media\n",
    "actors/vicar": "name: The vicar\nkind: person\n",
    "actors/digger": "name: The digger\nkind: person\n",
    "chronology.yml": replaced(
        MASTHEAD,
        (
            "measures: {attended: {label: Attended}, repaid: {label: Repaid}}",
            "measures: {attended: {label: Attended}, repaid: {label: Repaid, currency: GBP}, deep: {unit: m}}",
        ),
    ),
}


def said(by: str, figures: str, source: str = "gazette", more: str = "") -> str:
    return f"{{by: [{by}], cite: {{source: {source}, paragraph: 1}}, figures: [{figures}]{more}}}"


def counted(number: str, more: str = "", measure: str = "attended") -> str:
    return f"{{measure: {measure}, {number}{more}}}"


def edition(*claims: Sequence[str], masthead: str = PEOPLE["chronology.yml"], **more: str) -> Edition:
    """Return an edition whose one event has these claims, each with its reports."""
    told = [
        f"  - id: claim-{number}\n    text: Claim {number}.\n    reports:\n"
        + "".join(f"      - {report}\n" for report in reports)
        for number, reports in enumerate(claims)
    ]
    event = f"{CLOSED[: CLOSED.index('claims:')]}claims:\n{''.join(told)}"
    disputes = {f"disputes/{name}": text for name, text in more.items()}
    return Edition(version_of({**PEOPLE, "chronology.yml": masthead, **disputes, "events/well": event}).published)


def tolls(*claims: Sequence[str]) -> tuple[TollView, ...]:
    made = edition(*claims)
    return tolls_of(made, made.chronology.claims.values())


def bars(toll: TollView) -> list[tuple[str, str]]:
    """Return who gives which amount."""
    return [(bar.speaker, bar.amount) for bar in toll.bars]


def test_each_voice_has_a_bar_and_the_lowest_number_comes_first() -> None:
    (toll,) = tolls([said("clerk", counted("exact: 40")), said("vicar", counted("exact: 12"), "crier")])
    assert bars(toll) == [("The vicar", "12"), ("The clerk", "40")]
    assert toll.range == "12 to 40"
    assert toll.summary == "12 to 40, 2 counts"
    assert toll.differ
    assert len(toll.rows) == 2


def test_of_one_count_there_is_no_toll_however_many_papers_carry_it() -> None:
    one = counted("exact: 40")
    assert tolls([said("clerk", one), said("clerk", one, "crier")]) == ()
    assert tolls([said("clerk", one)]) == ()
    assert tolls([said("clerk", "")]) == ()
    many = counted("wording: many")
    assert tolls([said("clerk", many), said("vicar", many, "crier")]) == ()


def test_one_number_of_one_voice_is_one_bar_that_says_how_many_publishers_carry_it() -> None:
    one = counted("exact: 40")
    (toll,) = tolls([said("clerk", one), said("clerk", one, "crier"), said("vicar", counted("exact: 12"))])
    assert [(bar.speaker, bar.papers) for bar in toll.bars] == [
        ("The vicar", ""),
        ("The clerk", "by 2 publishers"),
    ]
    assert len(toll.rows) == 3


def test_two_numbers_of_one_voice_are_two_bars() -> None:
    (toll,) = tolls([said("clerk", counted("exact: 40")), said("clerk", counted("exact: 41"), "crier")])
    assert bars(toll) == [("The clerk", "40"), ("The clerk", "41")]


def test_two_voices_of_one_number_are_two_bars_that_do_not_differ() -> None:
    (toll,) = tolls([said("clerk", counted("exact: 40")), said("vicar", counted("exact: 40"), "crier")])
    assert len(toll.bars) == 2
    assert toll.range == "40"
    assert not toll.differ


def test_who_denies_a_claim_is_not_among_those_who_count() -> None:
    denied = said("vicar", counted("exact: 12"), "crier", ", stance: denies")
    assert tolls([said("clerk", counted("exact: 40")), denied]) == ()


def test_publishers_that_name_no_speaker_have_one_bar_and_are_told_by_name_or_number() -> None:
    one, clerk = counted("exact: 40"), said("clerk", counted("exact: 12"))
    (toll,) = tolls([said("", one), clerk])
    assert "Harrow Gazette" in toll.bars[1].speaker
    (toll,) = tolls([said("", one), said("", one, "crier"), clerk])
    assert len(toll.bars) == 2
    assert "2 publishers" in toll.bars[1].speaker
    assert toll.bars[1].papers == ""


@pytest.mark.parametrize(
    "first, second, low, high, amount",
    [
        ("exact: 40", "min: 40", 40, None, "at least 40"),
        ("exact: 40", "max: 40", None, 40, "at most 40"),
        ("exact: 40", "exact: 40", 40, 40, "40"),
    ],
)
def test_a_bar_is_as_loose_as_all_reports_of_its_number_together(
    first: str, second: str, low: int | None, high: int | None, amount: str
) -> None:
    (toll,) = tolls(
        [
            said("clerk", counted(first)),
            said("clerk", counted(second), "crier"),
            said("vicar", counted("exact: 99"), "crier"),
        ]
    )
    bar = toll.bars[0]
    assert (bar.low, bar.high, bar.amount) == (low, high, amount)
    assert bar.is_stated


def test_what_has_no_number_stands_last_and_is_not_counted() -> None:
    (toll,) = tolls(
        [
            said("clerk", counted("wording: many")),
            said("vicar", counted("exact: 12"), "crier"),
            said("digger", counted("exact: 0"), "crier"),
        ]
    )
    assert [bar.is_stated for bar in toll.bars] == [True, True, False]
    assert bars(toll)[0] == ("The digger", "0")
    assert toll.summary == "0 to 12, 2 counts"
    assert toll.bars[-1].wording == "many"


def test_measures_owners_and_things_are_each_counted_apart() -> None:
    def both(figure: str) -> list[str]:
        return [said("clerk", figure), said("vicar", figure, "crier")]

    found = tolls(
        both(counted("exact: 1")),
        both(counted("exact: 1", ", item: hand pump")),
        both(counted("exact: 1", ", of: council")),
        both(counted("exact: 1", measure="repaid")),
    )
    assert len(found) == len({toll.title for toll in found}) == 4
    assert any("hand pump" in toll.title for toll in found)
    assert any("Lindwell Council" in toll.title for toll in found)


@pytest.mark.parametrize(
    "first, second, number, words",
    [
        ("exact: 3", "exact: 4, unit: km", 4000, "3 m to 4,000 m"),
        ("exact: 3, unit: km", "exact: 500", 0.5, "0.5 km to 3 km"),
        ("exact: 3", 'exact: 10, unit: "[ft_i]"', 3.048, "3 m to 3.048 m"),
    ],
)
def test_lengths_in_several_units_are_shown_in_that_of_the_first(
    first: str, second: str, number: float, words: str
) -> None:
    (toll,) = tolls(
        [said("clerk", counted(first, measure="deep")), said("vicar", counted(second, measure="deep"), "crier")]
    )
    assert toll.range == words
    assert number in {float(bar.low or 0) for bar in toll.bars}


@pytest.mark.parametrize("unit, words", [("", "3 m to more than 16 m"), (", unit: km", "3 m to 17,000 m or more")])
def test_more_than_a_number_is_told_so_in_the_unit_in_which_it_was_said(unit: str, words: str) -> None:
    above = counted("min: 17, wording: more than 16", unit, "deep")
    (toll,) = tolls([said("clerk", counted("exact: 3", measure="deep")), said("vicar", above, "crier")])
    assert toll.range == words


def test_currencies_are_never_converted() -> None:
    figures = [counted("exact: 3", measure="repaid"), counted("exact: 4, currency: EUR", measure="repaid")]
    assert tolls([said("clerk", figures[0]), said("vicar", figures[1], "crier")]) == ()


def test_counts_of_different_scope_say_so_and_one_report_may_have_the_number_twice() -> None:
    twice = f"{counted('exact: 5', ', scope: by noon')}, {counted('exact: 5', ', scope: by night')}"
    (toll,) = tolls([said("clerk", twice)])
    assert [(bar.amount, bar.scope) for bar in toll.bars] == [("5", "by noon"), ("5", "by night")]
    assert toll.counts == "2 counts of different scope"


def test_reports_whose_source_was_withdrawn_count_only_where_there_are_no_others() -> None:
    withdrawn = f"{CRIER}withdrawn: {{date: 2031-05-01, note: It was wrong.}}\n"

    def shown(*reports: str) -> list[list[tuple[str, str]]]:
        event = f"{CLOSED[: CLOSED.index('claims:')]}claims:\n  - id: c\n    text: C.\n    reports:\n"
        event += "".join(f"      - {report}\n" for report in reports)
        made = Edition(version_of({**PEOPLE, "sources/crier": withdrawn, "events/well": event}).published)
        return [bars(toll) for toll in tolls_of(made, made.chronology.claims.values())]

    clerk, vicar = said("clerk", counted("exact: 40")), said("vicar", counted("exact: 12"), "crier")
    digger = said("digger", counted("exact: 50"))
    assert shown(clerk, vicar, digger) == [[("The clerk", "40"), ("The digger", "50")]]
    assert shown(clerk, vicar) == []
    assert shown(vicar, said("digger", counted("exact: 9"), "crier")) == [[("The digger", "9"), ("The vicar", "12")]]


DISPUTE: Final = """\
question: How many came?
kind: {kind}
relation: {relation}
status: open
positions:
  - {{id: few, label: Few, claims: [well#claim-0]}}
  - {{id: many, label: Many, claims: [well#claim-1]}}
"""


def in_dispute(first: str, second: str, kind: str = "figure", relation: str = "exclusive") -> tuple[TollView, ...]:
    made = edition(
        [said("clerk", first)], [said("vicar", second, "crier")], over=DISPUTE.format(kind=kind, relation=relation)
    )
    return tolls_in_dispute(made, made.chronology.disputes["over"])


def test_a_dispute_about_figures_has_the_toll_that_its_positions_differ_on() -> None:
    (toll,) = in_dispute(counted("exact: 12"), counted("exact: 40"))
    assert bars(toll) == [("The clerk", "12"), ("The vicar", "40")]


def test_a_dispute_has_no_toll_of_what_its_positions_agree_on_or_only_one_counts() -> None:
    assert in_dispute(counted("exact: 12"), counted("exact: 12")) == ()
    assert in_dispute(counted("exact: 12"), counted("exact: 40", measure="repaid")) == ()
    twice = f"{counted('exact: 12', ', scope: by noon')}, {counted('exact: 13', ', scope: by night')}"
    assert in_dispute(twice, counted("exact: 40", measure="repaid")) == ()
    assert in_dispute(counted("exact: 12"), counted("exact: 40"), kind="occurrence") == ()


@pytest.mark.parametrize(
    "measure, told",
    [
        ("killed", [("Killed: 12 to 40", "disputes/over/")]),
        ("deaths", [("Deaths: 12 to 40", "disputes/over/")]),
        ("attended", []),
    ],
)
def test_a_turning_point_tells_how_many_died_where_counts_differ_and_leads_to_the_dispute(
    measure: str, told: list[tuple[str, str]]
) -> None:
    masthead = replaced(PEOPLE["chronology.yml"], ("deep:", "killed: {label: Killed}, deaths: {label: Deaths}, deep:"))
    figures = (counted(f"exact: {number}", measure=measure) for number in (12, 40))
    claims = [[said("clerk", next(figures))], [said("vicar", next(figures), "crier")]]
    dispute = DISPUTE.format(kind="figure", relation="exclusive")
    chronology = edition(*claims, over=dispute, masthead=masthead).chronology
    events = {id_: replace(event, weight="key") for id_, event in chronology.events.items()}
    made = Edition(replace(chronology, events=events))
    (point,) = points_of_all(made)
    assert [(link.text, link.address) for link in point.dead] == told
    page = read(str(Renderer(ROOT / "templates", made).page(home_view(made)).content))
    assert [link.text for one in page.elements("span", "dl-turns__dead") for link in one.elements("a")] == [
        text for text, _ in told
    ]


def test_counts_of_what_excludes_each_other_are_of_one_thing_however_each_words_it() -> None:
    figures = counted("exact: 12", ", scope: by noon"), counted("exact: 40", ", scope: until midday")
    (toll,) = in_dispute(*figures)
    assert toll.counts == "2 counts"
    (toll,) = in_dispute(*figures, relation="both-possible")
    assert toll.counts == "2 counts of different scope"


# --- rows and titles -------------------------------------------------------------------------------------------------


def test_a_row_of_the_table_tells_a_figure_as_its_report_has_it_and_in_what_it_counts() -> None:
    figures = [
        counted("exact: 3, wording: three metres, scope: at noon", measure="deep"),
        counted("min: 4, unit: km", measure="deep"),
    ]
    (toll,) = tolls([said("clerk", figures[0]), said("vicar", figures[1], "crier")])
    one, other = toll.rows
    assert (one.speaker, one.low, one.high, one.counted_in) == ("The clerk", 3, 3, "m")
    assert (one.wording, one.scope, one.amount) == ("three metres", "at noon", "3 m")
    assert (other.low, other.high, other.counted_in, other.wording, other.scope) == (4, None, "km", "", "")
    money = [counted(f"exact: {number}", measure="repaid") for number in (3, 4)]
    (toll,) = tolls([said("clerk", money[0]), said("vicar", money[1], "crier")])
    assert [row.counted_in for row in toll.rows] == ["GBP", "GBP"]
    plain = [counted(f"exact: {number}") for number in (3, 4)]
    (toll,) = tolls([said("clerk", plain[0]), said("vicar", plain[1], "crier")])
    assert [row.counted_in for row in toll.rows] == ["", ""]


def test_a_bar_has_the_wording_of_the_first_report_that_has_one_and_each_scope_once() -> None:
    (toll,) = tolls(
        [
            said("clerk", counted("exact: 5, scope: by noon")),
            said("clerk", counted("exact: 5, wording: five of us, scope: by noon"), "crier"),
            said("vicar", counted("exact: 9"), "crier"),
        ]
    )
    assert [(bar.wording, bar.scope) for bar in toll.bars] == [("five of us", "by noon"), ("", "")]


def test_the_title_of_a_toll_names_measure_thing_and_whose_each_where_it_is_given() -> None:
    def title(more: str) -> str:
        (toll,) = tolls([said("clerk", counted("exact: 1", more)), said("vicar", counted("exact: 2", more), "crier")])
        return toll.title

    assert title("") == "Attended"
    parts = ("Attended", "hand pump", "Lindwell Council")
    assert all(part in title(", item: hand pump, of: council") for part in parts)
    assert "hand pump" not in title(", of: council")


@pytest.mark.parametrize(
    "days, numbers, told",
    [
        (("03-01/2031-03-04", "03-01"), ("min: 48", "exact: 25"), "at least 48"),
        (("03-01/2031-03-04", "03-02/2031-03-04"), ("min: 48", "exact: 25"), "at least 48"),
        (("03-01/2031-03-04", "03-01"), ("exact: 25", "exact: 48"), "25 to 48"),  # a part is no more than the whole
        (("03-01/2031-03-03", "03-02/2031-03-04"), ("exact: 48", "exact: 25"), "25 to 48"),  # neither is the whole
        (("03-01/2031-03-04", "03-01/.."), ("exact: 48", "exact: 25"), "25 to 48"),  # how long is not known
    ],
)
def test_a_toll_tells_the_number_of_the_longest_period_first_where_the_others_are_of_parts_of_it(
    days: tuple[str, str], numbers: tuple[str, str], told: str
) -> None:
    claims = "".join(
        f"  - {{id: {id_}, text: A., when: 2031-{day}, reports: [{said(by, counted(number))}]}}\n"
        for id_, by, day, number in zip(("one", "two"), ("clerk", "vicar"), days, numbers, strict=True)
    )
    text = f"{CLOSED[: CLOSED.index('claims:')]}claims:\n{claims}"
    found = Edition(version_of({**PEOPLE, "events/well": text}).published)
    (toll,) = tolls_of(found, found.chronology.claims.values())
    is_whole = " to " not in told
    assert toll.range == told
    assert toll.summary.startswith(f"{toll.range} for the longest period; with the shorter ones, 25") == is_whole
    assert toll.counts.startswith("for the longest period; with the shorter ones, 25") == is_whole


def test_counts_of_different_days_are_of_different_periods_and_what_has_no_number_makes_none() -> None:
    made = edition([said("clerk", counted("exact: 1"))], [said("vicar", counted("exact: 2"), "crier")])
    event = version_of(PEOPLE).published.events["well"]
    assert event.date.text == "2031-03-03"
    text = replaced(
        f"{CLOSED[: CLOSED.index('claims:')]}claims:\n"
        f"  - {{id: a, text: A., reports: [{said('clerk', counted('exact: 1'))}]}}\n"
        f"  - {{id: b, text: B., when: 2031-03-02, reports: [{said('vicar', counted('exact: 2'), 'crier')}]}}\n",
    )
    other = Edition(version_of({**PEOPLE, "events/well": text}).published)
    (same,), (apart,) = (tolls_of(one, one.chronology.claims.values()) for one in (made, other))
    assert (same.counts, apart.counts) == ("2 counts", "2 counts of different periods")
    (toll,) = tolls(
        [
            said("clerk", counted("exact: 1")),
            said("vicar", counted("exact: 2"), "crier"),
            said("digger", counted("wording: many, scope: by noon"), "crier"),
        ]
    )
    assert toll.counts == "2 counts"


def test_a_bar_bears_the_mark_of_the_side_on_which_its_speaker_is_and_a_publisher_none() -> None:
    cites = ("gazette", "crier")
    placed = ", ".join(f"{{side: petition, cite: {{source: {one}, paragraph: 1}}}}" for one in cites)
    event = (
        f"{CLOSED[: CLOSED.index('claims:')]}claims:\n  - id: c\n    text: C.\n    reports:\n"
        f"      - {said('vicar', counted('exact: 1'), 'crier')}\n      - {said('', counted('exact: 2'))}\n"
    )
    vicar = f"name: The vicar\nkind: person\nsides: [{placed}]\n"
    made = Edition(version_of({**PEOPLE, "actors/vicar": vicar, "events/well": event}).published)
    (toll,) = tolls_of(made, made.chronology.claims.values())
    assert [bar.side for bar in toll.bars] == [2, 0]
    assert next(label for _, label in toll.sides) == "Petition"
