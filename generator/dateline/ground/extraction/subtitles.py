"""Subtitles (SubRip, WebVTT) as blocks: what is said until a sentence ends, with the time at which it begins."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from dateline.ground.extraction.accounting import account
from dateline.ground.extraction.articles import Article, Block, TextForm
from dateline.ground.extraction.signs import BlockKind, Sign, is_closed
from dateline.ground.places_as_typed import clock

_VTT: Final = re.compile(r"\ufeff?\s*WEBVTT\b")
_SRT: Final = re.compile(r"\ufeff?\s*(?:\d+\s*\n)?\s*\d{1,2}:\d\d:\d\d[,.]\d{1,3}\s*-->\s*\d")
_UNSAID: Final = re.compile(r"\s*(?:NOTE|STYLE|REGION)\b(?!.*-->)", re.DOTALL)
"""A part of WebVTT that is no cue: a remark of whoever made it, or how the cues look."""
_NAME_OF_CUE: Final = re.compile(r"^[^\n]*\n(?=[0-9:.,]+[ \t]*-->)")
_TIMES: Final = re.compile(r"^[0-9:.,]+[ \t]*-->[ \t]*[0-9:.,]+", re.MULTILINE)
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]+")
_SAID: Final = Sign(BlockKind.BODY, "it is said")
_SILENCE: Final = 4_000
"""After so many milliseconds in which nothing is said, something new begins."""
_MOST_WORDS: Final = 80


class SubtitlesError(Exception):
    """Subtitles that give no text: why, and what to do."""

    cure: Final = "open them in an editor of subtitles, save them anew as SubRip (.srt) or WebVTT (.vtt), and give that"


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    text: str


def is_subtitles(text: str) -> bool:
    """Return whether a text is subtitles of a kind that is read."""
    return bool(_VTT.match(text) or _SRT.match(text.replace("\r\n", "\n")))


def read_subtitles(text: str) -> Article:
    """Return what subtitles say, as blocks with their times as units; raise SubtitlesError where they say nothing."""
    cues = list(_cues(text))
    if not cues:
        raise SubtitlesError("no words stand behind their times")
    blocks = list(_blocks_of(cues))
    account(Counter(word for cue in cues for word in cue.text.split()), blocks)
    return Article(form=TextForm.SUBTITLES, blocks=tuple(blocks))


def _cues(text: str) -> Iterator[_Cue]:
    from pysubs2 import SSAFile  # noqa: PLC0415 - only this needs it

    form = "vtt" if _VTT.match(text) else "srt"
    try:
        found = SSAFile.from_string(_cues_alone(text) if form == "vtt" else text.lstrip("\ufeff"), format_=form)
    except Exception as error:  # noqa: BLE001 - a broken file breaks the reader in any way there is
        raise SubtitlesError(f"they are broken ({type(error).__name__})") from None
    for event in sorted(found, key=lambda event: event.start):
        plain = unescape(event.plaintext) if form == "vtt" else event.plaintext
        said = " ".join(_UNSEEN.sub(" ", plain).split())
        if said:
            yield _Cue(event.start, event.end, said)


def _cues_alone(text: str) -> str:
    """Return WebVTT without what nobody says (notes, styles, names of cues), and with points in its times."""
    parts = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    cues = [_NAME_OF_CUE.sub("", part) for part in parts if not _UNSAID.match(part)]
    return "\n\n".join(_TIMES.sub(lambda times: times[0].replace(",", "."), cue) for cue in cues)


def _blocks_of(cues: Sequence[_Cue]) -> Iterator[Block]:
    gathered: list[_Cue] = []
    for cue in cues:
        if gathered and _begins_anew(gathered, cue):
            yield _block(gathered)
            gathered = []
        gathered.append(cue)
    if gathered:
        yield _block(gathered)


def _begins_anew(gathered: Sequence[_Cue], cue: _Cue) -> bool:
    last = gathered[-1]
    words = sum(len(one.text.split()) for one in gathered)
    return is_closed(last.text) or cue.start - last.end > _SILENCE or words >= _MOST_WORDS


def _block(cues: Sequence[_Cue]) -> Block:
    return Block(" ".join(cue.text for cue in cues), by_markup=_SAID, unit=clock(max(0, cues[0].start) // 1000))
