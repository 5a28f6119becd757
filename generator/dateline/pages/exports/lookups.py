"""What programs ask of the records most often: a claim with all that is said of it, an event, an actor, a dispute."""

from typing import Final

from dateline.ground.json_values import Json, JsonObject
from dateline.pages.exports.asking import AskedRecords, RefusedQuestionError, SqlAnswer

_FOUND: Final = """SELECT c.id AS claim, c.text, c.outcome, e.id AS event, e.title, e.date, c.url
FROM claims_fts f JOIN claims c ON c.rowid = f.rowid JOIN events e ON e.id = c.event
WHERE claims_fts MATCH :words ORDER BY f.rank, c.id"""
_REPORTS: Final = """SELECT r.speaker, a.name AS speaker_name, r.chain, r.voice, r.stance, r.modality, r.counts,
  r.source, s.title AS source_title, p.name AS publisher, s.published, coalesce(r.passage, r.paragraph) AS paragraph,
  g.begins, s.original_url, r.inferred, r.note, r.url
FROM reports r JOIN sources s ON s.id = r.source LEFT JOIN actors a ON a.id = r.speaker
LEFT JOIN actors p ON p.id = s.publisher
LEFT JOIN paragraphs g ON g.source = r.source AND g.spot = coalesce(r.passage, CAST(r.paragraph AS TEXT))
WHERE r.claim = :id ORDER BY r.number"""
_CLAIMS: Final = "SELECT id AS claim, text, outcome, reports, voices, disputes, url FROM claims"
_OF_EVENT: Final = {
    "claims": f"{_CLAIMS} WHERE event = :id",
    "places": "SELECT p.id, p.name, x.note FROM event_places x JOIN places p ON p.id = x.place WHERE x.event = :id",
    "actors": "SELECT a.id, a.name, x.role FROM event_actors x JOIN actors a ON a.id = x.actor WHERE x.event = :id",
    "related": "SELECT other AS event, how, speaker, source, anchor FROM event_ties WHERE event = :id",
}
_OF_CLAIM: Final = {
    "reports": _REPORTS,
    "figures": "SELECT report, measure, whose, item, min, max, unit, currency, approximate, scope, wording "
    "FROM figures WHERE claim = :id ORDER BY report, number",
    "disputes": "SELECT DISTINCT d.id, d.question, d.status, d.url FROM positions p "
    "JOIN disputes d ON d.id = p.dispute WHERE p.claim = :id",
}
_OF_ACTOR: Final = {
    "part_of": "SELECT x.part_of AS actor, a.name, x.as_what, x.since, x.until FROM actor_parts x "
    "JOIN actors a ON a.id = x.part_of WHERE x.actor = :id",
    "said": "SELECT claim, text, outcome, stance, modality, source, published, spot AS paragraph, url FROM said "
    "WHERE speaker = :id ORDER BY happened, claim",
    "took_part": "SELECT event, title, date, role, url FROM took_part WHERE actor = :id ORDER BY happened, event",
}
_OF_DISPUTE: Final = {
    "positions": "SELECT position, label, of_position AS stance, claim, text, outcome FROM disputed "
    "WHERE dispute = :id ORDER BY position, claim",
}
PARTS: Final = {"event": _OF_EVENT, "claim": _OF_CLAIM, "actor": _OF_ACTOR, "dispute": _OF_DISPUTE}
"""What is told of each kind of record beside its own columns, and the question that finds it."""


def claims_with(records: AskedRecords, words: str) -> JsonObject:
    """Return the claims that have all of some words, the best first; raises RefusedQuestionError."""
    # In quotes no sign of theirs means anything to the search.
    quoted = (f'"{word}"' for word in words.replace('"', " ").split())
    asked = " ".join(quoted)
    if not asked:
        raise RefusedQuestionError("this has no word to search for")
    return _listed("claims", records.answer(_FOUND, {"words": asked}))


def record_told(records: AskedRecords, kind: str, id_: str) -> JsonObject:
    """Return a claim, an event, an actor or a dispute with all that is said of it; raises RefusedQuestionError."""
    own = records.answer(f'SELECT * FROM "{kind}s" WHERE id = :id', {"id": id_})  # noqa: S608 - one of PARTS
    if not own.rows:
        near = records.near(f"{kind}s", id_)
        raise RefusedQuestionError(f"there is no {kind} {id_[:100]}" + (f" ({near})" if near else ""))
    told: JsonObject = {}
    for name, question in PARTS[kind].items():
        told |= _listed(name, records.answer(question, {"id": id_}))
    return {**_rows(own)[0], **told}


def rows_told(records: AskedRecords, sql: str) -> JsonObject:
    """Return the rows that a question finds; raises RefusedQuestionError."""
    return _listed("rows", records.answer(sql, {}))


def _listed(name: str, answer: SqlAnswer) -> JsonObject:
    """Return what was found under its name, and that there is more where there is."""
    return {name: _rows(answer), **({f"more_{name}": True} if answer.is_cut else {})}


def _rows(answer: SqlAnswer) -> list[dict[str, Json]]:
    """Return each row as an object, without what is empty."""
    named = (zip(answer.columns, row, strict=True) for row in answer.rows)
    return [{name: value for name, value in row if value is not None} for row in named]
