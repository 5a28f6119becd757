"""Rules about sources: one text is recorded as one, and what became of it later fits."""

import re
from collections.abc import Hashable, Iterator
from typing import Final
from urllib.parse import urlsplit

from dateline.ground.dates import Edtf
from dateline.ground.problems import Code, Problem, did_you_mean
from dateline.ground.yamltree.scalars import quoted
from dateline.records.rules.context import Context, Steps
from dateline.records.same_texts import SameText, nearly_same, shared_texts, unrecorded
from dateline.records.types import CopyOf, Corrected, Event, Report, Source, Spot
from dateline.records.types.spots import marked_spot

_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_LOOKS_LATIN: Final = re.compile("[\u0370-\u03ff\u0400-\u052f\u0530-\u058f]")
_LISTED: Final = 12


def one_text_is_one_source(context: Context) -> Iterator[Problem]:
    """Two sources that have one address, or a cited paragraph in common word for word, say which is the copy."""
    for found in unrecorded(context.chronology.sources, context.chronology.firsts):
        if found.at_one_address:
            if not _are_parts(found):
                yield from _same_address(context, found)
        elif any(_is_cited(context, found, places) for places in found.paragraphs):
            yield from _same_text(context, found)


def _are_parts(found: SameText) -> bool:
    """Return whether two sources of one address are parts of one work: each says so, and no text is in both."""
    both = (found.earlier, found.later)
    texts = [{part.sha256 for part in source.parts if part.sha256 is not None} for source in both]
    is_of_parts = all(source.reading is not None and source.reading.extent == "part" for source in both)
    return is_of_parts and not texts[0] & texts[1]


def _same_address(context: Context, found: SameText) -> Iterator[Problem]:
    steps: Steps = ("url",) if found.later.url is not None else (*found.later.captures[0][0], "url")
    message = f"this leads to the same page as the address of source '{found.earlier.id}'"
    hint = (
        f"cite that source and remove this one; or say copy_of: {{source: {found.earlier.id}, note: …}}; "
        "of two parts of one work say extent: part in both readings"
    )
    yield context.problem(found.later, steps, Code.SAME_ADDRESS, message, hint)


def _same_text(context: Context, found: SameText) -> Iterator[Problem]:
    earlier, later = found.earlier, found.later
    theirs, here = (
        [source.parts[places[side]].spot for places in found.paragraphs] for side, source in enumerate((earlier, later))
    )
    message = f"{_listed(here)} says word for word what {_listed(theirs)} of source '{earlier.id}' says"
    part = "" if len(here) == len(later.parts) else _named(here)
    hint = (
        f"if it was taken from there, say copy_of: {{source: {earlier.id}, {part}note: …}}; "
        "if that one was taken from here, say so there"
    )
    steps = (*later.steps_to(found.paragraphs[0][1]), "sha256")
    yield context.problem(later, steps, Code.SAME_TEXT, message, hint)


def texts_that_are_nearly_one_are_looked_at(context: Context) -> Iterator[Problem]:
    """No two sources have paragraphs that begin alike, end alike and are about as long, without being compared."""
    for found in nearly_same(context.chronology.sources):
        theirs, here = (
            [source.parts[places[side]].spot for places in found.paragraphs]
            for side, source in enumerate((found.earlier, found.later))
        )
        alike = f"{_listed(here)} begins and ends as {_listed(theirs)} of source '{found.earlier.id}'"
        message = f"{alike}, and the fingerprints differ"
        hint = f"if one is the other, edited, say copy_of: {{source: {found.earlier.id}, note: …}}; else leave it"
        steps = (*found.later.steps_to(found.paragraphs[0][1]), "begins")
        yield context.problem(found.later, steps, Code.NEARLY_SAME_TEXT, message, hint)


def _listed(spots: list[Spot]) -> str:
    """Return paragraphs and passages in words: ¶ 1, 2, '4-27'."""
    are_numbers = all(isinstance(spot, int) for spot in spots)
    shown = ", ".join(str(spot) if are_numbers else marked_spot(spot) for spot in spots[:_LISTED])
    more = f" and {len(spots) - _LISTED} more" if len(spots) > _LISTED else ""
    return f"{'¶ ' if are_numbers else ''}{shown}{more}"


def _named(spots: list[Spot]) -> str:
    """Return the keys that name paragraphs and passages in copy_of."""
    numbers = [str(spot) for spot in spots if isinstance(spot, int)]
    passages = [quoted(spot) for spot in spots if isinstance(spot, str)]
    keys = (("paragraphs", numbers), ("passages", passages))
    return "".join(f"{key}: [{', '.join(named)}], " for key, named in keys if named)


def _is_cited(context: Context, found: SameText, places: tuple[int, int]) -> bool:
    uses = context.chronology.uses
    parts = ((found.earlier, places[0]), (found.later, places[1]))
    return any((source.id, source.parts[place].spot) in uses for source, place in parts)


def one_text_has_one_speaker(context: Context) -> Iterator[Problem]:
    """Reports of one claim that rest on paragraphs with the same text name the same first speaker."""
    shared = shared_texts(context.chronology.sources)
    for event in context.chronology.events.values() if shared else ():
        for index, claim in enumerate(event.claims):
            first: dict[tuple[Hashable, str], Report] = {}
            for number, report in enumerate(claim.reports):
                text = shared.get((report.cite.source, report.cite.spot))
                if text is None:
                    continue
                other = first.setdefault((text, report.stance), report)
                if other.cite.source != report.cite.source:
                    here: Steps = ("claims", index, "reports", number)
                    yield from _two_speakers(context, event, here, other, report)


