import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from dateline.ground.dates import Day
from dateline.pages.figures.days_axis import days_axis
from dateline.pages.figures.strip import draw_strip, width_of_strip
from dateline.pages.figures.toll import draw_toll, toll_bars
from dateline.pages.shared.strips import StripDispute, StripKey, StripMark, StripRow, StripView
from dateline.pages.shared.tolls import TollBar, TollView
from dateline.pages.shared.views import Link
from days_drawn import days_between
from hypothesis import given
from hypothesis import strategies as st

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>x</script>\"'&{{7}}\n*a*"
days = days_between("2017-01-01", "2019-12-31")
spans = st.lists(st.tuples(days, st.integers(0, 40)), min_size=1, max_size=8).map(
    lambda pairs: [(first, first.shifted(length)) for first, length in pairs]
)


@given(spans)
def test_every_span_lies_on_the_axis_from_its_first_day_to_its_last(found: list[tuple[Day, Day]]) -> None:
    axis = days_axis(found, 100, 500)
    for first, last in found:
        assert 100 <= axis.start(first) < axis.end(last) <= axis.right + 1e-6
        width = (last.days_since(first) + 1) * axis.day_width
        assert axis.end(last) - axis.start(first) == pytest.approx(width)


@given(spans)
def test_the_axis_keeps_the_order_of_days(found: list[tuple[Day, Day]]) -> None:
    axis = days_axis(found, 0, 500)
    starts = [axis.start(first) for first, _ in sorted(found)]
    assert starts == sorted(starts)
    assert [tick.x for tick in axis.days] == sorted(tick.x for tick in axis.days)


def test_a_long_stretch_without_days_is_left_out_and_marked() -> None:
    near = days_axis([(Day(2017, 11, 1), Day(2017, 11, 2)), (Day(2017, 11, 5), Day(2017, 11, 5))], 0, 500)
    far = days_axis([(Day(2017, 11, 1), Day(2017, 11, 2)), (Day(2018, 6, 5), Day(2018, 6, 5))], 0, 500)
    assert len(near.gaps) == 0
    assert len(far.gaps) == 1
    assert [names[0] for _, names in far.named_starts] == ["November 2017", "June 2018"]


def mark(first: int, last: int, holder: int, *, collides: bool = False, label: str = "words") -> StripMark:
    return StripMark(
        first=Day(2017, 11, first),
        last=Day(2017, 11, last),
        is_certain=True,
        holder=holder,
        holder_name="Somebody",
        extent="full",
        collides=collides,
        label=label,
        address=f"days/x/#claim-{first}",
    )


def said_by(name: str, *marks: StripMark, lanes: int = 1) -> StripRow:
    return StripRow(name, 0, marks, lanes, Link(name, "actors/a/"))


def strip(*rows: StripRow, summary: tuple[StripRow, ...] = ()) -> StripView:
    keys = (StripKey(1, "One", (Link("One", "actors/one/"),)), StripKey(2, "Two", (Link("Two", "actors/two/"),)))
    return StripView("Who held it", "There", keys, rows, summary)


def drawn(view: StripView, part: str = "") -> ET.Element:
    text = draw_strip(view, lambda address: f"../{address}", "s", part)
    assert "\n" not in text
    return ET.fromstring(text)  # noqa: S314 - our own


def addresses(root: ET.Element) -> list[str | None]:
    return [link.get("href") for link in root.iter(f"{SVG}a")]


def test_a_strip_has_a_link_for_each_claim_row_by_row() -> None:
    rows = (said_by("A", mark(1, 1, 1), mark(3, 4, 2)), said_by("B", mark(2, 2, 2)))
    assert addresses(drawn(strip(*rows))) == ["../days/x/#claim-1", "../days/x/#claim-3", "../days/x/#claim-2"]


