"""The figures of a report: from options, or asked one part after the other."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar

import click

from dateline.cli.answers import Answers, a_text
from dateline.editing.drafting import KnownRecords
from dateline.editing.revising import RefusalError, figure_of
from dateline.ground.ucum import common_unit, unit_of
from dateline.records.types import Figure, RecordKind, amounts
from dateline.records.types.amounts_counted import PER_CENT
from dateline.records.types.masthead import MeasureTerm

C = TypeVar("C", bound=Callable[..., Any])
_WITH_UNIT: Final = re.compile(r"(?P<number>.*[\d½¼¾])[\s-]*(?P<unit>[^\W\d_][^\d]*|[^\W\d_]+[²³]|°[CFcf])")
_NUMBER_OF: Final = "How many (800, at least 10, 10-20, about 30; empty: no number)"
_FORMS: Final = "write it as 800, at least 10, 10-20 or about 30, or leave it empty and say it in the wording"


def figure_options(command: C) -> C:
    """Let a command be given figures."""
    return click.option(
        "--figure",
        "figures",
        multiple=True,
        metavar="FIGURE",
        help='A number: killed of=saa min=10 wording="at least 10". May be given again.',
    )(command)


def figures_of(ask: Answers, shelf: KnownRecords, said: tuple[str, ...]) -> list[dict[str, object]]:
    """Return the figures that are said, else those that are asked, until none is named."""
    about = Answers(ask.asks, Figure, ask.missing, ask.makes)
    figures = about.each("figure", said, figure_typed)
    measures = sorted(shelf.terms("measures"))
    while about.asks and not said:
        question = "Another figure: what is counted" if figures else "A figure: what is counted"
        first = about.maybe("measure", None, question, partial(_measure, shelf), choices=() if figures else measures)
        if first is None:
            break
        figures.append(first if len(first) > 1 else _asked(about, shelf, first))
    return figures


def figure_typed(text: str) -> dict[str, object]:
    """Read a figure that was typed as one, so that a slip is asked again."""
    try:
        return figure_of(text)
    except RefusalError as error:
        raise click.BadParameter("; ".join(f"{one.message} ({one.hint})" for one in error.problems)) from None


def _measure(shelf: KnownRecords, text: str) -> dict[str, object]:
    """Return a figure of which only the measure is known; all of it, where it is typed as an option takes it."""
    return figure_typed(text) if "=" in text else {"measure": shelf.word_of("measures", text)}


def _asked(ask: Answers, shelf: KnownRecords, figure: dict[str, object]) -> dict[str, object]:
    number = ask.maybe("number", None, _NUMBER_OF, partial(_number_of, shelf, str(figure["measure"]))) or {}
    whose = ask.maybe("of", None, "Whose: the actor that lost or had it", partial(shelf.id_of, RecordKind.ACTOR))
    item = ask.maybe(
        "item", None, "What thing was counted, where the word above does not say it, such as tents", a_text
    ) or number.get("item")
    asked = ask.maybe if number else ask.one
    wording = asked("wording", None, "How the report puts it, in a few words", a_text)
    values = {**figure, "of": whose, **number, "item": item, "wording": wording}
    keys = ("measure", "of", "item", "min", "max", "exact", "unit", "currency", "out_of", "approximate", "wording")
    return {key: values[key] for key in keys if values.get(key) is not None}


def _number_of(shelf: KnownRecords, measure: str, text: str) -> dict[str, object]:
    """Return what a number says of a measure; of money and of shares, nothing of a unit."""
    counted = shelf.terms("measures").get(measure)
    if isinstance(counted, MeasureTerm) and counted.unit is None and (counted.currency or counted.percent):
        typed = number_typed(text)
        is_said = counted.percent and typed.get("item") in PER_CENT  # the measure says so already
        return {key: value for key, value in typed.items() if not (is_said and key == "item")}
    return number_of(counted.unit if isinstance(counted, MeasureTerm) else None, text)


def number_of(own: str | None, text: str) -> dict[str, object]:
    """Return what a number says of what is counted in a unit, with its own unit where that is another."""
    number, unit = _without_unit(text, own)
    if not unit or unit == own:
        return number_typed(number)
    if own is not None and not _is_alike(own, unit):
        raise click.BadParameter(f"this is counted in {own}, and '{text}' says {unit}: say it in one of that kind")
    return {**number_typed(number), "unit": unit}


def _without_unit(text: str, own: str | None) -> tuple[str, str]:
    """Return a number and the code of the unit behind it; m alone may be a million, where nothing is measured in m."""
    found = _WITH_UNIT.fullmatch(text.strip())
    unit = common_unit(found["unit"]) if found else ""
    if not found or not unit or (found["unit"] == "m" and (own is None or not _is_alike(own, "m"))):
        return text, ""
    return found["number"], unit


def _is_alike(one: str, other: str) -> bool:
    here, there = unit_of(one), unit_of(other)
    return here is not None and there is not None and here.dimension == there.dimension


def number_typed(text: str) -> dict[str, object]:
    """Return what of a figure's keys a number says that is typed as people write it."""
    readings = amounts.typed_number(text)
    if len(readings) == 1 and readings[0].keys() & {"exact", "min", "max"}:
        return readings[0]
    choices = " or ".join(str(reading["exact"]) for reading in readings if "exact" in reading)
    raise click.BadParameter(f"'{text}' may be {choices}: say which" if choices else f"'{text}' is no number; {_FORMS}")
