"""Rules about words: the chronology's vocabulary is closed."""

from collections.abc import Collection, Iterator
from typing import Final

from generator.problems import Code, Problem, did_you_mean
from generator.records import RecordKind
from generator.rules.context import EACH, Context, Path

_WORDS: Final[dict[RecordKind, dict[Path, str]]] = {
    RecordKind.EVENT: {
        ("kind",): "event_kinds",
        ("actors", EACH, "role"): "roles",
        ("claims", EACH, "reports", EACH, "figures", EACH, "measure"): "measures",
    },
    RecordKind.ACTOR: {("sides", EACH, "side"): "sides"},
    RecordKind.PLACE: {("kind",): "place_kinds"},
}
"""Where records use words of the vocabulary, and of which list."""


def words_are_in_the_vocabulary(context: Context) -> Iterator[Problem]:
    """Every kind, role, measure and side is a word of chronology.yml's vocabulary."""
    if context.corpus.masthead is None:
        return
    vocabulary = context.chronology.masthead.vocabulary
    for part in context.parts():
        for path, list_name in _WORDS.get(part.kind, {}).items():
            known: Collection[str] = getattr(vocabulary, list_name)
            for steps, word in part.texts(path):
                if word not in known:
                    code = Code.UNKNOWN_MEASURE if list_name == "measures" else Code.UNKNOWN_WORD
                    hint = did_you_mean(word, known) or f"known words: {', '.join(sorted(known)) or 'none'}"
                    yield from part.problems(steps, code, f"'{word}' is not among the {list_name}", hint)
