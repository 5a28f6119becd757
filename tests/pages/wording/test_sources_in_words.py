"""What a source says of itself, and where in it something stands: in words, and as an address in the original."""

from typing import Any, Final

import pytest
from dateline.ground.languages import ENGLISH
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.since import in_brief, ledger, mark_of
from dateline.pages.shared.ties import ties_of
from dateline.pages.wording.bibliographies import (
    appeared_in,
    is_headline,
    names_of,
    pages_in_words,
    publisher_of,
    quoted_title,
    source_title,
)
from dateline.pages.wording.original_places import place_in_original
from dateline.pages.wording.places_in_sources import (
    part_in_words,
    parts_counted,
    parts_title,
    spot_in_words,
    spots_in_words,
)
from dateline.records.types import Masthead, Source, Vocabulary
from dateline.records.types.shared import Citation
from hypothesis import given
from hypothesis import strategies as st
from in_memory import GAZETTE, version_of
from pydantic import TypeAdapter

MASTHEAD: Final = Masthead(title="The well", vocabulary=Vocabulary())
SOURCES: Final = TypeAdapter(Source)
PARAGRAPH: Final = {"n": 1, "begins": "The clerk said", "ends": "was closed"}
PAGE: Final = "https://gazette.example/well"


def source(**keys: Any) -> Source:
    told: dict[str, Any] = {"id": "gazette", "title": "Shut", "publisher": "harrow", "published": "2031-03-04"}
    parts = {} if "passages" in keys else {"paragraphs": [PARAGRAPH]}
    return SOURCES.validate_python({**told, **parts, **keys})


# --- titles ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "keys, title",
    [
        ({"title": "Shut", "published": "2031-03-04"}, "Shut"),
        ({"published": "2031-03-04", "unknown": ["title"]}, "Article of 4 March 2031"),
        ({"published": "2031-03-04", "unknown": ["title"], "kind": "post"}, "Post of 4 March 2031"),
        ({"unknown": ["title", "published"]}, "Article without a title"),
    ],
)
def test_a_source_without_a_title_is_called_what_it_is(keys: dict[str, Any], title: str) -> None:
    told: dict[str, Any] = {"id": "gazette", "publisher": "harrow", "kind": "article", "paragraphs": [PARAGRAPH]}
    assert source_title(MASTHEAD, SOURCES.validate_python({**told, **keys})) == title


@pytest.mark.parametrize(
    "title, quoted",
    [
        ("Shut", "“Shut”"),
        ("Shut “for good”", "“Shut ‘for good’”"),
        ("“Shut for good”", "“Shut for good”"),
        ("«Fermé»", "«Fermé»"),
        ('"Shut"', '"Shut"'),
        ("“Shut” and “open”", "“‘Shut’ and ‘open’”"),
        ("[A notice on the door]", "[A notice on the door]"),
        ("[A] notice", "“[A] notice”"),
    ],
)
def test_a_title_is_quoted_once_and_never_where_the_words_are_the_editors(title: str, quoted: str) -> None:
    found = source(title=title)
    assert quoted_title(MASTHEAD, found) == quoted
    assert is_headline(found) == (not title.startswith("[A notice"))


@given(st.text("abc “”", min_size=3, max_size=40).filter(str.strip), st.integers(3, 20))
def test_a_quoted_title_is_as_short_as_it_is_asked_to_be_and_its_marks_come_on_top(words: str, most: int) -> None:
    found = source(title=f"a{' '.join(words.split())}a")
    told = quoted_title(MASTHEAD, found, most=most)
    assert len(told) <= most + 2
    assert "…" in told or told.strip("“”").translate(str.maketrans("‘’", "“”")).strip("“”") in found.title


def test_who_made_and_published_a_source_is_named_by_record_or_else_as_it_is_written() -> None:
    records = version_of(
        {"sources/gazette": f"{GAZETTE}authors: [{{actor: clerk}}, {{name: A. Stranger}}]\n"}
    ).published
    found = records.sources["gazette"]
    assert names_of(records, found.authors) == ["The clerk", "A. Stranger"]
    assert publisher_of(records, found) == "Harrow Gazette"


