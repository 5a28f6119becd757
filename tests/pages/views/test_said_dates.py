"""When an event was, as each claim has it: side by side on its day and in its dispute, and what collides."""

from pathlib import Path

import pytest
from baseline import base_text, checked, linked
from dateline.ground.problems import Code
from dateline.pages.kinds.day import day_view
from dateline.pages.kinds.dispute import dispute_view
from dateline.pages.shared.edition import Edition
from dateline.records.rules.collisions import Collision
from dateline.records.rules.contradictions import contradictions

ZONED = base_text("chronology.yml").replace("language: en\n", "language: en\ntimezone: Europe/Berlin\n")
DISPUTE = """---
question: When did they eat?
kind: date
relation: exclusive
status: open
positions:
  - {id: early, label: Early, claims: [meal#c0]}
  - {id: late, label: Late, claims: [meal#c1]}
would_settle: The bell's book.
---
"""


def meal(*said: tuple[str, str], date: str = "2031-03-02") -> dict[str, str]:
    claims = "".join(
        f"  - id: c{number}\n    text: They ate, says claim {number}.\n    when: {when}\n"
        f"    reports: [{{by: [{by}], cite: {{source: gazette-2031-03-04, paragraph: {number % 2 + 1}}}}}]\n"
        for number, (when, by) in enumerate(said)
    )
    text = f"title: The council ate, the clerk says\ndate: {date}\nkind: meeting\nclaims:\n{claims}"
    return {"chronology.yml": ZONED, "events/2031/meal.yml": text}


NINE, TEN = '"2031-03-02T09:00"', '"2031-03-02T10:00"'


def test_dates_that_differ_stand_side_by_side_the_earliest_first(tmp_path: Path) -> None:
    files = meal((TEN, "clerk"), (NINE, "council"))
    files |= {"disputes/when-they-ate.md": DISPUTE}
    edition = Edition(linked(tmp_path, files))
    event = next(one for one in day_view(edition, "2031-03-02").events if one.id == "meal")
    told = [(row.date, [one.text for one in row.speakers], row.claim.address) for row in event.dates]
    assert told == [
        ("09:00 on 2 March 2031", ["Lindwell Council"], "days/2031-03-02/#meal--c1"),
        ("10:00 on 2 March 2031", ["The clerk"], "days/2031-03-02/#meal--c0"),
    ]
    dispute = dispute_view(edition, edition.chronology.disputes["when-they-ate"])
    assert [row.date for row in dispute.dates] == [row.date for row in event.dates]
    assert all(row.step for row in dispute.dates) == (dispute.as_of is not None)


@pytest.mark.parametrize(
    "said",
    [
        [(NINE, "clerk")],
        [(NINE, "clerk"), (NINE, "council")],
    ],
)
def test_one_date_stands_beside_none(tmp_path: Path, said: list[tuple[str, str]]) -> None:
    edition = Edition(linked(tmp_path, meal(*said)))
    assert next(one for one in day_view(edition, "2031-03-02").events if one.id == "meal").dates == ()


def test_a_date_that_nobody_asserts_is_none(tmp_path: Path) -> None:
    files = meal((NINE, "clerk"), (TEN, "council"))
    name = "events/2031/meal.yml"
    files[name] = files[name].replace("by: [council]", "by: [council], stance: denies")
    edition = Edition(linked(tmp_path, files))
    assert next(one for one in day_view(edition, "2031-03-02").events if one.id == "meal").dates == ()


