"""Generated records as YAML and Markdown."""

import hashlib
import json
import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.ground.counting import first_words
from dateline.ground.provenance import MAX_LOCATOR_WORDS

from benchmarks import vocabulary
from benchmarks.people import Actor, OpenSource

Cited = tuple[str, int, str, str | None]
_LOCATOR: Final = 6
_SCRIPTS: Final = ("ar", "ru")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventParts:
    """What an event is made of, before it is put into words."""

    id: str
    number: int
    day: date
    places: list[str]
    actors: list[str]
    citations: list[list[Cited]]
    conflict: str | None
    control: tuple[str, str, str] | None


def masthead(events: int) -> str:
    """Return chronology.yml."""
    lists = {
        "event_kinds": vocabulary.KINDS,
        "roles": vocabulary.ROLES,
        "measures": vocabulary.MEASURES,
        "sides": vocabulary.SIDES,
        "place_kinds": vocabulary.PLACE_KINDS,
    }
    lines = [f"title: A chronology of {events} events", "description: Generated to measure with.", "language: en"]
    lines += ["languages: [ar, fa, he, ru, tr, zh]", "licence: CC0-1.0", "contact: nobody@dateline.invalid"]
    lines += [f"feed_id: tag:dateline.invalid,2026:a-chronology-of-{events}-events", "vocabulary:"]
    for name, terms in lists.items():
        lines.append(f"  {name}:")
        lines += [f"    {word}: {{label: {word.capitalize()}, description: Generated.}}" for word in terms]
    return "\n".join(lines) + "\n"


def page(title: str, text: str) -> str:
    """Return a hand-written page."""
    return f"---\ntitle: {title}\n---\n\n{text}\n"


def actor(actor_: "Actor", number: int, chance: random.Random) -> str:
    """Return an actor's record."""
    kind = _kind_of(number)
    lines = ["---", f"name: {_name(number, chance)}", f"names: {{ar: {_phrase('ar', 2, chance)}}}", f"kind: {kind}"]
    lines.append(f"aliases: [{_told(actor_.id)}]")
    if actor_.part_of:
        lines.append(f"part_of: {actor_.part_of}")
    return "\n".join([*lines, "---", "", f"{_sentence(14, chance)} {_sentence(9, chance)}", ""])


def place_name(number: int, chance: random.Random) -> str:
    """Return a name that no other place has."""
    return f"{_name(number, chance)} {number}"


def place(name: str, within: str | None, chance: random.Random) -> str:
    """Return a place's record."""
    script = chance.choice(_SCRIPTS)
    lines = [f"name: {name}", f"names: {{{script}: {_phrase(script, 2, chance)}}}"]
    lines.append(f"kind: {chance.choice(vocabulary.PLACE_KINDS)}")
    if within:
        lines.append(f"within: {within}")
    if chance.random() < 0.7:  # no coordinates are known of the others
        # Near enough to one another that no village lies far from what it is said to lie in.
        lines += [f"lat: {33 + 1.1 * chance.random():.4f}", f"lon: {37 + 1.4 * chance.random():.4f}"]
        lines += ["precision: locality", "located_by: the generator"]
    else:
        lines.append("precision: unknown")
    return "\n".join(lines) + "\n"


def source(open_: "OpenSource", chance: random.Random) -> str:
    """Return a source's record."""
    title = _phrase(open_.language, 8, chance)
    lines = [f"title: {json.dumps(title, ensure_ascii=False)}", f"publisher: actor-{open_.publisher}"]
    lines += [f"kind: {chance.choice(vocabulary.SOURCE_KINDS)}", f"language: {open_.language}"]
    lines.append(f"published: {open_.day}")
    lines.append(f"url: https://news.example/{open_.day:%Y/%m/%d}/{open_.id}" if chance.random() < 0.9 else "url: null")
    lines += [f"accessed: {date(2026, 1, 1) + timedelta(days=chance.randrange(300))}", "paragraphs:"]
    for number, is_cited in enumerate(open_.paragraphs, 1):
        begins, ends = (first_words(_phrase(open_.language, _LOCATOR, chance), MAX_LOCATOR_WORDS) for _ in range(2))
        digest = hashlib.sha256(f"{open_.id}#{number}".encode()).hexdigest()
        unused = "" if is_cited else ", unused: background; nothing of it is an event"
        locators = f"begins: {json.dumps(begins, ensure_ascii=False)}, ends: {json.dumps(ends, ensure_ascii=False)}"
        lines.append(f"  - {{n: {number}, {locators}, words: {chance.randint(20, 140)}, sha256: {digest}{unused}}}")
    return "\n".join(lines) + "\n"


def event(parts: EventParts, chance: random.Random) -> str:
    """Return an event's record."""
    lines = [f"title: {_title(parts, chance)}", *_date(parts, chance), f"seq: {parts.number % 100}"]
    lines += [f"kind: {chance.choice(vocabulary.KINDS)}", "places:"]
    lines += [f"  - {{place: {place_}}}" for place_ in parts.places]
    lines.append("actors:")
    lines += [f"  - {{actor: {actor_}, role: {chance.choice(vocabulary.ROLES)}}}" for actor_ in parts.actors]
    lines += [f"summary: {_sentence(22, chance)}", "claims:"]
    for index, cited in enumerate(parts.citations):
        lines += [
            f"  - id: claim-{index}",
            f"    text: {_sentence(16, chance)}",
            *_control(parts, index),
            "    reports:",
        ]
        for number, citation in enumerate(cited):
            lines += _report(parts, index, number, citation, chance)
    if chance.random() < 0.03:  # few records are corrected
        day = date(2026, 1, 1) + timedelta(days=chance.randrange(300))
        lines += ["history:", f"  - {{date: {day}, type: correction, note: {_sentence(9, chance)}}}"]
    return "\n".join(lines) + "\n"


