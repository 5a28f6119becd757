"""What is withheld: until when, in which parts, and that nothing that readers see rests on it or names it."""

from typing import Final

import pytest
from dateline.records.rules.withheld_rules import (
    as_published,
    nothing_shown_rests_on_what_is_withheld,
    what_is_withheld_can_be_left_out,
    what_is_withheld_ends,
    who_is_withheld_is_named_nowhere,
)
from in_memory import CLOSED, GAZETTE, MASTHEAD, RECORDS
from marked import Files, context_of, held

HELD: Final = "withheld: {until: never, reason: safety, on: 2031-04-01}\n"
SECOND: Final = (
    "  - id: ordered\n    text: It was ordered.\n    reports: [{by: [clerk], cite: {source: gazette, paragraph: 2}}]\n"
)
HELD_CLAIM: Final = SECOND.replace("    text:", f"    {HELD}    text:")
NOTICE: Final = (
    "title: A notice\npublisher: harrow\npublished: 2031-03-05\nparagraphs:\n  - {n: 1, begins: By order of}\n"
)


@pytest.mark.parametrize(
    "until, accessed",
    [
        ("never", "2031-04-01"),
        ("2031-04-01", "2031-04-01"),
        ("⟦withheld-passed⟧2031-03-31", "2031-04-01"),
        ("2031-04", "2031-04-01"),
        ("⟦withheld-passed⟧2031-03", "2031-04-01"),
        ("2031", "2031-04-01"),
        ("2031-03-31", ""),
    ],
)
@pytest.mark.parametrize("where", ["event", "claim"])
def test_a_day_until_which_something_is_withheld_has_not_passed(until: str, accessed: str, where: str) -> None:
    said = HELD.replace("never", until)
    event = CLOSED + said if where == "event" else CLOSED + HELD_CLAIM.replace("never", until)
    source = GAZETTE + (f"accessed: {accessed}\n" if accessed else "")
    held(what_is_withheld_ends, {"events/well": event, "sources/gazette": source})


def test_it_is_told_until_when_it_was_and_how_late_anybody_worked() -> None:
    event = CLOSED + HELD.replace("never", "⟦withheld-passed⟧2031-03")
    files = {"events/well": event, "sources/gazette": GAZETTE + "accessed: 2031-04-01\n"}
    (problem,) = held(what_is_withheld_ends, files)
    assert problem.message == "this was to be withheld until 2031-03, and records were worked on as late as 2031-04-01"


BAD: Final = "⟦bad-value⟧"


@pytest.mark.parametrize(
    "name, fields",
    [
        ("events/well", "[summary, date_note, note]"),
        ("events/well", f"[summary, {BAD}title]"),
        ("events/well", f"[{BAD}body]"),
        ("events/well", f"[{BAD}published_note, {BAD}claims]"),
        ("sources/gazette", "[note, published_note, written_note]"),
        ("sources/gazette", f"[{BAD}summary]"),
        ("actors/clerk", "[body, note]"),
        ("actors/clerk", f"[{BAD}name]"),
        ("places/lindwell", "[note]"),
        ("places/lindwell", f"[{BAD}lat]"),
    ],
)
def test_only_texts_that_a_record_may_lack_are_withheld_by_themselves(name: str, fields: str) -> None:
    text = RECORDS[name] + HELD.replace("}", f", fields: {fields}}}")
    held(what_is_withheld_can_be_left_out, {name: text})


def test_of_a_claim_all_is_withheld_or_nothing() -> None:
    claim = HELD_CLAIM.replace("on: 2031-04-01", f"on: 2031-04-01, fields: [{BAD}note]")
    (problem,) = held(what_is_withheld_can_be_left_out, {"events/well": CLOSED + claim})
    assert problem.hint == "withhold the whole, without fields"
    held(what_is_withheld_can_be_left_out, {"events/well": CLOSED + HELD_CLAIM})


def test_a_text_is_proposed_that_may_be_meant() -> None:
    text = CLOSED + HELD.replace("}", f", fields: [{BAD}sumary]}}")
    (problem,) = held(what_is_withheld_can_be_left_out, {"events/well": text})
    assert problem.hint == "did you mean 'summary'?"


