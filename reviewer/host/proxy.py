"""The proxy of the editor's choice, for everything this program sends."""

import os

_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
_HERE = "localhost,127.0.0.1,::1"
"""An engine on this machine is not looked for through a proxy."""
_found = {name: os.environ.get(name) for name in _VARIABLES}
"""What the environment said when the program began."""


def use_proxy(address: str) -> None:
    """Send through a proxy from now on; with an empty address, as environment and system say.

    The way is that of the environment variables, which the network library looks at for each request.
    """
    chosen = dict(zip(_VARIABLES, (address, address, _found["NO_PROXY"] or _HERE), strict=True)) if address else _found
    for name, value in chosen.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
