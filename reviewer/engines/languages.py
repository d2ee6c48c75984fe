"""Which languages an engine knows, and what it calls them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reviewer.text.languages import primary, region, script


def canonical(code: str) -> str:
    """Return an engine's code of a language as a BCP 47 tag in usual case and today's subtags."""
    first, *rest = code.replace("_", "-").split("-")
    shaped = (part.title() if len(part) == 4 else part.upper() if len(part) <= 3 else part for part in rest)
    return "-".join((primary(first), *shaped))


def code_of(tag: str, codes: Mapping[str, str]) -> str | None:
    """Return the code that fits a BCP 47 tag best, None where the language is not known.

    The tag itself goes first, then language with script, language with region, the language alone, and
    last a variety of the language in the same script (RFC 4647, 3.4, lookup, with the script told apart).
    """
    language, written, place = primary(tag), script(tag), region(tag)
    usual = script(language)
    wanted = [canonical(tag), f"{language}-{written}"]
    if place:
        wanted.append(f"{language}-{place}")
    if written == usual:
        wanted.append(language)
    for candidate in wanted:
        if candidate in codes:
            return codes[candidate]
    return next((codes[known] for known in codes if primary(known) == language and script(known) == written), None)


def by_tag(codes: Iterable[str], **renamed: str) -> dict[str, str]:
    """Return engine codes by BCP 47 tag.

    Args:
        codes: an engine's codes that are BCP 47 but for case, underscores and withdrawn subtags.
        renamed: its other codes, by tag with `_` for `-`.
    """
    return {canonical(code): code for code in codes} | {tag.replace("_", "-"): code for tag, code in renamed.items()}


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages an engine knows, as BCP 47 tag → its own code."""

    sources: Mapping[str, str]
    targets: Mapping[str, str]
    pairs: frozenset[tuple[str, str]] | None = field(default=None)
    """The pairs of its codes that it translates between; None for all."""

    def codes(self, source: str, target: str) -> tuple[str, str] | None:
        """Return its codes for two tags; None where it does not translate from the one into the other."""
        one, other = code_of(source, self.sources), code_of(target, self.targets)
        if one is None or other is None or one == other:
            return None
        return (one, other) if self.pairs is None or (one, other) in self.pairs else None
