"""Which paragraph of one source is which of another, by what they say."""

from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.mentions import PARAGRAPH, Moved, Target
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code
from dateline.records.types import Paragraph


def same_paragraphs(manuscript: Manuscript, id_: str, into: str) -> tuple[Moved, list[int]]:
    """Return how cited paragraphs of a source are cited in another, and the places of those said to be unused there.

    Two are one by their fingerprint or, where one has none, by their first and last words.  Refuses where a cited
    paragraph has none that is the same.
    """
    graph = manuscript.version.chronology
    cited = [one for one in graph.sources[id_].paragraphs if (id_, one.n) in graph.uses]
    moved: dict[Target, str] = {}
    freed: list[int] = []
    for one in cited:
        found = [index for index, other in enumerate(graph.sources[into].paragraphs) if _is_same(one, other)]
        if len(found) != 1:
            message = f"¶ {one.n} of '{id_}' is cited, and '{into}' has no paragraph, or several, that say the same"
            hint = f"cite it in '{into}' by hand first, or record it there"
            raise RefusalError.because(Code.UNKNOWN_PARAGRAPH, message, hint)
        other = graph.sources[into].paragraphs[found[0]]
        moved[PARAGRAPH, f"{id_}#{one.n}"] = f"{into}#{other.n}"
        if other.unused is not None:
            freed.append(found[0])
    return moved, freed


def _is_same(one: Paragraph, other: Paragraph) -> bool:
    if one.sha256 is not None and other.sha256 is not None:
        return one.sha256 == other.sha256
    return (one.begins, one.ends) == (other.begins, other.ends)
