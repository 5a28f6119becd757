"""The site's own words for what records say in keys; one place for each label."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from dateline.ground.dates import in_words
from dateline.ground.languages import ENGLISH, Language, counted, marked
from dateline.pages.wording.more_than import more_than
from dateline.pages.wording.places_in_sources import spots_in_words
from dateline.pages.wording.relation_labels import RELATED_LABEL
from dateline.records.quantities import PLAIN, CountedIn, counted_in
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

STANCE_LABEL: Final = {
    "asserts": marked("said so"),
    "denies": marked("denied it"),
    "doubts": marked("doubted it"),
    "unconfirmed": marked("called it unconfirmed"),
    "concedes": marked("conceded it"),
    "retracts": marked("took it back"),
}
"""What somebody does to a claim, behind a name: in a form that is the same of one speaker and of several."""
_BY_WHOM: Final = {
    "asserts": marked("said"),
    "denies": marked("denied"),
    "doubts": marked("doubted"),
    "unconfirmed": marked("called unconfirmed"),
    "concedes": marked("conceded"),
    "retracts": marked("taken back"),
}
"""What is done to a claim, before who does it or before the claim: a speaker's name asks for no verb then."""
STANCE_MEANING: Final = {
    "asserts": marked("The speaker states the claim."),
    "denies": marked("The speaker states that the claim is not so."),
    "doubts": marked("The speaker questions the claim without denying it."),
    "unconfirmed": marked(
        "The speaker says that nobody has confirmed the claim, which is neither for it nor against it."
    ),
    "concedes": marked("The speaker admits the claim although it is not in its interest."),
    "retracts": marked("The speaker takes back what it said before."),
}
MODALITY_LABEL: Final = {
    "stated": "",
    "alleged": marked("as an allegation"),
    "possible": marked("as a possibility"),
    "predicted": marked("as a forecast"),
}
BASIS_LABEL: Final = {
    "stated": marked("stated by the source"),
    "relative": marked("reckoned from another date in the source"),
    "inferred": marked("inferred by the editors"),
    "publication": marked("not given; the publication is the latest possible day"),
}
EXTENT_LABEL: Final = {
    "full": marked("all of it"),
    "most": marked("most of it"),
    "part": marked("part of it"),
    "contested": marked("contested"),
    "besieged": marked("besieged"),
}
STATUS_LABEL: Final = {
    "open": marked("Open"),
    "partly-resolved": marked("Settled in part"),
    "resolved": marked("Settled"),
    "not-a-conflict": marked("No conflict"),
}
STATUS_MEANING: Final = {
    "partly-resolved": (marked("Settled in part"), marked("Some claims are settled, the rest open.")),
    "not-a-conflict": (marked("No conflict"), marked("The editors read no contradiction.")),
    "aside": (marked("Beside the subject"), marked("About other matters.")),
}
"""The marks that disputes alone have, and what each means; those of claims too have their meaning there."""
CAPACITY_LABEL: Final = {
    "asserts": marked("States this claim"),
    "denies": marked("Denies or doubts this claim"),
    "none": marked("Rests on this claim, with all its reports"),
}
"""In which way the reports below a position speak for it."""
DISPUTE_KIND_LABEL: Final = {
    "control": marked("Who held a place"),
    "figure": marked("How many"),
    "date": marked("When"),
    "place": marked("Where"),
    "identity": marked("Who or what"),
    "responsibility": marked("Who did it"),
    "occurrence": marked("Whether it happened"),
}
RELATION_LABEL: Final = {
    "exclusive": marked("The positions exclude each other."),
    "both-possible": marked("The positions can both be true."),
    "different-scope": marked("The positions are about different things."),
    "different-time": marked("The positions are about different times."),
}
RELATION_OF_SEVERAL: Final = {
    "exclusive": marked("Not all of the positions can be true."),
    "both-possible": marked("More than one of the positions can be true."),
}
"""The same of three positions or more, of which a record does not say which exclude each other."""
RULE_LABEL: Final = {
    "later-reporting": marked("later reporting"),
    "concession": marked("a concession by the side it speaks against"),
    "imagery": marked("imagery"),
    "official-finding": marked("an official finding"),
    "range-kept": marked("the range of all figures is kept"),
    "retraction": marked("a speaker who took it back"),
    "not-a-conflict": marked("found to be no conflict"),
}
CHANGE_LABEL: Final = {
    "correction": marked("Correction"),
    "new-evidence": marked("New evidence"),
    "resolution": marked("Settled"),
    "reopening": marked("Opened again"),
    "retraction": marked("Taken back"),
}
SOURCE_KIND_LABEL: Final = {
    "article": marked("Article"),
    "report": marked("Report"),
    "statement": marked("Statement"),
    "post": marked("Post"),
    "image": marked("Image"),
    "video": marked("Video"),
    "audio": marked("Audio"),
    "map": marked("Map"),
    "dataset": marked("Dataset"),
    "book": marked("Book"),
    "judgment": marked("Judgment"),
}
KIND_OF_RECORD: Final = {
    "event": marked("event"),
    "source": marked("source"),
    "actor": marked("actor"),
    "place": marked("place"),
    "dispute": marked("dispute"),
    "claim": marked("claim"),
}
RIGHTS_LABEL: Final = {
    "fingerprint": marked("This site carries a fingerprint of each paragraph and none of its text."),
    "quote": marked("This site may quote a few words of each paragraph."),
    "full": marked("This site may carry the text in full."),
}
ACTOR_KIND_LABEL: Final = {
    "state": marked("State"),
    "armed-force": marked("Armed force"),
    "armed-group": marked("Armed group"),
    "unit": marked("Unit"),
    "alliance": marked("Alliance"),
    "ministry": marked("Ministry"),
    "organisation": marked("Organisation"),
    "media": marked("Media"),
    "monitor": marked("Monitor"),
    "person": marked("Person"),
    "unnamed": marked("Unnamed speaker"),
}
OWNERSHIP_LABEL: Final = {
    "state": marked("a state"),
    "party": marked("a party to what is told here"),
    "independent": marked("neither a state nor a party"),
    "unknown": marked("not known"),
}
GLOBE_LABEL: Final = {
    "moon": marked("on the Moon"),
    "mercury": marked("on Mercury"),
    "venus": marked("on Venus"),
    "mars": marked("on Mars"),
    "titan": marked("on Titan"),
}
PRECISION_LABEL: Final = {
    "exact": marked("exact"),
    "locality": marked("the locality"),
    "area": marked("somewhere in the area"),
    "region": marked("somewhere in the region"),
    "unknown": marked("of unknown exactness"),
}

