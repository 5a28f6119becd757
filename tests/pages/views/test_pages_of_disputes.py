"""The page of a dispute says how it stands, who takes which position since when, and where that is settled."""

from typing import Any, Final

import pytest
from dateline.pages.kinds.dispute import DisputeView, PositionView, dispute_view
from dateline.records.rules.standing import Outcome
from in_memory import GAZETTE, HERALD, MASTHEAD, replaced, version_of

WORDS: Final = MASTHEAD + "  dispute_kinds: {whether: {label: Whether}, count: {label: Count, like: figure}}\n"
EVENT: Final = """\
title: The well is closed, the clerk says
date: 2031-03-03
kind: closure
claims:
  - id: closed
    text: The well was closed.
    reports:
      - {by: [clerk], cite: {source: gazette, paragraph: 1}}
      - {by: [council], stance: denies, cite: {source: herald, paragraph: 1}}
      - {by: [], cite: {source: herald, paragraph: 2}}
  - id: dry
    text: The well was dry.
    reports:
      - {by: [clerk], cite: {source: gazette, paragraph: 2}}
  - id: full
    text: The well was full.
    reports:
      - {by: [council], cite: {source: herald, paragraph: 2}}
"""
MEETING: Final = """\
title: The council meets
date: 2031-03-02
kind: meeting
claims:
  - id: came
    text: Some came.
    reports:
      - by: [clerk]
        cite: {source: gazette, paragraph: 2}
        figures: [{measure: attended, exact: 5}]
  - id: many-came
    text: Many came.
    reports:
      - by: [council]
        cite: {source: herald, paragraph: 2}
        figures: [{measure: attended, exact: 9}]
"""
WHETHER: Final = """\
question: Was the well closed?
kind: whether
relation: exclusive
status: open
positions:
  - {id: was, label: It was, claims: [well#closed], note: So the clerk.}
  - {id: was-not, label: It was not, stance: denies, claims: [well#closed]}
would_settle: The minutes.
note: Two words for one thing.
---
What [the clerk](actor:clerk) meant.
"""
RESOLUTION: Final = """\
resolution:
  outcome: [was]
  rule: later-reporting
  date: 2031-03-20
  note: The council said so.
  settles: {well#closed: stands}
  cites: [{source: herald, paragraph: 1}]
"""
RESOLVED: Final = replaced(
    WHETHER, ("status: open\n", "status: resolved\n"), ("would_settle", f"{RESOLUTION}would_settle")
)
WATER: Final = """\
question: Was there water?
kind: whether
relation: exclusive
status: open
positions:
  - {id: dry, label: None, claims: [well#dry]}
  - {id: full, label: Much, claims: [well#full]}
  - {id: open, label: Open, stance: denies, claims: [well#closed]}
---
"""
COUNT: Final = """\
question: How many came?
kind: count
relation: exclusive
status: open
positions:
  - {id: few, label: Few, claims: [meeting#came]}
  - {id: many, label: Many, claims: [meeting#many-came]}
---
"""
BASE: Final = {
    "chronology.yml": WORDS,
    "events/well": EVENT,
    "events/meeting": MEETING,
    "sources/herald": HERALD,
    "sources/gazette": GAZETTE,
    "actors/herald": "name: The Herald\nkind: media\n",
    "disputes/closed": WHETHER,
}


def page(changes: dict[str, str] | None = None, id_: str = "closed") -> DisputeView:
    """Return the page of a dispute."""
    edition = version_of({**BASE, **(changes or {})}).edition
    return dispute_view(edition, edition.chronology.disputes[id_])


def named(position: PositionView) -> list[tuple[str, str, int]]:
    """Return who is named for a position, how they said it, and since which step."""
    return [(one.link.text, one.words, one.step) for one in position.said.chips]


def test_an_open_dispute_says_so_with_its_question_and_what_would_settle_it() -> None:
    found = page()
    assert (found.id, found.address, found.title, found.edit_path) == (
        "closed",
        "disputes/closed/",
        "Was the well closed?",
        "content/disputes/closed.md",
    )
    assert (found.kind, found.status, found.relation) == ("Whether", "open", "The positions exclude each other.")
    assert found.answer == "Open: nobody has settled it."
    assert found.description == "Open. Was the well closed? It was (1 voice); It was not (1 voice)."
    assert (found.verdicts, found.resolution, found.settled_step) == ((), None, 0)
    assert (found.would_settle, found.note) == ("The minutes.", "Two words for one thing.")
    assert (found.body, found.when) == ("What [the clerk](actor:clerk) meant.", "3 March 2031")
    assert (
        page(
            {"disputes/closed": replaced(WHETHER, ("would_settle: The minutes.\nnote: Two words for one thing.\n", ""))}
        ).would_settle
        == ""
    )