@pytest.mark.parametrize(
    "keys, told",
    [
        ({}, ""),
        ({"container": "The Journal of Wells"}, "The Journal of Wells"),
        (
            {"container": "Wells", "volume": "12", "issue": "3", "pages": "101-117"},
            "Wells, vol. 12, no. 3, pp. 101-117",
        ),
        ({"container": "Wells", "issue": "3"}, "Wells, no. 3"),
        ({"pages": "7"}, "p. 7"),
    ],
)
def test_where_a_source_appeared_is_told_from_the_whole_to_the_page(keys: dict[str, Any], told: str) -> None:
    assert appeared_in(source(**keys)) == told


@pytest.mark.parametrize(
    "pages, told", [("7", "p. 7"), ("xii", "p. xii"), ("A4", "p. A4"), ("1-2", "pp. 1-2"), ("1, 7", "pp. 1, 7")]
)
def test_one_page_is_a_page_and_more_are_pages(pages: str, told: str) -> None:
    assert pages_in_words(pages, ENGLISH) == told


# --- places ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "scheme, at, told",
    [
        ("page", "12", "p. 12"),
        ("page", "12..14", "pp. 12–14"),
        ("page", "xii", "p. xii"),
        ("page-line", "12:5", "p. 12, line 5"),
        ("page-line", "12:5..9", "p. 12, lines 5–9"),
        ("page-line", "12:5..13:2", "p. 12, line 5 – p. 13, line 2"),
        ("section", "3.2", "§ 3.2"),
        ("section", "3.2..3.4", "§§ 3.2–3.4"),
        ("section", "Findings", "Findings"),
        ("time", "00:12:31", "at 00:12:31"),
        ("time", "00:12:31..00:13:02", "00:12:31–00:13:02"),
        ("verse", "2.47.3", "2.47.3"),
        ("folio", "12r", "fol. 12r"),
        ("folio", "12r..13v", "fols. 12r–13v"),
        ("item", "exhibit 7", "exhibit 7"),
        ("whole", "whole", "the whole"),
    ],
)
def test_a_place_is_worded_as_its_scheme_counts(scheme: str, at: str, told: str) -> None:
    found = source(locators=scheme, passages=[{"at": at}])
    (part,) = found.parts
    assert part_in_words(found, part) == spot_in_words(found, part.spot) == told
    assert spots_in_words(found, [part.spot]) == told


def test_several_paragraphs_share_one_sign_and_passages_come_behind_them() -> None:
    found = source(
        locators="page",
        paragraphs=[{"n": number, "begins": f"The clerk said {number}"} for number in (1, 2, 5)],
        passages=[{"at": "12"}],
    )
    assert spots_in_words(found, [1]) == "¶ 1"
    assert spots_in_words(found, [5, 1, 2]) == "¶ 5, 1, 2"
    assert spots_in_words(found, ["12", 1]) == "¶ 1, p. 12"
    assert spots_in_words(found, []) == ""


def test_a_paragraph_whose_page_is_recorded_is_told_with_it() -> None:
    found = source(locators="page", paragraphs=[{"n": 3, "begins": "The clerk said", "at": "12"}])
    assert spot_in_words(found, 3) == "¶ 3, p. 12"
    assert spot_in_words(found, 4) == "¶ 4"


@pytest.mark.parametrize(
    "paragraphs, passages, title, count",
    [
        (1, 0, "Paragraphs", "1 paragraph"),
        (2, 0, "Paragraphs", "2 paragraphs"),
        (0, 1, "Passages", "1 passage"),
        (0, 3, "Passages", "3 passages"),
        (1, 2, "Paragraphs and passages", "1 paragraph, 2 passages"),
    ],
)
def test_parts_of_a_source_are_called_by_what_they_are(paragraphs: int, passages: int, title: str, count: str) -> None:
    keys: dict[str, Any] = {"locators": "page"}
    keys |= {"paragraphs": [{"n": n + 1, "begins": f"So {n}"} for n in range(paragraphs)]} if paragraphs else {}
    keys |= {"passages": [{"at": str(n + 1)} for n in range(passages)]} if passages else {}
    found = source(**keys)
    assert (parts_title(found, ENGLISH), parts_counted(found, ENGLISH)) == (title, count)


