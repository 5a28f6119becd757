"""The answer to a dispute, or that there is none, as the first words of its page."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from math import comb
from typing import Final

from dateline.ground.dates import in_words
from dateline.ground.languages import ENGLISH, Language, marked
from dateline.pages.wording import words
from dateline.records.chronology import Chronology
from dateline.records.rules.standing import Outcome
from dateline.records.rules.verdicts import verdict
from dateline.records.types import Dispute, Masthead, Resolution, Standpoint

_OPEN: Final = marked("Open: nobody has settled it.")
_OPEN_IN_PART: Final = marked("Open in part: not all of it is settled.")
_SETTLED: Final = marked("Settled by evidence of %(date)s: %(rule)s.")
_SETTLED_IN_PART: Final = marked("Settled in part.")
"""By what stands below: what is so, what is not and what is open is more than a line."""
_SO: Final[Mapping[int, str]] = {1: "so", 2: "both-so"}
_NO_POSITION: Final = marked("Settled by evidence of %(date)s: no position is ruled out.")
_TOLD: Final[Mapping[str, str]] = {
    "so": marked("So: %(positions)s."),
    "both-so": marked("Both so: %(positions)s."),
    "all-so": marked("All so: %(positions)s."),
    "not-so": marked("Not so: %(positions)s."),
}
"""What is told of a settled dispute where it is only named: what is so and what is not."""
_NO_CONFLICT: Final[Mapping[str, str]] = {
    "exclusive": marked("No conflict, as the editors read it."),
    "both-possible": marked("No conflict: the positions can both be true."),
    "different-scope": marked("No conflict: the positions are about different things."),
    "different-time": marked("No conflict: the positions are about different times."),
}
_ALL_POSSIBLE: Final = marked("No conflict: the positions can all be true.")


_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a resolution says of some positions: `so`, `both-so`, `all-so`, `not-so` or `open`; `kept` for a range."""

    kind: str
    positions: tuple[str, ...]


def answer(masthead: Masthead, dispute: Dispute, language: Language = ENGLISH) -> str:
    """Return how a dispute stands, as a sentence; the verdicts on its positions follow."""
    resolution = dispute.resolution
    if dispute.status == "not-a-conflict":
        is_of_several = dispute.relation == "both-possible" and len(dispute.positions) > _TWO
        return language.gettext(_ALL_POSSIBLE if is_of_several else _NO_CONFLICT[dispute.relation])
    if resolution is None or dispute.status == "open":
        message = _OPEN_IN_PART if dispute.status == "partly-resolved" else _OPEN
        return language.gettext(message)
    rule = words.rule_label(masthead, resolution, language)
    return language.gettext(_of_resolution(dispute, resolution), date=in_words(resolution.date, language), rule=rule)


def relation(dispute: Dispute, pairs: Collection[tuple[str, str]], language: Language = ENGLISH) -> str:
    """Return how the positions stand to each other, of which `pairs` are known to exclude each other."""
    count = len(dispute.positions)
    several = words.RELATION_OF_SEVERAL.get(dispute.relation) if count > _TWO else None
    if several is None:
        return language.gettext(words.RELATION_LABEL[dispute.relation])
    if dispute.relation == "exclusive" and len(pairs) == comb(count, _TWO):
        return language.gettext("Each of the positions excludes the others.")
    return language.gettext(several)


def verdicts(chronology: Chronology, dispute: Dispute) -> tuple[Verdict, ...]:
    """Return which positions are so and, of what is settled only in part, which are not so and which are open."""
    resolution = dispute.resolution
    if resolution is None or not resolution.outcome or dispute.status in {"open", "not-a-conflict"}:
        return ()
    if chronology.keeps_range(resolution):
        return (Verdict("kept", _labels(dispute, lambda one: one.id in resolution.outcome)),)
    is_so = _labels(dispute, lambda one: verdict(chronology, dispute, one) is Outcome.SETTLED_STANDS)
    found = [Verdict(_SO.get(len(is_so), "all-so"), is_so)]
    if dispute.status == "partly-resolved":
        found += [
            Verdict("not-so", _labels(dispute, lambda one: verdict(chronology, dispute, one) is Outcome.SETTLED_FALLS)),
            Verdict("open", _labels(dispute, lambda one: verdict(chronology, dispute, one) is Outcome.OPEN)),
        ]
    return tuple(one for one in found if one.positions)


def in_brief(chronology: Chronology, dispute: Dispute, language: Language = ENGLISH) -> str:
    """Return the status of a dispute and, of what is settled, which way, as where it is only named: in a list."""
    status = words.status_label(dispute, language)
    told = which_way(chronology, dispute, language)
    return f"{status}. {told}" if told else status


def which_way(chronology: Chronology, dispute: Dispute, language: Language = ENGLISH) -> str:
    """Return which positions of a dispute are so and which are not, as sentences; nothing where nothing is settled."""
    return " ".join(
        language.gettext(_TOLD[one.kind], positions=language.clauses(one.positions))
        for one in verdicts(chronology, dispute)
        if one.kind in _TOLD
    )


def _labels(dispute: Dispute, wanted: Callable[[Standpoint], bool]) -> tuple[str, ...]:
    return tuple(position.label for position in dispute.positions if wanted(position))


def _of_resolution(dispute: Dispute, resolution: Resolution) -> str:
    if not resolution.outcome:
        return _OPEN_IN_PART if dispute.status == "partly-resolved" else _NO_POSITION
    return _SETTLED_IN_PART if dispute.status == "partly-resolved" else _SETTLED
