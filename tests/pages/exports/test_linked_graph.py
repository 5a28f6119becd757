"""The linked data: read by rdflib, as many claims and reports as there are, and held against its shapes by pyshacl."""

import json
from typing import Any

import pytest
from dateline.pages.exports.annotations import ANNOTATIONS_PATH, annotations_held
from dateline.pages.exports.counts import counts_of_all
from dateline.pages.exports.linked_graph import GRAPH_PATH, TERMS_PATH
from exported import NAMES, edition_named, exports_named
from projects import SITE_URL
from pyshacl import validate
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import PROV, RDF

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib's own reader still makes one."""
SCHEMA = Namespace("https://schema.org/")
DL = Namespace("tag:dateline.invalid,2026:terms/")


def read(name: str) -> Graph:
    return Graph().parse(data=exports_named(name)[GRAPH_PATH], format="json-ld")


def conforms(found: Graph) -> tuple[bool, str]:
    shapes = Graph().parse(data=exports_named("base")[TERMS_PATH], format="turtle")
    answer, _, told = validate(found, shacl_graph=shapes, advanced=True)
    return bool(answer), str(told)


@pytest.mark.parametrize("name", NAMES)
def test_it_satisfies_its_shapes_and_has_all_that_the_chronology_has(name: str) -> None:
    found = read(name)
    answer, told = conforms(found)
    assert answer, told
    counts = counts_of_all(edition_named(name))
    kinds = {
        "events": SCHEMA.Event,
        "claims": SCHEMA.Claim,
        "reports": DL.Report,
        "actors": PROV.Agent,
        "disputes": DL.Dispute,
    }
    assert {one: len(set(found.subjects(RDF.type, kind))) for one, kind in kinds.items()} == {
        one: counts[one] for one in kinds
    }


@pytest.mark.parametrize("name", NAMES)
def test_each_report_leads_from_its_claim_to_its_speaker_and_paragraph(name: str) -> None:
    found, edition = read(name), edition_named(name)
    told = {
        (str(found.value(one, DL.claim)), str(found.value(one, PROV.wasAttributedTo)), str(found.value(one, DL.stance)))
        for one in found.subjects(RDF.type, DL.Report)
    }
    assert told == {
        (
            f"{SITE_URL}events/{context.event.id}/#{context.claim.id}",
            f"{SITE_URL}actors/{edition.chronology.origin(report)}/",
            report.stance,
        )
        for context in edition.chronology.claims.values()
        for report in context.claim.reports
    }
    sources = {
        str(found.value(one, PROV.wasQuotedFrom)).partition("#")[0] for one in found.subjects(RDF.type, DL.Report)
    }
    assert sources <= {f"{SITE_URL}sources/{id_}/" for id_ in edition.chronology.sources}


@pytest.mark.parametrize("lost", [DL.outcome, DL.claim, PROV.wasQuotedFrom, SCHEMA.isPartOf])
def test_what_a_shape_asks_for_is_missed(lost: URIRef) -> None:
    found = read("base")
    found.remove((None, lost, None))
    assert not conforms(found)[0]


@pytest.mark.parametrize("name", NAMES)
def test_each_passage_with_claims_is_annotated_or_counted(name: str) -> None:
    edition = edition_named(name)
    page = json.loads(exports_named(name)[ANNOTATIONS_PATH])
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    holding = annotations_held(edition)
    assert holding.number == len(page["items"])
    cited = {key for key, uses in edition.chronology.uses.items() if any(use.claim for use in uses)}
    assert holding.number + holding.left_out[0].number == len(cited)


def test_an_annotation_finds_its_passage_by_its_words_and_names_its_claims_whole() -> None:
    edition = edition_named("base")
    items: list[Any] = json.loads(exports_named("base")[ANNOTATIONS_PATH])["items"]
    for one in items:
        page, _, anchor = one["id"].removeprefix(SITE_URL).partition("#")
        source = edition.chronology.sources[page.split("/")[1]]
        part = edition.chronology.source_parts[source.id, int(anchor.removeprefix("p"))]
        assert one["target"]["source"] == source.url
        assert str(part.begins) in json.dumps(one["target"]["selector"], ensure_ascii=False)
        uses = edition.chronology.uses[source.id, part.spot]
        claims = {f"{use.record.id}/{use.claim.id}" for use in uses if use.claim}
        assert {body.removeprefix(f"{SITE_URL}events/").rstrip("/") for body in one["body"]} == claims
    assert items
