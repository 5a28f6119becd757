"""A citation as manuals of style ask for it: Chicago (17th edition, notes and bibliography) and APA (7th edition)."""

from dateline.pages.shared.claim_citation import ClaimCitation


def chicago(claim: ClaimCitation) -> str:
    """Return an entry of a bibliography: the claim, whose word it is, the chronology, its day.

    A claim is in the editors' words, as a description in the place of a title is, and so in no quotation marks.
    """
    speech = claim.speech
    told = {
        "claim": claim.text.removesuffix("."),
        "what": _what(claim),
        "chronology": claim.chronology,
        "address": claim.url,
    }
    if claim.version is None:
        return speech.gettext("%(claim)s [%(what)s]. %(chronology)s. %(address)s.", **told)
    return speech.gettext(
        "%(claim)s [%(what)s]. %(chronology)s. Last modified %(month)s %(day)s, %(year)s. %(address)s.",
        **_day(claim),
        **told,
    )


def apa(claim: ClaimCitation) -> str:
    """Return a reference without an author: a claim is its speakers', and no one's who wrote it down."""
    speech = claim.speech
    told = {
        "claim": claim.text.removesuffix("."),
        "what": _what(claim, as_cited=True),
        "chronology": claim.chronology,
        "address": claim.url,
    }
    if claim.version is None:
        return speech.gettext("%(claim)s [%(what)s]. (n.d.). %(chronology)s. %(address)s", **told)
    return speech.gettext(
        "%(claim)s [%(what)s]. (%(year)s, %(month)s %(day)s). %(chronology)s. %(address)s",
        **_day(claim),
        **told,
    )


def _what(claim: ClaimCitation, *, as_cited: bool = False) -> str:
    """Return what it is: a claim, of whom, with which outcome."""
    whose = claim.whose(as_cited=as_cited)
    if not whose:
        return claim.speech.gettext("Claim. Outcome: %(outcome)s", outcome=claim.outcome)
    return claim.speech.gettext("Claim: %(who)s. Outcome: %(outcome)s", who=whose, outcome=claim.outcome)


def _day(claim: ClaimCitation) -> dict[str, str]:
    day = claim.version
    if day is None:
        return {}
    # As text: a year has no mark between its thousands.
    return {"year": str(day.year), "month": claim.speech.month(day.month), "day": str(day.day)}
