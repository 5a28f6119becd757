"""Pages without an article: a script, a wall or a server stands before it, or it stands elsewhere."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.ground.extraction.articles import Article, TextForm
from dateline.ground.extraction.signs import WALL, BlockKind, is_prose

_WITHOUT_SCRIPT: Final = re.compile(
    r"(?:enable|activate|turn on|requires?|need|without) (?:\w+ ){0,3}java ?script|"
    r"java ?script (?:is|must be|has to be|seems to be) (?:\w+ ){0,2}(?:disabled|required|enabled|off)|"
    r"javascript (?:aktivieren|activ)|activ\w+ javascript|"
    r"включи\w* javascript|تفعيل (?:ال)?جافا|checking your browser|verify (?:that )?you are (?:a )?human|"
    r"enable cookies|just a moment",
    re.IGNORECASE,
)
_INSTEAD: Final = re.compile(
    WALL.pattern + r"|\bwe value your privacy\b|\b(?:use|uses|store|accept)\b.{0,80}\bcookies\b"
    r"|\bcookies\b.{0,60}\b(?:accept|consent)\b"
    r"|\b(?:must|have to|need to) (?:be logged|log|sign) in\b|\byou are not (?:logged|signed) in\b"
    r"|\b(?:page|file|article|site)(?: that)? (?:\w+ ){0,4}(?:not (?:be )?found|no longer (?:available|exists))\b"
    r"|\bpage not found\b|\b404\b.{0,20}\bnot found\b|\berror 40[0-9]\b|\baccess (?:is |has been )?denied\b"
    r"|\b403 forbidden\b|\bunusual traffic\b|\bnot (?:available|accessible) in your (?:country|region)\b"
    r"|\bseite (?:wurde )?nicht gefunden\b|\bpage (?:est )?introuvable\b|الصفحة غير موجودة|страница не найдена",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 60
"""A page with more words of its own than this is no mere notice."""
_SPACES: Final = re.compile(r"\s+")


def behind_a_wall(article: Article) -> bool:
    """Return whether a page says that a login or a payment stands before its text, or before the rest of it."""
    return any(len(block.text.split()) < _MOST_WORDS and WALL.search(block.text) for block in article.blocks)


def is_only_a_notice(article: Article, text: str) -> bool:
    """Return whether a page only says that its text is elsewhere: behind a script, a wall, or gone."""
    own = [block for block in article.blocks if block.by_markup is None or block.by_markup.kind is BlockKind.BODY]
    said = [block.text for block in own if is_prose(block.text) and not block.is_heading]
    if not all(_WITHOUT_SCRIPT.search(each) or _INSTEAD.search(each) for each in said):
        return False
    if sum(len(block.text.split()) for block in own) >= _MOST_WORDS:
        return False
    return _is_told(article, text, [block.text for block in own or article.blocks])


def _is_told(article: Article, text: str, blocks: Sequence[str]) -> bool:
    """Return whether a notice is there at all: a short page without one may be an article."""
    shown = " ".join(blocks)
    of_page = text if article.form is TextForm.HTML else shown
    return bool(_WITHOUT_SCRIPT.search(_SPACES.sub(" ", of_page)) or _INSTEAD.search(_SPACES.sub(" ", shown)))
