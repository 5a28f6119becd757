"""Facts about actors and places that held for a time: from a day, until a day, as a paragraph of a source says.

Plain forms stay: `part_of: council` is `part_of: [{actor: council}]`, of no certain time.
"""

from collections.abc import Mapping
from dataclasses import KW_ONLY, is_dataclass
from functools import partial
from typing import Annotated, Any, Final, Protocol

from pydantic import BeforeValidator, ConfigDict, Field, SerializerFunctionWrapHandler, WrapSerializer
from pydantic.dataclasses import dataclass

from dateline.ground.dates import EARLIEST, LATEST, Day, Edtf, Meaning
from dateline.records.types.fields import (
    LISTING,
    RECORD,
    ActorId,
    Language,
    Line,
    PlaceId,
    key_of,
    like,
    one_or_several,
)
from dateline.records.types.shapes import keys_of, one_of_them, record_type_of
from dateline.records.types.shared import Citation
from dateline.records.types.when import When

DATED: Final = ConfigDict(**RECORD, alias_generator=key_of, serialize_by_alias=True)
"""What a record type with a key that is a word of Python's shares: its field has a line behind its name."""
Since = Annotated[When | None, like("2027-01")]
Until = Annotated[When | None, like("2030-06-30")]


def _one_alone(value: Any, told: SerializerFunctionWrapHandler) -> object:
    """Return the only citation as it has always been, several as a list."""
    listed = told(value)
    return listed[0] if len(listed) == 1 else listed


def _is_empty(value: object) -> bool:
    return not value


_Cites = Annotated[
    tuple[Citation, ...],
    BeforeValidator(one_or_several, json_schema_input_type=Citation | tuple[Citation, ...]),
    *LISTING,
    WrapSerializer(_one_alone),
    Field(exclude_if=_is_empty),
]
_ONE_CITED: Final = {"source": "gazette-2031-03-04", "paragraph": 2}
_TWO_CITED: Final = [_ONE_CITED, {"source": "crier-2031-03-06", "paragraph": 1}]
Cited = Annotated[_Cites, like(_ONE_CITED, _TWO_CITED)]
"""The paragraphs that say so: one, or a list where several do, as of the beginning one and of the end another."""


class Dated(Protocol):
    """A fact that held for a time, or always."""

    @property
    def from_(self) -> Edtf | None:
        """When it began, if that is told."""

    @property
    def until(self) -> Edtf | None:
        """When it ended, if that is told."""


@dataclass(frozen=True, slots=True, config=DATED)
class Membership:
    """What an actor was a part of, as what, and when."""

    _: KW_ONLY
    actor: ActorId
    """The actor that it is a part of."""
    as_: Annotated[Line | None, like("Mayor of Lindwell")] = None
    """As what: its office, its rank."""
    from_: Since = None
    """The first day, month or year of which it is true; without it, nobody says since when."""
    until: Until = None
    """The last day, month or year of which it is true; without it, nobody says that it ended."""
    cite: Cited = ()
    """The paragraph that says so, or a list of several; required beside any key but `actor`."""


@dataclass(frozen=True, slots=True, config=DATED)
class LiesIn:
    """What a place lay in, and when."""

    _: KW_ONLY
    place: PlaceId
    """The place that it lies in."""
    from_: Since = None
    """The first day, month or year of which it is true; without it, nobody says since when."""
    until: Until = None
    """The last day, month or year of which it is true; without it, nobody says that it ended."""
    cite: Cited = ()
    """The paragraph that says so, or a list of several; required beside any key but `place`."""


@dataclass(frozen=True, slots=True, config=DATED)
class DatedName:
    """A name that an actor or a place bore for a time."""

    _: KW_ONLY
    name: Annotated[Line, like("The spring")]
    """The name."""
    language: Annotated[Language | None, like("cy")] = None
    """The language that the name is in; without it, that of the chronology."""
    from_: Since = None
    """The first day, month or year of which it is true; without it, nobody says since when."""
    until: Until = None
    """The last day, month or year of which it is true; without it, nobody says that it ended."""
    cite: Cited
    """The paragraph that says so, or a list of several."""


def as_typed(annotation: object) -> object:
    """Return what a single value is that stands where `annotation` belongs: of an entry that says no more, its id."""
    of = record_type_of(one_of_them(annotation))
    return next(iter(keys_of(of).values())) if of in {Membership, LiesIn} and of is not None else annotation


def bounds(fact: Dated) -> tuple[Day, Day]:
    """Return the first and the last day of a fact, both included, as precise as they are told."""
    first = fact.from_.earliest if fact.from_ is not None else None
    last = fact.until.latest if fact.until is not None else None
    return first or EARLIEST, last or LATEST


def held(fact: Dated, first: Day, last: Day) -> bool:
    """Return whether a fact was true on any of these days."""
    begins, ends = bounds(fact)
    return begins <= last and first <= ends


