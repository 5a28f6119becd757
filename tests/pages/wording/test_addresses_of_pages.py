"""Addresses are an interface: what leads where, that nothing leaves its place, and that two of a kind never meet."""

from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from dateline.ground.dates import Day
from dateline.pages.wording import addresses
from dateline.pages.wording.forges import FORGES, GITHUB, forge_of
from dateline.pages.wording.forms import LinkedForm, form_address
from dateline.pages.wording.sections import FIXED_PAGES, SECTIONS, WAYS_IN
from dateline.pages.wording.web_addresses import short_address
from dateline.records.types import Event, RecordKind, Source
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

IDS: Final = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
PLACES: Final = st.lists(IDS, max_size=3).map(lambda parts: "".join(f"{part}/" for part in parts))
SITE: Final = "https://chronology.example/well/"
EVENTS: Final = TypeAdapter(Event)
SOURCES: Final = TypeAdapter(Source)


def event(when: str) -> Event:
    claim = {"id": "losses", "text": "So.", "reports": [{"cite": {"source": "gazette", "paragraph": 1}}]}
    return EVENTS.validate_python(
        {"id": "well", "title": "The well", "date": when, "kind": "closure", "claims": [claim]}
    )


def source(**keys: Any) -> Source:
    told = {
        "id": "gazette",
        "title": "Shut",
        "publisher": "harrow",
        "published": "2031-03-04",
        "paragraphs": [{"n": 1, "begins": "It was shut"}],
        **keys,
    }
    return SOURCES.validate_python(told)


# --- events ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "when, page",
    [
        ("2017-11-17", "2017-11-17"),
        ("2017-11-17T08:30Z", "2017-11-17"),
        ("2017-11", "2017-11"),
        ("2017", "2017"),
        ("201X", "201x"),
        ("20XX", "20xx"),
        ("2XXX", "2xxx"),
        ("-0430", "-0430"),
        ("-043X", "-043x"),
        ("2017-24", "2017"),
        ("2017-11-17/2018-01-02", "2017-11-17"),
        ("2017/..", "2017"),
        ("{2017-11-17,2017-11-19}", "2017-11-17"),
        ("[2017-11-17..2017-11-19]", "2017-11"),
        ("[2017-11-17..2017-12-02]", "2017"),
        ("[2017-11-17..2018-01-02]", "201x"),
        ("[1850..2050]", "open"),
        ("[..2017]", "open"),
        ("XXXX-01-05", "undated"),
    ],
)
def test_an_event_stands_where_it_begins_or_on_the_page_of_the_shortest_period_that_holds_it_for_certain(
    when: str, page: str
) -> None:
    found = event(when)
    assert addresses.event_address(found) == f"days/{page}/#well"
    assert addresses.claim_address(found, found.claims[0]) == f"days/{page}/#well--losses"


def test_an_event_on_a_part_of_a_heavy_day_keeps_its_anchor_there() -> None:
    found = event("2017-11-17")
    assert addresses.event_address(found, "part-2/") == "days/2017-11-17/part-2/#well"
    assert addresses.claim_address(found, found.claims[0], "part-2/") == "days/2017-11-17/part-2/#well--losses"


@pytest.mark.parametrize("when", ["2017-11-17", "2017", "[1850..2050]"])
def test_the_lasting_address_of_an_event_tells_nothing_of_its_date(when: str) -> None:
    found = event(when)
    assert addresses.lasting_address(found.id) == "events/well/"
    assert addresses.lasting_address(found.id, "losses") == "events/well/#losses"
    assert addresses.claim_page_address(found.id, "losses") == "events/well/losses/"


@given(IDS, IDS, IDS, IDS)
def test_the_anchors_of_two_claims_differ_where_their_events_or_their_ids_do(a: str, b: str, c: str, d: str) -> None:
    (one, other) = (f"{a}--{b}", f"{c}--{d}")
    assert (one == other) == ((a, b) == (c, d))
    assert (addresses.claim_page_address(a, b) == addresses.claim_page_address(c, d)) == ((a, b) == (c, d))


@given(IDS, IDS)
def test_a_pair_has_one_address_whichever_is_named_first(one: str, other: str) -> None:
    found = addresses.pair_address(one, other)
    assert found == addresses.pair_address(other, one)
    assert sorted(found.removeprefix("compare/").split("/")) == sorted(["", one, other])


