"""The calendar: every event under one day, month, year or the undated, every anchor there, the page light."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from baseline import WELL, base_text, linked
from chronologies import edition_of
from dateline.ground.dates import Day, Precision, parse, shortened, unit_of_period
from dateline.pages.kinds.calendar_views import CalendarView
from dateline.pages.kinds.days import calendar_view
from dateline.pages.kinds.home import home_view
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.timelines import timeline_of_all
from dateline.pages.wording.addresses import period_of
from html_reading import Node, read
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import ROOT
from test_timelines import dates

many = st.lists(dates(), max_size=40)


def of(texts: list[str]) -> CalendarView:
    return calendar_view(edition_of(texts))


def page(texts: list[str]) -> str:
    content = Renderer(ROOT / "templates", edition_of(texts)).page(of(texts)).content
    assert isinstance(content, str)
    return content


def anchors(text: str) -> set[str]:
    return set(re.findall(r'(?:\{: #| id=")([a-z0-9-]+)', text))


@given(many)
def test_every_event_is_counted_once_under_its_day_month_or_year(texts: list[str]) -> None:
    view = of(texts)
    longer = sum(era.imprecise.count for era in view.eras) + view.undated.count + view.wide.count
    assert sum(year.count for year in view.years) + longer == view.count == len(texts)
    cells = [cell for month in view.grids for week in month.weeks for cell in week if cell]
    assert sum(cell.count for cell in cells) == view.dated == sum(parse(text).day is not None for text in texts)
    assert len([cell for cell in cells if cell.count]) == view.days
    assert view.imprecise == view.count - view.dated


@given(many)
def test_the_overview_counts_the_same(texts: list[str]) -> None:
    view = of(texts)
    for row in view.overview.rows:
        links = [cell.link for cell in row.cells if cell.link]
        counts = [int(link.text.replace(",", "")) for link in links if link.text != "going on"]
        assert sum(cell.span for cell in row.cells) == len(view.overview.columns)
        spans = [cell.link is not None and cell.link.text == "going on" for cell in row.cells]
        assert not any(one and other for one, other in pairwise(spans))  # what goes on is said once
        assert sum(counts) + row.rest == row.count
    longer = sum(era.imprecise.count for era in view.eras) + view.undated.count + view.wide.count
    assert sum(row.count for row in view.overview.rows) + longer == len(texts)


def test_months_in_which_something_only_goes_on_are_one_cell() -> None:
    row = of(["2018-12-14/2019-03-23", "2018-02-01", "2018-03-01"]).overview.rows[-1]
    assert [(cell.label, cell.link.text, cell.span) for cell in row.cells if cell.link] == [("Jan–Mar", "going on", 3)]


@settings(max_examples=30)  # each renders a page
@given(st.lists(dates(), min_size=1, max_size=12))
def test_every_anchor_that_the_timeline_or_the_overview_names_is_on_the_page(texts: list[str]) -> None:
    found = anchors(page(texts))
    timeline = timeline_of_all(edition_of(texts))
    assert timeline is not None
    links = [one.address for one in timeline.bins]
    links += [
        cell.address
        for row in of(texts).overview.rows
        for cell in (row.head, *(cell.link for cell in row.cells))
        if cell
    ]
    for address in links:
        place, hash_, anchor = address.partition("#")
        assert not hash_ or place != "days/" or anchor in found, address
    periods = {period_of(parse(text)) for text in texts}
    exact = [period for period in periods if unit_of_period(period) in {Precision.DAY, Precision.MONTH}]
    assert {f"m{shortened(period, Precision.MONTH)}" for period in exact} <= found
    assert {f"y{shortened(period, Precision.YEAR)}" for period in periods - {"undated", "open"}} <= found
    assert {"undated", "open"} & found == {"undated", "open"} & periods


def months(texts: list[str]) -> list[Node]:
    return read(page(texts)).elements("table", "dl-cal")


def test_a_month_is_a_table_of_weeks_from_monday_with_its_days_under_their_weekdays() -> None:
    (table,) = months(["2017-11-17", "2017-11-17", "2017-11-05"])
    assert table.element("caption").text == "November 2017: days, and how many events each has"
    heads = table.elements("th")
    assert [head["abbr"] for head in heads][::6] == ["Monday", "Sunday"]
    assert {head["scope"] for head in heads} == {"col"}
    rows = [row.elements("td") for row in table.elements("tr")[1:]]
    assert [len(row) for row in rows] == [7] * 5
    assert [cell.text for cell in rows[0]] == ["", "", "1", "2", "3", "4", "5 1"]
    link = rows[2][4].element("a")
    assert (link["href"], link.text) == ("2017-11-17/", "17 2")
    assert len(table.elements("a")) == 2


def test_a_fuller_day_is_on_a_stronger_ground_and_says_its_number() -> None:
    (table,) = months(["2017-11-17"] * 8 + ["2017-11-18"] * 3 + ["2017-11-19"])
    cells = [cell for cell in table.elements("td") if cell.elements("a")]
    assert [(cell.text, cell["class"]) for cell in cells] == [("17 8", "l4"), ("18 3", "l2"), ("19 1", "l1")]


def test_months_without_a_certain_day_list_their_events_and_quiet_ones_are_told_in_a_line() -> None:
    view = of(["2017-02-01", "2017-06", "2017-07-01", "2019", "[2020-01..2021-02]", "[2009..2010]"])
    first, third = view.years
    assert [(month.name, bool(month.weeks), month.quiet_before) for month in first.months] == [
        ("February 2017", True, ""),
        ("June 2017", False, "March to May: no event."),
        ("July 2017", True, ""),
    ]
    assert first.months[1].imprecise.links[0].text == "Event 1"
    assert (third.quiet_before, third.imprecise.count, view.undated.count + view.wide.count) == (
        "2018: no event.",
        1,
        0,
    )
    assert [(era.name, era.imprecise.count) for era in view.eras] == [
        ("The 2020s", 1),
        ("The 2000s (2000 to 2099)", 1),
    ]


def test_a_long_list_of_imprecise_events_leads_to_the_page_with_all_of_them() -> None:
    tree = read(page(["2017-11"] * 30))
    links = tree.element("ul", "dl-list").elements("a")
    assert len(links) == 13
    assert (links[-1]["href"], links[-1].text) == ("2017-11/", "18 more of no certain day in November 2017")


def test_the_page_says_how_many_events_have_no_certain_day() -> None:
    lead = read(page(["2017-11-17", "2017-11-17", "2017-11", "2018"])).element("div", "dl-lead").text
    assert "4 events: 2 on 1 day, 2 of no certain day" in lead


def test_forty_years_of_days_fold_all_but_the_first_years_and_stay_light() -> None:
    texts = [Day(1980, 1, 1).shifted(number).isoformat() for number in range(40 * 365)]
    text = page(texts)
    assert len(text) < 1_500_000
    view = of(texts)
    assert [year.folded for year in view.years] == [False, False, *[True] * 38]
    found = anchors(text)
    assert {f"y{year}" for year in range(1980, 2019)} | {f"m{year}-07" for year in range(1980, 2019)} <= found
    assert text.count("<details") == 38


@pytest.mark.parametrize("texts", [[], ["0001"], ["9999-12-31"], ["0001-01-01", "9999-12"], ["[..1900,2000]"]])
def test_the_first_and_the_last_days_there_are_break_nothing(texts: list[str]) -> None:
    assert "# Days" in page(texts)


def test_home_shows_the_months_where_they_are_few_and_else_the_years() -> None:
    assert of(["2017-11-17", "2018-01-01"]).is_small
    assert not of([f"2017-{month:02}-01" for month in range(1, 8)]).is_small
    assert not of([f"{year}-{month:02}" for year in (2016, 2017) for month in range(1, 8)]).is_small


@pytest.mark.parametrize("months", [0, 8])
def test_home_says_of_the_numbers_of_its_calendar_what_they_are(tmp_path: Path, months: int) -> None:
    well = base_text(WELL)
    days = [f"2017-{month:02}-01" for month in range(1, months + 1)]
    more = {f"events/2017/{day}-again.yml": well.replace("date: 2031-03-03", f"date: {day}") for day in days}
    edition = Edition(linked(tmp_path, more))
    home = read(str(Renderer(ROOT / "templates", edition).page(home_view(edition)).content))
    (front,) = home.elements("div", "dl-front")
    has_days = bool(front.elements("table", "dl-cal"))
    assert has_days == bool(front.elements("b")) == calendar_view(edition).is_small == (months == 0)
    assert ("the bold number" in front.text) == has_days
    assert ("The numbers count events" in front.text) != has_days


def test_the_front_page_has_every_month_that_something_is_dated_to(tmp_path: Path) -> None:
    well = base_text(WELL)
    files = {"loose": well.replace("date: 2031-03-03", "date: 2031-05")}
    files["long"] = well.replace("date: 2031-03-03", "date: 2031-07/2031-08")
    edition = Edition(linked(tmp_path, {f"events/2031/{name}.yml": text for name, text in files.items()}))
    html = read(str(Renderer(ROOT / "templates", edition).page(home_view(edition)).content))
    months = [node.text.split()[0] for node in html.elements("h3") if "2031" in node.text and "event" in node.text]
    assert months == ["March", "May", "July", "August"]
    links = {node["href"]: node.text for node in html.elements("a") if "days/#m" in (node.get("href") or "")}
    assert links == {
        "days/#m2031-03": "1 of no certain day",
        "days/#m2031-05": "1 of no certain day",
        "days/#m2031-07": "1 of no certain day",
        "days/#m2031-08": "1 going on",
    }
    assert len(of([f"{year}-01-01" for year in range(1900, 1960)]).overview.rows) == 6
