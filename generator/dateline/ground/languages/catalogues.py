"""Catalogues: what a message is in another language, read from the .po files that translators write."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

LOCALES: Final = Path(__file__).with_name("locales")
"""Where the catalogues are, each named after its language; dateline.pot is the template for a new one."""
Texts = Mapping[str, tuple[str, ...]]
"""What each message is in a language: one text, or one for each form of its plural in the order of CLDR."""
_SEPARATOR: Final = "\4"
_VALUE: Final = re.compile(r"%\((\w+)\)s")
_LEFT: Final = re.compile("%(?!%)")


def key_of(context: str, message: str) -> str:
    """Return what a message with a context is found by; gettext's own way of writing the two as one."""
    return f"{context}{_SEPARATOR}{message}" if context else message


def texts_of(path: Path) -> dict[str, tuple[str, ...]]:
    """Return what a .po file has of finished translations; one that does not fit its message is left out."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - English needs none of it

    with path.open("rb") as file:
        catalogue = read_po(file)
    return dict(_texts(message for message in catalogue if message.id))


def _texts(messages: Iterable[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for message in messages:
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if not message.fuzzy and texts and all(text and _fits(text, ids) for text in texts):
            yield key_of(message.context or "", ids[0]), tuple(map(str, texts))


def _fits(text: str, ids: Iterable[str]) -> bool:
    """Return whether a text asks for no value that its message does not have, and no sign of it misleads."""
    known = {name for message in ids for name in _VALUE.findall(message)}
    return known.issuperset(_VALUE.findall(text)) and not _LEFT.search(_VALUE.sub("", text.replace("%%", "")))
