"""Yandex Translate, by the API v2 of Yandex Cloud.

Not through deep-translator: its API v1.5 was switched off.
"""

from reviewer.engines.engine import KEY, Cost, Engine, Need, Question, standing_at
from reviewer.engines.languages import Languages, by_tag
from reviewer.engines.wire import Wire

_CODES = by_tag(
    "af am ar az ba be bg bn bs ca ceb cs cv cy da de el en eo es et eu fa fi fr ga gd gl gu he hi hr ht hu hy id is "
    "it ja jv ka kk km kn ko ky la lb lo lt lv mg mhr mi mk ml mn mr mrj ms mt my ne nl no pa pap pl pt pt-BR ro ru "
    "sah si sk sl sq sr sr-Latn su sv sw ta te tg th tl tr tt udm uk ur uz vi xh yi zh zu".split()
)


def _ask(question: Question, wire: Wire) -> str:
    body = {
        "sourceLanguageCode": question.source,
        "targetLanguageCode": question.target,
        "texts": [question.text],
        "format": "PLAIN_TEXT",
    }
    if folder := question.account["folder"]:
        body["folderId"] = folder
    answer = wire.json(
        "POST",
        f"{question.base}/translate/v2/translate",
        body=body,
        headers={"Authorization": f"Api-Key {question.account['key']}"},
    )
    text: str = answer["translations"][0]["text"]
    return text


ENGINE = Engine(
    id="yandex",
    title="Yandex Translate",
    description="Yandex Cloud in Russia gets the text, against a key.",
    ask=_ask,
    cost=Cost.PAID,
    needs=(
        KEY,
        Need("folder", "Folder of the key", required=False),
        standing_at("https://translate.api.cloud.yandex.net"),
    ),
    languages=Languages(_CODES, _CODES),
    limit=10_000,
)
