"""A source as the American Psychological Association asks for it in a list of references (7th edition).

Names stand as the record has them: whether the family's comes first there is up to whoever recorded them.
"""

from dateline.ground.dates import in_words
from dateline.pages.citing.cited_source import CitedSource, date_of_style, plain_date
from dateline.pages.citing.cited_text import CitedLine, ampersand, bare_year, ordinal_edition, sentence, undated
from dateline.pages.citing.law_reports import add_report
from dateline.pages.wording.bibliographies import pages_in_words


def apa_reference(source: CitedSource) -> CitedLine:
    """Return a reference: author, date, title, source; without an author it begins with its title."""
    line, by = CitedLine(), _responsible(source)
    if source.is_reported:
        add_report(line, source)
        line.add(".", "")
        line.add(_ways(source), " ")
        return line
    date = sentence(f"({_when(source)})")
    if by:
        line.add(sentence(by))
        line.add(date, " ")
        _add_title(line, source)
    else:
        _add_title(line, source)
        line.add(date, " ")
    if source.is_in_book:
        _add_book(line, source)
    elif source.container:
        _add_container(line, source)
    if not source.is_one_of_several and source.publisher != by:
        line.add(sentence(source.publisher), " ")
    line.add(_ways(source), " ")
    if source.written is not None:
        written = in_words(source.written, source.speech)
        line.add(source.speech.gettext("(Original work written %(date)s)", date=written), " ")
    return line


def _responsible(source: CitedSource) -> str:
    """Return who is named first: authors, editors, else the body that issued it; of an article nobody else."""
    if source.authors:
        return ampersand(source.authors, source.speech)
    if source.editors:
        return _editors(source)
    return "" if source.like == "article" and (source.is_of_medium or source.container) else source.publisher


def _editors(source: CitedSource) -> str:
    """Return who edited it, as who made it are named; nothing where nobody did."""
    names = ampersand(source.editors, source.speech)
    count = len(source.editors)
    return source.speech.ngettext("%(names)s (Ed.)", "%(names)s (Eds.)", count, names=names) if names else ""


def _when(source: CitedSource) -> str:
    speech = source.speech
    if source.published is None:
        return undated(speech)
    if alone := bare_year(source):
        return alone
    match plain_date(source.published):
        case (year, month):
            return speech.pgettext(
                "date in a reference", "%(year)s, %(month)s", year=str(year), month=speech.month(month)
            )
        case (year, month, day):
            told = {"year": str(year), "month": speech.month(month), "day": str(day)}
            return speech.pgettext("date in a reference", "%(year)s, %(month)s %(day)s", **told)
        case _:
            return date_of_style(source.published, speech)


def _add_title(line: CitedLine, source: CitedSource) -> None:
    """Write the title, in italics unless it is one of several in something, and in brackets what must be said of it."""
    details = _details(source)
    brackets = [f"[{source.gloss}]" if source.gloss else "", f"({details})" if details else ""]
    if source.is_titled:
        brackets.append(f"[{source.form}]" if source.form else "")
    beside = " ".join(filter(None, brackets))
    title = source.bare_title if source.is_titled or source.title.startswith("[") else f"[{source.title}]"
    line.add(title if beside else sentence(title), " ", is_title=source.is_titled and not source.is_one_of_several)
    line.add(sentence(beside), " ")


def _details(source: CitedSource) -> str:
    """Return who translated and edited it, its edition, volume and number."""
    speech = source.speech
    told = []
    if source.translators:
        told.append(speech.gettext("%(names)s, Trans.", names=ampersand(source.translators, speech)))
    if source.editors and source.authors and not source.is_in_book:
        names = ampersand(source.editors, speech)
        told.append(speech.ngettext("%(names)s, Ed.", "%(names)s, Eds.", len(source.editors), names=names))
    told += [ordinal_edition(source), source.identifier]
    if source.volume and not source.is_in_journal:
        told.append(speech.gettext("Vol. %(volume)s", volume=source.volume))
    return "; ".join(filter(None, told))


def _add_book(line: CitedLine, source: CitedSource) -> None:
    """Write the book that it is a part of: who edited it, its title, the pages, who published it."""
    editors = _editors(source)
    line.add(source.speech.pgettext("a chapter in a reference", "In"), " ")
    line.add(editors, " ")
    line.add(source.container, ", " if editors else " ", is_title=True)
    line.add(f"({pages_in_words(source.pages, source.speech)})" if source.pages else "", " ")
    line.add(".", "")
    line.add(sentence(source.publisher), " ")


def _add_container(line: CitedLine, source: CitedSource) -> None:
    line.add(source.container, " ", is_title=source.is_whole or source.is_one_of_several)
    if source.is_in_journal:
        line.add(source.volume, is_title=True)
        line.add(f"({source.issue})" if source.volume and source.issue else "", "")
        line.add("" if source.volume else source.issue)
    line.add(source.pages)
    line.add(".", "")


def _ways(source: CitedSource) -> str:
    if source.published is None and source.accessed is not None and source.address:
        told = {"date": date_of_style(source.accessed, source.speech), "address": source.address}
        return source.speech.gettext("Retrieved %(date)s, from %(address)s", **told)
    return source.address
