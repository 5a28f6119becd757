"""A file's text as records are read from it: without what must not stand in it, which is told."""

from dataclasses import dataclass

from dateline.ground.problems import Problem
from dateline.records.loading.characters import cleaned, escaped, referenced, with_plain_spaces
from dateline.records.loading.conflicts import conflicts
from dateline.records.loading.files import front_matter


@dataclass(frozen=True, slots=True)
class Readable:
    """A text, None where a merge left two versions of it, with what is told of it."""

    text: str | None
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    """What is told of a text that is read all the same, and kept from no record."""


def readable(text: str, shown: str) -> Readable:
    """Return a text without the characters that are told; a path that ends in .md has front matter and a body."""
    has_body = shown.endswith(".md")
    if found := tuple(conflicts(text, shown, has_body=has_body)):
        return Readable(None, found)
    text, told = cleaned(text, shown)
    start, end = (front_matter(text) or (0, 0)) if has_body else (0, len(text))
    text, spaces = with_plain_spaces(text, shown, start, end)
    spelt = (*escaped(text[:end], shown), *(referenced(text, shown, end) if has_body else ()))
    return Readable(text, (*told, *spaces), spelt)