_STANDARD_LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "actor_kinds": ACTOR_KIND_LABEL,
    "source_kinds": SOURCE_KIND_LABEL,
    "dispute_kinds": DISPUTE_KIND_LABEL,
    "resolution_rules": RULE_LABEL,
    "relations": RELATED_LABEL,
}


_ONE_TIME: Final = re.compile(r"-?[\dX-]+(T[\d:.]+(Z|[+-][\d:]+)?)?[~?%]?")
"""A date that is one day, month, year or time, and says nothing of bounds itself."""


def when(event: Event, language: Language = ENGLISH) -> str:
    """Return when an event was, as pages, feeds, the search and `diff` say it.

    A timeline's span words a date that several events or sources may share.
    """
    told = in_words(event.date, language)
    if event.date_basis != "publication" or not _ONE_TIME.fullmatch(event.date.text):
        return told
    return language.gettext("by %(date)s", date=told)


def how(stance: str, modality: str, language: Language = ENGLISH) -> str:
    """Return how it is said, before by whom: "denied", "said as an allegation"; nothing where it is just said."""
    if stance == "asserts" and modality == "stated":
        return ""
    done = language.gettext(_BY_WHOM[stance])
    if modality == "stated":
        return done
    as_what = language.gettext(MODALITY_LABEL[modality])
    return language.gettext("%(stance)s %(modality)s", stance=done, modality=as_what)


def plural(count: int, one: str, many: str = "") -> str:
    """Return the count with its noun, as editors are told it in English: "1 report", "3 reports"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def withdrawn_reports(count: int, language: Language = ENGLISH) -> str:
    """Return how many reports were withdrawn: "2 reports withdrawn"; nothing where none was."""
    return language.ngettext("%(count)s report withdrawn", "%(count)s reports withdrawn", count) if count else ""


def withdrawn_in_words(withdrawn: Withdrawn, original: str = "", language: Language = ENGLISH) -> str:
    """Return that a publisher took a source back, or the `original` of it, and why, as a sentence."""
    told = {"date": in_words(withdrawn.date, language), "why": withdrawn.note}
    if original:
        return language.gettext(
            "The original, %(title)s, was withdrawn by its publisher (%(date)s): %(why)s", title=original, **told
        )
    return language.gettext("This source was withdrawn by its publisher (%(date)s): %(why)s", **told)


def correction_in_words(source: Source, correction: Corrected, language: Language = ENGLISH) -> str:
    """Return what a publisher corrected in a source, as a sentence."""
    told = {"date": in_words(correction.date, language), "why": correction.note}
    where = spots_in_words(source, (*correction.paragraphs, *correction.passages), language)
    if not where:
        return language.gettext("The publisher has corrected this source (%(date)s): %(why)s", **told)
    return language.gettext(
        "The publisher has corrected %(places)s of this source (%(date)s): %(why)s", places=where, **told
    )


_READ: Final = {
    ("original", "whole"): marked("the original"),
    ("republication", "whole"): marked("a republication"),
    ("stored-copy", "whole"): marked("a stored copy"),
    ("original", "part"): marked("the original, in part"),
    ("republication", "part"): marked("a republication, in part"),
    ("stored-copy", "part"): marked("a stored copy, in part"),
}


def reading_in_words(reading: Reading, language: Language = ENGLISH) -> str:
    """Return what the editors had before them: "a stored copy, in part"."""
    return language.gettext(_READ[reading.of, "whole" if reading.extent == "whole" else "part"])


_AMOUNTS: Final = {
    (False, None): marked("%(low)s"),
    (False, (True, True)): marked("%(low)s to %(high)s"),
    (False, (True, False)): marked("at least %(low)s"),
    (False, (False, True)): marked("at most %(high)s"),
    (True, None): marked("about %(low)s"),
    (True, (True, True)): marked("about %(low)s to %(high)s"),
    (True, (True, False)): marked("at least about %(low)s"),
    (True, (False, True)): marked("at most about %(high)s"),
}
"""What is told of a figure, by whether it is approximate, and by which of its bounds are given, None for one number."""


def amount_in_words(masthead: Masthead, figure: Figure, language: Language = ENGLISH) -> str:
    """Return a figure's numbers: "at least 10", "3 to 5 km", "7 out of 12", or "no number given"."""
    amount = _amount(counted_in(masthead.vocabulary, figure), figure, language)
    if figure.out_of is None:
        return amount
    return language.gettext("%(amount)s out of %(all)s", amount=amount, all=language.number(figure.out_of))


