"""What it costs that every word of a page goes through a catalogue: `python -m benchmarks.wording [PROJECT]`.

Every fourth page of a project is rendered twice in turns: as ever, and with the functions of messages
replaced by the least that a literal text would take (`message % values`, no catalogue, no
kept texts).  Both give the same bytes, which is checked; what others do on the machine weighs on
both alike, and the median of the ratios is told, of processor time.
"""

import functools
import itertools
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dateline.ground import escaping
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.rendering.pages import Page, Renderer
from dateline.pages.rendering.plans import plans
from dateline.pages.rendering.translating import Speaker
from dateline.pages.shared.edition import Edition
from dateline.site.compiling import outline
from dateline.site.settings import Settings
from markupsafe import Markup

_ROUNDS: Final = 7
_EVERY: Final = 4


_escaped = functools.cache(lambda message: str(escaping.message(message)))


def _message(_: Language, message: str, /, **values: object) -> str:
    return message % _shown(values) if values else message


def _message_of_many(_: Language, one: str, many: str, count: int, /, **values: object) -> str:
    return (one if count == 1 else many) % _shown({"count": count, **values})


def _html(_: Speaker, message: str, /, **values: Any) -> Markup:
    """Return a message for a template, where its text would stand escaped and its values are printed."""
    shown = {name: f"{told:,}" if type(told) is int else escaping.printed(told) for name, told in values.items()}
    return Markup(_escaped(message) % shown)  # noqa: S704 - as the page has it


def _html_of_many(to: Speaker, one: str, many: str, count: int, /, **values: Any) -> Markup:
    return _html(to, one if count == 1 else many, **{"count": count, **values})


def _shown(values: dict[str, object]) -> dict[str, object]:
    return {name: f"{value:,}" if type(value) is int else value for name, value in values.items()}


_NAMES: Final = ((Language, "gettext"), (Language, "ngettext"), (Speaker, "gettext"), (Speaker, "ngettext"))
_LITERALLY: Final[tuple[Any, ...]] = (_message, _message_of_many, _html, _html_of_many)


def ratios(edition: Edition, templates: Path, rounds: int = _ROUNDS) -> Iterator[float]:
    """Yield what the pages of an edition take as ever, of what they take literally; once for each round."""
    assert edition.language is ENGLISH or edition.language.code == ENGLISH.code  # noqa: S101 - there is one catalogue
    kept = tuple(getattr(of, name) for of, name in _NAMES)
    for number in range(rounds + 1):
        seconds, made = {}, {}
        for way in ("as ever", "literally")[:: -1 if number % 2 else 1]:
            _put(kept if way == "as ever" else _LITERALLY)
            seconds[way], made[way] = _rendered(edition, templates)
        _put(kept)
        if made["as ever"] != made["literally"]:
            raise RuntimeError("the pages differ, so that the two cannot be compared")
        if number:  # the first round fills what is kept
            yield seconds["as ever"] / seconds["literally"]


def _put(functions: tuple[Any, ...]) -> None:
    for (of, name), function in zip(_NAMES, functions, strict=True):
        setattr(of, name, function)


def _rendered(edition: Edition, templates: Path) -> tuple[float, list[Page]]:
    renderer = Renderer(templates, edition)
    began = time.process_time()
    made = [page for plan in itertools.islice(plans(edition), 0, None, _EVERY) for page in plan.make(renderer)]
    return time.process_time() - began, made


def main() -> None:
    """Measure a project, and print the median of the ratios with the smallest and the largest."""
    settings = Settings.of(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    edition = outline(settings).edition
    if edition is None:
        raise SystemExit("the records have errors: dateline check")
    found = sorted(ratios(edition, settings.templates))
    print(f"{statistics.median(found):.3f} ({found[0]:.3f} to {found[-1]:.3f}, {len(found)} rounds)")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
