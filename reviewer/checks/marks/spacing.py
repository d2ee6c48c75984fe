"""Finds spaces doubled, missing or standing before a mark, by the rules of the target language."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.languages import primary, region, script
from reviewer.text.punctuation import may_follow_space

_SPACES = " \u00a0\u202f\u2009"
_DOUBLE = re.compile(rf"(?<=\S)[{_SPACES}]{{2,}}(?=\S)")

_SPACE_AND_MARK = re.compile(rf"[{_SPACES}][^\w\s(\[{{¿¡]")
"""Where to look: trying every pattern at every letter would take ten times as long."""

_BEFORE = re.compile(
    rf"(?<=[^\s(\[{{¿¡])(?P<space>[{_SPACES}])(?P<mark>"
    r"\.(?![\w.…])|,(?!\w)|[;:](?![-)(DPpoO|/\\'\w])|[!?](?![=\w)])|[،؛؟](?!\w)|[。，、！？；：]|[)\]}）](?![:;])|[”](?!\w))"
)
"""A space before a mark that stands close. Not `.5`, `.NET`, ` ...`, ` :)` or ` != `; ` …` is a matter of taste."""

_AFTER_OPENING = re.compile(rf"(?P<mark>[(\[{{（“])(?P<space>[{_SPACES}]+)(?=[^\s)\]}}])")
_SMILEY_OR_CLOSING = re.compile(r"(?:[:;=8]-?[(\[{]|\S“)\Z")

_NONE_BEHIND = re.compile(r"[,;،؛!?؟।۔.](?=(?P<behind>[^\W\d_]{2,}))")
_WORD_BEFORE = re.compile(r"[^\W\d_]{2,}\Z")
"""A mark with a word on both sides: `end,the`, `end.The`."""

_ENGLISH_SUFFIX = re.compile(rf"(?<=\w)(?P<space>[{_SPACES}])(?P<mark>(?:['’](?:s|ll|re|ve|d|m)|n['’]t)(?![\w’'-]))")
"""`Hong Kong 's`, `did n't`: left by a tokenizer. Not `’s-Hertogenbosch`, nor the sound ’s’."""

_FRENCH_BARE = re.compile(
    r"(?<=[^\W_])(?P<mark>[;:!?]+(?=\s|$|\u00a0|»)|»)|(?<=[)…%])(?P<other>[;:!?]+)(?=\s|$)|(?P<open>«)(?=\w)"
)
_FRENCH_MARK = re.compile("[;:!?«»]")
_FRENCH_BREAKING = re.compile(r" (?:(?<=\S )(?=[;:!?»](?:\s|$))|(?<=« )(?=\S))")

_UNSPACED = frozenset(("Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"))
_ADDRESS = re.compile(r"://|@|www\.|\.\w+/|[=&#\\]|\w\.(?:com|org|net|de|fr|uk|io|gov|edu)\b")


def find(passage: Passage) -> Iterator[Report]:
    """Report wrong spaces in the target, unless the source has the same."""
    text = passage.target.text
    lang = passage.target.lang
    if "  " in text or "\u00a0" in text:
        yield from _double(passage)
    spaces = [match.start() for match in _SPACE_AND_MARK.finditer(text)]
    if spaces:
        yield from _before_marks(passage, spaces)
    yield from _after_opening(passage)
    if script(lang) not in _UNSPACED:
        yield from _missing(passage)
    if primary(lang) == "en":
        if " n't" in text or " n’t" in text:
            spaces = [at for at, char in enumerate(text) if char in _SPACES]
        for at in spaces:
            match = _ENGLISH_SUFFIX.match(text, at)
            if match is not None:
                yield _at(match, "space", "There is a space before “{mark}”.", match["mark"], "")
    if primary(lang) == "fr":
        yield from _french(text, lang)


def _at(match: re.Match[str], group: str, message: str, mark: str, replacement: str) -> Report:
    span = Span(*match.span(group))
    return Report(
        message,
        {"mark": mark},
        target_span=Span(*match.span()),
        suggestions=(Suggestion(replacement, span, "close up" if not replacement else "put a space"),),
    )


def _double(passage: Passage) -> Iterator[Report]:
    if _DOUBLE.search(passage.source.text):
        return
    for match in _DOUBLE.finditer(passage.target.text):
        span = Span(*match.span())
        keep = next((space for space in match[0] if space != " "), " ")
        yield Report(
            "There are {count} spaces in a row.",
            {"count": str(len(span.of(passage.target.text)))},
            target_span=span,
            suggestions=(Suggestion(keep, span, "one space"),),
        )


def _before_marks(passage: Passage, spaces: list[int]) -> Iterator[Report]:
    text = passage.target.text
    allowed = may_follow_space(passage.target.lang)
    upto = 0
    for at in spaces:
        match = _BEFORE.match(text, at)
        if match is None or match["mark"] in allowed or _between_digits(text, match):
            continue
        follows, upto = at == upto, match.end()
        if follows:
            continue  # a trail of stops ". . . ." is told once
        if not _source_has(passage, match[0]):
            yield _at(match, "space", "There is a space before “{mark}”.", match["mark"], "")


def _after_opening(passage: Passage) -> Iterator[Report]:
    text = passage.target.text
    for match in _AFTER_OPENING.finditer(text):
        if not _source_has(passage, match[0]) and not _SMILEY_OR_CLOSING.search(text, 0, match.end("mark")):
            yield _at(match, "space", "There is a space after “{mark}”.", match["mark"], "")


def _between_digits(text: str, match: re.Match[str]) -> bool:
    """Say whether a mark parts two numbers: a score `3 : 2`, a ratio."""
    return text[match.start() - 1].isdigit() and text[match.end() :].lstrip()[:1].isdigit()


def _source_has(passage: Passage, piece: str) -> bool:
    """Say whether the source spaces the same mark alike where its language does not ask for it."""
    return piece in passage.source.text and not may_follow_space(passage.source.lang)


def _missing(passage: Passage) -> Iterator[Report]:
    text = passage.target.text
    for match in _NONE_BEHIND.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        if before is None or (match[0] == "." and not _ends_sentence(text, before, match["behind"])):
            continue
        token = _token(text, match.start())
        if _ADDRESS.search(token) or token in passage.source.text:
            continue
        span = Span(match.end(), match.end())
        yield Report(
            "There is no space after “{mark}”.",
            {"mark": match[0]},
            target_span=Span(*match.span()),
            suggestions=(Suggestion(" ", span, "put a space"),),
        )


def _ends_sentence(text: str, before: re.Match[str], behind: str) -> bool:
    """Say whether a stop stands between the last word of a sentence and the first of the next.

    `end.The`, not `Node.js`, `Neva.Today` or `example.org`.
    """
    word = before[0]
    whole = text[before.start() - 1 : before.start()].isspace() or before.start() == 0
    return (
        whole and len(word) > 2 and word.islower() and len(behind) > 2 and behind[0].isupper() and behind[1:].islower()
    )


def _token(text: str, at: int) -> str:
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    stop = text.find(" ", at)
    return text[start:] if stop < 0 else text[start:stop]


def _french(text: str, lang: str) -> Iterator[Report]:
    """Report marks that French sets off by a no-break space and that stand bare.

    Canadian and Swiss French set off fewer: there only the colon and guillemets are looked at.
    """
    strict = region(lang) in ("", "FR", "BE", "LU")
    end = 0
    for found in _FRENCH_MARK.finditer(text):
        match = _FRENCH_BARE.match(text, found.start()) if found.start() >= end else None
        if match is None:
            continue
        end = match.end()
        mark = match["mark"] or match["other"] or match["open"]
        if not strict and mark[0] in ";!?":
            continue
        if _ADDRESS.search(_token(text, match.start())):
            continue
        wide = "\u202f" if mark[0] in ";!?" else "\u00a0"
        place = match.end() if mark == "«" else match.start()
        yield Report(
            "“{mark}” needs a no-break space beside it in French.",
            {"mark": mark},
            target_span=Span(*match.span()),
            suggestions=(Suggestion(wide, Span(place, place), "put a no-break space"),),
        )
    breaking = _FRENCH_BREAKING.search(text)
    if breaking:
        span = Span(*breaking.span())
        yield Report(
            "The line could break at this space; French has a no-break space here.",
            target_span=span,
            suggestions=(Suggestion("\u00a0", span, "make it a no-break space"),),
            severity=Severity.NEUTRAL,
        )


CHECK = Check(
    id="spacing",
    title="Spaces around words and marks",
    category=Category.WHITESPACE,
    severity=Severity.MINOR,
    find=find,
    description="Spaces doubled, missing after a mark, or standing before one. French wants no-break spaces "
    "before ; : ! ? and inside « », Canadian French before : and inside « » only.",
    examples=(
        Example("de", "en", "Das Ende.", "The  end.", "  ", suggestion=" "),
        Example("de", "en", "Das Ende.", "The end .", " .", suggestion=""),
        Example("de", "en", "Ja, das Ende.", "Yes , the end.", " ,"),
        Example("zh", "en", "香港的经济。", "Hong Kong 's economy.", " 's"),
        Example("de", "en", "Er kam (spät) an.", "He arrived ( late).", "( "),
        Example("de", "en", "Er kam, aber zu spät.", "He came,but too late.", ",", suggestion=" "),
        Example("de", "en", "Er ging. Dann kam sie.", "He left.Then she came.", "."),
        Example("uk", "en", "Портал Дія.Бізнес", "The Diia.Business portal"),
        Example("en", "ar", "Where is he?", "أين هو ؟", " ؟"),
        Example("en", "zh", "He left.", "他走了 。", " 。"),
        Example("en", "fr", "Really?", "Vraiment?", "?", suggestion="\u202f"),
        Example("en", "fr", "He said: “Yes.”", "Il a dit\u00a0: «Oui.\u00a0»", "«"),
        Example("en", "fr", "Really?", "Vraiment\u202f?"),
        Example("en", "fr", "He said: “Yes!”", "Il a dit\u00a0: «\u00a0Oui\u202f!\u00a0»"),
        Example("en", "fr-CA", "Really? He said: “Yes!”", "Vraiment? Il a dit\u00a0: «\u00a0Oui!\u00a0»"),
        Example("en", "fr-CA", "He said: yes", "Il a dit: oui", ":"),
        Example("en", "fr", "At 12:30, see https://example.org?a=b", "À 12:30, voir https://example.org?a=b"),
        Example("fr", "en", "Vraiment\u202f?", "Really ?", " ?"),
        Example("en", "de", "The .NET team costs .5 per cent ...", "Das .NET-Team kostet .5 Prozent ..."),
        Example("en", "de", "Good :-)", "Gut :-)"),
        Example("en", "de", "They won 3:2", "Sie gewannen 3 : 2"),
        Example("en", "de", "Write to a,b@example.org", "Schreib an a,b@example.org"),
        Example("en", "nl", "He lives in The Hague.", "Hij woont in ’s-Gravenhage."),
        Example("en", "sv", "The EU's plan", "EU:s plan"),
        Example("en", "hi", "He left.", "वह गया ।"),
        Example("en", "de", "Two  spaces.", "Zwei  Leerzeichen."),
    ),
)
