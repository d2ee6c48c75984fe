"""Paired texts as files that other programs read: TMX 1.4, XLIFF 2.1, tab-separated values."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from reviewer import __version__

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) cannot hold."""


class PairedText(NamedTuple):
    """A text and its translation; either may be empty."""

    source: str
    target: str
    score: float
    """How sure the pairing is, 0 to 1."""


def tmx(pairs: Iterable[PairedText], source_lang: str, target_lang: str) -> str:
    """Return a translation memory (TMX 1.4b) of the pairs that have both sides."""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="reviewer" creationtoolversion={quoteattr(__version__)} segtype="block" '
        f'o-tmf="reviewer" adminlang="en" srclang={quoteattr(source_lang)} datatype="plaintext"/>\n<body>\n'
    )
    units = [
        f"<tu><prop type={quoteattr('x-score')}>{pair.score:.3f}</prop>"
        f"<tuv xml:lang={quoteattr(source_lang)}><seg>{_text(pair.source)}</seg></tuv>"
        f"<tuv xml:lang={quoteattr(target_lang)}><seg>{_text(pair.target)}</seg></tuv></tu>\n"
        for pair in pairs
        if pair.source and pair.target
    ]
    return head + "".join(units) + "</body>\n</tmx>\n"


def xliff(pairs: Iterable[PairedText], source_lang: str, target_lang: str) -> str:
    """Return an XLIFF 2.1 document; what has no source stands with an empty one, to lose nothing."""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" '
        f'srcLang={quoteattr(source_lang)} trgLang={quoteattr(target_lang)}>\n<file id="f1">\n'
    )
    units: list[str] = []
    for number, pair in enumerate(pairs, start=1):
        target = f'<target xml:space="preserve">{_text(pair.target)}</target>' if pair.target else ""
        state = "translated" if pair.target else "initial"
        units.append(
            f'<unit id="{number}"><segment state="{state}">'
            f'<source xml:space="preserve">{_text(pair.source)}</source>{target}</segment></unit>\n'
        )
    return head + "".join(units) + "</file>\n</xliff>\n"


def tsv(pairs: Iterable[PairedText]) -> str:
    """Return lines of source, target and score under a head line; white space within texts is one space."""
    rows = [f"{_line(pair.source)}\t{_line(pair.target)}\t{pair.score:.3f}\n" for pair in pairs]
    return "source\ttarget\tscore\n" + "".join(rows)


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))


def _line(text: str) -> str:
    return " ".join(text.split())
