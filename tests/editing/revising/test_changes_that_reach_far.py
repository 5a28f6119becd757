"""What a change leaves: whatever names a moved claim follows, line ends stay, and no name that went stands anywhere."""

from typing import Final

import pytest
from dateline.editing.revising import (
    NO_CONFLICT,
    PARTLY,
    Manuscript,
    Offshoot,
    RefusalError,
    Settling,
    Telling,
    add_report,
    filled,
    find,
    is_waiting,
    log_change,
    merge,
    move_claim,
    redact,
    remove,
    rename,
    reopen,
    resolve,
    split_event,
)
from dateline.ground.problems import Code
from dateline.records.types import Source
from in_memory import CLOSED, GAZETTE, RECORDS, manuscript_of, replaced

TOLD: Final = Telling("2031-05-01", "Why.")
CITED: Final = "{cite: {source: gazette, paragraph: 2}}"
SECOND: Final = f"  - {{id: 'ordered', text: The council ordered it., reports: [{CITED}]}}\n"
TWO: Final = CLOSED + SECOND
THREE: Final = TWO + SECOND.replace("ordered", "opened")
FAIR: Final = CLOSED.replace("The well is closed", "The fair is held").replace("id: closed", "id: held")
DRAFT: Final = "state: draft\n"
WELL: Final = "events/well.yml"
GRAVES: Final = "tombstones.yml"
BRIEF: Final = "what_happened:\n  - {text: It was ordered., claims: [well#ordered]}\n"
DISPUTE: Final = """\
question: Who closed the well?
kind: responsibility
relation: exclusive
status: open
would_settle: The minutes of the council.
positions:
  - {id: council, label: The council did, claims: [well#ordered]}
  - {id: nobody, label: Nobody did, stance: denies, claims: [well#ordered]}
"""
WHO: Final = "disputes/who.md"


def code_of(error: pytest.ExceptionInfo[RefusalError]) -> Code:
    return error.value.problems[0].code


# --- claims ---


def test_a_moved_claim_stands_last_and_whatever_names_it_names_it_there() -> None:
    records = {"events/well": TWO, "events/fair": FAIR, "pages/brief.yml": BRIEF, "disputes/who": DISPUTE}
    manuscript = manuscript_of({**records})
    move_claim(manuscript, "well#ordered", "fair", TOLD, "shut")
    text = manuscript.text("events/fair.yml")
    assert SECOND.replace("'ordered'", "'shut'") in text
    assert text.index("id: held") < text.index("id: 'shut'")
    assert "claims: [fair#shut]" in manuscript.text("pages/brief.yml")
    assert manuscript.text(WHO).count("claims: [fair#shut]") == 2
    assert "well#ordered" not in manuscript.text(WELL).partition("history:")[0]


@pytest.mark.parametrize(
    "of_well, of_fair, entries", [(DRAFT, "", (0, 0)), ("", DRAFT, (1, 0)), (DRAFT, DRAFT, (0, 0)), ("", "", (1, 1))]
)
def test_of_drafts_no_reader_is_told_where_a_claim_went(of_well: str, of_fair: str, entries: tuple[int, int]) -> None:
    manuscript = manuscript_of({"events/well": TWO + of_well, "events/fair": FAIR + of_fair})
    move_claim(manuscript, "well#ordered", "fair", TOLD)
    assert tuple(manuscript.text(path).count("history:") for path in (WELL, "events/fair.yml")) == entries
    assert manuscript.stands(GRAVES) is not bool(of_well)


def test_a_claim_of_nothing_does_not_move() -> None:
    for reference in ("well#zzz", "well"):
        with pytest.raises(RefusalError) as error:
            move_claim(manuscript_of({"events/fair": FAIR}), reference, "fair", TOLD)
        assert code_of(error) is Code.UNKNOWN_CLAIM
    with pytest.raises(RefusalError) as error:
        add_report(manuscript_of(), "well#zzz", {})
    assert code_of(error) is Code.UNKNOWN_CLAIM


def test_a_claim_that_goes_is_told_in_the_history_of_its_event_and_its_paragraph_is_unused() -> None:
    manuscript = manuscript_of({"events/well": TWO})
    remove(manuscript, "well#ordered", TOLD)
    text = manuscript.text(WELL)
    assert "id: 'ordered'" not in text
    assert '- {date: 2031-05-01, type: retraction, note: "Claim ordered removed: Why."}' in text
    assert not manuscript.stands(GRAVES)
    assert manuscript.text("sources/gazette.yml").endswith("ends: seen since, unused: Why.}\n")


