"""A claim's outcome in words: the one word for it, what it means, and its reason in one sentence."""

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.ground.dates import in_words
from dateline.ground.languages import ENGLISH, Language, marked
from dateline.pages.wording import words
from dateline.records.rules.attribution import Sayers
from dateline.records.rules.standing import Assessment, Outcome
from dateline.records.types import Actor, Masthead

OUTCOME_LABEL: Final = {
    Outcome.TAKEN_BACK: marked("Taken back"),
    Outcome.SETTLED_STANDS: marked("Settled: so"),
    Outcome.SETTLED_FALLS: marked("Settled: not so"),
    Outcome.OPEN: marked("Open"),
    Outcome.UNCONTRADICTED: marked("Uncontradicted"),
    Outcome.ONE_SIDE: marked("One side"),
    Outcome.ONE_VOICE: marked("One voice"),
    Outcome.UNATTRIBUTED: marked("No speaker named"),
    Outcome.NOBODY_SAYS_SO: marked("Nobody says so"),
}
OUTCOME_MEANING: Final = {
    Outcome.TAKEN_BACK: marked("Whoever said so took it back, or the publisher withdrew the source."),
    Outcome.SETTLED_STANDS: marked("A dispute was settled, and the claim stands."),
    Outcome.SETTLED_FALLS: marked("A dispute was settled, and the claim falls."),
    Outcome.OPEN: marked("It is in a dispute that is not settled, or voices deny or doubt what others say."),
    Outcome.UNCONTRADICTED: marked("Two voices or more say so, not all of one side, and none denies or doubts it."),
    Outcome.ONE_SIDE: marked("Two voices or more say so, all of one side."),
    Outcome.ONE_VOICE: marked("One voice says so, however often it is repeated."),
    Outcome.UNATTRIBUTED: marked("Publishers print it and do not say whose word it is."),
    Outcome.NOBODY_SAYS_SO: marked("It is only denied, doubted, or said not to be confirmed."),
}
_NAMED: Final = 3
"""How many voices a reason names; the others are counted."""
_NAMED_IN_A_LINE: Final = 2
"""How many are named before a claim in a list."""

Actors = Mapping[str, Actor]


def reason(found: Assessment, actors: Actors, side: str, masthead: Masthead, language: Language = ENGLISH) -> str:
    """Return why a claim has its outcome, as a sentence without its full stop; `side` is the side's label, if any."""
    if found.settled_by is not None and found.outcome in {Outcome.SETTLED_STANDS, Outcome.SETTLED_FALLS}:
        resolution = found.settled_by.resolution
        return language.gettext(
            "settled by evidence of %(date)s: %(rule)s",
            date=in_words(resolution.date, language),
            rule=words.rule_label(masthead, resolution, language),
        )
    if found.outcome is Outcome.ONE_VOICE:
        parts = [_who(found.counting, actors, language)]
    elif found.outcome is Outcome.UNATTRIBUTED:
        parts = [_who(found.supporting.unattributed, actors, language)]
    elif found.outcome is Outcome.ONE_SIDE:
        parts = [_of_one_side(found.of_side, actors, side, language)]
    else:
        parts = [_saying(found, actors, language)]
    parts += [_unnamed(found.perhaps_the_same, actors, language)]
    parts += [_without_saying(found.supporting, language) if found.supporting.voices else ""]
    parts += [_opposing(found, actors, language), _unnamed(found.perhaps_denying, actors, language)]
    parts += [_unconfirmed(found.unconfirmed, language)]
    return language.clauses(parts)


def numbers(found: Assessment, side: str, masthead: Masthead, language: Language = ENGLISH) -> tuple[str, ...]:
    """Return how many say so and how many do not, dissent first, as sentences; `side` is the side's label, if any.

    What the outcome says in so many words, that one voice says so or one publisher gives no source, is left to it.
    """
    how = (_settled(found, masthead, language), _taken_back(found, language))
    return (*filter(None, how), *heads(found, side, language))


def who_says(found: Assessment, actors: Actors, language: Language = ENGLISH) -> str:
    """Return who says a claim, or prints it without saying whose word it is; empty where nobody does."""
    if found.counted:
        return _who(found.counted, actors, language, _NAMED_IN_A_LINE)
    if not found.supporting.unattributed:
        return ""
    who = _who(found.supporting.unattributed, actors, language, _NAMED_IN_A_LINE)
    return language.gettext("printed by %(who)s", who=who)


def heads(found: Assessment, side: str, language: Language = ENGLISH) -> tuple[str, ...]:
    """Return how many say so and how many do not, without what settled it: what stands beside a claim in a list."""
    told = (
        _opposing_voices(found.denying, language),
        _perhaps_the_same(found.denying, found.perhaps_denying, language),
        _opposing_publishers(found.opposing, language),
        _not_confirmed(found.unconfirmed, language),
        "" if found.outcome is Outcome.ONE_VOICE else _supporting_voices(found, side, language),
        _perhaps_the_same(found.counted, found.perhaps_the_same, language),
        _passing_on(found, language),
    )
    return tuple(filter(None, told))


def _settled(found: Assessment, masthead: Masthead, language: Language) -> str:
    if found.settled_by is None or found.outcome not in {Outcome.SETTLED_STANDS, Outcome.SETTLED_FALLS}:
        return ""
    resolution = found.settled_by.resolution
    return language.gettext(
        "Settled by evidence of %(date)s: %(rule)s.",
        date=in_words(resolution.date, language),
        rule=words.rule_label(masthead, resolution, language),
    )


