"""The outcomes that the sentences of a brief remember, written as they are now."""

from collections.abc import Iterator, Mapping, Sequence

import yaml

from dateline.editing.mending.nodes import Edit, Meaning, edited, end_of, meaning, name_of, root_of

Outcomes = Mapping[str, str]
"""The claims of a sentence, each with its outcome."""
_Entry = tuple[yaml.Node, yaml.Node]


def with_outcomes(text: str, sentences: Sequence[Outcomes]) -> str:
    """Return the text of a brief whose sentences, in their order, remember these outcomes; all else stays as typed.

    Where a sentence is laid out so that this cannot be done, nothing is.
    """
    try:
        new = edited(text, list(_edits(text, sentences)))
        return new if _beside(root_of(new)) == _beside(root_of(text)) else text
    except yaml.YAMLError:
        return text


def _edits(text: str, sentences: Sequence[Outcomes]) -> Iterator[Edit]:
    for item, outcomes in zip(_items(root_of(text)), sentences, strict=False):
        if isinstance(item, yaml.MappingNode) and outcomes:
            yield from _of_sentence(text, item, outcomes)


def _of_sentence(text: str, item: yaml.MappingNode, outcomes: Outcomes) -> Iterator[Edit]:
    """Yield the edits that write them: word by word where they stand, so that comments stay, or all at once."""
    there = _entry(item, "outcomes")
    entries = there[1].value if there is not None and isinstance(there[1], yaml.MappingNode) else []
    remembered = [name_of(key) for key, _ in entries]
    if remembered and set(remembered) <= set(outcomes):
        for key, word in entries:
            if word.value != outcomes[name_of(key)]:
                yield Edit(word.start_mark.index, word.end_mark.index, outcomes[name_of(key)])
        missing = {claim: outcome for claim, outcome in outcomes.items() if claim not in remembered}
        if missing and there is not None and isinstance(there[1], yaml.MappingNode):
            yield _added(text, there[1], missing)
    else:
        yield _written(text, item, there, outcomes)


def _added(text: str, mapping: yaml.MappingNode, missing: Outcomes) -> Edit:
    """Return the edit that writes them behind those that are remembered already."""
    pairs = [f"{claim}: {outcome}" for claim, outcome in missing.items()]
    if mapping.flow_style:
        end = mapping.value[-1][1].end_mark.index
        return Edit(end, end, "".join(f", {pair}" for pair in pairs))
    return _lines(text, end_of(text, mapping), " " * mapping.value[0][0].start_mark.column, pairs)


def _written(text: str, item: yaml.MappingNode, there: _Entry | None, outcomes: Outcomes) -> Edit:
    """Return the edit that writes them all: instead of what is remembered, or at the end of the sentence."""
    pairs = [f"{claim}: {outcome}" for claim, outcome in outcomes.items()]
    if item.flow_style:
        inline = f"outcomes: {{{', '.join(pairs)}}}"
        if there is not None:
            return Edit(there[0].start_mark.index, there[1].end_mark.index, inline)
        end = item.value[-1][1].end_mark.index
        return Edit(end, end, f", {inline}")
    margin = " " * item.value[0][0].start_mark.column
    lines = ["outcomes:", *(f"  {pair}" for pair in pairs)]
    if there is not None:
        whole = f"\n{margin}".join(lines)
        return Edit(there[0].start_mark.index, end_of(text, there[1]), f"{whole}\n")
    return _lines(text, end_of(text, item), margin, lines)


def _lines(text: str, end: int, margin: str, lines: Sequence[str]) -> Edit:
    gap = "" if text[:end].endswith("\n") else "\n"
    return Edit(end, end, gap + "".join(f"{margin}{line}\n" for line in lines))


def _beside(root: yaml.Node | None) -> list[Meaning]:
    """Return what a brief says beside the outcomes that it remembers."""
    said = [meaning(value) for key, value in _entries(root) if name_of(key) != "what_happened"]
    for item in _items(root):
        said += [(name_of(key), meaning(value)) for key, value in _entries(item) if name_of(key) != "outcomes"]
    return said


def _items(root: yaml.Node | None) -> Sequence[yaml.Node]:
    happened = _entry(root, "what_happened")
    return happened[1].value if happened is not None and isinstance(happened[1], yaml.SequenceNode) else []


def _entry(node: yaml.Node | None, name: str) -> _Entry | None:
    return next((entry for entry in _entries(node) if name_of(entry[0]) == name), None)


def _entries(node: yaml.Node | None) -> Sequence[_Entry]:
    return node.value if isinstance(node, yaml.MappingNode) else []
