"""`dateline source add --archive` and `dateline source captures`: what a web archive is asked, and what it answered."""

import os
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from dateline.cli.extras import require_extra
from dateline.cli.reporting import printable
from dateline.editing.intake import Draft
from dateline.ground.escaping import forge
from dateline.ground.extraction import Article, behind_a_wall
from dateline.ground.yamltree.scalars import scalar

if TYPE_CHECKING:
    from dateline.editing.verification.captures import WebArchive
    from dateline.editing.verification.wanting import Wanting

BASE: Final = "DATELINE_ARCHIVE"
ACCESS: Final = "DATELINE_ARCHIVE_ACCESS_KEY"
SECRET: Final = "DATELINE_ARCHIVE_SECRET_KEY"  # noqa: S105 - the name of a variable
_HOW_TO_GET_KEYS: Final = f"put the two keys of your account (archive.org/account/s3.php) into {ACCESS} and {SECRET}"


def open_archive(*, with_keys: bool) -> "WebArchive":
    """Return the archive that the environment names, or stop; keys are taken from nowhere else."""
    require_extra("verify")
    from dateline.editing.verification.captures import (  # noqa: PLC0415 - it needs the extra
        ARCHIVE,
        CaptureError,
        Keys,
        WebArchive,
        is_local,
    )

    access, secret = os.environ.get(ACCESS, ""), os.environ.get(SECRET, "")
    if with_keys and not (access and secret):
        raise click.ClickException(f"an archive captures only for somebody it knows: {_HOW_TO_GET_KEYS}")
    base = os.environ.get(BASE) or ARCHIVE
    try:
        keys = Keys(access, secret) if with_keys else None
        return WebArchive(base, keys, delay=0.0) if is_local(base) else WebArchive(base, keys)
    except (CaptureError, ValueError) as error:
        raise click.ClickException(str(error)) from None


def archived(draft: Draft, article: Article, archive: "WebArchive") -> tuple[Draft, str | None]:
    """Return the draft with the capture that was made, and otherwise why there is none."""
    from dateline.editing.verification.captures import CaptureError  # noqa: PLC0415 - it needs the extra
    from dateline.editing.verification.live import addresses_of  # noqa: PLC0415 - as above
    from dateline.editing.verification.sendable import unfit  # noqa: PLC0415 - as above

    if draft.url is None:
        return draft, "it has no address"
    wall = "its page says that a login or a payment stands before it" if behind_a_wall(article) else None
    guarded = "a login guards it (access: login)" if draft.access == "login" else None
    why = guarded or wall or unfit(draft.url, addresses_of)
    if why is not None:
        return draft, f"{draft.url} was not sent to an archive: {why}"
    click.echo(f"\nAsking {archive.base} to capture {draft.url}; that may take some minutes.", err=True)
    try:
        capture = archive.capture(draft.url)
    except CaptureError as error:
        return draft, f"{error}{_existing(archive, draft.url)}"
    click.echo(f"Captured: {capture.url} (look at it: it may show a wall or a notice)")
    return replace(draft, archive=(capture.url, capture.day)), None


def _existing(archive: "WebArchive", url: str) -> str:
    from dateline.editing.verification.captures import CaptureError  # noqa: PLC0415 - as above

    try:
        found = archive.newest(url)
    except CaptureError:
        return ""
    return "" if found is None else f". An older capture exists: {found.url}"


# --- source captures -------------------------------------------------------------------------------------------------


def told(found: Iterable["Wanting"], form: str) -> str:
    """Return what is told of sources without a capture: those that exist, those that could be, and the others."""
    groups: dict[str, list[Wanting]] = {}
    for one in found:
        groups.setdefault(_heading(one), []).append(one)
    if not groups:
        return "Every source with an address has a capture.\n"
    line, heading = (_in_markdown, "### {}\n\n{}") if form == "markdown" else (_in_text, "{}:\n{}")
    parts = (heading.format(name, "".join(map(line, those))) for name, those in sorted(groups.items()))
    return "\n".join(parts)


def _heading(one: "Wanting") -> str:
    if one.capture is not None:
        return "Captured just now" if one.is_new else "A capture exists: look at it, and write it into the record"
    return (
        "No capture, and none can be asked for" if one.why_none else "No capture yet: dateline source captures ID --ask"
    )


def _line(one: "Wanting") -> str:
    """Return the key that belongs into the record, or the address to be captured: neither holds a mark of Markdown."""
    if one.capture is None:
        return one.url
    return f"archive: {{url: {scalar(one.capture.url)}, date: {one.capture.day}}}"


def _in_text(one: "Wanting") -> str:
    return f"  {one.source}: {printable(one.why_none or _line(one))}\n"


def _in_markdown(one: "Wanting") -> str:
    return f"- {one.source}: {forge(one.why_none) if one.why_none else f'`{_line(one)}`'}\n"
