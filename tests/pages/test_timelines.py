"""The timeline: every event once, inside the frame, small, the same each time, and told apart without colour."""

import re
from itertools import pairwise
from random import Random
from xml.etree import ElementTree as ET

import pytest
from chronologies import edition_of
from dateline.ground.dates import UNDATED, Day, Precision, first_second, parse, period_of, seconds_of
from dateline.ground.languages import ENGLISH
from dateline.pages.figures.time_axis import TimeAxis
from dateline.pages.figures.timeline import draw_timeline
from dateline.pages.shared.time_units import DAY, HOUR, MINUTE, MONTH, UNITS, WEEK, YEAR, Unit, runs
from dateline.pages.shared.timeline_views import BinView, Moment, SpanView, TimelineView
from dateline.pages.shared.timelines import timeline, timeline_of_all
from days_drawn import days_between
from hypothesis import given, settings
from hypothesis import strategies as st

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>x</script>\"'&{{7}}\n*a*"
ANY_DAY = days_between("Y-20000-01-01", "Y20000-12-31")
WRITTEN_DAY = days_between("-9999-01-01", "9999-12-31")
NEAR_DAY = days_between("2016-01-01", "2019-12-31")


@st.composite
def dates(draw: st.DrawFn, days: st.SearchStrategy[Day] = NEAR_DAY | WRITTEN_DAY) -> str:
    begin, end = sorted([draw(days), draw(days)])
    first, last = str(begin), str(end)
    month, year, decade = (period_of(begin, unit) for unit in (Precision.MONTH, Precision.YEAR, Precision.DECADE))
    mark = draw(st.sampled_from(["", "", "~", "?", "%"]))
    certain = f"{first}{mark}"
    forms = [certain, certain, month, year, f"{first}/{last}", f"{first}/..", f"../{last}"]
    forms += [
        f"[{first},{last}]" if first != last else first,
        f"[..{first},{last}]",
        f"[{first},{last}..]",
        f"[{first}..{last},9999]",
        decade.upper(),
    ]
    return draw(st.sampled_from(forms)).replace("000X", "001X")


many = st.lists(dates(), min_size=1, max_size=60)


@st.composite
def timed_dates(draw: st.DrawFn) -> str:
    times = st.builds("1970-04-{:02}T{:02}:{:02}Z".format, st.integers(11, 17), st.integers(0, 23), st.integers(0, 59))
    first, last = sorted([draw(times), draw(times)])
    forms = [first, first, last, f"{first[:13]}Z", f"{first}/{last}", f"[{first}..{last}]", f"{first}~", first[:10]]
    return draw(st.sampled_from(forms))


timed = st.lists(timed_dates(), min_size=1, max_size=30)


def of(texts: list[str]) -> TimelineView:
    view = timeline_of_all(edition_of(texts))
    assert view is not None
    return view


def drawn(view: TimelineView) -> ET.Element:
    text = draw_timeline(view, lambda address: f"../{address}", "_t")
    assert "\n" not in text
    return ET.fromstring(text)  # noqa: S314 - our own


def moment(when: str, *, title: str = "words", disputed: bool = False) -> Moment:
    return Moment(parse(when), title, f"days/x/#{when[:7]}", disputed)


def one_lane(*moments: Moment) -> TimelineView:
    view = timeline("Title", "", [("", "events", moments)])
    assert view is not None
    return view


# --- units -----------------------------------------------------------------------------------------------------------


@given(ANY_DAY, st.integers(0, 86_399), st.sampled_from(UNITS))
def test_a_bin_holds_its_seconds_and_touches_the_next(day: Day, second_of_day: int, unit: Unit) -> None:
    second = first_second(day) + second_of_day
    first, end = unit.bounds(unit.index(second))
    assert first <= second < end
    assert unit.index(first) == unit.index(end - 1) == unit.index(second)
    assert unit.bounds(unit.index(second) + 1)[0] == end
    assert unit.words(unit.index(second))


def test_a_week_begins_on_monday() -> None:
    assert WEEK.days(WEEK.index_of(Day(2017, 11, 17))) == (Day(2017, 11, 13), Day(2017, 11, 19))


