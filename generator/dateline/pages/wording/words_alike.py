"""Words of equal meaning: what readers ask for by them is found, and the search says by which words it was."""

from collections.abc import Mapping
from typing import Final

from dateline.ground.languages import marked

OF_DEATHS: Final = frozenset({"killed", "died", "dead", "deaths", "casualties", "fatalities"})
"""Measures of a vocabulary that count the dead."""
DEATH_WORDS: Final = marked("death toll, deaths, dead, died, killed, casualties, fatalities, losses")
COUNT_WORDS: Final = marked("toll, number, count, how many, figure")
KIND_WORDS: Final = {
    "state": marked("country, state, government"),
    "armed-force": marked("army, military, armed forces, troops, soldiers"),
    "armed-group": marked("militia, militias, armed group, fighters, faction"),
    "unit": marked("unit, troops, soldiers, fighters"),
    "alliance": marked("alliance, coalition, forces, militias, fighters"),
    "ministry": marked("ministry, government, officials"),
    "media": marked("news, agency, newspaper, channel, outlet, press"),
    "monitor": marked("monitor, monitoring group, watchdog, observatory"),
}
"""What readers call an actor of a kind who do not know its name."""
DISPUTE_WORDS: Final = {
    "control": marked("control, held, holder, captured, recaptured, liberated"),
    "date": marked("date, day, when"),
    "place": marked("place, location, where"),
    "identity": marked("identity, who"),
    "responsibility": marked("responsibility, responsible, blame, guilt"),
    "occurrence": marked("occurrence, happened"),
}
"""What readers call a dispute of a kind; one about a figure has the words of what it counts."""
MEANINGS: Final[Mapping[str, str]] = {
    "deaths": DEATH_WORDS,
    "counts": COUNT_WORDS,
    **{f"kind-{kind}": words for kind, words in KIND_WORDS.items()},
    **{f"dispute-{kind}": words for kind, words in DISPUTE_WORDS.items()},
}
"""All of them, by what the script of the search calls them."""
