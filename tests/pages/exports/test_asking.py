"""What programs ask of the records: looked up whole, within bounds, and whatever they ask for nothing is changed."""

import json
from collections.abc import Iterator
from typing import Any, Final

import pytest
from dateline.pages.exports.asking import AskedRecords, Bounds, RefusedQuestionError, answer_of, asked_records
from dateline.pages.exports.lookups import PARTS, claims_with, record_told, rows_told
from exported import edition_named
from projects import SITE_URL

BOUNDS: Final = Bounds(rows=5, letters=2_000, cell=1_000, value=50_000, columns=50, looks=500, seconds=60)
ENDLESS: Final = "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT"


@pytest.fixture(scope="module")
def records() -> Iterator[AskedRecords]:
    with asked_records(edition_named("small"), BOUNDS) as opened:
        yield opened


def refusal(records: AskedRecords, sql: str) -> str:
    with pytest.raises(RefusedQuestionError) as told:
        records.answer(sql, {})
    return str(told.value)


def test_each_record_is_told_by_its_id(records: AskedRecords) -> None:
    graph = edition_named("small").chronology
    for kind, parts in PARTS.items():
        for id_ in getattr(graph, f"{kind}s"):
            told: Any = record_told(records, kind, id_)
            assert (told["id"], parts.keys() - told.keys()) == (id_, set())
            assert told["url"].startswith(SITE_URL)


def test_a_claim_is_told_with_each_speaker_stance_and_paragraph(records: AskedRecords) -> None:
    edition = edition_named("small")
    for reference, context in edition.chronology.claims.items():
        told: Any = record_told(records, "claim", reference)
        assert told["outcome"] == edition.outcome(context.event, context.claim).value
        said = [(one["speaker"], one["stance"], one["source"], one["paragraph"]) for one in told["reports"]]
        assert said == [
            (edition.chronology.origin(one), one.stance, one.cite.source, one.cite.spot)
            for one in context.claim.reports
        ]
        assert all(one["url"].startswith(f"{SITE_URL}sources/") for one in told["reports"])


@pytest.mark.parametrize("words", ["market", "MARKET water", '"market', "market:", "-market", "(market", "mar ket* OR"])
def test_what_is_a_sign_of_the_search_is_a_word_like_any(records: AskedRecords, words: str) -> None:
    texts = [one.claim.text.casefold() for one in edition_named("small").chronology.claims.values()]
    plain = [word.strip('":-(*').casefold() for word in words.split()]
    found: Any = claims_with(records, words)["claims"]
    assert {one["text"].casefold() for one in found} == {
        text for text in texts if all(word in text.replace(".", "").split() for word in plain)
    }


def test_without_a_word_nothing_is_searched_for(records: AskedRecords) -> None:
    with pytest.raises(RefusedQuestionError, match="no word"):
        claims_with(records, ' " ')


def test_a_record_that_is_not_there_is_told_with_what_is_near(records: AskedRecords) -> None:
    with pytest.raises(RefusedQuestionError) as told:
        record_told(records, "actor", "counsil")
    assert str(told.value) == "there is no actor counsil (did you mean 'council'?)"


@pytest.mark.parametrize(
    "sql, said",
    [
        (f"{ENDLESS} count(*) FROM x", "this takes too long: ask for less"),
        ("SELECT randomblob(1000000000)", "string or blob too big"),
        ("SELECT group_concat(a.n || b.n) FROM big a, big b", "string or blob too big"),
        ("SELECT printf('%.*c', 2000000000, 'x')", "not authorized to use function: printf"),
        (f"SELECT 'a' LIKE '{'%a' * 40}'", "LIKE or GLOB pattern too complex"),
        ("SELECT load_extension('made')", "the records can only be read: ask with SELECT"),
        ("ATTACH 'made.sqlite' AS made", "the records can only be read: ask with SELECT"),
        ("DELETE FROM events", "the records can only be read: ask with SELECT"),
        ("SELECT " + ", ".join("1" * 60), "too many columns in result set"),
        ("SELECT '\ud800'", "surrogates not allowed"),
        ("SELECT 1\0", "null character"),
        ("SELECT CAST(x'ff' AS TEXT)", "Could not decode to UTF-8"),
        ("SELECT :missing", "missing"),
    ],
)
def test_a_question_that_would_change_or_cost_is_refused(records: AskedRecords, sql: str, said: str) -> None:
    big = "WITH RECURSIVE big(n) AS (SELECT hex(zeroblob(1000)) UNION ALL SELECT n FROM big LIMIT 200) "
    assert said in refusal(records, f"{big}{sql}" if "FROM big" in sql else sql)


@pytest.mark.parametrize("sql", ["VACUUM", "VACUUM INTO 'made.sqlite'", "DROP TABLE claims_fts", "REINDEX"])
def test_a_search_finds_the_same_after_a_question_that_was_refused(records: AskedRecords, sql: str) -> None:
    before = claims_with(records, "market")
    refusal(records, sql)
    assert claims_with(records, "market") == before


def test_an_answer_is_cut_at_its_bounds_and_says_so(records: AskedRecords) -> None:
    told: Any = rows_told(records, f"{ENDLESS} n FROM x")
    assert told == {"rows": [{"n": n} for n in range(1, BOUNDS.rows + 1)], "more_rows": True}
    long: Any = rows_told(records, f"{ENDLESS} hex(zeroblob(800)) AS h FROM x")
    assert {len(one["h"]) for one in long["rows"]} == {BOUNDS.cell + 1}
    assert (len(long["rows"]), long["more_rows"]) == (2, True)
    assert "more_rows" not in rows_told(records, "SELECT 1")


def test_the_tables_and_views_can_be_asked_for(records: AskedRecords) -> None:
    told: Any = rows_told(records, "SELECT name, sql FROM sqlite_schema WHERE name IN ('claims', 'said') ORDER BY name")
    assert [one["name"] for one in told["rows"]] == ["claims", "said"]
    assert all(one["sql"].startswith("CREATE ") for one in told["rows"])


def test_what_json_has_no_word_for_is_told_as_text() -> None:
    answer = answer_of(edition_named("small"), "SELECT x'00ff', 9e999, -9e999, NULL", {})
    assert answer.rows == [("x'00ff'", "inf", "-inf", None)]
    assert json.loads(json.dumps(answer.rows, allow_nan=False))


def test_a_question_of_few_steps_that_move_very_much_is_refused_when_its_time_is_over() -> None:
    sorted_ = "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x LIMIT 5000) SELECT max(n) FROM x"
    with asked_records(edition_named("small"), BOUNDS._replace(seconds=-1)) as records:
        assert refusal(records, sorted_) == "this takes too long: ask for less"
        assert record_told(records, "actor", "council")["id"] == "council"
    with asked_records(edition_named("small"), BOUNDS) as records:
        assert records.answer(sorted_, {}).rows == [(5000,)]
