"""Nothing lies about that nobody names: in the engine, and in the tests."""

import re
import tomllib
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, Final

from projects import ROOT
from vulture import Vulture  # type: ignore[import-untyped]

_TEMPLATES: Final = {".j2", ".html", ".xml"}
_NAME: Final = re.compile(r"[A-Za-z_]\w*")
_FIELDS: Final = {ROOT / "generator" / "dateline" / room for room in ("records/types", "pages/exports", "pages/citing")}
"""Their fields are what editors write, or what is exported: written whole, and not by their names."""
_OURS: Final = ["generator", "benchmarks", ".github"]


@cache
def told() -> dict[str, Any]:
    """Return what pyproject.toml tells vulture."""
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["vulture"]
    return found


@cache
def named_by_templates() -> frozenset[str]:
    files = [path for path in (ROOT / "templates").rglob("*") if path.suffix in _TEMPLATES]
    assert len(files) > 20
    return frozenset(name for path in files for name in _NAME.findall(path.read_text(encoding="utf-8")))


@cache
def looked_through(*paths: str) -> Vulture:
    vulture = Vulture(ignore_decorators=told()["ignore_decorators"])
    vulture.scavenge([str(ROOT / path) for path in paths], exclude=told()["exclude"])
    return vulture


def unnamed(*vultures: Vulture) -> dict[str, str]:
    """Return where the names stand that are defined in what was looked through, and are nowhere in it named."""
    named = named_by_templates().union(*(set(one.used_names) for one in vultures))
    found = [item for one in vultures for item in one.get_unused_code(min_confidence=told()["min_confidence"])]
    return {
        item.name: f"{item.filename}:{item.first_lineno}"
        for item in found
        if item.name not in named and not is_field(item)
    }


def is_field(item: Any) -> bool:
    return item.typ == "variable" and not _FIELDS.isdisjoint(Path(item.filename).parents)


def has_a_reason(name: str) -> bool:
    return any(fnmatchcase(name, reason) for reason in told()["ignore_names"])


def of_the_engine() -> dict[str, str]:
    return unnamed(looked_through(*_OURS))


def of_everything() -> dict[str, str]:
    return unnamed(looked_through(*_OURS), looked_through("tests"))


def test_what_the_engine_has_is_named_by_more_than_tests() -> None:
    assert {name: where for name, where in of_the_engine().items() if not has_a_reason(name)} == {}


def test_what_tests_have_is_named() -> None:
    assert {name: where for name, where in of_everything().items() if not has_a_reason(name)} == {}


def test_each_name_with_a_reason_would_be_found_without_it() -> None:
    found = {*of_the_engine(), *of_everything()}
    assert [reason for reason in told()["ignore_names"] if not any(fnmatchcase(name, reason) for name in found)] == []


def test_what_nobody_names_is_found(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("def used(): ...\ndef nobody_asks(): ...\nused()\n", encoding="utf-8")
    assert unnamed(looked_through(str(tmp_path))) == {"nobody_asks": f"{tmp_path / 'one.py'}:2"}
