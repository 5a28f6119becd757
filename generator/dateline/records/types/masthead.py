"""content/chronology.yml: what the chronology is called, and the words it uses."""

import hashlib
import re
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic.dataclasses import dataclass

from dateline.ground import urls
from dateline.ground.dates import zones
from dateline.ground.problems import Code, did_you_mean
from dateline.records.types.fields import MAX_SHOWN, RECORD, BuriedId, Language, Line, Text, When, like, refuse

_INHERITED_TAG: Final = "tag:dateline.invalid,2026"
_NOT_SLUG: Final = re.compile("[^a-z0-9]+")
_MAX_FEED_ID: Final = 1000
_TAG: Final = re.compile(
    r"tag:[A-Za-z0-9._-]+(?:@[A-Za-z0-9.-]+)?,[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
    r":[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*[A-Za-z0-9]"
)
"""A tag URI that a slash and a name may follow."""
_OFFSET: Final = re.compile(r"(?i)(?:utc|gmt)? ?[-+−]?\d{1,2}(?::?\d\d)?")
_ADDRESS: Final = re.compile("(?!mailto:)(?:[A-Za-z][A-Za-z0-9+.-]*:|//|www\\.)\\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, config=RECORD)
class Term:
    """A word of the vocabulary, as readers see it."""

    _: KW_ONLY
    label: Annotated[Line | None, like("Attack")] = None
    """How the site writes the word; the word itself where absent."""
    description: Annotated[Text | None, like("An assault by any side.")] = None
    """What it means, in one sentence."""


def _empty_as_term(value: Any) -> Any:
    return {} if value is None else value


Terms = dict[Text, Annotated[Term, BeforeValidator(_empty_as_term, json_schema_input_type=Term | None)]]
"""Words, each with its label and meaning; a word without either stands for itself."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Vocabulary:
    """The closed vocabulary: a word outside it is a problem."""

    _: KW_ONLY
    event_kinds: Terms = field(default_factory=dict)
    """Kinds of event."""
    roles: Terms = field(default_factory=dict)
    """What actors do in events."""
    measures: Terms = field(default_factory=dict)
    """What figures count."""
    sides: Terms = field(default_factory=dict)
    """The sides on which sources place actors."""
    place_kinds: Terms = field(default_factory=dict)
    """Kinds of place."""


def inherited_feed_id(title: str) -> str:
    """Return what the ids of the feeds began with before there was a feed_id.

    A title in other letters than a to z is told by its hash as well.
    """
    slug = _NOT_SLUG.sub("-", title.lower()).strip("-")
    if not slug or not title.isascii():
        digest = hashlib.sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        slug = f"{slug}-{digest}".lstrip("-")
    return f"{_INHERITED_TAG}:{slug}"


def _checked_feed_id(text: str | None) -> str | None:
    if text is not None and not (len(text) <= _MAX_FEED_ID and _TAG.fullmatch(text)):
        hint = "write it like tag:example.org,2026:bukamal: a domain of yours, a day or year on which it was, a name"
        raise refuse(Code.BAD_VALUE, f"'{text[:_MAX_FEED_ID]}' is no tag URI (RFC 4151)", hint)
    return text


def _checked_contact(text: str | None) -> str | None:
    """Refuse what looks like the address of a page and is none; a name, or an address for e-mail, may stand."""
    is_address = text is not None and _ADDRESS.fullmatch(text) is not None
    found = urls.fault(text) if text is not None and is_address else None
    if found is not None:
        raise refuse(Code.BAD_URL, found.message, found.hint)
    return text


def _checked_timezone(text: str | None) -> str | None:
    if text is None or text in zones.names():
        return text
    near = zones.named_like(text)
    hint = "name the zone, since its clock may be changed; what has only an offset says so itself: T14:30+03:00"
    if not _OFFSET.fullmatch(text):
        hint = f"write {' or '.join(near)}" if near else did_you_mean(text, zones.names())
    hint = hint or "write the name of a zone of the IANA, such as Asia/Damascus: a continent and a town"
    raise refuse(Code.BAD_VALUE, f"'{text[:MAX_SHOWN]}' is no time zone", hint)


@dataclass(frozen=True, slots=True, config=RECORD)
class Masthead:
    """The chronology's own record."""

    _: KW_ONLY
    title: Annotated[Line, like("The battle of al-Bukamal")]
    """The title of the chronology."""
    description: Text | None = None
    """One sentence."""
    language: Language = "en"
    """The language of the records (BCP 47)."""
    languages: tuple[Language, ...] = ()
    """Further languages in which names are given."""
    timezone: Annotated[Text | None, AfterValidator(_checked_timezone), like("Asia/Damascus")] = None
    """The zone (IANA) whose clock shows the times of day, and by whose days events stand on pages. A time that says how
    far its own clock was ahead of UTC, as T14:30+03:00, is told by this one too."""
    licence: Annotated[Text | None, like("CC-BY-4.0")] = None
    """The licence of the records, as an SPDX identifier."""
    contact: Annotated[Text | None, AfterValidator(_checked_contact), like("corrections@example.org")] = None
    """An address for readers, if there is one: of a web page, or for e-mail."""
    feed_id: Annotated[Text | None, AfterValidator(_checked_feed_id), like("tag:example.org,2026:bukamal")] = None
    """What the ids of the feeds and of their entries hang on: a tag URI (RFC 4151), set once and never changed, so that
    no reader is shown every entry as new when the chronology is renamed."""
    max_quote_words: Annotated[int, Field(strict=True, ge=1, le=100)] = 25
    """How many words a quote may have, where a source's rights are quote. In scripts without spaces, two
    characters count as a word (of Thai, Lao, Khmer, Burmese and Tibetan, four)."""
    loaded_words: Annotated[dict[Text, Text], like({"liberated": "captured", "regime": "government"})] = field(
        default_factory=dict
    )
    """Words that take a side, each with what to write; the check warns of them in titles, claims, summaries and notes,
    unless they stand in quotation marks or the sentence says whose words they are."""
    vocabulary: Vocabulary
    """The words that records may use."""

    @property
    def feeds(self) -> str:
        """What the ids of the feeds begin with; without a feed_id, what was always made of the title."""
        return self.feed_id or inherited_feed_id(self.title)


@dataclass(frozen=True, slots=True, config=RECORD)
class Tombstone:
    """What is left of a record, or of a claim, that was published and then removed."""

    _: KW_ONLY
    kind: Literal["event", "source", "actor", "place", "dispute", "claim"]
    """What kind of record it was, or a claim of an event."""
    id: BuriedId
    """Its id, which is never used again; of a claim, event-id#claim-id."""
    date: When
    """The day of its removal."""
    note: Text
    """Why it was removed."""
    instead: Text | None = None
    """The id of the record of the same kind that took its place, if any; of a claim, event-id#claim-id."""
    formerly: Annotated[tuple[When, ...], like(["2017-11-12"])] = ()
    """The dates that an event had: the pages on which it stood say what became of it; by default the date in its id."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Graveyard:
    """content/tombstones.yml: every record that was published and then removed."""

    _: KW_ONLY
    tombstones: tuple[Tombstone, ...] = ()
    """The tombstones."""
