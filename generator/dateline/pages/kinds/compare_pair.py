"""Two parties by day: on what they contradict each other, agree, and of what only one of them speaks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from dateline.ground.languages import marked
from dateline.pages.kinds.pages_of_days import title_of
from dateline.pages.shared.budgets import PAIR
from dateline.pages.shared.common_ground import (
    Common,
    Matter,
    Relation,
    Stand,
    common_in_words,
    is_in_common_dispute,
    matters_of,
    positions_by_party,
    reports_for,
    stands_of,
)
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.parties import Party, PartyKind, party_name, party_of, reports_by_party
from dateline.pages.shared.views import CitationView, Link
from dateline.pages.wording import addresses, outcomes, verdict_words, words
from dateline.records.types import Dispute, Report

RELATION_LABEL: Final = {
    Relation.CONTRADICT: marked("Contradict each other"),
    Relation.AGREE: marked("Agree"),
    Relation.DIFFER: marked("Say different things"),
}
MOST_ALONE: Final = 3
"""How many claims of a day are named of which only one speaks."""
_CITED: Final = 2


@dataclass(frozen=True, slots=True)
class PartyView:
    """One of the two."""

    key: str
    name: str
    link: Link | None
    """Its page, if it has one."""
    reports: int
    sources: int
    """From how many sources its word is known."""


@dataclass(frozen=True, slots=True)
class SaidOfIt:
    """What one of the two says in a matter, and where."""

    words: str
    labels: tuple[str, ...]
    """The positions that it takes, where the matter is a dispute."""
    citations: tuple[CitationView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class MatterView:
    """A matter on which both are heard."""

    relation: str
    relation_label: str
    link: Link
    outcome: str
    """The outcome of a claim; empty for a dispute."""
    outcome_label: str
    """The label of the outcome; of a dispute its status, and which way it is settled."""
    said: tuple[SaidOfIt, SaidOfIt]


@dataclass(frozen=True, slots=True)
class Alone:
    """Of what only one of the two speaks on a day."""

    claims: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DayOfTwo:
    """A day, month or year with what both say of it."""

    name: str
    address: str
    matters: tuple[MatterView, ...]
    alone: tuple[Alone, Alone]


@dataclass(frozen=True, slots=True)
class PairView:
    """The page that holds two parties beside each other."""

    template: ClassVar[str] = "compare_pair"
    edit_path: ClassVar[None] = None
    address: str
    title: str
    description: str
    whole: Link
    parties: tuple[PartyView, PartyView]
    common: str
    counts: tuple[tuple[str, str, int], ...]
    """How often the two stand in each relation to each other."""
    days: tuple[DayOfTwo, ...]
    elsewhere: tuple[tuple[int, int], tuple[int, int]]
    """Of how many further claims only one speaks, on how many other days."""
    left: tuple[int, int]
    """On how many further matters both are heard, on how many other days; (0, 0) where every such day is shown."""
    every: str
    """The address at which a script compares the two on every day."""


def pair_view(edition: Edition, one: str, other: str) -> PairView:
    """Return the page of two parties, given in the order of their keys."""
    matters = matters_of(edition, one, other)
    stands = (stands_of(edition, one), stands_of(edition, other))
    parties = (party_view(edition, one), party_view(edition, other))
    common = common_of(matters)
    title = edition.language.gettext("%(one)s / %(other)s", one=parties[0].name, other=parties[1].name)
    found = common_in_words(common, edition.language)
    shown = _shown(matters)
    further = [_day_of(matter) for matter in matters if _day_of(matter) not in shown]
    days, elsewhere = _days(edition, (one, other), [matter for matter in matters if _day_of(matter) in shown], stands)
    return PairView(
        address=addresses.pair_address(one, other),
        title=title,
        description=edition.language.gettext("%(pair)s by day, as reported: %(common)s.", pair=title, common=found),
        whole=compare_link(edition),
        parties=parties,
        common=found,
        counts=tuple(
            (relation.value, edition.language.gettext(label), sum(one.relation is relation for one in matters))
            for relation, label in RELATION_LABEL.items()
        ),
        days=days,
        elsewhere=elsewhere,
        left=(len(further), len(set(further))),
        every=f"{addresses.COMPARE}?a={one}&b={other}&all",
    )


def compare_link(edition: Edition) -> Link:
    """Return the link to the page from which any two can be compared."""
    return Link(edition.language.gettext("Compare"), addresses.COMPARE)


def common_of(matters: Iterable[Matter]) -> Common:
    """Return how often two stand in which relation to each other."""
    found = Common()
    for matter in matters:
        found = found.with_one(matter.relation, in_dispute=matter.dispute is not None)
    return found


def party_view(edition: Edition, key: str) -> PartyView:
    """Return a party with how much is known of its word."""
    party = party_of(key)
    reports = edition.derived(reports_by_party).get(key, ())
    return PartyView(
        key=key,
        name=party_name(edition, party),
        link=_page_of(edition, party),
        reports=len(reports),
        sources=len({one.report.cite.source for one in reports}),
    )


def _page_of(edition: Edition, party: Party) -> Link | None:
    return None if party.kind is PartyKind.SIDE else edition.actor(party.id)


def _day_of(matter: Matter) -> str:
    return addresses.period_of(matter.event.date)


def _shown(matters: Sequence[Matter]) -> set[str]:
    """Return the days that a page has room for: first those on which the two contradict each other.

    So the pages of pairs grow as records do: there are more pairs of more disputes, and each pair has more days.
    """
    counts = Counter(map(_day_of, matters))
    opposed = {_day_of(matter) for matter in matters if matter.relation is Relation.CONTRADICT}
    room, shown = PAIR, set[str]()
    for day in sorted(counts, key=lambda day: day not in opposed):  # and in their order
        room -= 1 + counts[day]
        if shown and room < 0:
            break
        shown.add(day)
    return shown


def _days(
    edition: Edition,
    keys: tuple[str, str],
    matters: Sequence[Matter],
    stands: tuple[dict[str, Stand], dict[str, Stand]],
) -> tuple[tuple[DayOfTwo, ...], tuple[tuple[int, int], tuple[int, int]]]:
    by_day: defaultdict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        by_day[_day_of(matter)].append(matter)
    alone = [_alone_by_day(edition, keys, said, answered) for said, answered in (stands, stands[::-1])]
    days = tuple(
        DayOfTwo(
            name=title_of(day, edition.language),
            address=f"days/{day}/",
            matters=tuple(_matter_view(edition, keys, stands, matter) for matter in found),
            alone=(_alone(edition, alone[0].get(day, ())), _alone(edition, alone[1].get(day, ()))),
        )
        for day, found in by_day.items()
    )
    left = [{day: claims for day, claims in found.items() if day not in by_day} for found in alone]
    counts = [(sum(map(len, found.values())), len(found)) for found in left]
    return days, (counts[0], counts[1])


def _alone_by_day(
    edition: Edition, keys: tuple[str, str], said: dict[str, Stand], answered: dict[str, Stand]
) -> dict[str, list[Stand]]:
    found: defaultdict[str, list[Stand]] = defaultdict(list)
    for reference, stand in said.items():
        if reference not in answered and not is_in_common_dispute(edition, reference, *keys):
            found[addresses.period_of(stand.context.event.date)].append(stand)
    return dict(found)


def _alone(edition: Edition, stands: Sequence[Stand]) -> Alone:
    named = stands if len(stands) <= MOST_ALONE + 1 else stands[:MOST_ALONE]
    links = tuple(edition.claim_link(stand.context.event, stand.context.claim) for stand in named)
    return Alone(links, len(stands) - len(links))


def _matter_view(
    edition: Edition, keys: tuple[str, str], stands: tuple[dict[str, Stand], dict[str, Stand]], matter: Matter
) -> MatterView:
    label = edition.language.gettext(RELATION_LABEL[matter.relation])
    if matter.dispute is not None:
        dispute = matter.dispute
        link = edition.dispute(dispute)
        said = [_on_dispute(edition, dispute, key, own) for key, own in zip(keys, stands, strict=True)]
        brief = verdict_words.in_brief(edition.chronology, dispute, edition.language)
        return MatterView(matter.relation.value, label, link, "", brief, (said[0], said[1]))
    assert matter.context is not None  # noqa: S101 - a matter is one of the two
    event, claim = matter.context.event, matter.context.claim
    outcome = edition.outcome(event, claim)
    told = [_on_claim(edition, own[matter.context.reference]) for own in stands]
    return MatterView(
        matter.relation.value,
        label,
        edition.claim_link(event, claim),
        outcome.value,
        edition.language.gettext(outcomes.OUTCOME_LABEL[outcome]),
        (told[0], told[1]),
    )


def _on_claim(edition: Edition, stand: Stand) -> SaidOfIt:
    ways = dict.fromkeys(_way(edition, report) for report in stand.reports)
    return _said(edition, edition.language.listed(ways), (), stand.reports)


def _way(edition: Edition, report: Report) -> str:
    stance = edition.language.gettext(words.STANCE_LABEL[report.stance])
    if report.modality == "stated":
        return stance
    return edition.language.gettext(
        "%(stance)s %(modality)s",
        stance=stance,
        modality=edition.language.gettext(words.MODALITY_LABEL[report.modality]),
    )


def _on_dispute(edition: Edition, dispute: Dispute, key: str, stands: dict[str, Stand]) -> SaidOfIt:
    taken = edition.derived(positions_by_party)[key][dispute.id]
    labels = tuple(standpoint.label for standpoint in dispute.positions if standpoint.id in taken)
    return _said(edition, "", labels, reports_for(dispute, taken, stands))


def _said(edition: Edition, told: str, labels: tuple[str, ...], reports: Sequence[Report]) -> SaidOfIt:
    cited = tuple(edition.citation(report.cite, report.by) for report in reports[:_CITED])
    return SaidOfIt(told, labels, cited, len(reports) - len(cited))
