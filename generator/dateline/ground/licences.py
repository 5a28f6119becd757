"""Licences by the names that SPDX gives them: how people write them, and where their text is."""

import re
from typing import Final

_CREATIVE_COMMONS: Final = re.compile(r"CC-(?P<kind>BY(?:-NC)?(?:-SA|-ND)?)-(?P<version>[0-9]\.[0-9])")
_ZERO: Final = "CC0-1.0"


def in_words(licence: str) -> str:
    """Return how people write a licence: "CC BY-SA 4.0" for "CC-BY-SA-4.0"; as it is where it is none of these."""
    if licence == _ZERO:
        return "CC0 1.0"
    found = _CREATIVE_COMMONS.fullmatch(licence)
    return f"CC {found['kind']} {found['version']}" if found else licence


def address(licence: str) -> str:
    """Return where the text of a licence of Creative Commons is; empty for any other."""
    if licence == _ZERO:
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    found = _CREATIVE_COMMONS.fullmatch(licence)
    return f"https://creativecommons.org/licenses/{found['kind'].lower()}/{found['version']}/" if found else ""
