"""Why a claim has its outcome, and how many say so and do not: each counted once, and told of the right people."""

from typing import Final

import pytest
from dateline.pages.wording.echoes import echo_in_words, reports_in_words
from dateline.pages.wording.outcomes import OUTCOME_LABEL, OUTCOME_MEANING, heads, numbers, reason
from dateline.records.chronology import Settlement
from dateline.records.rules.attribution import Sayers
from dateline.records.rules.standing import Assessment, Echo, Outcome, Standing
from dateline.records.types import Actor, Dispute, Masthead, Vocabulary
from pydantic import TypeAdapter

MASTHEAD: Final = Masthead(title="The well", vocabulary=Vocabulary())
ACTORS: Final = {
    id_: TypeAdapter(Actor).validate_python({"id": id_, "name": id_.capitalize(), "kind": "person"})
    for id_ in ("ann", "bob", "cid", "dan", "eve")
}
NOBODY: Final = Sayers()
OVER: Final = TypeAdapter(Dispute).validate_python(
    {
        "id": "over",
        "question": "Is it so?",
        "kind": "occurrence",
        "relation": "exclusive",
        "status": "resolved",
        "positions": [
            {"id": "so", "label": "It is", "claims": ["well#closed"]},
            {"id": "not-so", "label": "It is not", "claims": ["well#open"]},
        ],
        "resolution": {"outcome": ["so"], "rule": "imagery", "date": "2031-04-01", "note": "Seen from above."},
    }
)


def settled(*, stands: bool) -> Settlement:
    assert OVER.resolution is not None
    return Settlement(OVER, OVER.resolution, stands)


def voices(*ids: str) -> Sayers:
    return Sayers(ids, ids)


def publishers(*ids: str) -> Sayers:
    return Sayers(unattributed=ids)


def assessed(  # noqa: PLR0913 - what an assessment has
    outcome: Outcome,
    saying: Sayers = NOBODY,
    against: Sayers = NOBODY,
    unconfirmed: Sayers = NOBODY,
    *,
    counting: tuple[str, ...] | None = None,
    of_side: tuple[str, ...] = (),
    sides: int = 0,
    denying: tuple[str, ...] | None = None,
    settled_by: Settlement | None = None,
) -> Assessment:
    """Return an assessment; all who say so are counted, and all who deny it, unless it is said who is."""
    return Assessment(
        outcome,
        Standing.CONTESTED,
        saying,
        against,
        unconfirmed,
        counting=saying.voices if counting is None else counting,
        of_side=of_side,
        sides=sides,
        denying=against.voices if denying is None else denying,
        settled_by=settled_by,
    )


def why(found: Assessment, side: str = "") -> list[str]:
    """Return the clauses of the reason."""
    return [clause for clause in reason(found, ACTORS, side, MASTHEAD).split("; ") if clause]


# --- the reason ------------------------------------------------------------------------------------------------------


def test_of_one_voice_the_reason_is_its_name_and_no_number() -> None:
    assert why(assessed(Outcome.ONE_VOICE, voices("ann"))) == ["Ann"]


def test_an_actor_without_a_record_is_called_by_its_id() -> None:
    assert why(assessed(Outcome.ONE_VOICE, voices("nobody-known"))) == ["nobody-known"]


@pytest.mark.parametrize(
    "ids, told",
    [
        (("ann", "bob"), "Ann, Bob"),
        (("ann", "bob", "cid"), "Ann, Bob, Cid"),
        (("ann", "bob", "cid", "dan"), "Ann, Bob, Cid, 1 more"),
        (("ann", "bob", "cid", "dan", "eve"), "Ann, Bob, Cid, 2 more"),
    ],
)
def test_three_are_named_and_the_others_counted(ids: tuple[str, ...], told: str) -> None:
    (clause,) = why(assessed(Outcome.UNCONTRADICTED, voices(*ids)))
    assert clause.startswith(f"{len(ids)} voices")
    assert clause.endswith(f": {told}")


def test_of_one_side_only_its_voices_are_counted_and_the_side_is_named() -> None:
    found = assessed(Outcome.ONE_SIDE, voices("ann", "bob", "cid"), of_side=("ann", "bob"))
    saying, others = why(found, "Parish")
    assert saying.startswith("2 voices of one side (Parish)")
    assert saying.endswith(": Ann, Bob")
    assert "1 unnamed" in others
    assert others.endswith(": Cid")


def test_unnamed_speakers_who_may_be_the_same_are_counted_apart_on_either_stand() -> None:
    found = assessed(
        Outcome.OPEN, voices("ann", "bob"), voices("cid", "dan", "eve"), counting=("ann",), denying=("cid",)
    )
    saying, perhaps, against, perhaps_against = why(found)
    assert (saying[0], perhaps[0], against[0], perhaps_against[0]) == ("1", "1", "1", "2")
    assert [clause.rpartition(": ")[2] for clause in (saying, perhaps, against, perhaps_against)] == [
        "Ann",
        "Bob",
        "Cid",
        "Dan, Eve",
    ]


