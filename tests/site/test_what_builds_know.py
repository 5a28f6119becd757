"""What a build may reuse: nothing is, where an extension or a function of the configuration may read files."""

import sys
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import markdown.extensions.toc
import pytest
from dateline.site.building import inputs
from dateline.site.settings import Settings
from filelock import FileLock
from markdown.extensions.toc import slugify
from material.extensions import emoji  # type: ignore[import-untyped]

KNOWN: Any = slugify
TRUSTED = ["toc", "markdown.extensions.tables", "pymdownx.superfences", markdown.extensions.toc.TocExtension()]


def stranger(value: object) -> object:
    return value


def test_what_is_of_markdown_mkdocs_and_material_is_known() -> None:
    assert (
        inputs.not_known(TRUSTED, {"toc": {"slugify": slugify}}, {"f": partial(slugify, "x"), "n": [1, {"a": "b"}]})
        == ""
    )
    assert inputs.not_known(TRUSTED, {}, {"emoji": emoji.twemoji}) == ""


@pytest.mark.parametrize(
    "extension, told",
    [
        ("pymdownx.snippets", "reads files"),
        ("pymdownx.b64:B64Extension", "reads files"),
        ("nobody.knows", "may read files"),
        (FileLock("x"), "may read files"),
    ],
)
def test_an_extension_that_reads_or_may_read_files_is_named(extension: object, told: str) -> None:
    assert told in inputs.not_known([*TRUSTED, extension], {}, {})


def test_icons_of_ones_own_are_files_that_are_read() -> None:
    options = {"pymdownx.emoji": {"options": {"custom_icons": ["overrides/.icons"]}}}
    assert "reads files" in inputs.not_known(["pymdownx.emoji"], options, {})


@pytest.mark.parametrize(
    "value",
    [
        stranger,
        partial(stranger, 1),
        partial(KNOWN, stranger),
        partial(KNOWN, separator=stranger),
        [{"deep": (stranger,)}],
        {"object": FileLock("x")},
        {stranger.__name__: frozenset({stranger})},
    ],
)
def test_a_function_or_object_from_elsewhere_is_found_wherever_it_stands(value: object) -> None:
    assert "comes from outside MkDocs and Material" in inputs.not_known([], {}, {"key": value})
    assert "comes from outside MkDocs and Material" in inputs.not_known([], {"key": value}, {})


def test_what_lies_too_deep_is_not_looked_through_but_told() -> None:
    value: object = "text"
    for _ in range(20):
        value = [value]
    assert "lies deep" in inputs.not_known([], {}, {"key": value})


def test_a_module_of_ones_own_that_takes_a_known_name_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    own = ModuleType("material")
    own.__file__ = str(Path("/project/material/__init__.py"))
    assert inputs.not_known(["material.extensions.emoji"], {}, {}) == ""
    monkeypatch.setitem(sys.modules, "material", own)
    assert "may read files" in inputs.not_known(["material.extensions.emoji"], {}, {})


def test_where_records_lie_is_told_from_the_folder_of_the_project_and_the_same_anywhere(tmp_path: Path) -> None:
    told = {
        inputs.where(Settings(root=root, content=root / "content", templates=root / ".." / "shared"))
        for root in (tmp_path / "one", tmp_path / "two")
    }
    assert told == {"content\n../shared"}


def test_another_day_or_another_package_is_another_surrounding(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = inputs.surroundings()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert inputs.surroundings() != before
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    (tmp_path / "other-1.0.dist-info").mkdir()
    (tmp_path / "module.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(tmp_path / "none")
    assert set(inputs.surroundings().splitlines()) - set(before.splitlines()) == {"other-1.0.dist-info"}
