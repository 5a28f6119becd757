"""`dateline explain`: what a problem means, an example of it, and the cure."""

from collections.abc import Iterable
from textwrap import dedent
from typing import Final

import click

from dateline.ground.problems import CATALOGUE, EXAMPLES, Code, Example, did_you_mean

_HEAD: Final = """\
# Every problem that the check tells

Made by `make reference` from the catalogue in `dateline/ground/problems/`; do not edit. `dateline explain CODE` says
the same in the terminal. The examples are mistakes in one small chronology, the closing of a village well: what was
written, what the check says of it, and what to write.
"""


@click.command()
@click.argument("code", required=False)
@click.option("--all", "every", is_flag=True, help="Tell every code with its example.")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown"]), default="text", help="As a page, or as text."
)
def explain(code: str | None, *, every: bool, form: str) -> None:
    """Say what a problem code means, show an example, and say how to mend it; without CODE, list all codes."""
    codes = list(CATALOGUE) if code is None else [_known(code)]
    if form == "markdown":
        head = f"{_HEAD}\n" if code is None else ""
        click.echo(head + "\n".join(map(_page_part, codes)), nl=False)
        return
    for known in codes:
        click.echo(_line(known))
        if (code is not None or every) and known in EXAMPLES:
            click.echo(_example_text(EXAMPLES[known]))


def _known(code: str) -> Code:
    if code.lower() not in set(CATALOGUE):
        raise click.ClickException(
            f"there is no problem code '{code}'; {did_you_mean(code.lower(), CATALOGUE) or 'see dateline explain'}"
        )
    return Code(code.lower())


def _line(code: Code) -> str:
    return f"{code} ({CATALOGUE[code].severity}): {_meaning(code)} {CATALOGUE[code].cure}"


def _meaning(code: Code) -> str:
    meaning = CATALOGUE[code].meaning
    return f"{meaning[0].upper()}{meaning[1:]}."


def _parts(example: Example) -> list[tuple[str, str]]:
    right = example.right or "(nothing: the file goes, or is named where it belongs)"
    return [(f"Written in content/{example.file}:", example.wrong), ("Mended:", right)]


def _example_text(example: Example) -> str:
    (where, wrong), (mended, right) = _parts(example)
    parts = ["", f"  {where}", *_indented(wrong), "", f"  Told: {example.told}", "", f"  {mended}", *_indented(right)]
    return "\n".join(parts)


def _indented(text: str) -> Iterable[str]:
    return (f"    {line}".rstrip() for line in dedent(text).rstrip("\n").split("\n"))


def _page_part(code: Code) -> str:
    """Return a section of the page: heading, meaning and cure, example."""
    entry = CATALOGUE[code]
    lines = [f"## {code}", "", f"*{entry.severity.value.capitalize()}.* {_meaning(code)} {entry.cure}", ""]
    if code in EXAMPLES:
        example = EXAMPLES[code]
        lines += [f"`content/{example.file}`, wrong:", "", *_fenced(example.wrong)]
        lines += [f"> {_as_markdown(example.told)}", ""]
        lines += ["Right:", "", *_fenced(example.right)] if example.right else ["Right: no such file.", ""]
    return "\n".join(lines)


def _fenced(text: str) -> list[str]:
    return ["```yaml", *dedent(text).rstrip("\n").split("\n"), "```", ""]


def _as_markdown(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#" else sign for sign in text)
