"""LibreTranslate, on whichever server the editor names.

Not through deep-translator: that puts the text into the address, wants a key where none is needed, and knows
17 languages whatever the server knows.
"""

from reviewer.engines.engine import Account, Cost, Engine, Need, Pace, Question, standing_at
from reviewer.engines.errors import Refused
from reviewer.engines.languages import Languages, by_tag
from reviewer.engines.reply import trouble_of
from reviewer.engines.wire import Wire


def _ask(question: Question, wire: Wire) -> str:
    body = {"q": question.text, "source": question.source, "target": question.target, "format": "text"}
    if key := question.account["key"]:
        body["api_key"] = key
    reply = wire.send("POST", f"{question.base}/translate", body=body)
    if reply.status == 400 and "limit" in str(reply.json()["error"]):
        raise Refused(f"{wire.title} on this server takes shorter texts only. Split the paragraph.")
    if not reply.ok:
        raise trouble_of(reply)
    text: str = reply.json()["translatedText"]
    return text


def _learn(account: Account, wire: Wire) -> Languages:
    known = wire.json("GET", f"{account['address'].rstrip('/')}/languages")
    codes = [row["code"] for row in known]
    # Older servers do not say what into, and translate from each into each.
    pairs = frozenset((row["code"], target) for row in known for target in row.get("targets", codes))
    return Languages(by_tag(codes), by_tag(sorted({target for _, target in pairs})), pairs)


ENGINE = Engine(
    id="libretranslate",
    title="LibreTranslate",
    description="Free software that anybody can run; whoever runs the server you name gets the text.",
    ask=_ask,
    cost=Cost.OWN,
    needs=(standing_at(""), Need("key", "Key, where the server wants one", secret=True, required=False)),
    learn=_learn,
    limit=2000,
    pace=Pace(at_once=4, per_second=50.0),
    deadline=40.0,
)