def test_a_claim_whose_place_another_takes_leaves_a_tombstone_that_leads_there() -> None:
    manuscript = manuscript_of({"events/well": TWO, "disputes/who": DISPUTE})
    remove(manuscript, "well#ordered", Telling("2031-05-01", "Why.", "correction"), instead="well#closed")
    assert "instead: well#closed}" in manuscript.text(GRAVES)
    assert manuscript.text(WHO).count("[well#closed]") == 2
    assert "type: correction" in manuscript.text(WELL)


@pytest.mark.parametrize("reports", ["{cite: {source: gazette, paragraph: 1}}", "{cite: {source: crier, at: 4-27}}"])
def test_what_others_cite_or_nobody_has_recorded_is_not_said_to_be_unused(reports: str) -> None:
    second = SECOND.replace(CITED, reports)
    manuscript = manuscript_of({"events/well": CLOSED + second})
    remove(manuscript, "well#ordered", TOLD)
    assert [one.path for one in manuscript.changes()] == [WELL]


def test_a_source_that_goes_says_nothing_of_its_own_paragraphs() -> None:
    manuscript = manuscript_of({"events/well": f"{CLOSED}{DRAFT}"})
    remove(manuscript, "gazette", TOLD, kind="source")
    assert [(one.path, one.after is None) for one in manuscript.changes()] == [
        ("sources/gazette.yml", True),
        (GRAVES, False),
    ]


def test_a_renamed_claim_keeps_its_quotes_and_one_that_reads_as_something_else_gets_them() -> None:
    manuscript = manuscript_of({"events/well": TWO})
    rename(manuscript, ("claim", "well#ordered"), "shut", TOLD)
    assert "{id: 'shut', text" in manuscript.text(WELL)
    rename(manuscript, ("claim", "well#closed"), "2031", TOLD)
    assert '  - id: "2031"\n' in manuscript.text(WELL)


@pytest.mark.parametrize(
    "claims, said", [(["ordered"], "Claim ordered"), (["ordered", "opened"], "Claims ordered, op")]
)
def test_an_event_that_is_split_keeps_its_date_and_says_which_claims_went(claims: list[str], said: str) -> None:
    manuscript = manuscript_of({"events/well": THREE})
    split_event(manuscript, "well", Offshoot("order", claims, "The order"), TOLD)
    assert "date: 2031-03-03\n" in manuscript.text("events/order.yml")
    assert f'note: "{said}' in manuscript.text(WELL)
    assert manuscript.text("events/order.yml").count("text: ") == len(claims)
    draft = manuscript_of({"events/well": THREE + DRAFT})
    split_event(draft, "well", Offshoot("order", claims, "The order"), TOLD)
    assert "history" not in draft.text(WELL)


# --- files ---


def with_texts(base: Manuscript, texts: dict[str, str]) -> Manuscript:
    return Manuscript(base.content, base.root, base.version, _before=texts)


def test_lines_end_as_they_did_in_the_file_that_another_is_made_of() -> None:
    base = manuscript_of({"events/well": TWO})
    texts = {path: base.text(path).replace("\n", "\r\n") for path in base.paths()}
    manuscript = with_texts(base, texts)
    rename(manuscript, ("event", "well"), "pump", TOLD)
    (new,) = (one.after for one in manuscript.changes() if one.path == "events/pump.yml")
    assert new == texts[WELL].encode()
    assert manuscript.text("events/pump.yml") == TWO


def test_an_event_that_is_split_off_has_the_line_ends_of_the_other() -> None:
    base = manuscript_of({"events/well": TWO})
    manuscript = with_texts(base, {path: base.text(path).replace("\n", "\r\n") for path in base.paths()})
    split_event(manuscript, "well", Offshoot("order", ["ordered"], "The order"), TOLD)
    for one in manuscript.changes():
        assert one.after is not None
        assert one.after.count(b"\n") == (one.after.count(b"\r\n") if one.path != GRAVES else 2)


def test_a_file_that_is_no_text_or_no_yaml_may_name_what_changes_and_is_refused() -> None:
    base = manuscript_of()
    foreign = Manuscript(base.content, base.root, base.version, _foreign={"x.yml": b"\xffclerk"})
    with pytest.raises(RefusalError) as error:
        foreign.rewrite({("actor", "clerk"): "scribe"})
    assert code_of(error) is Code.NOT_UTF8
    foreign.rewrite({("actor", "council"): "moot"})
    broken = with_texts(base, {WELL: "title: [clerk\n"})
    with pytest.raises(RefusalError) as error:
        broken.rewrite({("actor", "clerk"): "scribe"})
    assert code_of(error) is Code.YAML_SYNTAX


