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
from dateline.records.types import Dispute, Resolution, Standpoint

_OPEN: Final = marked("Open: nobody has settled it.")
_OPEN_HERE: Final = marked("Open; another question settles some of it.")
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
_SETTLED_STATUSES: Final = frozenset({"resolved", "partly-resolved"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is settled of some positions: `so`, `both-so`, `all-so`, `not-so` or `open`; `kept` for a range.

    Where only claims are settled that no settled position states, it is said of them.
    """

    kind: str
    positions: tuple[str, ...]


def answer(chronology: Chronology, dispute: Dispute, language: Language = ENGLISH) -> str:
    """Return how a dispute stands, as a sentence; the verdicts on its positions follow."""
    resolution, told = dispute.resolution, verdicts(chronology, dispute)
    if dispute.status == "not-a-conflict":
        is_of_several = dispute.relation == "both-possible" and len(dispute.positions) > _TWO
        return language.gettext(_ALL_POSSIBLE if is_of_several else _NO_CONFLICT[dispute.relation])
    if resolution is None or dispute.status == "open":
        if dispute.status == "partly-resolved":
            return language.gettext(_OPEN_IN_PART)
        return language.gettext(_OPEN_HERE if told else _OPEN)
    rule = words.rule_label(chronology.masthead, resolution, language)
    message = _of_resolution(dispute, resolution, told)
    return language.gettext(message, date=in_words(resolution.date, language), rule=rule)


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
    """Return which positions are so and, where that does not say it, which are not so and which are open."""
    resolution = dispute.resolution
    outcome = resolution.outcome if resolution is not None and dispute.status in _SETTLED_STATUSES else ()
    is_range = resolution is not None and bool(outcome) and chronology.keeps_range(resolution)
    how = {one.id: verdict(chronology, dispute, one) for one in dispute.positions}
    kept = _labels(dispute, lambda one: is_range and one.id in outcome and how[one.id] is Outcome.OPEN)
    is_so = _labels(dispute, lambda one: how[one.id] is Outcome.SETTLED_STANDS)
    not_so = _labels(dispute, lambda one: how[one.id] is Outcome.SETTLED_FALLS)
    is_open = _labels(dispute, lambda one: how[one.id] is Outcome.OPEN)
    if resolution is not None and dispute.status == "partly-resolved" and not (is_so or not_so):
        is_so, not_so = _claims(chronology, resolution, "stands"), _claims(chronology, resolution, "falls")
    found = [Verdict("kept", kept), Verdict(_SO.get(len(is_so), "all-so"), is_so)]
    if dispute.status != "resolved" or is_range or not outcome:
        found += [Verdict("not-so", not_so)]
    if dispute.status == "partly-resolved" and outcome and not is_range:
        found += [Verdict("open", is_open)]
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


def _claims(chronology: Chronology, resolution: Resolution, how: str) -> tuple[str, ...]:
    """Return the claims that a resolution settles one way, as they read, each without its full stop."""
    found = (chronology.claims.get(reference) for reference, told in resolution.settles.items() if told == how)
    return tuple(one.claim.text.removesuffix(".") for one in found if one is not None)


def _of_resolution(dispute: Dispute, resolution: Resolution, told: Collection[Verdict]) -> str:
    if dispute.status == "partly-resolved":
        return _SETTLED_IN_PART if any(one.kind != "open" for one in told) else _OPEN_IN_PART
    return _SETTLED if resolution.outcome else _NO_POSITION
