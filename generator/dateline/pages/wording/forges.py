"""Where a forge has its editor, a new issue, a commit and a file: GitHub, GitLab, Forgejo (and Gitea), Bitbucket.

Looked up in GitHub Docs ("Creating an issue from a URL query"), GitLab Docs ("Using a URL with prefilled values") and
the Forgejo documentation ("Issue and Pull Request Templates").
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Forge:
    """A kind of forge, by what follows the address of a repository there."""

    hosts: tuple[str, ...]
    """What a host's name has in it where it is one; a forge on a host of another name is named in mkdocs.yml."""
    edit: str = "edit/main/"
    """Before the path of a file on the branch main."""
    issues: str = "issues"
    commit: str = "commit/"
    file: str = "blob/{commit}/"
    title: str = "title"
    """The parameter that fills in a new issue's title; empty where there is none."""
    text: str = ""
    """The parameter that fills in its text; empty where forms have fields of their own."""

    @property
    def new_issue(self) -> str:
        """What follows the address of a repository where an issue is opened."""
        return f"{self.issues}/new"


GITHUB: Final = Forge(("github",))
FORGES: Final[dict[str, Forge]] = {
    "github": GITHUB,
    "gitlab": Forge(
        ("gitlab",),
        edit="-/edit/main/",
        issues="-/issues",
        commit="-/commit/",
        file="-/blob/{commit}/",
        title="issue[title]",
        text="issue[description]",
    ),
    "forgejo": Forge(("codeberg", "forgejo", "gitea"), edit="_edit/main/", file="src/commit/{commit}/", text="body"),
    "bitbucket": Forge(("bitbucket",), edit="src/main/", commit="commits/", file="src/{commit}/", title=""),
}
"""By the name that `forge` has in mkdocs.yml."""


def forge_of(repository: str | None, name: str | None = None) -> Forge:
    """Return the forge that is named, or else the one that a repository's host tells, or else GitHub."""
    if name:
        return FORGES[name]
    host = urlsplit(repository or "").hostname or ""
    return next((forge for forge in FORGES.values() if any(part in host for part in forge.hosts)), GITHUB)
