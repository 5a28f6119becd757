"""A badge beside what tells several claims says no more than holds of all of them."""

from itertools import permutations
from pathlib import Path

import pytest
from baseline import WELL, base_text, linked
from dateline.pages.kinds.home import home_view
from dateline.pages.kinds.topic_card import day_card
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.front import points_of_all
from dateline.pages.shared.outcome_of_all import SETTLED, SETTLED_IN_PART, events_in_dispute, outcome_of_event, together
from dateline.pages.shared.timeline_points import named_moments
from dateline.pages.shared.timelines import timeline_of_all
from dateline.records.rules.standing import Outcome
from html_reading import read
from hypothesis import given
from hypothesis import strategies as st
from projects import ROOT

WHO = "disputes/who-closed-the-well.md"
SOME = st.lists(st.sampled_from(Outcome), min_size=1, max_size=5)


@given(SOME)
def test_it_is_settled_only_where_all_are_settled_alike_or_otherwise(found: list[Outcome]) -> None:
    assert (together(found) in SETTLED) == SETTLED.issuperset(found)


@given(SOME)
def test_what_is_open_is_never_passed_over(found: list[Outcome]) -> None:
    if Outcome.OPEN in found and Outcome.TAKEN_BACK not in found:
        assert together(found) in {Outcome.OPEN, SETTLED_IN_PART}


@given(SOME)
def test_the_order_of_the_claims_decides_nothing(found: list[Outcome]) -> None:
    assert {together(one) for one in permutations(found)} == {together(found)}


@given(st.sampled_from(Outcome), st.integers(1, 4))
def test_claims_of_one_outcome_have_that_outcome(outcome: Outcome, times: int) -> None:
    assert together([outcome] * times) == outcome


def _settled(tmp_path: Path, *, settles: str, day: str = "") -> Edition:
    """The base with its dispute settled in part: of the closing itself, and perhaps of a day of it."""
    further = f"""
  - id: on-the-third
    text: The well was closed on the third.
    reports:
      - by: [council]
        cite: {{source: crier-2031-03-06, paragraph: 2}}
{day}"""
    dispute = base_text(WHO).replace("status: open", "status: partly-resolved")
    dispute = dispute.replace("[2031-03-03-well-closed#by-the-council]", f"[{CLOSED}, {THIRD}]")
    resolution = f"""resolution:
  outcome: [council]
  rule: concession
  date: 2031-03-06
  note: The council says so.
  settles: {{{settles}}}
would_settle:"""
    files = {WELL: base_text(WELL) + further, WHO: dispute.replace("would_settle:", resolution)}
    return Edition(linked(tmp_path, files))


CLOSED, THIRD = "2031-03-03-well-closed#closed", "2031-03-03-well-closed#on-the-third"
_DENIED = """      - by: [petitioners]
        stance: denies
        cite: {source: gazette-2031-03-04, paragraph: 2}
"""


def test_an_event_is_settled_in_part_while_what_is_disputed_with_it_is_open(tmp_path: Path) -> None:
    edition = _settled(tmp_path, settles=f"{CLOSED}: stands")
    event = edition.chronology.events["2031-03-03-well-closed"]
    assert edition.outcome(event, event.claims[0]) is Outcome.SETTLED_STANDS
    found = outcome_of_event(edition, event)
    assert (found.outcome, found.label) == (SETTLED_IN_PART, "Settled in part")
    assert found.context.reference == THIRD  # the badge leads to what is open
    assert [moment.disputed for moment in named_moments(edition, [event])] == [True]
    assert edition.derived(events_in_dispute) == {event.id}
    card = day_card(edition, "2031-03-03")
    assert card is not None
    assert card.state == "1 event · 1 event in dispute"


def test_an_event_is_settled_once_all_that_its_title_tells_is(tmp_path: Path) -> None:
    edition = _settled(tmp_path, settles=f"{CLOSED}: stands, {THIRD}: stands")
    event = edition.chronology.events["2031-03-03-well-closed"]
    found = outcome_of_event(edition, event)
    assert (found.outcome, found.is_said_otherwise) == (Outcome.SETTLED_STANDS, False)
    assert event.claims[1].id == "by-the-council"
    assert edition.outcome(event, event.claims[1]) is Outcome.OPEN  # another question, which the title does not tell
    assert [moment.disputed for moment in named_moments(edition, [event])] == [False]
    timeline = timeline_of_all(edition)
    assert timeline is not None
    assert [one.disputed for one in timeline.bins if event.title in one.label] == []
    assert [one.disputed for one in timeline.spans if event.title in one.label] == []
    assert edition.derived(events_in_dispute) == frozenset()


