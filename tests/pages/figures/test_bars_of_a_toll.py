"""The scale of a toll, and its bars: from zero to a round number, every bar where its numbers are."""

import itertools
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from dateline.pages.figures.toll import draw_toll, scale_in_words, toll_bars
from dateline.pages.shared.tolls import TollBar, TollView
from dateline.pages.shared.views import Link
from dateline.records.quantities import PLAIN, CountedIn
from hypothesis import given, settings
from hypothesis import strategies as st

SVG: Final = "{http://www.w3.org/2000/svg}"
LEFT: Final = 316.0
RIGHT: Final = 594.0
"""From where to where the scale goes in the drawing that has its words in itself."""
NUMBERS: Final = st.one_of(st.integers(0, 20_000), st.floats(0.01, 100).map(lambda number: round(number, 2)))
PAIRS: Final = st.lists(st.tuples(NUMBERS, NUMBERS).map(sorted), min_size=1, max_size=6)


def bar(
    low: float | None, high: float | None, speaker: str = "The clerk", *, side: int = 0, papers: str = ""
) -> TollBar:
    return TollBar(speaker, side, Link("c", "days/x/#c"), low, high, f"{low} to {high}", "by noon", papers, "wording")


def toll(*found: TollBar, kind: CountedIn = PLAIN) -> TollView:
    sides = tuple((number, f"Side {number}") for number in sorted({one.side for one in found}))
    return TollView("Attended", "range", "counts", "summary", differ=True, bars=found, rows=(), sides=sides, kind=kind)


def whole(view: TollView) -> ET.Element:
    return ET.fromstring(draw_toll(view, lambda address: f"../{address}", "t"))  # noqa: S314 - our own


def ticks(view: TollView) -> list[str]:
    return [one.text or "" for one in whole(view).iter(f"{SVG}text") if one.get("class") == "dl-svg__tick"]


@pytest.mark.parametrize(
    "highest, numbers",
    [
        (1, ["0", "1", "2"]),
        (5, ["0", "1", "2", "3", "4", "5", "6"]),
        (6, ["0", "1", "2", "3", "4", "5", "6", "7"]),
        (7, ["0", "2", "4", "6", "8"]),
        (12, ["0", "2", "4", "6", "8", "10", "12", "14"]),
        (13, ["0", "5", "10", "15"]),
        (31, ["0", "10", "20", "30", "40"]),
        (100, ["0", "20", "40", "60", "80", "100", "120"]),
        (299, ["0", "50", "100", "150", "200", "250", "300"]),
    ],
)
def test_a_scale_goes_from_zero_in_round_steps_to_the_first_above_the_highest_number(
    highest: int, numbers: list[str]
) -> None:
    assert ticks(toll(bar(1, 1), bar(highest, highest))) == numbers


def test_a_scale_of_numbers_below_zero_has_zero_within_it() -> None:
    found = toll(bar(-3, -3), bar(2, 2))
    assert scale_in_words(found) == ("-4", "3") or scale_in_words(found) == ("−4", "3")
    assert "0" in ticks(found)


def test_a_scale_counts_in_what_its_numbers_do() -> None:
    assert scale_in_words(toll(bar(1, 1), bar(150, 150), kind=CountedIn(currency="USD"))) == ("US$0", "US$200")
    assert scale_in_words(toll(bar(1, 1), bar(15, 15), kind=CountedIn(unit="km"))) == ("0 km", "20 km")


@given(PAIRS)
def test_a_scale_has_few_steps_and_begins_and_ends_around_all_numbers(pairs: list[list[float]]) -> None:
    found = toll(*(bar(low, high) for low, high in pairs))
    lines = [one for one in whole(found).iter(f"{SVG}path") if one.get("class") == "dl-svg__line"]
    assert 2 <= len(lines) <= 8
    places = [float(one.get("d", "")[1:].split()[0]) for one in lines]
    assert places[0] == LEFT
    assert places[-1] == pytest.approx(RIGHT)
    steps = [after - before for before, after in itertools.pairwise(places)]
    assert steps == pytest.approx([steps[0]] * len(steps), abs=0.2)


