"""SRT: SubRip subtitles."""

import re
from collections.abc import Iterator

from reviewer.formats.encoding import head_of
from reviewer.formats.subtitles.cues import Cue, CueFormat

_TIME = r"\d{1,3}:\d{1,2}:\d{1,2}[,.:]\d{1,3}"
_TIMES = re.compile(rf"^[ \t]*({_TIME}[ \t]*-->[ \t]*{_TIME})[^\r\n]*(?:\r\n?|\n|\Z)", re.MULTILINE)
_NUMBER_BEFORE = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*\d+[ \t]*[\r\n]*\Z")


class Srt(CueFormat):
    """SRT."""

    id = "srt"
    title = "SubRip subtitles (SRT)"
    extensions = ("srt",)
    tags = re.compile(
        r"</?(?:b|i|u|s|em|strong|font|span|c|v|ruby|rt)\b[^<>\r\n]{0,200}>|\{\\[^{}\r\n]{1,200}\}|\r\n?|\n",
        re.IGNORECASE,
    )

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: a line of times near the beginning."""
        return 0.9 if re.match(rf"\s*+(?:\d+[ \t]*+[\r\n]\s*+)?{_TIME}[ \t]*-->", head_of(data)) else 0.0

    def cues(self, text: str) -> Iterator[Cue]:
        """Yield the cues: all that stands between two lines of times but the number before the second."""
        found = list(_TIMES.finditer(text))
        for place, this in enumerate(found, 1):
            start, end = this.end(), len(text)
            if place < len(found):
                following = found[place].start()
                # A number is short; what stands far before is none.
                number = _NUMBER_BEFORE.search(text, max(start, following - 40), following)
                end = number.start() if number else following
            while end > start and text[end - 1] in " \t\r\n":
                end -= 1
            while start < end and text[start] in "\r\n":
                start += 1
            if start < end:
                yield Cue(start, end, this.group(1))


FORMAT = Srt()
