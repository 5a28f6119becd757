"""Keys that editors look for under another name, or that records do not have: what to write instead."""

import re
from collections.abc import Mapping
from typing import Final

from dateline.ground.problems import did_you_mean
from dateline.records.loading.typed_references import PLACE_KEYS
from dateline.records.types import (
    Actor,
    ActorRole,
    Citation,
    Claim,
    Creator,
    Event,
    Ownership,
    Paragraph,
    Picture,
    Place,
    PlaceRole,
    Report,
    Side,
    Source,
    SourcePassage,
)
from dateline.records.types.dated_facts import DatedName, LiesIn, Membership
from dateline.records.types.event import Figure
from dateline.records.types.fields import is_id
from dateline.records.types.likeness import ActorLikeness, PlaceLikeness
from dateline.records.types.masthead import Tombstone
from dateline.records.types.related import RelatedEvent
from dateline.records.types.shapes import keys_of
from dateline.records.types.source import Archive, Corrected, Gone, Withdrawn

_PROPOSED: Final = re.compile(r"\bwrite (\w+)")
"""Which key a hint says to write: it is no hint where a record has none."""
_IN_A_LANGUAGE: Final = re.compile("(?P<key>title|name)_(?P<language>[a-z]{2})")
"""A title or a name with the language behind it, title_en."""
_NOTE: Final = "there is no key for it yet: say it in note"
_TIMES: Final = {
    **dict.fromkeys(("since", "start", "start_date", "begin", "begins", "starts"), "write from"),
    **dict.fromkeys(("to", "end", "end_date", "ends", "till"), "write until"),
    **dict.fromkeys(("source", "reference", "ref"), "write cite: {source: …, paragraph: …}"),
}
"""What editors may call the keys of a fact that held for a time."""
_TIMES_CITED: Final = _TIMES | dict.fromkeys(
    ("cites", "cite_from", "cite_until", "sources"),
    "write cite as a list: [{source: …, paragraph: …}, {source: …, paragraph: …}]",
)
"""The same of a fact that may rest on several places."""
_OF_RECORDS: Final = {
    **dict.fromkeys(("former_names", "formerly", "old_name", "renamed"), "write named: [{name: …, until: …, cite: …}]"),
    **dict.fromkeys(
        ("former_name", "previous_name", "previous_names", "old_names", "historical_names", "known_as_until"),
        "write named: [{name: …, until: …, cite: …}]",
    ),
    **dict.fromkeys(
        ("until", "from", "since", "founded", "dissolved"),
        "write it where it is true of a name, or of a whole: named: [{name: …, until: …, cite: …}]",
    ),
    **dict.fromkeys(
        ("renamed_to", "renamed_as", "became", "merged_into", "absorbed_by", "replaced_by", "followed_by"),
        "write succeeds in the record of what came after: both pages show it",
    ),
    **dict.fromkeys(
        (
            "predecessors",
            "split_from",
            "merger_of",
            "formed_from",
            "successor_of",
            "successor_to",
            "replaces",
            "follows",
        ),
        "write succeeds: […], the ids of what came before",
    ),
    **dict.fromkeys(
        ("born", "birth", "birth_date", "date_of_birth", "died", "death", "death_date", "date_of_death"),
        "what happened is an event of its own, with a source; what a reader must know goes into note",
    ),
}
"""What editors may give an actor or a place as a whole, and only a fact about it has."""

