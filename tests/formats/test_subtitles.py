"""Subtitles: times and settings stay, texts and tags change."""

import pytest

from reviewer.formats.format import UnitEdit, UnitInsert
from reviewer.formats.subtitles.srt import FORMAT as SRT_FORMAT
from reviewer.formats.subtitles.vtt import FORMAT as VTT_FORMAT
from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE
from tests.formats.subtitle_samples import SRT, VTT


def test_times_are_noted() -> None:
    assert SRT_FORMAT.read(SRT.encode(), {}).units[0].note == "00:00:01,000 --> 00:00:03,500"
    assert VTT_FORMAT.read(VTT.encode(), {}).units[1].note == "1:00:04.000 --> 1:00:06.000"


def test_only_the_text_of_a_cue_changes() -> None:
    out = SRT_FORMAT.write(SRT.encode(), {}, [UnitEdit(0, f"{chr(CODE_BASE)}Wo?{chr(CODE_BASE + 1)}\nHier.")])
    assert out.decode() == SRT.replace("<i>Wo ist er?</i>", "<i>Wo?</i>\nHier.")


def test_italics_are_shown_as_such() -> None:
    assert SRT_FORMAT.read(SRT.encode(), {}).units[0].codes[0].style == "italic"


def test_typed_markup_is_text_in_webvtt() -> None:
    out = VTT_FORMAT.write(VTT.encode(), {}, [UnitEdit(1, "a < b & c")])
    assert out.decode().endswith("a &lt; b &amp; c\n")


def test_empty_line_would_end_a_webvtt_cue() -> None:
    out = VTT_FORMAT.write(VTT.encode(), {}, [UnitEdit(1, "one\n\ntwo")])
    assert VTT_FORMAT.read(out, {}).units[1].text == "one\ntwo"


def test_new_cue_is_refused_with_a_way_out() -> None:
    with pytest.raises(InputError, match="Merge"):
        SRT_FORMAT.write(SRT.encode(), {}, [], [UnitInsert(0, "new")])
