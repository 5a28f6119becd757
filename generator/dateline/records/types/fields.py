"""The kinds of value that records are made of, each with its own refusal."""

import re
import unicodedata
from collections.abc import Mapping
from functools import partial
from typing import Annotated, Final, TypeGuard

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from dateline.ground import ucum, urls
from dateline.ground.counting import how_counted, word_count
from dateline.ground.languages import counted, language_codes
from dateline.ground.problems import Code
from dateline.ground.provenance import MAX_LOCATOR_LENGTH, MAX_LOCATOR_WORDS
from dateline.ground.yamltree import Loose, Surprise
from dateline.ground.yamltree.scalars import text_scalar
from dateline.records.types import amounts, counted_names, degrees_told

RECORD: Final = ConfigDict(extra="forbid", defer_build=True)
"""What all record types share: unknown keys are refused; what reads a type is built when the first one is read."""

MAX_ID: Final = 80
MAX_TEXT: Final = 20_000
"""How many characters any text may have: ten pages of a book."""
MAX_LINE: Final = 1_000
"""How many characters a title, a name, a label or a question may have."""
MAX_SHOWN: Final = 100
AMOUNT: Final = "amount"
"""What the context of a refusal calls the text that stands where a figure's number belongs."""
_PAIR: Final = 2
ONE_OF: Final = "x-one-of"
"""The key that marks, in a schema, whose words a text takes."""
ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ID: Final = re.compile(ID_PATTERN)
LANGUAGE_PATTERN: Final = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
_LANGUAGE: Final = re.compile(LANGUAGE_PATTERN)
_DATED: Final = re.compile(r"-[a-z]")
_NO_ID: Final = re.compile(r"[^a-z0-9]+")
_ID_TYPED: Final = rf"^\s*(?!\S{{{MAX_ID + 1}}}){ID_PATTERN[1:-1]}\s*$"
"""The same for schemas, which see a text before the spaces around it are taken off."""
_BURIED_TYPED: Final = rf"^\s*{ID_PATTERN[1:-1]}(#{ID_PATTERN[1:-1]})?\s*$"
_LANGUAGE_TYPED: Final = rf"^\s*{LANGUAGE_PATTERN[1:-1]}\s*$"
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_CLAIM: Final = re.compile(r"(?P<event>[^#]+)#(?P<claim>[^#]+)")
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_PLAIN_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_NOT_HTML: Final = re.compile(r"[\x00\ud800-\udfff]")


def refuse(code: Code, message: str, hint: str = "") -> PydanticCustomError:
    """Return the error that the loader turns into a problem of `code`."""
    return PydanticCustomError(code.value, "{message}", {"message": message, "hint": hint})


def key_of(field: str) -> str:
    """Return the key that a field is written as: a word of Python's cannot be its name, and has a line behind it."""
    return field.rstrip("_")


def like(*examples: object) -> object:
    """Return the examples of a field, for the schemas and the field reference."""
    return Field(examples=list(examples))


def one_of(words: str) -> object:
    """Mark a text as one of the chronology's `words`: a list of its vocabulary, or the ids of a kind of record.

    The marks are what editors are offered; it is rules that refuse a word outside the list.
    """
    return Field(json_schema_extra={ONE_OF: words})


def is_id(text: str) -> bool:
    """Return whether `text` is made of a-z, 0-9 and single hyphens, 80 characters at most."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None and "\n" not in text


def nearest_id(text: str) -> str:
    """Return the id that is nearest to a text: lower-case a-z, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:MAX_ID].strip("-")


def _checked_id(text: str) -> str:
    if not is_id(text):
        message = f"'{text[:MAX_ID]}' is no id: lower-case a-z, 0-9 and single hyphens, {MAX_ID} at most"
        near = _NO_ID.sub("-", text.casefold()).strip("-")
        raise refuse(Code.BAD_ID, message, f"write {_as_typed_id(near)}" if is_id(near) else "")
    return text


def _as_typed_id(text: str) -> str:
    """Return an id as it is typed: in quotes where YAML would read a number, a date or a word such as no."""
    return text if _DATED.search(text) else text_scalar(text)


def _checked_buried(text: str) -> str:
    event, hash_, claim = text.partition("#")
    return f"{_checked_id(event)}#{_checked_id(claim)}" if hash_ else _checked_id(text)