def test_each_position_has_those_who_say_it_each_with_the_step_in_which_they_did() -> None:
    was, was_not = page().positions
    assert [(one.anchor, one.evidence, one.label, one.note) for one in (was, was_not)] == [
        ("position-was", "evidence-was", "It was", "So the clerk."),
        ("position-was-not", "evidence-was-not", "It was not", ""),
    ]
    assert (named(was), named(was_not)) == ([("The clerk", "", 1)], [("Lindwell Council", "", 2)])
    assert was.said.numbers == ("1 voice says so.", "1 publisher does not say whose word it is.")
    assert ((was.step, was.reports), (was_not.step, was_not.reports)) == ((1, 2), (2, 1))
    assert [(one.voices, one.first, one.last) for one in was.past] == [("1 report, 1 voice", 1, 1)]
    assert was_not.past == ()
    assert {one.outcome for one in (was, was_not)} == {Outcome.OPEN}
    assert {(one.verdict, one.settled_in, one.settled_step, one.withdrawn) for one in (was, was_not)} == {
        ("", None, 0, "")
    }


def test_each_claim_has_the_reports_that_speak_for_the_position_and_counts_the_others() -> None:
    (was,), (was_not,) = (one.claims for one in page().positions)
    assert [len(one.claim.reports) for one in (was, was_not)] == [2, 1]
    assert (was.others, was_not.others) == ("1 other report of this claim", "2 other reports of this claim")
    assert was.capacity != was_not.capacity


def test_a_claim_that_nobody_speaks_for_in_this_sense_has_all_its_reports() -> None:
    silent = replaced(EVENT, ("      - {by: [council], stance: denies, cite: {source: herald, paragraph: 1}}\n", ""))
    was_not = page({"events/well": silent}).positions[1]
    (stake,) = was_not.claims
    assert (len(stake.claim.reports), stake.others, was_not.reports, named(was_not)) == (2, "", 2, [])
    assert stake.capacity not in {one.capacity for position in page().positions for one in position.claims}


def test_the_events_and_the_sources_of_all_claims_stand_once_and_in_their_order() -> None:
    both = replaced(WATER, ("[well#dry]", "[well#dry, meeting#came]"))
    found = page({"disputes/water": both}, "water")
    assert [(one.text, one.note, one.step) for one in found.events] == [
        ("The council meets", "2 March 2031", 1),
        ("The well is closed, the clerk says", "3 March 2031", 1),
    ]
    assert [line.link.address for line in found.sources] == ["sources/gazette/", "sources/herald/"]
    late = replaced(EVENT, ("      - {by: [clerk], cite: {source: gazette, paragraph: 1}}\n", ""))
    (event,) = page({"events/well": late, "disputes/water": replaced(WATER, ("[well#dry]", "[meeting#came]"))}).events
    assert event.step == 0, "all of it was reported on one day"


def test_a_settled_dispute_says_by_what_and_from_which_day_on() -> None:
    found = page({"disputes/closed": RESOLVED})
    assert found.answer == "Settled by evidence of 20 March 2031: later reporting."
    assert [(one.kind, one.positions) for one in found.verdicts] == [("so", ("It was",))]
    assert found.resolution is not None
    assert (found.resolution.rule, found.resolution.date, found.resolution.note) == (
        "later reporting",
        "20 March 2031",
        "The council said so.",
    )
    assert [one.paragraph.address for one in found.resolution.cites] == ["sources/herald/#p1"]
    assert (found.settled_step, found.resolution.step) == (3, 3), "both sources were there before"
    assert [(one.label, one.outcome, one.settled_step) for one in found.positions] == [
        ("It was", Outcome.SETTLED_STANDS, 3),
        ("It was not", Outcome.SETTLED_FALLS, 3),
    ]
    early = replaced(RESOLVED, ("date: 2031-03-20", "date: 2031-03-05"))
    assert page({"disputes/closed": early}).settled_step == 2


def test_a_source_that_only_the_resolution_cites_is_among_the_sources() -> None:
    minutes = HERALD.replace("herald", "minutes").replace("Council answers", "Minutes")
    cites = replaced(RESOLVED, ("[{source: herald, paragraph: 1}]", "[{source: minutes, paragraph: 1}]"))
    changes = {"sources/minutes": minutes.replace("publisher: minutes", "publisher: herald"), "disputes/closed": cites}
    assert [line.link.address for line in page(changes).sources] == [
        "sources/gazette/",
        "sources/herald/",
        "sources/minutes/",
    ]


