"""A report more for a claim that is there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, get_args

from dateline.editing.drafting.record_text import flow, item_lines
from dateline.editing.revising.cited import cite
from dateline.editing.revising.claims_of_events import CLAIMS, path_of_claim, place_of
from dateline.editing.revising.entries import is_in_brackets, with_item_text
from dateline.editing.revising.ledger import Telling, log
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.named_ids import existing
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code, did_you_mean
from dateline.records.types import Figure, Report, amounts
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.shapes import bare, keys_of, takes_number
from dateline.records.types.spots import spot_in

KEYS: Final = tuple(keys_of(Figure))


def known_claim(manuscript: Manuscript, reference: str) -> None:
    """Refuse where there is no such claim."""
    existing(manuscript, CLAIM, reference)


def add_report(
    manuscript: Manuscript, reference: str, values: Mapping[str, object], told: Telling | None = None
) -> None:
    """Put a report behind those of a claim, with an entry in the history where something is told of it."""
    known_claim(manuscript, reference)
    path, steps = path_of_claim(manuscript, reference), (*CLAIMS, place_of(manuscript, reference), "reports")
    said = {key: value for key, value in values.items() if value is not None}
    if is_in_brackets(manuscript.yaml_of(path), steps):
        typed = f"- {flow(said)}\n"
    else:
        lines = item_lines(Report, said, 0)
        typed = "\n".join([*(line for line in lines if not line.lstrip(" -").startswith("#")), ""])
    manuscript.edit(path, with_item_text, steps, typed)
    cited = said.get("cite")
    if isinstance(cited, Mapping):
        spot = spot_in(cited)
        if spot is not None:
            cite(manuscript, str(cited.get("source")), spot)
    if told is not None:
        log(manuscript, path, told)


def figure_of(text: str) -> dict[str, object]:
    """Read a figure as it is typed for a command: killed of=saa min=10 wording="at least 10"."""
    first, *rest = _words(text) or [""]
    values: dict[str, object] = {"measure": first.removeprefix("measure=")}
    for word in rest:
        key, equals, value = word.partition("=")
        if not equals or key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"write MEASURE KEY=VALUE …, of these keys: {', '.join(KEYS[1:])}"
            if not equals and values.keys() - {"measure"}:
                before, said = list(values.items())[-1]
                hint = f"a value of several words stands in quotes: {before}='{said} {key} …'"
            raise RefusalError.because(Code.UNKNOWN_KEY, f"a figure has no key '{key}'", hint)
        values[key] = _value(key, value)
    return values


def _value(key: str, text: str) -> object:
    annotation = keys_of(Figure)[key]
    if bare(annotation) is bool:
        if text not in {"true", "false"}:
            raise RefusalError.because(Code.WRONG_TYPE, f"'{key}' is true or false, not '{text}'")
        return text == "true"
    if not takes_number(annotation) and not any(map(takes_number, get_args(bare(annotation)))):
        return text
    if amounts.is_long_number(text):  # in quotes, since tools round it
        return text
    try:
        return int(text)
    except ValueError:
        pass
    number = amounts.decimal(text)
    if number is None or not amounts.is_kept(number):
        hint = "write digits, 15 of them at most; words go into wording"
        raise RefusalError.because(Code.WRONG_TYPE, f"'{text}' is no number in plain digits", hint)
    return float(number)


def _words(text: str) -> Sequence[str]:
    """Part a text at its spaces, but not within quotes."""
    return tuple(_parted(text))


def _parted(text: str) -> Iterator[str]:
    word, mark = "", ""
    for sign in text.strip():
        if sign in {'"', "'"} and (not mark or sign == mark):
            mark = "" if mark else sign
        elif sign.isspace() and not mark:
            if word:
                yield word
            word = ""
        else:
            word += sign
    if word:
        yield word
