"""The form in which records are edited in a browser, where mkdocs.yml asks for one: generator/decisions/editing.md."""

from dateline.site.desk.desk_files import desk_files

__all__ = ["desk_files"]