def test_what_is_no_file_of_a_record_and_what_is_not_there_is_refused() -> None:
    manuscript = manuscript_of()
    with pytest.raises(RefusalError) as error:
        manuscript.form("notes/mine.txt")
    assert code_of(error) is Code.STRAY_FILE
    with pytest.raises(RefusalError) as error:
        manuscript.text("events/none.yml")
    assert code_of(error) is Code.UNREADABLE


def test_an_entry_names_the_dispute_that_it_belongs_to() -> None:
    manuscript = manuscript_of({"events/well": TWO, "disputes/who": DISPUTE})
    log_change(manuscript, "well", Telling("2031-05-01", "Why.", "correction"), dispute="who")
    assert manuscript.text(WELL).endswith("  - {date: 2031-05-01, type: correction, note: Why., dispute: who}\n")


# --- disputes ---


def settled(manuscript: Manuscript, **more: object) -> str:
    values = {
        "status": "resolved",
        "outcome": ["council"],
        "rule": "concession",
        "known": "2031-04-01",
        "cites": [("gazette", 2)],
        "settles": {"well#ordered": "stands"},
    }
    resolve(manuscript, "who", Settling(**{**values, **more}), TOLD)  # type: ignore[arg-type]
    return manuscript.text(WHO)


def disputed() -> Manuscript:
    return manuscript_of({"events/well": TWO, "disputes/who": DISPUTE})


def test_a_dispute_that_is_settled_says_how_and_no_longer_what_would_settle_it() -> None:
    text = settled(disputed())
    assert "status: resolved\n" in text
    assert (
        "resolution:\n  outcome: [council]\n  rule: concession\n  date: 2031-04-01\n  note: Why.\n"
        "  cites: [{source: gazette, paragraph: 2}]\n  settles:\n    well#ordered: stands\n" in text
    )
    assert "would_settle" not in text
    assert "history:\n  - {date: 2031-05-01, type: resolution, note: Why.}\n" in text


def test_what_is_settled_in_part_still_says_what_would_settle_the_rest() -> None:
    assert "would_settle: The minutes of the council.\n" in settled(disputed(), status=PARTLY, settles={})
    assert "settles:\n" not in settled(disputed(), status=PARTLY, settles={}).replace("would_settle", "")


@pytest.mark.parametrize("named", ["council", "the COUNCIL did", " The council did "])
def test_a_position_is_named_by_its_id_or_its_label(named: str) -> None:
    assert "outcome: [council]\n" in settled(disputed(), outcome=[named])


@pytest.mark.parametrize(
    "more, code",
    [
        ({"outcome": ["counsil"]}, Code.UNKNOWN_POSITION),
        ({"settles": {"well#zzz": "falls"}}, Code.UNKNOWN_CLAIM),
        ({"cites": [("crier", 1)]}, Code.UNKNOWN_SOURCE),
        ({"cites": [("gazette", 9)]}, Code.UNKNOWN_PARAGRAPH),
        ({"cites": []}, Code.RESOLUTION_MISSING),
    ],
)
def test_a_resolution_of_what_is_not_there_is_refused(more: dict[str, object], code: Code) -> None:
    manuscript = disputed()
    with pytest.raises(RefusalError) as error:
        settled(manuscript, **more)
    assert code_of(error) is code
    assert manuscript.changes() == ()


def test_what_is_no_conflict_needs_no_paragraph() -> None:
    text = settled(disputed(), status=NO_CONFLICT, outcome=[], rule="not-a-conflict", cites=[], settles={})
    assert "  outcome: []\n  rule: not-a-conflict\n  date: 2031-04-01\n  note: Why.\n" in text
    assert "cites" not in text


def test_a_dispute_is_opened_again_with_what_would_settle_it() -> None:
    manuscript = disputed()
    with pytest.raises(RefusalError):
        reopen(manuscript, "who", "The log.", TOLD)
    was = replaced(DISPUTE, ("status: open\nwould_settle: The minutes of the council.\n", "status: not-a-conflict\n"))
    was += "resolution: {outcome: [], rule: not-a-conflict, date: 2031-04-01, note: A.}\n"
    other = manuscript_of({"events/well": TWO, "disputes/who": was})
    reopen(other, "who", "The log: all of it.", TOLD)
    text = other.text(WHO)
    assert "status: open\n" in text
    assert 'would_settle: "The log: all of it."\n' in text
    assert "resolution" not in text
    assert "type: reopening" in text


# --- names that go ---


