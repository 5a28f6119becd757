"""Drafts of events from the paragraphs of a source, as comments: what each paragraph names, and nothing besides.

A draft is the file of an event once the first sign of comment of each line is taken away; what only a person can
say (the title, the kind, what is claimed, what is counted) stands behind a second one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.editing.verification.named_parts import FoundNumber, Named, NamedParts, named_parts
from dateline.ground.dates import Day
from dateline.ground.yamltree.scalars import scalar
from dateline.records.types import Actor, Masthead, Place

_HEAD: Final = (
    "Drafts: what the paragraphs name, each with the words that it rests on; whether it is so, nobody has judged.",
    "Copy one into a file of its own below content/events/, take the first '# ' of each of its lines away, and say",
    "what stands behind '…'; then remove the drafts here.",
)


@dataclass(frozen=True, slots=True)
class Known:
    """What of the chronology can be found in a text."""

    masthead: Masthead
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]


def claim_drafts(source: str, paragraphs: Sequence[str], language: str, published: Day | None, known: Known) -> str:
    """Return drafts as comments for the end of a source's file; nothing where no paragraph names anything."""
    drafts = [
        [f"¶ {number}", *_draft(source, number, parts, known.masthead)]
        for number, text in enumerate(paragraphs, 1)
        if _is_telling(parts := named_parts(text, language, known.actors, known.places, published))
    ]
    if not drafts:
        return ""
    lines = [*_HEAD, *(line for draft in drafts for line in ("", *draft))]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _is_telling(parts: NamedParts) -> bool:
    return bool(parts.speakers or parts.actors or parts.places or parts.numbers or parts.days)


def _draft(source: str, number: int, parts: NamedParts, masthead: Masthead) -> Iterator[str]:
    yield "# title: …"
    yield from _dates(parts)
    yield f"# kind: …  # one of {', '.join(masthead.vocabulary.event_kinds)}"
    for key, one, found in (("places", "place", parts.places), ("actors", "actor", (*parts.speakers, *parts.actors))):
        if found:
            yield f"{key}:"
            yield from (f"  - {one}: {each.id}{_because(each.words)}" for each in found)
    yield "claims:"
    yield f"  - id: p{number}"
    yield "    # text: …  # what is said, in your own words"
    yield "    reports:"
    yield from _report(parts.speakers, f"cite: {{source: {source}, paragraph: {number}}}")
    if parts.numbers:
        yield "        figures:"
        yield from (line for found in parts.numbers for line in _figure(found, masthead))


def _dates(parts: NamedParts) -> Iterator[str]:
    """Yield the date: certain only if the paragraph names one day with its year."""
    sure = [found for found in parts.days if found.has_year]
    if len(parts.days) == 1 and sure:
        yield f"date: {sure[0].day}{_because(sure[0].words)}"
        return
    for found in parts.days:
        year = "" if found.has_year else "; the year is not said"
        yield f"# date: {found.day}{_because(found.words)}{year}"
    if not parts.days:
        yield "# date: …  # no day is named"


def _report(speakers: Sequence[Named], cite: str) -> Iterator[str]:
    """Yield who says it, and where: certain only if one alone is named where somebody says something."""
    if len(speakers) == 1:
        yield f"      - by: [{speakers[0].id}]{_because(speakers[0].words)}"
        yield f"        {cite}"
        return
    yield f"      - {cite}"
    if speakers:
        yield f"        # by: [{', '.join(found.id for found in speakers)}]  # who of them says it, and from whom?"
    else:
        yield "        # by: […]  # nobody is named who says it"


def _figure(found: FoundNumber, masthead: Masthead) -> Iterator[str]:
    """Yield a figure whose number a word gives; what it counts only where a word of its wording is a measure's."""
    value = f"{found.value:g}" if found.value < 1_000_000 else str(int(found.value))  # noqa: PLR2004 - no exponent
    yield f"          - wording: {scalar(found.words)}"
    yield f"            # measure: …  # one of {', '.join(masthead.vocabulary.measures)}"
    if found.key is None:
        yield f"            # exact: {value}  # or min, or max: a word leaves it open"
    else:
        yield f"            {found.key}: {value}"


def _because(words: str) -> str:
    shown = "".join(sign if sign.isprintable() else " " for sign in words)
    return f'  # "{shown}"'
