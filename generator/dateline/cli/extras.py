"""What only some commands need: the extras of pyproject.toml, asked for where such a command begins."""

import importlib
from typing import ClassVar, Final

import click

EXTRAS: Final = {
    "intake": ("lxml_html_clean", "pypdf", "pysubs2", "tinytag", "trafilatura"),
    "mcp": ("mcp",),
    "tables": ("openpyxl",),
    "verify": ("httpx", "lxml_html_clean", "num2words", "pypdf", "pysubs2", "trafilatura"),
}
"""The modules that each extra brings."""


class LackingExtraError(click.ClickException):
    """A command was called that cannot work with what is installed."""

    exit_code: ClassVar = 2  # as where an option is wrong: nothing was done


def require_extra(name: str) -> None:
    """Stop, and say what to install, where the extra that this command needs is not there whole."""
    for module in EXTRAS[name]:
        try:
            importlib.import_module(module)
        except ImportError as error:
            command = click.get_current_context().command_path
            raise LackingExtraError(
                f"`{command}` needs the extra `{name}`: pip install 'dateline[{name}]' (or, in a checkout, make setup)"
            ) from error
