"""What a new actor or place was called, was a part of or lay in for a time: from options, or asked part by part."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeVar

import click

from dateline.cli.answers import Answers, a_date_of_any, a_text
from dateline.cli.new_record import NewRecord
from dateline.cli.ties_said import cited_place
from dateline.ground.problems import did_you_mean
from dateline.records.types.dated_facts import DatedName, LiesIn, Membership

C = TypeVar("C", bound=Callable[..., Any])
Fact = dict[str, object]
_PAIR: Final = re.compile(r"""(?:(?<=\s)|\A)([A-Za-z_]+)=("[^"]*"|'[^']*'|\S*)(?=\s|\Z)""")
_CALLED: Final = {"office": "as", "rank": "as", "since": "from", "to": "until", "source": "cite", "lang": "language"}
"""What may be typed for a key."""
_KEYS: Final[dict[type, tuple[str, ...]]] = {
    Membership: ("as", "from", "until", "cite"),
    LiesIn: ("from", "until", "cite"),
    DatedName: ("language", "from", "until", "cite"),
}
_QUESTIONS: Final = {
    "as": "As what in {what}: an office, a rank",
    "from": "{what}: from when, where that is told",
    "until": "{what}: until when, where that is told",
}
_AGAIN: Final = "May be given again."
_OF_TIME: Final = "[from=DATE until=DATE cite=SOURCE#p3]"


def named_option(command: C) -> C:
    """Let a command be given what a record was called for a time."""
    told = f"A name of a time: 'Anna Howell until=2029 cite=gazette#p1'; cite= may stand twice. {_AGAIN}"
    return click.option("--named", multiple=True, metavar=f"NAME {_OF_TIME}", help=told)(command)


def part_of_option(command: C) -> C:
    """Let a command be given what an actor is or was a part of, as what and when."""
    told = (
        f"What it is a part of; with its office and when, cited: 'council as=Clerk from=2031 cite=gazette#p1'. {_AGAIN}"
    )
    return click.option("--part-of", multiple=True, metavar=f"ACTOR [as=OFFICE] {_OF_TIME}", help=told)(command)


def within_option(command: C) -> C:
    """Let a command be given what a place lies or lay in, and when."""
    told = f"The place that it lies in; with when, cited: 'county until=1974 cite=gazette#p1'. {_AGAIN}"
    return click.option("--within", multiple=True, metavar=f"PLACE {_OF_TIME}", help=told)(command)


def names_of_a_time(desk: NewRecord, said: Sequence[str]) -> list[Fact] | None:
    """Return what a record was called for a time: what is said, else what is asked until nothing is."""
    about = _about(desk, DatedName)
    read = partial(_fact, desk, DatedName, "name", a_text)
    facts = about.each("named", said, read)
    while about.asks and not said:
        question = "Another name of a time" if facts else "What it was called for a time only, such as a former name"
        first = about.maybe("name", None, question, read)
        if first is None:
            break
        facts.append(_completed(desk, about, DatedName, first))
    return facts or None


def memberships(desk: NewRecord, said: Sequence[str]) -> list[object] | None:
    """Return what an actor is a part of; of what says no more, the id."""
    return _wholes(desk, Membership, "part-of", said, "Part of", partial(_fact, desk, Membership, "actor", desk.actor))


def wholes_of_place(desk: NewRecord, said: Sequence[str]) -> object:
    """Return what a place lies in: an id where only one is told, and no more of it."""
    read = partial(_fact, desk, LiesIn, "place", desk.place)
    found = _wholes(desk, LiesIn, "within", said, "Place that it lies in", read)
    return found[0] if found is not None and len(found) == 1 and isinstance(found[0], str) else found


def _wholes(  # noqa: PLR0913, PLR0917 - what is asked, and how it is read
    desk: NewRecord, of: type, option: str, said: Sequence[str], question: str, read: Callable[[str], Fact]
) -> list[object] | None:
    about = _about(desk, of)
    facts = desk.answers.many(option, said, question, read)
    facts = facts if said else [_completed(desk, about, of, fact) for fact in facts]
    return [next(iter(fact.values())) if len(fact) == 1 else fact for fact in facts] or None


def _about(desk: NewRecord, of: type) -> Answers:
    return Answers(desk.answers.asks, of, desk.answers.missing, desk.answers.makes)


def _completed(desk: NewRecord, ask: Answers, of: type, fact: Fact) -> Fact:
    """Return a fact with what is asked of it, where nothing of that was typed with it."""
    if not ask.asks or len(fact) > 1:
        return fact
    what = str(next(iter(fact.values())))
    for key in (key for key in _KEYS[of] if key in _QUESTIONS):
        fact[key] = ask.maybe(key, None, _QUESTIONS[key].format(what=what), partial(_value, desk, key))
    told = {key: value for key, value in fact.items() if value is not None}
    if len(told) > 1 or of is DatedName:
        question = "Where that is said (SOURCE#p3; with commas between, where the end stands elsewhere)"
        told["cite"] = ask.one("cite", None, question, partial(_value, desk, "cite"))
    return told


def _fact(desk: NewRecord, of: type, key: str, name_of: Callable[[str], str], text: str) -> Fact:
    """Return a fact as it is typed for a command: council as=Clerk from=2031-01 until=2033 cite=SOURCE#p3."""
    pairs = [*_PAIR.finditer(text)]
    name = text[: pairs[0].start()] if pairs else text
    said = _pairs(of, text, pairs)
    fact: Fact = {key: name_of(name.strip().strip("\"'").strip())}
    for word in _KEYS[of]:
        values = said.get(word, [])
        if len(values) > 1 and word != "cite":
            raise click.BadParameter(f"'{word}' is said twice in '{text}'")
        if values:
            fact[word] = _value(desk, word, ",".join(values))
    return fact


def _pairs(of: type, text: str, pairs: Sequence[re.Match[str]]) -> Mapping[str, list[str]]:
    """Return what is said by key; what stands between, and keys that there are not, are told."""
    said: dict[str, list[str]] = {}
    before: re.Match[str] | None = None
    for pair in pairs:
        key, value = _CALLED.get(pair[1].casefold(), pair[1].casefold()), pair[2].strip("\"'")
        if key not in _KEYS[of]:
            near = did_you_mean(key, _KEYS[of]) or f"write one of: {', '.join(_KEYS[of])}"
            raise click.BadParameter(f"'{pair[1]}' is no key here; {near}")
        if before is not None and text[before.end() : pair.start()].strip():
            raise click.BadParameter(_unquoted(before, text[before.end() : pair.start()]))
        if not value:
            raise click.BadParameter(f"nothing stands behind {pair[1]}=")
        said.setdefault(key, []).append(value)
        before = pair
    if before is not None and text[before.end() :].strip():
        raise click.BadParameter(_unquoted(before, text[before.end() :]))
    return said


def _unquoted(before: re.Match[str], rest: str) -> str:
    value = before[2].strip("\"'")
    return (
        f"'{rest.strip()}' belongs to nothing; what has spaces stands in quotes: {before[1]}=\"{value}{rest.rstrip()}\""
    )


def _value(desk: NewRecord, key: str, text: str) -> object:
    """Return what is said under a key: a date, what is cited with commas between, else a text."""
    if key == "cite":
        found = [cited_place(desk.shelf, one.strip()) for one in text.split(",")]
        return found[0] if len(found) == 1 else found
    return a_date_of_any(desk.shelf.timezone, None)(text).text if key in {"from", "until"} else a_text(text)
