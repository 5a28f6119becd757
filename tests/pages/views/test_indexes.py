"""The indexes: who is heard most stands first in a long one, small groups are open, and only a long one is filtered."""

from dataclasses import replace

import pytest
from chronologies import edition_of
from dateline.pages.kinds.index import actors_index
from dateline.pages.shared.edition import Edition
from dateline.records.types import Actor
from pydantic import TypeAdapter

ACTORS: TypeAdapter[Actor] = TypeAdapter(Actor)


def with_actors(count: int, *kinds: str) -> Edition:
    actors = {
        f"actor-{number:03}": ACTORS.validate_python(
            {"id": f"actor-{number:03}", "name": f"Name {number:03}", "kind": kinds[number % len(kinds)]}
        )
        for number in range(count)
    }
    return Edition(replace(edition_of(["2017-11-05"]).chronology, actors=actors))


@pytest.mark.parametrize("count, first, is_filtered", [(5, 0, False), (60, 0, False), (61, 10, True), (200, 10, True)])
def test_only_a_long_index_begins_with_those_heard_most_and_is_filtered(
    count: int,
    first: int,
    is_filtered: bool,  # noqa: FBT001 - a case
) -> None:
    view = actors_index(with_actors(count, "media", "person"))
    assert len(view.first) == first
    assert view.is_filtered is is_filtered
    assert sum(len(group.items) for group in view.groups) == count


def test_a_small_group_of_a_long_index_is_no_fold() -> None:
    few = ["unit"] * 1 + ["media"] * 60 + ["person"] * 439
    view = actors_index(with_actors(500, *few))
    open_ = {group.name: group.open for group in view.groups}
    assert open_ == {"Unit": True, "Media": False, "Person": False}