@given(PAIRS)
def test_every_bar_lies_between_zero_and_the_end_and_as_far_as_its_numbers(pairs: list[list[float]]) -> None:
    view = toll(*(bar(low, high) for low, high in pairs))
    top = max(high for _, high in pairs)
    places = []
    for drawn, (low, high) in zip(toll_bars(view, "t"), pairs, strict=True):
        (mark,) = (one for one in ET.fromstring(drawn).iter("rect") if "mark" in one.get("class", ""))  # noqa: S314 - ours
        begin = mark.get("x", "")
        if not begin.endswith("%"):
            assert f"{low:.4f}" == f"{high:.4f}" or high - low < top / 10_000
            continue
        start, width = float(begin[:-1]), float(mark.get("width", "")[:-1])
        assert start >= 0
        assert start + width <= 100.01
        places += [(low, start), (high, start + width)]
    in_order = sorted(places)
    assert all(before[1] <= after[1] + 0.02 for before, after in itertools.pairwise(in_order))


@settings(max_examples=25)
@given(PAIRS)
def test_the_bars_of_the_whole_drawing_are_where_those_of_the_page_are(pairs: list[list[float]]) -> None:
    view = toll(*(bar(low, high) for low, high in pairs if high - low > high / 20))
    marks = [one for one in whole(view).iter(f"{SVG}rect") if "mark" in one.get("class", "")]
    for mark, drawn in zip(marks, toll_bars(view, "t"), strict=True):
        (alone,) = (one for one in ET.fromstring(drawn).iter("rect") if "mark" in one.get("class", ""))  # noqa: S314 - ours
        begin = LEFT + (RIGHT - LEFT) * float(alone.get("x", "")[:-1]) / 100
        assert float(mark.get("x", "")) == pytest.approx(begin, abs=0.2)
        assert float(mark.get("width", "")) == pytest.approx(
            (RIGHT - LEFT) * float(alone.get("width", "")[:-1]) / 100, abs=0.2
        )


@pytest.mark.parametrize(
    "low, high, stems, notches",
    [(0, 5, 0, 0), (3, 5, 1, 0), (3, 3, 1, 0), (0, 0, 0, 0), (3, None, 1, 1), (None, 3, 0, 1)],
)
def test_a_stem_leads_from_zero_to_the_lowest_number_and_an_open_end_is_a_point(
    low: int | None, high: int | None, stems: int, notches: int
) -> None:
    first, _ = toll_bars(toll(bar(low, high), bar(9, 9)), "t")
    assert first.count("dl-bar__stem") == stems
    assert first.count("dl-bar__open") == notches


def test_the_stem_of_a_number_below_zero_leads_from_zero_to_the_left() -> None:
    first, _ = toll_bars(toll(bar(-3, -2), bar(2, 2)), "t")
    (stem,) = (one for one in ET.fromstring(first).iter("line"))  # noqa: S314 - our own
    assert float(stem.get("x1", "")[:-1]) > float(stem.get("x2", "")[:-1])


def test_rows_stand_below_each_other_each_as_high_as_its_words() -> None:
    long = "A speaker with a name of many words who is quoted at length by others " * 2
    root = whole(toll(bar(1, 2), bar(2, 3, long), bar(3, 4)))
    words = [
        [float(one.get("y", "")) for one in link.iter(f"{SVG}text") if one.get("text-anchor") == "end"]
        for link in root.iter(f"{SVG}a")
    ]
    assert len(words[1]) > 2
    assert all(before[-1] < after[0] for before, after in itertools.pairwise(words))
    height = float(root.get("viewBox", "").split()[-1])
    assert max(words[-1]) < height


def test_each_row_is_a_link_to_its_claim_that_says_who_gives_which_number_in_how_many_papers() -> None:
    root = whole(toll(bar(1, 2, "The vicar", papers="by 2 publishers"), bar(None, None)))
    labels = [link.get("aria-label", "") for link in root.iter(f"{SVG}a")]
    assert [link.get("href") for link in root.iter(f"{SVG}a")] == ["../days/x/#c"] * 2
    for part in ("The vicar", "by noon", "by 2 publishers", "1 to 2"):
        assert part in labels[0]
    assert len([one for one in root.iter(f"{SVG}rect") if "mark" in one.get("class", "")]) == 1


def test_patterns_are_defined_once_for_all_bars_of_a_page() -> None:
    first, *others = toll_bars(toll(bar(1, 2, side=1), bar(2, 3, side=2), bar(3, 4, side=1)), "t")
    assert first.count("<pattern") == 2
    assert not any("<pattern" in one for one in others)


def test_where_numbers_would_touch_only_zero_and_the_ends_are_named() -> None:
    dollars = CountedIn(currency="USD")
    assert ticks(toll(bar(1, 1), bar(150_000_000, 150_000_000), kind=dollars)) == ["US$0", "US$200M"]
    assert ticks(toll(bar(-150_000_000, 0), bar(1, 1), kind=dollars))[1:] == ["US$0", "US$50M"]
