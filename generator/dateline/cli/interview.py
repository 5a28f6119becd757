"""The questions of `dateline source add`: what is not certain is asked, or stops the command."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, TypeAlias, get_args

import click
from pydantic import TypeAdapter, ValidationError

from dateline.cli.given_files import read_text_file
from dateline.cli.reporting import printable
from dateline.cli.shown_blocks import show_blocks
from dateline.editing.drafting import KnownRecords, UnknownError
from dateline.editing.intake import (
    BlockKind,
    ChoiceError,
    Draft,
    Finding,
    Findings,
    Judged,
    judge,
    settled_by,
    suggested_id,
)
from dateline.editing.revising import is_waiting
from dateline.editing.schemas import told_of
from dateline.ground import dates, urls
from dateline.ground.extraction import Article
from dateline.ground.yamltree import MAX_BYTES
from dateline.records.rules.names import is_of_windows
from dateline.records.types import Actor, Masthead, Place, RecordKind, Source
from dateline.records.types.fields import Language, is_id
from dateline.records.types.source import ReadingOf

READINGS: Final = get_args(ReadingOf)
READINGS_TOLD: Final = "original: where it was published; republication: elsewhere; stored-copy: as some tool kept it"
_LANGUAGE: Final[TypeAdapter[str]] = TypeAdapter(Language)
_TODAY: Final = "today"
_ARTICLE: Final = "article"
_SHOWN: Final = 300
_OF_BLOCKS: Final = (
    "A block is what stands between two empty lines, or a paragraph of a page. The body becomes the paragraphs that "
    "reports cite; whatever else it is, it is left out of the record, and nothing of it is kept"
)
_FORMS: Final[Mapping[str, str]] = {
    "title": "as it stands above the text",
    "publisher": "whose text it is, by name: a new one can be made here",
    "published": "2017-11-17, 2017-11, 1917",
    "url": "https://…",
    "language": "a code: en, de, pt-BR",
}
"""In what form an answer is taken, by the key that is asked for."""

Check: TypeAlias = Callable[[str], str]
"""Returns a text as it is recorded, or raises click.BadParameter."""
Ask: TypeAlias = Callable[..., str]
"""Asks a question in the terminal."""


@dataclass(frozen=True, slots=True)
class Project:
    """What of the project an intake needs."""

    folder: Path
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    masthead: Masthead | None
    taken: frozenset[str]
    shelf: KnownRecords
    makes: Callable[[str], str | None] | None = None
    """Makes an actor on the spot, if whoever answers wants it, and returns its id."""

    def checked_publisher(self, text: str) -> str:
        """Return the id of the actor that `text` names; otherwise suggest one, or make it."""
        try:
            return self.shelf.id_of(RecordKind.ACTOR, text)
        except UnknownError as error:
            if self.makes is not None and error.missing is not None:
                click.echo(printable(str(error)))
                if (made := self.makes(text)) is not None:
                    return made
            raise click.BadParameter(f"{error}; or leave the publisher blank") from None

    def checked_source(self, text: str) -> str:
        """Return the id of the source that `text` names; otherwise suggest one."""
        try:
            return self.shelf.id_of(RecordKind.SOURCE, text)
        except UnknownError as error:
            raise click.BadParameter(str(error)) from None

    def checked_id(self, text: str) -> str:
        """Return `text` if it is an id that no source has or had."""
        if not is_id(text):
            raise click.BadParameter(f"'{text}' is no id: lower-case a-z, 0-9 and single hyphens, 80 at most")
        if is_of_windows(text):
            raise click.BadParameter(f"Windows keeps the name '{text}' for itself: take another, such as {text}-1")
        if text in self.taken and self.waiting(text) is None:
            raise click.BadParameter(f"there is, or was, a source '{text}'; nothing is overwritten")
        return text

    def waiting(self, id_: str) -> str | None:
        """Return the draft of a source, as an import makes it, that has nothing yet of its text; None without one."""
        path = self.folder / f"{id_}.yml"
        text = read_text_file(path, MAX_BYTES, "it is no record") if path.is_file() else ""
        return text if is_waiting(text) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was said on the command line; None where nothing was."""

    id: str | None
    title: str | None
    publisher: str | None
    published: str | None
    published_note: str | None
    url: str | None
    language: str | None
    kind: str | None
    access: str | None
    accessed: str | None
    reading: str | None
    extent: str
    body: str | None
    join: tuple[str, ...]
    rights: str
    note: str | None
    copy_of: str | None
    not_a_copy: bool
    archive: bool
    draft_claims: bool
    yes: bool


