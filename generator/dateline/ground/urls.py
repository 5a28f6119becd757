"""Web addresses: what is wrong with one, told so that it can be mended, and when two lead to one article."""

import difflib
import ipaddress
import posixpath
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

MAX_LENGTH: Final = 2000
_SHOWN: Final = 100
_NAMED: Final = 4

_SCHEME: Final = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.DOTALL)
_DOI: Final = re.compile(r"(?:doi:\s*)?(?P<name>10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+)", re.IGNORECASE)
_FURTHER: Final = re.compile(r"[,;|]*\s+(?:and\s+)?(?=https?://)", re.IGNORECASE)
_MARK_BEHIND: Final = re.compile("[“”„«»]+$")
"""Marks around a quotation, of which the last was taken for a part of the address."""
_ISBN: Final = re.compile(r"(?:urn:)?isbn[:\s]\s*(?P<digits>[0-9][0-9Xx -]{8,16})$", re.IGNORECASE)
_ITEM: Final = re.compile("(?P<q>Q[1-9][0-9]{0,11})")
_NONE: Final = frozenset({"none", "unknown", "null", "nil", "n/a", "na", "no", "-", "–", "—", "?"})
"""What editors write for no address at all."""
_PORT_FOLLOWS: Final = re.compile(r"[0-9]+(?:[/?#]|$)")
_SLIP: Final = re.compile("(https?)[^A-Za-z0-9.]{2,4}(?=[^/])", re.IGNORECASE)
_WEB: Final = frozenset({"http", "https"})
_NEAR_WEB: Final = 0.65
_OTHER_SCHEMES: Final = {
    "javascript": ("'javascript:' runs a script and leads to no page", "write the address of the page"),
    "vbscript": ("'vbscript:' runs a script and leads to no page", "write the address of the page"),
    "data": ("'data:' holds a file and leads to no page", "write the address that the file was found at"),
    "blob": ("'blob:' leads to something that only your browser holds", "write the address of the page"),
    "file": ("'file:' leads to a file that only your computer has", "write the address that it came from"),
    "mailto": ("'mailto:' is an e-mail address, not that of a page", "write the address of a page, or leave it out"),
    "tel": ("'tel:' is a telephone number, not the address of a page", "write the address of a page, or leave it out"),
    "ftp": ("'ftp:' is opened by no browser any more", "write an http or https address that gives the same, or null"),
    "view-source": ("'view-source:' shows a page's code", "leave 'view-source:' out"),
    "urn": (
        "'urn:' is an identifier, not an address",
        "write it as identifier, or isbn: where it is one, and url: null",
    ),
    "ark": ("'ark:' is an identifier, not an address", "write https://n2t.net/ and all of it"),
    "hdl": ("'hdl:' is an identifier, not an address", "write https://hdl.handle.net/ and what follows 'hdl:'"),
    "doi": ("'doi:' is an identifier, not an address", "write https://doi.org/ and what follows 'doi:'"),
    "hxxp": ("'hxxp:' is how addresses are made safe to show", "write http:"),
    "hxxps": ("'hxxps:' is how addresses are made safe to show", "write https:"),
    "about": ("'about:' leads to a page of your browser", "write the address of the page on the web"),
}
"""What is said of the schemes that people paste; of any other, that it is neither http nor https."""

