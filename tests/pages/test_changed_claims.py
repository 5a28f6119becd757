"""What a ledger entry says of claims: their ids are for editors, readers get what the claims say."""

import pytest
from dateline.pages.shared.changed_claims import with_texts, without_ids
from hypothesis import given
from hypothesis import strategies as st

KNOWN = {"bridge-closed": "The bridge was closed.", "toll": "Four died.", "thirty-five": "Thirty-five left."}


@pytest.mark.parametrize(
    "note, told, named",
    [
        ("Marked as possible (bridge-closed).", "Marked as possible.", ("bridge-closed",)),
        ("Two numbers (toll, thirty-five) are parted.", "Two numbers are parted.", ("toll", "thirty-five")),
        ("Added (thirty-five) and again (thirty-five).", "Added and again.", ("thirty-five",)),
        ("A word (in brackets) stays.", "A word (in brackets) stays.", ()),
        ("One known, one not (toll, gone-long-ago).", "One known, one not (toll, gone-long-ago).", ()),
        ("", "", ()),
    ],
)
def test_ids_in_brackets_leave_a_note_and_are_named(note: str, told: str, named: tuple[str, ...]) -> None:
    assert without_ids(note, KNOWN) == (told, named)


@pytest.mark.parametrize(
    "note, told",
    [
        ("bridge-closed has gone.", "“The bridge was closed” has gone."),
        ("The toll stays a word of its own.", "The toll stays a word of its own."),
        ("A half-bridge-closed sign.", "A half-bridge-closed sign."),
        ("ledger#bridge-closed", "ledger#bridge-closed"),
    ],
)
def test_an_id_in_running_text_is_told_as_what_it_stands_for(note: str, told: str) -> None:
    assert with_texts(note, KNOWN) == told


@given(st.text(alphabet="ab-(), #"))
def test_a_note_without_known_ids_stays_as_it_is(note: str) -> None:
    assert without_ids(note, ()) == (note, ())
    assert with_texts(note, {}) == note
