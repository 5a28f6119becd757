"""Web addresses: what is wrong with one is told truly, and two that lead to one article are known to."""

import pytest
from dateline.ground.escaping import html
from dateline.ground.urls import MAX_LENGTH, fault, is_web_address, same_page_key
from dateline.pages.citing.bibtex import latex
from hypothesis import given
from hypothesis import strategies as st

ARTICLE = "http://gazette.example/2031/well"


@pytest.mark.parametrize(
    "url",
    [
        "https://encyclopedia.example/wiki/People's_Council_(Harrow)",
        "https://a.example/!$&'()*+,;=:@-._~",
        "https://a.example/?q=!$&'()*+,;=:@/?#!$&'()*+,;=:@/?",
        "http://[2001:db8::1]:8080/a",
        "http://192.0.2.7/a",
        "https://はじめよう.みんな/記事/十一月?q=井戸#節",
        "https://пример.испытание/новости/колодец",
        "https://xn--e1afmkfd.xn--80akhbyknj4f/%d0%bf",
        "https://social.example/@clerk/109~x;v=1,2!$&*+=",
        "https://a.example:8443/[x]?y[]=1",
        "https://a_b.example./",
        "HTTPS://A.EXAMPLE",
        "https://a.example:/b",
        f"https://a.example/{'x' * (MAX_LENGTH - 18)}",
        "https://encyclopedia.example/wiki/Say_Anything...",
        "https://encyclopedia.example/wiki/Et_Dieu…_créa",
        "https://a.example/?u=https://b.example,https://c.example",
        "https://a.example/Inc.",
    ],
)
def test_every_form_of_a_complete_web_address_is_taken(url: str) -> None:
    assert fault(url) is None


@pytest.mark.parametrize(
    "url, message, hint",
    [
        (
            "https://a.example/x, https://b.example",
            "two addresses stand here",
            "write https://a.example/x, and what is at the other as archive, copies or another source",
        ),
        ("https:\\\\a.example\\b", "'\\' stands where '/' belongs", "write https://a.example/b"),
        (
            "https://a.example/the-well-was…",
            "the address was cut short where '…' stands",
            "open it, and write the whole address, as the browser shows it; where … is part of it, write %E2%80%A6",
        ),
        ("https://a.example/b”", "'”' at its end is no part of an address", "write https://a.example/b"),
        (
            "https://a.example/?q=a&amp;b=c&AMP;d=e",
            "'&amp;' is how the code of a page writes &",
            "write https://a.example/?q=a&b=c&d=e",
        ),
        (
            "“https://a.example”",
            "'“https://a.example”' is more than an address",
            "write the address alone, without marks around it",
        ),
        ("@lindwell", "'@lindwell' is the name of an account", "write the address of the page, as of one post"),
        (
            "ISBN 978-0-14-103614-4",
            "'ISBN 978-0-14-103614-4' is an ISBN, not an address",
            'write isbn: "978-0-14-103614-4", and url: null',
        ),
        ("ark:/12148/b", "'ark:' is an identifier, not an address", "write https://n2t.net/ and all of it"),
        ("https://a.example/a|b", "'|' cannot stand in an address", "write %7C"),
        ("https://a.example/{id}", "'{' and '}' cannot stand in an address", "write %7B and %7D"),
        ("https://a.example/a^b", "'^' cannot stand in an address", "write %5E"),
        ("https://a.example/`", "'`' cannot stand in an address", "write %60"),
        ("https://a.example/a\\b", "'\\' cannot stand in an address", "write %5C"),
        ('https://a.example/"', "'\"' cannot stand in an address", "write %22"),
        ("https://a.example/<b", "'<' cannot stand in an address", "write %3C"),
        (
            "https://a.example/a b",
            "a space cannot stand in an address",
            "write %20, or end the address before the space",
        ),
        (
            "https://a.example/\u202eb",
            "U+202E, which nobody sees, cannot stand in an address",
            "remove what does not belong there, or write %E2%80%AE",
        ),
        (
            "https://a.example/\u200b",
            "U+200B, which nobody sees, cannot stand in an address",
            "remove what does not belong there, or write %E2%80%8B",
        ),
        (
            "https://a.example/\x07",
            "U+0007, which nobody sees, cannot stand in an address",
            "remove what does not belong there, or write %07",
        ),
        (
            "https://a.example/%zz",
            "'%zz' is no encoded character: % is followed by two of 0-9 and A-F",
            "write %25 where % is meant",
        ),
        (
            "https://a.example/100%",
            "'%' is no encoded character: % is followed by two of 0-9 and A-F",
            "write %25 where % is meant",
        ),
        (
            "www.a.example/b",
            "'www.a.example/b' does not begin with https:// or http://",
            "write https://www.a.example/b",
        ),
        ("a.example:80/b", "'a.example:80/b' does not begin with https:// or http://", "write https://a.example:80/b"),
        ("//a.example/b", "'//a.example/b' does not begin with https:// or http://", "write https://a.example/b"),
        ("htp://a.example", "'htp:' is not how a web address begins", "did you mean 'http://'?"),
        ("ttps://a.example", "'ttps:' is not how a web address begins", "did you mean 'https://'?"),
        ("https;//a.example", "'https;//' is not how a web address begins", "did you mean 'https://'?"),
        ("http:/a.example", "two slashes belong after 'http:'", "write http://a.example"),
        ("https://https://a.example", "the address begins twice", "leave the first 'https://' out"),
        ("javascript:alert(1)", "'javascript:' runs a script and leads to no page", "write the address of the page"),
        (
            "mailto:a@b.example",
            "'mailto:' is an e-mail address, not that of a page",
            "write the address of a page, or leave it out",
        ),
        (
            "ftp://a.example",
            "'ftp:' is opened by no browser any more",
            "write an http or https address that gives the same, or null",
        ),
        (
            "gopher://a.example",
            "'gopher:' is neither http nor https",
            "write the address of a web page, or null where there is none",
        ),
        (
            "a@b.example",
            "'a@b.example' is an e-mail address, not that of a page",
            "write a page's address, or none",
        ),
        (
            "https://user:secret@a.example/",
            "the address gives a user's name or password away, before the @",
            "leave out what stands between // and @, and the @",
        ),
        (
            "https://a.example:0/",
            "the port '0' is no number from 1 to 65535",
            "write the port, or leave ':' out",
        ),
        ("10.1000/182", "'10.1000/182' is a DOI, not an address", "write https://doi.org/10.1000/182"),
        ("doi:10.1000/182", "'doi:10.1000/182' is a DOI, not an address", "write https://doi.org/10.1000/182"),
        ("doi:x", "'doi:' is an identifier, not an address", "write https://doi.org/ and what follows 'doi:'"),
        ("10.1.2.3/a", "'10.1.2.3/a' does not begin with https:// or http://", "write https://10.1.2.3/a"),
        ("None", "'None' is no address", "write null, or leave the key out"),
        ("n/a", "'n/a' is no address", "write null, or leave the key out"),
        ("-", "'-' is no address", "write null, or leave the key out"),
        ("https://[::1%25e]/", "'[::1%25e]' is no IPv6 address", "write the host as the browser shows it"),
        (
            "https://a..example/",
            "the host 'a..example' has a part that is empty or longer than 63 characters",
            "write the host as the browser shows it",
        ),
        (
            "https://a%41.example/",
            "'%' cannot stand in the host 'a%41.example'",
            "write the host as the browser shows it",
        ),
    ],
)
def test_what_is_wrong_with_an_address_is_told_truly_and_so_is_what_to_write(url: str, message: str, hint: str) -> None:
    found = fault(url)
    assert found is not None
    assert (found.message, found.hint) == (message, hint)


