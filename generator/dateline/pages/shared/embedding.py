"""What other people's pages show a claim or a dispute in: a frame, without any script."""

from typing import Final

from dateline.ground import escaping

LONGEST_TITLE: Final = 120
"""The bytes that the title of a frame may have."""
WIDTH: Final = 600
CLAIM_HEIGHT: Final = 300
DISPUTE_HEIGHT: Final = 480


def frame(address: str, title: str, height: int) -> str:
    """Return the HTML that shows the page at an absolute address, on one line."""
    return (
        f'<iframe src="{escaping.html(address)}" title="{escaping.html(title)}" width="{WIDTH}" height="{height}" '
        'loading="lazy" style="border:0;max-width:100%"></iframe>'
    )
