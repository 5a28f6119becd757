"""The pages and data files of one edition, each made when somebody asks for it."""

from collections import OrderedDict
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from generator import compiling
from generator.rendering.pages import Page, Renderer
from generator.rendering.site import Plan
from generator.views.edition import Edition

_HELD: Final = 400
"""How many pages stay in memory."""


class Pages:
    """What the plans of an edition make, plan by plan and no further than asked."""

    def __init__(self, edition: Edition, renderer: Renderer) -> None:
        self.edition = edition
        plans = (*compiling.plans(edition), *compiling.plans_of_the_whole())
        self.plans = {plan.path: plan for plan in plans}
        self._renderer = renderer
        self._made: OrderedDict[str, Page] = OrderedDict()
        self._making: dict[str, Iterator[Page]] = {}
        self._passed: set[str] = set()
        """The paths of pages that were made already, whether they are still held or not."""

    def find(self, path: str) -> Page | None:
        """Return the page with this path below the pages' folder, if there is one; raises what making it raises."""
        if path in self._made:
            self._made.move_to_end(path)
            return self._made[path]
        plans = (self.plans[name] for name in self._makers(path) if name in self.plans)
        return next((page for plan in plans if (page := self._of(plan, path)) is not None), None)

    def _makers(self, path: str) -> Iterator[str]:
        """Yield the plans that may make a page, the likeliest first: its own, that of a page above, one of files."""
        yield path
        for parent in PurePosixPath(path).parents:
            if parent.name:
                yield from (f"{parent}.md", f"{parent}/index.md")
        yield from (name for name in self.plans if not name.endswith(".md"))

    def _of(self, plan: Plan, path: str) -> Page | None:
        self._renderer.edition = self.edition  # another edition may have used it meanwhile
        if path in self._passed or plan.path not in self._making:
            self._making[plan.path] = plan.make(self._renderer)
        try:
            for page in self._making[plan.path]:
                self._hold(page)
                if page.path == path:
                    return page
        except Exception:
            del self._making[plan.path]  # it would seem to have made all
            raise
        return None

    def _hold(self, page: Page) -> None:
        self._passed.add(page.path)
        self._made[page.path] = page
        if len(self._made) > _HELD:
            self._made.popitem(last=False)
