"""Whoever is blamed finds it on the own page, with how it stands."""

from pathlib import Path

from baseline import WELL, base_text, linked
from dateline.pages.kinds.actor_rows import lists_of
from dateline.pages.shared.edition import Edition

BLAMING = "    text: The council closed it.\n"


def said_of(folder: Path, actor: str, accuses: str) -> list[str]:
    well = base_text(WELL).replace(BLAMING, f"{BLAMING}    accuses: [{accuses}]\n")
    found = Edition(linked(folder, {WELL: well}))
    parts = lists_of(found, found.chronology.actors[actor]).said_of
    return [row.link.text for part in parts for row in part.items]


def test_a_claim_that_blames_somebody_stands_on_the_page_of_whom_it_blames(tmp_path: Path) -> None:
    assert "The council closed it." in said_of(tmp_path, "council", "council")
    assert said_of(tmp_path, "clerk", "clerk") == ["The council closed it."]
    assert said_of(tmp_path, "clerk", "council") == []
