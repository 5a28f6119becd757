"""Rules about sentences that tell two sides: each half has its mark, lest one is read as that of the other."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dateline.ground.problems import Code, Problem
from dateline.records import prose
from dateline.records.rules.attribution import UNNAMED, opposes, supports, unretracted, whose
from dateline.records.rules.context import Context
from dateline.records.rules.named_in_texts import NamesIn, words_of_one
from dateline.records.types import Actor, BriefSentence, Claim, Dispute, Report, Spot
from dateline.records.types.spots import marked_spot, spot_at

_SENTENCE: Final = re.compile(r"\S(?:(?!\n\s*\n).)*?(?:[.!?\u3002\uff1f\uff01](?=\s|\Z)|(?=\n\s*\n)|\Z)", re.DOTALL)
_CLAUSE: Final = re.compile("[^;,:()\u2013\u2014\uff0c\uff1b\u060c\u061b]+")


def marks_of_the_brief_stand_behind_what_they_mark(context: Context) -> Iterator[Problem]:
    """A sentence of the brief that tells who denies its claim does so behind the mark, under otherwise."""
    filed = context.corpus.brief
    for index, sentence in enumerate(filed.record.what_happened if filed is not None else ()):
        denying = "" if filed is None or sentence.otherwise else _denying(context, sentence)
        if filed is not None and denying:
            message = f"the sentence names {denying}, who denies or doubts its claim, before the mark of the claim"
            hint = "write that half under otherwise: it is told behind the mark"
            where = filed.document.position(("what_happened", index, "text"))
            yield Problem(where, Code.MARK_OF_TWO_SIDES, message, hint)


def _denying(context: Context, sentence: BriefSentence) -> str:
    """Return the name of somebody who denies a claim in a sentence that also names who says so; else nothing."""
    claims = (context.chronology.claims[one].claim for one in sentence.claims if one in context.chronology.claims)
    for claim in claims:
        denying = _named(context, sentence.text, claim, opposes)
        if denying and _named(context, sentence.text, claim, supports):
            return denying
    return ""


def _named(context: Context, text: str, claim: Claim, stand: Callable[[Report], bool]) -> str:
    """Return the name of somebody named in a text who takes a stand on a claim; nothing where nobody is."""
    graph, words, telling = context.chronology, NamesIn(text), context.once(_telling_words)
    reports = (report for report in unretracted(graph, claim) if stand(report))
    speakers = (id_ for report in reports for id_ in (graph.origin(report), whose(graph, report)))
    actors = (
        (graph.actors[id_], telling if _has_a_name(context, id_) else ()) for id_ in speakers if id_ in graph.actors
    )
    return next((actor.name for actor, words_ in actors if words.have_inflected(actor, words_)), "")


def _telling_words(context: Context) -> frozenset[str]:
    return words_of_one(context.chronology.actors.values())


def sentences_cite_whom_they_name(context: Context) -> Iterator[Problem]:
    """A sentence of a dispute's note that names two who speak of it cites both, and not only what one of them says."""
    for dispute in context.chronology.disputes.values():
        if "source:" in dispute.body:
            yield from _half_cited(context, dispute)


def _half_cited(context: Context, dispute: Dispute) -> Iterator[Problem]:
    graph, body = context.chronology, dispute.body
    links = [link for link in prose.links(body) if not link.image]
    text, places = _without_links(body, links), _cited(links)
    speaking = _speaking(context, dispute)
    for found in _SENTENCE.finditer(text):
        here = [(place, cited) for place, cited in places.items() if found.start() <= place < found.end()]
        if len(here) != 1 or here[0][1][0] not in graph.sources:
            continue
        (place, (source, spot)), words = here[0], NamesIn(found[0])
        named = [one for one in speaking if _has_a_name(context, one) and words.have(graph.actors[one])]
        said = _speakers_in(context, source, spot) | {graph.sources[source].publisher}
        cited = [graph.actors[one] for one in named if one in said]
        lost = [graph.actors[one] for one in named if one not in said]
        speaking_too = [one for one in lost if _is_told_apart(found[0], one, cited)] if cited else []
        if speaking_too:
            name = speaking_too[0].name
            message = f"the sentence names {name}, of whom no report cites {marked_spot(spot)} of '{source}'"
            hint = "cite each behind what is told of them, or make two sentences of it"
            where = graph.document(dispute).body_position(place)
            yield Problem(where, Code.MARK_OF_TWO_SIDES, message, hint)


def _is_told_apart(sentence: str, actor: Actor, cited: Sequence[Actor]) -> bool:
    """Return whether a clause names an actor and nobody cited before it, as "they say that the council did it" does."""
    for clause in map(NamesIn, _CLAUSE.findall(sentence)):
        place = clause.place_of(actor)
        if place >= 0 and not any(0 <= clause.place_of(other) < place for other in cited):
            return True
    return False


def _has_a_name(context: Context, id_: str) -> bool:
    """Return whether an actor has a name of its own: "a military source" may be any."""
    actor = context.chronology.actors.get(id_)
    return actor is not None and context.chronology.behaves_as(actor) != UNNAMED


def _speakers_in(context: Context, source: str, spot: Spot) -> frozenset[str]:
    """Return the speakers of the reports that cite a paragraph or passage, and whose word theirs is."""
    graph = context.chronology
    reports = [use.report for use in graph.uses.get((source, spot), ()) if use.report is not None]
    return frozenset(one for report in reports for one in (*graph.speakers(report), whose(graph, report)))


def _speaking(context: Context, dispute: Dispute) -> list[str]:
    """Return who speaks in any report of the claims that a dispute is about or rests on."""
    graph = context.chronology
    references = dict.fromkeys(one for position in dispute.positions for one in (*position.claims, *position.rests_on))
    claims = (graph.claims[one].claim for one in references if one in graph.claims)
    reports = (report for claim in claims for report in claim.reports if report.cite.source in graph.sources)
    return list(dict.fromkeys(speaker for report in reports for speaker in graph.speakers(report)))


def _cited(links: list[prose.ProseLink]) -> dict[int, tuple[str, Spot]]:
    """Return the paragraphs and passages that a body cites, by where."""
    found: dict[int, tuple[str, Spot]] = {}
    for link in links:
        kind, target = link.record or ("", "")
        source, _, anchor = target.partition("#")
        spot = spot_at(anchor)
        if kind == "source" and spot is not None:
            found[link.offset] = (source, spot)
    return found


def _without_links(body: str, links: list[prose.ProseLink]) -> str:
    """Return a body of the same length with blanks in the place of addresses, and of what citations are called."""
    for link in links:
        first = body.rfind("[", 0, link.offset) if link.target.startswith("source:") else link.offset
        end = link.offset + len(link.target)
        body = f"{body[:first]}{' ' * (end - first)}{body[end:]}" if first >= 0 else body
    return body
