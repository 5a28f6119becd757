"""Templates are made Python once for all processes of a test run, which build hundreds of sites of the same templates.

Half of the time that a small site takes is Jinja's compiler.  What it makes depends on a template's text and on the
environment, both of which are in the name under which its code is kept; a template that a test changes is another text.

As a program it begins another one so, as `python -m` would: python tests/helpers/templating.py dateline build
"""

import hashlib
import marshal
import os
import runpy
import sys
from pathlib import Path
from types import CodeType
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader

_OF_AN_ENVIRONMENT: Final = (
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string", "comment_start_string",
    "comment_end_string", "line_statement_prefix", "line_comment_prefix", "trim_blocks", "lstrip_blocks",
    "newline_sequence", "keep_trailing_newline", "optimized", "is_async", "policies",
)  # fmt: skip


TEMPLATES: Final = "TESTS_TEMPLATES"
"""The variable of the environment that says where processes of a test run keep the code of templates."""
_LABELS: Final = ("Breadcrumb", "Sources of this page", "Home")
"""Words that tell one catalogue from another."""


def remember_templates(folder: Path) -> None:
    """Have this process, and all that it forks, take the code of templates from `folder` and put it there."""
    if getattr(Environment.compile, "remembers", False):
        return
    folder.mkdir(parents=True, exist_ok=True)
    compile_ = Environment.compile
    known: dict[str, CodeType] = {}

    def compiled(
        self: Environment, source: Any, name: str | None = None, filename: str | None = None, *rest: Any, **more: Any
    ) -> Any:
        if not isinstance(source, str) or rest or more:
            return compile_(self, source, name, filename, *rest, **more)
        key = _key(self, source, name)
        code = known.get(key) or _read(folder / key)
        if code is None:
            code = compile_(self, source, name, filename)
            _write(folder / key, code)
        known[key] = code
        return _placed(code, filename or "<template>")

    compiled.remembers = True  # type: ignore[attr-defined]
    Environment.compile = compiled  # type: ignore[method-assign]
    FileSystemLoader.list_templates = _listed  # type: ignore[method-assign]


def _listed(self: FileSystemLoader) -> list[str]:
    """List a theme's files but for Material's 12,000 icons, each of which MkDocs would look at and drop."""
    found: set[str] = set()
    for root in self.searchpath:
        for folder, folders, files in os.walk(root, followlinks=self.followlinks):
            folders[:] = [name for name in folders if name != ".icons"]
            found.update(Path(folder, name).relative_to(root).as_posix() for name in files)
    return sorted(found)


def _key(environment: Environment, source: str, name: str | None) -> str:
    told: list[object] = [name, *(repr(getattr(environment, each)) for each in _OF_AN_ENVIRONMENT)]
    told += map(_named, (environment.code_generator_class, environment.undefined, environment.finalize))
    told += [environment.autoescape if isinstance(environment.autoescape, bool) else _named(environment.autoescape)]
    told += sorted(environment.extensions)
    say = environment.globals.get("plain")  # labels are put into templates as they are read, in one language
    told += [say(word) for word in _LABELS] if callable(say) else []
    told += sorted(
        f"{key} {_named(made)}" for of in (environment.filters, environment.tests) for key, made in of.items()
    )
    return hashlib.sha256("\n".join([*map(str, told), source]).encode("utf-8", "surrogatepass")).hexdigest()


def _named(made: object) -> str:
    return f"{getattr(made, '__module__', None)}.{getattr(made, '__qualname__', repr(made))}"


def _read(path: Path) -> CodeType | None:
    try:
        found = marshal.loads(path.read_bytes())  # noqa: S302 - what a process of this run has written
    except FileNotFoundError:
        return None
    assert isinstance(found, CodeType)
    return found


def _write(path: Path, code: CodeType) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(marshal.dumps(code))
    part.replace(path)


def _placed(code: CodeType, filename: str) -> CodeType:
    """Return code as it is where its template lies in `filename`, which stands in tracebacks."""
    if code.co_filename == filename:
        return code
    consts = tuple(_placed(one, filename) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_filename=filename, co_consts=consts)


if __name__ == "__main__":
    remember_templates(Path(os.environ[TEMPLATES]))
    sys.path[0] = str(Path.cwd())
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
