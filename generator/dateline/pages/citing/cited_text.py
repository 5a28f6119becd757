"""The text of a citation piece by piece, with what stands between them, and which pieces are in italics."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.ground.languages import Language
from dateline.pages.citing.cited_source import CitedSource, plain_date

_ENDED: Final = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a citation; the title of what is published by itself, or of what holds others, is in italics."""

    text: str
    is_title: bool = False


@dataclass
class CitedLine:
    """A citation as it is written."""

    runs: list[Run] = field(default_factory=list)

    def add(self, text: str, before: str = ", ", *, is_title: bool = False) -> None:
        """Write a piece, if it says something, and before it what parts it from the one before."""
        if text and self.runs and before:
            self.runs.append(Run(before))
        if text:
            self.runs.append(Run(text, is_title))

    @property
    def text(self) -> str:
        """All of it, without its italics."""
        return "".join(run.text for run in self.runs)


def sentence(text: str) -> str:
    """Return a text with a full stop behind it, unless it ends otherwise."""
    return text if not text or text.endswith(_ENDED) else f"{text}."


def undated(speech: Language) -> str:
    """Return what stands for a date that nobody knows."""
    return speech.pgettext("a publication without a date", "n.d.")


def ordinal_edition(source: CitedSource) -> str:
    """Return an edition: "2nd ed." where the record numbers it, else its words."""
    digits = source.edition.rstrip("stndrh")
    return source.speech.gettext("%(ordinal)s ed.", ordinal=source.edition) if digits.isdecimal() else source.edition


def bare_year(source: CitedSource) -> str:
    """Return the year of publication, of what is cited by its year; nothing where it is not certain."""
    plain = plain_date(source.published) if source.published is not None else ()
    return str(plain[0]) if plain and (source.like == "book" or source.is_in_journal or len(plain) == 1) else ""


def several(names: Sequence[str], speech: Language) -> str:
    """Return names as English manuals list them: two, or three with a comma before the last."""
    if len(names) < 3:  # noqa: PLR2004 - between two there is no comma
        return speech.listed(names, "standard")
    return speech.pgettext("names in a note", "%(names)s, and %(last)s", names=", ".join(names[:-1]), last=names[-1])


def ampersand(names: Sequence[str], speech: Language) -> str:
    """Return names as APA lists them."""
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    return speech.pgettext("names in a reference", "%(names)s, & %(last)s", names=", ".join(names[:-1]), last=names[-1])
