"""Rules about what is said in brief: it is short, leads to claims on the site, and is read again when they change."""

from collections.abc import Iterator, Mapping
from typing import Final

from dateline.ground.counting import how_counted, word_count
from dateline.ground.problems import Code, Problem, did_you_mean
from dateline.records.chronology import Chronology
from dateline.records.loading import Document
from dateline.records.rules.context import Context, Steps
from dateline.records.rules.passages import Loss
from dateline.records.rules.references import loss_of
from dateline.records.rules.standing import UNSETTLED, Outcome, assessments
from dateline.records.types import Brief, BriefSentence, RecordKind, State

MOST_WORDS: Final = 120
"""So many words what happened may have, all sentences together: thirty seconds."""
MOST_LINES: Final = 5
"""So many lines may say what is disputed."""


def the_brief_is_short(context: Context) -> Iterator[Problem]:
    """What happened is told in 120 words at most, what is disputed in five lines at most."""
    for brief, document in _briefs(context):
        counts = [word_count(sentence.whole) for sentence in brief.what_happened]
        if sum(counts) > MOST_WORDS:
            first = next(index for index in range(len(counts)) if sum(counts[: index + 1]) > MOST_WORDS)
            where = document.position(("what_happened", first, "text"))
            message = f"what happened has {sum(counts)} words, and {MOST_WORDS} at most are in brief"
            how = how_counted(" ".join(sentence.whole for sentence in brief.what_happened))
            hint = f"leave out {sum(counts) - MOST_WORDS} words; the pages of the days have the rest"
            yield Problem(where, Code.BRIEF_TOO_LONG, message, f"{hint}; {how}" if how else hint)
        if len(brief.what_is_disputed) > MOST_LINES:
            where = document.position(("what_is_disputed", MOST_LINES))
            message = f"{len(brief.what_is_disputed)} lines say what is disputed, and {MOST_LINES} at most are in brief"
            hint = "keep the disputes that matter most; the index of disputes has the rest"
            yield Problem(where, Code.BRIEF_TOO_LONG, message, hint)


def a_sentence_names_a_claim_once(context: Context) -> Iterator[Problem]:
    """A sentence of the brief names each claim that it rests on once."""
    for brief, document in _briefs(context):
        for index, sentence in enumerate(brief.what_happened):
            for number, claim in enumerate(sentence.claims):
                if claim in sentence.claims[:number]:
                    where = document.position(("what_happened", index, "claims", number))
                    message = f"the sentence names '{claim}' twice"
                    yield Problem(where, Code.CLAIM_NAMED_TWICE, message, "keep one of the two")


def the_brief_leads_somewhere(context: Context) -> Iterator[Problem]:
    """Every claim and dispute that the brief names is on the site, and the dispute is not settled yet."""
    for brief, document in _briefs(context):
        for index, sentence in enumerate(brief.what_happened):
            for number, reference in enumerate(sentence.claims):
                loss = _loss_of_claim(context, reference)
                if loss is not None:
                    where = document.position(("what_happened", index, "claims", number))
                    yield Problem(where, loss.code, loss.message, loss.hint)
        for index, line in enumerate(brief.what_is_disputed):
            steps = ("what_is_disputed", index, "dispute")
            yield from _of_dispute(context, document, line.dispute, steps)


def _of_dispute(context: Context, document: Document, id_: str, steps: Steps) -> Iterator[Problem]:
    loss = loss_of(context, RecordKind.DISPUTE, id_, None)
    dispute = context.chronology.disputes.get(id_)
    if loss is not None:
        yield Problem(document.position(steps), loss.code, loss.message, loss.hint)
    elif dispute is not None and dispute.status not in UNSETTLED:
        message = f"dispute '{id_}' is {dispute.status}, so it is no longer disputed"
        hint = "take the line away; what was settled may be said under what_happened"
        yield Problem(document.position(steps), Code.DISPUTE_CLOSED, message, hint)


def the_brief_says_what_is_known_now(context: Context) -> Iterator[Problem]:
    """Each sentence remembers the outcomes that its claims had when it was written, and they are so still.

    Outcomes hang on all records: where one cannot be read, nobody is sent to mend a sentence.
    """
    is_unread = bool(context.corpus.unread_kinds) or any(context.corpus.unread.values())
    for brief, document in _briefs(context):
        for index, sentence in enumerate(brief.what_happened):
            steps = ("what_happened", index)
            now = outcomes_now(context.chronology, sentence)
            yield from _strangers(document, sentence, steps)
            if not is_unread:
                yield from _changed(document, sentence, now, steps)
            unsaid = {claim: outcome for claim, outcome in now.items() if claim not in sentence.outcomes}
            if unsaid:
                pairs = ", ".join(f"{claim}: {outcome}" for claim, outcome in unsaid.items())
                hint = f"add to outcomes: {{{pairs}}}, or let dateline fix --outcomes write it"
                message = f"the sentence does not say which outcome '{next(iter(unsaid))}' had when it was written"
                yield Problem(document.position((*steps, "claims")), Code.OUTCOME_UNSAID, message, hint)


def _changed(
    document: Document, sentence: BriefSentence, now: Mapping[str, Outcome], steps: Steps
) -> Iterator[Problem]:
    for claim, outcome in now.items():
        before = sentence.outcomes.get(claim, outcome.value)
        if before != outcome.value:
            message = f"the sentence was written when '{claim}' was {before}; it is {outcome} now"
            hint = f"read it again and mend it; then write {outcome}, or let dateline fix --outcomes do so"
            where = document.position((*steps, "outcomes", claim))
            yield Problem(where, Code.OUTCOME_CHANGED, message, hint)


def _strangers(document: Document, sentence: BriefSentence, steps: Steps) -> Iterator[Problem]:
    for claim in sentence.outcomes:
        if claim not in sentence.claims:
            where = document.position((*steps, "outcomes", claim), of_key=True)
            hint = did_you_mean(claim, sentence.claims) or "add it to claims, or take it away here"
            yield Problem(where, Code.BAD_VALUE, f"the sentence does not rest on '{claim}'", hint)


def outcomes_now(chronology: Chronology, sentence: BriefSentence) -> dict[str, Outcome]:
    """Return the outcome that each claim of a sentence has, of those that are on the site."""
    found = {}
    for reference in dict.fromkeys(sentence.claims):
        pair = chronology.claims.get(reference)
        if pair is not None and pair.event.state is State.PUBLISHED:
            found[reference] = assessments(chronology, pair.event)[pair.claim.id].outcome
    return found


def _briefs(context: Context) -> Iterator[tuple[Brief, Document]]:
    filed = context.corpus.brief
    if filed is not None:
        yield filed.record, filed.document


def _loss_of_claim(context: Context, reference: str) -> Loss | None:
    event, _, claim = reference.partition("#")
    return loss_of(context, RecordKind.EVENT, event, claim)
