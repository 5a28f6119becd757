"""The site's own words for what records say in keys; one place for each label."""

from decimal import Decimal
from typing import Final

from dateline.ground.dates import in_words
from dateline.records.rules.standing import Echo, Standing
from dateline.records.types import (
    Change,
    Corrected,
    Dispute,
    Event,
    Figure,
    Masthead,
    Reading,
    Resolution,
    Source,
    Term,
    Withdrawn,
)

STANDING_LABEL: Final = {
    Standing.SINGLE_ORIGIN: "Single origin",
    Standing.CORROBORATED: "Corroborated",
    Standing.UNATTRIBUTED: "No source given",
    Standing.CONTESTED: "Contested",
    Standing.RETRACTED: "Taken back",
}
STANDING_MEANING: Final = {
    Standing.SINGLE_ORIGIN: "It is one voice's word, however often it is repeated, or that of voices that may be one.",
    Standing.CORROBORATED: "Two voices or more state it, each on its own, and none denies or doubts it.",
    Standing.UNATTRIBUTED: "Those who print it do not say from whom they have it.",
    Standing.CONTESTED: "One voice says so and another denies or doubts it, or the figures given cannot all be true.",
    Standing.RETRACTED: "Those who said so have taken it back, or the publisher has withdrawn the source.",
}
STANCE_LABEL: Final = {
    "asserts": "says so",
    "denies": "denies it",
    "doubts": "doubts it",
    "unconfirmed": "says it is not confirmed",
    "concedes": "concedes it",
    "retracts": "takes it back",
}
STANCE_MEANING: Final = {
    "asserts": "The speaker states the claim.",
    "denies": "The speaker states that the claim is not so.",
    "doubts": "The speaker questions the claim without denying it.",
    "unconfirmed": "The speaker says that nobody has confirmed the claim, which is neither for it nor against it.",
    "concedes": "The speaker admits the claim although it is not in its interest.",
    "retracts": "The speaker takes back what it said before.",
}
MODALITY_LABEL: Final = {
    "stated": "",
    "alleged": "as an allegation",
    "possible": "as a possibility",
    "predicted": "as a forecast",
}
BASIS_LABEL: Final = {
    "stated": "stated by the source",
    "relative": "reckoned from another date in the source",
    "inferred": "inferred by the editors",
    "publication": "not given; the publication is the latest possible day",
}
EXTENT_LABEL: Final = {
    "full": "all of it",
    "most": "most of it",
    "part": "part of it",
    "contested": "contested",
    "besieged": "besieged",
}
STATUS_LABEL: Final = {
    "open": "Open",
    "partly-resolved": "Partly resolved",
    "resolved": "Resolved",
    "not-a-conflict": "Not a conflict",
}
UNSETTLED: Final = frozenset({"open", "partly-resolved"})
"""The statuses of disputes that some question is left of."""
CAPACITY_LABEL: Final = {
    "asserts": "States this claim",
    "denies": "Denies or doubts this claim",
    "none": "Rests on this claim, with all its reports",
}
"""In which way the reports below a position speak for it."""
DISPUTE_KIND_LABEL: Final = {
    "control": "Control of a place",
    "figure": "A figure",
    "date": "A date",
    "place": "A place",
    "identity": "Who somebody is",
    "responsibility": "Responsibility",
    "occurrence": "Whether it happened",
}
RELATION_LABEL: Final = {
    "exclusive": "The positions exclude each other.",
    "both-possible": "The positions can both be true.",
    "different-scope": "The positions are about different things.",
    "different-time": "The positions are about different times.",
}
RULE_LABEL: Final = {
    "later-reporting": "later reporting",
    "concession": "a concession by the side it speaks against",
    "imagery": "imagery",
    "official-finding": "an official finding",
    "range-kept": "the range of all figures is kept",
    "retraction": "a retraction",
    "not-a-conflict": "found to be no conflict",
}
CHANGE_LABEL: Final = {
    "correction": "Correction",
    "new-evidence": "New evidence",
    "resolution": "Resolution",
    "retraction": "Retraction",
}
RIGHTS_LABEL: Final = {
    "fingerprint": "This site carries a fingerprint of each paragraph and none of its text.",
    "quote": "This site may quote a few words of each paragraph.",
    "full": "This site may carry the text in full.",
}
ACTOR_KIND_LABEL: Final = {
    "state": "State",
    "armed-force": "Armed force",
    "armed-group": "Armed group",
    "unit": "Unit",
    "alliance": "Alliance",
    "ministry": "Ministry",
    "organisation": "Organisation",
    "media": "Media",
    "monitor": "Monitor",
    "person": "Person",
    "unnamed": "Speaker whom the sources do not name",
}
PRECISION_LABEL: Final = {
    "exact": "exact",
    "locality": "the locality",
    "area": "somewhere in the area",
    "region": "somewhere in the region",
    "unknown": "of unknown exactness",
}
_RIGHT_TO_LEFT: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
_LANGUAGE: Final = {
    "ar": "Arabic",
    "ckb": "Central Kurdish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "kmr": "Northern Kurdish",
    "ku": "Kurdish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def when(event: Event) -> str:
    """Return when an event was, as pages, strips, feeds, citations, the search and `diff` say it.

    A timeline's span words a date that several events or sources may share.
    """
    return in_words(event.date)


def plural(count: int, one: str, many: str = "") -> str:
    """Return the count with its noun: "1 report", "3 reports"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def echo_in_words(echo: Echo) -> str:
    """Return an echo as readers see it: "4 reports, 1 voice", "9 reports, 3 voices on 2 sides"."""
    withdrawn = f"{plural(echo.withdrawn, 'report')} withdrawn" if echo.withdrawn else ""
    if not echo.reports and withdrawn:
        return f"no report that counts, {withdrawn}"
    return ", ".join(filter(None, (plural(echo.reports, "report"), _voices(echo), _unattributed(echo), withdrawn)))


def _voices(echo: Echo) -> str:
    """Return how many voices there are and, where each is placed, on how many sides."""
    if not echo.voices:
        return ""
    voices = plural(echo.voices, "voice")
    if echo.unplaced or echo.voices == 1:
        return voices
    return f"{voices}, all of one side" if echo.sides == 1 else f"{voices} on {echo.sides} sides"


def _unattributed(echo: Echo) -> str:
    if not echo.unattributed:
        return ""
    return f"{plural(echo.unattributed, 'publisher')} without saying from whom"


def withdrawn_in_words(withdrawn: Withdrawn, what: str) -> str:
    """Return that a publisher took a source back, and why, as a sentence."""
    return f"{what} was withdrawn by its publisher ({in_words(withdrawn.date)}): {withdrawn.note}"


def correction_in_words(correction: Corrected) -> str:
    """Return what a publisher corrected in a source, as a sentence."""
    numbers = ", ".join(map(str, correction.paragraphs))
    where = f"¶ {numbers} of this source" if numbers else "this source"
    return f"The publisher has corrected {where} ({in_words(correction.date)}): {correction.note}"


def reading_in_words(reading: Reading) -> str:
    """Return what the editors had before them: "a stored copy, in part"."""
    copy = {"original": "the original", "republication": "a republication", "stored-copy": "a stored copy"}[reading.of]
    extent = "" if reading.extent == "whole" else ", in part"
    note = f"; {reading.note}" if reading.note else ""
    return f"{copy}{extent}{note}"


def amount_in_words(figure: Figure) -> str:
    """Return a figure's numbers: "at least 10", "8", "about 3 to 5", or "no number given"."""
    low, high = figure.lowest, figure.highest
    about = "about " if figure.approximate else ""
    if low is None and high is None:
        return "no number given"
    if low is None or high is None:
        return f"at most {about}{number(high)}" if low is None else f"at least {about}{number(low)}"
    return f"{about}{number(low)}" if low == high else f"{about}{number(low)} to {number(high)}"


def number(value: float | None) -> str:
    """Return a number in plain digits, grouped by threes, with all its digits: "8,800,000", "12.5"."""
    if value is None:
        return ""
    exact = Decimal(repr(value))
    return f"{exact.to_integral_value() if exact == exact.to_integral_value() else exact:,f}"


def language_name(code: str) -> str:
    """Return the English name of a language, or its code where the name is not known here."""
    return _LANGUAGE.get(code.lower().split("-")[0], code)


def direction(language: str) -> str:
    """Return "rtl" for languages written from right to left, else "ltr"."""
    parts = language.lower().split("-")
    if "latn" in parts or "cyrl" in parts:
        return "ltr"
    return "rtl" if parts[0] in _RIGHT_TO_LEFT or "arab" in parts or "hebr" in parts else "ltr"


def term(masthead: Masthead, list_name: str, word: str | None) -> str:
    """Return the vocabulary's label for a word."""
    if word is None:
        return ""
    known: Term | None = getattr(masthead.vocabulary, list_name).get(word)
    if known is not None and known.label is not None:
        return known.label
    return word.replace("-", " ").capitalize()


def source_kind(source: Source) -> str:
    """Return a source's form as a word."""
    return source.kind.capitalize()


def change_label(change: Change) -> str:
    """Return the label of a ledger entry."""
    return CHANGE_LABEL[change.type]


def status_label(dispute: Dispute) -> str:
    """Return the label of a dispute's status."""
    return STATUS_LABEL[dispute.status]


def rule_label(resolution: Resolution) -> str:
    """Return the label of the rule by which a dispute was settled."""
    return RULE_LABEL[resolution.rule]


def coordinates(lat: float, lon: float) -> str:
    """Return a point in words, to four decimals of a degree (11 m)."""
    return f"{abs(lat):.4f}° {'N' if lat >= 0 else 'S'}, {abs(lon):.4f}° {'E' if lon >= 0 else 'W'}"
