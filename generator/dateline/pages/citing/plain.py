"""A citation in words, with what the claim rests on."""

from typing import Final

from dateline.ground.dates import days_in_words
from dateline.pages.shared.claim_citation import ClaimCitation, OriginalView

_NAMED: Final = 3
"""How many originals are named; the page of the claim has all."""


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
    in_order = sorted(claim.originals, key=lambda one: not one.mark)  # none that was withdrawn or corrected goes unnamed
    originals = "; ".join(_original(one) for one in in_order[:_NAMED])
    told = {"outcome": claim.outcome, "originals": originals}
    if len(claim.originals) <= _NAMED:
        return claim.speech.gettext("%(outcome)s. Rests on: %(originals)s.", **told)
    return claim.speech.ngettext(
        "%(outcome)s. Rests on: %(originals)s; and %(count)s more.",
        "%(outcome)s. Rests on: %(originals)s; and %(count)s more.",
        len(claim.originals) - _NAMED,
        **told,
    )


def standing(claim: ClaimCitation) -> str:
    """Return the outcome, why the claim has it, and what became of its sources since."""
    told = claim.speech.gettext("%(outcome)s: %(why)s.", outcome=claim.outcome, why=claim.why)
    return " ".join([told, *dict.fromkeys(f"[{one.mark}]" for one in claim.originals if one.mark)])


def _original(one: OriginalView) -> str:
    address = f", {one.url}" if one.url else ""
    mark = f" [{one.mark}]" if one.mark else ""
    return f"{one.chain}, “{one.title}”, {one.publisher}, {one.published}, ¶ {one.paragraph}{address}{mark}"
