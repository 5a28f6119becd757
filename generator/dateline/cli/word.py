"""`dateline word`: a word more in the chronology's vocabulary."""

from typing import Final

import click

from dateline.cli.answers import a_text
from dateline.cli.revised import YES, carry_out, manuscript_here
from dateline.cli.taken_words import Word
from dateline.editing.revising import LISTS, add_word

_KEYS: Final = ("label", "description", "like", "unit", "currency")
"""What is said of a word, in the order in which it is written."""


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
@click.option("--unit", help="Of a measure: what it is counted in, in UCUM: m, km/h, [mi_i]/h, [ft_i].")
@click.option("--currency", help="Of a measure: its currency, in ISO 4217: USD.")
@YES
def word(kind: str, id_: str, *, yes: bool, **said: str | None) -> None:
    """Add the word ID to a list of the vocabulary, with the LABEL that readers see.

    KIND is the list: event_kinds, roles, measures, sides, place_kinds, actor_kinds, source_kinds, dispute_kinds or
    resolution_rules; "measure" and "event kind" will do. Whatever else a word has is written into chronology.yml
    by hand.
    """
    with manuscript_here() as (settings, manuscript):
        values = {key: a_text(text) for key in _KEYS if (text := said[key]) is not None}
        add_word(manuscript, kind, id_, values)
        carry_out(settings, manuscript, None, yes=yes)
