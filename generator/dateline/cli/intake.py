"""`dateline source add`: from an article to the record of a source."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import click

from dateline.cli.archiving import archived, open_archive
from dateline.cli.article_files import STDIN, counted_in, read_article_at
from dateline.cli.copying import settle_copy
from dateline.cli.dialogue import ask_again, going_back
from dateline.cli.extras import require_extra
from dateline.cli.given_addresses import FileOrAddress, checked_copies, keep, page_at
from dateline.cli.given_files import create, overwrite
from dateline.cli.interview import (
    READINGS,
    READINGS_TOLD,
    Ask,
    Check,
    Options,
    Project,
    checked_accessed,
    checked_language,
    checked_published,
    checked_text,
    checked_url,
    describe,
    settle_blocks,
)
from dateline.cli.media_intake import media_at, media_findings, media_record, refuse_what_texts_need, show_media
from dateline.cli.new_record import desk_here
from dateline.cli.on_the_spot import make_named
from dateline.cli.projects import project_here
from dateline.cli.reporting import printable
from dateline.cli.taken_words import Word, WrongWordError, told_of_word
from dateline.cli.terminal import can_ask
from dateline.editing.drafting import KnownRecords
from dateline.editing.intake import Draft, look_up, paragraphs_of, record_text, units_of
from dateline.editing.revising import filled
from dateline.ground import dates
from dateline.ground.extraction import Article, TextForm
from dateline.ground.extraction.pictures_and_sound import MediaFile
from dateline.records import loading
from dateline.records.types import RecordKind, Source, Vocabulary
from dateline.records.types.source import Access

if TYPE_CHECKING:
    from dateline.editing.verification.live import Download

_OF_READING: Final = {
    "accessed": "accessed: DAY (when you read it)",
    "reading": f"reading: {{of: {' or '.join(READINGS)}}} (what you read)",
}
"""What only whoever read a source can say of it, and how the record says it."""
_OF_SUBTITLES: Final = "video"
"""What subtitles are of, where nobody says: links lead to a second of it."""


def _if_said(check: Check) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    return lambda _context, _parameter, value: None if value is None else check(value)


@click.command("add")
@click.argument("file", type=FileOrAddress(allow_dash=True, exists=True, dir_okay=False, path_type=Path))
@click.option("--id", help="The record's id; made of publisher and date, and asked, if absent.")
@click.option("--title", callback=_if_said(checked_text), help="The title that the publication bears.")
@click.option("--publisher", metavar="ACTOR", help="The actor that published it: an id or a name.")
@click.option("--published", metavar="EDTF", callback=_if_said(checked_published), help="When it was published.")
@click.option("--published-note", callback=_if_said(checked_text), help="From what the date was inferred, if it was.")
@click.option("--url", callback=_if_said(checked_url), help="Its address.")
@click.option("--language", callback=_if_said(checked_language), help="Its language, as a code such as en.")
@click.option("--kind", help="What form it has, a word of source_kinds; article, or what the file is, if absent.")
@click.option(
    "--access",
    type=Word(get_args(Access)),
    help="Who can open the address: everybody (open), or who has an account (login); login is sent to no archive.",
)
@click.option(
    "--accessed",
    metavar="EDTF|today",
    callback=_if_said(checked_accessed),
    help="The day on which you read it; asked if absent. No clock is read unless you say today.",
)
@click.option("--reading", type=Word(READINGS), help=f"What you read; asked if absent. {READINGS_TOLD}.")
@click.option(
    "--extent", type=Word(["whole", "part"]), default="whole", show_default=True, help="How much of its text you read."
)
@click.option("--body", metavar="RANGES", help="The blocks that are the body, such as 8-15,17.")
@click.option("--join", multiple=True, metavar="N+N", help="Blocks that a page break parted, such as 12+13; or none.")
@click.option(
    "--rights",
    type=Word(["fingerprint", "quote", "full"]),
    default="fingerprint",
    show_default=True,
    help="What the site may carry of its text. fingerprint: no word; quote: short quotations; full: all of it.",
)
@click.option("--note", callback=_if_said(checked_text), help="What a reader must know about the source.")
@click.option(
    "--copy-of", metavar="SOURCE", help="The source that its text was taken from; found, and asked, if absent."
)
@click.option(
    "--archive",
    is_flag=True,
    help="Ask a web archive to capture the source's address, and write the capture into the record.",
)
@click.option(
    "--draft-claims",
    is_flag=True,
    help="Add drafts as comments: the speakers, figures, places and days that each paragraph names.",
)
@click.option("--not-a-copy", is_flag=True, help="It is no copy, though a source has the same text or address.")
@click.option(
    "--copies",
    type=click.Path(file_okay=False, path_type=Path),
    help="With an address: the folder in which its page is kept, as source verify --copies takes it.",
)
@click.option("--allow-loopback", is_flag=True, hidden=True, help="Let this machine be asked, for tests.")
@click.option("--yes", is_flag=True, help="Take every guess that is shown and drops no word; the rest has to be said.")
@going_back
def add(file: Path | str, copies: Path | None, *, allow_loopback: bool, **said: Any) -> None:
    """Write the record of a source from its article in FILE (- for standard input; or https://…).

    Each word of the file is shown: in a block with what it is taken for, or as not taken, with the reason. What is
    not certain is asked; where nobody can be asked, options say it, or nothing is written. The record has locators
    and fingerprints of the paragraphs, never their text. Of an address, the page is kept in the folder --copies.
    """
    require_extra("intake")
    project = _project()
    options = _settled_options(Options(**said), project)
    media = media_at(file)
    if media is not None:
        refuse_what_texts_need(options)
    archive = open_archive(with_keys=True) if options.archive else None
    given = _given(file, copies, options, project, allow_loopback=allow_loopback)
    if given is not None and options.url is None:
        options = replace(options, url=given.url)
    ask = ask_again if can_ask() and str(file) != STDIN and not options.yes else None
    if ask is not None:
        project = replace(project, makes=lambda name: make_named(desk_here(), RecordKind.ACTOR, name))
    if media is not None:
        _add_media(Path(file), media, options, project, ask)
        return
    article = read_article_at(file, given, is_body_said=options.body is not None)
    judged = settle_blocks(article, options, ask)
    paragraphs = paragraphs_of(judged)
    if not paragraphs:
        raise click.ClickException("no block is left as the body; name its blocks with --body")
    draft, id_ = describe(look_up(article, judged, project.actors), _with_kind(options, article), project, ask)
    draft = _as_copy(draft, paragraphs, options, project, can_confirm=ask is not None)
    draft, why_no_capture = (draft, None) if archive is None else archived(draft, article, archive)
    path = project.folder / f"{id_}.yml"
    drafts = _drafts(id_, draft, paragraphs, project) if options.draft_claims else ""
    if given is not None and copies is not None:
        click.echo(f"Kept: {printable(str(keep(given, copies, id_)))}")
    _write(path, record_text(draft, paragraphs, units_of(judged), counted_in(article)) + drafts, project)
    _tell_what_next(path, draft, f"{len(paragraphs)} paragraph{'s' * (len(paragraphs) != 1)}")
    if why_no_capture is not None:
        raise click.ClickException(f"the record is written without a capture: {printable(why_no_capture)}")


def _with_kind(options: Options, article: Article) -> Options:
    """Return the options with the kind of source that subtitles are of, unless another is said."""
    is_of_film = article.form is TextForm.SUBTITLES and options.kind is None
    return replace(options, kind=_OF_SUBTITLES) if is_of_film else options


def _add_media(file: Path, media: MediaFile, options: Options, project: Project, ask: Ask | None) -> None:
    """Write the record of an image or a recording, of which no word is read."""
    show_media(file, media)
    options = replace(options, kind=options.kind or media.form)
    draft, id_ = describe(media_findings(media, project.actors), options, project, ask)
    draft = _as_copy(draft, (), options, project, can_confirm=ask is not None)
    path = project.folder / f"{id_}.yml"
    _write(path, media_record(draft, media), project)
    _tell_what_next(path, draft, "1 passage")


def _write(path: Path, text: str, project: Project) -> None:
    """Write the record; in the place of a draft that waited for it, with what that one says besides."""
    waiting = project.waiting(path.stem)
    if waiting is None:
        create(path, text)
    else:
        overwrite(path, filled(text, waiting, Source))


def _settled_options(options: Options, project: Project) -> Options:
    """Return what was said, ids in the place of names; stop where it cannot be, before anything is read or asked."""
    if options.draft_claims:
        require_extra("verify")
    if options.id is not None:
        project.checked_id(options.id)
    if options.kind is not None:
        _check_kind(options.kind, project)
    publisher, original = options.publisher, options.copy_of
    return replace(
        options,
        publisher=None if publisher is None else project.checked_publisher(publisher),
        copy_of=None if original is None else project.checked_source(original),
    )


def _given(
    file: Path | str, copies: Path | None, options: Options, project: Project, *, allow_loopback: bool
) -> "Download | None":
    """Return what stands at an address, or stop; None of a file."""
    if isinstance(file, Path):
        return None
    checked_copies(copies, project.folder.parent)
    if options.access == "login":
        raise click.UsageError("a login guards it: open it yourself, save the page, and give the file")
    contact = project.masthead.contact if project.masthead is not None else None
    return page_at(file, contact, allow_loopback=allow_loopback)


def _check_kind(word: str, project: Project) -> None:
    known = (project.masthead.vocabulary if project.masthead else Vocabulary()).terms("source_kinds")
    if word not in known:
        raise WrongWordError(told_of_word(word, tuple(known)))


def _as_copy(
    draft: Draft, paragraphs: Sequence[str], options: Options, project: Project, *, can_confirm: bool
) -> Draft:
    """Return the draft with the source that it is a copy of, if it is one."""
    if options.not_a_copy:
        return draft
    copying = settle_copy(
        project.sources,
        draft.url,
        paragraphs,
        said=options.copy_of,
        is_part=options.extent == "part",
        takes_guesses=options.yes,
        confirm=click.confirm if can_confirm else None,
    )
    return (
        draft
        if copying is None
        else replace(draft, copy_of=copying.source, copied=copying.paragraphs, is_near=copying.is_near)
    )


def _drafts(id_: str, draft: Draft, paragraphs: Sequence[str], project: Project) -> str:
    """Return drafts of what the paragraphs name, as comments."""
    from dateline.editing.verification.claim_drafts import Known, claim_drafts  # noqa: PLC0415 - it needs the extra

    if project.masthead is None:
        raise click.ClickException("content/chronology.yml cannot be read; run dateline check first")
    language = draft.language or project.masthead.language
    published = dates.parse(draft.published, dates.ANY_ZONE).earliest if draft.published is not None else None
    known = Known(project.masthead, project.actors, project.places)
    return claim_drafts(id_, paragraphs, language, published, known)


def _project() -> Project:
    settings = project_here()
    corpus, _ = loading.load(settings.content, settings.root)
    actors = {id_: filed.record for id_, filed in corpus.records.get(RecordKind.ACTOR, {}).items()}
    places = {id_: filed.record for id_, filed in corpus.records.get(RecordKind.PLACE, {}).items()}
    sources = {id_: filed.record for id_, filed in corpus.records.get(RecordKind.SOURCE, {}).items()}
    masthead = corpus.masthead.record if corpus.masthead is not None else None
    folder = settings.content / RecordKind.SOURCE.folder
    buried = corpus.graveyard.record.tombstones if corpus.graveyard is not None else ()
    graves = {stone.id for stone in buried if stone.kind == RecordKind.SOURCE.value}
    taken = frozenset({path.stem for path in folder.glob("*.yml")} | graves)
    return Project(folder, actors, places, sources, masthead, taken, KnownRecords(corpus))


def _tell_what_next(path: Path, draft: Draft, what: str) -> None:
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    blanks = [key for key in ("title", "publisher", "published") if getattr(draft, key) is None]
    unsaid = [line for key, line in _OF_READING.items() if getattr(draft, key) is None]
    click.echo(f"\n{shown}: {what}.\nWhat next:")
    if blanks:
        click.echo(f"  - fill in the blanks: {', '.join(blanks)}")
    if unsaid:
        click.echo(f"  - say in it, for nothing asks you again: {'; '.join(unsaid)}")
    click.echo("  - record in events what each paragraph or passage reports, or say in the source why it is unused")
    click.echo("  - dateline check")
    click.echo(f"  - dateline source verify {path.stem} --copies FOLDER (with your copy of the text)")
