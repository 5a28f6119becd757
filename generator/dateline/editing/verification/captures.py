"""Captures in a web archive: the one that exists of an address, and one that is asked for.

The archive is the Internet Archive, or another with the same interfaces: its list of captures (CDX), and Save Page
Now 2, which takes an address, and tells by the number of a job when the capture is there.  Polite: one request at a
time, pauses between them, what the archive asks to wait is waited.  Wary: over https alone (this machine apart), no
redirect followed, nothing of the environment but what is handed over, sizes and times bounded, and the keys in no
message, whatever the archive says.
"""

import json
import math
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote, urlsplit

import httpx

from dateline.editing.verification.live import USER_AGENT
from dateline.ground.urls import is_web_address

ARCHIVE: Final = "https://web.archive.org"
_LARGEST: Final = 1024 * 1024
_TIMEOUT: Final = httpx.Timeout(30.0, pool=None)
_TIMESTAMP: Final = re.compile(r"\d{14}")
_JOB: Final = re.compile(r"[\w.-]{1,200}")
_KEY: Final = re.compile(r"[!-~]{1,200}")
_BUSY: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_DENIED: Final = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_SHOWN: Final = 200
_LOCAL: Final = frozenset({"127.0.0.1", "::1", "localhost"})


class CaptureError(Exception):
    """There is no capture, or none can be had; the message says why, and holds no key."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A capture of an address, and the day on which it was made."""

    url: str
    day: str


