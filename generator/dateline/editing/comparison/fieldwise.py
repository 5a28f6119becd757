"""Records field by field, their values in words."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import zip_longest
from typing import Any, Final, TypeVar

from dateline.ground.dates import Edtf, kept
from dateline.records.types.dated_facts import LiesIn, Membership
from dateline.records.types.shapes import values_of

_NOT_COMPARED: Final = frozenset({"_", "id", "history"})
T = TypeVar("T")


def changed_fields(old: Any, new: Any, skip: Collection[str] = ()) -> Iterator[tuple[str, Any, Any]]:
    """Yield the name and both values of each field that differs, ids and ledgers left aside."""
    for field in fields(new):
        name = field.name
        if (
            name not in _NOT_COMPARED
            and name not in skip
            and not _says_the_same(getattr(old, name), getattr(new, name))
        ):
            yield name, getattr(old, name), getattr(new, name)


def _says_the_same(old: object, new: object) -> bool:
    """Return whether two values are the same; of dates, whether they are written so: another zone is told once."""
    if isinstance(old, Edtf) and isinstance(new, Edtf):
        return kept(old) == kept(new)
    return old == new


def in_plain_words(value: object) -> str:
    """Return a value of a record as plain text; empty where there is none."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "yes", False: "no"}[value]
    if isinstance(value, tuple):
        return "; ".join(in_plain_words(entry) for entry in value)
    if isinstance(value, Mapping):
        return pairs_in_words(said_under(value))
    if is_dataclass(value) and not isinstance(value, Edtf):
        said = said_under(values_of(value))
        is_id_alone = isinstance(value, Membership | LiesIn) and len(said) == 1
        return next(iter(said.values())) if is_id_alone else pairs_in_words(said)
    return str(value)


def said_under(values: Mapping[str, object]) -> dict[str, str]:
    """Return as plain text what is said under each key; keys under which nothing is said are left out."""
    told = ((key, in_plain_words(value)) for key, value in values.items())
    return {key: text for key, text in told if text}


def pairs_in_words(said: Mapping[str, str]) -> str:
    """Return keys with what is said under them."""
    return ", ".join(f"{key}: {text}" for key, text in said.items())


def matched(
    old: Sequence[T], new: Sequence[T], keys: Sequence[Callable[[T], object]]
) -> list[tuple[int | None, int | None]]:
    """Pair the entries of two lists that have no ids, by the first of `keys` under which two are alike.

    Returns index pairs in the order of the new list, and those of the old list that found
    no partner last.
    """
    partner: dict[int, int] = {}
    free = dict.fromkeys(range(len(old)))
    for key in keys:
        waiting: dict[object, list[int]] = {}
        for index in free:
            waiting.setdefault(key(old[index]), []).append(index)
        for index, entry in enumerate(new):
            if index not in partner and (candidates := waiting.get(key(entry))):
                partner[index] = candidates.pop(0)
                del free[partner[index]]
    return [(partner.get(index), index) for index in range(len(new))] + [(index, None) for index in free]


def excerpt(before: str, after: str, longest: int) -> tuple[str, str]:
    """Return two texts shortened to where they differ, with three words before it."""
    if len(before) <= longest and len(after) <= longest:
        return before, after
    first, second = before.split(), after.split()
    same = next((i for i, (one, other) in enumerate(zip_longest(first, second)) if one != other), 0)
    start = max(same - 3, 0)
    return _cut(first, start, longest), _cut(second, start, longest)


def _cut(words: list[str], start: int, longest: int) -> str:
    text = ("… " if start else "") + " ".join(words[start:])
    return text if len(text) <= longest else f"{text[: longest - 2].rstrip()} …"
