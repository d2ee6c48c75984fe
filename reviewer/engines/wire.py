"""The one way to the network: bounded in time and size, kept to one host, noted before anything leaves."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from reviewer.engines.addresses import host_of, may_stand_for
from reviewer.engines.errors import Nonsense, NotSetUp, SentElsewhere
from reviewer.engines.reply import Reply, trouble_of

if TYPE_CHECKING:
    from reviewer.engines.network.connections import Connections

_MOST_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)


class Wire:
    """What an engine sends its requests through; good for one question."""

    def __init__(self, title: str, connections: "Connections", seconds: float, note: Callable[[str], None]) -> None:
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

    def end(self) -> None:
        """Break off what is going on, from another thread, and allow nothing more."""
        self._connections.end()

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
            Nonsense: the answer is too large, or redirects without end.
            SentElsewhere: the answer redirects to another host.
            ReviewerError: what leaves cannot be noted, so nothing was sent.
        """
        for _ in range(_MOST_REDIRECTS + 1):
            host = host_of(address)
            if not host:
                raise NotSetUp(f"The address of {self.title} is not a web address. It begins with https:// or http://.")
            self._note(host)
            request = {"params": params, "data": form, "json": body, "headers": headers}
            reply = self._connections.exchange(self.title, method, address, self._seconds, request)
            if reply.status not in _REDIRECTS:
                return reply
            before = address
            try:
                address = urljoin(before, reply.headers.get("Location", ""))
            except ValueError:
                address = ""
            if not may_stand_for(address, before):
                sentence = f"{self.title} sends us on to another host, where nothing was sent. Check its address."
                raise SentElsewhere(sentence, address)
            params = None
        raise Nonsense(f"{self.title} sends us round in circles. Check its address.")
