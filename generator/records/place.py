"""Places, with coordinates only where a gazetteer gives them."""

from dataclasses import KW_ONLY, field
from typing import Literal

from pydantic.dataclasses import dataclass

from generator.records.fields import RECORD, Degrees, Id, Names, PlaceId, Text, Word
from generator.records.shared import Change


@dataclass(frozen=True, slots=True, config=RECORD)
class Place:
    """A place that events happen at."""

    _: KW_ONLY
    id: Id
    """The file's name without its ending."""
    name: Text
    """The name that the site uses."""
    kind: Word
    """What kind of place, a word of the vocabulary's place_kinds."""
    names: Names = field(default_factory=dict)
    """Its names by language."""
    aliases: tuple[Text, ...] = ()
    """Other spellings, as sources use them."""
    within: PlaceId | None = None
    """The place that it lies in."""
    lat: Degrees | None = None
    """Latitude in decimal degrees (WGS 84), -90 to 90."""
    lon: Degrees | None = None
    """Longitude in decimal degrees (WGS 84), -180 to 180."""
    precision: Literal["exact", "locality", "area", "region", "unknown"] = "unknown"
    """How exact the coordinates are."""
    located_by: Text | None = None
    """Who gave the coordinates."""
    note: Text | None = None
    """Same-name traps and how they were decided."""
    history: tuple[Change, ...] = ()
    """Substantive changes, newest first."""
