"""What lasts, what was on several days, and what is in doubt: where each stands, and where it is named."""

import json
from pathlib import Path

import pytest
from baseline import WELL, base_text, linked
from chronologies import edition_of
from dateline.ground.dates import Day, parse
from dateline.pages.exports.chronology_json import record_json
from dateline.pages.kinds.day import DayView, day_view
from dateline.pages.kinds.days import calendar_view
from dateline.pages.kinds.home import home_counts
from dateline.pages.kinds.pages_of_days import day_pages, events_of_page
from dateline.pages.kinds.within_months import days_of
from dateline.pages.search import documents_of_day
from dateline.pages.shared import going_on
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.extent import extent_in_words
from dateline.pages.shared.known import known
from dateline.pages.shared.timelines import timeline_of_all
from dateline.records.types import Event
from hypothesis import given, settings
from hypothesis import strategies as st
from test_timelines import dates

WAR, NEW_YEAR, MARCH = "2028-05-01/2030-11-30", "2030-12-30/2031-01-02", "2031-03-01/2031-03-03"


def pages_of(*texts: str) -> dict[str, list[str]]:
    """Return, by page, what stands there and what is named there, each with a sign."""
    edition = edition_of(texts)
    signs = (("~", "going_on"), ("+", "again"), ("?", "perhaps"))
    found: dict[str, list[str]] = {}
    for page in day_pages(edition):
        named = edition.derived(_named).get(page, {})
        told = [event.date.text for event in events_of_page(edition, page)]
        told += [f"{sign}{text}" for sign, kind in signs for text in named.get(kind, ())]
        found[page] = told
    return found


def _named(edition: Edition) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for name, kind in (("going_on", going_on.lasting), ("again", going_on.again), ("perhaps", going_on.perhaps)):
        for period, events in edition.derived(kind).items():
            found.setdefault(period, {})[name] = [event.date.text for event in events]
    return found


def test_three_days_stand_on_the_first_and_are_named_on_the_others() -> None:
    assert pages_of(MARCH) == {"2031-03-01": [MARCH], "2031-03-02": [f"~{MARCH}"], "2031-03-03": [f"~{MARCH}"]}


def test_four_days_over_new_year_are_found_on_each_of_them() -> None:
    assert list(pages_of(NEW_YEAR)) == ["2030-12-30", "2030-12-31", "2031-01-01", "2031-01-02"]


def test_a_war_of_two_years_stands_on_its_first_day_and_is_named_on_the_months() -> None:
    found = pages_of(WAR)
    assert found.pop("2028-05-01") == [WAR]
    assert list(found)[:2] == ["2028-06", "2028-07"]
    assert (len(found), list(found)[-1]) == (30, "2030-11")
    assert all(told == [f"~{WAR}"] for told in found.values())


@pytest.mark.parametrize(
    "text, first, named",
    [
        ("2031-01-01/2031-01-31", "2031-01-01", 30),
        ("2031-01-01/2031-02-01", "2031-01-01", 1),  # 32 days: the other month
        ("1914/1945", "1914", 3),  # 32 years: the other decades
        ("1914/1944", "1914", 30),
        ("18XX/19XX", "18xx", 1),
        ("2031-03/2031-05", "2031-03", 2),
        ("2031-03-05/2031-05", "2031-03-05", 2),
    ],
)
def test_no_more_than_thirty_one_are_named(text: str, first: str, named: int) -> None:
    found = pages_of(text)
    assert found.pop(first) == [text]
    assert len(found) == named


def test_each_of_several_days_stands_on_the_first_and_is_named_on_the_rest() -> None:
    text = "{2031-02-20,2031-02-10..2031-02-12}"
    found = pages_of(text)
    assert found.pop("2031-02-10") == [text]
    assert found == {key: [f"+{text}"] for key in ["2031-02-11", "2031-02-12", "2031-02-20"]}


def test_doubt_stands_on_what_holds_all_of_it_and_makes_no_page_of_a_day() -> None:
    texts = ("[2031-03-01..2031-03-03]", "[2031-02-27,2031-03-02]", "2031-03-02", "199X", "[..2031-03-04]")
    assert pages_of(*texts) == {
        "2031-03-02": ["2031-03-02", "?[2031-02-27,2031-03-02]", "?[2031-03-01..2031-03-03]"],
        "199x": ["199X"],
        "2031": ["[2031-02-27,2031-03-02]"],
        "2031-03": ["[2031-03-01..2031-03-03]"],
        "open": ["[..2031-03-04]"],
    }


