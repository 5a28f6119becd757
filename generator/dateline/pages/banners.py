"""Problems as a preview shows them: on top of the page as it last was."""

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import escape

from dateline.ground.escaping import front_matter, markdown, message
from dateline.ground.languages import ENGLISH, Language, marked, marked_many
from dateline.ground.problems import Problem, Severity
from dateline.pages.rendering.pages import Page
from dateline.pages.wording.sections import SECTIONS

Lead = tuple[str, str]
"""A message that says how many errors there are, for one and for many, and what stands below it."""

AS_IT_WAS: Final[Lead] = marked_many(
    "%(count)s error in the records. Below stands the page as it last was.",
    "%(count)s errors in the records. Below stands the page as it last was.",
)
AS_FAR_AS_IT_GOES: Final[Lead] = marked_many(
    "%(count)s error in the records. Below stands the page as far as it can be made.",
    "%(count)s errors in the records. Below stands the page as far as it can be made.",
)
_SHOWN: Final = 50


def count(problems: Iterable[Problem]) -> str:
    """Return how many of the problems are errors: "1 error"."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return "1 error" if errors == 1 else f"{errors} errors"


def banner(problems: Sequence[Problem], lead: Lead = AS_IT_WAS, language: Language = ENGLISH) -> str:
    """Return the errors among the problems as one HTML block, which a message leads.

    The block's own words are in the language of the pages; problems are told to editors, in English.
    """
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    rows = [_in_html(problem) for problem in errors[:_SHOWN]]
    rest = len(errors) - _SHOWN
    more = language.ngettext("… and %(count)s more.", "… and %(count)s more.", rest) if rest > 0 else ""
    return _block(language.ngettext(*lead, len(errors)), rows, language, more)


def notice(text: str, language: Language = ENGLISH) -> str:
    """Return what is no problem of the records, but keeps a page from being made, as one HTML block."""
    lead = language.gettext("The page cannot be made. Below stands the page as it last was.")
    return _block(lead, [str(escape(" ".join(text.split())))], language)


def with_banner(page: Page, banner: str) -> Page:
    """Return a Markdown page with a banner on top; any other file as it is."""
    if not isinstance(page.content, str) or not page.path.endswith(".md"):
        return page
    head, separator, body = page.content.partition("\n---\n")
    return Page(page.path, f"{head}{separator}\n{banner}\n\n{body.lstrip()}", page.edit_path)


def placeholder(path: str, language: Language = ENGLISH) -> Page:
    """Return what stands in for a page that was never made."""
    name = marked("Problems in the records")
    if path != "index.md":
        folder = path.partition("/")[0].removesuffix(".md")
        name = SECTIONS[folder].name if folder in SECTIONS else folder.capitalize()
    told = language.gettext(name)
    return Page(path, f"---\ntitle: {front_matter(told)}\n---\n\n# {markdown(told)}\n")


def _block(lead: str, rows: Iterable[str], language: Language, more: str = "") -> str:
    tongue = ' lang="en" dir="ltr"' if language.texts else ""
    listed = "\n".join(f"<li{tongue}>{row}</li>" for row in rows)
    end = f"\n<p>{message(more)}</p>" if more else ""
    return f'<div class="dl-problems" role="alert">\n<p><b>{message(lead)}</b></p>\n<ul>\n{listed}\n</ul>{end}\n</div>'


def _in_html(problem: Problem) -> str:
    text = f"<code>{escape(str(problem.position))}</code> {escape(problem.message)}"
    hint = f" <i>({escape(problem.hint)})</i>" if problem.hint else ""
    return " ".join(f"{text}{hint} <code>{problem.code}</code>".split())
