"""Mail taken apart: what a reader sees is the text, all else has its reason, and no malformed header stops it."""

import pytest
from dateline.ground.extraction.articles import Block
from dateline.ground.extraction.mail import MailText, blocks_of_letter, is_mail, read_mail, unquoted
from dateline.ground.extraction.signs import BlockKind
from hypothesis import given
from hypothesis import strategies as st

HEAD = "Subject: The\n pier\nFrom: Ann Clerk <ann@x.example>\nDate: Sat, 18 Nov 2017 23:30:00 +0300\nTo: b@x.example\n"
PAGE = "Content-Type: text/html\n\n<p>As a page.</p>\n"
PLAIN = "Content-Type: text/plain\n\nAs a letter.\n"
NAMED_PAGE = 'Content-Type: text/html; name="copy.html"\n\n<p>A file.</p>\n'
NAMED_PLAIN = 'Content-Type: text/plain\nContent-Disposition: attachment; filename="notes.txt"\n\nNotes.\n'
PICTURE = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n"


def multipart(form: str, *parts: str, head: str = HEAD) -> bytes:
    body = "".join(f"--b\n{part}" for part in parts)
    return f'{head}MIME-Version: 1.0\nContent-Type: multipart/{form}; boundary="b"\n\n{body}--b--\n'.encode()


def letter(body: str, kind: str = "text/plain; charset=utf-8", head: str = HEAD) -> bytes:
    return f"{head}Content-Type: {kind}\n\n{body}".encode()


# --- what is a mail --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "From: a\nTo: b\nSubject: c\n\nText.",
        "from: a\r\nDATE: b\r\nMessage-ID: c\r\n\r\nText.",
        "\ufeffFrom: a\nTo: b\nSubject: c\n\nText.",
        "\n\r\nFrom: a\nTo: b\nSubject: c\n\nText.",
        "Received: one\n\tgoes on\n and on\nFrom: a\nMIME-Version: 1.0\n\n",
        "X-Other: x\nFrom: a\nX-More: y\nTo: b\nDate: c\n\nText.",
    ],
)
def test_three_headers_of_mail_at_the_beginning_make_a_mail(text: str) -> None:
    assert is_mail(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "From: a\nTo: b\n\nText.",
        "From: a\nFrom: b\nFrom: c\n\nOne header three times over.",
        "From: a\nTo: b\nSubject: c\nText without a blank line before it.",
        "Dear all,\nFrom: a\nTo: b\nSubject: c\n\nText.",
        "title: a\nauthor: b\ndate: c\n\nFront matter is no header of a mail.",
        "1From: a\nTo: b\nSubject: c\nDate: d\n\nText.",
    ],
)
def test_fewer_headers_or_something_before_them_make_none(text: str) -> None:
    assert not is_mail(text.encode())


@pytest.mark.parametrize(
    "suffix, is_one", [(".eml", True), (".MHT", True), (".mhtml", True), (".html", False), ("", False)]
)
def test_a_name_alone_makes_a_mail_only_with_the_ending_of_one(suffix: str, *, is_one: bool) -> None:
    assert is_mail(b"Nothing but words.", suffix) is is_one


# --- what its headers say --------------------------------------------------------------------------------------------


def test_a_mail_says_who_wrote_it_about_what_and_on_which_day_of_the_sender() -> None:
    mail = read_mail(letter("Words."))
    assert (mail.subject, mail.sender, mail.day, mail.url) == ("The pier", "Ann Clerk", "2017-11-18", None)
    assert [(block.text, block.by_markup.kind) for block in mail.headers if block.by_markup] == [
        ("The pier", BlockKind.HEADLINE),
        ("Ann Clerk <ann@x.example>", BlockKind.BYLINE),
        ("Sat, 18 Nov 2017 23:30:00 +0300", BlockKind.DATE),
        ("b@x.example", BlockKind.MACHINE),
    ]


@pytest.mark.parametrize("day", ["", "yesterday", "Sat, 99 Nov 2017 10:00:00 +0000", "1", "Sat, 18 Nov 99999 1:00:00"])
def test_a_day_that_is_none_is_not_told(day: str) -> None:
    assert read_mail(letter("Words.", head=f"From: a@x.example\nDate: {day}\nSubject: s\n")).day is None


def test_an_address_without_a_name_is_no_sender_and_what_is_empty_is_no_header() -> None:
    mail = read_mail(letter("Words.", head="From: ann@x.example\nSubject:\nCc: c@x.example\nReply-To: d@x.example\n"))
    assert (mail.subject, mail.sender) == (None, None)
    assert [block.text for block in mail.headers] == ["ann@x.example", "c@x.example", "d@x.example"]