def test_an_address_that_is_too_long_is_told_its_length_and_the_limit() -> None:
    found = fault(f"https://a.example/?{'x' * 2100}")
    assert found is not None
    assert found.message == "the address is longer than 2000 characters: it has 2119"


def test_a_password_is_never_repeated_in_the_message() -> None:
    found = fault("https://user:secret@a.example/")
    assert found is not None
    assert "secret" not in f"{found.message}{found.hint}"


@given(
    st.text(max_size=60), st.sampled_from(["", "https://", "http://a.example/", "https://a.example/?", "http:", "//"])
)
def test_whatever_is_written_gets_an_answer_in_one_line_that_a_page_can_show(text: str, start: str) -> None:
    found = fault(f"{start}{text}")
    if found is not None:
        assert found.message
        assert found.hint


@given(st.text(alphabet="abcé井!$&'()*+,;=:@-._~/?#[]%41", max_size=40))
def test_an_address_that_is_taken_stays_inside_an_attribute_and_a_citation(text: str) -> None:
    url = f"https://a.example/{text}"
    if is_web_address(url):
        assert "'" not in html(url)
        assert "{" not in latex(url).replace(r"\textasciitilde{}", "").replace(r"\textbackslash{}", "")
        assert same_page_key(url) == same_page_key(url.replace("https:", "http:", 1))


@pytest.mark.parametrize(
    "url",
    [
        "https://gazette.example/2031/well",
        "http://www.gazette.example/2031/well/?utm_source=x",
        "http://GAZETTE.example:80/2031/well#comments",
        "https://gazette.example:443/2031/well/index.html",
        "https://m.gazette.example/2031/well",
        "https://amp.gazette.example/2031/well?amp=1",
        "https://gazette.example/2031/well/amp/",
        "https://gazette.example/2031/well.amp",
        "https://gazette.example/2031/%77ell?fbclid=1&gclid=2&mc_cid=3",
        "https://gazette.example//2031/./well?",
        "https://web.archive.org/web/20310304120000/http://gazette.example/2031/well",
        "https://web.archive.org/web/20310304120000id_/gazette.example/2031/well",
        "https://web.archive.org/web/2031*/http:/www.gazette.example/2031/well/",
        "http://archive.is/2031/https://gazette.example/2031/well",
        "https://web.archive.org/web/2031/https://web.archive.org/web/2030/http://gazette.example/2031/well",
        "https://www.google.com/amp/s/gazette.example/2031/well",
        "https://gazette-example.cdn.ampproject.org/c/s/gazette.example/2031/well",
    ],
)
def test_addresses_that_lead_to_one_article_have_one_key(url: str) -> None:
    assert same_page_key(url) == same_page_key(ARTICLE)


