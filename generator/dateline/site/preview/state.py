"""What a preview knows at one moment: the configuration, the records linked, and what is wrong with them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dateline.ground.dates import Day
from dateline.ground.languages import ENGLISH, Language
from dateline.ground.problems import Problem, has_errors
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.site.building.engine import Engine
from dateline.site.configuration import settings_of
from dateline.site.preview.page_store import PageStore
from dateline.site.settings import Settings


@dataclass(frozen=True, slots=True)
class Means:
    """How a preview gets what it does not have."""

    engine: Callable[[], Engine]
    """Reads the configuration; raises what MkDocs raises."""
    jobs: int
    await_rules: Callable[[], None]
    """Waits until the rules have looked at the records, and told `Maker.checked`."""
    tell: Callable[[str], None]
    """Tells the user something in one line."""


@dataclass(slots=True)
class PreviewState:
    """What pages are made from; `Maker` changes it."""

    engine: Engine
    settings: Settings
    renderer: Renderer | None = None
    edition: Edition | None = None
    """The records linked; None where they could never be read."""
    pages: PageStore | None = None
    """The pages of the edition."""
    good: PageStore | None = None
    """The last pages whose records had no error."""
    refused: tuple[Problem, ...] = ()
    """Why files are no records now; the edition is then the last that could be linked."""
    broken: tuple[Problem, ...] = ()
    """What the rules found; of the state before, until they have looked at this one."""
    trouble: str = ""
    """Why the configuration cannot be used, if that is so."""
    stubs: list[tuple[str, str]] | None = None
    """The pages of MkDocs's navigation with their heads; None before MkDocs has made it."""
    told: set[str] = field(default_factory=set)
    """What the user was told since the last change."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is known to be wrong with the records."""
        return tuple(sorted({*self.refused, *self.broken}))

    @property
    def is_broken(self) -> bool:
        """Whether a problem is an error."""
        return has_errors(self.problems)

    @property
    def updated(self) -> Day | None:
        """When the records were last changed, as they tell it."""
        return self.edition.updated if self.edition else None

    @property
    def language(self) -> Language:
        """What the pages speak."""
        return self.edition.language if self.edition else ENGLISH

    def configure(self, engine: Engine, jobs: int) -> None:
        """Take another configuration."""
        self.engine, self.stubs, self.renderer, self.trouble = engine, None, None, ""
        self.settings = settings_of(engine.config).remembering(jobs)

    def is_of_records(self, path: Path) -> bool:
        """Tell whether a file is read as, or for, a record."""
        return path.is_relative_to(self.settings.content)

    def is_of_templates(self, path: Path) -> bool:
        """Tell whether a file is, or is part of, a page's template."""
        return path.is_relative_to(self.settings.templates / "pages")
