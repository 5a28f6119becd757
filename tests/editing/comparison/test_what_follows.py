"""What follows from a change: outcomes, contradictions, pictures that are others now, and names that nobody says."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from dateline.editing.comparison import ChangedPages, ChangeKind, Version, compare
from dateline.editing.comparison.consequences import contradiction_differences, outcome_differences, page_differences
from dateline.editing.comparison.differences import Detail, Difference
from dateline.editing.comparison.lost_addresses import lost_addresses
from dateline.editing.comparison.promises import embargoes_on_what_was_seen, vanished_ids
from dateline.editing.comparison.renamed import merged_actors, new_names, with_names
from dateline.editing.comparison.said_in_brief import brief_differences
from dateline.editing.comparison.tied_differences import picture_differences, tied_differences, with_other_pictures
from dateline.editing.comparison.told_redacted import struck, unnamed_ids
from dateline.editing.comparison.unsaid import Unsaid
from dateline.ground.problems import Code, Position, Problem
from dateline.ground.spelt_names import SpeltNames
from dateline.records.loading import StoredPicture
from dateline.records.types import Brief, BriefSentence, DisputedLine, RecordKind
from dateline.records.types.redacted import digest_of
from in_memory import CLOSED, RECORDS, replaced, version_of

SECOND: Final = "  - {id: ordered, text: The council ordered it., reports: [{cite: {source: gazette, paragraph: 2}}]}\n"
TWO: Final = CLOSED + SECOND
FAIR: Final = CLOSED.replace("The well is closed", "The fair is held").replace("id: closed", "id: held")


# --- outcomes and contradictions ---


def test_an_outcome_that_is_another_is_told_with_the_claim_it_is_of() -> None:
    denied = f"{CLOSED}      - {{by: [council], stance: denies, cite: {{source: gazette, paragraph: 2}}}}\n"
    before, after = version_of(), version_of({"events/well": denied})
    ((event, found),) = outcome_differences(before, after)
    assert (event.id, found.kind, found.claim) == ("well", ChangeKind.OUTCOME_CHANGED, "closed")
    assert (found.steps, found.part) == (("claims", 0, "id"), "The well was closed.")
    assert found.before != found.after
    assert list(outcome_differences(after, after)) == []


def test_a_claim_that_is_new_or_a_draft_has_no_other_outcome() -> None:
    assert list(outcome_differences(version_of(), version_of({"events/well": TWO}))) == []
    draft = {"events/well": f"{CLOSED}state: draft\n"}
    assert list(outcome_differences(version_of({**draft}), version_of())) == []


def test_a_contradiction_that_comes_or_goes_is_told_once() -> None:
    denied = f"{CLOSED}      - {{by: [council], stance: denies, cite: {{source: gazette, paragraph: 2}}}}\n"
    before, after = version_of(), version_of({"events/well": denied})
    ((event, come),) = contradiction_differences(before, after)
    assert (event.id, come.kind, come.is_gone, come.before) == ("well", ChangeKind.CONTRADICTION_FOUND, False, "")
    assert come.after.endswith(": well#closed")
    ((_, gone),) = contradiction_differences(after, before)
    assert (gone.kind, gone.is_gone, gone.before, gone.after) == (
        ChangeKind.CONTRADICTION_GONE,
        True,
        come.after,
        "",
    )
    assert list(contradiction_differences(after, after)) == []
    assert list(contradiction_differences(after, version_of({"events/well": None}))) == []


def test_no_pages_are_made_of_a_version_with_errors() -> None:
    broken = version_of({"events/well": replaced(CLOSED, ("by: [clerk]", "by: [stranger]"))})
    assert page_differences(broken, broken, Path("nowhere"), broken) is None


# --- pictures and ties ---

MEDIA: Final = "media: [{image: a.jpg}, {image: b.jpg}]\n"


def shown(digests: dict[str, str], text: str = CLOSED + MEDIA) -> Version:
    version = version_of({"events/well": text, "events/fair": FAIR})
    media = {name: StoredPicture(Path(name), 2, 2, f"content/media/{name}", digest) for name, digest in digests.items()}
    return replace(version, corpus=replace(version.corpus, media=media))


def test_a_picture_whose_file_is_another_is_told_though_the_record_stays() -> None:
    before, after = shown({"a.jpg": "1", "b.jpg": "1"}), shown({"a.jpg": "1", "b.jpg": "2", "c.jpg": "3"})
    assert with_other_pictures(before, after) == {"well"}
    assert with_other_pictures(before, before) == frozenset()
    old, new = (version.chronology.events["well"] for version in (before, after))
    (found,) = picture_differences(before, after, old, new)
    assert found.before == "a.jpg (); b.jpg ()"
    assert found.after == "a.jpg (); b.jpg (), another file of that name"
    assert list(picture_differences(before, before, old, old)) == []
    (one,) = compare(before, after, None).differences
    assert (one.kind, one.part) == (ChangeKind.EVENT_CHANGED, "pictures")


def test_ties_are_told_in_the_order_of_their_words_whatever_their_order_is() -> None:
    one, other = (
        f"{{event: {event}, how: caused-by, cite: {{source: gazette, paragraph: 2}}}}" for event in ("fair", "feast")
    )
    both, turned, less = (f"{CLOSED}related: [{ties}]\n" for ties in (f"{one}, {other}", f"{other}, {one}", other))
    before, same, after = (version_of({"events/well": text, "events/fair": FAIR}) for text in (both, turned, less))
    old, also, new = (version.chronology.events["well"] for version in (before, same, after))
    assert list(tied_differences(before, same, old, also)) == []
    (found,) = tied_differences(before, after, old, new)
    assert found.kind is ChangeKind.EVENT_TIES_CHANGED
    assert [text.partition(", according")[0] for text in found.before.split("; ")] == [
        "Caused by: The fair is held, the clerk says (fair)",
        "Caused by: feast",
    ]


# --- in brief ---


def sentence(text: str, claim: str = "well#closed") -> BriefSentence:
    return BriefSentence(text=text, claims=(claim,))


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("AB", "BA", []),
        ("A", "AB", [("brief-added", "", "B", 1)]),
        ("AB", "B", [("brief-removed", "A", "", 0)]),
        ("AB", "CB", [("brief-changed", "A", "C", 0)]),
        ("ABC", "D", [("brief-changed", "A", "D", 0), ("brief-removed", "B", "", 1), ("brief-removed", "C", "", 2)]),
    ],
)
def test_lines_of_a_brief_are_compared_each_by_itself(
    old: str, new: str, expected: list[tuple[str, str, str, int]]
) -> None:
    before, after = (Brief(what_happened=tuple(map(sentence, lines))) for lines in (old, new))
    found = list(brief_differences(before, after))
    assert [(one.kind.value, one.before, one.after, one.steps[1]) for one in found] == expected
    assert all(one.is_gone is (one.kind is ChangeKind.BRIEF_REMOVED) for one in found)
    assert {(one.part, one.steps[0]) for one in found} <= {("what happened", "what_happened")}


def test_of_a_line_that_says_the_same_it_is_told_what_it_rests_on() -> None:
    before, after = (Brief(what_happened=(sentence("A", claim),)) for claim in ("well#closed", "well#ordered"))
    (found,) = brief_differences(before, after)
    assert (found.before, found.after) == ("text: A, claims: well#closed", "text: A, claims: well#ordered")
    lines = (Brief(what_is_disputed=(DisputedLine(text="A", dispute=id_),)) for id_ in ("who", "when"))
    (other,) = brief_differences(*lines)
    assert (other.part, other.before) == ("what is disputed", "text: A, dispute: who")


# --- other names ---


def stones(*texts: str) -> str:
    return "tombstones:\n" + "".join(f"  - {{{text}, date: 2031-05-01, note: Why.}}\n" for text in texts)


def test_a_record_that_is_only_called_otherwise_has_not_changed() -> None:
    renamed = {
        "actors/clerk": None,
        "actors/scribe": RECORDS["actors/clerk"],
        "events/well": replaced(CLOSED, ("by: [clerk]", "by: [scribe]")),
        "tombstones.yml": stones("kind: actor, id: clerk, instead: scribe"),
    }
    before, after = version_of(), version_of({**renamed})
    assert new_names(before, after) == {("actor", "clerk"): "scribe"}
    alike = with_names(before, new_names(before, after))
    assert alike.of_kind(RecordKind.EVENT) == after.of_kind(RecordKind.EVENT)
    assert set(alike.of_kind(RecordKind.ACTOR)) == {"scribe", "council", "harrow"}
    assert [one.kind for one in compare(before, after, None).differences] == [ChangeKind.TOMBSTONE_ADDED]
    assert with_names(before, {}) is before


@pytest.mark.parametrize(
    "stone, names, merged",
    [
        ("kind: actor, id: clerk, instead: council", {}, {"clerk": "council"}),
        ("kind: actor, id: clerk", {}, {}),
        ("kind: actor, id: beadle, instead: council", {}, {}),
        ("kind: claim, id: well#closed, instead: well#shut", {("claim", "well#closed"): "well#shut"}, {}),
        ("kind: claim, id: well#closed, instead: fair#shut", {}, {}),
    ],
)
def test_what_became_one_with_another_is_no_other_name(
    stone: str, names: dict[tuple[str, str], str], merged: dict[str, str]
) -> None:
    shut = replaced(CLOSED, ("id: closed", "id: shut"))
    after = version_of(
        {"actors/clerk": None, "events/well": shut, "events/fair": FAIR, "tombstones.yml": stones(stone)}
    )
    before = version_of()
    assert new_names(before, after) == names
    assert merged_actors(before, after) == merged
    seen = version_of({"tombstones.yml": stones(stone)})
    assert new_names(seen, after) == {}
    assert merged_actors(seen, after) == {}


# --- what is not said ---


def test_names_are_said_nowhere_and_where_that_is_asked_for_not_in_addresses_either() -> None:
    names = SpeltNames(["Ann Scrivener"])
    position = Position("content/actors/ann-scrivener.md", 2, 1)
    one = Difference(
        kind=ChangeKind.ACTOR_CHANGED,
        record="actor ann-scrivener",
        reference="ann-scrivener",
        title="Ann Scrivener",
        part="of Ann Scrivener",
        before="Ann Scrivener",
        after="ANN SCRIVENER now",
        position=position,
        address="actors/ann-scrivener/",
        details=(Detail(2, "by Ann Scrivener", "https://e.example/ann-scrivener"),),
        red=("Ann Scrivener is another",),
    )
    texts, everything = Unsaid(names, "X"), Unsaid(names, "X", also_where=True)
    told = texts.difference(one)
    assert (told.title, told.part, told.before, told.after) == ("X", "of X", "X", "X now")
    assert (told.details, told.red) == ((Detail(2, "by X", "https://e.example/ann-scrivener"),), ("X is another",))
    assert (told.record, told.reference, told.address, told.position) == (
        one.record,
        one.reference,
        one.address,
        position,
    )
    nothing = everything.difference(one)
    assert "scrivener" not in str(nothing).casefold()
    assert nothing.details[0].level == 2
    problem = Problem(position, Code.BAD_VALUE, "Ann Scrivener is", "ask Ann Scrivener")
    assert texts.problem(problem) == Problem(position, Code.BAD_VALUE, "X is", "ask X")
    assert "scrivener" not in str(everything.problem(problem)).casefold()
    pages = ChangedPages(
        added=("ann-scrivener/",),
        removed=("ann-scrivener/b/",),
        changed=("c/",),
        contents={"c/": ("Ann Scrivener", "y")},
    )
    assert texts.pages(pages).contents == {"c/": ("X", "y")}
    assert texts.pages(pages).added == ("ann-scrivener/",)
    assert everything.pages(pages) == ChangedPages(added=("X/",), removed=("X/b/",), changed=("c/",))


def test_what_was_struck_is_found_by_marks_and_digests() -> None:
    grave = stones(f"kind: actor, id: {digest_of('actor', 'clerk')}, instead: redacted")
    after = version_of(
        {
            "actors/clerk": None,
            "actors/redacted": "name: (redacted)\nkind: person\n",
            "events/well": replaced(CLOSED, ("by: [clerk]", "by: [redacted]"), ("the clerk says", "(redacted) says")),
            "tombstones.yml": grave,
        }
    )
    before = version_of()
    assert unnamed_ids(before, after) == {("actor", "clerk"): "redacted"}
    found = struck(before, with_names(before, new_names(before, after)), after)
    assert found is not None
    assert found.replaced("The clerk said", "X") == "X said"
    assert struck(before, before, before) is None
    assert unnamed_ids(before, before) == {}


# --- where a promise is broken ---


def test_each_broken_promise_stands_where_it_is_mended() -> None:
    embargo = "    withheld: {until: 2031-12-01, reason: embargo, on: 2031-05-01}\n"
    text = "    text: The well was closed.\n"
    (found,) = embargoes_on_what_was_seen(
        version_of(), version_of({"events/well": replaced(CLOSED, (text, text + embargo))})
    )
    assert str(found.position) == "content/events/well.yml:9:43"
    (gone,) = vanished_ids(version_of({"events/well": TWO}), version_of())
    assert str(gone.position) == "content/events/well.yml:6:1"
    moved = replaced(CLOSED, ("date: 2031-03-03", "date: 2031-04-03"))
    (lost,) = lost_addresses(version_of(), version_of({"events/well": moved}))
    assert str(lost.position) == "content/events/well.yml:2:1"
    (also,) = lost_addresses(version_of(), version_of({"events/well": f"{moved}formerly: [2031-01-01]\n"}))
    assert str(also.position) == f"content/events/well.yml:{CLOSED.count(chr(10)) + 1}:1"


def test_of_what_cannot_be_read_nothing_is_said_to_be_gone_but_a_draft_of_it_is() -> None:
    before, gone = version_of(), version_of({"actors/clerk": None})
    ids = {RecordKind.ACTOR: frozenset({"clerk"})}
    unread = replace(gone, corpus=replace(gone.corpus, unread=ids))
    assert list(vanished_ids(before, unread)) == []
    draft = replace(gone, corpus=replace(gone.corpus, unread=ids, unfinished=ids))
    (found,) = vanished_ids(before, draft)
    assert found.message.startswith("actor 'clerk' was published and is a draft now")
    assert str(found.position) == "content/actors/clerk.md:1:1"
    assert compare(before, unread, None).differences == ()
    assert compare(unread, before, None).differences == ()
