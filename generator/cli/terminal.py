"""Whether somebody sits at the terminal."""

import sys


def can_ask() -> bool:
    """Return whether somebody sits at the terminal to answer questions."""
    return sys.stdin.isatty() and sys.stdout.isatty()
