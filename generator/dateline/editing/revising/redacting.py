"""A name or a passage that goes from all records: out of texts, histories and tombstones, and out of ids."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from dateline.editing.drafting import free_id
from dateline.editing.revising.entries import without_key
from dateline.editing.revising.ledger import Telling, graveyard
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.mentions import Target
from dateline.editing.revising.named_ids import known_ids
from dateline.editing.revising.refusal import RefusalError
from dateline.editing.revising.renaming import rename_unnamed
from dateline.ground.problems import Code
from dateline.ground.spelt_names import SpeltNames
from dateline.records.chronology import kind_of
from dateline.records.loading.corpus import GRAVEYARD
from dateline.records.loading.files import files_below, read_bytes
from dateline.records.types import Actor, Place, RecordKind
from dateline.records.types.fields import MAX_ID
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.redacted import digest_of, is_digest, mark
from dateline.records.withholding import names_of

_SHORTEST: Final = 3
_INSTEAD: Final = re.compile(r"[\w’ -]*")
_ADDRESS: Final = re.compile(r"https?://[^\s\"'<>\]})]+")
_IN_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+|(?<=id: )[a-z0-9]+\b")
_IN_IDS: Final = "redacted"
_SOURCES: Final = f"{RecordKind.SOURCE.folder}/"
_BURIED: Final = re.compile(r"(?<=\bid: )[\"']?([a-z0-9#-]+)")


Renamed = Mapping[Target, str]
"""What is called otherwise now, with the id that it has."""


@dataclass(frozen=True, slots=True)
class Left:
    """A place where the name still stands, and why it was left there."""

    path: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was taken out, and where it still stands."""

    names: tuple[str, ...]
    """All that was looked for: what was said, and the other names of whoever is called so."""
    found: tuple[str, ...]
    """The spellings that were found in files, as they stood there."""
    ids: Renamed
    """The records and claims whose ids had it, with the ids that took their place."""
    left: tuple[Left, ...]


def redact(manuscript: Manuscript, words: Sequence[str], told: Telling, instead: str = "") -> Redaction:
    """Take names or passages out of every file of records; `instead` is what readers may know in their place."""
    if not _INSTEAD.fullmatch(instead):
        message = f"'{instead}' is no plain phrase"
        raise RefusalError.because(Code.BAD_VALUE, message, "use letters, digits, blanks and hyphens only")
    bearers = list(_bearers(manuscript, words))
    names = tuple(dict.fromkeys([*words, *(name for one in bearers for name in names_of(one)[:-1])]))
    if any(len(word.strip()) < _SHORTEST for word in words):
        raise RefusalError.because(Code.BAD_VALUE, "what is shorter than three letters stands in too many words")
    wanted = SpeltNames(name for name in names if len(name) >= _SHORTEST)
    found = tuple(sorted(_found(manuscript, wanted)))
    for one in bearers:  # while their files still have the old ids
        _without_other_names(manuscript, one)
    ids = _without_ids(manuscript, wanted, told)
    for path in manuscript.paths():
        text = manuscript.text(path)
        text = _buried_unnamed(manuscript, text, wanted, ids) if path == GRAVEYARD else text
        said = "" if path.startswith(_SOURCES) else instead  # a locator has few words
        manuscript.write(path, _without(text, wanted, mark(said)))
    return Redaction(names, found, ids, tuple(_left(manuscript, wanted)))


def _bearers(manuscript: Manuscript, words: Sequence[str]) -> Iterator[Actor | Place]:
    """Yield the actors and places that are called so, and not only have a name in which the words stand."""
    graph, asked = manuscript.version.chronology, SpeltNames(words)
    records: list[Actor | Place] = [*graph.actors.values(), *graph.places.values()]
    for one in records:
        if any(
            (0, len(name)) in asked.spans(name)
            for name in (one.name, *one.names.values(), *(former.name for former in one.named))
        ):
            yield one


