"""The page of a day or a longer time: what happened then, what else was on, and what was reported of other days."""

from typing import Final

import pytest
from dateline.ground.dates import Day
from dateline.pages.kinds.day import DayView, _neighbours, day_part_view, day_view
from dateline.pages.shared import budgets
from dateline.pages.shared.edition import Edition
from in_memory import CLOSED, HERALD, replaced, version_of

BASE: Final = {"sources/herald": HERALD, "actors/herald": "name: The Herald\nkind: media\n"}


def event(date: str, title: str, source: str = "gazette", id_: str = "closed", more: str = "") -> str:
    """Return an event of a date, reported by a source."""
    return replaced(
        CLOSED,
        ("title: The well is closed, the clerk says", f"title: {title}"),
        ("date: 2031-03-03", f"date: {date}{more}"),
        ("source: gazette", f"source: {source}"),
        ("id: closed", f"id: {id_}"),
    )


def edition(**events: str) -> Edition:
    """Return an edition of some events besides that of 3 March 2031; an underline stands for a hyphen."""
    return version_of({**BASE, **{f"events/{id_.replace('_', '-')}": text for id_, text in events.items()}}).edition


def titles(links: object) -> list[str]:
    """Return the texts of links."""
    return [one.text for one in links]  # type: ignore[attr-defined]


def test_a_day_has_its_events_its_sources_and_the_address_of_their_citations() -> None:
    found = day_view(edition(), "2031-03-03")
    assert (found.address, found.title) == ("days/2031-03-03/", "Monday, 3 March 2031")
    assert [one.title for one in found.events] == ["The well is closed, the clerk says"]
    assert [line.link.address for line in found.sources] == ["sources/gazette/"]
    assert (found.cite, found.edit_path) == ("days/2031-03-03/cite.html", "content/events/well.yml")
    assert found.description == ("The well of Lindwell, Monday, 3 March 2031: The well is closed, the clerk says.")
    assert (found.days, found.contents, found.within, found.parts, found.elsewhere) == (None, (), (), (), ())
    assert (found.start, found.whole, found.suggest, found.as_of) == (1, None, None, None)


def test_a_page_of_several_events_is_edited_in_none_of_their_files() -> None:
    found = day_view(edition(fair=event("2031-03-03", "The fair is held")), "2031-03-03")
    assert len(found.events) == 2
    assert found.edit_path is None


def test_a_day_leads_to_the_nearest_days_on_which_events_stand() -> None:
    every = edition(
        before=event("2031-02-27", "Before"),
        fair=event("2031-03-07", "The fair is held"),
        later=event("2031-04", "Later"),
    )
    steps = {day: day_view(every, day) for day in ("2031-02-27", "2031-03-03", "2031-03-07")}
    assert [
        tuple(one.address if one else None for one in (steps[day].previous, steps[day].next)) for day in sorted(steps)
    ] == [
        (None, "days/2031-03-03/"),
        ("days/2031-02-27/", "days/2031-03-07/"),
        ("days/2031-03-03/", None),
    ]
    assert steps["2031-02-27"].next is not None
    assert steps["2031-02-27"].next.text == "3 March 2031"


def test_a_day_of_reports_alone_lies_between_days_with_events() -> None:
    every = edition(fair=event("2031-03-07", "The fair is held"))
    assert every.derived(_neighbours)[Day(2031, 3, 4)] == (Day(2031, 3, 3), Day(2031, 3, 7))


def test_a_day_tells_what_was_reported_on_it_of_other_days() -> None:
    every = edition(
        fair=event("2031-03-10", "The fair is held", "herald"),
        later=event("2031-03-09", "B is later", "herald"),
        earlier=event("2031-03-08", "A is earlier", "herald"),
    )
    (told,) = day_view(every, "2031-03-10").reported
    assert (told.source.text, told.publisher.text) == ("“Council answers”", "The Herald")
    assert titles(told.events) == ["A is earlier", "B is later"]
    alone = edition(fair=event("2031-03-10", "The fair is held", "herald"))
    assert day_view(alone, "2031-03-10").reported == (), "what it reported is of the day itself"


def test_a_day_on_which_nothing_was_tells_of_each_source_that_appeared() -> None:
    (told,) = day_view(edition(), "2031-03-10").reported
    assert (told.source.text, told.events) == ("“Council answers”", ())
    found = day_view(edition(), "2031-03-04")
    assert titles(found.reported[0].events) == ["The well is closed, the clerk says"]
    assert (found.cite, found.edit_path, found.events, found.sources) == (None, None, (), ())


def test_what_went_on_and_what_may_have_been_stand_on_other_pages_and_are_named() -> None:
    every = edition(
        siege=event("2031-02-20/2031-03-20", "The siege"),
        either=event(
            '"[2031-03-02..2031-03-05]"', "The vote", more="\ndate_basis: publication\ndate_note: As printed."
        ),
        fairs=event('"{2031-02-01,2031-03-03}"', "The fairs"),
    )
    named = day_view(every, "2031-03-03").named
    assert (titles(named.going_on), titles(named.again), titles(named.perhaps)) == (
        ["The siege"],
        ["The fairs"],
        ["The vote"],
    )
    assert (named.then, named.has_reported) == ("on this day", True)
    assert [anchor for anchor, _ in named.steps] == ["_going-on", "_again", "_perhaps"]
    month = day_view(
        edition(siege=event("2031-02-20/2031-04-20", "The siege"), loose=event("2031-03", "Loose")), "2031-03"
    )
    assert (titles(month.named.going_on), month.named.then, month.named.has_reported) == (
        ["The siege"],
        "at this time",
        False,
    )


