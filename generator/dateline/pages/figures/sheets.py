"""The style of a figure that stands alone: of the theme's sheets, what its classes and schemes say."""

import re
from functools import cached_property
from pathlib import Path
from typing import Final

PAPER: Final = ("#fff", "#1e2229")
"""The theme's ground in the light scheme and in the dark one, which stand in no sheet of ours."""
_SHEETS: Final = ("dateline.css", "sides.css", "figures.css", "time.css")
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_CONDITION: Final = re.compile(r"@(?P<head>[^{;]*)\{(?P<body>(?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS: Final = re.compile(r"\.(dl-[\w-]+)")
_SIMPLE: Final = re.compile(r"(?:\.dl-[\w-]+|\s|svg|text|path|rect|circle|line|g|>)+")
_USED: Final = re.compile(r'class="([^"]*)"')
_TOKEN: Final = re.compile(r"var\((--[\w-]+)")


class Sheets:
    """What the theme's sheets say of drawings: plain rules by their classes, and the colours of each scheme."""

    def __init__(self, templates: Path) -> None:
        self._folder = templates / "theme" / "assets"

    def style_of(self, drawing: str) -> str:
        """Return the rules of the classes that a drawing uses, with the tokens that these name, for both schemes."""
        used = {name for names in _USED.findall(drawing) for name in names.split()}
        rules = "".join(rule for classes, rule in self._rules if classes <= used)
        wanted = set(_TOKEN.findall(rules)) | {"--dl-ink", "--dl-quiet"}
        light, dark = (self._tokens(scheme, wanted) for scheme in ("light", "dark"))
        return f"svg{{color-scheme:light dark;{light}}}@media(prefers-color-scheme:dark){{svg{{{dark}}}}}{rules}"

    def _tokens(self, scheme: str, wanted: set[str]) -> str:
        return "".join(f"{name}:{value};" for name, value in self._schemes[scheme].items() if name in wanted)

    @cached_property
    def _read(self) -> list[tuple[str, str]]:
        """Every rule of the sheets that stands in no condition but that of the dark scheme, as selector and body."""
        found: list[tuple[str, str]] = []
        for path in (self._folder / name for name in _SHEETS):
            sheet = _COMMENT.sub("", path.read_text(encoding="utf-8")) if path.is_file() else ""
            found += [(one[1].strip(), one[2].strip()) for one in _RULE.finditer(_CONDITION.sub(_kept, sheet))]
        return found

    @cached_property
    def _rules(self) -> list[tuple[frozenset[str], str]]:
        found = []
        for selector, body in self._read:
            for one in map(str.strip, selector.split(",")):
                classes = frozenset(_CLASS.findall(one))
                if classes and _SIMPLE.fullmatch(one):
                    found.append((classes, f"{one}{{{' '.join(body.split())}}}"))
        return found

    @cached_property
    def _schemes(self) -> dict[str, dict[str, str]]:
        schemes: dict[str, dict[str, str]] = {
            "light": {"--md-default-bg-color": PAPER[0], "--dl-paper": PAPER[0]},
            "dark": {"--md-default-bg-color": PAPER[1], "--dl-paper": PAPER[1]},
        }
        for selector, body in self._read:
            if "[data-md-color-scheme" not in selector or "." in selector:
                continue
            tokens = dict(part.strip().split(":", 1) for part in body.split(";") if part.strip().startswith("--"))
            schemes["dark" if "slate" in selector else "light"] |= {
                name.strip(): value.strip() for name, value in tokens.items() if "var(" not in value
            }
        return schemes


def _kept(condition: re.Match[str]) -> str:
    """Return the rules of a condition that a figure always fulfils: it stands on a screen."""
    return condition["body"] if condition["head"].strip() == "media screen" else ""
