"""What libraries identify a publication by: its DOI, its ISBN, and numbers that may be words."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from dateline.ground import identifiers
from dateline.ground.problems import Code
from dateline.records.types.fields import MAX_SHOWN, Line, Text, number_as_text, refuse


def _checked_doi(text: str) -> str:
    if not identifiers.is_doi(text) or text.endswith((".", ",")):
        meant = identifiers.doi_in(text)
        hint = f"write {meant}" if meant else "a DOI begins with 10. and a number, then / and a name: 10.1000/182"
        raise refuse(Code.BAD_VALUE, f"'{text[:MAX_SHOWN]}' is no DOI", hint)
    return text


def _checked_isbn(text: str) -> str:
    if (wrong := identifiers.isbn_fault(text)) is not None:
        said = f"'{text[:MAX_SHOWN]}' is no ISBN"
        if identifiers.is_issn(text):
            raise refuse(Code.BAD_VALUE, f"{said}, but the ISSN of a journal", f'write identifier: "ISSN {text}"')
        if meant := identifiers.isbn_in(text):
            raise refuse(Code.BAD_VALUE, said, f"write {meant}")
        raise refuse(Code.BAD_VALUE, f"{said}: {wrong}", "copy it again from the source")
    return text


ShortText = Annotated[Line, BeforeValidator(number_as_text, json_schema_input_type=str | int)]
"""A number of a volume, a page or an edition, or a few words of it."""
Doi = Annotated[Text, AfterValidator(_checked_doi)]
"""A digital object identifier, without the address of a resolver."""
Isbn = Annotated[Text, BeforeValidator(number_as_text, json_schema_input_type=str | int), AfterValidator(_checked_isbn)]
"""An international standard book number of 10 or 13 digits, with or without hyphens."""