def test_publishers_that_name_no_speaker_are_told_beside_voices_by_their_number() -> None:
    saying, passing_on = why(assessed(Outcome.UNCONTRADICTED, Sayers(("ann", "bob"), (), ("cid", "dan"))))
    assert saying.startswith("2 voices")
    assert passing_on.startswith("2 publishers")
    assert "Cid" not in passing_on


def test_where_nobody_is_named_the_publishers_are() -> None:
    assert why(assessed(Outcome.UNATTRIBUTED, publishers("ann", "bob"))) == ["Ann, Bob"]
    (told,) = why(assessed(Outcome.OPEN, publishers("ann")))
    assert told.startswith("1 publisher does not")
    assert told.endswith(": Ann")


@pytest.mark.parametrize(
    "against, told",
    [
        (voices("ann"), "1 voice denies"),
        (voices("ann", "bob"), "2 voices deny"),
        (publishers("ann"), "1 publisher denies"),
        (publishers("ann", "bob"), "2 publishers deny"),
        (Sayers(("ann",), (), ("bob",)), "1 voice denies"),
    ],
)
def test_who_denies_it_is_told_voices_before_publishers(against: Sayers, told: str) -> None:
    (clause,) = why(assessed(Outcome.NOBODY_SAYS_SO, NOBODY, against))
    assert clause.startswith(told)


@pytest.mark.parametrize(
    "unconfirmed, told",
    [(voices("ann"), "1 says"), (publishers("ann"), "1 says"), (Sayers(("ann",), (), ("bob", "cid")), "3 say ")],
)
def test_whoever_calls_it_unconfirmed_is_counted_named_or_not(unconfirmed: Sayers, told: str) -> None:
    (clause,) = why(assessed(Outcome.NOBODY_SAYS_SO, NOBODY, NOBODY, unconfirmed))
    assert clause.startswith(told)


@pytest.mark.parametrize("outcome", [Outcome.SETTLED_STANDS, Outcome.SETTLED_FALLS])
def test_what_is_settled_has_its_evidence_for_a_reason_and_no_voice(outcome: Outcome) -> None:
    evidence = settled(stands=outcome is Outcome.SETTLED_STANDS)
    found = assessed(outcome, voices("ann"), voices("bob"), settled_by=evidence)
    told = reason(found, ACTORS, "", MASTHEAD)
    assert "1 April 2031" in told
    assert "imagery" in told
    assert "Ann" not in told
    assert not told.endswith(".")
    (first, against, saying) = numbers(found, "", MASTHEAD)
    assert first == f"{told[:1].upper()}{told[1:]}."
    assert (against[0], saying[0]) == ("1", "1")


@pytest.mark.parametrize("outcome", [Outcome.OPEN, Outcome.TAKEN_BACK])
def test_a_settlement_that_is_not_the_outcome_is_no_reason(outcome: Outcome) -> None:
    found = assessed(outcome, voices("ann"), settled_by=settled(stands=True))
    assert "Ann" in reason(found, ACTORS, "", MASTHEAD)
    assert not any("April" in told for told in numbers(found, "", MASTHEAD))


# --- the numbers -----------------------------------------------------------------------------------------------------


def test_that_it_was_taken_back_comes_before_all_numbers() -> None:
    told = numbers(assessed(Outcome.TAKEN_BACK, voices("ann", "bob"), voices("cid")), "", MASTHEAD)
    assert told[0] == OUTCOME_MEANING[Outcome.TAKEN_BACK]
    assert [one[0] for one in told[1:]] == ["1", "2"]


def test_dissent_is_told_first_then_doubt_then_who_says_so_then_who_passes_it_on() -> None:
    found = assessed(
        Outcome.OPEN,
        Sayers(("ann", "bob"), (), ("eve", "dan", "cid")),
        Sayers(("cid", "dan", "eve", "ann"), (), ("bob",)),
        Sayers(("bob", "cid", "dan"), (), ("eve", "ann")),
        denying=("cid", "dan", "eve", "ann"),
    )
    assert [told[0] for told in heads(found, "")] == ["4", "1", "5", "2", "3"]


def test_what_the_outcome_says_in_so_many_words_is_no_number() -> None:
    assert heads(assessed(Outcome.ONE_VOICE, voices("ann")), "") == ()
    assert heads(assessed(Outcome.UNATTRIBUTED, publishers("ann")), "") == ()
    assert [told[0] for told in heads(assessed(Outcome.UNATTRIBUTED, publishers("ann", "bob")), "")] == ["2"]
    assert [told[0] for told in heads(assessed(Outcome.OPEN, publishers("ann")), "")] == ["1"]


