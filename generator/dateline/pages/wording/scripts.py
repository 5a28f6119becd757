"""The words of the scripts: each script has them in one line, which the build fills in from the catalogue."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.ground.escaping import json_in_script
from dateline.ground.languages import Language, marked, marked_many
from dateline.pages.wording import outcomes, words
from dateline.pages.wording.words_alike import MEANINGS

Words = Mapping[str, str | tuple[str, str] | Mapping[str, str]]
"""A text by its name in the script; one of so many by its two forms; several by what each is of."""
_PLACE: Final = re.compile(r"^(\s*)const WORDS = \{\};$", re.MULTILINE)
_MORE: Final = marked_many("and %(count)s more", "and %(count)s more")

SCRIPTS: Final[Mapping[str, Words]] = {
    "assets/as-of.js": {"asOf": marked("As of")},
    "assets/compare.js": {
        "kinds": {
            "side": marked("Sides"),
            "actor": marked("Actors, with their parts and outlets"),
            "publisher": marked("Publishers, by what they printed"),
        },
        "relations": {
            "contradict": marked("Contradict each other"),
            "agree": marked("Agree"),
            "differ": marked("Say different things"),
        },
        "signs": {
            "says": marked("said so"),
            "against": marked("denied or doubted it"),
            "both": marked("said so, and denied or doubted it"),
            "unconfirmed": marked("called it unconfirmed"),
        },
        "choose": marked("Choose …"),
        "filter": marked("Part of a name"),
        "noName": marked("No name has that"),
        "one": marked("One"),
        "other": marked("The other"),
        "compare": marked("Compare"),
        "alone": marked_many("alone on %(count)s claim", "alone on %(count)s claims"),
        "nothing": marked("Nothing is recorded on which both are heard."),
        "unavailable": marked("The comparison is not available here."),
    },
    "assets/dateline.js": {
        "more": _MORE,
        "copy": marked("Copy %(form)s"),
        "copied": marked("Copied: %(form)s"),
        "allCitations": marked("All citations of this page"),
        "openParagraph": marked("Open the paragraph"),
        "goToNote": marked("Go to the note"),
        "readMore": marked("Read more in the method"),
        "cite": marked("Cite this claim"),
        "notAllowed": marked("Copying is not allowed here; the text can be selected."),
        "copyLink": marked("Copy the link to this claim"),
        "linkCopied": marked("Link to the claim copied"),
    },
    "assets/keys.js": {
        "switchOff": marked("Turn off keyboard shortcuts (/, s, f)"),
        "switchOn": marked("Turn on keyboard shortcuts (/, s, f)"),
    },
    "assets/names.js": {
        "find": marked("Find by name:"),
        "nothing": marked("Nothing here has this in its name."),
    },
    "assets/search.js": {
        "labels": {
            "kind": marked("What"),
            "event": marked("Kind of event"),
            "tag": marked("Tag"),
            "outcome": marked("Outcome of a claim"),
            "actor": marked("Said by"),
            "party": marked("Takes part"),
            "place": marked("Place"),
            "source": marked("Published by"),
        },
        "kinds": {
            "event": marked("Event"),
            "actor": marked("Actor"),
            "speaker": marked("Actor"),
            "place": marked("Place"),
            "source": marked("Source"),
            "dispute": marked("Dispute"),
            "day": marked("Day"),
            "page": marked("Page"),
        },
        "outcomes": {outcome.value: label for outcome, label in outcomes.OUTCOME_LABEL.items()},
        "statuses": dict(words.STATUS_LABEL),
        "result": marked_many("%(count)s result.", "%(count)s results."),
        "matching": marked_many("and %(count)s more that match", "and %(count)s more that match"),
        "placeholder": marked("A claim, an actor, a place …"),
        "any": marked("Any"),
        "filters": marked("Filters"),
        "filtersSet": marked_many("Filters (%(count)s set)", "Filters (%(count)s set)"),
        "from": marked("From"),
        "to": marked("To"),
        "clear": marked("Clear"),
        "showMore": marked("Show more"),
        "searchFor": marked("Search the chronology"),
        "more": _MORE,
        "claims": marked_many("%(count)s claim matches.", "%(count)s claims match."),
        "shown": marked_many("The first is shown.", "The first %(count)s are shown."),
        "nothing": marked("Nothing found. Fewer words, or another spelling, may help."),
        "partial": marked("Nothing has all of these words. What follows has some of them."),
        "without": marked("Without: %(words)s"),
        "alsoSpelt": marked("“%(word)s” is also found spelt %(words)s."),
        "alsoCalled": marked("“%(word)s” is taken as a name of %(words)s."),
        "alsoMeant": marked("“%(word)s” also finds what says %(words)s."),
        "leftOut": marked("Small words are not needed: %(words)s."),
        "asOutcome": marked("Disputes and claims with this outcome:"),
        "unknown": marked("Nothing here is called “%(name)s”."),
        "didYouMean": marked("Did you mean"),
        "compare": marked("Compare %(one)s / %(other)s"),
        "indexing": marked("The search is still being indexed: load the page again in a while."),
        "unavailable": marked("The search is not available here."),
        "indexes": marked("The indexes lead everywhere:"),
        "days": marked("days"),
        "actors": marked("actors"),
        "places": marked("places"),
        "sources": marked("sources"),
        "close": marked("Close"),
        "asPage": marked("Open as a page"),
        "search": marked("Search"),
    },
    "assets/search-index.js": {
        "outcomes": {outcome.value: label for outcome, label in outcomes.OUTCOME_LABEL.items()},
        "asked": {
            "open": marked("open contested disputed unresolved unsettled"),
            "settled": marked("settled resolved decided"),
            "taken-back": marked("retracted withdrawn"),
            "uncontradicted": marked("uncontradicted undisputed uncontested"),
        },
        "meanings": MEANINGS,
        "control": marked("held hold holds holding control controls controlled controlling"),
        "ofDay": marked("city town village place day events event happened happens happen"),
        "little": marked(
            "a an and at by did do does for from had has have how in is it of on or said say says that the their they "
            "this to was were what when where which who whom whose why with"
        ),
    },
}
"""What each script says, by the path of the script on the site."""


def filled(script: str, path: str, language: Language) -> str:
    """Return a script of the theme with its words in a language; one of the project's own without a place as it is."""
    texts = dict(_texts(SCRIPTS[path], language)) | {"language": language.code}
    return _PLACE.sub(lambda found: f"{found[1]}const WORDS = {json_in_script(texts)};", script, count=1)


def _texts(told: Words, language: Language) -> Iterator[tuple[str, object]]:
    for name, text in told.items():
        if isinstance(text, str):
            yield name, language.text(text)
        elif isinstance(text, tuple):
            yield name, language.forms(*text)
        else:
            yield name, {key: language.text(label) for key, label in text.items()}
