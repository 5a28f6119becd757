"""llms.txt: what a program that reads pages for somebody finds here, and where (llmstxt.org)."""

from collections.abc import Callable, Iterator
from typing import Final

from dateline.ground.escaping import markdown
from dateline.pages.exports.table import whole_address
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import words
from dateline.pages.wording.sections import SECTIONS

LLMS_PATH: Final = "llms.txt"
_MOST: Final = 50
"""How many disputes are named; the others are on their page."""


def llms_text(edition: Edition, files: Callable[[Edition], Iterator[tuple[str, str]]]) -> str:
    """Return what the site is, its pages, its disputes, and its `files`, each with what it holds."""
    masthead, told = edition.chronology.masthead, edition.language.gettext
    how = told(
        "Everything here is somebody’s statement: each claim says who said so and in which paragraph of which source, "
        "and its outcome is worked out from these reports. Cite the paragraph, and tell a claim as a claim."
    )
    parts = [
        f"# {_text(masthead.title)}",
        f"> {_text(masthead.description)}" if masthead.description else "",
        how,
        f"## {told('Pages')}",
        "\n".join(_line(edition, told(one.name), one.address) for one in SECTIONS.values()),
        *_disputes(edition),
        f"## {told('Files')}",
        "\n".join(_line(edition, path.removeprefix("data/"), path, what) for path, what in files(edition)),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _disputes(edition: Edition) -> Iterator[str]:
    disputes = [one for one in edition.chronology.disputes.values() if not one.aside][:_MOST]
    if disputes:
        yield f"## {edition.language.gettext('Disputes')}"
        lines = (
            _line(edition, one.question, edition.record_address(one), words.status_label(one, edition.language))
            for one in disputes
        )
        yield "\n".join(lines)


def _line(edition: Edition, name: str, address: str, what: str = "") -> str:
    told = f": {_text(what)}" if what else ""
    return f"- [{_text(name)}]({whole_address(edition, address)}){told}"


def _text(text: str) -> str:
    return str(markdown(" ".join(text.split())))
