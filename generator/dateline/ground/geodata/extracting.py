"""An extract of Natural Earth's shapefiles for the map of one chronology.

Which layer gives which kind of line follows from its name (naturalearthdata.com); what a
border is follows from its `featurecla`: only an international boundary is drawn as one,
anything that the data calls disputed, indefinite or a line of control is drawn apart.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.ground.geodata.geojson import BadGeodataError, Flaw, LineKind, Point
from dateline.ground.geodata.lines import straightened
from dateline.ground.geodata.shapefiles import Shape, shapes

_LAYERS: Final = {
    "admin_0_boundary_lines_land": LineKind.BORDER,
    "coastline": LineKind.COAST,
    "rivers_lake_centerlines": LineKind.RIVER,
    "lakes": LineKind.LAKE,
}
_NOT_DRAWN: Final = "overlay"
"""An overlay limit is no border but the edge of a zone."""
_AGREED: Final = "international"


@dataclass(frozen=True, slots=True)
class Area:
    """A box in degrees; one whose west is greater than its east lies across the 180th meridian."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Return whether a point lies in it."""
        lon, lat = point
        between = self.west <= lon <= self.east
        across = self.west > self.east and (lon >= self.west or lon <= self.east)
        return (between or across) and self.south <= lat <= self.north


def extract(layers: Iterable[Path], area: Area, rivers: Mapping[str, str], tolerance: float, attribution: str) -> str:
    """Return the lines within `area` as GeoJSON, a feature on a line.

    `rivers` are the names of the rivers wanted, with the names to write for them; `tolerance`
    is the greatest distance in degrees by which a line may be straightened.
    """
    features = [feature for layer in layers for feature in _features(layer, area, rivers, tolerance)]
    body = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    head = json.dumps({"type": "FeatureCollection", "attribution": attribution}, ensure_ascii=False)
    return f'{head[:-1]},\n"features": [\n{body}\n]}}\n'


def kind_of_layer(path: Path) -> LineKind:
    """Return what a layer of Natural Earth holds, by its file's name."""
    for name, kind in _LAYERS.items():
        if path.stem.endswith(name):
            return kind
    raise BadGeodataError(Flaw(f"{path.name}: only these layers of Natural Earth are known: {', '.join(_LAYERS)}"))


def _features(layer: Path, area: Area, rivers: Mapping[str, str], tolerance: float) -> Iterator[dict[str, object]]:
    kind = kind_of_layer(layer)
    for shape in shapes(layer):
        words = _properties(kind, shape, rivers)
        for part in shape.parts if words else ():
            for piece in _inside(part, area):
                line = [[round(lon, 4), round(lat, 4)] for lon, lat in straightened(piece, tolerance)]
                yield {
                    "type": "Feature",
                    "properties": words,
                    "geometry": {"type": "LineString", "coordinates": line},
                }


def _properties(kind: LineKind, shape: Shape, rivers: Mapping[str, str]) -> dict[str, str] | None:
    """Return what is said of a line, or None where it is not wanted."""
    said = shape.attributes
    if kind is LineKind.RIVER:
        name = rivers.get(said.get("name", ""))
        return None if name is None else {"kind": kind, "name": name}
    if kind is not LineKind.BORDER:
        return {"kind": kind}
    what = said.get("featurecla", "").lower()
    if what.startswith(_NOT_DRAWN):
        return None
    drawn = LineKind.BORDER if what.startswith(_AGREED) else LineKind.DISPUTED_BORDER
    return {"kind": drawn, "left": said.get("adm0_left", ""), "right": said.get("adm0_right", "")}


def _inside(part: tuple[Point, ...], area: Area) -> Iterator[list[Point]]:
    """Yield the pieces of a line that lie within an area, each with one point beyond its edge."""
    piece: list[Point] = []
    for index, point in enumerate(part):
        near = part[max(index - 1, 0) : index + 2]
        if any(area.holds(other) for other in near):
            piece.append(point)
        elif piece:
            yield piece
            piece = []
    if len(piece) > 1:
        yield piece
