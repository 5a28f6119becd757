import re
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from dateline.pages.figures.days_axis import days_axis
from dateline.pages.figures.strip import draw_strip
from dateline.pages.figures.toll import draw_toll
from dateline.pages.shared.strips import StripDispute, StripMark, StripRow, StripView
from dateline.pages.shared.tolls import TollRow, TollView
from dateline.pages.shared.views import CitationView, Link
from hypothesis import given
from hypothesis import strategies as st

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>x</script>\"'&{{7}}\n*a*"
days = st.dates(date(2017, 1, 1), date(2019, 12, 31))
spans = st.lists(st.tuples(days, st.integers(0, 40)), min_size=1, max_size=8).map(
    lambda pairs: [(first, first + timedelta(days=length)) for first, length in pairs]
)


@given(spans)
def test_every_span_lies_on_the_axis_from_its_first_day_to_its_last(found: list[tuple[date, date]]) -> None:
    axis = days_axis(found, 100, 500)
    for first, last in found:
        assert 100 <= axis.start(first) < axis.end(last) <= axis.right + 1e-6
        width = ((last - first).days + 1) * axis.day_width
        assert axis.end(last) - axis.start(first) == pytest.approx(width)


@given(spans)
def test_the_axis_keeps_the_order_of_days(found: list[tuple[date, date]]) -> None:
    axis = days_axis(found, 0, 500)
    starts = [axis.start(first) for first, _ in sorted(found)]
    assert starts == sorted(starts)
    assert [tick.x for tick in axis.days] == sorted(tick.x for tick in axis.days)


def test_a_long_stretch_without_days_is_left_out_and_marked() -> None:
    near = days_axis([(date(2017, 11, 1), date(2017, 11, 2)), (date(2017, 11, 5), date(2017, 11, 5))], 0, 500)
    far = days_axis([(date(2017, 11, 1), date(2017, 11, 2)), (date(2018, 6, 5), date(2018, 6, 5))], 0, 500)
    assert len(near.gaps) == 0
    assert len(far.gaps) == 1
    assert [tick.text for tick in far.months] == ["November 2017", "June 2018"]


def mark(first: int, last: int, holder: int, *, collides: bool = False, label: str = "words") -> StripMark:
    return StripMark(
        first=date(2017, 11, first),
        last=date(2017, 11, last),
        is_certain=True,
        holder=holder,
        extent="full",
        collides=collides,
        label=label,
        address=f"days/x/#claim-{first}",
    )


def strip(*rows: StripRow) -> StripView:
    return StripView("Who held it", "There", ((0, Link("One", "actors/one/")), (1, Link("Two", "actors/two/"))), rows)


def drawn(view: StripView, *, folded: bool = False) -> ET.Element:
    text = draw_strip(view, lambda address: f"../{address}", "s", folded=folded)
    assert "\n" not in text
    return ET.fromstring(text)  # noqa: S314 - our own


def test_a_strip_has_a_link_for_each_claim_row_by_row() -> None:
    rows = (
        StripRow(Link("A", "actors/a/"), (mark(1, 1, 0), mark(3, 4, 1))),
        StripRow(Link("B", "actors/b/"), (mark(2, 2, 1),)),
    )
    links = [link.get("href") for link in drawn(strip(*rows)).iter(f"{SVG}a")]
    assert links == ["../days/x/#claim-1", "../days/x/#claim-3", "../days/x/#claim-2"]


def test_rows_beyond_those_shown_are_drawn_folded_on_the_same_axis() -> None:
    rows = tuple(StripRow(Link(f"S{day}", "a/"), (mark(day, day, 0),)) for day in range(1, 25))
    view = strip(*rows)
    shown, folded = (
        {link.get("href"): link.find(f"{SVG}rect") for link in drawn(view, folded=part).iter(f"{SVG}a")}
        for part in (False, True)
    )
    assert len(shown) == 16
    assert len(folded) == 8
    assert not shown.keys() & folded.keys()
    places = [float(rect.get("x", "")) for rect in [*shown.values(), *folded.values()] if rect is not None]
    assert places == sorted(places)


def test_disputes_are_rows_of_their_own_and_numbers_in_the_bars_about_them() -> None:
    disputed = replace(mark(2, 2, 0), disputes=(1,))
    dispute = StripDispute(1, Link("Who?", "disputes/who/", "open"), date(2017, 11, 1), date(2017, 11, 3))
    view = replace(strip(StripRow(Link("A", "a/"), (disputed,))), disputes=(dispute,))
    links = {link.get("href"): link for link in drawn(view).iter(f"{SVG}a")}
    assert "dispute 1" in links["../days/x/#claim-2"].get("aria-label", "")
    assert [text.text for text in links["../days/x/#claim-2"].iter(f"{SVG}text")] == ["1"]
    assert "Who?" in links["../disputes/who/"].get("aria-label", "")


