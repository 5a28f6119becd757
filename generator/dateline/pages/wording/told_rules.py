"""Rules that readers are told of in several places: one sentence each, wherever it stands."""

from typing import Final

from dateline.ground.languages import Language, marked
from dateline.pages.wording import words
from dateline.records.types import Masthead

_SETTLING: Final = marked(
    "A dispute is settled by later reporting, pictures, an official finding, a concession or a word taken back, or by "
    "keeping the range of all figures; editors may find that it is no conflict."
)
"""The rules of `Resolution`."""
_PLACING: Final = marked(
    "An actor is on a side where it says so itself, or two voices of no other side do; else with the body that it "
    "speaks for or is part of. One voice alone, or an adversary, does not count."
)
"""What `placements` does."""


def settling(masthead: Masthead, language: Language) -> str:
    """Say by what a dispute is settled: by the rules that every chronology has, and by those that this one adds."""
    told = language.gettext(_SETTLING)
    added = [rule for rule in masthead.vocabulary.resolution_rules if rule not in words.RULE_LABEL]
    if not added:
        return told
    own = language.listed((words.rule_word(masthead, rule, language) for rule in added), "or")
    return language.gettext("%(rule)s Here it may also be settled by %(own)s.", rule=told, own=own)


def placing(masthead: Masthead, language: Language) -> str:
    """Say who is on a side; nothing where the chronology has no sides."""
    return language.gettext(_PLACING) if masthead.vocabulary.sides else ""
