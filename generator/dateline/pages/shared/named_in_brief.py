"""Whom the chronology in brief names for a claim: they stand among those whom the claim names unfolded."""

from collections import defaultdict
from dataclasses import replace
from typing import Final

from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.reported import Reporting
from dateline.pages.shared.views import Said, VoiceChip
from dateline.records.chronology import Chronology
from dateline.records.rules.named_in_texts import NamesIn

UNFOLDED: Final = 4
"""So many of those who say or deny a claim are named before the others are counted."""
_ID: Final = "actors/"


@derivation
def texts_in_brief(edition: Reporting) -> dict[str, str]:
    """Return, by claim, the sentences of the brief that rest on it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for sentence in edition.chronology.brief.what_happened:
        for reference in sentence.claims:
            found[reference].append(sentence.whole)
    return {reference: " ".join(texts) for reference, texts in found.items()}


def with_the_named(chronology: Chronology, said: Said, text: str) -> Said:
    """Return who says a claim with those among the first whom a text names, each group in the order it had."""
    if not text or len(said.chips) <= UNFOLDED:
        return said
    names = NamesIn(text)

    def place(index: int) -> tuple[int, int]:
        return -_named(chronology, names, said.chips[index]), index

    first = set(sorted(range(len(said.chips)), key=place)[:UNFOLDED])
    return replace(
        said, chips=tuple(said.chips[n] for n in sorted(range(len(said.chips)), key=lambda n: n not in first))
    )


def _named(chronology: Chronology, names: NamesIn, chip: VoiceChip) -> int:
    """Return by how many words a text may name somebody."""
    actor = chronology.actors.get(chip.link.address.removeprefix(_ID).rstrip("/"))
    return names.count_of_hints(actor) if actor is not None else 0
