"""Finds a word written twice in a row."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.model.segment import without_codes
from reviewer.model.span import Span
from reviewer.text.languages import function_words, primary, script
from reviewer.text.punctuation import HYPHENS
from reviewer.text.reading import Reading
from reviewer.text.words import folded_words, word_spans

_MAY_DOUBLE = {
    language: frozenset(words.split())
    for language, words in {
        "af": "nie die sy hulle",
        "bg": "се си",
        "ca": "que si",
        "cs": "se si to",
        "da": "det den de der er at var har",
        "de": "der die das dem den des sie ihr ihm ihnen es was war sich",
        "el": "του της τον την το των τους μου σου μας σας που",
        "en": "that had her his so very ha bye blah yes no ok knock tut chop hear",
        "es": "si nada poco muy más cerca luego",
        "et": "see on",
        "fi": "on se hän oli",
        "fr": "nous vous en si",
        "he": "את סוף מאוד לאט אט כמעט ממש",
        "hr": "je se što sve",
        "hu": "az ez ki",
        "is": "það sem það er",
        "it": "via piano si così appena quasi lei loro poco man mano mai pian zitto zitta zitti "
        "bello bella bel buono buona dritto lungo vicino fitto presto adagio forte basta solo sola",
        "nb": "det den de der er som at var har",
        "nl": "die dat je het ze zij hij er is",
        "pl": "to",
        "pt": "se",
        "ro": "o a",
        "ru": "чуть еле вот что как только того",
        "sk": "sa si to",
        "sl": "je se",
        "sq": "që të",
        "sr": "је се што све je se što sve",
        "sv": "det den de der är som att var har på",
        "tr": "",
        "uk": "ледь от що як",
        "hi": "साथ अपने अपनी अपना जो वह एक कर क्या",
        "ur": "ساتھ اپنے جو وہ ایک",
        "vi": "người ngày ai",
    }.items()
}
"""Words that good sentences put side by side: German `die, die` without its comma, `had had`, Swedish `det det`."""

_REDUPLICATING = frozenset(
    "ar as az bn ckb cy el eu fa gu hi hy id ja jv ka kk km kn ko ku ky lo ml mn mr ms my ne or pa ps "
    "si su sw ta te tg th tk tl tr ug ur uz vi xh yo zh zu ht af mi haw sm to".split()
)
"""Languages that double words to intensify, distribute or make adverbs (yavaş yavaş, धीरे धीरे, рахат рахат).

