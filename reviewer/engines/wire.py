"""The one way to the network: bounded in time and size, kept to one host, noted before anything leaves."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from reviewer.engines.connections import Connections
from reviewer.engines.errors import BadKey, Busy, NoNetwork, Nonsense, NotSetUp, Quota, Refused
from reviewer.model.errors import EngineError

LARGEST_ANSWER = 2 << 20
"""Bytes; some hundred times the longest text an engine takes."""
ELSEWHERE = "Try again later, or choose another engine."
"""Ends the sentence where nothing else can be done."""

_CHUNK = 1 << 16
_MOST_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a host answered, whole."""

    title: str
    """Of the engine, for sentences."""
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    def text(self) -> str:
        """Return the answer's characters.

        UTF-8 goes first, because it proves itself: what declares another charset is often mistaken, and
        other charsets hardly ever come out as UTF-8.

        Raises:
            Nonsense: the answer is in no charset it could be in.
        """
        declared = requests.utils.get_encoding_from_headers(self.headers) or "utf-8"
        for charset in ("utf-8", declared):
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
        except ValueError:
            what = "a web page" if looks_like_page(text) else "broken data"
        raise Nonsense(f"{self.title} answered with {what} instead of a translation. {ELSEWHERE}")


def looks_like_page(text: str) -> bool:
    """Say whether a text is a whole web page."""
    return text[:1000].lstrip("\ufeff \t\r\n").lower().startswith(("<!doctype html", "<html", "<head", "<body"))


class Wire:
    """What an engine sends its requests through; good for one question."""

    def __init__(self, title: str, connections: Connections, seconds: float, note: Callable[[str], None]) -> None:
        """Prepare.

        Args:
            title: the engine's, for sentences.
            connections: used by nobody else meanwhile.
            seconds: how long one wait for the network may last.
            note: called with the host before each request.
        """
        self.title = title
        self._connections = connections
        self._seconds = seconds
        self._note = note
        self._ended = False

    def end(self) -> None:
        """Break off what is going on, from another thread, and allow nothing more."""
        self._ended = True
        self._connections.break_off()

    def json(self, method: str, address: str, **request: Any) -> Any:
        """Send a request and return the JSON of its answer; see `send`.

        Raises:
            EngineError: what the status means where it is not 2xx, or Nonsense.
        """
        return self.good(self.send(method, address, **request)).json()

    def good(self, reply: Reply) -> Reply:
        """Return an answer of status 2xx.

        Raises:
            EngineError: what the status means where it is another.
        """
        if not reply.ok:
            raise trouble_of(reply)
        return reply

    def send(
        self,
        method: str,
        address: str,
        *,
        params: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Send a request and return its whole answer, whatever its status.

        A redirection is followed on the same host only, with the same method and content.

        Args:
            method: `GET` or `POST`.
            address: where to.
            params: put behind the address.
            form: sent as a form.
            body: sent as JSON.
            headers: besides the usual ones.

        Raises:
            NoNetwork: the host cannot be reached, or broke off.
            NotSetUp: the address is none.
            Nonsense: the answer is too large, or redirects elsewhere.
            ReviewerError: what leaves cannot be noted, so nothing was sent.
        """
        for _ in range(_MOST_REDIRECTS + 1):
            host = urlsplit(address).netloc.rpartition("@")[2]
            self._note(host)
            reply = self._exchange(method, address, host, params=params, data=form, json=body, headers=headers)
            if reply.status not in _REDIRECTS:
                return reply
            address, before = urljoin(address, reply.headers.get("Location", "")), address
            if not _same_place(before, address):
                raise Nonsense(f"{self.title} sends us on to another host, where nothing was sent. Check its address.")
            params = None
        raise Nonsense(f"{self.title} sends us round in circles. Check its address.")

    def _exchange(self, method: str, address: str, host: str, **request: Any) -> Reply:
        # Errors of the library below quote addresses, in which some engines want their key: none may be chained.
        trouble: EngineError
        try:
            return self._exchanged(method, address, **request)
        except requests.exceptions.SSLError:
            trouble = NoNetwork(
                f"{self.title} could not prove to be {host}: its certificate is not trusted here. "
                "Check the address and the clock, or ask who runs your network."
            )
        except requests.exceptions.ProxyError:
            trouble = NoNetwork(f"{self.title} cannot be reached through the proxy. Check the proxy settings.")
        except (
            requests.exceptions.InvalidURL,
            requests.exceptions.InvalidSchema,
            requests.exceptions.MissingSchema,
            UnicodeError,
        ):
            trouble = NotSetUp(f"The address of {self.title} is not a web address. It begins with https:// or http://.")
        except (requests.exceptions.RequestException, HTTPError, OSError):
            trouble = NoNetwork(f"{self.title} cannot be reached at {host}. Check the connection and try again.")
        raise trouble

    def _exchanged(self, method: str, address: str, **request: Any) -> Reply:
        if self._ended:
            raise OSError
        with self._connections.session.request(
            method, address, timeout=self._seconds, stream=True, allow_redirects=False, **request
        ) as response:
            parts: list[bytes] = []
            size = 0
            while part := response.raw.read(_CHUNK, decode_content=True):
                parts.append(part)
                size += len(part)
                if size > LARGEST_ANSWER:
                    raise Nonsense(f"{self.title} answered with far too much to be a translation. {ELSEWHERE}")
            return Reply(self.title, response.status_code, response.headers, b"".join(parts))


def trouble_of(reply: Reply) -> EngineError:
    """Return what an answer means whose status is not 2xx (RFC 9110, 15.5 and 15.6)."""
    title, status = reply.title, reply.status
    if status in (401, 403):
        return BadKey(f"{title} does not accept the key (status {status}). Enter it anew.")
    if status in (402, 456):
        return Quota(f"{title} has no more to give for this key (status {status}). Wait for the next period or pay.")
    if status == 429 or status >= 500:
        seconds = _seconds_to_wait(reply.headers.get("Retry-After", ""))
        wait = f" It asks to wait {seconds:.0f} seconds." if seconds else " Try again later."
        return Busy(
            f"{title} {'is asked too often' if status == 429 else 'is out of order'} (status {status}).{wait}", seconds
        )
    if status in (413, 414):
        return Refused(f"{title} finds the paragraph too long (status {status}). Split it, or choose another engine.")
    return Refused(f"{title} refused the paragraph (status {status}). Choose another engine.")


def _seconds_to_wait(value: str) -> float | None:
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((moment - datetime.now(UTC)).total_seconds(), 0.0)


def _same_place(one: str, other: str) -> bool:
    """Say whether an address may receive what was meant for another: same host, not in clear for encrypted."""
    before, after = urlsplit(one), urlsplit(other)
    if before.hostname != after.hostname or after.scheme not in ("http", "https"):
        return False
    upgrade = before.scheme == "http" and after.scheme == "https"
    return upgrade or (before.scheme == after.scheme and before.port == after.port)
