"""Answers for a new record: from options, else asked in the terminal, else told as missing, all at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import click

from dateline.cli.dialogue import Maker, Question, UnknownRecordError, dialogue_here
from dateline.cli.interview import checked_date, checked_text, date_as_typed
from dateline.editing.drafting import UnknownError
from dateline.editing.schemas import told_of
from dateline.ground import dates
from dateline.ground.problems import did_you_mean
from dateline.records.types import degrees
from dateline.records.types.degrees_told import MOST_DEGREES

T = TypeVar("T")
Check = Callable[[str], T]


@dataclass
class Answers:
    """Collects what is said; `asks` is whether somebody can be asked."""

    asks: bool
    about: type | None = None
    """The record type that is asked about, whose keys say what they mean."""
    missing: list[str] = field(default_factory=list)
    makes: Maker | None = None
    """Makes a record on the spot that an answer names and that is not there."""

    def one(  # noqa: PLR0913 - what is asked, and how it may be answered
        self,
        option: str,
        said: str | None,
        question: str,
        check: Check[T],
        default: str | None = None,
        *,
        choices: Sequence[str] = (),
    ) -> T | None:
        """Return a checked answer; None where it is missing, which `complete` tells."""
        if said is not None:
            return _checked(check, option)(said)
        if self.asks:
            asked = Question(question, self._meaning(option), choices, default)
            return dialogue_here().ask(asked, _checked(check, option), self.makes)
        if default is not None:
            return _checked(check, option)(default)
        self.missing.append(f"--{option}")
        return None

    def maybe(
        self, option: str, said: str | None, question: str, check: Check[T], *, choices: Sequence[str] = ()
    ) -> T | None:
        """Return a checked answer, or None where nothing is said."""
        if said is not None:
            return _checked(check, option)(said)
        if not self.asks:
            return None
        proc = _checked(check, option)
        text = question if "empty:" in question else f"{question} (empty: none)"
        asked = Question(text, self._meaning(option), choices, default="", shows_default=False)
        return dialogue_here().ask(asked, lambda text: proc(text) if text.strip() else None, self.makes)

    def many(self, option: str, said: Sequence[str], question: str, check: Check[T]) -> list[T]:
        """Return checked answers, with commas between them; none where nothing is said."""
        if said:
            return self.each(option, said, check)
        if not self.asks:
            return []
        proc = _checked(check, option)
        text = f"{question} (with commas between; empty: none)"
        asked = Question(text, self._meaning(option), default="", shows_default=False)
        return dialogue_here().ask(
            asked, lambda typed: [proc(part.strip()) for part in typed.split(",") if part.strip()], self.makes
        )

    def _meaning(self, option: str) -> str:
        """Return what the key of an option means; nothing where no key has its name."""
        told = told_of(self.about) if self.about is not None else {}
        key = option.replace("-", "_")
        found = next((told[name] for name in (key, f"{key}s", f"{key}es") if name in told), None)
        return found.meaning.rstrip(".") if found is not None else ""

    def each(self, option: str, said: Sequence[str], check: Check[T]) -> list[T]:
        """Return the checked answers to an option that may be given several times."""
        return [_checked(check, option)(text) for text in said]

    def complete(self) -> None:
        """Stop if something that is needed was not said."""
        if self.missing:
            raise click.UsageError(f"nobody can be asked here, and these are missing: {', '.join(self.missing)}")


def a_date(text: str) -> dates.Edtf:
    """Return a Gregorian date, if `text` is or surely means one."""
    return dates.parse(checked_date(text), dates.ANY_ZONE)


def a_date_of_any(zone: str | None, calendar: str | None) -> Check[dates.Edtf]:
    """Return the check that a text is, or surely means, a date of a calendar; without one, of that which it names."""
    return lambda text: date_as_typed(text, zone, calendar)


def a_text(text: str) -> str:
    """Return a text on one line."""
    return checked_text(text)


def one_of(*words: str) -> Check[str]:
    """Return the check that a text is one of `words`."""

    def check(text: str) -> str:
        if text not in words:
            near = did_you_mean(text.strip().casefold(), words)
            raise click.BadParameter(f"'{text}' is none of: {', '.join(words)}{f'; {near}' if near else ''}")
        return text

    return check


def a_coordinate(axis: str) -> Check[float]:
    """Return the check that a text is a latitude (lat) or longitude (lon), in decimal degrees or as maps print it."""

    def check(text: str) -> float:
        found = degrees.single(text)
        if found is None or found.axis not in {"", axis} or abs(found.value) > MOST_DEGREES[axis]:
            raise click.BadParameter(f"'{text}' is no {axis}: write decimal degrees, such as 34.4523")
        return float(str(found))

    return check


def _checked(check: Check[T], option: str) -> Check[T]:
    """Return a check whose refusals Click tells, with the option's name."""

    def checked(text: str) -> T:
        try:
            return check(text)
        except UnknownError as error:
            if error.missing is not None:
                raise UnknownRecordError(str(error), *error.missing, f"--{option}") from None
            raise click.BadParameter(str(error), param_hint=f"--{option}") from None
        except click.BadParameter as error:
            error.param_hint = error.param_hint or f"--{option}"
            raise

    return checked
