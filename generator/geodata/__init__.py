"""Lines of the map: borders, coasts and rivers that a chronology brings along as GeoJSON."""

from generator.geodata.distances import Cell, Points, cell_of, cells_around, kilometres
from generator.geodata.lines import straightened
from generator.geodata.reading import BadGeodataError, Flaw, Geodata, Line, LineKind, Point, Stretch, parse

__all__ = [
    "BadGeodataError",
    "Cell",
    "Flaw",
    "Geodata",
    "Line",
    "LineKind",
    "Point",
    "Points",
    "Stretch",
    "cell_of",
    "cells_around",
    "kilometres",
    "parse",
    "straightened",
]
