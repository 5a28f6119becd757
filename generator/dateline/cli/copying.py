"""`dateline source add`, where the text is known already: whether it is a copy is said, asked, or stops the command."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import click

from dateline.ground.counting import word_count
from dateline.ground.provenance import fingerprint
from dateline.records.near_texts import NearMatch, near_matches
from dateline.records.same_texts import Match, matches
from dateline.records.types import Source

_PART: Final = " Of another part of one work say --extent part."
Confirm = Callable[..., bool]
"""Asks in the terminal whether something is so."""


@dataclass(frozen=True, slots=True)
class Copying:
    """The source that a new one copies, and the numbers of its own paragraphs that are copied; none where all are."""

    source: str
    paragraphs: tuple[int, ...] = ()
    is_near: bool = False
    """Whether it has the other's text only nearly: edited, cut or added to."""


@dataclass(frozen=True, slots=True)
class _KnownText:
    """A source that has the text, or nearly."""

    source: str
    same: Match | None = None
    near: NearMatch | None = None

    @property
    def is_near(self) -> bool:
        """Whether nothing of it is the same word for word."""
        return self.same is None

    @property
    def has_address_only(self) -> bool:
        """Whether it has the address, and no paragraph of the text."""
        return self.near is None and self.same is not None and not self.same.paragraphs

    @property
    def headed(self) -> str:
        """What it has in common, in a few words."""
        if self.has_address_only:
            return "Of one address, but with other paragraphs, is"
        return f"{'Nearly the same' if self.is_near else 'Same'} text as"

    def copying(self, count: int, *, with_near: bool = True) -> Copying:
        """Return it as what a new source of `count` paragraphs would be a copy of."""
        matches_of = (self.same, self.near if with_near else None)
        numbers = {here for match in matches_of if match is not None for here, _ in match.paragraphs}
        is_whole = len(numbers) == count or (self.same is not None and self.same.at_one_address)
        return Copying(self.source, () if is_whole else tuple(sorted(numbers)), self.is_near)

    def told(self) -> str:
        """Return what speaks for it."""
        why = ["it has this address"] if self.same is not None and self.same.at_one_address else []
        if self.same is not None and self.same.paragraphs:
            why.append(f"{_pairs(self.same.paragraphs, 'is')}, word for word")
        if self.near is not None:
            why.append(f"{_pairs(self.near.paragraphs, 'begins and ends as')}, and differs between")
        return f"'{self.source}' ({'; '.join(why)})"


def settle_copy(  # noqa: PLR0913 - what was said, found and may be asked
    sources: Mapping[str, Source],
    url: str | None,
    paragraphs: Sequence[str],
    *,
    said: str | None,
    is_part: bool,
    takes_guesses: bool,
    confirm: Confirm | None,
) -> Copying | None:
    """Return what the new source is a copy of, if anything: as said, as answered or, with --yes, as found."""
    found = [one for one in _found(sources, url, paragraphs) if not (is_part and one.has_address_only)]
    count = len(paragraphs)
    if said is not None:
        return next((one.copying(count) for one in found if one.source == said), Copying(said))
    if not found:
        return None
    for one in found:
        click.echo(f"\n{one.headed} {one.told()}.{_PART if one.has_address_only else ''}")
    first = found[0]
    if confirm is not None:
        doubt = ", edited" if first.is_near else ""
        is_copy = confirm(f"Record it as a copy of '{first.source}'{doubt}?", default=not first.is_near)
        return first.copying(count) if is_copy else None
    if takes_guesses and not first.is_near:
        click.echo(f"Recorded as a copy of '{first.source}', so that it is no second origin (--not-a-copy to say no).")
        return first.copying(count, with_near=False)
    message = f"{first.headed} {first.told()}, and nobody can be asked whether this is a copy"
    taken = "; --yes takes the first" if not first.is_near else ""
    part = _PART if first.has_address_only else ""
    raise click.ClickException(f"{message}. Say --copy-of {first.source} or --not-a-copy{taken}.{part}")


def _found(sources: Mapping[str, Source], url: str | None, paragraphs: Sequence[str]) -> list[_KnownText]:
    """Return the sources that have the text, the likeliest first; those that have it only nearly last."""
    same = {
        match.source: match
        for match in matches(sources, url, [(fingerprint(text), word_count(text)) for text in paragraphs])
    }
    near = {match.source: match for match in near_matches(sources, paragraphs)}
    both = [_KnownText(id_, match, near.get(id_)) for id_, match in same.items()]
    return [*both, *(_KnownText(id_, None, match) for id_, match in near.items() if id_ not in same)]


def _pairs(pairs: Sequence[tuple[int, int]], how: str) -> str:
    return ", ".join(f"¶ {here} {how} its ¶ {there}" for here, there in pairs)
