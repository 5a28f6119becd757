"""Names of people as reference managers write them."""

from collections.abc import Iterable


def spoken_names(texts: Iterable[str]) -> list[dict[str, str]]:
    """Return names as CSL has them, as they are spoken: "Family, Given" is Given Family."""
    return [{"literal": _spoken(text)} for text in texts if text.strip()]


def _spoken(text: str) -> str:
    family, comma, given = (part.strip() for part in text.partition(","))
    return f"{given} {family}".strip() if comma else text.strip()