@pytest.mark.parametrize(
    "head",
    [
        "Snapshot-Content-Location: https://x.example/a\nFrom: <Saved by Blink>\n",
        "Snapshot-Content-Location: https://x.example/a\nFrom: Ann <ann@x.example>\n",
        "From: <Saved by Microsoft Internet Explorer 5>\n",
    ],
)
def test_a_page_that_was_saved_as_mail_has_no_sender_no_day_and_no_headers(head: str) -> None:
    saved = f"{head}Subject: A page\nDate: Sat, 18 Nov 2017 23:30:00 +0300\n"
    mail = read_mail(letter("<p>Words.</p>", "text/html", saved))
    assert (mail.headers, mail.sender, mail.day, mail.subject) == ((), None, None, "A page")
    assert mail.url == ("https://x.example/a" if "Snapshot" in head else None)
    assert mail.text.is_page


# --- which part a reader sees ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "parts, said, is_page",
    [
        ((PLAIN, PAGE), "<p>As a page.</p>\n", True),
        ((PAGE, PLAIN), "<p>As a page.</p>\n", True),
        ((PLAIN, NAMED_PAGE), "As a letter.\n", False),
        ((NAMED_PLAIN, PLAIN), "As a letter.\n", False),
        ((PICTURE, PLAIN), "As a letter.\n", False),
    ],
)
def test_the_page_is_read_before_the_letter_and_neither_where_it_is_a_file(
    parts: tuple[str, ...], said: str, *, is_page: bool
) -> None:
    text = read_mail(multipart("mixed", *parts)).text
    assert (text.said.replace("\r\n", "\n").rstrip("\n"), text.is_page) == (said.rstrip("\n"), is_page)


def test_a_mail_of_nothing_but_a_picture_says_nothing() -> None:
    mail = read_mail(multipart("mixed", PICTURE))
    assert (mail.text.said, mail.text.is_page) == ("", False)
    assert [block.text for block in mail.rest if isinstance(block, Block)] == ["a part without a name (image/png)"]


def test_what_is_attached_is_named_and_not_read() -> None:
    rest = read_mail(multipart("mixed", PLAIN, NAMED_PLAIN, NAMED_PAGE)).rest
    assert [block.text for block in rest if isinstance(block, Block)] == [
        "notes.txt (text/plain)",
        "copy.html (text/html)",
    ]
    assert not any(isinstance(part, MailText) for part in rest)


def test_a_part_of_a_saved_page_is_named_by_its_address() -> None:
    located = f"Content-Location: https://x.example/pier.png\n{PICTURE}"
    (picture,) = read_mail(multipart("related", PAGE, located)).rest
    assert isinstance(picture, Block)
    assert picture.text == "https://x.example/pier.png (image/png)"


@pytest.mark.parametrize(
    "form, kind, is_sure", [("alternative", BlockKind.MACHINE, True), ("mixed", BlockKind.BODY, False)]
)
def test_another_form_of_the_text_is_left_out_and_a_further_text_is_asked_about(
    form: str, kind: BlockKind, *, is_sure: bool
) -> None:
    (other,) = read_mail(multipart(form, PLAIN, PAGE)).rest
    assert isinstance(other, MailText)
    assert (other.said.strip(), other.is_page, other.sign.kind, other.sign.is_sure) == (
        *("As a letter.", False),
        *(kind, is_sure),
    )


def test_a_mail_within_the_mail_has_its_headers_named_and_its_text_asked_about() -> None:
    inner = f"Content-Type: message/rfc822\n\nSubject: Inner\nFrom: c@x.example\n{PLAIN}"
    rest = read_mail(multipart("mixed", PAGE, inner)).rest
    told = [part.text if isinstance(part, Block) else part.said.strip() for part in rest]
    assert told == ["Inner", "c@x.example", "As a letter."]
    assert all(
        block.by_markup is not None
        and block.by_markup.kind is BlockKind.MACHINE
        and block.by_markup.reason.startswith("a message that the mail carries")
        for block in rest
        if isinstance(block, Block)
    )


@pytest.mark.parametrize("charset, said", [("klingon", "pi\u00e9r"), ("us-ascii", "pi"), ("utf-8", "pi\u00e9r")])
def test_an_encoding_that_nobody_knows_is_no_reason_to_lose_the_text(charset: str, said: str) -> None:
    assert read_mail(letter("The piér.", f"text/plain; charset={charset}")).text.said.startswith(f"The {said}")


