"""What was published leaves a trace where it goes, and a change in substance has an entry that tells it."""

from collections.abc import Iterable
from typing import Final

import pytest
from dateline.editing.comparison import compare
from dateline.editing.comparison.lost_addresses import lost_addresses
from dateline.editing.comparison.promises import embargoes_on_what_was_seen, vanished_ids
from dateline.ground.problems import Problem
from in_memory import CLOSED, RECORDS, replaced, version_of

Changes = dict[str, str | None]
SECOND: Final = "  - {id: ordered, text: The council ordered it., reports: [{cite: {source: gazette, paragraph: 2}}]}\n"
TWO: Final = CLOSED + SECOND
DRAFT: Final = f"{CLOSED}state: draft\n"
EMBARGO: Final = "withheld: {until: 2031-12-01, reason: embargo, on: 2031-05-01}\n"
SAFETY: Final = "withheld: {until: never, reason: safety, on: 2031-05-01}\n"


def stones(*texts: str) -> str:
    return "tombstones:\n" + "".join(f"  - {{{text}, date: 2031-05-01, note: Why.}}\n" for text in texts)


def told(found: Iterable[Problem]) -> list[tuple[str, str, str]]:
    return [(one.code.value, str(one.position), one.message) for one in found]


def vanished(before: Changes, after: Changes) -> list[tuple[str, str, str]]:
    return told(vanished_ids(version_of(before), version_of(after)))


# --- records that go ---


@pytest.mark.parametrize(
    "name, kind", [("actors/clerk", "actor"), ("sources/gazette", "source"), ("events/well", "event")]
)
def test_a_record_that_goes_without_a_tombstone_breaks_a_promise(name: str, kind: str) -> None:
    id_ = name.partition("/")[2]
    (found,) = vanished({}, {name: None})
    suffix = ".md" if kind == "actor" else ".yml"
    assert found[:2] == ("id-vanished", f"content/{name}{suffix}:1:1")
    assert f"{kind} '{id_}'" in found[2]
    assert vanished({}, {name: None, "tombstones.yml": stones(f"kind: {kind}, id: {id_}")}) == []


def test_a_tombstone_of_another_kind_buries_nothing() -> None:
    found = vanished({}, {"actors/clerk": None, "tombstones.yml": stones("kind: place, id: clerk")})
    assert [code for code, _, _ in found] == ["id-vanished"]


def test_a_draft_may_go_or_stay_a_draft_and_something_published_may_not_become_one() -> None:
    draft = f"{CLOSED}state: draft\n"
    assert vanished({"events/well": draft}, {"events/well": None}) == []
    assert vanished({"events/well": draft}, {"events/well": draft}) == []
    assert vanished({"events/well": draft}, {"events/well": CLOSED}) == []
    ((code, where, _),) = vanished({}, {"events/well": draft})
    assert (code, where) == ("id-vanished", f"content/events/well.yml:{draft.count(chr(10))}:8")


@pytest.mark.parametrize(
    "name, text, hint",
    [
        ("actors/scribe", RECORDS["actors/clerk"], "'scribe' says the same: give it its old name back, or leave a"),
        ("actors/scribe", "name: Another\nkind: person\n", "content/tombstones.yml takes: {kind: actor, id: clerk"),
        ("actors/council", RECORDS["actors/clerk"], "content/tombstones.yml takes: {kind: actor, id: clerk"),
    ],
)
def test_a_record_that_is_new_and_says_the_same_may_be_it_under_another_name(name: str, text: str, hint: str) -> None:
    (found,) = vanished_ids(version_of(), version_of({"actors/clerk": None, name: text}))
    assert found.hint.startswith(hint)


def test_a_record_that_is_new_promises_nothing() -> None:
    assert vanished({"actors/clerk": None}, {}) == []


# --- claims that go ---


def test_a_claim_that_goes_leaves_a_tombstone_or_an_entry_that_names_it() -> None:
    ((code, where, message),) = vanished({"events/well": TWO}, {})
    assert (code, where.partition(":")[0]) == ("id-vanished", "content/events/well.yml")
    assert "ordered" in message
    buried = {"tombstones.yml": stones("kind: claim, id: well#ordered")}
    assert vanished({"events/well": TWO}, dict(buried)) == []
    for note, is_enough in (
        ("The claim ordered was a slip.", True),
        ("The claim reordered was a slip.", False),
        ("The claim ordered-twice was a slip.", False),
        ("A slip.", False),
    ):
        history = f"history: [{{date: 2031-05-01, type: retraction, note: {note}}}]\n"
        assert (vanished({"events/well": TWO}, {"events/well": CLOSED + history}) == []) is is_enough, note


