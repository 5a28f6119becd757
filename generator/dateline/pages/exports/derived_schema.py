"""What the JSON Schema of chronology.json says of what is derived, beside the fields of the records."""

from typing import TypedDict

from dateline.ground.dates import Meaning
from dateline.records.rules.standing import Outcome, Standing
from dateline.records.whose_word import PlacingWeight

_Properties = dict[str, object]
"""What a JSON Schema says of the fields of an object."""


class Definition(TypedDict, total=False):
    """The JSON Schema of an object."""

    properties: _Properties
    required: list[str]


def describe_derived(definitions: dict[str, Definition]) -> None:
    """Add to the record types' schemas what the export adds to the records."""
    page: _Properties = {
        "type": "string",
        "pattern": "^/",
        "description": "The address of its page, from the site's root.",
    }
    day = {
        "type": ["string", "null"],
        "description": "The first or last day, Gregorian, that the date covers, with the time of day where one is told "
        "(ISO 8601, by the clock of the chronology's timezone); null where open.",
    }
    meaning = {
        "enum": [meaning.value for meaning in Meaning],
        "description": "What the date says of these days: it was on the one day (point), went on from the first to the "
        "last (lasts), was on each day named (each), or was some time within (doubt).",
    }
    number = {"type": ["number", "null"], "minimum": 0}
    lasting = {"type": "string", "pattern": "^/", "description": "The address that stays, whatever its date becomes."}
    of_event = {"url": page, "lasting_url": lasting, "meaning": meaning, "earliest": day, "latest": day}
    _extend(definitions["Event"], of_event)
    for name in ("Actor", "Place", "Dispute"):
        _extend(definitions[name], {"url": page})
    _describe_sides(definitions)
    original = {"type": ["string", "null"], "description": "The address of the original; null where not known."}
    _extend(definitions["Source"], {"url": page, "original_url": original})
    definitions["Source"]["properties"]["archives"] = {
        "type": "array",
        "items": {"$ref": "#/$defs/Archive"},
        "description": "All captures, where there are several; archive has the first.",
    }
    definitions["Picture"]["properties"]["url"] = {**page, "description": "The address of its largest file."}
    _describe_claims(definitions, {"url": page, "lasting_url": lasting})
    del definitions["Figure"]["properties"]["exact"]
    _extend(definitions["Figure"], {"min": number, "max": number})


def _describe_sides(definitions: dict[str, Definition]) -> None:
    """Add on which sides an actor is, and what each placing weighs."""
    weight = {
        "enum": [weight.value for weight in PlacingWeight],
        "description": "Whether it counts: own (its own word) and counted do, alone (one voice), "
        "adversary and unknown (nobody knows who published it) do not.",
    }
    on_sides = {
        "type": "array",
        "items": {"type": "string"},
        "description": "The sides on which it is, by the rule that the Method page tells.",
    }
    _extend(definitions["Side"], {"weight": weight})
    _extend(definitions["Actor"], {"on_sides": on_sides})


def _describe_claims(definitions: dict[str, Definition], at: _Properties) -> None:
    """Add what the export adds to claims and their reports."""
    count = {"type": "integer", "minimum": 0}
    echo = {
        "type": "object",
        "description": "How many reports there are, and how many voices say so, on how many sides.",
        "properties": {
            "reports": count,
            "voices": {**count, "description": "The voices that say so, each counted once."},
            "may_be_same": {
                **count,
                "description": "Speakers who say so besides, are not named, and may be one of those.",
            },
            "against": {**count, "description": "The voices that deny or doubt it, counted like those who say so."},
            "origins": {**count, "description": "The same as voices, as version 1 named it; gone in version 3."},
            "unattributed": {**count, "description": "The publishers that do not say from whom they have it."},
            "sides": {
                **count,
                "description": "On how many sides the voices are that say so; 0 where one of them is placed on none.",
            },
            "withdrawn": {**count, "description": "Reports that count no more; absent where there are none."},
        },
        "required": ["reports", "voices", "origins", "may_be_same", "against", "unattributed", "sides"],
        "additionalProperties": False,
    }
    outcome = {"enum": [outcome.value for outcome in Outcome], "description": "The one word for the claim."}
    standing = {"enum": [standing.value for standing in Standing], "description": "What the reports amount to."}
    disputes = {"type": "array", "items": {"type": "string"}, "description": "The disputes that the claim is part of."}
    _extend(
        definitions["Claim"],
        {"outcome": outcome, "standing": standing, "echo": echo, "disputes": disputes, **at},
    )
    definitions["Report"]["properties"]["source_state"] = {
        "enum": ["withdrawn", "corrected"],
        "description": "What the publisher did to the source since; a report from a withdrawn one counts no more.",
    }


def _extend(definition: Definition, properties: _Properties) -> None:
    definition["properties"] |= properties
    definition["required"] = [*definition.get("required", ()), *properties]
