"""Words that people write where a record knows only a few: which is meant, where no likeness of letters tells."""

from collections.abc import Collection
from typing import Final

_MEANT: Final = {
    "stance": {
        "asserts": "says states claims confirms confirmed affirms reports alleges supports",
        "denies": "rejects rejected refutes refuted disputes contradicts",
        "doubts": "questions questioned challenges sceptical skeptical",
        "unconfirmed": "unverified unproven cannot-confirm not-confirmed",
        "concedes": "admits admitted acknowledges accepts",
        "retracts": "withdraws withdrew recants takes-back apologises corrects",
    },
    "modality": {
        "stated": "fact certain asserted confirmed known",
        "alleged": "claimed rumoured rumored accused hearsay",
        "possible": "maybe perhaps likely probable suspected uncertain",
        "predicted": "planned expected forecast threatened future announced",
    },
    "access": {
        "login": "paywall paywalled subscription subscribers restricted registration closed private",
        "open": "free public",
    },
    "rights": {
        "full": "public-domain pd cc0 cc-by cc-by-4.0 cc-by-sa cc-by-sa-4.0 licensed open",
        "quote": "fair-use fair-dealing quotation quotes excerpt excerpts",
        "fingerprint": "none copyright copyrighted all-rights-reserved restricted",
    },
    "state": {
        "draft": "hidden private unpublished wip pending",
        "published": "public live final done",
    },
    "date_basis": {
        "stated": "exact given explicit source",
        "inferred": "estimated approximate guess guessed assumed deduced editors",
        "publication": "published publication-date",
    },
    "status": {
        "open": "unresolved unsettled disputed ongoing",
        "resolved": "closed settled decided",
    },
}
_BY_KEY: Final = {
    key: {said: word for word, others in words.items() for said in others.split()} for key, words in _MEANT.items()
}
_BESIDES: Final = {
    ("stance", "corrects"): ", and add a report of what it says now",
    ("stance", "alleges"): ", with modality: alleged",
    **{("rights", free): ", and say the licence in licence" for free in _MEANT["rights"]["full"].split()},
}


def fixed_word(key: str, word: str, known: Collection[str]) -> str:
    """Return what to write for a word that a key does not take; nothing where nobody foresaw it."""
    folded = "-".join(word.strip().lower().replace("_", " ").split())
    meant = _BY_KEY.get(key, {}).get(folded, "")
    return f"write {meant}{_BESIDES.get((key, folded), '')}" if meant in known else ""
