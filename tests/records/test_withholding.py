"""What readers get names nothing that is withheld, whichever record that is, and loses nothing else."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from dateline.ground import dates
from dateline.ground.dates import Edtf
from dateline.records import withholding
from dateline.records.chronology import link
from dateline.records.loading import Corpus, Filed, load
from dateline.records.types import Change, Creator, Event, RecordKind, Withheld
from dateline.records.types.named_kinds import CLAIM, named_by
from dateline.records.types.shapes import bare, inside, keys_of, values_of
from projects import CASES

_SINCE = Withheld(until="never", reason="safety", on=dates.parse("2026-11-29"))


@cache
def _corpus(case: str) -> Corpus:
    folder = CASES / case / "content"
    return load(folder, folder.parent)[0]


def _every(case: str) -> list[tuple[str, RecordKind, str]]:
    return [(case, kind, id_) for kind in RecordKind for id_ in _corpus(case).records.get(kind, {})]


def _with(corpus: Corpus, kind: RecordKind, id_: str, **values: object) -> Corpus:
    filed: Filed[Any] = corpus.records[kind][id_]
    changed = Filed(replace(filed.record, **values), filed.document)
    return replace(corpus, records={**corpus.records, kind: {**corpus.records[kind], id_: changed}})


def _named(value: object, annotation: object) -> Iterator[tuple[str, str]]:
    """Yield every record and claim that a value of a record names, by what the types say of its texts."""
    if is_dataclass(value) and not isinstance(value, Edtf | type):
        said = values_of(value)
        for key, one in keys_of(type(value)).items():
            yield from _named(said[key], one)
    elif isinstance(value, tuple):
        for part in value:
            yield from _named(part, inside(annotation))
    elif isinstance(value, dict):
        key_type = get_args(bare(annotation))[0] if get_origin(bare(annotation)) is dict else None
        for key, part in value.items():
            yield from _named(key, key_type)
            yield from _named(part, inside(annotation))
    elif isinstance(value, str) and (kind := named_by(annotation)):
        yield kind, value


@pytest.mark.parametrize("case, kind, id_", [*_every("hostile"), *_every("small")])
def test_nothing_that_is_left_names_what_is_withheld(case: str, kind: RecordKind, id_: str) -> None:
    left, held = withholding.without_withheld(_with(_corpus(case), kind, id_, withheld=_SINCE))
    gone = {(one.kind, one.id) for one in held}
    assert (kind.value, id_) in gone
    records = [filed.record for of in left.records.values() for filed in of.values()]
    named = {found for record in records for found in _named(record, type(record))}
    assert named & gone == set()
    brief = left.brief.record if left.brief else None
    assert set(_named(brief, type(brief))) & gone == set()
    assert all((RecordKind(type(record).__name__.lower()).value, record.id) not in gone for record in records)


@pytest.mark.parametrize("role", ["authors", "editors", "translators"])
def test_a_source_stays_without_whoever_made_it_and_is_withheld(role: str) -> None:
    makers = {role: (Creator(actor="mayor"), Creator(name="A. Clerk"))}
    corpus = _with(_corpus("small"), RecordKind.SOURCE, "herald-2020-05-04", **makers)
    left, _ = withholding.without_withheld(_with(corpus, RecordKind.ACTOR, "mayor", withheld=_SINCE))
    source = left.records[RecordKind.SOURCE]["herald-2020-05-04"].record
    assert getattr(source, role) == (Creator(name="A. Clerk"),)


@pytest.mark.parametrize("case, kind, id_", _every("small"))
def test_what_does_not_name_it_is_the_same_object(case: str, kind: RecordKind, id_: str) -> None:
    corpus = _with(_corpus(case), kind, id_, withheld=_SINCE)
    left, held = withholding.without_withheld(corpus)
    gone = {(one.kind, one.id) for one in held}
    for of_kind, of in corpus.records.items():
        for other, filed in of.items():
            if not {(of_kind.value, other), *_named(filed.record, type(filed.record))} & gone:
                assert left.records[of_kind][other].record is filed.record


_FLOOD = "2020-05-04-market-flooded"


def _flood(**values: object) -> Corpus:
    return _with(_corpus("small"), RecordKind.EVENT, _FLOOD, **values)


def _half_withheld(*notes: tuple[str, str]) -> Event:
    event: Event = _corpus("small").records[RecordKind.EVENT][_FLOOD].record
    first, *others = event.claims
    history = tuple(Change(date=dates.parse(day), type="correction", note=note) for day, note in notes)
    corpus = _flood(claims=(replace(first, withheld=_SINCE), *others), history=history)
    left: Event = withholding.without_withheld(corpus)[0].records[RecordKind.EVENT][_FLOOD].record
    assert first.id not in {claim.id for claim in left.claims}
    return left


def test_an_entry_from_before_that_names_a_withheld_claim_goes_with_it() -> None:
    first = _corpus("small").records[RecordKind.EVENT][_FLOOD].record.claims[0].id
    told = (("2026-11-29", f"{first} is withheld."), ("2026-11-28", f"{first}: 12, not 21."), ("2026-11-27", "A word."))
    assert [entry.note for entry in _half_withheld(*told).history] == [f"{first} is withheld.", "A word."]


def test_an_entry_stays_where_another_word_only_begins_like_the_claim() -> None:
    first = _corpus("small").records[RecordKind.EVENT][_FLOOD].record.claims[0].id
    assert _half_withheld(("2026-11-01", f"{first}-again was added.")).history


def test_texts_are_withheld_by_themselves_and_by_another_version() -> None:
    corpus = _corpus("small")
    own = _flood(withheld=replace(_SINCE, fields=("summary",)))
    assert withholding.hidden_texts(own) == {("event", _FLOOD): frozenset({"summary"})}
    assert corpus.records[RecordKind.EVENT][_FLOOD].record.summary
    for left, held in (
        withholding.without_withheld(own),
        withholding.without_withheld(corpus, hidden=withholding.hidden_texts(own)),
    ):
        filed = left.records[RecordKind.EVENT][_FLOOD]
        assert (filed.record.summary, filed.record.withheld, held) == (None, None, ())
        assert filed.document.digest != corpus.records[RecordKind.EVENT][_FLOOD].document.digest


@pytest.mark.parametrize("field", ["title", "id", "claims", "date"])
def test_what_a_record_must_have_is_not_withheld_alone(field: str) -> None:
    left, _ = withholding.without_withheld(_flood(withheld=replace(_SINCE, fields=(field,))))
    assert getattr(left.records[RecordKind.EVENT][_FLOOD].record, field) == getattr(
        _corpus("small").records[RecordKind.EVENT][_FLOOD].record, field
    )


def test_a_dispute_whose_outcome_is_no_position_stays_where_only_a_text_is_withheld() -> None:
    corpus = _flood(withheld=replace(_SINCE, fields=("summary",)))
    disputes = corpus.records[RecordKind.DISPUTE]
    id_, filed = next((id_, filed) for id_, filed in disputes.items() if filed.record.resolution is not None)
    resolution = replace(filed.record.resolution, outcome=("nowhere",))
    left, held = withholding.without_withheld(_with(corpus, RecordKind.DISPUTE, id_, resolution=resolution))
    assert id_ in left.records[RecordKind.DISPUTE]
    assert held == ()


@pytest.mark.parametrize("reason", ["embargo", "safety", "legal"])
def test_only_what_no_reader_has_seen_has_no_address(reason: Any) -> None:
    held = link(_flood(withheld=replace(_SINCE, reason=reason)), drafts=False).held
    assert (RecordKind.EVENT.value, _FLOOD) in {(one.kind, one.id) for one in held}
    assert {one.has_address for one in held} == {reason != "embargo"}
    assert {one.since.text for one in held} == {"2026-11-29"}


def test_an_editor_sees_what_is_withheld() -> None:
    assert _FLOOD in link(_flood(withheld=_SINCE), drafts=True).events
    assert _FLOOD not in link(_flood(withheld=_SINCE), drafts=False).events
    assert {one.kind for one in link(_flood(withheld=_SINCE), drafts=False).held} >= {RecordKind.EVENT.value, CLAIM}


def test_a_picture_that_only_a_withheld_text_shows_goes(tmp_path: Path) -> None:
    corpus = replace(_corpus("small"), images={"images/a.png": tmp_path, "images/b.png": tmp_path})
    actors = corpus.records[RecordKind.ACTOR]
    first, second = sorted(actors)[:2]
    both = _with(corpus, RecordKind.ACTOR, first, body="![a](images/a.png) ![b](images/b.png)", withheld=_SINCE)
    both = _with(both, RecordKind.ACTOR, second, body="![b](images/b.png)")
    assert set(withholding.without_withheld(both)[0].images) == {"images/b.png"}
