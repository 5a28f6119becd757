"""A sentence of a dispute's note that tells two sides cites both."""

import pytest
from dateline.records.rules.two_sided import sentences_cite_whom_they_name
from in_memory import CLOSED
from marked import Files, held

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
