"""`dateline word`: a word more in the chronology's vocabulary."""

import click

from dateline.cli.answers import a_text
from dateline.cli.revised import YES, carry_out, manuscript_here
from dateline.cli.taken_words import Word
from dateline.editing.revising import LISTS, add_word


def _list_of(text: str) -> str:
    """Return a list's name, however it is typed: event kind, measure."""
    plain = text.strip().casefold().replace("-", "_").replace(" ", "_")
    return next((name for name in LISTS if plain in {name, name.removesuffix("s")}), text)


class _List(Word):
    """The name of a list of the vocabulary, or of one of its words."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        """Return the list's name."""
        return super().convert(_list_of(str(value)), param, ctx)


@click.command()
@click.argument("kind", metavar="KIND", type=_List(LISTS))
@click.argument("id_", metavar="ID")
@click.argument("label")
@click.option("--description", help="What it means, in one sentence.")
@click.option("--like", "like", help="The word that every chronology has as which it behaves.")
@YES
def word(kind: str, id_: str, label: str, description: str | None, like: str | None, *, yes: bool) -> None:  # noqa: PLR0913 - one parameter an option
    """Add the word ID to a list of the vocabulary, with the LABEL that readers see.

    KIND is the list: event_kinds, roles, measures, sides, place_kinds, actor_kinds, source_kinds, dispute_kinds or
    resolution_rules; "measure" and "event kind" will do. A measure's unit, and whatever else a word has, is written
    into chronology.yml by hand.
    """
    said = {"label": label, "description": description, "like": like}
    with manuscript_here() as (settings, manuscript):
        values = {key: a_text(text) for key, text in said.items() if text is not None}
        add_word(manuscript, kind, id_, values)
        carry_out(settings, manuscript, None, yes=yes)
