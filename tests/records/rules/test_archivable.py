"""What no archive is sent, by what a source's record says."""

from dataclasses import replace

import pytest
from dateline.ground.dates import parse
from dateline.records.rules.archivable import why_not_archived
from dateline.records.types import Paragraph, Source

OPEN = Source(
    id="crier",
    title="The crier",
    publisher="crier",
    published=parse("2031-03-06"),
    url="https://crier.example/1",
    paragraphs=(Paragraph(n=1, begins="The well"),),
)


def test_what_everybody_can_open_may_be_archived() -> None:
    assert why_not_archived(OPEN) is None


@pytest.mark.parametrize(
    "source, why", [(replace(OPEN, access="login"), "login"), (replace(OPEN, url=None), "address")]
)
def test_what_a_login_guards_or_has_no_address_is_not_archived(source: Source, why: str) -> None:
    assert why in (why_not_archived(source) or "")
