"""`dateline new actor` and `new place` say what was so for a time: names, offices, memberships, what a place lay in."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.cli import new_record as desk
from dateline.ground.problems import has_errors
from dateline.site import checking
from dateline.site.settings import Settings
from projects import CASES

ACTOR = ("actor", "--name", "Ann Ferry", "--kind", "organisation")
PLACE = ("place", "--name", "Ford", "--kind", "town")
HERALD = "herald-2020-05-04"
ONE, TWO = ({"source": HERALD, "paragraph": number} for number in (1, 2))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "small" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*arguments: str, said: str | None = None) -> Result:
    return CliRunner().invoke(main, ["new", *arguments], input=said)


def actor_of(folder: Path) -> dict[str, object]:
    text = (folder / "content" / "actors" / "ann-ferry.md").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text.split("---")[1]))


def test_an_office_and_a_former_name_are_written_with_their_times_and_places(folder: Path) -> None:
    done = new(
        *ACTOR,
        *("--part-of", f'Council of Lower Wend as="Ferry master" since="3 May 2020" until=2021 cite={HERALD}#p1'),
        *("--part-of", f"mayor cite={HERALD}#p1 cite={HERALD}#p2 from=2019-05"),
        *("--named", f"Ann of the Boats until=2019 source={HERALD}#2"),
    )
    assert done.exit_code == 0, done.output
    record = actor_of(folder)
    first, second = record["part_of"]  # type: ignore[misc]
    assert {key: str(value) for key, value in first.items() if key != "cite"} == {  # type: ignore[has-type]
        "actor": "council",
        "as": "Ferry master",
        "from": "2020-05-03",
        "until": "2021",
    }
    assert (first["cite"], second["cite"]) == (ONE, [ONE, TWO])  # type: ignore[has-type]
    assert record["named"] == [{"name": "Ann of the Boats", "until": 2019, "cite": TWO}]
    assert not has_errors(checking.check(Settings.of(folder)))


def test_what_says_no_more_stays_an_id(folder: Path) -> None:
    assert new(*ACTOR, "--part-of", "Council of Lower Wend", "--part-of", "mayor").exit_code == 0
    assert actor_of(folder)["part_of"] == ["council", "mayor"]
    assert new(*PLACE, "--within", "lower-wend").exit_code == 0
    ford = yaml.safe_load((folder / "content" / "places" / "ford.yml").read_text(encoding="utf-8"))
    assert ford["within"] == "lower-wend"


def test_a_place_lay_in_one_and_then_in_another(folder: Path) -> None:
    done = new(
        *PLACE, "--within", f"lower-wend until=1974 cite={HERALD}#p1", "--within", f"wend from=1975 cite={HERALD}#p2"
    )
    assert done.exit_code == 0, done.output
    ford = yaml.safe_load((folder / "content" / "places" / "ford.yml").read_text(encoding="utf-8"))
    assert ford["within"] == [
        {"place": "lower-wend", "until": 1974, "cite": ONE},
        {"place": "wend", "from": 1975, "cite": TWO},
    ]


@pytest.mark.parametrize(
    "option, typed, told",
    [
        ("--part-of", "council of=x", "'of' is no key here; write one of: as, from, until, cite"),
        ("--part-of", "council form=2020", "did you mean 'from'"),
        ("--part-of", "council as=Ferry master", 'what has spaces stands in quotes: as="Ferry master"'),
        ("--part-of", f"council as=Ferry master cite={HERALD}#p1", 'as="Ferry master"'),
        ("--part-of", "council as=", "nothing stands behind as="),
        ("--part-of", "council as=X as=Y", "'as' is said twice"),
        ("--part-of", "council as=Master", "nothing says from where this is known"),
        ("--part-of", f"council as=X cite={HERALD}", "write SOURCE#p3"),
        ("--part-of", f"council as=X cite={HERALD}#p99", "has no paragraph 99"),
        ("--part-of", "council as=X cite=herld#p1", "there is no source 'herld'"),
        ("--part-of", f"councel as=X cite={HERALD}#p1", "did you mean 'council'"),
        ("--part-of", f"council from=31/31/2020 cite={HERALD}#p1", "is not a date"),
        ("--part-of", f"council from=2021 until=2019 cite={HERALD}#p1", "before it begins"),
        ("--named", "Ann of the Boats", "the key 'cite' is missing (add 'cite: {source: …, paragraph: …}')"),
        ("--named", f"Ann as=Master cite={HERALD}#p1", "'as' is no key here"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(folder: Path, option: str, typed: str, told: str) -> None:
    done = new(*ACTOR, option, typed)
    assert done.exit_code == 2, done.output
    assert told in " ".join(done.output.split())
    assert not (folder / "content" / "actors" / "ann-ferry.md").exists()


def test_in_a_terminal_each_part_is_asked_and_no_place_where_nothing_needs_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "can_ask", lambda: True)
    named = ("Ann of the Boats", "", "2019", f"{HERALD}#p1", "")
    part_of = ("council, mayor", "Ferry master", "May 2020", "", f"{HERALD}#p1, {HERALD}#p2", "", "", "")
    done = new(*ACTOR, "--alias", "Annie", said="\n".join((*named, *part_of, "", "")))
    assert done.exit_code == 0, done.output
    record = actor_of(folder)
    assert record["named"] == [{"name": "Ann of the Boats", "until": 2019, "cite": ONE}]
    assert record["part_of"] == [
        {"actor": "council", "as": "Ferry master", "from": "2020-05", "cite": [ONE, TWO]},
        "mayor",
    ]
