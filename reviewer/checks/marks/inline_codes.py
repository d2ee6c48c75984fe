"""Inline codes that the translation has lost, added, or put in an order in which they do not nest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.checks.check import Check, InlineCode, Passage, Report
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.segment import CODE_BASE, CodeKind
from reviewer.model.span import Span
from reviewer.text.code_places import likely_place

_SEVERITY = {True: Severity.MAJOR, False: Severity.MINOR}


def find(passage: Passage) -> Iterator[Report]:
    """Report codes that went missing, that came from nowhere, and those that close before they open."""
    ours, theirs = passage.source_codes, passage.target_codes
    if not (ours or theirs) or not passage.target.text.strip():
        return
    alike = passage.numbered_alike
    wanted = Counter(_key(code, alike) for code in ours)
    had = Counter(_key(code, alike) for code in theirs)
    yield from _lost(passage, wanted - had, alike)
    surplus = had - wanted
    for code in reversed(theirs):
        key = _key(code, alike)
        if surplus[key] > 0:
            surplus[key] -= 1
            span = Span(code.at, code.at + 1)
            yield Report(
                "The tag “{tag}” is not in the source.",
                {"tag": _told(code)},
                target_span=span,
                suggestions=(Suggestion("", span, f"take the tag “{_told(code)}” away"),),
                severity=_severity(code, alike),
                category=Category.MARKUP,
            )
    if wanted == had:
        yield from _disordered(passage, alike)


def _key(code: InlineCode, alike: bool) -> object:
    """Return what makes two codes the same: their number where both sides count alike, else what they are."""
    return code.number if alike else (code.code.kind, code.code.label)


def _severity(code: InlineCode, alike: bool) -> Severity:
    if not alike and code.code.style:
        return Severity.NEUTRAL  # two files written apart need not be bold in the same places
    return _SEVERITY[code.code.kind is CodeKind.STANDALONE]


def _told(code: InlineCode) -> str:
    return ("/" if code.code.kind is CodeKind.CLOSE else "") + code.code.label


# ------------------------------------------------------------------ lost


def _lost(passage: Passage, missing: Counter[object], alike: bool) -> Iterator[Report]:
    lost = []
    for code in passage.source_codes:
        if missing[_key(code, alike)] > 0:
            missing[_key(code, alike)] -= 1
            lost.append(code)
    skipped = set()
    for code in lost:
        if code in skipped:
            continue
        close = _partner(code, passage.source_codes)
        both = close is not None and close in lost
        if close is not None and both:
            skipped.add(close)
        fix = _put_back(passage, [code, close] if close is not None and both else [code], alike)
        yield Report(
            "The tag “{tag}” of the source is missing from the translation.",
            {"tag": _told(code) + ("…" + _told(close) if close is not None and both else "")},
            source_span=Span(code.at, close.at + 1 if close is not None and both else code.at + 1),
            suggestions=(fix,) if fix else (),
            evidence=(Evidence(f"{len(passage.source_codes)} tags in the source, {len(passage.target_codes)} here"),),
            severity=_severity(code, alike),
        )


def _partner(code: InlineCode, codes: Sequence[InlineCode]) -> InlineCode | None:
    """Return what closes a code that opens, by nesting."""
    if code.code.kind is not CodeKind.OPEN:
        return None
    depth = 0
    for other in codes[codes.index(code) :]:
        if other.code.label == code.code.label:
            depth += (other.code.kind is CodeKind.OPEN) - (other.code.kind is CodeKind.CLOSE)
            if not depth:
                return other
    return None


def _put_back(passage: Passage, codes: Sequence[InlineCode], alike: bool) -> Suggestion | None:
    """Offer to put codes at the place of the translation that most likely is theirs."""
    chars = [_char(passage, code, alike) for code in codes]
    if not all(chars):
        return None
    source, target = passage.source.text, passage.target.text
    anchors = _anchors(passage, alike)
    places = [likely_place(source, target, code.at, anchors, ends=code.code.kind is CodeKind.CLOSE) for code in codes]
    if len(places) == 2 and places[0] > places[1]:
        places.reverse()
    pieces = []
    for code, char, place in zip(codes, chars, places, strict=True):
        spaced = code.code.kind is CodeKind.STANDALONE
        before = spaced and source[code.at - 1 : code.at].isspace() and not _open_before(target, place)
        after = spaced and source[code.at + 1 : code.at + 2].isspace() and target[place : place + 1].isalnum()
        pieces.append(" " * before + char + " " * after)
    span = Span(places[0], places[-1])
    between = span.of(_with_codes(passage))
    told = "…".join(_told(code) for code in codes)
    replacement = pieces[0] if len(pieces) == 1 else pieces[0] + between + pieces[1]
    return Suggestion(replacement, span, f"put “{told}” back")


def _with_codes(passage: Passage) -> str:
    """Return the target with its codes instead of what hides them from the checks."""
    chars = list(passage.target.text)
    for code in passage.target_codes:
        chars[code.at] = code.char
    return "".join(chars)


def _open_before(text: str, place: int) -> bool:
    """Say whether nothing or white space stands before a place."""
    return not place or text[place - 1].isspace()


def _char(passage: Passage, code: InlineCode, alike: bool) -> str:
    """Return the character that stands for a code of the source in texts of the translation."""
    if alike:
        return code.char
    used = {one.number for one in passage.target_codes}
    for number, known in enumerate(passage.target_table):
        if (known.kind, known.label) == (code.code.kind, code.code.label) and number not in used:
            return chr(CODE_BASE + number)
    return ""


def _anchors(passage: Passage, alike: bool) -> list[tuple[int, int]]:
    """Return places of the source with their counterparts: codes that both texts have once."""
    ours = {_key(code, alike): code.at for code in reversed(passage.source_codes)}
    theirs = {_key(code, alike): code.at for code in reversed(passage.target_codes)}
    return sorted((at, theirs[key]) for key, at in ours.items() if key in theirs)


# ------------------------------------------------------------------ disordered


def _disordered(passage: Passage, alike: bool) -> Iterator[Report]:
    """Report the first code that breaks the nesting, where the codes of the source nest."""
    ours, theirs = passage.source_codes, passage.target_codes
    wrong = _breach(theirs)
    if wrong is None or _breach(ours) is not None:
        return
    # The places stay, the codes change: each place takes what stands there in the source's order.
    chars = {_key(code, alike): code.char for code in theirs}
    order = [chars[_key(code, alike)] for code in ours]
    first, last = theirs[0].at, theirs[-1].at + 1
    pieces = [order[0]]
    for (here, there), char in zip(pairwise(theirs), order[1:], strict=True):
        pieces += [passage.target.text[here.at + 1 : there.at], char]
    yield Report(
        "The tag “{tag}” overlaps with others instead of enclosing or following them.",
        {"tag": _told(wrong)},
        target_span=Span(wrong.at, wrong.at + 1),
        suggestions=(Suggestion("".join(pieces), Span(first, last), "put the tags in the order of the source"),),
        severity=Severity.MAJOR,
    )


def _breach(codes: Sequence[InlineCode]) -> InlineCode | None:
    """Return the first code that closes what is not open last."""
    opened: list[str] = []
    for code in codes:
        if code.code.kind is CodeKind.OPEN:
            opened.append(code.code.label)
        elif code.code.kind is CodeKind.CLOSE:
            if not opened or opened[-1] != code.code.label:
                return code
            opened.pop()
    return None


CHECK = Check(
    id="inline-codes",
    title="Tags and placeholders",
    category=Category.MARKUP,
    severity=Severity.MAJOR,
    find=find,
    description=(
        "Inline codes of the file that are missing, added or do not nest. Bold and the like are hints where source "
        "and translation are files written apart."
    ),
    examples=(),
)
