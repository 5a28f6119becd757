"""A citation as BibTeX, with what LaTeX would take for commands written as characters."""

import unicodedata
from typing import Final
from urllib.parse import quote

from generator.citing.plain import rests_on
from generator.views.citing import ClaimCitation

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
_TO_LATEX: Final = {ord(char): command for char, command in _LATEX.items()}
# What a URL may hold besides letters and digits; a brace, a backslash, a quote or white space is encoded.
_IN_URL: Final = ":/?#[]@!$&'()*+,;=-._~%"
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(claim: ClaimCitation) -> str:
    """Return an entry of type `@misc`, its key the claim's anchor; the year is that of the records' version."""
    fields = {
        "title": f"{{{{{latex(claim.text)}}}}}",
        "howpublished": f"{{{latex(claim.chronology)}}}",
        "year": f"{{{claim.version.year:04}}}",
        "month": _MONTHS[claim.version.month - 1],
        "version": f"{{{claim.version.isoformat()}}}",
        "url": f"{{{quote(claim.url, safe=_IN_URL)}}}",
        "note": f"{{{latex(f'{claim.event} ({claim.when_in_words}). {rests_on(claim)}')}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@misc{{{claim.key},\n{lines}\n}}"


def latex(text: str) -> str:
    """Return text on one line for the inside of a field: its characters, none of them a command."""
    shown = "".join(char for char in " ".join(text.split()) if unicodedata.category(char) not in {"Cc", "Cs"})
    return shown.translate(_TO_LATEX)
