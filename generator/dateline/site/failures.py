"""Whose fault it is where MkDocs fails: the hook or plugin with its event, the extension or template, and the line.

MkDocs raises what others raise.  The traceback says who was at work; a user is told that
in one sentence, and not the traceback.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final

_EVENT: Final = ("mkdocs/plugins.py", "run_event")
_HOOK: Final = ("config/config_options.py", "_load_hook")
_PLUGIN: Final = ("config/config_options.py", "load_plugin")
_OURS: Final = "dateline"
_PAGED: Final = frozenset({"_populate_page", "_build_page"})
_TEMPLATES: Final = (".html", ".xml", ".txt")


@dataclass(frozen=True, slots=True)
class _Step:
    """One call on the way to where something failed."""

    frame: FrameType
    line: int

    @property
    def file(self) -> str:
        return self.frame.f_code.co_filename.replace(os.sep, "/")

    @property
    def package(self) -> str:
        return str(self.frame.f_globals.get("__name__", "")).partition(".")[0]

    def is_of(self, place: tuple[str, str]) -> bool:
        return self.frame.f_code.co_name == place[1] and self.file.endswith(place[0])


@dataclass(frozen=True, slots=True)
class Failure:
    """What failed: `who` it was, while doing what, and `place`, the file with its line."""

    who: str
    place: str
    why: str

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.who} failed{self.why}"


def told(error: BaseException, root: Path, others: Sequence[str] = ()) -> str:
    """Return in one line who failed, at which event and line, and why; `others` may be at fault where nobody is named.

    Files below `root` are named from there.
    """
    error = _deliberate(error)
    steps = list(_steps(error))
    what = _what(error)
    found = _of_event(error, steps, root) or _of_loading(error, steps, root) or _of_page(steps, root)
    if found:
        return f"{found}: {what}"
    is_ours_or_said = not others or hasattr(error, "format_message")
    return what if is_ours_or_said else f"{what} (beside Dateline, {' and '.join(others)} took part)"


def owner_of(method: object, origin: str | None) -> str:
    """Return what a user knows a handler of an event by: the plugin's name in mkdocs.yml, or the hook's file."""
    is_hook = not hasattr(method, "__self__") and hasattr(method, "__code__")
    name = origin or getattr(method, "__module__", "") or "a plugin"
    return f"the hook {name}" if is_hook else f"the plugin {name}"


def _deliberate(error: BaseException) -> BaseException:
    """Return what a plugin said in place of MkDocs's summary of it."""
    context = error.__context__
    is_summary = isinstance(error, SystemExit) and "BuildError" in str(error)
    return context if is_summary and isinstance(context, Exception) else error


def _what(error: BaseException) -> str:
    """Return what went wrong, in one line."""
    text = " ".join(str(error).split())
    if hasattr(error, "format_message"):  # raised to be read: of MkDocs, or a plugin that knows what is wrong
        return text
    name = type(error).__name__
    return f"{name}: {text}" if text else name


def _steps(error: BaseException) -> Iterator[_Step]:
    at = error.__traceback__
    while at is not None:
        yield _Step(at.tb_frame, at.tb_lineno)
        at = at.tb_next


def _of_event(error: BaseException, steps: Sequence[_Step], root: Path) -> Failure | None:
    """Return the hook or plugin that was handling an event, if it is not ours."""
    events = [number for number, step in enumerate(steps) if step.is_of(_EVENT)]
    if not events:
        return None
    known = steps[events[-1]].frame.f_locals
    method, name = known.get("method"), known.get("name")
    origin = known["self"]._event_origins.get(method) if method is not None else None  # noqa: SLF001 - MkDocs tells nobody
    if origin == _OURS:
        return None
    after = steps[events[-1] + 1 :]
    page = _page(steps)
    place = _inmost(after, root) if after else _defined(method, root)  # else it could not even be called
    at = "" if page is None else f" on the page {page}"
    return Failure(owner_of(method, origin), place, f" in on_{name}{at}{_stopped(error)}")


def _stopped(error: BaseException) -> str:
    return " and stops the build" if hasattr(error, "format_message") else ""


def _of_loading(error: BaseException, steps: Sequence[_Step], root: Path) -> Failure | None:
    """Return the hook or plugin that could not even be loaded."""
    for number, step in enumerate(steps):
        if step.is_of(_HOOK) or step.is_of(_PLUGIN):
            kind = "hook" if step.is_of(_HOOK) else "plugin"
            name, path = step.frame.f_locals.get("name"), step.frame.f_locals.get("path")
            if isinstance(error, SyntaxError) and error.filename:
                place = _place(error.filename, error.lineno or 1, root)
            else:
                of_it = [one for one in steps[number + 1 :] if kind == "plugin" or one.file == _plain(path)]
                place = _place(of_it[-1].file, of_it[-1].line, root) if of_it else ""
            return Failure(f"the {kind} {name}", place, " while it was loaded")
    return None


def _of_page(steps: Sequence[_Step], root: Path) -> Failure | None:
    """Return the Markdown extension or the theme's template that failed on a page."""
    page = _page(steps)
    at = "" if page is None else f" on the page {page}"
    template = next((step for step in reversed(steps) if step.file.endswith(_TEMPLATES)), None)
    if template is not None:
        return Failure("the theme's template", _place(template.file, template.line, root), at)
    if not any(step.package == "markdown" for step in steps):
        return None
    start = max(number for number, step in enumerate(steps) if step.package == "markdown")
    extension = steps[start + 1 :]
    if not extension or extension[0].package in {"dateline", "mkdocs"}:
        return None
    name = extension[0].frame.f_globals.get("__name__", "")
    return Failure(f"the Markdown extension {name}", _inmost(extension, root), at)


def _page(steps: Sequence[_Step]) -> str | None:
    """Return the source path of the page that MkDocs was making, if it was making one."""
    for step in reversed(steps):
        if step.frame.f_code.co_name in _PAGED and step.package == "mkdocs":
            page = step.frame.f_locals.get("page")
            return getattr(getattr(page, "file", None), "src_uri", None)
    return None


def _inmost(steps: Sequence[_Step], root: Path) -> str:
    """Return the last line that was at work in the file of the first step."""
    file = steps[0].file
    last = next(step for step in reversed(steps) if step.file == file)
    return _place(file, last.line, root)


def _defined(method: object, root: Path) -> str:
    code = getattr(method, "__code__", None)
    return _place(code.co_filename, code.co_firstlineno, root) if code is not None else ""


def _place(file: str, line: int, root: Path) -> str:
    path = Path(file)
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return f"{shown}:{line}"


def _plain(path: object) -> str:
    return str(path).replace(os.sep, "/")
