"""A citation as manuals of style ask for it: Chicago (17th edition, notes and bibliography) and APA (7th edition)."""

from dateline.pages.shared.claim_citation import ClaimCitation


def chicago(claim: ClaimCitation) -> str:
    """Return an entry of a bibliography: the claim in quotation marks, the chronology, its version, the address."""
    speech = claim.speech
    told = {"claim": claim.text, "outcome": claim.outcome, "chronology": claim.chronology, "address": claim.url}
    if claim.version is None:
        return speech.gettext("“%(claim)s” [Claim. Outcome: %(outcome)s.] %(chronology)s. %(address)s.", **told)
    return speech.gettext(
        "“%(claim)s” [Claim. Outcome: %(outcome)s.] %(chronology)s. Last modified %(month)s %(day)s, %(year)s. "
        "%(address)s.",
        **_day(claim),
        **told,
    )


def apa(claim: ClaimCitation) -> str:
    """Return a reference without an author: a claim is its speakers', and no one's who wrote it down."""
    speech = claim.speech
    told = {
        "claim": claim.text.removesuffix("."),
        "outcome": claim.outcome,
        "chronology": claim.chronology,
        "address": claim.url,
    }
    if claim.version is None:
        return speech.gettext("%(claim)s [Claim. Outcome: %(outcome)s]. (n.d.). %(chronology)s. %(address)s", **told)
    return speech.gettext(
        "%(claim)s [Claim. Outcome: %(outcome)s]. (%(year)s, %(month)s %(day)s). %(chronology)s. %(address)s",
        **_day(claim),
        **told,
    )


def _day(claim: ClaimCitation) -> dict[str, str]:
    day = claim.version
    if day is None:
        return {}
    # As text: a year has no mark between its thousands.
    return {"year": str(day.year), "month": claim.speech.month(day.month), "day": str(day.day)}
