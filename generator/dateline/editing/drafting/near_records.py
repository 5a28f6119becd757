"""What a name may mean that no record has: the records that are called nearly so."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, Final

from dateline.ground.problems import did_you_mean
from dateline.pages.search.folding import fold, words
from dateline.records.types import Actor, RecordKind
from dateline.records.types.dated_facts import every_name

_MOST: Final = 3
_NEAR: Final = 0.75

Records = Mapping[str, Any]
"""Records of one kind by their ids."""


def titles_of(kind: RecordKind, record: Any) -> Iterable[str]:
    """Return what a record is called, besides its id."""
    match kind:
        case RecordKind.ACTOR | RecordKind.PLACE:
            return every_name(record)
        case RecordKind.SOURCE:
            return (record.title, *record.titles.values())
        case RecordKind.DISPUTE:
            return (record.question,)
        case _:
            return (record.title,)


def near_record(kind: RecordKind, text: str, records: Records, ids: Iterable[str], actors: Mapping[str, Actor]) -> str:
    """Return a question that names the records that `text` may mean, or nothing where none is near.

    An id that is near comes first, then a name; then what has all the words in its names or, of a source, in that of
    its publisher.
    """
    if question := did_you_mean(text, ids):
        return question
    called = {id_: [title for title in titles_of(kind, one) if title] for id_, one in records.items()}
    near = _alike(text, called) or _with_the_words(text, called, _publishers(kind, records, actors))
    told = [f"'{id_}'{f' ({called[id_][0]})' if called[id_] else ''}" for id_ in near[:_MOST]]
    return f"did you mean {' or '.join(told)}{' …' if len(near) > _MOST else ''}?" if told else ""


def _alike(text: str, called: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the records whose names are spelt nearly so, the nearest first."""
    wanted = fold(text)
    likeness = {
        id_: max((difflib.SequenceMatcher(None, wanted, fold(name)).ratio() for name in names), default=0.0)
        for id_, names in called.items()
    }
    return sorted((id_ for id_, ratio in likeness.items() if ratio >= _NEAR), key=lambda id_: (-likeness[id_], id_))


def _publishers(kind: RecordKind, records: Records, actors: Mapping[str, Actor]) -> Mapping[str, Iterable[str]]:
    if kind is not RecordKind.SOURCE:
        return {}
    published = {id_: actors.get(one.publisher) for id_, one in records.items()}
    return {id_: titles_of(RecordKind.ACTOR, one) for id_, one in published.items() if one is not None}


def _with_the_words(text: str, called: Mapping[str, Iterable[str]], more: Mapping[str, Iterable[str]]) -> list[str]:
    wanted = words(text)
    said = {id_: f" {' '.join(words(' '.join([*names, *more.get(id_, ())])))}" for id_, names in called.items()}
    return sorted(id_ for id_, all_of_it in said.items() if wanted and all(f" {one}" in all_of_it for one in wanted))
