"""Rules about words: the chronology's vocabulary is closed."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from dateline.ground.problems import Code, Problem, did_you_mean
from dateline.records.loading.filing import fences_for, home, is_by_its_word, proper_stem
from dateline.records.loading.wished_words import instead_of_word
from dateline.records.rules.context import EACH, Context, Path, RecordValues
from dateline.records.rules.picking import Picker, picker
from dateline.records.types import Place, RecordKind, Vocabulary
from dateline.records.types.shapes import keys_of
from dateline.records.types.standard_words import STANDARD_WORDS

_WORDS: Final[dict[RecordKind, dict[Path, str]]] = {
    RecordKind.EVENT: {
        ("kind",): "event_kinds",
        ("actors", EACH, "role"): "roles",
        ("related", EACH, "how"): "relations",
        ("tags", EACH): "tags",
        ("claims", EACH, "reports", EACH, "figures", EACH, "measure"): "measures",
    },
    RecordKind.SOURCE: {("kind",): "source_kinds"},
    RecordKind.ACTOR: {("kind",): "actor_kinds", ("sides", EACH, "side"): "sides"},
    RecordKind.PLACE: {("kind",): "place_kinds"},
    RecordKind.DISPUTE: {("kind",): "dispute_kinds", ("resolution", "rule"): "resolution_rules"},
}
"""Where records use words of the vocabulary, and of which list."""
_PARTED: Final = re.compile(r"[,;/&+]|\band\b")
_NOT_GIVEN: Final = ("unknown", "earth")
"""The precision, and the globe, of a place that states none."""


def words_are_in_the_vocabulary(context: Context) -> Iterator[Problem]:
    """Every kind, rule, role, measure and side is a word that every chronology has, or of its own vocabulary."""
    if context.corpus.masthead is None:
        return
    vocabulary = context.chronology.masthead.vocabulary
    pickers = {kind: picker(paths) for kind, paths in _WORDS.items()}
    lists = {name: vocabulary.terms(name).keys() for paths in _WORDS.values() for name in paths.values()}
    for part in context.parts():
        if not _is_doubtful(part, pickers[part.kind], lists):
            continue
        for path, list_name in _WORDS[part.kind].items():
            known = lists[list_name]
            for steps, word in part.texts(path):
                if word not in known:
                    code = Code.UNKNOWN_MEASURE if list_name == "measures" else Code.UNKNOWN_WORD
                    hint = _actors_home(part, vocabulary) if part.kind is RecordKind.PLACE else ""
                    hint = hint or _meant(list_name, word, known)
                    yield from part.problems(steps, code, f"'{word}' is not among the {list_name}", hint)


def _meant(list_name: str, word: str, known: Collection[str]) -> str:
    """Return what to write in the place of a word that nobody knows, or where to make it known."""
    standard, near = instead_of_word(list_name, word), _several(word, known) or did_you_mean(word, known)
    if standard and list_name in STANDARD_WORDS:
        new = f"'{proper_stem(word)}: {{like: {standard}}}'"
        return f"write {standard}, or add {new} to {list_name} in chronology.yml"
    words = ", ".join(known if list_name in STANDARD_WORDS else sorted(known)) or "none"
    id_ = proper_stem(word) or "ID"
    return near or f'known words: {words}; a new one: dateline word {list_name} {id_} "…"'


def _several(word: str, known: Collection[str]) -> str:
    """Return which words stand where one is taken."""
    parts = [part.strip() for part in _PARTED.split(word)]
    return f"it takes one word: {' or '.join(parts)}" if len(parts) > 1 and set(parts) <= set(known) else ""


def _actors_home(part: RecordValues, vocabulary: Vocabulary) -> str:
    """Return where a record among the places belongs that is an actor by its kind."""
    found = {key: value for key in keys_of(Place) for _, value in part.values((key,))}
    given = {key: value for key, value in found.items() if value and value not in _NOT_GIVEN}
    if not is_by_its_word(RecordKind.ACTOR, given, vocabulary):
        return ""
    moved = f"move it to {home(RecordKind.ACTOR, part.id)}{fences_for(RecordKind.PLACE, RecordKind.ACTOR)}"
    return f"this looks like an actor: {moved}"


def _is_doubtful(part: RecordValues, pick: Picker[str], lists: Mapping[str, Collection[str]]) -> bool:
    """Return whether the part may hold a word that nobody knows."""
    return isinstance(part.value, Mapping) or any(
        str(word).strip() not in lists[name] for name, word in pick(part.value)
    )
