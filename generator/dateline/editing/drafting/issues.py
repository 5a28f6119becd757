"""A filled-in issue form, as the forge renders it: each field's label as a heading, its answer below.

The forms themselves (`.github/ISSUE_TEMPLATE/*.yml`) say which label is which field, so that the two cannot drift
apart.  What stands in an issue was written by anybody: it is cut, cleaned, and only ever taken as text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import yaml

MAX_ISSUE: Final = 64 * 1024
_MOST: Final = 2000
_NOTHING: Final = frozenset({"", "_No response_"})
_FENCE: Final = re.compile(r"```[^\n`]*\n(.*?)\n?```", re.DOTALL)
_UNSEEN: Final = re.compile(
    r"[^\S\n]+|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+"
)


class IssueError(ValueError):
    """The text is no filled-in form of the project; the message says why."""


@dataclass(frozen=True, slots=True)
class IssueForm:
    """A form: its name, its fields' ids by their labels, in their order, and the choices of those that have any."""

    name: str
    fields: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Issue:
    """What was filled in: the form, and the answers by the fields' ids; what was left empty is absent."""

    form: IssueForm
    answers: Mapping[str, str]

    def choice(self, field: str) -> int | None:
        """Return which choice of a field was taken, counted from zero."""
        choices = self.form.choices.get(field, ())
        answer = self.answers.get(field)
        return choices.index(answer) if answer in choices else None


def form_of_yaml(name: str, text: str) -> IssueForm | None:
    """Return the form that a file describes, or None where it describes none; raises IssueError."""
    try:
        described: object = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        raise IssueError("this is no YAML") from None
    parts = described.get("body") if isinstance(described, dict) else None
    asked = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    known = [(part, part["attributes"]) for part in asked if "id" in part and isinstance(part.get("attributes"), dict)]
    fields = {str(said["label"]): str(part["id"]) for part, said in known if "label" in said}
    choices = {
        str(part["id"]): tuple(map(str, said["options"]))
        for part, said in known
        if part.get("type") == "dropdown" and isinstance(said.get("options"), list)
    }
    return IssueForm(name, fields, choices) if fields else None


def read_issue(text: str, forms: list[IssueForm]) -> Issue:
    """Return what an issue's text says in the fields of the form that it was made with."""
    if len(text) > MAX_ISSUE:
        raise IssueError(f"an issue has {MAX_ISSUE} characters at most")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fitting = [(form, starts) for form in forms if (starts := _starts(lines, form)) is not None]
    if not fitting:
        raise IssueError("these are not the headings of any form in .github/ISSUE_TEMPLATE")
    form, starts = max(fitting, key=lambda one: len(one[1]))
    ends = [*starts[1:], len(lines)]
    found = {
        id_: answer
        for id_, start, end in zip(form.fields.values(), starts, ends, strict=True)
        if (answer := _answer("\n".join(lines[start + 1 : end]))) not in _NOTHING
    }
    return Issue(form, found)


def _starts(lines: list[str], form: IssueForm) -> list[int] | None:
    """Return the lines that head the form's fields, in their order; None where one is missing."""
    starts: list[int] = []
    for label in form.fields:
        heading, first = f"### {label}", starts[-1] + 1 if starts else 0
        at = next((number for number in range(first, len(lines)) if lines[number].strip() == heading), None)
        if at is None:
            return None
        starts.append(at)
    return starts


def _answer(text: str) -> str:
    plain = text.strip()
    fenced = _FENCE.fullmatch(plain)
    cleaned = _UNSEEN.sub(" ", fenced[1] if fenced else plain)
    return "\n".join(line.strip() for line in cleaned.split("\n"))[:_MOST].strip()
