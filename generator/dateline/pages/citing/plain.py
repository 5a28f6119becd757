"""A citation in words."""

from dateline.ground.dates import days_in_words
from dateline.pages.shared.claim_citation import ClaimCitation, OriginalView


def plain(claim: ClaimCitation) -> str:
    """Return the citation in one line: claim, event, date, chronology and its version, address, what it rests on."""
    told = {
        "claim": claim.text,
        "event": claim.event,
        "when": claim.when_in_words,
        "chronology": claim.chronology,
        "address": claim.url,
        "origin": rests_on(claim),
    }
    if claim.version is None:
        return claim.speech.gettext(
            "“%(claim)s” Claim in: %(event)s (%(when)s). %(chronology)s. %(address)s. %(origin)s", **told
        )
    return claim.speech.gettext(
        "“%(claim)s” Claim in: %(event)s (%(when)s). %(chronology)s, version of %(version)s. %(address)s. %(origin)s",
        version=days_in_words(claim.version, claim.version, claim.speech),
        **told,
    )


def rests_on(claim: ClaimCitation) -> str:
    """Return what the claim rests on, in one sentence, with its outcome."""
    originals = "; ".join(_original(one) for one in claim.originals)
    return claim.speech.gettext("%(outcome)s. Rests on: %(originals)s.", outcome=claim.outcome, originals=originals)


def _original(one: OriginalView) -> str:
    address = f", {one.url}" if one.url else ""
    mark = f" [{one.mark}]" if one.mark else ""
    return f"{one.chain}, “{one.title}”, {one.publisher}, {one.published}, ¶ {one.paragraph}{address}{mark}"
