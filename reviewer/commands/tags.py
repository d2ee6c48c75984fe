"""Putting, moving and deleting the tags of inline codes, which typing cannot touch."""

from collections.abc import Sequence

from reviewer.commands.at_hand import at_paragraph
from reviewer.commands.command import command
from reviewer.commands.desk import Caret, Choice, Desk
from reviewer.model.segment import CODE_BASE, Code, CodeKind, is_code


@command("tag.put", "Put a tag here…", "Edit", keys=("Ctrl+T", "Ctrl+Alt+F2"))
def put(desk: Desk) -> None:
    """Put a tag that the translation lacks where the caret stands, or around the selection; one it has moves there."""
    caret, codes = _being_edited(desk)
    if not codes:
        desk.tell("The paragraph has no tags.")
        return
    missing = [number for number in range(len(codes)) if _char(number) not in caret.text]
    pairs = {
        f"{opening} {closing}": f"{_shown(codes[opening])} … {_shown(codes[closing])}"
        for opening in missing
        for closing in missing
        if codes[opening].kind is CodeKind.OPEN and _is_end_of(codes[closing], codes[opening])
    }
    choices = [Choice(id, title, "missing: around the selection") for id, title in pairs.items()]
    choices += [Choice(str(number), _shown(codes[number]), "missing") for number in missing]
    there = [number for number in range(len(codes)) if number not in missing]
    choices += [Choice(str(number), _shown(codes[number]), "move it here") for number in there]

    def chosen(id: str) -> None:
        opening, *closing = map(int, id.split())
        selected = caret.selection.of(caret.text) if closing else ""
        desk.insert(_char(opening) + selected + "".join(map(_char, closing)))

    desk.choose("Put a tag here", choices, chosen)


@command("tag.delete", "Delete the tag here", "Edit", keys=("Ctrl+Shift+T", "Ctrl+Alt+F3"))
def delete(desk: Desk) -> None:
    """Delete the tag beside the caret, and with it the one that closes or opens the same."""
    caret, codes = _being_edited(desk)
    at = next((place for place in (caret.position - 1, caret.position) if _is_code_at(caret.text, place)), None)
    if at is None:
        desk.tell("No tag stands beside the caret.")
        return
    gone = caret.text[at] + _partner(caret.text, at, codes)
    desk.take_out(gone)
    desk.tell("The tag and its other half are gone." if len(gone) > 1 else "The tag is gone.")


def _being_edited(desk: Desk) -> tuple[Caret, Sequence[Code]]:
    session = at_paragraph(desk)
    if desk.caret is None:
        desk.start_editing()
    assert desk.caret is not None
    return desk.caret, session.segment(session.current).target_codes


def _char(number: int) -> str:
    return chr(CODE_BASE + number)


def _shown(code: Code) -> str:
    return f"‹/{code.label}›" if code.kind is CodeKind.CLOSE else f"‹{code.label}›"


def _is_code_at(text: str, place: int) -> bool:
    return 0 <= place < len(text) and is_code(text[place])


def _is_end_of(code: Code, opening: Code) -> bool:
    return code.kind is CodeKind.CLOSE and code.label == opening.label


def _partner(text: str, at: int, codes: Sequence[Code]) -> str:
    """Return the code that closes or opens what the one at a place opens or closes; empty where there is none."""
    open_: list[int] = []
    for place, char in enumerate(text):
        number = ord(char) - CODE_BASE
        if not is_code(char) or number >= len(codes):
            continue
        if codes[number].kind is CodeKind.OPEN:
            open_.append(place)
        elif open_ and _is_end_of(codes[number], codes[ord(text[open_[-1]]) - CODE_BASE]):
            pair = open_.pop(), place
            if at in pair:
                return text[pair[1] if at == pair[0] else pair[0]]
    return ""
