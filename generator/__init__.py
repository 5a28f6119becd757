"""Dateline compiles curated YAML event records into the pages of a chronology."""

__version__ = "0.1.0"
