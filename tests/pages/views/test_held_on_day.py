"""Who is said to have held what on a day: told before the events, on every day that it is about."""

from dataclasses import replace
from pathlib import Path

import pytest
from baseline import MEETING, WELL, base_text, linked
from dateline.pages.kinds.day import day_view
from dateline.pages.kinds.held_on_day import HeldPlace
from dateline.pages.kinds.place import place_view
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.strips import strip_of
from projects import ROOT

_OTHER = """
  - id: kept-open
    text: The petitioners kept it.
    control: {place: old-well, holder: petitioners, extent: part}
    reports:
      - by: [petitioners]
        cite: {source: gazette-2031-03-04, paragraph: 2}
      - by: [council]
        stance: denies
        cite: {source: crier-2031-03-06, paragraph: 2}
"""


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """The base, in which two are said to hold the well for three days."""
    text = base_text(WELL).replace("date: 2031-03-03", "date: 2031-03-03/2031-03-05") + _OTHER
    return Edition(linked(tmp_path, {WELL: text}))


def _told(held: HeldPlace) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(one.names, [(chip.link.text, chip.words) for chip in one.chips]) for one in held.holders]


def test_a_day_says_who_is_said_to_hold_a_place_and_who_says_otherwise(edition: Edition) -> None:
    (held,) = day_view(edition, "2031-03-03").held
    assert (held.place.text, held.before) == ("The old well", None)
    assert [len(one.chips) for one in held.holders] == [2, 1]  # whom most speak of first
    by_stance = {names: [words for _, words in chips] for names, chips in _told(held)}
    assert sorted(by_stance.values()) == [[""], ["", "denied"]]
    assert all(one.is_said for one in held.holders)
    assert all("2031-03-03" in chip.link.address for one in held.holders for chip in one.chips)


def test_it_is_told_on_a_day_without_an_event_of_its_own_too(edition: Edition) -> None:
    first, second = (day_view(edition, day) for day in ("2031-03-03", "2031-03-04"))
    assert second.events == ()
    assert _told(second.held[0]) == _told(first.held[0])
    assert second.held[0].before is not None
    assert second.held[0].before.address == "days/2031-03-03/#_held"


def test_what_is_claimed_of_another_time_or_a_doubtful_one_says_so(tmp_path: Path) -> None:
    doubtful = _OTHER.replace("    control:", '    when: "[2031-03-03..2031-03-09]"\n    control:')
    certain = _OTHER.replace("kept-open", "kept-shut").replace("    control:", "    when: 2031-03-03\n    control:")
    text = base_text(WELL) + doubtful + certain
    (held,) = day_view(Edition(linked(tmp_path, {WELL: text})), "2031-03-03").held
    partly = [one.extents for one in held.holders if "part" in one.extents]
    assert sorted(partly) == ["part of it", "part of it, some time from 3 to 9 March 2031"]


def test_what_is_only_denied_is_said_by_nobody(tmp_path: Path) -> None:
    said = "      - by: [petitioners]\n        cite: {source: gazette-2031-03-04, paragraph: 2}\n"
    edition = Edition(linked(tmp_path, {WELL: base_text(WELL) + _OTHER.replace(said, "")}))
    (held,) = day_view(edition, "2031-03-03").held
    assert {one.is_said for one in held.holders} == {True, False}


@pytest.mark.parametrize(
    "when, until",
    [
        ("2031-03-03", "5 March 2031"),
        ("2031-03-07/2031-03-09", "9 March 2031"),
        ("2031-04", "30 April 2031"),
        ("2031-03-04/..", ""),
    ],
)
def test_a_place_says_until_when_it_is_told_who_held_it_unless_that_has_no_end(
    tmp_path: Path, when: str, until: str
) -> None:
    later = _OTHER.replace("    control:", f'    when: "{when}"\n    control:')
    text = base_text(WELL).replace("date: 2031-03-03", "date: 2031-03-03/2031-03-05") + later
    edition = Edition(linked(tmp_path, {WELL: text}))
    view = place_view(edition, edition.chronology.places["old-well"])
    assert view.held
    assert view.held.until == until
    told = "No report here says who held it after"
    page = str(Renderer(ROOT / "templates", edition).page(view).content)
    assert (f"{told} {until}." in page) == bool(until)
    assert (told in page) == bool(until)


