"""A date as it is typed, and what is said of one that is none."""

from dataclasses import dataclass
from typing import Final

_LONGEST_SHOWN: Final = 100


@dataclass(frozen=True, slots=True)
class Typed:
    """A date as it is typed, with the clock and the calendar that it is read by."""

    text: str
    zone: str | None = None
    """The zone whose clock shows its times, if it does not say of what clock they are."""
    calendar: str | None = None
    """The calendar that its years, months and days are of; None for the Gregorian one."""


def shown(text: str | Typed) -> str:
    """Return a text as a message shows it: whole, unless it is very long."""
    text = text if isinstance(text, str) else text.text
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


class DateError(ValueError):
    """A date that is impossible or of no form that is taken: `problem` says which and why, `cure` what to write.

    `otherwise` is a cure that is true but says less than what the text may have meant.
    """

    def __init__(self, problem: str, cure: str = "", otherwise: str = "") -> None:
        """Keep them."""
        super().__init__(f"{problem}; {cure}" if cure else problem)
        self.problem = problem
        self.cure = cure
        self.otherwise = otherwise
