"""What a translation engine is: what it can do, what it needs, and the function that asks it.

A file in `reviewer/engines/` declares one as `ENGINE = Engine(...)` (or several as a tuple); a package of
its own does so through the entry point group `reviewer.engines`. Nothing is sent by importing or listing
them: only `Engine.ask` and `Engine.learn` use the network, through the `Wire` they are given.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import quote

from reviewer.engines.addresses import host_of
from reviewer.engines.errors import WrongLanguages
from reviewer.engines.languages import Languages
from reviewer.engines.wire import Wire
from reviewer.model.declared import Disabled, declared


class Cost(StrEnum):
    """What a translation costs."""

    OWN = "own"
    """Runs on a machine of one's own: nothing, and the text stays there."""
    FREE = "free"
    """Nothing, in small amounts; without any promise."""
    PAID = "paid"
    """By the character or word, against a key."""


class Measure(StrEnum):
    """What the length of a text is counted in."""

    CHARACTERS = "characters"
    BYTES = "bytes"
    """UTF-8."""


class Markup(StrEnum):
    """How inline codes can be shown to an engine so that they come back."""

    PLAIN = "plain"
    """As `[X0X]`, which engines take for a name."""
    XML = "xml"
    """As `<x id="0"/>`, in a text that is escaped as XML."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something of the editor's own that an engine works with."""

    name: str
    """`key`, `address`, `model`, …; the environment variable is `REVIEWER_ENGINE_NAME` in capitals."""
    title: str
    secret: bool = False
    required: bool = True
    default: str = ""
    """What holds where nothing is set."""
    at_home: bool = False
    """Whether it is required only where the engine usually stands, and a server of one's own may do without."""

    def variable(self, engine: str) -> str:
        """Return the environment variable it can be set in."""
        return f"REVIEWER_{engine}_{self.name}".upper().replace("-", "_")


KEY = Need("key", "Key", secret=True)


def standing_at(address: str) -> Need:
    """Return the need every engine has; empty for one that everybody runs somewhere else."""
    return Need("address", "Address", default=address)


@dataclass(frozen=True, slots=True, repr=False)
class Account:
    """What the editor set for an engine's needs. Its `repr` names them and hides the values."""

    values: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """Return a value, empty where it is not set."""
        return self.values.get(name, "")

    def __repr__(self) -> str:
        return f"Account({', '.join(f'{name}=…' for name, value in self.values.items() if value)})"


@dataclass(frozen=True, slots=True)
class Question:
    """One text to translate, short enough for the engine, without white space around it."""

    text: str
    source: str
    """The engine's own code of the language the text is in."""
    target: str
    """The engine's own code of the language wanted."""
    tags: tuple[str, str]
    """The two languages as BCP 47 tags."""
    account: Account
    base: str
    """What the address of the request begins with."""
    xml: bool = False
    """Whether the text is escaped as XML and has inline codes as elements in it."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast an engine may be asked."""

    at_once: int = 4
    """Requests that may run at the same time."""
    per_second: float = 10.0
    """Requests that may begin in a second."""


def _address(account: Account) -> str:
    return account["address"].rstrip("/")


@dataclass(frozen=True, slots=True)
class Engine:
    """A translation engine."""

    id: str
    title: str
    description: str
    """One or two sentences for the editor: who gets the text, and what it costs."""
    ask: Callable[[Question, Wire], str]
    """Returns the translation of one question.

    Uses no network but the wire. Raises errors of `reviewer.engines.errors`; anything else it raises is
    taken for a broken answer.
    """
    cost: Cost
    needs: tuple[Need, ...]
    """Always has `address`, whose default is where the engine stands."""
    languages: Languages | None = None
    """The languages it knows; None where only its server can tell, see `learn`."""
    learn: Callable[[Account, Wire], Languages] | None = None
    """Asks the server which languages it knows. No text is sent."""
    limit: int = 5000
    """The longest text it takes in one request."""
    measure: Measure = Measure.CHARACTERS
    address_limit: int | None = None
    """Where the text stands in the address of the request: its longest length there, percent-encoded."""
    markup: Markup = Markup.PLAIN
    pace: Pace = Pace()
    deadline: float = 20.0
    """Seconds one request may last."""
    base: Callable[[Account], str] = _address
    """Tells where the engine stands: the address its requests begin with."""

    def fits(self, text: str) -> bool:
        """Say whether a text is short enough for one request."""
        data = text.encode("utf-8", "surrogatepass")
        length = len(text) if self.measure is Measure.CHARACTERS else len(data)
        return length <= self.limit and (self.address_limit is None or len(quote(data, safe="")) <= self.address_limit)

    def host(self, account: Account) -> str:
        """Return the host that would receive a text, with its port where one is named; empty for no address."""
        return host_of(self.base(account))

    def missing(self, account: Account) -> tuple[Need, ...]:
        """Return what it needs and has not got."""
        moved = any(need.name == "address" and account["address"] != need.default for need in self.needs)
        return tuple(
            need for need in self.needs if need.required and not account[need.name] and not (need.at_home and moved)
        )

    def codes(self, source: str, target: str, languages: Languages | None = None) -> tuple[str, str]:
        """Return the engine's own codes of two languages.

        Args:
            source: BCP 47 tag.
            target: BCP 47 tag.
            languages: what its server said it knows, for an engine whose server tells.

        Raises:
            WrongLanguages: it does not translate from the one into the other.
        """
        known = languages or self.languages
        codes = known.codes(source, target) if known else None
        if codes is None:
            raise WrongLanguages(
                f"{self.title} does not translate from “{source}” into “{target}”. Choose another engine."
            )
        return codes


def all_engines() -> tuple[Engine, ...]:
    """Return every engine that declares itself, ours and those of installed plug-ins."""
    return declared("reviewer.engines", "ENGINE")[0]


def disabled_engines() -> tuple[Disabled, ...]:
    """Return the plug-ins that could not be loaded, and why."""
    return declared("reviewer.engines", "ENGINE")[1]
