"""Two texts are paired as a reader would pair them."""

import random
import subprocess
import sys
from collections.abc import Sequence

import pytest

from reviewer.alignment.align import align
from reviewer.alignment.evident import evident
from reviewer.alignment.link import Link

GERMAN = [
    "Bericht aus dem Hafen",
    "Am Montag, dem 14. März, lief die Fregatte mit 312 Menschen an Bord in Rostock ein.",
    "Der Kapitän sprach von einer ruhigen Fahrt. Die Stadt hatte 25 Busse bestellt.",
    "Niemand wurde verletzt.",
    "Die Reederei wollte sich am Dienstag nicht äußern, ein Sprecher verwies auf die laufenden Ermittlungen.",
    "Wie das Unglück geschah, soll Professorin Lindqvist klären.",
    "Sie beginnt am 2. April.",
]
ENGLISH = [
    "Report from the port",
    "On Monday, 14 March, the frigate entered Rostock with 312 people on board.",
    "The captain spoke of a calm voyage.",
    "The city had ordered 25 buses.",
    "Nobody was hurt.",
    "The shipping company would not comment on Tuesday; a spokesman referred to the investigation under way.",
    "Professor Lindqvist is to find out how the accident happened. She begins on 2 April.",
]


def pairs(links: Sequence[Link]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.source, link.target) for link in links]


def test_a_split_and_a_merge_are_found() -> None:
    assert pairs(align(GERMAN, ENGLISH, "de", "en")) == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), (2, 3)),
        ((3,), (4,)),
        ((4,), (5,)),
        ((5, 6), (6,)),
    ]


def test_sides_can_be_swapped() -> None:
    there = align(GERMAN, ENGLISH, "de", "en")
    back = align(ENGLISH, GERMAN, "en", "de")
    assert [(t, s) for s, t in pairs(back)] == pairs(there)


def test_scores_are_probabilities() -> None:
    assert all(0.0 <= link.score <= 1.0 for link in align(GERMAN, ENGLISH, "de", "en"))


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ([], [], []),
        (["a"], [], [((0,), ())]),
        ([], ["a", "b"], [((), (0,)), ((), (1,))]),
        (["Guten Tag."], ["Good day."], [((0,), (0,))]),
    ],
)
def test_almost_nothing_to_pair(
    source: list[str], target: list[str], expected: list[tuple[tuple[int, ...], tuple[int, ...]]]
) -> None:
    assert pairs(align(source, target, "de", "en")) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (["", "", ""], ["", ""]),
        (["…"] * 7, ["!"] * 5),
        (["Ein langer Absatz. " * 40], ["x"] * 12),
        ([str(n) for n in range(40)], [str(n) for n in range(0, 40, 2)]),
    ],
)
def test_every_segment_is_in_exactly_one_link(source: list[str], target: list[str]) -> None:
    links = align(source, target, "de", "en")
    assert [i for link in links for i in link.source] == list(range(len(source)))
    assert [j for link in links for j in link.target] == list(range(len(target)))


