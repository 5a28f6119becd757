"""A claim as readers cite it: in Chicago and APA style, for Wikipedia, as BibTeX, as CSL-JSON."""

from dateline.pages.citing.bibtex import bibtex
from dateline.pages.citing.csl import csl_item, csl_json
from dateline.pages.citing.styles import apa, chicago
from dateline.pages.citing.wikitext import cite_web, wikitext

__all__ = ["apa", "bibtex", "chicago", "cite_web", "csl_item", "csl_json", "wikitext"]