# Space, controls, and what nobody sees or what turns the order of its neighbours (Unicode's Cc, Cf, Zs, Zl, Zp, and
# the fillers, which are letters with no shape); then the marks that RFC 3986 keeps out of addresses.
_UNSEEN: Final = (
    "\\x00-\\x20\\x7f-\\xa0\\xad\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff\ud800-\udfff"
)
_FORBIDDEN: Final = re.compile(f'[{_UNSEEN}<>"\\\\^`{{|}}]')
_IS_UNSEEN: Final = re.compile(f"[{_UNSEEN}]")
_BAD_PERCENT: Final = re.compile("%(?![0-9A-Fa-f]{2}).{0,2}", re.DOTALL)
_HOST_SIGNS: Final = re.compile("[\x21-\x2c/:-@\\[-^`{-~]")
"""The ASCII characters that no host has; it has letters, digits, hyphens, points and, in practice, underscores."""
_MAX_LABEL: Final = 63


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an address, and what to write."""

    message: str
    hint: str


def is_web_address(text: str) -> bool:
    """Return whether `text` is a complete http(s) address with nothing that could end an attribute."""
    return fault(text) is None


def fault(text: str) -> Fault | None:
    """Return what keeps `text` from being a complete http or https address (RFC 3986, RFC 3987), or None."""
    found = _SCHEME.match(text)
    if found is None or found["scheme"].lower() not in _WEB:
        return _no_web_scheme(text, found)
    if len(text) > MAX_LENGTH:
        hint = "leave out what only tracks readers (utm_…, fbclid), or write the page's short or permanent address"
        return Fault(f"the address is longer than {MAX_LENGTH} characters: it has {len(text)}", hint)
    if copied := _copied_with_more(text, found):
        return copied
    if characters := dict.fromkeys(_FORBIDDEN.findall(text)):
        return _forbidden(tuple(characters))
    return _fault_of_form(text, found) or _fault_of_host(text)


def _fault_of_form(text: str, found: re.Match[str]) -> Fault | None:
    if not found["rest"].startswith("//"):
        rest = found["rest"].lstrip("/")
        return Fault(f"two slashes belong after '{found['scheme']}:'", f"write {found['scheme']}://{_shown(rest)}")
    percent = _BAD_PERCENT.search(text)
    if percent is None:
        return None
    message = f"'{percent[0]}' is no encoded character: % is followed by two of 0-9 and A-F"
    return Fault(message, "write %25 where % is meant")


def _copied_with_more(text: str, found: re.Match[str]) -> Fault | None:
    """Tell what comes along where an address is copied out of a text, a window or the code of a page."""
    if further := _FURTHER.search(text):
        cure = f"write {_shown(text[: further.start()])}, and what is at the other as archive, copies or another source"
        return Fault("two addresses stand here", cure)
    if found["rest"].startswith("\\\\"):
        whole = text.replace("\\", "/")
        return Fault("'\\' stands where '/' belongs", f"write {_shown(whole)}")
    if text.endswith("…"):
        cure = "open it, and write the whole address, as the browser shows it; where … is part of it, write %E2%80%A6"
        return Fault("the address was cut short where '…' stands", cure)
    if marked := _MARK_BEHIND.search(text):
        return Fault(f"'{marked[0]}' at its end is no part of an address", f"write {_shown(text[: marked.start()])}")
    if _CODE_OF_PAGE.search(text):
        whole = _CODE_OF_PAGE.sub("&", text)
        return Fault("'&amp;' is how the code of a page writes &", f"write {_shown(whole)}")
    return None


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _no_web_scheme(text: str, found: re.Match[str] | None) -> Fault:
    """Tell why `text` does not begin with http:// or https://."""
    if text.lower() in _NONE:
        return Fault(f"'{text}' is no address", "write null, or leave the key out")
    if doi := _DOI.fullmatch(text):
        return Fault(f"'{_shown(text)}' is a DOI, not an address", f"write https://doi.org/{_shown(doi['name'])}")
    scheme = found["scheme"] if found is not None and not _PORT_FOLLOWS.match(found["rest"]) else ""
    if found is None or not scheme or "." in scheme:
        return _no_scheme(text)
    told = _OTHER_SCHEMES.get(scheme.lower())
    if told is not None:
        return Fault(*told)
    near = difflib.get_close_matches(scheme.lower(), ("https", "http"), n=1, cutoff=_NEAR_WEB)
    if near:
        return Fault(f"'{_shown(scheme)}:' is not how a web address begins", f"did you mean '{near[0]}://'?")
    message = f"'{_shown(scheme)}:' is neither http nor https"
    return Fault(message, "write the address of a web page, or null where there is none")