@pytest.mark.parametrize(
    "unit, words",
    [
        (MINUTE, "23:05 on 17 November 2017"),
        (HOUR, "23:00 to 24:00 on 17 November 2017"),
        (DAY, "17 November 2017"),
        (WEEK, "13 to 19 November 2017"),
        (MONTH, "November 2017"),
        (YEAR, "2017"),
        (UNITS[6], "the 2010s"),
        (UNITS[7], "2000 to 2099"),
        (UNITS[8], "2000 to 2999"),
    ],
)
def test_bins_are_named_as_people_name_them(unit: Unit, words: str) -> None:
    assert unit.words(unit.index(first_second(Day(2017, 11, 17)) + 23 * 3600 + 300)) == words


@given(st.lists(st.integers(0, 400), min_size=1))
def test_stretches_hold_every_bin_and_only_long_gaps_divide_them(indexes: list[int]) -> None:
    found = runs(indexes, 3)
    assert all(any(first <= index <= last for first, last in found) for index in indexes)
    assert {first for first, _ in found} | {last for _, last in found} <= set(indexes)
    assert all(after - before > 4 for (_, before), (after, _) in pairwise(found))


# --- what is shown ---------------------------------------------------------------------------------------------------


@given(many)
def test_every_event_is_counted_exactly_once_whatever_its_date(texts: list[str]) -> None:
    (lane,) = of(texts).lanes
    assert lane.count == len(texts)
    assert sum(one.plain + one.disputed + one.doubtful - one.both for one in lane.bins) == lane.count - lane.imprecise
    assert all(one.plain >= 0 and one.count > 0 for one in lane.bins)


@given(many)
def test_a_bin_leads_to_the_day_the_month_or_the_year_and_a_span_to_its_event(texts: list[str]) -> None:
    view = of(texts)
    for one in view.bins:
        known = r"days/(-?\d{4}-\d\d-\d\d/|#m-?\d{4}-\d\d|#y-?(\d{4}|\d{3}x|\d\dxx|\dxxx)|#open|#undated)"
        assert re.fullmatch(known, one.address)
    for span in view.spans:
        pattern = r"days/[0-9a-z-]+/#event-\d+" if span.count == 1 else r"days/([0-9a-z-]+/)?"
        assert re.fullmatch(pattern, span.address)


def test_certain_days_are_bins_and_the_rest_are_spans() -> None:
    view = of(["2017-11-17", "2017-11-17~", "2017-11-18", "2017-11-10/2017-11-12", "[2017-11-11,2017-11-19]"])
    assert [(one.name, one.count, one.doubtful) for one in view.bins] == [
        ("17 November 2017", 2, 1),
        ("18 November 2017", 1, 0),
    ]
    assert [span.when for span in view.spans] == ["10 to 12 November 2017", "11 or 19 November 2017"]
    assert len(view.spans[1].stretches) == 2


@pytest.mark.parametrize(
    "texts, unit",
    [
        (["2017-11-17"], "day"),
        (["2017"], "year"),
        (["2017-11", "2017-12"], "month"),
        (["1453-05-29", "2017-11-17"], "decade"),
        (["1995-03-03", "2017-11-17"], "month"),
        (["-0430", "-0403-05", "-0403-05-02"], "month"),
        (["-0999", "2017-11-17"], "decade"),
        (["-2099", "-0430", "2017-11-17"], "century"),
        ([Day.fromordinal(736000 + 3 * number).isoformat() for number in range(60)], "week"),
        ([Day.fromordinal(736000 + 9 * number).isoformat() for number in range(120)], "month"),
        ([f"{year}-06-01" for year in range(1980, 2020)], "year"),
        ([f"{year}-06-01" for year in range(1700, 2020)], "decade"),
        ([f"{year}-06-01" for year in range(1000, 2020, 2)], "century"),
        ([f"{year:04}-06-01" for year in range(1, 9999, 7)], "millennium"),
    ],
)
def test_the_unit_is_the_shortest_that_stays_readable(texts: list[str], unit: str) -> None:
    assert of(texts).unit_name == unit


