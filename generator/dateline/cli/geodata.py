"""The command that makes the extract of borders, coasts and rivers for the maps."""

from pathlib import Path
from typing import Final

import click

from dateline.cli.given_files import overwrite
from dateline.ground.geodata.extracting import Area, extract
from dateline.ground.geodata.geojson import BadGeodataError

_ENDINGS: Final = (".geojson", ".json")
_FILE: Final = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.argument("layers", nargs=-1, required=True, metavar="LAYER.shp...", type=_FILE)
@click.option("--area", required=True, metavar="W,S,E,N", help="The box to cut out, in degrees.")
@click.option(
    "--river", "rivers", multiple=True, metavar="NAME[=NAME]", help="A river to take, with the name to write."
)
@click.option(
    "--tolerance",
    type=click.FloatRange(min=0, max=90),
    default=0.001,
    show_default=True,
    help="How far a line may be straightened, in degrees.",
)
@click.option(
    "--attribution", required=True, help="Where the lines are from and under which licence: the map shows it."
)
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The GeoJSON to write.")
def geodata(  # noqa: PLR0913, PLR0917 - one parameter an option
    layers: tuple[Path, ...], area: str, rivers: tuple[str, ...], tolerance: float, attribution: str, out: Path
) -> None:
    """Cut the lines for the maps of a chronology out of shapefiles of Natural Earth.

    Known layers: admin_0_boundary_lines_land, coastline, rivers_lake_centerlines, lakes, at any scale.
    Put what comes out into content/geodata/; files made in any other way are as good.
    """
    if not attribution.strip():
        raise click.BadParameter("the text is empty", param_hint="--attribution")
    if out.suffix not in _ENDINGS:  # so that a slip overwrites no record
        raise click.BadParameter(f"{out} does not end in {' or '.join(_ENDINGS)}", param_hint="--out")
    names = {name: shown or name for name, _, shown in (river.partition("=") for river in rivers)}
    try:
        text = extract(layers, _area(area), names, tolerance, attribution)
    except BadGeodataError as error:
        raise click.ClickException(str(error)) from error
    overwrite(out, text)
    click.echo(f"{out}: {text.count(chr(10)) - 3} lines, {len(text.encode()) / 1000:,.0f} kB.")


def _area(text: str) -> Area:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise click.BadParameter(f"'{text}' is not four numbers: west,south,east,north", param_hint="--area") from None
    if not all(-180 <= lon <= 180 for lon in (west, east)) or not -90 <= south <= north <= 90:  # noqa: PLR2004 - degrees
        message = f"'{text}' is no box on the Earth: degrees, the south before the north"
        raise click.BadParameter(message, param_hint="--area")
    return Area(west, south, east, north)
