"""What each block of an article is: body, and all that is not.

Some blocks give themselves away by their words; of the others, their place, length and
ending tell.  What does not follow from these with certainty is marked as a guess, or as
without even a guess, and is for the editor to say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from dateline.editing.intake.judged import TAKEN as _BODY
from dateline.editing.intake.judged import Judged, Settled
from dateline.ground.counting import word_count
from dateline.ground.extraction import Article, Block, BlockKind, Sign, TextForm, is_closed, is_prose, sign_of
from dateline.ground.provenance import normalise

_LONG: Final = 25
_LABEL: Final = 3
_LEANING: Final = frozenset(
    {"a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "from", "with", "that", "which"}
    | {"der", "die", "das", "und", "in", "von", "le", "la", "les", "et", "de", "du", "des", "el", "los", "las", "y"}
    | {"и", "в", "на", "из", "по", "от", "для", "ve", "في", "من", "على", "و", "در", "از", "به", "که"}
)
"""Words that nothing ends with: the sentence goes on."""
_ENDINGS: Final = frozenset({BlockKind.LEGAL, BlockKind.SHARE})
_SAID: Final = "you said so"


def judge(article: Article, settled: Settled | None = None) -> list[Judged]:
    """Return every block of an article with what it is taken for, and why."""
    settled = settled or Settled()
    signs = [_settled_or_sign(article, index, settled) for index in range(len(article.blocks))]
    starts = (index for index in range(len(signs)) if _begins_the_body(article, signs, index, settled))
    look = _Look(article, signs, next(starts, len(signs)))
    judged = [_left_out(_doubted(block, article), settled) for block in _judged(look)]
    return list(_with_continuations(judged, article.form, settled))


def paragraphs_of(judged: Iterable[Judged]) -> list[str]:
    """Return the paragraphs of the body, with what page breaks cut put together."""
    paragraphs: list[str] = []
    for block in judged:
        if block.kind is BlockKind.CONTINUATION and paragraphs:
            paragraphs[-1] = f"{paragraphs[-1]} {block.text}"
        elif block.kind in _BODY:
            paragraphs.append(block.text)
    return paragraphs


def units_of(judged: Iterable[Judged]) -> list[str | None]:
    """Return the entry or post in which each paragraph of the body stands."""
    units: list[str | None] = []
    for block in judged:
        if block.kind is BlockKind.BODY or (block.kind is BlockKind.CONTINUATION and not units):
            units.append(block.unit)
    return units


@dataclass(frozen=True)
class _Look:
    """An article with the signs of its blocks, and where its body begins."""

    article: Article
    signs: Sequence[Sign | None]
    first: int

    @cached_property
    def unknown(self) -> list[int]:
        """The blocks before the body that no sign tells."""
        return [place for place in range(self.first) if self.signs[place] is None]

    @cached_property
    def is_headed(self) -> bool:
        """Whether a headline stands before the body."""
        return any(sign is not None and sign.kind is BlockKind.HEADLINE for sign in self.signs[: self.first])

    @cached_property
    def last_prose(self) -> int:
        """The last block before the comments that is whole sentences and no sign tells; -1 where there is none."""
        places = (place for place in reversed(range(self.comments)) if self.signs[place] is None)
        return next((place for place in places if is_prose(self.text(place))), -1)

    @cached_property
    def comments(self) -> int:
        """Where the comments begin, or the end where there are none."""
        starts = (
            index
            for index, sign in enumerate(self.signs)
            if sign is not None and sign.kind is BlockKind.COMMENTS and not self.is_by_markup(index)
        )
        return next((index for index in starts if index > self.first), len(self.signs))

    def is_by_markup(self, index: int) -> bool:
        """Return whether the markup says what a block is: then it says nothing of those around it."""
        sign = self.signs[index]
        return sign is not None and sign is self.article.blocks[index].by_markup

    def text(self, index: int) -> str:
        """Return the text of a block."""
        return self.article.blocks[index].text


def _settled_or_sign(article: Article, index: int, settled: Settled) -> Sign | None:
    block, said = article.blocks[index], settled.kinds.get(index + 1, BlockKind.LEFT_OUT)
    if said is not BlockKind.LEFT_OUT:
        return Sign(said, _SAID)
    if block.by_markup is not None and block.by_markup.is_sure:
        return block.by_markup
    if block.is_heading:
        is_sure = word_count(block.text) < _LONG
        return Sign(
            BlockKind.HEADLINE, f"the markup makes it a heading{'' if is_sure else ', but it is long'}", is_sure
        )
    if _is_declared_title(article, block):
        return Sign(BlockKind.HEADLINE, "it is the title that the page declares")
    return _sign_of_words(block)


def _is_declared_title(article: Article, block: Block) -> bool:
    """Return whether a block is the title that an article has by its front matter.

    That of a page is no witness: an extractor may take any line for it.
    """
    is_declared = article.title is not None and article.form is not TextForm.HTML
    return is_declared and normalise(block.text) == normalise(article.title or "")


def _sign_of_words(block: Block) -> Sign | None:
    """Return what a block is by its words, if they are plain; else what its markup supposes; else what they may say."""
    own = sign_of(block.text)
    is_plain = own is not None and own.is_sure and own.kind not in {BlockKind.DATE, BlockKind.BYLINE}
    return own if block.by_markup is None or is_plain else block.by_markup


def _begins_the_body(article: Article, signs: Sequence[Sign | None], index: int, settled: Settled) -> bool:
    if index + 1 in settled.kinds:
        return settled.kinds[index + 1] is BlockKind.BODY
    return signs[index] is None and is_prose(article.blocks[index].text)


def _doubted(block: Judged, article: Article) -> Judged:
    """Return the block with what speaks against a certain guess: another opinion, or several sources on one page."""
    own = article.blocks[block.number - 1]
    block = replace(block, unit=own.unit)
    if block.kind not in _BODY or block.reason == _SAID:
        return block
    if article.apart is not None:
        reason = f"{own.unit}: {article.apart}" if own.unit else f"it stands in none of several, and {article.apart}"
        return replace(block, kind=None, reason=reason, is_sure=False)
    if own.is_passed_over and block.is_sure:
        return replace(block, reason=f"{block.reason}; but the extractor passes over it", is_sure=False)
    return block


def _left_out(block: Judged, settled: Settled) -> Judged:
    """Return the block as left out, if the editor said so; what else it is stays as it is."""
    if settled.kinds.get(block.number) is not BlockKind.LEFT_OUT:
        return block
    if block.kind is None or block.kind is BlockKind.BODY:
        return replace(block, kind=BlockKind.LEFT_OUT, reason=_SAID, is_sure=True)
    return replace(block, is_sure=True)


def _judged(look: _Look) -> Iterator[Judged]:
    comments_from: int | None = None
    ended_by: BlockKind | None = None
    for index, own in enumerate(look.signs):
        if look.is_by_markup(index):
            found: Sign | None = own
        elif comments_from is not None and (own is None or own.reason != _SAID):
            found = Sign(BlockKind.COMMENTS, f"the comment section begins at block {comments_from}")
        else:
            found = _found(look, index, own, ended_by)
        yield _as_judged(look, index, found)
        if look.is_by_markup(index):
            continue
        if found is not None and found.kind is BlockKind.COMMENTS:
            comments_from = comments_from or index + 1
        elif found is not None and index > look.first and ended_by not in _ENDINGS and found.kind not in _BODY:
            ended_by = found.kind


def _as_judged(look: _Look, index: int, found: Sign | None) -> Judged:
    if found is None:
        return Judged(index + 1, look.text(index), None, "neither its words nor its place tell", is_sure=False)
    return Judged(index + 1, look.text(index), found.kind, found.reason, found.is_sure)


def _found(look: _Look, index: int, own: Sign | None, ended_by: BlockKind | None) -> Sign | None:
    """Judge a block by its own sign, or by where it stands; None where neither tells."""
    if own is None:
        return _before_the_body(look, index) if index < look.first else _in_or_behind_the_body(look, index, ended_by)
    if own.kind is BlockKind.COMMENTS and index < look.first and own.reason != _SAID:
        return Sign(BlockKind.NAVIGATION, "the body has not begun, so it only leads to the comments", own.is_sure)
    return own


def _in_or_behind_the_body(look: _Look, index: int, ended_by: BlockKind | None) -> Sign | None:
    text = look.text(index)
    if ended_by in _ENDINGS:
        return Sign(BlockKind.NAVIGATION, "a label behind the end") if _is_label(text) else None
    if not is_prose(text):
        return _fragment(look, index)
    if ended_by in {None, BlockKind.HEADLINE}:
        return Sign(BlockKind.BODY, "whole sentences, among the body")
    return Sign(BlockKind.BODY, f"whole sentences, but a {ended_by} stands before it", is_sure=False)


def _before_the_body(look: _Look, index: int) -> Sign | None:
    if index != look.unknown[0] or look.is_headed:
        return Sign(BlockKind.NAVIGATION, "a line before the body", is_sure=False)
    is_alone = (
        len(look.unknown) == 1
        and "\n" not in look.text(index).strip()
        and look.first < len(look.signs)
        and look.article.form is TextForm.TEXT
    )
    return Sign(BlockKind.HEADLINE, "the first line, before the body", is_sure=is_alone)


def _fragment(look: _Look, index: int) -> Sign | None:
    """Judge a block that is too short, or too open at its end, to be plainly a paragraph."""
    text, is_text = look.text(index), look.article.form is TextForm.TEXT
    if is_closed(text):
        return Sign(BlockKind.BODY, "a short sentence", is_sure=not is_text)
    goes_on = index + 1 < len(look.signs) and _first_letter(look.text(index + 1)).islower()
    if is_text and (goes_on or _last_word(text) in _LEANING):
        return Sign(BlockKind.BODY, "it breaks off in a sentence")
    if index and look.signs[index - 1] is None and not is_closed(look.text(index - 1)):
        return Sign(BlockKind.BODY, "the block before it is open at its end", is_sure=False)
    if not is_text:
        return Sign(BlockKind.BODY, "the page sets it as a paragraph, though it is no whole sentence", is_sure=False)
    if look.last_prose > index:
        return Sign(BlockKind.HEADLINE, "a short line without a full stop among the body", is_sure=False)
    return Sign(BlockKind.NAVIGATION, "a word or two behind the body") if _is_label(text) else None


def _is_label(text: str) -> bool:
    return word_count(text) <= _LABEL and not is_closed(text)


# --- paragraphs that page breaks cut ---------------------------------------------------------------------------------


def _with_continuations(judged: Sequence[Judged], form: TextForm, settled: Settled) -> Iterator[Judged]:
    before: Judged | None = None
    for block in judged:
        if block.kind is not BlockKind.BODY:
            yield block
            continue
        yield _continued(block, before, form, settled) if before is not None else block
        before = block


def _continued(block: Judged, before: Judged, form: TextForm, settled: Settled) -> Judged:
    if block.number in settled.joins:
        if settled.joins[block.number]:
            return replace(block, kind=BlockKind.CONTINUATION, reason=_SAID, is_sure=True)
        return block
    is_open, goes_on_small = not is_closed(before.text), _first_letter(block.text).islower()
    if is_open and (goes_on_small or _last_word(before.text) in _LEANING):
        reason = f"block {before.number} breaks off in a sentence, which seems to go on here"
        return replace(block, kind=BlockKind.CONTINUATION, reason=reason, is_sure=False)
    if (is_open or goes_on_small) and form is TextForm.TEXT:
        begins = "begins with a small letter" if goes_on_small else "could go on here"
        reason = f"block {before.number} has no full stop at its end" if is_open else "the block before is complete"
        reason += f" and {begins}" if is_open else f", yet this one {begins}"
        return replace(block, kind=None, reason=f"{reason}: a paragraph of its own, or a continuation?", is_sure=False)
    return block


def _first_letter(text: str) -> str:
    found = re.search(r"[^\W_]", text)
    return found[0] if found else ""


def _last_word(text: str) -> str:
    return normalise(text).casefold().split()[-1]
