"""Lines of the map: borders, coasts and rivers that a chronology brings along as GeoJSON."""

from dateline.ground.geodata.distances import Cell, Points, cell_of, cells_around, kilometres
from dateline.ground.geodata.geojson import BadGeodataError, Flaw, Geodata, Line, LineKind, LineStretch, Point, parse
from dateline.ground.geodata.lines import straightened

__all__ = [
    "BadGeodataError",
    "Cell",
    "Flaw",
    "Geodata",
    "Line",
    "LineKind",
    "LineStretch",
    "Point",
    "Points",
    "cell_of",
    "cells_around",
    "kilometres",
    "parse",
    "straightened",
]