def test_what_is_only_about_so_long_is_named_as_perhaps() -> None:
    assert pages_of("2031-03-01/2031-03-02~", "2031-03-02")["2031-03-02"][1:] == ["?2031-03-01/2031-03-02~"]


def test_what_ends_for_certain_is_going_on_then_however_doubtful_its_beginning() -> None:
    text = "2031-03-01?/2031-03-03"
    found = pages_of(text, "2031-03-02")
    assert (found["2031-03-02"], found["2031-03-03"]) == (["2031-03-02", f"?{text}"], [f"~{text}"])


def test_what_goes_on_is_named_until_its_last_source_appeared(tmp_path: Path) -> None:
    text = base_text(WELL).replace("date: 2031-03-03", "date: 2031-03-03/..")
    edition = Edition(linked(tmp_path, {WELL: text}))
    assert [event.id for event in edition.derived(_lasting).get("2031-03-06", ())] == ["2031-03-03-well-closed"]
    assert sorted(edition.derived(_lasting)) == ["2031-03-04", "2031-03-05", "2031-03-06"]
    assert extent_in_words(edition).endswith(", and going on")


def _lasting(edition: Edition) -> dict[str, tuple[Event, ...]]:
    return dict(edition.derived(going_on.lasting))


def test_what_publications_date_is_never_named_as_going_on_for_certain(tmp_path: Path) -> None:
    basis = "date: 2031-03-03/2031-03-05\ndate_basis: publication\ndate_note: The papers of these days.\n"
    edition = Edition(linked(tmp_path, {WELL: base_text(WELL).replace("date: 2031-03-03\n", basis)}))
    assert not edition.derived(_lasting)


def test_a_day_on_which_something_only_goes_on_leads_to_those_on_which_events_stand(tmp_path: Path) -> None:
    text = base_text(WELL).replace("date: 2031-03-03", f"date: {NEW_YEAR}")
    other = base_text(WELL).replace("date: 2031-03-03", "date: 2031-03-04")
    edition = Edition(linked(tmp_path, {WELL: text, "events/2031/other.yml": other}))
    view: DayView = day_view(edition, Day(2030, 12, 31).isoformat())
    assert view.previous is not None
    assert view.next is not None
    assert (view.previous.address, view.next.address) == ("days/2030-12-30/", "days/2031-03-04/")
    assert [link.address for link in view.named.going_on] == ["days/2030-12-30/#2031-03-03-well-closed"]
    assert view.events == ()


@given(st.lists(dates(), max_size=30))
@settings(max_examples=60)
def test_every_count_of_events_is_one_number(texts: list[str]) -> None:
    edition = edition_of(texts)
    timeline, calendar = timeline_of_all(edition), calendar_view(edition)
    standing = [event.id for page in day_pages(edition) for event in events_of_page(edition, page)]
    listed = sum(year.count for year in calendar.years) + sum(era.imprecise.count for era in calendar.eras)
    assert len(standing) == len(set(standing)) == len(texts)
    assert (
        home_counts(edition)[0][0]
        == calendar.count
        == listed + calendar.undated.count + calendar.wide.count
        == len(texts)
    )
    assert (timeline.lanes[0].count if timeline else 0) == len(texts)


@given(st.lists(dates(), max_size=12))
@settings(max_examples=40)
def test_whatever_is_named_on_a_day_covers_it(texts: list[str]) -> None:
    for period, kinds in _named(edition_of(texts)).items():
        for text in (text for found in kinds.values() for text in found):
            when = parse(text)
            if len(period) == len("2017-11-17"):
                assert when.may_be(Day.fromisoformat(period))
            assert not when.period.startswith(period)


@pytest.mark.parametrize(
    "texts, told",
    [
        (["2018-06-11", "2018-06-08/2018-06-13", "2017-11-11~"], "11 November 2017 to 13 June 2018"),
        (["2017", "2018-06-11"], "2017 to 2018"),
        (["2017-03", "2018"], "2017 to 2018"),
        (["2017", "2017-11-05"], "2017"),
        (["[2017-11-01..2017-11-20]", "2017-11-05"], "1 November 2017 to 20 November 2017"),
        (["199X", "2017-11"], "the 1990s to November 2017"),
        (["[..2017-11-05]"], "5 November 2017"),
        (["2017-11-05"], "5 November 2017"),
        (["2017-11-05/.."], "5 November 2017, and going on"),
        ([], ""),
    ],
)
def test_the_range_of_the_chronology_holds_every_event(texts: list[str], told: str) -> None:
    assert extent_in_words(edition_of(texts)) == told


