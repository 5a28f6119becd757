"""`dateline new report`: somebody more who says, denies or doubts a claim."""

import sys
from typing import Any, Final, get_args

import click

from dateline.cli.answers import Answers, a_text, one_of
from dateline.cli.called import id_called
from dateline.cli.dialogue import going_back
from dateline.cli.figures_asked import figure_options, figures_of
from dateline.cli.makers import maker_of
from dateline.cli.new_record import OF_OTHERS, NewRecord
from dateline.cli.reporting import printable
from dateline.cli.revised import DATE, OUTCOMES, YES, carry_out, manuscript_here, telling
from dateline.cli.taken_words import Word
from dateline.cli.terminal import can_ask
from dateline.editing.drafting import KnownRecords, said_already
from dateline.editing.revising import Allowed, Manuscript, add_report, known_claim
from dateline.records.types import Citation, RecordKind, Report
from dateline.records.types.event import Modality, Stance
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.spots import cited_spot
from dateline.site.settings import Settings

_OFFERED: Final = 20


@click.command()
@click.argument("claim", metavar="EVENT#CLAIM")
@click.option("--source", help="The source that reports it.")
@click.option("--paragraph", "--at", "paragraph", help="The paragraph's number or first words; where a passage stands.")
@click.option("--by", multiple=True, help="Who says so, first speaker first. May be given again.")
@click.option("--stance", type=Word(get_args(Stance)), help="How the first speaker stands to it.")
@click.option("--modality", type=Word(get_args(Modality)), help="How firmly it is said.")
@figure_options
@click.option("--inferred", help="What was inferred that the paragraph does not say in so many words, and from what.")
@click.option("--note", help="What a reader must know about it.")
@click.option("--told", help="An entry for the history: why it matters, in a sentence.")
@DATE
@OUTCOMES
@YES
@going_back
def report(claim: str, day: str | None, told: str | None, *, outcomes: bool, yes: bool, **said: Any) -> None:
    """Add a report to a claim, EVENT#CLAIM; everything else in its file stays as it is.

    What options do not say is asked in a terminal.
    """
    with manuscript_here() as (settings, manuscript):
        claim = id_called(manuscript, CLAIM, claim)
        known_claim(manuscript, claim)
        values = _values(settings, manuscript, said)
        _warn(manuscript, claim, values)
        add_report(manuscript, claim, values, telling(day, told, "", "new-evidence") if told else None)
        allowed = Allowed(rereads=outcomes, codes=OF_OTHERS)
        told_then = carry_out(settings, manuscript, None, yes=yes, allowed=allowed)
        if any(problem.code in OF_OTHERS for problem in told_then):
            click.echo("The reports contradict each other: what to do, the check says above.")
            sys.exit(1)


def _values(settings: Settings, manuscript: Manuscript, said: dict[str, Any]) -> dict[str, Any]:
    """Return what the report says, by its keys, from options or answers."""
    shelf, ask = KnownRecords(manuscript.version.corpus), Answers(can_ask(), Report)
    ask.makes = maker_of(NewRecord(settings, manuscript, shelf, ask))
    source = source_asked(ask, shelf, said["source"])
    if ask.asks and source is not None and said["paragraph"] is None:
        show_paragraphs(shelf, source)
    paragraph = ask.one("paragraph", said["paragraph"], "Paragraph", lambda one: shelf.spot_of(source or "", one))
    by = ask.many("by", said["by"], "Who says so, first speaker first", lambda one: shelf.id_of(RecordKind.ACTOR, one))
    stances, modalities = get_args(Stance), get_args(Modality)
    if ask.asks:
        text = "How the first speaker stands to it"
        said["stance"] = ask.one("stance", said["stance"], text, one_of(*stances), "asserts", choices=stances)
        text = "How firmly it is said"
        said["modality"] = ask.one(
            "modality", said["modality"], text, one_of(*modalities), "stated", choices=modalities
        )
    figures = figures_of(ask, shelf, said["figures"])
    ask.complete()
    keys = ("stance", "modality", "inferred", "note")
    understood = {"stance": "asserts", "modality": "stated"}
    said = {key: None if understood.get(key) == text else text for key, text in said.items()}
    given = {key: a_text(said[key]) if said[key] is not None else None for key in keys}
    return {"by": by, **given, "cite": {"source": source, **cited_spot(paragraph)}, "figures": figures or None}


def _warn(manuscript: Manuscript, claim: str, values: dict[str, Any]) -> None:
    made = Report(by=tuple(values["by"]), stance=values["stance"] or "asserts", cite=Citation(**values["cite"]))
    for text in said_already(manuscript.version.chronology, claim, made):
        click.echo(f"warning: {printable(text)}", err=True)


def source_asked(ask: Answers, shelf: KnownRecords, said: str | None) -> str | None:
    """Return the source that reports it; where there are few, all are offered."""
    known = sorted(shelf.records(RecordKind.SOURCE))
    choices = known if len(known) <= _OFFERED else ()
    question = "Source that reports it (its id or title)"
    return ask.one("source", said, question, lambda one: shelf.id_of(RecordKind.SOURCE, one), choices=choices)


def show_paragraphs(shelf: KnownRecords, source: str) -> None:
    """Show how the paragraphs and passages of a source begin."""
    record = shelf.records(RecordKind.SOURCE).get(source)
    for part in record.ordered_parts if record is not None else ():
        click.echo(printable(f"  {part.spot:>3}  {part.begins or ''} …"))