def test_a_name_goes_from_texts_ids_and_graves_and_what_bears_it_keeps_no_other() -> None:
    clerk = "name: Ann Scrivener\nnames: {cy: Ann Ysgrifennydd}\naliases: [Old Ann]\nkind: person\n"
    event = replaced(CLOSED, ("by: [clerk]", "by: [ann-scrivener]")).replace("the clerk says", "Ann Scrivener says")
    stone = "tombstones:\n  - {kind: actor, id: ann-scrivener-jr, date: 2031-04-01, note: Gone.}\n"
    manuscript = manuscript_of(
        {"actors/clerk": None, "actors/ann-scrivener": clerk, "events/well": event, "tombstones.yml": stone}
    )
    done = redact(manuscript, ["Ann Scrivener"], TOLD, "a clerk")
    assert done.ids == {("actor", "ann-scrivener"): "redacted"}
    assert done.left == ()
    everything = "".join(f"{path}\n{manuscript.text(path)}" for path in manuscript.paths())
    for name in ("Scrivener", "scrivener", "Ysgrifennydd", "Old Ann"):
        assert name not in everything
    assert "title: The well is closed, (redacted – a clerk) says\n" in manuscript.text(WELL)
    assert "name: (redacted – a clerk)\nkind: person\n" in manuscript.text("actors/redacted.md")


def test_where_a_name_stays_is_told_with_its_line() -> None:
    note = "note: See https://e.example/ann-scrivener and Ann&#32;Scrivener.\n"
    manuscript = manuscript_of({"events/well": CLOSED + note})
    done = redact(manuscript, ["Ann Scrivener"], TOLD)
    assert [(one.path, one.line, one.why) for one in done.left] == [
        (WELL, CLOSED.count("\n") + 1, "it is in an address")
    ]


@pytest.mark.parametrize("words, instead", [(["ab"], ""), (["Ann", " x "], ""), (["Ann Scrivener"], "a (clerk)")])
def test_what_would_strike_too_much_or_mark_up_a_text_is_refused(words: list[str], instead: str) -> None:
    manuscript = manuscript_of()
    with pytest.raises(RefusalError) as error:
        redact(manuscript, words, TOLD, instead)
    assert code_of(error) is Code.BAD_VALUE
    assert manuscript.changes() == ()


# --- what is found ---


@pytest.mark.parametrize(
    "typed, found",
    [
        (["well"], (0, "event", "well")),
        (["THE clerk"], (0, "actor", "clerk")),
        (["well#ordered"], (0, "claim", "well#ordered")),
        (["council", "ordered"], (2, "claim", "well#ordered")),
        (["said"], (2, "source", "gazette#p1")),
        (["3 March 2031", "clerk says"], (3, "event", "well")),
        (["closed", "3 March", "ordered"], (3, "event", "well")),
    ],
)
def test_what_is_called_so_is_found_before_what_says_so(typed: list[str], found: tuple[int, str, str]) -> None:
    first = find(manuscript_of({"events/well": TWO}), typed)[0]
    assert (first.rank, first.kind, first.id) == found


def test_a_paragraph_is_found_with_the_claims_that_rest_on_it() -> None:
    (hit,) = (one for one in find(manuscript_of({"events/well": TWO}), ["clerk said"]) if one.kind == "source")
    assert (hit.id, hit.cited_by) == ("gazette#p1", ("well#closed",))
    assert str(hit.position) == "content/sources/gazette.yml:6:20"


def test_nothing_is_found_of_what_nobody_says() -> None:
    assert find(manuscript_of(), ["submarine"]) == []


# --- drafts that get their text ---

WAITING: Final = "title: My title\nnote: Mine. # sure\nstate: draft\nrights:\n"


@pytest.mark.parametrize(
    "draft, is_one",
    [
        (WAITING, True),
        (WAITING.replace("draft", "published"), False),
        (f"{WAITING}paragraphs: []\n", False),
        (f"{WAITING}passages: [{{at: 1}}]\n", False),
        ("title: T\n", False),
        ("state: [draft\n", False),
        ("state: [draft]\n", False),
    ],
)
def test_a_draft_waits_for_its_text_until_it_has_some(draft: str, *, is_one: bool) -> None:
    assert is_waiting(draft) is is_one


def test_what_a_draft_says_and_the_new_text_does_not_stays_as_it_is_typed() -> None:
    new = GAZETTE.replace("title: The well is shut\n", "title: null\n")
    found = filled(new, f"{WAITING}publisher: council\n", Source)
    assert found.startswith("title: My title\npublisher: harrow\n")
    assert "note: Mine. # sure\n" in found
    assert "state" not in found
    assert "rights" not in found


def test_records_that_become_one_repeat_nothing() -> None:
    council = f"{RECORDS['actors/council']}aliases: [The clerk]\n"
    manuscript = manuscript_of({"actors/council": council})
    assert merge(manuscript, "actor", "clerk", "council", TOLD) == ["lost with actor 'clerk': kind: person"]
    assert manuscript.text("actors/council.md").count("The clerk") == 1
