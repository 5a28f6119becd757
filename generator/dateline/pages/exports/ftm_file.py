"""data/entities.ftm.json: all of it for those who follow money and people (FollowTheMoney), an entity a line."""

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.ground.json_values import compact_json
from dateline.ground.languages import marked_many
from dateline.pages.exports.counts import counts_of_all
from dateline.pages.exports.export import Holding, LeftOut
from dateline.pages.exports.ftm_things import things_of
from dateline.pages.exports.ftm_ties import ties_of
from dateline.pages.exports.ftm_values import dates_of, is_told_of
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.records.types import Record, RecordKind

ENTITIES_PATH: Final = "data/entities.ftm.json"
_BREAKS: Final = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""What some programs take for the end of a line, and JSON does not."""


def entities_of(edition: Edition, record: Record) -> str:
    """Return a record as entities, one a line; empty for who asks not to be found."""
    made = (*things_of(edition, record), *ties_of(edition, record))
    return "".join(f"{compact_json(one).translate(_BREAKS)}\n" for one in made)


def all_entities(_: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Yield the entities as they are: the format has neither head nor end."""
    yield from pieces


def entities_held(edition: Edition) -> Holding:
    """Return how many records are told, and what the format has no room for."""
    counts = edition.derived(counts_of_entities)
    unlisted = LeftOut(
        counts["unlisted"],
        marked_many(
            "%(count)s actor is not in it: its page asks search engines to leave it out.",
            "%(count)s actors are not in it: their pages ask search engines to leave them out.",
        ),
    )
    undated = LeftOut(
        counts["undated"],
        marked_many(
            "%(count)s event has its date only in words: the format has no doubt, and no year before 1.",
            "%(count)s events have their dates only in words: the format has no doubt, and no year before 1.",
        ),
    )
    figures = LeftOut(
        edition.derived(counts_of_all)["figures"],
        marked_many(
            "%(count)s figure is not in it: the format has no number that somebody gives.",
            "%(count)s figures are not in it: the format has no numbers that somebody gives.",
        ),
    )
    noun = marked_many("%(count)s record", "%(count)s records")
    return Holding(counts["records"], noun, (unlisted, undated, figures))


@derivation
def counts_of_entities(edition: Edition) -> dict[str, int]:
    """Return how many records are told, how many actors are not, and how many events have no date."""
    graph = edition.chronology
    unlisted = sum(not is_told_of(actor) for actor in graph.actors.values())
    return {
        "records": sum(len(graph.of_kind(kind)) for kind in RecordKind) - unlisted,
        "unlisted": unlisted,
        "undated": sum(not dates_of(event.date) for event in graph.events.values()),
    }
