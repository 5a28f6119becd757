"""`dateline explain`: what a problem means, an example, and the cure."""

import click

from generator.problems import CATALOGUE, Code, did_you_mean


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what a problem code means and how to mend it; without CODE, list all codes."""
    code = code.lower() if code else None
    if code is not None and code not in set(CATALOGUE):
        raise click.ClickException(
            f"there is no problem code '{code}'; {did_you_mean(code, CATALOGUE) or 'see dateline explain'}"
        )
    for known, entry in CATALOGUE.items() if code is None else [(code, CATALOGUE[Code(code)])]:
        click.echo(f"{known} ({entry.severity}): {entry.meaning[0].upper()}{entry.meaning[1:]}. {entry.cure}")
