"""Subtitles, written for the tests."""

from tests.formats.sample import PLAIN, Sample

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>Wo ist er?</i>

2
00:00:04,000 --> 00:00:06,000 X1:10 X2:20
{\\an8}Er kam um 5
- Nein, <font color="red">später</font>.

7
00:00:07,000 --> 00:00:08,000

8
00:00:09,000 --> 00:00:10,000
3 < 5 & mehr

2024
"""

SRT_TEXTS = ("‹i›Wo ist er?‹/i›", "‹an8›Er kam um 5\n- Nein, ‹font›später‹/font›.", "3 < 5 & mehr\n\n2024")

VTT = """WEBVTT - Title

STYLE
::cue { color: red }

NOTE not a cue

intro
00:01.000 --> 00:03.000 align:start
<v Anna>Hallo &amp; guten Tag</v>
<00:00:02.000>Leute

1:00:04.000 --> 1:00:06.000
Tschüs
"""

SUBTITLE_SAMPLES = [
    Sample("srt", "a.srt", SRT.encode("utf-8-sig"), SRT_TEXTS, alphabet=PLAIN.replace("<", "").replace("{", "") + "\n"),
    Sample(
        "srt",
        "utf16.srt",
        SRT.replace("\n", "\r\n").encode("utf-16"),
        SRT_TEXTS,
        alphabet=PLAIN.replace("<", "").replace("{", ""),
    ),
    Sample("vtt", "a.vtt", VTT.encode(), ("‹v›Hallo & guten Tag‹/v›\n‹00:00:02›Leute", "Tschüs")),
]
