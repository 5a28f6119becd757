"""Rules about the tone of the editors' own words: none takes a side."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.problems import Code, Problem
from dateline.records.chronology import Chronology
from dateline.records.rules.context import Context, Steps
from dateline.records.types import Dispute, Event, Record

QUOTED: Final = re.compile(r"“[^”]*”|„[^“”]*[“”]|‘[^’]*’(?!\w)|«[^»]*»|\"[^\"]*\"")
_IN_WORDS_OF: Final = re.compile(
    r"\bin [\w’'\s-]{2,60} words?\b|\bas [\w’'\s-]{2,60} puts? it\b|\bthe words?\b", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"[^.!?]*[.!?]?")


def our_own_words_take_no_side(context: Context) -> Iterator[Problem]:
    """A title, a claim, a summary or a note has no loaded word, unless it says whose word it is."""
    loaded = context.chronology.masthead.loaded_words
    if not loaded:
        return
    folded = {word.casefold(): (word, instead) for word, instead in loaded.items()}
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(folded, key=len, reverse=True)))})(?!\w)")
    for record, steps, text in our_words(context.chronology):
        for found in dict.fromkeys(known.findall(_unquoted(text).casefold())):
            word, instead = folded[found]
            message = f"'{word}' takes a side"
            hint = f"write {instead}, or put it in quotation marks and say whose word it is"
            yield context.problem(record, steps, Code.LOADED_WORD, message, hint)


def _unquoted(text: str) -> str:
    """Return a text without what it quotes, and without the sentences that say whose words they have."""
    sentences = _SENTENCE.findall(QUOTED.sub(" ", text))
    return " ".join(one for one in sentences if not _IN_WORDS_OF.search(one))


def our_words(chronology: Chronology) -> Iterator[tuple[Record, Steps, str]]:
    """Yield each text that the editors word themselves, with its record and where it stands."""
    for event in chronology.events.values():
        yield from ((event, steps, text) for steps, text in _of_event(event) if text)
    for dispute in chronology.disputes.values():
        yield from ((dispute, steps, text) for steps, text in _of_dispute(dispute) if text)


def _of_event(event: Event) -> Iterator[tuple[Steps, str | None]]:
    yield ("title",), event.title
    yield ("summary",), event.summary
    yield ("note",), event.note
    for index, claim in enumerate(event.claims):
        yield ("claims", index, "text"), claim.text
        yield ("claims", index, "note"), claim.note


def _of_dispute(dispute: Dispute) -> Iterator[tuple[Steps, str | None]]:
    yield ("question",), dispute.question
    yield ("note",), dispute.note
    yield ("would_settle",), dispute.would_settle
    for index, standpoint in enumerate(dispute.positions):
        yield ("positions", index, "label"), standpoint.label
        yield ("positions", index, "note"), standpoint.note
