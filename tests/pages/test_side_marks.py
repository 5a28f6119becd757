"""Sides by hue and pattern: what the vocabulary's order gives, and whether eyes of any kind can tell it apart."""

import math
import re
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest
from baseline import base_text, linked
from dateline.pages.figures.patterns import KINDS, patterns
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.side_marks import (
    FURTHER,
    NO_SIDE,
    class_of_mark,
    mark_of_actor,
    mark_of_side,
    sides_by_mark,
)
from projects import ROOT

ASSETS = ROOT / "templates" / "theme" / "assets"
PAPERS: Final = {"light": ("#ffffff", "#fafbfc"), "dark": ("#1e2229", "#262b34")}
"""The ground of pages (in the dark, the theme's hsl(215, 15 %, 14 %)) and that of cards and drawings."""
EYES: Final = {  # Machado, Oliveira & Fernandes 2009, at full severity
    "any": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
LEAST_APART: Final = {"any": 0.12, "protan": 0.04, "deutan": 0.04}
"""In OKLab; there a shift of 0.02 is just seen."""


def tokens(pattern: str) -> dict[str, dict[str, str]]:
    """Return the colours whose names match a pattern, in each scheme, as the sheets have them."""
    found: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
    for sheet in ("dateline.css", "sides.css"):
        text = (ASSETS / sheet).read_text(encoding="utf-8")
        for scheme, body in re.findall(r"\[data-md-color-scheme(=\"\w+\")?\] \{([^}]*)\}", text):
            told = dict(re.findall(rf"(--dl-{pattern}): (#\w{{6}})", body))
            found["dark" if "slate" in scheme else "light"] |= told
    return found


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    low, high = sorted(
        sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (one, other)
    )
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """Return a colour in OKLab as these eyes see it."""
    parts = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, parts, strict=True)))) for row in EYES[eyes]
    )
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_mark_of_a_side_stands_out_from_the_paper(scheme: str) -> None:
    hues = tokens(r"s\d")[scheme]
    assert sorted(hues) == [f"--dl-s{number}" for number in range(FURTHER + 1)]
    assert {hue: paper for hue in hues.values() for paper in PAPERS[scheme] if contrast(hue, paper) < 3} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("eyes", EYES)
def test_no_two_sides_look_alike(scheme: str, eyes: str) -> None:
    hues = tokens(r"s[0-8]")[scheme]
    apart = {pair: math.dist(*(seen(hues[one], eyes) for one in pair)) for pair in combinations(sorted(hues), 2)}
    assert {pair: by for pair, by in apart.items() if by < LEAST_APART[eyes]} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_side_has_the_hue_of_an_outcome(scheme: str) -> None:
    hues, outcomes = tokens(r"s[1-8]")[scheme], tokens("(?:contested|open|corroborated|retracted)")[scheme]
    assert outcomes
    apart = {
        (side, outcome): math.dist(seen(hue, "any"), seen(colour, "any"))
        for side, hue in hues.items()
        for outcome, colour in outcomes.items()
    }
    assert {pair: by for pair, by in apart.items() if by < 0.08} == {}


def test_every_side_has_a_pattern_of_its_own_in_drawings_and_in_chips() -> None:
    drawn = re.findall(r' d="([^"]*)"', patterns(range(KINDS), "x"))
    assert len(set(drawn)) == KINDS == FURTHER + 1
    sheet = (ASSETS / "sides.css").read_text(encoding="utf-8")
    chips = re.findall(r"\.dl-side-[1-9] \{ --dl-hue: var\(--dl-s\d\); --dl-pattern: ([^;]*);", sheet)
    assert len(set(chips)) == len(chips) == FURTHER
    assert re.findall(r"\.dl-side-0 \{([^}]*)\}", sheet) == [" --dl-hue: var(--dl-s0); "]


def edition(folder: Path, sides: int) -> Edition:
    """Return an edition with so many sides, an actor who places itself on each, and one on the first two."""
    words = "".join(f"    side-{number}: {{label: Side {number}}}\n" for number in range(1, sides + 1))
    head, _, tail = base_text("chronology.yml").partition("  sides:\n")
    others = tail[tail.index("  place_kinds:") :]
    placed = {f"s{number}": (number,) for number in range(1, sides + 1)} | {"both": (1, 2)}
    known = "    parish: {label: Parish}\n    petition: {label: Petition}\n"
    files = {"chronology.yml": f"{head}  sides:\n{known}{words}{others}"}
    for name, numbers in placed.items():
        cite = "cite: {source: crier-2031-03-06, paragraph: 1}"
        on = "".join(f"  - {{side: side-{number}, {cite}}}\n" for number in numbers)
        files[f"actors/{name}.md"] = f"---\nname: {name}\nkind: person\npart_of: [lindwell-crier]\nsides:\n{on}---\n"
    return Edition(linked(folder, files))


def test_the_order_of_the_vocabulary_decides_the_mark_of_a_side_and_of_who_is_placed_on_it(tmp_path: Path) -> None:
    made = edition(tmp_path, 8)
    assert [mark_of_side(made, f"side-{number}") for number in range(1, 9)] == [3, 4, 5, 6, 7, 8, FURTHER, FURTHER]
    assert [mark_of_actor(made, f"s{number}") for number in range(1, 9)] == [3, 4, 5, 6, 7, 8, FURTHER, FURTHER]
    assert class_of_mark(mark_of_actor(made, "s2")) == "dl-side dl-side-4"


def test_who_is_placed_on_no_side_or_on_several_is_grey(tmp_path: Path) -> None:
    made = edition(tmp_path, 2)
    assert (
        mark_of_actor(made, "lindwell-crier")
        == mark_of_actor(made, "both")
        == mark_of_side(made, "unheard-of")
        == NO_SIDE
    )


def test_a_legend_names_each_mark_once_and_who_is_on_no_side_last(tmp_path: Path) -> None:
    made = edition(tmp_path, 8)
    told = dict(sides_by_mark(made, [NO_SIDE, FURTHER, 3, 3]))
    assert list(told) == [3, FURTHER, NO_SIDE]
    assert told[3] == "Side 1"
    assert told[FURTHER] == "Another side"
    assert dict(sides_by_mark(edition(tmp_path, 7), [FURTHER]))[FURTHER] == "Side 7"
