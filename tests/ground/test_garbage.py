"""The memory of a build does not grow with its pages, although the garbage collector is held off."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from chronologies import edition_of
from dateline.ground.garbage import uncollected
from dateline.pages.rendering.pages import Page, Renderer
from dateline.pages.rendering.plans import Plan
from dateline.site.building.build_state import BuildState
from dateline.site.building.engine import Engine
from dateline.site.building.worker import Worker
from dateline.site.settings import Settings
from projects import ROOT


class _Knot:
    """What refers to itself, as templates and MkDocs's pages do."""

    def __init__(self) -> None:
        self.itself = self


def test_what_plans_leave_behind_does_not_pile_up(tmp_path: Path) -> None:
    left: list[weakref.ref[_Knot]] = []

    def make(_: Renderer) -> Iterator[Page]:
        left.append(weakref.ref(_Knot()))
        yield from ()

    plans = [Plan(f"days/{number}.md", make) for number in range(200)]
    with uncollected():
        worker = Worker(cast("Engine", None), edition_of(["2020-05-04"]), Settings.of(ROOT), tmp_path, BuildState())
        for start in range(0, len(plans), 5):
            worker.carry_out(plans[start : start + 5])
        assert sum(knot() is not None for knot in left) < 40
    gc.collect()
