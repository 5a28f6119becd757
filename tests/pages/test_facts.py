"""What a page says of whose word a word is, of owners, sides, titles in other languages, and second readings."""

from pathlib import Path
from typing import Final

from baseline import linked
from dateline.pages.kinds.actor import actor_view
from dateline.pages.kinds.day import day_view
from dateline.pages.kinds.source import source_view
from dateline.pages.shared.edition import Edition

GAZETTE: Final = "{source: gazette-2031-03-04, paragraph: 1}"
CRIER: Final = "{source: crier-2031-03-06, paragraph: 1}"
SIDES: Final = f"sides: [{{side: parish, basis: it says so, cite: {GAZETTE}}}, {{side: parish, cite: {CRIER}}}]"


def test_an_actor_says_for_whom_it_speaks_whose_it_is_and_on_which_side_it_is(tmp_path: Path) -> None:
    paper = (
        f"---\nname: Paper\nkind: media\nspeaks_for: {{actor: council, cite: {GAZETTE}}}\n"
        f"ownership: {{kind: party, of: council, cite: {CRIER}}}\n{SIDES}\n---\n"
    )
    made = Edition(linked(tmp_path, {"actors/paper.md": paper}))
    view = actor_view(made, made.chronology.actors["paper"])
    assert view.speaks_for is not None
    assert view.speaks_for.of is not None
    assert view.speaks_for.of.address == "actors/council/"
    assert len(view.belonged.owners) == 1
    assert view.belonged.owners[0].text == "a party to what is told here"
    assert view.belonged.owners[0].citations
    assert view.placed.sides == ("Parish",)
    assert [side.basis for side in view.placed.told] == ["it says so", ""]
    assert {line.link.address for line in view.sources} >= {
        "sources/gazette-2031-03-04/",
        "sources/crier-2031-03-06/",
    }


def test_one_voice_places_nobody_and_what_is_not_known_is_said_to_be_unknown(tmp_path: Path) -> None:
    paper = (
        f"---\nname: P\nkind: media\nownership: {{kind: unknown}}\nsides: [{{side: parish, cite: {GAZETTE}}}]\n---\n"
    )
    made = Edition(linked(tmp_path, {"actors/paper.md": paper}))
    view = actor_view(made, made.chronology.actors["paper"])
    assert (view.placed.sides, len(view.placed.told)) == ((), 1)
    assert [(one.text, one.of, one.citations) for one in view.belonged.owners] == [("not known", None, ())]


def test_a_foreign_headline_has_its_gloss_and_a_second_reading_its_day(tmp_path: Path) -> None:
    source = (
        "title: Y ffynnon ar gau\nlanguage: cy\ntitles: {en: The well is shut}\npublisher: harrow-gazette\n"
        "published: 2031-03-09\naccessed: 2031-04-01\nreread: 2031-04-02\nparagraphs: [{n: 1, begins: Y ffynnon}]\n"
    )
    made = Edition(linked(tmp_path, {"sources/ffynnon.yml": source}))
    view = source_view(made, made.chronology.sources["ffynnon"])
    assert [(gloss.language, gloss.lang, gloss.text) for gloss in view.glosses] == [
        ("English", "en", "The well is shut")
    ]
    assert view.reread == "2 April 2031"


def test_an_event_says_when_it_was_read_again(tmp_path: Path) -> None:
    event = (
        "title: A test\ndate: 2031-03-03\nkind: closure\nreread: 2031-04-02\nclaims:\n"
        f"  - {{id: c, text: So., reports: [{{cite: {GAZETTE}}}]}}\n"
    )
    made = Edition(linked(tmp_path, {"events/2031/test.yml": event}))
    shown = {view.id: view.reread for view in day_view(made, "2031-03-03").events}
    assert shown["test"] == "2 April 2031"
    assert set(shown.values()) == {"2 April 2031", ""}
