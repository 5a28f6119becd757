"""A citation in words."""

from dateline.ground.dates import days_in_words
from dateline.pages.shared.claim_citation import ClaimCitation, OriginalView


def plain(claim: ClaimCitation) -> str:
    """Return the citation in one line: claim, event, date, chronology and its version, address, what it rests on."""
    version = f", version of {days_in_words(claim.version, claim.version)}" if claim.version else ""
    return (
        f"“{claim.text}” Claim in: {claim.event} ({claim.when_in_words}). {claim.chronology}{version}. "
        f"{claim.url}. {rests_on(claim)}"
    )


def rests_on(claim: ClaimCitation) -> str:
    """Return what the claim rests on, in one sentence, with its standing."""
    originals = "; ".join(_original(one) for one in claim.originals)
    return f"{claim.standing}. Rests on: {originals}."


def _original(one: OriginalView) -> str:
    address = f", {one.url}" if one.url else ""
    mark = f" [{one.mark}]" if one.mark else ""
    return f"{one.chain}, “{one.title}”, {one.publisher}, {one.published}, ¶ {one.paragraph}{address}{mark}"
