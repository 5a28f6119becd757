"""`python -m benchmarks`: generate a chronology, or measure and print the table."""

import platform
from pathlib import Path

import click

from benchmarks.measuring import Bench, measure
from benchmarks.project import make_project
from benchmarks.rows import Row


@click.group(invoke_without_command=True)
@click.option("--events", default=10_000, show_default=True, help="How many events.")
@click.option("--seed", default=1, show_default=True, help="Another seed makes other records of the same shape.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path(".cache/benchmark"),
    show_default=True,
    help="Where to measure; it is emptied.",
)
@click.option("--peers/--no-peers", default=True, show_default=True, help="Whether to measure the peers that are here.")
@click.option(
    "--programs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A further folder with programs of peers (repeatable).",
)
@click.option(
    "--growth/--no-growth", default=False, show_default=True, help="Whether to build four times the events as well."
)
@click.option("--limit", default=3600.0, show_default=True, help="Seconds after which a run is stopped.")
@click.pass_context
def main(  # noqa: PLR0913 - the options, each with its name
    ctx: click.Context,
    *,
    events: int,
    seed: int,
    folder: Path,
    programs: tuple[Path, ...],
    limit: float,
    peers: bool,
    growth: bool,
) -> None:
    """Measure Dateline and its peers on a generated chronology, and print the table."""
    if ctx.invoked_subcommand:
        return
    bench = Bench(folder, events, seed, limit, programs, lambda line: click.echo(line, err=True))
    rows = list(measure(bench, with_peers=peers, growth=growth))
    click.echo(table(rows, f"{events:,} events, Python {platform.python_version()}"))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--events", default=10_000, show_default=True, help="How many events.")
@click.option("--seed", default=1, show_default=True, help="Another seed makes other records of the same shape.")
def generate(folder: Path, events: int, seed: int) -> None:
    """Lay out a project with a generated chronology in the new folder FOLDER."""
    for kind, count in make_project(folder, events, seed).items():
        click.echo(f"{count} {kind}")


def table(rows: list[Row], title: str) -> str:
    """Return the rows as a Markdown table."""
    signs = {True: "yes", False: "no", None: "–"}
    lines = [f"| {title} | target | measured | reached |", "|---|---|---|---|"]
    return "\n".join(
        [*lines, *(f"| {row.what} | {row.target} | {row.measured} | {signs[row.reached]} |" for row in rows)]
    )


if __name__ == "__main__":
    main()
