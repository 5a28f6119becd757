"""Which of a claim's reports repeat another: the same first speaker, the same stance, the same figures."""

from collections.abc import Sequence
from typing import Final

from dateline.ground.dates import LATEST
from dateline.pages.shared.as_of import known_on
from dateline.records.chronology import Chronology
from dateline.records.types import Report

_FEW: Final = 6
_WORTH_FOLDING: Final = 3


def repeats(chronology: Chronology, reports: Sequence[Report]) -> frozenset[int]:
    """Return the places of those reports that only repeat another, where that makes a long list shorter.

    Of reports that say the same, the one that appeared first is no repetition, so that a
    page read as of an earlier day shows it too.
    """
    if len(reports) <= _FEW:
        return frozenset()
    first: dict[tuple[object, ...], int] = {}
    for place in sorted(range(len(reports)), key=lambda place: known_on(chronology, reports[place]) or LATEST):
        report = reports[place]
        first.setdefault((chronology.origin(report), report.stance, report.modality, report.figures), place)
    found = frozenset(range(len(reports))) - frozenset(first.values())
    return found if len(found) >= _WORTH_FOLDING else frozenset()
