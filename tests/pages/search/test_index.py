"""The index: the same bytes for the same documents, only what a browser loads, and nothing of hostile text run."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from dateline.pages.search import as_piece, search_documents
from dateline.pages.search.indexing import bundle
from dateline.pages.search.parts import ResultPart, SearchDocument
from dateline.site.compiling import compile_site, outline
from dateline.site.settings import Settings
from hypothesis import given
from hypothesis import strategies as st
from projects import CASES, ROOT
from searching import bundles

SMALL = CASES / "small"
GOLDEN = Path(__file__).parent / "small-documents.json"
TEXTS = st.text("aé ’-1,城市ب", max_size=12)
DOCUMENTS = st.builds(
    SearchDocument,
    st.sampled_from(("actor", "event", "place")),
    st.text("abc-", min_size=1, max_size=6),
    st.just("days/x/#e"),
    TEXTS,
    TEXTS,
    st.just(()),
    TEXTS,
    st.lists(TEXTS, max_size=2).map(tuple),
    parts=st.lists(st.builds(ResultPart, st.just("days/x/#c"), TEXTS), max_size=3).map(tuple),
)


@pytest.fixture(scope="module")
def documents() -> tuple[SearchDocument, ...]:
    edition = outline(Settings(root=SMALL, content=SMALL / "content", templates=ROOT / "templates")).edition
    assert edition is not None
    return search_documents(edition)


def read(content: bytes) -> Any:
    return json.loads(gzip.decompress(content))


def head_of(files: dict[str, bytes], shard: int = 0) -> Any:
    return read(files[f"search-index/{shard}/head.bin"])


def words_of(files: dict[str, bytes], shard: int = 0) -> list[Any]:
    head = head_of(files, shard)
    chunks = [read(files[f"search-index/{shard}/{head['folder']}/w{n}.bin"]) for n in range(len(head["words"]))]
    assert [chunk[0][0] for chunk in chunks] == head["words"]
    return [row for chunk in chunks for row in chunk]


def places(row: list[Any]) -> list[tuple[int, list[int]]]:
    found, document, at = [], 0, 0
    while at < len(row[1]):
        document += row[1][at]
        found.append((document, row[1][at + 2 : at + 2 + row[1][at + 1]]))
        at += 2 + row[1][at + 1]
    return found


def test_the_documents_of_the_small_chronology_are_the_golden_ones(
    documents: tuple[SearchDocument, ...],
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    made = "\n".join(sorted(map(as_piece, documents))) + "\n"
    if update:
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")
    assert "NEVER-SHOWN" not in made


def test_the_pages_plans_add_every_document_to_the_search(documents: tuple[SearchDocument, ...]) -> None:
    site = compile_site(Settings(root=SMALL, content=SMALL / "content", templates=ROOT / "templates"))
    added = sorted(text for _, pieces in site.search for text in pieces.values())
    assert added == sorted(map(as_piece, documents))


def test_the_same_documents_give_the_same_bytes_in_any_order(documents: tuple[SearchDocument, ...]) -> None:
    pieces = list(map(as_piece, documents))
    assert bundle(pieces) == bundle(reversed(pieces))
    assert bundle(pieces[1:]).keys() != bundle(pieces).keys()  # an open page never mixes two indexes


@given(st.lists(DOCUMENTS, max_size=6, unique_by=lambda document: document.key))
def test_every_word_leads_to_the_slots_where_it_stands_and_every_result_is_there(made: list[SearchDocument]) -> None:
    files = bundle(map(as_piece, made))
    head, pieces = head_of(files), sorted((json.loads(as_piece(one)) for one in made), key=lambda one: one["key"])
    found = {row[0]: places(row) for row in words_of(files)}
    expected: dict[str, list[tuple[int, list[int]]]] = {}
    for number, piece in enumerate(pieces):
        for word, slots in piece["words"].items():
            expected.setdefault(word, []).append((number, slots))
    assert found == expected
    folder = f"search-index/0/{head['folder']}"
    packs = [read(files[f"{folder}/r{number}.bin"]) for number in range(len(head["packs"]))]
    assert [row for pack in packs for row in pack] == [piece["shown"] for piece in pieces]


def test_a_bundle_without_documents_is_one_that_a_browser_can_read() -> None:
    files = bundle([], 1, 2)
    assert list(files) == ["search-index/1/head.bin"]
    assert head_of(files, 1)["count"] == 0


def test_a_filter_tells_which_parts_have_a_value_and_a_document_s_own_is_of_all(
    documents: tuple[SearchDocument, ...],
) -> None:
    files = bundles(documents)
    head = head_of(files)
    actors = read(files[f"search-index/0/{head['folder']}/f-actor.bin"])
    assert [row[0] for row in actors] == sorted(row[0] for row in actors)
    assert all(len(place) > 1 for row in actors for place in row[2:])  # a speaker is of a claim
    kinds = read(files[f"search-index/0/{head['folder']}/f-kind.bin"])
    assert all(len(place) == 1 for row in kinds for place in row[2:])
    assert sum(len(row) - 2 for row in kinds) == len(documents) == head["count"]


def test_markup_in_a_document_is_text() -> None:
    hostile = '"><script>alert(1)</script><b id=x>, a:b'
    part = ResultPart("days/x/#e--c", hostile, "open", hostile, hostile)
    document = SearchDocument(
        "event", "e", "days/x/#e", hostile, hostile, (("actor", (("x", hostile),)),), hostile, parts=(part,)
    )
    files = bundles([document])
    folder = head_of(files)["folder"]
    assert read(files[f"search-index/0/{folder}/r0.bin"]) == [
        ["days/x/#e", hostile, hostile, "", [["days/x/#e--c", hostile, "open", hostile, ""]]]
    ]
    assert read(files[f"search-index/0/{folder}/f-actor.bin"]) == [["x", hostile, [0]]]
