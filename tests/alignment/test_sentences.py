"""Sentences are paired inside their paragraphs and never across."""

from reviewer.alignment.link import Link
from reviewer.alignment.sentences import align_sentences

SOURCE = [
    ["Am 14. März kam die Fregatte.", "312 Menschen waren an Bord."],
    [],
    ["Die Stadt hatte 25 Busse bestellt.", "Niemand fror.", "Der Kapitän ging als Letzter."],
    ["Dieser Absatz fehlt.", "Ganz und gar."],
]
TARGET = [
    ["On 14 March the frigate came, with 312 people on board."],
    ["The city had ordered 25 buses.", "Nobody was cold; the captain left last."],
    [],
]
LINKS = [Link((0,), (0,)), Link((1,), ()), Link((2,), (1,)), Link((3,), ()), Link((), (2,))]


def test_links_number_the_sentences_through() -> None:
    links = align_sentences(SOURCE, TARGET, LINKS)
    assert [(link.source, link.target) for link in links] == [
        ((0, 1), (0,)),
        ((2,), (1,)),
        ((3, 4), (2,)),
        ((5,), ()),
        ((6,), ()),
    ]


def test_nothing_on_one_side() -> None:
    assert align_sentences([["a.", "b."]], [[]], [Link((0,), (0,))]) == [Link((0,), ()), Link((1,), ())]
