"""`dateline mcp`: the records of this folder, for programs that ask by the Model Context Protocol."""

import sys
from contextlib import redirect_stdout
from typing import Final

import click

from dateline.cli.extras import require_extra
from dateline.cli.sites import edition_of, settings_here
from dateline.pages.exports.asking import Bounds, asked_records

BOUNDS: Final = Bounds(rows=100, letters=100_000, cell=10_000, value=300_000, columns=100, looks=20_000, seconds=5)
"""What a question may ask for: 20 million steps of SQLite take less than a second, unless they move large values."""


@click.command()
def mcp() -> None:
    """Answer programs that ask about the published records by the Model Context Protocol (MCP).

    It speaks over standard input and output, so that the program that asks starts it, and can only read. The records
    are read once: start it again after a change.
    """
    require_extra("mcp")
    from dateline.cli.tools_of_mcp import server_of  # noqa: PLC0415 - of an extra

    with redirect_stdout(sys.stderr):  # standard output is for the protocol's messages only
        edition = edition_of(settings_here(), "nothing is served")
    with asked_records(edition, BOUNDS) as records:
        server_of(edition.chronology.masthead, records).run("stdio")
