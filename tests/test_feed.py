"""The feed of changes: days that every reader of feeds understands, and ids that do not move."""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from baseline import WELL, base_text, linked

from generator.exports.feed import feed
from generator.views.edition import Edition

_ATOM = "{http://www.w3.org/2005/Atom}"
_ID = "2031-03-03-well-closed"


Changes = Iterable[tuple[str, str]]
"""Dates and notes of an event's changes."""


def edition(folder: Path, changes: Changes, *, on: str = "2031-03-03", title: str = "The well") -> Edition:
    """Return the base, in which nothing was changed, with changes of one event."""
    history = "".join(f'  - {{date: "{when}", type: correction, note: {note}}}\n' for when, note in changes)
    text = base_text(WELL).replace("date: 2031-03-03\n", f'date: "{on}"\n') + f"history:\n{history}"
    masthead = base_text("chronology.yml").replace("title: The well of Lindwell", f"title: {json.dumps(title)}")
    return Edition(linked(folder, {WELL: text, "chronology.yml": masthead}))


def read(edition: Edition) -> ET.Element:
    return ET.fromstring(feed(edition))  # noqa: S314 - our own


def ids(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{_ATOM}id")]


@pytest.mark.parametrize(
    "when, day",
    [
        ("2031-04-05", "2031-04-05"),
        ("2031-04-05~", "2031-04-05"),
        ("2031-04", "2031-04-30"),
        ("2031", "2031-12-31"),
        ("2031-04-XX", "2031-04-30"),
        ("2031-04-05/2031-04-07", "2031-04-07"),
        ("[2031-04-05,2031-04-09]", "2031-04-09"),
        ("2031-04-05/..", "2031-04-05"),
        ("../2031-04-05", "2031-04-05"),
    ],
)
def test_every_entry_was_updated_on_the_last_day_that_its_date_may_mean(tmp_path: Path, when: str, day: str) -> None:
    root = read(edition(tmp_path, [(when, "A word was wrong.")]))
    moments = [element.text or "" for element in root.iter(f"{_ATOM}updated")]
    assert moments[1:] == [f"{day}T00:00:00Z"]
    assert [datetime.fromisoformat(moment).date() > date.min for moment in moments] == [True, True]


def test_an_entry_keeps_its_id_when_its_event_is_dated_anew(tmp_path: Path) -> None:
    before = ids(read(edition(tmp_path, [("2031-04-05", "A word was wrong.")])))
    after = ids(read(edition(tmp_path, [("2031-04-05", "A word was wrong.")], on="2031-03")))
    assert before == after
    assert before[1] == f"tag:dateline.invalid,2026:the-well/event/{_ID}/2031-04-05-correction"


@pytest.mark.parametrize("when", ["2031-04~", "[2031-04-05,2031-04-09]", "2031-04-05/..", "2031-04%"])
def test_an_id_has_only_signs_that_a_tag_may_have(tmp_path: Path, when: str) -> None:
    for id_ in ids(read(edition(tmp_path, [(when, "A word was wrong.")]))):
        assert re.fullmatch(r"tag:dateline\.invalid,2026:[A-Za-z0-9/-]+", id_), id_


def test_entries_of_one_day_and_of_dates_that_look_alike_are_told_apart(tmp_path: Path) -> None:
    history = [("2031-04-05", "One."), ("2031-04-05", "Two."), ("2031-04~", "Three."), ("2031-04?", "Four.")]
    found = ids(read(edition(tmp_path, history)))
    assert len(set(found)) == len(found) == 5


@pytest.mark.parametrize(
    "titles",
    [("The well", "The mill"), ("\u0627\u0644\u0628\u0626\u0631", "\u0627\u0644\u0646\u0647\u0631"), ("!", "?")],
)
def test_two_chronologies_have_no_id_in_common(tmp_path: Path, titles: tuple[str, str]) -> None:
    one, other = (
        set(ids(read(edition(tmp_path, [("2031-04-05", "A word was wrong.")], title=title)))) for title in titles
    )
    assert len(one) == len(other) == 2
    assert not one & other
