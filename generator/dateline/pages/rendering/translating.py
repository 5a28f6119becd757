"""How templates speak: Jinja's `{% trans %}` and `_()`, in one language, with everything escaped.

Jinja's own functions take a translation for markup that may be trusted.  Here the text of a
message is escaped like any other, and so is each value in it that is no markup already; what
markup a sentence has comes in as values.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import Markup

from dateline.ground import escaping
from dateline.ground.languages import Language
from dateline.ground.languages.catalogues import key_of

_LABEL: Final = re.compile(r'\{\{ (?P<how>_|plain)\("(?P<message>[^"\\]+)"\)(?P<md> \| md)? \}\}')
"""A message without values, alone in its braces: `{{ _("Names") }}`, or `{{ plain("Names") | md }}` in a heading."""


class Labels(Extension):
    """Puts a label that has no values into the template as it is read, as if it were written there."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """Return a template with its labels in the language of the environment."""
        return _LABEL.sub(self._label, source)

    def _label(self, found: re.Match[str]) -> str:
        word, is_heading = found["message"], found["md"] is not None
        if (found["how"] == "plain") is not is_heading:  # printed by another filter, or wrongly: for Jinja to see
            return found[0]
        functions: Mapping[str, Any] = self.environment.globals
        return str(escaping.markdown(functions["plain"](word)) if is_heading else functions["gettext"](word))


class Speaker:
    """The functions by which templates word things in one language; each text is escaped once and then kept."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._kept: dict[str, str] = {}
        self._whole: dict[str, Markup] = {}

    def gettext(self, message: str, /, **values: Any) -> Markup:
        """Return a message as HTML."""
        if values:
            return self._filled(self._text(message, message), values)
        found = self._whole.get(message)
        if found is None:
            found = self._whole[message] = self._filled(self._text(message, message), {})
        return found

    def ngettext(self, one: str, many: str, count: int, /, **values: Any) -> Markup:
        """Return a message for so many of something as HTML."""
        return self._plural("", one, many, count, values)

    def pgettext(self, context: str, message: str, /, **values: Any) -> Markup:
        """Return a message with a context as HTML."""
        return self._filled(self._text(key_of(context, message), message), values)

    def npgettext(self, context: str, one: str, many: str, count: int, /, **values: Any) -> Markup:
        """Return a message with a context, for so many of something, as HTML."""
        return self._plural(context, one, many, count, values)

    def listed(
        self, items: Iterable[Any], style: str = "unit", *, caller: Callable[[Any], str] = escaping.printed
    ) -> Markup:
        """Return items as a list of the language, each printed by `caller`."""
        return Markup(self.language.listed([str(caller(item)) for item in items], style))  # noqa: S704 - each is escaped

    def clauses(self, items: Iterable[Any], *, caller: Callable[[Any], str] = escaping.printed) -> Markup:
        """Return the parts of a sentence as one, each printed by `caller`."""
        return self._joined("parts of a sentence", "%(before)s; %(after)s", items, caller)

    def facts(self, items: Iterable[Any], *, caller: Callable[[Any], str] = escaping.printed) -> Markup:
        """Return facts that stand in a line, each printed by `caller`."""
        return self._joined("facts in a line", "%(before)s · %(after)s", items, caller)

    def told_of(self, name: Any, told: Any) -> Markup:
        """Return a name with what is told of it."""
        return self.pgettext("a name, and what is told of it", "%(name)s: %(told)s", name=name, told=told)

    def number(self, value: float) -> str:
        """Return a number as the language writes it."""
        return self.language.number(value)

    def _joined(self, context: str, both: str, items: Iterable[Any], caller: Callable[[Any], str]) -> Markup:
        parts = [Markup(caller(item)) for item in items if item]  # noqa: S704 - each is escaped by its caller
        joined = parts[0] if parts else Markup("")
        for part in parts[1:]:
            joined = self.pgettext(context, both, before=joined, after=part)
        return joined

    def _text(self, key: str, message: str) -> str:
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = str(escaping.message(self.language.text(key, message)))
        return found

    def _plural(self, context: str, one: str, many: str, count: int, values: Mapping[str, Any]) -> Markup:
        text = str(escaping.message(self.language.form(context, one, many, count)))
        return self._filled(text, {"count": count, **values})

    def _filled(self, text: str, values: Mapping[str, Any]) -> Markup:
        number, printed = self.language.number, escaping.printed
        shown = {name: number(value) if type(value) is int else printed(value) for name, value in values.items()}
        return Markup(text % shown)  # noqa: S704 - the text and each value are escaped


def speaking(environment: Environment, language: Language) -> Environment:
    """Have an environment's templates speak a language."""
    speaker = Speaker(language)
    environment.add_extension("jinja2.ext.i18n")
    environment.add_extension(Labels)
    environment.newstyle_gettext = True  # type: ignore[attr-defined] # the extension's
    environment.globals |= {
        "_": speaker.gettext,
        "gettext": speaker.gettext,
        "ngettext": speaker.ngettext,
        "pgettext": speaker.pgettext,
        "npgettext": speaker.npgettext,
        "plain": language.gettext,
        "listed": speaker.listed,
        "clauses": speaker.clauses,
        "facts": speaker.facts,
        "told_of": speaker.told_of,
        "language": language,
    }
    environment.filters["number"] = speaker.number
    return environment
