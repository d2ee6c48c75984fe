"""YAML front matter at the beginning of a Markdown or HTML file of a static site: the fields that hold text."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewer.formats.codes import CodeTable, Token
from reviewer.model.segment import Kind

_FRONT_MATTER = re.compile(r"---[ \t]*(?:\r\n?|\n)(.*?)(?:\r\n?|\n)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"""^(title|description|subtitle|summary|excerpt|lead|headline|caption|image_alt|lang)[ \t]*:[ \t]+
    (?:"((?:[^"\\\r\n]|\\.)+)"|'((?:[^'\r\n]|'')+)'|([^\s"'>|&*!\[{\#][^\r\n]*?))[ \t]*(?=[\r\n]|\Z)""",
    re.MULTILINE | re.VERBOSE,
)
_REFERENCE = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"


class FrontField(NamedTuple):
    """A field's value without its quotation marks, and where it stands."""

    start: int
    end: int
    kind: Kind
    level: int


class FrontMatter(NamedTuple):
    """What stands before the text of a page."""

    end: int
    """Where the page itself begins; 0 where there is no front matter."""
    fields: tuple[FrontField, ...] = ()
    language: str | None = None


def front_matter(text: str) -> FrontMatter:
    """Return the front matter a file begins with."""
    front = _FRONT_MATTER.match(text)
    if front is None:
        return FrontMatter(0)
    fields = []
    language = None
    for match in _FIELD.finditer(text, front.start(1), front.end(1)):
        group = next(number for number in (2, 3, 4) if match.group(number))
        if match.group(1) == "lang":
            language = match.group(group)
            continue
        kind, level = (Kind.HEADING, 1) if match.group(1) in ("title", "headline") else (Kind.STRING, 0)
        fields.append(FrontField(*match.span(group), kind, level))
    return FrontMatter(front.end(), tuple(fields), language)


class FieldCodes(CodeTable):
    """A value of front matter, which has no markup but what its quotes ask for; `before` is what stands before it."""

    def __init__(self, before: str) -> None:
        super().__init__()
        self._quote = before if before in ('"', "'") else ""

    def split(self, inner: str) -> Iterator[Token]:
        """Yield text, escaped quotes, and letters written as references: a page takes its title in as HTML."""
        escaped = {'"': r'\\["\\/]', "'": "''"}.get(self._quote, r"(?!)")
        at = 0
        for match in re.finditer(f"({escaped})|{_REFERENCE}", inner):
            raw = match.group()
            yield from self._plain(inner[at : match.start()])
            yield Token(raw[-1] if match.group(1) else self.literal(html.unescape(raw)), raw)
            at = match.end()
        yield from self._plain(inner[at:])

    def _plain(self, text: str) -> Iterator[Token]:
        if text:
            yield Token(self.literal(text), text)

    def write(self, inner: str, text: str) -> str:
        """Return the value changed; one without quotation marks gets them where YAML would misread it."""
        written = super().write(inner, text)
        return written if self._quote or written == inner else _quoted(written)

    def escape(self, text: str) -> str:
        """Write text for between the quotes; a value is one line."""
        text = text.replace("\n", " ")
        if self._quote == '"':
            return text.replace("\\", "\\\\").replace('"', '\\"')
        return text.replace("'", "''") if self._quote else text


def _quoted(value: str) -> str:
    plain = re.fullmatch(r"[^\s\"'>|&*!\[\]{}#%@`,?:-](?:[^#:]|(?<!\s)#|:(?=\S))*", value)
    return value if plain and value == value.strip() else "'" + value.replace("'", "''") + "'"
