"""What readers see has one word for one thing: a table in CONTRIBUTING.md has it, and those that are not used."""

import re
from pathlib import Path
from typing import Final

import pytest
from babel.messages.pofile import read_po
from projects import ROOT

_CATALOGUE: Final = ROOT / "generator/dateline/ground/languages/locales/dateline.pot"
_ASKED_FOR: Final = re.compile(r"(search/documents|wording/scripts)\.py$")
"""Where words stand that readers may type, and are found by."""


def table() -> dict[str, tuple[list[str], list[str]]]:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## One word for one thing")[2]
    rows = [line.strip("| ").split(" | ") for line in text.partition("\n## ")[0].splitlines() if line.startswith("| ")]
    return {thing: (word.split(", "), others.split(", ")) for thing, word, others in rows[1:]}


def messages() -> list[str]:
    with Path(_CATALOGUE).open("rb") as file:
        found = [one for one in read_po(file) if not all(_ASKED_FOR.search(path) for path, _ in one.locations)]
    return [text for one in found for text in ([one.id] if isinstance(one.id, str) else one.id)]


@pytest.mark.parametrize("other", [one for _, others in table().values() for one in others])
def test_no_message_has_another_word_for_a_thing(other: str) -> None:
    word = re.compile(rf"(?<![\w(%-]){re.escape(other)}(?![\w)])", re.IGNORECASE)
    assert [text for text in messages() if word.search(text)] == []


def test_each_thing_has_a_word_that_is_none_of_the_others() -> None:
    words = [word for chosen, _ in table().values() for word in chosen]
    others = [other for _, others in table().values() for other in others]
    assert len(table()) > 8
    assert not {*words} & {*others}
    assert len({*words}) == len(words)
    assert len({*others}) == len(others)
