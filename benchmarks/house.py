"""The figures of the house: how long functions and modules are, what is named twice, which imports run in circles.

As a command, which `make house` calls, it prints them as a table.  A test holds the goals.
"""

import ast
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median, quantiles
from typing import Final

ROOT: Final = Path(__file__).parent.parent
ENGINE: Final = ROOT / "generator" / "dateline"
TESTS: Final = ROOT / "tests"
_TENTHS: Final = 10
_STRING_OR_COMMENT: Final = re.compile(
    r"""(?P<quotes>\"{3}|'{3})[\s\S]*?(?P=quotes)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|(?P<comment>\#.*)"""
)
"""Tells a comment from a `#` in a string, in a tenth of the time that Python's own tokenizer takes."""
_FACES: Final = frozenset({"__init__.py", "__main__.py"})


@dataclass(frozen=True, slots=True)
class House:
    """What was counted; lengths are in lines, from a function's `def` to its last line."""

    functions: tuple[int, ...]
    modules: tuple[int, ...]
    cycles: tuple[str, ...]
    classes_twice: Mapping[str, tuple[str, ...]]
    files_twice: Mapping[str, tuple[str, ...]]
    comments: float
    """Lines with a comment, of all lines, in per cent."""
    tests: float
    """Lines of tests a line of the engine."""
    anything: float
    """How often `Any` stands in a thousand lines."""

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield each figure with its name, as a table tells it."""
        yield "function lines median/p90/max", _spread(self.functions)
        yield "module lines median/p90/max", _spread(self.modules)
        yield "modules in import cycles", str(len(self.cycles))
        yield "class names used twice", str(len(self.classes_twice))
        yield "file names used twice", str(len(self.files_twice))
        yield "lines with a comment, %", f"{self.comments:.1f}"
        yield "test lines a line", f"{self.tests:.2f}"
        yield "`Any` in a thousand lines", f"{self.anything:.1f}"


def measured(engine: Path = ENGINE, tests: Path = TESTS) -> House:
    """Return the figures of the modules below `engine`, with the tests below `tests`."""
    texts = {path.relative_to(engine).as_posix(): path.read_text(encoding="utf-8") for path in _modules(engine)}
    trees = {name: ast.parse(text) for name, text in texts.items()}
    lines = sum(_length(text) for text in texts.values())
    return House(
        functions=tuple(sorted(_functions(trees.values()))),
        modules=tuple(sorted(_length(text) for text in texts.values())),
        cycles=_cycle(_imports(engine.name, trees)),
        classes_twice=_twice((node.name, name) for name, tree in trees.items() for node in _classes(tree)),
        files_twice=_twice((name.rpartition("/")[2], name) for name in texts if not name.endswith(tuple(_FACES))),
        comments=100 * sum(_comments(text) for text in texts.values()) / lines,
        tests=sum(_length(path.read_text(encoding="utf-8")) for path in _modules(tests)) / lines,
        anything=1000 * sum(len(re.findall(r"\bAny\b", text)) for text in texts.values()) / lines,
    )


def _modules(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "node_modules" not in path.parts)


def _length(text: str) -> int:
    return text.count("\n")


def _spread(lengths: Sequence[int]) -> str:
    return f"{median(lengths):.0f}/{quantiles(lengths, n=_TENTHS)[-1]:.0f}/{max(lengths)}"


def _functions(trees: Iterable[ast.Module]) -> Iterator[int]:
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield (node.end_lineno or node.lineno) - node.lineno + 1


def _classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def _twice(found: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for name, place in found:
        places[name].append(place)
    return {name: tuple(where) for name, where in sorted(places.items()) if len(where) > 1}


def _comments(text: str) -> int:
    return sum(1 for found in _STRING_OR_COMMENT.finditer(text) if found["comment"])


def _imports(package: str, trees: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """Return which modules of the package each module imports, those for types only and those in functions included."""
    names = {_dotted(package, name): name for name in trees}
    graph: dict[str, set[str]] = {}
    for name, tree in trees.items():
        asked = Counter(target for node in ast.walk(tree) for target in _targets(node))
        graph[name] = {names[target] for target in asked if target in names} - {name}
    return graph


def _dotted(package: str, name: str) -> str:
    parts = [package, *name.removesuffix(".py").split("/")]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _targets(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module is not None:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _cycle(graph: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Return the modules of one cycle, or nothing; a package's face may be imported by what is in the package."""
    inner = {name: {other for other in others if not other.endswith("__init__.py")} for name, others in graph.items()}
    try:
        TopologicalSorter(inner).prepare()
    except CycleError as error:
        return tuple(error.args[1][:-1])
    return ()


def main() -> None:
    """Print the table, and what is named twice."""
    found = measured()
    for name, figure in found.rows():
        sys.stdout.write(f"| {name} | {figure} |\n")
    for name, places in (*found.classes_twice.items(), *found.files_twice.items()):
        sys.stdout.write(f"{name}: {', '.join(places)}\n")


if __name__ == "__main__":
    main()