def _two_speakers(context: Context, event: Event, here: Steps, one: Report, other: Report) -> Iterator[Problem]:
    speakers = [context.chronology.origin(report) for report in (one, other)]
    if speakers[0] != speakers[1]:
        at = f"{marked_spot(one.cite.spot)} of '{one.cite.source}'"
        message = f"the text is that of {at}, where '{speakers[0]}' says it, and here '{speakers[1]}'"
        hint = "name the same first speaker in both: one text has one, whoever prints it"
        yield context.problem(event, (*here, "cite"), Code.TEXT_OF_TWO_SPEAKERS, message, hint)


def copies_end_somewhere(context: Context) -> Iterator[Problem]:
    """No source is a copy of itself, by however many steps, and the paragraphs that it says are copied exist."""
    sources = context.chronology.sources
    for source in sources.values():
        if source.copy_of is None:
            continue
        yield from _unknown_parts(context, source, ("copy_of",), source.copy_of)
        seen: set[str] = set()
        current: Source | None = sources.get(source.copy_of.source)
        while current is not None and current.id not in seen:
            seen.add(current.id)
            current = sources.get(current.copy_of.source) if current.copy_of is not None else None
        if source.id in seen:
            message = f"'{source.id}' is a copy of itself"
            hint = "keep copy_of in the sources that took the text over, and not in the one that had it first"
            yield context.problem(source, ("copy_of", "source"), Code.CIRCULAR_REFERENCE, message, hint)


def what_became_of_a_source_fits(context: Context) -> Iterator[Problem]:
    """Nothing is withdrawn or corrected before it was published, and the paragraphs that were corrected exist."""
    for source in context.chronology.sources.values():
        first = source.published.earliest
        after: list[tuple[Steps, Edtf]] = []
        if source.withdrawn is not None:
            after.append((("withdrawn", "date"), source.withdrawn.date))
        after += [(("corrected", index, "date"), one.date) for index, one in enumerate(source.corrected)]
        for steps, when in after:
            if first is not None and when.latest is not None and when.latest < first:
                what = "withdrawn" if steps[0] == "withdrawn" else "corrected"
                message = f"the source was {what} {when}, before it was published {source.published}"
                yield context.problem(source, steps, Code.BAD_VALUE, message, "correct one of the dates")
        for index, one in enumerate(source.corrected):
            yield from _unknown_parts(context, source, ("corrected", index), one)


def what_was_withdrawn_says_so(context: Context) -> Iterator[Problem]:
    """A source whose history tells a retraction says under withdrawn that its publisher took it back."""
    for source in context.chronology.sources.values():
        for index, change in enumerate(source.history if source.withdrawn is None else ()):
            if change.type == "retraction":
                message = "the history tells a retraction, and nothing marks the reports that rest on this source"
                said = f"withdrawn: {{date: {change.date}, note: …}}"
                hint = f"if its publisher took it back, say {said}; otherwise type: correction"
                yield context.problem(source, ("history", index, "type"), Code.WITHDRAWN_NOT_SAID, message, hint)
                break


def _unknown_parts(context: Context, source: Source, here: Steps, named: CopyOf | Corrected) -> Iterator[Problem]:
    passages = [passage.at for passage in source.passages]
    for index, at in enumerate(named.passages):
        if at not in passages:
            hint = did_you_mean(at, passages) or f"it has {', '.join(passages[:_LISTED]) or 'none'}"
            message = f"this source has no passage '{at}'"
            yield context.problem(source, (*here, "passages", index), Code.UNKNOWN_PASSAGE, message, hint)
    known = {paragraph.n for paragraph in source.paragraphs}
    for index, number in enumerate(named.paragraphs):
        if number not in known:
            message = f"this source has no paragraph {number}"
            hint = f"it has {', '.join(map(str, sorted(known)[:_LISTED]))}{' …' if len(known) > _LISTED else ''}"
            yield context.problem(source, (*here, "paragraphs", index), Code.UNKNOWN_PARAGRAPH, message, hint)


def hosts_are_what_they_look_like(context: Context) -> Iterator[Problem]:
    """No part of an address's host mixes Latin letters with letters that only look like them."""
    for source in context.chronology.sources.values():
        addresses: list[tuple[Steps, str | None]] = [(("url",), source.url)]
        addresses += [((*steps, "url"), one.url) for steps, one in source.captures]
        addresses += [(("copies", index, "url"), copy.url) for index, copy in enumerate(source.copies)]
        for steps, address in addresses:
            host = urlsplit(address).hostname if address is not None and not address.isascii() else None
            mixed = [part for part in (host or "").split(".") if _LATIN.search(part) and _LOOKS_LATIN.search(part)]
            if mixed:
                message = f"'{mixed[0]}' in the host mixes letters of two alphabets that look alike"
                hint = "look where the address really leads, and write it as that site does"
                yield context.problem(source, steps, Code.MIXED_HOST, message, hint)
