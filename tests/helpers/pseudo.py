"""A language that nobody speaks: every word of the catalogue accented and said twice, so that what is left shows."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import messages
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from dateline.ground.languages import catalogues, language_of

_LETTERS: Final = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "ÀƁĆĎÈƑĜĤÎĴĶĹṀŃÔƤǪŔŠŤÛṼŴẊÝŽàƀćďèƒĝĥîĵķĺṁńôƥǫŕšťûṽŵẋýž"
)
_PARTS: Final = re.compile(r"(%\(\w+\)s|%%)")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def accented(message: str) -> str:
    """Return a message in the language; its values stay where they are."""
    parts = _PARTS.split(message)
    return "".join(
        part if index % 2 else _WORD.sub(_twice, part.translate(_LETTERS)) for index, part in enumerate(parts)
    )


def _twice(word: re.Match[str]) -> str:
    return f"{word[0]} {word[0]}"


def catalogue(code: str, forms: int) -> Catalog:
    """Return the catalogue of the language as if it were that of `code`, with so many forms of the plural."""
    made = Catalog(locale=code, charset="utf-8")
    for message in messages.collected():
        if isinstance(message.id, tuple | list):
            text: Any = tuple(accented(message.id[min(form, 1)]) for form in range(forms))
        else:
            text = accented(message.id)
        made.add(message.id, text, context=message.context)
    return made


@contextmanager
def speaking(code: str, folder: Path) -> Iterator[None]:
    """Have chronologies in a language speak the pseudo-language: "ar" from right to left, "de" from left to right."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{code}.po").open("wb") as file:
        write_po(file, catalogue(code, {"ar": 6, "de": 2}[code]))
    before = catalogues.LOCALES
    catalogues.LOCALES = folder  # type: ignore[misc] # for the time of a test
    language_of.cache_clear()
    try:
        yield
    finally:
        catalogues.LOCALES = before  # type: ignore[misc]
        language_of.cache_clear()
