"""Migrations: what rewrites the records of a chronology where a new Dateline wants them written otherwise."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.editing.revising.entries import with_key
from dateline.editing.revising.manuscript import Manuscript
from dateline.records.loading.corpus import MASTHEAD
from dateline.records.types.masthead import FORMAT, inherited_feed_id


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from a version of the format to the next."""

    to: int
    told: str
    """What it changes, in a sentence."""
    carry: Callable[[Manuscript], None]


def _say_what_was_taken_for_granted(manuscript: Manuscript) -> None:
    """Write down what the feeds' ids hang on; without it they hung on the title, which may change."""
    masthead = manuscript.version.chronology.masthead
    if masthead.feed_id is None:
        _write(manuscript, "feed_id", inherited_feed_id(masthead.title))


MIGRATIONS: Final = (
    Migration(
        1,
        "chronology.yml says of what format the records are, and what the ids of the feeds hang on: as they are.",
        _say_what_was_taken_for_granted,
    ),
)


def upgraded(
    manuscript: Manuscript, migrations: tuple[Migration, ...] = MIGRATIONS, newest: int = FORMAT
) -> tuple[Migration, ...]:
    """Carry out every migration that the records have not had, in their order, and return them.

    Records that do not say of what format they are, are of the first, 0.
    """
    due = tuple(_due(manuscript, migrations))
    for one in due:
        one.carry(manuscript)
    if due:
        _write(manuscript, "format", str(newest))
    return due


def _due(manuscript: Manuscript, migrations: tuple[Migration, ...]) -> Iterator[Migration]:
    now = manuscript.version.chronology.masthead.format
    yield from (one for one in migrations if one.to > now)


def _write(manuscript: Manuscript, key: str, value: str) -> None:
    manuscript.edit(MASTHEAD, with_key, manuscript.form(MASTHEAD), key, f"{key}: {value}\n")
