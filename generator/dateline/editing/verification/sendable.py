"""Which addresses may be sent to a web archive, where all the world can read what they give.

None that a login guards or that only those know who were given it, and none of a network of one's own.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from dateline.editing.verification.public import is_public
from dateline.ground.urls import fault, same_page_key

_SECRET: Final = re.compile(
    r"(?:access|auth|id|oauth|reset|share|user|csrf)?[_-]?token|pass(?:word|wd)?|pwd|api[_-]?key|secret|signature|otp"
    r"|phpsessid|jsessionid|auth(?:key|orization)|x-(?:amz|goog)-(?:signature|credential)|unlocked_article_code|resourcekey",
    re.IGNORECASE,
)
"""Parameters that let in whoever knows them."""
_PERHAPS: Final = re.compile(
    r"key|sig|session(?:id)?|sid|auth|invite|gift|code|hmac|policy|credentials?|hash", re.IGNORECASE
)
"""Parameters that do, where their value is nothing that a person would have made up."""
_MADE_BY_MACHINE: Final = re.compile(r"(?=.*\d)[\w.~+/=-]{12,}")
_INSIDE: Final = re.compile(
    r"(?:^|/)(?:log-?in|sign-?in|logout|wp-admin|wp-login\.php|admin|account|my-account|inbox|dashboard|preview|draft)"
    r"(?:/|$)",
    re.IGNORECASE,
)
_OF_INVITED: Final = re.compile(
    r"(?:docs|drive|mail|meet|calendar)\.google\.com|(?:www\.)?dropbox\.com|(?:1drv\.ms|onedrive\.live\.com)"
    r"|.*\.sharepoint\.com|outlook\.(?:com|live\.com|office\.com)|(?:app\.)?slack\.com|.*\.slack\.com"
    r"|(?:www\.)?discord\.com|chat\.whatsapp\.com|web\.whatsapp\.com|web\.telegram\.org|(?:www\.)?notion\.so"
    r"|.*\.atlassian\.net|teams\.microsoft\.com|we\.tl|mega\.nz",
    re.IGNORECASE,
)
"""Hosts whose pages are for those who have an account or were given the address."""
_INVITATION: Final = re.compile(r"t\.me/(?:\+|joinchat/|c/)", re.IGNORECASE)
_OWN: Final = re.compile(
    r"[^.]*|.*\.(?:local|localhost|internal|intranet|lan|home|corp|private|home\.arpa|onion|i2p|test|invalid|example)",
    re.IGNORECASE,
)
"""Hosts of a network of one's own, or of none."""
_ARCHIVES: Final = re.compile(r"(?:web\.)?archive\.org|archive\.(?:today|ph|is|li|vn|md|fo)|perma\.cc", re.IGNORECASE)


def unfit(url: str, resolve: Callable[[str], Iterable[str]]) -> str | None:
    """Return why `url` is not sent to an archive; None where it may be."""
    if fault(url) is not None:
        return "it is no complete web address"
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    said = _guarded(host, parts.path, [*parse_qsl(parts.query, keep_blank_values=True), *parse_qsl(parts.fragment)])
    if said is not None:
        return said
    if _ARCHIVES.fullmatch(host):
        return "it is a capture itself"
    if _INVITATION.match(same_page_key(url)):
        return "only those who were invited can open it"
    return _private(host, resolve)


def _guarded(host: str, path: str, parameters: list[tuple[str, str]]) -> str | None:
    secret = next((name for name, value in parameters if _is_secret(name, value)), None)
    if secret is not None:
        return f"'{secret}' in it may let in whoever knows it"
    if _INSIDE.search(path):
        return "it leads behind a login, or to what is not published"
    if _OF_INVITED.fullmatch(host):
        return f"{host} shows its pages to those who have an account, or were given the address"
    return None


def _is_secret(name: str, value: str) -> bool:
    return bool(_SECRET.fullmatch(name) or (_PERHAPS.fullmatch(name) and _MADE_BY_MACHINE.fullmatch(value)))


def _private(host: str, resolve: Callable[[str], Iterable[str]]) -> str | None:
    found = [host.strip("[]")] if _is_ip(host) else []
    if not found and _OWN.fullmatch(host):
        return f"{host} is no host of the public web"
    try:
        found = found or list(resolve(host))
        is_private = not all(is_public(ipaddress.ip_address(address.partition("%")[0])) for address in found)
    except (socket.gaierror, OSError, ValueError):
        return f"{host} cannot be looked up"
    if is_private or not found:
        return f"{host} is at no public address"
    return None


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
