"""Problems as a preview shows them: on top of the page as it last was."""

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import escape

from dateline.ground.problems import Problem, Severity
from dateline.pages.rendering.pages import Page
from dateline.pages.wording.sections import SECTIONS

AS_IT_WAS: Final = "Below stands the page as it last was."
AS_FAR_AS_IT_GOES: Final = "Below stands the page as far as it can be made."
_SHOWN: Final = 50


def count(problems: Iterable[Problem]) -> str:
    """Return how many of the problems are errors: "1 error"."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return "1 error" if errors == 1 else f"{errors} errors"


def banner(problems: Sequence[Problem], below: str = AS_IT_WAS) -> str:
    """Return the errors among the problems as one HTML block; what stands `below` it is said at its end."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    rows = [_in_html(problem) for problem in errors[:_SHOWN]]
    more = f"\n<p>… and {len(errors) - _SHOWN} more.</p>" if len(errors) > _SHOWN else ""
    return _block(f"{count(problems)} in the records. {below}", rows, more)


def notice(text: str, below: str = AS_IT_WAS) -> str:
    """Return what is no problem of the records, but keeps a page from being made, as one HTML block."""
    return _block(f"The page cannot be made. {below}", [str(escape(" ".join(text.split())))])


def with_banner(page: Page, banner: str) -> Page:
    """Return a Markdown page with a banner on top; any other file as it is."""
    if not isinstance(page.content, str) or not page.path.endswith(".md"):
        return page
    head, separator, body = page.content.partition("\n---\n")
    return Page(page.path, f"{head}{separator}\n{banner}\n\n{body.lstrip()}", page.edit_path)


def placeholder(path: str) -> Page:
    """Return what stands in for a page that was never made."""
    name = "Problems in the records"
    if path != "index.md":
        name = path.partition("/")[0].removesuffix(".md")
        name = SECTIONS[name].name if name in SECTIONS else name.capitalize()
    return Page(path, f'---\ntitle: "{name}"\n---\n\n# {name}\n')


def _block(lead: str, rows: Iterable[str], more: str = "") -> str:
    listed = "\n".join(f"<li>{row}</li>" for row in rows)
    return f'<div class="dl-problems" role="alert">\n<p><b>{lead}</b></p>\n<ul>\n{listed}\n</ul>{more}\n</div>'


def _in_html(problem: Problem) -> str:
    text = f"<code>{escape(str(problem.position))}</code> {escape(problem.message)}"
    hint = f" <i>({escape(problem.hint)})</i>" if problem.hint else ""
    return " ".join(f"{text}{hint} <code>{problem.code}</code>".split())
