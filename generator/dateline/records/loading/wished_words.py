"""Words outside a list of the vocabulary that are kinds of one in it: a company is an organisation, a tweet a post."""

from typing import Final

_KINDS_OF_ACTOR: Final = {
    word: kind
    for kind, words in {
        "organisation": "company firm corporation business enterprise ngo charity court tribunal party political-party "
        "agency university school college church parish monastery religious-order union trade-union labour-union guild "
        "club football-club team bank committee commission authority institution institute foundation association "
        "software product government city municipality council parliament legislature senate congress assembly "
        "hospital museum think-tank cooperative band orchestra theatre family dynasty tribe clan ethnic-group movement "
        "network group org society fund insurer airline shipyard railway mine factory startup",
        "media": "newspaper journalist tv radio website agency-of-news news-agency news-outlet press magazine outlet "
        "broadcaster blog publisher channel wire-service",
        "person": "man woman individual people human politician king queen emperor president minister officer "
        "scientist musician artist author lawyer judge witness victim suspect",
        "armed-force": "army navy police military air-force coast-guard",
        "armed-group": "militia rebels gang guerrilla insurgents paramilitary",
        "unit": "brigade division regiment battalion company-of-soldiers squadron corps fleet ship vessel warship",
        "alliance": "coalition bloc league federation-of-states confederation pact entente",
        "state": "country nation empire kingdom republic duchy principality city-state caliphate",
        "ministry": "department department-of-state bureau secretariat",
    }.items()
    for word in words.split()
}


_KINDS_OF_SOURCE: Final = {
    **dict.fromkeys(
        ["tweet", "toot", "thread", "message", "comment", "facebook", "telegram", "twitter", "instagram", "status"],
        "post",
    ),
    **dict.fromkeys(["photo", "photograph", "picture", "screenshot", "satellite-image", "drawing"], "image"),
    **dict.fromkeys(["film", "footage", "clip", "movie", "television", "tv", "youtube"], "video"),
    **dict.fromkeys(["podcast", "radio", "recording", "sound", "voice-message"], "audio"),
    **dict.fromkeys(
        ["website", "webpage", "web-page", "newspaper", "news", "blog", "blog-post", "magazine", "interview", "essay"],
        "article",
    ),
    **dict.fromkeys(["press-release", "communique", "speech", "declaration", "announcement"], "statement"),
    **dict.fromkeys(["study", "white-paper", "pdf", "thesis", "working-paper"], "report"),
    **dict.fromkeys(["table", "spreadsheet", "database", "data"], "dataset"),
    **dict.fromkeys(["memoir", "monograph", "novel", "chapter", "e-book"], "book"),
    **dict.fromkeys(["ruling", "verdict", "court-decision", "opinion", "judgement"], "judgment"),
}
_KINDS: Final = {"actor_kinds": _KINDS_OF_ACTOR, "source_kinds": _KINDS_OF_SOURCE}


def instead_of_word(list_name: str, word: str) -> str:
    """Return the standard word that one outside a list is a kind of; nothing where nobody foresaw it."""
    known = _KINDS.get(list_name, {})
    folded = word.strip().lower().replace(" ", "-").replace("_", "-")
    return known.get(folded) or known.get(folded.removesuffix("s"), "")