def _checked_claim_reference(text: str) -> str:
    match = _CLAIM.fullmatch(text)
    if match is None:
        raise refuse(Code.UNKNOWN_CLAIM, f"'{text}' names no claim: write event-id#claim-id")
    return text


_LEAVE_AWAY: Final = "leave the rest away: a locator finds the paragraph, and does not repeat it"


def _checked_locator(text: str) -> str:
    words = word_count(text)
    if words > MAX_LOCATOR_WORDS:
        message = f"a locator has {MAX_LOCATOR_WORDS} words at most, this one has {words}"
        raise refuse(Code.LOCATOR_TOO_LONG, message, how_counted(text) or _LEAVE_AWAY)
    if len(text) > MAX_LOCATOR_LENGTH:
        message = f"a locator has {MAX_LOCATOR_LENGTH} characters at most, this one has {len(text)}"
        raise refuse(Code.LOCATOR_TOO_LONG, message, _LEAVE_AWAY)
    return text


def _checked_language(text: str) -> str:
    if _LANGUAGE.fullmatch(text) and not language_codes.is_code(text):
        instead = language_codes.instead_of_code(text) or "look it up among those of ISO 639, such as en or pt-BR"
        raise refuse(Code.BAD_VALUE, f"'{text}' is not the code by which a language is known here", instead)
    if not _LANGUAGE.fullmatch(text):
        hint = language_codes.instead_of_code(text) or "write two or three letters, such as en or pt-BR (BCP 47)"
        raise refuse(Code.BAD_VALUE, f"'{text[:MAX_SHOWN]}' is no language code", hint)
    return text


def _checked_sha256(text: str) -> str:
    if not _SHA256.fullmatch(text):
        hint = "copy all of it, or leave the key away"
        raise refuse(Code.BAD_FINGERPRINT, "this is no SHA-256: 64 digits 0-9 and a-f", hint)
    return text


def _checked_url(text: str) -> str:
    found = urls.fault(text)
    if found is not None:
        raise refuse(Code.BAD_URL, found.message, found.hint)
    return text


def number_as_text(value: object) -> object:
    """Take a plain whole number for text: every YAML tool reads the same digits."""
    return str(value) if type(value) is int else value


def _checked_at(text: str) -> str:
    if len(text) > MAX_LOCATOR_LENGTH:
        raise _too_long(text, "a place in a source", MAX_LOCATOR_LENGTH)
    return text


def _read_amount(value: object) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _read_typed_amount(value)
    if isinstance(value, Loose):
        raise _no_amount(value.text, f"'{value.text}' is not the same number to every reader")
    if isinstance(value, int) and len(f"{abs(value)}") > amounts.EXACT_DIGITS:
        raise _no_amount(f"{value}", f"many tools round {value}, which has more than {amounts.EXACT_DIGITS} digits")
    return value


def _spelt_degrees(axis: str, value: object) -> object:
    """Refuse degrees that are no plain number, and say what number they come to, where that is plain to see."""
    if isinstance(value, list) and len(value) == _PAIR and all(type(one) in {int, float} for one in value):
        both = degrees_told.point(f"{value[0]}, {value[1]}")
        if both is not None:
            hint = f"give lat: {both[0]} and lon: {both[1]}, each as a key of its own"
            raise refuse(Code.WRONG_TYPE, f"'{axis}' takes a number, not a list", hint)
    if not isinstance(value, str | Surprise):
        return value
    text = value if isinstance(value, str) else value.text
    code = Code.WRONG_TYPE if isinstance(value, str) else Code.SURPRISING_TYPE
    message = f"'{axis}' takes a number in decimal degrees, not '{text[:MAX_SHOWN]}'"
    raise refuse(code, message, degrees_told.advice(axis, text))


