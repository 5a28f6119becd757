"""BibTeX, RIS and CSL-JSON as sources."""

import json
from pathlib import Path
from typing import Any

import pytest
from dateline.editing.importing.bibtex_entries import bibtex_items, plain_latex
from dateline.editing.importing.column_map import ColumnMap
from dateline.editing.importing.given_tables import TableError
from dateline.editing.importing.import_run import Destination, planner_of
from dateline.editing.importing.listed_sources import ItemReader, items_of
from dateline.editing.importing.proposals import RowOutcome
from dateline.editing.importing.ris_entries import ris_items
from dateline.records.loading import Corpus
from dateline.records.types import RecordKind
from hypothesis import given
from hypothesis import strategies as st

BIBTEX = r"""
@string{ij = "The Journal of Wells"}
@comment{nothing {of} it}
@article{clerk,
  author = {Clerk, Anna and van der Berg, Jan and {The Agency}},
  title = {On {W}ells \& G\"{o}tter}, journal = ij # " II", year = 2017, month = nov,
  volume = {12}, number = {3}, pages = {101--117}, doi = {10.1000/182}, keywords = {a, b},
  url = {https://example.org/w}}
@book(old, title = "A {"}book{"}", publisher = {Old Press}, address = {London}, isbn = {978-0-306-40615-7},
  date = {1999-05-03})
"""
RIS = """TY  - NEWS
TI  - Bridge
      hit
AU  - Clerk, Anna
AU  - Doe, John
PY  - 2017/11/08/
JO  - Crier
SP  - 3
EP  - 4
UR  - https://example.org/n
KW  - one
KW  - two
ER  -
"""


def sources(form: str, text: str, folder: Path) -> tuple[list[dict[str, Any]], RowOutcome]:
    """Return the sources that a file comes to, and all that was told."""
    path = folder / "b.txt"
    path.write_text(text, encoding="utf-8")
    _, desk = planner_of(ColumnMap(name="b", record=RecordKind.SOURCE), Destination(Corpus(), folder, folder, "b.txt"))
    outcome, reader = RowOutcome(), ItemReader(desk)
    for row, item in items_of(form, path):
        reader.read(row, item, outcome)
    made = [one for one in outcome.proposals if one.kind is RecordKind.SOURCE]
    return [dict(one.values) for one in made], outcome


def test_bibtex_is_read_with_its_macros_names_and_letters(tmp_path: Path) -> None:
    (article, book), outcome = sources("bibtex", BIBTEX, tmp_path)
    assert article == {
        "title": "On Wells & Götter",
        "authors": [{"name": "Anna Clerk"}, {"name": "Jan van der Berg"}, {"name": "The Agency"}],
        "kind": "article",
        "container": "The Journal of Wells II",
        "volume": "12",
        "issue": "3",
        "pages": "101–117",
        "doi": "10.1000/182",
        "url": "https://example.org/w",
        "published": "2017-11",
        "state": "draft",
    }
    assert (book["published"], book["publisher"], book["place_published"]) == ("1999-05-03", "old-press", "London")
    assert [(one.row, one.column, one.said) for one in outcome.unplaced] == [(1, "keywords", "a, b")]
    assert str(outcome.unplaced[0].position).endswith("b.txt:4:1")


def test_ris_is_read_with_its_names_days_and_pages(tmp_path: Path) -> None:
    (news,), outcome = sources("ris", RIS, tmp_path)
    assert news == {
        "title": "Bridge hit",
        "authors": [{"name": "Anna Clerk"}, {"name": "John Doe"}],
        "kind": "article",
        "container": "Crier",
        "pages": "3-4",
        "url": "https://example.org/n",
        "published": "2017-11-08",
        "state": "draft",
    }
    assert [one.said for one in outcome.unplaced] == ["one; two"]