def test_an_entry_that_was_there_before_tells_of_no_claim_that_goes_now() -> None:
    history = "history: [{date: 2031-05-01, type: correction, note: The claim ordered was misread.}]\n"
    found = vanished({"events/well": TWO + history}, {"events/well": CLOSED + history})
    assert [code for code, _, _ in found] == ["id-vanished"]


def test_a_claim_that_changes_its_place_stays() -> None:
    head, first = CLOSED.split("claims:\n")
    assert vanished({"events/well": TWO}, {"events/well": f"{head}claims:\n{SECOND}{first}"}) == []


# --- graves ---


def test_a_grave_is_left_in_peace() -> None:
    grave = stones("kind: actor, id: beadle")
    assert vanished({"tombstones.yml": grave}, {}) == [
        ("id-vanished", "content/tombstones.yml:1:1", "the tombstone of actor 'beadle' is gone")
    ]
    assert vanished({"tombstones.yml": grave}, {"tombstones.yml": grave}) == []
    assert vanished({"tombstones.yml": grave}, {"chronology.yml": None}) == []  # nothing could be read at all


def test_an_id_that_is_buried_is_not_used_again() -> None:
    grave = stones("kind: actor, id: beadle")
    found = vanished({"tombstones.yml": grave}, {"tombstones.yml": None, "actors/beadle": RECORDS["actors/clerk"]})
    assert found == [
        (
            "buried-id",
            "content/actors/beadle.md:1:1",
            "actor 'beadle' had a tombstone: a published id is never used again",
        )
    ]
    ((code, where, message),) = vanished(
        {"tombstones.yml": stones("kind: claim, id: well#ordered")}, {"tombstones.yml": None, "events/well": TWO}
    )
    assert (code, where) == ("buried-id", "content/events/well.yml:1:1")
    assert "claim 'well#ordered'" in message


# --- embargoes ---


def embargoes(before: Changes, after: Changes) -> list[str]:
    return [one.message for one in embargoes_on_what_was_seen(version_of(before), version_of(after))]


def test_what_readers_have_seen_is_under_no_embargo() -> None:
    (message,) = embargoes({}, {"events/well": EMBARGO + CLOSED})
    assert message.startswith("readers have seen event 'well'")
    text = "    text: The well was closed.\n"
    (of_claim,) = embargoes({}, {"events/well": replaced(CLOSED, (text, f"{text}    {EMBARGO}"))})
    assert of_claim.startswith("readers have seen claim 'well#closed'")


@pytest.mark.parametrize(
    "before, after",
    [
        pytest.param({}, {"events/well": SAFETY + CLOSED}, id="another reason"),
        pytest.param({}, {"events/well": EMBARGO.replace("}", ", fields: [note]}") + CLOSED}, id="a text alone"),
        pytest.param({"events/well": None}, {"events/well": EMBARGO + CLOSED}, id="a new record"),
        pytest.param({"events/well": DRAFT}, {"events/well": EMBARGO + CLOSED}, id="a draft before"),
        pytest.param({"events/well": EMBARGO + CLOSED}, {"events/well": EMBARGO + CLOSED}, id="one that stays"),
    ],
)
def test_any_other_embargo_is_taken(before: Changes, after: Changes) -> None:
    assert embargoes(before, after) == []


# --- addresses ---


def lost(before: str, after: str | None, grave: str | None = None, older: str | None = None) -> list[tuple[str, str]]:
    found = lost_addresses(
        version_of({"events/well": before, "tombstones.yml": older}),
        version_of({"events/well": after, "tombstones.yml": grave}),
    )
    return [(one.message, one.hint) for one in found]


def dated(date: str, *formerly: str) -> str:
    text = replaced(CLOSED, ("date: 2031-03-03", f'date: "{date}"'))
    return f"{text}formerly: [{', '.join(formerly)}]\n" if formerly else text


def test_an_event_that_moves_says_where_it_stood() -> None:
    ((message, hint),) = lost(dated("2031-03-03"), dated("2031-03-04"))
    assert message == "event 'well' stood at days/2031-03-03/, and nothing there leads on to it"
    assert hint == "add formerly: [2031-03-03]"
    assert lost(dated("2031-03-03"), dated("2031-03-04", "2031-03-03")) == []


@pytest.mark.parametrize(
    "before, after",
    [
        ("2031-03-03", "2031-03-03~"),
        ("2031-03-03T20:00", "2031-03-03"),
        ("2031-03-03", "2031-03-03/2031-03-05"),
    ],
)
def test_an_event_that_stays_on_its_page_loses_no_address(before: str, after: str) -> None:
    assert lost(dated(before), dated(after)) == []


