"""The house as generator/README.md draws it: what it names exists, and what is to stay small stays small."""

import ast
import io
import re
import tokenize
from functools import cache
from pathlib import Path
from typing import Final

import dateline
import pytest
from projects import ROOT

from benchmarks.house import ENGINE, House, measured

ARCHITECTURE: Final = ROOT / "generator" / "README.md"
DECISIONS: Final = sorted((ROOT / "generator" / "decisions").glob("*.md"))
PAGES: Final = [ARCHITECTURE, *DECISIONS]
_MOST_WORDS: Final = 1500
_QUOTED: Final = re.compile(r"`([^`\n]+)`")
_PATH: Final = re.compile(r"\.?[a-z_][a-z0-9_.-]*(?:/[a-z0-9_.*-]+)+/?|[a-z_]+\.(?:py|md|yml|toml)")
_RECORDS: Final = ("content/events/", "content/geodata/")  # another chronology may stand in their place
_ADDRESSES: Final = (
    ".cache/",
    "actors/",
    "assets/",
    "days/",
    "events/",
    "data/",
    "search-index/",
    "places/",
    "sources/",
)
"""Paths of a built site or of what a build keeps, which are none of the project."""
_NAME: Final = re.compile(r"[A-Z][A-Za-z]+|[a-z]+(?:_[a-z]+)+|[a-z_]+\(\)")


LONG_MODULES: Final = {
    "ground/problems/catalogue.py",  # a table: a code is looked up, not read
    "ground/problems/examples.py",  # the same
}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def longer_functions(lines: int) -> set[str]:
    """Return the names of the functions that have more lines."""
    return {
        node.name
        for path in ENGINE.rglob("*.py")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= lines
    }


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


@pytest.fixture(scope="module")
def house() -> House:
    return measured()


def test_functions_can_be_seen_at_once() -> None:
    assert longer_functions(40) == set()


def test_modules_can_be_read_at_a_sitting() -> None:
    long = {path.relative_to(ENGINE).as_posix() for path in ENGINE.rglob("*.py") if _lines(path) > 400}
    assert long == LONG_MODULES


def test_no_module_is_imported_in_a_circle(house: House) -> None:
    assert house.cycles == ()
    assert measured(ROOT / "benchmarks", ROOT / "benchmarks").cycles == ()


def test_hardly_a_name_means_two_things(house: House) -> None:
    assert len(house.classes_twice) <= 5, house.classes_twice
    assert len(house.files_twice) <= 4, house.files_twice


def test_a_circle_is_found(tmp_path: Path) -> None:
    package = tmp_path / "ring"
    package.mkdir()
    (package / "one.py").write_text("from ring import two\n", encoding="utf-8")
    (package / "two.py").write_text("def later():\n    from ring.one import x\n", encoding="utf-8")
    assert set(measured(package, tmp_path / "none").cycles) == {"one.py", "two.py"}


def test_a_comment_is_told_from_what_looks_like_one(tmp_path: Path) -> None:
    text = """a = "#1"  # one
b = '#\\'#'
c = \'\'\'
# none "
\'\'\'  # another
"""
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "one.py").write_text(text, encoding="utf-8")
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    comments = sum(token.type == tokenize.COMMENT for token in tokens)
    assert comments == 2
    assert measured(tmp_path / "house", tmp_path / "none").comments == 100 * comments / text.count("\n")


def test_the_architecture_is_read_in_one_sitting() -> None:
    assert len(ARCHITECTURE.read_text(encoding="utf-8").split()) <= _MOST_WORDS


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_each_path_that_is_named_exists(page: Path) -> None:
    named = {word for word in _quoted(page) if _PATH.fullmatch(word) and not word.startswith((*_ADDRESSES, *_RECORDS))}
    assert [path for path in sorted(named) if not _exists(path)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_each_name_of_the_code_that_is_named_exists(page: Path) -> None:
    named = {word.removesuffix("()") for word in _quoted(page) if _NAME.fullmatch(word)}
    assert sorted(named - _names()) == []


def _quoted(page: Path) -> set[str]:
    return set(_QUOTED.findall(page.read_text(encoding="utf-8")))


def _exists(path: str) -> bool:
    """Whether a path leads somewhere: from the project, its engine, a wing, or content/."""
    places = [ROOT, ROOT / "generator", ENGINE, *(wing for wing in ENGINE.iterdir() if wing.is_dir())]
    places += [ROOT / "content", ROOT / "tests" / "cases" / "base" / "content", ROOT / "templates" / "theme"]
    return any((place / path.rstrip("/")).exists() or any(place.glob(path)) for place in places)


@cache
def _names() -> frozenset[str]:
    """Return every name that the code or a record type defines, and the words of the records."""
    names = set(re.findall(r"\b[A-Za-z_]+\b", (ROOT / "generator" / "FIELDS.md").read_text(encoding="utf-8")))
    for path in [*ENGINE.rglob("*.py"), *(ROOT / "benchmarks").glob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        for node in ast.walk(tree_of(path)):
            match node:
                case (
                    ast.ClassDef(name=name)
                    | ast.FunctionDef(name=name)
                    | ast.Name(id=name)
                    | ast.Attribute(attr=name)
                    | ast.arg(arg=name)
                ):
                    names.add(name)
                case ast.Constant(value=str(text)) if len(text) < 60:
                    names.add(text)
                case _:
                    pass
    return frozenset(names)


def test_the_public_names_of_the_package_are_there_and_told() -> None:
    assert dateline.__doc__ is not None
    for name in dateline.__all__:
        assert getattr(dateline, name) is not None
        assert name.startswith("__") or f"`{name}" in dateline.__doc__
    with pytest.raises(AttributeError, match="no attribute 'site_of'"):
        getattr(dateline, "site_of")  # noqa: B009 - so that no type is asked
