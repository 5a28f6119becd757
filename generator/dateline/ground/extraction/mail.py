"""Mail, and pages saved as one file (MHTML, which is mail without a sender): what it says, its headers, its rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from dateline.ground.extraction.articles import Block
from dateline.ground.extraction.signs import BlockKind, Sign

_HEADER: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}\r?\n")
_OF_MAIL: Final = re.compile(rb"(?im)^(?:from|to|subject|date|mime-version|received|message-id):")
_FEWEST: Final = 3
_SHOWN: Final = (
    ("Subject", BlockKind.HEADLINE, "the subject of the mail"),
    ("From", BlockKind.BYLINE, "the sender of the mail"),
    ("Date", BlockKind.DATE, "the day of the mail"),
    ("To", BlockKind.MACHINE, "a header of the mail"),
    ("Cc", BlockKind.MACHINE, "a header of the mail"),
    ("Reply-To", BlockKind.MACHINE, "a header of the mail"),
)
_MARKS: Final = re.compile(r"^(?:>[> ]*)")
_SIGNATURE: Final = "-- "
_QUOTED: Final = Sign(BlockKind.BODY, "a passage that the mail quotes: the words of another", is_sure=False)

_FORWARDED: Final = Sign(BlockKind.BODY, "a message that the mail passes on: the words of another", is_sure=False)
_PASSED_ON: Final = re.compile(
    r"\s*+(?:-{2,}+\s*+(?:original|forwarded|urspr\S+|weitergeleitete|message|mensaje|\S*пересыл\S*|رسالة)\b.{0,40}"
    r"|begin forwarded message:)",
    re.IGNORECASE,
)
_FURTHER: Final = Sign(BlockKind.BODY, "a further text that the mail carries", is_sure=False)


@dataclass(frozen=True, slots=True)
class MailText:
    """A text of a message, as a page or as a letter, and what each block of it is taken for beside the body."""

    said: str
    is_page: bool
    sign: Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A message taken apart: its headers as blocks, its text, and what else it carries."""

    headers: tuple[Block, ...]
    text: MailText
    rest: tuple[Block | MailText, ...]
    subject: str | None
    sender: str | None
    day: str | None
    url: str | None


def is_mail(data: bytes, suffix: str = "") -> bool:
    """Return whether a file is a mail, by its headers."""
    head = _HEADER.match(data.lstrip(b"\xef\xbb\xbf\r\n"))
    named = {found[0].lower() for found in _OF_MAIL.finditer(head[0])} if head else set()
    return suffix.lower() in {".eml", ".mht", ".mhtml"} or len(named) >= _FEWEST


def read_mail(data: bytes) -> Mail:
    """Take a message apart."""
    message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.default)
    is_saved_page = "Snapshot-Content-Location" in message or "saved by" in _header(message, "From").lower()
    body = _body_of(message)
    day = _day_of(_header(message, "Date"))
    sender = parseaddr(_header(message, "From"))[0]
    address = _header(message, "Snapshot-Content-Location")
    subject = _header(message, "Subject")
    return Mail(
        headers=() if is_saved_page else tuple(_headers(message)),
        text=_mail_text(body, _FURTHER) if body is not None else MailText("", is_page=False, sign=_FURTHER),
        rest=tuple(_rest(message, body)),
        subject=subject or None,
        sender=sender if sender and not is_saved_page else None,
        day=day if not is_saved_page else None,
        url=address or None,
    )