def test_addresses_of_different_things_never_meet() -> None:
    found = [
        addresses.day_address(Day(2017, 11, 17)),
        addresses.lasting_address("x"),
        addresses.claim_page_address("x", "x"),
        addresses.claim_embed_address("x", "x"),
        addresses.dispute_embed_address("x"),
        addresses.oembed_address(addresses.dispute_embed_address("x")),
        addresses.pair_address("x", "y"),
        addresses.party_address("x"),
        addresses.PARTIES,
        addresses.SILENCE,
        addresses.tag_address("x"),
        addresses.cite_address("sources/x/"),
        addresses.figure_address("sources/x/", "strip", "svg"),
        *(addresses.page_address(kind, "x") for kind in RecordKind if kind is not RecordKind.EVENT),
        *(section.address for section in SECTIONS.values()),
    ]
    assert len(set(found)) == len(found)
    assert not any(one.startswith("/") or ".." in one or "//" in one for one in found)


def test_records_have_their_pages_in_the_folder_of_their_kind() -> None:
    assert addresses.record_address(event("2017-11-17")) == "days/2017-11-17/#well"
    assert addresses.record_address(source()) == "sources/gazette/"


@given(PLACES, IDS, st.sampled_from(["svg", "csv"]))
def test_the_page_of_a_figure_is_found_again_from_its_address(page: str, name: str, ending: str) -> None:
    assert addresses.page_of_figure(addresses.figure_address(page, name, ending)) == page


@pytest.mark.parametrize(
    "address, path",
    [
        ("", "index.md"),
        ("#top", "index.md"),
        ("days/2017-11-17/", "days/2017-11-17.md"),
        ("days/2017-11-17/#well", "days/2017-11-17.md"),
        ("days/", "days/index.md"),
        ("sources/", "sources/index.md"),
        ("days/2017-11-17/part-2/", "days/2017-11-17/part-2.md"),
        ("method/", "method.md"),
    ],
)
def test_every_address_of_a_page_has_its_markdown_file(address: str, path: str) -> None:
    assert addresses.source_path(address) == path


def test_the_pages_that_every_site_has_are_found_by_their_addresses() -> None:
    assert {addresses.source_path(section.address) for section in SECTIONS.values()} < set(WAYS_IN) < FIXED_PAGES


# --- relative --------------------------------------------------------------------------------------------------------


@given(PLACES, PLACES, st.one_of(st.just(""), IDS))
def test_a_relative_address_leads_a_browser_where_the_address_on_the_site_does(
    here: str, there: str, anchor: str
) -> None:
    target = f"{there}#{anchor}" if anchor else there
    relative = addresses.relative_from(here)(target)
    assert relative
    assert not relative.startswith("/")
    assert urljoin(f"{SITE}{here}", relative) == f"{SITE}{target}"


def test_an_anchor_of_the_same_page_is_nothing_but_the_anchor() -> None:
    assert addresses.relative_from("days/x/#one")("days/x/#other") == "#other"
    assert addresses.relative_from("days/x/")("days/y/#other") == "../y/#other"
    assert addresses.relative_from("")("") == "./"


# --- sources ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "doi, address",
    [
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("10.1000/a b", "https://doi.org/10.1000/a%20b"),
        ("10.1000/a#b?c", "https://doi.org/10.1000/a%23b%3Fc"),
        ("10.1002/(SICI)1<1::AID>", "https://doi.org/10.1002/%28SICI%291%3C1%3A%3AAID%3E"),
    ],
)
def test_a_doi_is_encoded_but_for_its_slashes(doi: str, address: str) -> None:
    assert addresses.doi_address(doi) == address


