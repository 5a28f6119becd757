"""The kinds of value that records are made of, each with its own refusal."""

import re
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from generator import dates
from generator.dates import Edtf
from generator.problems import Code
from generator.provenance import MAX_LOCATOR_LENGTH, MAX_LOCATOR_WORDS
from generator.yamltree import Surprise

RECORD: Final = ConfigDict(extra="forbid", use_attribute_docstrings=True)
"""What all record types share: unknown keys are refused, field docstrings are the reference."""

MAX_ID: Final = 80
MAX_URL: Final = 2000
MAX_TEXT: Final = 20_000
"""How many characters any text may have: ten pages of a book."""
MAX_LINE: Final = 1_000
"""How many characters a title, a name, a label or a question may have."""
MAX_SHOWN: Final = 100
ONE_OF: Final = "x-one-of"
"""The key that marks, in a schema, whose words a text takes."""
ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ID: Final = re.compile(ID_PATTERN)
LANGUAGE_PATTERN: Final = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
_LANGUAGE: Final = re.compile(LANGUAGE_PATTERN)
_ID_TYPED: Final = rf"^\s*(?!\S{{{MAX_ID + 1}}}){ID_PATTERN[1:-1]}\s*$"
"""The same for schemas, which see a text before the spaces around it are taken off."""
_LANGUAGE_TYPED: Final = rf"^\s*{LANGUAGE_PATTERN[1:-1]}\s*$"
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_CLAIM: Final = re.compile(r"(?P<event>[^#]+)#(?P<claim>[^#]+)")
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_NOT_HTML: Final = re.compile(r"[\x00\ud800-\udfff]")
_URL_FORBIDDEN: Final = re.compile(r"[\s\x00-\x20\x7f-\x9f<>\"'`\\{}|^\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def refuse(code: Code, message: str, hint: str = "") -> PydanticCustomError:
    """Return the error that the loader turns into a problem of `code`."""
    return PydanticCustomError(code.value, "{message}", {"message": message, "hint": hint})


def like(*examples: Any) -> Any:
    """Return the examples of a field, for the schemas and the field reference."""
    return Field(examples=list(examples))


def one_of(words: str) -> Any:
    """Mark a text as one of the chronology's `words`: a list of its vocabulary, or the ids of a kind of record.

    The marks are what editors are offered; it is rules that refuse a word outside the list.
    """
    return Field(json_schema_extra={ONE_OF: words})


def is_id(text: str) -> bool:
    """Return whether `text` is made of a-z, 0-9 and single hyphens, 80 characters at most."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None and "\n" not in text


def _checked_id(text: str) -> str:
    if not is_id(text):
        message = f"'{text[:MAX_ID]}' is no id: lower-case a-z, 0-9 and single hyphens, {MAX_ID} at most"
        raise refuse(Code.BAD_ID, message)
    return text


def _checked_claim_reference(text: str) -> str:
    match = _CLAIM.fullmatch(text)
    if match is None:
        raise refuse(Code.UNKNOWN_CLAIM, f"'{text}' names no claim: write event-id#claim-id")
    return text


def _checked_locator(text: str) -> str:
    words = len(text.split())
    if words > MAX_LOCATOR_WORDS:
        raise refuse(Code.LOCATOR_TOO_LONG, f"a locator has {MAX_LOCATOR_WORDS} words at most, this one has {words}")
    if len(text) > MAX_LOCATOR_LENGTH:
        message = f"a locator has {MAX_LOCATOR_LENGTH} characters at most, this one has {len(text)}"
        raise refuse(Code.LOCATOR_TOO_LONG, message)
    return text


def _checked_language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise refuse(Code.BAD_VALUE, f"'{text[:MAX_SHOWN]}' is no language code", "write one as in BCP 47: en, pt-BR")
    return text


def _checked_sha256(text: str) -> str:
    if not _SHA256.fullmatch(text):
        raise refuse(Code.BAD_FINGERPRINT, "this is no SHA-256: 64 digits 0-9 and a-f")
    return text


def is_web_address(text: str) -> bool:
    """Return whether `text` is a complete http(s) address with nothing that could end an attribute."""
    if len(text) > MAX_URL or _URL_FORBIDDEN.search(text):
        return False
    try:
        parts = urlsplit(text)
        port_is_sane = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None and port_is_sane


def _checked_url(text: str) -> str:
    if not is_web_address(text):
        raise refuse(Code.BAD_URL, f"'{text[:MAX_SHOWN]}' is no complete http or https address")
    return text


def _read_date(value: Any) -> Edtf:
    if isinstance(value, Edtf):  # of a record made from another
        return value
    if isinstance(value, Surprise):
        value = value.text
    elif isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:04}"
    elif value is None:
        raise refuse(Code.EMPTY_VALUE, "the date has no value", "give it one, or remove the key if it may be missing")
    if not isinstance(value, str):
        raise _no_date(value)
    try:
        return dates.parse(value)
    except dates.DateError as error:
        raise refuse(Code.BAD_DATE, str(error)) from None


def _no_date(value: Any) -> PydanticCustomError:
    if isinstance(value, list) and all(isinstance(item, str | int | Surprise) for item in value):
        choices = ",".join(str(getattr(item, "text", item)) for item in value)[:MAX_SHOWN]
        return refuse(Code.BAD_DATE, "YAML reads [ ] as a list, not as a date", f'write "[{choices}]" in quotes')
    return refuse(Code.BAD_DATE, "a date is written as one value, such as 2017-11-17")


def _read_amount(value: Any) -> int | float:
    if isinstance(value, Surprise):
        message = f"'{value.text}' is not read as the same number by every YAML tool"
        raise refuse(Code.SURPRISING_TYPE, message, "write a plain number in decimal digits; words go into wording")
    if isinstance(value, bool) or not isinstance(value, int | float):
        is_quoted = isinstance(value, str) and _NUMBER.fullmatch(value)
        hint = f"write {value} without quotes" if is_quoted else "words go into wording"
        raise refuse(Code.WRONG_TYPE, "a figure is a number in plain digits", hint)
    if value < 0:
        raise refuse(Code.FIGURE_NEGATIVE, f"{value} is below zero", "write a number from zero up")
    return value


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


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Text = Annotated[str, Strict(), StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_checked_text)]
"""Some text, never empty, of 20,000 characters at most."""
Line = Annotated[Text, AfterValidator(_checked_line), Field(json_schema_extra={"maxLength": MAX_LINE})]
"""A text that stands on one line of a page, such as a title: 1,000 characters at most."""
Id = Annotated[Text, AfterValidator(_checked_id), Field(json_schema_extra={"pattern": _ID_TYPED})]
"""The id that this record or part of a record is given."""
ActorId = Annotated[Text, one_of("actors"), like("isis")]
"""The id of an actor."""
PlaceId = Annotated[Text, one_of("places"), like("al-bukamal")]
"""The id of a place."""
SourceId = Annotated[Text, one_of("sources"), like("sf-2017-11-17")]
"""The id of a source."""
DisputeId = Annotated[Text, one_of("disputes"), like("control-10-to-13-november-2017")]
"""The id of a dispute."""
EventKind = Annotated[Text, one_of("event_kinds"), like("attack")]
"""A word of the vocabulary's event_kinds; so are those that follow, of its other lists."""
Role = Annotated[Text, one_of("roles"), like("attacker")]
Measure = Annotated[Text, one_of("measures"), like("killed")]
SideWord = Annotated[Text, one_of("sides"), like("government-and-allies")]
PlaceKind = Annotated[Text, one_of("place_kinds"), like("city")]
ClaimReference = Annotated[
    Text,
    AfterValidator(_checked_claim_reference),
    one_of("claims"),
    like("2017-11-17-kashmah-ambush#government-losses"),
]
"""A claim from anywhere: event-id#claim-id."""
Locator = Annotated[Text, AfterValidator(_checked_locator), like("The Syrian Arab Army (SAA),")]
"""At most eight words and 80 characters of the source's text, as typed there."""
Fingerprint = Annotated[Text, AfterValidator(_checked_sha256), like("9f86d081884c7d65…")]
"""A SHA-256 in 64 lower-case hexadecimal digits."""
Url = Annotated[Text, AfterValidator(_checked_url), like("https://southfront.org/…")]
"""A complete http or https address."""
When = Annotated[
    Edtf,
    PlainValidator(_read_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {"type": ["string", "integer"], "examples": ["2017-11-17", "2017-11", "2017-11~", "2017-11-10/2017-11-13"]}
    ),
]
"""A date in EDTF."""
Amount = Annotated[
    int | float, PlainValidator(_read_amount), WithJsonSchema({"type": "number", "minimum": 0, "examples": [10]})
]
"""A number from zero up."""
PositiveInt = Annotated[int, Strict(), AfterValidator(_checked_count), Field(json_schema_extra={"minimum": 1})]
"""A whole number from one up."""
Degrees = Annotated[float, Strict()]
ActorIds = Annotated[
    tuple[ActorId, ...], BeforeValidator(_as_tuple, json_schema_input_type=ActorId | tuple[ActorId, ...])
]
"""The id of an actor, or a list of ids."""
Language = Annotated[
    Text, AfterValidator(_checked_language), Field(json_schema_extra={"pattern": _LANGUAGE_TYPED}), like("en", "pt-BR")
]
"""A language code (BCP 47)."""
Names = dict[Language, Line]
"""Language code (BCP 47) to name."""
