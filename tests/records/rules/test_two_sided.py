"""A sentence that tells two sides has a mark for each: a citation in a dispute's note, a half in the brief."""

import pytest
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.front import what_happened
from dateline.records.rules.two_sided import (
    marks_of_the_brief_stand_behind_what_they_mark,
    sentences_cite_whom_they_name,
)
from dateline.records.types import BriefSentence
from in_memory import CLOSED
from marked import Files, graph_of, held

COUNCIL_S = "      - {by: [council], stance: denies, cite: {source: gazette, paragraph: 2}}\n"
DISPUTE = """\
question: Was the well closed?
kind: occurrence
relation: exclusive
status: open
positions:
  - {id: closed, label: It was, claims: [well#closed]}
  - {id: not-closed, label: It was not, stance: denies, claims: [well#closed]}
---
"""
CLERK = "([¶ 1](source:gazette#p1))"
COUNCIL = "([¶ 2](source:gazette#p2))"


def noted(body: str) -> Files:
    """Return a dispute between the clerk and the council with such a note."""
    return {"events/well": CLOSED + COUNCIL_S, "disputes/well": f"{DISPUTE}{body}\n"}


def marked(cited: str) -> str:
    """Return a citation at which the rule tells something."""
    return cited.replace("](", "](⟦mark-of-two-sides⟧")


@pytest.mark.parametrize(
    "body",
    [
        f"The clerk says so, Lindwell Council denies it {marked(COUNCIL)}.",
        f"Lindwell Council denies that the clerk says so {marked(CLERK)}.",
        f"The clerk says so; Lindwell Council does not {marked(CLERK)}.",
        f"The clerk says so, Lindwell Council denies it {marked(COUNCIL)}\n\nNobody else speaks of it.",
        f"It rained. The clerk says so, Lindwell Council denies it {marked(COUNCIL)}",
    ],
)
def test_whoever_is_told_beside_the_one_who_is_cited_is_cited_too(body: str) -> None:
    (problem,) = held(sentences_cite_whom_they_name, noted(body))
    assert "of whom no report cites" in problem.message


@pytest.mark.parametrize(
    "body",
    [
        f"The clerk says so {CLERK}, Lindwell Council denies it {COUNCIL}.",
        f"The clerk says so {CLERK}. Lindwell Council denies it {COUNCIL}.",
        f"The clerk says so\n\nLindwell Council denies it {COUNCIL}.",
        f"The clerk says that Lindwell Council closed it {CLERK}.",
        f"Lindwell Council denies what the clerk says {COUNCIL}, and no more than that.",
        f"Somebody says so, and it was denied {COUNCIL}.",
        "The clerk says so, Lindwell Council denies it.",
    ],
)
def test_whoever_is_spoken_of_by_the_one_who_is_cited_needs_no_citation(body: str) -> None:
    assert held(sentences_cite_whom_they_name, noted(body)) == []


DENIED = "      - {by: [guard], stance: denies, cite: {source: gazette, paragraph: 2}}\n"
FAR = "⟦mark-of-two-sides⟧"
PERSON = "kind: person\n"


def told(text: str, name: str, more: str = PERSON, saying: str = "The clerk") -> Files:
    """Return a sentence of the brief about what the clerk says and somebody of that name denies."""
    return {
        "events/well": CLOSED + DENIED,
        "actors/clerk": f"name: {saying}\nkind: person\n",
        "actors/guard": f"name: {name}\n{more}",
        "actors/harrow": "name: Village and Parish Gazette\nkind: media\n",
        "pages/brief.yml": f"what_happened:\n  - text: {text}\n    claims: [well#closed]\n",
    }


@pytest.mark.parametrize(
    "text, name, more",
    [
        ("The clerk says that it was closed, a village commander denies it.", "Village commander", PERSON),
        ("The clerk says that it was closed, village commanders deny it.", "Village commander", PERSON),
        ("The clerk says that it was closed, Lindish officers deny it.", "Lindi", PERSON),
        (
            "The clerk says that it was closed, the guard denies it.",
            "Village commander",
            f"{PERSON}aliases: [The guard]\n",
        ),
        ("The clerk says that it was closed, the assembly denies it.", "Assembly of the moor", PERSON),
    ],
)
def test_a_sentence_of_the_brief_that_names_both_sides_by_name_has_two_halves(text: str, name: str, more: str) -> None:
    (problem,) = held(marks_of_the_brief_stand_behind_what_they_mark, told(FAR + text, name, more))
    assert f"names {name}, who denies" in problem.message


@pytest.mark.parametrize(
    "text, name, saying, kind",
    [
        ("The clerk says that village guards closed it.", "Village commander", "The clerk", "person"),
        ("The clerk says that the villa was closed.", "Villagers of Lindwell", "The clerk", "person"),
        ("The village commander denies that the parish council did it.", "Village commander", "Parish mason", "person"),
        ("It was closed, the village commander denies it.", "Village commander", "The clerk", "person"),
        ("The clerk says that the council closed it.", "Guards of the Council", "The clerk", "person"),
        ("The clerk says that foresters closed it.", "Foresters quoted by the crier", "The clerk", "unnamed"),
    ],
)
def test_a_word_that_others_have_or_that_names_nobody_is_no_name(text: str, name: str, saying: str, kind: str) -> None:
    files = told(text, name, f"kind: {kind}\n", saying)
    assert held(marks_of_the_brief_stand_behind_what_they_mark, files) == []


@pytest.mark.parametrize(
    "text, before",
    [
        ("It was closed.", "It was closed"),
        ("It was closed;", "It was closed"),
        ("It was closed , ", "It was closed"),
        ("It was closed", "It was closed"),
        ("井被封闭。", "井被封闭"),
        ("Was it closed?", "Was it closed?"),
        ("It was closed by the U.S.", "It was closed by the U.S."),
        ("It was closed ...", "It was closed ..."),
        ("It was closed…", "It was closed…"),
    ],
)
def test_the_first_half_of_a_sentence_goes_on_whatever_ends_it(text: str, before: str) -> None:
    sentence = BriefSentence(text=text, otherwise="the council denies it.", claims=("well#closed",))
    assert sentence.first_half == before
    assert sentence.whole == f"{before}; the council denies it."
    assert BriefSentence(text=text, claims=("well#closed",)).whole == text.rstrip()


def test_the_home_page_tells_the_first_half_without_its_end() -> None:
    files = told("The clerk says so.", "Guard")
    brief = f"{files['pages/brief.yml']}    otherwise: a guard denies it.\n"
    (one,) = what_happened(Edition(graph_of({**files, "pages/brief.yml": brief})))
    assert one.otherwise is not None
    assert (one.link.text, one.otherwise.text) == ("The clerk says so", "a guard denies it.")
