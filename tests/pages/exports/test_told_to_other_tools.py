"""What other tools are told of records: nothing that is in doubt as if it were certain, and no empty value."""

import json
import re
from itertools import chain
from typing import Any, Final
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from chronologies import FORMS_OF_DATES
from dateline.ground.dates import Day, parse
from dateline.pages.exports.atom import Feed, FeedEntry, atom
from dateline.pages.exports.counts import counts_of_all
from dateline.pages.exports.ftm_values import date_of, dates_of, entity, id_of, page_of, resting_on, wikidata_ids
from dateline.pages.exports.llms import llms_text
from dateline.pages.exports.oembed import oembed
from dateline.pages.exports.table import listed, whole_address
from dateline.pages.linked_data.of_claims import claim_node, event_node, of_events
from dateline.pages.linked_data.schema_org import known_time, without_gaps
from dateline.pages.shared.edition import Edition
from dateline.records.types.shared import Citation
from hypothesis import given
from hypothesis import strategies as st
from in_memory import CLOSED, MASTHEAD, replaced, version_of

SITE: Final = "https://chronology.example/well/"
UPDATED: Final = Day(2031, 3, 4)
ATOM: Final = "{http://www.w3.org/2005/Atom}"


def edition(changes: dict[str, str | None] | None = None, site: str | None = SITE) -> Edition:
    return Edition(version_of(changes).published, site_url=site)


def at(address: str) -> str:
    return f"{SITE}{address}"


# --- dates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "when, told",
    [
        ("2017-11-17", "2017-11-17"),
        ("2017-11", "2017-11"),
        ("2017", "2017"),
        ("2017-11-17T08:30Z", "2017-11-17T08:30Z"),
        ("2017-11-17~", None),
        ("2017-11-17?", None),
        ("2017-24", None),
        ("201X", None),
        ("-0430", None),
        ("0000", None),
        ("2017-11-17/2017-11-19", None),
        ("[2017-11-17,2017-11-19]", None),
    ],
)
def test_a_time_is_told_to_search_engines_only_where_it_is_one_and_certain(when: str, told: str | None) -> None:
    assert known_time(parse(when)) == told


@pytest.mark.parametrize(
    "when, told",
    [
        ("2017-11-17", {"date": ["2017-11-17"]}),
        ("2017-11-17/2017-11-19", {"startDate": ["2017-11-17"], "endDate": ["2017-11-19"]}),
        ("2017-11-17/..", {"startDate": ["2017-11-17"]}),
        ("../2017-11-19", {"endDate": ["2017-11-19"]}),
        ("2017-11-17~/2017-11-19", {"endDate": ["2017-11-19"]}),
        ("{2017-11-17,2017-11-19}", {"date": ["2017-11-17", "2017-11-19"]}),
        ("{2017-11-17~,2017-11-19}", {}),
        ("[2017-11-17,2017-11-19]", {}),
        ("2017-11-17~", {}),
        ("2017-11-17T08:30Z", {"date": ["2017-11-17T08:30:00"]}),
        ("2017-11-17T08:30:05Z", {"date": ["2017-11-17T08:30:05"]}),
        ("2017-11-17T10:30+02:00", {"date": ["2017-11-17T08:30:00"]}),
        ("2017-11-17T00:30+02:00", {"date": ["2017-11-16T22:30:00"]}),
    ],
)
def test_when_something_was_is_told_to_investigators_as_far_as_no_doubt_is_in_it(
    when: str, told: dict[str, list[str]]
) -> None:
    assert dates_of(parse(when)) == told


@pytest.mark.parametrize("when", FORMS_OF_DATES)
def test_every_date_that_is_told_is_a_date_of_the_common_era_in_iso_8601(when: str) -> None:
    for told in filter(
        None, (known_time(parse(when)), date_of(parse(when)), *chain.from_iterable(dates_of(parse(when)).values()))
    ):
        assert re.fullmatch(r"(?!0000)\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?", told)


def test_nothing_is_told_of_no_date() -> None:
    assert date_of(None) is None


