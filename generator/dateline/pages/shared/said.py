"""Who says a claim and who does not, each once: from the claim's assessment, with dissent first."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.pages.shared.reported import Reporting
from dateline.pages.shared.views import Said, VoiceChip
from dateline.pages.wording import outcomes, words
from dateline.records.rules.attribution import Sayers, opposes, supports, unretracted, whose
from dateline.records.rules.standing import Assessment
from dateline.records.types import Claim, Report

_DOES: Final = {"denies": "against", "doubts": "against", "unconfirmed": "unconfirmed", "retracts": "retracts"}
"""What somebody does who does not say so."""
_FIRST: Final = ("denies", "doubts", "unconfirmed", "concedes", "asserts")
"""Of several stances that one voice takes in one respect, the one that is told."""


def said_of(edition: Reporting, found: Assessment, claim: Claim) -> Said:
    """Return who says a claim and who does not, as `found` weighs them."""
    chips = (*_retracting(edition, claim), *_chips(edition, found, claim))
    side, masthead = edition.term("sides", found.side), edition.chronology.masthead
    return Said(outcomes.numbers(found, side, masthead, edition.language), chips)


def _chips(edition: Reporting, found: Assessment, claim: Claim) -> Iterator[VoiceChip]:
    chronology = edition.chronology
    left = set(map(id, unretracted(chronology, claim)))

    def of(sayers: Sayers, takes_part: Callable[[Report], bool], publishers: Collection[str]) -> list[VoiceChip]:
        reports = [one for one in enumerate(claim.reports) if id(one[1]) in left and takes_part(one[1])]
        voices = (_chip(edition, v, [one for one in reports if chronology.voice(one[1]) == v]) for v in sayers.voices)
        passing = (_chip(edition, p, _unattributed(edition, reports, p), is_attributed=False) for p in publishers)
        return sorted((*voices, *passing), key=lambda chip: (not chip.is_attributed, -len(chip.places)))

    yield from of(found.opposing, opposes, found.opposing.unattributed)
    yield from of(found.unconfirmed, lambda report: report.stance == "unconfirmed", found.unconfirmed.unattributed)
    # Where somebody's word it is, those who only pass it on are counted, and not named.
    only = () if found.supporting.voices else found.supporting.unattributed
    yield from of(found.supporting, supports, only)


def _unattributed(edition: Reporting, reports: list[tuple[int, Report]], publisher: str) -> list[tuple[int, Report]]:
    chronology = edition.chronology
    return [
        (place, report)
        for place, report in reports
        if chronology.voice(report) is None and chronology.origin(report) == publisher
    ]


def _retracting(edition: Reporting, claim: Claim) -> Iterator[VoiceChip]:
    chronology = edition.chronology
    back = [
        (place, report)
        for place, report in enumerate(claim.reports)
        if report.stance == "retracts" and chronology.counts(report)
    ]
    for speaker in dict.fromkeys(whose(chronology, report) for _, report in back):
        reports = [(place, report) for place, report in back if whose(chronology, report) == speaker]
        yield _chip(edition, speaker, reports, is_attributed=chronology.voice(reports[0][1]) is not None)


def _chip(
    edition: Reporting, speaker: str, reports: list[tuple[int, Report]], *, is_attributed: bool = True
) -> VoiceChip:
    """Return the chip of somebody, by these of a claim's reports, each with its place."""
    told = [report for _, report in reports]
    stance = min((report.stance for report in told), key=lambda one: _FIRST.index(one) if one in _FIRST else -1)
    return replace(
        chip_of(edition, speaker, told, stance, is_attributed=is_attributed),
        does=_DOES.get(stance, "says" if is_attributed else "passes"),
        places=tuple(place for place, _ in reports),
    )


def chip_of(edition: Reporting, speaker: str, told: Sequence[Report], stance: str, *, is_attributed: bool) -> VoiceChip:
    """Return the chip of somebody who takes a stance by these reports, which are placed in their own order."""
    language, sides = edition.language, edition.chronology.side_of(speaker)
    is_stated = any(report.modality == "stated" for report in told)
    return VoiceChip(
        link=edition.actor(speaker),
        side=next(iter(sides)) if len(sides) == 1 else "",
        stance=stance,
        words=words.how(stance, "stated" if is_stated else told[0].modality, language),
        first=edition.paragraph(told[0].cite),
        runs_on=told[0].cite.paragraph is None,
        places=tuple(range(len(told))),
        reports=language.ngettext("%(count)s report", "%(count)s reports", len(told)) if len(told) > 1 else "",
        is_attributed=is_attributed,
    )