_EVERYWHERE: Final = {
    **dict.fromkeys(("comment", "comments", "remark", "remarks", "notes"), "write note"),
    **dict.fromkeys(("lang",), "write language"),
    **dict.fromkeys(("alias", "aka", "also_known_as", "other_names"), "write aliases"),
    **dict.fromkeys(
        (
            "until",
            "from",
            "since",
            "confidence",
            "reliability",
            "importance",
            "weight",
        ),
        _NOTE,
    ),
    "predecessor": "write succeeds",
    **dict.fromkeys(("draft", "hidden", "private", "unpublished"), "write state: draft"),
    **dict.fromkeys(
        ("merged_into", "duplicate_of", "replaced_by", "superseded_by"),
        "one of two records goes, with a tombstone that leads to the other: dateline merge",
    ),
    **dict.fromkeys(
        ("maybe_same_as", "possibly_same_as", "possibly", "might_be", "likely_same_as"), "write perhaps_same_as: […]"
    ),
    **dict.fromkeys(
        ("succeeded_by", "successor"), "write succeeds in the record of what came after: both pages show it"
    ),
    **dict.fromkeys(("wikidata", "viaf", "geonames", "sameas"), "write same_as: [https://…]"),
    **dict.fromkeys(("tags", "keywords"), "only events have tags: kind groups other records"),
}
_CONVERTED: Final = "convert it to decimal degrees, lat and lon, and say in located_by what it was"
_ELSEWHERE: Final[dict[type, dict[str, str]]] = {
    Event: {
        **dict.fromkeys(("name", "headline"), "write title"),
        **dict.fromkeys(("description", "abstract", "text", "body"), "write summary"),
        **dict.fromkeys(("when", "day", "start", "start_date"), "write date"),
        **dict.fromkeys(("time", "hour", "clock"), 'write it behind the day, as date: "2031-03-02T12:10"'),
        **dict.fromkeys(("timezone", "time_zone", "tz", "offset"), 'write it into date, as "2031-03-02T12:10+02:00"'),
        **dict.fromkeys(("date_text", "date_quote", "original_date", "dated"), "write date_wording"),
        **dict.fromkeys(("type", "category"), "write kind"),
        **dict.fromkeys(("location", "where", "place"), "write places: [{place: …}]"),
        **dict.fromkeys(("actor", "who", "participants", "people"), "write actors: [{actor: …, role: …}]"),
        **dict.fromkeys(
            ("source", "sources", "cite", "url", "link", "reference", "references"),
            "sources are cited in reports: claims, reports, cite",
        ),
        **dict.fromkeys(
            ("tag", "keywords", "topics", "themes", "labels"), "write tags: […], words of the vocabulary's tags"
        ),
        **dict.fromkeys(("caused_by", "cause"), "write related: [{event: …, how: caused-by, cite: …}]"),
        **dict.fromkeys(
            ("causes", "caused", "led_to"),
            "write related: [{event: …, how: caused-by, cite: …}] in the record of what it caused: both pages show it",
        ),
        **dict.fromkeys(("see_also", "relations", "associations"), "write related: [{event: …, how: …, cite: …}]"),
        **dict.fromkeys(("parent", "within", "belongs_to"), "write part_of"),
        **dict.fromkeys(("parts", "subevents"), "write part_of in the record of each part: both pages show it"),
        **dict.fromkeys(
            ("image", "images", "photo", "photos", "picture", "pictures"),
            "write media: [{image: …, alt: …, credit: …, licence: …}]",
        ),
        **dict.fromkeys(("video", "audio"), "a source of that kind is cited instead"),
        **dict.fromkeys(("end", "end_date"), "write date: first/last, such as 2031-03-01/2031-03-03"),
    },
    Source: {
        **dict.fromkeys(("name", "headline"), "write title"),
        **dict.fromkeys(("link", "address", "href", "website"), "write url"),
        **dict.fromkeys(("date", "publication_date", "published_at"), "write published"),
        **dict.fromkeys(("original_date", "composed", "date_written", "first_published"), "write written"),
        **dict.fromkeys(("type", "category"), "write kind"),
        **dict.fromkeys(("published_by", "publication", "medium", "outlet"), "write publisher"),
        **dict.fromkeys(("retrieved", "visited", "read", "access_date"), "write accessed"),
        **dict.fromkeys(("author", "byline", "by"), "write authors: [{name: …}], or {actor: …} for each"),
        **dict.fromkeys(("editor",), "write editors: [{name: …}]"),
        **dict.fromkeys(("translator",), "write translators: [{name: …}]"),
        **dict.fromkeys(("journal", "magazine", "newspaper", "series", "booktitle"), "write container"),
        **dict.fromkeys(
            (
                "issn",
                "docket",
                "call_number",
                "report_number",
                "pmid",
                "pmcid",
                "arxiv",
                "oclc",
                "lccn",
                "ark",
                "handle",
            ),
            "write identifier",
        ),
        **dict.fromkeys(
            ("translated_title", "title_translated", "title_translation", "original_title", "title_original", "gloss"),
            "write titles: {en: …}, each under the code of its language",
        ),
        **dict.fromkeys(("license",), "write licence"),
        **dict.fromkeys(("page",), "write pages; a page that is cited stands in passages: [{at: …}]"),
        **dict.fromkeys(
            ("place", "location", "city", "publisher_place", "address_of_publisher"), "write place_published"
        ),
        **dict.fromkeys(("number",), "write issue, or identifier"),
        **dict.fromkeys(
            ("url_dead", "dead", "dead_link", "deleted", "offline", "removed", "url_status", "dead_since"),
            "write gone: {date: …}, the day on which it was first missed",
        ),
        **dict.fromkeys(
            (
                *("archives", "archived", "captures", "wayback", "capture", "snapshot", "mirror"),
                *("archive_url", "archiveurl", "archive_link", "archive_date", "archivedate"),
            ),
            "write archive: [{url: …, date: …}]",
        ),
        **dict.fromkeys(("retracted", "retraction", "recalled"), "write withdrawn: {date: …, note: …}"),
        **dict.fromkeys(
            ("erratum", "corrigendum", "correction", "corrections", "updated", "clarification", "editors_note"),
            "write corrected: [{date: …, paragraphs: […], note: …}]",
        ),
        **dict.fromkeys(("status",), "write withdrawn, corrected or gone, each with its date"),
        **dict.fromkeys(("locator", "scheme", "counted"), "write locators"),
    },
    RelatedEvent: {
        **dict.fromkeys(("id", "to", "target", "with"), "write event"),
        **dict.fromkeys(("relation", "type", "kind"), "write how"),
        **dict.fromkeys(("source", "reference", "ref"), "write cite: {source: …, paragraph: …}"),
    },
    ActorLikeness: {
        **dict.fromkeys(("id", "person", "who"), "write actor"),
        **dict.fromkeys(("because", "why", "reason"), "write note"),
    },
    PlaceLikeness: {
        **dict.fromkeys(("id", "where"), "write place"),
        **dict.fromkeys(("because", "why", "reason"), "write note"),
    },
    Tombstone: {
        **dict.fromkeys(
            (
                "merged_into",
                "merged",
                "redirect",
                "replaced_by",
                "successor",
                "moved_to",
                "see",
                "became",
                "duplicate_of",
            ),
            "write instead",
        ),
        **dict.fromkeys(("reason", "why", "because", "comment"), "write note"),
        **dict.fromkeys(("removed", "deleted", "day", "when"), "write date"),
        **dict.fromkeys(("type",), "write kind"),
    },
    Archive: {
        **dict.fromkeys(("link", "address", "href", "archive_url"), "write url"),
        **dict.fromkeys(("captured", "day", "timestamp", "archived", "archive_date", "saved"), "write date"),
    },
    Gone: {
        **dict.fromkeys(("since", "day", "when", "from", "noticed"), "write date"),
        **dict.fromkeys(("reason", "why"), "write note"),
    },
    Withdrawn: {
        **dict.fromkeys(("since", "day", "when"), "write date"),
        **dict.fromkeys(("reason", "why"), "write note"),
    },
    Corrected: {
        **dict.fromkeys(("since", "day", "when"), "write date"),
        **dict.fromkeys(("reason", "why", "what"), "write note"),
        **dict.fromkeys(("paragraph",), "write paragraphs: […]"),
    },
    Creator: {
        **dict.fromkeys(
            ("first", "last", "given", "family", "first_name", "last_name", "surname", "forename"),
            "write name, with all its parts in one",
        ),
        **dict.fromkeys(("id", "person", "author"), "write actor, or name of who has no record"),
        **dict.fromkeys(("literal",), "write name"),
    },
    Paragraph: {
        **dict.fromkeys(("gloss", "translated", "english"), "write translation"),
        **dict.fromkeys(PLACE_KEYS, 'write at: "…", such as at: "4-27"'),
        **dict.fromkeys(("number", "paragraph", "nr", "p", "para"), "write n"),
        **dict.fromkeys(("start", "begin"), "write begins"),
        **dict.fromkeys(("end",), "write ends"),
    },
    SourcePassage: {
        **dict.fromkeys(("gloss", "translated", "english"), "write translation"),
        **dict.fromkeys((*PLACE_KEYS, "n", "locator"), 'write at: "…", such as at: "4-27"'),
        **dict.fromkeys(("start", "begin"), "write begins"),
        **dict.fromkeys(("end",), "write ends"),
    },
    Citation: {
        **dict.fromkeys((*PLACE_KEYS, "passage", "locator"), 'write at: "…", such as at: "4-27"'),
        **dict.fromkeys(("n", "p", "number", "nr", "para"), "write paragraph"),
    },
    Membership: {
        **_TIMES_CITED,
        **dict.fromkeys(("office", "role", "position", "title", "rank", "post"), "write as"),
        **dict.fromkeys(("body", "of", "in", "member_of"), "write actor"),
    },
    LiesIn: {**_TIMES_CITED, **dict.fromkeys(("in", "of", "within"), "write place")},
    DatedName: {**_TIMES_CITED, **dict.fromkeys(("lang",), "write language")},
    Ownership: {**_TIMES_CITED, **dict.fromkeys(("owner", "actor", "whose"), "write of")},
    Side: _TIMES,
    Picture: {
        **dict.fromkeys(("file", "src", "path", "name", "url"), "write image: the name of a file in content/media/"),
        **dict.fromkeys(("description", "alternative", "alt_text"), "write alt"),
        **dict.fromkeys(("title", "text", "legend"), "write caption"),
        **dict.fromkeys(("by", "author", "photographer", "copyright", "owner", "rights"), "write credit"),
        **dict.fromkeys(("license",), "write licence"),
        **dict.fromkeys(("source", "paragraph"), "write cite: {source: …, paragraph: …}"),
    },
    Actor: {
        **_OF_RECORDS,
        **dict.fromkeys(("office", "position", "post", "rank"), "write part_of: [{actor: …, as: …, cite: …}]"),
        **dict.fromkeys(("title",), "write name"),
        **dict.fromkeys(("type", "category"), "write kind"),
        **dict.fromkeys(("description", "profile"), "write it below the front matter"),
        **dict.fromkeys(("parent", "member_of", "belongs_to", "subsidiary_of", "branch_of"), "write part_of"),
        **dict.fromkeys(
            ("memberships", "affiliations", "affiliation", "positions", "offices", "career", "employer", "party"),
            "write part_of: [{actor: …, as: …, from: …, until: …, cite: …}]",
        ),
        **dict.fromkeys(("side",), "write sides: [{side: …, cite: {source: …, paragraph: …}}]"),
    },
    Place: {
        **_OF_RECORDS,
        **dict.fromkeys(("planet", "celestial_body", "world"), "write globe"),
        **dict.fromkeys(("title",), "write name"),
        **dict.fromkeys(("type", "category"), "write kind"),
        **dict.fromkeys(("description", "summary"), "write note"),
        **dict.fromkeys(("parent", "in", "located_in", "part_of", "country"), "write within"),
        **dict.fromkeys(("latitude",), "write lat"),
        **dict.fromkeys(("longitude", "long", "lng"), "write lon"),
        **dict.fromkeys(("x", "easting"), "write lon, in decimal degrees"),
        **dict.fromkeys(("y", "northing"), "write lat, in decimal degrees"),
        **dict.fromkeys(("coordinates", "coords", "location", "geo", "position", "point", "gps"), "write lat and lon"),
        **dict.fromkeys(("latlon", "latlng", "latlong", "lat_lon", "lat_lng", "lat_long"), "write lat and lon"),
        **dict.fromkeys(("geometry", "map", "osm", "google_maps", "map_link", "map_url"), "write lat and lon"),
        **dict.fromkeys(("utm", "mgrs", "grid", "grid_ref", "grid_reference", "gridref", "os_grid"), _CONVERTED),
        **dict.fromkeys(("geohash", "plus_code", "pluscode", "what3words", "w3w", "maidenhead"), _CONVERTED),
        **dict.fromkeys(("accuracy", "certainty", "exactness", "uncertainty"), "write precision"),
        **dict.fromkeys(("coordinates_source", "coordinate_source", "geocoded_by", "gazetteer"), "write located_by"),
    },
    PlaceRole: {
        **dict.fromkeys(("location", "where", "id", "name"), "write place"),
        **dict.fromkeys(("role", "what", "comment"), "write note"),
    },
    ActorRole: {
        **dict.fromkeys(("who", "person", "id", "name"), "write actor"),
        **dict.fromkeys(("as", "part", "kind", "type"), "write role, a word of the vocabulary's roles"),
    },
    Claim: {
        **dict.fromkeys(("title", "claim", "statement", "summary", "description", "says"), "write text"),
        **dict.fromkeys(("sources", "source", "cite"), "sources are cited in reports: reports, cite"),
        **dict.fromkeys(("by", "speaker", "stance"), "write it in an entry of reports"),
    },
    Report: {
        **dict.fromkeys(("speaker", "speakers", "who", "said_by", "actor"), "write by: […]"),
        **dict.fromkeys(("quote",), "a quotation stands in the paragraph of the source"),
        **dict.fromkeys(("numbers", "number", "count", "toll"), "write figures: [{measure: …, exact: …}]"),
    },
    Figure: {
        **dict.fromkeys(("number", "value", "amount", "count"), "write exact, or min and max"),
        **dict.fromkeys(("kind", "type", "what", "counted", "counts", "category", "figure", "name"), "write measure"),
        **dict.fromkeys(("low", "from", "least", "minimum", "at_least", "lower", "lower_bound"), "write min"),
        **dict.fromkeys(("high", "to", "most", "maximum", "at_most", "up_to", "upper", "upper_bound"), "write max"),
        **dict.fromkeys(("more_than", "over", "above"), "write min, and the words in wording"),
        **dict.fromkeys(("less_than", "fewer_than", "under", "below"), "write max, and the words in wording"),
        **dict.fromkeys(("range", "between", "bounds"), "write min and max"),
        **dict.fromkeys(("percent", "percentage", "per_cent"), "let the measure say percent: true, and write exact"),
        **dict.fromkeys(("estimate", "estimated", "best"), "write exact, and approximate: true"),
        **dict.fromkeys(("period", "when", "where", "subset"), "write scope"),
        **dict.fromkeys(("object", "thing", "weapon"), "write item"),
        **dict.fromkeys(("units", "in"), "write unit, such as unit: km"),
        **dict.fromkeys(("money",), "write currency, such as currency: USD"),
        **dict.fromkeys(("of_all", "total", "outof"), "write out_of"),
        **dict.fromkeys(("about", "circa", "approx"), "write approximate: true"),
        **dict.fromkeys(("who", "actor", "whose"), "write of"),
        **dict.fromkeys(("text", "words"), "write wording"),
    },
}


