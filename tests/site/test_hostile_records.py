"""A chronology whose every text is hostile: it is published as typed, and nothing in it comes to life."""

import dataclasses
import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from browsing import complaints, served
from dateline.ground.dates import Edtf
from dateline.records import loading
from html_reading import Node, folded, read_file, skeleton
from playwright.sync_api import Browser
from projects import ADDRESSES, CASES, build, make_project, once, pages_of

CONTENT = CASES / "hostile" / "content"
_DATA = "application/ld+json"
_OPENING = re.compile(r'"[^"\\\n]*?(?P<payload> <script>window\.dlHacked=1</script><img(?:[^"\\\n]|\\.)*)"')
_LOCATOR = re.compile(r'(?P<payload> <script>window\.dlHacked=1</script><i/onclick(?:[^"\\\n]|\\.)*)"')
_KEY = re.compile(r'(?P<payload> \\">(?:[^"\\\n]|\\.)*)"')
_FIXED_IDS = frozenset({"id", "sha256"})
SEEN_ON_NO_PAGE = frozenset(
    {
        "chronology.contact",
        "chronology.loaded_words",  # for editors
        "event.media.alt",  # in the place of the picture
        "page.description",  # only in the head
        "page.index.title",  # the home page bears the chronology's title
        "page.method.description",
        "vocabulary.event_kinds",
        "vocabulary.event_kinds.description",
        "vocabulary.roles",
        "vocabulary.roles.description",
        "vocabulary.measures",
        "vocabulary.measures.description",
        "vocabulary.sides",
        "vocabulary.sides.description",
        "vocabulary.place_kinds",
        "vocabulary.place_kinds.description",
        "vocabulary.actor_kinds",
        "vocabulary.actor_kinds.description",
        "vocabulary.source_kinds",
        "vocabulary.source_kinds.description",
        "vocabulary.dispute_kinds",
        "vocabulary.dispute_kinds.description",
        "vocabulary.resolution_rules",
        "vocabulary.resolution_rules.description",
        "vocabulary.relations",
        "vocabulary.relations.description",
    }
)


@pytest.fixture(scope="session")
def hostile_site(shared: Path) -> Path:
    """The site of the hostile chronology."""
    return _built(shared, "hostile", harmless=False)


@pytest.fixture(scope="session")
def harmless_site(shared: Path) -> Path:
    """The same chronology with every hostile text replaced by a harmless one as wide; Markdown bodies are the same."""
    return _built(shared, "harmless", harmless=True)


def test_the_fixture_fills_every_text_field_of_every_kind_of_record() -> None:
    corpus, problems = loading.load(CONTENT, CONTENT.parent)
    assert problems == []
    records: list[Any] = [filed.record for kind in corpus.records.values() for filed in kind.values()]
    assert corpus.masthead is not None
    assert corpus.graveyard is not None
    assert corpus.brief is not None
    records += [corpus.masthead.record, corpus.graveyard.record, corpus.brief.record]
    records += [page.head for page in corpus.pages.values()]
    found: dict[str, bool] = {}
    for record in records:
        for field, value in _texts(record):
            found[field] = found.get(field, False) or "dlHacked" in value
    chosen_from_a_list = {field for field, is_hostile in found.items() if not is_hostile and not field.endswith(".id")}
    assert chosen_from_a_list <= {
        "ActorLikeness.actor",
        "ActorTerm.like",
        "Actor.same_as",
        "Actor.succeeds",
        "Place.same_as",
        "Place.succeeds",
        "PlaceLikeness.place",
        "Actor.names.key",
        "Masthead.feed_id",
        "Masthead.language",
        "Masthead.languages",
        "Masthead.timezone",
        "Place.names.key",
        "Source.language",
        "Membership.actor",
        "DatedName.language",
        "ActorRole.actor",
        "Archive.url",
        "BriefSentence.claims",
        "BriefSentence.outcomes",
        "BriefSentence.outcomes.key",
        "Change.dispute",
        "Change.type",
        "Citation.source",
        "Control.extent",
        "Control.holder",
        "Control.place",
        "Copy.publisher",
        "Copy.url",
        "CopyOf.source",
        "DisputeTerm.like",
        "DisputedLine.dispute",
        "Dispute.relation",
        "Dispute.status",
        "Event.calendar",
        "Event.date_basis",
        "Actor.state",
        "Dispute.state",
        "Event.state",
        "Place.state",
        "Source.state",
        "Event.weight",
        "Figure.of",
        "Ownership.kind",
        "Ownership.of",
        "Place.precision",
        "LiesIn.place",
        "Place.globe",
        "PlaceRole.place",
        "Reading.extent",
        "Reading.of",
        "Event.part_of",
        "Picture.image",
        "Event.tags",
        "Vocabulary.tags.key",
        "RelatedEvent.by",
        "RelatedEvent.event",
        "RelationTerm.like",
        "Report.by",
        "Report.modality",
        "Report.stance",
        "Resolution.outcome",
        "Resolution.settles",
        "Resolution.settles.key",
        "RuleTerm.like",
        "Source.access",
        "Source.coverage",
        "Source.isbn",
        "Source.locators",
        "Source.unknown",
        "Creator.actor",
        "CopyOf.passages",
        "Corrected.passages",
        "SourceTerm.like",
        "Source.publisher",
        "Source.rights",
        "Source.titles.key",
        "Source.url",
        "SpeaksFor.actor",
        "Standpoint.claims",
        "Standpoint.stance",
        "Tombstone.instead",
        "Tombstone.kind",
    }