@pytest.mark.parametrize("settles", [f"{CLOSED}: falls, {THIRD}: falls", f"{CLOSED}: falls, {THIRD}: stands"])
def test_where_it_is_said_both_ways_the_badge_tells_of_which_it_speaks(tmp_path: Path, settles: str) -> None:
    found = _settled(tmp_path, settles=settles, day=_DENIED)
    event = found.chronology.events["2031-03-03-well-closed"]
    told = outcome_of_event(found, event)
    assert (told.outcome, told.is_said_otherwise) == (Outcome.SETTLED_FALLS, True)
    assert told.context.reference == CLOSED


@pytest.mark.parametrize(
    "named, told",
    [("closed", CLOSED), ("by-the-council", "2031-03-03-well-closed#by-the-council"), ("on-the-third", CLOSED)],
)
def test_an_event_is_told_by_what_the_brief_tells_of_it(tmp_path: Path, named: str, told: str) -> None:
    claims = (
        "  - {id: on-the-third, text: It was closed on the third., reports: ["
        "{by: [council], cite: {source: crier-2031-03-06, paragraph: 2}}]}\n"
    )
    asked = "[2031-03-03-well-closed#by-the-council]"
    dispute = base_text(WHO).replace(asked, f"[{CLOSED}, {THIRD}]")
    brief = f"what_happened:\n  - {{text: It was closed., claims: [2031-03-03-well-closed#{named}]}}\n"
    files = {WELL: base_text(WELL) + claims, WHO: dispute, "pages/brief.yml": brief}
    edition = Edition(linked(tmp_path, files))
    event = edition.chronology.events["2031-03-03-well-closed"]
    assert outcome_of_event(edition, event).context.reference == told


@pytest.mark.parametrize("settles", ["stands", "falls"])
def test_a_dot_a_bar_and_the_badge_of_an_event_follow_one_rule(tmp_path: Path, settles: str) -> None:
    for third in (f", {THIRD}: {settles}", ""):
        edition = _settled(tmp_path, settles=f"{CLOSED}: {settles}{third}")
        event = edition.chronology.events["2031-03-03-well-closed"]
        is_open = outcome_of_event(edition, event).outcome in {Outcome.OPEN, SETTLED_IN_PART}
        assert is_open is not bool(third)
        (point,) = named_moments(edition, [event])
        timeline = timeline_of_all(edition)
        assert timeline is not None
        hatched = sum(one.disputed for one in timeline.bins) + sum(one.disputed for one in timeline.spans)
        assert (point.disputed, hatched > 0, event.id in edition.derived(events_in_dispute)) == (is_open,) * 3


def test_an_event_is_in_dispute_while_what_its_title_tells_is_open(tmp_path: Path) -> None:
    undenied = base_text(WELL).replace("        stance: denies\n", "")
    assert Edition(linked(tmp_path, {WELL: undenied, WHO: None})).derived(events_in_dispute) == frozenset()


@pytest.mark.parametrize(
    "settles, told",
    [
        (f"{CLOSED}: stands", [("Settled: so", CLOSED, True), ("Open", THIRD, True)]),
        (f"{THIRD}: falls", [("Settled: not so", THIRD, True), ("Open", CLOSED, True)]),
        (f"{CLOSED}: falls, {THIRD}: stands", [("Settled: not so", CLOSED, True), ("Settled: so", THIRD, True)]),
        (f"{CLOSED}: stands, {THIRD}: stands", [("Settled: so", CLOSED, True)]),
    ],
)
def test_a_turning_point_settled_in_part_says_of_each_part_what_that_claim_says_on_its_own_page(
    tmp_path: Path, settles: str, told: list[tuple[str, str, bool]]
) -> None:
    edition = _settled(tmp_path, settles=settles)
    (point,) = points_of_all(edition)
    assert [(mark.label, mark.link.address.partition("#")[2], mark.is_told) for mark in point.marks] == [
        (label, reference.replace("#", "--"), is_told) for label, reference, is_told in told
    ]
    for mark, (label, reference, _) in zip(point.marks, told, strict=True):
        found = edition.chronology.claims[reference]
        assert edition.claim(found.event, found.claim).outcome_label == label
        assert mark.who
    assert point.is_open == ("Open" in {label for label, _, _ in told})


def test_a_mark_of_the_front_page_leads_to_its_meaning_and_its_claim_is_called_one(tmp_path: Path) -> None:
    edition = _settled(tmp_path, settles=f"{CLOSED}: stands")
    page = read(str(Renderer(ROOT / "templates", edition).page(home_view(edition)).content))
    (points,) = page.elements("ol", "dl-turns")
    marks = points.elements("a", "dl-badge")
    assert [mark["href"].partition("method/")[2] for mark in marks] == ["#_outcome-settled-stands", "#_outcome-open"]
    notes = [" ".join(note.text.split()) for note in points.elements("span", "dl-note")]
    (point,) = points_of_all(edition)
    assert notes == [f"Claim ({mark.who}): {mark.link.text}" for mark in point.marks]
