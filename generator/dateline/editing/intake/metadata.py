"""What an article says about itself: title, publisher, date, address, language."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from dateline.editing.intake.judged import Judged
from dateline.ground.dates import Edtf
from dateline.ground.extraction import Article, BlockKind
from dateline.ground.extraction.found_days import days_in
from dateline.ground.provenance import normalise
from dateline.ground.urls import is_web_address
from dateline.records.rules.names import is_of_windows
from dateline.records.types import Actor, Source
from dateline.records.types.dated_facts import every_name
from dateline.records.types.fields import MAX_ID

_ID_PARTS: Final = re.compile(r"[a-z0-9]+")
_DATE_DIGITS: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_LONGEST_SLUG: Final = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for one key: a value, where it was found, and whether that is certain."""

    value: str | None = None
    reason: str = ""
    is_sure: bool = True
    choices: tuple[str, ...] = ()
    """What it might be, where that is more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found for each key of the record that an article can tell."""

    title: Finding
    publisher: Finding
    published: Finding
    url: Finding
    language: Finding


def look_up(article: Article, judged: Sequence[Judged], actors: Mapping[str, Actor]) -> Findings:
    """Return what the article, its page or its front matter says about it."""
    return Findings(
        title=_title(article, judged),
        publisher=_publisher(article, judged, actors),
        published=_published(article, judged),
        url=_declared(article.url if article.url and is_web_address(article.url) else None),
        language=_declared(article.language),
    )


def _declared(value: str | None) -> Finding:
    return Finding(value, "the page declares it") if value else Finding(None, "not found")


def _title(article: Article, judged: Sequence[Judged]) -> Finding:
    if article.title:
        return _declared(" ".join(article.title.split()))
    headlines = [" ".join(block.text.split()) for block in _head(judged) if block.kind is BlockKind.HEADLINE]
    if len(headlines) == 1:
        return Finding(headlines[0], "the headline")
    return _one_of(headlines, "a headline")


def _published(article: Article, judged: Sequence[Judged]) -> Finding:
    if article.published:
        return _declared(article.published)
    dated = [block.text for block in _head(judged) if block.kind in {BlockKind.DATE, BlockKind.HEADLINE}]
    days = dict.fromkeys(str(day) for text in dated for day in days_in(text))
    return _one_of(list(days), "a line before the body has it")


def _publisher(article: Article, judged: Sequence[Judged], actors: Mapping[str, Actor]) -> Finding:
    if article.site:
        named = actors_named([article.site], actors, whole=True)
        if named:
            return _declared(named[0]) if len(named) == 1 else _one_of(named, "the page's name of its site")
        return Finding(None, f'the page says "{article.site}", and no actor has that name')
    lines = [block.text for block in _head(judged) if block.kind in {BlockKind.BYLINE, BlockKind.DATE}]
    return _one_of(actors_named(lines, actors), "a byline or date line names it")


def _one_of(values: Sequence[str], reason: str) -> Finding:
    """Return a finding that the editor has to confirm, or to choose where there are several."""
    if len(values) == 1:
        return Finding(values[0], reason, is_sure=False)
    return Finding(None, reason if values else "not found", is_sure=not values, choices=tuple(values))


def _head(judged: Iterable[Judged]) -> list[Judged]:
    """Return the blocks before the body."""
    head: list[Judged] = []
    for block in judged:
        if block.kind is BlockKind.BODY:
            break
        head.append(block)
    return head


def actors_named(texts: Iterable[str], actors: Mapping[str, Actor], *, whole: bool = False) -> list[str]:
    """Return the actors whose names stand in one of some texts, or are all of one."""
    lines = [_plain(text) for text in texts]
    patterns = {id_: "|".join(re.escape(_plain(name)) for name in every_name(actor)) for id_, actor in actors.items()}
    return [
        id_
        for id_, pattern in patterns.items()
        if any(
            re.fullmatch(pattern, line) if whole else re.search(rf"(?<!\w)(?:{pattern})(?!\w)", line) for line in lines
        )
    ]


def _plain(text: str) -> str:
    return normalise(text).casefold()


# --- ids -------------------------------------------------------------------------------------------------------------


def suggested_id(
    title: str | None,
    publisher: str | None,
    published: Edtf | None,
    sources: Mapping[str, Source],
    taken: Collection[str],
) -> str | None:
    """Return an id in the manner of the publisher's other sources, or None where there is nothing to make it of."""
    base = _base_of_id(title, publisher, published, sources)
    if base is None:
        return None
    return free_id(base, taken)


def _base_of_id(
    title: str | None, publisher: str | None, published: Edtf | None, sources: Mapping[str, Source]
) -> str | None:
    day = _DATE_DIGITS.search(published.text) if published is not None else None
    if publisher is not None and day is not None:
        return f"{_prefix_of(publisher, sources)}-{day[0]}"
    return slug(title) if title else None


def _prefix_of(publisher: str, sources: Mapping[str, Source]) -> str:
    """Return what the publisher's other sources have before the date in their ids, else the publisher's id."""
    own = [id_ for id_, source in sources.items() if source.publisher == publisher]
    prefixes = Counter(match[1] for id_ in own if (match := re.fullmatch(r"(.+?)-\d{4}(?:-\d{2}){0,2}(?:-\d+)?", id_)))
    return prefixes.most_common(1)[0][0] if prefixes else publisher[: MAX_ID - len("-2017-11-17-99")].rstrip("-")


def free_id(base: str, taken: Collection[str]) -> str:
    """Return `base`, or `base-2` and so on where it is taken; `base-1` for a name that Windows keeps for itself."""
    is_kept = is_of_windows(base)
    numbered = (base if number == 1 and not is_kept else f"{base}-{number}" for number in count(1))
    return next(id_ for id_ in numbered if id_ not in taken)


def slug(text: str) -> str | None:
    """Return `text` as an id: its Latin letters and digits, joined by hyphens."""
    bare = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = _ID_PARTS.findall(bare.replace("'", ""))
    while len("-".join(words)) > _LONGEST_SLUG:
        words.pop()
    return "-".join(words) or None
