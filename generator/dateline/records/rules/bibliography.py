"""Rules about what a source says of itself: what is missing is said to be unknown, what is said fits together."""

from collections.abc import Iterator
from typing import Final

from dateline.ground import urls
from dateline.ground.counting import word_count
from dateline.ground.dates import Day
from dateline.ground.problems import Code, Problem
from dateline.records.rules.context import Context, Steps
from dateline.records.rules.soundness import reports_of
from dateline.records.types import Archive, Source, SourcePart

_ASKED: Final = ("title", "publisher", "published")
_HINTS: Final = {
    "title": "add 'title: …' as the source has it, or 'unknown: [title]' where nobody knows it",
    "publisher": "add 'publisher: …', or 'unknown: [publisher]' where nobody knows it",
    "published": "add 'published: …', if only \"[..2031-03-06]\", or 'unknown: [published]' where nobody knows it",
}


def what_is_missing_is_unknown(context: Context) -> Iterator[Problem]:
    """A source has a title (a post may have none), a publisher and a date, or says that it is unknown."""
    kinds = context.chronology.masthead.vocabulary
    for source in context.chronology.sources.values():
        is_known = source.kind in kinds.terms("source_kinds")
        is_post = not is_known or kinds.behaves_as("source_kinds", source.kind) == "post"
        for key in _ASKED:
            is_said, is_unknown = _is_said(source, key), key in source.unknown
            if not is_said and not is_unknown and not (is_post and key == "title"):
                message = f"the key '{key}' is missing"
                yield context.problem(source, (), Code.MISSING_KEY, message, _HINTS[key])
            if is_said and is_unknown:
                steps = ("unknown", source.unknown.index(key))
                message = f"'{key}' is said to be unknown, and is given"
                yield context.problem(source, steps, Code.BAD_VALUE, message, "remove one of the two")


def _is_said(source: Source, key: str) -> bool:
    return source.is_dated if key == "published" else bool(getattr(source, key))


def somebody_says_each_report(context: Context) -> Iterator[Problem]:
    """A report in a source whose publisher is unknown names in by who says it.

    Where the publisher is only missing, that is told, and not what hangs on it.
    """
    sources = context.chronology.sources.items()
    nameless = {id_ for id_, source in sources if not source.publisher and "publisher" in source.unknown}
    for event in context.chronology.events.values() if nameless else ():
        for steps, _, report in reports_of(event):
            if report.cite.source in nameless and not report.by and report.restates is None:
                message = f"the publisher of '{report.cite.source}' is unknown, and by names nobody who says this"
                hint = "name in by who says it, if only an actor of kind unnamed"
                yield context.problem(event, steps, Code.SPEAKER_UNKNOWN, message, hint)


def what_is_gone_was_there(context: Context) -> Iterator[Problem]:
    """What is gone had an address, and was published before."""
    for source in context.chronology.sources.values():
        if source.gone is None:
            continue
        first, last = source.published.earliest, source.gone.date.latest
        if source.url is None:
            message = "this says that the source is gone, and no url says from where"
            yield context.problem(
                source, ("gone",), Code.BAD_VALUE, message, "add url: the address that it had", of_key=True
            )
        if first is not None and last is not None and last < first:
            message = f"it is said to be gone since {source.gone.date}, before it was published {source.published}"
            yield context.problem(source, ("gone", "date"), Code.BAD_VALUE, message, "correct one of the dates")


def translations_are_of_quotes(context: Context) -> Iterator[Problem]:
    """A translation stands beside the words that it translates, is of another language, and is not much longer."""
    for source in context.chronology.sources.values():
        for index, part in enumerate(source.parts):
            if part.translation is not None:
                yield from _translated(context, source, part, (*source.steps_to(index), "translation"))


def _translated(context: Context, source: Source, part: SourcePart, steps: Steps) -> Iterator[Problem]:
    ours, limit = context.chronology.masthead.language, 2 * context.chronology.masthead.max_quote_words
    words = word_count(part.translation or "")
    if part.quote is None and part.text is None:
        message = "this is a translation, and no quote says of what"
        hint = "add quote, if the source's rights allow one, or say it in note in your own words"
        yield context.problem(source, steps, Code.BAD_VALUE, message, hint, of_key=True)
    elif source.language is None or source.language == ours:
        message = f"this is a translation, and the source is in '{ours}' like this chronology"
        hint = "say the source's language, such as language: ar; or take the translation away"
        yield context.problem(source, steps, Code.BAD_VALUE, message, hint, of_key=True)
    elif part.text is None and words > limit:
        message = f"the translation has {words} words; of what may be quoted here no translation has more than {limit}"
        yield context.problem(source, steps, Code.QUOTE_TOO_LONG, message, "translate what is quoted, and no more")


def _day_otherwise(capture: Archive) -> str | None:
    """Return the day that the address of a capture has in it, where the record says another; zones differ by one."""
    found = urls.day_of_capture(capture.url)
    first, last = capture.date.earliest, capture.date.latest
    if found is None or first is None or last is None:
        return None
    day = Day(*map(int, found.split("-"))).toordinal()
    return None if first.toordinal() - 1 <= day <= last.toordinal() + 1 else found


def captures_are_of_the_source(context: Context) -> Iterator[Problem]:
    """A capture stands in an archive, not at the source's own address, and is named once."""
    for source in context.chronology.sources.values():
        seen: set[str] = set()
        for steps, capture in source.captures:
            if capture.url == source.url:
                message = "this is the address of the source itself, of which it is no capture"
                hint = "write the address that the archive gave, or take archive away"
                yield context.problem(source, (*steps, "url"), Code.BAD_VALUE, message, hint)
            elif capture.url in seen:
                message = "this capture stands here already"
                yield context.problem(source, (*steps, "url"), Code.DUPLICATE_ID, message, "remove one of the two")
            elif urls.is_list_of_captures(capture.url):
                message = "this leads to all captures that the archive has, or to the newest"
                hint = "open the one that was seen, and write its address, with the digits of its time"
                yield context.problem(source, (*steps, "url"), Code.BAD_VALUE, message, hint)
            elif (day := _day_otherwise(capture)) is not None:
                message = f"the capture is said to be of {capture.date}, and its address says {day}"
                yield context.problem(source, (*steps, "date"), Code.BAD_VALUE, message, f"write {day}")
            seen.add(capture.url)