def _header(message: MIMEPart, name: str) -> str:
    """Return a header on one line; empty where there is none, or none that can be read."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # noqa: BLE001 - what a malformed header raises is not told anywhere
        return ""


def _day_of(date: str) -> str | None:
    try:
        return str(parsedate_to_datetime(date).date())
    except (ValueError, TypeError, OverflowError):
        return None


def _body_of(message: EmailMessage) -> EmailMessage | None:
    """Return the part of a message that a reader sees: as a page if there is one, else as text."""
    for part in message.walk():
        if part.get_content_type() == "text/html" and part.get_filename() is None:
            return part
    texts = (part for part in message.walk() if part.get_content_maintype() == "text" and not part.is_multipart())
    return next((part for part in texts if part.get_filename() is None), None)


def _headers(message: MIMEPart, whose: str = "") -> Iterator[Block]:
    for name, kind, reason in _SHOWN:
        text = _header(message, name)
        if text:
            yield Block(text, by_markup=Sign(BlockKind.MACHINE if whose else kind, f"{whose}{reason}"))


def _rest(message: EmailMessage, body: EmailMessage | None) -> Iterator[Block | MailText]:
    """Yield what a message carries besides: the same text in another form, further texts, and what is attached."""
    forms = {id(part) for part in _alternatives(message, body)}
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            for inner in part.iter_parts():
                yield from _headers(inner, "a message that the mail carries: ")
        if part is body or part.is_multipart():
            continue
        name = part.get_filename()
        if name is not None or part.get_content_maintype() != "text":
            shown = (
                f"{name or _header(part, 'Content-Location') or 'a part without a name'} ({part.get_content_type()})"
            )
            yield Block(" ".join(shown.split()), by_markup=Sign(BlockKind.MACHINE, "a file that the mail carries"))
        else:
            reason = f"the mail carries its text in another form as well ({part.get_content_type()})"
            yield _mail_text(part, Sign(BlockKind.MACHINE, reason) if id(part) in forms else _FURTHER)


def _mail_text(part: EmailMessage, sign: Sign) -> MailText:
    return MailText(_text_of(part), part.get_content_type() == "text/html", sign)


def _alternatives(message: EmailMessage, body: EmailMessage | None) -> Iterator[EmailMessage]:
    """Yield the parts of which a mail program shows only one, if the body is among them."""
    for container in message.walk():
        if container.get_content_type() == "multipart/alternative" and any(part is body for part in container.walk()):
            yield from container.walk()


def _text_of(part: EmailMessage) -> str:
    try:
        text = str(part.get_content())
    except (LookupError, UnicodeDecodeError, ValueError):
        payload = part.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if str(part.get_param("format", "")).lower() == "flowed":
        return _unflowed(text, deletes_space=str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _unflowed(text: str, *, deletes_space: bool) -> str:
    """Return a text with its soft line ends taken out (RFC 3676): a space at the end of a line says that it goes on."""
    lines: list[str] = []
    goes_on_at: int | None = None
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip(">"))
        said = line[depth:].removeprefix(" ")  # a space that only keeps a line from being taken for something else
        is_soft = said.endswith(" ") and said != _SIGNATURE
        kept = said[:-1] if is_soft and deletes_space else said
        if goes_on_at == depth and said != _SIGNATURE:
            lines[-1] += kept
        else:
            lines.append(f"{'>' * depth}{' ' * bool(depth)}{kept}")
        goes_on_at = depth if is_soft else None
    return "\n".join(lines)


def unquoted(line: str) -> str:
    """Return a line of a letter without the marks that say that it is quoted."""
    return _MARKS.sub("", line)


def blocks_of_letter(text: str) -> Iterator[tuple[str, Sign | None]]:
    """Yield the paragraphs of a letter in plain text; what it quotes or passes on, and its signature, are apart."""
    lines: list[str] = []
    kind = ""
    for line in [*text.splitlines(), ""]:
        new = _kind_of(line, kind)
        if (not line.strip(" >") or new != kind) and lines:
            yield " ".join(" ".join(lines).split()), _sign_of(kind)
            lines = []
        if line.strip(" >"):
            lines.append(unquoted(line))
        kind = new
    if lines:
        yield " ".join(" ".join(lines).split()), _sign_of(kind)


def _kind_of(line: str, before: str) -> str:
    """Return what a line belongs to: the signature, a quotation of some depth, a mail passed on, or the letter."""
    if before == "signature" or line == _SIGNATURE:
        return "signature"
    if line.startswith(">"):
        marks = _MARKS.match(line)
        return f"quoted {marks[0].count('>') if marks else 1}"
    if _PASSED_ON.match(line) or before == "passed on":
        return "passed on"
    return ""


def _sign_of(kind: str) -> Sign | None:
    if kind == "signature":
        return Sign(BlockKind.MACHINE, "the signature of the mail")
    return _QUOTED if kind.startswith("quoted") else _FORWARDED if kind == "passed on" else None
