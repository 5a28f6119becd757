"""A source as The Chicago Manual of Style asks for it in a note (17th edition), with what of it is cited.

Names stand as the record has them, as they do in notes: nobody can tell of all names which is the family's.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.ground.languages import Language
from dateline.pages.citing.cited_source import CitedSource, date_of_style
from dateline.pages.citing.cited_text import CitedLine, bare_year, ordinal_edition, several, undated
from dateline.pages.citing.law_reports import add_report

_MOST_NAMED: Final = 3


def chicago_note(source: CitedSource, locator: str = "") -> CitedLine:
    """Return a note: who, what, where it appeared, when, which place in it, and where it is read."""
    line, speech = CitedLine(), source.speech
    if source.is_reported:
        add_report(line, source, locator, is_title=True)
        return _ended(line, source)
    line.add(_and_others(source.authors, speech) if source.authors else _edited(source))
    before = _add_title(line, source)
    if source.is_in_book:
        line.add(speech.pgettext("a chapter in a book", "in"), before)
        line.add(source.container, " ", is_title=True)
        before = ", "
    for helped in _helpers(source):
        line.add(helped, before)
        before = ", "
    if source.is_in_journal:
        _add_journal(line, source, locator, before)
    else:
        _add_issue(line, source, before)
        line.add(locator or ("" if source.is_whole else source.pages))
    return _ended(line, source)


def _ended(line: CitedLine, source: CitedSource) -> CitedLine:
    """Return the line with where it is read, and a full stop."""
    _add_ways(line, source)
    line.add("" if line.text.endswith(".") else ".", "")
    return line


def _add_title(line: CitedLine, source: CitedSource) -> str:
    """Write the title, and return what stands behind it: a comma, unless there is one in its quotation marks."""
    if source.is_titled and source.is_whole:
        line.add(source.title, is_title=True)
    elif source.is_titled and not source.gloss:
        bare = source.bare_title
        line.add(f"“{bare}{'' if bare.endswith(('?', '!')) else ','}”")
        return " "
    else:
        line.add(f"“{source.title}”" if source.is_titled else source.title)
    line.add(f"[{source.gloss}]" if source.gloss else "", " ")
    return ", "


def _helpers(source: CitedSource) -> Iterator[str]:
    """Yield who translated and who edited it, unless the note begins with them."""
    speech = source.speech
    if source.translators:
        yield speech.gettext("trans. %(names)s", names=_and_others(source.translators, speech))
    if source.editors and source.authors:
        yield speech.gettext("ed. %(names)s", names=_and_others(source.editors, speech))


def _add_journal(line: CitedLine, source: CitedSource, locator: str, before: str) -> None:
    issue = source.speech.gettext("no. %(issue)s", issue=source.issue) if source.issue else ""
    date, place = _date(source), locator or source.pages
    line.add(source.container, before, is_title=True)
    line.add(source.volume, " ")
    line.add(issue)
    line.add(f"({date})" if date else "", " ")
    line.add(place, ": ")


def _add_issue(line: CitedLine, source: CitedSource, before: str) -> None:
    """Write what it appeared in, as which edition or number of what, by whom and when."""
    speech = source.speech
    counted = [
        ordinal_edition(source),
        speech.gettext("vol. %(volume)s", volume=source.volume) if source.volume else "",
    ]
    if source.container and not source.is_in_book:
        line.add(source.container, before, is_title=source.is_whole or source.is_one_of_several)
        before = ", "
    form = source.form.lower() if source.is_titled and not source.is_whole else ""
    for text in (*counted, source.identifier, form):
        line.add(text, before)
        before = ", " if text else before
    if not source.is_whole and not source.is_in_book:
        line.add("" if source.container else source.publisher, before)
        line.add(_date(source), before if not source.publisher and not source.container else ", ")
        return
    where = ": ".join(part for part in (source.place, source.publisher) if part)
    imprint = ", ".join(part for part in (where, _date(source)) if part)
    line.add(f"({imprint})" if imprint else "", " ")


def _add_ways(line: CitedLine, source: CitedSource) -> None:
    """Write where it is read, and when it was, where that is all that is known of its date."""
    speech = source.speech
    if source.published is None and source.accessed is not None and source.address:
        line.add(speech.gettext("accessed %(date)s", date=date_of_style(source.accessed, speech)))
    if source.capture and source.captured is not None and not source.doi:
        when = date_of_style(source.captured, speech)
        line.add(speech.gettext("archived %(date)s, at %(address)s", date=when, address=source.capture))
    else:
        line.add(source.address)


def _date(source: CitedSource) -> str:
    if source.published is None:
        return "" if source.accessed is not None and source.address else undated(source.speech)
    year = bare_year(source) if source.like == "book" else ""
    return year or date_of_style(source.published, source.speech)


def _edited(source: CitedSource) -> str:
    if not source.editors:
        return ""
    names = _and_others(source.editors, source.speech)
    return source.speech.ngettext("%(names)s, ed.", "%(names)s, eds.", len(source.editors), names=names)


def _and_others(names: Sequence[str], speech: Language) -> str:
    """Return up to three names; of more the first, and that there are others."""
    if len(names) > _MOST_NAMED:
        return speech.gettext("%(name)s et al.", name=names[0])
    return several(names, speech)
