"""Rules that readers are told of in several places: one sentence each, wherever it stands."""

from typing import Final

from dateline.ground.languages import marked

SETTLING: Final = marked(
    "A dispute is settled by later reporting, pictures, an official finding, a concession or a word taken back, or by "
    "keeping the range of all figures; editors may find that it is no conflict."
)
"""The rules of `Resolution`."""
PLACING: Final = marked(
    "An actor is on a side where two voices place it there, neither of them its adversary, or where it places itself; "
    "else where the body is that it speaks for or is a part of."
)
"""What `placements` does."""