def _no_scheme(text: str) -> Fault:
    complete = "write the whole address, as the browser shows it, beginning with https:// or http://"
    begins_wrong = f"'{_shown(text)}' does not begin with https:// or http://"
    slip, host = _SLIP.match(text), re.split("[/?#]", text, maxsplit=1)[0]
    if slip is not None:
        found = Fault(f"'{_shown(slip[0])}' is not how a web address begins", f"did you mean '{slip[1].lower()}://'?")
    elif item := _ITEM.fullmatch(text):
        found = Fault(
            f"'{text}' is an item of Wikidata, not an address", f"write https://www.wikidata.org/wiki/{item['q']}"
        )
    elif text.startswith("@"):
        found = Fault(f"'{_shown(text)}' is the name of an account", "write the address of the page, as of one post")
    elif isbn := _ISBN.match(text):
        found = Fault(f"'{_shown(text)}' is an ISBN, not an address", f'write isbn: "{isbn["digits"]}", and url: null')
    elif text.startswith(tuple("<[(\"'“”„‘«»")) and "://" in text:
        found = Fault(f"'{_shown(text)}' is more than an address", "write the address alone, without marks around it")
    elif text.startswith("//"):
        found = Fault(begins_wrong, f"write https:{_shown(text)}")
    elif text.startswith(("/", ".", "?", "#")):
        found = Fault(f"'{_shown(text)}' is only a part of an address, without its host", complete)
    elif "@" in host:
        found = Fault(f"'{_shown(text)}' is an e-mail address, not that of a page", "write a page's address, or none")
    elif "." in host.strip(".") and not _FORBIDDEN.search(host):
        found = Fault(begins_wrong, f"write https://{_shown(text)}")
    else:
        found = Fault(f"'{_shown(text)}' is no complete http or https address", complete)
    return found


def _forbidden(characters: tuple[str, ...]) -> Fault:
    names = " and ".join(map(_named, characters[:_NAMED]))
    encoded = " and ".join(quote(one.encode("utf-8", "surrogatepass"), safe="") for one in characters[:_NAMED])
    hint = f"write {encoded}"
    if " " in characters:
        hint += ", or end the address before the space"
    elif any(_IS_UNSEEN.match(one) for one in characters):
        hint = f"remove what does not belong there, or write {encoded}"
    return Fault(f"{names} cannot stand in an address", hint)


def _named(character: str) -> str:
    if character == " ":
        return "a space"
    return f"U+{ord(character):04X}, which nobody sees," if _IS_UNSEEN.match(character) else f"'{character}'"


def _fault_of_host(text: str) -> Fault | None:
    """Look at what stands between the slashes: a user, the host, a port."""
    as_shown = "write the host as the browser shows it"
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that do not match or hold no IPv6 address; a host that folds into signs
        return Fault("the host is none: its brackets, or a character that stands for another", as_shown)
    if "@" in parts.netloc:
        message = "the address gives a user's name or password away, before the @"
        return Fault(message, "leave out what stands between // and @, and the @")
    if parts.netloc.lower() in {"http:", "https:"}:
        return Fault("the address begins twice", f"leave the first '{parts.scheme}://' out")
    if not parts.hostname:
        return Fault("the address has no host", "write https://, the host and the path, as the browser shows them")
    return _bad_port(parts) or _bad_host(parts, as_shown)


def _bad_port(parts: SplitResult) -> Fault | None:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        shown = parts.netloc.rpartition(":")[2]
        return Fault(f"the port '{_shown(shown)}' is no number from 1 to 65535", "write the port, or leave ':' out")
    return None


def _bad_host(parts: SplitResult, hint: str) -> Fault | None:
    host = parts.hostname or ""
    if parts.netloc.startswith("["):
        return None if _is_ipv6(host) else Fault(f"'[{_shown(host)}]' is no IPv6 address", hint)
    sign = _HOST_SIGNS.search(host)
    if sign is not None:
        return Fault(f"'{sign[0]}' cannot stand in the host '{_shown(host)}'", hint)
    if any(not 0 < len(label) <= _MAX_LABEL for label in host.removesuffix(".").split(".")):
        return Fault(f"the host '{_shown(host)}' has a part that is empty or longer than {_MAX_LABEL} characters", hint)
    return None