def test_sides_are_drawn_first_and_their_speakers_on_demand_on_the_same_axis() -> None:
    rows = tuple(said_by(f"S{day}", mark(day, day, 1)) for day in range(1, 25))
    view = strip(*rows, summary=(StripRow("One", 1, (mark(2, 2, 1), mark(9, 9, 1))),))
    at_once, speakers = (
        {link.get("href"): link.find(f"{SVG}rect") for link in drawn(view, part).iter(f"{SVG}a")}
        for part in ("", "speakers")
    )
    assert len(at_once) == 2
    assert len(speakers) == 24
    for address, box in at_once.items():
        other = speakers[address]
        assert box is not None
        assert other is not None
        assert box.get("x") == other.get("x")


@given(spans, st.integers(1, 3))
def test_every_target_of_a_strip_is_as_large_as_a_finger(found: list[tuple[Day, Day]], lanes: int) -> None:
    marks = [replace(mark(1, 1, 1), first=first, last=last, lane=lanes - 1) for first, last in found]
    root = drawn(strip(said_by("A", *marks, lanes=lanes)))
    boxes = [link.find(f"{SVG}rect") for link in root.iter(f"{SVG}a")]
    sizes = [float(box.get(side, "")) for box in boxes if box is not None for side in ("width", "height")]
    assert all(size >= 23.9 for size in sizes)


def test_a_strip_too_long_for_fingers_has_no_targets_but_tells_the_same() -> None:
    first, last = mark(1, 1, 1), replace(mark(1, 1, 1), first=Day(2018, 11, 1), last=Day(2019, 11, 1))
    root = drawn(strip(said_by("A", first, last)))
    assert addresses(root) == []
    assert [group.get("aria-label") for group in root.iter(f"{SVG}g")] == ["words", "words"]


def test_disputes_are_a_drawing_of_their_own_and_told_by_the_bars_about_them() -> None:
    disputed = replace(mark(2, 2, 0), disputes=(1,))
    dispute = StripDispute(1, Link("Who?", "disputes/who/", "open"), Day(2017, 11, 1), Day(2017, 11, 3))
    view = replace(strip(said_by("A", disputed)), disputes=(dispute,))
    (claim,) = drawn(view).iter(f"{SVG}a")
    assert "dispute 1" in claim.get("aria-label", "")
    (link,) = drawn(view, "disputes").iter(f"{SVG}a")
    assert link.get("href") == "../disputes/who/"
    assert "Who?" in link.get("aria-label", "")


def test_marks_of_one_row_that_share_a_day_stand_above_each_other() -> None:
    row = said_by("A", mark(1, 1, 1), replace(mark(1, 3, 2), lane=1), lanes=2)
    boxes = [rect for rect in drawn(strip(row)).iter(f"{SVG}rect") if "dl-svg__mark" in rect.get("class", "")]
    first, second = ((float(box.get("y", "")), float(box.get("height", ""))) for box in boxes)
    assert first[0] + first[1] <= second[0]


@pytest.mark.parametrize("lanes", [1, 2, 3])
def test_who_held_all_fills_the_row_however_high_its_name_makes_it(lanes: int) -> None:
    root = drawn(strip(said_by("A", mark(1, 1, 1), mark(3, 3, 2), lanes=lanes)))
    (ground,) = (one for one in root.iter(f"{SVG}rect") if "dl-svg__ground" in one.get("class", ""))
    row = float(ground.get("height", ""))
    bars = [one for one in root.iter(f"{SVG}rect") if "dl-svg__mark" in one.get("class", "")]
    assert len(bars) == 2
    for bar in bars:
        top, height = float(bar.get("y", "")) - float(ground.get("y", "")), float(bar.get("height", ""))
        assert height / row > 0.6
        assert top == pytest.approx(row - top - height)


def test_a_strip_of_one_day_has_room_beside_the_names_on_the_narrowest_phone() -> None:
    names, content = 6.6 * 20, 320 - 2 * 16  # `.dl-strip__names` at its narrowest, and a page of 320 px
    assert width_of_strip(strip(said_by("A", mark(1, 1, 1)))) + names <= content


def classes_and_words(*marks: StripMark) -> dict[str | None, tuple[set[str], str]]:
    """Return the classes of what each claim's mark is drawn with, and its words, by its address."""
    return {
        link.get("href"): (
            {name for shape in link.iter() for name in shape.get("class", "").split()},
            link.get("aria-label", ""),
        )
        for link in drawn(strip(said_by("A", *marks))).iter(f"{SVG}a")
    }


