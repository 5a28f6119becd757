"""A timeline as it is drawn: every mark inside the frame, wide enough to be seen and hit, and clear of the others."""

import itertools
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from dateline.ground.dates import Day, Meaning, first_second
from dateline.pages.figures.svg import element
from dateline.pages.figures.timeline import draw_timeline
from dateline.pages.shared.time_units import DAY
from dateline.pages.shared.timeline_views import BinView, LaneView, PointView, SpanView, Stretch, TimelineView
from hypothesis import given, settings
from hypothesis import strategies as st

SVG: Final = "{http://www.w3.org/2000/svg}"
FIRST: Final = DAY.index(first_second(Day(2017, 11, 1)))
"""The first bin of the axis, which has twenty days, ten that are left out, and ten more."""
STRETCHES: Final = ((FIRST, FIRST + 19), (FIRST + 30, FIRST + 39))
DAYS: Final = [*range(20), *range(30, 40)]
HOSTILE: Final = "<script>x</script>\"'&{{7}}"
SPANS: Final = st.lists(st.tuples(st.integers(-5, 45), st.integers(1, 20)), max_size=12)


def second(day: int) -> int:
    return first_second(Day(2017, 11, 1)) + day * 86400


def bin_of(day: int, count: int = 1, disputed: int = 0, doubtful: int = 0, both: int = 0) -> BinView:
    return BinView(FIRST + day, f"day {day}", f"day {day}: {count}", f"days/{day}/", count, disputed, doubtful, both)


def span(
    *stretches: tuple[int | None, int | None],
    marked: bool = False,
    meaning: Meaning = Meaning.DOUBT,
    count: int = 1,
    disputed: int = 0,
) -> SpanView:
    """Return a span of days, from the first to before the last of each pair; None where it is open."""
    ends: list[Stretch] = [
        (None if first is None else second(first), None if last is None else second(last)) for first, last in stretches
    ]
    return SpanView(tuple(ends), "name", "label", "when", "days/x/", count, disputed, (marked,) * len(ends), meaning)


def lane(bins: tuple[BinView, ...] = (), spans: tuple[SpanView, ...] = (), title: str = "") -> LaneView:
    return LaneView(title, "events", bins, spans)


def view(*lanes: LaneView, points: tuple[PointView, ...] = ()) -> TimelineView:
    return TimelineView("Title", "Heading", "Told", DAY, "day", STRETCHES, lanes, points)


def drawn(found: TimelineView) -> ET.Element:
    return ET.fromstring(draw_timeline(found, lambda address: f"../{address}", "t"))  # noqa: S314 - our own


def share(value: str | None) -> float:
    assert value is not None
    assert value.endswith("%")
    return float(value[:-1])


def across(shape: ET.Element) -> tuple[float, float]:
    """Return where a shape begins and ends, in per cent."""
    begin = share(shape.get("x"))
    return begin, begin + share(shape.get("width"))


def down(shape: ET.Element) -> tuple[float, float]:
    """Return where a shape begins and ends, in pixels."""
    begin = float(shape.get("y", ""))
    return begin, begin + float(shape.get("height", ""))


def links(root: ET.Element) -> list[ET.Element]:
    return list(root.iter(f"{SVG}a"))


def target(link: ET.Element) -> ET.Element:
    found = link.find(f"{SVG}rect")
    assert found is not None
    return found


def pieces(root: ET.Element) -> Iterator[ET.Element]:
    return (one for one in root.iter(f"{SVG}rect") if one.get("class", "").startswith("span"))


def clear(extents: list[tuple[float, float]]) -> bool:
    return all(before[1] <= after[0] + 0.02 for before, after in itertools.pairwise(sorted(extents)))


# --- bins ------------------------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(st.sets(st.sampled_from(DAYS), min_size=1, max_size=12))
def test_each_bin_is_a_link_inside_the_frame_whose_target_lies_on_no_other(days: set[int]) -> None:
    root = drawn(view(lane(tuple(bin_of(day) for day in sorted(days)))))
    assert [link.get("href") for link in links(root)] == [f"../days/{day}/" for day in sorted(days)]
    targets = [across(target(link)) for link in links(root)]
    assert clear(targets)
    for link, (near, far) in zip(links(root), targets, strict=True):
        assert -0.01 <= near < far <= 100.01
        mark = link.find(f"{SVG}svg")
        assert mark is not None
        begin, end = across(mark)
        assert near - 0.02 <= begin < end <= far + 0.02
        assert end - begin >= 0.69


def test_a_bin_alone_has_a_target_as_wide_as_a_finger_and_at_the_edge_too() -> None:
    for day in (0, 10, 39):
        (link,) = links(drawn(view(lane((bin_of(day),)))))
        begin, end = across(target(link))
        assert end - begin == pytest.approx(3.6, abs=0.02)
        assert -0.01 <= begin < end <= 100.01


