"""The database: whole, the same bytes of the same records, and with an answer to each question of the docs."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from dateline.pages.exports.all_tables import CSV_TABLES, TABLES, rows_of_all, rows_of_record
from dateline.pages.exports.counts import counts_of_all
from dateline.pages.exports.database import DATABASE_PATH, SEARCHED, database, filled, has_search
from dateline.pages.exports.table import Cell, RecordTable
from exported import NAMES, edition_named, exports_named, laid_out
from projects import ROOT, SITE_URL

ASKED = re.compile(r"^\| (?P<question>[^|]+\?) \| `(?P<sql>SELECT [^`]+)` \|$", re.MULTILINE)
QUESTIONS = dict(ASKED.findall((ROOT / "docs" / "text" / "how-to" / "ask.md").read_text(encoding="utf-8")))
VIEW = re.compile(r"\bFROM (\w+)")


@pytest.fixture(scope="module", params=NAMES)
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = laid_out(tmp_path_factory.mktemp("site"), {DATABASE_PATH: exports_named(request.param)[DATABASE_PATH]})
    with closing(sqlite3.connect(f"file:{folder / DATABASE_PATH}?mode=ro", uri=True)) as connection:
        yield connection


def row(table: str, **values: Cell) -> list[Cell]:
    """Return a row that has these values, by the names of their columns."""
    names = [column.name for one in TABLES if one.name == table for column in one.columns]
    assert values.keys() <= set(names)
    return [values.get(name) for name in names]


def of(base: sqlite3.Connection, sql: str, **values: str) -> list[tuple[object, ...]]:
    return base.execute(sql, values).fetchall()


def test_it_is_whole_and_each_key_leads_to_a_row(base: sqlite3.Connection) -> None:
    assert of(base, "PRAGMA integrity_check") == [("ok",)]
    assert of(base, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("name", NAMES)
def test_it_has_the_rows_of_the_chronology(name: str, tmp_path: Path) -> None:
    path = laid_out(tmp_path, exports_named(name)) / DATABASE_PATH
    with closing(sqlite3.connect(path)) as base:
        counts = counts_of_all(edition_named(name))
        assert {table: of(base, f"SELECT count(*) FROM {table}") for table in counts} == {  # noqa: S608
            table: [(count,)] for table, count in counts.items()
        }
        assert of(base, "SELECT count(*) FROM said") == [(counts["reports"],)]
        assert of(base, "SELECT count(*) FROM counted") == [(counts["figures"],)]


def test_the_same_rows_give_the_same_bytes_and_tell_nothing_of_what_wrote_them() -> None:
    edition = edition_named("small")
    rows = rows_of_all(edition, lambda record: rows_of_record(edition, record))
    content = database(rows, SITE_URL)
    assert content == database(rows, SITE_URL) == exports_named("small")[DATABASE_PATH]
    assert content[24:28] == content[92:96] == b"\0\0\0\1"
    assert content[96:100] == (3_040_000).to_bytes(4, "big")


def test_the_docs_have_a_question_for_each_view() -> None:
    with closing(filled({})) as base:
        views = {name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")}
    asked = {name for sql in QUESTIONS.values() for name in VIEW.findall(sql)}
    assert len(QUESTIONS) >= 10
    assert views - asked == {"places_within"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_of_the_docs_has_an_answer(question: str) -> None:
    edition = edition_named("hostile")
    event = next(iter(edition.chronology.events.values()))
    values = {
        "actor": event.actors[0].actor,
        "claim": f"{event.id}#{event.claims[0].id}",
        "place": next(iter(edition.chronology.places)),
        "first": "0001-01-01",
        "last": "9999-12-31",
        "words": "a*",
    }
    rows = rows_of_all(edition, lambda record: rows_of_record(edition, record))
    with closing(filled(rows)) as base:
        found = base.execute(QUESTIONS[question], values)
        assert len({column for column, *_ in found.description}) == len(found.description)
        assert found.fetchall() or "exclude" in question


def test_numbers_that_exclude_each_other_are_found_and_those_that_agree_are_not() -> None:
    bounds = ((1, 2), (2, 5), (6, 6))
    rows = {
        "events": [row("events", id="e")],
        "claims": [row("claims", id="e#c", event="e")],
        "sources": [row("sources", id="s")],
        "reports": [row("reports", claim="e#c", number=number, source="s") for number in range(3)],
    }
    figures = [
        row("figures", claim="e#c", report=number, number=1, measure="killed", min=low, max=high)
        for number, (low, high) in enumerate(bounds)
    ]
    (sql,) = (sql for question, sql in QUESTIONS.items() if "exclude" in question)
    for heard, found in ((2, []), (3, [("e", "killed", None, 2, 6)])):
        with closing(filled({**rows, "figures": figures[:heard]})) as base:
            assert base.execute(sql).fetchall() == found


def test_a_place_has_what_happened_within_it() -> None:
    rows = {
        "places": [row("places", id="city", name="City"), row("places", id="region", name="Region")],
        "place_parts": [row("place_parts", place="city", within="region")],
        "events": [row("events", id="flood", title="Flood", date="2020")],
        "event_places": [row("event_places", event="flood", place="city")],
    }
    with closing(filled(rows)) as base:
        assert of(base, "SELECT place FROM happened_at ORDER BY place") == [("city",), ("region",)]


@pytest.mark.parametrize(
    "table", [one for one in CSV_TABLES if "url" in [column.name for column in one.columns]], ids=lambda one: one.name
)
@pytest.mark.parametrize("name", NAMES)
def test_an_address_that_the_database_works_out_is_that_of_the_table(name: str, table: RecordTable[object]) -> None:
    edition = edition_named(name)
    rows = rows_of_all(edition, lambda record: rows_of_record(edition, record))
    place = [column.name for column in table.columns].index("url")
    with closing(filled(rows, SITE_URL)) as base:
        found = sorted(str(url) for (url,) in of(base, f"SELECT url FROM {table.name}"))  # noqa: S608
    assert found == sorted(str(one[place]) for one in rows[table.name])


@pytest.mark.parametrize("table", SEARCHED)
def test_each_text_that_is_searched_is_found_by_its_words_without_their_accents(table: str) -> None:
    texts = dict.fromkeys(SEARCHED[table], "Abū Kamāl")
    with closing(filled({table: [row(table, id="id", **texts)]})) as base:
        assert has_search(base)
        sql = f"SELECT id FROM {table}_fts f JOIN {table} t ON t.rowid = f.rowid WHERE {table}_fts MATCH 'kamal'"  # noqa: S608
        assert of(base, sql) == [("id",)]


def test_a_number_greater_than_sqlite_counts_to_is_kept_as_near_as_it_can() -> None:
    figures = [row("figures", claim="e#c", report=0, number=1, measure="lost", min=10**21, max=2**63 - 1)]
    with closing(filled({"figures": figures})) as base:
        assert base.execute("SELECT min, max FROM figures").fetchall() == [(1e21, float(2**63))]
