"""The numbers of rows, as people write them; what they leave open stays open."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.editing.importing.row_parts import RowParts, as_number
from dateline.ground.problems import Code

_RANGE: Final = re.compile(r"(?P<min>\d[\d ]*)\s*(?:-|–|to)\s*(?P<max>\d[\d ]*)")
_LEAST: Final = re.compile(r"(?i)(?:at least|>=|≥)\s*(?P<min>\d[\d ]*)|(?P<plus>\d[\d ]*)\s*\+")
_MOST: Final = re.compile(r"(?i)(?:at most|up to|<=|≤)\s*(?P<max>\d[\d ]*)")
_ABOUT: Final = re.compile(r"(?i)(?:about|around|circa|ca\.?|c\.|approximately|~)\s*(?P<exact>\d[\d ]*)")
_PLAIN: Final = re.compile(r"\d[\d ]*(?:\.\d+)?")
_BOUNDS: Final = (".min", ".max")


def figures_of(parts: RowParts) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the numbers of a row, each with what its column becomes."""
    bounds: dict[str, dict[str, Any]] = {}
    for target in parts.starting("figure."):
        text = parts.one(target)
        bound = next((one for one in _BOUNDS if target.endswith(one)), "")
        measure = target.removeprefix("figure.").removesuffix(bound)
        if text is None:
            continue
        if measure not in parts.desk.shelf.terms("measures"):
            why = f"'{measure}' is no word of measures"
            parts.tell(
                parts.column(target),
                Code.UNKNOWN_MEASURE,
                why,
                f"add it to the measures in chronology.yml: {measure}: {{label: …}}",
            )
            continue
        read = (
            {bound[1:]: as_number(text)} if bound and _PLAIN.fullmatch(text) else number_of(text) if not bound else None
        )
        if read is None:
            parts.tell(
                parts.column(target),
                Code.FIGURE_AMBIGUOUS,
                "it is no number that is certain",
                "write digits: 12, 10-15, at least 10",
            )
            continue
        bounds.setdefault(measure, {"target": target}).update(read)
    for measure, said in bounds.items():
        target = said.pop("target")
        if said.get("min", 0) > said.get("max", said.get("min", 0)):
            why = f"the least of it, {said['min']}, is more than the most, {said['max']}"
            parts.tell(parts.column(target), Code.FIGURE_REVERSED, why, "exchange the two, if that is right")
            continue
        yield target, _figure(measure, said)


def _figure(measure: str, said: Mapping[str, Any]) -> dict[str, Any]:
    if said.get("min") is not None and said.get("min") == said.get("max"):
        return {"measure": measure, "exact": said["min"]}
    exact = {"exact": said["exact"]} if "exact" in said and not {"min", "max"} & said.keys() else {}
    rest = {key: said[key] for key in ("min", "max") if key in said}
    if "exact" in said and rest:
        rest["wording"] = f"best estimate {said['exact']}"
    return {"measure": measure, **exact, **rest, **({"approximate": True} if said.get("approximate") else {})}


def number_of(text: str) -> dict[str, Any] | None:
    """Return a number as people write it, with its bounds; None where it is in doubt."""
    if _PLAIN.fullmatch(text):
        return {"exact": as_number(text.replace(" ", ""))}
    for pattern in (_RANGE, _LEAST, _MOST, _ABOUT):
        found = pattern.fullmatch(text.strip())
        if found is not None:
            said = {
                ("min" if key == "plus" else key): as_number(value.replace(" ", ""))
                for key, value in found.groupdict().items()
                if value
            }
            return {**said, **({"approximate": True} if pattern is _ABOUT else {})}
    return None