# --- places in originals ---------------------------------------------------------------------------------------------


def leads(address: str, scheme: str = "page", kind: str = "article", **part: Any) -> str:
    """Return what a place in a source adds to the address of the original."""
    is_passage = "begins" not in part
    told = {"passages": [part]} if is_passage else {"paragraphs": [{"n": 1, **part}]}
    found = source(locators=scheme, kind=kind, url=address, **told)
    where = place_in_original(address, found, found.parts[0])
    assert where.startswith(address.partition("#")[0].rstrip("/"))
    return where.removeprefix(address)


@pytest.mark.parametrize(
    "words, fragment",
    [
        ({"begins": "The clerk said"}, "#:~:text=The%20clerk%20said"),
        ({"begins": "The clerk", "ends": "was closed"}, "#:~:text=The%20clerk,was%20closed"),
        ({"begins": "A well-known man, he"}, "#:~:text=A%20well%2Dknown%20man%2C%20he"),
        ({"begins": "قتيل قتل"}, "#:~:text=قتيل%20قتل"),
        ({"begins": "under_score"}, "#:~:text=under%5Fscore"),
    ],
)
def test_words_lead_to_their_place_on_a_page_and_nothing_in_them_means_something_else(
    words: dict[str, str], fragment: str
) -> None:
    assert leads(PAGE, **words) == fragment


def test_words_stand_behind_the_fragment_that_an_address_has() -> None:
    assert leads(f"{PAGE}#part", begins="So it was") == ":~:text=So%20it%20was"


@pytest.mark.parametrize(
    "address, part, added",
    [
        ("https://x.example/a.pdf", {"begins": "So", "at": "12"}, "#page=12"),
        ("https://x.example/a.PDF", {"begins": "So", "at": "12", "pdf_page": 39}, "#page=39"),
        ("https://x.example/a.pdf", {"begins": "So", "at": "xii"}, ""),
        ("https://x.example/a.pdf", {"begins": "So"}, ""),
        ("https://x.example/a", {"begins": "So", "at": "12", "pdf_page": 39}, "#:~:text=So"),
        ("https://x.example/a", {"at": "12", "pdf_page": 39}, "#page=39"),
        ("https://x.example/a", {"at": "12"}, ""),
        ("https://archive.org/details/wells", {"at": "12"}, "/page/12"),
        ("https://archive.org/details/wells/more", {"at": "12"}, ""),
        ("https://books.google.com/books?id=x", {"at": "12"}, "&pg=PA12"),
        ("https://books.google.com/books?id=x", {"at": "xii"}, "&pg=PRxii"),
        ("https://books.google.com/books?id=x&pg=PA1", {"at": "12"}, ""),
        ("https://books.google.com/books", {"at": "12"}, ""),
    ],
)
def test_a_page_leads_into_a_file_or_to_where_a_library_shows_it(
    address: str, part: dict[str, Any], added: str
) -> None:
    assert leads(address, **part) == added


@pytest.mark.parametrize(
    "address, kind, added",
    [
        ("https://www.youtube.com/watch?v=x", "video", "&t=751"),
        ("https://youtu.be/x", "video", "?t=751"),
        ("https://vimeo.com/1", "video", "#t=751s"),
        ("https://archive.org/details/film", "video", "?start=751"),
        ("https://x.example/film", "video", "#t=751"),
        ("https://x.example/film.mp4", "article", "#t=751"),
        ("https://x.example/sound", "audio", "#t=751"),
    ],
)
def test_a_second_leads_into_a_film_as_its_host_writes_it(address: str, kind: str, added: str) -> None:
    assert leads(address, "time", kind, at="00:12:31") == added
    assert leads(address, "time", kind, at="12:31") == added
    assert leads(address, "time", kind, at="12:31..13:02") == added


