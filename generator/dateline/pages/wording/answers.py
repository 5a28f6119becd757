"""The answer to a dispute, or that there is none, as the first words of its page."""

from collections.abc import Mapping
from typing import Final

from dateline.ground.dates import in_words
from dateline.ground.languages import ENGLISH, Language, marked
from dateline.records.types import Dispute, Resolution

_OPEN: Final = marked("Open: nobody has settled it.")
_OPEN_IN_PART: Final = marked("Open in part: not all of it is settled.")
_SETTLED: Final[Mapping[str, str]] = {
    "later-reporting": marked("Settled on %(date)s by later reporting:"),
    "concession": marked("Settled on %(date)s by a concession:"),
    "imagery": marked("Settled on %(date)s by pictures:"),
    "official-finding": marked("Settled on %(date)s by an official finding:"),
    "range-kept": marked("Settled on %(date)s by keeping the range of all figures:"),
    "retraction": marked("Settled on %(date)s by a retraction:"),
    "not-a-conflict": marked("Settled on %(date)s, being no conflict:"),
}
_SETTLED_IN_PART: Final[Mapping[str, str]] = {
    "later-reporting": marked("Settled in part on %(date)s by later reporting:"),
    "concession": marked("Settled in part on %(date)s by a concession:"),
    "imagery": marked("Settled in part on %(date)s by pictures:"),
    "official-finding": marked("Settled in part on %(date)s by an official finding:"),
    "range-kept": marked("Settled in part on %(date)s, by keeping the range of all figures:"),
    "retraction": marked("Settled in part on %(date)s by a retraction:"),
    "not-a-conflict": marked("Settled in part on %(date)s, being no conflict:"),
}
_NO_POSITION: Final = marked("Settled on %(date)s: no position is ruled out.")
_NO_CONFLICT: Final[Mapping[str, str]] = {
    "exclusive": marked("No conflict, as the editors read it."),
    "both-possible": marked("No conflict: the positions can both be true."),
    "different-scope": marked("No conflict: the positions are about different things."),
    "different-time": marked("No conflict: the positions are about different times."),
}


def answer(dispute: Dispute, language: Language = ENGLISH) -> str:
    """Return how a dispute stands, as a sentence; one that ends in a colon is followed by what stands."""
    resolution = dispute.resolution
    if dispute.status == "not-a-conflict":
        return language.gettext(_NO_CONFLICT[dispute.relation])
    if resolution is None or dispute.status == "open":
        return language.gettext(_OPEN_IN_PART if dispute.status == "partly-resolved" else _OPEN)
    return language.gettext(_of_resolution(dispute, resolution), date=in_words(resolution.date, language))


def standing_positions(dispute: Dispute) -> tuple[str, ...]:
    """Return the labels of the positions that stand, where the answer names any."""
    if dispute.resolution is None or dispute.status in {"open", "not-a-conflict"}:
        return ()
    labels = {standpoint.id: standpoint.label for standpoint in dispute.positions}
    return tuple(labels[position] for position in dispute.resolution.outcome)


def _of_resolution(dispute: Dispute, resolution: Resolution) -> str:
    if not resolution.outcome:
        return _OPEN_IN_PART if dispute.status == "partly-resolved" else _NO_POSITION
    return (_SETTLED_IN_PART if dispute.status == "partly-resolved" else _SETTLED)[resolution.rule]
