"""A comparison as GitHub's Markdown, for a summary or a comment.

What a pull request brings is untrusted: every mark of it is escaped, nothing of it can
become a link, an image, a mention or a reference, and the whole stays below the length
that GitHub takes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from dateline.editing.comparison.as_words import grouped, headline, said, shortened
from dateline.editing.comparison.comparing import Comparison
from dateline.editing.comparison.differences import Difference, Group
from dateline.ground import escaping
from dateline.ground.problems import Code, Problem, Severity
from dateline.pages.wording import words

LIMIT: Final = 60_000
"""The most bytes that are written; GitHub takes 65,536 characters in a comment."""
_SHOWN: Final = (40, 20, 10, 5, 2)
"""How many differences of a group are listed: fewer where the whole would be too long."""
_LONGEST_TITLE: Final = 100
_PAGES_SHOWN: Final = 30
_UNREAD_SHOWN: Final = 10
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
    """Return the comparison as GitHub's Markdown, short enough for a comment."""
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
    yield from _markdown_problems(comparison.problems, links, shown)
    for group, found in grouped(comparison.differences):
        yield ""
        yield f"### {group}"
        yield ""
        yield from (f"- {_markdown_line(one, links)}" for one in found[:shown])
        yield from _rest(found, shown)
    yield from _markdown_suggestions(comparison.suggestions, shown)
    yield from _markdown_pages(comparison, links)
    yield from _markdown_unread(comparison)


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


def _markdown_suggestions(suggestions: Sequence[Difference], shown: int) -> Iterator[str]:
    if suggestions:
        yield from ("", "### Worth a history entry, if readers should know (new-evidence)", "")
        records = sorted({one.record for one in suggestions})
        yield from (f"- `{record}`" for record in records[:shown])
        yield from _rest(records, shown)


def _markdown_pages(comparison: Comparison, links: Links) -> Iterator[str]:
    pages = comparison.pages
    if pages is None:
        yield from ("", "Which pages change cannot be told: they were not rendered, or a version has errors.")
        return
    for what, found in (("added", pages.added), ("removed", pages.removed), ("changed", pages.changed)):
        if found:
            site = links.site if what != "added" else None
            yield from ("", f"<details><summary>{words.plural(len(found), 'page')} {what}</summary>", "")
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
