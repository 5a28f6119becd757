"""`dateline publish`: drafts that are to be on the site."""

from collections import Counter
from collections.abc import Iterator, Mapping

import click

from dateline.cli.called import id_called
from dateline.cli.reporting import printable
from dateline.cli.revised import YES, carry_out, manuscript_here
from dateline.cli.taken_words import Word
from dateline.editing.revising import kind_of, publish_all
from dateline.editing.revising import publish as published
from dateline.ground.problems import Problem
from dateline.records.types import RecordKind


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--all", "is_all", is_flag=True, help="Every draft that lacks nothing; the others are told, and stay.")
@click.option(
    "--kind",
    type=Word([kind.value for kind in RecordKind]),
    help="What kind of record it is, where several have the id.",
)
@YES
def publish(ids: tuple[str, ...], kind: str | None, *, is_all: bool, yes: bool) -> None:
    """Publish the drafts ID, with the drafts that they name: take `state: draft` out of their files.

    What a draft may lack, a published record may not: the check has to find nothing wrong with it. Nothing leaves
    your machine; the next `dateline build` puts the records onto the site.
    """
    if bool(ids) == is_all:
        raise click.UsageError("name drafts by their ids, or take --all")
    with manuscript_here() as (settings, manuscript):
        left: Mapping[str, Problem] = {}
        if is_all:
            left = publish_all(manuscript)
        else:
            named = [id_called(manuscript, kind, id_) for id_ in ids]
            published(manuscript, [(kind or kind_of(manuscript, id_), id_) for id_ in named])
        for line in _told(left):
            click.echo(printable(line))
        carry_out(settings, manuscript, None, yes=yes)


def _told(left: Mapping[str, Problem]) -> Iterator[str]:
    """Yield what keeps drafts from being published, each reason once."""
    counts = Counter((problem.code, problem.hint) for problem in left.values())
    for path, problem in left.items():
        count = counts.pop((problem.code, problem.hint), 0)
        if count:
            also = f"; so do {count - 1} more for the same reason" if count > 1 else ""
            yield f"{path} stays a draft: {problem.message}{f' ({problem.hint})' if problem.hint else ''}{also}"
