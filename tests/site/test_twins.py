"""The twins of records' pages: where a site asks for them, beside each page that may be listed, and led to."""

import html
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from dateline.pages.exports import EXPORT_PATHS
from dateline.pages.exports.llms import LLMS_PATH
from dateline.pages.exports.markdown_twin import markdown_of
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.twins import Twins, json_twin, markdown_twin
from dateline.records.chronology import kind_of
from dateline.records.types import RecordKind
from dateline.site.compiling import compile_site
from dateline.site.configuration import read_settings
from dateline.site.preview.page_store import PageStore
from exported import NAMES, edition_named, exports_named
from html_reading import read_file
from markdown import markdown
from projects import ROOT, SITE_URL, make_project
from rebuilding import built, reworded

LINK = re.compile(r"\]\((?P<address>[^)]*)\)|<(?P<bare>https?://[^>]*)>")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with both twins, of which one actor is not to be listed."""
    project = make_project(tmp_path_factory.mktemp("twins") / "project")
    reworded(project / "mkdocs.yml", "{embeds: true}", "{record_json: true, record_markdown: true}")
    reworded(project / "content" / "actors" / "mayor.md", "kind:", "index: false\nkind:")
    built(project)
    return project


def records(project: Path) -> dict[str, Any]:
    """Return what chronology.json says of each record by the address of its page, that which stays."""
    told = json.loads((project / "site" / "data" / "chronology.json").read_text(encoding="utf-8"))
    found = [record for kind in RecordKind for record in told[kind.folder]]
    return {record.get("lasting_url", record["url"]).strip("/"): record for record in found}


def test_the_twin_of_each_page_says_what_the_whole_says_of_its_record(project: Path) -> None:
    for page, record in records(project).items():
        twin = project / "site" / json_twin(f"{page}/")
        if page == "actors/mayor":
            assert not twin.exists()
        else:
            assert json.loads(twin.read_text(encoding="utf-8")) == record


def test_the_head_of_each_page_leads_to_its_twins_and_of_an_unlisted_one_to_none(project: Path) -> None:
    for page in records(project):
        file = project / "site" / page / "index.html"
        links = {node["type"]: node for node in read_file(file).elements("link") if node.get("type")}
        twins = {one: links[one]["href"] for one in ("application/json", "text/markdown") if one in links}
        if page == "actors/mayor":
            assert twins == {}
        else:
            assert set(twins) == {"application/json", "text/markdown"}
            assert all((file.parent / href).is_file() for href in twins.values())
            assert all("alternate" in links[one]["rel"].split() for one in twins)


def test_without_being_asked_for_there_are_none(tmp_path: Path) -> None:
    made = compile_site(read_settings(make_project(tmp_path / "project") / "mkdocs.yml")).pages
    assert [page.path for page in made if "record." in page.path] == []


def test_the_preview_makes_a_twin_when_it_is_asked_for() -> None:
    edition = Edition(edition_named("small").chronology, twins=Twins(json=True, markdown=True))
    store = PageStore(edition, Renderer(ROOT / "templates", edition))
    for record in edition.chronology.records():
        page = edition.shared_address(record)
        assert store.find(json_twin(page)) is not None
        assert store.find(markdown_twin(page)) is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_twin_in_markdown_begins_with_its_name_and_leads_nowhere_else(name: str) -> None:
    edition = edition_named(name)
    for record in edition.chronology.records():
        text = markdown_of(edition, record)
        assert text.startswith("# ")
        assert text.endswith(f"<{SITE_URL}{edition.shared_address(record)}>\n")
        assert "<script" not in markdown(text).lower()
        urls = {found["address"] or found["bare"] for found in LINK.finditer(text)}
        assert all(url.startswith(SITE_URL) or kind_of(record) == "source" for url in urls)


def test_a_twin_of_an_event_has_each_report_with_its_speaker_and_paragraph() -> None:
    edition = edition_named("base")
    event = edition.chronology.events["2031-03-03-well-closed"]
    text = markdown_of(edition, event)
    assert text.count("\n- ") == sum(len(claim.reports) for claim in event.claims)
    assert all(f"/#p{report.cite.paragraph})" in text for claim in event.claims for report in claim.reports)


@pytest.mark.parametrize("name", NAMES)
def test_llms_txt_has_a_title_a_summary_and_links_to_files_that_are_there(name: str) -> None:
    text = exports_named(name)[LLMS_PATH].decode()
    lines = text.splitlines()
    assert re.fullmatch(r"# \S.*", lines[0])
    heads = [line for line in lines if line.startswith("## ")]
    assert heads == ["## Pages", "## Disputes", "## Files"]
    addresses = {found["address"].removeprefix(SITE_URL) for found in LINK.finditer(text) if found["address"]}
    assert addresses >= EXPORT_PATHS
    assert {
        f"disputes/{one.id}/" for one in edition_named(name).chronology.disputes.values() if not one.aside
    } <= addresses


@pytest.mark.parametrize(
    "summary", ["- one", "1. one", "12. one", "2017. one", "+ one", "# one", "1) one", "---", "> one"]
)
def test_a_text_in_a_twin_is_a_paragraph_whatever_it_begins_with(summary: str) -> None:
    edition = edition_named("base")
    event = replace(edition.chronology.events["2031-03-03-well-closed"], summary=summary)
    paragraphs = re.findall("<p>(.*?)</p>", markdown(markdown_of(edition, event)))
    assert summary in map(html.unescape, paragraphs)
