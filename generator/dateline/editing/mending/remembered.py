"""The outcomes that the sentences of a brief remember, written as they are now."""

from collections.abc import Iterator, Mapping, Sequence

import yaml

from dateline.editing.mending.nodes import Edit, edited, end_of, root_of

Outcomes = Mapping[str, str]
"""The claims of a sentence, each with its outcome."""


def with_outcomes(text: str, sentences: Sequence[Outcomes]) -> str:
    """Return the text of a brief whose sentences, in their order, remember these outcomes; all else stays as typed."""
    try:
        return edited(text, list(_edits(text, sentences)))
    except yaml.YAMLError:
        return text


def _edits(text: str, sentences: Sequence[Outcomes]) -> Iterator[Edit]:
    happened = _value(root_of(text), "what_happened")
    items = happened.value if isinstance(happened, yaml.SequenceNode) else []
    for item, outcomes in zip(items, sentences, strict=False):
        if isinstance(item, yaml.MappingNode) and outcomes and _remembered(item) != dict(outcomes):
            yield _edit(text, item, outcomes)


def _edit(text: str, item: yaml.MappingNode, outcomes: Outcomes) -> Edit:
    """Return the edit that writes them: instead of what is remembered, or at the end of the sentence."""
    pairs = [f"{claim}: {outcome}" for claim, outcome in outcomes.items()]
    there = next(((key, value) for key, value in item.value if key.value == "outcomes"), None)
    if item.flow_style:
        inline = f"outcomes: {{{', '.join(pairs)}}}"
        if there is not None:
            return Edit(there[0].start_mark.index, there[1].end_mark.index, inline)
        end = item.value[-1][1].end_mark.index
        return Edit(end, end, f", {inline}")
    margin = " " * item.value[0][0].start_mark.column
    lines = "".join(("outcomes:\n", *(f"{margin}  {pair}\n" for pair in pairs)))
    if there is not None:
        return Edit(there[0].start_mark.index, end_of(text, there[1]), lines)
    end = end_of(text, item)
    gap = "" if text[:end].endswith("\n") else "\n"
    return Edit(end, end, f"{gap}{margin}{lines}")


def _remembered(item: yaml.MappingNode) -> dict[str, str] | None:
    value = _value(item, "outcomes")
    return {key.value: word.value for key, word in value.value} if isinstance(value, yaml.MappingNode) else None


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    entries = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in entries if name.value == key), None)
