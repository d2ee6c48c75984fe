"""Apertium APY: free machine translation by rules, on one's own machine (Debian: `apertium-apy`)."""

import re

from reviewer.engines.engine import Account, Cost, Engine, Pace, Question, standing_at
from reviewer.engines.languages import Languages, canonical
from reviewer.engines.wire import Wire

_TWO_LETTERS = {
    "afr": "af", "arg": "an", "ara": "ar", "bel": "be", "bos": "bs", "bre": "br", "bul": "bg", "cat": "ca",
    "ces": "cs", "cym": "cy", "dan": "da", "deu": "de", "ell": "el", "eng": "en", "epo": "eo", "eus": "eu",
    "fao": "fo", "fin": "fi", "fra": "fr", "gle": "ga", "glg": "gl", "hin": "hi", "hrv": "hr", "ind": "id",
    "isl": "is", "ita": "it", "kaz": "kk", "lit": "lt", "ltz": "lb", "mkd": "mk", "mlt": "mt", "msa": "ms",
    "nld": "nl", "nno": "nn", "nob": "nb", "oci": "oc", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru",
    "slk": "sk", "slv": "sl", "sme": "se", "spa": "es", "sqi": "sq", "srd": "sc", "srp": "sr", "swe": "sv",
    "tat": "tt", "tur": "tr", "ukr": "uk", "urd": "ur", "zlm": "ms",
}  # fmt: skip
"""ISO 639-3 to BCP 47, which takes the shortest code (RFC 5646, 2.2.1), for what Apertium has pairs of."""

_SERBO_CROATIAN = ("hr", "bs", "sr-Latn")
"""Its `hbs` is all of these, in Latin letters."""


_MARKS = frozenset("#@")


def _ask(question: Question, wire: Wire) -> str:
    form = {
        "langpair": f"{question.source}|{question.target}",
        "q": question.text,
        "markUnknown": "no",
        "format": "txt",
    }
    answer = wire.json("POST", f"{question.base}/translate", form=form)
    text: str = answer["responseData"]["translatedText"]
    # Marks of words it knows but cannot inflect (`#`) or translate (`@`); it takes only `*` out itself.
    for mark in _MARKS - set(question.text):
        text = re.sub(rf"{mark}(?=\w)", "", text)
    return text


def _learn(account: Account, wire: Wire) -> Languages:
    rows = wire.json("GET", f"{account['address'].rstrip('/')}/listPairs")["responseData"]
    pairs = frozenset((row["sourceLanguage"], row["targetLanguage"]) for row in rows)
    return Languages(_by_tag({one for one, _ in pairs}), _by_tag({other for _, other in pairs}), pairs)


def _by_tag(codes: set[str]) -> dict[str, str]:
    tags: dict[str, str] = {}
    for code in sorted(codes):
        language, *rest = code.split("_")
        for short in _SERBO_CROATIAN if language == "hbs" else (_TWO_LETTERS.get(language, language),):
            tags.setdefault(canonical("-".join((short, *rest))), code)
    return tags


ENGINE = Engine(
    id="apertium",
    title="Apertium",
    description="Free software that runs on your own machine, or wherever the server you name stands.",
    ask=_ask,
    cost=Cost.OWN,
    needs=(standing_at("http://localhost:2737"),),
    learn=_learn,
    limit=5000,
    # Nobody else waits; a server of one's own answers some hundred a second.
    pace=Pace(at_once=4, per_second=200.0),
)
