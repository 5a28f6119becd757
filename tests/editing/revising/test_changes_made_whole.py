"""A change has the entries of history that it owes, is refused for an error, and tells what else it brings."""

from typing import Final

import pytest
from dateline.editing.revising import Allowed, Manuscript, RefusalError, Telling, completed
from dateline.editing.revising.ledger import bury
from dateline.ground.problems import Code
from in_memory import CLOSED, RECORDS, FilesInMemory, files_in_memory, replaced

TOLD: Final = Telling("2031-05-01", "The minutes say so.")
WELL: Final = "events/well.yml"
REWORDED: Final = replaced(CLOSED, ("The well was closed.", "The old well was shut."))
FAIR: Final = replaced(
    CLOSED, ("The well is closed", "The fair is held"), ("id: closed", "id: held"), ("The well was", "The fair was")
)
DISPUTE: Final = """\
question: Was the well closed?
kind: whether
relation: exclusive
status: open
positions:
  - {id: yes-it-was, label: It was, claims: [well#closed]}
  - {id: no-it-was-not, label: It was not, stance: denies, claims: [well#closed]}
would_settle: The minutes of the council.
---
"""
BRIEF: Final = """\
what_happened:
  - text: The well was closed, the clerk says.
    claims: [well#closed]
    outcomes: {well#closed: one-voice}
"""
UNKNOWN: Final = "{by: [mayor], cite: {source: gazette, paragraph: 1}}"


def changing(path: str, text: str, more: dict[str, str | None] | None = None) -> FilesInMemory:
    """Return files one of which is to say something else."""
    files = files_in_memory(more)
    files.write(path, text)
    return files


def entries(files: Manuscript, path: str) -> list[str]:
    """Return the entries of a file's history as it is to be."""
    _, found, after = files.text(path).partition("history:\n")
    return [line.strip() for line in after.splitlines() if line.startswith("  - ")] if found else []


def codes(files: Manuscript, told: Telling | None = None, allowed: Allowed | None = None) -> list[Code]:
    """Return the codes of what the check will tell besides."""
    found = completed(files, told) if allowed is None else completed(files, told, allowed)
    return [problem.code for problem in found]


def refusal(files: Manuscript, told: Telling | None = None, allowed: Allowed | None = None) -> list[tuple[Code, str]]:
    """Return why a change is refused."""
    with pytest.raises(RefusalError) as refused:
        codes(files, told, allowed)
    return [(one.code, one.hint) for one in refused.value.problems]


# --- what a history is owed ---


def test_a_change_in_substance_has_an_entry_of_the_type_that_tells_it() -> None:
    files = changing(WELL, REWORDED)
    assert codes(files, TOLD) == []
    assert entries(files, WELL) == ["- {date: 2031-05-01, type: correction, note: The minutes say so.}"]


def test_the_type_that_is_told_is_the_entry_s() -> None:
    files = changing(WELL, REWORDED)
    completed(files, Telling("2031-05-01", "It was withdrawn.", "retraction"))
    assert entries(files, WELL) == ["- {date: 2031-05-01, type: retraction, note: It was withdrawn.}"]


def test_a_report_that_goes_is_told_as_a_retraction() -> None:
    two = f"{CLOSED}      - {{by: [council], cite: {{source: gazette, paragraph: 2}}}}\n"
    files = changing(WELL, CLOSED, {"events/well": two})
    assert codes(files, TOLD, Allowed(codes=(Code.PARAGRAPH_UNACCOUNTED,))) == [Code.PARAGRAPH_UNACCOUNTED]
    assert entries(files, WELL) == ["- {date: 2031-05-01, type: retraction, note: The minutes say so.}"]


def test_every_record_that_is_changed_has_its_own_entry_and_no_other_has_one() -> None:
    files = files_in_memory({"events/fair": FAIR, "events/feast": FAIR.replace("fair", "feast")})
    files.write(WELL, REWORDED)
    files.write("events/fair.yml", replaced(FAIR, ("kind: closure", "kind: meeting")))
    completed(files, TOLD)
    owed = ["- {date: 2031-05-01, type: correction, note: The minutes say so.}"]
    assert {path: entries(files, path) for path in files.paths() if path.startswith("events/")} == {
        "events/fair.yml": owed,
        "events/feast.yml": [],
        WELL: owed,
    }


def test_a_change_of_no_substance_owes_nothing() -> None:
    files = changing(WELL, replaced(CLOSED, ("The well is closed", "The old well is closed")))
    assert codes(files, TOLD) == []
    assert files.text(WELL).count("history") == 0