def _is_ipv6(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return "%" not in text  # a zone is of one machine


# --- when two addresses are one --------------------------------------------------------------------------------------

_TRACKERS: Final = re.compile(
    "(?:utm|at|ns|guce|wt|hsa|pk|mtm|matomo|itm|vero|oly)_.*|fbclid|gclid"
    "|gclsrc|dclid|gbraid|wbraid|yclid|msclkid|twclid|ttclid|igshid|igsh|li_fat_id|sccid|epik|mc_[ce]id|_hsenc|_hsmi"
    "|mkt_tok|__twitter_impression|_ga|_gl|ref_src|ref_url|smid|smtyp|cmpid|ocid|xtor|s_cid|ito|spm|ncid"
    "|cn-track|guccounter|trk|trkinfo|amp|_amp|outputtype|_openstat|zanpid|rb_clickid"
    "|mibextid|srsltid|_x_tr_.*|phpsessid|jsessionid"
)
"""Parameters by which sites tell where a reader came from, or that a page is the light one; none leads elsewhere."""
_PLATFORMS: Final = "facebook|fb|twitter|tw|x|telegram|whatsapp|linkedin|reddit|pinterest|tumblr|pocket|bluesky|e?mail"
_USUAL: Final = {
    "ref": re.compile(f"{_PLATFORMS}|home(?:page)?|hp|rss|share|social|newsletter|nav(?:bar)?|producthunt"),
    "share": re.compile(f"(?:jetpack-)?(?:{_PLATFORMS})|link|copy|true|1"),
    "print": re.compile("|1|true|yes|y|print"),
}
"""Parameters that may lead elsewhere, and do not with these values: by them a page is shared, or printed."""
_TRACKERS_OF: Final = {
    "youtube.com": re.compile("feature|si|t|start|pp|ab_channel|time_continue"),
    "open.spotify.com": re.compile("si"),
    "twitter.com": re.compile("s|t"),
}
"""Parameters by the site on which they lead nowhere else, though they may on others: who shared, from which second."""
_ONE_SITE: Final = {
    "x.com": "twitter.com",
    "old.reddit.com": "reddit.com",
    "new.reddit.com": "reddit.com",
    "telegram.me": "t.me",
    "youtube-nocookie.com": "youtube.com",
}
_VIDEO: Final = re.compile(r"(?:youtu\.be|youtube\.com/(?:shorts|embed|live|v))/(?P<id>[\w-]+)")
_PREVIEW: Final = re.compile(r"t\.me/s/(?=[^/]+/[0-9]+$)")
_SESSION: Final = re.compile(";jsessionid=[^/;]*", re.IGNORECASE)
_TRANSLATED: Final = ".translate.goog"
_CAPTURE: Final = re.compile(
    r"(?:.*?/)??(?:[0-9]{4,14}\*?|\*)(?:[a-z]{2}_)?/(?P<url>(?:https?:/{1,2})?[^/].*)", re.IGNORECASE | re.DOTALL
)
_ARCHIVES: Final = re.compile(
    r"(?:web\.|wayback\.)?archive\.org|archive\.(?:today|ph|is|li|vn|md|fo)|arquivo\.pt|webarchive\.(?:org\.uk|loc\.gov)"
    r"|webarchive\.nationalarchives\.gov\.uk|wayback\.archive-it\.org"
)
_STAMP: Final = re.compile(r"/(?P<year>[12][0-9]{3})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:[0-9]{6})?(?:[a-z]{2}_)?/")
_LISTED: Final = re.compile(r"/web/(?:[0-9]*\*/|(?=https?:))")
"""The address by which a web archive shows what it has of a page, or leads to the newest."""
_AMP_CACHE: Final = re.compile(r"(?:.*/)?amp/(?:s/)?(?P<google>.+)|[cvwi]/(?:s/)?(?P<cdn>.+)", re.DOTALL)
_LIGHT_HOST: Final = re.compile(r"(?:www[0-9]?|m|mobile|amp|touch)\.(?=[^.]+\.)")
_LIGHT_WIKI: Final = re.compile(r"^([a-z-]{2,12})\.m\.(?=wik)")
_LIGHT_PATH: Final = re.compile(
    r"(?:/amp|\.amp|(?<=[0-9])-amp)(?=$|\.html?$)|(?<=/)(?:index|default)\.(?:html?|php|aspx?)$"
)
_KEPT_ENCODED: Final = re.compile("%(?=2F|3F|23|25)", re.IGNORECASE)
_DEPTH: Final = 4
_CODE_OF_PAGE: Final = re.compile(r"&amp;(?=[\w.~%-]+=)", re.IGNORECASE)
"""What stands between two parameters in an address that was copied from the code of a page."""
_DEFAULT_PORTS: Final = frozenset({80, 443})


def day_of_capture(url: str) -> str | None:
    """Return the day that the address of a capture in a web archive names, as 2031-03-05; None of other addresses."""
    found = _STAMP.search(url)
    if found is None or not _in_an_archive(url):
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None


def is_list_of_captures(url: str) -> bool:
    """Return whether an address leads to all captures of a page, or to the newest, and not to one."""
    return _LISTED.search(url) is not None and _in_an_archive(url)


def _in_an_archive(url: str) -> bool:
    try:
        return _ARCHIVES.fullmatch((urlsplit(url).hostname or "").removeprefix("www.")) is not None
    except ValueError:
        return False


def same_page_key(url: str, depth: int = _DEPTH) -> str:
    """Return what two addresses have in common that lead to one article, and two of different articles have not.

    Left aside: http or https, www. and the hosts for telephones (m., amp.), a port that goes without saying, the case
    of the host, how characters are encoded, a slash or index.html at the end, AMP's endings, what follows #, the
    order of parameters, and parameters that only track readers; the names that some platforms have besides their
    own (x.com, youtu.be). Of a capture in a web archive, the address captured
    counts.
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # what an archive holds need not be an address
        return url
    host = _host_key(parts)
    path = unquote(_KEPT_ENCODED.sub("%25", parts.path))
    inner = _wrapped(host, parts)
    if inner is not None and depth:
        return same_page_key(inner, depth - 1)
    path = unicodedata.normalize("NFC", posixpath.normpath(f"/{path.lstrip('/')}"))
    path = _LIGHT_PATH.sub("", _SESSION.sub("", path)).rstrip("/")
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _only_tracks(host, *pair)]
    page = _PREVIEW.sub("t.me/", f"{host}{path}")
    if video := _VIDEO.fullmatch(page):
        page, kept = "youtube.com/watch", [("v", video["id"]), *kept]
    query = "&".join(f"{quote(name)}={quote(value)}" for name, value in sorted(kept))
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    return f"{page}{'?' if query else ''}{query}{fragment}"


def _only_tracks(host: str, name: str, value: str) -> bool:
    """Return whether a parameter of an address leads nowhere else: on any site, on this one, or with this value."""
    name, here = name.lower(), _TRACKERS_OF.get("youtube.com" if host == "youtu.be" else host)
    if _TRACKERS.fullmatch(name) or (here is not None and here.fullmatch(name)):
        return True
    return name in _USUAL and _USUAL[name].fullmatch(value.lower()) is not None


def _host_key(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host.encode("ascii").decode("idna") if "xn--" in host else host
        port = parts.port
    except ValueError:  # of UnicodeError too: a name that is none stays as it is
        port = None
    host = unicodedata.normalize("NFKC", host).casefold()
    if host.endswith(_TRANSLATED):
        host = re.sub("--?", lambda sign: "." if sign[0] == "-" else "-", host.removesuffix(_TRANSLATED))
    host = _LIGHT_WIKI.sub(r"\1.", _LIGHT_HOST.sub("", host, count=1) if _LIGHT_HOST.match(host) else host)
    host = _ONE_SITE.get(host, host)
    return host if port is None or port in _DEFAULT_PORTS else f"{host}:{port}"


def _wrapped(host: str, parts: SplitResult) -> str | None:
    """Return the address that a web archive or a cache of light pages holds; None where it is neither."""
    rest = f"{parts.path.lstrip('/')}{'?' if parts.query else ''}{parts.query}"
    if _ARCHIVES.fullmatch(host):
        found = _CAPTURE.fullmatch(rest)
        return _whole(found["url"]) if found is not None else None
    if host.endswith("cdn.ampproject.org") or re.fullmatch(r"google\.[a-z.]{2,6}", host):
        found = _AMP_CACHE.fullmatch(rest)
        return _whole(found["google"] or found["cdn"]) if found is not None else None
    return None


def _whole(address: str) -> str:
    """Return an address with its scheme, and both its slashes, of which servers tend to keep one."""
    found = re.match("(https?):/{1,2}", unquote(address) if "%3A" in address[:8].upper() else address, re.IGNORECASE)
    if found is None:
        return f"https://{address}"
    whole = found.string
    return f"{found[1]}://{whole[found.end() :]}"
