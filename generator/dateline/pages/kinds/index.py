"""The indexes of actors, places and sources, and the order that they put their records in."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from dateline.ground.collation import by_name
from dateline.ground.dates import Edtf, in_words
from dateline.ground.languages import Language, marked_many
from dateline.pages.shared.budgets import SHORT_ROWS
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.lists import ListPart, by_month, in_order_of_names, is_short, months_elsewhere
from dateline.pages.shared.maps import MapView, map_of_all
from dateline.pages.shared.parties import said_by
from dateline.pages.shared.partition import Stretch, stretches
from dateline.pages.shared.views import Link
from dateline.pages.wording import descriptions, told_rules
from dateline.pages.wording.addresses import COMPARE
from dateline.pages.wording.bibliographies import publisher_of
from dateline.pages.wording.places_in_sources import parts_counted
from dateline.pages.wording.sections import ACTORS, PLACES, SOURCES
from dateline.records.types import Actor, Place, Source

_LONGEST_INDEX: Final = 400
_LONGEST_OPEN: Final = 60
_FIRST: Final = 10
_FEW: Final = 8
"""So few rows are no fold, however long the index is."""
_PUBLISHED: Final = "published"


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index of actors, places or sources."""

    template: ClassVar[str] = "index"
    edit_path: ClassVar[None] = None
    address: str
    title: str
    description: str
    lead: str
    counted: tuple[str, str]
    """What a group says that it has so many of."""
    groups: tuple[ListPart[Link], ...]
    first: tuple[Link, ...] = ()
    """Those that most readers look for, above all groups."""
    map: MapView | None = None
    see: Link | None = None
    """What else can be done with what is listed."""
    whole: Link | None = None
    """The index that this page is a part of, if it is one."""
    previous: Link | None = None
    next: Link | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether it has so many rows that a reader types a name rather than looks through them."""
        return sum(len(group.items) for group in self.groups) > _LONGEST_OPEN


def actors_in_order(edition: Edition) -> list[Actor]:
    """Return the actors as their index has them: by kind, then by name."""
    return [actor for group in _actors_by_kind(edition).values() for actor in group]


def places_in_order(edition: Edition) -> list[Place]:
    """Return the places as their index has them: by kind, then by name."""
    return [place for group in _places_by_kind(edition).values() for place in group]


def _actors_by_kind(edition: Edition) -> dict[str, list[Actor]]:
    found: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in in_order_of_names(edition.chronology.actors.values()):
        found[actor.kind].append(actor)
    grouped: defaultdict[str, list[Actor]] = defaultdict(list)
    for kind, label in edition.labels_of("actor_kinds").items():
        grouped[label] += found[kind]  # two kinds may bear one label
    return {label: list(in_order_of_names(actors)) for label, actors in grouped.items() if actors}


def _places_by_kind(edition: Edition) -> dict[str, list[Place]]:
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for place in in_order_of_names(edition.chronology.places.values()):
        found[edition.term("place_kinds", place.kind)].append(place)
    return {label: found[label] for label in sorted(found, key=by_name)}


def actors_index(edition: Edition) -> IndexView:
    """Return the index of actors."""
    language, actors = edition.language, edition.chronology.actors
    heard = {id_: len(said_by(edition, id_)) for id_ in actors}

    def link(actor: Actor) -> Link:
        events = len(edition.chronology.events_by_actor.get(actor.id, ()))
        reports = heard[actor.id]
        parts = [language.ngettext("%(count)s event", "%(count)s events", events)] if events else []
        if reports:
            parts.append(language.ngettext("heard in %(count)s report", "heard in %(count)s reports", reports))
        return edition.actor(actor.id, language.listed(parts))

    found = _actors_by_kind(edition)
    rule = told_rules.placing(edition.chronology.masthead, language)
    most = sorted(actors.values(), key=lambda actor: -heard[actor.id])
    return IndexView(
        first=tuple(map(link, most[:_FIRST])) if len(most) > _LONGEST_OPEN else (),
        address=ACTORS.address,
        title=edition.language.gettext(ACTORS.name),
        description=edition.language.gettext("Everybody who acts or speaks in the chronology."),
        lead=language.gettext("Everybody who acts or speaks here. %(rule)s", rule=rule).rstrip(),
        counted=marked_many("%(count)s actor", "%(count)s actors"),
        see=Link(language.gettext("Compare any two of them"), COMPARE),
        groups=_parts({kind: [link(actor) for actor in row] for kind, row in found.items()}),
    )


def places_index(edition: Edition) -> IndexView:
    """Return the index of places."""

    def link(place: Place) -> Link:
        events = len(edition.chronology.events_by_place.get(place.id, ()))
        return edition.place(
            place.id, edition.language.ngettext("%(count)s event", "%(count)s events", events) if events else ""
        )

    found = _places_by_kind(edition)
    return IndexView(
        address=PLACES.address,
        title=edition.language.gettext(PLACES.name),
        description=edition.language.gettext("Every place that the chronology names."),
        lead=edition.language.gettext("Every place named here, with coordinates only where a gazetteer gives them."),
        counted=marked_many("%(count)s place", "%(count)s places"),
        groups=_parts({kind: [link(place) for place in places] for kind, places in found.items()}),
        map=map_of_all(edition),
    )


def sources_index(edition: Edition) -> IndexView:
    """Return the index of sources; of very many, it has the months and leads to parts with the sources."""
    if edition.derived(keys_of_source_parts):
        groups = edition.derived(_elsewhere)
    else:
        dated = _dated_sources(edition)
        groups = _opened(_by_time([(when, _source_link(edition, source)) for when, source in dated], edition.language))
    return IndexView(
        address=SOURCES.address,
        title=edition.language.gettext(SOURCES.name),
        description=edition.language.gettext("Every publication that the chronology rests on."),
        lead=edition.language.gettext("Every publication that the chronology rests on, by when it appeared."),
        counted=marked_many("%(count)s source", "%(count)s sources"),
        groups=groups,
    )


def _by_time(dated: Sequence[tuple[Edtf, Link]], language: Language) -> tuple[ListPart[Link], ...]:
    """Return sources by month; a few that would nearly each have a month of its own in one list, without headings."""
    months = by_month(dated, _PUBLISHED, language)
    if all(month.named for month in months):
        return months
    every = tuple(link for month in months for link in month.items)
    return (ListPart("", f"_{_PUBLISHED}", every, open=True, named=False),)


@derivation
def keys_of_source_parts(edition: Edition) -> tuple[str, ...]:
    """Return the keys of the further pages of the index of sources, of which a small chronology has none."""
    return tuple(edition.derived(_source_parts))


def source_part(edition: Edition, key: str) -> IndexView:
    """Return a further page of the index of sources."""
    part = edition.derived(_source_parts)[key]
    keys = edition.derived(keys_of_source_parts)
    place = keys.index(key)
    title = edition.language.gettext("Sources: %(time)s", time=part.name)
    rows = by_month(
        [(source.published, _source_link(edition, source)) for source in part.items], _PUBLISHED, edition.language
    )
    return IndexView(
        address=source_part_address(key),
        title=title,
        description=descriptions.of_part(edition.chronology.masthead.title, title, len(part.items), edition.language),
        lead=edition.language.gettext("Every publication that the chronology rests on, of this time."),
        counted=marked_many("%(count)s source", "%(count)s sources"),
        groups=tuple(replace(group, open=True) for group in rows),
        whole=Link(edition.language.gettext(SOURCES.name), SOURCES.address),
        previous=_link_of_part(edition, keys[place - 1]) if place else None,
        next=_link_of_part(edition, keys[place + 1]) if place + 1 < len(keys) else None,
    )


def _link_of_part(edition: Edition, key: str) -> Link:
    return Link(edition.derived(_names_of_source_parts)[key], source_part_address(key))


@derivation
def _source_parts(edition: Edition) -> dict[str, Stretch[Source]]:
    return {part.key: part for part in _stretches_of_sources(_dated_sources(edition), edition.language)}


@derivation
def _names_of_source_parts(edition: Edition) -> dict[str, str]:
    return {key: part.name for key, part in edition.derived(_source_parts).items()}


def _dated_sources(edition: Edition) -> list[tuple[Edtf, Source]]:
    return [(source.published, source) for source in edition.chronology.sources.values()]


def _stretches_of_sources(dated: list[tuple[Edtf, Source]], language: Language) -> tuple[Stretch[Source], ...]:
    return stretches(dated, SHORT_ROWS, language) if len(dated) > SHORT_ROWS else ()


@derivation
def _elsewhere(edition: Edition) -> tuple[ListPart[Link], ...]:
    """Return each month, and the first part that has sources of it."""
    parts = edition.derived(_source_parts).items()
    where = ((source.published, key) for key, part in parts for source in part.items)
    return months_elsewhere(where, _PUBLISHED, source_part_address, edition.language)


def source_part_address(key: str) -> str:
    """Return the address of a further page of the index of sources."""
    # A folder deeper than any source, whose ids may well be "2017-11" or "published".
    return f"sources/published/{key}/"


def _source_link(edition: Edition, source: Source) -> Link:
    reports = sum(use.report is not None for use in edition.chronology.uses_by_source.get(source.id, ()))
    language = edition.language
    publisher = publisher_of(edition.chronology, source, language)
    parts = (
        publisher,
        in_words(source.published, language),
        parts_counted(source, language),
        language.ngettext("%(count)s report", "%(count)s reports", reports),
    )
    return edition.source(source.id, language.listed(parts))


def _parts(groups: dict[str, list[Link]]) -> tuple[ListPart[Link], ...]:
    return _opened(
        tuple(
            ListPart(name, f"_group-{number}", tuple(links), open=False)
            for number, (name, links) in enumerate(groups.items(), 1)
        )
    )


def _opened(parts: tuple[ListPart[Link], ...]) -> tuple[ListPart[Link], ...]:
    """Return the parts of an index, the short ones open unless there are very many rows; else the first."""
    few = sum(len(part.items) for part in parts) <= _LONGEST_INDEX
    is_open = [len(part.items) <= _FEW or (few and is_short(len(part.items))) for part in parts]
    if not any(is_open):  # a page of nothing but folds says nothing
        first = next((at for at, part in enumerate(parts) if 0 < len(part.items) <= _LONGEST_OPEN), None)
        is_open = [at == first for at in range(len(parts))]
    return tuple(replace(part, open=opened) for part, opened in zip(parts, is_open, strict=True))