@pytest.mark.parametrize(
    "published, moment",
    [
        ("2017-11-17", "20171117"),
        ("2017-11", "20171101"),
        ("2017", "20170101"),
        ("1996-01-01", "19960101"),
        ("1995-12-31", "*"),
        ("-0430", "*"),
        ("../2017", "*"),
    ],
)
def test_an_archive_of_the_web_is_asked_for_the_day_of_publication_unless_it_is_younger_than_that(
    published: str, moment: str
) -> None:
    found = addresses.archive_lookup(source(published=published, url="https://gazette.example/well"))
    assert found == f"https://web.archive.org/web/{moment}/https://gazette.example/well"
    assert addresses.archive_lookup(source(published=published)) is None


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_what_is_percent_encoded_is_read_back_and_holds_nothing_that_means_something_in_an_address(text: str) -> None:
    encoded = addresses.percent_encoded(text)
    assert unquote(encoded) == text
    assert all(character.isalnum() or character in "%-._~" for character in encoded)
    assert encoded.isascii()


# --- addresses of originals, to be read ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url, told",
    [
        ("https://www.example.org/", "example.org"),
        ("https://example.org/a/b/", "example.org/a/b"),
        ("https://user:secret@example.org/a", "example.org/a"),
        ("https://example.org/?q=1", "example.org?q=1"),
        ("https://example.org/%D8%A8", "example.org/ب"),
        ("https://example.org/%FF", "example.org/%FF"),
        ("https://example.org/a%20b", "example.org/a%20b"),
        ("https://example.org/a%E2%80%AEb", "example.org/a%E2%80%AEb"),
        ("https://example.org/a#part", "example.org/a"),
    ],
)
def test_an_address_is_told_decoded_where_that_shows_and_without_what_nobody_reads(url: str, told: str) -> None:
    assert short_address(url) == told


@given(st.lists(st.text("abc", min_size=1, max_size=30), min_size=1, max_size=6))
def test_a_long_address_keeps_its_host_and_the_beginning_of_its_last_part(parts: list[str]) -> None:
    path = "/".join(parts)
    told = short_address(f"https://example.org/{path}")
    if len(path) < 49:
        assert told == f"example.org/{path}"
        return
    assert told.startswith("example.org/")
    assert len(told) <= 60 or len(parts[-1]) <= 24
    assert told.rstrip("…").rpartition("/")[2] in parts[-1]
    assert ("/…/" in told) == (len(parts) > 1)


# --- forges ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "repository, name",
    [
        ("https://github.com/a/b", "github"),
        ("https://gitlab.example.org/a/b", "gitlab"),
        ("https://codeberg.org/a/b", "forgejo"),
        ("https://gitea.example.org/a/b", "forgejo"),
        ("https://bitbucket.org/a/b", "bitbucket"),
        ("https://code.example.org/gitlab/b", "github"),
        (None, "github"),
    ],
)
def test_a_forge_is_told_by_its_host_and_else_is_the_most_common_one(repository: str | None, name: str) -> None:
    assert forge_of(repository) is FORGES[name]
    assert forge_of(repository, "gitlab") is FORGES["gitlab"]


def asked(address: str) -> dict[str, str]:
    query = urlsplit(address).query
    return {unquote(name): unquote(value) for name, value in (pair.split("=") for pair in query.split("&") if pair)}


@pytest.mark.parametrize("form", list(LinkedForm))
def test_a_form_is_filled_in_by_its_link_where_the_forge_has_forms(form: LinkedForm) -> None:
    address = form_address("https://github.com/a/b", GITHUB, form, "well#closed", what_is_wrong="This & that", empty="")
    assert address.startswith("https://github.com/a/b/issues/new?")
    found = asked(address)
    assert found["template"] == f"{form.value}.yml"
    assert found["title"].endswith(": well#closed")
    assert found["what-is-wrong"] == "This & that"
    assert "empty" not in found


def test_a_forge_without_forms_has_the_fields_in_one_text_and_one_without_any_has_a_bare_link() -> None:
    fields = {"what_is_wrong": "This", "where": "There"}
    found = asked(form_address("https://x.example/a", FORGES["gitlab"], LinkedForm.ERROR, "x", **fields))
    assert found == {"issue[title]": "Error: x", "issue[description]": "What-is-wrong: This\n\nWhere: There"}
    bare = form_address("https://x.example/a", FORGES["bitbucket"], LinkedForm.ERROR, "x", **fields)
    assert bare == "https://x.example/a/issues/new"


def test_a_form_about_nothing_has_a_title_without_a_trailing_space() -> None:
    assert asked(form_address("https://x.example", GITHUB, LinkedForm.SOURCE, ""))["title"] == "Source:"