@pytest.mark.parametrize(
    "count, sides, has, lacks",
    [
        (2, 0, "2 voices say", "side"),
        (2, 1, "of one side say", "sides"),
        (2, 2, "2 voices on 2 sides say", "one side"),
        (1, 1, "1 voice says", "side"),
        (1, 0, "1 voice says", "side"),
    ],
)
def test_sides_are_told_of_two_voices_or_more_where_each_is_placed(
    count: int, sides: int, has: str, lacks: str
) -> None:
    (told,) = heads(assessed(Outcome.OPEN, voices(*list(ACTORS)[:count]), sides=sides), "")
    assert has in told
    assert lacks not in told


def test_of_one_side_its_voices_are_counted_and_the_side_named_in_the_numbers_too() -> None:
    found = assessed(Outcome.ONE_SIDE, voices("ann", "bob", "cid"), of_side=("ann", "bob"), sides=1)
    saying, others = heads(found, "Parish")
    assert saying.startswith("2 voices")
    assert "Parish" in saying
    assert others.startswith("1 unnamed speaker")


@pytest.mark.parametrize(
    "counting, others, ends",
    [
        (("ann",), ("bob",), "may be the same."),
        (("ann",), ("bob", "cid"), "may be the same."),
        (("ann", "bob"), ("cid",), "may be one of them."),
        (("ann", "bob"), ("cid", "dan"), "may be among them."),
    ],
)
def test_who_may_be_one_of_those_that_are_counted_is_told_in_a_sentence_that_fits_their_number(
    counting: tuple[str, ...], others: tuple[str, ...], ends: str
) -> None:
    saying = heads(assessed(Outcome.OPEN, voices(*counting, *others), counting=counting), "")
    denying = heads(assessed(Outcome.OPEN, NOBODY, voices(*counting, *others), denying=counting), "")
    for told in (saying[-1], denying[-1]):
        assert told.startswith(f"{len(others)} unnamed")
        assert told.endswith(ends)
    assert len(saying) == len(denying) == 2


def test_every_outcome_has_a_word_and_a_meaning_and_no_two_have_one_word() -> None:
    assert set(OUTCOME_LABEL) == set(OUTCOME_MEANING) == set(Outcome)
    assert len(set(OUTCOME_LABEL.values())) == len(Outcome)
    assert all(meaning.endswith(".") for meaning in OUTCOME_MEANING.values())


def test_every_outcome_has_a_reason_where_somebody_says_something() -> None:
    for outcome in Outcome:
        found = assessed(
            outcome, Sayers(("ann",), (), ("bob",)), voices("cid"), voices("dan"), of_side=("ann",), counting=("ann",)
        )
        told = reason(found, ACTORS, "Parish", MASTHEAD)
        assert told
        assert not told.endswith((".", "; "))
        assert "; ; " not in told


# --- the echo --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "echo, told",
    [
        (Echo(1, 1, 1), ["1 report", "1 voice"]),
        (Echo(4, 1, 1), ["4 reports", "1 voice"]),
        (Echo(9, 3, 2), ["9 reports", "3 voices on 2 sides"]),
        (Echo(9, 3, 1), ["9 reports", "3 voices, all of one side"]),
        (Echo(9, 3, 2, unplaced=1), ["9 reports", "3 voices"]),
        (Echo(9, 3, 0, unplaced=3), ["9 reports", "3 voices"]),
        (Echo(2, 0, 0), ["2 reports"]),
        (Echo(3, 1, 1, perhaps=1), ["3 reports", "1 voice", "1 unnamed speaker, perhaps the same"]),
        (Echo(3, 1, 1, perhaps=2), ["3 reports", "1 voice", "2 unnamed speakers, perhaps the same"]),
        (Echo(3, 1, 1, withdrawn=2), ["3 reports", "1 voice", "2 reports withdrawn"]),
        (Echo(0, 0, 0, withdrawn=1), ["no report that counts", "1 report withdrawn"]),
        (Echo(0, 0, 0), ["0 reports"]),
    ],
)
def test_an_echo_counts_reports_then_voices_then_what_does_not_count(echo: Echo, told: list[str]) -> None:
    assert echo_in_words(echo) == ", ".join(told)


@pytest.mark.parametrize("count, noun", [(1, "1 publisher that does"), (2, "2 publishers that do ")])
def test_an_echo_counts_publishers_that_name_no_speaker(count: int, noun: str) -> None:
    reports, found = echo_in_words(Echo(5, 0, 0, unattributed=count)).split(", ")
    assert reports == "5 reports"
    assert found.startswith(noun)


@pytest.mark.parametrize(
    "echo, told",
    [
        (Echo(1, 1, 1), "1 report"),
        (Echo(4, 2, 2, unattributed=1, perhaps=1), "4 reports"),
        (Echo(4, 2, 2, withdrawn=1), "4 reports, 1 report withdrawn"),
        (Echo(0, 0, 0, withdrawn=2), "no report that counts, 2 reports withdrawn"),
    ],
)
def test_beside_whose_they_are_reports_are_counted_and_nothing_else(echo: Echo, told: str) -> None:
    assert reports_in_words(echo) == told