@pytest.mark.parametrize(
    "count, disputed, doubtful, both, kinds",
    [
        (1, 0, 0, 0, ["plain"]),
        (40, 0, 0, 0, ["plain"]),
        (1, 1, 0, 0, ["disputed"]),
        (1, 0, 1, 0, ["doubtful"]),
        (1, 1, 1, 1, ["disputed doubtful"]),
        (2, 1, 0, 0, ["plain", "disputed"]),
        (4, 2, 2, 1, ["plain", "disputed", "disputed doubtful", "doubtful"]),
    ],
)
def test_a_mark_is_as_high_whatever_is_told_of_and_divided_by_what_is_disputed_and_doubtful(
    count: int, disputed: int, doubtful: int, both: int, kinds: list[str]
) -> None:
    (link,) = links(drawn(view(lane((bin_of(3, count, disputed, doubtful, both),)))))
    bars = [one for one in link.iter(f"{SVG}rect") if one.get("class")]
    assert [bar.get("class") for bar in bars] == kinds
    heights = [float(bar.get("height", "")) for bar in bars]
    assert sum(heights) == pytest.approx(12, abs=0.2)
    bottoms = [down(bar) for bar in bars]
    assert bottoms[0][1] == pytest.approx(24, abs=0.1)
    assert all(low[0] == pytest.approx(high[1], abs=0.15) for low, high in itertools.pairwise(bottoms))


def test_what_is_disputed_or_doubtful_has_a_texture_that_is_defined_and_what_is_neither_has_none() -> None:
    root = drawn(view(lane((bin_of(3, 4, 2, 2, 1),))))
    fills = {one.get("class"): one.get("fill") for one in root.iter(f"{SVG}rect") if one.get("class") != "paper"}
    assert fills["plain"] is None
    textures = [fills["disputed"], fills["doubtful"], fills["disputed doubtful"]]
    assert len(set(textures)) == 3
    assert {f"url(#{one.get('id')})" for one in root.iter(f"{SVG}pattern")} == set(textures)


# --- spans -----------------------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(SPANS)
def test_no_span_lies_on_another_in_its_row_and_all_lie_in_the_frame(lengths: list[tuple[int, int]]) -> None:
    spans = tuple(span((first, first + length)) for first, length in sorted(lengths))
    root = drawn(view(lane((bin_of(3),), spans)))
    found = links(root)[1:]
    assert len(found) == len(spans)
    rows: dict[float, list[tuple[float, float]]] = {}
    for link in found:
        (piece,) = pieces(link)
        begin, end = across(piece)
        assert -0.01 <= begin < end <= 100.01
        assert end - begin >= 0.69
        near, far = across(target(link))
        assert near - 0.02 <= begin < end <= far + 0.02
        assert far - near >= 3.59
        rows.setdefault(down(target(link))[0], []).append((begin, end))
    assert all(clear(extents) for extents in rows.values())
    height = float(root.get("height", ""))
    assert all(down(target(link))[1] <= height for link in found)


@pytest.mark.parametrize(
    "ends, side, begin, end",
    [((None, 5), "until", 0, None), ((5, None), "from", None, 100), ((2, 5), "", None, None)],
)
def test_a_span_that_is_open_reaches_the_edge_on_that_side_and_fades_with_an_arrow(
    ends: tuple[int | None, int | None], side: str, begin: float | None, end: float | None
) -> None:
    root = drawn(view(lane(spans=(span(ends),))))
    (piece,) = pieces(root)
    assert piece.get("fill") == (f"url(#t-{side})" if side else None)
    assert len([one for one in root.iter(f"{SVG}path") if one.get("class") == "arrow"]) == bool(side)
    if begin is not None:
        assert across(piece)[0] == begin
    if end is not None:
        assert across(piece)[1] == pytest.approx(end, abs=0.02)
    assert {one.get("id") for one in root.iter(f"{SVG}linearGradient")} == {"t-from", "t-until"}


def test_what_lasts_is_on_each_day_or_is_some_time_within_differs_by_its_form() -> None:
    forms = {}
    for meaning in (Meaning.LASTS, Meaning.EACH, Meaning.DOUBT):
        (piece,) = pieces(drawn(view(lane(spans=(span((2, 9), meaning=meaning),)))))
        forms[piece.get("class")] = (piece.get("height"), piece.get("rx"))
    assert set(forms) == {"span lasts", "span each", "span within"}
    assert len(set(forms.values())) == 3
    assert float(str(forms["span lasts"][0])) > float(str(forms["span within"][0]))


def test_each_of_several_days_is_a_bead_and_a_line_joins_them() -> None:
    root = drawn(view(lane(spans=(span((0, 1), (5, 6), (12, 13), meaning=Meaning.EACH),))))
    beads = [across(piece) for piece in pieces(root)]
    assert len(beads) == 3
    assert clear(beads)
    (joint,) = (one for one in root.iter(f"{SVG}line") if one.get("class", "").startswith("joint"))
    assert share(joint.get("x1")) == pytest.approx(beads[0][0], abs=0.02)
    assert share(joint.get("x2")) == pytest.approx(beads[-1][1], abs=0.02)
    assert not any(
        one.get("class", "").startswith("joint") for one in drawn(view(lane(spans=(span((0, 9)),)))).iter(f"{SVG}line")
    )


