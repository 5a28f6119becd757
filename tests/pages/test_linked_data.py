"""JSON-LD: honest about dates, in schema.org's terms, small, and never a verdict."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import markdown
import pytest
from baseline import MEETING, WELL, base_text, linked
from dateline.ground import escaping
from dateline.ground.blocks import HtmlBlocks
from dateline.ground.dates import parse
from dateline.pages.kinds.day import day_view
from dateline.pages.kinds.pages_of_days import day_pages
from dateline.pages.linked_data import known_time, linked_data
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.addresses import relative_from
from html_reading import read, read_file, target_of
from hypothesis import example, given
from hypothesis import strategies as st
from projects import ROOT, SITE_URL, indexed_pages_of

TERMS = ROOT / "tests" / "npm" / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
BREAKING = [
    "</script>",
    "<!--",
    "<script>",
    "]]>",
    "&lt;",
    "{{ x }}",
    "{% x %}",
    "\u2028",
    "\n\n",
    '"',
    "\\",
    "\x02",
    "{: #x }",
]
TEXTS = st.lists(st.one_of(st.text(), st.sampled_from(BREAKING)), max_size=6).map("".join)


@pytest.fixture(scope="module", params=["real", "small"])
def site(request: pytest.FixtureRequest) -> Path:
    """A built site."""
    found: Path = request.getfixturevalue(f"{request.param}_site")
    return found


@cache
def data_of(page: Path) -> tuple[dict[str, Any], ...]:
    """Return every JSON-LD document of a page."""
    scripts = [node for node in read_file(page).elements("script") if node.get("type") == "application/ld+json"]
    return tuple(json.loads(script.text) for script in scripts)


def address_of(site: Path, page: Path) -> str:
    """Return the address of a page of a site."""
    return f"{SITE_URL}{page.relative_to(site).as_posix().removesuffix('index.html')}"


def nodes_of(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a document that is not a mere reference."""
    if isinstance(value, list):
        for one in value:
            yield from nodes_of(one)
    elif isinstance(value, dict):
        if set(value) != {"@id"} and "@graph" not in value:
            yield value
        for one in value.values():
            yield from nodes_of(one)


def day_of(folder: Path, name: str, text: str) -> list[dict[str, Any]]:
    """Return the events of the page on which an event of the base stands, its record replaced by `text`."""
    edition = Edition(linked(folder, {name: text}))
    id_ = name.rpartition("/")[2].removesuffix(".yml")
    views = (day_view(edition, day) for day in day_pages(edition))
    view = next(view for view in views if any(event.id == id_ for event in view.events))
    document = linked_data(edition, view, (), relative_from(view.address))
    return [node for node in nodes_of(document) if node.get("@type") == "Event" and node["url"] == f"#{id_}"]


# --- safety ----------------------------------------------------------------------------------------------------------


@given(text=TEXTS)
@example(text="".join(BREAKING))
@example(text="</ScRiPt><img src=x onerror=alert(1)>")
def test_no_text_gets_out_of_its_script_in_any_engine(text: str) -> None:
    block = f'<script type="application/ld+json">{escaping.json_in_script({"name": text, text: [text]})}</script>'
    assert "\n" not in block
    assert not re.search(r"\{[{%#]|&|[\u2028\u2029]", block)
    for extension in ("attr_list", HtmlBlocks()):
        html = markdown.Markdown(extensions=["toc", extension]).convert(f"# Title\n\n{block}\n\n## End\n")
        (script,) = read(html).elements("script")
        assert json.loads(script.text) == {"name": text, text: [text]}
        assert [node.tag for node in read(html).elements()] == ["h1", "script", "h2"]


# --- what it says ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("when", ["2017-11-17", "2017-11", "2017"])
def test_a_date_that_is_certain_is_told_as_exactly_as_it_is_known(when: str) -> None:
    assert known_time(parse(when)) == when


@pytest.mark.parametrize(
    "when",
    [
        "2017-11-17~",
        "2017-11-17?",
        "2017-11%",
        "2017-11-XX",
        "201X",
        "2017-11-11/2017-11-12",
        "[2017-11-18,2017-11-20]",
        "2017-11-11/..",
        "2017-21",
        "2017-33",
    ],
)
def test_a_date_that_is_not_certain_is_not_told_as_if_it_were(when: str) -> None:
    assert known_time(parse(when)) is None


def test_an_event_known_only_by_its_publication_has_no_start_and_says_why(tmp_path: Path) -> None:
    (stated,) = day_of(tmp_path, WELL, base_text(WELL))
    assert stated["startDate"] == "2031-03-03"
    assert "disambiguatingDescription" not in stated
    text = base_text(WELL).replace(
        "date: 2031-03-03\n", "date: 2031-03-03\ndate_basis: publication\ndate_note: No day.\n"
    )
    (published,) = day_of(tmp_path, WELL, text)
    assert "startDate" not in published
    assert "latest possible day" in published["disambiguatingDescription"]


