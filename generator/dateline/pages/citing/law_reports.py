"""A judgment as lawyers cite it: the report by volume, first page and pages cited, then the court and the year."""

from typing import Final

from dateline.pages.citing.cited_source import CitedSource, date_of_style, plain_date
from dateline.pages.citing.cited_text import CitedLine, undated
from dateline.pages.wording.bibliographies import reporter_of

_OF_ONE_COURT: Final = frozenset({"U.S.", "S. Ct.", "S.Ct.", "L. Ed.", "L.Ed.", "L. Ed. 2d", "L.Ed.2d"})
"""Reports of a single court, which is not named beside them."""


def add_report(line: CitedLine, source: CitedSource, locator: str = "", *, is_title: bool = False) -> None:
    """Write who against whom, and "273 U.S. 456, 498 (1927)"; what is no page stands behind it in words."""
    line.add(source.title, is_title=is_title)
    reporter = reporter_of(source.container)
    line.add(f"{source.volume} {reporter} {source.first_page}")
    is_page = locator[:1].isdecimal()
    line.add(locator if is_page else "")
    court = "" if reporter in _OF_ONE_COURT else source.publisher
    line.add(f"({' '.join(filter(None, (court, _year(source))))})", " ")
    line.add("" if is_page else locator)


def _year(source: CitedSource) -> str:
    if source.published is None:
        return undated(source.speech)
    plain = plain_date(source.published)
    return str(plain[0]) if plain else date_of_style(source.published, source.speech)