def test_a_month_names_the_days_on_which_events_stand_and_steps_to_other_months() -> None:
    every = edition(
        loose=event("2031-03", "Loose"),
        fair=event("2031-03-07", "The fair is held"),
        april=event("2031-04-01", "April"),
    )
    found = day_view(every, "2031-03")
    assert (found.title, [one.title for one in found.events]) == ("March 2031", ["Loose"])
    assert [(day.day.text, titles(day.events), day.rest) for day in found.within] == [
        ("3 March", ["The well is closed, the clerk says"], ""),
        ("7 March", ["The fair is held"], ""),
    ]
    assert found.days is not None
    assert (found.days.text, found.days.address) == ("March 2031", "days/#m2031-03")
    assert found.previous is None
    assert found.next is not None
    assert (found.next.text, found.next.address) == ("April 2031", "days/#m2031-04")
    assert (found.held, found.reported) == ((), ())


def test_a_year_counts_its_months_in_the_calendar() -> None:
    found = day_view(edition(loose=event("2031", "Loose"), fair=event("2031-03-07", "The fair is held")), "2031")
    assert [(one.text, one.address, one.note) for one in found.contents] == [
        ("March 2031", "days/#m2031-03", "2 events")
    ]
    assert found.within == ()


@pytest.fixture
def heavy(monkeypatch: pytest.MonkeyPatch) -> Edition:
    """An edition whose 3 March has three events, each on a page of its own."""
    monkeypatch.setattr(budgets, "DAY", 4)
    monkeypatch.setattr(budgets.day_parts, "__defaults__", (4,))
    return edition(
        fair=event("2031-03-03T10:00+00:00", "The fair", "herald"), vote=event("2031-03-03T12:00+00:00", "The vote")
    )


def test_a_heavy_day_has_parts_of_which_the_first_names_the_events_of_the_others(heavy: Edition) -> None:
    first = day_view(heavy, "2031-03-03")
    assert [(one.text, one.address) for one in first.parts] == [
        ("Part 1", "days/2031-03-03/"),
        ("Part 2", "days/2031-03-03/part-2/"),
        ("Part 3", "days/2031-03-03/part-3/"),
    ]
    shown = [one.id for one in first.events]
    assert len(shown) == 1
    assert sorted([*shown, *(one.id for one in first.elsewhere)]) == ["fair", "vote", "well"]
    rows = {one.id: one for one in first.elsewhere}
    assert {one.link.note.rpartition(" · ")[2] for one in rows.values()} == {"on part 2", "on part 3"}
    assert all(one.anchors == (f"{one.id}--closed",) for one in rows.values())
    assert {one.clock for one in rows.values()} <= {"", "10:00", "12:00"}
    assert {one.clock for one in rows.values()} & {"10:00", "12:00"}


def test_a_further_part_leads_to_those_beside_it_and_counts_on(heavy: Edition) -> None:
    second, third = (day_part_view(heavy, "2031-03-03", number) for number in (2, 3))
    assert [(one.address, one.start, len(one.events), one.elsewhere) for one in (second, third)] == [
        ("days/2031-03-03/part-2/", 2, 1, ()),
        ("days/2031-03-03/part-3/", 3, 1, ()),
    ]
    assert all("Monday, 3 March 2031" in one.title and one.title != "Monday, 3 March 2031" for one in (second, third))
    assert second.title != third.title
    assert second.whole is not None
    assert (second.whole.text, second.whole.address) == ("Monday, 3 March 2031", "days/2031-03-03/")

    def around(view: DayView) -> tuple[str | None, str | None]:
        return view.previous.address if view.previous else None, view.next.address if view.next else None

    assert around(second) == ("days/2031-03-03/", "days/2031-03-03/part-3/")
    assert around(third) == ("days/2031-03-03/part-2/", None)
    assert second.cite == "days/2031-03-03/part-2/cite.html"


def test_headings_are_marked_with_the_step_in_which_the_first_below_them_was_known() -> None:
    late = event("2031-03-03", "The fair", "herald")
    found = day_view(edition(fair=late), "2031-03-03")
    assert found.as_of is not None
    assert found.since == {"fair": 2}
    month = day_view(
        edition(
            loose=event("2031-05", "Loose"),
            other=event("2031-05", "Other", "herald"),
            fair=event("2031-05-03", "Fair", "herald"),
        ),
        "2031-05",
    )
    assert month.since == {"other": 2, "_days": 2}


def test_sources_of_ties_are_among_those_of_the_page() -> None:
    tie = "\nrelated: [{event: well, how: follows, cite: {source: herald, paragraph: 2}}]"
    found = day_view(edition(fair=event("2031-03-05", "The fair", more=tie)), "2031-03-05")
    assert [line.link.address for line in found.sources] == ["sources/gazette/", "sources/herald/"]
