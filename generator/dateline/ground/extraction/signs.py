"""The signs by which blocks that are no body give themselves away: their words, or the markup around them."""

# ruff: noqa: RUF001 - letters of other scripts are the point

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dateline.ground.counting import word_count
from dateline.ground.extraction.found_days import days_in
from dateline.ground.provenance import normalise


class BlockKind(StrEnum):
    """What a block of an article is."""

    BODY = "body"
    CONTINUATION = "page-break continuation"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATE = "date line"
    NAVIGATION = "region, theme or navigation"
    APPEAL = "donation appeal"
    SHARE = "share or subscribe"
    LEGAL = "copyright or disclaimer"
    COMMENTS = "comment section"
    BANNER = "cookie notice, advertisement or form"
    MACHINE = "header or signature of a message"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Sign:
    """What a block was recognised as, by what, and whether that is beyond doubt."""

    kind: BlockKind
    reason: str
    is_sure: bool = True


_FEW_WORDS: Final = 4
_LINE_WORDS: Final = 15
_SENTENCE_WORDS: Final = 8
_LONG: Final = 25
_ENOUGH_SIGNS: Final = 2
_CLOSERS: Final = "\"'”’»›)]} *_"
_STOPS: Final = tuple(".!?…:;。！？؟۔।")
_NOTE_MARK: Final = re.compile(r"(?:\[\d+\]|[¹²³⁰-⁹]|(?<=[^\W\d][.!?])\d{1,2})+$")

_ENDING: Final = 500
"""How many letters of a block are its end."""


def is_closed(text: str) -> bool:
    """Return whether `text` ends as a sentence does, quotes, brackets and note marks left aside."""
    return _NOTE_MARK.sub("", text.rstrip()[-_ENDING:]).rstrip(_CLOSERS).endswith(_STOPS)


def is_prose(text: str) -> bool:
    """Return whether `text` is long, or a whole sentence of some words."""
    words = word_count(text)
    return words >= _LONG or (words >= _SENTENCE_WORDS and is_closed(text))


