"""Reading and checking what is asked for in a copy of this process, made before anything is loaded."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewer.host.ahead import Ahead
from reviewer.session.opening.request import Request

if TYPE_CHECKING:
    from reviewer.session.analysis import Facts
    from reviewer.session.findings import Batch
    from reviewer.session.opening.opening import Opened


class Early(Ahead["Opened | None", "Batch | Facts"]):
    """Reads the documents, where they have no project yet; of a short text follows what the checks say.

    Begins at once, and so before the program has threads or a window.
    """

    def __init__(self, request: Request) -> None:
        # Both load in the copy what they need, while this process loads the window.
        def read() -> "Opened | None":
            from reviewer.session.opening.preparing import read_new

            return read_new(request)

        def check(opened: "Opened | None", send: "Callable[[Batch | Facts], None]") -> None:
            from reviewer.session.opening.first_findings import send_findings

            send_findings(request, opened, send)

        super().__init__(read, check)
