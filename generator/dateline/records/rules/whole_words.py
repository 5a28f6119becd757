"""A rule about locators: their first and last word are whole, as far as a text of the source is at hand."""

from collections.abc import Iterator

from dateline.ground.problems import Code, Problem
from dateline.ground.provenance import is_cut, normalise
from dateline.records.rules.context import Context, Steps
from dateline.records.types import Source, SourcePart
from dateline.records.types.spots import told_spot


def locators_have_whole_words(context: Context) -> Iterator[Problem]:
    """A locator begins and ends with whole words, where the source's text or a quotation that has it stands beside."""
    for source in context.chronology.sources.values():
        for index, part in enumerate(source.parts):
            text = part.text or part.quote
            if text:
                yield from cut_locators(context, source, part, source.steps_to(index), text)


def cut_locators(context: Context, source: Source, part: SourcePart, here: Steps, text: str) -> Iterator[Problem]:
    """Yield each locator of a part that stands in a text and begins or ends there within a word."""
    plain = normalise(text)
    for key, words in (("begins", part.begins), ("ends", part.ends)):
        if words and is_cut(normalise(words), plain, is_last=key == "ends"):
            message = f"{key} cuts a word of {told_spot(part.spot)}: '{words}'"
            yield context.problem(source, (*here, key), Code.LOCATOR_CUT, message, "write its words whole")
