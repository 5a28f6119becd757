"""Words that a chronology adds, as readers see them: labels, groups, sentences and types."""

from pathlib import Path

import pytest
from baseline import COUNCIL, base_text, linked
from dateline.ground.languages import ENGLISH
from dateline.pages.kinds.actor import actor_view
from dateline.pages.kinds.dispute import dispute_view
from dateline.pages.kinds.disputes import disputes_view
from dateline.pages.kinds.index import actors_index
from dateline.pages.kinds.method import method_view
from dateline.pages.linked_data.of_records import of_actor
from dateline.pages.rendering.pages import Renderer
from dateline.pages.search.documents import documents_of_actor, documents_of_dispute
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import words
from dateline.pages.wording.verdict_words import answer
from dateline.records.types.standard_words import STANDARD_WORDS
from html_reading import read
from projects import ROOT

CHRONOLOGY, DISPUTE = "chronology.yml", "disputes/who-closed-the-well.md"
WORDS = (
    "  actor_kinds: {court: {label: Court <of law>}, kingdom: {like: state}, media: {label: Press}}\n"
    "  dispute_kinds: {motive: {label: Why was it?}}\n"
    "  resolution_rules: {court-finding: {label: a court's finding}, plain-rule: }\n"
)
RESOLVED = (
    "status: {status}\nresolution: {{outcome: [council], rule: {rule}, date: 2031-04-01, note: So it is.,\n"
    "  cites: [{{source: crier-2031-03-06, paragraph: 2}}]}}\n"
)


def edition(folder: Path, *changes: tuple[str, str, str]) -> Edition:
    files = {CHRONOLOGY: base_text(CHRONOLOGY).replace("  place_kinds:\n", f"{WORDS}  place_kinds:\n")}
    for name, old, new in changes:
        files[name] = files.get(name, base_text(name)).replace(old, new)
    return Edition(linked(folder, files))


@pytest.mark.parametrize("list_name", STANDARD_WORDS)
def test_each_standard_word_has_a_label_of_its_own(tmp_path: Path, list_name: str) -> None:
    labels = Edition(linked(tmp_path, {})).labels_of(list_name)
    assert list(labels) == [*STANDARD_WORDS[list_name]]
    assert len(set(labels.values())) == len(labels)


def test_an_actor_of_a_new_kind_is_called_by_its_label_and_escaped(tmp_path: Path) -> None:
    found = edition(tmp_path, (COUNCIL, "kind: organisation", "kind: court"))
    page = Renderer(ROOT / "templates", found).page(actor_view(found, found.chronology.actors["council"]))
    told = read(str(page.content))
    assert "Court <of law>." in " ".join(told.text.split())
    assert not told.elements("of")


def test_the_index_groups_new_kinds_behind_the_standard_ones(tmp_path: Path) -> None:
    found = edition(tmp_path, (COUNCIL, "kind: organisation", "kind: court"))
    groups = [group.name for group in actors_index(found).groups]
    assert groups == ["Press", "Person", "Unnamed speaker", "Court <of law>"]


def test_kinds_of_one_label_are_one_group(tmp_path: Path) -> None:
    found = edition(tmp_path, (COUNCIL, "kind: organisation", "kind: court"), (CHRONOLOGY, "Court <of law>", "Press"))
    [press] = [group for group in actors_index(found).groups if group.name == "Press"]
    assert [link.text for link in press.items] == ["Harrow Gazette", "Lindwell Council", "Lindwell Crier"]


def test_a_kingdom_is_a_country_to_other_tools_and_found_as_one(tmp_path: Path) -> None:
    found = edition(tmp_path, (COUNCIL, "kind: organisation", "kind: kingdom"))
    council = found.chronology.actors["council"]
    assert of_actor(found, council, lambda address: address)["@type"] == "Country"
    [document] = documents_of_actor(found, council)
    assert "country" in document.text


def test_a_question_of_a_new_kind_has_its_group_and_its_words(tmp_path: Path) -> None:
    found = edition(tmp_path, (DISPUTE, "kind: responsibility", "kind: motive"))
    assert [(group.name, len(group.rows)) for group in disputes_view(found).by_kind] == [("Why was it?", 1)]
    dispute = found.chronology.disputes["who-closed-the-well"]
    assert dispute_view(found, dispute).kind == "Why was it?"
    assert documents_of_dispute(found, dispute)[0].terms == "Why was it?"


@pytest.mark.parametrize(
    "rule, status, sentence",
    [
        ("concession", "resolved", "Settled by evidence of 1 April 2031: a concession by the side it speaks against."),
        ("court-finding", "resolved", "Settled by evidence of 1 April 2031: a court's finding."),
        ("court-finding", "partly-resolved", "Settled in part."),
        ("plain-rule", "resolved", "Settled by evidence of 1 April 2031: plain rule."),
    ],
)
def test_the_answer_names_the_rule_that_was_added(tmp_path: Path, rule: str, status: str, sentence: str) -> None:
    found = edition(tmp_path, (DISPUTE, "status: open\n", RESOLVED.format(rule=rule, status=status)))
    dispute = found.chronology.disputes["who-closed-the-well"]
    assert answer(found.chronology, dispute, ENGLISH) == sentence


def test_a_word_without_a_label_is_written_as_it_is(tmp_path: Path) -> None:
    masthead = edition(tmp_path).chronology.masthead
    assert words.term(masthead, "actor_kinds", "kingdom", ENGLISH) == "Kingdom"
    assert words.term(masthead, "actor_kinds", "media", ENGLISH) == "Press"
    assert words.term(masthead, "actor_kinds", None, ENGLISH) == ""


def test_readers_are_told_of_the_rules_that_were_added_and_of_sides_only_where_there_are_any(tmp_path: Path) -> None:
    added = edition(tmp_path)
    assert disputes_view(added).rule.endswith(" Here it may also be settled by a court's finding or plain rule.")
    assert method_view(added).placing
    sides = "  sides:\n    parish: {label: Parish}\n    petition: {label: Petition}\n"
    none = edition(tmp_path, (CHRONOLOGY, sides, ""), (CHRONOLOGY, WORDS, ""))
    assert disputes_view(none).rule.endswith("editors may find that it is no conflict.")
    assert (method_view(none).settling, method_view(none).placing) == (disputes_view(none).rule, "")
    assert actors_index(none).lead == "Everybody who acts or speaks here."


@pytest.mark.parametrize("kind, they, it", [("person", True, False), ("judge", True, False), ("court", False, True)])
def test_no_page_calls_a_person_it(tmp_path: Path, kind: str, they: object, it: object) -> None:
    judge = (CHRONOLOGY, "kingdom: {like: state}", "judge: {like: person}")
    found = edition(tmp_path, (COUNCIL, "kind: organisation", f"kind: {kind}"), judge)
    page = Renderer(ROOT / "templates", found).page(actor_view(found, found.chronology.actors["council"]))
    told = " ".join(read(str(page.content)).text.split())
    for theirs, its in (
        ("What they said", "What it said"),
        ("Disputes about what they did or said", "Disputes about what it did or said"),
        ("Compare them with anybody", "Compare it with anybody"),
    ):
        assert (theirs in told) is they
        assert (its in told) is it