REF: Final = "⟦withheld-reference⟧"
DISPUTE: Final = (
    "question: Who?\nkind: responsibility\nrelation: exclusive\nstatus: open\nwould_settle: A letter.\n"
    "positions:\n  - {id: a, label: A, claims: [well#closed]}\n  - {id: b, label: B, claims: [fair#closed]}\n"
)


def brief(claim: str, dispute: str = "") -> str:
    """Return a brief that rests on a claim, and one on a dispute."""
    line = f"what_is_disputed: [{{text: Who, dispute: {dispute}}}]\n" if dispute else ""
    return f"what_happened:\n  - {{text: It was so., claims: [{claim}]}}\n{line}"


@pytest.mark.parametrize(
    "files",
    [
        {"events/fair": CLOSED + HELD, "pages/brief.yml": brief(f"well#closed, {REF}fair#closed")},
        {"events/fair": CLOSED, "pages/brief.yml": brief("well#closed, fair#closed")},
        {"events/well": CLOSED + HELD_CLAIM, "pages/brief.yml": brief(f"well#closed, {REF}well#ordered")},
        {"events/fair": CLOSED, "disputes/who": DISPUTE + HELD, "pages/brief.yml": brief("well#closed", f"{REF}who")},
        {"events/fair": CLOSED + HELD, "disputes/who": DISPUTE, "pages/brief.yml": brief("well#closed", f"{REF}who")},
        {"events/fair": CLOSED + HELD, "pages/brief.yml": brief("well#closed", "who")},
    ],
)
def test_what_is_said_in_brief_rests_on_nothing_withheld(files: Files) -> None:
    held(nothing_shown_rests_on_what_is_withheld, files)


def profile(link: str) -> str:
    """Return an actor whose profile has a link."""
    return f"name: The guild\nkind: organisation\n---\nIt met\nthere {link}.\n"


@pytest.mark.parametrize(
    "link, is_told",
    [
        ("[so](event:fair)", True),
        ("[so](claim:fair#closed)", True),
        ("[so](event:well)", False),
        ("[so](source:notice)", True),
        ("[so](source:notice#p1)", True),
        ("[so](source:gazette#p1)", False),
        ("[so](actor:moot)", True),
        ("[so](place:mill)", True),
        ("[so](https://mill.example/)", False),
    ],
)
def test_no_text_links_to_what_is_withheld(link: str, *, is_told: bool) -> None:
    files = {
        "events/fair": CLOSED + HELD,
        "sources/notice": NOTICE + HELD,
        "actors/moot": f"name: The moot\nkind: organisation\n{HELD}",
        "places/mill": f"name: The mill\nkind: well\n{HELD}",
    }
    mark = REF if is_told else ""
    held(nothing_shown_rests_on_what_is_withheld, {**files, "actors/guild": profile(link.replace("](", f"]({mark}"))})
    hidden = profile(link).replace("---\n", f"{HELD}---\n")
    held(nothing_shown_rests_on_what_is_withheld, {**files, "actors/guild": hidden})


@pytest.mark.parametrize(
    "files",
    [
        {"sources/notice": NOTICE + HELD},
        {"sources/notice": NOTICE, "actors/moot": f"name: The moot\nkind: organisation\n{HELD}"},
        {},
    ],
)
def test_whose_word_somebodys_is_rests_on_nothing_withheld(files: Files) -> None:
    every = {"sources/notice": NOTICE, "actors/moot": "name: The moot\nkind: organisation\n", **files}
    mark = REF if files else ""
    said = (
        f"name: The bailiff\nkind: person\nspeaks_for: {mark}{{actor: moot, cite: {{source: notice, paragraph: 1}}}}\n"
    )
    held(nothing_shown_rests_on_what_is_withheld, {**every, "actors/bailiff": said})
    hidden = said.replace(mark, "") + HELD
    held(nothing_shown_rests_on_what_is_withheld, {**every, "actors/bailiff": hidden})


