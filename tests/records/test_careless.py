"""What a careless editor types, as a table: each slip is told where it is, by its code, with its cure."""

import shutil
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from dateline.ground.problems import Code, Problem
from dateline.site import checking
from dateline.site.settings import Settings
from projects import CASES

_SIGNS: Final = {"\\n": "\n", "\\t": "\t"}
_ARROW: Final = " → "


class Slip(NamedTuple):
    """A line of the table."""

    file: str
    right: str
    wrong: str
    place: str
    code: str
    cure: str

    @property
    def told_in(self) -> str:
        """The file in which it is told, which may be another than that in which it was made."""
        return self.file.rpartition(_ARROW)[2]

    @property
    def made_in(self) -> str:
        """The file in which it is made."""
        return self.file.partition(_ARROW)[0]


def _typed(text: str) -> str:
    for sign, meant in _SIGNS.items():
        text = text.replace(sign, meant)
    return text


def _slips() -> list[Slip]:
    lines = (CASES / "careless.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if not line.startswith("#"))
    return [Slip(file, _typed(right), _typed(wrong), *rest) for file, right, wrong, *rest in cells]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("careless")
    shutil.copytree(CASES / "small" / "content", folder / "content")
    return folder


def told(project: Path, slip: Slip) -> list[Problem]:
    """Return what is told of the project with a slip in it, which is then mended."""
    path = project / "content" / slip.made_in
    right = path.read_bytes()
    assert slip.right in right.decode()
    try:
        path.write_bytes(right.decode().replace(slip.right, slip.wrong, 1).encode())
        return checking.check(Settings.of(project))
    finally:
        path.write_bytes(right)


@pytest.mark.parametrize("slip", _slips(), ids=lambda slip: f"{slip.made_in}: {slip.wrong}")
def test_a_slip_is_told_where_it_is_with_its_cure(project: Path, slip: Slip) -> None:
    problems = told(project, slip)
    places = [f"{one.position.path}:{one.position.line}:{one.position.column} {one.code}" for one in problems]
    assert f"content/{slip.told_in}:{slip.place} {slip.code}" in places
    assert slip.cure in [one.hint for one in problems if one.code == slip.code]
    assert not [one for one in problems if one.code in {Code.OUTCOME_CHANGED, Code.TITLE_OF_ONE_VOICE}]


@pytest.mark.parametrize(
    "written, hint",
    [
        ("", "write the record's keys, 'key: value'"),
        ("# title: only a comment\n", "write the record's keys, 'key: value'"),
        ("The river stood in the square.\n", "write its key before it, such as title: …"),
    ],
)
def test_a_file_without_keys_is_told_alone(project: Path, written: str, hint: str) -> None:
    path = project / "content/sources/herald-2020-05-04.yml"
    right = path.read_bytes()
    try:
        path.write_text(written, encoding="utf-8")
        problems = checking.check(Settings.of(project))
    finally:
        path.write_bytes(right)
    assert [(one.position.path, one.hint) for one in problems if one.code.startswith("unused")] == []
    assert [one.hint for one in problems if one.position.path == "content/sources/herald-2020-05-04.yml"] == [hint]


def test_most_slips_say_what_to_write_instead() -> None:
    slips = _slips()
    assert len(slips) > 250
    assert len([slip for slip in slips if not slip.cure]) <= 4