def _any_of(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_LINK: Final = re.compile(r"!?\[([^\[\]]*+)\]\([^)\s]*\)")
_LONGEST: Final = 5_000
"""How many letters a block may have that is no article by its words: patterns take their time over more."""
_EMPHASIS: Final = re.compile(r"\*\*|__")
_DATED: Final = _any_of(
    r"(?:published|posted|updated|last modified|date|stand|publié|publicado|опубликовано|تاريخ)\b.*"
)
_AMOUNTS: Final = re.compile(
    r"(?:[\d.,]+ ?[$€£₽]|[$€£₽] ?[\d.,]+)(?: (?:[\d.,]+ ?[$€£₽]|[$€£₽] ?[\d.,]+))*(?: .{0,60})?"
)
_APPEAL: Final = [
    _any_of(r"\bpaypal\b", r"\bpatreon\b", r"\bko-fi\b", r"\bbitcoin\b", r"\bliberapay\b"),
    _any_of(r"\bdonat(?:e|ions?)\b", r"\bspenden\b", r"\bspendenkonto\b", r"\bfaire un don\b", r"\bdonar\b"),
    _any_of(r"\bsupport (?:the|our|this|us)\b", r"\bunterstützen sie\b", r"\bsoutenez\b", r"\bподдержите\b"),
    _any_of(r"\bwithout your (?:help|support)\b", r"\breader-supported\b", r"\bif you (?:like|enjoy|value)\b"),
    _any_of(r"\bbağış\b", r"\bпожертвова", r"\bcrowdfund", r"تبرع"),
]
_APPEAL_LINE: Final = _any_of(r"(?:please )?(?:support|donate(?: to)?)(?: \S+){0,3}", r".{0,40}\bdays left\b.{0,60}")
_SHARE: Final = _any_of(
    r"(?:share|tweet|follow|subscribe|sign up|join) ?(?:us|this|now|here|on|to|up|for|our)?\b.*",
    r"comments? on .* (?:page|facebook|twitter|telegram).*",
    r"become a (?:member|subscriber).*",
    r"(?:get|read) (?:our|the) newsletter.*",
    r"(?:unsubscribe|abmelden|abbestellen|se désabonner|darse de baja)\b.{0,60}",
    r"(?:view|read|open|see) (?:this|it|the (?:e-?mail|newsletter)) (?:\S+ )?(?:in|on) .{0,20}(?:browser|web).{0,20}",
    r"(?:manage|update|change) (?:your )?(?:preferences|subscription).{0,40}",
    r"(?:facebook|twitter|x|telegram|whatsapp|vkontakte|vk|reddit|e-?mail|print|copy link)(?:[ ,|]+\w+)*",
    r"(?:teilen|folgen sie|abonnieren|partager|abonnez|compartir|suscríbete)\b.*",
    r"(?:поделиться|подписаться|paylaş|مشاركة|شارك)\b.*",
)
_LEGAL: Final = [
    _any_of(r"©", r"\bcopyright(?:ed)?\b", r"\ball rights reserved\b", r"\balle rechte vorbehalten\b"),
    _any_of(r"\bfair use\b", r"\bcopyright owner\b", r"\bwithout (?:prior )?permission\b", r"\bdisclaimer\b"),
    _any_of(r"\bviews? expressed\b", r"\bsole responsibility of the author", r"\bnot be responsible for\b"),
    _any_of(r"\boriginal source of this article\b", r"\boriginally published\b", r"\bmedia inquiries\b"),
]
_LEGAL_START: Final = _any_of(
    r"(?:disclaimer|copyright|©|haftungsausschluss|avertissement|descargo).*",
    r"the original source of this article\b.*",
    r"for media (?:inquiries|enquiries)\b.*",
    r"(?:featured|header|cover) image\b.*",
    r"(?:image|photo|picture|foto|bild) ?(?:credits?|by|source|:).*",
)
_BYLINE: Final = _any_of(
    r"(?:by|von|par|por|yazan|автор|بقلم|نوشته|written by|reported by)[: ]\s*[^\d.!?;]{2,80}",
    r"(?:articles?|reporting|story|text) by\b.*",
    r"(?:authors?|autor|auteur|editors?|reporter)\s?:.*",
)
_NAVIGATION: Final = _any_of(
    r"(?:region|theme|in-depth reports?|topics?|tags?|tagged|categor(?:y|ies)|filed under|section|keywords?) ?[:>|].*",
    r"(?:related|read (?:also|more|next)|see also|also read|more on|lesen sie auch|lire aussi|lea también)\b.*",
    r"(?:читайте также|ayrıca bakınız|اقرأ أيضا)\b.*",
    r"(?:home|menu|search|advertisement|anzeige|publicité|skip to content|back to top|next|previous)",
    r"\S+(?: \S+){0,3}(?: [>|/] \S+(?: \S+){0,3})+",
)
_PRINTED: Final = re.compile(
    r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)? .{0,200})?"
    r"(?:https?|(?:fi|\ufb01)le)://\S{1,2000} \d{1,4} ?/ ?\d{1,4}",
    re.IGNORECASE,
)
"""What a browser prints above and below a page: day, hour and title, the address, the number of the page of all."""
_CRUMB: Final = re.compile(r"(?<=\s)[›»](?=\s)")
"""What parts the links of a path; where the same signs open as well, they are quotation marks."""
WALL: Final = _any_of(
    r"\bto (?:continue|keep) reading\b",
    r"\b(?:continue|read|unlock) (?:this|the (?:full|whole|rest of (?:this|the))|full) (?:article|story|text)\b",
    r"\b(?:subscribe|register)(?: now| today)? to (?:continue|read|unlock)\b",
    r"\b(?:log|sign) in to (?:continue|read|view|see)\b",
    r"\b(?:article|content|story) is (?:only |reserved )?(?:for|available to) (?:\w+ )?(?:subscribers|members)\b",
    r"\balready a (?:subscriber|member)\b",
    r"\breste \d+ ?% de cet article\b|\barticle réservé\b|\bweiterlesen mit\b|\bmit abo weiterlesen\b",
    r"اشترك لقراءة|لمتابعة القراءة|чтобы продолжить чтение",
)
"""The words of a wall that stands before an article, or before the rest of it."""
_WALL_WORDS: Final = 40
_COMMENTS: Final = [
    _any_of(r"\bnotify of\b", r"\binline feedbacks?\b", r"\bview all comments\b", r"\bwould love your thoughts\b"),
    _any_of(r"\b(?:newest|oldest|most voted)\b.*\b(?:newest|oldest|most voted)\b"),
    _any_of(
        r"\bleave a (?:reply|comment)\b", r"\bpost a comment\b", r"\badd a comment\b", r"\bjoin the conversation\b"
    ),
    _any_of(r"\b\d+ comments?\b", r"\bcomments? \(\d+\)"),
]
_COMMENTS_LINE: Final = _any_of(
    r"(?:\d+ )?(?:comments?|responses|replies|discussion|kommentare?|commentaires?|comentarios|комментарии|yorumlar)"
    r"(?: ?\(?\d+\)?)?:?",
    r"(?:leave|post|add) a (?:reply|comment).{0,40}",
    r"(?:التعليقات|تعليقات|نظرات)",
)