def _found(manuscript: Manuscript, wanted: SpeltNames) -> set[str]:
    return {text[start:end] for text in map(manuscript.text, manuscript.paths()) for start, end in wanted.spans(text)}


# --- ids ---


def _without_ids(manuscript: Manuscript, wanted: SpeltNames, told: Telling) -> Renamed:
    """Call otherwise what has the name in its id: claims first, for an event's file is found by its id."""
    done: dict[Target, str] = {}
    for kind in (CLAIM, *(kind.value for kind in RecordKind)):
        taken = {*known_ids(manuscript, kind)}
        for id_ in sorted(taken):
            event, hash_, own = id_.rpartition("#")
            if wanted.first(own) is not None:
                short = wanted.replaced(own, _IN_IDS)[: MAX_ID - 3].strip("-")
                new = free_id(f"{event}{hash_}{short}", taken)
                taken.add(new)
                rename_unnamed(manuscript, (kind, id_), new, told)
                done[kind, id_] = new
    return done


def _buried_unnamed(manuscript: Manuscript, text: str, wanted: SpeltNames, renamed: Renamed) -> str:
    """Return the tombstones with digests for the ids that have the name."""
    kinds = {stone.id: stone.kind for stone in graveyard(manuscript)}

    def digest(found: re.Match[str]) -> str:
        whole = found[0]
        id_ = found[1]
        event, hash_, own = id_.partition("#")
        if hash_:
            unnamed = own if is_digest(own) or wanted.first(own) is None else digest_of(CLAIM, id_).partition("#")[2]
            event = renamed.get((RecordKind.EVENT.value, event), wanted.replaced(event, _IN_IDS))
            return whole.replace(id_, f"{event}#{unnamed}")
        return whole.replace(id_, digest_of(kinds.get(id_, ""), id_)) if wanted.first(id_) is not None else whole

    return _BURIED.sub(digest, text)


# --- texts ---


def _without_other_names(manuscript: Manuscript, bearer: Actor | Place) -> None:
    """Take away the other names of whoever bears the name: there is nothing to put in their place."""
    path = manuscript.path_of(kind_of(bearer), bearer.id)
    for key in ("names", "named", "aliases"):
        if getattr(bearer, key):
            manuscript.edit(path, without_key, key)


def _without(text: str, wanted: SpeltNames, instead: str) -> str:
    """Return a file's text without the names: in what is an id there, as an id has it; in an address not at all."""
    kept = [found.span() for found in _ADDRESS.finditer(text)]
    ids = [found.span() for found in _IN_ID.finditer(text)]
    parts, before = [], 0
    for start, end in wanted.spans(text):
        if not _is_in(kept, start, end):
            parts += [text[before:start], _IN_IDS if _is_in(ids, start, end) else instead]
            before = end
    return "".join([*parts, text[before:]])


def _is_in(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in spans)


# --- what is left ---


def _left(manuscript: Manuscript, wanted: SpeltNames) -> Iterator[Left]:
    """Yield where the name stands still, also as addresses and HTML write it, and in files that are no records."""
    for path in manuscript.paths():
        yield from _left_in(path, manuscript.text(path), wanted)
        if wanted.first(path) is not None:
            yield Left(path, 1, "it is in the file's name")
    known = {*manuscript.paths(), *(one.path for one in manuscript.changes())}
    for file in map(Path, files_below(manuscript.content, lambda _: None)):
        path = file.relative_to(manuscript.content).as_posix()
        raw = read_bytes(file, "") if path not in known else b""
        if isinstance(raw, bytes):
            yield from _left_in(path, raw.decode("utf-8", "replace"), wanted)


def _left_in(path: str, text: str, wanted: SpeltNames) -> Iterator[Left]:
    for number, line in enumerate(text.split("\n"), 1):
        read = html.unescape(unquote(line))
        if wanted.first(read) is not None or wanted.first(line) is not None:
            is_address = any(wanted.first(unquote(found[0])) is not None for found in _ADDRESS.finditer(line))
            yield Left(path, number, "it is in an address" if is_address else "it is written in another way")
