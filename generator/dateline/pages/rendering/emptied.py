"""Templates that let go of what they were given as soon as they are filled in.

In Jinja, a context holds the macros of its template, and each macro the context: nothing frees
them but a search for garbage, and what hangs on them is the view of a whole page.  Emptied, the
context lets go of the view at once, at no cost of a search.

With it the collector takes 0.3 s of a build where it took 1.75 s (300 events, 17 s), and views of pages
that are made take no memory.  At 10,000 events it saves 18 s of some 500.
"""

from collections.abc import Mapping
from typing import Any, Final

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

_MADE: Final = " contexts made"
"""What a page's list of contexts is called in each of them: no name that a template could have."""


class EmptiedTemplate(Template):
    """A template whose contexts are emptied once it is filled in."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return what the template says of values, as Jinja does."""
        made: list[Context] = []
        context = self.new_context({**dict(*args, **kwargs), _MADE: made})
        made.append(context)
        try:
            return self.environment.concat(self.root_render_func(context))
        except Exception:  # noqa: BLE001 - Jinja raises it anew, from the line of the template
            self.environment.handle_exception()
        finally:
            for one in made:
                _empty(one)

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - Jinja's
        shared: bool = False,  # noqa: FBT001, FBT002 - Jinja's
        locals: Mapping[str, Any] | None = None,  # noqa: A002 - Jinja's
    ) -> TemplateModule:
        """Return what another template imports of this one, its context to be emptied with that of the page."""
        context = self.new_context(vars, shared, locals)
        made: list[Context] | None = context.parent.get(_MADE)
        if made is not None:
            made.append(context)
        return TemplateModule(self, context)


def _empty(context: Context) -> None:
    context.parent = {}
    context.vars.clear()
    context.exported_vars.clear()
