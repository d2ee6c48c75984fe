"""WebVTT subtitles (W3C)."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from reviewer.formats.encoding import head_of
from reviewer.formats.subtitles.cues import Cue, CueFormat

_TIME = r"(?:\d{1,4}:)?\d{1,2}:\d{2}\.\d{3}"
_TIMES = re.compile(rf"^[ \t]*({_TIME}[ \t]+-->[ \t]+{_TIME})[^\r\n]*(?:\r\n?|\n|\Z)", re.MULTILINE)
_END = re.compile(r"(?:\r\n?|\n)(?=[\r\n])|\s*\Z")


class Vtt(CueFormat):
    """WebVTT."""

    id = "vtt"
    title = "WebVTT subtitles"
    extensions = ("vtt",)
    tags = re.compile(r"<[^<>\r\n]{0,200}>|&(?:amp|lt|gt|nbsp|lrm|rlm);|\r\n?|\n")
    references = MappingProxyType(
        {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&lrm;": "\u200e", "&rlm;": "\u200f"}
    )

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: the file begins by naming its format."""
        return 0.95 if re.match(r"WEBVTT(?:[ \t\r\n]|\Z)", head_of(data)) else 0.0

    def cues(self, text: str) -> Iterator[Cue]:
        """Yield the cues: what stands between a line of times and the next empty line."""
        for times in _TIMES.finditer(text):
            start = times.end()
            if text[start : start + 1] in ("", "\r", "\n"):
                continue
            ended = _END.search(text, start)
            end = ended.start() if ended else len(text)
            if text[start:end].strip():
                yield Cue(start, end, times.group(1))

    def fitted(self, text: str, newline: str) -> str:
        """Take empty lines out: one would end the cue."""
        return re.sub(r"(?:\r\n?|\n){2,}", newline, text)


FORMAT = Vtt()