_DISPUTE = """---
question: Who held the old well?
kind: control
relation: exclusive
status: open
positions:
  - {id: council, label: The council, claims: [2031-03-03-well-closed#closed]}
  - {id: petitioners, label: The petitioners, claims: [2031-03-02-meeting#held-before, 2031-03-02-meeting#told-at-last]}
would_settle: A key.
---
"""


def _said_before(speaker: str, id_: str = "held-before", stance: str = "asserts") -> str:
    return f"""
  - id: {id_}
    text: The petitioners held the well.
    control: {{place: old-well, holder: petitioners, extent: full}}
    when: {"2031-03-02" if id_ == "told-at-last" else "2031-03-01"}
    reports:
      - by: [{speaker}]
        stance: {stance}
        cite: {{source: gazette-2031-03-04, paragraph: 2}}
"""


def _with_what_was_said_before(tmp_path: Path, *claims: str) -> HeldPlace:
    files = {MEETING: base_text(MEETING) + "".join(claims), "disputes/who-held-the-well.md": _DISPUTE}
    (held,) = day_view(Edition(linked(tmp_path, files)), "2031-03-03").held
    return held


def test_who_says_nothing_of_a_day_is_told_with_what_the_dispute_has_of_them_before(tmp_path: Path) -> None:
    held = _with_what_was_said_before(
        tmp_path, _said_before("petitioners"), _said_before("petitioners", "told-at-last")
    )
    names, chips = _told(held)[-1]
    assert (names, chips) == ("Petitioners", [("Petitioners", "")])
    assert held.holders[-1].extents == "all of it, as said of 2 March 2031"  # the last of their words alone
    assert held.dispute is not None
    assert held.dispute.address == "disputes/who-held-the-well/"


def test_who_speaks_of_the_day_is_not_told_with_what_it_said_before(tmp_path: Path) -> None:
    held = _with_what_was_said_before(tmp_path, _said_before("clerk"), _said_before("petitioners", "told-at-last"))
    assert [chips for names, chips in _told(held) if names.startswith("Petitioners")] == [[("Petitioners", "")]]


def test_what_lasts_beyond_the_day_says_how_long(edition: Edition) -> None:
    (held,) = day_view(edition, "2031-03-04").held
    assert {one.extents for one in held.holders} == {
        "all of it, 3 to 5 March 2031",
        "part of it, 3 to 5 March 2031",
    }


def test_of_many_those_who_do_not_say_so_are_always_shown(edition: Edition) -> None:
    (held,) = day_view(edition, "2031-03-03").held
    chip = held.holders[0].chips[0]
    holder = replace(held.holders[0], chips=(*(replace(chip, stance="asserts"),) * 6, replace(chip, stance="denies")))
    assert [one.stance for one in holder.shown] == ["asserts"] * 3 + ["denies"]
    none = replace(holder, chips=holder.chips[:6])
    assert len(none.shown) == 4
    against = replace(holder, chips=(chip, *(replace(chip, stance="doubts"),) * 5))
    assert [one.stance for one in against.shown].count("doubts") == 3


def test_a_strip_draws_a_claim_when_it_says_that_it_was_so_and_not_when_its_event_was(tmp_path: Path) -> None:
    told = _OTHER.replace("    control:", '    when: "[2031-03-03..2031-03-09]"\n    control:')
    edition = Edition(linked(tmp_path, {WELL: base_text(WELL) + told}))
    strip = strip_of(edition, "old-well", list(edition.chronology.claims.values()))
    assert strip is not None
    drawn = {
        (mark.holder_name, mark.first.day, mark.last.day, mark.is_certain) for row in strip.rows for mark in row.marks
    }
    assert drawn == {
        ("Lindwell Council", 3, 3, True),
        ("Petitioners", 3, 9, False),
    }


def test_how_much_is_told_apart_with_those_who_say_so_and_those_who_do_not(tmp_path: Path) -> None:
    less = _OTHER.replace("kept-open", "kept-a-bit").replace("extent: part", "extent: contested")
    less = less.replace("[petitioners]", "[clerk]", 1).split("      - by: [council]")[0]
    (held,) = day_view(Edition(linked(tmp_path, {WELL: base_text(WELL) + _OTHER + less})), "2031-03-03").held
    told = {one.extents: [chip.stance for chip in one.chips] for one in held.holders if one.names == "Petitioners"}
    assert told == {"part of it": ["asserts", "denies"], "contested": ["asserts"]}
