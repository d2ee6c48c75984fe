"""Whether all the words of a file arrived, and what did not."""

import pytest

from reviewer.formats.arrival import arrival
from reviewer.formats.detect import by_id
from reviewer.formats.format import Content, Unit
from reviewer.formats.raw_text import raw_text
from tests.formats.format_samples import SAMPLES
from tests.formats.sample import Sample

COUNTED = [sample for sample in SAMPLES if raw_text(sample.format, sample.data, sample.options) is not None]


@pytest.mark.parametrize("sample", COUNTED, ids=str)
def test_what_is_read_stands_in_the_raw_file_too(sample: Sample) -> None:
    """The samples hold on purpose what is not read: a third language, code, an obsolete message."""
    content = by_id(sample.format).read(sample.data, sample.options)
    arrived = arrival(sample.format, sample.data, content.options, content)
    assert arrived is not None
    assert arrived.read >= 0.8 * arrived.words > 0


@pytest.mark.parametrize("sample", COUNTED, ids=str)
def test_units_that_are_missing_are_missed(sample: Sample) -> None:
    content = by_id(sample.format).read(sample.data, sample.options)
    first, *_ = (unit for unit in content.units if unit.text)
    arrived = arrival(sample.format, sample.data, content.options, Content((first,)))
    assert arrived is not None
    assert not arrived.complete or len(content.units) == 1


def test_what_was_left_out_is_named() -> None:
    text = b"One line here.\nAnother one that was lost.\nThe last.\n"
    arrived = arrival("txt", text, {}, Content((Unit("1", "One line here."), Unit("2", "The last."))))
    assert arrived is not None
    assert (arrived.read, arrived.words, arrived.complete) == (5, 10, False)
    assert arrived.sentence == "50.0 % of its words were read (5 of 10). Left out: “Another one that was lost.”."


def test_a_text_read_twice_does_not_make_up_for_one_left_out() -> None:
    arrived = arrival("txt", b"left\nright\n", {}, Content((Unit("1", "left"), Unit("2", "left"))))
    assert arrived is not None and arrived.read == 1


def test_languages_of_a_memory_that_are_not_shown_are_told_of() -> None:
    variants = "".join(f'<tuv xml:lang="{tag}"><seg>{tag} words here</seg></tuv>' for tag in ("de", "fr", "es"))
    memory = f'<tmx version="1.4"><header srclang="de"/><body><tu>{variants}</tu></body></tmx>'.encode()
    content = by_id("tmx").read(memory, {})
    arrived = arrival("tmx", memory, {}, content)
    assert arrived is not None and arrived.left_out == ("es words here",)


def test_nothing_is_said_where_nobody_can_tell() -> None:
    assert arrival("no-such-format", b"abc", {}, Content(())) is None
    assert arrival("json", b"{broken", {}, Content(())) is None