def test_documents_in_step_are_paired_by_row_without_numpy() -> None:
    script = (
        "import sys\n"
        "from reviewer.alignment.align import align\n"
        "words = 'eins zwei drei vier fünf'.split()\n"
        "a = [' '.join(words[k % 5:]) * (1 + k * 7 % 11) for k in range(3000)]\n"
        "b = [t.upper() for t in a]\n"
        "links = align(a, b, 'de', 'en')\n"
        "assert [(l.source, l.target) for l in links] == [((i,), (i,)) for i in range(3000)]\n"
        "assert 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_equal_counts_alone_do_not_make_texts_run_in_step() -> None:
    source = [f"Absatz Nummer {n * 37 % 1000} " + "mit Wörtern " * (6 + n * 7 % 13) for n in range(40)]
    target = [f"Paragraph number {n * 37 % 1000} " + "with words " * (6 + n * 7 % 13) for n in range(40)]
    del source[10], target[30]
    found = pairs(align(source, target, "de", "en"))
    assert ((), (10,)) in found
    assert ((29,), ()) in found
    assert all(((i,), (i + 1,)) in found for i in range(10, 29))


def test_long_texts_of_equal_count_and_uniform_length_are_paired_by_row_at_once() -> None:
    script = (
        "import random, sys\n"
        "from reviewer.alignment.align import align\n"
        "choice = random.Random(5).choice\n"
        "a = [' '.join(choice(['Haus', 'Baum', 'Licht']) for _ in range(12)) for _ in range(3000)]\n"
        "b = [' '.join(choice(['house', 'tree', 'light']) for _ in range(12)) for _ in range(3000)]\n"
        "links = align(a, b, 'de', 'en')\n"
        "assert [(l.source, l.target) for l in links] == [((i,), (i,)) for i in range(3000)]\n"
        "assert 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize("lost", [1, 2])
@pytest.mark.parametrize("start", range(400, 404))
def test_a_long_text_does_not_run_in_step_where_a_few_rows_are_astray(start: int, lost: int) -> None:
    source = ["mit Wörtern " * (3 + n * n * 7 % 23) for n in range(900)]
    target = ["with words " * (3 + n * n * 7 % 23) for n in range(900)]
    assert evident(source, target) is not None
    for astray, other in ((source, target), (target, source)):
        shifted = [
            *astray[:start],
            *astray[start + lost : start + 12],
            *astray[start : start + lost],
            *astray[start + 12 :],
        ]
        assert evident(shifted, other) is None


def test_names_tell_that_rows_of_uniform_length_are_not_in_step() -> None:
    choice = random.Random(5).choice
    names = ["".join(choice("aeioulmnrst") for _ in range(7)).title() for _ in range(400)]
    met = [choice(names) for _ in range(700)]
    source = [f"Ein Satz von immer gleicher Länge über {name}." for name in met]
    target = [f"A sentence that always has one length on {name}." for name in met]
    del source[200], target[500]
    found = pairs(align(source, target, "de", "en"))
    assert ((), (200,)) in found
    assert all(((i,), (i + 1,)) in found for i in range(205, 495))


def test_half_of_a_short_text_in_another_script_is_missing() -> None:
    drawn = random.Random(3)
    words = ["".join(drawn.choices("abchilmstu", k=drawn.randrange(2, 8))) for _ in range(150)]
    source = [" ".join(drawn.choices(words, k=drawn.randrange(3, 25))) for _ in range(60)]
    target = [text.translate(str.maketrans("abchilmstu", "жзгфпэдцющ")) for text in source[30:]]
    found = pairs(align(source, target, "xx", "yy"))
    assert found == [((i,), ()) for i in range(30)] + [((i,), (i - 30,)) for i in range(30, 60)]


@pytest.mark.parametrize("first", [True, False])
def test_half_of_a_text_of_many_rows_is_missing(first: bool) -> None:
    drawn = random.Random(3)
    words = ["".join(drawn.choices("abchilmstu", k=drawn.randrange(2, 8))) for _ in range(150)]
    source = [" ".join(drawn.choices(words, k=drawn.randrange(3, 25))) for _ in range(500)]
    found = pairs(align(source, source[250:] if first else source[:250], "xx", "yy"))
    paired = range(250, 500) if first else range(250)
    assert found == [((i,), (i - paired.start,) if i in paired else ()) for i in range(500)]


def test_a_heading_goes_with_no_paragraph() -> None:
    words = "the ship came home late from its long voyage".split()
    source = [" ".join(words[: 3 + k * 5 % 7]) if k % 3 else words[k % 5] for k in range(30)]
    target = [text.upper() for text in source]
    kinds = [["paragraph" if k % 3 else "heading" for k in range(30)] for _ in range(2)]
    del target[12], kinds[1][12]
    found = pairs(align(source, target, "xx", "yy", kinds=(kinds[0], kinds[1])))
    assert found == [((i,), () if i == 12 else (i - (i > 12),)) for i in range(30)]
