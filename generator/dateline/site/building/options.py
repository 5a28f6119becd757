"""What is asked of a build, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dateline.ground import writing
from dateline.ground.problems import Problem
from dateline.site.settings import Settings


class BuildError(Exception):
    """The site could not be built; `problem` says it of a template."""

    def __init__(self, message: str, problem: Problem | None = None) -> None:
        super().__init__(message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Shard:
    """One of `count` parts of a site that are built on machines of their own, counted from 1."""

    number: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What to build, and how."""

    config_file: Path
    settings: Settings
    target: Path
    strict: bool = True
    fresh: bool = False
    """Whether to make everything anew, whatever is remembered."""
    shard: Shard | None = None
    """Which part of the site to build, if not all of it; it is put into `target` to be merged."""
    waiting: Callable[[], None] = lambda: None
    """Called if another build of the project has to end first."""
    start: Callable[[int], None] = lambda _: None
    """Told how many pages will be made."""
    advance: Callable[[int], None] = lambda _: None
    """Told how many more were made."""


@dataclass(slots=True)
class Built:
    """What a build did; without `written`, the records have errors, or it is not for this way of building."""

    problems: tuple[Problem, ...] = ()
    written: writing.Written | None = None
    pages: int = 0
    made: int = 0
    reasons: dict[str, str] = field(default_factory=dict)
    """What was made anew, each with the reason."""
    notes: tuple[str, ...] = ()
    """What else a user wants to know."""
    impossible: str = ""
    """Why pages cannot be built one by one, if that is so."""
    drafts: int = 0
    """How many records are drafts, as far as this build has read them, and so not on the site."""
