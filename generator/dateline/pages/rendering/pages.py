"""Views to pages: Jinja templates filled in, one template a view."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from dateline.ground import escaping
from dateline.ground.problems import Code, Position, Problem
from dateline.pages.citing.source_forms import forms_of_source
from dateline.pages.figures.card_type import drawable
from dateline.pages.figures.sheets import Sheets
from dateline.pages.kinds.card import CARD_PATH
from dateline.pages.kinds.signpost import to_page
from dateline.pages.kinds.topic_card import card_address
from dateline.pages.kinds.ways import Ways, ways_of
from dateline.pages.linked_data import linked_data
from dateline.pages.rendering.bare_attributes import BareAttributes
from dateline.pages.rendering.compiled import compiled_fast
from dateline.pages.rendering.end_tags import tight
from dateline.pages.rendering.page_figures import PageFigures
from dateline.pages.rendering.translating import speaking
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.page_view import PageView, View
from dateline.pages.shared.side_marks import class_of_mark, mark_of_side
from dateline.pages.shared.trail import anchors_of_days, trail
from dateline.pages.shared.views import Link, SourceLine
from dateline.pages.wording.addresses import FIGURES, Relative, relative_from, source_path
from dateline.pages.wording.quoted_words import between_marks
from dateline.pages.wording.sections import SECTIONS
from dateline.pages.wording.web_addresses import short_address
from dateline.records import prose
from dateline.records.rules import anchors

FOLDER_S: Final = "index.html"
"""What a page without the theme's frame is called in its folder."""
_BLANK_LINES: Final = re.compile(r"\n\n\n+")
"""Written so, `re` looks for the line breaks themselves, ten times as fast as for a count of them."""
_OF_EVERY_SITE: Final = frozenset({"", *(section.address for section in SECTIONS.values())})
"""Pages whose folders of figures lead on in any case."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: its path below the pages' folder, its content, and the record it is made from.

    `edit_path` is the record's path relative to the project, or None where a page is made
    from many.
    """

    path: str
    content: str | bytes
    edit_path: str | None = None

    def as_bytes(self) -> bytes:
        """Return what stands in the file."""
        return self.content if isinstance(self.content, bytes) else self.content.encode("utf-8", "surrogatepass")


