"""A comparison in words, for a terminal and for other tools."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from dateline.editing.comparison.comparing import Comparison
from dateline.editing.comparison.consequences import ChangedPages
from dateline.editing.comparison.differences import Difference, Group
from dateline.editing.comparison.fieldwise import excerpt
from dateline.ground.problems import one_line
from dateline.pages.wording import words

PAGES_UNKNOWN: Final = "Which pages change cannot be told: they were not rendered, or a version has errors."
_LONGEST: Final = 200
_WENT: Final = ("-removed", "-gone")
"""How the kinds of difference end of which there is nothing afterwards, as they say themselves."""


def is_empty(comparison: Comparison) -> bool:
    """Return whether nothing changed in meaning."""
    pages = comparison.pages
    some_page = pages is not None and (pages.added or pages.removed or pages.changed)
    return not (comparison.differences or comparison.problems or some_page)


def headline(comparison: Comparison) -> str:
    """Return in one line how much changed: "3 differences in 2 records"."""
    if is_empty(comparison):
        return "Nothing changed in meaning."
    records = len({one.record for one in comparison.differences})
    count = words.plural(len(comparison.differences), "difference")
    return f"{count} in {words.plural(records, 'record')}."


# --- plain text ------------------------------------------------------------------------------------------------------


def as_text(comparison: Comparison) -> str:
    """Return the comparison for a terminal; whoever prints it takes care of what drives one."""
    return "\n".join(_text(comparison)) + "\n"


def _text(comparison: Comparison) -> Iterator[str]:
    yield headline(comparison)
    if any(one.red for one in comparison.differences):
        yield from ("", "Look at this first")
        for one in comparison.differences:
            what = said(one)
            yield from (f"  {one.reference}: {reason}{f' ({what})' if what else ''}" for reason in one.red)
    for group, found in grouped(comparison.differences):
        yield from ("", str(group))
        for one in found:
            what = said(one)
            yield f"  {one.kind.verb} {one.reference}{': ' if what else ''}{what}"
            yield f"      {one.position}{' (older version)' if one.is_gone else ''}"
            yield from (f"    {'  ' * detail.level}{one_line(detail.text)}" for detail in one.details)
    if comparison.suggestions:
        yield from ("", "Worth a history entry, if readers should know (new-evidence)")
        yield from (f"  {record}" for record in sorted({one.record for one in comparison.suggestions}))
    yield from _text_pages(comparison)
    for version, unread in (("older", comparison.unread_before), ("newer", comparison.unread_after)):
        if unread:
            yield from ("", f"Not compared, since the {version} version has errors there: {', '.join(unread)}.")


def kinds_of_pages(pages: ChangedPages) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield what became of some pages, how many they are, in words, and their addresses."""
    for what, found in (("added", pages.added), ("removed", pages.removed), ("changed", pages.changed)):
        if found:
            yield what, f"{words.plural(len(found), 'page')} {what}", found


def _text_pages(comparison: Comparison) -> Iterator[str]:
    pages = comparison.pages
    if pages is None:
        yield from ("", PAGES_UNKNOWN)
        return
    for _, title, found in kinds_of_pages(pages):
        yield from ("", title)
        yield from (f"  /{address}" for address in found)


# --- for other tools -------------------------------------------------------------------------------------------------


def as_json(comparison: Comparison, names: tuple[str, str]) -> str:
    """Return the comparison as JSON, with nothing shortened."""
    pages = comparison.pages
    told = {
        "before": names[0],
        "after": names[1],
        "differences": [_as_object(one) for one in comparison.differences],
        "faults": [problem.as_object() for problem in comparison.faults],
        "problems": [problem.as_object() for problem in comparison.problems],
        "suggestions": sorted({one.record for one in comparison.suggestions}),
        "pages": None if pages is None else {"added": pages.added, "removed": pages.removed, "changed": pages.changed},
        "unread": {"before": comparison.unread_before, "after": comparison.unread_after},
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _as_object(one: Difference) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "record": one.record,
        "reference": one.reference,
        "title": one.title,
        "part": one.part,
        "before": one.before,
        "after": one.after,
        "version": "before" if one.is_gone else "after",
        "path": one.position.path,
        "line": one.position.line,
        "column": one.position.column,
        "address": one.address,
        "red": list(one.red),
        "details": [{"level": line.level, "text": line.text, "original": line.original} for line in one.details],
    }


# --- shared ----------------------------------------------------------------------------------------------------------


def grouped(differences: Sequence[Difference]) -> Iterator[tuple[Group, list[Difference]]]:
    """Yield the differences of each group, in the order of the groups."""
    order = list(Group)
    in_order = sorted(differences, key=lambda one: order.index(one.kind.group))
    for group, found in groupby(in_order, key=lambda one: one.kind.group):
        yield group, list(found)


def said(one: Difference) -> str:
    """Return what changed in one line: the part, and its value before and after, where they differ."""
    before, after = excerpt(one_line(one.before), one_line(one.after), _LONGEST)
    if before and after:
        change = f"{before} → {after}"
    elif before and not one.kind.endswith(_WENT):
        change = f"{before} → nothing"
    else:
        change = before or after
    return ": ".join(text for text in (shortened(one_line(one.part), _LONGEST), change) if text)


def shortened(text: str, longest: int) -> str:
    """Return `text`, cut off where it is longer than `longest` characters."""
    return text if len(text) <= longest else f"{text[: longest - 2].rstrip()} …"
