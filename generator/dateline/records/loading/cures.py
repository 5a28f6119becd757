"""What to write where a value has another shape than its key takes: text that the check accepts once it is put in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from dateline.ground import urls
from dateline.ground.languages import language_codes
from dateline.ground.yamltree import instead_of_dash
from dateline.ground.yamltree.scalars import quoted, text_scalar
from dateline.records.loading import typed_references
from dateline.records.loading.typed_references import BLANK, bare_id, cites_several
from dateline.records.loading.values_as_text import MAX_SHOWN, short_text, typed_text
from dateline.records.types import Archive, Citation, Figure, Report, Source, amounts
from dateline.records.types.fields import ONE_OF, Language, PositiveInt, is_id, nearest_id
from dateline.records.types.shapes import (
    bare,
    inside,
    keys_of,
    record_type_of,
    takes_number,
    takes_one_alone,
    takes_text,
)

_ONE_PARAGRAPH: Final = "cite one paragraph here, and give each other one a report of its own"
_NAME: Final = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}")
"""A name as records have it: up to four words, of letters alone."""
_MAX_WHOLE: Final = 10**9
_ALSO: Final[dict[type, frozenset[str]]] = {Citation: frozenset({"paragraph"}), Source: frozenset({"paragraphs"})}
"""What a record needs though another key may stand in its place: a passage for a paragraph."""
_IDS: Final = frozenset({"id", "at"})
_YES: Final = frozenset({"true", "yes", "y", "on", "1", "about", "ca", "circa", "approximately", "approximate"})
_NO: Final = frozenset({"false", "no", "n", "off", "0", "exact", "exactly"})
_PARAGRAPH: Final = re.compile(r"#?\s*(?:p|pp|par|para|paragraph|¶|§|no)?\.?\s*(?P<number>\d+)", re.IGNORECASE)
_COMMA: Final = re.compile(r"\s*[,;،、]\s*")


def cure(annotation: object, value: object, raw: str = "", *, key: str = "", holder: type | None = None) -> str:
    """Return what to do about a `value` that is not as `annotation` says; `raw` is how it is typed, where known."""
    if holder is Citation and key == "paragraph" and (isinstance(value, list) or cites_several(value)):
        return _ONE_PARAGRAPH
    if record_type_of(annotation) is Citation and cites_several(value):
        return _ONE_PARAGRAPH
    if (
        isinstance(value, list)
        and _has_names(annotation, value)
        and (key == "name" or (holder is None and not key.isdecimal()))
    ):
        return _one_name_each(key, value)
    if get_origin(bare(annotation)) is dict and (named := _names_of_times(value)):
        return f"move them to named: [{named}]; names has one for each language"
    form = _form(annotation, value, raw)
    if form is None:
        return _cannot_be_kept(annotation, value, raw)
    filled = f", with your own for {BLANK}" if BLANK in form else ""
    return f"write {form}{filled}{_left_over(annotation, value)}"


def _left_over(annotation: object, value: object) -> str:
    """Return where that goes which stands in a value and not in what to write instead."""
    words = words_of(annotation)
    if isinstance(value, list) and len(value) > 1 and inside(annotation) is None and words:
        return "; one is all that it takes: name the others in note"
    if words == "claims" and typed_references.claim(value):
        return ""
    extra = [str(key) for key in value if key != words.rstrip("s")] if isinstance(value, Mapping) and words else []
    if extra and record_type_of(annotation) is None and inside(annotation) is None:
        return f"; there is no key for {' and '.join(extra)} here yet: say it in note"
    texts = value[1:] if isinstance(value, list) and get_origin(bare(annotation)) is dict else []
    if texts and takes_text(inside(annotation)) and all(isinstance(text, str) for text in texts):
        return f"; other names go into aliases: [{', '.join(text_scalar(short_text(text)) for text in texts)}]"
    return ""


def _names_of_times(value: object) -> str:
    """Return names that a list gives with their times, as they are written; nothing where it has others."""
    entries = value if isinstance(value, list) else []
    dated = [one for one in entries if isinstance(one, Mapping) and isinstance(one.get("name"), str)]
    is_named = dated and len(dated) == len(entries) and not _names_by_language(value)
    return ", ".join(map(_dated_name, dated)) if is_named else ""


def _names_by_language(value: object) -> dict[str, str]:
    """Return the names that a list gives by their languages: [{cy: Y ffynnon}], [{name: Y ffynnon, language: cy}]."""
    found: dict[str, str] = {}
    for one in value if isinstance(value, list) else []:
        if not isinstance(one, Mapping):
            return {}
        language = one.get("language", one.get("lang"))
        said = {str(language): one.get("name")} if language and not one.keys() & {"from", "until"} else one
        if any(not isinstance(name, str) or not takes(Language, str(key)) for key, name in said.items()):
            return {}
        found.update({str(key): str(name) for key, name in said.items()})
    return found


def _dated_name(item: Mapping[str, object]) -> str:
    """Return a name of a time as it is written, with when it was used as far as that is said."""
    said = {key: text for key in ("language", "from", "until") if (text := typed_text(item.get(key)))} or {
        "until": BLANK
    }
    times = "".join(f", {key}: {text}" for key, text in said.items())
    return f"{{name: {text_scalar(short_text(str(item['name'])))}{times}, cite: {BLANK}}}"


def _names_in(value: object) -> list[str]:
    entries = value if isinstance(value, list) else []
    return [str(item["name"]) for item in entries if isinstance(item, Mapping) and isinstance(item.get("name"), str)]


def blank_of(annotation: object) -> str:
    """Return the form of a value that nobody has given yet, with blanks."""
    record_type = record_type_of(annotation)
    if record_type is not None:
        return _record(record_type, None, "") or BLANK
    kind = get_origin(bare(annotation))
    if kind is tuple:
        entry = blank_of(inside(annotation))
        return entry if takes_one_alone(annotation) else f"[{entry}]"
    return f"{{{BLANK}: {BLANK}}}" if kind is dict else BLANK


def _cannot_be_kept(annotation: object, value: object, raw: str) -> str:
    record_type = record_type_of(annotation)
    if isinstance(value, list) and record_type is not None:
        return "it takes one entry: keep one, without its '- ', and name the others in note"
    if isinstance(value, Mapping) and record_type_of(inside(annotation)) is not None:
        return _as_an_entry(value, raw)
    if takes_number(annotation):
        return _as_a_number(annotation, value)
    return "it takes one value: keep one" if isinstance(value, list) else ""


def _as_an_entry(value: Mapping[str, object], raw: str) -> str:
    """Return how keys with values become the one entry of a list."""
    if raw.startswith("{"):
        return "put [ before it and ] behind it"
    first = next(iter(value))
    return f"put '- ' before its first key, - {first}: …, and indent its other keys by two more spaces"


def _as_a_number(annotation: object, value: object) -> str:
    text = typed_text(value) or ""
    number = amounts.decimal(text)
    if number is None or bare(annotation) is not int or not 0 < number < _MAX_WHOLE:
        return "give it in plain digits, such as 12"
    return f"write {int(number)}, or {int(number) + 1}"


def _has_names(annotation: object, value: list[object]) -> bool:
    return takes_text(annotation) and not words_of(annotation) and bool(value)


def _one_name_each(key: str, value: Sequence[object]) -> str:
    texts = [typed_text(item) for item in value]
    if None in texts:
        return "it takes one text"
    first, *others = [text_scalar(text) for text in texts if text]
    if not others:
        return f"write {first}"
    return f"write one: {key}: {first}; other names go into aliases: [{', '.join(others)}]"


def _form(annotation: object, value: object, raw: str) -> str | None:
    """Return YAML in braces and brackets that `annotation` takes and that says what `value` says, where it can."""
    record_type = record_type_of(annotation)
    if record_type is not None:
        return _record(record_type, value, raw)
    kind = get_origin(bare(annotation))
    if kind is tuple:
        return _list(annotation, value, raw)
    if kind is dict:
        return _mapping(annotation, value)
    return _single(annotation, value, raw)


def _record(record_type: type, value: object, raw: str) -> str | None:
    cited = typed_references.citation(value) if record_type in {Citation, Report} else None
    if cited and record_type is Citation:
        return cited
    if isinstance(value, list):
        is_whole = len(value) == 1 and isinstance(value[0], Mapping) and _fits(record_type, value[0])
        return _form(record_type, value[0], raw[1:-1].strip() if is_whole else "") if len(value) == 1 else None
    if isinstance(value, Mapping):
        return raw or None
    text = None if isinstance(value, bool) else typed_text(value)  # yes says nothing that any of its keys could say
    if text and text.isdecimal() and record_type is Figure:
        return f"{{measure: {BLANK}, exact: {text}}}"
    if text and record_type is Report:
        return f"{{by: [{BLANK}], cite: {cited if cited and BLANK not in cited else blank_of(Citation)}}}"
    if text and words_of(next(iter(keys_of(record_type).values()))):
        text = _named(bare_id(text))
    return _capture(text) if text and record_type is Archive else _of_its_first_key(record_type, text)


def _capture(address: str) -> str:
    """Return a capture in an archive whose address stands alone, with its day where the address names it."""
    day = urls.day_of_capture(address)
    return f"{{url: {text_scalar(address)}, date: {day}}}" if day else _of_its_first_key(Archive, address)


def _of_its_first_key(record_type: type, text: str | None) -> str:
    required = required_keys(record_type)
    slot = _slot(record_type, text, required) if text else None
    shown = required if slot in required or slot is None else [slot, *required]
    shown = shown or [next(iter(keys_of(record_type)))]
    parts = (f"{key}: {text_scalar(short_text(text)) if key == slot and text else BLANK}" for key in shown)
    return f"{{{', '.join(parts)}}}"


def _named(text: str) -> str:
    """Return the id that a name most likely has: Winter Palace is winter-palace; a sentence is no name."""
    is_name = _NAME.fullmatch(text) is not None and not is_id(text)
    return (nearest_id(text) or text) if is_name else text


def is_code_of_language(key: object) -> bool:
    """Return whether a key names the language of the text behind it."""
    is_formed = isinstance(key, str) and re.fullmatch("[a-z]{2,3}(?:-[A-Za-z]{2,4})?", key)
    return bool(is_formed) and language_codes.is_code(str(key))


def _fits(record_type: type, value: Mapping[str, object]) -> bool:
    return set(required_keys(record_type)) <= set(value) <= set(keys_of(record_type))


@cache
def required_keys(record_type: type) -> tuple[str, ...]:
    """Return the keys that a record type must have; a claim's id as any other, a record's own id not."""
    lacking = {field.name for field in fields(record_type) if _is_required(field)} | _ALSO.get(record_type, frozenset())
    return tuple(key for key in keys_of(record_type) if key in lacking)


def _is_required(field: Field[object]) -> bool:
    default, factory = field.default, field.default_factory
    if isinstance(default, FieldInfo):
        return default.is_required()
    return default is MISSING and factory is MISSING


def _slot(record_type: type, text: str, required: Sequence[str]) -> str | None:
    """Return the key that a text belongs to: the first that takes it, those that must be there before the others."""
    keys = keys_of(record_type)
    for key in [*required, *(key for key in keys if key not in required)]:
        if key not in _IDS and takes(keys[key], text):
            return key
    return None


def takes(annotation: object, text: str | int) -> bool:
    """Return whether a key takes a text, or a number."""
    if record_type_of(annotation) is not None or inside(annotation) is not None:
        return False
    if isinstance(text, str) and words_of(annotation) and "#" not in text and (not is_id(text) or text.isdecimal()):
        return False
    try:
        _adapter(annotation).validate_python(text)
    except ValidationError:
        return False
    return True


@cache
def _adapter(annotation: Any) -> TypeAdapter[object]:
    return TypeAdapter(annotation)


def words_of(annotation: object) -> str:
    """Return the list of words or the kind of record that a text names one of; nothing of free text."""
    for part in getattr(annotation, "__metadata__", ()):
        extra = getattr(part, "json_schema_extra", None)
        if isinstance(extra, dict) and ONE_OF in extra:
            return str(extra[ONE_OF])
    arms = get_args(annotation)
    return next((found for arm in arms if (found := words_of(arm))), "") if arms else ""


def _list(annotation: object, value: object, raw: str) -> str | None:
    of = inside(annotation)
    record_type = record_type_of(of)
    if record_type is None and words_of(of) and (named := _ids(of, value)):
        return f"[{', '.join(map(text_scalar, named))}]"
    if record_type is not None and isinstance(value, Mapping) and (only := _only_key(value)) and is_id(only):
        value = only
    if isinstance(value, Mapping):
        fits = record_type is not None and _fits(record_type, value)
        if fits:
            return f"[{raw}]" if raw and len(raw) <= MAX_SHOWN else None
        blank = _record(record_type, None, "") if record_type else BLANK
        return f"[{', '.join([str(blank)] * _least(annotation))}]"
    text = typed_text(value)
    bullets = instead_of_dash(text) if text else None
    if bullets and text:
        text = ", ".join(part.strip() for part in text.split(text[0]) if part.strip())
    parts = [part for part in _COMMA.split(text or "") if part]
    if takes_number(of):
        numbers = [_single(of, part, "") for part in parts]
        return f"[{', '.join(map(str, numbers))}]" if numbers and all(numbers) else f"[{BLANK}]"
    if record_type is None:
        fits = bool(parts) and all(takes(of, part) for part in parts)
        return f"[{', '.join(text_scalar(short_text(part)) for part in parts)}]" if fits else f"[{BLANK}]"
    each = parts if len(required_keys(record_type)) == 1 and all(map(is_id, parts)) else [text]
    each += [None] * (_least(annotation) - len(each))
    return f"[{', '.join(str(_record(record_type, part, '')) for part in each)}]"


def _only_key(value: Mapping[str, object]) -> str:
    """Return what stands alone in braces, where a list is wanted or a text."""
    return next(iter(value)) if len(value) == 1 and None in value.values() else ""


def _ids(annotation: object, value: object) -> list[str]:
    """Return the ids that are meant where a list of them belongs; none where that cannot be told."""
    words = words_of(annotation)
    if words == "claims" and (meant := typed_references.claim(value)):
        return [meant]
    if isinstance(value, Mapping):
        named = value.get(words.rstrip("s"), _only_key(value))
        return [named] if isinstance(named, str) and takes(annotation, named) else []
    return [one for one in typed_references.ids(typed_text(value) or "") if takes(annotation, one)]


def _least(annotation: object) -> int:
    """Return how many entries a list must have."""
    marks = (mark for part in getattr(annotation, "__metadata__", ()) for mark in getattr(part, "metadata", ()))
    return next((mark.min_length for mark in marks if hasattr(mark, "min_length")), 1)


def _mapping(annotation: object, value: object) -> str | None:
    of = record_type_of(inside(annotation))
    texts = [typed_text(item) for item in (value if isinstance(value, list) else [value])]
    if of is not None:
        key = get_args(bare(annotation))[0]
        words = [text for text in texts if text and takes(key, text)]  # a tag is a part of an address
        return (
            f"{{{', '.join(f'{text_scalar(short_text(word))}: {{}}' for word in words)}}}"
            if words
            else f"{{{BLANK}: {{}}}}"
        )
    if get_origin(bare(inside(annotation))) is Literal:
        known = get_args(bare(inside(annotation)))
        return f"{{{BLANK}: {texts[0] if texts and texts[0] in known else known[0]}}}"
    if by_language := _names_by_language(value):
        return f"{{{', '.join(f'{text_scalar(key)}: {text_scalar(name)}' for key, name in by_language.items())}}}"
    if named := _names_in(value):
        return f"{{{BLANK}: {text_scalar(short_text(named[-1]))}}}"
    return f"{{{BLANK}: {text_scalar(short_text(texts[0])) if texts and texts[0] else BLANK}}}"


def _single(annotation: object, value: object, raw: str) -> str | None:
    if isinstance(value, list) and len(value) == 1:
        value, raw = value[0], ""
    text = typed_text(value)
    if text is None:
        return _of_collection(annotation, value, raw)
    kind = bare(annotation)
    if kind is bool:
        folded = text.lower().strip(" .~")
        return "true" if folded in _YES else "false" if folded in _NO else "true or false"
    if takes_number(annotation):
        numbered = _PARAGRAPH.fullmatch(text) if PositiveInt in {annotation, *get_args(annotation)} else None
        text = numbered["number"] if numbered else text
        number = amounts.whole(text).removeprefix("write ") if kind is int else _decimal(text)
        return (number or None) if kind is float or (number.isdecimal() and takes(annotation, int(number))) else None
    if not takes(annotation, text):
        return None
    return quoted(text) if takes_text(annotation) and not isinstance(value, str) else text_scalar(text)


def _of_collection(annotation: object, value: object, raw: str) -> str | None:
    """Return the one text that is meant where a list or keys with values stand."""
    if words_of(annotation) == "claims" and (meant := typed_references.claim(value)):
        return meant
    if isinstance(value, Mapping):
        named = words_of(annotation).rstrip("s")
        if isinstance(value.get(named), str):
            return text_scalar(value[named])
        if translated := [text for code, text in value.items() if is_code_of_language(code) and isinstance(text, str)]:
            return text_scalar(short_text(translated[0])) if takes(annotation, translated[0]) else None
    elif isinstance(value, list) and value and words_of(annotation):
        first = typed_text(value[0])
        return text_scalar(first) if first and takes(annotation, first) else None
    is_plain = takes_text(annotation) and not words_of(annotation) and takes(annotation, raw)
    return quoted(raw) if is_plain and raw and len(raw) <= MAX_SHOWN else None


def _decimal(text: str) -> str:
    number = amounts.decimal(text.strip().replace(",", "."))
    return "" if number is None else amounts.plain(number)