def _amount(kind: CountedIn, figure: Figure, language: Language) -> str:
    low, high = figure.lowest, figure.highest
    if low is None and high is None:
        return language.gettext("no number given")
    told = {
        name: number_in_words(kind, value, language)
        for name, value in (("low", low), ("high", high))
        if value is not None
    }
    if not figure.approximate and (above := more_than(figure)) is not None:
        return language.gettext("more than %(low)s", low=number_in_words(kind, above, language))
    given = (low is not None, high is not None)
    message = _AMOUNTS[figure.approximate, given if low != high else None]
    return language.gettext(message, **told)


def number_in_words(kind: CountedIn, value: float | Decimal, language: Language = ENGLISH) -> str:
    """Return a number with what it counts in: "5 km", "US$8.8 million", "12.5%"; a plain one with all its digits."""
    if kind == PLAIN:
        return language.number(value)
    return _with_kind(kind, counted.large_number(language, value), value, language)


def number_on_axis(kind: CountedIn, value: float | Decimal, language: Language = ENGLISH) -> str:
    """Return a number as it stands on an axis: "US$200M", "5 km"."""
    if kind == PLAIN:
        return counted.short_number(language, value)
    return _with_kind(kind, counted.short_number(language, value), value, language)


def _with_kind(kind: CountedIn, number: str, value: float | Decimal, language: Language) -> str:
    if kind.currency is not None:
        return counted.money(language, number, kind.currency)
    if kind.unit is not None:
        return counted.in_unit(language, number, value, kind.unit)
    return counted.per_cent(language, number)


def language_name(code: str, language: Language = ENGLISH) -> str:
    """Return the name of a language, or its code where the name is not known here."""
    return language.gettext("Northern Kurdish") if code.lower() == "kmr" else language.name_of(code)


def term(masthead: Masthead, list_name: str, word: str | None, language: Language = ENGLISH) -> str:
    """Return the label of a word: the vocabulary's, or else that of a word that every chronology has."""
    if word is None:
        return ""
    known: Term | None = getattr(masthead.vocabulary, list_name).get(word)
    if known is not None and known.label is not None:
        return known.label
    standard = _STANDARD_LABELS.get(list_name, {}).get(word)
    return word.replace("-", " ").capitalize() if standard is None else language.gettext(standard)


def change_label(change: Change, language: Language = ENGLISH) -> str:
    """Return the label of a ledger entry."""
    return language.gettext(CHANGE_LABEL[change.type])


def status_label(dispute: Dispute, language: Language = ENGLISH) -> str:
    """Return the label of a dispute's status."""
    return language.gettext(STATUS_LABEL[dispute.status])


def rule_label(masthead: Masthead, resolution: Resolution, language: Language = ENGLISH) -> str:
    """Return the label of the rule by which a dispute was settled."""
    return rule_word(masthead, resolution.rule, language)


def rule_word(masthead: Masthead, rule: str, language: Language = ENGLISH) -> str:
    """Return the label of a rule by which disputes are settled."""
    added = masthead.vocabulary.resolution_rules.get(rule)
    is_plain = rule not in RULE_LABEL and (added is None or added.label is None)
    return rule.replace("-", " ") if is_plain else term(masthead, "resolution_rules", rule, language)


def coordinates(lat: float, lon: float, language: Language = ENGLISH) -> str:
    """Return a point in words, to four decimals of a degree (11 m)."""
    message = _POINTS[lat >= 0, lon >= 0]
    return language.gettext(message, lat=language.fixed(abs(lat), 4), lon=language.fixed(abs(lon), 4))


_POINTS: Final = {
    (True, True): marked("%(lat)s° N, %(lon)s° E"),
    (True, False): marked("%(lat)s° N, %(lon)s° W"),
    (False, True): marked("%(lat)s° S, %(lon)s° E"),
    (False, False): marked("%(lat)s° S, %(lon)s° W"),
}
