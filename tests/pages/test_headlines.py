"""A headline is the publisher's words, and is seen as quoted wherever it stands; what editors wrote is not."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from baseline import linked
from dateline.pages.kinds.source import source_view
from dateline.pages.search.documents import search_documents
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.bibliographies import quoted_title, source_title
from dateline.records.types import Masthead, Source, Vocabulary
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

_SOURCES: Final = TypeAdapter(Source)
_PARAGRAPHS: Final = {"paragraphs": [{"n": 1, "begins": "It"}]}
_MASTHEAD: Final = Masthead(title="T", vocabulary=Vocabulary())


def source(title: str) -> Source:
    made = _SOURCES.validate_python(
        {"id": "one", "title": "T", "kind": "post", "publisher": "crier", "published": "2031-03-05", **_PARAGRAPHS}
    )
    return replace(made, title=title)


@pytest.mark.parametrize(
    "title, seen",
    [
        ("The army liberates the town", "“The army liberates the town”"),
        ("[Headline not seen: Crier on the town]", "[Headline not seen: Crier on the town]"),
        ("“The army liberates the town”", "“The army liberates the town”"),
        ('"Daesh" leaves', "“‘Daesh’ leaves”"),
        ("Nobody “lost” it", "“Nobody ‘lost’ it”"),
        ('"Out" and "in"', "“‘Out’ and ‘in’”"),
        ("[Live] The army liberates the town", "“[Live] The army liberates the town”"),
    ],
)
def test_a_headline_is_quoted_and_what_stands_for_one_is_not(title: str, seen: str) -> None:
    assert quoted_title(_MASTHEAD, source(title)).casefold() == seen.casefold()


@given(st.text("aZ9é\"“”„«»[]'’.?! ", min_size=1, max_size=12).filter(lambda text: text.strip() == text))
def test_quoting_a_headline_changes_no_word_of_it(title: str) -> None:
    told, marks = quoted_title(_MASTHEAD, source(title)), str.maketrans(dict.fromkeys("\"'“”„\u201a‘’«»\u2039\u203a"))
    shown = source_title(_MASTHEAD, source(title))
    assert told.translate(marks) == shown.translate(marks)
    assert told == shown or (told[0], told[-1]) == ("“", "”")


@pytest.mark.parametrize(
    "title, is_quoted", [("Das Dorf ist frei", True), ("[Headline not seen: on the village]", False)]
)
def test_page_search_and_lists_show_a_headline_as_a_quotation_in_its_language(
    tmp_path: Path,
    title: str,
    is_quoted: bool,  # noqa: FBT001 - of a table
) -> None:
    text = (
        f"title: '{title}'\nlanguage: de\npublisher: lindwell-crier\n"
        "published: 2031-03-07\nparagraphs: [{n: 1, begins: Es}]\n"
    )
    edition = Edition(linked(tmp_path, {"sources/other.yml": text}))
    shown = f"“{title}”" if is_quoted else title
    view = source_view(edition, edition.chronology.sources["other"])
    assert (view.title, view.is_titled) == (shown, is_quoted)
    assert view.description.startswith(shown)
    link = edition.source("other")
    assert (link.text, link.lang) == (shown, "de" if is_quoted else "")
    parts = {part.address: part for document in search_documents(edition) for part in document.parts}
    assert parts[link.address].text == shown
