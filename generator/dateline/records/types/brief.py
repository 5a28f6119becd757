"""content/pages/brief.yml: what happened and what is disputed, in a few sentences that lead to their claims."""

import re
from dataclasses import KW_ONLY, field
from typing import Annotated, Final, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from dateline.records.types.fields import RECORD, ClaimReference, DisputeId, Line, Text, like

OutcomeWord = Literal[
    "taken-back",
    "settled-stands",
    "settled-falls",
    "open",
    "uncontradicted",
    "one-side",
    "one-voice",
    "unattributed",
    "nobody-says-so",
]
"""The one word for a claim, as the site derives it."""

_AT_ENDS: Final = ".;:,。।۔；：，،؛ \N{NO-BREAK SPACE}"  # noqa: RUF001 - marks of several scripts
"""What ends a sentence or a half of one; a question stays a question."""
_ABBREVIATED: Final = re.compile(r"\.\w*\.\Z")
"""The end of "U.S." or of three dots, which says more than that a sentence ends."""


@dataclass(frozen=True, slots=True, config=RECORD)
class BriefSentence:
    """A sentence about what happened, with the claims that it rests on."""

    _: KW_ONLY
    text: Annotated[Text, like("The council of Lindwell closed the old well on 3 March 2031.")]
    """The sentence, in the editors' own neutral words; it says no more than its claims do."""
    otherwise: Annotated[Text | None, like("the council denied it.")] = None
    """Who says otherwise, as the other half of the sentence: what became of its claims is marked between the two, so
    that nobody takes the mark for that of the denial."""
    claims: Annotated[tuple[ClaimReference, ...], Field(min_length=1)]
    """The claims that it rests on, the one that matters most first."""
    outcomes: Annotated[dict[ClaimReference, OutcomeWord], like({"2031-03-03-well-closed#closed": "one-voice"})] = (
        field(default_factory=dict)
    )
    """The outcome that each of its claims had when the sentence was last read against it; `dateline fix --outcomes`
    writes it. Where an outcome changes, the check asks for the sentence to be read again."""

    @property
    def first_half(self) -> str:
        """What stands before the marks: where the sentence goes on behind them, without the full stop at its end."""
        text = self.text.rstrip()
        if not self.otherwise or _ABBREVIATED.search(text):
            return text
        return text.rstrip(_AT_ENDS)

    @property
    def whole(self) -> str:
        """Both halves of the sentence."""
        return f"{self.first_half}; {self.otherwise}" if self.otherwise else self.text


@dataclass(frozen=True, slots=True, config=RECORD)
class DisputedLine:
    """A line about what is disputed."""

    _: KW_ONLY
    text: Annotated[Line, like("Who closed it: the petitioners say the council, the council denies it.")]
    """The question and who answers it how, in the editors' own neutral words."""
    dispute: DisputeId
    """The dispute that it is about, not yet settled."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Brief:
    """The chronology in brief."""

    _: KW_ONLY
    what_happened: tuple[BriefSentence, ...] = ()
    """What happened, sentence by sentence, in 120 words at most."""
    what_is_disputed: tuple[DisputedLine, ...] = ()
    """What is disputed, in five lines at most."""
