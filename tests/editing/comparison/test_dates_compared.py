"""What is told of a date that changed: its calendar with it, its wording beside it, and another zone once."""

from pathlib import Path

import pytest
from baseline import base_text, overlaid
from dateline.editing.comparison import ChangeKind, compare, read_version

NAME = "events/2031/supper.yml"
EVENT = (
    "title: The council ate, the clerk says\n{dated}\nkind: meeting\nclaims:\n  - id: c\n    text: They ate.\n"
    "    when: {when}\n    reports: [{{by: [clerk], cite: {{source: gazette-2031-03-04, paragraph: 1}}}}]\n"
)
TIMED = 'date: "2031-03-03T23:30Z"'
WHEN = '"2031-03-03T20:00"'


def told(folder: Path, *versions: tuple[str, str, str]) -> list[tuple[str, str, str, str]]:
    before, after = (
        read_version(overlaid(folder / str(number), files(*version)), folder / str(number))
        for number, version in enumerate(versions)
    )
    found = compare(before, after, None).differences
    return [(one.kind.value, one.part, one.before, one.after) for one in found]


def files(zone: str, dated: str, when: str = WHEN) -> dict[str, str]:
    masthead = base_text("chronology.yml").replace("language: en\n", f"language: en\ntimezone: {zone}\n")
    return {"chronology.yml": masthead, NAME: EVENT.format(dated=dated, when=when)}


def test_another_zone_is_told_once_and_not_of_each_event(tmp_path: Path) -> None:
    found = told(tmp_path, ("Europe/Berlin", TIMED, WHEN), ("Asia/Tokyo", TIMED, WHEN))
    assert [(part, before, after) for _, part, before, after in found] == [("timezone", "Europe/Berlin", "Asia/Tokyo")]


@pytest.mark.parametrize(
    "one, other, before, after",
    [
        (TIMED, 'date: "2031-03-03T23:31Z"', "00:30 on 4 March 2031 (23:30 UTC on 3 March)", "00:31 on 4 March 2031"),
        ("date: 2031-03-03", 'date: "2031-03-03T20:00"', "3 March 2031", "20:00 on 3 March 2031"),
        ("date: 2031-03-16", "date: 2031-03-03\ncalendar: julian", "16 March 2031", "3 March 2031 (Julian), 16 March"),
    ],
)
def test_another_date_is_told_in_words_with_its_calendar(
    tmp_path: Path, one: str, other: str, before: str, after: str
) -> None:
    ((kind, _, was, now),) = told(tmp_path, ("Europe/Berlin", one, WHEN), ("Europe/Berlin", other, WHEN))
    assert kind == ChangeKind.EVENT_REDATED.value
    assert was == before
    assert now.startswith(after)


def test_another_wording_is_told_as_a_change_of_the_record(tmp_path: Path) -> None:
    zone = "Europe/Berlin"
    found = told(
        tmp_path, (zone, f"{TIMED}\ndate_wording: late", WHEN), (zone, f"{TIMED}\ndate_wording: very late", WHEN)
    )
    assert found == [(ChangeKind.EVENT_CHANGED.value, "date wording", "late", "very late")]


def test_that_a_claim_says_another_time_is_told_of_the_claim(tmp_path: Path) -> None:
    zone = "Europe/Berlin"
    ((_, part, before, after),) = told(tmp_path, (zone, TIMED, WHEN), (zone, TIMED, '"2031-03-03T21:00"'))
    assert (part, before, after) == ("when it was", "2031-03-03T20:00", "2031-03-03T21:00")
