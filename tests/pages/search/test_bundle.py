"""The bundle: the same bytes for the same documents, only what a browser loads, and nothing of hostile text run."""

import gzip
import json
from pathlib import Path

import pytest
from dateline.pages.search import cbor, search_documents
from dateline.pages.search.bundling import as_html
from dateline.pages.search.parts import ResultPart, SearchDocument
from dateline.site.compiling import Settings, compile_site, outline
from hypothesis import given
from hypothesis import strategies as st
from projects import CASES, ROOT, build
from searching import bundles

SMALL = CASES / "small"
GOLDEN = Path(__file__).parent / "small-documents.html"
VALUES = st.recursive(
    st.one_of(st.integers(-(2**63), 2**63), st.text()), lambda inner: st.lists(inner, max_size=40), max_leaves=60
)


@pytest.fixture(scope="module")
def documents() -> tuple[SearchDocument, ...]:
    edition = outline(Settings(root=SMALL, content=SMALL / "content", templates=ROOT / "templates")).edition
    assert edition is not None
    return search_documents(edition)


def test_the_documents_of_the_small_chronology_are_the_golden_ones(
    documents: tuple[SearchDocument, ...],
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    made = "\n".join(as_html(document) for document in documents)
    if update:
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")
    assert "NEVER-SHOWN" not in made


def test_the_pages_plans_add_every_document_to_the_search(documents: tuple[SearchDocument, ...]) -> None:
    site = compile_site(Settings(root=SMALL, content=SMALL / "content", templates=ROOT / "templates"))
    added = sorted(text for _, pieces in site.search for text in pieces.values())
    assert added == sorted(map(as_html, documents))


def test_the_same_documents_give_the_same_bytes(documents: tuple[SearchDocument, ...]) -> None:
    one, other = bundles(documents, "en"), bundles(documents, "en")
    assert not one.missing
    assert one.files == other.files


def test_the_bundle_holds_what_a_browser_loads_and_no_interface_of_pagefind_s_own(
    documents: tuple[SearchDocument, ...],
) -> None:
    files = bundles(documents, "en").files
    plain = {path.removeprefix("pagefind/") for path in files if path.count("/") == 1 and not path.endswith("_meta")}
    assert plain == {"bundles.json", "pagefind.js", "pagefind-entry.json", "wasm.en.pagefind"}
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    assert list(entry["languages"]) == ["en"]
    assert entry["languages"]["en"]["page_count"] == len(documents)
    assert sum(path.endswith(".pf_fragment") for path in files) == len(documents)


def test_a_language_that_pagefind_cannot_stem_has_a_search_too(documents: tuple[SearchDocument, ...]) -> None:
    files = bundles(documents[:3], "tlh").files
    assert "pagefind/wasm.unknown.pagefind" in files


def test_markup_in_a_document_is_text_and_a_filter_s_value_stays_whole() -> None:
    hostile = '"><script>alert(1)</script><b id=x data-pagefind-filter=evil>, a:b'
    part = ResultPart("days/x/#e--c", hostile, "contested", hostile, hostile)
    document = SearchDocument(
        "event", "e", "days/x/#e", hostile, hostile, (("actor", (hostile,)),), hostile, hostile, parts=(part,)
    )
    files = bundles([document], "en").files
    (path,) = (path for path in files if path.endswith(".pf_fragment"))
    fragment = json.loads(gzip.decompress(files[path]).removeprefix(b"pagefind_dcd"))
    assert fragment["filters"] == {"actor": [hostile]}
    assert [anchor["id"] for anchor in fragment["anchors"]] == ["days/x/#e", "event::", "days/x/#e--c", "contested::"]
    assert {anchor["text"] for anchor in fragment["anchors"]} == {hostile}


def test_a_program_that_fails_is_told_and_does_not_stop(
    documents: tuple[SearchDocument, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    assert "pagefind failed" in bundles(documents, "en").missing


def test_without_pagefind_a_strict_build_says_what_to_do_and_goes_on(project: Path) -> None:
    done = build(project, PAGEFIND_BINARY_PATH="/nonexistent/pagefind")
    assert done.returncode == 0, done.stderr
    assert "pip install 'pagefind[bin]'" in done.stderr
    assert (project / "site/search/index.html").is_file()
    assert not (project / "site/pagefind").exists()


@given(VALUES)
def test_what_is_packed_is_read_back(value: cbor.Value) -> None:
    assert cbor.read(cbor.packed(value)) == value