There only doubled function words, and words that stand three times, are reported.
"""

_DOUBLED_NAMES = frozenset(
    "agar aye baden bella bora boutros buka bulu chin cook dee duran galla gogo kitt lang lapu loki ma mau moto "
    "mwisho neka new nay nim pago paw phi pom puka rapa sing sirhan tata tin toi tonga tora tuk walla wagga "
    "woy xai yo zsa zaza humbert bing mei".split()
)
"""Names that are two of one word: Pago Pago, Boutros Boutros-Ghali, Wagga Wagga, Duran Duran."""


def find(passage: Passage) -> Iterator[Report]:
    """Report each run of one word with nothing but space between, and offer to keep one."""
    target = passage.target
    forms = target.of(folded_words)
    if not any(map(eq, forms, forms[1:])):
        return
    spans = target.of(word_spans)
    text = target.text
    start = 0
    while start < len(forms):
        stop = start + 1
        while stop < len(forms) and forms[stop] == forms[start] and _adjacent(text, spans[stop - 1], spans[stop]):
            stop += 1
        if stop - start > 1 and _wrong(passage, forms[start], spans[start], stop - start):
            span = Span(spans[start].start, spans[stop - 1].end)
            word = spans[start].of(text)
            extra = Span(spans[start].end, span.end)
            yield Report(
                "“{word}” is written {times} times in a row.",
                {"word": word, "times": str(stop - start)},
                target_span=span,
                suggestions=(Suggestion("", extra, f"keep one “{word}”"),),
            )
        start = stop


def _adjacent(text: str, first: Span, second: Span) -> bool:
    between = without_codes(text[first.end : second.start])
    # Not the parts of compounds: “the play-in in Athens”, “in in-house teams”.
    compound = text[first.start - 1 : first.start] in HYPHENS or text[second.end : second.end + 1] in HYPHENS
    return between.isspace() and "\n" not in between and not compound


def _wrong(passage: Passage, form: str, span: Span, times: int) -> bool:
    target = passage.target
    language = primary(target.lang)
    word = span.of(target.text)
    if not any(map(str.isalpha, form)):
        return _number_wrong(passage.source, form)
    if _source_doubles(passage.source, name=word[0].isupper() and len(word) <= _SYLLABLE):
        return False
    function_word = form in function_words().get(language, ())
    if len(form) == 1 and not function_word:
        return False
    if times > 2:
        return True
    if form in _MAY_DOUBLE.get(language, ()):
        return False
    if language == "de" and span.start and word[0].isupper() and target.text[span.end :].lstrip()[:1].islower():
        # A noun and its verb: Spiele spiele ich gern.
        return False
    if word[0].isupper() and form in _DOUBLED_NAMES:
        return False
    if language == "ar" and len(form) >= _ARABIC_NOUN and not form.rstrip(_TANWIN).endswith("ا"):
        return True  # adverbs are doubled (رويدا رويدا), and end so
    return function_word or language not in _REDUPLICATING


_ARABIC_NOUN = 4
_TANWIN = "\u064b"


def _number_wrong(source: Reading, form: str) -> bool:
    """Say whether the source knows nothing of a doubled number: `100 100` may be 100,100 or a telephone."""
    return len(form) > 1 and form * 2 not in "".join(filter(str.isdigit, source.text)) and form in source.text


_SYLLABLE = 6
"""Letters of the longest syllable of a transcribed Chinese name (Zhuang Zhuang)."""


def _source_doubles(source: Reading, *, name: bool) -> bool:
    """Say whether the source repeats a word, so that the target may.

    Punctuation between does not count: `sehr, sehr` may well become `very very`. In scripts without
    spaces two characters are looked for twice (`非常非常`); one character twice is an ordinary word of
    these languages, and speaks only for a name (`范冰冰`).
    """
    text = source.text
    if script(source.lang) in _NO_SPACES:
        if name and any(a == b and a.isalpha() for a, b in pairwise(text)):
            return True
        return _DOUBLED_CHARACTERS.search(text) is not None
    allowed = _MAY_DOUBLE.get(primary(source.lang), frozenset())
    return any(a == b and a[0].isalpha() and a not in allowed for a, b in pairwise(source.of(folded_words)))


_DOUBLED_CHARACTERS = re.compile(r"([^\W\d_ぁ-ヿ]{2})\1")
"""Not kana: くるくる and the like are ordinary adverbs."""
_NO_SPACES = frozenset(("Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"))


CHECK = Check(
    id="repeated-word",
    title="Repeated word",
    category=Category.DUPLICATION,
    severity=Severity.MINOR,
    find=find,
    description="The same word twice in a row. What is rightly doubled is left alone: “that that”, German "
    "“die die”, adverbs in Turkish or Hindi, names like Pago Pago, and all that the source repeats too.",
    examples=(
        Example("de", "en", "Er ging in das Haus.", "He went into the the house.", "the the"),
        Example("de", "en", "Sie aßen Futter.", "They ate the food food.", "food food", suggestion=""),
        Example("zh", "en", "他们吃了食物。", "They ate food food food food.", "food food food food"),
        Example("en", "de", "This is the end.", "Das ist ist das Ende.", "ist ist"),
        Example("en", "ru", "He lives in Moscow.", "Он живёт в в Москве.", "в в"),
        Example("en", "tr", "This is a house.", "Bu bir bir ev.", "bir bir"),
        Example("de", "en", "Er wohnt in New York.", "He lives in New York York.", "York York"),
        Example("de", "en", "Er kam 2017 um.", "He died in 2017 2017.", "2017 2017"),
        Example("de", "fr", "Es waren 100.100 Menschen.", "Ils étaient 100 100."),
        Example("en", "de", "Those who came late left.", "Die die zu spät kamen, gingen."),
        Example("en", "de", "They, who love her, came.", "Es waren die, die sie liebten."),
        Example("de", "en", "Er hatte gehofft, dass das genügt.", "He had had hopes that that would do."),
        Example("de", "en", "Nein. Nein sagte er nicht.", "No. No was not what he said."),
        Example("de", "en", "sehr, sehr gut", "very very good"),
        Example("en", "tr", "He walked slowly.", "Yavaş yavaş yürüdü."),
        Example("en", "ar", "The city is waiting.", "تنتظر المدينة المدينة الأموال.", "المدينة المدينة"),
        Example("en", "ar", "He walked slowly.", "مشى رويدا رويدا."),
        Example("fr", "it", "La ville attend.", "La città aspetta aspetta.", "aspetta aspetta"),
        Example("en", "hi", "He walked slowly.", "वह धीरे धीरे चला।"),
        Example("fr", "en", "Il vit à Pago Pago.", "He lives in Pago Pago."),
        Example("zh", "en", "范冰冰来了。", "Fan Bing Bing has come."),
        Example("en", "fr", "We are meeting again.", "Nous nous retrouvons."),
        Example("en", "de", "I like playing games.", "Weil ich Spiele spiele."),
        Example("de", "en", "Beim Play-in in Athen", "At the play-in in Athens"),
        Example("en", "sv", "It is about this.", "Det det handlar om är detta."),
        Example("en", "de", "Room 2 2 a", "Raum 2 2 a"),
    ),
)