def test_every_page_on_which_it_stood_leads_on_and_what_is_known_is_kept_in_the_hint() -> None:
    ((message, hint),) = lost(dated("2031-03-03", "2031-02-01", "2031"), dated("2031-04", "2031-02-01"))
    assert message.startswith("event 'well' stood at days/2031/ and days/2031-03-03/")
    assert hint == "add formerly: [2031-02-01, 2031, 2031-03-03]"


@pytest.mark.parametrize(
    "date, quoted", [("[2031-03-01..2031-03-03]", '"[2031-03-01..2031-03-03]"'), ("{2031-03-01,2031-03-03}", None)]
)
def test_a_date_that_yaml_would_read_otherwise_is_quoted_in_the_hint(date: str, quoted: str | None) -> None:
    ((_, hint),) = lost(dated(date), dated("2032"))
    assert hint == f"add formerly: [{quoted or chr(34) + date + chr(34)}]"


def test_an_event_that_goes_leaves_its_dates_on_its_tombstone() -> None:
    bare, full = (stones(f"kind: event, id: well{more}") for more in ("", ", formerly: [2031-03-03]"))
    ((message, hint),) = lost(dated("2031-03-03"), None, bare)
    assert message == "the removed event 'well' stood at days/2031-03-03/, and nothing there leads on to it"
    assert hint == "add formerly: [2031-03-03]"
    assert lost(dated("2031-03-03"), None, full) == []
    assert lost(dated("2031-03-03"), None) == []  # that it vanished is told elsewhere


def test_a_tombstone_keeps_the_dates_that_it_had() -> None:
    older = stones("kind: event, id: fair, formerly: [2031-01-01]")
    newer = stones("kind: event, id: fair")
    ((message, _),) = lost(CLOSED, CLOSED, newer, older)
    assert message.startswith("the removed event 'fair' stood at days/2031-01-01/")
    assert lost(CLOSED, CLOSED, older, older) == []


def test_a_draft_has_no_address_to_lose() -> None:
    draft = f"{dated('2031-03-03')}state: draft\n"
    assert lost(draft, dated("2031-04-01")) == []
    assert lost(dated("2031-03-03"), f"{dated('2031-04-01')}state: draft\n") == []


# --- history ---


def missing(after: Changes, before: Changes | None = None) -> list[str]:
    found = compare(version_of(before or {}), version_of(after), None)
    return [one.message for one in found.problems if one.code == "history-missing"]


NEW: Final = "history: [{date: 2031-05-01, type: correction, note: Misread.}]\n"


def test_a_change_in_substance_asks_for_an_entry_once_however_many_there_are() -> None:
    other = replaced(
        CLOSED, ("The well was closed.", "The well was shut."), ("by: [clerk]", "stance: denies, by: [clerk]")
    )
    assert len(missing({"events/well": other})) == 1
    assert missing({"events/well": other + NEW}) == []


def test_an_entry_that_was_there_before_does_not_tell_of_what_changes_now() -> None:
    other = replaced(CLOSED, ("The well was closed.", "The well was shut."))
    assert len(missing({"events/well": other + NEW}, {"events/well": CLOSED + NEW})) == 1
    twice = NEW.replace("[{", "[{date: 2031-06-01, type: correction, note: Again.}, {")
    assert missing({"events/well": other + twice}, {"events/well": CLOSED + NEW}) == []


@pytest.mark.parametrize(
    "pairs",
    [
        [("The well was closed.", "The well, was closed.")],
        [("kind: closure", "kind: closure\nnote: Beware.")],
        [("places: [{place: old-well}]", "places: [{place: lindwell}]")],
    ],
)
def test_what_is_not_of_substance_asks_for_nothing(pairs: list[tuple[str, str]]) -> None:
    assert missing({"events/well": replaced(CLOSED, *pairs)}) == []


def test_what_changes_in_a_draft_or_comes_with_it_asks_for_nothing() -> None:
    draft = DRAFT
    other = replaced(draft, ("The well was closed.", "The well was shut."))
    assert missing({"events/well": other}, {"events/well": draft}) == []
    assert missing({"events/well": replaced(CLOSED, ("was closed.", "was shut."))}, {"events/well": draft}) == []


def test_what_changed_is_named_with_the_types_of_entry_that_tell_it() -> None:
    denied = ("by: [clerk]", "stance: denies, by: [clerk]")
    after = {"events/well": replaced(TWO, (SECOND, ""), denied)}
    found = compare(version_of({"events/well": TWO}), version_of(dict(after)), None)
    (problem,) = (one for one in found.problems if one.code == "history-missing")
    assert problem.message == (
        "event 'well' changed in substance (report stance turned, claim removed) and its history has no new entry"
    )
    assert problem.hint == "add an entry of type correction or retraction: what changed, and why"
    assert problem.position.line == len(CLOSED.splitlines())