def checked_text(text: str) -> str:
    """Return `text` on one line, if there is any and all of it can be seen."""
    tidy = " ".join(text.split())
    if not tidy or not all(char.isprintable() or ord(char) > 0x9F for char in tidy):  # noqa: PLR2004 - the last of C1
        raise click.BadParameter("the text is empty, or has control characters")
    return tidy


def checked_language(text: str) -> str:
    """Return `text` if it is the code of a language."""
    try:
        return _LANGUAGE.validate_python(checked_text(text))
    except ValidationError as error:
        told = error.errors(include_url=False)[0].get("ctx", {})
        raise click.BadParameter(f"{told.get('message', text)} ({told.get('hint', '')})") from None


def checked_date(text: str) -> str:
    """Return `text` as a Gregorian date, if it is one, or surely means one."""
    when = date_as_typed(text, dates.ANY_ZONE)
    if when.calendar is not None:
        told = f"of the {when.calendar} calendar ({dates.in_words(when)})"
        raise click.BadParameter(f"'{text}' is {told}: say the Gregorian date; the file takes {{date, calendar}} too")
    return when.text


def checked_published(text: str) -> str:
    """Return `text` as the day of a publication, known or not: what lasts is none."""
    found = dates.parse(checked_date(text), dates.ANY_ZONE)
    if found.meaning is dates.Meaning.LASTS:
        days = "..".join(day.isoformat() if day else "" for day in (found.earliest, found.latest))
        raise click.BadParameter(f"'{text}' says that the publication lasted: [{days}] is one of these days")
    return found.text


def date_as_typed(text: str, zone: str | None, calendar: str | None = None) -> dates.Edtf:
    """Return the date that `text` is or surely means; what was read otherwise than it is typed is said."""
    try:
        when = dates.parse_as_typed(text, zone, calendar)
    except dates.DateError as error:
        raise click.BadParameter(str(error)) from None
    if "".join(text.split()) != "".join(when.text.split()):
        click.echo(printable(f"Read as {when}: {dates.in_words(when)}"), err=True)
    return when


def checked_accessed(text: str) -> str:
    """Return `text` as a date; `today` is the day by this machine's clock, which nothing else asks."""
    return str(datetime.now().astimezone().date()) if text == _TODAY else checked_date(text)


def checked_url(text: str) -> str:
    """Return `text` if it is a complete web address."""
    found = urls.fault(text)
    if found is not None:
        raise click.BadParameter(f"{found.message} ({found.hint})")
    return text


# --- what the blocks are ---------------------------------------------------------------------------------------------


def settle_blocks(article: Article, options: Options, ask: Ask | None) -> list[Judged]:
    """Show the blocks, and settle those that are not certain."""
    try:
        settled = settled_by(options.body, options.join, len(article.blocks))
    except ChoiceError as error:
        raise click.UsageError(str(error)) from None
    judged = judge(article, settled)
    show_blocks(judged, article)
    if ask is None:
        _stop_if_unsettled(judged, options)
        return judged
    while unsure := next((block for block in judged if not block.is_sure), None):
        settled = settled.adding(unsure.number, _asked_kind(unsure, ask))
        judged = judge(article, settled)
    return judged


def _asked_kind(block: Judged, ask: Ask) -> BlockKind:
    text = printable(" ".join(block.text.split()))
    click.echo(f"\nBlock {block.number}: {text[:_SHOWN]}{' …' if len(text) > _SHOWN else ''}\n({block.reason})")
    kinds = list(BlockKind)
    for number, kind in enumerate(kinds, 1):
        click.echo(f"  {number:>2} {kind}")
    default = str(kinds.index(block.kind) + 1) if block.kind is not None else None
    choices = click.Choice([str(number) for number in range(1, len(kinds) + 1)])
    question = f"What is block {block.number}?"
    answer = ask(question, meaning=_OF_BLOCKS, type=choices, default=default, show_choices=False)
    return kinds[int(answer) - 1]


def _stop_if_unsettled(judged: list[Judged], options: Options) -> None:
    """Stop where a block is not certain; --yes takes no guess that would drop its words."""
    unsure = [block for block in judged if not block.is_sure and (not options.yes or block.drops)]
    if not unsure:
        return
    advice = "--body RANGES (the blocks of the body), --join N+N or --join none (what page breaks parted)"
    if not options.yes and any(not block.drops for block in unsure):
        advice += ", --yes (takes the guesses by which no word is dropped)"
    blocks = "\n".join(map(_told, unsure))
    raise click.ClickException(
        f"these blocks are not certain, and nobody can be asked:\n{blocks}\nSay it with {advice}."
    )