def test_every_text_field_of_the_record_types_is_in_the_fixture() -> None:
    corpus, _ = loading.load(CONTENT, CONTENT.parent)
    assert corpus.masthead is not None
    records: list[Any] = [filed.record for kind in corpus.records.values() for filed in kind.values()]
    records += [corpus.masthead.record]
    seen: dict[str, bool] = {}
    for record in records:
        for owner, name, value in _fields(record):
            seen[f"{owner}.{name}"] = seen.get(f"{owner}.{name}", False) or value not in (None, (), {}, "")
    numbers = {
        "Event.added",
        "Event.seq",
        "Figure.max",
        "Figure.exact",
        "Paragraph.sha256",
        "Paragraph.pdf_page",
        "SourcePassage.sha256",
        "Figure.unit",
        "Figure.currency",
        "Figure.out_of",
        "MeasureTerm.unit",
        "MeasureTerm.currency",
    }
    numbers |= {"Paragraph.pdf_page", "SourcePassage.sha256"}
    ids = {"Claim.accuses", "Claim.when", "Report.restates", "Standpoint.rests_on"}
    ids |= {"Source.unknown"}
    unprinted = {"Claim.unlike", "Event.unlike"}  # for editors: no page tells why two records are not one
    unprinted |= {f"{owner}.withheld" for owner in ("Actor", "Claim", "Dispute", "Event", "Place", "Source")}
    assert {field for field, is_filled in seen.items() if not is_filled} <= numbers | ids | unprinted


def test_every_text_comes_out_as_typed_on_some_page(hostile_site: Path) -> None:
    shown = folded(" ".join(read_file(page).element("body").text for page in pages_of(hostile_site)))
    missing = {where for where, text in _payloads() if folded(text) not in shown}
    assert missing == SEEN_ON_NO_PAGE


def test_hostile_text_adds_no_element_and_no_attribute_to_any_page(hostile_site: Path, harmless_site: Path) -> None:
    pages = {page.relative_to(hostile_site): page for page in pages_of(hostile_site)}
    assert sorted(pages) == [page.relative_to(harmless_site) for page in pages_of(harmless_site)]
    for name, page in pages.items():
        assert skeleton(read_file(page)) == skeleton(read_file(harmless_site / name)), name


def test_the_only_scripts_are_those_of_the_theme(hostile_site: Path, small_site: Path) -> None:
    known = {_script(node) for page in pages_of(small_site) for node in _scripts(page)}
    for page in pages_of(hostile_site):
        assert {_script(node) for node in _scripts(page)} <= known, page


def test_data_for_machines_stays_data(hostile_site: Path) -> None:
    for page in pages_of(hostile_site):
        for node in read_file(page).elements("script"):
            if node.get("type") == _DATA:
                assert json.loads(node.text)["@context"] == "https://schema.org", page


