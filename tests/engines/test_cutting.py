"""A text that is cut, sent with its codes shown, and put together again is the same text."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.engines.cutting import cut, join
from reviewer.engines.shielding import edges, restored, shown
from reviewer.model.segment import CODE_BASE, UNIT_BREAK

BOLD, END, BREAK = (chr(CODE_BASE + n) for n in range(3))

PARTS = [
    *(
        "a",
        "Wort",
        "é",
        "e\u0301",
        "。",
        ".",
        "! ",
        ", ",
        " ",
        "\u00a0",
        "\n",
        UNIT_BREAK,
        BOLD,
        "你",
        "<&",
        "x0X",
        "Lang" * 9,
    ),
    *("Ein Satz. ", "Dr. Meier kam, sah und ging. ", "你好。", "3,5 km, "),
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=25).map("".join)


@given(TEXTS, st.integers(4, 60), st.sampled_from(["de", "zh", "fr"]))
def test_pieces_are_the_text_and_each_fits(text: str, most: int, lang: str) -> None:
    pieces = cut(text, lang, lambda piece: len(piece) <= most)
    assert "".join(piece + gap for piece, gap in pieces) == text
    assert all(len(piece) <= most for piece, _ in pieces)
    assert join([piece for piece, _ in pieces], [gap for _, gap in pieces], lang, lang) == text


@given(TEXTS)
def test_codes_and_edges_come_back(text: str) -> None:
    head, core, tail = edges(text)
    assert head + core + tail == text
    numbered = "".join(chr(CODE_BASE + n) if char == BOLD else char for n, char in enumerate(core))
    for xml in (True, False):
        assert restored(shown(numbered, xml), numbered, xml) == (numbered, 0)


@given(TEXTS, TEXTS)
def test_whatever_comes_back_has_every_code_once_and_in_order(text: str, answer: str) -> None:
    codes = "".join(char for char in text if char == BOLD)
    found, _ = restored(answer, text, False)
    assert "".join(char for char in found if char == BOLD) == codes


def test_a_cut_falls_behind_a_sentence_then_a_clause_then_a_word_then_a_character() -> None:
    def pieces(text: str, most: int) -> list[str]:
        return [piece for piece, _ in cut(text, "de", lambda piece: len(piece) <= most)]

    assert pieces("Er kam. Sie ging, er blieb.", 20) == ["Er kam.", "Sie ging, er blieb."]
    assert pieces("Sie ging, er blieb.", 12) == ["Sie ging,", "er blieb."]
    assert pieces("Sie ging heute", 9) == ["Sie ging", "heute"]
    assert pieces("Rindfleischetikett", 8) == ["Rindflei", "schetike", "tt"]
    assert pieces("cafe\u0301s", 4) == ["caf", "e\u0301s"]


def test_spaces_between_sentences_follow_the_script_of_the_target() -> None:
    assert join(["Good day.", "It rains."], ["", ""], "ja", "en") == "Good day. It rains."
    assert join(["你好。", "下雨了。"], [" ", ""], "de", "zh-Hans") == "你好。下雨了。"
    assert join(["One.", "Two."], ["\n", ""], "ja", "en") == "One.\nTwo."
    assert join(["一。", "二。"], [UNIT_BREAK, ""], "de", "ja") == f"一。{UNIT_BREAK}二。"


def test_marks_that_an_engine_bent_are_found() -> None:
    text = f"Ein {BOLD}guter{END} Tag"
    for bent in ("[X0X]good[X1X] day", "[x0x] good [x1x] day", "[ X0X ]good[X 1 X] day", "[Х0Х]good[Х1Х] day"):
        found, misplaced = restored(bent, text, False)
        assert (found.replace(" ", ""), misplaced) == (f"{BOLD}good{END}day", 0)


def test_pairs_stay_nested_where_codes_are_put_in_by_place() -> None:
    found, misplaced = restored("one two three four", f"eins {BOLD}zwei{BREAK}drei{END} vier", False)
    assert misplaced == 3
    assert found.index(BOLD) < found.index(BREAK) < found.index(END)
    assert found.replace(BOLD, "").replace(BREAK, "").replace(END, "") == "one two three four"


def test_a_mark_that_stands_in_the_text_itself_is_left_alone() -> None:
    text = f"Feld [X7X] ist {BOLD}leer"
    assert restored(shown(text, False), text, False) == (text, 0)