def _told(block: Judged) -> str:
    guess = f"guess: {block.kind}" if block.kind is not None else "no guess"
    return f'  block {block.number} ({block.words} words, "{printable(block.beginning)}"): {block.reason}; {guess}'


# --- what the source is ----------------------------------------------------------------------------------------------


def describe(findings: Findings, options: Options, project: Project, ask: Ask | None) -> tuple[Draft, str]:
    """Return the record's head and its id: what was said, else what was found, else what is asked."""
    checks: dict[str, Check] = {
        "title": checked_text,
        "publisher": project.checked_publisher,
        "published": checked_published,
        "url": checked_url,
        "language": checked_language,
    }
    said: dict[str, str | None] = {key: getattr(options, key) for key in checks}
    values = {
        key: said[key] if said[key] is not None else _settled(key, getattr(findings, key), options, ask, check)
        for key, check in checks.items()
    }
    draft = Draft(
        title=values["title"],
        publisher=values["publisher"],
        published=values["published"],
        url=values["url"],
        language=values["language"],
        kind=options.kind or _ARTICLE,
        access=options.access,
        published_note=options.published_note,
        accessed=options.accessed if options.accessed is not None else _asked_accessed(ask),
        reading=options.reading if options.reading is not None else _asked_reading(ask),
        extent=options.extent,
        rights=options.rights,
        note=options.note,
        publisher_hint=findings.publisher.reason or "not found",
    )
    return draft, options.id if options.id is not None else _settled_id(draft, options, project, ask)


def _settled(key: str, finding: Finding, options: Options, ask: Ask | None, check: Check) -> str | None:
    """Return what a finding comes to: itself if certain, else what the editor says; None for a blank."""
    if finding.value is not None and finding.is_sure:
        return check(finding.value)
    found = f"{finding.value} ({finding.reason})" if finding.value else " or ".join(finding.choices) or finding.reason
    if ask is not None:
        click.echo(f"\n{key}: {printable(found)}")
        question = f"{key} ({_FORMS[key]}; empty for a blank)"
        return _asked(question, ask, check, finding.value or "", meaning=_meaning(key))
    if finding.is_sure:
        return None
    if finding.value is not None and options.yes:
        return check(finding.value)
    guess = "; --yes takes it" if finding.value is not None else ""
    message = f"{key} is not certain, and nobody can be asked: {printable(found)}. Say it with --{key}{guess}."
    raise click.ClickException(message)


def _meaning(key: str) -> str:
    """Return what a key of a source means, with an example if there is one."""
    told = told_of(Source)[key]
    return f"{told.meaning.rstrip('.')}{f'. Such as: {told.example}' if told.example else ''}"


def _asked(  # noqa: PLR0913 - what is asked, and how it may be answered
    question: str, ask: Ask, check: Check, default: str = "", *, meaning: str = "", choices: Sequence[str] = ()
) -> str | None:
    """Ask until the answer passes `check`; an empty one is None."""
    answer = ask(
        question,
        meaning=meaning,
        choices=choices,
        default=default,
        show_default=bool(default),
        value_proc=lambda text: check(text) if text else "",
    )
    return answer or None


def _asked_accessed(ask: Ask | None) -> str | None:
    question = "\nThe day on which you read it (2017-11-17, today, or empty for a blank)"
    return _asked(question, ask, checked_accessed, meaning=_meaning("accessed")) if ask is not None else None


def _asked_reading(ask: Ask | None) -> str | None:
    question = f"\nWhat you read ({READINGS_TOLD}; or empty for a blank)"
    if ask is None:
        return None
    return _asked(question, ask, _checked_reading, meaning=READINGS_TOLD, choices=READINGS)


def _checked_reading(text: str) -> str:
    if text not in READINGS:
        raise click.BadParameter(f"'{text}' is none of: {', '.join(READINGS)}")
    return text


def _settled_id(draft: Draft, options: Options, project: Project, ask: Ask | None) -> str:
    published = dates.parse(draft.published, dates.ANY_ZONE) if draft.published is not None else None
    suggested = suggested_id(draft.title, draft.publisher, published, project.sources, project.taken)
    if ask is not None:
        meaning = "What other records name it by, and what the address of its page ends in"
        question = "\nThe record's id, which is for ever"
        return ask(question, meaning=meaning, default=suggested, value_proc=project.checked_id)
    if options.yes and suggested is not None:
        return project.checked_id(suggested)
    guess = f"'{suggested}' is suggested, and --yes takes it" if suggested else "nothing suggests one"
    raise click.ClickException(f"an id is for ever, and nobody can be asked: {guess}. Say it with --id.")
