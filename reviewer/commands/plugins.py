"""What other packages add and could not be loaded: the app goes on without, and says so where one looks."""

from reviewer.model.declared import Disabled, declared

_KINDS = (
    ("check", "reviewer.checks", "CHECK"),
    ("format", "reviewer.formats", "FORMAT"),
    ("engine", "reviewer.engines", "ENGINE"),
    ("report", "reviewer.reports", "REPORT"),
)


def disabled_plugins() -> list[tuple[str, Disabled]]:
    """Return the plug-ins that could not be loaded, each with what kind of thing it is."""
    return [(kind, broken) for kind, package, attribute in _KINDS for broken in declared(package, attribute)[1]]
