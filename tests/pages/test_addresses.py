"""Addresses on a page are as short as they can be, and lead where they did."""

from urllib.parse import urljoin

import pytest
from dateline.pages.wording.addresses import relative_from
from hypothesis import given
from hypothesis import strategies as st
from projects import SITE_URL

_FOLDERS = st.lists(st.sampled_from(["a", "b", "c", "a-b", "2031-03-01"]), max_size=4).map(
    lambda names: "".join(f"{name}/" for name in names)
)
_PAGES = st.builds("{}{}".format, _FOLDERS, st.sampled_from(["", "cite.html", "strip.svg"]))
_TARGETS = st.builds("{}{}".format, _PAGES, st.sampled_from(["", "#x", "#a/b", "?a=b/c&x=y#z"]))


@given(_PAGES, _TARGETS)
def test_a_relative_address_leads_to_its_target(page: str, target: str) -> None:
    whole = f"{SITE_URL}{page}"
    assert urljoin(whole, relative_from(page)(target)) == f"{SITE_URL}{target}"


@pytest.mark.parametrize(
    "page, target, short",
    [
        ("days/x/", "days/", "../"),
        ("days/x/", "days/y/#z", "../y/#z"),
        ("days/x/", "days/x/#z", "#z"),
        ("days/x/", "days/x/cite.html", "cite.html"),
        ("days/x/cite.html", "days/x/#z", "./#z"),
        ("days/x/", "days/x/", "./"),
        ("", "", "./"),
        ("", "days/", "days/"),
        ("a/", "a/b:c/", "./b:c/"),
        ("days/x/", "daysies/", "../../daysies/"),
    ],
)
def test_it_is_the_shortest(page: str, target: str, short: str) -> None:
    assert relative_from(page)(target) == short
