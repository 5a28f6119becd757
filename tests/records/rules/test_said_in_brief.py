"""What is said in brief: short, each claim once, led to what is on the site, and read again when outcomes change."""

from typing import Final

import pytest
from dateline.records.rules.briefs import (
    a_sentence_names_a_claim_once,
    outcomes_now,
    the_brief_is_short,
    the_brief_leads_somewhere,
    the_brief_says_what_is_known_now,
)
from dateline.records.rules.standing import Outcome
from dateline.records.types import RecordKind
from in_memory import CLOSED, RECORDS
from marked import Files, corpus_of, graph_of, held

OTHER: Final = """\
  - id: denied
    text: It was never closed.
    reports:
      - {by: [council], cite: {source: gazette, paragraph: 2}}
      - {by: [clerk], stance: denies, cite: {source: gazette, paragraph: 1}}
"""
DISPUTE: Final = (
    "question: Who closed it?\nkind: responsibility\nrelation: exclusive\nstatus: {}\npositions:\n"
    "  - {{id: council, label: It did, claims: [well#closed]}}\n"
    "  - {{id: nobody, label: Nobody, claims: [well#denied]}}\n"
)


def files(brief: str, *, status: str = "open", **more: str | None) -> Files:
    """Return the well with two claims, a dispute about them, and the brief."""
    return {
        "events/well": CLOSED + OTHER,
        "disputes/who": DISPUTE.format(status),
        "pages/brief.yml": brief,
        **{name.replace("__", "/"): text for name, text in more.items()},
    }


def sentence(claims: str, *, outcomes: str = "", text: str = "The well was closed.", key: str = "claims") -> str:
    """Return a sentence of what happened."""
    said = f"    outcomes: {{{outcomes}}}\n" if outcomes else ""
    return f"  - text: {text}\n    {key}: {claims}\n{said}"


def line(dispute: str) -> str:
    """Return a line of what is disputed."""
    return f"  - {{text: Who closed it, dispute: {dispute}}}\n"


HAPPENED: Final = "what_happened:\n"
DISPUTED: Final = "what_is_disputed:\n"


def words(number: int) -> str:
    """Return a text of so many words."""
    return " ".join(["well"] * number)


@pytest.mark.parametrize(
    "texts",
    [
        [words(120)],
        ["⟦brief-too-long⟧" + words(121)],
        [words(60), words(60)],
        [words(60), "⟦brief-too-long⟧" + words(61)],
        [words(120), "⟦brief-too-long⟧" + words(1)],
        [words(60), "⟦brief-too-long⟧" + words(61), words(5)],
        ["⟦brief-too-long⟧" + words(121), words(1)],
        [],
    ],
)
def test_what_happened_is_too_long_where_it_passes_120_words(texts: list[str]) -> None:
    brief = HAPPENED + "".join(sentence("[well#closed]", text=text) for text in texts) if texts else "{}\n"
    held(the_brief_is_short, files(brief))


def test_the_words_of_all_sentences_are_counted_and_what_is_too_much() -> None:
    texts = (words(100), "⟦brief-too-long⟧" + words(30), words(7))
    brief = HAPPENED + "".join(sentence("[well#closed]", text=text) for text in texts)
    (problem,) = held(the_brief_is_short, files(brief))
    assert problem.message.startswith("what happened has 137 words")
    assert problem.hint == "leave out 17 words; the pages of the days have the rest"


def test_of_a_script_without_spaces_it_is_told_how_words_are_counted() -> None:
    long = HAPPENED + sentence("[well#closed]", text="⟦brief-too-long⟧" + "井" * 242)
    (problem,) = held(the_brief_is_short, files(long))
    assert "has 121 words" in problem.message
    assert problem.hint.count("; ") >= 2
    held(the_brief_is_short, files(HAPPENED + sentence("[well#closed]", text="井" * 240)))


@pytest.mark.parametrize("number, is_told", [(0, False), (5, False), (6, True), (8, True)])
def test_what_is_disputed_has_five_lines_at_most(number: int, *, is_told: bool) -> None:
    lines = [line("who")] * number
    if is_told:
        lines[5] = lines[5].replace("{text", "⟦brief-too-long⟧{text")
    brief = DISPUTED + "".join(lines) if lines else "{}\n"
    problems = held(the_brief_is_short, files(brief))
    assert [problem.message.split()[0] for problem in problems] == ([str(number)] if is_told else [])


@pytest.mark.parametrize(
    "claims",
    [
        "[well#closed]",
        "[well#closed, well#denied]",
        "[well#closed, ⟦claim-named-twice⟧well#closed]",
        "[well#closed, well#denied, ⟦claim-named-twice⟧well#closed, ⟦claim-named-twice⟧well#closed]",
    ],
)
def test_a_sentence_names_each_claim_once(claims: str) -> None:
    held(a_sentence_names_a_claim_once, files(HAPPENED + sentence(claims)))


def test_two_sentences_may_rest_on_one_claim() -> None:
    held(a_sentence_names_a_claim_once, files(HAPPENED + sentence("[well#closed]") * 2))


DRAFT: Final = CLOSED + OTHER + "state: draft\n"


