"""What a host answers, and what it means for the editor where it is no translation."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any

from reviewer.engines.errors import BadKey, Busy, Nonsense, Quota, Refused
from reviewer.model.errors import EngineError

ELSEWHERE = "Try again later, or choose another engine."
"""Ends the sentence where nothing else can be done."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a host answered, whole."""

    title: str
    """Of the engine, for sentences."""
    status: int
    headers: Mapping[str, str]
    """By name in any case."""
    body: bytes

    @property
    def ok(self) -> bool:
        """Whether the host did what was asked (RFC 9110, 15.3)."""
        return 200 <= self.status < 300

    def text(self) -> str:
        """Return the answer's characters.

        UTF-8 goes first, because it proves itself: what declares another charset is often mistaken, and
        other charsets hardly ever come out as UTF-8.

        Raises:
            Nonsense: the answer is in no charset it could be in.
        """
        declared = Message()
        declared["Content-Type"] = self.headers.get("Content-Type", "")
        for charset in ("utf-8", declared.get_content_charset("utf-8")):
            try:
                return self.body.decode(charset)
            except (UnicodeDecodeError, LookupError):
                continue
        raise Nonsense(f"{self.title} answered in characters that cannot be read. {ELSEWHERE}")

    def json(self) -> Any:
        """Return the answer's JSON.

        Raises:
            Nonsense: it is none.
        """
        text = self.text()
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            what = "a web page" if looks_like_page(text) else "broken data"
        raise Nonsense(f"{self.title} answered with {what} instead of a translation. {ELSEWHERE}")


def looks_like_page(text: str) -> bool:
    """Say whether a text is a whole web page."""
    return text[:1000].lstrip("\ufeff \t\r\n").lower().startswith(("<!doctype html", "<html", "<head", "<body"))


def trouble_of(reply: Reply) -> EngineError:
    """Return what an answer means whose status is not 2xx (RFC 9110, 15.5 and 15.6)."""
    title, status = reply.title, reply.status
    if status in (401, 403):
        return BadKey(f"{title} does not let us in (status {status}). Check the key, if it wants one.")
    if status in (402, 456):
        return Quota(f"{title} has no more to give for this key (status {status}). Wait for the next period or pay.")
    if status == 429 or status >= 500:
        seconds = _seconds_to_wait(reply.headers.get("Retry-After", ""))
        wait = f" It asks to wait {seconds:.0f} seconds." if seconds else " Try again later."
        what = "is asked too often" if status == 429 else "is out of order"
        return Busy(f"{title} {what} (status {status}).{wait}", seconds)
    if status in (413, 414):
        return Refused(f"{title} finds the paragraph too long (status {status}). Split it, or choose another engine.")
    return Refused(f"{title} refused the paragraph (status {status}). Choose another engine.")


def _seconds_to_wait(value: str) -> float | None:
    if value.strip().isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((moment - datetime.now(UTC)).total_seconds(), 0.0)
