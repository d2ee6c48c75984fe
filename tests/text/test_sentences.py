"""Sentences end where a reader of the language would end them."""

import pytest

from reviewer.text.sentences import sentences

PARTED = [
    ("en", "Dr. Smith met Mr. J. R. Jones in the U.S. capital.|He paid 3.5 dollars, i.e. too much."),
    (
        "en",
        "“Will you come?” she asked.|“Yes!”|He left at 5 p.m. on Friday.|She stayed until 6 p.m.",
    ),
    ("en", "It rained (again).|See No. 5 and pp. 3 to 7.|He said no.|“Wait... what?”"),
    ("en", "President George H. W. Bush of Apple Inc. spoke.|Then he left."),
    ("de", "Am 3. Mai 2020 kam Dr. Meier, z. B. mit der Bahn bzw. dem Auto.|Der 2. Zug fiel aus."),
    ("de", "„Komm!“, rief er.|„Ja.“|Das kostet ca. 5 Mio. Euro usw.|Die Firma zahlt."),
    ("de", "Es waren 25.|Danach kam das Jahr 1999.|Abschnitt XIV. des Vertrags gilt."),
    ("fr", "M. Dupont et Mme. Durand, p. ex. ici, sont venus.|« Vraiment ? »|Oui !"),
    ("es", "El Sr. López dijo: «¡Hola!»|¿Quién?|EE.UU. y la Sra. Ruiz."),
    ("pl", "Przyszedł o godz. 5 rano 3. Maja br. do ul. Długiej.|Był prof. Nowak."),
    ("ru", "В 1945 г. он жил на ул. Ленина, т. е. в центре.|А. С. Пушкин писал стихи."),
    ("zh", "他来了。|“你好！”|她问：“真的吗？”|是的。"),
    ("ja", "彼は「行く。」と言った。|本当？|そうだ！"),
    ("hi", "वह आया।|क्या तुम जाओगे?|हाँ।"),
    ("ar", "هل جاء؟|نعم. ثم ذهب.".replace(". ", ".|")),
    ("ur", "وہ آیا۔|کیا تم جاؤ گے؟"),
    ("hy", "Նա եկավ։|Լավ։"),
    ("am", "መጣ።|ሄደ።"),
    ("my", "သူလာသည်။|သွားသည်။"),
    ("el", "Ήρθε;|Ναι."),
    ("th", "เขามาแล้ว เธอไปแล้ว"),
    ("he", "הוא בא.|היא הלכה?"),
]


@pytest.mark.parametrize(("lang", "marked"), PARTED)
def test_sentences_are_parted(lang: str, marked: str) -> None:
    glue = "" if lang in ("zh", "ja") else " "
    text = marked.replace("|", glue)
    assert [span.of(text) for span in sentences(text, lang)] == marked.split("|")


def test_lines_part_sentences_and_blanks_hold_none() -> None:
    text = "  Heading\n\nOne.\u2029Two \n"
    assert [span.of(text) for span in sentences(text, "en")] == ["Heading", "One.", "Two"]
    assert sentences(" \n", "en") == ()


def test_a_region_and_an_unknown_language_are_taken() -> None:
    assert len(sentences("Am 3. Mai kam er. Er ging.", "de-AT")) == 2
    assert len(sentences("Bla bla. Bla.", "tlh")) == 2


def test_an_inline_code_behind_the_stop_belongs_to_the_sentence() -> None:
    text = "One.\U000f0001 Two."
    assert [span.of(text) for span in sentences(text, "en")] == ["One.\U000f0001", "Two."]
