"""Whether somebody sits at the terminal."""

import sys


def can_ask() -> bool:
    """Return whether somebody sits at the terminal to answer questions."""
    return all(stream is not None and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stdout))
