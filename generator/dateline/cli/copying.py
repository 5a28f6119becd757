"""`dateline source add`, where the text is known already: whether it is a copy is said, asked, or stops the command."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import click

from dateline.ground.counting import word_count
from dateline.ground.problems import did_you_mean
from dateline.ground.provenance import fingerprint
from dateline.records.same_texts import Match, matches
from dateline.records.types import Source

Confirm = Callable[..., bool]
"""Asks in the terminal whether something is so."""


@dataclass(frozen=True, slots=True)
class Copying:
    """The source that a new one copies, and the numbers of its own paragraphs that are copied; none where all are."""

    source: str
    paragraphs: tuple[int, ...] = ()


def checked_original(text: str, sources: Mapping[str, Source]) -> str:
    """Return `text` if it is the id of a source; otherwise suggest one."""
    if text not in sources:
        raise click.BadParameter(f"there is no source '{text}' {did_you_mean(text, sources)}".rstrip())
    return text


def settle_copy(  # noqa: PLR0913 - what was said, found and may be asked
    sources: Mapping[str, Source],
    url: str | None,
    paragraphs: Sequence[str],
    *,
    said: str | None,
    takes_guesses: bool,
    confirm: Confirm | None,
) -> Copying | None:
    """Return what the new source is a copy of, if anything: as said, as answered or, with --yes, as found."""
    found = matches(sources, url, [(fingerprint(text), word_count(text)) for text in paragraphs])
    if said is not None:
        same = next((match for match in found if match.source == said), None)
        return Copying(said, _part(same, len(paragraphs)) if same is not None else ())
    if not found:
        return None
    for match in found:
        click.echo(f"\nSame text as {_told(match)}.")
    first = found[0]
    copying = Copying(first.source, _part(first, len(paragraphs)))
    if confirm is not None:
        is_copy = confirm(f"Record it as a copy of '{first.source}'?", default=True)
        return copying if is_copy else None
    if takes_guesses:
        click.echo(f"Recorded as a copy of '{first.source}', so that it is no second origin (--not-a-copy to say no).")
        return copying
    message = f"this is the same text as {_told(first)}, and nobody can be asked whether it is a copy"
    raise click.ClickException(f"{message}. Say --copy-of {first.source} or --not-a-copy; --yes takes the first.")


def _told(match: Match) -> str:
    why = ["it has this address"] if match.at_one_address else []
    if match.paragraphs:
        pairs = ", ".join(f"¶ {here} is its ¶ {there}" for here, there in match.paragraphs)
        why.append(f"{pairs}, word for word")
    return f"'{match.source}' ({'; '.join(why)})"


def _part(match: Match, count: int) -> tuple[int, ...]:
    """Return the paragraphs that are copied, where they are not all, and the address is not the same."""
    numbers = tuple(here for here, _ in match.paragraphs)
    return () if match.at_one_address or len(numbers) == count else numbers
