"""FollowTheMoney: every entity as its published schemata have it, every record told or counted, nobody found who asks
not to be."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from chronologies import FORMS_OF_DATES, edition_of
from dateline.pages.exports.ftm_file import ENTITIES_PATH, entities_held, entities_of
from dateline.pages.exports.ftm_values import wikidata_ids
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import kind_of
from dateline.records.types import Actor
from exported import NAMES, edition_named, exports_named
from projects import SITE_URL

SCHEMATA: Final = json.loads((Path(__file__).with_name("followthemoney.json")).read_text(encoding="utf-8"))["schemata"]
ID: Final = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")
DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2})?)?)?")
Entities = Mapping[str, Any]


def read(content: bytes) -> Entities:
    """Return the entities of a file by their ids, each of which it has once."""
    lines = [json.loads(line) for line in content.decode().splitlines()]
    found = {one["id"]: one for one in lines}
    assert len(found) == len(lines)
    return found


def told(edition: Edition) -> Entities:
    return read("".join(entities_of(edition, record) for record in edition.chronology.records()).encode())


def of_schema(entities: Entities, *schemata: str) -> list[Any]:
    return [one for one in entities.values() if one["schema"] in schemata]


def all_of(schema: str) -> Iterator[str]:
    """Yield a schema and all that it extends."""
    yield schema
    for wider in SCHEMATA[schema].get("extends", ()):
        yield from all_of(wider)


def is_good(value: Any, kind: str, wanted: str, entities: Entities) -> bool:
    """Return whether a value is of the type of its property; of an entity, whether it is one of the schema wanted."""
    match kind:
        case "unknown":
            return False
        case "entity":
            return value in entities and wanted in all_of(entities[value]["schema"])
        case "date":
            return DATE.fullmatch(value) is not None
        case "url":
            return bool(value.startswith(("https://", "http://")))
        case "number":
            return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value) is not None
        case _:
            return isinstance(value, str) and bool(value)


def faults(entity: Any, entities: Entities) -> list[str]:
    """Return what is wrong with an entity by the published schemata."""
    whole = [SCHEMATA[one] for one in all_of(entity["schema"])]
    types = {name: kind for one in whole for name, kind in one.get("properties", {}).items()}
    values = entity["properties"]
    lacking = {name for one in whole for name in one.get("required", ())} - set(values)
    found = [f"lacks {name}" for name in lacking]
    found += ["is abstract"] * bool(whole[0].get("abstract")) + ["id"] * (not ID.fullmatch(entity["id"]))
    for name, several in values.items():
        kind, _, wanted = types.get(name, "unknown").partition(" ")
        found += [f"{name}: {one}" for one in several if not is_good(one, kind, wanted, entities)]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_each_entity_is_as_its_schema_has_it_and_what_it_names_is_there(name: str) -> None:
    entities = read(exports_named(name)[ENTITIES_PATH])
    assert [(one["id"], faults(one, entities)) for one in entities.values() if faults(one, entities)] == []


@pytest.mark.parametrize(
    "values, fault",
    [
        ({"name": ["x"], "colour": ["red"]}, "colour: red"),
        ({"name": ["x"], "date": ["May 2017"]}, "date: May 2017"),
        ({"name": ["x"], "sourceUrl": ["javascript:x"]}, "sourceUrl: javascript:x"),
        ({"name": ["x"], "involved": ["nobody"]}, "involved: nobody"),
        ({"name": ["x"], "involved": ["event"]}, "involved: event"),
        ({"date": ["2017"]}, "lacks name"),
    ],
)
def test_what_the_schemata_have_not_would_be_found(values: Mapping[str, list[str]], fault: str) -> None:
    event = {"id": "event", "schema": "Event", "properties": values}
    assert faults(event, {"event": event}) == [fault]


@pytest.mark.parametrize("name", NAMES)
def test_each_record_claim_and_report_is_there_once(name: str) -> None:
    entities, graph = read(exports_named(name)[ENTITIES_PATH]), edition_named(name).chronology
    records = {f"{kind_of(one)}.{one.id}" for one in graph.records()}
    assert records <= set(entities)
    assert entities_held(edition_named(name)).number == len(records)
    assert len(of_schema(entities, "Note")) == len(graph.claims) + len(graph.disputes)
    reports = [report for context in graph.claims.values() for report in context.claim.reports]
    # Each says where it is told, as no link between a dispute and a claim does.
    links = [one for one in entities.values() if one["properties"].get("object", [""])[0].startswith("claim.")]
    assert sum("recordId" in one["properties"] for one in links) == len(reports) > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_report_leads_from_its_first_speaker_to_the_claim_with_stance_source_and_paragraph(name: str) -> None:
    entities, edition = read(exports_named(name)[ENTITIES_PATH]), edition_named(name)
    for reference, context in edition.chronology.claims.items():
        claim = "claim." + reference.replace("#", ".")
        for number, report in enumerate(context.claim.reports, 1):
            speaker = f"actor.{edition.chronology.origin(report)}"
            found = entities[f"unknownlink.{speaker}.{claim}.{number}"]["properties"]
            assert (found["subject"], found["object"]) == ([speaker], [claim])
            assert (found["role"], found["status"]) == ([report.stance], [report.modality])
            assert found["proof"] == [f"source.{report.cite.source}"]
            assert found["sourceUrl"] == [f"{SITE_URL}{found['recordId'][0]}"]


def test_who_asks_not_to_be_found_is_in_no_entity_and_is_counted() -> None:
    edition = edition_named("base")
    graph = edition.chronology
    petitioners = replace(graph.actors["petitioners"], index=False, name="Nobody Else")
    there = Edition(replace(graph, actors={**graph.actors, petitioners.id: petitioners}), site_url=SITE_URL)
    entities = told(there)
    text = json.dumps(list(entities.values()))
    assert "Nobody Else" not in text
    assert "actor.petitioners" not in text
    said = len(graph.reports_by_speaker[petitioners.id])
    assert len(of_schema(entities, "Documentation")) == said > 0
    assert not [one for one in entities.values() if faults(one, entities)]
    (unlisted, *_) = entities_held(there).left_out
    assert (unlisted.number, entities_held(there).number) == (1, entities_held(edition).number - 1)


@pytest.mark.parametrize(
    "when, dates",
    [
        ("2017-11", {"date": ["2017-11"]}),
        ("2017-11-08T14:30+03:00", {"date": ["2017-11-08T11:30:00"]}),
        ("2017-11-08/2017-12", {"startDate": ["2017-11-08"], "endDate": ["2017-12"]}),
        ("../2017-11-08", {"endDate": ["2017-11-08"]}),
        ("{2017-11-08,2017-11-12}", {"date": ["2017-11-08", "2017-11-12"]}),
        *((when, {}) for when in ("2017-11~", "[2017-11-08,2017-11-09]", "[2017-11-08..2017-11-09]", "201X")),
        *((when, {}) for when in ("-0430", "-0043-03-15", "0000-05-01", "2017-21", "Y12025", "2017-11-08T14Z")),
    ],
)
def test_a_date_is_told_as_far_as_no_doubt_is_in_it(when: str, dates: Mapping[str, list[str]]) -> None:
    edition = edition_of([when])
    (event,) = of_schema(told(edition), "Event")
    assert {name: value for name, value in event["properties"].items() if name.lower().endswith("date")} == dates
    assert event["properties"]["description"]
    (_, undated, _) = entities_held(edition).left_out
    assert undated.number == (not dates)


def test_dates_of_every_form_are_as_the_format_has_them() -> None:
    entities = told(edition_of(FORMS_OF_DATES))
    assert not [fault for one in entities.values() for fault in faults(one, entities)]


def test_an_entity_is_one_line_whatever_a_program_takes_for_the_end_of_one() -> None:
    edition = edition_of(["2017-11-08"])
    (event,) = edition.chronology.events.values()
    broken = replace(event, title="a\u2028b\u2029c\x85d\x1ee\rf")
    assert told(Edition(replace(edition.chronology, events={event.id: broken})))["event.event-0"]["properties"][
        "name"
    ] == [broken.title]


def test_only_an_address_of_a_thing_in_wikidata_is_its_id_there() -> None:
    given = ("https://www.wikidata.org/wiki/Q64", "https://www.wikidata.org/wiki/Q64?x", "https://x.example/wiki/Q1")
    assert wikidata_ids(given) == ["Q64"]


@pytest.mark.parametrize("kind, schema", [("ministry", "PublicBody"), ("unit", "Organization"), ("person", "Person")])
def test_an_actor_is_what_its_kind_says_and_no_more(kind: str, schema: str) -> None:
    edition = edition_of([])
    actor = Actor(id="somebody", name="Somebody", kind=kind)
    there = Edition(replace(edition.chronology, actors={actor.id: actor}))
    (found,) = told(there).values()
    assert found == {"id": "actor.somebody", "schema": schema, "properties": found["properties"]}
    assert "topics" not in found["properties"]