def test_no_more_is_left_out_than_must_be() -> None:
    assert len(of(["2017-11-01", "2017-11-20"]).stretches) == 1
    assert len(of(["2017-11-01", "2017-12-20"]).stretches) == 2
    busy = [Day.fromordinal(736000 + number).isoformat() for number in range(36)]
    assert len(of([*busy, Day.fromordinal(736000 + 60).isoformat()]).stretches) == 2


def test_what_is_in_an_open_dispute_is_counted() -> None:
    (one,) = one_lane(
        moment("2017-11-17", disputed=True), moment("2017-11-17~", disputed=True), moment("2017-11-17")
    ).bins
    assert (one.count, one.disputed, one.doubtful, one.both, one.plain) == (3, 2, 1, 1, 1)
    assert "2 in dispute" in one.label


def test_nothing_makes_no_timeline() -> None:
    assert timeline("Title", "", [("", "events", [])]) is None


@pytest.mark.parametrize("reports", [1, 2, 30])
def test_what_has_no_place_in_time_at_all_makes_none_and_joins_one_that_has(reports: int) -> None:
    said = [Moment(UNDATED, f"Page {number}", "sources/page/", disputed=False) for number in range(reports)]
    assert timeline("Title", "", [("they spoke", "reports", said)]) is None
    beside = timeline("Title", "", [("they acted", "events", [moment("2017-11-17")]), ("they spoke", "reports", said)])
    assert beside is not None
    assert len(drawn(beside).findall(f".//{SVG}a")) == 1 + len(beside.spans)


# --- how it is drawn -------------------------------------------------------------------------------------------------


@given(many)
def test_no_mark_lies_outside_the_frame(texts: list[str]) -> None:
    root = drawn(of(texts))
    height = float(root.get("height", ""))
    for mark in root.iter():
        begin, width = _percent(mark.get("x")), _percent(mark.get("width"))
        if begin is not None:
            assert 0 <= begin <= 100.01
            assert begin + (width or 0) <= 100.02
        for name in ("y", "y1"):
            y = mark.get(name)
            assert y is None or 0 <= float(y) <= height


