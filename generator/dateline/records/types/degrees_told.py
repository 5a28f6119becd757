"""What to write where something else stands for a latitude or a longitude: a map's link, a grid's reference, words."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

from dateline.records.types import degrees
from dateline.records.types.amounts import is_not_known
from dateline.records.types.degrees import Degrees

MOST_DEGREES: Final = {"lat": 90.0, "lon": 180.0}
_AXIS: Final = {"lat": "a latitude", "lon": "a longitude"}
_PLAIN_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_DECIMAL: Final = r"[-+]?\d{1,3}(?:\.\d+)?"
_ASKED: Final = "q|s?ll|center|query|daddr|destination|cp|coordinate"
_IN_LINKS: Final = (
    re.compile(rf"!3d(?P<lat>{_DECIMAL})!4d(?P<lon>{_DECIMAL})"),
    re.compile(rf"\bm?lat(?:itude)?=(?P<lat>{_DECIMAL})&m?(?:lon|lng|long)(?:itude)?=(?P<lon>{_DECIMAL})"),
    re.compile(rf"#(?:map=)?[\d.]+/(?P<lat>{_DECIMAL})/(?P<lon>{_DECIMAL})"),
    re.compile(rf"@(?P<lat>{_DECIMAL}),(?P<lon>{_DECIMAL})"),
    re.compile(rf"[?&#](?:{_ASKED})=(?P<lat>{_DECIMAL})[,~ ](?P<lon>{_DECIMAL})"),
)
_EAST_FIRST: Final = re.compile(rf"[?&#](?:ll|pt|m|whatshere\[point\])=(?P<lon>{_DECIMAL}),(?P<lat>{_DECIMAL})")
"""Where the maps of Yandex and 2GIS have a point: its longitude first."""
_HOSTS_EAST_FIRST: Final = ("yandex.", "2gis.")
_GEOHACK: Final = re.compile(r"[?&]params=(?P<point>[\d._]+_[NS]_[\d._]+_[EW])")
_GEO: Final = re.compile(rf"(?i)geo:(?P<lat>{_DECIMAL}),(?P<lon>{_DECIMAL})")
_WKT: Final = re.compile(rf"(?i)(?:srid=\d+;)?point\s*\(\s*(?P<lon>{_DECIMAL})\s+(?P<lat>{_DECIMAL})\s*\)")
_LABELS: Final = re.compile(r"(?i)\b(?:lat(?:itude)?|lon(?:g|gitude)?|lng)\b\s*[:=]?\s*")
_LABEL_OF_EAST: Final = re.compile(r"(?i)^\W*(?:lon|lng)")
_ABOUT: Final = re.compile(
    r"(?i)^(?:~|≈|about|around|approx(?:imately|\.)?|circa|ca\.?|c\.)\s*(?=[\d-])|\s*(?:\?|~|\(?approx\.?\)?|±.*)$"
)
_OF_METRES: Final = r"\d{5,7}(?:\.\d+)?"
_PLUS: Final = "[23456789CFGHJMPQRVWX]"
_NO_DEGREES: Final = (
    ("a grid reference (MGRS)", re.compile(r"(?i)\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}(?:\s?\d+){1,2}")),
    (
        "a grid reference (UTM)",
        re.compile(rf"(?i)(?:utm\s*)?\d{{1,2}}\s?[C-X]\s+E?:?\s*{_OF_METRES}\s*m?E?[\s,/]+N?:?\s*{_OF_METRES}\s*m?N?"),
    ),
    ("a reference of a national grid", re.compile(r"(?i)[A-Z]{1,2}\s?\d{2,5}\s?\d{2,5}")),
    ("a reference of a national grid", re.compile(rf"(?i)(?:epsg:\d+\s*)?{_OF_METRES}(?:[\s,/]+{_OF_METRES})?")),
    ("a Plus Code", re.compile(rf"(?i){_PLUS}{{2,8}}0*\+{_PLUS}{{0,7}}(?:[\s,].*)?")),
    (
        "an address of what3words",
        re.compile(r"(?:///|https?://(?:w3w\.co|what3words\.com)/)?[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+"),
    ),
    ("a Maidenhead locator", re.compile(r"(?i)[A-R]{2}\d\d(?:[A-X]{2})?")),
    ("a geohash", re.compile(r"(?=.*\d)(?=.*[a-z])(?!0x)[0-9b-hjkmnp-z]{4,12}")),
)
_LONGEST: Final = 500
_EAST_OR_WEST: Final = re.compile(r"(?P<number>.*\d\W*)\bO\b\.?")


def advice(axis: str, text: str) -> str:
    """Return what to write for degrees that are spelt in another way, or are none."""
    found, both = degrees.single(text), point(text)
    if found is not None and abs(found.value) <= MOST_DEGREES[found.axis or axis]:
        if _PLAIN_NUMBER.fullmatch(text):
            return f"write {text} without quotes"
        is_other = found.axis not in {"", axis}
        return f"that is {_AXIS[found.axis]}: write {found.axis}: {found}" if is_other else f"write {found}"
    if both is not None:
        return f"write lat: {both[0]} and lon: {both[1]}"
    return _instead(axis, text) or "degrees are decimal here, such as 34.4523; minus is south, or west"


def _instead(axis: str, text: str) -> str:
    plain = text.strip()
    if is_not_known(plain):
        return "where they are not known, leave lat and lon away"
    east = _EAST_OR_WEST.fullmatch(plain)
    turned = degrees.single(east["number"]) if east else None
    if turned is not None:
        return f"O is east in German and west in French and Spanish: write lon: {turned}, or lon: -{turned}"
    about = degrees.single(_ABOUT.sub("", plain)) if _ABOUT.search(plain) else None
    if about is not None and abs(about.value) <= MOST_DEGREES[axis] and about.axis in {"", axis}:
        return f"write {about}, and say with precision how exact it is: locality, area or region"
    if re.match("(?i)https?://|www\\.", plain) and "w3w" not in plain and "what3words" not in plain:
        return "open the link, and write the lat and lon that its map gives in decimal degrees"
    named = no_degrees(plain)
    return f"that is {named}: convert it to decimal degrees, and say in located_by what it was" if named else ""


def no_degrees(text: str) -> str:
    """Return what a text is that says where a place lies, and not in degrees; nothing where it is nothing of that."""
    return next((name for name, pattern in _NO_DEGREES if pattern.fullmatch(text.strip())), "")


def point(text: str) -> tuple[Degrees, Degrees] | None:
    """Return the latitude and the longitude that a text names, be it a link of a map; None where it names none."""
    plain = text.strip()[:_LONGEST]
    found = _in_link(plain) if "://" in plain or plain.startswith("www.") else None
    match = _GEO.match(plain) or _WKT.fullmatch(plain) or found
    if match is not None:
        return _possible(Degrees(float(match["lat"]), "lat"), Degrees(float(match["lon"]), "lon"))
    hack = _GEOHACK.search(plain)
    if hack is None and "://" in plain:
        return None
    typed = hack["point"].replace("_", " ") if hack else _LABELS.sub(" ", plain).strip("()[]{} ,;")
    both = degrees.pair(typed)
    if both is None:
        return None
    is_too_far = abs(both[0].value) > MOST_DEGREES["lat"] and not both[0].axis
    return _possible(*(reversed(both) if is_too_far or _LABEL_OF_EAST.match(plain) else both))


def _in_link(link: str) -> re.Match[str] | None:
    address = unquote(link).replace("+", " ")
    host = urlsplit(link if "://" in link else f"https://{link}").netloc
    if any(name in host for name in _HOSTS_EAST_FIRST) and (match := _EAST_FIRST.search(address)):
        return match
    return next((match for pattern in _IN_LINKS if (match := pattern.search(address))), None)


def _possible(lat: Degrees, lon: Degrees) -> tuple[Degrees, Degrees] | None:
    is_possible = abs(lat.value) <= MOST_DEGREES["lat"] and abs(lon.value) <= MOST_DEGREES["lon"]
    return (lat, lon) if is_possible else None


def typed_point(value: object) -> str:
    """Return what to write for what stands under a key that places do not have, where it names a point."""
    if isinstance(value, Mapping):
        listed = value.get("coordinates")
        if value.get("type") == "Point" and isinstance(listed, list):
            return typed_point(f"POINT({' '.join(map(str, listed[:2]))})")
        folded = {str(key).lower(): one for key, one in value.items()}
        lat = folded.get("lat", folded.get("latitude"))
        lon = next((folded[key] for key in ("lon", "lng", "long", "longitude") if key in folded), None)
        return typed_point(f"lat {lat} lon {lon}") if lat is not None and lon is not None else ""
    if isinstance(value, list) and len(value) == 2:  # noqa: PLR2004 - a pair
        both = point(", ".join(map(str, value)))
        return (
            f"write lat: {both[0]} and lon: {both[1]}; the other way round, if the longitude stands first"
            if both
            else ""
        )
    both = point(str(value)) if isinstance(value, str) else None
    return f"write lat: {both[0]} and lon: {both[1]}" if both else ""
