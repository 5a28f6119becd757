"""The languages in which pages speak: their messages, plurals, numbers, lists and dates.

A message is a whole sentence or label in English, which is its own key; `%(name)s` in it are
the values.  `gettext`, `ngettext`, `pgettext` and `npgettext` are called as everywhere, so that
Babel finds the messages (`make messages`), and are handed the values as well.  A `Language` is
a value that whoever words something is handed; without one it is English.
"""

from dateline.ground.languages.catalogues import Texts, texts_of
from dateline.ground.languages.language import (
    ENGLISH,
    Language,
    direction_of,
    has_catalogue,
    language_of,
    marked,
    marked_in,
    marked_many,
)

__all__ = [
    "ENGLISH",
    "Language",
    "Texts",
    "direction_of",
    "has_catalogue",
    "language_of",
    "marked",
    "marked_in",
    "marked_many",
    "texts_of",
]
