"""Places of one name, told apart by what a reader knows of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.ground.languages import ENGLISH, Language
from dateline.pages.wording import words
from dateline.records.chronology import Chronology
from dateline.records.types import Place


def labels_of_namesakes(chronology: Chronology, language: Language = ENGLISH) -> Mapping[str, str]:
    """Return the name of each place that shares it with another, with what tells it apart, by the place's id.

    That is what it lies in, else its kind, else its coordinates, else its id: the first that differs for all of them.
    """
    bearers: defaultdict[str, list[Place]] = defaultdict(list)
    for place in chronology.places.values():
        bearers[place.name.casefold()].append(place)
    return {
        place.id: label
        for places in bearers.values()
        if len(places) > 1
        for place, label in zip(places, _labels(chronology, places, language), strict=True)
    }


def _labels(chronology: Chronology, places: Sequence[Place], language: Language) -> list[str]:
    for tell in (_by_whole, _by_kind, _by_coordinates):
        labels = [tell(chronology, place, language) for place in places]
        if "" not in labels and len(set(labels)) == len(labels):
            return labels
    return list(_mixed(chronology, places, language))


def _mixed(chronology: Chronology, places: Sequence[Place], language: Language) -> Iterator[str]:
    """Yield for each place what it lies in where no other of the name does, else its id."""
    seen = [_by_whole(chronology, place, language) for place in places]
    for place, label in zip(places, seen, strict=True):
        yield label if label and seen.count(label) == 1 else f"{place.name} ({place.id})"


def _by_whole(chronology: Chronology, place: Place, language: Language) -> str:
    wholes = [chronology.places[id_].name for id_ in place.wholes if id_ in chronology.places]
    if not wholes:
        return ""
    return language.gettext("%(place)s, in %(whole)s", place=place.name, whole=language.listed(wholes))


def _by_kind(chronology: Chronology, place: Place, _: Language) -> str:
    return f"{place.name} ({words.term(chronology.masthead, 'place_kinds', place.kind)})"


def _by_coordinates(_: Chronology, place: Place, language: Language) -> str:
    if place.lat is None or place.lon is None:
        return ""
    return f"{place.name} ({words.coordinates(place.lat, place.lon, language)})"
