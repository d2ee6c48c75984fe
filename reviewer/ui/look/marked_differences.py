"""What differs between two versions of a text, as rich text for a label."""

from html import escape

from reviewer.text.differences import differences
from reviewer.ui.look.theme import Theme


def marked_differences(before: str, after: str, theme: Theme, around: int | None = None) -> str:
    """Return what changed as rich text: what went is struck, what came underlined.

    `around` is how many characters are shown on each side of a change; None shows the whole text.
    """
    parts: list[str] = []
    at = 0
    found = differences(before, after)
    for n, difference in enumerate(found):
        start, end = difference.new
        parts.append(_between(after[at:start], around, first=n == 0))
        if difference.old:
            colours = f"background:{theme.diff_removed.name()};color:{theme.diff_removed_text.name()}"
            parts.append(f"<s style='{colours}'>{escape(difference.old.of(before))}</s>")
        if difference.new:
            colours = f"background:{theme.diff_added.name()};color:{theme.diff_added_text.name()}"
            parts.append(f"<u style='{colours}'>{escape(after[start:end])}</u>")
        at = end
    rest = after[at:]
    parts.append(escape(rest if around is None or len(rest) <= around else rest[:around] + "…"))
    return "".join(parts).replace("\n", "<br>")


def _between(text: str, around: int | None, *, first: bool) -> str:
    """Return the text before a change, shortened where nothing changed in it."""
    if around is None:
        return escape(text)
    if first:
        return escape(text if len(text) <= around else "…" + text[-around:])
    return escape(text if len(text) <= 2 * around else f"{text[:around]} … {text[-around:]}")
