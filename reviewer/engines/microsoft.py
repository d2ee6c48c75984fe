"""Microsoft Translator, by its API v3.

Not through deep-translator: making its translator asks the network for the list of languages each time, and
where a call fails it logs to the root logger and breaks with another error.
"""

from reviewer.engines.engine import KEY, Cost, Engine, Need, Question, standing_at
from reviewer.engines.errors import Quota
from reviewer.engines.languages import Languages, by_tag
from reviewer.engines.reply import trouble_of
from reviewer.engines.wire import Wire

_USED_UP = 403001
"""The error of a free subscription whose characters are used up."""

_CODES = (
    "af am ar as az ba bg bn bo bs ca cs cy da de dv el en es et eu fa fi fil fj fo fr fr-CA ga gl gu he hi hr hsb "
    "ht hu hy id is it iu ja ka kk km kmr kn ko ku ky lo lt lv lzh mg mi mk ml mn-Cyrl mn-Mong mr ms mt my nb ne nl "
    "or pa pl prs ps pt pt-PT ro ru sk sl sm so sq sr-Cyrl sr-Latn sv sw ta te th ti tk to tr tt ty ug uk ur uz vi "
    "yue zh-Hans zh-Hant zu"
).split()


def _ask(question: Question, wire: Wire) -> str:
    headers = {"Ocp-Apim-Subscription-Key": question.account["key"]}
    if region := question.account["region"]:
        headers["Ocp-Apim-Subscription-Region"] = region
    reply = wire.send(
        "POST",
        f"{question.base}/translate",
        params={"api-version": "3.0", "from": question.source, "to": question.target},
        body=[{"Text": question.text}],
        headers=headers,
    )
    if reply.status == 403 and reply.json()["error"]["code"] == _USED_UP:
        raise Quota(f"{wire.title} has no characters left for this key. Wait for the next month or pay.")
    if not reply.ok:
        raise trouble_of(reply)
    text: str = reply.json()[0]["translations"][0]["text"]
    return text


ENGINE = Engine(
    id="microsoft",
    title="Microsoft Translator",
    description="Microsoft gets the text, against a key of Azure, and does not keep it.",
    ask=_ask,
    cost=Cost.PAID,
    needs=(
        KEY,
        Need("region", "Region of the key", required=False),
        standing_at("https://api.cognitive.microsofttranslator.com"),
    ),
    languages=Languages(by_tag(_CODES), by_tag(_CODES)),
    limit=10_000,
)
