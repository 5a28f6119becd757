"""The command line: thin commands over the pipeline."""

import importlib
import io
import sys
from pathlib import Path
from typing import Any, ClassVar, Final

import click

from dateline import __version__
from dateline.ground.problems import did_you_mean
from dateline.records.types import RecordKind
from dateline.records.types.named_kinds import CLAIM

_MERGE_RECORDS: Final = "merge-records"
"""What is called `merge` with a kind of record behind it."""


class _Commands(click.Group):
    """The commands, each imported when it is called for: a start pays for no other."""

    _elsewhere: ClassVar = {
        "build": "dateline.cli.building:build",
        "check": "dateline.cli.check:check",
        "diff": "dateline.cli.diff:diff",
        "explain": "dateline.cli.explain:explain",
        "find": "dateline.cli.find:find_records",
        "fix": "dateline.cli.fix:fix",
        _MERGE_RECORDS: "dateline.cli.merge_records:merge_records",
        "log": "dateline.cli.log:log",
        "mcp": "dateline.cli.served_to_programs:mcp",
        "move-claim": "dateline.cli.move_claim:move_claim",
        "publish": "dateline.cli.publish:publish",
        "query": "dateline.cli.query:query",
        "redact": "dateline.cli.redact:redact",
        "remove": "dateline.cli.remove:remove",
        "render": "dateline.cli.render:render",
        "reopen": "dateline.cli.resolve:reopen",
        "resolve": "dateline.cli.resolve:resolve",
        "split-event": "dateline.cli.move_claim:split_event",
        "merge": "dateline.cli.building:merge",
        "import": "dateline.cli.import_rows:import_rows",
        "init": "dateline.cli.init:init",
        "new": "dateline.cli.new:new",
        "geodata": "dateline.cli.geodata:geodata",
        "rename": "dateline.cli.rename:rename",
        "schema": "dateline.cli.schema:schema",
        "snapshot": "dateline.cli.snapshot:snapshot",
        "serve": "dateline.cli.serve:serve",
        "source": "dateline.cli.sources:source",
        "unused": "dateline.cli.unused:unused",
        "upgrade": "dateline.cli.upgrade:upgrade",
        "word": "dateline.cli.word:word",
    }

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; what a terminal or file has no letters for (cp1252 has no Arabic) is told in escapes."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called: `merge` of records, where it names a kind of them, or of a site."""
        if args[:1] == ["merge"] and args[1:2] and _is_like_a_kind(args[1]):
            return "merge", self.get_command(ctx, _MERGE_RECORDS), args[1:]
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *self._elsewhere} - {_MERGE_RECORDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, imported now if it lives in a module of its own."""
        if cmd_name not in self._elsewhere:
            return super().get_command(ctx, cmd_name)
        module, _, name = self._elsewhere[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


def _is_like_a_kind(text: str) -> bool:
    """Return whether a text is a kind of record, or one that is mistyped: no folder with a part of a site."""
    kinds = (*(kind.value for kind in RecordKind), CLAIM)
    return text in kinds or (bool(did_you_mean(text.casefold(), kinds)) and not Path(text).exists())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """Compile dated, sourced and contradicting records into a chronology."""