def dispute(parts: EventParts, chance: random.Random) -> str:
    """Return the dispute about an event that contradicts itself."""
    lines = ["---", f"question: What happened at {parts.places[0]} on {parts.day}, in event {parts.number}?"]
    lines += [f"kind: {parts.conflict}", "relation: exclusive", "status: open", "positions:"]
    denied = parts.conflict == "occurrence"
    for index, label in enumerate(("The first account is right", "The second account is right")):
        claim = 0 if denied else index
        lines += [f"  - id: position-{index}", f"    label: {label}", f"    claims: [{parts.id}#claim-{claim}]"]
        lines += ["    stance: denies"] if denied and index else []
    lines += ["would_settle: Pictures of the place on that day.", "---", "", _sentence(20, chance), ""]
    return "\n".join(lines)


def _title(parts: EventParts, chance: random.Random) -> str:
    verb, noun = chance.choice(vocabulary.VERBS), chance.choice(vocabulary.NOUNS)
    _, _, publisher, speaker = parts.citations[0][0]
    told = f"{_told(parts.actors[0])} {verb} a {noun} near {parts.places[0].replace('-', ' ')}"
    return f"{told}, says {_told(speaker or publisher)}"


def _told(actor_: str) -> str:
    """Return a name that a title can have without knowing the actor's own."""
    return actor_.replace("-", " ").capitalize()


def _date(parts: EventParts, chance: random.Random) -> list[str]:
    """Return the date's lines: nine of ten are plain days, and those that say who held a place must be."""
    kind = chance.random()
    if kind < 0.9 or parts.control or parts.conflict:  # as the docstring says
        return [f"date: {parts.day}"]
    note = ["date_basis: inferred", "date_note: The source tells of some days at once."]
    if kind < 0.94:  # about
        return [f"date: {parts.day}~", *note]
    if kind < 0.98:  # a span
        return [f"date: {parts.day - timedelta(days=2)}/{parts.day}", *note]
    return [f'date: "[{parts.day - timedelta(days=1)},{parts.day}]"', *note]


def _control(parts: EventParts, index: int) -> list[str]:
    if parts.control is None or index > (parts.conflict == "control"):
        return []
    place_, holder = parts.control[0], parts.control[1 + index]
    extent = "full" if parts.conflict == "control" else vocabulary.EXTENTS[parts.number % len(vocabulary.EXTENTS)]
    return [f"    control: {{place: {place_}, holder: {holder}, extent: {extent}}}"]


def _report(parts: EventParts, index: int, number: int, citation: Cited, chance: random.Random) -> list[str]:
    source_, paragraph, publisher, speaker = citation
    stance = _stance(parts, index, number)
    lines = [f"      - by: [{speaker or ''}]"]
    if speaker is None and _kind_of(int(publisher.removeprefix("actor-"))) not in {"media", "monitor"}:
        lines.append("        own_reporting: true\n        note: It was there.")
    lines.append(f"        cite: {{source: {source_}, paragraph: {paragraph}}}")
    lines += [f"        stance: {stance}"] if stance else []
    figure = _figure(parts, index, number, chance)
    return [*lines, "        figures:", f"          - {{{figure}}}"] if figure else lines


def _kind_of(actor: int) -> str:
    """Return what an actor is, by its number."""
    return vocabulary.ACTOR_KINDS[actor % len(vocabulary.ACTOR_KINDS)]


def _stance(parts: EventParts, index: int, number: int) -> str:
    return "denies" if parts.conflict == "occurrence" and index == 0 and number == 1 else ""


def _figure(parts: EventParts, index: int, number: int, chance: random.Random) -> str:
    """Return a figure, if the report has one: each claim counts something else, unless the two accounts collide."""
    if number or (index == 2 and parts.number % 2):  # the last claim has one every other time
        return ""
    low = chance.randint(1, 40)
    if parts.conflict == "figure" and index < 2:  # the first two claims
        return f"measure: killed, of: {parts.actors[0]}, exact: {10 + 30 * index}"
    measure = vocabulary.MEASURES[index]
    bounds = chance.choice((f"min: {low}", f"exact: {low}", f"min: {low}, max: {low + 9}", "wording: dozens"))
    return f"measure: {measure}, of: {chance.choice(parts.actors)}, {bounds}"


def _name(number: int, chance: random.Random) -> str:
    syllables = (chance.choice(vocabulary.SYLLABLES) for _ in range(2 + number % 3))
    return "".join(syllables).capitalize()


def _sentence(words: int, chance: random.Random) -> str:
    return _phrase("en", words, chance).capitalize() + "."


def _phrase(language: str, words: int, chance: random.Random) -> str:
    return " ".join(chance.choices(vocabulary.WORDS[language], k=words))
