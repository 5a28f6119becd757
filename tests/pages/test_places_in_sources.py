"""Where something stands in a source: its words, its anchor, and the link into the original."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from baseline import base_text, linked
from dateline.ground.dates import parse
from dateline.ground.schemes import Scheme
from dateline.pages.kinds.source import source_view
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.addresses import captured_address, original_address
from dateline.pages.wording.original_places import place_in_original
from dateline.pages.wording.places_in_sources import part_in_words, place_in_words, spot_in_words, spots_in_words
from dateline.records.types import Paragraph, Source, SourcePassage
from dateline.records.types.source import Archive, Gone
from dateline.records.types.spots import anchor_of, cited_spot, marked_spot, spot_at, spot_in, told_spot
from html_reading import read
from hypothesis import given
from hypothesis import strategies as st
from projects import ROOT

GAZETTE: Final = "sources/gazette-2031-03-04.yml"


def source(locators: Scheme = "paragraph", *ats: str, kind: str = "report") -> Source:
    passages = tuple(SourcePassage(at=at) for at in ats)
    paragraphs = () if passages else (Paragraph(n=1, begins="Somebody wrote"), Paragraph(n=2, begins="b", at="12"))
    return Source(
        id="x",
        title="x",
        publisher="y",
        published=parse("2031"),
        kind=kind,
        locators=locators,
        passages=passages,
        paragraphs=paragraphs,
    )


@pytest.mark.parametrize(
    "scheme, at, words",
    [
        ("page", "4-27", "p. 4-27"),
        ("page", "4-27..4-29", "pp. 4-27–4-29"),
        ("page-line", "7574:12", "p. 7574, line 12"),
        ("page-line", "7574:12..25", "p. 7574, lines 12–25"),
        ("page-line", "7574:12..7575:3", "p. 7574, line 12 – p. 7575, line 3"),
        ("page-line", "1365a:31..33", "p. 1365a, lines 31–33"),
        ("section", "3.2", "§ 3.2"),
        ("section", "3.2..3.4", "§§ 3.2–3.4"),
        ("section", "Annex B", "Annex B"),
        ("section", "Article 5..7", "Article 5–7"),
        ("section", "Annex B..Annex C", "Annex B–C"),
        ("section", "28 U.S.C. § 1331", "28 U.S.C. § 1331"),
        ("page", "A-3..5", "pp. A-3–A-5"),
        ("page", "12 bis", "p. 12 bis"),
        ("time", "00:12:31", "at 00:12:31"),
        ("time", "00:12:31..00:12:58", "00:12:31–00:12:58"),
        ("verse", "2.47.3", "2.47.3"),
        ("verse", "2.47.3..5", "2.47.3–5"),
        ("folio", "12r", "fol. 12r"),
        ("folio", "12r..13v", "fols. 12r–13v"),
        ("item", "exhibit 7", "exhibit 7"),
        ("whole", "whole", "the whole"),
    ],
)
def test_a_place_is_worded_by_its_scheme(scheme: Scheme, at: str, words: str) -> None:
    assert place_in_words(scheme, at) == words
    assert spot_in_words(source(scheme, at), at) == words


def test_a_paragraph_says_its_page_as_well() -> None:
    record = source()
    assert [part_in_words(record, part) for part in record.parts] == ["¶ 1", "¶ 2, p. 12"]
    assert spot_in_words(record, 2) == "¶ 2, p. 12"
    assert spots_in_words(record, (1, 2)) == "¶ 1, 2"
    assert spots_in_words(source("page", "4", "9"), ("4", "9")) == "p. 4, p. 9"
    assert spots_in_words(record, ()) == ""


FILM, PDF, PAGE = "https://v.example/watch?v=1", "https://a.example/r.pdf", "https://a.example/page"


@pytest.mark.parametrize(
    "scheme, kind, address, part, wanted",
    [
        ("page", "report", PDF, {"at": "4-27", "pdf_page": 39}, f"{PDF}#page=39"),
        ("page", "report", PDF, {"at": "12"}, f"{PDF}#page=12"),
        ("page", "report", PDF, {"at": "iv", "begins": "The well"}, PDF),
        ("page", "report", f"{PDF}?x=1#top", {"at": "12"}, f"{PDF}?x=1#page=12"),
        ("page", "report", PAGE, {"at": "12", "begins": "The well"}, f"{PAGE}#:~:text=The%20well"),
        ("page", "report", PAGE, {"at": "12", "pdf_page": 3}, f"{PAGE}#page=3"),
        ("page", "report", PAGE, {"at": "12"}, PAGE),
        ("page-line", "report", PDF, {"at": "75:12..25"}, f"{PDF}#page=75"),
        ("page", "book", "https://archive.org/details/abc", {"at": "27"}, "https://archive.org/details/abc/page/27"),
        (
            "page",
            "book",
            "https://books.google.com/books?id=A",
            {"at": "27"},
            "https://books.google.com/books?id=A&pg=PA27",
        ),
        ("time", "video", FILM, {"at": "00:24:10", "begins": "So"}, f"{FILM}#t=1450"),
        (
            "time",
            "video",
            "https://www.youtube.com/watch?v=A",
            {"at": "12:31"},
            "https://www.youtube.com/watch?v=A&t=751",
        ),
        ("time", "video", "https://youtu.be/A", {"at": "12:31..12:40"}, "https://youtu.be/A?t=751"),
        ("time", "video", "https://vimeo.com/1", {"at": "12:31"}, "https://vimeo.com/1#t=751s"),
        ("time", "audio", "https://archive.org/details/a", {"at": "12:31"}, "https://archive.org/details/a?start=751"),
        ("time", "article", "https://a.example/a.mp3", {"at": "00:00:01.5"}, "https://a.example/a.mp3#t=1.5"),
        ("time", "article", PAGE, {"at": "055:55:20", "begins": "OK"}, f"{PAGE}#:~:text=OK"),
        ("verse", "book", PAGE, {"at": "2.47", "begins": "a-b", "ends": "c"}, f"{PAGE}#:~:text=a%2Db,c"),
        ("item", "book", PAGE, {"at": "exhibit 7"}, PAGE),
    ],
)
def test_a_link_leads_to_the_place_in_the_original(
    scheme: Scheme, kind: str, address: str, part: dict[str, Any], wanted: str
) -> None:
    passage = SourcePassage(**part)
    assert place_in_original(address, source(scheme, passage.at, kind=kind), passage) == wanted


@given(st.text(min_size=1, max_size=20) | st.integers(1, 999))
def test_an_anchor_stands_for_one_part_and_needs_no_encoding(spot: str | int) -> None:
    anchor = anchor_of(spot)
    assert spot_at(anchor) == spot
    assert set(anchor) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.:-_~")


@pytest.mark.parametrize("anchor", ["", "p0", "p", "at-", "at-a/b", "history", "at-~zz~", "at-~110000~", "at-~41~"])
def test_another_anchor_stands_for_no_part(anchor: str) -> None:
    assert spot_at(anchor) is None


def test_parts_are_told_to_editors_by_what_they_are_cited_by() -> None:
    assert [told_spot(3), told_spot("4-27")] == ["paragraph 3", "passage '4-27'"]
    assert [marked_spot(3), marked_spot("4-27")] == ["¶ 3", "'4-27'"]
    assert [cited_spot(3), cited_spot("4-27")] == [{"paragraph": 3}, {"at": "4-27"}]


@pytest.mark.parametrize(
    "cite, spot",
    [
        ({"paragraph": 3}, 3),
        ({"at": "4-27"}, "4-27"),
        ({"at": 12}, "12"),
        ({"at": " "}, None),
        ({"paragraph": True}, None),
        ({"paragraph": 3, "at": "4"}, None),
        ({}, None),
    ],
)
def test_what_a_citation_that_may_be_none_names(cite: dict[str, object], spot: str | int | None) -> None:
    assert spot_in(cite) == spot


# --- where a source can be read --------------------------------------------------------------------------------------

OLDER = Archive(url="https://archive.example/old", date=parse("2031-03-05"))
NEWER = Archive(url="https://archive.example/new", date=parse("2031-03-09"))
GONE = Gone(date=parse("2031-04-01"), note="The account was deleted.")
ADDRESS = "https://x.example/1"
DAYS: Final = {"old": "2031-03-05", "new": "2031-03-09"}


@pytest.mark.parametrize(
    "keys, original, capture",
    [
        ({"url": ADDRESS}, ADDRESS, None),
        ({"url": ADDRESS, "archive": (OLDER, NEWER)}, ADDRESS, NEWER.url),
        ({"url": ADDRESS, "archive": (NEWER, OLDER), "gone": GONE}, NEWER.url, NEWER.url),
        ({"url": ADDRESS, "gone": GONE}, None, None),
        ({"doi": "10.1000/182"}, "https://doi.org/10.1000/182", None),
        ({"doi": "10.1000/182", "url": ADDRESS}, ADDRESS, None),
        ({}, None, None),
    ],
)
def test_a_source_is_read_at_its_address_by_its_doi_or_where_it_is_gone_in_its_newest_capture(
    keys: dict[str, Any], original: str | None, capture: str | None
) -> None:
    found = replace(source(), **keys)
    part = found.paragraphs[0]
    words = "#:~:text=Somebody%20wrote"
    assert original_address(found, part) == (original and f"{original}{words}")
    assert captured_address(found, part) == (capture and f"{capture}{words}")


def test_the_page_of_what_is_gone_leads_to_its_captures_the_newest_first(tmp_path: Path) -> None:
    captures = [f'{{url: "https://archive.example/{name}", date: {day}}}' for name, day in DAYS.items()]
    keys = f"archive: [{', '.join(captures)}]\ngone: {{date: 2031-04-01, note: The account was deleted.}}\n"
    lines = [line for line in base_text(GAZETTE).splitlines(keepends=True) if not line.startswith("archive:")]
    chronology = linked(tmp_path, {GAZETTE: keys + "".join(lines)})
    view = source_view(Edition(chronology), chronology.sources["gazette-2031-03-04"])
    assert view.where.captures == (
        ("https://archive.example/new", "9 March 2031"),
        ("https://archive.example/old", "5 March 2031"),
    )
    assert view.where.gone == "no longer there, first missed on 1 April 2031"
    assert view.where.why_gone == "The account was deleted."
    assert all((part.original or "").startswith("https://archive.example/new") for part in view.paragraphs)
    assert all(part.capture is None for part in view.paragraphs)


@pytest.mark.parametrize(
    "begins, shown",
    [("“Water fell in", "Water fell in"), ("“Water” fell in", "‘Water’ fell in"), ("Water fell in", "Water fell in")],
)
def test_the_words_of_a_locator_are_quoted_once(tmp_path: Path, begins: str, shown: str) -> None:
    text = re.sub(r'begins: ("[^"]*"|[^,}\n]*)', f'begins: "{begins}"', base_text(GAZETTE), count=1)
    edition = Edition(linked(tmp_path, {GAZETTE: text}))
    view = source_view(edition, edition.chronology.sources["gazette-2031-03-04"])
    page = read(str(Renderer(ROOT / "templates", edition).page(view).content))
    assert page.element("q").text == shown
