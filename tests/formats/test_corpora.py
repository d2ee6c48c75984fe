"""Files that other programs wrote: each opens, comes back untouched, and holds edits and nothing else.

The environment variable `REVIEWER_CASES` names a folder with a folder `corpora` in it; any file may stand there.
`REVIEWER_ROUNDS` says how often each file is edited, with other edits each time (1).
"""

import os
import random
import re
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

import pytest

from reviewer.formats.detect import by_id, detect
from reviewer.formats.format import Content, Format, Unit, UnitEdit, all_formats, spelled
from reviewer.model.errors import InputError
from reviewer.model.segment import Code, is_code, without_codes
from reviewer.model.span import Span

EDITS = 5
XML = frozenset(("xlf", "xliff", "sdlxliff", "mqxliff", "tmx", "ts", "xhtml", *by_id("xml").extensions))
ZIPPED = frozenset("docx odt xlsx epub".split())


@dataclass
class Tally:
    """What happened to the files of one format."""

    files: int = 0
    units: int = 0
    identical: int = 0
    writable: int = 0
    edits: int = 0
    refused: int = 0
    """Edits the format cannot hold and said so."""
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)


def corpora() -> Iterator[Path]:
    """Every file of the corpora, in order."""
    cases = os.environ.get("REVIEWER_CASES")
    folder = Path(cases, "corpora") if cases else None
    if folder is None or not folder.is_dir():
        pytest.skip("REVIEWER_CASES names no folder of cases")
    yield from sorted(path for path in folder.rglob("*") if path.is_file())


def is_well_formed(path: Path, data: bytes) -> bool:
    """Say whether a file is of a format there is, and sound by the judgement of a parser that is not ours."""
    suffix = path.suffix[1:].lower()
    if not data or not any(suffix in format.extensions for format in all_formats()):
        return False
    if suffix in XML:
        try:
            expat.ParserCreate().Parse(data, True)
        except (expat.ExpatError, UnicodeDecodeError, LookupError):
            return False
    if suffix in ZIPPED:
        return zipfile.is_zipfile(BytesIO(data)) and zipfile.ZipFile(BytesIO(data)).testzip() is None
    if suffix == "properties":
        return not re.search(rb"\\u(?![0-9A-Fa-f]{4})", data)
    # A PDF may be locked.
    return suffix != "pdf"


def reworded(text: str, chance: random.Random, words: list[str]) -> str:
    """Return a text with a word put in, taken out or exchanged, a sentence added, or all of it new."""
    how = chance.choice(("put in", "take out", "exchange", "add", "all new"))
    new = chance.choice(words)
    plain = [Span(*match.span()) for match in re.finditer(r"[^\W\d_]+", text)]
    if how == "add" or not plain:
        at = max((n for n, char in enumerate(text, 1) if not is_code(char) and not char.isspace()), default=0)
        return f"{text[:at]}{' ' if at else ''}{new} {chance.choice(words)}.{text[at:]}"
    if how == "all new":
        # A code may be the place of another text: a note, the words beside a picture.
        return f"{new} {chance.choice(words)}" + "".join(filter(is_code, text))
    start, end = chance.choice(plain)
    if how == "put in":
        return f"{text[:start]}{new} {text[start:]}"
    if how == "take out" and len(plain) > 1:
        return text[:start] + text[end + text.startswith(" ", end) :]
    return text[:start] + new + text[end:]


def differing(before: Content, after: Content, edits: dict[int, str]) -> str:
    """Say what came back otherwise than it should have, empty where nothing did."""
    shown = spelled if before.bilingual else _running
    if len(before.units) != len(after.units):
        return f"{len(before.units)} units became {len(after.units)}"
    for number, (old, new) in enumerate(zip(before.units, after.units, strict=True)):
        wanted = edits.get(number, old.text)
        if shown(new.text, new.codes) != shown(wanted, old.codes):
            what = "edit" if number in edits else "unit nobody touched"
            return f"{what} {number}: {shown(wanted, old.codes)!r} became {shown(new.text, new.codes)!r}"
        if (old.id, old.source, old.locked) != (new.id, new.source, new.locked):
            return f"unit {number}: id, source or lock changed"
        if number not in edits and (old.state, old.note) != (new.state, new.note):
            return f"unit {number}: state or note changed"
    return ""