def _taken_back(found: Assessment, language: Language) -> str:
    return language.gettext(OUTCOME_MEANING[found.outcome]) if found.outcome is Outcome.TAKEN_BACK else ""


def _opposing_voices(voices: Sequence[str], language: Language) -> str:
    if not voices:
        return ""
    return language.ngettext("%(count)s voice denies or doubts it.", "%(count)s voices deny or doubt it.", len(voices))


def _opposing_publishers(sayers: Sayers, language: Language) -> str:
    if not sayers.unattributed:
        return ""
    return language.ngettext(
        "%(count)s publisher denies or doubts it and does not say whose word that is.",
        "%(count)s publishers deny or doubt it and do not say whose word that is.",
        len(sayers.unattributed),
    )


def _not_confirmed(sayers: Sayers, language: Language) -> str:
    saying = len(sayers.voices) + len(sayers.unattributed)
    if not saying:
        return ""
    return language.ngettext(
        "%(count)s speaker calls it unconfirmed.", "%(count)s speakers call it unconfirmed.", saying
    )


def _supporting_voices(found: Assessment, side: str, language: Language) -> str:
    if found.outcome is Outcome.ONE_SIDE:
        return language.ngettext(
            "%(count)s voice of one side says so: %(side)s.",
            "%(count)s voices of one side say so: %(side)s.",
            len(found.of_side),
            side=side,
        )
    count = len(found.counting)
    if count > 1 and found.sides == 1:
        return language.ngettext("%(count)s voice of one side says so.", "%(count)s voices of one side say so.", count)
    if count > 1 and found.sides:
        return language.ngettext(
            "%(count)s voice on %(sides)s sides says so.",
            "%(count)s voices on %(sides)s sides say so.",
            count,
            sides=found.sides,
        )
    return language.ngettext("%(count)s voice says so.", "%(count)s voices say so.", count) if count else ""


def _perhaps_the_same(counted: Sequence[str], perhaps: Sequence[str], language: Language) -> str:
    """Return how many take the same stand who may be one of those that were counted."""
    others = len(perhaps)
    if not others:
        return ""
    if len(counted) == 1:
        return language.ngettext(
            "%(count)s unnamed speaker may be the same.",
            "%(count)s unnamed speakers may be the same.",
            others,
        )
    return language.ngettext(
        "%(count)s unnamed speaker may be one of them.",
        "%(count)s unnamed speakers may be among them.",
        others,
    )


def _passing_on(found: Assessment, language: Language) -> str:
    """Return how many do not say from whom; that one does is the outcome, in so many words."""
    count = len(found.supporting.unattributed)
    if not count or (count == 1 and found.outcome is Outcome.UNATTRIBUTED):
        return ""
    return language.ngettext(
        "%(count)s publisher does not say whose word it is.",
        "%(count)s publishers do not say whose word it is.",
        count,
    )


def _without_saying(sayers: Sayers, language: Language) -> str:
    if not sayers.unattributed:
        return ""
    return language.ngettext(
        "%(count)s publisher does not say whose word it is",
        "%(count)s publishers do not say whose word it is",
        len(sayers.unattributed),
    )


def _of_one_side(voices: Sequence[str], actors: Actors, side: str, language: Language) -> str:
    return language.ngettext(
        "%(count)s voice of one side (%(side)s): %(who)s",
        "%(count)s voices of one side (%(side)s): %(who)s",
        len(voices),
        side=side,
        who=_who(voices, actors, language),
    )


def _unnamed(others: Sequence[str], actors: Actors, language: Language) -> str:
    if not others:
        return ""
    return language.ngettext(
        "%(count)s unnamed speaker, perhaps the same: %(who)s",
        "%(count)s unnamed speakers, perhaps the same: %(who)s",
        len(others),
        who=_who(others, actors, language),
    )


def _saying(found: Assessment, actors: Actors, language: Language) -> str:
    sayers = found.supporting
    if sayers.voices:
        who = _who(found.counted, actors, language)
        return language.ngettext(
            "%(count)s voice says so: %(who)s", "%(count)s voices say so: %(who)s", len(found.counted), who=who
        )
    if sayers.unattributed:
        return language.ngettext(
            "%(count)s publisher does not say whose word it is: %(who)s",
            "%(count)s publishers do not say whose word it is: %(who)s",
            len(sayers.unattributed),
            who=_who(sayers.unattributed, actors, language),
        )
    return ""


def _opposing(found: Assessment, actors: Actors, language: Language) -> str:
    sayers = found.opposing
    if found.denying:
        return language.ngettext(
            "%(count)s voice denies or doubts it: %(who)s",
            "%(count)s voices deny or doubt it: %(who)s",
            len(found.denying),
            who=_who(found.denying, actors, language),
        )
    if sayers.unattributed:
        return language.ngettext(
            "%(count)s publisher denies or doubts it, and does not say whose word that is",
            "%(count)s publishers deny or doubt it, and do not say whose word that is",
            len(sayers.unattributed),
        )
    return ""


def _unconfirmed(sayers: Sayers, language: Language) -> str:
    saying = len(sayers.voices) + len(sayers.unattributed)
    if not saying:
        return ""
    return language.ngettext("%(count)s says it is not confirmed", "%(count)s say it is not confirmed", saying)


def _who(ids: Sequence[str], actors: Actors, language: Language, most: int = _NAMED) -> str:
    named = [actors[id_].name if id_ in actors else id_ for id_ in ids[:most]]
    if len(ids) > most:
        more = len(ids) - most
        named.append(language.ngettext("%(count)s more", "%(count)s more", more))
    return language.listed(named)
