"""Figures with units, currencies and per cent: compared within one system, told apart otherwise."""

from fractions import Fraction
from pathlib import Path

import pytest
from baseline import MEETING, base_text, checked, linked
from dateline.ground.problems import Problem
from dateline.pages.figures.tables import csv_of
from dateline.pages.figures.toll import draw_toll, scale_in_words, toll_bars
from dateline.pages.search.documents import documents_of_event
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.tolls import tolls_of
from dateline.pages.wording.words import amount_in_words
from dateline.records.quantities import PLAIN, CountedIn, comparable_bounds, counted_in
from dateline.records.rules.contradictions import claims_with_colliding_figures, contradictions
from dateline.records.types import Figure, Masthead
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

CHRONOLOGY = "chronology.yml"
MEASURES = (
    "    distance: {label: Distance, unit: km}\n"
    "    lost: {label: Lost, currency: USD}\n"
    "    share: {label: Share, percent: true}\n"
    "    change: {label: Change, percent: true, signed: true}\n"
    "    drift: {label: Drift, unit: m, signed: true}\n"
    "    votes: {label: Votes}\n"
    "    warmth: {label: Warmth, unit: Cel}\n"
    "    speed: {label: Speed, unit: km/h}\n"
)
MASTHEAD: Masthead = TypeAdapter(Masthead).validate_python(
    {
        "title": "A",
        "vocabulary": {
            "measures": {
                "distance": {"unit": "km"},
                "lost": {"currency": "USD"},
                "share": {"percent": True},
                "change": {"percent": True, "signed": True},
                "votes": None,
            }
        },
    }
)
FIGURES: TypeAdapter[Figure] = TypeAdapter(Figure)


def files(*figures: str) -> dict[str, str]:
    """Return the base with measures, and an event in which each figure is of another report of one claim."""
    claims = "".join(
        f"      - {{by: [{by}], cite: {{source: {source}}}, figures: [{figure}]}}\n"
        for (by, source), figure in zip(
            (("council", "crier-2031-03-06, paragraph: 1"), ("petitioners", "gazette-2031-03-04, paragraph: 2")),
            figures,
            strict=False,
        )
    )
    head, _, _ = base_text(MEETING).partition("claims:")
    event = f"{head}claims:\n  - id: c\n    text: So it was.\n    reports:\n{claims}"
    chronology = base_text(CHRONOLOGY).replace("  sides:\n", f"{MEASURES}  sides:\n")
    return {CHRONOLOGY: chronology, MEETING: event}


def told(folder: Path, figure: str) -> list[Problem]:
    return [
        one
        for one in checked(folder, files(figure))
        if one.position.path == f"content/{MEETING}" and "title" not in one.code
    ]


def collide(folder: Path, one: str, other: str) -> bool:
    graph = linked(folder, files(one, other))
    event = graph.events["2031-03-02-meeting"]
    found = [each for each in contradictions(graph) if each.left.event.id == event.id]
    assert bool(found) == bool(claims_with_colliding_figures(graph, event))
    return bool(found)


@pytest.mark.parametrize(
    "one, other, is_contradiction",
    [
        ("{measure: distance, exact: 5}", "{measure: distance, exact: 5000, unit: m}", False),
        ("{measure: distance, exact: 5}", "{measure: distance, exact: 5, unit: '[mi_i]'}", True),
        ("{measure: distance, exact: 1.609344}", "{measure: distance, exact: 1, unit: '[mi_i]'}", False),
        ("{measure: distance, max: 3}", "{measure: distance, min: 2, unit: '[mi_i]'}", True),
        ("{measure: distance, exact: 10}", "{measure: distance, exact: 6.2, unit: '[mi_i]'}", False),
        ("{measure: distance, exact: 10}", "{measure: distance, exact: 6.3, unit: '[mi_i]'}", True),
        ("{measure: distance, exact: 10}", "{measure: distance, exact: 7, unit: '[mi_i]'}", True),
        ("{measure: distance, exact: 10}", "{measure: distance, min: 6.3, unit: '[mi_i]'}", True),
        ("{measure: distance, exact: 10}", "{measure: distance, exact: 9.9}", True),
        ("{measure: share, exact: 10}", "{measure: share, exact: 11, item: Per cent}", True),
        ("{measure: share, exact: 10}", "{measure: share, exact: 11, item: votes}", False),
        ("{measure: votes, exact: 10}", "{measure: votes, exact: 11, item: per cent}", False),
        ("{measure: warmth, exact: 37}", "{measure: warmth, exact: 99, unit: '[degF]'}", False),
        ("{measure: warmth, exact: 37}", "{measure: warmth, exact: 100, unit: '[degF]'}", True),
        ("{measure: distance, exact: 5}", "{measure: distance, exact: 7, unit: kg}", False),
        ("{measure: lost, exact: 8800000}", "{measure: lost, exact: 8100000, currency: EUR}", False),
        ("{measure: lost, exact: 8800000}", "{measure: lost, exact: 8100000}", True),
        ("{measure: change, exact: -3}", "{measure: change, exact: 3}", True),
        ("{measure: change, exact: -3}", "{measure: change, min: -5, max: -1}", False),
        ("{measure: votes, exact: 7, out_of: 12}", "{measure: votes, exact: 7}", False),
    ],
)
def test_figures_are_compared_within_one_system_and_told_apart_otherwise(
    tmp_path: Path, one: str, other: str, *, is_contradiction: bool
) -> None:
    assert collide(tmp_path, one, other) is is_contradiction
    assert collide(tmp_path, other, one) is is_contradiction