@pytest.mark.parametrize(
    "one, other, collides",
    [
        (NINE, TEN, True),
        (NINE, '"2031-03-02T09:00:30"', False),  # within the minute
        (NINE, '"2031-03-02T09"', False),
        (NINE, '"2031-03-02T08:00Z"', False),  # the same instant
        (NINE, '"2031-03-02T09:00Z"', True),
        (NINE, "2031-03-02", False),
        (NINE, "2031-03-03", True),
        (NINE, '"2031-03-02T08:00/2031-03-02T12:00"', False),
        (TEN, '"2031-03-02T08:00/2031-03-02T09:30"', True),
        (NINE, '"[2031-03-02T09:30..2031-03-02T12:00]"', True),
        ("2031-03-02", '{date: "1452-11-07", calendar: hijri}', False),  # about the 1st: a day more or less
        ("2031-03-03", '{date: "1452-11-07", calendar: hijri}', True),
        ("2031-03-02", '{date: "2031-02-17", calendar: julian}', False),
        ("2031-03-02", '{date: "2031-02-18", calendar: julian}', True),
    ],
)
def test_two_times_of_one_event_collide_where_they_share_no_moment(
    tmp_path: Path, one: str, other: str, *, collides: bool
) -> None:
    chronology = linked(tmp_path, meal((one, "clerk"), (other, "council")))
    found = [each for each in contradictions(chronology) if each.collision is Collision.DATES]
    assert [set(each.references) for each in found] == [{"meal#c0", "meal#c1"}] * collides


def test_dates_that_collide_are_asked_for_a_dispute_until_there_is_one(tmp_path: Path) -> None:
    files = meal((NINE, "clerk"), (TEN, "council"))
    uncovered = [one for one in checked(tmp_path, files) if one.code is Code.UNCOVERED_CONTRADICTION]
    assert ["give two dates of one event" in one.message for one in uncovered] == [True]
    covered = checked(tmp_path, files | {"disputes/when-they-ate.md": DISPUTE})
    assert not [one for one in covered if one.code is Code.UNCOVERED_CONTRADICTION]


@pytest.mark.parametrize(
    "one, other, collides",
    [
        ("2031-03-05", "2031-03-05", True),
        ('"2031-03-05T09:00"', '"2031-03-05T10:00"', False),
        ('"2031-03-05T09:00/2031-03-05T10:00"', '"2031-03-05T10:00"', True),
        ('"2031-03-05T09:00"', "2031-03-05", True),
        ('"2031-03-05T22:30Z"', '"2031-03-05T23:30Z"', False),  # the 5th and the 6th in Berlin
    ],
)
def test_two_holders_at_different_hours_do_not_collide(tmp_path: Path, one: str, other: str, *, collides: bool) -> None:
    files = {"chronology.yml": ZONED}
    for name, date, holder in (("one", one, "council"), ("other", other, "petitioners")):
        files[f"events/2031/{name}.yml"] = (
            f"title: Of {name} the clerk says\ndate: {date}\nkind: closure\nclaims:\n  - id: held\n    text: Held.\n"
            f"    control: {{place: lindwell, holder: {holder}, extent: full}}\n"
            f"    reports: [{{by: [{holder}], cite: {{source: gazette-2031-03-04, paragraph: 1}}}}]\n"
        )
    found = [each for each in contradictions(linked(tmp_path, files)) if each.collision is Collision.HOLDERS]
    assert bool(found) is collides


@pytest.mark.parametrize(
    "when, said",
    [
        ("{date: 2031-03-02, calendar: julan}", "'julan' is no calendar that is known here"),
        ("{date: 2031-03-02, calendar: [julian]}", "is no calendar that is known here"),
        ("{date: 2031-03-32, calendar: julian}", "its month 3 of the year 2031 has 31 days"),
        ("{date: 2031-03-02}", "this is keys with values, not a date"),
        ("{date: 2031-03-02, calender: julian}", "this is keys with values, not a date"),
    ],
)
def test_a_calendar_beside_a_date_is_told_where_it_is_none(tmp_path: Path, when: str, said: str) -> None:
    found = [one for one in checked(tmp_path, meal((when, "clerk"))) if said in one.message]
    assert [str(one.position) for one in found] == ["content/events/2031/meal.yml:7:11"]


@pytest.mark.parametrize("when", ["{date: 2031-03-02, calendar: gregorian}", "2031-03-02"])
def test_the_gregorian_calendar_needs_no_name(tmp_path: Path, when: str) -> None:
    (claim,) = linked(tmp_path, meal((when, "clerk"))).events["meal"].claims
    assert (str(claim.when), claim.when and claim.when.calendar) == ("2031-03-02", None)
