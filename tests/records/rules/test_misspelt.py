"""Why nothing names a record: the likeliest reason comes first."""

import shutil
from pathlib import Path

import pytest
from dateline.records.rules import coverage
from dateline.records.rules.coverage import _misspelt
from dateline.site import checking
from dateline.site.settings import Settings
from projects import CASES


@pytest.mark.parametrize(
    "missing, known, told",
    [
        (("pentagn",), ("pentagon", "russia"), "did you mean 'pentagn', which is named and is not there? write one"),
        ((), ("pentagon", "pentagons"), "did you mean 'pentagons'? then remove this file; else name it where it"),
        (("pentagn",), ("pentagon", "pentagons"), "did you mean 'pentagn', which is named and is not there?"),
    ],
)
def test_a_name_that_is_near_is_told_first(missing: tuple[str, ...], known: tuple[str, ...], told: str) -> None:
    assert _misspelt("pentagon", missing, known).startswith(told)


def test_where_no_name_is_near_nothing_is_guessed() -> None:
    assert _misspelt("pentagon", ("russia",), ("pentagon", "amaq")) == ""


@pytest.mark.parametrize("most, hinted", [(100, "did you mean 'ferry-house'?"), (0, "name it where it belongs")])
def test_names_are_compared_only_where_not_too_many_are_unused(
    most: int, hinted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CASES / "small" / "content", tmp_path / "content")
    for name in ("ferry-house", "fery-house"):
        (tmp_path / "content" / "places" / f"{name}.yml").write_text(f"name: {name}\nkind: town\n", encoding="utf-8")
    monkeypatch.setattr(coverage, "_MOST_COMPARED", most)
    found = [one for one in checking.check(Settings.of(tmp_path)) if one.position.path.endswith("fery-house.yml")]
    assert [one.hint.startswith(hinted) for one in found] == [True]