def test_a_position_that_another_dispute_settles_says_where_and_since_when() -> None:
    found = page({"disputes/closed": RESOLVED, "disputes/water": WATER}, "water")
    assert [
        (one.label, one.outcome, one.settled_in and one.settled_in.text, one.settled_step) for one in found.positions
    ] == [
        ("None", Outcome.OPEN, None, 0),
        ("Much", Outcome.OPEN, None, 0),
        ("Open", Outcome.SETTLED_FALLS, "Was the well closed?", 3),
    ]
    assert (found.settled_step, found.answer) == (3, "Open; another question settles some of it.")


def test_what_another_dispute_settles_later_is_not_told_before_that_beside_the_own_resolution() -> None:
    own = RESOLUTION.replace("[was]", "[dry]").replace("2031-03-20", "2031-03-05").replace("well#closed", "well#dry")
    settled = replaced(WATER, ("status: open\n", f"status: partly-resolved\n{own}"))
    found = page({"disputes/closed": RESOLVED, "disputes/water": settled}, "water")
    assert [(one.label, one.settled_step) for one in found.positions] == [("None", 2), ("Much", 2), ("Open", 3)]
    assert [one.positions for one in found.verdicts if one.kind == "not-so"] == [("Open",)]
    assert found.resolution is not None
    assert (found.resolution.step, found.settled_step) == (2, 3)


def test_of_several_positions_it_is_told_which_exclude_which() -> None:
    many = """\
question: Was it so?
kind: whether
relation: exclusive
status: open
positions:
  - {id: was, label: Closed, claims: [well#closed]}
  - {id: was-not, label: Not closed, stance: denies, claims: [well#closed]}
  - {id: not-at-all, label: Never, stance: denies, claims: [well#closed]}
  - {id: dry, label: Dry, claims: [well#dry]}
---
"""
    found = page({"disputes/many": many}, "many")
    assert found.excluding == (("Closed", ("Not closed", "Never")),)
    assert found.relation == "Not all of the positions can be true."
    assert page({"disputes/many": many.replace("status: open", "status: not-a-conflict")}, "many").excluding == ()
    assert page().excluding == (), "two exclude each other, and that is said already"


def test_who_counts_how_many_is_told_with_the_range_and_who_says_several_of_what_excludes_each_other() -> None:
    found = page({"disputes/count": COUNT}, "count")
    assert found.ranges == (("Attended: 5 to 9, 2 counts", "The clerk: 5; Lindwell Council: 9"),)
    assert found.saying_several == ()
    both = replaced(MEETING, ("by: [council]", "by: [clerk]"))
    assert [one.text for one in page({"events/meeting": both, "disputes/count": COUNT}, "count").saying_several] == [
        "The clerk"
    ]
    possible = replaced(COUNT, ("relation: exclusive", "relation: both-possible"))
    assert page({"events/meeting": both, "disputes/count": possible}, "count").saying_several == ()
    assert (
        page(
            {"events/meeting": both, "disputes/count": COUNT.replace("kind: count", "kind: whether")}, "count"
        ).saying_several
        == ()
    )


def test_few_reports_need_no_fold_and_more_than_five_do() -> None:
    assert page().is_short
    more = "      - {by: [clerk], cite: {source: herald, paragraph: 2}}\n"
    five = replaced(EVENT, ("  - id: dry", f"{more * 2}  - id: dry"))
    assert page({"events/well": five}).is_short
    assert not page({"events/well": replaced(EVENT, ("  - id: dry", f"{more * 3}  - id: dry"))}).is_short


def test_one_steps_from_each_dispute_to_the_next() -> None:
    changes = {"disputes/count": COUNT, "disputes/water": WATER}
    views: dict[str, Any] = {id_: page(changes, id_) for id_ in ("closed", "count", "water")}
    order = [id_ for id_ in views if views[id_].steps.previous is None]
    while (following := views[order[-1]].steps.next) is not None:
        order.append(following.address.split("/")[1])
    assert sorted(order) == sorted(views)


@pytest.mark.parametrize("id_", ["closed", "water"])
def test_places_that_nobody_held_have_no_strip_and_words_no_toll(id_: str) -> None:
    found = page({"disputes/water": WATER}, id_)
    assert (found.strips, found.tolls, found.ranges, found.dates, found.beside) == ((), (), (), (), ())


def test_who_held_a_place_in_dispute_has_a_strip() -> None:
    held = replaced(
        EVENT,
        (
            "    text: The well was closed.\n",
            "    text: The well was held.\n    control: {place: old-well, holder: council, extent: full}\n",
        ),
    )
    (strip,) = page({"events/well": held}).strips
    assert strip.place == "Old Well"
    assert [row.name for row in strip.rows] == ["The clerk", "The Herald"]