def instead_of_key(record_type: type | None, key: str) -> str:
    """Return what to write instead of a key that there is not; nothing where nobody foresaw it."""
    if record_type is None:
        return ""
    folded = key.strip().lower().replace("-", "_").replace(" ", "_")
    known, general = keys_of(record_type), _EVERYWHERE.get(folded, "")
    if (tongue := _IN_A_LANGUAGE.fullmatch(folded)) and f"{tongue['key']}s" in known:
        return f"write {tongue['key']}s: {{{tongue['language']}: …}}"
    named = {*_PROPOSED.findall(general), *(word for word in ("note", "kind") if re.search(rf"\b{word}\b", general))}
    return _ELSEWHERE.get(record_type, {}).get(folded) or (general if named <= known.keys() else "")


def as_value(record_type: type | None, key: str, said: object, beside: Mapping[str, object]) -> str:
    """Return what to write where the value of the first key stands as a key: {killed: 50}, {council: host}."""
    if record_type is None or record_type not in {Figure, ActorRole} or did_you_mean(key, keys_of(record_type)):
        return ""
    first, then = ("measure", "exact") if record_type is Figure else ("actor", "role")
    is_number = isinstance(said, int | float) and not isinstance(said, bool)
    is_meant = is_number if record_type is Figure else isinstance(said, str) and is_id(said)
    return f"write {first}: {key}, {then}: {said}" if is_meant and is_id(key) and not {first, then} & {*beside} else ""