# --- lines that were broken for the way ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind, body, said",
    [
        ("text/plain; format=flowed", "One line \ngoes on.\nTwo.", "One line goes on.\nTwo."),
        ("text/plain; format=Flowed; delsp=yes", "Don\u00adau \ndampf.", "Don\u00adaudampf."),
        ("text/plain; format=fixed", "One line \nstays.", "One line \nstays."),
        ("text/plain", "One line \nstays.", "One line \nstays."),
        (
            "text/plain; format=flowed",
            "> Quoted \n> on.\n>> Deeper \n> not joined.",
            "> Quoted on.\n>> Deeper \n> not joined.",
        ),
        ("text/plain; format=flowed", "Words \n-- \nAnn", "Words \n-- \nAnn"),
        ("text/plain; format=flowed", " From here \n on.", "From here on."),
    ],
)
def test_soft_line_ends_are_taken_out_where_the_mail_has_them(kind: str, body: str, said: str) -> None:
    assert read_mail(letter(body, kind.replace("plain", "plain; charset=utf-8", 1))).text.said == said


# --- a letter as paragraphs ------------------------------------------------------------------------------------------


def paragraphs(text: str) -> list[tuple[str, str]]:
    return [(said, "" if sign is None else sign.reason.partition(":")[0]) for said, sign in blocks_of_letter(text)]


@pytest.mark.parametrize(
    "text, told",
    [
        ("", []),
        ("One\nand on.\n\nTwo.\n", [("One and on.", ""), ("Two.", "")]),
        (
            "Mine.\n> Theirs\n> on.\nMine.",
            [("Mine.", ""), ("Theirs on.", "a passage that the mail quotes"), ("Mine.", "")],
        ),
        (
            "> One.\n>> Two.\n> > Two.",
            [("One.", "a passage that the mail quotes"), ("Two. Two.", "a passage that the mail quotes")],
        ),
        ("> One.\n>\n> Two.", [("One.", "a passage that the mail quotes"), ("Two.", "a passage that the mail quotes")]),
    ],
)
def test_a_letter_is_parted_where_another_begins_to_speak(text: str, told: list[tuple[str, str]]) -> None:
    assert paragraphs(text) == told


@pytest.mark.parametrize(
    "line", ["---- Original message ----", "Begin forwarded message:", "--- Weitergeleitete Nachricht", "  -- message"]
)
def test_what_a_letter_passes_on_is_anothers_to_its_end(line: str) -> None:
    found = paragraphs(f"Mine.\n{line}\nTheirs.\n\nOn.")
    assert [reason for _, reason in found] == ["", *(["a message that the mail passes on"] * 2)]
    assert (found[0][0], found[-1][0]) == ("Mine.", "On.")


def test_all_that_stands_below_the_line_of_a_signature_is_the_signature() -> None:
    found = paragraphs("Words.\n-- \nAnn\n\n> Clerk")
    assert found == [("Words.", ""), ("-- Ann", "the signature of the mail"), ("Clerk", "the signature of the mail")]


@pytest.mark.parametrize("text", ["--- a dash and words", "Original message", "-- ", "begin forwarded messages"])
def test_a_dash_alone_passes_no_mail_on(text: str) -> None:
    assert not any(reason.startswith("a message") for _, reason in paragraphs(f"{text}\nWords."))


@pytest.mark.parametrize("line, bare", [("> a", "a"), (">> > a > b", "a > b"), ("a > b", "a > b"), (" > a", " > a")])
def test_only_the_marks_at_the_beginning_of_a_line_say_that_it_is_quoted(line: str, bare: str) -> None:
    assert unquoted(line) == bare


@given(st.text("ab> \n-", max_size=60))
def test_no_word_of_a_letter_is_lost(text: str) -> None:
    whole = sorted(" ".join(said for said, _ in blocks_of_letter(text)).replace(">", " ").split())
    assert whole == sorted(word for word in text.replace(">", " ").split() if word.strip())


@pytest.mark.parametrize("line", ["-" * 200_000, " " * 200_000 + "x", "-- " * 70_000 + "x"])
def test_a_line_of_very_many_dashes_or_spaces_passes_no_mail_on(line: str) -> None:
    assert [sign for _, sign in blocks_of_letter(f"One.\n\n{line}\n\nTwo.")][-1] is None
