"""The page of an actor says who it is, what it belongs to, what it said, and what is disputed of it."""

from typing import Final

from dateline.pages.kinds import actor as actors
from dateline.pages.kinds.actor import ActorView, actor_view, disputes_by_actor
from dateline.pages.shared.parties import said_by
from in_memory import GAZETTE, HERALD, MASTHEAD, replaced, version_of

WORDS: Final = MASTHEAD + "  dispute_kinds: {whether: {label: Whether}}\n"
EVENT: Final = """\
title: The well is closed, the clerk says
date: 2031-03-03
kind: closure
actors: [{actor: warden}]
claims:
  - id: closed
    text: The well was closed.
    accuses: [mason]
    reports:
      - {by: [clerk], cite: {source: gazette, paragraph: 1}}
      - {by: [council], stance: denies, cite: {source: herald, paragraph: 1}}
      - {by: [], cite: {source: herald, paragraph: 2}}
  - id: dry
    text: The well was dry.
    reports:
      - {by: [clerk], cite: {source: gazette, paragraph: 2}}
"""
WHETHER: Final = """\
question: Was the well closed?
kind: whether
relation: exclusive
status: open
positions:
  - {id: was, label: It was, claims: [well#closed]}
  - {id: was-not, label: It was not, stance: denies, claims: [well#closed]}
---
"""
COUNCIL: Final = """\
name: Lindwell Council
kind: organisation
aliases: [the council, the aldermen]
note: Dissolved since.
history:
  - {date: 2031-05-01, type: correction, note: Its name was misspelt.}
---
It meets in [the hall](place:lindwell).
"""
CLERK: Final = """\
name: The clerk
kind: person
named_because: He speaks for the council.
index: false
part_of:
  - {actor: council, as: clerk, from: 2030, cite: {source: gazette, paragraph: 2}}
speaks_for: {actor: council, cite: {source: herald, paragraph: 2}}
"""
BASE: Final = {
    "chronology.yml": WORDS,
    "events/well": EVENT,
    "sources/herald": HERALD,
    "sources/gazette": GAZETTE,
    "actors/herald": "name: The Herald\nkind: media\n",
    "actors/mason": "name: The mason\nkind: person\n",
    "actors/warden": "name: The warden\nkind: person\npart_of: council\n",
    "actors/nobody": "name: Nobody\nkind: person\n",
    "actors/council": COUNCIL,
    "actors/clerk": CLERK,
    "disputes/closed": WHETHER,
}


def page(id_: str, changes: dict[str, str] | None = None) -> ActorView:
    """Return the page of an actor."""
    edition = version_of({**BASE, **(changes or {})}).edition
    return actor_view(edition, edition.chronology.actors[id_])


def test_it_says_what_is_recorded_of_a_body() -> None:
    found = page("council")
    assert (found.id, found.address, found.name, found.title) == (
        "council",
        "actors/council/",
        "Lindwell Council",
        "Lindwell Council",
    )
    assert (found.kind, found.what, found.is_person, found.is_listed) == (
        "Organisation",
        "An organisation.",
        False,
        True,
    )
    assert (found.aliases, found.note, found.named_because) == (("the council", "the aldermen"), "Dissolved since.", "")
    assert (found.body, found.edit_path) == ("It meets in [the hall](place:lindwell).", "content/actors/council.md")
    assert [one.note for one in found.history] == ["Its name was misspelt."]
    assert found.description == (
        "Lindwell Council (organisation) in The well of Lindwell: heard in 3 reports, 1 dispute."
    )


def test_it_says_why_a_person_is_named_and_for_whom_it_speaks() -> None:
    found = page("clerk")
    assert (found.kind, found.is_person, found.is_listed) == ("Person", True, False)
    assert found.named_because == "He speaks for the council."
    assert found.speaks_for is not None
    assert found.speaks_for.of is not None
    assert found.speaks_for.of.text == "Lindwell Council"
    assert [one.paragraph.address for one in found.speaks_for.citations] == ["sources/herald/#p2"]
    nobody = page("nobody")
    assert (nobody.speaks_for, nobody.note, nobody.named_because, nobody.body) == (None, "", "", "")


def test_what_it_is_a_part_of_and_who_is_a_part_of_it_stand_apart_by_whether_more_is_said() -> None:
    clerk, council, warden = (page(id_) for id_ in ("clerk", "council", "warden"))
    assert [one.text for one in clerk.part_of] == ["Lindwell Council"]
    assert [one.of.text for one in clerk.belonged.bodies if one.of] == ["Lindwell Council"]
    assert [one.of.text for one in council.belonged.members if one.of] == ["The clerk"]
    assert [one.text for one in council.belonged.parts] == ["The warden"]
    assert (warden.belonged.bodies, warden.belonged.members, warden.belonged.parts) == ((), (), ())


def test_sources_are_those_of_its_own_facts_of_its_members_and_of_what_it_said() -> None:
    def sources(id_: str, changes: dict[str, str] | None = None) -> list[str]:
        return [line.link.address for line in page(id_, changes).sources]

    assert sources("clerk") == ["sources/gazette/", "sources/herald/"]
    assert sources("council") == ["sources/gazette/", "sources/herald/"]
    assert sources("council", {"actors/clerk": "name: The clerk\nkind: person\n"}) == ["sources/herald/"]
    assert sources("nobody") == []


def test_disputes_are_those_in_whose_claims_it_speaks_acts_or_is_counted() -> None:
    edition = version_of(BASE).edition
    found = {actor: list(disputes) for actor, disputes in edition.derived(disputes_by_actor).items()}
    assert found == {id_: ["closed"] for id_ in ("clerk", "council", "herald", "mason", "warden")}
    (part,) = page("mason").disputes
    assert (part.name, [one.text for one in part.items]) == ("Open", ["Was the well closed?"])
    assert page("nobody").disputes == ()
    assert page("harrow").disputes == (), "it prints what another says"


def test_one_steps_from_each_actor_to_the_next() -> None:
    views = {id_: page(id_) for id_ in ("clerk", "council", "harrow", "herald", "mason", "nobody", "warden")}
    order = [id_ for id_ in views if views[id_].steps.previous is None]
    while (following := views[order[-1]].steps.next) is not None:
        order.append(following.address.split("/")[1])
    assert sorted(order) == sorted(views)


def test_how_its_claims_stand_is_counted_where_they_stand_on_further_pages() -> None:
    edition = version_of(BASE).edition
    said = said_by(edition, "clerk")
    assert actors._tally(edition, said) == (("open", "Open", 1), ("one-voice", "One voice", 1))
    assert actors._tally(edition, said_by(edition, "nobody")) == ()
    denying = [one for one in said_by(edition, "council") if one.report.stance == "denies"]
    assert denying
    assert actors._tally(edition, tuple(denying)) == (), "what somebody denies is none of its claims"
    conceding = version_of({**BASE, "events/well": replaced(EVENT, ("stance: denies", "stance: concedes"))}).edition
    assert [key for key, _, _ in actors._tally(conceding, said_by(conceding, "council"))] != []
    assert page("clerk").tally == ()


def test_a_claim_that_was_said_twice_counts_once() -> None:
    twice = replaced(
        EVENT,
        (
            "      - {by: [council], stance: denies",
            "      - {by: [clerk], cite: {source: herald, paragraph: 2}}\n      - {by: [council], stance: denies",
        ),
    )
    edition = version_of({**BASE, "events/well": twice}).edition
    assert sum(count for _, _, count in actors._tally(edition, said_by(edition, "clerk"))) == 2
