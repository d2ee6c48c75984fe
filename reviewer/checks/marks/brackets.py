"""Finds brackets without their other half."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.text.languages import primary
from reviewer.text.reading import Reading

_PAIRS = {
    ")": "(", "]": "[", "}": "{", "）": "（", "］": "［", "｝": "｛", "】": "【", "〕": "〔", "〉": "〈", "》": "《",
    "〗": "〖", "｠": "｟",
}  # fmt: skip
_SAME = {"（": "(", "［": "[", "｛": "{"}
"""Full-width brackets may close half-width ones: input methods mix them."""
_ANY = re.compile(r"[()\[\]{}（）［］｛｝【】〔〕〈〉《》〖〗｟｠]")

_LIST_MARK = re.compile(r"(?:(?<=^)|(?<=[\s(,;:–—-]))(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})[)）\]]")
"""1) a) iv): a closing bracket on its own marks the items of a list."""
_SMILEY = re.compile(
    r"(?<![\w(])[:;=8xX][-'^o]?[)(\]\[D}{]+|(?<=[\w\s.!?])[:;]-?[)(]+(?!\w)|\^\^|<\(|\)>|[)(][-']?[:;](?=\s|$)"
)
_BARE_SMILE = re.compile(r"\)+(?=[.!?]?\s*(?:$|\n|[A-ZА-ЯЁІЇЄҐ]))")
"""A smile without eyes at the end of a sentence, as Russian and Ukrainian write it."""
_SMILING = frozenset(("ru", "uk", "be", "kk"))
_INTERVAL = re.compile(r"[\[(]\s*[-\w.]+\s*[,;]\s*[-\w.∞]+\s*[\])]")
"""[0, 1): mathematicians mix them on purpose."""


def unpaired(text: str, lang: str) -> tuple[Span, ...]:
    """Return the brackets of a text that have no counterpart."""
    found = list(_ANY.finditer(text))
    if not found:
        return ()
    left: list[tuple[str, int]] = []
    lost: list[int] = []
    unopened: list[int] = []
    for match in found:
        char, at = match[0], match.start()
        if char not in _PAIRS:
            left.append((_SAME.get(char, char), at))
            continue
        wanted = _SAME.get(_PAIRS[char], _PAIRS[char])
        if left and left[-1][0] == wanted:
            left.pop()
        elif any(mark == wanted for mark, _ in left):
            while left[-1][0] != wanted:
                lost.append(left.pop()[1])
            left.pop()
        else:
            unopened.append(at)
    lost += [at for _, at in left]
    if not (lost or unopened) or any(m[0][0] + m[0][-1] not in ("()", "[]") for m in _INTERVAL.finditer(text)):
        return ()
    closing = {m.end() - 1 for m in _LIST_MARK.finditer(text)}
    if primary(lang) in _SMILING:
        closing.update(at for m in _BARE_SMILE.finditer(text) for at in range(*m.span()))
    lost += [at for at in unopened if at not in closing]
    smileys = [Span(*m.span()) for m in _SMILEY.finditer(text)]
    return tuple(Span(at, at + 1) for at in sorted(lost) if not any(s.start <= at < s.end for s in smileys))


def find(passage: Passage) -> Iterator[Report]:
    """Report brackets left alone, unless the source or the neighbouring paragraph explains them."""
    spans = passage.target.of(unpaired)
    source = passage.source
    if not spans or source.of(unpaired) or source.text.count(")") > source.text.count("(") or _continued(passage):
        return
    for span in spans:
        mark = span.of(passage.target.text)
        opens = mark not in _PAIRS
        yield Report(
            "“{mark}” is never closed." if opens else "“{mark}” closes a bracket that was never opened.",
            {"mark": mark},
            target_span=span,
        )


def _continued(passage: Passage) -> bool:
    """Say whether a bracket opened here closes in the next paragraph, or was opened in the one before."""
    neighbours: list[Reading] = [pair[1] for pair in (passage.before, passage.after) if pair is not None]
    return any(reading.of(unpaired) for reading in neighbours)


CHECK = Check(
    id="brackets",
    title="Unpaired bracket",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    find=find,
    description="A bracket without its other half. List marks such as a) or 1), smileys and intervals are left "
    "alone, and so is what the source writes alike.",
    examples=(
        Example("de", "en", "Er kam (spät).", "He came (late.", "("),
        Example("en", "de", "He came (late).", "Er kam spät).", ")"),
        Example("en", "ja", "He (Tom) came.", "彼（トム）が【来た。", "【"),
        Example("en", "ar", "He came (late).", "جاء (متأخرا.", "("),
        Example("de", "en", "a) ja b) nein", "a) yes b) no"),
        Example("de", "en", "Zuerst: 1) lesen, 2) schreiben", "First: 1) read, 2) write"),
        Example("de", "en", "Schön, dass du da bist!", "Glad you are here :)"),
        Example("en", "ru", "Come again :)", "Приходите ещё))"),
        Example("de", "en", "Schön.", "Nice ;-) isn't it"),
        Example("en", "de", "x in [0, 1)", "x in [0, 1)"),
        Example("en", "zh", "He (Tom) came.", "他（汤姆)来了。"),
        Example("en", "de", "He said (so", "Er sagte (so"),
        Example("en", "fr", "He (the [so-called] king) came.", "Il (le [soi-disant] roi) est venu."),
    ),
)
