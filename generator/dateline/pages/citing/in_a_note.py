"""What a citation says of its claim: how it stands, and what became of its sources."""

from dateline.pages.shared.claim_citation import ClaimCitation


def standing(claim: ClaimCitation) -> str:
    """Return the outcome, why the claim has it, and what became of its sources since."""
    told = claim.speech.gettext("%(outcome)s: %(why)s.", outcome=claim.outcome, why=claim.why)
    return " ".join([told, *(f"[{mark}]" for mark in claim.marks)])
