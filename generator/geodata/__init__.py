"""Lines of the map: borders, coasts and rivers that a chronology brings along as GeoJSON."""

from generator.geodata.distances import EARTH_KM, Points, kilometres
from generator.geodata.lines import straightened
from generator.geodata.reading import BadGeodataError, Flaw, Geodata, Line, LineKind, Point, Stretch, parse

__all__ = [
    "EARTH_KM",
    "BadGeodataError",
    "Flaw",
    "Geodata",
    "Line",
    "LineKind",
    "Point",
    "Points",
    "Stretch",
    "kilometres",
    "parse",
    "straightened",
]
