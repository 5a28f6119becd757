"""What the markup says that a part of a page is no part of its article: navigation, comments, cookie notices.

The names of classes are habits, not a standard: a hint that would leave out the greater part of a page, its
heading or its article is none.  Whole sentences that only such a name would leave out are asked about.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dateline.ground.extraction.page_tree import BLOCK_TAGS, Element, tag_of, visible_words
from dateline.ground.extraction.signs import BlockKind, Sign

_GREATER_PART: Final = 0.4
_ENOUGH: Final = 30
"""So many words beside the comments may be an article."""
_NAMES: Final[tuple[tuple[BlockKind, str, frozenset[str]], ...]] = (
    (
        BlockKind.BANNER,
        "a cookie or consent notice",
        frozenset({"cookie", "cookies", "consent", "gdpr", "onetrust", "didomi", "ccpa", "cookiebanner", "cmp"}),
    ),
    (
        BlockKind.COMMENTS,
        "a section of comments, which are never a source",
        frozenset({"comments", "comment", "disqus", "commentlist", "respond", "usercomments", "commentary-list"}),
    ),
    (
        BlockKind.BANNER,
        "an advertisement",
        frozenset({"ad", "ads", "advert", "advertisement", "adslot", "sponsored", "promo", "promoted", "paywall"}),
    ),
    (
        BlockKind.NAVIGATION,
        "links to other articles",
        frozenset({"related", "recommended", "recommendations", "recirc", "trending", "popular", "mostread"})
        | frozenset({"outbrain", "taboola", "readmore", "readnext", "seealso", "morestories"}),
    ),
    (
        BlockKind.SHARE,
        "a bar to share, follow or subscribe",
        frozenset({"share", "sharing", "sharebar", "social", "newsletter", "subscribe", "subscription", "signup"})
        | frozenset({"follow", "unsubscribe"}),
    ),
    (
        BlockKind.NAVIGATION,
        "the navigation of the page",
        frozenset({"nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "pagination"})
        | frozenset({"pager", "toolbar", "topbar", "skip"}),
    ),
    (BlockKind.LEGAL, "the foot of the page", frozenset({"footer", "colophon", "copyright", "imprint"})),
)
_PAIRS: Final = frozenset({"most read", "read more", "read next", "see also", "more stories", "also read", "sign up"})
_TAGS: Final[Mapping[str, tuple[BlockKind, str]]] = {
    "nav": (BlockKind.NAVIGATION, "the navigation of the page"),
    "menu": (BlockKind.NAVIGATION, "the navigation of the page"),
    "search": (BlockKind.BANNER, "a form"),
    "form": (BlockKind.BANNER, "a form"),
    "fieldset": (BlockKind.BANNER, "a form"),
    "dialog": (BlockKind.BANNER, "a window before the page"),
    "button": (BlockKind.BANNER, "a button or field of a form"),
    "select": (BlockKind.BANNER, "a button or field of a form"),
    "textarea": (BlockKind.BANNER, "a button or field of a form"),
    "svg": (BlockKind.BANNER, "the lettering of a drawing"),
    "amp-ad": (BlockKind.BANNER, "an advertisement"),
    "amp-consent": (BlockKind.BANNER, "a cookie or consent notice"),
    "amp-sidebar": (BlockKind.NAVIGATION, "the navigation of the page"),
}
_ROLES: Final[Mapping[str, tuple[BlockKind, str]]] = {
    "navigation": _TAGS["nav"],
    "menu": _TAGS["nav"],
    "menubar": _TAGS["nav"],
    "search": _TAGS["form"],
    "dialog": _TAGS["dialog"],
    "alertdialog": _TAGS["dialog"],
    "contentinfo": (BlockKind.LEGAL, "the foot of the page"),
    "banner": (BlockKind.NAVIGATION, "the head of the page"),
}
_EXPORT: Final = (
    (frozenset({"page_header"}), BlockKind.NAVIGATION, "the head of the export"),
    (frozenset({"from_name"}), BlockKind.BYLINE, "who posted it"),
    (frozenset({"date", "details"}), BlockKind.DATE, "the time of the post"),
    (frozenset({"service"}), BlockKind.DATE, "a line of the export itself"),
    (frozenset({"reply_to"}), BlockKind.NAVIGATION, "a pointer to another post"),
    (frozenset({"reactions"}), BlockKind.SHARE, "reactions of readers"),
    (frozenset({"media_wrap"}), BlockKind.NAVIGATION, "a file that the post carries"),
    (frozenset({"tgme_widget_message_author"}), BlockKind.BYLINE, "who posted it"),
    (frozenset({"tgme_widget_message_footer"}), BlockKind.DATE, "the time of the post, and how many saw it"),
    (frozenset({"tgme_widget_message_reply"}), BlockKind.NAVIGATION, "a pointer to another post"),
)
"""The parts of an export of Telegram, and of a channel's page on the web, by the names of their classes."""
POST_ON_THE_WEB: Final = "tgme_widget_message"
_FORWARDED: Final = frozenset({"forwarded", "body"})
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS: Final = re.compile(r"[^A-Za-z]+")
_EMBEDS: Final = frozenset(
    {"twitter-tweet", "instagram-media", "fb-post", "tiktok-embed", "bluesky-embed", "mastodon-embed", "reddit-embed"}
    | {"twitter-video", "telegram-post", "embed", "embedded", "oembed", "embed-post"}
)
_QUOTED: Final = frozenset(
    {"gmail_quote", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote", "outlookmessageheader"}
)
_NOTES: Final = frozenset({"footnotes", "endnotes", "footnote", "footnote-list", "references"})


@dataclass(frozen=True, slots=True)
class Hint:
    """What a part of a page is by its markup, and whether that holds for whole sentences too."""

    sign: Sign
    holds_for_prose: bool


class Hints:
    """The hints of one page."""

    def __init__(self, root: Element, *, trusts_names: bool = True) -> None:
        self._total = max(1, visible_words(root).total())
        self._trusts_names = trusts_names
        self._is_export = any({"history", POST_ON_THE_WEB} & names_of(element) for element in root.iter("div"))

    def of(self, element: Element, *, in_article: bool) -> Hint | None:
        """Return what the markup of `element` itself says, or None."""
        tag, role = tag_of(element), (element.get("role") or "").lower()
        if element.get("aria-hidden") == "true":
            return _hint(BlockKind.BANNER, "marked as decoration (aria-hidden)", holds_for_prose=False)
        found = _TAGS.get(tag) or _ROLES.get(role) or _by_place(element, tag, in_article=in_article)
        if found is not None:
            holds = not (in_article and tag in {"footer", "header", "aside", "form", "fieldset"})
            return None if self._is_too_much(element, tag) else _hint(*found, holds_for_prose=holds)
        if self._is_export and (said := _of_export(element)) is not None:
            return said
        if self._trusts_names and (tag in BLOCK_TAGS or "-" in tag) and tag not in {"html", "body", "main", "article"}:
            return self._by_name(element, tag)
        return None

    def _by_name(self, element: Element, tag: str) -> Hint | None:
        names = names_of(element)
        for kind, reason, known in _NAMES:
            if names & known and not self._is_too_much(element, tag, is_comments=kind is BlockKind.COMMENTS):
                return _hint(kind, reason, holds_for_prose=kind in {BlockKind.COMMENTS, BlockKind.BANNER})
        if names & _PAIRS and not self._is_too_much(element, tag):
            return _hint(BlockKind.NAVIGATION, "links to other articles", holds_for_prose=False)
        return None

    def _is_too_much(self, element: Element, tag: str, *, is_comments: bool = False) -> bool:
        """Return whether what would be left out is the heading, the article or the greater part of the page.

        Comments may well be the greater part, and each an article in the markup, if enough is left beside them.
        """
        if tag in {"nav", "button", "select", "svg"}:
            return False
        held = {tag_of(inner) for inner in element.iter()}
        words = visible_words(element).total()
        if is_comments and self._total - words >= _ENOUGH:
            return bool(held & {"h1", "main"})
        return bool(held & {"h1", "main", "article"}) or words > _GREATER_PART * self._total


def _hint(kind: BlockKind, reason: str, *, holds_for_prose: bool = True) -> Hint:
    return Hint(Sign(kind, reason), holds_for_prose)


def _of_export(element: Element) -> Hint | None:
    """Return what stands around a post in an export of Telegram."""
    names = names_of(element)
    for known, kind, reason in _EXPORT:
        if known <= names:
            return _hint(kind, reason)
    return None


def _by_place(element: Element, tag: str, *, in_article: bool) -> tuple[BlockKind, str] | None:
    if tag == "footer" and not any(tag_of(above) in {"blockquote", "figure"} for above in element.iterancestors()):
        return BlockKind.LEGAL, "the foot of the page"
    if tag == "header" and not in_article:
        return BlockKind.NAVIGATION, "the head of the page"
    if tag == "aside":
        return BlockKind.NAVIGATION, "it stands beside the article"
    return None


def names_of(element: Element) -> frozenset[str]:
    """Return the words of which the class and id of an element are made, whole names and pairs among them."""
    found: set[str] = set()
    for name in f"{element.get('class') or ''} {element.get('id') or ''}".split():
        parts = [part.lower() for part in _PARTS.split(_CAMEL.sub("-", name)) if part]
        found |= {name.lower(), *parts, *(" ".join(pair) for pair in pairwise(parts))}
    return frozenset(found)


_TOLD: Final = {
    "forwarded": "a post that this one forwards: the words of another source",
    "quoted": "a passage that the mail quotes: the words of another",
    "frame": "a page within the page (a frame)",
    "embed": "a post that the page embeds: the words of another source",
    "caption": "a caption",
    "note": "a footnote",
}


def part_of(element: Element) -> Sign | None:
    """Return what a part of the article is, where it is more than a paragraph: a caption, an embed, a footnote."""
    part = _part_of(element, tag_of(element), names_of(element))
    return None if part is None else Sign(BlockKind.BODY, _TOLD[part], is_sure=False)


def _part_of(element: Element, tag: str, names: frozenset[str]) -> str | None:
    is_part = {
        "forwarded": names >= _FORWARDED or "tgme_widget_message_forwarded_from" in names,
        "quoted": bool(names & _QUOTED) or (tag == "blockquote" and element.get("type") == "cite"),
        "frame": tag == "page-in-a-frame",
        "embed": bool(names & _EMBEDS) or tag in {"amp-twitter", "amp-instagram", "amp-facebook"},
        "caption": tag in {"figcaption", "caption"} or bool(names & {"caption", "wp-caption-text"}),
        "note": bool(names & _NOTES) or element.get("role") in {"doc-endnotes", "doc-footnote"},
    }
    return next((part for part, holds in is_part.items() if holds), None)