# --- entities --------------------------------------------------------------------------------------------------------


def test_an_entity_lists_each_value_once_and_no_property_that_has_none() -> None:
    found = entity(
        "x", "Event", {"name": "One", "alias": ["b", "a", "b", None, ""], "note": None, "date": [], "role": ""}
    )
    assert found == {"id": "x", "schema": "Event", "properties": {"name": ["One"], "alias": ["b", "a"]}}


def test_ids_of_different_things_differ_though_their_parts_have_hyphens() -> None:
    assert id_of("claim", "well", "closed", 1) == "claim.well.closed.1"
    assert id_of("claim", "a-b", "c") != id_of("claim", "a", "b-c")


@pytest.mark.parametrize(
    "address, id_",
    [
        ("https://www.wikidata.org/wiki/Q42", "Q42"),
        ("http://wikidata.org/entity/Q42", "Q42"),
        ("https://m.wikidata.org/wiki/Q42", "Q42"),
        ("https://www.wikidata.org/wiki/Q042", None),
        ("https://www.wikidata.org/wiki/Property:P31", None),
        ("https://www.wikidata.org/wiki/Q42#P31", None),
        ("https://wikidata.org.example/wiki/Q42", None),
    ],
)
def test_only_addresses_of_things_in_wikidata_have_an_id_there(address: str, id_: str | None) -> None:
    assert wikidata_ids(["https://viaf.org/1", address]) == ([id_] if id_ else [])


def test_what_something_rests_on_is_each_source_once_and_each_paragraph() -> None:
    cites = [Citation(source="gazette", paragraph=number) for number in (1, 2)]
    found = resting_on(edition(), *cites, Citation(source="gone", paragraph=1))
    assert found["proof"] == ["source.gazette"]
    assert found["recordId"] == ["sources/gazette/#p1", "sources/gazette/#p2", "sources/gone/#p1"]
    assert next(iter(found["sourceUrl"] or ())) == f"{SITE}sources/gazette/#p1"


def test_addresses_are_whole_where_the_site_is_known_and_never_half_of_one() -> None:
    assert page_of(edition(), "days/") == whole_address(edition(), "days/") == f"{SITE}days/"
    assert page_of(edition(site=None), "days/") is None
    assert whole_address(edition(site=None), "days/") == "/days/"


def test_a_cell_of_several_values_parts_them_and_one_of_none_is_empty() -> None:
    assert listed(["a", 2]) == "a | 2"
    assert listed([]) is None


# --- linked data -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "node, told",
    [
        ({"a": None, "b": [], "c": "", "d": 0, "e": False}, {"d": 0, "e": False}),
        ({"a": ["x"], "b": ["x", "y"], "c": [{}]}, {"a": "x", "b": ["x", "y"], "c": {}}),
    ],
)
def test_a_node_has_nothing_that_is_not_known_and_a_list_of_one_is_that_one(
    node: dict[str, Any], told: dict[str, Any]
) -> None:
    assert without_gaps(node) == told


def node_of(when: str, more: str = "") -> dict[str, Any]:
    text = replaced(CLOSED, ("date: 2031-03-03\n", f"date: {when}\n{more}"))
    made = edition({"events/well": text})
    return dict(event_node(made, made.chronology.events["well"], at))


@pytest.mark.parametrize(
    "when, more, start, end, is_told",
    [
        ("2031-03-03", "", "2031-03-03", None, False),
        ('"2031-03-03/2031-03-05"', "", "2031-03-03", "2031-03-05", False),
        ('"2031-03-03/.."', "", "2031-03-03", None, True),
        ("2031-03-03~", "", None, None, True),
        ("2031-03-03", "date_basis: publication\n", None, None, True),
        ("2031-03-03", "date_basis: inferred\n", "2031-03-03", None, False),
    ],
)
def test_an_event_tells_search_engines_its_dates_or_else_in_words_what_is_known_of_them(
    when: str, more: str, start: str | None, end: str | None, *, is_told: bool
) -> None:
    node = node_of(when, more)
    assert (node.get("startDate"), node.get("endDate")) == (start, end)
    assert ("disambiguatingDescription" in node) == is_told


