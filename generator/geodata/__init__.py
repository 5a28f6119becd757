"""Lines of the map: borders, coasts and rivers that a chronology brings along as GeoJSON."""

from generator.geodata.lines import straightened
from generator.geodata.reading import BadGeodataError, Flaw, Geodata, Line, LineKind, Point, Stretch, parse

__all__ = ["BadGeodataError", "Flaw", "Geodata", "Line", "LineKind", "Point", "Stretch", "parse", "straightened"]
