"""Coordinates as people write them, read as decimal degrees, so that a message can say what to write."""

import re
from typing import Final, NamedTuple

from dateline.ground import keyboard
from dateline.records.types.degrees_abroad import in_signs

_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2032\u2019\u2018\u00b4`\u02b9", "'"),
        **dict.fromkeys("\u2033\u201d\u201c\u02ba", '"'),
        **dict.fromkeys("\u00ba\u02da", "°"),
        **dict.fromkeys("\u2212\u2013\u2010\u2011", "-"),
        "\u066b": ".",
        "\u060c": ",",
    }
)
"""Primes, degree signs, minus signs and commas that look alike."""
_NUMBER: Final = r"\d{1,4}(?:[.,]\d+)?"
_DEGREES: Final = r"(?:°|:|deg|d)"
_MINUTES: Final = r"(?:'|:|min|m)"
_SECONDS: Final = r"""(?:"|'')"""
_SINGLE: Final = re.compile(
    rf"(?P<sign>[-+]?)\s*(?P<degrees>{_NUMBER})"
    rf"(?:(?:\s*{_DEGREES}\s*|\s+)(?P<minutes>{_NUMBER})"
    rf"(?:(?:\s*{_MINUTES}\s*|\s+)(?P<seconds>{_NUMBER})"
    rf"(?:\s*{_SECONDS}|(?<=m..)s|(?<=m.)s|\s*sec)?|\s*{_MINUTES})?|\s*{_DEGREES})?"
)
_HEMISPHERE: Final = r"north|south|east|west|[nsew]"
_WITH_LETTER: Final = re.compile(
    rf"(?:(?P<before>{_HEMISPHERE})\b\.?\s*|(?P<tight>[nsew])(?=\d))?"
    rf"(?P<number>.*?)(?P<after>(?<![a-z])\s*(?:{_HEMISPHERE})\.?)?",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*[,;/]\s*|\s+")
_HALF: Final = re.compile(r"(?<=\d) 1/2")
_TIGHT: Final = re.compile(r"(?<=[NSEWnsew])(?=\d)(?<=\d[^\w\s][NSEWnsew])|(?<=['\"°][NSEW])(?=\d)")
"""Where one ends and the other begins, without anything between: 52°30'N3°15'W."""
_LONGEST: Final = 80
_SIXTY: Final = 60
_AXES: Final = {"n": "lat", "s": "lat", "e": "lon", "w": "lon"}


class Degrees(NamedTuple):
    """A number of degrees; `axis` is lat or lon where a letter says so, and else empty."""

    value: float
    axis: str

    def __str__(self) -> str:
        """Return the number as a record has it."""
        return f"{round(self.value, 6):.10g}"


def single(text: str) -> Degrees | None:
    """Return the degrees that a text means, such as 34°27'N, 34 27 N or 34,45; None where it means none."""
    plain = in_signs(" ".join(keyboard.with_plain_digits(text[:_LONGEST]).translate(_SIGNS).split()))
    letter, match = "", _SINGLE.fullmatch(plain)
    with_letter = _WITH_LETTER.fullmatch(plain) if match is None else None
    if with_letter is not None:
        letter = "".join((with_letter[place] or "").strip()[:1].lower() for place in ("before", "tight", "after"))
        match = _SINGLE.fullmatch(with_letter["number"].strip())
    if match is None:
        return None
    parts = [match[part] for part in ("degrees", "minutes", "seconds") if match[part] is not None]
    degrees, minutes, seconds = (*(float(part.replace(",", ".")) for part in parts), 0.0, 0.0)[:3]
    is_whole = all(part.isdecimal() for part in parts[:-1])
    if len(letter) > 1 or (match["sign"] and letter) or not is_whole or minutes >= _SIXTY or seconds >= _SIXTY:
        return None
    value = degrees + minutes / _SIXTY + seconds / _SIXTY**2
    return Degrees(-value if match["sign"] == "-" or letter in {"s", "w"} else value, _AXES.get(letter, ""))


def pair(text: str) -> tuple[Degrees, Degrees] | None:
    """Return latitude and longitude where one text has both: in this order, unless letters say otherwise."""
    plain = _TIGHT.sub(" ", in_signs(_HALF.sub(".5", text[:_LONGEST].translate(_SIGNS).strip())))
    found: list[tuple[int, tuple[Degrees, Degrees]]] = []
    for match in _BETWEEN.finditer(plain):
        parts = plain[: match.start()], plain[match.end() :]
        one, other = single(parts[0]), single(parts[1])
        if one is None or other is None or (one.axis and one.axis == other.axis):
            continue
        is_turned = one.axis == "lon" or other.axis == "lat"
        unlike = abs(len(parts[0].split()) - len(parts[1].split()))
        found.append((unlike, (other, one) if is_turned else (one, other)))
    return min(found, key=lambda one: one[0])[1] if found else None
