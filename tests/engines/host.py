"""A host on this machine that speaks an engine's wire format, with faults by script."""

import gzip
import ssl
import threading
from collections import deque
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.engines.wire_formats import Heard, WireFormat

Fault = Callable[["Handler", bytes], None]
"""Answers in its own way; gets the body that would be right."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 64
    daemon_threads = True


class Host:
    """Answers like an engine's host, German in capitals; faults come first, one for each request."""

    def __init__(self, format: WireFormat) -> None:
        self.format = format
        self.faults: deque[Fault] = deque()
        self.always: Fault | None = None
        """Spoils every request that no fault of the script does."""
        self.heard: list[Heard] = []
        self.texts: list[str] = []
        self.mistakes: list[str] = []
        """What the engine asked in a way its host would not take."""
        self.closing = threading.Event()
        self.more = threading.Condition()
        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.host = self  # type: ignore[attr-defined]
        self.connections = 0
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def encrypt(self, context: ssl.SSLContext) -> None:
        """Speak TLS from now on."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)

    def wait_for(self, count: int) -> None:
        """Wait until so many texts have come."""
        with self.more:
            assert self.more.wait_for(lambda: len(self.texts) >= count, 30)

    def close(self) -> None:
        """Stop, whatever is being answered."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    @property
    def host(self) -> Host:
        host: Host = self.server.host  # type: ignore[attr-defined]
        return host

    def do_POST(self) -> None:
        host = self.host
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True  # who asked is gone
            return
        heard = Heard(self.command, self.path, {name.lower(): v for name, v in self.headers.items()}, body)
        host.heard.append(heard)
        try:
            if host.format.languages and heard.path == host.format.languages[0]:
                self.reply(host.format.languages[1].encode())
                return
            text = host.format.understood(heard)
        except Exception as error:
            host.mistakes.append(f"{heard}: {error!r}")
            self.reply(b"", 400)
            return
        with host.more:
            host.texts.append(text)
            host.more.notify_all()
        right = host.format.answer(text.upper()).encode()
        fault = host.faults.popleft() if host.faults else host.always
        if fault is None:
            self.reply(right)
        else:
            fault(self, right)

    do_GET = do_POST  # noqa: N815 - the library's name

    def reply(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Send a whole answer."""
        self.begin(status, **{"Content_Type": self.host.format.type, "Content_Length": str(len(body)), **headers})
        self.wfile.write(body)

    def begin(self, status: int, **headers: str) -> None:
        """Send the head of an answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def handle(self) -> None:
        self.host.connections += 1
        try:
            super().handle()
        except OSError:
            return  # the engine has had enough

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


def status(code: int, body: bytes = b"{}", **headers: str) -> Fault:
    """Answer with another status."""
    return lambda handler, right: handler.reply(body, code, **headers)


def page(handler: Handler, right: bytes) -> None:
    """Answer with a web page instead, as a hotel's network does."""
    handler.reply(b"<!DOCTYPE html><html><body><h1>Please log in</h1></body></html>", Content_Type="text/html")


def broken(handler: Handler, right: bytes) -> None:
    """Answer with the first third."""
    handler.reply(right[: len(right) // 3])


def drop(handler: Handler, right: bytes) -> None:
    """Hang up without a word."""
    handler.close_connection = True


def drop_in_the_middle(handler: Handler, right: bytes) -> None:
    """Hang up half-way."""
    handler.begin(200, Content_Type=handler.host.format.type, Content_Length=str(len(right)))
    handler.wfile.write(right[: len(right) // 2])
    handler.close_connection = True


def latin(handler: Handler, right: bytes) -> None:
    """Answer in Latin 1 and call it UTF-8."""
    handler.reply(right.decode().encode("latin-1", "replace"))


def mislabelled(handler: Handler, right: bytes) -> None:
    """Answer in UTF-8 and call it Latin 1."""
    handler.reply(right, Content_Type=handler.host.format.type.replace("utf-8", "iso-8859-1"))


def endless(handler: Handler, right: bytes) -> None:
    """Answer with one character after the other, without end."""
    handler.begin(200, Content_Type=handler.host.format.type, Content_Length="1000000")
    while not handler.host.closing.wait(0.02):
        handler.wfile.write(b" ")


def endless_and_last(handler: Handler, right: bytes) -> None:
    """Say that this is the last answer on the connection, and never come to its end."""
    handler.begin(200, Content_Type=handler.host.format.type, Connection="close")
    while not handler.host.closing.wait(0.02):
        handler.wfile.write(b" ")


def endless_head(handler: Handler, right: bytes) -> None:
    """Never come to the end of the head."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Padding: ")
    while not handler.host.closing.wait(0.02):
        handler.wfile.write(b"x")


def silence(handler: Handler, right: bytes) -> None:
    """Never answer."""
    handler.host.closing.wait()
    handler.close_connection = True


def huge(handler: Handler, right: bytes) -> None:
    """Answer with 10 MB."""
    handler.begin(200, Content_Type=handler.host.format.type, Content_Length=str(10 << 20))
    for _ in range(10):
        handler.wfile.write(b" " * (1 << 20))


_BOMB = gzip.compress(b" " * (10 << 20))


def bomb(handler: Handler, right: bytes) -> None:
    """Answer with 10 MB packed into 10 KB."""
    handler.reply(_BOMB, Content_Encoding="gzip")


def redirect(to: str) -> Fault:
    """Send on to another place."""
    return lambda handler, right: handler.reply(b"", 302, Location=to)
