"""Actors: parties, units, speakers, publishers, persons in public office."""

from dataclasses import KW_ONLY, field
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass

from dateline.records.types.dated_facts import DATED, Cited, DatedName, PartOf, Since, Until
from dateline.records.types.fields import (
    RECORD,
    ActorId,
    ActorIds,
    ActorKind,
    Id,
    Line,
    Names,
    SideWord,
    Text,
    Url,
    like,
    one_or_several,
)
from dateline.records.types.keeping_back import Withheld
from dateline.records.types.likeness import ActorLikeness
from dateline.records.types.shared import Change, Citation, State


@dataclass(frozen=True, slots=True, config=DATED)
class Side:
    """How a source places the actor; never our verdict."""

    _: KW_ONLY
    side: SideWord
    """A word of the vocabulary's sides."""
    basis: Annotated[Text | None, like("named as an ally of the council")] = None
    """How the source puts it, in a few words."""
    from_: Since = None
    """The first day, month or year of which the source says so."""
    until: Until = None
    """The last day, month or year of which the source says so."""
    cite: Citation
    """The paragraph that places it there."""


@dataclass(frozen=True, slots=True, config=RECORD)
class SpeaksFor:
    """Whose word the actor's word is, as a source says: of an organ, a spokesman, a state agency."""

    _: KW_ONLY
    actor: ActorId
    """The actor for whom it speaks."""
    cite: Citation
    """The paragraph that says so."""


@dataclass(frozen=True, slots=True, config=DATED)
class Ownership:
    """Whose a medium is: a fact with a source, apart from the side where others place it."""

    _: KW_ONLY
    kind: Literal["state", "party", "independent", "unknown"]
    """Of a state, of a party to what is told, of neither, or not known."""
    of: Annotated[ActorId | None, like("council")] = None
    """The state or party."""
    from_: Since = None
    """The first day, month or year of which it is true."""
    until: Until = None
    """The last day, month or year of which it is true."""
    cite: Cited = ()
    """The paragraph that says so, or a list of several; required unless it is unknown."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Actor:
    """Somebody who acts or speaks."""

    _: KW_ONLY
    id: Id
    """The file's name without its ending."""
    name: Annotated[Line, like("Council of Lindwell")]
    """The name that the site uses."""
    names: Annotated[Names, like({"fr": "Le conseil de Lindwell"})] = field(default_factory=dict)
    """Its names by language."""
    named: Annotated[
        tuple[DatedName, ...],
        like([{"name": "The moot", "until": "1951", "cite": {"source": "gazette-2031-03-04", "paragraph": 2}}]),
    ] = ()
    """What it was called for a time, each name with the paragraph that says so; pages of those days call it so."""
    aliases: Annotated[tuple[Line, ...], like(["Town council", "Lindwell council"])] = ()
    """Other spellings and names, as sources use them."""
    kind: ActorKind
    """What kind of actor: a word that every chronology has, or of the vocabulary's actor_kinds."""
    part_of: Annotated[
        PartOf,
        like(
            "council",
            [
                {
                    "actor": "council",
                    "as": "Mayor",
                    "from": "2027",
                    "cite": {"source": "gazette-2031-03-04", "paragraph": 2},
                }
            ],
        ),
    ] = ()
    """The actor or actors that it is a part of; where that is told, each with as what, from when and until when."""
    succeeds: Annotated[ActorIds, like("council")] = ()
    """What it took the place of, or was called before it was renamed or founded anew; both pages show it."""
    perhaps_same_as: Annotated[
        tuple[ActorLikeness, ...], like([{"actor": "council", "note": "Both are called by the same title."}])
    ] = ()
    """Who or what it may be as well, where that is in doubt; both pages show it."""
    same_as: Annotated[tuple[Url, ...], like(["https://www.wikidata.org/wiki/Q9531"])] = ()
    """Its addresses in catalogues that others keep, such as Wikidata, VIAF and GeoNames; nothing is fetched."""
    speaks_for: Annotated[
        SpeaksFor | None, like({"actor": "council", "cite": {"source": "gazette-2031-03-04", "paragraph": 2}})
    ] = None
    """Whose word its word is; the two are one voice."""
    own_voice: Annotated[bool, Field(strict=True)] = False
    """Whether its word is its own, whatever it is a part of: a defector, an ally."""
    ownership: Annotated[
        tuple[Ownership, ...],
        BeforeValidator(one_or_several, json_schema_input_type=Ownership | tuple[Ownership, ...]),
        like({"kind": "unknown"}),
    ] = ()
    """Whose it is, where it is a medium; a list where that changed."""
    sides: Annotated[
        tuple[Side, ...],
        like([{"side": "council-side", "cite": {"source": "gazette-2031-03-04", "paragraph": 2}}]),
    ] = ()
    """How the sources place it."""
    named_because: Annotated[Text | None, like("He signed the text that is cited here.")] = None
    """Why a person who is neither in office nor in command has to be named."""
    index: Annotated[bool, Field(strict=True)] = True
    """Whether search engines are to list its page; false asks them not to. The page stays, and so do links to it."""
    note: Text | None = None
    """What a reader must know about this record."""
    state: State = State.PUBLISHED
    """A draft is checked, and never built into the site; it may lack anything but its name."""
    withheld: Annotated[Withheld | None, like({"until": "never", "reason": "safety", "on": "2026-11-29"})] = None
    """That it is kept from readers, for a time or for good."""
    history: tuple[Change, ...] = ()
    """Substantive changes, newest first."""
    body: str = ""
    """The profile, in Markdown; stands below the front matter."""

    @property
    def still_part_of(self) -> tuple[str, ...]:
        """The actors that it is a part of as far as nobody says that this ended."""
        return tuple(dict.fromkeys(one.actor for one in self.part_of if one.until is None))

    @property
    def parents(self) -> tuple[str, ...]:
        """The actors that it is or was a part of, each once."""
        return tuple(dict.fromkeys(one.actor for one in self.part_of))
