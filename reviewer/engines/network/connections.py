"""Connections that can be ended from another thread."""

import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from weakref import WeakSet

import requests
import truststore
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, LocationParseError

from reviewer import __version__
from reviewer.engines.addresses import host_of
from reviewer.engines.errors import NoNetwork, Nonsense, NotSetUp
from reviewer.engines.reply import ELSEWHERE, Reply
from reviewer.model.errors import EngineError

LARGEST_ANSWER = 2 << 20
"""Bytes; some hundred times the longest text an engine takes."""
_CHUNK = 1 << 16


class Connections:
    """A session with its open connections; for one request at a time.

    Proxies come from the environment or the system (`HTTPS_PROXY`, `NO_PROXY`, …), trusted certificates
    from the system, from `REQUESTS_CA_BUNDLE` and from certifi.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: WeakSet[socket.socket] = WeakSet()
        self._ended = False
        self.session = requests.Session()
        self.session.headers["User-Agent"] = f"Reviewer/{__version__} {requests.utils.default_user_agent()}"
        # A password that .netrc has for a host is not for us, and would take the place of the engine's key.
        self.session.auth = _unchanged
        self.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        adapter = _Adapter(self._opened)
        self.session.mount("https://", adapter)
        self.session.mount("http://", adapter)

    def exchange(self, title: str, method: str, address: str, seconds: float, request: Mapping[str, Any]) -> Reply:
        """Send a request and return its whole answer.

        Args:
            title: the engine's, for sentences.
            method: `GET` or `POST`.
            address: where to; no redirection is followed.
            seconds: how long one wait for the network may last.
            request: `params`, `data`, `json` and `headers` as `requests` takes them.

        Raises:
            NoNetwork: the host cannot be reached, or broke off.
            NotSetUp: the address is none.
            Nonsense: the answer is too large.
        """
        host = host_of(address)
        trouble: EngineError
        # Errors of the libraries quote addresses, in which some engines want their key: none may be chained.
        try:
            return self._exchanged(title, method, address, seconds, request)
        except requests.exceptions.SSLError:
            trouble = NoNetwork(
                f"{title} could not prove to be {host}: its certificate is not trusted here. "
                "Check the address and the clock, or ask who runs your network."
            )
        except requests.exceptions.ProxyError:
            trouble = NoNetwork(f"{title} cannot be reached through the proxy. Check the proxy settings.")
        except (
            requests.exceptions.InvalidURL,
            requests.exceptions.InvalidSchema,
            LocationParseError,
            UnicodeError,
        ):
            trouble = NotSetUp(f"The address of {title} is not a web address. It begins with https:// or http://.")
        except (requests.exceptions.RequestException, HTTPError, OSError):
            trouble = NoNetwork(f"{title} cannot be reached at {host}. Check the connection and try again.")
        raise trouble

    def _exchanged(self, title: str, method: str, address: str, seconds: float, request: Mapping[str, Any]) -> Reply:
        if self._ended:
            raise ConnectionAbortedError
        with self.session.request(
            method, address, timeout=seconds, stream=True, allow_redirects=False, **request
        ) as response:
            parts: list[bytes] = []
            size = 0
            while part := response.raw.read(_CHUNK, decode_content=True):
                parts.append(part)
                size += len(part)
                if size > LARGEST_ANSWER:
                    raise Nonsense(f"{title} answered with far too much to be a translation. {ELSEWHERE}")
            return Reply(title, response.status_code, response.headers, b"".join(parts))

    def end(self) -> None:
        """End what is waiting for an answer, in whichever thread, as if the line were cut; allow nothing more."""
        with self._lock:
            self._ended = True
            sockets = tuple(self._sockets)
        for each in sockets:
            with suppress(OSError):
                # The plain socket's method: that of a TLS socket is not safe while another thread reads.
                socket.socket.shutdown(each, socket.SHUT_RDWR)

    def close(self) -> None:
        """Close every connection."""
        self.session.close()

    def _opened(self, connection: HTTPConnection) -> None:
        """Remember the socket of a new connection, which lets go of it before the last answer is read."""
        with self._lock:
            if isinstance(connection.sock, socket.socket):
                self._sockets.add(connection.sock)
            ended = self._ended
        if ended:
            connection.close()
            raise ConnectionAbortedError


def _unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


class _Adapter(HTTPAdapter):
    """Opens connections that are told of, and trusts what the system trusts."""

    def __init__(self, opened: Callable[[HTTPConnection], None]) -> None:
        self._opened = opened
        super().__init__(pool_connections=2, pool_maxsize=1)

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, ssl_context=_trusting(), **options)
        self._watch(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **options: Any) -> PoolManager:
        manager: PoolManager = super().proxy_manager_for(proxy, ssl_context=_trusting(), **options)
        self._watch(manager)
        return manager

    def _watch(self, manager: PoolManager) -> None:
        opened = self._opened

        class Plain(HTTPConnection):
            def connect(self) -> None:
                super().connect()
                opened(self)

        class Secure(HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                opened(self)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        manager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}


@cache
def _trusting() -> ssl.SSLContext:
    """Return what the system trusts; reading that takes longer than a request."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
