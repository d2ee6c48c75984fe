"""ARB: application resource bundles, JSON with a language and descriptions."""

import re
from collections.abc import Iterator

from reviewer.formats.encoding import head_of
from reviewer.formats.strings.json_strings import JsonStrings, string_values
from reviewer.formats.strings.keyed import Entry

_LOCALE = re.compile(r'"@@locale"\s*:\s*"([A-Za-z0-9_-]+)"')


class Arb(JsonStrings):
    """ARB. Keys that begin with `@` say something about the others."""

    id = "arb"
    title = "Application resource bundle (ARB)"
    extensions = ("arb",)

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: JSON that names its locale, or has attributes of messages."""
        sure = super().sniff(data, name)
        if not sure:
            return 0.0
        if name.lower().endswith(".arb"):
            return 0.95
        return 0.9 if re.search(r'"@@(?:locale|last_modified|author|context)"\s*:', head_of(data)) else 0.0

    def entries(self, text: str) -> Iterator[Entry]:
        """Yield the messages, with their descriptions as notes."""
        values = list(string_values(text))
        notes = {
            str(value.path[0])[1:]: text[value.start : value.end]
            for value in values
            if len(value.path) == 2 and value.path[1] == "description" and str(value.path[0]).startswith("@")
        }
        for value in values:
            key = str(value.path[0]) if len(value.path) == 1 else ""
            if key and not key.startswith("@"):
                yield Entry(key, value.start, value.end, notes.get(key, ""))

    def language(self, text: str) -> str | None:
        """Return the value of `@@locale` as a language tag."""
        match = _LOCALE.search(text)
        return match.group(1).replace("_", "-") if match else None


FORMAT = Arb()
