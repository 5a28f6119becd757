"""A citation as BibTeX, with what LaTeX would take for commands written as characters."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from dateline.ground.dates import Day
from dateline.pages.citing.in_a_note import standing
from dateline.pages.shared.claim_citation import ClaimCitation

# BibTeX counts braces even behind a backslash, so that a brace in a text must be a command of its own.
_LATEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    '"': r"{\char34}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
}
_COMMAND: Final = re.compile(f"[{re.escape(''.join(_LATEX))}]")
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""The characters of Unicode's categories Cc (control) and Cs (surrogate)."""
# What a URL may hold besides letters and digits; a brace, a backslash, a quote or white space is encoded.
_IN_URL: Final = ":/?#[]@!$&'()*+,;=-._~%"
_PLAIN_URL: Final = re.compile(f"[A-Za-z0-9{re.escape(_IN_URL)}]*")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(claim: ClaimCitation) -> str:
    """Return an entry of type `@misc`, its key the claim's anchor; the year is that of the records' version."""
    fields = {
        "title": f"{{{{{latex(claim.text)}}}}}",
        "howpublished": f"{{{latex(claim.chronology)}}}",
        **_version(claim.version),
        "url": f"{{{bibtex_address(claim.url)}}}",
        "note": f"{{{latex(f'{claim.event} ({claim.when_in_words}). {standing(claim)}')}}}",
    }
    return entry("misc", claim.key, fields)


def entry(type_: str, key: str, fields: Mapping[str, str]) -> str:
    """Return an entry, one field a line; the values are as BibTeX reads them."""
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@{type_}{{{key},\n{lines}\n}}"


def bibtex_address(url: str) -> str:
    """Return an address without what would end its field."""
    return url if _PLAIN_URL.fullmatch(url) else quote(url, safe=_IN_URL)


def month_of(number: int) -> str:
    """Return the macro of a month."""
    return _MONTHS[number - 1]


def _version(day: Day | None) -> dict[str, str]:
    if day is None:
        return {}
    return {"year": f"{{{day.year:04}}}", "month": month_of(day.month), "version": f"{{{day.isoformat()}}}"}


def latex(text: str) -> str:
    """Return text on one line for the inside of a field: its characters, none of them a command."""
    shown = _UNSEEN.sub("", " ".join(text.split()))
    return _COMMAND.sub(lambda found: _LATEX[found[0]], shown)
