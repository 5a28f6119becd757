"""The names of actors and places as the search has them, made once for all documents."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.records.types import Actor, Place
from dateline.records.types.dated_facts import every_name


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of an actor or a place: `label` is borne by no other of its kind."""

    name: str
    label: str
    names: tuple[str, ...]
    """All of them, in any language."""


@derivation
def actor_names(edition: Edition) -> Mapping[str, Naming]:
    """Return the names of each actor by its id."""
    actors = edition.chronology.actors
    return _names(actors, _labels(actors))


@derivation
def place_names(edition: Edition) -> Mapping[str, Naming]:
    """Return the names of each place by its id."""
    places = edition.chronology.places
    return _names(places, {id_: edition.place_name(id_) for id_ in places})


@derivation
def publishers(edition: Edition) -> Mapping[str, str]:
    """Return the publisher of each source by the source's id."""
    return {id_: source.publisher for id_, source in edition.chronology.sources.items()}


def _names(records: Mapping[str, Actor] | Mapping[str, Place], labels: Mapping[str, str]) -> Mapping[str, Naming]:
    return {
        id_: Naming(
            record.name, labels[id_], tuple(dict.fromkeys((record.name, *record.names.values(), *every_name(record))))
        )
        for id_, record in records.items()
    }


def _labels(records: Mapping[str, Actor]) -> dict[str, str]:
    """Return a label for each record that no other has: its name, with its id where several bear the name."""
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for id_, record in records.items():
        bearers[record.name].append(id_)
    return {id_: name if len(ids) == 1 else f"{name} ({id_})" for name, ids in bearers.items() for id_ in ids}