@pytest.mark.parametrize(
    "one, other",
    [
        ("https://a.example/?b=1&a=2", "http://a.example/?a=2&b=1"),
        ("https://a.example/%d0%bf", "https://a.example/п"),
        ("https://xn--e1afmkfd.xn--80akhbyknj4f/", "https://пример.испытание/"),
        ("https://a.example/People%27s", "https://a.example/People's"),
        ("https://en.m.wikipedia.org/wiki/A", "https://en.wikipedia.org/wiki/A"),
        ("https://rudaw.example/191120171-amp", "https://rudaw.example/191120171"),
        ("https://a.example/cafe\u0301", "https://a.example/caf%C3%A9"),
        ("https://a.example/1?srsltid=Af&mibextid=x&PHPSESSID=0f", "https://a.example/1"),
        ("https://a.example/1;jsessionid=0F12?p=1", "https://a.example/1?p=1"),
        ("https://a.example/1?ref=homepage", "https://a.example/1"),
        ("https://a.example/1?share=twitter", "https://a.example/1?share=jetpack-whatsapp"),
        ("https://a.example/1?print=1", "https://a.example/1?print=true"),
        ("https://www-a--b-example.translate.goog/1?_x_tr_sl=ar&_x_tr_tl=en", "https://a-b.example/1"),
        ("https://youtu.be/aB_c-1?si=x", "https://www.youtube.com/watch?v=aB_c-1&feature=share&t=42s"),
        ("https://youtube.com/shorts/aB_c-1", "https://m.youtube.com/watch?v=aB_c-1"),
        ("https://www.youtube-nocookie.com/embed/aB_c-1?start=3", "https://youtu.be/aB_c-1"),
        ("https://x.com/clerk/status/1?s=20&t=x", "https://mobile.twitter.com/clerk/status/1?ref_src=twsrc"),
        ("https://old.reddit.com/r/harrow/comments/1/", "https://www.reddit.com/r/harrow/comments/1"),
        ("https://t.me/s/harrow/1", "https://t.me/harrow/1"),
    ],
)
def test_two_ways_of_writing_an_address_have_one_key(one: str, other: str) -> None:
    assert same_page_key(one) == same_page_key(other)


@pytest.mark.parametrize(
    "one, other",
    [
        ("https://a.example/?p=1", "https://a.example/?p=2"),
        ("https://a.example/A", "https://a.example/a"),
        ("https://a.example/a%2Fb", "https://a.example/a/b"),
        ("https://a.example:8080/a", "https://a.example/a"),
        ("https://one.a.example/", "https://two.a.example/"),
        ("https://m.example/", "https://example/"),
        ("https://a.example/#!/1", "https://a.example/#!/2"),
        ("https://a.example/guitar-amp", "https://a.example/guitar"),
        ("https://facebook.example/photo?fbid=1", "https://facebook.example/photo?fbid=2"),
        ("https://web.archive.org/web/2031/http://a.example/1", "https://web.archive.org/web/2031/http://a.example/2"),
        ("https://web.archive.org/about/", "https://web.archive.org/donate/"),
        ("https://a.example/?feature=1", "https://a.example/?feature=2"),
        ("https://a.example/?ref=1", "https://a.example/?ref=2"),
        ("https://a.example/?ref=A-17", "https://a.example/"),
        ("https://a.example/?share=17", "https://a.example/?share=18"),
        ("https://a.example/?print=17", "https://a.example/?print=18"),
        ("https://forum.example/?t=1", "https://forum.example/?t=2"),
        ("https://a.example/?s=well", "https://a.example/?s=council"),
        ("https://a.example/?si=1", "https://a.example/?si=2"),
        ("https://youtu.be/aB", "https://youtu.be/ab"),
        ("https://youtube.com/watch?v=1&t=1", "https://youtube.com/watch?v=2&t=1"),
        ("https://youtube.com/shorts/1/x", "https://youtube.com/watch?v=1"),
        ("https://x.com/clerk/status/1", "https://x.com/clerk/status/2"),
        ("https://t.me/s/harrow", "https://t.me/s/lindwell"),
        ("https://a.example/;jsession=1", "https://a.example/;jsession=2"),
    ],
)
def test_addresses_of_different_articles_have_different_keys(one: str, other: str) -> None:
    assert same_page_key(one) != same_page_key(other)


@given(st.text(max_size=60))
def test_a_key_is_made_of_whatever_an_address_holds(text: str) -> None:
    assert same_page_key(f"https://web.archive.org/web/2031/{text}") is not None
    assert same_page_key(f"https://a.example/{text}") is not None
