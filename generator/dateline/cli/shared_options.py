"""Options that several commands have."""

from pathlib import Path
from typing import Final

import click

from dateline.ground.processes import cores

FILE: Final = click.Path(path_type=Path)
JOBS: Final = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 256),
    default=cores,
    help="How many processes share the work; the number of cores if absent.",
)
PLAIN: Final = click.option(
    "--plain",
    "is_plain",
    is_flag=True,
    help="Do without everything that is there for speed only: no caches, no further processes, no tricks. The bytes "
    "are the same, so a page that looks wrong is held against these.",
)
