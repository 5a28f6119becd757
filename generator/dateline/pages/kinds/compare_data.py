"""What a party says, as data: from two such files a script makes the comparison of any two."""

import json
from collections.abc import Iterable, Sequence

from dateline.pages.shared.common_ground import (
    Stand,
    first_event,
    positions_by_party,
    positions_exclude,
    reports_for,
    stands_of,
)
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import addresses
from dateline.pages.wording.places_in_sources import spot_in_words
from dateline.records.types import Dispute, Report
from dateline.records.types.spots import anchor_of


def party_json(edition: Edition, key: str) -> str:
    """Return what a party says, of each claim and in each dispute, with the first paragraph that says so."""
    stands = stands_of(edition, key)
    taken = edition.derived(positions_by_party).get(key, {})
    found = {
        "claims": [_claim(edition, reference, stand) for reference, stand in stands.items()],
        "disputes": [_dispute(edition, edition.chronology.disputes[id_], taken[id_], stands) for id_ in sorted(taken)],
    }
    return f"{json.dumps(found, ensure_ascii=False, separators=(',', ':'))}\n"


def _claim(edition: Edition, reference: str, stand: Stand) -> Sequence[object]:
    """Return a claim: reference, day, text, sign, who says so, paragraph, disputes."""
    disputes = edition.chronology.disputes_by_claim.get(reference, ())
    context = stand.context
    return (
        reference,
        addresses.period_of(context.event.date),
        context.claim.text,
        stand.sign.value,
        *_cited(edition, stand.reports),
        [dispute.id for dispute in disputes],
    )


def _dispute(edition: Edition, dispute: Dispute, taken: Sequence[str], stands: dict[str, Stand]) -> Sequence[object]:
    """Return a dispute: id, day, question, whether its positions exclude each other, those taken, who, paragraph."""
    return (
        dispute.id,
        addresses.period_of(first_event(edition, dispute).date),
        dispute.question,
        int(positions_exclude(dispute)),
        [(one.id, one.label) for one in dispute.positions if one.id in taken],
        *_cited(edition, reports_for(dispute, taken, stands)),
    )


def _cited(edition: Edition, reports: Iterable[Report]) -> tuple[str, str]:
    """Return who says so first, and where: its address, and of a passage behind a space its name as well."""
    first = next(iter(reports))
    cited = edition.citation(first.cite, first.by)
    told = cited.speakers[0].text
    for speaker in cited.speakers[1:]:
        told = edition.language.gettext("%(what)s, as reported by %(speaker)s", what=told, speaker=speaker.text)
    source, spot = edition.chronology.sources[first.cite.source], first.cite.spot
    named = f" {spot_in_words(source, spot, edition.language)}" if isinstance(spot, str) else ""
    return told, f"{source.id}#{anchor_of(spot)}{named}"