def overlap(one: Dated, other: Dated) -> tuple[Day, Day] | None:
    """Return the first and last day on which both facts were true; None where the one only began as the other ended.

    What ends in 2020 and what begins in 2020 meet in that year: nobody says that they were both true.
    """
    begins, ends = zip(bounds(one), bounds(other), strict=True)
    first, last = max(begins), min(ends)
    is_meeting = any(
        _is_edge(former.until, first, last) and _is_edge(latter.from_, first, last)
        for former, latter in ((one, other), (other, one))
    )
    return None if first > last or is_meeting else (first, last)


def _is_edge(when: Edtf | None, first: Day, last: Day) -> bool:
    return when is not None and when.may_be(first) and when.may_be(last)


def is_dated(fact: Dated) -> bool:
    """Return whether it is told when a fact was true."""
    return fact.from_ is not None or fact.until is not None


class HasNames(Protocol):
    """An actor or a place, as far as its names go."""

    @property
    def name(self) -> str:
        """The name that the site uses."""

    @property
    def names(self) -> Mapping[str, str]:
        """Its names by language."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other spellings."""

    @property
    def named(self) -> tuple[DatedName, ...]:
        """What it was called for a time."""


def every_name(record: HasNames) -> tuple[str, ...]:
    """Return every name of an actor or a place, each once: that of the site first, former ones last."""
    former = (one.name for one in record.named)
    return tuple(dict.fromkeys((record.name, *record.aliases, *record.names.values(), *former)))


def lasting(fact: Dated | None, when: Edtf) -> Edtf:
    """Return how long a fact is true that is told of the time `when`: from and until then, unless it says otherwise.

    It has each day of which that is certain: of a doubt about the beginning those behind it.
    """
    if fact is None or not is_dated(fact):
        return when
    begin, end = _begins(fact.from_ or when), _ends(fact.until or when)
    if begin is not None and end is not None and (begin.earliest or EARLIEST) > (end.latest or LATEST):
        begin, end = (begin if fact.from_ else None), (end if fact.until else None)  # it was over before, or is to come
    return Edtf(
        text="/".join(side.text if side is not None else ".." for side in (begin, end)),
        earliest=begin.earliest if begin is not None else None,
        latest=end.latest if end is not None else None,
        meaning=Meaning.LASTS,
        begin=begin,
        end=end,
    )


def _begins(when: Edtf) -> Edtf | None:
    """Return the date from which on it was so for certain: of a doubt between several, the last of them."""
    if when.meaning is Meaning.DOUBT:
        last = max(when.candidates, key=lambda one: one.order)
        return last.end if _is_range(last) else last
    return when.filed if when.meaning is Meaning.EACH else when.begin if when.meaning is Meaning.LASTS else when


def _ends(when: Edtf) -> Edtf | None:
    """Return the date until which it was so for certain: of a doubt between several, the first of them."""
    if when.meaning is Meaning.DOUBT:
        first = min(when.candidates, key=lambda one: one.order)
        return first.begin if _is_range(first) else first
    if when.meaning is Meaning.EACH:
        last = max(when.members, key=lambda one: one.order)
        return last.end if _is_range(last) else last
    return when.end if when.meaning is Meaning.LASTS else when


def _is_range(when: Edtf) -> bool:
    return when.begin is not None or when.end is not None


def days_of(when: Edtf) -> tuple[Day, Day]:
    """Return the first and last day that a date may cover."""
    return when.earliest or EARLIEST, when.latest or LATEST


def name_then(record: HasNames, first: Day, last: Day, language: str) -> str:
    """Return the one name that a record bore on some days in `language`, the chronology's; otherwise the site's."""
    then = {one.name for one in record.named if one.language in {None, language} and held(one, first, last)}
    return then.pop() if len(then) == 1 else record.name


def _entries(key: str, value: object) -> object:
    """Take an id for an entry that says no more, and one entry for a list of one."""
    several = value if isinstance(value, list | tuple) else (value,)
    return tuple(one if isinstance(one, Mapping) or is_dataclass(one) else {key: one} for one in several)


def _shortly(key: str, value: Any, told: SerializerFunctionWrapHandler) -> object:
    """Return what says no more than an id as that id."""
    return [one[key] if not set(one) - {key} else one for one in map(_said, told(value))]


def _said(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value is not None}


def _one_or_all(key: str, value: Any, told: SerializerFunctionWrapHandler) -> object:
    """Return the only id as it has always been, and otherwise the list."""
    listed = _shortly(key, value, told)
    is_plain = isinstance(listed, list) and len(listed) == 1 and isinstance(listed[0], str)
    return listed[0] if isinstance(listed, list) and is_plain else listed or None


PartOf = Annotated[
    tuple[Membership, ...],
    BeforeValidator(
        partial(_entries, "actor"),
        json_schema_input_type=ActorId | Membership | tuple[ActorId | Membership, ...],
    ),
    WrapSerializer(partial(_shortly, "actor")),
]
"""What an actor is a part of: an id, or what says more, or a list of them."""
Within = Annotated[
    tuple[LiesIn, ...],
    BeforeValidator(partial(_entries, "place"), json_schema_input_type=PlaceId | LiesIn | tuple[PlaceId | LiesIn, ...]),
    WrapSerializer(partial(_one_or_all, "place")),
]
"""What a place lies in: an id, or what says more, or a list of them."""
