"""Whoever is blamed finds it on the own page, with how it stands."""

from pathlib import Path

from baseline import WELL, base_text, linked, loaded
from dateline.pages.kinds.actor import actor_view
from dateline.pages.kinds.actor_rows import lists_of
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import link
from dateline.records.rules.anchors import TOP, anchors_on
from dateline.records.rules.context import Context
from dateline.records.types import RecordKind
from html_reading import read
from projects import ROOT

BLAMING = "    text: The council closed it.\n"


REPORT = "      - by: [petitioners]\n"


def edition(folder: Path, accuses: str) -> Edition:
    well = base_text(WELL).replace(BLAMING, f"{BLAMING}    accuses: [{accuses}]\n")
    return Edition(linked(folder, {WELL: well.replace(REPORT, f"{REPORT}        modality: alleged\n")}))


def said_of(folder: Path, actor: str, accuses: str) -> list[str]:
    found = edition(folder, accuses)
    parts = lists_of(found, found.chronology.actors[actor]).said_of
    return [row.link.text for part in parts for row in part.items]


def test_a_claim_that_blames_somebody_stands_on_the_page_of_whom_it_blames(tmp_path: Path) -> None:
    assert "The council closed it." in said_of(tmp_path, "council", "council")
    assert said_of(tmp_path, "clerk", "clerk") == ["The council closed it."]
    assert said_of(tmp_path, "clerk", "council") == []


def test_what_is_only_alleged_says_so_there(tmp_path: Path) -> None:
    found = edition(tmp_path, "clerk")
    page = Renderer(ROOT / "templates", found).page(actor_view(found, found.chronology.actors["clerk"]))
    assert "said as an allegation by Petitioners" in " ".join(read(str(page.content)).text.split())


def test_the_page_of_whom_a_disputed_claim_blames_has_each_anchor_that_the_check_takes(tmp_path: Path) -> None:
    base = base_text(WELL).replace(BLAMING, f"{BLAMING}    accuses: [stranger]\n")
    stranger = "---\nname: A stranger\nkind: person\n---\n"
    files = {WELL: base.replace(REPORT, f"{REPORT}        modality: alleged\n"), "actors/stranger.md": stranger}
    corpus, _ = loaded(tmp_path, files)
    found = Edition(link(corpus, drafts=False))
    page = str(Renderer(ROOT / "templates", found).page(actor_view(found, found.chronology.actors["stranger"])).content)
    told = anchors_on(Context(link(corpus, drafts=True), corpus), RecordKind.ACTOR, "stranger") - TOP
    assert {"said-of", "disputes"} <= told
    assert [anchor for anchor in ("said-of", "disputes") if f"#{anchor} " not in page] == []