def _running(text: str, codes: Sequence[Code]) -> str:
    """Return a text without its codes, and without white space that most documents cannot hold: beside line ends."""
    return re.sub(r"[ \t]*\n[ \t]*", "\n", without_codes(text).strip(" \n\t"))


def edited(format: Format, data: bytes, content: Content, chance: random.Random, tally: Tally) -> str:
    """Make some edits, write, read, and say what is wrong."""
    free = [number for number, unit in enumerate(content.units) if not unit.locked and is_prose(unit)]
    words = ["Fluss", "7,5 km", "naïve", "Łódź", "«ja»", "R&D", "a<b"]
    encoding = content.options.get("encoding", "utf-8")
    words = [word for word in words if word.encode(encoding, "ignore").decode(encoding) == word]
    edits = {
        number: reworded(content.units[number].text, chance, words)
        for number in chance.sample(free, min(EDITS, len(free)))
    }
    try:
        written = format.write(data, content.options, [UnitEdit(n, text) for n, text in edits.items()])
    except InputError as error:
        tally.refused += len(edits)
        return f"refused: {error}"
    tally.edits += len(edits)
    return differing(content, format.read(written, content.options), edits)


def is_prose(unit: Unit) -> bool:
    """Say whether an editor could have a word to change in a unit."""
    return any(map(str.isalpha, unit.text)) or unit.source is not None


@pytest.mark.bench
def test_files_of_other_programs(capsys: pytest.CaptureFixture[str]) -> None:
    tallies: dict[str, Tally] = {}
    unopened: Counter[str] = Counter()
    wrong: list[str] = []
    for path in corpora():
        data = path.read_bytes()
        name = f"{path.parent.name}/{path.name}"
        sound = is_well_formed(path, data)
        start = time.process_time()
        try:
            format = detect(data, path.name)
            content = format.read(data, {})
        except InputError as error:
            unopened[f"{path.suffix or path.name} ({'sound' if sound else 'not sound or of no format read here'})"] += 1
            if sound:
                wrong.append(f"{name} does not open: {error}")
            continue
        tally = tallies.setdefault(format.id, Tally())
        tally.files += 1
        tally.units += len(content.units)
        if format.writable:
            tally.writable += 1
            tally.identical += format.write(data, content.options, []) == data
            same = [UnitEdit(n, unit.text) for n, unit in enumerate(content.units) if not unit.locked]
            if format.write(data, content.options, same) != data:
                tally.wrong.append(f"{name}: rewriting the same texts changes bytes")
            for round in range(int(os.environ.get("REVIEWER_ROUNDS", "1"))):
                chance = random.Random(zlib.crc32(f"{name} {round}".encode()))
                if (problem := edited(format, data, content, chance, tally)) and sound:
                    tally.wrong.append(f"{name}, round {round}: {problem}")
        tally.seconds += time.process_time() - start
    with capsys.disabled():
        print(f"\n{'format':12}{'files':>7}{'units':>9}{'identical':>12}{'edits':>8}{'refused':>9}{'wrong':>7}{'s':>8}")
        for id, tally in sorted(tallies.items()):
            print(
                f"{id:12}{tally.files:7}{tally.units:9}{tally.identical:7}/{tally.writable:<4}{tally.edits:8}"
                f"{tally.refused:9}{len(tally.wrong):7}{tally.seconds:8.1f}"
            )
        for ending, count in sorted(unopened.items()):
            print(f"not opened: {count:4} {ending}")
        for problem in wrong + [problem for tally in tallies.values() for problem in tally.wrong]:
            print("  " + problem[:400])
    assert not wrong
    assert not [problem for tally in tallies.values() for problem in tally.wrong]
    assert all(tally.identical == tally.writable for tally in tallies.values())
