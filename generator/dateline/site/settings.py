"""Where everything is: the settings of a project."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.ground import caching
from dateline.pages.shared.desk_place import DeskPlace
from dateline.pages.shared.twins import NO_TWINS, Twins
from dateline.pages.wording.forges import GITHUB, Forge

if TYPE_CHECKING:
    from dateline.site.speed import Speed

_CONFIG: Final = "mkdocs.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where everything is.

    `root` is the project's folder, to which problems' paths are relative.  `edit_base`
    is the address before a file's path at which an editor opens it; None where the
    project's address is not known.  `site_url` is the address of the site, with a slash
    at its end; None where it is not known.
    """

    root: Path
    content: Path
    templates: Path
    edit_base: str | None = None
    site_url: str | None = None
    cache: Path | None = None
    jobs: int = 1
    repository: str | None = None
    """The address of the project on its forge, without a slash at its end."""
    forge: Forge = GITHUB
    is_plain: bool = False
    """Whether pages are made without anything that is there for speed only."""
    desk: DeskPlace | None = None
    """Where the records are that a form on the site edits; None where the site has none."""

    twins: Twins = NO_TWINS
    """What stands beside the page of each record for programs."""

    has_embeds: bool = True
    """Whether claims and disputes have pages that other people's pages can show; mkdocs.yml has to ask for them."""

    has_entities: bool = True
    """Whether the exports have entities for FollowTheMoney; mkdocs.yml has to ask for them."""

    @property
    def addresses(self) -> tuple[object, ...]:
        """What pages say of where the site and its records are."""
        told = self.edit_base, self.repository, self.forge, self.site_url, self.desk, self.twins
        return *told, self.has_embeds, self.has_entities

    @classmethod
    def of(cls, root: Path, content: Path | None = None, templates: Path | None = None) -> "Settings":
        """Return the settings of the project in `root`, with its own templates or else Dateline's."""
        return cls(
            root=root,
            content=content or root / "content",
            templates=templates or templates_of(root),
        )

    def remembering(self, jobs: int) -> "Settings":
        """Return the settings with `jobs` processes and, in a project with a configuration, a place to keep things."""
        cache = self.root / caching.FOLDER if (self.root / _CONFIG).is_file() else None
        return replace(self, cache=cache, jobs=jobs)

    def plainly(self) -> "Settings":
        """Return the settings with nothing that is there for speed only: no cache, one process, no tricks."""
        return replace(self, cache=None, jobs=1, is_plain=True)

    @property
    def speed(self) -> "Speed":
        """The tricks by which pages are made faster."""
        from dateline.site.speed import speed_of  # noqa: PLC0415 - it comes with the theme, which a check does without

        return speed_of(plain=self.is_plain)


def templates_of(root: Path) -> Path:
    """Return the project's templates, or those that came with Dateline (in its wheel, or beside its source)."""
    here = Path(__file__).parents[1]
    candidates = (root / "templates", here / "templates", here.parents[1] / "templates")
    return next((path for path in candidates if (path / "pages").is_dir()), candidates[0])
