"""What MkDocs says against mkdocs.yml, told as a record's problems are: where it stands, and what to do.

MkDocs logs each complaint with the name of a setting and nothing else.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import get_plugins
from mkdocs.utils import get_theme_names

from dateline.ground.problems import did_you_mean
from dateline.ground.yamltree.refusals import syntax_problem

_LOGGER: Final = "mkdocs.config"
_COMPLAINT: Final = re.compile(r"Config value '(?P<name>[^']*)': (?P<what>.*)", re.DOTALL)
_OF_PLUGIN: Final = re.compile(r"Plugin '(?P<plugin>[^']+)' option '(?P<option>[^']+)': (?P<what>.*)")
_UNKNOWN: Final = re.compile(r"Unrecognised configuration name: (?P<word>.+)")
_NO_PLUGIN: Final = re.compile(r"The \"(?P<word>[^\"]+)\" plugin is not installed")
_NO_THEME: Final = re.compile(r"Unrecognised theme name: '(?P<word>[^']+)'")
_NO_FOLDER: Final = re.compile(r"The path set in custom_dir")
_OTHER_TYPE: Final = re.compile(r"Expected (?:type: )?(?P<wanted>.+?) but received: (?P<given>.+)")
_KNOWN: Final = dict(MkDocsConfig._schema)  # noqa: SLF001 - MkDocs lists its settings nowhere else
_CLASS: Final = re.compile(r"<class '(?P<name>\w+)'>")
_CLASSES: Final[Mapping[str, str]] = {
    "str": "a text",
    "list": "a list",
    "dict": "keys with values",
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "NoneType": "nothing",
}


@contextmanager
def in_place(config_file: Path, options: Mapping[str, Mapping[str, object]]) -> Iterator[None]:
    """Have each complaint of MkDocs about a configuration begin with file, line and column, and end with what to do.

    `options` are those that plugins have, by plugin.
    """
    telling = _Telling(config_file, options)
    logger = logging.getLogger(_LOGGER)
    logger.addFilter(telling)
    try:
        yield
    finally:
        logger.removeFilter(telling)


def of_syntax(config_file: Path, error: ConfigurationError) -> str:
    """Return what is no YAML in a configuration, where it stands and what to do; empty where it is something else."""
    cause = error.__cause__ or error.__context__
    if not isinstance(cause, yaml.YAMLError):
        return ""
    return str(syntax_problem(cause, config_file.read_text(encoding="utf-8", errors="replace"), config_file.name))


class _Telling(logging.Filter):
    """Words complaints anew; all of them pass."""

    def __init__(self, config_file: Path, options: Mapping[str, Mapping[str, object]]) -> None:
        super().__init__()
        self._file, self._options = config_file, options

    def filter(self, record: logging.LogRecord) -> bool:
        found = _COMPLAINT.fullmatch(record.getMessage())
        if found is not None:
            record.msg, record.args = self._told(found["name"], found["what"]), None
        return True

    def _told(self, name: str, what: str) -> str:
        """Return a complaint as one line or, where several options of plugins are told in one, as several."""
        several = [_OF_PLUGIN.fullmatch(line) for line in what.splitlines()]
        if of_plugins := [one for one in several if one is not None]:
            return "\n".join(self._line([name, one["plugin"], one["option"]], one["what"]) for one in of_plugins)
        if no_plugin := _NO_PLUGIN.search(what):
            return self._line([name, no_plugin["word"]], what)
        if name == "theme":
            return self._line([name, "custom_dir" if _NO_FOLDER.search(what) else "name"], what)
        return self._line([name], what)

    def _line(self, steps: list[str], what: str) -> str:
        hint = self._hint(what, steps)
        plain = _CLASS.sub(lambda found: _CLASSES.get(found["name"], found["name"]), what.strip().rstrip("."))
        plain = _OTHER_TYPE.sub(r"needs \g<wanted>, not \g<given>", plain)
        place, called = _place_of(self._file, steps)
        return f"{self._file.name}:{place}: {called}: {plain}{f' ({hint})' if hint else ''}"

    def _hint(self, what: str, steps: list[str]) -> str:
        if unknown := _UNKNOWN.fullmatch(what):
            known = self._options.get(steps[1], {}) if len(steps) > 1 else _KNOWN
            return did_you_mean(unknown["word"], known) or "take it out"
        if no_plugin := _NO_PLUGIN.search(what):
            return did_you_mean(no_plugin["word"], get_plugins()) or "install it, or take it out of plugins"
        if no_theme := _NO_THEME.search(what):
            return did_you_mean(no_theme["word"], get_theme_names()) or "write theme: dateline"
        return "write theme: dateline, or make that folder" if _NO_FOLDER.search(what) else ""


def _place_of(config_file: Path, steps: list[str]) -> tuple[str, str]:
    """Return line and column, from 1, of the deepest step that stands in a configuration, and which that is."""
    try:
        node = yaml.compose(config_file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return "1:1", steps[0]
    line, column, deepest = 1, 1, steps[0]
    for step in steps:
        found = _below(node, step)
        if found is None:
            break
        key, node = found
        line, column, deepest = key.start_mark.line + 1, key.start_mark.column + 1, step
    return f"{line}:{column}", deepest


def _below(node: yaml.Node | None, step: str) -> tuple[yaml.Node, yaml.Node | None] | None:
    """Return where a step stands below a node, and what it leads to; a list's entries are looked through."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode):
        named = (entry for entry in node.value if isinstance(entry, yaml.ScalarNode) and entry.value == step)
        inside = (
            found for entry in node.value if isinstance(entry, yaml.MappingNode) and (found := _below(entry, step))
        )
        return next(((entry, None) for entry in named), None) or next(inside, None)
    return None
