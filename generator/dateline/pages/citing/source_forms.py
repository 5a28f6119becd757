"""All forms in which a source is cited, and those in which what a claim rests on is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dateline.ground.json_values import compact_json
from dateline.pages.citing.cited_source import cited_source
from dateline.pages.citing.cited_text import CitedLine
from dateline.pages.citing.csl import one_item
from dateline.pages.citing.locators import csl_locator
from dateline.pages.citing.source_bibtex import cite_command, source_bibtex
from dateline.pages.citing.source_notes import chicago_note
from dateline.pages.citing.source_references import apa_reference
from dateline.pages.citing.source_wikitext import cite_template
from dateline.pages.exports.source_csl import csl_of
from dateline.pages.kinds.cite import Form
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.addresses import record_address
from dateline.pages.wording.places_in_sources import spot_in_words
from dateline.records.types import Citation, Source

CITATION_SCHEMA: Final = "https://resource.citationstyles.org/schema/latest/input/json/csl-citation.json"


def forms_of_source(edition: Edition, id_: str) -> Iterator[Form]:
    """Yield a source as manuals of style, Wikipedia, LaTeX and reference managers want it."""
    source = edition.chronology.sources[id_]
    cited = cited_source(edition, source)
    yield _of_style("Chicago", chicago_note(cited))
    yield _of_style("APA", apa_reference(cited))
    yield Form("Wikipedia", cite_template(cited), is_code=True)
    yield Form("BibTeX", source_bibtex(cited), is_code=True)
    yield Form("CSL-JSON", one_item(csl_of(edition.chronology, source)), is_code=True)


def forms_of_rests(edition: Edition, cites: Iterable[Citation]) -> Iterator[Form]:
    """Yield what a claim rests on: each place in each source, in a note, and for LaTeX.

    What LaTeX cites stands in `bibtex_of_sources`, once for all claims of a page.
    """
    found = _each_once(edition, cites)
    once = {source.id: source for source, _ in found}
    cited = {id_: cited_source(edition, source) for id_, source in once.items()}
    places = [(cited[source.id], _place(edition, source, cite)) for source, cite in found]
    yield from (_of_style("Chicago", chicago_note(source, place)) for source, place in places)
    yield Form("LaTeX", "\n".join(cite_command(source.id, place) for source, place in places), is_code=True)


def bibtex_of_sources(edition: Edition, cites: Iterable[Citation]) -> Form:
    """Return the sources that are cited as BibTeX, each once."""
    sources = edition.chronology.sources
    found = (sources[id_] for id_ in dict.fromkeys(cite.source for cite in cites) if id_ in sources)
    return Form("BibTeX", "\n\n".join(source_bibtex(cited_source(edition, source)) for source in found), is_code=True)


def csl_of_claims(edition: Edition, cites: Mapping[str, Iterable[Citation]]) -> Form:
    """Return what claims rest on as citations of CSL, a claim a line; what each source is, the file of all tells."""
    lines = ",\n".join(_csl_citation(edition, key, found) for key, found in cites.items())
    return Form("CSL-JSON", f"[\n{lines}\n]", is_code=True)


def _csl_citation(edition: Edition, key: str, cites: Iterable[Citation]) -> str:
    items = [_cited(edition, source, cite) for source, cite in _each_once(edition, cites)]
    return compact_json({"schema": CITATION_SCHEMA, "citationID": key, "citationItems": items})


def _each_once(edition: Edition, cites: Iterable[Citation]) -> list[tuple[Source, Citation]]:
    """Return the places that are cited, each once with its source, as far as that is known."""
    sources = edition.chronology.sources
    return [(sources[cite.source], cite) for cite in dict.fromkeys(cites) if cite.source in sources]


def _cited(edition: Edition, source: Source, cite: Citation) -> dict[str, object]:
    address = f"{edition.site_url or ''}{record_address(source)}"
    return {"id": source.id, "uris": [address], **csl_locator(source, cite.spot)}


def _of_style(name: str, line: CitedLine) -> Form:
    return Form(name, line.text, pieces=tuple((run.text, run.is_title) for run in line.runs))


def _place(edition: Edition, source: Source, cite: Citation) -> str:
    """Return a place as notes have it: a page by its number alone, all else in words."""
    found = csl_locator(source, cite.spot)
    return found["locator"] if found.get("label") == "page" else spot_in_words(source, cite.spot, edition.language)
