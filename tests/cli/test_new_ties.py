"""`dateline new event` says what the event is a part of, what it is about, and what somebody relates it to."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.ground.problems import has_errors
from dateline.site import checking
from dateline.site.settings import Settings
from projects import CASES

EVENT = (
    *("new", "event", "--title", "The mill stands in water", "--date", "2020-05-04", "--kind", "flood"),
    *("--claim", "The mill stood in water.", "--source", "herald-2020-05-04", "--paragraph", "1"),
)
DAM = "2020-05-dam-release"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "small" / "content", tmp_path / "content")
    masthead = tmp_path / "content" / "chronology.yml"
    tags = "vocabulary:\n  tags:\n    mills: {label: Watermills}\n    roads: {label: Roads}\n"
    masthead.write_text(masthead.read_text(encoding="utf-8").replace("vocabulary:\n", tags, 1), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*EVENT, *arguments])


def test_what_is_said_stands_in_the_record_and_the_check_takes_it(folder: Path) -> None:
    done = new(
        *("--part-of", "2020-05-04-market-flooded", "--tag", "Watermills", "--tag", "roads"),
        *("--related", "caused-by", DAM, "herald-2020-05-04#p1"),
    )
    assert done.exit_code == 0, done.output
    (path,) = (folder / "content" / "events").rglob("*mill*.yml")
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert record["part_of"] == "2020-05-04-market-flooded"
    assert record["tags"] == ["mills", "roads"]
    assert record["related"] == [
        {"event": DAM, "how": "caused-by", "cite": {"source": "herald-2020-05-04", "paragraph": 1}}
    ]
    assert not has_errors(checking.check(Settings.of(folder)))


def test_nothing_is_said_where_no_option_says_it(folder: Path) -> None:
    assert new().exit_code == 0
    (path,) = (folder / "content" / "events").rglob("*mill*.yml")
    assert {"part_of", "tags", "related"}.isdisjoint(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "options, told",
    [
        (("--part-of", "2020-05-04-market-floded"), "2020-05-04-market-flooded"),
        (("--tag", "mils"), "did you mean 'mills'"),
        (("--related", "causedby", DAM, "herald-2020-05-04#p1"), "caused-by"),
        (("--related", "caused-by", "2020-05-dam", "herald-2020-05-04#p1"), "there is no event"),
        (("--related", "caused-by", DAM, "herald-2020-05-04"), "write SOURCE#p3"),
        (("--related", "caused-by", DAM, "herald-2020-05-04#"), "write SOURCE#p3"),
        (("--related", "caused-by", DAM, "herald-2020-05-04#p99"), "99"),
        (("--related", "caused-by", DAM, "herld#p1"), "there is no source"),
    ],
)
def test_what_is_not_there_is_told_and_nothing_is_written(folder: Path, options: tuple[str, ...], told: str) -> None:
    done = new(*options)
    assert done.exit_code == 2
    assert told in " ".join(done.output.split())
    assert list((folder / "content" / "events").rglob("*mill*.yml")) == []
