"""data/chronology.jsonld: all of it as linked data, in the terms of schema.org and of provenance (PROV-O)."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dateline.ground.json_values import Json, JsonObject, compact_json
from dateline.pages.exports.export import in_lines
from dateline.pages.linked_data.of_claims import claim_node, event_node
from dateline.pages.linked_data.of_records import of_actor, of_place, of_source
from dateline.pages.linked_data.schema_org import without_gaps
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import addresses
from dateline.records.chronology import ClaimInContext
from dateline.records.types import Actor, Claim, Dispute, Event, Place, Record, Report, Source

GRAPH_PATH: Final = "data/chronology.jsonld"
TERMS_PATH: Final = "data/terms.ttl"
_NOWHERE: Final = "https://dateline.invalid/"
"""What addresses are relative to where the site's is not known."""
_REFERENCES: Final = (
    *("about", "appearance", "archivedAt", "author", "firstAppearance"),
    *("publisher", "sameAs", "subjectOf", "superEvent", "url"),
)
"""The properties of schema.org whose texts are addresses."""
_OUR_REFERENCES: Final = ("prov:wasAttributedTo", "prov:wasQuotedFrom")
_NESTED: Final = {"reports": "dl:claim", "paragraphs": "isPartOf"}
"""What stands in a node in the place of many that say by this property that they are of it."""


def terms() -> str:
    """Return what the words are that schema.org and PROV-O have not, and what a graph must satisfy, as Turtle."""
    return Path(__file__).with_name("terms.ttl").read_text(encoding="utf-8")


def nodes_of(edition: Edition, record: Record) -> str:
    """Return the nodes of a record, one a line."""
    return ",\n".join(compact_json(_brief(node)) for node in _nodes(edition, record))


def graph(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Yield the graph with the context that it is read by."""
    context: JsonObject = {
        "@base": edition.site_url or _NOWHERE,
        "@vocab": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "dl": "tag:dateline.invalid,2026:terms/",
        **{name: {"@type": "@id"} for name in (*_REFERENCES, *_OUR_REFERENCES)},
        **{name: {"@reverse": property_} for name, property_ in _NESTED.items()},
    }
    yield f'{{"@context": {compact_json(context)},\n"@graph": ['
    yield from in_lines(pieces)
    yield "\n]}\n"


def _nodes(edition: Edition, record: Record) -> Iterator[JsonObject]:
    match record:
        case Event():
            yield event_node(edition, record, _here) | {"dl:date": record.date.text}
            for claim in record.claims:
                yield from _claim(edition, record, claim)
        case Actor():
            node = of_actor(edition, record, _here)
            yield node | {"@type": [node["@type"], "prov:Agent"]}
        case Place():
            yield of_place(edition, record, _here)
        case Source():
            paragraphs: list[Json] = list(_paragraphs(edition, record))
            yield of_source(edition, record, _here) | ({"paragraphs": paragraphs} if paragraphs else {})
        case Dispute():
            yield _dispute(edition, record)


def _brief(value: Json) -> Json:
    """Return a node whose references are mere addresses where the context says that they are some."""
    if isinstance(value, list):
        return [_brief(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _address_of(one) if name in _REFERENCES or name in _OUR_REFERENCES else _brief(one)
        for name, one in value.items()
    }


def _address_of(value: Json) -> Json:
    if isinstance(value, list):
        return [_address_of(one) for one in value]
    return value["@id"] if isinstance(value, dict) and set(value) == {"@id"} else _brief(value)


def _claim(edition: Edition, event: Event, claim: Claim) -> Iterator[JsonObject]:
    found = edition.assessment(event, claim)
    node = claim_node(edition, ClaimInContext(event, claim), _here)
    reports: list[Json] = [
        _report(edition, str(node["@id"]), number, report) for number, report in enumerate(claim.reports, 1)
    ]
    yield node | {
        "about": addresses.lasting_address(event.id),
        "dl:outcome": found.outcome.value,
        "dl:standing": found.standing.value,
        "reports": reports,
    }


def _report(edition: Edition, claim: str, number: int, report: Report) -> JsonObject:
    speaker = edition.chronology.origin(report)
    return without_gaps(
        {
            "@id": f"{claim}--{number}",
            "@type": "dl:Report",
            "dl:stance": report.stance,
            "dl:modality": report.modality,
            "prov:wasAttributedTo": {"@id": f"actors/{speaker}/"} if speaker else None,
            "prov:wasQuotedFrom": {"@id": addresses.part_address(report.cite.source, report.cite.spot)},
        }
    )


def _paragraphs(edition: Edition, source: Source) -> Iterator[JsonObject]:
    """Yield the paragraphs on which something rests."""
    for spot in dict.fromkeys(use.citation.spot for use in edition.chronology.uses_by_source.get(source.id, ())):
        address = addresses.part_address(source.id, spot)
        yield {"@id": address, "@type": "prov:Entity", "position": str(spot)}


def _dispute(edition: Edition, dispute: Dispute) -> JsonObject:
    positions: list[Json] = [
        {
            "@type": "dl:Position",
            "name": one.label,
            "dl:claim": [{"@id": addresses.lasting_address(*reference.split("#", 1))} for reference in one.claims],
        }
        for one in dispute.positions
    ]
    return {
        "@id": edition.record_address(dispute),
        "@type": "dl:Dispute",
        "name": dispute.question,
        "dl:status": dispute.status,
        "dl:position": positions,
    }


def _here(address: str) -> str:
    """Return an address as it is: the context says what it is relative to."""
    return address