@dataclass(frozen=True, slots=True)
class Keys:
    """The two keys by which an archive knows who asks for a capture; they are shown nowhere."""

    access: str = field(repr=False)
    secret: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what could not stand in a header."""
        if not (_KEY.fullmatch(self.access) and _KEY.fullmatch(self.secret)):
            raise CaptureError("the keys of the archive are none: they have spaces or signs that no key has")


@dataclass
class WebArchive:
    """A web archive that is asked politely."""

    base: str = ARCHIVE
    """Its address, without a path."""
    keys: Keys | None = None
    patience: float = 240.0
    """The most seconds that one question takes with all that is waited for."""
    delay: float = 6.0
    """Seconds between two requests."""
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _client: httpx.Client = field(init=False, repr=False)
    _last: float = field(default=-math.inf, init=False, repr=False)
    _until: float = field(default=math.inf, init=False, repr=False)

    def __post_init__(self) -> None:
        """Open a client that takes nothing from the environment and follows no redirect."""
        parts = urlsplit(self.base) if is_web_address(self.base) else None
        if (
            parts is None
            or not (parts.scheme == "https" or is_local(self.base))
            or parts.path.strip("/")
            or parts.query
        ):
            raise CaptureError("the archive's address has to be https://, a host and nothing behind it")
        self.base = self.base.rstrip("/")
        headers = {"User-Agent": USER_AGENT, "Accept": "application/json", "Accept-Encoding": "identity"}
        self._client = httpx.Client(headers=headers, timeout=_TIMEOUT, trust_env=False, follow_redirects=False)

    def close(self) -> None:
        """Close what is open."""
        self._client.close()

    def newest(self, url: str, since: str = "") -> Capture | None:
        """Return the newest capture of `url` that gave its page, from `since` (digits of a date) on, if there is any.

        Raises CaptureError where the archive cannot tell.
        """
        self._begin()
        query = {"url": url, "output": "json", "fl": "timestamp,original", "filter": "statuscode:200", "limit": "-1"}
        answer = self._json("GET", "/cdx/search/cdx", params={**query, **({"from": since} if since else {})})
        if not isinstance(answer, list):
            raise CaptureError("the archive's list of captures is none")
        rows = [row for row in answer if isinstance(row, list) and row and _day_of(row[0]) is not None]
        return self._capture(rows[-1][0], rows[-1][1] if len(rows[-1]) > 1 else None, url) if rows else None

    def capture(self, url: str) -> Capture:
        """Ask for a capture of `url`, wait for it and return it, or raise CaptureError."""
        if self.keys is None:
            raise CaptureError("an archive takes a wish for a capture only from somebody it knows")
        self._begin()
        told = self._object("POST", "/save", data={"url": url, "skip_first_archive": "1"})
        job = told.get("job_id")
        if not isinstance(job, str) or not _JOB.fullmatch(job):
            raise CaptureError(f"the archive does not capture it: {self._reason(told)}")
        while True:
            status = self._object("GET", f"/save/status/{quote(job, safe='')}")
            match status.get("status"):
                case "pending":
                    continue  # each further question waits its turn, and the patience has an end
                case "success" if _day_of(status.get("timestamp")) is not None:
                    return self._capture(status["timestamp"], status.get("original_url"), url)
                case "error":
                    raise CaptureError(f"the archive could not capture it: {self._reason(status)}")
                case _:
                    raise CaptureError("the archive's answer about the capture is none")

    def _begin(self) -> None:
        self._until = self.clock() + self.patience

    def _capture(self, timestamp: str, original: object, url: str) -> Capture:
        kept = original if isinstance(original, str) and is_web_address(original) else url
        return Capture(f"{self.base}/web/{timestamp}/{kept}", _day_of(timestamp) or "")

    def _reason(self, told: Mapping[str, Any]) -> str:
        said = next(
            (told[key] for key in ("message", "status_ext", "exception") if told.get(key)), "it gives no reason"
        )
        return self._without_keys(" ".join(str(said).split()))[:_SHOWN]

    def _without_keys(self, text: str) -> str:
        """Return what an archive says, if it says the keys again, without them."""
        for key in (self.keys.access, self.keys.secret) if self.keys is not None else ():
            text = text.replace(key, "…")
        return text

    # --- one request -------------------------------------------------------------------------------------------------

    def _object(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        answer = self._json(method, path, with_keys=True, **more)
        if not isinstance(answer, dict):
            raise CaptureError("the archive's answer is none that is known")
        return answer

    def _json(self, method: str, path: str, *, with_keys: bool = False, **more: Any) -> object:
        """Ask until there is an answer; where the archive is busy, as long as it says and patience lasts."""
        while True:
            self._wait(self._last + self.delay - self.clock())
            status, headers, body = self._answer(method, path, with_keys=with_keys, **more)
            if status not in _BUSY:
                break
            self._wait(_seconds_to_wait(headers.get("Retry-After", ""), self.delay), busy=True)
        if status in _DENIED:
            raise CaptureError(f"the archive does not let us ask (status {status}): are the keys right?")
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            raise CaptureError(f"the archive gives no proper answer (status {status})") from None
        if status != HTTPStatus.OK:
            why = self._reason(answer) if isinstance(answer, dict) else "it gives no reason"
            raise CaptureError(f"the archive refuses (status {status}): {why}")
        return answer

    def _wait(self, seconds: float, *, busy: bool = False) -> None:
        if self.clock() + max(seconds, 0.0) > self._until:
            why = f"it is busy, and asks to wait {seconds:.0f} seconds" if busy else "it takes too long"
            raise CaptureError(f"the archive has no answer in time: {why}; try again later")
        if seconds > 0:
            self.sleep(seconds)

    def _answer(self, method: str, path: str, *, with_keys: bool, **more: Any) -> tuple[int, httpx.Headers, bytes]:
        headers = {}
        if with_keys and self.keys is not None:
            headers["Authorization"] = f"LOW {self.keys.access}:{self.keys.secret}"
        body = bytearray()
        try:
            with self._client.stream(method, f"{self.base}{path}", headers=headers, **more) as response:
                for part in response.iter_raw():
                    body += part
                    if len(body) > _LARGEST or self.clock() > self._until:
                        raise CaptureError("the archive's answer is too long, or takes too long")
                return response.status_code, response.headers, bytes(body)
        except httpx.TimeoutException:
            raise CaptureError("the archive does not answer in time") from None
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError) as error:
            raise CaptureError(f"the archive cannot be reached ({type(error).__name__})") from None
        finally:
            self._last = self.clock()


def is_local(base: str) -> bool:
    """Return whether an archive is on this machine, as in tests: then nobody has to be spared."""
    return urlsplit(base).hostname in _LOCAL


def _day_of(timestamp: object) -> str | None:
    """Return the day of an archive's fourteen digits, if they are a time."""
    if not isinstance(timestamp, str) or not _TIMESTAMP.fullmatch(timestamp):
        return None
    try:
        return str(datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC).date())
    except ValueError:
        return None


def _seconds_to_wait(said: str, usual: float) -> float:
    """Return how long `Retry-After` asks to wait: seconds, or until a time; at least as long as usual."""
    if said.strip().isdecimal():
        return max(float(said[:9]), usual)
    try:
        return max((parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds(), usual)
    except (ValueError, TypeError, OverflowError):
        return 10 * usual
