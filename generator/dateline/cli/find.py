"""`dateline find`: records by what they say."""

import sys
from pathlib import Path
from typing import Final

import click

from dateline.cli.projects import project_here
from dateline.cli.reporting import place_seen_from, printable
from dateline.cli.taken_words import Word
from dateline.editing.revising import Hit, Manuscript, find
from dateline.records.types import RecordKind
from dateline.records.types.named_kinds import CLAIM

_SHOWN: Final = 20
_LONGEST: Final = 160
_KINDS: Final = (*(kind.value for kind in RecordKind), CLAIM, "page")


@click.command("find")
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", type=Word(_KINDS), help="Only records of this kind, or claims, or pages.")
@click.option("--all", "is_all", is_flag=True, help=f"Tell all that is found, not the first {_SHOWN} only.")
def find_records(words: tuple[str, ...], kind: str | None, *, is_all: bool) -> None:
    """Find records that say all WORDS: by id, name, alias, text, or a paragraph's first words.

    Case, accents and articles do not matter. What is called so comes first; each with its file and line, and a
    paragraph with the claims that rest on it. With --kind claim, the title and the date of a claim's event count as its
    own. The exit status is 1 if nothing is found.
    """
    settings = project_here()
    every = find(Manuscript.read(settings.content, settings.root), words)
    hits = [hit for hit in every if kind == hit.kind or (kind is None and not hit.is_far)]
    shown = hits if is_all else hits[:_SHOWN]
    for hit in shown:
        _tell(hit, settings.root)
    if len(hits) > len(shown):
        click.echo(f"… and {len(hits) - len(shown)} more: --all tells them")
    if not hits:
        click.echo("Nothing says all of these words.")
        sys.exit(1)


def _tell(hit: Hit, root: Path) -> None:
    click.echo(printable(f"{hit.kind} {hit.id}".strip()))
    text = hit.text if len(hit.text) <= _LONGEST else f"{hit.text[: _LONGEST - 2].rstrip()} …"
    click.echo(printable(f"    {place_seen_from(Path.cwd(), root, hit.position)}{': ' if text else ''}{text}"))
    if hit.cited_by:
        click.echo(printable(f"    cited by {', '.join(hit.cited_by)}"))