def sign_of(text: str) -> Sign | None:
    """Return what a block is by its own words, or None where they do not say."""
    if len(text) > _LONGEST:
        return None
    bare = _EMPHASIS.sub("", _LINK.sub(r"\1", text))
    plain = normalise(bare if "«" in bare or "‹" in bare else _CRUMB.sub(">", bare))
    words = word_count(plain)
    for look in (_printed, _comments, _wall, _appeal, _legal, _line):
        found = look(plain, words)
        if found is not None:
            return found
    return None


def _printed(plain: str, _words: int) -> Sign | None:
    is_printed = _PRINTED.fullmatch(plain) is not None
    return Sign(BlockKind.NAVIGATION, "what a browser prints above and below a page") if is_printed else None


def _comments(plain: str, words: int) -> Sign | None:
    hits = _hits(_COMMENTS, plain)
    if hits and (words <= _LINE_WORDS or hits >= _ENOUGH_SIGNS) and _COMMENTS[0].search(plain):
        return Sign(BlockKind.COMMENTS, "the words of a comment form")
    if hits >= _ENOUGH_SIGNS and not is_closed(plain):
        return Sign(BlockKind.COMMENTS, "the words of a comment form")
    if _COMMENTS_LINE.fullmatch(plain):
        return Sign(BlockKind.COMMENTS, "it may head a comment section", is_sure=False)
    return None


def _wall(plain: str, words: int) -> Sign | None:
    if words <= _WALL_WORDS and WALL.search(plain):
        reason = "a wall: the text may go on behind it, and then say --extent part"
        return Sign(BlockKind.BANNER, reason, is_sure=False)
    return None


def _appeal(plain: str, words: int) -> Sign | None:
    if _AMOUNTS.fullmatch(plain):
        return Sign(BlockKind.APPEAL, "amounts of money alone, as of a donation counter")
    if words <= _LINE_WORDS and not is_closed(plain) and _APPEAL_LINE.fullmatch(plain):
        is_short = words <= _FEW_WORDS or "days left" in plain.casefold()
        return Sign(BlockKind.APPEAL, "it asks for support", is_sure=is_short)
    return _by_signs(_APPEAL, BlockKind.APPEAL, "it asks for money", plain, words)


def _legal(plain: str, words: int) -> Sign | None:
    if _LEGAL_START.fullmatch(plain):
        return Sign(BlockKind.LEGAL, "it begins as a notice or a credit")
    return _by_signs(_LEGAL, BlockKind.LEGAL, "it speaks of rights or responsibility", plain, words)


def _by_signs(signs: list[re.Pattern[str]], kind: BlockKind, reason: str, plain: str, words: int) -> Sign | None:
    """Judge by how many different signs there are; one in a whole sentence may be what the article is about."""
    hits = _hits(signs, plain)
    if not hits:
        return None
    is_sentence = is_closed(plain) and words >= _SENTENCE_WORDS
    return Sign(kind, reason, is_sure=hits >= _ENOUGH_SIGNS or not (is_sentence or words > _LINE_WORDS))


def _hits(signs: list[re.Pattern[str]], plain: str) -> int:
    return sum(sign.search(plain) is not None for sign in signs)


def _line(plain: str, words: int) -> Sign | None:
    if words > _LINE_WORDS:
        return None
    is_closed_line = is_closed(plain) and words >= _FEW_WORDS
    is_brief = words <= _SENTENCE_WORDS or _DATED.fullmatch(plain) is not None  # a longer one may be a headline
    if not is_closed_line and is_brief and days_in(plain):
        return Sign(BlockKind.DATE, "a line with a date")
    for kind, pattern, reason in (
        (BlockKind.BYLINE, _BYLINE, "it begins as a byline"),
        (BlockKind.NAVIGATION, _NAVIGATION, "a label of the page, not a sentence"),
        (BlockKind.SHARE, _SHARE, "it asks to share, follow or subscribe"),
    ):
        if pattern.fullmatch(plain):
            return Sign(kind, reason, is_sure=not is_closed_line)
    return None
