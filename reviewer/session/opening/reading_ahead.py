"""Reading and checking what is asked for in a copy of this process, made before anything is loaded."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewer.host.ahead import Ahead
from reviewer.session.opening.request import Request

if TYPE_CHECKING:
    from reviewer.session.analysis import Facts
    from reviewer.session.findings import Batch
    from reviewer.session.opening.opening import Opened
    from reviewer.storage.sqlite import RowsRead


class Early(Ahead["Opened | RowsRead | None", "Batch | Facts"]):
    """Reads what is asked for (see `preparing.read`); what the checks say of it follows, of all of it if it is short.

    Begins at once, and so before the program has threads or a window.
    """

    def __init__(self, request: Request) -> None:
        # Both load in the copy what they need, while this process loads the window.
        def work() -> "Opened | RowsRead | None":
            from reviewer.session.opening.preparing import read

            return read(request)

        def check(found: "Opened | RowsRead | None", send: "Callable[[Batch | Facts], None]") -> None:
            from reviewer.session.opening.first_findings import send_findings

            send_findings(request, found, send)

        super().__init__(work, check)
