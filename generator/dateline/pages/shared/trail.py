"""Where a page stands: the pages above it, for breadcrumbs."""

from collections.abc import Collection

from dateline.ground.dates import Precision, period_named, period_of, shortened, unit_of_period, year_in_words
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.going_on import all_going_on
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses, sections
from dateline.pages.wording.sections import DAYS, SECTIONS


def trail(
    address: str, listed: Collection[str], whole: Link | None = None, language: Language = ENGLISH
) -> tuple[Link, ...]:
    """Return the pages above the page at `address`, from the home page down; the home page has none.

    `listed` are the anchors that the index of days has: it leaves out a month without events.
    `whole` is the page that the page at `address` is a part of, if it is one.
    """
    home = Link(language.gettext(sections.HOME), "")
    if whole is not None:
        own = (home,) if whole.address.count("/") == 1 else trail(whole.address, listed, language=language)
        return (*own, whole)
    folder, _, rest = address.strip("/").partition("/")
    if not folder:
        return ()
    section = SECTIONS.get(folder)
    if not rest or section is None or not section.has_pages:
        return (home,)
    above = (home, Link(language.gettext(section.name), section.address))
    if section is not DAYS:
        return above
    return (*above, *(link for link in _above_a_day(rest, language) if link.address.partition("#")[2] in listed))


def year_anchor(year: str) -> str:
    """Return the anchor of a year in the index of days."""
    return f"y{year}"


def month_anchor(month: str) -> str:
    """Return the anchor of a month, as "2017-11", in the index of days."""
    return f"m{month}"


def anchor_of(period: str) -> str:
    """Return the anchor of a month, a year or a longer time in the index of days."""
    return month_anchor(period) if unit_of_period(period) is Precision.MONTH else year_anchor(period)


@derivation
def anchors_of_days(edition: Edition) -> frozenset[str]:
    """Return the anchors of the years and months that the index of days has."""
    periods = {addresses.period_of(event.date) for event in edition.chronology.events.values()}
    found = set()
    for period in (*sorted(periods - addresses.OF_NO_PERIOD), *edition.derived(all_going_on).told):
        found.add(year_anchor(shortened(period, Precision.YEAR)))
        if unit_of_period(period) in {Precision.DAY, Precision.MONTH}:
            found.add(month_anchor(shortened(period, Precision.MONTH)))
    return frozenset(found)


def _above_a_day(period: str, language: Language) -> tuple[Link, ...]:
    """Return the year, and for a day its month, of "2017-11-17", "2017-11" or "2017"."""
    found = period_named(period)
    if found is None or found.unit not in {Precision.DAY, Precision.MONTH}:
        return ()
    year = period_of(found.first, Precision.YEAR)
    links = [Link(year_in_words(found.first.year, language), f"days/#{year_anchor(year)}")]
    if found.unit is Precision.DAY:
        month = period_of(found.first, Precision.MONTH)
        links.append(Link(language.month(found.first.month), f"days/#{month_anchor(month)}"))
    return tuple(links)