def test_a_part_of_a_second_is_told_where_the_host_can_take_it() -> None:
    assert leads("https://x.example/film.mp4", "time", "video", at="00:12:31.5") == "#t=751.5"
    assert leads("https://youtu.be/x", "time", "video", at="00:12:31.5") == "?t=751"


def test_a_second_of_an_article_with_words_leads_to_the_words() -> None:
    assert leads(PAGE, "time", begins="So", at="00:12:31") == "#:~:text=So"
    assert leads("https://youtu.be/x", "time", begins="So", at="00:12:31") == "?t=751"


# --- what became of a source -----------------------------------------------------------------------------------------

WITHDRAWN: Final = "withdrawn: {date: 2031-05-01, note: It was wrong.}\n"
CORRECTED: Final = "corrected: [{date: 2031-04-01, note: The number was wrong., paragraphs: [2]}]\n"


def test_what_was_withdrawn_says_so_beside_every_citation_and_what_was_corrected_only_where_it_is_cited() -> None:
    def words(more: str, paragraph: int) -> str | None:
        records = version_of({"sources/gazette": GAZETTE + more}).published
        found = mark_of(records, Citation(source="gazette", paragraph=paragraph))
        assert found is None or found.address == "sources/gazette/#_since"
        return None if found is None else found.word

    assert [words("", 1), words(WITHDRAWN, 1), words(WITHDRAWN, 2)] == [None, "withdrawn", "withdrawn"]
    assert [words(CORRECTED, 1), words(CORRECTED, 2)] == [None, "corrected"]
    assert words(WITHDRAWN + CORRECTED, 2) == "withdrawn"


@pytest.mark.parametrize(
    "more, history, types",
    [
        ("", "", []),
        (CORRECTED, "", ["correction"]),
        (WITHDRAWN, "", ["retraction"]),
        (WITHDRAWN + CORRECTED, "", ["correction", "retraction"]),
        (CORRECTED, "{date: 2031-04-01, type: correction, note: Told.}", ["correction"]),
        (CORRECTED, "{date: 2031-04-02, type: correction, note: Another.}", ["correction", "correction"]),
        (WITHDRAWN, "{date: 2031-05-02, type: retraction, note: Told.}", ["retraction"]),
        (WITHDRAWN, "{date: 2031-04-30, type: retraction, note: Before.}", ["retraction", "retraction"]),
    ],
)
def test_the_history_of_a_source_tells_once_what_its_publisher_did(more: str, history: str, types: list[str]) -> None:
    told = f"history: [{history}]\n" if history else ""
    found = version_of({"sources/gazette": GAZETTE + more + told}).published.sources["gazette"]
    assert [change.type for change in ledger(found)] == types
    assert bool(in_brief(found)) == bool(more)


def test_both_sides_of_a_tie_tell_it_and_catalogues_are_called_by_their_names() -> None:
    old, new = "name: Old Council\nkind: organisation\n", "name: New Council\nkind: organisation\n"
    doubt = "perhaps_same_as: [{actor: old, note: One seal.}]\n"
    same = "same_as: [https://www.wikidata.org/wiki/Q1, https://people.example/2]\n"
    edition = Edition(version_of({"actors/old": old, "actors/new": f"{new}succeeds: [old]\n{doubt}{same}"}).published)
    before, after = (ties_of(edition, edition.chronology.actors[id_]) for id_ in ("new", "old"))
    assert [link.text for link in before.before] == ["Old Council"]
    assert [link.text for link in after.after] == ["New Council"]
    assert before.after == after.before == ()
    assert [(link.text, link.note) for link in before.perhaps] == [("Old Council", "One seal.")]
    assert [(link.text, link.note) for link in after.perhaps] == [("New Council", "One seal.")]
    assert [link.text for link in before.elsewhere] == ["Wikidata", "people.example"]
