"""The pages of months, years, decades and centuries, in any year: what stands before and after, and what they hold."""

import pytest
from chronologies import edition_of
from dateline.ground.dates import in_words, parse
from dateline.pages.kinds.day import day_view
from dateline.pages.kinds.days import calendar_view
from dateline.pages.kinds.pages_of_days import (
    contents_of_periods,
    day_pages,
    events_of_page,
    steps_of_periods,
    title_of,
)
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.extent import extent_in_words
from dateline.pages.shared.views import Link

ANCIENT = [
    "-20XX",
    "-04XX",
    "-043X",
    "-0430",
    "-0430/-0403",
    "-0430-03",
    "-0430-24",
    "-0043-03-15",
    "0000",
    "-00XX",
    "00XX",
    "16XX~",
    "1621",
    "1999-24",
    "1XXX",
    "[1850..1950]",
    "[0990..1621]",
    "[..1621]",
    "XXXX-01-05",
]


def named(address: str) -> str:
    return address.removeprefix("days/").removesuffix("/")


@pytest.fixture
def ancient() -> Edition:
    return edition_of(ANCIENT)


def test_every_event_stands_on_one_page(ancient: Edition) -> None:
    pages = day_pages(ancient)
    assert sum(len(events_of_page(ancient, page)) for page in pages) == len(ANCIENT)
    told = {page: [event.date.text for event in events_of_page(ancient, page)] for page in pages}
    assert told["-0430"] == ["-0430", "-0430/-0403", "-0430-24"]
    assert told["-04xx"] == ["-04XX"]
    assert told["-00xx"] == ["-00XX"]
    assert told["00xx"] == ["00XX"]
    assert told["1999"] == ["1999-24"]
    assert told["1xxx"] == ["1XXX", "[1850..1950]"]
    assert told["open"] == ["[..1621]", "[0990..1621]"]
    assert told["undated"] == ["XXXX-01-05"]


def test_only_what_has_no_bound_at_all_is_of_an_unknown_year(ancient: Edition) -> None:
    names = {page: title_of(page) for page in ("1xxx", "-0xxx", "-1xxx", "open", "undated")}
    assert names == {
        "1xxx": "The years 1000 to 1999",
        "-0xxx": "The years 1000 to 1 BCE",
        "-1xxx": "The years 2000 to 1001 BCE",
        "open": "Events of a long or open time",
        "undated": "Events of an unknown year",
    }
    view = calendar_view(ancient)
    assert (view.wide.count, view.undated.count) == (2, 1)
    assert day_pages(ancient)[-2:] == ["open", "undated"]


def test_a_century_leads_to_the_nearest_before_and_after_it(ancient: Edition) -> None:
    steps = ancient.derived(steps_of_periods).items()
    found = {
        named(address): tuple(one and named(one.address) for one in (of.previous, of.next)) for address, of in steps
    }
    assert found["-04xx"] == ("-20xx", "-00xx")
    assert found["-20xx"] == (None, "-04xx")
    assert found["16xx"] == ("00xx", None)
    assert found["-0430"] == (None, "-0429")
    assert "undated" not in found


def test_a_month_with_events_on_its_days_alone_is_a_step_to_its_place_among_all_days() -> None:
    found = edition_of(["1990-01", "1990-03-05", "1990-05-01/1990-05-02", "1990-07"]).derived(steps_of_periods)
    after = [one.next for one in found.values()]
    assert [link and link.address for link in after] == ["days/#m1990-03", "days/#m1990-05", "days/1990-07/", None]
    assert found["days/1990-07/"].previous == Link("May 1990", "days/#m1990-05")
    places = {
        month.anchor for year in calendar_view(edition_of(["1990-01", "1990-03-05"])).years for month in year.months
    }
    assert places == {"m1990-01", "m1990-03"}


def test_a_year_and_longer_tell_what_in_them_is_dated_more_exactly(ancient: Edition) -> None:
    found = ancient.derived(contents_of_periods)
    assert found["-04xx"] == {"-0430": 4, "-043x": 1}
    assert found["-043x"] == {"-0430": 4}
    assert found["-0430"] == {"-0430-03": 1}
    assert found["-00xx"] == {"-0043": 1, "0000": 1}
    assert found["16xx"] == {"1621": 1}
    assert "-0430-03" not in found


def test_the_page_of_a_year_links_what_is_dated_more_exactly() -> None:
    only = edition_of(["-0430/-0428", "-0429-05"])
    (link,) = day_view(only, "-0429").contents
    assert (link.text, link.address, link.note) == ("May 430 BCE", "days/#m-0429-05", "1 event")


def test_what_lasts_is_going_on_in_each_of_its_years(ancient: Edition) -> None:
    for year in ("-0429", "-0403"):
        assert [link.note for link in day_view(ancient, year).named.going_on] == ["431 to 404 BCE"]
    assert (day_view(ancient, "-0429").previous or day_view(ancient, "0000")).address == "days/-0430/"


def test_the_calendar_has_the_years_before_the_common_era_by_their_names(ancient: Edition) -> None:
    view = calendar_view(ancient)
    names = [year.name for year in view.years]
    assert names[:2] == ["431 BCE", "430 BCE"]
    assert {"44 BCE", "1 BCE", "1621"} <= set(names)
    assert sum(row.count for row in view.overview.rows) == sum(year.count for year in view.years)
    assert [era.name for era in view.eras][:2] == [
        "The 21st century BCE (2100 to 2001 BCE)",
        "The years 440 to 431 BCE",
    ]


def test_a_chronology_of_many_years_says_from_when_to_when_it_is(ancient: Edition) -> None:
    assert extent_in_words(ancient) == "the 21st century BCE (2100 to 2001 BCE) to 1999"
    assert extent_in_words(edition_of(["-0430", "-0403-05-02"])) == "431 BCE to 2 May 404 BCE"
    assert extent_in_words(edition_of(["XXXX-01-05"])) == ""


@pytest.mark.parametrize("page", ["-0430", "-0430-03", "-04xx", "-043x", "0000", "1621", "16xx", "1xxx", "-0043-03-15"])
def test_a_page_is_called_what_its_time_is_called(page: str) -> None:
    words = in_words(parse(page.replace("x", "X")))
    assert title_of(page).casefold().startswith(words.casefold())
