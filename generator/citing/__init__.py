"""A claim as readers cite it: in words, as BibTeX, as CSL-JSON."""

from generator.citing.bibtex import bibtex
from generator.citing.csl import csl_item, csl_json
from generator.citing.plain import plain, rests_on

__all__ = ["bibtex", "csl_item", "csl_json", "plain", "rests_on"]
