"""Who says a claim, who is against it, and who passes it on without saying from whom.

A *voice* counts once, however many speak for it and however often it is repeated.  A report that begins a chain
where another has an earlier speaker is that other report told shorter; it is left out and joins nothing.  What a
body published as its own word before it passed on another's is no such report, nor what it states where that other
only alleges.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

from dateline.ground.dates import Day
from dateline.records.chronology import Chronology
from dateline.records.types import Claim, Report

UNNAMED = "unnamed"
PASSING_ON: Final = ("media", "monitor")
"""Kinds of actor of which one expects that they tell what others say."""


@dataclass(frozen=True, slots=True)
class Sayers:
    """Those who take one stand on a claim."""

    voices: tuple[str, ...] = ()
    """Whose word it is, each once, in the order of the reports."""
    stating: tuple[str, ...] = ()
    """Those of them who state it: not as alleged, possible or foretold."""
    unattributed: tuple[str, ...] = ()
    """The publishers that say so, and not from whom they have it."""

    def __bool__(self) -> bool:
        """Return whether there is anybody."""
        return bool(self.voices or self.unattributed)


def supports(report: Report) -> bool:
    """Return whether the report speaks for its claim."""
    return report.stance in {"asserts", "concedes"}


def opposes(report: Report) -> bool:
    """Return whether the report speaks against its claim; to say that it is not confirmed does not."""
    return report.stance in {"denies", "doubts"}


def first_report(claim: Claim) -> Report:
    """Return the report by which a claim is told in a row: the first that supports it, else the first."""
    return next((report for report in claim.reports if supports(report)), claim.reports[0])


def sayers(chronology: Chronology, reports: Iterable[Report]) -> Sayers:
    """Return whose word these reports, all of one stand, are."""
    voices: dict[str, bool] = {}
    publishers: dict[str, None] = {}
    for voice, report in spoken(chronology, reports):
        if voice is None:
            publishers[chronology.origin(report)] = None
        else:
            voices[voice] = voices.get(voice, False) or report.modality == "stated"
    return Sayers(tuple(voices), tuple(voice for voice, states in voices.items() if states), tuple(publishers))


def spoken(chronology: Chronology, reports: Iterable[Report]) -> list[tuple[str | None, Report]]:
    """Return those of some reports, all of one stand, that are told: each with its voice, None if nobody's is given.

    Left out is what only tells another shorter, and what a publisher prints without a source beside its own word.
    """
    kept = [(chronology.voice(report), report) for report in unshortened(chronology, reports)]
    known = {chronology.origin(report) for voice, report in kept if voice is not None}
    return [(voice, report) for voice, report in kept if voice is not None or chronology.origin(report) not in known]


def unshortened(chronology: Chronology, reports: Iterable[Report]) -> list[Report]:
    """Return the reports without those that begin where another goes on: beside [A, B], a bare [B]."""
    every = list(reports)
    if len(every) < 2:  # noqa: PLR2004 - another is needed
        return every
    relays: defaultdict[str, list[Report]] = defaultdict(list)
    for report in every:
        for other in chronology.speakers(report)[1:]:
            relays[other].append(report)  # by which they had it from somebody
    return [report for report in every if not _is_shortened(chronology, report, relays)]


def _is_shortened(chronology: Chronology, report: Report, relays: Mapping[str, Sequence[Report]]) -> bool:
    """Return whether somebody else had it before the first speaker; two who have it from each other are both kept."""
    first = chronology.origin(report)
    had = [
        one
        for one in relays.get(first, ())
        if chronology.origin(one) != first and not _says_more(chronology, report, one)
    ]
    from_elsewhere = (one for one in had if first not in map(chronology.origin, relays.get(chronology.origin(one), ())))
    return not report.own_reporting and any(not _is_older_release(chronology, report, one) for one in from_elsewhere)


def _says_more(chronology: Chronology, report: Report, relay: Report) -> bool:
    """Return whether a body states what it elsewhere passes on as an allegation: a court finds what a party pleads."""
    body = chronology.actors.get(chronology.origin(report))
    is_of_more = body is not None and chronology.behaves_as(body) not in PASSING_ON
    return is_of_more and report.modality == "stated" and relay.modality != "stated"


def _is_older_release(chronology: Chronology, report: Report, relay: Report) -> bool:
    """Return whether somebody published a report as its own word, and only later what it passes on.

    What came first is not the later told shorter.  A medium is no exception to what it prints without a source.
    """
    own = chronology.speakers(report)
    if own != chronology.speakers(relay)[-1:] or chronology.voice(report) is None:
        return False
    day = chronology.sources[report.cite.source].readable_from(report.by)
    later = chronology.sources[relay.cite.source].said_when(relay.by).earliest
    return day is not None and later is not None and day < later


def unretracted(chronology: Chronology, claim: Claim, on: Day | None = None) -> list[Report]:
    """Return the reports of `claim` that nobody has taken back: neither the voice nor the source's publisher.

    What a publisher withdrew after the day `on` still counted then.
    """
    counting = [report for report in claim.reports if chronology.counts(report, on)]
    retracting = {whose(chronology, report) for report in counting if report.stance == "retracts"}
    if not retracting:
        return counting
    return [report for report in counting if whose(chronology, report) not in retracting]


def whose(chronology: Chronology, report: Report) -> str:
    """Return the voice of a report, or the publisher that does not say whose word it passes on."""
    return chronology.voice(report) or chronology.origin(report)


def independent(chronology: Chronology, voices: Collection[str]) -> tuple[str, ...]:
    """Return the voices that bear one another out.

    Unnamed speakers never do so among themselves or for their own side: one counts beside named voices only where it
    is placed on a side that none of them is on; where all are unnamed, they may be one.
    """
    named = [voice for voice in voices if not _is_unnamed(chronology, voice)]
    if not named:
        return tuple(voices)[:1]
    sides = frozenset[str]().union(*(chronology.side_of(voice) for voice in named))
    found = list(named)
    for voice in voices:
        own = chronology.side_of(voice)
        if _is_unnamed(chronology, voice) and own and not own & sides:
            found.append(voice)
            sides |= own
    return tuple(found)


def _is_unnamed(chronology: Chronology, voice: str) -> bool:
    actor = chronology.actors.get(voice)
    return actor is not None and chronology.behaves_as(actor) == UNNAMED


def common_side(chronology: Chronology, voices: Collection[str]) -> str | None:
    """Return the side on which all of two or more voices are placed, if there is one."""
    if len(voices) < 2:  # noqa: PLR2004 - one voice is no side
        return None
    shared = reduce(frozenset.intersection, (chronology.side_of(voice) for voice in voices))
    return min(shared, default=None)
