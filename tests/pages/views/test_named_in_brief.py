"""Whom the brief names for a claim, the claim names without being unfolded."""

from pathlib import Path

import pytest
from baseline import WELL, base_text, linked
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.named_in_brief import UNFOLDED

SPEAKERS = ("Alder", "Birch", "Cedar", "Dogwood", "Elm Warden", "Fir Keeper")


@pytest.mark.parametrize(
    "text, first",
    [
        ("The well was dry, Elm Warden says", ["Alder", "Birch", "Cedar", "Elm Warden"]),
        ("The well was dry, the keeper and Dogwood say", ["Alder", "Birch", "Dogwood", "Fir Keeper"]),
        ("The well was dry, Alder says", ["Alder", "Birch", "Cedar", "Dogwood"]),
        ("The well was dry", ["Alder", "Birch", "Cedar", "Dogwood"]),
        (None, ["Alder", "Birch", "Cedar", "Dogwood"]),
    ],
)
def test_those_whom_the_brief_names_are_among_the_unfolded(tmp_path: Path, text: str | None, first: list[str]) -> None:
    ids = [name.lower().replace(" ", "-") for name in SPEAKERS]
    reports = "".join(f"      - {{by: [{id_}], cite: {{source: crier-2031-03-06, paragraph: 1}}}}\n" for id_ in ids)
    claim = f"  - id: dry\n    text: The well was dry.\n    reports:\n{reports}"
    actors = {
        f"actors/{id_}.md": f"---\nname: {name}\nkind: person\n---\n" for id_, name in zip(ids, SPEAKERS, strict=True)
    }
    brief = f'what_happened:\n  - {{text: "{text}.", claims: [2031-03-03-well-closed#dry]}}\n'
    files = {WELL: base_text(WELL) + claim, **actors, **({"pages/brief.yml": brief} if text else {})}
    edition = Edition(linked(tmp_path, files))
    event = edition.chronology.events["2031-03-03-well-closed"]
    said = edition.claim(event, event.claims[-1]).said
    assert [chip.link.text for chip in said.chips[:UNFOLDED]] == first
    assert {chip.link.text for chip in said.chips} == set(SPEAKERS)