@given(many | timed)
def test_the_axis_keeps_the_order_of_time_and_is_true_to_scale_between_its_breaks(texts: list[str]) -> None:
    view = of(texts)
    axis = TimeAxis(view)
    edges = [edge for first, end in axis.ends for edge in (first, first + (end - first) // 3, (first + end) // 2, end)]
    seconds = sorted({*edges, *(one for span in view.spans for ends in span.stretches for one in ends if one)})
    places = [axis.at(second) for second in seconds]
    assert places == sorted(places)
    assert axis.at(edges[0]) == 0
    assert axis.at(edges[-1]) == pytest.approx(100)
    for first, end in axis.ends:
        inside = [second for second in seconds if first <= second <= end]
        for one, other in pairwise(inside):
            assert axis.at(other) - axis.at(one) == pytest.approx((other - one) * axis.second)
    widths = {round(end - begin, 6) for begin, end in axis.gaps}
    assert len(widths) <= 1
    bins = [axis.bin(one.index) for one in sorted(view.bins, key=lambda one: one.index)]
    assert all(before[1] <= after[0] + 1e-9 for before, after in pairwise(bins))


@given(many)
def test_each_mark_is_one_link_and_named(texts: list[str]) -> None:
    view = of(texts)
    marks: list[BinView | SpanView] = [*view.bins, *view.spans]
    links = list(drawn(view).iter(f"{SVG}a"))
    assert [link.get("href") for link in links] == [f"../{one.address}" for one in marks]
    assert [link.findtext(f"{SVG}title") for link in links] == [one.label for one in marks]


def test_forty_thousand_events_over_forty_years_are_a_small_figure() -> None:
    random = Random(4)  # noqa: S311 - the same dates every time
    texts = []
    for _ in range(40_000):
        day = Day(1980, 1, 1).shifted(random.randrange(40 * 365))
        text = day.isoformat()
        texts.append(random.choice([text] * 8 + [text[:7], text[:4], f"{text}~", f"{text}/..", f"{text}/2021-01-01"]))
    view = of(texts)
    assert view.lanes[0].count == 40_000
    assert len(draw_timeline(view, lambda address: f"../../{address}", "_t")) < 20_000


@settings(max_examples=50)  # with many dates each
@given(st.lists(st.tuples(dates(NEAR_DAY), st.booleans()), min_size=1, max_size=300))
def test_the_figure_stays_small_whatever_it_shows(found: list[tuple[str, bool]]) -> None:
    moments = [Moment(parse(when), "W" * 200, f"days/2017-11/#{'e' * 80}", disputed) for when, disputed in found]
    view = timeline("T" * 80, "", [("L", "events", moments), ("M", "reports", moments)])
    assert view is not None
    assert len(view.bins) + len(view.spans) <= 50
    assert len(draw_timeline(view, lambda address: f"../../{address}", "_t")) < 28_000


def test_the_same_dates_in_any_order_are_the_same_figure() -> None:
    texts = ["2017-11-17", "2017-11-10/2017-11-12", "2018-06", "[2017-11-11,2017-11-19]", "2017-11-17?"]
    view = of(texts)
    again = of(texts[::-1])
    assert [one.label for one in view.bins] == [one.label for one in again.bins]
    assert [one.when for one in view.spans] == [one.when for one in again.spans]


def test_disputed_doubtful_open_and_one_of_several_differ_in_form() -> None:
    view = one_lane(
        moment("2017-11-17"),
        moment("2017-11-17", disputed=True),
        moment("2017-11-17~"),
        moment("2017-11-17?", disputed=True),
        moment("2017-11-14/.."),
        moment("../2017-11-20"),
        moment("[2017-11-16,2017-11-19]"),
    )
    root = drawn(view)
    fills = {mark.get("class"): mark.get("fill") for mark in root.iter(f"{SVG}rect") if mark.get("class")}
    assert fills["plain"] is None
    bars = [fills[kind] for kind in ("disputed", "doubtful", "disputed doubtful")]
    assert bars == ["url(#_t-hatch)", "url(#_t-dots)", "url(#_t-hatch-dots)"]
    ids = {mark.get("id") for mark in root.iter() if mark.get("id")}
    assert ids == {"_t-hatch", "_t-dots", "_t-hatch-dots", "_t-from", "_t-until"}
    opened = [mark.get("fill") for mark in root.iter(f"{SVG}rect") if mark.get("class") == "span lasts"]
    assert sorted(filter(None, opened)) == ["url(#_t-from)", "url(#_t-until)"]
    assert len([mark for mark in root.iter(f"{SVG}path") if mark.get("class") == "arrow"]) == 2
    assert len([mark for mark in root.iter(f"{SVG}line") if mark.get("class") == "joint within"]) == 1
    assert {form for form, _ in view.keys(ENGLISH)} == {"plain", "disputed", "doubtful", "lasts", "span", "open", "set"}


FORMS = ("2017-11-10/2017-11-12", "{2017-11-10,2017-11-14}", "[2017-11-10,2017-11-14]", "[2017-11-10..2017-11-12]")


DAYS = tuple(moment(f"2017-11-{day:02}") for day in (1, 2, 14))


def boxes(*moments: Moment) -> list[ET.Element]:
    return [
        mark
        for mark in drawn(one_lane(*DAYS, *moments)).iter(f"{SVG}rect")
        if "span" in (mark.get("class") or "").split()
    ]


@pytest.mark.parametrize("disputed", [False, True])
def test_what_lasts_is_each_of_several_or_is_within_differs_in_form_also_when_disputed(*, disputed: bool) -> None:
    found = [boxes(moment(text, disputed=disputed)) for text in FORMS]
    forms = [{(box.get("height"), box.get("rx")) for box in of_one} for of_one in found]
    assert forms == [{("11", "0")}, {("11", "5")}, {("6", "2")}, {("6", "2")}]
    assert {"disputed" in (box.get("class") or "") for of_one in found for box in of_one} == {disputed}
    assert len({box.get("fill") for of_one in found for box in of_one}) == 1


def test_the_words_of_a_bar_say_what_its_date_says_of_its_days() -> None:
    view = one_lane(*DAYS, *(moment(text, disputed=True) for text in (*FORMS, "2017-11")))
    assert [span.label for span in view.spans] == [
        "words (10 to 12 November 2017; lasts throughout), in dispute",
        "words (10 and 14 November 2017; on each of them), in dispute",
        "words (10 or 14 November 2017), in dispute",
        "words (some time from 10 to 12 November 2017), in dispute",
        "words (November 2017; some time within), in dispute",
    ]


def test_each_day_of_a_set_is_a_bead_and_dotted_only_where_it_is_in_doubt() -> None:
    found = boxes(moment("{2017-11-01,2017-11-03,2017-11-05~,2017-11-07..2017-11-09}"))
    assert [box.get("class") for box in found] == [
        "span each", "span each", "span each doubtful", "span each", "span each", "span each",
    ]  # fmt: skip


def test_a_set_of_very_many_days_reaches_from_the_first_to_the_last() -> None:
    days = ",".join(f"2017-{month:02}-02..2017-{month:02}-27" for month in range(4, 12))
    loose = (moment(f"{{{days}}}"), *(moment("[2017-04-02,2017-04-09,2017-04-16,2017-04-23,2017-11-27]"),) * 20)
    found = boxes(*loose, *DAYS * 10)
    for kind in ("span each", "span within"):
        drawn_so = [box for box in found if box.get("class") == kind]
        assert 4 <= len(drawn_so) <= 96
        places = [(_percent(box.get("x")) or 0.0, _percent(box.get("width")) or 0.0) for box in drawn_so]
        assert min(x for x, _ in places) < 3
        assert max(x + width for x, width in places) > 97


def test_a_quiet_stretch_is_left_out_with_a_break_that_says_what_is_missing() -> None:
    root = drawn(of(["2017-11-17", "2018-06-08"]))
    words = [mark.text for mark in root.iter(f"{SVG}title")]
    assert "Left out: 18 November 2017 to 7 June 2018" in words
    assert len([mark for mark in root.iter(f"{SVG}path") if mark.get("class") == "break"]) == 1


def test_a_mark_is_as_high_for_forty_events_as_for_one_and_its_shares_are_told_apart() -> None:
    view = one_lane(
        moment("2017-11-17"),
        *[moment("2017-11-18")] * 30,
        *[moment("2017-11-18", disputed=True)] * 10,
    )
    one, forty = [
        [float(bar.get("height", "")) for bar in mark.iter(f"{SVG}rect") if bar.get("class")]
        for mark in drawn(view).iter(f"{SVG}a")
    ]
    assert sum(one) == sum(forty) == 12
    assert forty == [9, 3]


def named(*texts: str, title: str = "words") -> TimelineView:
    moments = [moment(text, title=title) for text in texts]
    view = timeline(
        "Title", "", [("", "events", [*moments, moment("2017-11-01"), moment("2017-11-30")])], points=moments
    )
    assert view is not None
    return view


def test_turning_points_are_named_above_their_days_and_each_is_a_target_of_its_own() -> None:
    view = named(
        "2017-11-03", "2017-11-05", "2017-11-27", title="The council of the old town of Wend closes the well" * 6
    )
    links = [link for link in drawn(view).iter(f"{SVG}a") if link.find(f"{SVG}text") is not None]
    assert len(links) == 3
    boxes_ = [box for link in links if (box := link.find(f"{SVG}rect")) is not None]
    assert [len(link.findall(f"{SVG}text/{SVG}tspan")) for link in links] == [4, 4, 4]
    assert all(float(box.get("height", "")) >= 24 for box in boxes_)
    tops = [float(box.get("y", "")) for box in boxes_]
    assert all(after - before >= 24 for before, after in pairwise(tops))
    anchors = [text.get("text-anchor") for link in links if (text := link.find(f"{SVG}text")) is not None]
    assert anchors == ["end", None, None]  # the right half first, its latest highest
    assert "…" in (links[0].findtext(f"{SVG}text/{SVG}tspan[4]") or "")


def test_a_turning_point_lies_in_the_bin_that_counts_it_or_in_none() -> None:
    view = named("2017-11-03", "2017-11-05/2017-11-09")
    assert [one.bin for one in view.points] == [DAY.index_of(Day(2017, 11, 3)), None]
    assert view.points[1].label == "words (5 to 9 November 2017)"


def test_two_clocks_are_two_lanes_on_one_axis() -> None:
    lanes = [
        ("Did", "events", [moment("2017-11-17")]),
        ("Said", "reports", [moment("2017-11-19")]),
    ]
    view = timeline("Title", "", lanes)
    assert view is not None
    root = drawn(view)
    assert [mark.text for mark in root.iter(f"{SVG}text") if mark.get("class") == "lane"] == ["Did", "Said"]
    assert [one.label for one in view.bins] == ["17 November 2017: 1 event", "19 November 2017: 1 report"]


def test_hostile_words_stay_words() -> None:
    root = drawn(one_lane(moment("2017-11-10/..", title=HOSTILE)))
    assert not list(root.iter(f"{SVG}script"))
    (link,) = root.iter(f"{SVG}a")
    assert (link.findtext(f"{SVG}title") or "").startswith(HOSTILE)


def _percent(value: str | None) -> float | None:
    return float(value.removesuffix("%")) if value and value.endswith("%") else None


def test_a_month_is_named_where_its_first_day_is_or_not_at_all() -> None:
    texts = [Day(2017, 9, 25).shifted(7 * week).isoformat() for week in range(15)]
    axis = TimeAxis(of(texts))
    begins = {"Nov 2017": first_second(Day(2017, 11, 1)), "Dec 2017": first_second(Day(2017, 12, 1))}
    found = {label.text: label.x for label in axis.coarse_labels() if not label.brief}
    assert {name: found[name] for name in begins} == {name: axis.at(second) for name, second in begins.items()}
    # January begins in the last week, where there is no room for its name.
    assert "Jan 2018" not in found


def test_what_lasts_five_years_is_not_drawn_shorter_than_a_year() -> None:
    texts = ["1995-03-03", "1999-XX", "2001", "2003/2007", "2010-05", "2017-11-17"]
    view = of(texts)
    axis = TimeAxis(view)
    assert view.unit_name == "year"
    assert width(axis, "2003/2007") == pytest.approx(5 * width(axis, "2001"), rel=0.001)


def width(axis: TimeAxis, text: str) -> float:
    first, end = seconds_of(parse(text))
    assert first is not None
    assert end is not None
    return axis.at(end) - axis.at(first)


@pytest.mark.parametrize(
    "texts, whole, parts",
    [
        (["2017-01", "2017-04-05", "2017-11", "2017"], "2017", [f"2017-{number:02}" for number in range(1, 13)]),
        (["2017-01", "2017-12", "2018-02"], "2017", [f"2017-{number:02}" for number in range(1, 13)]),
        (["-0430", "-0425", "-0430/-0421"], "-0430/-0421", [f"-04{number}" for number in range(21, 31)]),
        (["2017-11-06", "2017-11-26"], "2017-11-06/2017-11-26", [f"2017-11-{number:02}" for number in range(6, 27)]),
        (["2017-11-06T10Z", "2017-11-07T15Z"], "2017-11-06T23Z/2017-11-07T01Z", [f"2017-11-{at}Z" for at in
         ("06T23", "07T00", "07T01")]),
    ],
)  # fmt: skip
def test_a_bar_is_as_long_as_its_parts_together(texts: list[str], whole: str, parts: list[str]) -> None:
    axis = TimeAxis(of(texts))
    lengths = [width(axis, part) for part in parts]
    assert sum(lengths) == pytest.approx(width(axis, whole))
    if not axis.gaps:
        days = [(seconds_of(parse(part))[1] or 0) - (seconds_of(parse(part))[0] or 0) for part in parts]
        assert [length / lengths[0] for length in lengths] == pytest.approx([one / days[0] for one in days])


def test_a_bar_that_a_break_crosses_says_so_where_it_does() -> None:
    view = of(["2017-01-02", "2017-01-03", "2017-06-10", "2017-06-11", "2017-01-03/2017-06-10"])
    axis = TimeAxis(view)
    ((begin, end),) = axis.gaps
    root = drawn(view)
    links = [link for link in root.iter(f"{SVG}a") if "lasts throughout" in (link.findtext(f"{SVG}title") or "")]
    (sign,) = [one for one in links[0].iter(f"{SVG}svg") if one.find(f"{SVG}path[@class='break']") is not None]
    assert begin < (_percent(sign.get("x")) or 0) < end
    short = of(["2017-01-02", "2017-01-03", "2017-06-10", "2017-06-11", "2017-01-02/2017-01-03"])
    assert not [one for one in drawn(short).iter(f"{SVG}path") if one.get("class") == "gap"]
    assert dict(view.keys())["break"].endswith("a bar with this mark is longer than drawn")


def test_a_flight_of_six_days_has_its_hours_on_an_axis_of_days() -> None:
    view = of(["1970-04-11T19:13Z", "1970-04-14T03:08:20Z", "1970-04-15T01:09Z", "1970-04-17T18:07:41Z", "1970-04-13"])
    assert view.unit_name == "hour"
    axis = TimeAxis(view)
    assert axis.gaps == []
    assert "13 April 1970" in [label.text for label in axis.coarse_labels()]
    assert {label.text for label in axis.fine_labels()} == {"00:00", "12:00"}
    assert [one.name for one in view.bins][1] == "03:08 on 14 April 1970"
    assert [one.address for one in view.bins][1] == "days/1970-04-14/#event-1"


def test_a_number_of_a_long_unit_stands_where_its_year_begins_and_inside_the_figure() -> None:
    axis = TimeAxis(of(["12XX", "16XX", "19XX", "1XXX"]))
    found = {label.text: label for label in axis.fine_labels()}
    for year in (1100, 1800, 1900):
        assert found[str(year)].tick == axis.at(first_second(Day(year, 1, 1)))
        assert found[str(year)].x == found[str(year)].tick
    assert (found["1000"].tick, found["1000"].x > 1) == (0, True)
    midnight = TimeAxis(of(["1970-04-11T00:10Z", "1970-04-12T23:50Z"])).fine_labels()[0]
    assert (midnight.text, midnight.tick, midnight.x > 1) == ("00:00", 0, True)


def test_minutes_are_told_apart_where_all_is_of_one_morning() -> None:
    view = of(["2017-11-08T09:05Z", "2017-11-08T09:40Z", "2017-11-08T10:15Z", "2017-11-08T09:10Z/2017-11-08T09:30Z"])
    assert view.unit_name == "minute"
    assert width(TimeAxis(view), "2017-11-08T09:10Z/2017-11-08T09:29Z") == pytest.approx(20 / 71 * 100)


@settings(max_examples=30)
@given(many | timed)
def test_a_mark_can_be_touched_without_its_neighbours(texts: list[str]) -> None:
    root = drawn(of(texts))
    boxes = [
        (_percent(box.get("x")) or 0.0, _percent(box.get("width")) or 0.0)
        for link in root.iter(f"{SVG}a")
        if link.find(f"{SVG}svg/{SVG}rect") is not None and (box := link.find(f"{SVG}rect")) is not None
    ]
    in_order = sorted(boxes)
    assert all(x + width <= after + 0.02 for (x, width), (after, _) in pairwise(in_order))
    if len(in_order) == 1:
        assert in_order[0][1] >= 3.5


@pytest.mark.parametrize(
    "texts, told",
    [
        (["-0430", "-0403"], "431 BCE"),
        (["-0043-03", "-0042-10"], "44 BCE"),
        (["-0043-03-15", "-0043-03-20"], "Mar 44 BCE"),
        (["-0999", "-0003"], "1000 BCE"),
        (["Y12025", "Y12027"], "12025"),
    ],
)
def test_the_axis_names_years_as_people_count_them(texts: list[str], told: str) -> None:
    axis = TimeAxis(of(texts))
    assert told in [label.text for label in (*axis.fine_labels(), *axis.coarse_labels())]
