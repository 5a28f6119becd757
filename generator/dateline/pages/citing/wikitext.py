"""A citation for Wikipedia, {{cite web}}: what wikitext would take for markup written as characters."""

import re
from typing import Final
from urllib.parse import quote

from dateline.pages.shared.claim_citation import ClaimCitation

_MARKUP: Final = re.compile(r"[{}|\[\]<>&~*#;=]|''|__|(?<=:)//|(?<=')'|(?<=_)_|^:")
_SEMICOLON: Final = re.compile(r"(?<=.)&#59;(?= )")
"""One between words: only at the beginning of a line it is markup."""
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
IN_URL: Final = ":/?#@!$&()*+,;=-._~%"
"""What an address may hold besides letters and digits; brackets, bars, braces and quotes are encoded."""


def cite_web(claim: ClaimCitation) -> str:
    """Return the template with the claim as its title and its outcome as its kind; before it whose word that is.

    So Wikipedia asks for what is known from somebody else: who said it where, "cited in" what was read.
    """
    fields = {
        "url": quote(claim.url, safe=IN_URL),
        "title": wikitext(claim.text),
        "type": wikitext(claim.outcome),
        "website": wikitext(claim.chronology),
        "date": claim.version.isoformat() if claim.version else "",
        "language": wikitext(claim.language),
    }
    told = " ".join(f"|{name}={value}" for name, value in fields.items() if value)
    template = f"{{{{cite web {told}}}}}"
    whose = claim.whose()
    if not whose:
        return template
    return claim.speech.gettext("%(who)s, cited in %(work)s", who=_SEMICOLON.sub(";", wikitext(whose)), work=template)


def wikitext(text: str) -> str:
    """Return text on one line for the value of a template: its characters, none of them markup."""
    shown = _UNSEEN.sub("", " ".join(text.split()))
    return _MARKUP.sub(lambda found: "".join(f"&#{ord(character)};" for character in found[0]), shown)
