"""The pages and data files of one edition, each made when somebody asks for it."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from dateline.pages.kinds.page import hand_pages
from dateline.pages.rendering.pages import Page, Renderer
from dateline.pages.rendering.plans import Plan
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.listed import is_listed
from dateline.pages.shared.picture_views import plan_of_file
from dateline.pages.shared.tagged import events_by_tag
from dateline.pages.wording import addresses
from dateline.records.types.pictures import MEDIA
from dateline.site.recipe import recipe_of

_HELD: Final = 400
"""How many pages stay in memory."""


class PageStore:
    """What the plans of an edition make: plans are looked for, and carried out, no further than asked."""

    def __init__(self, edition: Edition, renderer: Renderer) -> None:
        self.edition = edition
        self._renderer = renderer
        self._plans: dict[str, Plan] = {}
        self._further = self._all_plans()
        self._made: OrderedDict[str, Page] = OrderedDict()
        self._making: dict[str, Iterator[Page]] = {}
        self._passed: set[str] = set()
        """The paths of pages that were made already, whether they are still held or not."""

    def find(self, path: str) -> Page | None:
        """Return the page with this path below the pages' folder, if there is one; raises what making it raises."""
        if path in self._made:
            self._made.move_to_end(path)
            return self._made[path]
        plans = (plan for name in self._makers(path) if (plan := self._plan(name)) is not None)
        return next((page for plan in plans if (page := self._of(plan, path)) is not None), None)

    def has_plan(self, path: str) -> bool:
        """Tell whether there is a plan of this name."""
        return self._plan(path) is not None

    def top(self) -> list[str]:
        """Return the paths of the pages that stand in no folder."""
        tags = [addresses.source_path(f"{addresses.TAGS}/")] if self.edition.derived(events_by_tag) else []
        return ["index.md", "search.md", "method.md", *(f"{id_}.md" for id_ in hand_pages(self.edition)), *tags]

    def paths(self) -> list[str]:
        """Return the paths of the first page of each plan, as far as search engines may list it."""
        graph = self.edition.chronology
        return [path for path in self._all() if path.endswith(".md") and is_listed(graph, path)]

    def _all_plans(self) -> Iterator[Plan]:
        recipe = recipe_of(self.edition)
        yield from recipe.plans()
        yield from recipe.plans_without_pieces()

    def _plan(self, name: str) -> Plan | None:
        """Return a plan by its name; those before it are made on the way, and only those."""
        while name not in self._plans:
            try:
                plan = next(self._further, None)
            except Exception:
                self._further = self._all_plans()  # records that no rule has looked at yet
                raise
            if plan is None:
                return None
            self._plans[plan.path] = plan
        return self._plans[name]

    def _all(self) -> Iterable[str]:
        self._plan("")
        return self._plans

    def _makers(self, path: str) -> Iterator[str]:
        """Yield the plans that may make a file, the likeliest first: its own or that of a page above, one of files."""
        above = [parent for parent in PurePosixPath(path).parents if parent.name]
        if path.endswith(".md"):
            yield path
        if path.startswith(addresses.FIGURES):
            # A figure's files are made with its page.
            yield addresses.source_path(addresses.page_of_figure(path))
        if path.startswith(f"{MEDIA}/"):
            yield plan_of_file(path)
        yield from self._makers_of_small(path, [parent.name for parent in above])
        yield from (f"{parent}.md" for parent in above)
        yield from (f"{parent}/index.md" for parent in above)
        if not path.endswith(".md"):
            yield path
        # Any other plan that is named by a file makes this file and no other.
        yield from [name for name in self._all() if not PurePosixPath(name).suffix]

    def _makers_of_small(self, path: str, above: Iterable[str]) -> Iterator[str]:
        """Yield the plan of the page with which a small page is made: that of an event's day, or of a dispute."""
        if path.startswith((addresses.LASTING, addresses.EMBEDS)):
            graph = self.edition.chronology
            for name in above:
                if name in graph.events:
                    yield addresses.source_path(self.edition.event_address(graph.events[name]))
                elif name in graph.disputes:
                    yield addresses.source_path(addresses.record_address(graph.disputes[name]))

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
