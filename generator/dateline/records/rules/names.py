"""Rules about names: of files, that every system can check out; of actors and places, that tell them apart."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from dateline.ground.dates import years_as_written
from dateline.ground.languages import has_catalogue
from dateline.ground.problems import Code, Position, Problem
from dateline.records.rules.attribution import UNNAMED
from dateline.records.rules.context import Context, Steps
from dateline.records.types import Actor, Place, RecordKind

_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_SUSPECT: Final = re.compile(rf"(?:^|/){_RESERVED.pattern}(?:[./]|$)|[. ](?:/|$)", re.IGNORECASE)
"""What a path has somewhere if Windows cannot have one of its names."""
_MAX_PATH: Final = 200
_YEAR: Final = re.compile(r"-?[0-9]{4}")
_HOW_ALIASES: Final = "take it away from one of the two, or say in note how they are told apart"
_BY_PAGES: Final = "pages add what each lies in or, where that does not tell them apart, its kind, place or id"
_BY_NOBODY: Final = "where only the name stands, readers cannot tell which is meant"
_WITH_NAMES: Final = (RecordKind.ACTOR, RecordKind.PLACE)


def is_of_windows(name: str) -> bool:
    """Return whether Windows keeps a name for itself, so that no file can have it."""
    return _RESERVED.fullmatch(name) is not None


def names_can_be_checked_out(context: Context) -> Iterator[Problem]:
    """No file, folder, or claim, which becomes a folder of the site, has a name that Windows cannot have."""
    for path in _paths(context):
        yield from _of_path(path)
    for event in context.chronology.events.values():
        for index, claim in enumerate(event.claims):
            if _RESERVED.fullmatch(claim.id):
                message = f"Windows keeps the name '{claim.id}' for itself, and the claim's page lies in a folder of it"
                hint = f"rename the claim, such as {claim.id}-claim"
                yield context.problem(event, ("claims", index, "id"), Code.UNPORTABLE_NAME, message, hint)
    yield from _alike_but_for_case(context)


def _paths(context: Context) -> Iterator[str]:
    for record in context.records():
        yield context.chronology.document(record).path
    for page in context.corpus.pages.values():
        yield page.document.path


def _of_path(path: str) -> Iterator[Problem]:
    if len(path) <= _MAX_PATH and not _SUSPECT.search(path):
        return  # nearly every path: its parts are not looked at one by one
    here = Position(path)
    for part in path.split("/"):
        name = part.split(".")[0]
        if _RESERVED.fullmatch(name):
            message = (
                f"Windows keeps the name '{name}' for itself, with any ending: there the project cannot be checked out"
            )
            hint = f"rename '{part}', such as {name}-1{part[len(name) :]}"
            yield Problem(here, Code.UNPORTABLE_NAME, message, hint)
        elif part.endswith((".", " ")):
            message = f"'{part}' ends in a {'full stop' if part.endswith('.') else 'space'}, which Windows takes off"
            yield Problem(here, Code.UNPORTABLE_NAME, message, f"rename it '{part.rstrip('. ')}'")
    if len(path) > _MAX_PATH:
        message = f"the path has {len(path)} characters; Windows has room for {_MAX_PATH} below the project's folder"
        yield Problem(here, Code.UNPORTABLE_NAME, message, "give its folders shorter names, or use fewer")


def _alike_but_for_case(context: Context) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name in sorted(context.corpus.images):
        other = seen.setdefault(_folded(name), name)
        if other != name:
            message = f"'{name}' and '{other}' are one name to Windows and macOS"
            here = Position(f"content/pages/{name}")
            yield Problem(here, Code.UNPORTABLE_NAME, message, "rename one of the two")


def events_lie_in_the_folder_of_their_year(context: Context) -> Iterator[Problem]:
    """An event in a folder that is named for a year is of that year."""
    for event in context.chronology.events.values():
        document = context.chronology.document(event)
        year = PurePosixPath(document.path).parent.name
        first, last = event.date.earliest, event.date.latest
        if not _YEAR.fullmatch(year) or first is None or last is None:
            continue
        if not first.year <= int(year) <= last.year:
            message = f"the event is of {years_as_written(first.year)} and lies in the folder of {year}"
            hint = f"move the file to content/events/{years_as_written(first.year)}/, or correct the date"
            yield context.problem(event, ("date",), Code.MISPLACED_FILE, message, hint)


def names_tell_records_apart(context: Context) -> Iterator[Problem]:
    """No two actors and no two places have a name or an alias in common.

    Speakers whom the sources do not name are left out, since their aliases are what many are called; so are
    aliases of records whose note may say how they are told apart, and names in other languages or for a time.
    """
    for kind in _WITH_NAMES:
        yield from _namesakes(context, kind)


def _namesakes(context: Context, kind: RecordKind) -> Iterator[Problem]:
    bearers: defaultdict[str, list[tuple[str, str, Steps]]] = defaultdict(list)
    records: Mapping[str, Actor | Place] = context.chronology.of_kind(kind)
    for id_, record in records.items():
        is_unnamed = isinstance(record, Actor) and context.chronology.behaves_as(record) == UNNAMED
        for name, steps in () if is_unnamed else _names(record):
            bearers[_folded(name)].append((id_, name, steps))
    for bearing in bearers.values():
        first, _, of_first = bearing[0]
        for id_, name, steps in bearing[1:]:
            is_told = _are_told_apart(records[first], records[id_]) and ("name",) not in {steps, of_first}
            if id_ != first and not is_told:
                is_main = steps == ("name",)
                told = _BY_PAGES if kind is RecordKind.PLACE and is_main and of_first == steps else _BY_NOBODY
                message = f"'{name}' is also a name of the {kind} '{first}': {told}"
                hint = f"write what tells it apart, such as '{name} (…)'" if is_main else _HOW_ALIASES
                yield context.problem(records[id_], steps, Code.SAME_NAME, message, hint)


def _are_told_apart(one: Actor | Place, other: Actor | Place) -> bool:
    """Return whether a note of one may say how they are told apart, or one is a part of the other."""
    wholes = {one.id: _wholes(one), other.id: _wholes(other)}
    is_part = one.id in wholes[other.id] or other.id in wholes[one.id]
    return is_part or one.note is not None or other.note is not None


def _wholes(record: Actor | Place) -> tuple[str, ...]:
    if isinstance(record, Actor):
        return record.parents
    return record.wholes


def _names(record: Actor | Place) -> Iterator[tuple[str, Steps]]:
    """Yield each of a record's names once, however many of its keys have it."""
    seen: set[str] = set()
    every = [
        (record.name, ("name",)),
        *((alias, ("aliases", index)) for index, alias in enumerate(record.aliases)),
    ]
    for name, steps in every:
        if _folded(name) not in seen:
            seen.add(_folded(name))
            yield name, steps


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def the_site_speaks_english(context: Context) -> Iterator[Problem]:
    """A chronology in a language that the site has no catalogue for is told that its frame speaks English."""
    masthead = context.corpus.masthead
    if masthead is not None and not has_catalogue(masthead.record.language):
        message = (
            f"the site's own words (headings, buttons, dates) are in English, since there is no catalogue for "
            f"'{masthead.record.language}' yet; what the records say is marked as in that language"
        )
        hint = "the records may stay as they are"
        yield Problem(masthead.document.position(("language",)), Code.ENGLISH_ONLY, message, hint)
