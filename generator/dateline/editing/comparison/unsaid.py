"""Names that a comparison does not say, neither in differences and problems nor in what pages said."""

from dataclasses import dataclass, replace

from dateline.editing.comparison.consequences import ChangedPages
from dateline.editing.comparison.differences import Difference
from dateline.ground.problems import Problem
from dateline.ground.spelt_names import SpeltNames


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Some names, and what is said instead of them."""

    names: SpeltNames
    instead: str
    also_where: bool = False
    """Whether they are not said either where to look: in ids, paths and addresses."""

    def difference(self, one: Difference) -> Difference:
        """Return a difference that does not say them."""
        return replace(
            one,
            record=self._where(one.record),
            reference=self._where(one.reference),
            title=self._told(one.title),
            part=self._told(one.part),
            before=self._told(one.before),
            after=self._told(one.after),
            position=replace(one.position, path=self._where(one.position.path)),
            address=self._where(one.address),
            details=tuple(
                replace(line, text=self._told(line.text), original=self._where(line.original)) for line in one.details
            ),
            red=tuple(map(self._told, one.red)),
        )

    def problem(self, one: Problem) -> Problem:
        """Return a problem that does not say them."""
        position = replace(one.position, path=self._where(one.position.path))
        return replace(one, position=position, message=self._told(one.message), hint=self._told(one.hint))

    def pages(self, pages: ChangedPages) -> ChangedPages:
        """Return changed pages of which nothing says them."""
        return ChangedPages(
            added=tuple(map(self._where, pages.added)),
            removed=tuple(map(self._where, pages.removed)),
            changed=tuple(map(self._where, pages.changed)),
            contents={
                self._where(address): (self._told(old), self._told(new))
                for address, (old, new) in pages.contents.items()
            },
        )

    def _told(self, text: str) -> str:
        return self.names.replaced(text, self.instead)

    def _where(self, text: str) -> str:
        return self._told(text) if self.also_where else text