def test_only_what_collides_is_drawn_and_named_as_colliding() -> None:
    found = classes_and_words(mark(1, 1, 1, collides=True), mark(2, 2, 1))
    classes, words = found["../days/x/#claim-1"]
    assert "dl-svg__mark--collides" in classes
    assert "collides" in words
    classes, words = found["../days/x/#claim-2"]
    assert "dl-svg__mark--collides" not in classes
    assert "collides" not in words


def test_what_was_settled_as_wrong_is_hollow_and_struck_out_and_said_to_be_wrong() -> None:
    found = classes_and_words(replace(mark(1, 1, 1), is_wrong=True), mark(2, 2, 1))
    classes, words = found["../days/x/#claim-1"]
    assert {"dl-svg__hollow", "dl-svg__struck"} <= classes
    assert "dl-svg__mark" not in classes
    assert "it was not so" in words
    classes, words = found["../days/x/#claim-2"]
    assert not {"dl-svg__hollow", "dl-svg__struck"} & classes
    assert "it was not so" not in words


def test_holders_differ_by_pattern_and_not_by_colour_alone() -> None:
    root = drawn(strip(said_by("A", mark(1, 1, 1), mark(2, 2, 2), mark(3, 3, 0), mark(4, 4, 10))))
    patterns = {pattern.get("id"): ET.tostring(pattern[0]) for pattern in root.iter(f"{SVG}pattern")}
    assert len(set(patterns.values())) == len(patterns) == 2  # who is on no side is plain, then grey with patterns
    used = [rect.get("fill") for rect in root.iter(f"{SVG}rect") if rect.get("class") == "dl-svg__pattern"]
    assert used == ["url(#s-1)", "url(#s-2)", "url(#s-1)"]
    hues = [re.findall("holder([0-9]+)", rect.get("class", "")) for rect in root.iter(f"{SVG}rect")]
    assert [hue for found in hues for hue in found] == ["1", "2", "0", "0"]


def test_hostile_words_stay_words_in_figures() -> None:
    root = drawn(strip(said_by(HOSTILE, mark(1, 1, 0, label=HOSTILE))))
    assert not list(root.iter(f"{SVG}script"))
    assert HOSTILE in {link.get("aria-label") for link in root.iter(f"{SVG}a")}
    toll = ET.fromstring(toll_text(row(1, 2, speaker=HOSTILE)))  # noqa: S314 - our own
    assert not list(toll.iter(f"{SVG}script"))
    assert any(link.get("aria-label", "").startswith(HOSTILE) for link in toll.iter(f"{SVG}a"))


def row(low: float | None, high: float | None, *, speaker: str = "A", side: int = 0) -> TollBar:
    return TollBar(speaker, side, Link("c", "days/x/#c"), low, high, "amount", "scope", "in 2 papers", "wording")


def toll(*bars: TollBar) -> TollView:
    sides = tuple((number, f"Side {number}") for number in sorted({bar.side for bar in bars}))
    return TollView("Killed", "1 to 2", "2 counts", "1 to 2, 2 counts", differ=True, bars=bars, rows=(), sides=sides)


def toll_text(*bars: TollBar) -> str:
    return draw_toll(toll(*bars), lambda address: address, "t")


def test_sides_differ_by_pattern_and_not_by_colour_alone() -> None:
    root = ET.fromstring(toll_text(row(1, 2, side=1), row(1, 2, side=2)))  # noqa: S314 - our own
    patterns = {pattern.get("id"): ET.tostring(pattern[0]) for pattern in root.iter(f"{SVG}pattern")}
    assert len(set(patterns.values())) == 2
    used = [rect.get("fill") for rect in root.iter(f"{SVG}rect") if rect.get("class") == "dl-svg__pattern"]
    assert used == ["url(#t-1)", "url(#t-2)"]