def test_csl_is_read_with_particles_spans_and_dates_as_people_write_them(tmp_path: Path) -> None:
    items = [
        {
            "id": "x",
            "type": "article-journal",
            "title": "A",
            "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."}],
            "issued": {"date-parts": [["2017", 11], [2017, 12]]},
            "abstract": "Long",
        },
        {"id": "y", "type": "book", "title": "B", "issued": {"raw": "03/04/2017"}, "URL": "javascript:alert(1)"},
        {"id": "z", "type": "book"},
    ]
    (one, other), outcome = sources("csl", json.dumps(items), tmp_path)
    assert one["authors"] == [{"name": "Jan van der Berg Jr."}]
    assert (one["published"], one["kind"]) == ("2017-11/2017-12", "article")
    assert other.keys() == {"title", "kind", "state"}
    assert {(told.row, told.column) for told in outcome.unplaced} == {
        (1, "abstract"),
        (2, "published"),
        (2, "URL"),
        (3, "id"),
    }


@pytest.mark.parametrize(
    "form, said, written",
    [
        ("csl", {"date-parts": [[1831, 5]]}, "1831-05"),
        ("csl", {"raw": "May 1831"}, "1831-05"),
        ("csl", {"literal": "[-0383..-0321]"}, "[-0383..-0321]"),
        ("csl", {"raw": "long ago"}, None),
        ("bibtex", "-0424", "-0424"),
        ("bibtex", "1831-05-03", "1831-05-03"),
        ("bibtex", "long ago", None),
    ],
)
def test_an_old_text_comes_in_with_the_time_of_its_writing(
    tmp_path: Path, form: str, said: object, written: str | None
) -> None:
    item = {"id": "x", "type": "book", "title": "Wells", "original-date": said}
    text = json.dumps([item]) if form == "csl" else f"@book{{x, title = {{Wells}}, origdate = {{{said}}}}}"
    (made,), outcome = sources(form, text, tmp_path)
    assert made.get("written") == written
    assert [one.column for one in outcome.unplaced] == ([] if written else ["written"])


@pytest.mark.parametrize("form", ["csl", "ris"])
def test_a_case_of_a_reference_manager_is_a_judgment_of_its_court(tmp_path: Path, form: str) -> None:
    case = {"id": "x", "type": "legal_case", "title": "A v. B", "authority": "Town Court", "container-title": "T.R."}
    text = json.dumps([case]) if form == "csl" else "TY  - CASE\nTI  - A v. B\nPB  - Town Court\nER  - \n"
    (made,), _ = sources(form, text, tmp_path)
    assert (made["kind"], made["title"], made["publisher"]) == ("judgment", "A v. B", "town-court")


def test_an_item_that_stands_twice_is_one_source(tmp_path: Path) -> None:
    made, outcome = sources("csl", json.dumps([{"id": "x", "title": "A"}, {"id": "x", "title": "A"}]), tmp_path)
    assert len(made) == 1
    assert "row 1 is the same" in outcome.unplaced[0].why


@pytest.mark.parametrize(
    "text,plain",
    [
        (r"\'{e}t\'e", "été"),
        (r"{\ss}", "ß"),
        (r"\v{S}im\'{\i}k", "Šimík"),
        (r"\c{c}a--b~c", "ça–b c"),
        (r"\emph{very} {B}ig \& 100\%", "very Big & 100%"),
        (r"``quoted''", "“quoted”"),
        (r"a \{b\}", "a {b}"),
    ],
)
def test_latex_is_read_as_it_looks(text: str, plain: str) -> None:
    assert plain_latex(text) == plain


@pytest.mark.parametrize(
    "form,text",
    [
        ("bibtex", "@article{x, title = {A}"),
        ("bibtex", '@article{x, title = "A'),
        ("bibtex", "@article{x"),
        ("ris", "TY  - NEWS\nTI  - A\n"),
        ("ris", "no ris\n"),
        ("csl", "{"),
        ("csl", '{"a": 1}'),
        ("csl", "[1]"),
    ],
)
def test_a_file_that_is_none_is_told(tmp_path: Path, form: str, text: str) -> None:
    with pytest.raises(TableError):
        sources(form, text, tmp_path)


@given(st.text(st.sampled_from('@{}()",=#\\aA1 \n'), max_size=60))
def test_no_text_makes_the_reading_of_bibtex_or_ris_fail_otherwise(text: str) -> None:
    for read in (bibtex_items, ris_items):
        try:
            read(text)
        except TableError as error:
            assert str(error)  # noqa: PT017 - any text may also be read
    plain_latex(text)