def test_an_event_has_the_id_that_it_keeps_and_names_its_places_and_actors() -> None:
    node = node_of("2031-03-03", "tags: [water]\n")
    assert node["@id"] == f"{SITE}events/well/"
    assert node["url"] == f"{SITE}days/2031-03-03/#well"
    assert node["location"] == {"@type": "Place", "@id": f"{SITE}places/old-well/", "name": "Old Well"}
    assert node["about"] == {"@id": f"{SITE}actors/council/"}
    assert node["keywords"] == "Water"


def test_an_event_that_is_part_of_another_names_it() -> None:
    whole = replaced(CLOSED, ("title: The well is closed, the clerk says", "title: A year without water"))
    made = edition({"events/year": whole, "events/well": f"{CLOSED}part_of: year\n"})
    node = event_node(made, made.chronology.events["well"], at)
    assert node["superEvent"] == {"@type": "Event", "@id": f"{SITE}events/year/", "name": "A year without water"}
    assert "superEvent" not in event_node(made, made.chronology.events["year"], at)


SECOND: Final = """\
title: Notice of the council
publisher: council
published: 2031-03-01
paragraphs: [{n: 1, begins: The council lets it be known, ends: until further notice}]
"""
DENIED: Final = "\n      - {by: [council], stance: denies, cite: {source: gazette, paragraph: 2}}"
EARLIER: Final = "\n      - {by: [council], cite: {source: notice, paragraph: 1}}"


def claim_of(more: str, **sources: str) -> dict[str, Any]:
    made = edition(
        {"events/well": f"{CLOSED.rstrip()}{more}\n", **{f"sources/{id_}": text for id_, text in sources.items()}}
    )
    return dict(claim_node(made, made.chronology.claims["well#closed"], at))


def test_a_claim_has_those_who_say_so_for_authors_and_never_who_denies_it_nor_a_rating() -> None:
    node = claim_of(DENIED)
    assert node["author"] == {"@id": f"{SITE}actors/clerk/"}
    assert node["appearance"] == {"@id": f"{SITE}sources/gazette/"}
    assert not any("rating" in key.lower() for key in node)
    assert "firstAppearance" not in node


def test_a_claim_first_appeared_in_the_source_that_was_published_first() -> None:
    node = claim_of(EARLIER, notice=SECOND)
    assert [one["@id"] for one in node["author"]] == [f"{SITE}actors/clerk/", f"{SITE}actors/council/"]
    assert node["firstAppearance"] == {"@id": f"{SITE}sources/notice/"}


def test_a_speaker_whose_source_was_withdrawn_is_no_author() -> None:
    withdrawn = f"{SECOND}withdrawn: {{date: 2031-05-01, note: It was wrong.}}\n"
    assert claim_of(EARLIER, notice=withdrawn)["author"] == {"@id": f"{SITE}actors/clerk/"}


def test_the_claims_of_a_heavy_page_are_left_to_the_data() -> None:
    def types(count: int) -> list[Any]:
        claims = "".join(
            f"  - id: c{number}\n    text: Claim {number}.\n"
            "    reports: [{by: [clerk], cite: {source: gazette, paragraph: 1}}]\n"
            for number in range(count)
        )
        made = edition({"events/well": f"{CLOSED[: CLOSED.index('claims:')]}claims:\n{claims}"})
        event, *works = of_events(made, list(made.chronology.events.values()), at)
        assert ("subjectOf" in event) == (works[0]["@type"] != "Dataset")
        return [work["@type"] for work in works]

    assert types(2) == ["NewsArticle"] or "Dataset" not in types(2)
    assert types(60) == ["Dataset"]


# --- feeds, embeds, texts for programs -------------------------------------------------------------------------------


