"""`dateline resolve` and `dateline reopen`: what settles a dispute, and what opens it again."""

from typing import Any, Final

import click

from dateline.cli.called import id_called
from dateline.cli.revised import DATE, OUTCOMES, YES, carry_out, checked_day, manuscript_here, note, telling
from dateline.cli.taken_words import WrongWordError, told_of_word
from dateline.editing.revising import NO_CONFLICT, PARTLY, Allowed, Manuscript, RefusalError, Settling
from dateline.editing.revising import reopen as opened
from dateline.editing.revising import resolve as settled
from dateline.ground.problems import Code, did_you_mean
from dateline.records.types import Spot
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.spots import spot_at

_WORDS: Final = ("stands", "falls")


@click.command()
@click.argument("dispute", metavar="DISPUTE")
@click.option("--outcome", multiple=True, metavar="POSITION", help="A position that stands. May be given again.")
@click.option("--rule", required=True, help="The rule by which it is settled.")
@click.option(
    "--cite",
    "cites",
    multiple=True,
    metavar="SOURCE#pN",
    help="A paragraph or passage (SOURCE#4-27) that settles it. May be given again.",
)
@click.option(
    "--settles",
    multiple=True,
    metavar="EVENT#CLAIM=stands|falls",
    help="A claim that is settled, and how. May be given again.",
)
@click.option("--known", metavar="DAY", required=True, help="The day from which the evidence was there.")
@click.option("--partly", is_flag=True, help="Part of it stays open.")
@note("The reasoning, in a sentence or two; readers see it.", needed=True)
@DATE
@OUTCOMES
@YES
def resolve(dispute: str, rule: str, note: str, day: str | None, *, outcomes: bool, yes: bool, **said: Any) -> None:  # noqa: PLR0913 - one parameter an option
    """Settle a DISPUTE: write its resolution, its status and its history.

    With the rule not-a-conflict it is found to be none. What would settle it goes, unless it is settled in part only.
    """
    with manuscript_here() as (settings, manuscript):
        rules = tuple(manuscript.version.chronology.masthead.vocabulary.terms("resolution_rules"))
        if rule not in rules:
            raise WrongWordError(told_of_word(rule, rules))
        status = NO_CONFLICT if rule == NO_CONFLICT else PARTLY if said["partly"] else "resolved"
        cited, words = (
            [_cited(manuscript, one) for one in said["cites"]],
            dict(_settled(manuscript, one) for one in said["settles"]),
        )
        how = Settling(status, said["outcome"], rule, checked_day(said["known"]), cited, words)
        settled(manuscript, id_called(manuscript, "dispute", dispute), how, telling(day, note, ""))
        carry_out(settings, manuscript, None, yes=yes, allowed=Allowed(rereads=outcomes))


@click.command()
@click.argument("dispute", metavar="DISPUTE")
@click.option("--would-settle", required=True, help="What evidence would settle it.")
@note("What came to light, in a sentence; readers see it.", needed=True)
@DATE
@OUTCOMES
@YES
def reopen(dispute: str, would_settle: str, note: str, day: str | None, *, outcomes: bool, yes: bool) -> None:  # noqa: PLR0913 - one parameter an option
    """Open a DISPUTE again: its resolution goes, its history says why."""
    with manuscript_here() as (settings, manuscript):
        opened(manuscript, id_called(manuscript, "dispute", dispute), would_settle, telling(day, note, ""))
        carry_out(settings, manuscript, None, yes=yes, allowed=Allowed(rereads=outcomes))


def _cited(manuscript: Manuscript, text: str) -> tuple[str, Spot]:
    source, _, part = text.rpartition("#")
    number = part.removeprefix("p")
    if not source or not part or (number.isdecimal() and not int(number)) or part == "p":
        hint = "write SOURCE#pN, such as herald#p3, or a passage: report#4-27"
        raise RefusalError.because(Code.BAD_VALUE, f"'{text}' names no paragraph", hint)
    source = id_called(manuscript, "source", source)
    return source, int(number) if number.isdecimal() else spot_at(part) or part


def _settled(manuscript: Manuscript, text: str) -> tuple[str, str]:
    claim, _, word = text.rpartition("=")
    if word not in _WORDS:
        hint = did_you_mean(word, _WORDS) or "write EVENT#CLAIM=stands or EVENT#CLAIM=falls"
        raise RefusalError.because(Code.BAD_VALUE, f"'{text}' settles nothing", hint)
    return id_called(manuscript, CLAIM, claim), word