@pytest.mark.parametrize(
    "figure, code, place, hint",
    [
        ("{measure: distance, exact: -5}", "figure-negative", "exact", "signed: true"),
        ("{measure: share, exact: 120}", "bad-value", "exact", "signed: true"),
        ("{measure: votes, exact: 13, out_of: 12}", "figure-reversed", "out_of", "exchange"),
        ("{measure: change, exact: -3, out_of: -1}", "figure-negative", "out_of", "write 1"),
        ("{measure: votes, exact: 1, unit: km, currency: USD}", "figure-ambiguous", "currency", "keep one"),
        ("{measure: share, exact: 7, out_of: 12}", "figure-ambiguous", "out_of", "remove out_of"),
        ("{measure: warmth, exact: 23, unit: F}", "bad-value", "F", 'write "[degF]"'),
        ("{measure: warmth, exact: 5, unit: C}", "bad-value", "C", "write Cel"),
        ("{measure: speed, exact: 5, unit: kt}", "bad-value", "kt", 'write "[kn_i]"'),
        ("{measure: distance, exact: 1, unit: miles}", "bad-value", "unit", 'write "[mi_i]"'),
        ("{measure: distance, exact: 1, unit: furlongs}", "bad-value", "unit", "UCUM"),
        ("{measure: votes, exact: 1, unit: people}", "bad-value", "people", "goes into item"),
        ("{measure: distance, exact: 1, unit: KM}", "bad-value", "KM", "write km"),
        ("{measure: distance, exact: 1, unit: км}", "bad-value", "км", "write km"),
        ("{measure: distance, exact: 1, unit: Meilen}", "bad-value", "Meilen", 'write "[mi_i]"'),
        ("{measure: distance, exact: 1, unit: 公里}", "bad-value", "公里", "write km"),
        ("{measure: votes, exact: 1, unit: USD}", "bad-value", "USD", "write currency: USD"),
        ("{measure: share, exact: 1, unit: pp}", "bad-value", "pp", "say item: percentage points"),
        ("{measure: lost, exact: 1, currency: US$}", "bad-value", "US$", "write USD"),
        ("{measure: lost, exact: 1, currency: DM}", "bad-value", "DM", "write DEM"),
        ("{measure: lost, exact: 1, currency: francs}", "bad-value", "francs", "CHF or FRF or BEF"),
        ("{measure: lost, exact: 1, currency: kr}", "bad-value", "kr", "SEK or NOK or DKK"),
        ("{measure: lost, exact: 1, currency: BTC}", "bad-value", "BTC", "goes into item"),
        ("{measure: lost, exact: 1, currency: ¥}", "bad-value", "¥", "JPY or CNY"),
        ("{measure: lost, exact: 1, currency: zł}", "bad-value", "zł", "write PLN"),
        ("{measure: distance, exact: 1, unit: '%'}", "bad-value", "unit", "percent: true"),
        ("{measure: lost, exact: 1, currency: usd}", "bad-value", "currency", "write USD"),
        ("{measure: lost, exact: 1, currency: euros}", "bad-value", "currency", "write EUR"),
        ("{measure: lost, exact: 1, currency: EUUR}", "bad-value", "currency", "did you mean 'EUR'?"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place_with_its_cure(
    tmp_path: Path, figure: str, code: str, place: str, hint: str
) -> None:
    [problem] = told(tmp_path, figure)
    assert (problem.code, hint in problem.hint) == (code, True)
    line = files(figure)[MEETING].splitlines()[problem.position.line - 1]
    key = line[: problem.position.column - 1].rstrip().rstrip(":").rpartition(" ")[2]
    assert place == key or line[problem.position.column - 1 :].startswith(place)


@pytest.mark.parametrize(
    "figure",
    [
        "{measure: change, exact: -3.5}",
        "{measure: change, exact: 250}",
        "{measure: share, min: 0, max: 100}",
        "{measure: share, exact: 12, item: per cent}",
        "{measure: drift, min: -5, max: 5}",
        "{measure: votes, exact: 7, out_of: 12}",
        "{measure: distance, exact: 3, unit: '[nmi_i]'}",
    ],
)
def test_what_a_measure_allows_is_taken(tmp_path: Path, figure: str) -> None:
    assert told(tmp_path, figure) == []


def test_a_measure_has_the_code_of_a_unit(tmp_path: Path) -> None:
    chronology = base_text(CHRONOLOGY).replace("repaid: {label: Repaid,", "repaid: {unit: kilometres, label: Repaid,")
    [problem] = [one for one in checked(tmp_path, {CHRONOLOGY: chronology}) if one.code == "bad-value"]
    assert problem.hint == "write km"


@pytest.mark.parametrize(
    "figure, words",
    [
        ({"measure": "distance", "min": 3, "max": 5}, "3 km to 5 km"),
        ({"measure": "distance", "min": 3, "unit": "[mi_i]"}, "at least 3 mi"),
        ({"measure": "lost", "exact": 8_800_000}, "US$8.8 million"),
        ({"measure": "lost", "exact": 8_100_000, "currency": "EUR", "approximate": True}, "about €8.1 million"),
        ({"measure": "share", "exact": 12.5}, "12.5%"),
        ({"measure": "change", "exact": -3}, "-3%"),
        ({"measure": "votes", "exact": 7, "out_of": 12}, "7 out of 12"),
        ({"measure": "votes", "exact": 8_800_000}, "8,800,000"),
        ({"measure": "votes", "exact": 0}, "0"),
    ],
)
def test_a_figure_is_told_in_what_it_counts(figure: dict[str, object], words: str) -> None:
    assert amount_in_words(MASTHEAD, FIGURES.validate_python(figure)) == words


def test_a_figure_says_itself_in_what_it_counts_or_its_measure_does() -> None:
    def of(**keys: object) -> CountedIn:
        return counted_in(MASTHEAD.vocabulary, FIGURES.validate_python({"exact": 1, **keys}))

    assert of(measure="distance") == CountedIn("km")
    assert of(measure="distance", unit="m") == CountedIn("m")
    assert of(measure="distance", currency="USD") == CountedIn(None, "USD")
    assert of(measure="share") == CountedIn(is_percent=True)
    assert of(measure="votes") == of(measure="unknown") == PLAIN


@given(st.integers(-(10**9), 10**9))
def test_a_conversion_there_and_back_is_the_same_number(number: int) -> None:
    for one, other in (("km", "[mi_i]"), ("Cel", "[degF]"), ("h", "d"), ("kW.h", "J")):
        there = CountedIn(one).converted(number, CountedIn(other))
        assert isinstance(there, Fraction)
        unit_there = comparable_bounds(MASTHEAD.vocabulary, Figure(measure="x", exact=number, unit=one))
        back = CountedIn(other).converted(float(number), CountedIn(one))
        assert isinstance(back, Fraction)
        assert CountedIn(one).converted(number, CountedIn(one)) == number
        assert unit_there[0] == CountedIn(other).system


def toll_of(folder: Path, *figures: str) -> tuple[Edition, list[object]]:
    edition = Edition(linked(folder, files(*figures)))
    contexts = [one for one in edition.chronology.claims.values() if one.event.id == "2031-03-02-meeting"]
    return edition, list(tolls_of(edition, contexts))


def test_a_toll_is_drawn_on_one_axis_in_the_unit_of_the_first(tmp_path: Path) -> None:
    edition, _ = toll_of(tmp_path, "{measure: distance, exact: 5}", "{measure: distance, exact: 5, unit: '[mi_i]'}")
    contexts = [one for one in edition.chronology.claims.values() if one.event.id == "2031-03-02-meeting"]
    [toll] = tolls_of(edition, contexts)
    assert toll.range == "5 km to 8.047 km"
    assert [bar.amount for bar in toll.bars] == ["5 km", "5 mi"]
    assert scale_in_words(toll) == ("0 km", "10 km")
    drawn = draw_toll(toll, str, "t")
    assert "10 km" in drawn
    rows = csv_of(toll, str).splitlines()
    assert rows[0].split(",")[:4] == ["speaker", "least", "most", "counted_in"]
    assert {row.split(",")[3] for row in rows[1:]} == {"km", "[mi_i]"}


def test_two_currencies_are_two_tolls_and_none_of_one_bar(tmp_path: Path) -> None:
    _, none = toll_of(tmp_path / "a", "{measure: lost, exact: 9}", "{measure: lost, exact: 8, currency: EUR}")
    assert none == []
    _, one = toll_of(tmp_path / "b", "{measure: lost, exact: 9}", "{measure: lost, exact: 8}")
    assert len(one) == 1


def test_a_toll_below_zero_has_its_zero_inside(tmp_path: Path) -> None:
    edition, _ = toll_of(tmp_path, "{measure: change, exact: -3}", "{measure: change, exact: 2}")
    contexts = [one for one in edition.chronology.claims.values() if one.event.id == "2031-03-02-meeting"]
    [toll] = tolls_of(edition, contexts)
    assert scale_in_words(toll) == ("-4%", "3%")
    below, above = toll_bars(toll, "t")
    assert "57.14%" in below  # where zero is
    assert "57.14%" in above
    assert toll.range == "-3% to 2%"


def test_large_and_counted_numbers_are_found_as_people_ask_for_them(tmp_path: Path) -> None:
    edition = Edition(
        linked(tmp_path, files("{measure: lost, exact: 200000000}", "{measure: attended, exact: 1400000}"))
    )
    [document] = documents_of_event(edition, edition.chronology.events["2031-03-02-meeting"])
    found = " ".join(part.also for part in document.parts)
    assert "200 million" in found
    assert "1.4 million" in found