class TemplateProblemError(Exception):
    """A template that cannot be read or filled in, as a problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Renderer:
    """Fills in the templates of one folder for one edition."""

    def __init__(self, templates: Path, edition: Edition, *, is_compiled: bool = True) -> None:
        """Read templates as Python that our compiler writes, or else as Jinja writes it."""
        self.templates = templates
        self.edition = edition
        environment = speaking(_environment(templates), edition.language)
        self.sheets = Sheets(templates)
        self.environment = compiled_fast(environment, escaping.printed) if is_compiled else environment

    def page(self, view: PageView) -> Page:
        """Return the page of a view, made by its template, `templates/pages/<template>.md.j2`."""
        return next(self.page_with_figures(view))

    def page_with_figures(self, view: PageView) -> Iterator[Page]:
        """Yield the page of a view, and the files of the figures that it offers to take away."""
        figures = PageFigures(view.address, self.edition.language)
        text = self._filled(f"{view.template}.md.j2", view, view.address, figures)
        yield Page(source_path(view.address), _BLANK_LINES.sub("\n\n", text).strip() + "\n", view.edit_path)
        site, title = self.edition.site_url, self.edition.chronology.masthead.title
        credit = self.edition.language.told_of(title, f"{site}{view.address}") if site else title
        files = [Page(path, content) for path, content in figures.files(site, credit, self.sheets)]
        yield from files
        if files and view.address not in _OF_EVERY_SITE:
            folder = f"{FIGURES}{view.address}"
            yield self.file(to_page(self.edition, folder, view.address, view.title), f"{folder}{FOLDER_S}")

    def file(self, view: View, path: str) -> Page:
        """Return a file that stands on the site as it is, made by the view's `templates/pages/<template>.j2`."""
        figures = PageFigures(path, self.edition.language)
        return Page(path, tight(self._filled(f"{view.template}.j2", view, path, figures)))

    def _filled(self, template: str, view: View, address: str, figures: PageFigures) -> str:
        relative = relative_from(address)
        context = {
            "view": view,
            "at": relative,
            "json_ld": lambda view: self._json_ld(view, relative),
            "cited_as": lambda id_: tuple(forms_of_source(self.edition, id_)),
            "crumbs": self._trail(view, address),
            "ways": lambda: self._ways(address),
            "card_of": lambda page: card_address(page.address) if page and drawable(page.text) else CARD_PATH,
            "notes": _numbers_of_sources(view),
            "page_address": f"{self.edition.site_url}{address}" if self.edition.site_url else "",
            "sections": SECTIONS,
            "side_class": lambda side: class_of_mark(mark_of_side(self.edition, side)),
            "tongue": self._tongue,
            "heading_tongue": Markup(" {{:{} }}").format(self._tongue) if self._tongue else "",
            "own_lang": self.edition.own_tongue[0],
            "own_dir": self.edition.own_tongue[1],
            "masthead": self.edition.chronology.masthead,
            "prose": lambda body: self._prose(body, address),
            **figures.functions(),
        }
        try:
            return self.environment.get_template(template).render(context)
        except Exception as error:  # what a template does is up to whoever wrote it
            raise TemplateProblemError(self._problem(error, template)) from error

    def _ways(self, address: str) -> Ways:
        """Return what goes with a page; where its card would have no title, it has that of the whole chronology."""
        found = ways_of(self.edition, address)
        return found if drawable(found.shown_on_card) else replace(found, card="")

    @property
    def _tongue(self) -> Markup:
        """The attributes of what the records say, where the pages do not speak their language."""
        lang, direction = self.edition.own_tongue
        return Markup(' lang="{}" dir="{}"').format(lang, direction) if lang else Markup()

    def _trail(self, view: View, address: str) -> tuple[Link, ...]:
        """Return the pages above; a part of a heavy page names the page that it is a part of."""
        whole: Link | None = getattr(view, "whole", None)
        return trail(address, self.edition.derived(anchors_of_days), whole, self.edition.language)

    def _json_ld(self, view: PageView, relative: Relative) -> Markup:
        """Return what the page says for machines; its own address is absolute where the site's is known.

        All others are relative to it, as JSON-LD in a page is read: absolute they were 0.7 kB of an event.
        """
        site, own = self.edition.site_url, view.address

        def at(target: str) -> str:
            return f"{site}{target}" if site is not None and target == own else relative(target)

        data = escaping.json_in_script(linked_data(self.edition, view, self._trail(view, view.address), at))
        return Markup('\n\n<script type="application/ld+json">{}</script>\n\n').format(data)

    def _prose(self, body: str, address: str) -> Markup:
        """Return a Markdown body as safe blocks, its headings one level below the page's own."""
        return Markup("\n\n").join(self._prose_parts(body, address))

    def _prose_parts(self, body: str, address: str) -> Iterator[Markup]:
        relative = relative_from(address)
        reserved = anchors.reserved(self.edition.chronology, *_owner_of(address))
        for part in prose.render(body, lambda target: self._address(target, relative), reserved):
            if isinstance(part, prose.Heading):
                # The page's own title is the only heading of the first level.
                marks = "#" * max(part.level, 2)
                yield Markup("{} {} {{: #{}{} }}").format(
                    marks, escaping.markdown(part.text), part.anchor, self._tongue
                )
            else:
                kept = part.html.replace("¶ ", "¶\u00a0")  # a number stays with its sign
                yield Markup(f'<div class="dl-prose"{self._tongue}>\n{kept}\n</div>')  # noqa: S704 - made by the safe renderer

    def _address(self, target: str, relative: Relative) -> str:
        if target in self.edition.chronology.images:
            return relative(target)
        found = self.edition.address_of_link(target)
        return found if found is target else relative(found)

    def _problem(self, error: Exception, template: str) -> Problem:
        name = getattr(error, "name", None) or template
        line = error.lineno if isinstance(error, TemplateSyntaxError) else _line_of(error)
        here = Position((self.templates / "pages" / name).as_posix(), line)
        said = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        return Problem(here, Code.TEMPLATE_ERROR, f"the template cannot be filled in: {said}")


def _numbers_of_sources(view: View) -> dict[str, int]:
    """Return the number of each source that a page cites, by its address."""
    sources: tuple[SourceLine, ...] = getattr(view, "sources", ())
    return {line.link.address: line.number for line in sources}


def _owner_of(address: str) -> tuple[str, str]:
    """Return the kind and the id of what has a body on the page at `address`."""
    folder, _, id_ = address.rstrip("/").rpartition("/")
    return (folder.removesuffix("s"), id_) if folder else (anchors.PAGE, id_ or anchors.HOME)


def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates / "pages"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=escaping.finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.add_extension(BareAttributes)
    environment.filters["md"] = escaping.markdown
    environment.filters["between_marks"] = between_marks
    environment.filters["preformatted"] = escaping.preformatted
    environment.filters["front_matter"] = escaping.front_matter
    environment.filters["short"] = short_address
    environment.filters["block"] = escaping.block
    environment.filters["join"] = escaping.join
    return environment


def _line_of(error: BaseException) -> int:
    """Return the line of the template in which an error arose, from its traceback."""
    line, traceback = 1, error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename.endswith(".j2"):
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
