"""How long 100,000 units take to read and to save, beside translate-toolkit and lxml where they are installed."""

import gc
import io
import json
import time
from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from reviewer.formats.arrival import arrival
from reviewer.formats.detect import by_id, detect
from reviewer.formats.format import UnitEdit
from reviewer.model.segment import Segment, State
from reviewer.reports.report import Review, all_reports

T = TypeVar("T")
UNITS = 100_000
CASES = (("xliff1", "xliff1"), ("xliff2", "xliff2"), ("tmx", "tmx"), ("po", "po"), ("ts", "ts"))
READ, SAVE = 2.0, 0.2
"""Seconds aimed at."""


def large(report: str) -> bytes:
    """Return a file of many units as most are: a sentence or two, a note now and then, inline codes in none."""
    rows = [
        Segment(
            str(number),
            number,
            f"Absatz {number}: Der Fluss stieg am Montag über die Ufer & erreichte die <Stadt> gegen Mittag.",
            text := f"Paragraph {number}: The river burst its banks on Monday & reached the <town> towards noon.",
            text,
            State.TRANSLATED,
            note="Seen on a sign" if number % 10 == 0 else "",
        )
        for number in range(UNITS)
    ]
    written = next(each for each in all_reports() if each.id == report)
    return written.write(Review("bench", "de", "en", rows)).data


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return the processor seconds something took, and what it gave; no garbage is collected, as on the desk."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    value = work()
    seconds = time.process_time() - start
    gc.enable()
    return seconds, value


def ours(format_id: str, data: bytes) -> tuple[float, float, float]:
    """Return how long reading takes, saving one correction, and saving five hundred."""
    format = by_id(format_id)
    reading, content = timed(lambda: format.read(data, {}))
    assert len(content.units) == UNITS
    one = [UnitEdit(UNITS // 2, "A new text.", State.REVIEWED)]
    many = [UnitEdit(number, "A new text.", State.REVIEWED) for number in range(0, UNITS, UNITS // 500)]
    saving, written = timed(lambda: format.write(data, content.options, one))
    saving_many, _ = timed(lambda: format.write(data, content.options, many))
    assert len(written) != len(data)
    return reading, saving, saving_many


def toolkit(format_id: str, data: bytes) -> tuple[float, float] | None:
    """Return how long translate-toolkit takes to read every text and to save; None where it is not installed."""
    if format_id == "ts":
        # It looks through all messages for each one: minutes for a file like this.
        return None
    try:
        from translate.storage import factory, xliff2
    except ImportError:
        return None

    def read() -> Any:
        stream = io.BytesIO(data)
        stream.name = f"a.{'xlf' if 'xliff' in format_id else format_id}"
        store = xliff2.Xliff2File.parsefile(stream) if format_id == "xliff2" else factory.getobject(stream)
        assert sum(bool(unit.source and unit.target) for unit in store.units) >= UNITS
        return store

    reading, store = timed(read)
    store.units[UNITS // 2].target = "A new text."
    saving, _ = timed(lambda: bytes(store))
    return reading, saving


def lxml_tree(format_id: str, data: bytes) -> tuple[float, float] | None:
    """Return how long lxml takes to make a tree with every text looked at, and to write it."""
    if format_id == "po":
        return None
    try:
        from lxml import etree
    except ImportError:
        return None

    def read() -> Any:
        root = etree.fromstring(data)
        assert sum(len(element.text or "") for element in root.iter()) > 0
        return root

    reading, root = timed(read)
    saving, _ = timed(lambda: etree.tostring(root))
    return reading, saving


@pytest.mark.bench
@pytest.mark.parametrize(("report", "format_id"), CASES, ids=lambda value: value)
def test_speed_of_large_files(report: str, format_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = large(report)
    reading, saving, saving_many = ours(format_id, data)
    rivals = {"translate-toolkit": toolkit(format_id, data), "lxml": lxml_tree(format_id, data)}
    with capsys.disabled():
        print(
            f"\n{format_id}, {UNITS:,} units, {len(data) / 1e6:.0f} MB: read {reading:.2f} s (aim {READ}), "
            f"save one {saving:.3f} s, save 500 {saving_many:.3f} s (aim {SAVE})"
        )
        for name, figures in rivals.items():
            if figures:
                print(f"    {name:18} read {figures[0]:.2f} s, save {figures[1]:.3f} s")
        print(json.dumps({"format": format_id, "read": reading, "save": saving, "save_many": saving_many, **rivals}))


@pytest.mark.bench
@pytest.mark.parametrize(
    "piece", ["\n", " \n", "<", "<a ", "<!--", "<script>", "<a href='", "](", "{%", "`", "|-|\n", '"']
)
@pytest.mark.parametrize("format_id", ["txt", "markdown", "html", "srt"])
def test_what_is_never_closed_is_not_looked_for_again_and_again(format_id: str, piece: str) -> None:
    figures = []
    for size in (20_000, 80_000):
        data = (piece * (size // len(piece))).encode()
        start = time.process_time()
        detect(data, "")
        format = by_id(format_id)
        content = format.read(data, {})
        arrival(format_id, data, content.options, content)
        if content.units:
            format.write(data, content.options, [UnitEdit(0, f"{content.units[0].text} x")])
        figures.append(time.process_time() - start)
    assert figures[1] < 8 * figures[0] + 0.3


LONG = {
    "txt": ("", "Paragraph {} of a text.\n", ""),
    "markdown": ("", "Paragraph *{}* of a text.\n\n", ""),
    "html": ("<body>", "<p>Paragraph <b>{}</b> of a text.\n", "</body>"),
    "srt": ("", "1\n00:00:01,000 --> 00:00:02,000\nText <i>{}</i>\n\n", ""),
    "vtt": ("WEBVTT\n\n", "00:01.000 --> 00:02.000\nText <i>{}</i>\n\n", ""),
    "json": ("{", '"key{0}": "text\\n{0}",\n', '"end": "text"}'),
    "arb": ("{", '"key{0}": "text {0}", "@key{0}": {{"description": "x"}},\n', '"@@locale": "fr"}'),
    "properties": ("", "key{0}=text\\u00e9 {0}\n", ""),
    "strings": ("", '"key{0}" = "text {0}";\n', ""),
    "android": ("<resources>", '<string name="key{0}">text <b>{0}</b></string>\n', "</resources>"),
    "csv": ("id,de,en\n", '{0},Text {0},"text, {0}"\n', ""),
}


@pytest.mark.bench
@pytest.mark.parametrize("format_id", LONG)
def test_time_grows_with_length_alone(format_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    head, piece, tail = LONG[format_id]
    format = by_id(format_id)
    figures = []
    for count in (4_000, 32_000):
        data = (head + "".join(piece.format(number) for number in range(count)) + tail).encode()
        reading, content = timed(lambda data=data: format.read(data, {}))  # type: ignore[misc]
        edits = [UnitEdit(number, f"{content.units[number].text} é") for number in range(0, count, 16)]
        saving, _ = timed(
            lambda data=data, edits=edits, content=content: format.write(data, content.options, edits)  # type: ignore[misc]
        )
        figures.append((reading, saving))
    with capsys.disabled():
        (read, save), (read_more, save_more) = figures
        print(
            f"\n{format_id:12} 4,000 units: read {read:.2f} s, save 250 {save:.2f} s; "
            f"32,000 units: read {read_more:.2f} s, save 2,000 {save_more:.2f} s"
        )
