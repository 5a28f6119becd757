"""What a preview makes of a request's address and of a page: files of the site only, and one script before its end."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from dateline.ground.languages import Language
from dateline.site.preview.reloading import ADDRESS, following
from dateline.site.preview.replies import file_asked_for, media_type, plain_page
from dateline.site.preview.searching import Indexed, SearchIndex
from hypothesis import given
from hypothesis import strategies as st

# --- addresses -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address, mount, file",
    [
        ("/", "/", ""),
        ("/days/", "/", "days/"),
        ("/a/b.html", "/", "a/b.html"),
        ("/a/b.html?x=/../y#z", "/", "a/b.html"),
        ("/a%20b/%C3%A9", "/", "a b/é"),
        ("/site/a", "/site/", "a"),
        ("/site/", "/site/", ""),
        ("/a#/b", "/", "a"),
        ("/.well-known/x", "/", ".well-known/x"),
        ("/a..b/...", "/", "a..b/..."),
    ],
)
def test_an_address_asks_for_a_file_below_the_place_of_the_site(address: str, mount: str, file: str) -> None:
    assert file_asked_for(address, mount) == file


@pytest.mark.parametrize(
    "address, mount",
    [
        ("/other/a", "/site/"),
        ("/site", "/site/"),
        ("/../a", "/"),
        ("/a/../b", "/"),
        ("/a/./b", "/"),
        ("/a//b", "/"),
        ("//a", "/"),
        ("/a//", "/"),
        ("/%2e%2e/a", "/"),
        ("/a%2f..%2fb", "/"),
        ("/a%5cb", "/"),
        ("/a\\b", "/"),
        ("/a%00", "/"),
        ("/a%0a", "/"),
        ("/a%e2%80%ae", "/"),
        ("a", "/"),
    ],
)
def test_an_address_that_leads_elsewhere_asks_for_nothing(address: str, mount: str) -> None:
    assert file_asked_for(address, mount) is None


@given(st.text("a/.%2e5c\\ \0", max_size=16))
def test_no_address_leaves_the_folder_of_the_site(rest: str) -> None:
    found = file_asked_for(f"/{rest}", "/")
    if found is not None:
        root = Path("/site")
        assert (root / found).resolve().is_relative_to(root)
        assert not found.startswith("/")
        assert "\\" not in found


@pytest.mark.parametrize(
    "path, said",
    [
        ("a/index.html", "text/html; charset=utf-8"),
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.png", "image/png"),
        ("search.json.gz", "application/gzip"),
        ("CNAME", "application/octet-stream"),
        ("a.unheardof", "application/octet-stream"),
    ],
)
def test_a_file_is_what_its_name_says_and_text_is_utf_8(path: str, said: str) -> None:
    assert media_type(path) == said


# --- pages -----------------------------------------------------------------------------------------------------------


def test_a_page_without_the_theme_is_in_its_language_and_escapes_what_it_tells() -> None:
    page = plain_page("<b>", 'x "&" y', Language("ar", {"a": ("b",)}), is_english=True).decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert page.count("&lt;b&gt;") == 2
    assert '<p role="alert" lang="en" dir="ltr">x &quot;&amp;&quot; y</p>' in page


@pytest.mark.parametrize(
    "language, is_english", [(Language(), True), (Language("ar", {"a": ("b",)}), False), (Language(), False)]
)
def test_a_text_in_the_language_of_its_page_names_none_of_its_own(language: Language, *, is_english: bool) -> None:
    page = plain_page("t", "x", language, is_english=is_english).decode()
    assert '<p role="alert">x</p>' in page


@pytest.mark.parametrize(
    "html, before, after",
    [
        (b"<body>x</body></html>", b"<body>x", b"</body></html>"),
        (b"<body>x</BODY>\n", b"<body>x", b"</BODY>\n"),
        (b"<pre>&lt;/body></pre> </body> y</body>", b"<pre>&lt;/body></pre> </body> y", b"</body>"),
        (b"no end", b"no end", b""),
        (b"", b"", b""),
    ],
)
def test_the_script_that_loads_a_page_again_stands_before_its_last_end(
    html: bytes, before: bytes, after: bytes
) -> None:
    made = following(html, "edition-7")
    assert made.startswith(before + b"<script")
    assert made.endswith(b"</script>" + after)
    assert made.count(b"<script") == 1
    assert b'"edition-7"' in made
    assert ADDRESS.encode() in made
    assert b"EDITION" not in made
    assert b"ADDRESS" not in made


# --- the search ------------------------------------------------------------------------------------------------------


def bundle(folder: Path, name: str, **files: str) -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(packed.getvalue())


def test_a_search_serves_its_new_bundles_and_for_pages_still_open_those_before(tmp_path: Path) -> None:
    index, folder = SearchIndex(tmp_path), tmp_path / "made"
    assert index.file("a") is None
    index.take(Indexed())
    bundle(folder, "one", a="a1", b="b1")
    bundle(folder, "two", c="c1")
    index.take(Indexed({"one": "1"}, folder))
    assert [index.file(path) for path in "abcd"] == [b"a1", b"b1", b"c1", None]
    assert list(folder.iterdir()) == []
    bundle(folder, "one", a="a2")
    index.take(Indexed({"one": "2"}, folder))
    assert [index.file(path) for path in "abc"] == [b"a2", b"b1", b"c1"]
    bundle(folder, "one", d="d3")
    index.take(Indexed({"one": "3"}, folder))
    assert [index.file(path) for path in "abcd"] == [b"a2", None, b"c1", b"d3"]
