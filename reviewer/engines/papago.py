"""Papago, by the API of NAVER Cloud.

Not through deep-translator: the interface for developers that it calls was closed in 2024.
"""

from reviewer.engines.engine import KEY, Cost, Engine, Need, Question, standing_at
from reviewer.engines.errors import Busy, Refused, WrongLanguages
from reviewer.engines.languages import Languages, by_tag
from reviewer.engines.reply import ELSEWHERE, trouble_of
from reviewer.engines.wire import Wire

_CODES = by_tag("ko en ja zh-CN zh-TW vi id th de ru es it fr".split())
_BOTH_WAYS = (
    *(("ko", other) for other in _CODES.values() if other != "ko"),
    *(("en", other) for other in ("ja", "zh-CN", "zh-TW", "fr")),
    ("ja", "zh-CN"),
    ("ja", "zh-TW"),
    ("zh-CN", "zh-TW"),
)
_PAIRS = frozenset(_BOTH_WAYS) | {(other, one) for one, other in _BOTH_WAYS}


def _ask(question: Question, wire: Wire) -> str:
    reply = wire.send(
        "POST",
        f"{question.base}/nmt/v1/translation",
        form={"source": question.source, "target": question.target, "text": question.text},
        headers={
            "X-NCP-APIGW-API-KEY-ID": question.account["id"],
            "X-NCP-APIGW-API-KEY": question.account["key"],
        },
    )
    if reply.status == 400:
        code = str(reply.json()["error"]["errorCode"])
        if code in ("N2MT02", "N2MT04", "N2MT05", "N2MT06"):
            raise WrongLanguages(f"{wire.title} does not translate between these two languages. {ELSEWHERE}")
        if code == "N2MT99":
            raise Busy(f"{wire.title} is out of order. Try again later.")
        raise Refused(f"{wire.title} refused the paragraph ({code}). Choose another engine.")
    if not reply.ok:
        raise trouble_of(reply)
    text: str = reply.json()["message"]["result"]["translatedText"]
    return text


ENGINE = Engine(
    id="papago",
    title="Papago",
    description="NAVER in Korea gets the text, against a key of NAVER Cloud.",
    ask=_ask,
    cost=Cost.PAID,
    needs=(Need("id", "Client ID"), KEY, standing_at("https://papago.apigw.ntruss.com")),
    languages=Languages(_CODES, _CODES, _PAIRS),
    limit=5000,
)
