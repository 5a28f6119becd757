"""When a fact was true that held for a time, in words."""

from dateline.ground.dates import in_words
from dateline.ground.languages import Language
from dateline.records.types.dated_facts import Dated


def time_of_fact(fact: Dated, language: Language) -> str:
    """Return when a fact was true: "2017 to June 2021", "from 2017", "until June 2021"; nothing where nobody says."""
    first = in_words(fact.from_, language) if fact.from_ is not None else ""
    last = in_words(fact.until, language) if fact.until is not None else ""
    if first and last:
        return language.gettext("%(first)s to %(last)s", first=first, last=last) if first != last else first
    if first:
        return language.gettext("from %(date)s", date=first)
    return language.gettext("until %(date)s", date=last) if last else ""