NAMED: Final = "⟦withheld-named⟧"
ANN: Final = f"name: Ann Harding\nkind: person\naliases: [Annie of the mill, Ann]\n{HELD}"


@pytest.mark.parametrize(
    "files",
    [
        {"events/well": CLOSED.replace("title: The", f"title: {NAMED}Ann Harding, the")},
        {"events/well": CLOSED.replace("text: The", f"text: {NAMED}To Annie of the mill the")},
        {"events/well": f"{CLOSED}summary: {NAMED}So ANN HARDING says.\n"},
        {"events/well": f"{CLOSED}summary: So Ann says.\n"},
        {"events/well": f"{CLOSED}summary: Harding said to Ann.\n"},
        {"sources/gazette": GAZETTE.replace("title: The", f"title: {NAMED}Ann Harding and the")},
        {"actors/guild": f"name: The guild\nkind: organisation\n---\nIt was led\nby {NAMED}Ann Harding, long.\n"},
        {"pages/about": f"title: {NAMED}On Ann Harding\n---\nWho was {NAMED}Ann Harding?\n"},
        {"pages/about": "title: On the well\n---\nWho was Ann?\n"},
        {"pages/brief.yml": brief("well#closed").replace("text: It", f"text: {NAMED}Ann Harding said it")},
        {"tombstones.yml": f"tombstones: [{{kind: event, id: x, date: 2031, note: {NAMED}Of Ann Harding.}}]\n"},
        {"chronology.yml": f"{MASTHEAD}description: {NAMED}Of Ann Harding.\n"},
        {"events/fair": f"{CLOSED}summary: So Ann Harding says.\n{HELD}"},
        {"events/fair": f"{CLOSED}summary: So Ann Harding says.\nstate: draft\n"},
    ],
)
def test_no_text_that_readers_see_names_who_is_withheld(files: Files) -> None:
    found = held(who_is_withheld_is_named_nowhere, {"actors/ann": ANN, **files})
    assert not any("Harding" in problem.message + problem.hint for problem in found)
    assert all(problem.message == "who or what is withheld is named here" for problem in found)


def test_an_id_with_the_name_of_who_is_withheld_is_to_be_renamed() -> None:
    found = list(who_is_withheld_is_named_nowhere(context_of({"actors/ann": ANN, "events/ann-harding-leaves": CLOSED})))
    assert [(problem.position.path, problem.hint) for problem in found] == [
        ("content/events/ann-harding-leaves.yml", "rename it")
    ]


def test_places_that_are_withheld_are_named_nowhere_as_well() -> None:
    mill = f"name: Harrow Mill\nkind: well\n{HELD}"
    event = f"{CLOSED}summary: {NAMED}At Harrow Mill.\n"
    held(who_is_withheld_is_named_nowhere, {"places/mill": mill, "events/well": event})


@pytest.mark.parametrize("name, is_told", [("Tom", False), ("Thom", True)])
def test_names_of_three_letters_stand_in_too_many_texts_to_tell(name: str, *, is_told: bool) -> None:
    event = f"{CLOSED}summary: {NAMED if is_told else ''}So {name} says.\n"
    actor = f"name: {name}\nkind: person\n{HELD}"
    held(who_is_withheld_is_named_nowhere, {"actors/x": actor, "events/well": event})


def test_while_nobody_is_withheld_anybody_may_be_named() -> None:
    shown = ANN.replace(HELD, "")
    event = f"{CLOSED}summary: So Ann Harding says.\n"
    held(who_is_withheld_is_named_nowhere, {"actors/ann": shown, "events/well": event})
    held(who_is_withheld_is_named_nowhere, {"actors/ann": shown, "events/well": event, "sources/x": NOTICE + HELD})


def test_readers_get_neither_drafts_nor_what_is_withheld() -> None:
    files = {
        "events/fair": CLOSED + HELD,
        "events/draft": f"{CLOSED}state: draft\n",
        "events/well": CLOSED + HELD_CLAIM,
    }
    shown = as_published(context_of(files))
    assert list(shown.events) == ["well"]
    assert [claim.id for claim in shown.events["well"].claims] == ["closed"]
