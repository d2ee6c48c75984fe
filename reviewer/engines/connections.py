"""Connections that can be broken off from another thread."""

import socket
import ssl
from collections.abc import Callable
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

from reviewer import __version__


class Connections:
    """A session with its open connections; for one request at a time.

    Proxies come from the environment or the system (`HTTPS_PROXY`, `NO_PROXY`, …), trusted certificates
    from the system, from `REQUESTS_CA_BUNDLE` and from certifi.
    """

    def __init__(self) -> None:
        self._open: WeakSet[HTTPConnection] = WeakSet()
        self.session = requests.Session()
        self.session.headers["User-Agent"] = f"Reviewer/{__version__} {requests.utils.default_user_agent()}"
        # A password that .netrc has for a host is not for us, and would take the place of the engine's key.
        self.session.auth = _unchanged
        self.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        adapter = _Adapter(self._open.add)
        self.session.mount("https://", adapter)
        self.session.mount("http://", adapter)

    def break_off(self) -> None:
        """End what is waiting for an answer, in whichever thread; it fails there as if the line were cut."""
        for connection in tuple(self._open):
            if isinstance(connection.sock, socket.socket):
                with suppress(OSError):
                    # The plain socket's method: that of a TLS socket is not safe while another thread reads.
                    socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)

    def close(self) -> None:
        """Close every connection."""
        self.session.close()


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
                opened(self)
                super().connect()

        class Secure(HTTPSConnection):
            def connect(self) -> None:
                opened(self)
                super().connect()

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        manager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}


@cache
def _trusting() -> ssl.SSLContext:
    """Return what the system trusts; reading that takes longer than a request."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