@settings(max_examples=25)
@given(st.integers(2, 40), st.integers(1, 30))
def test_the_pieces_of_a_lane_are_never_too_many_to_be_drawn(members: int, count: int) -> None:
    one = span(*((day, day + 1) for day in range(members)), meaning=Meaning.EACH)
    root = drawn(view(lane(spans=(one,) * count)))
    for link in links(root):
        assert 1 <= len(list(pieces(link))) <= max(4, 96 // count)


def test_a_bar_that_goes_over_a_break_is_marked_there_and_one_that_ends_at_it_is_not() -> None:
    def breaks(first: int, last: int) -> int:
        link = links(drawn(view(lane(spans=(span((first, last), meaning=Meaning.LASTS),)))))[0]
        return len([one for one in link.iter(f"{SVG}path") if one.get("class") == "break"])

    assert breaks(2, 35) == 1
    assert breaks(2, 20) == 0
    assert breaks(30, 35) == 0
    assert breaks(2, 25) == 1


@pytest.mark.parametrize("count", [1, 2, 1234])
def test_a_bar_of_several_dates_has_their_number_on_it(count: int) -> None:
    root = drawn(view(lane(spans=(span((2, 9), count=count),))))
    told = [one.text for one in root.iter(f"{SVG}text") if one.get("class") == "count"]
    assert told == ([] if count == 1 else [f"{count:,}"])


@pytest.mark.parametrize(
    "disputed, marked, texture", [(0, 0, None), (1, 0, "hatch"), (0, 1, "dots"), (1, 1, "hatch-dots")]
)
def test_a_bar_is_hatched_where_disputed_and_dotted_where_doubtful(
    disputed: int,
    marked: int,
    texture: str | None,
) -> None:
    (piece,) = pieces(drawn(view(lane(spans=(span((2, 9), marked=bool(marked), disputed=disputed),)))))
    assert piece.get("fill") == (f"url(#t-{texture})" if texture else None)
    words = piece.get("class", "").split()
    assert ("disputed" in words, "doubtful" in words) == (bool(disputed), bool(marked))


# --- the whole -------------------------------------------------------------------------------------------------------


def test_lanes_stand_below_each_other_and_the_figure_is_as_high_as_all_of_them() -> None:
    one = lane((bin_of(3),), (span((2, 9)), span((3, 12))), "When it happened")
    root = drawn(view(one, lane((bin_of(4),), title="When it was said")))
    lanes = root.findall(f"{SVG}svg")
    extents = [down(found) for found in lanes]
    assert extents[0][1] == pytest.approx(extents[1][0])
    assert extents[1][1] == pytest.approx(float(root.get("height", "")))
    titles = [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "lane"]
    assert titles == ["When it happened", "When it was said"]


def test_only_the_first_lane_has_the_names_of_the_axis() -> None:
    root = drawn(view(lane((bin_of(3),), title="a"), lane((bin_of(4),), title="b")))
    first, second_ = (
        {text.get("class", "") for text in found.iter(f"{SVG}text")} for found in root.findall(f"{SVG}svg")
    )
    assert any(kind.startswith("tick") for kind in first)
    assert second_ == {"lane"}


def test_every_mark_says_what_it_is_in_words_and_hostile_words_stay_words() -> None:
    found = BinView(FIRST, HOSTILE, HOSTILE, "days/x/", 1, 0, 0, 0)
    root = drawn(view(lane((found,), (span((2, 9)),), HOSTILE)))
    assert not list(root.iter(f"{SVG}script"))
    assert [link.findtext(f"{SVG}title") for link in links(root)] == [HOSTILE, "label"]
    assert root.findtext(f"{SVG}title") == "Title"
    assert root.findtext(f"{SVG}desc") == "Told"


def test_turning_points_lead_down_to_their_day_and_are_hollow_where_disputed() -> None:
    points = tuple(
        PointView(
            (second(day), second(day + 1)), FIRST + day, f"Point {day}", f"told {day}", f"days/{day}/#p", disputed
        )
        for day, disputed in ((2, False), (36, True))
    )
    root = drawn(view(lane((bin_of(2), bin_of(36))), points=points))
    circles = {one.get("cx"): one.get("class") for one in root.iter(f"{SVG}circle") if one.get("cx", "").endswith("%")}
    leads = {one.get("x1"): float(one.get("y2", "")) for one in root.iter(f"{SVG}line") if one.get("class") == "lead"}
    assert set(circles) == set(leads)
    assert sorted(str(kind) for kind in circles.values()) == ["point", "point open"]
    assert [link.get("href") for link in links(root)][:2] == ["../days/36/#p", "../days/2/#p"]
    bases = {float(one.get("y1", "")) for one in root.iter(f"{SVG}line") if one.get("class") == "base"}
    assert set(leads.values()) <= bases


def test_a_timeline_of_nothing_is_an_axis() -> None:
    root = drawn(view(lane()))
    assert links(root) == []
    assert [one for one in root.iter(f"{SVG}line") if one.get("class") == "base"]
    assert element("svg") == "<svg/>"
