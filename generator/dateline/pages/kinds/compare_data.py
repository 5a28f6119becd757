"""What a party says, as data: from two such files a script makes the comparison of any two."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.ground.json_values import compact_json
from dateline.pages.kinds.pages_of_days import title_of
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

_BY_BROWSERS: Final = re.compile(r"(?:1[6-9]|[2-9][0-9])[0-9]{2}-[0-9]{2}(?:-[0-9]{2})?")
"""Days and months that the script words itself; those of earlier centuries have no weekday."""


def party_json(edition: Edition, key: str) -> str:
    """Return what a party says, of each claim and in each dispute, with the first paragraph that says so."""
    stands = stands_of(edition, key)
    taken = edition.derived(positions_by_party).get(key, {})
    claims = [_claim(edition, reference, stand) for reference, stand in stands.items()]
    disputes = [_dispute(edition, edition.chronology.disputes[id_], taken[id_], stands) for id_ in sorted(taken)]
    found = {"claims": claims, "disputes": disputes, "named": named_periods(edition, (*claims, *disputes))}
    return f"{compact_json(found)}\n"


def named_periods(edition: Edition, told: Iterable[Sequence[object]]) -> dict[str, str]:
    """Return in words what no browser words as the site does: years before our calendar, decades, no date."""
    periods = sorted({str(one[1]) for one in told})
    return {one: title_of(one, edition.language) for one in periods if not _BY_BROWSERS.fullmatch(one)}


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
