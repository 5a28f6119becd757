"""Places, with coordinates only where a gazetteer gives them."""

from dataclasses import KW_ONLY, field
from typing import Annotated, Literal

from pydantic.dataclasses import dataclass

from dateline.records.types.dated_facts import DatedName, Within
from dateline.records.types.fields import (
    RECORD,
    Id,
    Latitude,
    Line,
    Longitude,
    Names,
    PlaceIds,
    PlaceKind,
    Text,
    Url,
    like,
)
from dateline.records.types.keeping_back import Withheld
from dateline.records.types.likeness import PlaceLikeness
from dateline.records.types.shared import Change, State

Globe = Literal["earth", "moon", "mercury", "venus", "mars", "titan"]
"""What places lie on: what somebody has landed on."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Place:
    """A place that events happen at."""

    _: KW_ONLY
    id: Id
    """The file's name without its ending."""
    name: Annotated[Line, like("The old well")]
    """The name that the site uses."""
    names: Annotated[Names, like({"fr": "Le vieux puits"})] = field(default_factory=dict)
    """Its names by language."""
    named: Annotated[
        tuple[DatedName, ...],
        like([{"name": "The spring", "until": "1951", "cite": {"source": "gazette-2031-03-04", "paragraph": 2}}]),
    ] = ()
    """What it was called for a time, each name with the paragraph that says so; pages of those days call it so."""
    aliases: Annotated[tuple[Line, ...], like(["Old well", "Mill Lane well"])] = ()
    """Other spellings, as sources use them."""
    kind: PlaceKind
    """What kind of place, a word of the vocabulary's place_kinds."""
    within: Annotated[
        Within,
        like(
            "lindwell",
            [{"place": "lindwell", "until": "2030-04", "cite": {"source": "gazette-2031-03-04", "paragraph": 2}}],
        ),
    ] = ()
    """The place that it lies in; a list where that changed, or where several hold it to be theirs."""
    succeeds: Annotated[PlaceIds, like("mill-spring")] = ()
    """What it took the place of, or was called before it was renamed or founded anew; both pages show it."""
    perhaps_same_as: Annotated[
        tuple[PlaceLikeness, ...], like([{"place": "mill-spring", "note": "Both are called by the same title."}])
    ] = ()
    """Who or what it may be as well, where that is in doubt; both pages show it."""
    same_as: Annotated[tuple[Url, ...], like(["https://www.wikidata.org/wiki/Q64"])] = ()
    """Its addresses in catalogues that others keep, such as Wikidata, VIAF and GeoNames; nothing is fetched."""
    lat: Annotated[Latitude | None, like(34.4523)] = None
    """Latitude in decimal degrees (WGS 84), -90 to 90."""
    lon: Annotated[Longitude | None, like(40.9185)] = None
    """Longitude in decimal degrees (WGS 84), -180 to 180."""
    globe: Annotated[Globe, like("moon")] = "earth"
    """On what it lies, if not on the earth; no map of the earth shows it then."""
    precision: Literal["exact", "locality", "area", "region", "unknown"] = "unknown"
    """How exact the coordinates are."""
    located_by: Annotated[Text | None, like("GeoNames")] = None
    """Who gave the coordinates."""
    note: Text | None = None
    """Same-name traps and how they were decided."""
    state: State = State.PUBLISHED
    """A draft is checked, and never built into the site; it may lack anything but its name."""
    withheld: Annotated[Withheld | None, like({"until": "never", "reason": "safety", "on": "2026-11-29"})] = None
    """That it is kept from readers, for a time or for good."""
    history: tuple[Change, ...] = ()
    """Substantive changes, newest first."""

    @property
    def spot(self) -> tuple[float, float] | None:
        """Its longitude and latitude on the earth; None where they are not known, or it lies elsewhere."""
        if self.lat is None or self.lon is None or self.globe != "earth":
            return None
        return self.lon, self.lat

    @property
    def still_within(self) -> tuple[str, ...]:
        """The places that it lies in as far as nobody says that this ended."""
        return tuple(dict.fromkeys(one.place for one in self.within if one.until is None))

    @property
    def wholes(self) -> tuple[str, ...]:
        """The places that it lies or lay in, each once."""
        return tuple(dict.fromkeys(one.place for one in self.within))