def fed(title: str = "Title", site: str | None = SITE, updated: Day | None = UPDATED) -> ET.Element:
    entries = [FeedEntry(name="one", title=title, summary=title, address="days/x/", updated=updated)]
    feed = Feed(
        path="days/feed.xml", page="days/", name="days", title=title, subtitle="", updated=updated, entries=entries
    )
    return ET.fromstring(atom(edition(site=site), feed))  # noqa: S314 - our own


def test_the_ids_of_a_feed_move_with_nothing_and_its_addresses_are_whole_where_that_can_be() -> None:
    for site in (SITE, None):
        root = fed(site=site)
        ids = [one.text for one in root.iter(f"{ATOM}id")]
        assert ids == ["tag:dateline.invalid,2026:the-well/days", "tag:dateline.invalid,2026:the-well/one"]
        links = [one.get("href", "") for one in root.iter(f"{ATOM}link")]
        assert {urljoin(f"{SITE}days/feed.xml", link) for link in links} == {
            urljoin(SITE, link) for link in ("days/", "days/feed.xml", "days/x/")
        }
        assert all(link.startswith(SITE) == (site is not None) for link in links)


def test_a_feed_tells_no_day_that_the_records_do_not() -> None:
    assert [one.text for one in fed().iter(f"{ATOM}updated")] == ["2031-03-04T00:00:00Z"] * 2
    assert list(fed(updated=None).iter(f"{ATOM}updated")) == []
    assert list(fed().iter(f"{ATOM}published")) == []


@given(st.text(max_size=20))
def test_whatever_a_record_says_a_feed_is_well_formed_and_says_it(text: str) -> None:
    (_, entry) = (one.text or "" for one in fed(text).iter(f"{ATOM}title"))
    shown = "".join(sign for sign in text if sign.isprintable())
    assert shown in entry or "\ufffd" in entry or "".join(filter(str.isprintable, entry)) == shown


def test_what_embeds_a_page_is_told_with_the_frame_and_whose_it_is() -> None:
    told = json.loads(oembed(edition(), "embed/claim/well/closed/", 'A "title" & more', 240))
    assert (told["type"], told["version"], told["height"]) == ("rich", "1.0", 240)
    assert (told["title"], told["provider_url"]) == ('A "title" & more', SITE)
    frame = ET.fromstring(told["html"].replace(" loading=lazy", ""))  # noqa: S314 - our own
    assert frame.get("src") == f"{SITE}embed/claim/well/closed/"
    assert frame.get("title") == 'A "title" & more'


DISPUTE: Final = """\
question: "Is it [closed]?"
kind: occurrence
relation: exclusive
status: open
positions:
  - {id: so, label: It is, claims: [well#closed]}
  - {id: not-so, label: It is not, stance: denies, claims: [well#closed]}
"""


def test_programs_are_told_what_the_site_is_its_disputes_and_its_files_and_no_markup_of_a_record() -> None:
    described = replaced(MASTHEAD, ("feed_id:", "description: A *well*\nfeed_id:"))
    made = edition({"chronology.yml": described, "disputes/over": DISPUTE})
    text = llms_text(made, lambda _: iter([("data/x.json", "All of it")]))
    assert text.startswith("# The well of Lindwell\n\n> A &#42;well&#42;\n")
    assert f"({SITE}disputes/over/): Open" in text
    assert "[Is it [closed]?]" not in text
    assert f"- [x.json]({SITE}data/x.json): All of it" in text
    assert "## Disputes" not in llms_text(edition(), lambda _: iter(()))


def test_disputes_that_are_set_aside_are_not_named_to_programs() -> None:
    made = edition({"disputes/over": f"{DISPUTE}aside: true\n"})
    assert "## Disputes" not in llms_text(made, lambda _: iter(()))


def test_everything_is_counted_once() -> None:
    event = CLOSED.replace("paragraph: 1}}", "paragraph: 1}, figures: [{measure: attended, exact: 4}]}")
    assert edition({"events/well": event, "disputes/over": DISPUTE}).derived(counts_of_all) == {
        "events": 1,
        "claims": 1,
        "reports": 1,
        "figures": 1,
        "sources": 1,
        "actors": 3,
        "places": 2,
        "disputes": 1,
    }
