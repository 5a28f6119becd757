"""A source's bibliography as CSL-JSON and back, and identifiers whose last digit tells a slip."""

import json
from typing import Any

import pytest
from dateline.ground.identifiers import doi_in, is_doi, isbn_fault
from dateline.pages.exports.source_csl import source_from_csl, source_to_csl
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.text(min_size=1, max_size=12)
CREATORS = st.lists(
    st.fixed_dictionaries({"name": WORDS}) | st.fixed_dictionaries({"actor": WORDS}), min_size=1, max_size=3
)
EDTF = st.sampled_from(
    ["2031", "2031-03", "2031-03-05", "2031-03~", "[..2031-03-05]", "-0430", "2031-03-05/2031-03-09"]
)
KEYS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("title", "publisher", "container", "volume", "issue", "pages", "doi", "isbn", "licence"), WORDS),
    **dict.fromkeys(("authors", "editors", "translators"), CREATORS),
    **dict.fromkeys(("written", "published", "accessed"), EDTF),
    "kind": st.sampled_from(["article", "book", "video", "court-record"]),
    "unknown": st.just(["title"]),
    "titles": st.just({"en": "The well"}),
}


@given(st.fixed_dictionaries({}, optional=KEYS))
def test_what_a_source_says_comes_back_from_csl(said: dict[str, Any]) -> None:
    item = json.loads(json.dumps(source_to_csl("x", said)))
    back, left = source_from_csl(item)
    assert {key: back[key] for key in said} == said
    assert left in ({}, {"type": "document"})


ITEM = {
    "id": "cortright-1975",
    "type": "book",
    "title": "Apollo Expeditions to the Moon",
    "author": [{"literal": "Cortright, E. M."}],
    "issued": {"date-parts": [[1975]]},
    "volume": "3",
    "page": "1-9",
    "DOI": "10.1000/182",
}


def test_an_item_of_what_csl_and_records_both_have_is_the_same_again() -> None:
    said, left = source_from_csl(ITEM)
    assert left == {}
    assert source_to_csl("cortright-1975", said) == ITEM


@pytest.mark.parametrize(
    "more",
    [
        {"abstract": "What it is about."},
        {"issued": {"date-parts": [[1975], [1976]]}},
        {"issued": {"date-parts": [[1975]], "circa": True}},
        {"author": [{"family": "Berg", "non-dropping-particle": "van den"}]},
        {"custom": {"other": 1}},
        {"volume": {"odd": 1}},
    ],
)
def test_what_no_key_has_is_left_and_not_lost(more: dict[str, Any]) -> None:
    _, left = source_from_csl({**ITEM, **more})
    assert left == more


@pytest.mark.parametrize(
    "said, type_",
    [
        ({"container": "The Journal of Wells", "volume": "12"}, "article-journal"),
        ({"container": "The Well"}, "article-newspaper"),
        ({"url": "https://x.example"}, "webpage"),
        ({}, "article"),
        ({"kind": "book", "container": "A series", "volume": "3"}, "book"),
        ({"kind": "inscription", "url": "https://x.example"}, "document"),
    ],
)
def test_an_article_is_of_the_type_of_what_it_appeared_in(said: dict[str, Any], type_: str) -> None:
    item = source_to_csl("x", {"kind": "article", "title": "T", **said})
    assert item["type"] == type_
    back, left = source_from_csl(item)
    assert back == {"kind": "article", "title": "T", **said}
    assert left in ({}, {"type": "document"})


def test_a_type_that_would_not_be_written_again_is_left() -> None:
    said, left = source_from_csl({"type": "article-journal", "title": "T"})
    assert (said, left) == ({"kind": "article", "title": "T"}, {"type": "article-journal"})


def test_a_given_and_a_family_name_are_one_name() -> None:
    said, _ = source_from_csl({"type": "book", "author": [{"given": "Edgar", "family": "Cortright"}], "volume": 3})
    assert said == {"kind": "book", "authors": [{"name": "Edgar Cortright"}], "volume": "3"}


@pytest.mark.parametrize(
    "text", ["10.1000/182", "10.9999/xyz", "10.1002/(SICI)1097-0258(19980815)17:15", "10.1000.10/1"]
)
def test_a_doi_may_stand(text: str) -> None:
    assert is_doi(text)
    assert doi_in(f"https://doi.org/{text}") == text
    assert doi_in(f"doi: {text}") == text


@pytest.mark.parametrize(
    "text", ["", "10.1/x", "11.1000/182", "10.1000/", "10.1000/a b", f"10.1000/{'x' * 200}", "182"]
)
def test_another_text_is_no_doi(text: str) -> None:
    assert not is_doi(text)
    assert doi_in(text) == ""


@pytest.mark.parametrize(
    "text", ["978-0-306-40615-7", "9780306406157", "0-306-40615-2", "0-8044-2957-X", "979-10-90636-07-1"]
)
def test_an_isbn_whose_last_digit_fits_may_stand(text: str) -> None:
    assert isbn_fault(text) is None


@pytest.mark.parametrize(
    "text, why",
    [
        ("978-0-306-40615-8", "last digit"),
        ("0-306-40615-3", "last digit"),
        ("977-0-306-40615-7", "978 or 979"),
        ("12345", "and this has 5"),
        ("", "and this has 0"),
    ],
)
def test_an_isbn_that_cannot_be_says_why(text: str, why: str) -> None:
    assert why in (isbn_fault(text) or "")


@given(st.integers(0, 10**9 - 1), st.integers(1, 9))
def test_no_slip_of_one_digit_passes(number: int, slip: int) -> None:
    digits = f"978{number:09}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    check = -total % 10
    assert isbn_fault(f"{digits}{check}") is None
    assert isbn_fault(f"{digits}{(check + slip) % 10}") is not None


def test_a_judgment_is_a_legal_case_and_so_is_a_kind_that_behaves_as_one() -> None:
    said = {"kind": "judgment", "title": "A v. B", "identifier": "No. 305", "container": "Reports", "volume": "273"}
    item = source_to_csl("x", said)
    assert item["type"] == "legal_case"
    assert source_from_csl(item) == (said, {})
    own = source_to_csl("x", {**said, "kind": "opinion"}, "judgment")
    assert own["type"] == "legal_case"
    assert source_from_csl(own) == ({**said, "kind": "opinion"}, {})


def test_a_judgment_names_its_court_as_such_and_its_report_as_courts_do_and_comes_back_whole() -> None:
    said = {
        "kind": "judgment",
        "title": "Fall v. United States",
        "publisher": "Court of Appeals",
        "container": "Federal Reporter, second series (F.2d)",
        "volume": "49",
        "pages": "506",
        "identifier": "No. 5171",
    }
    item = source_to_csl("x", said)
    assert (item["authority"], item["container-title"]) == ("Court of Appeals", "F.2d")
    assert "publisher" not in item
    assert source_from_csl(item) == (said, {})
    of_a_manager = {key: value for key, value in item.items() if key != "custom"}
    assert source_from_csl(of_a_manager) == ({**said, "container": "F.2d"}, {})


def test_an_own_kind_is_of_the_type_of_what_it_behaves_as() -> None:
    said = {"kind": "dispatch", "title": "T", "container": "The Journal", "volume": "3"}
    assert source_to_csl("x", said, "article")["type"] == "article-journal"
    assert source_to_csl("x", said)["type"] == "document"
