"""What holds for every format: bytes in, units out; bytes and edits in, only those edits out."""

import pickle
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.formats.detect import by_id, detect
from reviewer.formats.format import Content, Unit, UnitEdit, UnitInsert, all_formats
from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE, Code, CodeKind, is_code
from tests.formats.format_samples import SAMPLES
from tests.formats.sample import Sample

every = pytest.mark.parametrize("sample", SAMPLES, ids=str)
writable = pytest.mark.parametrize("sample", [s for s in SAMPLES if by_id(s.format).writable], ids=str)
quick = settings(max_examples=20)


def read(sample: Sample, data: bytes | None = None) -> Content:
    return by_id(sample.format).read(sample.data if data is None else data, sample.options)


def write(sample: Sample, edits: Sequence[UnitEdit], inserts: Sequence[UnitInsert] = ()) -> bytes:
    content = read(sample)
    return by_id(sample.format).write(sample.data, content.options, edits, inserts)


def shown(text: str, codes: Sequence[Code]) -> str:
    """The text with its codes as ‹label›, for people to read."""

    def tag(char: str) -> str:
        code = codes[ord(char) - CODE_BASE]
        return f"‹/{code.label}›" if code.kind is CodeKind.CLOSE else f"‹{code.label}›"

    return "".join(tag(char) if is_code(char) else char for char in text)


def free(units: Sequence[Unit]) -> list[int]:
    return [index for index, unit in enumerate(units) if not unit.locked]


def test_every_format_has_a_sample() -> None:
    assert {sample.format for sample in SAMPLES} == {each.id for each in all_formats()}


def test_ids_and_titles_differ() -> None:
    formats = all_formats()
    assert len({each.id for each in formats}) == len({each.title for each in formats}) == len(formats)


@every
def test_format_is_told_by_content_and_name(sample: Sample) -> None:
    assert detect(sample.data, sample.name).id == sample.format


@every
def test_units_are_read(sample: Sample) -> None:
    content = read(sample)
    assert tuple(shown(unit.text, unit.codes) for unit in content.units) == sample.texts
    if sample.sources is not None:
        assert content.bilingual
        assert tuple(shown(u.source or "", u.source_codes) for u in content.units) == sample.sources
        assert all(u.codes[: len(u.source_codes)] == u.source_codes for u in content.units)


@every
def test_units_are_told_apart_and_can_be_sent_to_a_worker(sample: Sample) -> None:
    content = read(sample)
    assert len({unit.id for unit in content.units}) == len(content.units)
    assert pickle.loads(pickle.dumps(content.units)) == content.units
    assert by_id(sample.format).read(sample.data, content.options).units == content.units


@writable
def test_no_edit_leaves_every_byte(sample: Sample) -> None:
    assert write(sample, []) == sample.data
    same = [UnitEdit(index, unit.text) for index, unit in enumerate(read(sample).units) if not unit.locked]
    assert write(sample, same) == sample.data


@pytest.mark.parametrize("sample", [s for s in SAMPLES if not by_id(s.format).writable], ids=str)
def test_read_only_format_says_so(sample: Sample) -> None:
    with pytest.raises(InputError):
        write(sample, [UnitEdit(0, "new")])


@writable
@quick
@given(data=st.data())
def test_an_edit_changes_that_unit_and_no_other(sample: Sample, data: st.DataObject) -> None:
    content = read(sample)
    chosen = data.draw(st.lists(st.sampled_from(free(content.units)), min_size=1, max_size=3, unique=True))
    edits = [UnitEdit(index, typed(content.units[index].text, data.draw(typing(sample.alphabet)))) for index in chosen]
    again = by_id(sample.format).read(write(sample, edits), content.options)
    expected = [unit.text for unit in content.units]
    for edit in edits:
        expected[edit.index] = edit.text
    assert [unit.text for unit in again.units] == expected
    assert [unit.source for unit in again.units] == [unit.source for unit in content.units]
    assert [unit.id for unit in again.units] == [unit.id for unit in content.units]


def typing(alphabet: str) -> st.SearchStrategy[tuple[int, int, str]]:
    """Where to type, how many characters to take out first, what to type."""
    words = st.text(alphabet, min_size=1, max_size=12)
    return st.tuples(st.integers(0, 200), st.integers(0, 4), words)


def typed(text: str, how: tuple[int, int, str]) -> str:
    at, out, new = how
    at %= len(text) + 1
    kept = "".join(char for char in text[at : at + out] if is_code(char))
    # Letters at both ends: some formats cannot hold spaces there.
    return f"{text[:at]}a{new}b{kept}{text[at + out :]}"


@writable
def test_locked_units_are_left_alone(sample: Sample) -> None:
    for index, unit in enumerate(read(sample).units):
        if unit.locked:
            with pytest.raises(InputError, match="locked"):
                write(sample, [UnitEdit(index, "new")])


@every
@quick
@given(data=st.data())
def test_damaged_files_are_read_or_refused_with_a_sentence(sample: Sample, data: st.DataObject) -> None:
    damaged = bytearray(sample.data)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(damaged)))
        how = data.draw(st.sampled_from(("cut", "drop", "set", "double")))
        if how == "cut":
            del damaged[at:]
        elif how == "drop":
            del damaged[at : at + data.draw(st.integers(1, 40))]
        elif how == "double":
            damaged[at:at] = damaged[at : at + 60]
        else:
            damaged[at : at + 1] = data.draw(st.binary(min_size=1, max_size=3))
    check_refusal(sample.format, bytes(damaged))


@pytest.mark.parametrize("format", sorted({sample.format for sample in SAMPLES}))
@quick
@given(data=st.binary(max_size=300))
def test_garbage_is_read_or_refused_with_a_sentence(format: str, data: bytes) -> None:
    check_refusal(format, data)


def check_refusal(format: str, data: bytes) -> None:
    sentence = "Read."
    try:
        content = by_id(format).read(data, {})
        if by_id(format).writable:
            assert by_id(format).write(data, content.options, []) == data
    except InputError as error:
        sentence = str(error)
    assert sentence.endswith(".")