@pytest.mark.parametrize(
    "brief",
    [
        HAPPENED + sentence("[well#closed, well#denied]"),
        HAPPENED + sentence("[well#closed, ⟦unknown-claim⟧well#opened]"),
        HAPPENED + sentence("[⟦unknown-event⟧spring#closed]"),
        HAPPENED + sentence("[well#closed]") + sentence("[well#closed, ⟦unknown-claim⟧well#clsd]"),
        DISPUTED + line("who"),
        DISPUTED + line("who") + line("⟦unknown-dispute⟧why"),
    ],
)
def test_the_brief_leads_to_what_there_is(brief: str) -> None:
    held(the_brief_leads_somewhere, files(brief))


def test_the_brief_does_not_lead_to_drafts() -> None:
    brief = HAPPENED + sentence("[⟦unpublished-reference⟧well#closed]") + DISPUTED + line("⟦unpublished-reference⟧who")
    drafts = {"events__well": DRAFT, "disputes__who": DISPUTE.format("open") + "state: draft\n"}
    held(the_brief_leads_somewhere, files(brief, **drafts))


@pytest.mark.parametrize(
    "status, is_told", [("open", False), ("partly-resolved", False), ("resolved", True), ("not-a-conflict", True)]
)
def test_a_dispute_that_is_settled_is_not_said_to_be_disputed(status: str, *, is_told: bool) -> None:
    brief = DISPUTED + line(f"{'⟦dispute-closed⟧' if is_told else ''}who")
    problems = held(the_brief_leads_somewhere, files(brief, status=status))
    assert [problem.message for problem in problems] == [
        f"dispute 'who' is {status}, so it is no longer disputed"
    ] * is_told


def test_nothing_is_said_of_what_may_stand_in_a_file_that_cannot_be_read() -> None:
    brief = HAPPENED + sentence("[spring#closed]") + DISPUTED + line("why")
    unread = {RecordKind.EVENT: frozenset({"spring"}), RecordKind.DISPUTE: frozenset({"why"})}
    held(the_brief_leads_somewhere, files(brief), unread=unread)


@pytest.mark.parametrize(
    "said",
    [
        sentence("[well#closed]", outcomes="well#closed: open"),
        sentence("[well#closed]", outcomes="well#closed: ⟦outcome-changed⟧one-voice"),
        sentence("⟦outcome-unsaid⟧[well#closed]"),
        sentence("⟦outcome-unsaid⟧[well#closed, well#denied]", outcomes="well#closed: open"),
        sentence("[well#closed, well#denied]", outcomes="well#closed: open, well#denied: open"),
        sentence(
            "[well#closed, well#denied]",
            outcomes="well#closed: ⟦outcome-changed⟧uncontradicted, well#denied: ⟦outcome-changed⟧one-side",
        ),
        sentence("[well#closed]", outcomes="well#closed: open, ⟦bad-value⟧well#denied: open"),
        sentence("[well#opened]"),
        sentence("[well#opened]", outcomes="well#opened: open"),
    ],
)
def test_a_sentence_remembers_the_outcomes_of_its_claims_as_they_are_now(said: str) -> None:
    held(the_brief_says_what_is_known_now, files(HAPPENED + said))


def test_the_outcomes_are_told_that_belong_into_a_sentence() -> None:
    said = sentence("⟦outcome-unsaid⟧[well#denied, well#closed, well#denied]")
    (problem,) = held(the_brief_says_what_is_known_now, files(HAPPENED + said))
    assert "which outcome 'well#denied' had" in problem.message
    assert "{well#denied: open, well#closed: open}" in problem.hint


def test_a_claim_on_which_a_sentence_does_not_rest_is_told_with_the_one_it_is_like() -> None:
    said = sentence("[well#closed]", outcomes="well#closed: open, ⟦bad-value⟧well#close: open")
    (problem,) = held(the_brief_says_what_is_known_now, files(HAPPENED + said))
    assert problem.hint == "did you mean 'well#closed'?"
    said = sentence("[well#closed]", outcomes="well#closed: open, ⟦bad-value⟧fair#held: open")
    (problem,) = held(the_brief_says_what_is_known_now, files(HAPPENED + said))
    assert problem.hint == "add it to claims, or take it away here"


@pytest.mark.parametrize(
    "unread",
    [
        {"unread": {RecordKind.ACTOR: frozenset({"mayor"})}},
        {"unread_kinds": frozenset({RecordKind.DISPUTE})},
    ],
)
def test_while_a_file_cannot_be_read_nobody_is_told_that_an_outcome_changed(unread: dict[str, object]) -> None:
    said = sentence("[well#closed]", outcomes="well#closed: one-voice")
    held(the_brief_says_what_is_known_now, files(HAPPENED + said), **unread)
    marked = sentence("[well#closed]", outcomes="well#closed: ⟦outcome-changed⟧one-voice")
    held(the_brief_says_what_is_known_now, files(HAPPENED + marked), unread={RecordKind.ACTOR: frozenset()})


def test_the_outcomes_of_drafts_and_of_what_there_is_not_are_no_ones() -> None:
    brief = HAPPENED + sentence("[well#closed, well#opened, draft#closed]")
    changed = files(brief, events__draft=CLOSED + "state: draft\n")
    (one,) = corpus_of(changed).brief.record.what_happened  # type: ignore[union-attr]
    assert outcomes_now(graph_of(changed), one) == {"well#closed": Outcome.OPEN}


def test_a_chronology_without_a_brief_is_told_nothing_of_one() -> None:
    assert "pages/brief.yml" not in RECORDS
    for rule in (
        the_brief_is_short,
        a_sentence_names_a_claim_once,
        the_brief_leads_somewhere,
        the_brief_says_what_is_known_now,
    ):
        held(rule, {})
