"""A claim as readers cite it: in words, as BibTeX, as CSL-JSON."""

from dateline.pages.citing.bibtex import bibtex
from dateline.pages.citing.csl import csl_item, csl_json
from dateline.pages.citing.plain import plain, rests_on

__all__ = ["bibtex", "csl_item", "csl_json", "plain", "rests_on"]