def _is_keyed(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def _read_typed_amount(value: object) -> int:
    """Read a whole number that stands in quotes because many tools would round it; refuse all other text."""
    if isinstance(value, list) and len(value) == _PAIR and all(isinstance(item, int | float) for item in value):
        value = f"{value[0]} to {value[1]}"
    typed = value.text if isinstance(value, Surprise) else value
    if not isinstance(typed, str) or not typed.strip():
        inner = [f"{key}: {value[key]}" for key in ("exact", "min", "max") if key in value] if _is_keyed(value) else []
        hint = f"give {' and '.join(inner)} as keys of the figure itself" if inner else "words go into wording"
        raise refuse(Code.WRONG_TYPE, "a figure is a number in plain digits", hint)
    if isinstance(value, str) and amounts.is_long_number(typed):
        return int(typed)
    if amounts.without_sign(typed) is not None:
        raise _negative(typed)
    if isinstance(value, Surprise):
        said = f"'{typed}' is not read as the same number by every YAML tool"
        raise _no_amount(typed, said, Code.SURPRISING_TYPE)
    if amounts.decimal(typed) is not None and len(typed) <= amounts.EXACT_DIGITS and _NUMBER.fullmatch(typed):
        raise refuse(Code.WRONG_TYPE, "a figure is a number in plain digits", f"write {typed} without quotes")
    raise _no_amount(typed, f"'{typed[:MAX_SHOWN]}' is no number in plain digits", Code.WRONG_TYPE)


def _no_amount(typed: str, message: str, code: Code = Code.SURPRISING_TYPE) -> PydanticCustomError:
    """Return the refusal of a figure's number; the loader, which knows the other keys, says what to write."""
    return PydanticCustomError(code.value, "{message}", {"message": message, AMOUNT: typed})


def _negative(typed: str) -> PydanticCustomError:
    number = amounts.without_sign(typed)
    hint = f"{negative_hint(f'{number}')}, and the number is -{number}"
    return refuse(Code.FIGURE_NEGATIVE, f"{typed} is below zero", hint)


def negative_hint(number: str) -> str:
    """Return what to write for a number below zero, of which this is the number without its sign."""
    told = f"write {number}, and let the measure say which way, such as lost or fell"
    return f"{told}; of what may go either way, the measure says signed: true"


def _checked_unit(text: str) -> str:
    meant = ucum.meant_by(text)
    if text == "%" or ucum.unit_of(text) is None:
        hint = f"write {text_scalar(meant)}" if meant else counted_names.instead_of_unit(text)
        raise refuse(Code.BAD_VALUE, f"'{text[:MAX_SHOWN]}' is no code of a unit", hint)
    return text


def _checked_currency(text: str) -> str:
    if not counted.is_currency(text):
        hint = counted_names.instead_of_currency(text)
        raise refuse(Code.BAD_VALUE, f"'{text[:MAX_SHOWN]}' is no code of a currency", hint)
    return text


def _checked_text(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise _too_long(text, "a text", MAX_TEXT)
    character = _NOT_HTML.search(text)
    if character is not None:
        message = f"the character U+{ord(character[0]):04X} cannot stand on a page"
        raise refuse(Code.BAD_VALUE, message, "remove it")
    return text


def _checked_line(text: str) -> str:
    if len(text) > MAX_LINE:
        raise _too_long(text, "a title, a name, a label or a question", MAX_LINE)
    return text


def _too_long(text: str, what: str, most: int) -> PydanticCustomError:
    message = f"{what} has {most:,} characters at most, this one has {len(text):,}"
    return refuse(Code.TEXT_TOO_LONG, message, "shorten it; what is longer belongs in several records")


def _checked_count(number: int) -> int:
    if number < 1:
        raise refuse(Code.BAD_VALUE, f"{number} is below one", "numbers are counted from one")
    return number


def one_or_several(value: object) -> object:
    """Take one entry for a list of one."""
    return value if isinstance(value, list | tuple) else (value,)


def _listing(value: object) -> object:
    """Refuse a list that an editor left empty; a record made of another may have none."""
    if value == [] and isinstance(value, list):
        raise PydanticKnownError("too_short", {"field_type": "List", "min_length": 1, "actual_length": 0})
    return value


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Text = Annotated[str, Strict(), StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_checked_text)]
"""Some text, never empty, of 20,000 characters at most."""
Line = Annotated[Text, AfterValidator(_checked_line), Field(json_schema_extra={"maxLength": MAX_LINE})]
"""A text that stands on one line of a page, such as a title: 1,000 characters at most."""
Id = Annotated[Text, AfterValidator(_checked_id), Field(json_schema_extra={"pattern": _ID_TYPED})]
"""The id that this record or part of a record is given."""
BuriedId = Annotated[
    Text, AfterValidator(_checked_buried), Field(json_schema_extra={"pattern": _BURIED_TYPED}), like("old-clerk")
]
"""The id that a record had, or that a claim had."""
ActorId = Annotated[Text, one_of("actors"), like("council")]
"""The id of an actor."""
PlaceId = Annotated[Text, one_of("places"), like("old-well")]
"""The id of a place."""
SourceId = Annotated[Text, one_of("sources"), like("gazette-2031-03-04")]
"""The id of a source."""
DisputeId = Annotated[Text, one_of("disputes"), like("who-closed-the-well")]
"""The id of a dispute."""
EventId = Annotated[Text, one_of("events"), like("2031-03-03-well-closed")]
"""The id of an event."""
EventKind = Annotated[Text, one_of("event_kinds"), like("attack")]
"""A word of the vocabulary's event_kinds; so are those that follow, of its other lists."""
Role = Annotated[Text, one_of("roles"), like("attacker")]
Measure = Annotated[Text, one_of("measures"), like("killed")]
SideWord = Annotated[Text, one_of("sides"), like("council-side")]
PlaceKind = Annotated[Text, one_of("place_kinds"), like("city")]
ActorKind = Annotated[Text, one_of("actor_kinds"), like("armed-force")]
SourceKind = Annotated[Text, one_of("source_kinds"), like("article")]
DisputeKind = Annotated[Text, one_of("dispute_kinds"), like("control")]
ResolutionRule = Annotated[Text, one_of("resolution_rules"), like("later-reporting")]
TagWord = Annotated[Text, one_of("tags"), like("water")]
RelationWord = Annotated[Text, one_of("relations"), like("caused-by")]
ClaimReference = Annotated[
    Text,
    AfterValidator(_checked_claim_reference),
    one_of("claims"),
    like("2031-03-03-well-closed#closed"),
]
"""A claim from anywhere: event-id#claim-id."""
Locator = Annotated[Text, AfterValidator(_checked_locator), like("The clerk of Lindwell,")]
"""At most eight words and 80 characters of the source's text, as typed there; in a script without spaces, two
characters count as a word (of Thai, Lao, Khmer, Burmese and Tibetan, four)."""
Fingerprint = Annotated[Text, AfterValidator(_checked_sha256), like("9f86d081884c7d65…")]
"""A SHA-256 in 64 lower-case hexadecimal digits."""
Url = Annotated[Text, AfterValidator(_checked_url), like("https://gazette.example/…")]
"""A complete http or https address, at most 2000 characters."""
Amount = Annotated[
    int | float,
    PlainValidator(_read_amount),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {"type": "string", "pattern": rf"^[1-9][0-9]{{{amounts.EXACT_DIGITS},{amounts.MAX_DIGITS - 1}}}$"},
            ],
            "examples": [10],
        }
    ),
]
"""A number, from zero up unless its measure is signed; a whole number of more than 15 digits stands in quotes, lest
tools round it."""
PositiveInt = Annotated[int, Strict(), AfterValidator(_checked_count), Field(json_schema_extra={"minimum": 1})]
"""A whole number from one up."""
At = Annotated[
    Text,
    BeforeValidator(number_as_text, json_schema_input_type=str | int),
    AfterValidator(_checked_at),
    like("4-27", "7574:12..25", "2.47.3", "00:12:31"),
]
"""Where something stands in a source, counted as its locators say; what runs from one place to another is "a..b"."""
LISTING: Final = (BeforeValidator(_listing), Field(json_schema_extra={"minItems": 1}))
"""What marks a list that has an entry wherever it is written."""
UnitCode = Annotated[Text, AfterValidator(_checked_unit)]
"""The code of a unit in UCUM."""
CurrencyCode = Annotated[Text, AfterValidator(_checked_currency)]
"""The code of a currency, ISO 4217."""
Latitude = Annotated[float, Strict(), BeforeValidator(partial(_spelt_degrees, "lat"))]
"""Degrees to the north, below zero to the south."""
Longitude = Annotated[float, Strict(), BeforeValidator(partial(_spelt_degrees, "lon"))]
"""Degrees to the east, below zero to the west."""
ActorIds = Annotated[
    tuple[ActorId, ...], BeforeValidator(_as_tuple, json_schema_input_type=ActorId | tuple[ActorId, ...])
]
"""The id of an actor, or a list of ids."""
PlaceIds = Annotated[
    tuple[PlaceId, ...], BeforeValidator(_as_tuple, json_schema_input_type=PlaceId | tuple[PlaceId, ...])
]
"""The id of a place, or a list of ids."""
Language = Annotated[
    Text, AfterValidator(_checked_language), Field(json_schema_extra={"pattern": _LANGUAGE_TYPED}), like("en", "pt-BR")
]
"""A language code (BCP 47)."""
Names = dict[Language, Line]
"""Language code (BCP 47) to name."""
