"""A change reaches every file that names what it is about, and is refused whole where it cannot be made."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from dateline.editing.revising import (
    Manuscript,
    Offshoot,
    RefusalError,
    Telling,
    add_report,
    add_word,
    cite,
    figure_of,
    log_change,
    merge,
    move_claim,
    remove,
    rename,
    say_unused,
    split_event,
)
from dateline.editing.revising.ledger import bury, unbury
from dateline.editing.revising.named_ids import article, existing, free, kind_of
from dateline.editing.revising.same_paragraphs import same_paragraphs
from dateline.ground.problems import Code
from in_memory import CLOSED, GAZETTE, RECORDS, manuscript_of, replaced

TOLD: Final = Telling("2031-05-01", "Why.")
SECOND: Final = "  - {id: ordered, text: The council ordered it., reports: [{cite: {source: gazette, paragraph: 2}}]}\n"
TWO: Final = CLOSED + SECOND
FAIR: Final = CLOSED.replace("The well is closed", "The fair is held").replace("id: closed", "id: held")
WELL: Final = "events/well.yml"


def changed(manuscript: Manuscript) -> list[str]:
    """Return the paths of the files that change."""
    return [one.path for one in manuscript.changes()]


def refused(change: Callable[..., object], *values: Any, **more: Any) -> tuple[Code, str]:
    """Return why a change is refused."""
    with pytest.raises(RefusalError) as error:
        change(*values, **more)
    (problem,) = error.value.problems
    return problem.code, f"{problem.message} ({problem.hint})"


# --- what is named ---


@pytest.mark.parametrize(
    "kind, id_, told",
    [
        ("actor", "clerc", "there is no actor 'clerc' (did you mean 'clerk'?)"),
        ("actor", "zzz", "there is no actor 'zzz' (dateline find zzz)"),
        ("claim", "well", "'well' names no claim (write event-id#claim-id)"),
        ("claim", "well#close", "there is no claim 'well#close' (did you mean 'closed'?)"),
        ("claim", "well#zzz", "there is no claim 'well#zzz' (its claims: closed, ordered)"),
        ("claim", "pump#zzz", "there is no claim 'pump#zzz' (dateline find pump zzz)"),
        ("actor", "beadle", "actor 'beadle' was removed on 2031-05-01 ('clerk' took its place)"),
        ("place", "mill", "place 'mill' was removed on 2031-05-01 (It burnt.)"),
    ],
)
def test_what_is_not_there_is_refused_with_what_may_be_meant(kind: str, id_: str, told: str) -> None:
    stones = (
        "tombstones:\n  - {kind: actor, id: beadle, date: 2031-05-01, note: One of it., instead: clerk}\n"
        "  - {kind: place, id: mill, date: 2031-05-01, note: It burnt.}\n"
    )
    manuscript = manuscript_of({"events/well": TWO, "tombstones.yml": stones})
    code, said = refused(existing, manuscript, kind, id_)
    assert (code.value, said) == (f"unknown-{kind}", told)
    assert existing(manuscript, "claim", "well#closed") == ("claim", "well#closed")


def test_the_kind_of_an_id_is_told_where_one_record_has_it() -> None:
    manuscript = manuscript_of({"places/clerk": "name: Clerk's Well\nkind: well\n"})
    assert kind_of(manuscript, "council") == "actor"
    assert kind_of(manuscript, "well#anything") == "claim"
    assert refused(kind_of, manuscript, "clerk") == (
        Code.DUPLICATE_ID,
        "'clerk' is the id of an actor and a place (say which: --kind actor)",
    )
    assert refused(kind_of, manuscript, "counsil") == (
        Code.UNKNOWN_ACTOR,
        "there is no record 'counsil' (did you mean 'council'?)",
    )
    assert refused(kind_of, manuscript, "2031-zzz")[0] is Code.UNKNOWN_EVENT


@pytest.mark.parametrize("kind, said", [("actor", "an actor"), ("event", "an event"), ("place", "a place")])
def test_a_kind_has_its_article(kind: str, said: str) -> None:
    assert article(kind) == said


@pytest.mark.parametrize(
    "kind, id_, code",
    [
        ("actor", "The Clerk", Code.BAD_ID),
        ("actor", "con", Code.UNPORTABLE_NAME),
        ("actor", "clerk", Code.DUPLICATE_ID),
        ("claim", "well#closed", Code.DUPLICATE_ID),
        ("claim", "well#Closed", Code.BAD_ID),
        ("actor", "beadle", Code.BURIED_ID),
    ],
)
def test_an_id_that_cannot_be_given_is_refused(kind: str, id_: str, code: Code) -> None:
    stones = "tombstones: [{kind: actor, id: beadle, date: 2031-05-01, note: One of it., instead: clerk}]\n"
    manuscript = manuscript_of({"tombstones.yml": stones})
    assert refused(free, manuscript, kind, id_)[0] is code
    assert free(manuscript, "place", "beadle") == ("place", "beadle")
    assert free(manuscript, "actor", "beadle", returns="clerk") == ("actor", "beadle")


# --- tombstones and histories ---


def test_a_tombstone_says_where_an_event_stood_and_is_taken_away_whole() -> None:
    manuscript = manuscript_of({"events/well": f"{CLOSED}formerly: [2031-03-01]\n"})
    bury(manuscript, ("event", "well"), TOLD, "fair")
    assert manuscript.text("tombstones.yml") == (
        "tombstones:\n  - {kind: event, id: well, date: 2031-05-01, note: Why., instead: fair,"
        " formerly: [2031-03-01, 2031-03-03]}\n"
    )
    bury(manuscript, ("actor", "clerk"), TOLD, called="sha256-x")
    assert manuscript.text("tombstones.yml").splitlines()[-1] == (
        "  - {kind: actor, id: sha256-x, date: 2031-05-01, note: Why.}"
    )


@pytest.mark.parametrize("others", ["", "  - {kind: place, id: mill, date: 2031-05-01, note: It burnt.}\n"])
def test_a_tombstone_that_is_taken_back_leaves_the_others_or_no_file(others: str) -> None:
    grave = "  - {kind: actor, id: beadle, date: 2031-05-01, note: One of it.}\n"
    manuscript = manuscript_of({"tombstones.yml": f"tombstones:\n{grave}{others}"})
    unbury(manuscript, ("actor", "beadle"))
    assert manuscript.stands("tombstones.yml") is bool(others)
    if others:
        assert manuscript.text("tombstones.yml") == f"tombstones:\n{others}"


def test_an_entry_stands_first_in_the_history_of_a_record_or_of_the_event_of_a_claim() -> None:
    manuscript = manuscript_of(
        {"events/well": f"{CLOSED}history:\n  - {{date: 2031-04-01, type: correction, note: A.}}\n"}
    )
    log_change(manuscript, "well#closed", Telling("2031-05-01", "Why.", "retraction"))
    assert manuscript.text(WELL).splitlines()[-2:] == [
        '  - {date: 2031-05-01, type: retraction, note: "Claim closed: Why."}',
        "  - {date: 2031-04-01, type: correction, note: A.}",
    ]
    assert refused(log_change, manuscript, "well#zzz", TOLD)[0] is Code.UNKNOWN_CLAIM
    assert refused(log_change, manuscript, "well", TOLD, dispute="zzz")[0] is Code.UNKNOWN_DISPUTE


# --- records that are renamed, removed or become one ---


def test_everything_that_names_a_renamed_record_follows_and_its_old_name_leads_on() -> None:
    manuscript = manuscript_of()
    assert rename(manuscript, ("actor", "clerk"), "scribe", TOLD) is False
    assert changed(manuscript) == ["actors/clerk.md", "actors/scribe.md", WELL, "tombstones.yml"]
    assert "by: [scribe]" in manuscript.text(WELL)
    assert "instead: scribe" in manuscript.text("tombstones.yml")
    assert not manuscript.stands("actors/clerk.md")


def test_a_record_that_gets_its_name_back_leaves_no_tombstone_unless_readers_saw_it() -> None:
    grave = "tombstones:\n  - {kind: actor, id: beadle, date: 2031-05-01, note: Renamed., instead: clerk}\n"
    manuscript = manuscript_of({"tombstones.yml": grave})
    seen = {("actor", "beadle")}
    assert refused(rename, manuscript, ("actor", "clerk"), "beadle", TOLD, seen)[0] is Code.BURIED_ID
    assert rename(manuscript, ("actor", "clerk"), "beadle", TOLD) is True
    assert changed(manuscript) == ["actors/beadle.md", "actors/clerk.md", WELL, "tombstones.yml"]
    assert not manuscript.stands("tombstones.yml")


@pytest.mark.parametrize("new", ["shut", "well#shut"])
def test_a_claim_is_renamed_within_its_event(new: str) -> None:
    manuscript = manuscript_of()
    rename(manuscript, ("claim", "well#closed"), new, TOLD)
    assert "  - id: shut\n" in manuscript.text(WELL)
    assert "{kind: claim, id: well#closed" in manuscript.text("tombstones.yml")
    assert "instead: well#shut" in manuscript.text("tombstones.yml")
    code, said = refused(rename, manuscript_of(), ("claim", "well#closed"), "fair#shut", TOLD)
    assert (code, said) == (
        Code.BAD_ID,
        "'fair#shut' is a claim of another event (dateline move-claim well#closed fair)",
    )


def test_a_draft_is_renamed_and_removed_without_a_trace() -> None:
    manuscript = manuscript_of({"events/well": f"{CLOSED}state: draft\n"})
    rename(manuscript, ("event", "well"), "pump", TOLD)
    assert changed(manuscript) == ["events/pump.yml", WELL]
    other = manuscript_of({"events/well": f"{CLOSED}state: draft\n"})
    remove(other, "well", TOLD)
    assert "tombstones.yml" not in changed(other)


def test_a_record_that_goes_leaves_a_tombstone_and_what_it_alone_cited_says_why_it_is_unused() -> None:
    manuscript = manuscript_of({"events/fair": FAIR.replace("paragraph: 1", "paragraph: 2")})
    remove(manuscript, "well", TOLD)
    assert not manuscript.stands(WELL)
    first, second = manuscript.text("sources/gazette.yml").splitlines()[-2:]
    assert first.endswith("unused: Why.}")
    assert "unused" not in second


def test_what_goes_may_be_named_by_another_from_now_on() -> None:
    manuscript = manuscript_of()
    remove(manuscript, "clerk", TOLD, instead="council")
    assert "by: [council]" in manuscript.text(WELL)
    assert "instead: council" in manuscript.text("tombstones.yml")
    assert refused(remove, manuscript_of(), "clerk", TOLD, instead="clerk")[0] is Code.CIRCULAR_REFERENCE


@pytest.mark.parametrize("kind, id_, into", [("actor", "clerk", "council"), ("place", "old-well", "lindwell")])
def test_two_that_become_one_are_named_as_one_and_keep_both_names(kind: str, id_: str, into: str) -> None:
    manuscript = manuscript_of()
    merge(manuscript, kind, id_, into, TOLD)
    suffix = "md" if kind == "actor" else "yml"
    assert not manuscript.stands(f"{kind}s/{id_}.{suffix}")
    old, new = (RECORDS[f"{kind}s/{one}"].splitlines()[0].removeprefix("name: ") for one in (id_, into))
    text = manuscript.text(f"{kind}s/{into}.{suffix}")
    assert f"name: {new}\n" in text
    assert f"aliases: [{old}]" in text or f"- {old}\n" in text
    assert id_ not in manuscript.text(WELL).replace("The clerk", "").replace("the clerk", "")
    assert refused(merge, manuscript_of(), kind, id_, id_, TOLD)[0] is Code.CIRCULAR_REFERENCE


# --- claims that go elsewhere ---


def test_a_moved_claim_leaves_an_entry_at_either_event_and_a_tombstone_that_leads_on() -> None:
    manuscript = manuscript_of({"events/well": TWO, "events/fair": FAIR})
    assert move_claim(manuscript, "well#ordered", "fair", TOLD) == "fair#ordered"
    assert "ordered, text" not in manuscript.text(WELL)
    assert 'note: "Claim ordered moved to fair#ordered: Why."' in manuscript.text(WELL)
    assert 'note: "Claim ordered moved here from well#ordered: Why."' in manuscript.text("events/fair.yml")
    assert "instead: fair#ordered" in manuscript.text("tombstones.yml")


def test_a_moved_claim_gets_a_number_where_its_id_is_taken_or_was() -> None:
    taken = FAIR.replace("id: held", "id: ordered")
    assert move_claim(manuscript_of({"events/well": TWO, "events/fair": taken}), "well#ordered", "fair", TOLD) == (
        "fair#ordered-2"
    )
    stones = "tombstones: [{kind: claim, id: fair#ordered, date: 2031-05-01, note: Gone.}]\n"
    manuscript = manuscript_of({"events/well": TWO, "events/fair": FAIR, "tombstones.yml": stones})
    assert move_claim(manuscript, "well#ordered", "fair", TOLD) == "fair#ordered-2"


def test_a_claim_does_not_move_where_it_stands_and_the_last_one_stays() -> None:
    manuscript = manuscript_of({"events/fair": FAIR})
    assert refused(move_claim, manuscript, "well#closed", "well", TOLD)[0] is Code.BAD_VALUE
    code, said = refused(move_claim, manuscript, "well#closed", "fair", TOLD)
    assert code is Code.EVENT_WITHOUT_CLAIM
    assert "dateline merge event well INTO" in said


def test_an_event_is_split_and_the_new_one_has_what_is_of_both() -> None:
    more = "weight: key\nsummary: In short.\nhistory: [{date: 2031-04-01, type: correction, note: A.}]\n"
    manuscript = manuscript_of({"events/well": TWO + more})
    split_event(manuscript, "well", Offshoot("order", ["ordered", "well#ordered"], "The order", "2031-03-02"), TOLD)
    new = manuscript.text("events/order.yml")
    assert new == (
        "title: The order\ndate: 2031-03-02\nkind: closure\nplaces: [{place: old-well}]\n"
        f"actors: [{{actor: council, role: host}}]\nclaims:\n{SECOND}"
    )
    old = manuscript.text(WELL)
    assert "id: ordered" not in old
    assert 'note: "Claim ordered moved to the new event order: Why."' in old
    assert "instead: order#ordered" in manuscript.text("tombstones.yml")


@pytest.mark.parametrize(
    "id_, claims, code",
    [
        ("order", ["closed", "ordered"], Code.EVENT_WITHOUT_CLAIM),
        ("order", ["zzz"], Code.UNKNOWN_CLAIM),
        ("well", ["ordered"], Code.DUPLICATE_ID),
        ("The Order", ["ordered"], Code.BAD_ID),
    ],
)
def test_a_split_that_cannot_be_is_refused(id_: str, claims: list[str], code: Code) -> None:
    manuscript = manuscript_of({"events/well": TWO})
    assert refused(split_event, manuscript, "well", Offshoot(id_, claims, "The order"), TOLD)[0] is code
    assert changed(manuscript) == []


# --- reports, words, paragraphs ---


def test_a_report_stands_behind_the_others_and_what_it_cites_is_no_longer_unused() -> None:
    gazette = replaced(GAZETTE, ("ends: seen since", "ends: seen since, unused: hearsay"))
    manuscript = manuscript_of({"sources/gazette": gazette})
    values = {"by": ["council"], "stance": None, "cite": {"source": "gazette", "paragraph": 2}}
    add_report(manuscript, "well#closed", values, TOLD)
    assert "      - by: [council]\n        cite: {source: gazette, paragraph: 2}\n" in manuscript.text(WELL)
    assert "unused" not in manuscript.text("sources/gazette.yml")
    assert "history:\n  - {date: 2031-05-01, note: Why.}\n" in manuscript.text(WELL)
    inline = manuscript_of({"events/well": TWO})
    add_report(inline, "well#ordered", values)
    assert "{source: gazette, paragraph: 2}}, {by: [council], cite:" in inline.text(WELL)
    assert "history" not in inline.text(WELL)


@pytest.mark.parametrize(
    "typed, values",
    [
        ("killed", {"measure": "killed"}),
        ("measure=killed", {"measure": "killed"}),
        ("killed of=saa min=10", {"measure": "killed", "of": "saa", "min": 10}),
        ("killed exact=2.5", {"measure": "killed", "exact": 2.5}),
        ("killed exact=-3", {"measure": "killed", "exact": -3}),
        ('killed wording="at least 10"', {"measure": "killed", "wording": "at least 10"}),
        ("killed wording='the \"ten\"'", {"measure": "killed", "wording": 'the "ten"'}),
        ("killed  scope=a=b ", {"measure": "killed", "scope": "a=b"}),
        ("killed approximate=true", {"measure": "killed", "approximate": True}),
        ("killed approximate=false", {"measure": "killed", "approximate": False}),
        ("killed wording=10", {"measure": "killed", "wording": "10"}),
        ("", {"measure": ""}),
    ],
)
def test_a_figure_is_read_as_it_is_typed(typed: str, values: dict[str, object]) -> None:
    assert figure_of(typed) == values


@pytest.mark.parametrize(
    "typed, code, told",
    [
        ("killed ten", Code.UNKNOWN_KEY, "a figure has no key 'ten'"),
        ("killed max=3 wording=none were found", Code.UNKNOWN_KEY, "in quotes: wording='none were …'"),
        ("killed mni=10", Code.UNKNOWN_KEY, "did you mean 'min'?"),
        ("killed min=ten", Code.WRONG_TYPE, "'ten' is no number in plain digits"),
        ("killed approximate=yes", Code.WRONG_TYPE, "'approximate' is true or false, not 'yes'"),
    ],
)
def test_what_is_no_figure_is_told(typed: str, code: Code, told: str) -> None:
    found, said = refused(figure_of, typed)
    assert found is code
    assert told in said


def test_a_word_goes_behind_the_others_of_its_list_or_begins_it() -> None:
    manuscript = manuscript_of()
    add_word(manuscript, "roles", "thief", {"label": "Thief"})
    add_word(manuscript, "tags", "water", {"label": "Water"})
    text = manuscript.text("chronology.yml")
    assert "guest: {label: Guest}, thief: {label: Thief}}" in text
    assert text.endswith("  tags: {water: {label: Water}}\n")
    assert refused(add_word, manuscript, "roles", "host", {})[0] is Code.DUPLICATE_ID
    assert refused(add_word, manuscript, "roles", "The host", {})[0] is Code.BAD_ID


def test_a_paragraph_that_is_cited_or_not_there_is_not_unused() -> None:
    manuscript = manuscript_of()
    say_unused(manuscript, "gazette", 2, "background")
    assert manuscript.text("sources/gazette.yml").endswith("ends: seen since, unused: background}\n")
    assert refused(say_unused, manuscript, "gazette", 1, "x")[0] is Code.PARAGRAPH_CITED_AND_UNUSED
    assert refused(say_unused, manuscript, "gazette", 9, "x")[0] is Code.UNKNOWN_PARAGRAPH
    assert refused(say_unused, manuscript, "crier", 1, "x")[0] is Code.UNKNOWN_SOURCE
    cite(manuscript, "crier", 1)
    cite(manuscript, "gazette", 1)
    assert changed(manuscript) == ["sources/gazette.yml"]


# --- which paragraph is which ---


def paragraphs(*texts: str) -> str:
    head = GAZETTE.partition("paragraphs:\n")[0]
    return f"{head}paragraphs:\n" + "".join(f"  - {{{text}}}\n" for text in texts)


@pytest.mark.parametrize(
    "old, new, moved, freed",
    [
        ("n: 1, begins: A b, ends: C d", "n: 7, begins: A b, ends: C d", 7, False),
        ("n: 1, begins: A b, ends: C d", "n: 7, begins: A b, ends: C d, unused: x", 7, True),
        ("n: 1, begins: A b, sha256: {a}", "n: 7, begins: Other, sha256: {a}", 7, False),
        ("n: 1, begins: A b, sha256: {a}", "n: 7, begins: A b", 7, False),
        ("n: 1, begins: A b, sha256: {a}", "n: 7, begins: A b, sha256: {b}", None, False),
        ("n: 1, begins: A b, ends: C d", "n: 7, begins: A b, ends: E f", None, False),
    ],
)
def test_a_cited_paragraph_is_known_by_its_fingerprint_else_by_its_words(
    old: str, new: str, moved: int | None, *, freed: bool
) -> None:
    first, second = (paragraphs(text.replace("{a}", "ab" * 32).replace("{b}", "cd" * 32)) for text in (old, new))
    manuscript = manuscript_of({"sources/gazette": first, "sources/crier": second})
    if moved is None:
        assert refused(same_paragraphs, manuscript, "gazette", "crier")[0] is Code.UNKNOWN_PARAGRAPH
    else:
        assert same_paragraphs(manuscript, "gazette", "crier") == (
            {("paragraph", "gazette#1"): f"crier#{moved}"},
            [0] if freed else [],
        )
