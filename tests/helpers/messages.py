"""Collect the messages that readers see into the template from which a catalogue begins: `make messages`."""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po
from dateline.ground.languages import catalogues

ROOT: Final = Path(__file__).parents[2]
POT: Final = catalogues.LOCALES / "dateline.pot"
_KEYWORDS: Final = {
    "_": None,
    "plain": None,
    "marked": None,
    "gettext": None,
    "ngettext": (1, 2),
    "marked_many": (1, 2),
    "pgettext": ((1, "c"), 2),
    "marked_in": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
"""The functions that take messages, and in which places."""
_METHODS: Final = [
    ("generator/dateline/**.py", "python"),
    ("templates/pages/**.j2", "jinja2"),
    ("templates/theme/**.html", "jinja2"),
]
_OPTIONS: Final = {"templates/**": {"encoding": "utf-8", "silent": "false", "newstyle_gettext": "true"}}
_NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Babel asks for a moment, which is not written."""
_HEADER: Final = (
    "# The words that readers of a chronology see. Written by `make messages`; a test says when it is stale."
)


def collected() -> Catalog:
    """Return every message with the files that it is in, in the order of their names."""
    catalogue = Catalog(project="dateline", charset="utf-8", header_comment=_HEADER, creation_date=_NO_DAY)
    found = []
    for folder in ("generator/dateline", "templates"):
        methods = [(pattern, method) for pattern, method in _METHODS if pattern.startswith(folder)]
        methods = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods]
        options = {pattern: _OPTIONS["templates/**"] for pattern, method in methods if method == "jinja2"}
        for name, _, message, comments, context in extract_from_dir(
            ROOT / folder, methods, options, keywords=_KEYWORDS, comment_tags=("Translators:",)
        ):
            found.append((f"{folder}/{Path(name).as_posix()}", message, comments, context))
    for path, message, comments, context in sorted(found, key=lambda one: (one[0], str(one[1]), one[3] or "")):
        catalogue.add(message, None, [(path, 1)], auto_comments=comments, context=context)
    return catalogue


def as_text(catalogue: Catalog) -> str:
    """Return a catalogue as a file that is the same for the same messages: without a clock or line numbers."""
    file = io.BytesIO()
    write_po(file, catalogue, width=110, sort_output=True, include_lineno=False, omit_header=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    return f"{_HEADER}\n{head}\n{file.getvalue().decode()}"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else POT
    target.write_text(as_text(collected()), encoding="utf-8")
