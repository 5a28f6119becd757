"""On which side an actor is told to be: the rule, who says so, and the same in page, table and export."""

import json
from pathlib import Path
from typing import Final

import pytest
from baseline import linked
from dateline.pages.exports.chronology_json import record_json
from dateline.pages.exports.tables_of_records import ACTORS
from dateline.pages.kinds.actor import actor_view
from dateline.pages.kinds.method import method_view
from dateline.pages.shared.edition import Edition

_SOURCE: Final = "title: T\npublisher: {}\npublished: 2031-03-07\nparagraphs: [{{n: 1, begins: It}}]"
_WHO: Final = {"self": "lone", "rival": "rival", "wire": "wire", "monitor": "monitor", "of-rival": "of-rival"}
_CITE: Final = "{source: wire-2031, paragraph: 1}"
_FILES: Final = {
    "sources/unsigned-2031.yml": _SOURCE.replace("publisher: {}\n", "").format(),
    **{f"sources/{name}-2031.yml": _SOURCE.format(id_) for name, id_ in _WHO.items()},
    "actors/wire.md": "---\nname: Wire\nkind: media\n---\n",
    "actors/monitor.md": "---\nname: Monitor\nkind: monitor\n---\n",
    "actors/rival.md": f"---\nname: Rival\nkind: state\nsides: [{{side: petition, cite: {_CITE}}}]\n---\n",
    "actors/of-rival.md": f"---\nname: Organ\nkind: media\nspeaks_for: {{actor: rival, cite: {_CITE}}}\n---\n",
    "actors/part.md": "---\nname: Part\nkind: unit\npart_of: lone\n---\n",
}


def placed(folder: Path, *by: str) -> Edition:
    sides = ", ".join(f"{{side: parish, cite: {{source: {name}-2031, paragraph: 1}}}}" for name in by)
    lone = f"---\nname: Lone\nkind: armed-group\nsides: [{sides}]\n---\n"
    return Edition(linked(folder, {**_FILES, "actors/lone.md": lone}))


@pytest.mark.parametrize(
    "by, weights, sides, uncounted",
    [
        ((), [], (), []),
        (("self",), ["own"], ("Parish",), []),
        (("wire", "monitor"), ["counted", "counted"], ("Parish",), []),
        (("wire", "monitor", "rival"), ["counted", "counted", "adversary"], ("Parish",), []),
        (("self", "wire"), ["own", "counted"], ("Parish",), []),
        (("wire",), ["alone"], (), [(["Wire"], [])]),
        (("rival",), ["adversary"], (), [([], ["Rival"])]),
        (("rival", "of-rival"), ["adversary"], (), [([], ["Rival"])]),  # one voice
        (("wire", "rival"), ["alone", "adversary"], (), [(["Wire"], ["Rival"])]),
    ],
)
def test_readers_are_told_who_places_an_actor_and_whether_that_counts_wherever_its_side_is_told(
    tmp_path: Path,
    by: tuple[str, ...],
    weights: list[str],
    sides: tuple[str, ...],
    uncounted: list[tuple[list[str], list[str]]],
) -> None:
    edition = placed(tmp_path, *by)
    actor = edition.chronology.actors["lone"]
    told = actor_view(edition, actor).placed
    assert told.sides == sides
    assert [
        ([one.text for one in side.alone], [one.text for one in side.adversaries]) for side in told.uncounted
    ] == uncounted
    assert [one.weight.startswith("counts") for one in told.told] == [
        weight in {"own", "counted"} for weight in _weights(edition)
    ]
    assert list(edition.chronology.placings["lone"].values()) == weights
    row = dict(zip((column.name for column in ACTORS.columns), next(ACTORS.cells(edition, actor)), strict=True))
    assert row["on_sides"] == ("parish" if sides else None)
    assert row["sides"] == ("parish" if by else None)
    assert [part.rpartition(" ")[2] for part in str(row["placed_by"] or "").split(" | ") if part] == [
        f"({weight})" for weight in weights
    ]
    exported = json.loads(record_json(edition, actor))
    assert exported["on_sides"] == (["parish"] if sides else [])
    assert {side["side"] for side in exported["sides"]} == ({"parish"} if by else set())


def _weights(edition: Edition) -> list[str]:
    exported = json.loads(record_json(edition, edition.chronology.actors["lone"]))
    return [side["weight"] for side in exported["sides"]]


def test_what_is_a_part_is_where_its_body_is_and_says_so(tmp_path: Path) -> None:
    edition = placed(tmp_path, "self")
    told = actor_view(edition, edition.chronology.actors["part"]).placed
    assert (told.sides, told.is_by_body, told.uncounted) == (("Parish",), True, ())
    assert not actor_view(edition, edition.chronology.actors["lone"]).placed.is_by_body


def test_a_publisher_that_is_not_known_is_said_to_be_no_voice_beside_two_that_count(tmp_path: Path) -> None:
    edition = placed(tmp_path, "wire", "monitor", "unsigned")
    told = actor_view(edition, edition.chronology.actors["lone"]).placed.told
    assert [one.weight for one in told] == ["counts", "counts", "does not count: its publisher is not known"]
    assert _weights(edition)[2] == "unknown"


def test_the_method_page_has_the_rule_where_a_chronology_has_sides(tmp_path: Path) -> None:
    assert "does not count" in method_view(placed(tmp_path)).placing