def test_the_words_of_a_toll_stand_in_full() -> None:
    speaker = "A very long name of a speaker who is quoted by somebody else who is not named at all"
    root = ET.fromstring(toll_text(row(1, 2, speaker=speaker)))  # noqa: S314 - our own
    said = " ".join(text.text or "" for text in root.iter(f"{SVG}text") if "label" in text.get("class", ""))
    assert speaker in said
    assert "…" not in said


def test_no_line_of_a_toll_goes_through_its_words() -> None:
    root = ET.fromstring(toll_text(row(1, 2, speaker="A rather long name " * 6), row(40, None)))  # noqa: S314 - our own
    lines = [
        float(one.get("d", "")[1:].split()[0]) for one in root.iter(f"{SVG}path") if "line" in one.get("class", "")
    ]
    ends = [float(one.get("x", "")) for one in root.iter(f"{SVG}text") if one.get("text-anchor") == "end"]
    starts = [float(one.get("x", "")) for one in root.iter(f"{SVG}text") if not one.get("text-anchor")]
    assert max(ends) < min(lines)
    assert max(lines) < min(starts)


def ends_of(*bars: TollBar) -> list[tuple[float, float]]:
    """Return from where to where each bar goes, in shares of the width; one number is a place without a width."""
    found = []
    for drawn in toll_bars(toll(*bars), "t"):
        root = ET.fromstring(drawn)  # noqa: S314 - our own
        at = [float(one.get("x", "")[:-1]) for one in root.iter() if one.get("x", "").endswith("%")]
        widths = [
            float(one.get("width", "")[:-1]) for one in root.findall("rect") if one.get("width", "").endswith("%")
        ]
        if at:
            found.append((at[0], at[0] + max(widths, default=0)))
    return found


def test_a_toll_without_a_number_has_no_bar_and_zero_has_one() -> None:
    assert len(ends_of(row(0, 0), row(None, None))) == 1


@given(st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 900)), min_size=2, max_size=6))
def test_bars_lie_on_one_scale(pairs: list[tuple[int, int]]) -> None:
    found = ends_of(*(row(low, low + more) for low, more in pairs))
    top = max(low + more for low, more in pairs) or 1
    ratio = max(end for _, end in found) / top
    for (start, end), (low, more) in zip(found, pairs, strict=True):
        assert start == pytest.approx(low * ratio, abs=0.02)
        assert end == pytest.approx((low + more) * ratio, abs=0.02)


def test_a_bar_that_is_open_ends_at_the_end_of_the_scale_in_a_point() -> None:
    assert ends_of(row(10, 20), row(10, None))[1][1] == 100
    assert ends_of(row(None, 20), row(10, 20))[0][0] == 0
    drawn = toll_bars(toll(row(10, 20), row(10, None), row(None, 20)), "t")
    assert [one.count("dl-bar__open") for one in drawn] == [0, 1, 1]


@pytest.mark.parametrize(
    "first, last, told",
    [
        (Day(-430, 1, 1), Day(-403, 12, 31), ["431 BCE", "425 BCE", "420 BCE"]),
        (Day(-999, 1, 1), Day(2017, 12, 31), ["1000 BCE", "500 BCE", "1 CE", "500"]),
        (Day(1800, 1, 1), Day(1899, 12, 31), ["1800", "1810", "1820"]),
    ],
)
def test_a_long_axis_of_days_names_years_and_no_days(first: Day, last: Day, told: list[str]) -> None:
    axis = days_axis([(first, last)], 100, 500)
    assert [names[0] for _, names in axis.named_starts][: len(told)] == told
    assert axis.days == []


def test_an_axis_with_many_gaps_leaves_room_for_its_days() -> None:
    spans = [(Day(2000 + year, 1, 1), Day(2000 + year, 1, 2)) for year in range(60)]
    axis = days_axis(spans, 100, 500)
    assert axis.day_width > 0
    assert 22 * len(axis.gaps) <= 250
    assert axis.right == pytest.approx(600)


def test_the_months_of_an_axis_have_their_era() -> None:
    axis = days_axis([(Day(-43, 3, 1), Day(-43, 4, 30))], 0, 600)
    assert [names[0] for _, names in axis.named_starts] == ["March 44 BCE", "April 44 BCE"]
