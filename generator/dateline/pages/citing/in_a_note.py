"""What a citation says of its claim: whose word it is, how it stands, and what became of its sources."""

from dateline.pages.shared.claim_citation import ClaimCitation


def standing(claim: ClaimCitation) -> str:
    """Return whose word it is, the outcome, why the claim has it, and what became of its sources since."""
    said = claim.speech.gettext("Whose word it is: %(who)s.", who=whose) if (whose := claim.whose()) else ""
    told = claim.speech.gettext("%(outcome)s: %(why)s.", outcome=claim.outcome, why=claim.why)
    return " ".join([*([said] if said else []), told, *(f"[{mark}]" for mark in claim.marks)])