def test_marks_of_one_row_that_share_a_day_stand_above_each_other() -> None:
    lower = replace(mark(1, 3, 1), lane=1)
    row = StripRow(Link("A", "a/"), (mark(1, 1, 0), lower), 2)
    boxes = [rect for rect in drawn(strip(row)).iter(f"{SVG}rect") if "dl-svg__mark" in rect.get("class", "")]
    first, second = ((float(box.get("y", "")), float(box.get("height", ""))) for box in boxes)
    assert first[0] + first[1] <= second[0]


def test_only_what_collides_is_drawn_and_named_as_colliding() -> None:
    rows = (StripRow(Link("A", "a/"), (mark(1, 1, 0, collides=True), mark(2, 2, 0))),)
    links = {link.get("href"): link for link in drawn(strip(*rows)).iter(f"{SVG}a")}
    classes = {
        href: {name for rect in link.iter(f"{SVG}rect") for name in rect.get("class", "").split()}
        for href, link in links.items()
    }
    assert "dl-svg__mark--collides" in classes["../days/x/#claim-1"]
    assert "dl-svg__mark--collides" not in classes["../days/x/#claim-2"]
    assert "collides" in links["../days/x/#claim-1"].get("aria-label", "")
    assert "collides" not in links["../days/x/#claim-2"].get("aria-label", "")


def test_holders_differ_by_pattern_and_not_by_colour_alone() -> None:
    root = drawn(strip(StripRow(Link("A", "a/"), (mark(1, 1, 0), mark(2, 2, 1)))))
    patterns = {pattern.get("id"): ET.tostring(pattern[0]) for pattern in root.iter(f"{SVG}pattern")}
    assert len(patterns) == 2
    assert len(set(patterns.values())) == 2
    used = [rect.get("fill") for rect in root.iter(f"{SVG}rect") if rect.get("class") == "dl-svg__pattern"]
    assert set(used) == {"url(#s-0)", "url(#s-1)"}


def test_hostile_words_stay_words_in_figures() -> None:
    root = drawn(strip(StripRow(Link(HOSTILE, "a/"), (mark(1, 1, 0, label=HOSTILE),))))
    assert not list(root.iter(f"{SVG}script"))
    assert HOSTILE in {link.get("aria-label") for link in root.iter(f"{SVG}a")}
    toll = ET.fromstring(toll_text(row(1, 2, speaker=HOSTILE)))  # noqa: S314 - our own
    assert not list(toll.iter(f"{SVG}script"))
    assert any(link.get("aria-label", "").startswith(HOSTILE) for link in toll.iter(f"{SVG}a"))


def row(low: float | None, high: float | None, *, speaker: str = "A", stated: bool = True, side: int = 0) -> TollRow:
    source = Link("S", "sources/s/")
    cite = CitationView((source,), source, source, "2017")
    return TollRow(speaker, cite, Link("c", "days/x/#c"), low, high, stated, "amount", "wording", "scope", side)


def toll_text(*rows: TollRow) -> str:
    sides = tuple((number, f"Side {number}") for number in sorted({row.side for row in rows}))
    return draw_toll(TollView("Killed", rows, sides), lambda address: address, "t")


def test_sides_differ_by_pattern_and_not_by_colour_alone() -> None:
    root = ET.fromstring(toll_text(row(1, 2, side=1), row(1, 2, side=2)))  # noqa: S314 - our own
    patterns = {pattern.get("id"): ET.tostring(pattern[0]) for pattern in root.iter(f"{SVG}pattern")}
    assert len(set(patterns.values())) == 2
    used = [path.get("fill") for path in root.iter(f"{SVG}path") if path.get("class") == "dl-svg__pattern"]
    assert used == ["url(#t-1)", "url(#t-2)"]


def test_the_words_of_a_toll_stand_in_full() -> None:
    speaker = "A very long name of a speaker who is quoted by somebody else who is not named at all"
    root = ET.fromstring(toll_text(row(1, 2, speaker=speaker)))  # noqa: S314 - our own
    said = " ".join(text.text or "" for text in root.iter(f"{SVG}text") if "label" in text.get("class", ""))
    assert speaker in said
    assert "…" not in said


def bars(*rows: TollRow) -> list[list[float]]:
    """Return for each bar the x positions that its outline names."""
    root = ET.fromstring(toll_text(*rows))  # noqa: S314 - our own
    outlines = [path.get("d", "") for path in root.iter(f"{SVG}path") if "dl-svg__mark" in path.get("class", "")]
    return [[float(x) for x in re.findall(r"[MHL]([0-9.]+)", outline)] for outline in outlines]


def test_a_toll_without_a_number_has_no_bar_and_zero_has_one() -> None:
    assert len(bars(row(0, 0), row(None, None, stated=False))) == 1


def test_bars_lie_on_one_scale() -> None:
    small, large = bars(row(10, 20), row(40, 40))
    assert max(small) < min(large)
    assert max(small) - min(small) > max(large) - min(large)


def test_a_bar_that_is_open_ends_at_the_end_of_the_scale_in_a_point() -> None:
    closed, opened = bars(row(10, 20), row(10, None))
    assert len(opened) > len(closed)
    assert max(opened) > max(closed)
