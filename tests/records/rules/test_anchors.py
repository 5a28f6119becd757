"""Where links within pages may lead: exactly to what stands on the pages that are built."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from baseline import base_text, loaded
from dateline.records.chronology import link
from dateline.records.loading import load
from dateline.records.rules.anchors import HOME, PAGE, TOP, anchors_on
from dateline.records.rules.context import Context
from dateline.records.types import RecordKind
from html_reading import read_file
from projects import CASES, ROOT

SOURCE = "sources/gazette-2031-03-04.yml"
MORE = re.compile(r"_.*|p[0-9]+-title|strip-.*|strip[0-9]+-.*")
"""Anchors for the page's own use; those of the method page, and of positions, may be linked."""


def pages_of(context: Context) -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the id and the address of every page that a link of a body may lead to."""
    for kind in (RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.PLACE, RecordKind.DISPUTE):
        yield from ((kind, id_, f"{kind.folder}/{id_}") for id_ in context.chronology.of_kind(kind))
    yield from ((PAGE, id_, "" if id_ == HOME else id_) for id_ in context.chronology.pages)


@pytest.mark.built
@pytest.mark.parametrize("name", ["real", "small"])
def test_what_the_check_takes_for_an_anchor_is_what_the_built_page_has(
    request: pytest.FixtureRequest, name: str
) -> None:
    site: Path = request.getfixturevalue(f"{name}_site")
    root = ROOT if name == "real" else CASES / "small"
    corpus, _ = load(root / "content", root)
    context = Context(link(corpus, drafts=True), corpus)
    looked = 0
    for kind, id_, address in pages_of(context):
        article = read_file(site / address / "index.html").element("article")
        there = {found for node in article.elements() if (found := node.get("id"))}
        told = anchors_on(context, kind, id_) - TOP
        assert told <= there, (kind, id_)
        assert not {found for found in there - told if not MORE.fullmatch(found)}, (kind, id_)
        looked += len(told)
    assert looked > 20


@pytest.mark.parametrize(
    "did",
    [
        "corrected: [{date: 2031-04-02, paragraphs: [1], note: It was noon.}]\n",
        "withdrawn: {date: 2031-04-02, note: It was made up.}\n",
        "",
    ],
)
def test_what_a_publisher_did_gives_its_source_changes_to_link_to(tmp_path: Path, did: str) -> None:
    corpus, problems = loaded(tmp_path, {SOURCE: base_text(SOURCE) + did})
    assert not problems
    context = Context(link(corpus, drafts=True), corpus)
    assert ("history" in anchors_on(context, RecordKind.SOURCE, "gazette-2031-03-04")) == bool(did)
