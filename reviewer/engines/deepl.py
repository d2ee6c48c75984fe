"""DeepL, by its API v2.

Not through deep-translator: that sends the key and the text in the address of a GET, which DeepL no longer
answers, and knows 27 languages without their varieties.
"""

from typing import Any

from reviewer.engines.engine import KEY, Account, Cost, Engine, Markup, Question, standing_at
from reviewer.engines.languages import Languages, by_tag
from reviewer.engines.wire import Wire

_PAID, _FREE = "https://api.deepl.com", "https://api-free.deepl.com"
_CODES = "AR BG CS DA DE EL EN ES ET FI FR HE HU ID IT JA KO LT LV NB NL PL PT RO RU SK SL SV TH TR UK VI ZH".split()


def _base(account: Account) -> str:
    address = account["address"].rstrip("/")
    # Keys of the free plan end so, and are good for its host alone.
    return _FREE if address == _PAID and account["key"].endswith(":fx") else address


def _ask(question: Question, wire: Wire) -> str:
    body: dict[str, Any] = {
        "text": [question.text],
        "source_lang": question.source,
        "target_lang": question.target,
        "preserve_formatting": True,
    }
    if question.xml:
        body["tag_handling"] = "xml"
    headers = {"Authorization": f"DeepL-Auth-Key {question.account['key']}"}
    answer = wire.json("POST", f"{question.base}/v2/translate", body=body, headers=headers)
    text: str = answer["translations"][0]["text"]
    return text


ENGINE = Engine(
    id="deepl",
    title="DeepL",
    description="DeepL SE in Germany gets the text, against a key. The free plan may keep texts to learn from them.",
    ask=_ask,
    cost=Cost.PAID,
    needs=(KEY, standing_at(_PAID)),
    languages=Languages(
        by_tag(_CODES),
        by_tag(
            [code for code in _CODES if code not in ("EN", "PT", "ZH")],
            en="EN-US",
            en_US="EN-US",
            en_GB="EN-GB",
            es_419="ES-419",
            pt="PT-BR",
            pt_BR="PT-BR",
            pt_PT="PT-PT",
            zh="ZH-HANS",
            zh_Hans="ZH-HANS",
            zh_Hant="ZH-HANT",
        ),
    ),
    # A request may have 128 KiB; shorter ones are answered sooner.
    limit=10_000,
    markup=Markup.XML,
    base=_base,
)