def test_a_claim_appears_in_the_works_that_put_it_forward_and_not_where_it_is_denied(tmp_path: Path) -> None:
    (event,) = day_of(tmp_path, MEETING, base_text(MEETING))
    claims = [node for node in nodes_of(event) if node.get("@type") == "Claim"]
    assert claims
    assert all("appearance" in claim and "author" in claim for claim in claims)
    denied = re.sub(r"(?m)^( +)- by: (.*)$", r"\1- by: \2\n\1  stance: denies", base_text(MEETING))
    assert "stance: denies" in denied
    (event,) = day_of(tmp_path, MEETING, denied)
    for claim in (node for node in nodes_of(event) if node.get("@type") == "Claim"):
        assert "appearance" not in claim
        assert "author" not in claim


# --- the sites -------------------------------------------------------------------------------------------------------


def test_every_page_of_records_has_one_document(site: Path) -> None:
    for page in indexed_pages_of(site):
        name = page.relative_to(site).as_posix()
        is_no_record = name in {"404.html", "search/index.html"} or "Removed:" in read_file(page).element("title").text
        assert len(data_of(page)) == (0 if is_no_record else 1), name


def test_nothing_is_rated(site: Path) -> None:
    for page in indexed_pages_of(site):
        for node in nodes_of(list(data_of(page))):
            said = {str(node.get("@type")), *node}
            assert not [term for term in said if re.search("rating|review|score|fact|truth", term, re.IGNORECASE)], page


def test_every_address_in_it_leads_somewhere(site: Path) -> None:
    for page in indexed_pages_of(site):
        for node in nodes_of(list(data_of(page))):
            for name in ("@id", "item", "contentUrl"):
                if name in node:
                    whole = urljoin(address_of(site, page), node[name])
                    assert whole.startswith(SITE_URL), (page, node)
                    file, anchor = target_of(site, page, urlsplit(whole)._replace(scheme="", netloc="").geturl())
                    assert file.is_file(), (page, node)
                    assert not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"), (page, node)


def test_the_main_thing_of_a_page_has_the_whole_address_and_all_else_is_relative_to_it(site: Path) -> None:
    for page in indexed_pages_of(site):
        told = [node["@id"] for node in nodes_of(list(data_of(page))) if "@id" in node]
        own = address_of(site, page)
        assert {one for one in told if urlsplit(one).scheme} <= {own}, page
        if page.relative_to(site).parts[0] in {"actors", "places", "sources"} and told:
            assert own in told or len(page.relative_to(site).parts) != 3, page


def test_every_claim_leads_to_the_works_that_it_appears_in_and_they_to_their_originals(real_site: Path) -> None:
    told = 0
    for page in indexed_pages_of(real_site):
        nodes = list(nodes_of(list(data_of(page))))
        works = {node["@id"]: node for node in nodes if "/sources/" in node.get("@id", "") and "name" in node}
        for claim in (node for node in nodes if node.get("@type") == "Claim"):
            appearance = claim.get("appearance", [])
            for work in appearance if isinstance(appearance, list) else [appearance]:
                told += 1
                whole = urljoin(address_of(real_site, page), work["@id"])
                source = (real_site / whole.removeprefix(SITE_URL) / "index.html").read_text("utf-8")
                assert works[work["@id"]].get("url", "Its address is not known.").replace("&", "&amp;") in source
    assert told


def test_it_is_less_than_an_eighth_of_any_page(site: Path) -> None:
    for page in indexed_pages_of(site):
        data = sum(len(json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode()) for one in data_of(page))
        share = 5 if page.parent.name == "data" else 8  # each file of the exports stands there: the page is of them
        assert data < page.stat().st_size / share or data < 2500, (page, data)


@pytest.mark.npm
def test_every_type_and_property_is_one_of_schema_org(npm: Path, site: Path) -> None:
    assert npm.is_dir()
    properties = _properties_of_schema_org()
    seen: set[tuple[str, str]] = set()
    for page in indexed_pages_of(site):
        for node in nodes_of(list(data_of(page))):
            seen |= {(node["@type"], name) for name in node if not name.startswith("@")} if "@type" in node else set()
            assert "@type" in node, (page, node)
    assert [pair for pair in sorted(seen) if pair[1] not in properties.get(pair[0], ())] == []
    assert {type_ for type_, _ in seen} >= {"Event", "Claim", "Place", "BreadcrumbList", "Dataset", "WebSite"}


def _properties_of_schema_org() -> dict[str, set[str]]:
    """Return the properties of every type, those of its parents included, as the package schema-dts has them."""
    own: dict[str, set[str]] = {}
    parents: dict[str, list[str]] = {}
    pattern = re.compile(r"interface (\w+) extends ([\w, .\"<>]+) \{(.*?)\n\}", re.DOTALL)
    for name, bases, body in pattern.findall(TERMS.read_text(encoding="utf-8")):
        own[name] = set(re.findall(r'^    "?(\w+)"?\?:', body, re.MULTILINE))
        parents[name] = re.findall(r"\w+", bases)
    return {name.removesuffix("Leaf"): _with_parents(name, own, parents) for name in own if name.endswith("Leaf")}


def _with_parents(name: str, own: dict[str, set[str]], parents: dict[str, list[str]]) -> set[str]:
    found = set(own.get(name, ()))
    for parent in parents.get(name, ()):
        found |= _with_parents(parent, own, parents)
    return found
