"""From the rows of a document back to its target file: only what was corrected differs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.formats.detect import by_id
from reviewer.formats.format import Content, Unit, UnitEdit, UnitInsert, spelled
from reviewer.model.bitext import Bitext
from reviewer.model.errors import InputError, ReviewerError
from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Code, Lead, Segment, State, is_code, without_codes


@dataclass(slots=True)
class _UnitText:
    """One unit of the file, put together from the rows that hold its parts."""

    delivered: str
    text: str
    state: State | None
    """None where repairs of the pairing, not the editor, made it what it is."""


def exported(bitext: Bitext, rows: Iterable[Segment], original: bytes) -> bytes:
    """Return the target file with the corrections of `rows` in it.

    The result is read again before it is returned: every corrected unit must say what the editor
    wrote, every other one what it said before.

    Raises:
        InputError: the format cannot hold a correction; says which.
        ReviewerError: the written file does not read back as it should. Nothing is lost.
    """
    document = bitext.target
    format = by_id(document.format)
    before = format.read(original, document.options)
    units, inserts = _assembled(rows, before.units)
    _expect(len(units) == len(before.units), "The stored file and the project have different paragraphs.")
    edits = [
        UnitEdit(index, unit.text, unit.state)
        for index, (unit, old) in enumerate(zip(units, before.units, strict=True))
        if unit.text != old.text or _has_new_state(before, old, unit.state)
    ]
    if not edits and not inserts:
        return original
    data = format.write(original, document.options, edits, inserts)
    _verify(before, format.read(data, document.options), edits, inserts)
    return data


def _has_new_state(before: Content, old: Unit, state: State | None) -> bool:
    """Say whether the file has to be told what an editor decided; a locked unit may be judged, not written."""
    if not before.bilingual or old.locked or state is None:
        return False
    return state is not (old.state or (State.TRANSLATED if old.text else State.INITIAL))


def _assembled(rows: Iterable[Segment], before: Sequence[Unit]) -> tuple[list[_UnitText], list[UnitInsert]]:
    units: list[_UnitText] = []
    inserts: list[UnitInsert] = []
    for row in rows:
        if row.target_lead == Lead.HOLE:
            if row.target:
                inserts.append(UnitInsert(len(units) - 1, row.target))
            continue
        delivered = row.delivered.split(UNIT_BREAK)
        texts = _dealt(row.target.split(UNIT_BREAK), len(delivered))
        continued = row.target_lead != Lead.UNIT
        if not continued and row.state is State.INITIAL and not row.target and not row.delivered:
            # Nobody has translated it: what the file has there, perhaps the source, is not taken out.
            texts = [unit.text for unit in before[len(units) : len(units) + len(texts)]]
        if row.target_codes:
            first = len(units) - continued
            begins = len(units[-1].delivered) + len(row.target_lead) - 1 if continued else 0
            texts = _numbered_by_unit(row, texts, before[first : first + len(texts)], begins)
        if continued:
            between = row.target_lead[1:]
            last = units[-1]
            last.text += between + texts.pop(0)
            last.delivered += between + delivered.pop(0)
            last.state = _of_several(last.state, row.state)
        state = row.state if len(delivered) == 1 else _of_several(row.state)
        units += [_UnitText(old, new, state) for old, new in zip(delivered, texts, strict=True)]
    return units, inserts


def _of_several(*states: State | None) -> State | None:
    """Return what an editor decided about units that were merged, or the parts of one that was split."""
    if State.NEEDS_WORK in states:
        return State.NEEDS_WORK
    return states[0] if len(set(states)) == 1 and states[0] is not State.TRANSLATED else None


def _numbered_by_unit(row: Segment, texts: list[str], units: Sequence[Unit], begins: int) -> list[str]:
    """Return the paragraphs of a row with their codes numbered as each unit numbers its own.

    A row that was merged or split counts its codes through all it holds. Which is which is told by the
    delivered text, code for code; `begins` is where in the first unit the row begins.

    Raises:
        InputError: a code stands in another paragraph than its own.
    """
    if len(texts) == len(units) == 1 and units[0].codes == row.target_codes:
        return texts
    owners: dict[int, tuple[int, str]] = {}
    for place, (part, unit) in enumerate(zip(row.delivered.split(UNIT_BREAK), units, strict=False)):
        own = unit.text[begins:] if place == 0 else unit.text
        owners |= {ord(c) - CODE_BASE: (place, o) for c, o in zip(part, own, strict=False) if is_code(c)}
    numbered = []
    for place, (text, unit) in enumerate(zip(texts, units, strict=False)):
        chars = []
        for char in text:
            number = ord(char) - CODE_BASE
            if is_code(char) and number < len(row.target_codes):
                code = row.target_codes[number]
                owner, char = owners.get(number, (place, ""))
                if not char and code in unit.codes:
                    # Not in the translation as it came: one that the source has.
                    char = chr(CODE_BASE + unit.codes.index(code))
                if owner != place or not char:
                    raise InputError(
                        f"The tag “{code.label}” stands in another paragraph of the file than the one it belongs to "
                        f"(“{without_codes(text)[:40]}”). Put it back, or remove it there."
                    )
            chars.append(char)
        numbered.append("".join(chars))
    return numbered + texts[len(units) :]


def _dealt(texts: list[str], count: int) -> list[str]:
    """Return the paragraphs an editor made of `count` as exactly so many: joined ones leave the rest
    empty, new ones go into the last."""
    if len(texts) > count:
        return [*texts[: count - 1], "\n".join(texts[count - 1 :])]
    return texts + [""] * (count - len(texts))


def _verify(before: Content, after: Content, edits: list[UnitEdit], inserts: list[UnitInsert]) -> None:
    # Where formatting is told from the layout, tags come and go with the text they are around.
    shown = spelled if before.bilingual else _without_codes
    old = [shown(unit.text, unit.codes) for unit in before.units]
    new = [shown(unit.text, unit.codes) for unit in after.units]
    for edit in edits:
        old[edit.index] = shown(edit.text, before.units[edit.index].codes)
    # A cell of a table in which no letter is left is no text any more, so that it is not read again.
    held = {unit.id for unit in after.units}
    for edit in sorted(edits, key=lambda edit: -edit.index):
        if before.units[edit.index].id not in held and not any(map(str.isalpha, edit.text)):
            del old[edit.index]
    if inserts or any("\n" in edit.text or not edit.text.strip() for edit in edits):
        # Paragraphs came or went, so that units no longer stand at their old places.
        for insert in reversed(inserts):
            old.insert(insert.after + 1, insert.text)
        _expect(_squeezed(old) == _squeezed(new), "It would not read back as written.")
        return
    _expect(len(old) == len(new), "Paragraphs would come or go.")
    for number, (wanted, found) in enumerate(zip(old, new, strict=True), 1):
        _expect(
            found == wanted or _collapsed(found) == _collapsed(wanted),
            f"Paragraph {number} would not read back as written.",
        )


def _without_codes(text: str, codes: Sequence[Code]) -> str:
    return without_codes(text)


def _collapsed(text: str) -> str:
    """Return a text as HTML and Markdown hold it: several spaces are one, those at the ends of lines none."""
    return re.sub(" +", " ", re.sub("(?m)^ +| +$", "", text))


def _squeezed(texts: list[str]) -> str:
    return "".join("".join(texts).split())


def _expect(holds: bool, problem: str) -> None:
    if not holds:
        raise ReviewerError(f"The file was not written: {problem} Your corrections are safe in the project.")
