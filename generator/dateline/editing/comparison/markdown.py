"""A comparison as GitHub's Markdown, for a summary or a comment.

What a pull request brings is untrusted: every mark of it is escaped, nothing of it can
become a link, an image, a mention or a reference, and the whole stays below the length
that GitHub takes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from urllib.parse import quote, urlsplit

from dateline.editing.comparison.as_words import PAGES_UNKNOWN, grouped, headline, kinds_of_pages, said, shortened
from dateline.editing.comparison.comparing import Comparison
from dateline.editing.comparison.differences import Detail, Difference, Group
from dateline.ground import escaping
from dateline.ground.problems import CATALOGUE, Code, Problem, Severity
from dateline.pages.wording import words

LIMIT: Final = 1_000_000
"""The most bytes that are written: GitHub takes a mebibyte as the summary of a step."""
_SHOWN: Final = (400, 100, 40, 10, 2)
"""How many differences of a group are listed: fewer where the whole would be too long."""
_LONGEST_TITLE: Final = 100
_PAGES_SHOWN: Final = 30
_UNREAD_SHOWN: Final = 10
_SHORT: Final = 3
_LONGEST_DETAIL: Final = 700
_HOST: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_PLAIN_ADDRESS: Final = re.compile(r"https?://[^\s@\\]+")
_IN_ADDRESS: Final = ":/?#=&%,;~+!$'-._"
"""What stays as it is in a link's address; the rest, parentheses among it, is percent-encoded."""
_SAFE: Final = re.compile(r"[A-Za-z0-9#/._-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where things can be looked at; None where that is not known.

    `files_before` and `files_after` are the addresses before a file's path in the two
    versions, `site` that of the site as it is published, with a slash at its end.
    """

    files_before: str | None = None
    files_after: str | None = None
    site: str | None = None


def as_markdown(comparison: Comparison, links: Links) -> str:
    """Return the comparison as GitHub's Markdown, short enough for a summary."""
    text = ""
    for shown in _SHOWN:
        text = "\n".join(_markdown(comparison, links, shown)) + "\n"
        if len(text.encode()) <= LIMIT:
            return text
    cut = text.encode()[:LIMIT].decode("utf-8", "ignore")
    return f"{cut.rpartition(chr(10))[0]}\n\n… and more than fits here; `dateline diff` tells it all.\n"


def _markdown(comparison: Comparison, links: Links, shown: int) -> Iterator[str]:
    yield "## What changes in meaning"
    yield ""
    yield headline(comparison)
    yield from _markdown_red(comparison.differences, links, shown)
    yield from _markdown_faults(comparison.faults, links, shown)
    yield from _markdown_problems(comparison.problems, links, shown)
    for group, found in grouped(comparison.differences):
        yield ""
        yield f"### {group}"
        yield ""
        for one in found[:shown]:
            yield f"- {_markdown_line(one, links)}"
            yield from () if one.red and _is_short(one) else map(_markdown_detail, one.details)
        yield from _rest(found, shown)
    yield from _markdown_suggestions(comparison.suggestions, shown)
    yield from _markdown_pages(comparison, links)
    yield from _markdown_unread(comparison)


def _is_short(one: Difference) -> bool:
    """Return whether what is told of a difference stands where it is to be looked at first, and not below again."""
    return len(one.details) <= _SHORT


def _markdown_red(differences: Sequence[Difference], links: Links, shown: int) -> Iterator[str]:
    found = [one for one in differences if one.red]
    if found:
        yield from ("", "### Look at this first", "")
        for one in found[:shown]:
            yield f"- {_markdown_line(one, links)}"
            yield from (f"  - {escaping.forge(reason)}" for reason in one.red)
            yield from map(_markdown_detail, one.details) if _is_short(one) else ()
        yield from _rest(found, shown)


def _markdown_faults(faults: Sequence[Problem], links: Links, shown: int) -> Iterator[str]:
    """Yield what the check tells, by file, each with its cure."""
    errors = sum(one.severity is Severity.ERROR for one in faults)
    if faults:
        counted = (words.plural(errors, "error"), words.plural(len(faults) - errors, "new warning"))
        yield from ("", f"### The check: {counted[0]}, {counted[1]}", "")
    for path, found in groupby(faults[:shown], key=lambda one: one.position.path):
        yield f"- {_file_link(path, path, 1, links.files_after)}"
        for one in found:
            here = one.position
            where = _file_link(str(here.line), path, here.line, links.files_after)
            cure = escaping.forge(shortened(one.hint or CATALOGUE[one.code].cure, _LONGEST_DETAIL))
            yield f"  - **{one.severity}** {where}: {escaping.forge(shortened(one.message, _LONGEST_DETAIL))} ({cure})"
    yield from _rest(faults, shown)


def _markdown_problems(problems: Sequence[Problem], links: Links, shown: int) -> Iterator[str]:
    parts = (
        ("Breaks a promise", [problem for problem in problems if problem.severity is Severity.ERROR]),
        ("Asks for a history entry", [problem for problem in problems if problem.code is Code.HISTORY_MISSING]),
    )
    for heading, found in parts:
        if found:
            yield from ("", f"### {heading}", "")
            for problem in found[:shown]:
                here = problem.position
                # A file that is gone is told at its beginning, in the older version.
                base = links.files_before if (here.line, here.column) == (1, 1) else links.files_after
                where = _file_link(str(here), here.path, here.line, base)
                yield f"- {where}: {escaping.forge(problem.message)} ({escaping.forge(problem.hint)})"
            yield from _rest(found, shown)


def _markdown_line(one: Difference, links: Links) -> str:
    base = links.files_before if one.is_gone else links.files_after
    name = _file_link(one.reference, one.position.path, one.position.line, base)
    head = f"**{one.kind.verb}** {name}"
    if one.kind.group not in {Group.FIGURES, Group.REPORTS, Group.CLAIMS, Group.OUTCOME}:
        head += f" {escaping.forge(shortened(one.title, _LONGEST_TITLE))}"
    what = said(one)
    page = f" ([page]({_url(links.site, one.address)}))" if links.site and one.is_on_site else ""
    return f"{head}{': ' if what else ''}{escaping.forge(what)}{page}"


def _markdown_detail(detail: Detail) -> str:
    text = escaping.forge(shortened(detail.text, _LONGEST_DETAIL))
    return f"{'  ' * detail.level}- {text}{_original(detail.original)}"


def _original(address: str) -> str:
    """Return a link to a source that shows to which host it leads; nothing where the address is no plain one."""
    host = urlsplit(address).hostname if address else None
    if host is None or not _HOST.fullmatch(host) or not _PLAIN_ADDRESS.fullmatch(address):
        return ""
    return f" ([on {host}]({quote(address, safe=_IN_ADDRESS)}))"


def _markdown_suggestions(suggestions: Sequence[Difference], shown: int) -> Iterator[str]:
    if suggestions:
        yield from ("", "### Worth a history entry, if readers should know (new-evidence)", "")
        records = sorted({one.record for one in suggestions})
        yield from (f"- `{record}`" for record in records[:shown])
        yield from _rest(records, shown)


def _markdown_pages(comparison: Comparison, links: Links) -> Iterator[str]:
    pages = comparison.pages
    if pages is None:
        yield from ("", PAGES_UNKNOWN)
        return
    for what, title, found in kinds_of_pages(pages):
        site = links.site if what != "added" else None
        yield from ("", f"<details><summary>{title}</summary>", "")
        yield from (f"- {_page_link(address, site)}" for address in found[:_PAGES_SHOWN])
        yield from _rest(found, _PAGES_SHOWN)
        yield from ("", "</details>")


def _markdown_unread(comparison: Comparison) -> Iterator[str]:
    for version, found in (("older", comparison.unread_before), ("newer", comparison.unread_after)):
        if found:
            names = ", ".join(escaping.forge(name) for name in found[:_UNREAD_SHOWN])
            more = f" … and {len(found) - _UNREAD_SHOWN} more" if len(found) > _UNREAD_SHOWN else ""
            yield ""
            yield f"Not compared, since the {version} version has errors there: {names}{more}."


def _rest(found: Sequence[object], shown: int) -> Iterator[str]:
    if len(found) > shown:
        yield f"- … and {len(found) - shown} more"


def _page_link(address: str, site: str | None) -> str:
    name = f"`/{address}`" if not address or _SAFE.fullmatch(address) else escaping.forge(f"/{address}")
    return f"[{name}]({_url(site, address)})" if site else name


def _file_link(text: str, path: str, line: int, base: str | None) -> str:
    """Return a link to a line of a file; ids and paths of the usual characters stand as code."""
    name = f"`{text}`" if _SAFE.fullmatch(text.replace(":", "")) else escaping.forge(text)
    return f"[{name}]({_url(base, path)}#L{line})" if base else name


def _url(base: str | None, path: str) -> str:
    page, hash_, anchor = path.partition("#")
    return f"{base or ''}{quote(page)}{hash_}{quote(anchor)}"