def test_no_page_has_an_event_handler_or_an_active_address(hostile_site: Path) -> None:
    for page in pages_of(hostile_site):
        for node in read_file(page).elements():
            assert not [name for name in node.attributes if name.startswith("on")], page
            for name in ("href", "src", "action", "formaction", "srcdoc"):
                assert re.match(r"(https?://|[^:]*$|[^:]*[#?])", node.get(name) or ""), (page, node[name])
            if node.tag == "base":  # an embed's links open in the whole window, wherever they lead
                assert node.attributes == {"target": "_top"}, page
            is_search = _is_search_of_404(node) and page == hostile_site / "404.html"
            assert node.tag not in {"iframe", "object", "embed", "form"} or is_search or "md-" in node["class"], page
            assert "dl-hacked" not in node.classes, page


def test_titles_and_descriptions_are_the_very_texts(hostile_site: Path) -> None:
    texts = dict(_payloads())
    for page, title, description in (
        ("actors/speaker", "actor.name", "actor.name"),
        ("places/here", "place.name", "place.name"),
        ("sources/paper", "source.title", "source.title"),
        ("disputes/settled", "dispute.question", "dispute.question"),
        ("thanks", "page.title", "page.description"),
        ("", "chronology.title", "chronology.description"),
    ):
        head = read_file(hostile_site / page / "index.html").element("head")
        named = folded(texts["chronology.title"])
        own = folded(f"“{texts[title]}”" if title == "source.title" else texts[title])  # a headline is a quotation
        assert folded(head.element("title").text) == (own if own == named else f"{own} - {named}")
        described = next(node["content"] for node in head.elements("meta") if node.get("name") == "description")
        assert folded(texts[description]) in folded(described)
        assert head.elements("script") == []


def test_the_search_leads_only_to_pages_of_the_site(hostile_site: Path) -> None:
    packs = list((hostile_site / "search-index").glob("*/*/r*.bin"))
    assert packs
    for file in packs:
        for address, *_, parts in json.loads(gzip.decompress(file.read_bytes())):
            for leads_to in (address, *(part[0] for part in parts)):
                assert (hostile_site / leads_to.partition("#")[0] / "index.html").is_file(), leads_to


def test_json_holds_every_text_as_typed(hostile_site: Path) -> None:
    exported = json.loads((hostile_site / "data" / "chronology.json").read_text(encoding="utf-8"))
    strings = set(_strings(exported))
    not_records = {"page.index.title", "page.title", "page.method.title", "page.method.description", "page.description"}
    missing = {where for where, text in _payloads() if text not in strings}
    assert missing == not_records | {"chronology.contact", "chronology.loaded_words", "geodata.attribution"}


def test_the_feed_is_xml_with_every_text_as_typed(hostile_site: Path) -> None:
    root = ET.parse(hostile_site / "changes" / "feed.xml").getroot()  # noqa: S314 - our own
    texts = {folded(node.text or "") for node in root.iter()}
    # XML 1.0 cannot hold most control characters; each comes out as U+FFFD.
    readable = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    notes = {folded(readable.sub("\ufffd", text)) for where, text in _payloads() if where.endswith("history.note")}
    assert len(notes) == 6
    assert notes <= texts
    namespace = "{http://www.w3.org/2005/Atom}"
    known = {"feed", "title", "id", "updated", "author", "name", "link", "entry", "summary", "subtitle"}
    shown = {f"{{http://www.w3.org/1999/xhtml}}{name}" for name in ("meta", "code")}  # our own: its width, its address
    assert {node.tag.removeprefix(namespace) for node in root.iter()} <= known | shown


def test_the_sitemap_every_feed_and_every_figure_alone_are_xml(hostile_site: Path) -> None:
    assert list(ET.parse(hostile_site / "sitemap.xml").getroot())  # noqa: S314 - our own
    files = [*hostile_site.rglob("feed.xml"), *(hostile_site / "figures").rglob("*.svg")]
    assert len(files) > 10
    for file in files:
        assert list(ET.parse(file).getroot()), file  # noqa: S314 - our own


