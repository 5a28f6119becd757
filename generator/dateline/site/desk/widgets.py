"""What a key of a record type is in the form: a field of Sveltia CMS, with its label, its help and its picker."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from dateline.records.types import Vocabulary
from dateline.records.types.fields import MAX_LINE, ONE_OF
from dateline.records.types.meanings import JsonSchema, schema_of

Widget: TypeAlias = dict[str, Any]
"""A field as the form's configuration has it."""

DATE: Final = (
    r"^\s*(?![0-9]{1,2}[-\/. ])(?!.*[A-SU-Wa-z])[-0-9XY~?%,.:\/\[\]{}+ TZ]*[0-9X]{2}[-0-9XYTZ~?%,.:\/\[\]{}+ ]*\s*$",
    "A date begins with its year: 2017-11-17, 2017-11, or 2017-11-17~ where it is about right.",
)
"""What a date cannot be without: 17.11.2017 is refused at once, all else by the check."""
_SINGULAR: Final = re.compile("(?<=[a-z])(?=[A-Z])")
_FEW_CHARACTERS: Final = 40
_TITLE_OF: Final = {
    "actors": "{{name}}",
    "places": "{{name}}",
    "sources": "{{title}} ({{published}})",
    "disputes": "{{question}}",
    "events": "{{date}}: {{title}}",
    "claims": "{{date}}: {{claims.*.text}}",
}
_FOUND_BY: Final = {
    "actors": ["name", "aliases"],
    "places": ["name", "aliases"],
    "sources": ["title", "publisher", "published"],
    "disputes": ["question"],
    "events": ["title", "date"],
    "claims": ["claims.*.text", "title", "date"],
}
_SUMMARY_OF: Final = {
    "Claim": "{{text}}",
    "Report": "{{cite.source}}, {{cite.paragraph}}{{cite.at}}: {{by}}",
    "Figure": "{{measure}} {{item}} {{wording}}",
    "Paragraph": "{{n}}: {{begins}}",
    "SourcePassage": "{{at}}: {{begins}}",
    "Change": "{{date}}: {{note}}",
    "Side": "{{side}}: {{basis}}",
    "RelatedEvent": "{{how}}: {{event}}",
    "Picture": "{{image}}: {{credit}}",
    "Membership": "{{actor}} {{as}}",
    "DatedName": "{{name}}",
}


@dataclass(frozen=True, slots=True)
class Widgets:
    """Makes the fields of record types, with the words of a vocabulary to choose from."""

    vocabulary: Vocabulary

    def of_type(self, record_type: type) -> list[Widget]:
        """Return the fields of a record type, in the order in which its keys are written."""
        schema = schema_of(record_type)
        top = {**schema, "properties": {key: field for key, field in schema["properties"].items() if key != "id"}}
        return list(self._fields(top, schema.get("$defs", {})))

    def _fields(self, schema: JsonSchema, parts: Mapping[str, JsonSchema]) -> Iterator[Widget]:
        for key, field in schema["properties"].items():
            made = self._widget(field, parts)
            if made:
                is_required = key in schema.get("required", ())
                yield {
                    "name": key,
                    "label": in_words(key),
                    **made,
                    **({} if is_required else {"required": False}),
                    "hint": _hint(field),
                }

    def _widget(self, field: JsonSchema, parts: Mapping[str, JsonSchema]) -> Widget:
        """Return what a field is, without its name; nothing where no form can show it."""
        one = _arm(field)
        if "$ref" in one:
            one = parts[one["$ref"].rpartition("/")[2]]
        if "properties" in one:
            return {"widget": "object", "fields": list(self._fields(one, parts))}
        if ONE_OF in one:
            return self._choice(one[ONE_OF])
        if "enum" in one or "const" in one:
            return _select((word, in_words(word)) for word in one.get("enum", [one.get("const")]))
        if one.get("type") == "array":
            return self._list(one, parts)
        return _plain({**one, "examples": field.get("examples", one.get("examples", ()))})

    def _choice(self, words: str) -> Widget:
        """Return the picker of a record or a claim, or of a word of the vocabulary."""
        if words in _TITLE_OF:
            return _picker(words)
        terms = self.vocabulary.terms(words)
        return _select((word, term.label or in_words(word)) for word, term in sorted(terms.items()))

    def _list(self, field: JsonSchema, parts: Mapping[str, JsonSchema]) -> Widget:
        least = {"min": field["minItems"]} if "minItems" in field else {}
        inner = self._widget(field["items"], parts)
        if inner["widget"] == "relation":
            return {**inner, "multiple": True, **least}
        if inner["widget"] != "object":
            return {"widget": "list", "field": {"name": "value", "label": "Value", **inner}, **least}
        name = _arm(field["items"])["$ref"].rpartition("/")[2]
        summary = _SUMMARY_OF.get(name, f"{{{{{inner['fields'][0]['name']}}}}}")
        one = {"label_singular": _SINGULAR.sub(" ", name).capitalize(), "summary": summary, "collapsed": "auto"}
        return {"widget": "list", **one, **least, "fields": inner["fields"]}


def in_words(key: str) -> str:
    """Return a key or a word as a label."""
    return key.replace("_", " ").replace("-", " ").capitalize()


def _arm(field: JsonSchema) -> JsonSchema:
    """Return what a field takes where it takes something: of several, a list, else keys of its own, else the first."""
    arms = [arm for arm in field.get("anyOf", [field]) if arm.get("type") != "null"]
    listed = next((arm for arm in arms if arm.get("type") == "array"), None)
    chosen = listed or next((arm for arm in arms if "$ref" in arm), arms[0])
    return _arm(chosen) if "anyOf" in chosen else chosen


def _picker(records: str) -> Widget:
    is_claim = records == "claims"
    return {
        "widget": "relation",
        "collection": "events" if is_claim else records,
        "value_field": "{{slug}}#{{claims.*.id}}" if is_claim else "{{slug}}",
        "display_fields": [_TITLE_OF[records]],
        "search_fields": _FOUND_BY[records],
        "dropdown_threshold": 0,
    }


def _select(words: Iterator[tuple[str, str]]) -> Widget:
    """Return a choice; of a list that has no word yet, what is typed: a choice of nothing shuts the whole form."""
    options = [{"label": label, "value": word} for word, label in words]
    return {"widget": "select", "options": options} if options else {"widget": "string"}


def _plain(field: JsonSchema) -> Widget:
    """Return the field of a date, a number, a switch, names by language, or a text of one line or several."""
    match field.get("type"):
        case [*_]:
            return {"widget": "string", "pattern": [*DATE]}
        case "integer":
            return {"widget": "number", "value_type": "int"}
        case "number":
            return {"widget": "number", "value_type": "float"}
        case "boolean":
            return {"widget": "boolean"}
        case "object":
            return {"widget": "keyvalue"} if _holds_texts(field) else {}
        case _:
            return _text(field)


def _holds_texts(field: JsonSchema) -> bool:
    values = [*field.get("patternProperties", {}).values(), field.get("additionalProperties", {"type": "string"})]
    return all(value is False or value.get("type") == "string" for value in values)


def _text(field: JsonSchema) -> Widget:
    if "pattern" in field:
        return {"widget": "string", "pattern": [field["pattern"], f"It cannot be written so: {field['pattern']}"]}
    is_line = field.get("maxLength") == MAX_LINE or any(len(str(one)) < _FEW_CHARACTERS for one in field["examples"])
    return {"widget": "string" if is_line else "text"}


def _hint(field: JsonSchema) -> str:
    default = field.get("default")
    without = f" Without it: {default}." if isinstance(default, str) and default else ""
    return " ".join(field["description"].split()) + without
