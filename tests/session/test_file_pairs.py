"""Which files belong together, by their names."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.session.opening.file_names import natural
from reviewer.session.opening.file_pairs import choose_translations, pair_mixed, pair_sides


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("article.de.docx", "article.en.docx"),
        ("article_de-DE.md", "article_en-GB.md"),
        ("Artikel 3 (German).docx", "Artikel 3 (English).docx"),
        ("news_deu.txt", "news_eng.txt"),
        ("notes.de", "notes.en"),
        ("de/article.md", "en/article.md"),
        ("de/article.de.md", "en/article.en.md"),
        ("en-de/text.de.txt", "en-de/text.en.txt"),
        ("index.html", "index.en.html"),
        ("_articles/metrics.md", "_articles/zh-hans/metrics.md"),
        ("res/values/strings.xml", "res/values-zh-rCN/strings.xml"),
        ("res/values/strings.xml", "res/values-b+sr+Latn/strings.xml"),
        ("en.lproj/Localizable.strings", "fr.lproj/Localizable.strings"),
        ("Base.lproj/Localizable.strings", "fr.lproj/Localizable.strings"),
        ("messages.properties", "messages_fr.properties"),
        ("a.de.docx", "a.en.odt"),
        ("source.de.txt", "target.en.txt"),
        ("source/Artikel.docx", "translated/Artikel.docx"),
        ("zh-hans/a.md", "zh-hant/a.md"),
        ("Ä.de.md", "A\u0308.en.md"),
    ],
)
def test_two_files_of_one_folder_are_told_by_the_languages_in_their_paths(source: str, target: str) -> None:
    assert pair_mixed([target, "cover.png.txt", source]).pairs == ((source, target),)


@pytest.mark.parametrize("names", [("sign.html", "sign-in.html"), ("how.md", "how-to.md"), ("a.md", "b.md")])
def test_words_that_look_like_languages_pair_nothing(names: tuple[str, str]) -> None:
    assert pair_mixed(names).pairs == ()


def test_numbers_are_put_in_order_by_their_value() -> None:
    names = [f"de/chapter {n}.md" for n in (10, 2, 1)] + [f"en/chapter {n}.md" for n in (1, 2, 10)]
    assert [source for source, _ in pair_mixed(names).pairs] == [f"de/chapter {n}.md" for n in (1, 2, 10)]
    assert sorted(["٢.md", "10.md"], key=natural) == ["٢.md", "10.md"]


def test_the_languages_asked_for_are_paired() -> None:
    names = ["index.html", "index.de.html", "index.fr.html"]
    assert pair_mixed(names, target_lang="de").pairs == (("index.html", "index.de.html"),)
    assert pair_mixed(names, "fr", "de").pairs == (("index.fr.html", "index.de.html"),)
    assert pair_mixed(names, "de", "en").pairs == (("index.de.html", "index.html"),)
    assert not pair_mixed(names, target_lang="de").doubtful


def test_more_than_two_languages_are_a_question() -> None:
    pairing = pair_mixed(["de/a.md", "en/a.md", "fr/a.md", "b.md"])
    assert pairing.doubtful
    assert pairing.languages == ("de", "en", "fr")
    assert pairing.others == ("b.md", "fr/a.md")


def test_what_has_no_counterpart_is_left_over_on_its_side() -> None:
    pairing = pair_mixed(["de/a.md", "en/a.md", "de/b.md", "en/c.md", "LIESMICH.md"])
    assert (pairing.sources, pairing.targets, pairing.others) == (("de/b.md",), ("en/c.md",), ("LIESMICH.md",))


def test_files_of_two_folders_go_by_path_then_language_then_stem_then_what_is_left() -> None:
    pairing = pair_sides(
        ["a.docx", "b.de.txt", "x/10.md", "Schluss.txt", "a.de.docx"], ["b.en.txt", "End.txt", "x/10.md", "a.odt"]
    )
    assert pairing.pairs == (
        ("a.docx", "a.odt"),
        ("b.de.txt", "b.en.txt"),
        ("x/10.md", "x/10.md"),
    )
    assert pairing.sources == ("a.de.docx", "Schluss.txt")
    assert pair_sides(["Artikel.docx"], ["Article.odt"]).pairs == (("Artikel.docx", "Article.odt"),)


def test_names_that_are_translated_themselves_are_told_by_their_numbers() -> None:
    sources = ["Kapitel 1.docx", "Kapitel 2.docx", "12 Anhang.docx", "Band 2023.docx", "Anhang 3.docx", "3 Teil.docx"]
    targets = ["Chapter 2.docx", "Chapter 01.docx", "Appendix 12.docx", "Volume 2023.docx", "Part 3.docx"]
    assert pair_sides(sources, targets).pairs == (
        ("12 Anhang.docx", "Appendix 12.docx"),
        ("Kapitel 1.docx", "Chapter 01.docx"),
        ("Kapitel 2.docx", "Chapter 2.docx"),
    )
    assert pair_mixed(["1 Anfang.de.md", "1 Start.en.md"]).pairs == (("1 Anfang.de.md", "1 Start.en.md"),)


def test_the_commonest_languages_of_two_folders_go_first() -> None:
    sources = [f"{n}.de.md" for n in range(3)]
    targets = [f"{n}.{language}.md" for n in range(3) for language in ("en", "fr")]
    assert pair_sides(sources, targets).pairs == tuple((f"{n}.de.md", f"{n}.en.md") for n in range(3))
    assert pair_sides(sources, targets, target_lang="fr").pairs == tuple((f"{n}.de.md", f"{n}.fr.md") for n in range(3))


def test_of_files_that_hold_both_languages_those_of_one_are_chosen() -> None:
    names = ["po/de.po", "po/pt_BR.po", "po/fr.po", "help/legal.po"]
    chosen = choose_translations(names, "pt")
    assert chosen.sources == ("help/legal.po", "po/pt_BR.po")
    assert chosen.others == ("po/de.po", "po/fr.po")
    assert choose_translations(names).doubtful
    assert choose_translations(["a.xlf", "b.fr.xlf"]).sources == ("a.xlf", "b.fr.xlf")


_PARTS = st.sampled_from("a b chapter 1 02 10 de en en-GB fr in source target values values-de Übersicht".split())
_NAMES = st.builds(
    lambda folders, stem, ending: "/".join([*folders, f"{'.'.join(stem)}.{ending}"]),
    st.lists(_PARTS, max_size=2),
    st.lists(_PARTS, min_size=1, max_size=3),
    st.sampled_from(["md", "docx", "odt", "de"]),
)
_LANGUAGES = st.sampled_from([None, "de", "en", "fr"])


@given(st.sets(_NAMES, max_size=20), _LANGUAGES, _LANGUAGES, st.randoms(use_true_random=False))
def test_every_file_of_a_folder_is_used_once_whatever_the_order(
    names: set[str], one: str | None, other: str | None, rng: random.Random
) -> None:
    listed = list(names)
    rng.shuffle(listed)
    pairing = pair_mixed(listed, one, other)
    used = [path for pair in pairing.pairs for path in pair]
    assert sorted([*used, *pairing.sources, *pairing.targets, *pairing.others]) == sorted(names)
    assert pairing == pair_mixed(sorted(names), one, other)


@given(st.sets(_NAMES, max_size=12), st.sets(_NAMES, max_size=12), _LANGUAGES, st.randoms(use_true_random=False))
def test_every_file_of_two_folders_is_used_once_whatever_the_order(
    ours: set[str], theirs: set[str], language: str | None, rng: random.Random
) -> None:
    shuffled = list(ours), list(theirs)
    for side in shuffled:
        rng.shuffle(side)
    pairing = pair_sides(*shuffled, target_lang=language)
    assert sorted([*(source for source, _ in pairing.pairs), *pairing.sources]) == sorted(ours)
    assert sorted([*(target for _, target in pairing.pairs), *pairing.targets]) == sorted(theirs)
    assert pairing == pair_sides(sorted(ours), sorted(theirs), target_lang=language)
    assert {(path, path) for path in ours & theirs} <= set(pairing.pairs) or len(
        {path.casefold() for path in ours | theirs}
    ) < len(ours | theirs)