@pytest.mark.parametrize(
    "text, meaning",
    [
        ("2031-03-03", "point"),
        ("2031-03", "doubt"),
        ("2031-03-03/2031-03-05", "lasts"),
        ('"{2031-03-03,2031-03-05}"', "each"),
        ('"[2031-03-03..2031-03-05]"', "doubt"),
    ],
)
def test_an_exported_event_says_what_its_date_means(text: str, meaning: str, tmp_path: Path) -> None:
    graph = linked(tmp_path, {WELL: base_text(WELL).replace("date: 2031-03-03", f"date: {text}")})
    exported = json.loads(record_json(Edition(graph), graph.events["2031-03-03-well-closed"]))
    assert exported["meaning"] == meaning
    assert exported["date"] == text.strip('"')


def test_days_before_the_gregorian_calendar_have_no_weekdays() -> None:
    old, new = calendar_view(edition_of(["1582-10-15", "1582-11-01"])).grids
    assert (old.weekdays, new.weekdays) == (False, True)
    assert [cell.number for cell in old.weeks[0] if cell] == [1, 2, 3, 4, 5, 6, 7]
    assert new.weeks[0][0] is not None  # 1 November 1582 was a Monday


LASTING = base_text(WELL).replace("date: 2031-03-03", "date: 2031-03-03/2031-03-06")


def test_what_goes_on_says_how_many_of_its_claims_are_open_as_its_own_day_does(tmp_path: Path) -> None:
    denial = "      - {by: [council], stance: denies, cite: {source: crier-2031-03-06, paragraph: 1}}\n"
    denied = LASTING.replace("  - id: by-the-council", f"{denial}  - id: by-the-council")
    disputed = Edition(linked(tmp_path, {WELL: denied}))
    (event,) = day_view(disputed, Day(2031, 3, 3).isoformat()).events
    assert event.disputed == sum(claim.outcome_label == "Open" for claim in event.claims) == 2
    assert [link.note for link in day_view(disputed, Day(2031, 3, 5).isoformat()).named.going_on] == [
        "3 to 6 March 2031 · 2 open"
    ]
    calm = edition_of(["2031-03-03/2031-03-06"])
    assert [link.note for link in day_view(calm, Day(2031, 3, 5).isoformat()).named.going_on] == ["3 to 6 March 2031"]


def test_a_month_marks_an_event_as_the_head_of_its_day_does(tmp_path: Path) -> None:
    denial = "      - {by: [council], stance: denies, cite: {source: crier-2031-03-06, paragraph: 1}}\n"
    denied = base_text(WELL).replace("  - id: by-the-council", f"{denial}  - id: by-the-council")
    loose = base_text(WELL).replace("date: 2031-03-03", "date: 2031-03")
    files = {WELL: denied, "events/2031/2031-03-loose.yml": loose}
    disputed = Edition(linked(tmp_path, files))
    (event,) = day_view(disputed, "2031-03-03").events
    (day,) = day_view(disputed, "2031-03").within
    assert [link.note for link in day.events] == [f"{event.disputed} open"] == ["2 open"]


def test_a_source_that_tells_only_of_its_own_day_is_not_named_below_it(tmp_path: Path) -> None:
    same = Edition(linked(tmp_path, {WELL: base_text(WELL).replace("date: 2031-03-03", "date: 2031-03-06")}))
    assert day_view(same, Day(2031, 3, 6).isoformat()).reported == ()
    other = Edition(linked(tmp_path, {}))
    assert [len(one.events) for one in day_view(other, Day(2031, 3, 6).isoformat()).reported] == [1]


def within(edition: Edition, period: str) -> list[tuple[str, str, int, str]]:
    """Return what the page of a period says of the days in it: each with its address, its names, and how many more."""
    days = days_of(known(edition, [], ()), period)
    return [(day.day.text, day.day.address, len(day.events), day.rest) for day in days]


def test_a_month_names_the_events_of_its_days_and_counts_them_in_the_search() -> None:
    edition = edition_of(["2031-03", "2031-03-05", "2031-03-05/2031-03-07", "2031-03-02", "2031-04-01", "2031"])
    assert within(edition, "2031-03") == [
        ("2 March", "days/2031-03-02/", 1, ""),
        ("5 March", "days/2031-03-05/", 2, ""),
    ]
    assert within(edition, "2031") == within(edition, "2031-03-05") == []
    assert [one.line for one in documents_of_day(edition, "2031-03")] == ["4 events"]


def test_of_a_heavy_day_a_month_names_the_first_events_and_counts_the_rest() -> None:
    found = within(edition_of(["2031-03", *["2031-03-05"] * 9]), "2031-03")
    assert found == [("5 March", "days/2031-03-05/", 6, "and 3 more")]
