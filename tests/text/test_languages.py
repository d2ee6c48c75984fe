"""Language tags and the language of a text."""

import pytest

from reviewer.text.languages import direction, guess, primary, region, same_language, script


@pytest.mark.parametrize(
    ("tag", "language", "writing", "runs"),
    [
        ("de", "de", "Latn", "ltr"),
        ("pt-BR", "pt", "Latn", "ltr"),
        ("pt_br", "pt", "Latn", "ltr"),
        ("ar-EG", "ar", "Arab", "rtl"),
        ("iw", "he", "Hebr", "rtl"),
        ("zh", "zh", "Hans", "ltr"),
        ("zh-TW", "zh", "Hant", "ltr"),
        ("zh-Hant-HK", "zh", "Hant", "ltr"),
        ("sr", "sr", "Cyrl", "ltr"),
        ("sr-Latn-RS", "sr", "Latn", "ltr"),
        ("pa-PK", "pa", "Arab", "rtl"),
        ("ja", "ja", "Jpan", "ltr"),
        ("no", "nb", "Latn", "ltr"),
        ("az-Arab", "az", "Arab", "rtl"),
    ],
)
def test_a_tag_tells_language_script_and_direction(tag: str, language: str, writing: str, runs: str) -> None:
    assert (primary(tag), script(tag), direction(tag)) == (language, writing, runs)


def test_region_is_the_region_and_nothing_else() -> None:
    assert region("pt-BR") == "BR"
    assert region("es-419") == "419"
    assert region("zh-Hant") == ""
    assert region("de-x-AT") == ""


def test_a_region_does_not_make_another_language_but_a_script_does() -> None:
    assert same_language("en-GB", "en-US")
    assert not same_language("zh-CN", "zh-TW")
    assert not same_language("de", "nl")


SENTENCES = {
    "af": "Die president het gesê dat hy nie weer sal staan nie en dat die party ’n nuwe leier moet kies.",
    "ar": "قال الرئيس إن الحكومة لن تقبل هذا الاقتراح في الوقت الحالي.",
    "be": "Прэзідэнт сказаў, што ўрад не прыме гэтую прапанову, бо яна шкодзіць людзям.",
    "bg": "Президентът каза, че правителството няма да приеме това предложение, защото е вредно.",
    "ca": "El president va dir que el govern no acceptaria aquesta proposta perquè és dolenta per als treballadors.",
    "cs": "Prezident řekl, že vláda tento návrh nepřijme, protože je pro zaměstnance špatný.",
    "da": "Præsidenten sagde, at regeringen ikke ville acceptere forslaget, fordi det er dårligt for os alle.",
    "de": "Der Präsident sagte, dass die Regierung diesen Vorschlag nicht annehmen werde.",
    "el": "Ο πρόεδρος είπε ότι η κυβέρνηση δεν θα δεχτεί αυτή την πρόταση.",
    "en": "The president said that the government would not accept this proposal.",
    "es": "El presidente dijo que el gobierno no aceptaría esta propuesta porque es mala para los trabajadores.",
    "et": "President ütles, et valitsus ei võta seda ettepanekut vastu, sest see on halb.",
    "eu": "Lehendakariak esan zuen gobernuak ez duela proposamen hori onartuko, eta horrela izango da.",
    "fa": "رئیس جمهور گفت که دولت این پیشنهاد را نمی‌پذیرد و آن را رد می‌کند.",
    "fi": "Presidentti sanoi, että hallitus ei hyväksy tätä ehdotusta, koska se on huono.",
    "fr": "Le président a dit que le gouvernement n’accepterait pas cette proposition.",
    "gl": "O presidente dixo que o goberno non aceptará esta proposta porque é mala para os traballadores.",
    "he": "הנשיא אמר כי הממשלה לא תקבל את ההצעה הזאת.",
    "hi": "राष्ट्रपति ने कहा कि सरकार इस प्रस्ताव को स्वीकार नहीं करेगी।",
    "hr": "Predsjednik je rekao da vlada neće prihvatiti taj prijedlog jer bi to bilo loše za sve, tko god bio.",
    "hu": "Az elnök azt mondta, hogy a kormány nem fogadja el ezt a javaslatot.",
    "id": "Presiden mengatakan bahwa pemerintah tidak akan menerima usulan itu karena buruk bagi semua.",
    "is": "Forsetinn sagði að ríkisstjórnin myndi ekki samþykkja þessa tillögu.",
    "it": "Il presidente ha detto che il governo non accetterà questa proposta.",
    "ja": "大統領は、政府はこの提案を受け入れないと述べた。",
    "ko": "대통령은 정부가 이 제안을 받아들이지 않을 것이라고 말했다.",
    "lt": "Prezidentas sakė, kad vyriausybė nepriims šio pasiūlymo, nes jis yra blogas.",
    "lv": "Prezidents teica, ka valdība nepieņems šo priekšlikumu, jo tas ir slikts.",
    "mk": "Претседателот рече дека владата нема да го прифати овој предлог.",
    "nb": "Presidenten sa at regjeringen ikke ville godta forslaget etter det som ble sagt, og at det blir slik.",
    "nl": "De president zei dat de regering dit voorstel niet zou aannemen.",
    "pl": "Prezydent powiedział, że rząd nie przyjmie tej propozycji, bo jest zła.",
    "pt": "O presidente disse que o governo não vai aceitar esta proposta.",
    "ro": "Președintele a spus că guvernul nu va accepta această propunere.",
    "ru": "Президент сказал, что правительство не примет это предложение.",
    "sk": "Prezident povedal, že vláda tento návrh neprijme, lebo je pre ľudí zlý, a že ešte nie je čas.",
    "sl": "Predsednik je rekel, da vlada tega predloga ne bo sprejela, ker je slab.",
    "sq": "Presidenti tha se qeveria nuk do ta pranojë këtë propozim.",
    "sr": "Председник је рекао да влада неће прихватити овај предлог јер је лош.",
    "sv": "Presidenten sade att regeringen inte skulle godta förslaget.",
    "sw": "Rais alisema kuwa serikali haitakubali pendekezo hilo kwa sababu ni baya kwa watu wa nchi yake.",
    "th": "ประธานาธิบดีกล่าวว่ารัฐบาลจะไม่ยอมรับข้อเสนอนี้",
    "tr": "Cumhurbaşkanı, hükümetin bu öneriyi kabul etmeyeceğini ve bunun için çok neden olduğunu söyledi.",
    "uk": "Президент сказав, що уряд не прийме цю пропозицію.",
    "ur": "صدر نے کہا کہ حکومت اس تجویز کو قبول نہیں کرے گی۔",
    "vi": "Tổng thống nói rằng chính phủ sẽ không chấp nhận đề xuất này.",
    "zh-Hans": "总统说，政府不会接受这个提议。",
    "zh-Hant": "總統說，政府不會接受這個提議。",
}


@pytest.mark.parametrize("tag", SENTENCES)
def test_one_sentence_is_enough_to_tell_the_language(tag: str) -> None:
    assert guess(SENTENCES[tag]) == tag


def test_nothing_to_go_by_is_undetermined() -> None:
    assert guess("") == "und"
    assert guess("42 %") == "und"
