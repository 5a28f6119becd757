"""`dateline new --from-issue`: drafts of what a filled-in form suggests."""

from pathlib import Path
from typing import Final

import click

from dateline.cli.given_files import create, read_text_file
from dateline.cli.new_record import DRAFTS_ARE_PUBLIC, NewRecord, refuse_links, tell_of
from dateline.cli.reporting import printable
from dateline.editing import drafting
from dateline.editing.drafting import Issue, event_folder, event_id, free_id
from dateline.editing.intake import record_text, suggested_id
from dateline.ground import dates
from dateline.records.types import RecordKind

FORMS: Final = Path(".github") / "ISSUE_TEMPLATE"
_LARGEST_FORM: Final = 256 * 1024


def draft_from(file: Path, desk: NewRecord) -> None:
    """Write the draft of what the issue in `file` suggests, or say which record it is about."""
    try:
        issue = drafting.read_issue(_text(file), _forms(desk.settings.root / FORMS))
    except drafting.IssueError as error:
        raise click.ClickException(f"{file}: {error}") from None
    if issue.form.name == "event":
        _event(issue, desk)
    elif issue.form.name == "source":
        _source(issue, desk)
    else:
        _tell_record(issue, desk)


def _text(file: Path) -> str:
    return read_text_file(file, 4 * drafting.MAX_ISSUE, "no issue is")


def _forms(folder: Path) -> list[drafting.IssueForm]:
    return [form for path in sorted(folder.glob("*.yml")) if (form := _form(path)) is not None]


def _form(path: Path) -> drafting.IssueForm | None:
    text = read_text_file(path, _LARGEST_FORM, "no form is")
    try:
        return drafting.form_of_yaml(path.stem, text)
    except drafting.IssueError as error:
        raise click.ClickException(f"{path}: {error}") from None


def _event(issue: Issue, desk: NewRecord) -> None:
    values = drafting.event_of(issue, desk.shelf)
    if not isinstance(values["title"], str) or not isinstance(values["date"], str):
        raise click.ClickException("the issue has no headline, or no date that can be read; nothing was written")
    calendar = values["calendar"]
    date = dates.parse(values["date"], dates.ANY_ZONE, calendar if isinstance(calendar, str) else None)
    taken, base = desk.shelf.taken(RecordKind.EVENT), event_id(values["title"], date) or "suggested-event"
    remarks = drafting.remarks_of(issue)
    if base in taken:
        remarks += f"\nAn event of this day and headline is, or was, recorded: {base}."
        click.echo(f"There is, or was, an event of this day and headline: {base}")
    desk.write(RecordKind.EVENT, free_id(base, taken), values, event_folder(date), remarks)


def _source(issue: Issue, desk: NewRecord) -> None:
    draft, shelf = drafting.source_of(issue, desk.shelf), desk.shelf
    addresses = (issue.answers.get(key, "") for key in ("source-address", "archive"))
    known = list(dict.fromkeys(id_ for address in addresses for id_ in shelf.sources_at(address)))
    if known:
        raise click.ClickException(f"the source is recorded already: {', '.join(known)}")
    namesakes = ", ".join(shelf.sources_called(draft.title or ""))
    remarks = drafting.remarks_of(issue)
    if namesakes:
        remarks += f"\nRecorded with this title: {namesakes}. If it is the same text, say so with copy_of."
    published = dates.parse(draft.published, dates.ANY_ZONE) if draft.published is not None else None
    taken = frozenset(shelf.taken(RecordKind.SOURCE))
    sources = shelf.records(RecordKind.SOURCE)
    id_ = suggested_id(draft.title, draft.publisher, published, sources, taken) or free_id("suggested-source", taken)
    path = desk.settings.content / RecordKind.SOURCE.folder / f"{id_}.yml"
    head = "".join(f"# {line}\n" for line in remarks.split("\n"))
    refuse_links(desk.settings, path)
    create(path, head + record_text(draft, []))
    tell_of(desk.settings, path)
    click.echo(DRAFTS_ARE_PUBLIC)
    if namesakes:
        click.echo(printable(f"It has the title of {namesakes}: is it the same text, or a copy?"))
    click.echo("Its paragraphs: dateline source add ARTICLE makes them; this draft can then go.")


def _tell_record(issue: Issue, desk: NewRecord) -> None:
    """Say which file a contested record is in: that is mended by hand."""
    kind, _, id_ = issue.answers.get("record", "").partition(" ")
    bare = id_.partition("#")[0].strip()
    of = RecordKind.EVENT if kind == "claim" else next((one for one in RecordKind if one.value == kind), None)
    filed = desk.shelf.corpus.records.get(of, {}).get(bare) if of is not None else None
    where = filed.document.path if filed is not None else "a record that was not found"
    click.echo(f"This form is about {printable(where)}; a record that exists is mended by hand. Nothing was written.")