@pytest.mark.browser
def test_in_a_browser_no_page_runs_anything_or_asks_another_host(hostile_site: Path, browser: Browser) -> None:
    with served(hostile_site) as address, browser.new_context() as context:
        page = context.new_page()
        seen = complaints(page, address)
        for file in pages_of(hostile_site):
            if any(node.get("http-equiv") == "refresh" for node in read_file(file).elements("meta")):
                continue  # it leads to one of the others before anything could be asked
            page.goto(f"{address}{file.relative_to(hostile_site).as_posix()}", wait_until="load")
            assert page.evaluate("typeof window.dlHacked") == "undefined", file
            assert page.evaluate("document.querySelectorAll('[onclick], [onerror], [onload], .dl-hacked').length") == 0
        assert seen == []


@pytest.mark.browser
def test_in_a_browser_the_search_shows_hostile_text_as_text(hostile_site: Path, browser: Browser) -> None:
    with served(hostile_site) as address, browser.new_context() as context:
        page = context.new_page()
        seen = complaints(page, address)
        page.goto(address, wait_until="load")
        page.keyboard.press("/")
        page.keyboard.type("heading")
        page.locator(".dl-search__result").first.wait_for()
        assert page.evaluate("typeof window.dlHacked") == "undefined"
        assert page.locator(".dl-search :is(script, img, svg, [onclick], [onload])").count() == 0
        assert seen == []


def _texts_below(folder: Path) -> list[Path]:
    """Return the files of a chronology but for its pictures."""
    return sorted(path for path in folder.rglob("*.*") if path.parent.name != "media")


def _built(shared: Path, name: str, *, harmless: bool) -> Path:
    def make(folder: Path) -> None:
        project = make_project(folder, CONTENT)
        for record in _texts_below(project / "content"):
            text = record.read_text(encoding="utf-8")
            if harmless:
                for pattern in (_OPENING, _LOCATOR, _KEY):
                    text = pattern.sub(lambda match: match[0].replace(match["payload"], _tamed(match["payload"])), text)
            record.write_text(text, encoding="utf-8")
        done = build(project, **ADDRESSES)
        assert done.returncode == 0, done.stderr
        assert "WARNING" not in done.stderr

    return once(shared, name, make) / "site"


def _tamed(payload: str) -> str:
    """Return the letters and spaces of a text, with an x for all else: drawings wrap or drop a name by its width."""
    read = re.sub(r"\\u[0-9a-f]{4}|\\.", lambda escape: " " if escape[0] == r"\n" else "x", payload)
    return re.sub(r"[^\w\s]|_", "x", read)


@cache
def _payloads() -> tuple[tuple[str, str], ...]:
    """Return every hostile text of the fixture as records have it, by the name that it begins with."""
    found = {}
    for record in _texts_below(CONTENT):
        for match in re.finditer(
            r'"(?P<where>[a-z0-9_.]+) (?:<script>|\\">)(?:[^"\\\n]|\\.)*"', record.read_text("utf-8")
        ):
            found[match["where"]] = json.loads(match[0])
    assert len(found) > 80
    return tuple(found.items())


def _texts(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield field, str(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield f"{field}.key", key
            yield from _texts(item, field)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, field)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Edtf):
        for entry in dataclasses.fields(value):
            yield from _texts(getattr(value, entry.name), f"{type(value).__name__}.{entry.name}")


def _fields(value: Any) -> Iterator[tuple[str, str, Any]]:
    if isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _fields(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Edtf):
        for entry in dataclasses.fields(value):
            part = getattr(value, entry.name)
            yield type(value).__name__, entry.name, part
            yield from _fields(part)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        yield from (text for item in value.values() for text in _strings(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in _strings(item))


def _scripts(page: Path) -> list[Node]:
    """Return what a browser would run, and not what it only holds."""
    return [node for node in read_file(page).elements("script") if node.get("type") != _DATA]


def _is_search_of_404(node: Node) -> bool:
    """Return whether an element is the theme's search on the page for what is not there, and nothing more."""
    return node.tag == "form" and node.attributes == {
        "class": "dl-look",
        "role": "search",
        "action": "/flood/search/",
    }


def _script(node: Node) -> str:
    """Return a script without what differs from page to page: the way up to the site's root."""
    return re.sub(r'(\.\./)*\.\.(?=["/])|"\."', "", f"{node.get('src')} {node.text}")