def test_where_nothing_is_told_nothing_is_written_and_nothing_owed_is_an_error() -> None:
    files = changing(WELL, REWORDED)
    assert codes(files) == []
    assert files.text(WELL) == REWORDED


# --- what a change brings with it ---


def test_what_the_check_tells_now_is_not_told_again_and_what_it_will_tell_besides_is() -> None:
    assert codes(files_in_memory()) == []
    files = changing("actors/harrow.md", "---\nname: The clerk\nkind: media\n---\n")
    assert codes(files) == [Code.SAME_NAME]
    told = changing(WELL, REWORDED)
    told.write("actors/harrow.md", "---\nname: The clerk\nkind: media\n---\n")
    assert codes(told, TOLD) == [Code.SAME_NAME]


def test_of_several_alike_one_more_than_before_is_told() -> None:
    person = "name: The beadle\nkind: person\n"
    files = files_in_memory()
    files.write("actors/beadle.md", f"---\n{person}---\n")
    assert codes(files).count(Code.NAMED_WITHOUT_REASON) == 1


def test_an_error_that_is_not_there_now_refuses_the_change_and_one_that_is_does_not() -> None:
    broken = replaced(CLOSED, ("{by: [clerk], cite: {source: gazette, paragraph: 1}}", UNKNOWN))
    assert [code for code, _ in refusal(changing(WELL, broken))] == [Code.UNKNOWN_ACTOR]
    files = files_in_memory({"events/fair": replaced(FAIR, ("[clerk]", "[mayor]"))})
    files.write("places/lindwell.yml", "name: Lindwell upon Wend\nkind: village\n")
    assert codes(files) == []


def test_an_error_that_an_entry_would_not_mend_refuses_what_is_told_too() -> None:
    broken = replaced(REWORDED, ("{by: [clerk], cite: {source: gazette, paragraph: 1}}", UNKNOWN))
    assert Code.UNKNOWN_ACTOR in [code for code, _ in refusal(changing(WELL, broken), TOLD)]


def test_errors_that_can_only_be_mended_afterwards_are_told_where_they_are_allowed() -> None:
    broken = replaced(CLOSED, ("{by: [clerk], cite: {source: gazette, paragraph: 1}}", UNKNOWN))
    assert Code.UNKNOWN_ACTOR in codes(changing(WELL, broken), None, Allowed(codes=(Code.UNKNOWN_ACTOR,)))
    assert refusal(changing(WELL, broken), None, Allowed(codes=(Code.BAD_DATE,)))


# --- what readers have seen ---


def test_what_readers_have_seen_does_not_go_without_a_trace_unless_that_only_undoes() -> None:
    def without() -> FilesInMemory:
        files = files_in_memory({"events/fair": FAIR})
        files.remove("events/fair.yml")
        return files

    assert [code for code, _ in refusal(without(), TOLD)] == [Code.ID_VANISHED]
    assert codes(without(), TOLD, Allowed(undoes=True)) == []
    files = without()
    bury(files, ("event", "fair"), TOLD)
    assert codes(files, TOLD) == []


# --- the brief ---


def with_a_dispute(more: dict[str, str | None] | None = None) -> FilesInMemory:
    """Return files in which a dispute comes up, so that a claim of the brief has another outcome."""
    vocabulary = "  dispute_kinds: {whether: {label: Whether}}\n"
    masthead = RECORDS["chronology.yml"] + vocabulary
    files = files_in_memory({"pages/brief.yml": BRIEF, "chronology.yml": masthead, **(more or {})})
    yaml, _, body = DISPUTE.partition("---\n")
    files.write("disputes/closed.md", f"---\n{yaml}---\n{body}")
    return files


def test_a_sentence_whose_claim_has_another_outcome_is_to_be_read_again_and_the_command_says_how() -> None:
    ((code, hint),) = refusal(with_a_dispute(), TOLD)
    assert (code, hint) == (
        Code.OUTCOME_CHANGED,
        "read it again, and mend it if need be; the same command with --outcomes goes on",
    )


def test_who_has_read_it_again_has_the_outcome_remembered() -> None:
    files = with_a_dispute()
    assert codes(files, TOLD, Allowed(rereads=True)) == []
    assert "outcomes: {well#closed: open}" in files.text("pages/brief.yml")


def test_a_chronology_without_a_brief_has_nothing_to_be_read_again() -> None:
    files = with_a_dispute({"pages/brief.yml": None})
    assert codes(files, TOLD, Allowed(rereads=True)) == []
    assert not files.stands("pages/brief.yml")
