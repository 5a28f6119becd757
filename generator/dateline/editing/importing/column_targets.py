"""What a column of a table may become: the words of a map, with what each means, and how columns are usually called."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.records.types import RecordKind

NOTHING: Final = "nothing"
VICTIMS: Final = "victims"
_BOTH: Final = {
    "note": "a remark; several columns are put one behind the other",
    VICTIMS: "names of victims: withheld, and only counted",
    NOTHING: "left out on purpose",
}
_EVENT: Final = {
    "title": "the headline",
    "date": "the day, month, year or span, as people write it",
    "date.end": "the last day",
    "date.year": "the year, where year, month and day have columns of their own",
    "date.month": "the month",
    "date.day": "the day of the month",
    "date.time": "the time of day",
    "date.end.year": "the last year",
    "date.end.month": "the last month",
    "date.end.day": "the last day of the month",
    "date.end.time": "the time at which it ended",
    "date.precision": "how exact the date is: day, about, month or year",
    "date_wording": "the date as a source says it",
    "date_note": "from what the date was taken",
    "date_basis": "stated, relative, inferred or publication",
    "kind": "the kind of event: a word of the vocabulary, or its label",
    "weight": "key, for a turning point",
    "seq": "the order within a day",
    "summary": "one or two sentences about it",
    "place": "a place by its name",
    "place.lat": "its latitude",
    "place.lon": "its longitude",
    "place.within": "what the place lies in, by its name; of several columns the nearest comes first",
    "place.kind": "the kind of place",
    "place.precision": "how exact the coordinates are",
    "actor": "an actor by its name",
    "actor.ROLE": "an actor, and what it did: a word of the vocabulary's roles",
    "claim": "what is claimed, in the editors' own words",
    "by": "who says so, by name",
    "source": "the address of the source that says so, or its title; several are parted",
    "source.title": "the title of that source",
    "source.publisher": "who published that source, by name",
    "source.published": "when that source was published",
    "source.archive": "the address of a capture of it",
    "media": "the name of a picture in content/media/, or the address of one, of a film, of a sound, which becomes a "
    "source; nothing is fetched",
    "media.alt": "what is to be seen, for those who do not see it",
    "media.credit": "who made it, or whose it is",
    "media.caption": "what stands below it; of an address it becomes the title",
    "media.licence": "by what it may be shown",
    "at": "where it stands in that source: the number of a paragraph, a page",
    "figure.MEASURE": "a number of what the vocabulary's measures name; with .min and .max, the least and the most",
    "tags": "words of the vocabulary's tags, or their labels, parted by commas or semicolons",
    "part_of": "the event that it is a part of, by its title or id",
    "related": "what other events are to it: caused-by: EVENT; several are parted by semicolons",
}
_SOURCE: Final = {
    "title": "the title",
    "url": "the address",
    "publisher": "who published it, by name",
    "published": "when it was published",
    "accessed": "when it was read",
    "kind": "the kind of source",
    "language": "its language, such as en",
    "authors": "who wrote it; several are parted by semicolons",
    "editors": "who edited it",
    "translators": "who translated it",
    "container": "what it appeared in",
    "volume": "the volume",
    "issue": "the issue",
    "pages": "the pages",
    "edition": "the edition",
    "place_published": "where it was published",
    "doi": "its digital object identifier",
    "isbn": "its book number",
    "identifier": "another identifier",
    "licence": "its licence",
    "archive": "the address of a capture",
    "archive.date": "the day of the capture",
}
_NAMED: Final = {
    "name": "the name",
    "name.LANGUAGE": "its name in another language",
    "aliases": "other spellings; several are parted by semicolons",
    "kind": "the kind",
    "same_as": "its address in a catalogue such as Wikidata",
}
_PLACE: Final = {
    "within": "what it lies in, by its name",
    "lat": "its latitude",
    "lon": "its longitude",
    "precision": "how exact the coordinates are",
    "located_by": "who gave the coordinates",
}
_ACTOR: Final = {"part_of": "what it is a part of, by its name"}
KINDS: Final = (RecordKind.EVENT, RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.PLACE)
"""What a row may be."""
_OPEN: Final[Mapping[RecordKind, re.Pattern[str]]] = {
    RecordKind.EVENT: re.compile(r"figure\.[a-z0-9-]+(?:\.(?:min|max))?|actor\.[a-z0-9-]+"),
    RecordKind.ACTOR: re.compile(r"name\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*"),
    RecordKind.PLACE: re.compile(r"name\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*"),
}
PARTED: Final[Mapping[str, str]] = {
    "tags": ",;",
    "source": ";",
    "actor": ";",
    "by": ";",
    "place": ";",
    "media": ";",
    "related": ";",
}
"""What parts several values of a column, where the map does not say it."""
_CALLED: Final[Mapping[str, str]] = {
    "title": "title headline header event_title event_name event subject what",
    "date": "date event_date when start start_date date_start begin begins from datum day_of_event",
    "date.end": "end end_date date_end until to ends finish",
    "date.year": "year",
    "date.month": "month",
    "date.day": "day",
    "date.time": "time time_of_day hour start_time clock",
    "date.end.year": "end_year",
    "date.end.month": "end_month",
    "date.end.day": "end_day",
    "date.end.time": "end_time",
    "date_wording": "display_date date_wording date_text date_as_written original_date",
    "date_note": "date_note",
    "kind": "kind type category event_type event_kind",
    "seq": "seq sequence order",
    "summary": "summary description text details abstract what_happened narrative",
    "note": "note notes remark remarks comment comments",
    "place": "place location where site town city locality venue place_name",
    "place.lat": "lat latitude y",
    "place.lon": "lon lng long longitude x",
    "place.within": "within region country province admin1 governorate state",
    "actor": "actor actors who people participants persons actor1 actor2 side_a side_b",
    "claim": "claim statement says",
    "by": "by speaker said_by according_to claimant",
    "source": "source sources source_url url link links reference references source_link",
    "source.title": "source_title source_headline",
    "source.publisher": "source_publisher publisher outlet",
    "source.published": "source_date published publication_date",
    "source.archive": "archive archive_url archived archive_location",
    "at": "paragraph page at locator",
    "figure.killed": "killed deaths dead fatalities death_toll",
    "figure.injured": "injured wounded",
    "tags": "tags tag keywords keyword labels",
    "media": "media image images photo picture video media_url",
    "media.alt": "media_alt alt alt_text image_alt",
    "media.credit": "media_credit credit image_credit",
    "media.caption": "media_caption caption image_caption",
    "media.licence": "media_licence media_license image_licence image_license",
    "part_of": "part_of parent_event",
    "related": "related related_to",
    VICTIMS: "victims victim victim_names names_of_victims casualty_names names_of_the_dead deceased victim_name",
}
_CALLED_OF_SOURCES: Final[Mapping[str, str]] = {
    "title": "title name headline",
    "url": "url link address href source_url website",
    "publisher": "publisher outlet publication medium newspaper",
    "published": "published date publication_date published_at year",
    "accessed": "accessed access_date retrieved",
    "kind": "kind type",
    "language": "language lang",
    "authors": "authors author by byline",
    "container": "container journal booktitle series",
    "volume": "volume",
    "issue": "issue number",
    "pages": "pages page",
    "doi": "doi",
    "isbn": "isbn",
    "licence": "licence license",
    "archive": "archive archive_url archived archive_location",
    "archive.date": "archive_date",
    "note": "note notes remarks comment",
}
_CALLED_OF_NAMED: Final[Mapping[str, str]] = {
    "name": "name title label",
    "aliases": "aliases alias aka also_known_as other_names",
    "kind": "kind type category",
    "same_as": "same_as wikidata viaf geonames",
    "note": "note notes description remarks comment",
    "within": "within region country province parent",
    "lat": "lat latitude y",
    "lon": "lon lng long longitude x",
    "part_of": "part_of parent member_of",
    VICTIMS: "victims victim",
}


def targets(kind: RecordKind) -> Mapping[str, str]:
    """Return what a column of a table of records of a kind may become, with what it means."""
    if kind is RecordKind.EVENT:
        return _EVENT | _BOTH
    if kind is RecordKind.SOURCE:
        return _SOURCE | _BOTH
    return _NAMED | (_PLACE if kind is RecordKind.PLACE else _ACTOR) | _BOTH


def is_target(kind: RecordKind, text: str) -> bool:
    """Return whether a column may become this."""
    return (text in targets(kind) and text == text.lower()) or (
        kind in _OPEN and _OPEN[kind].fullmatch(text) is not None
    )


def plain(name: str) -> str:
    """Return the name of a column as others call it: small letters and digits, joined by low lines."""
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")


def usual(kind: RecordKind) -> Mapping[str, str]:
    """Return what columns become that are called as they usually are."""
    called = {RecordKind.EVENT: _CALLED, RecordKind.SOURCE: _CALLED_OF_SOURCES}.get(kind, _CALLED_OF_NAMED)
    return dict(_pairs(kind, called))


def _pairs(kind: RecordKind, called: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for target, names in called.items():
        if is_target(kind, target):
            yield from ((name, target) for name in names.split())
