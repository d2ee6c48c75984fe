"""The engines that deep-translator can reach as it is: Google without a key, MyMemory, QCRI, Baidu.

The library sends with `requests`, without any limit of time or size, and keeps a request's state on the
translator. So every question gets a translator of its own, whose functions find the wire where they say
`requests`; the library itself is left as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import FunctionType
from typing import Any

from reviewer.engines.engine import KEY, Cost, Engine, Measure, Need, Pace, Question, standing_at
from reviewer.engines.errors import BadKey, Busy, Quota, Refused, SentElsewhere, WrongLanguages
from reviewer.engines.languages import Languages, by_tag
from reviewer.engines.library_codes import BAIDU_CODES, GOOGLE_CODES, MYMEMORY_CODES, QCRI_CODES
from reviewer.engines.reply import ELSEWHERE, Reply
from reviewer.engines.wire import Wire
from reviewer.model.errors import EngineError

_PROOF_OF_BEING_HUMAN = "google.com/sorry/"
"""Where Google sends whoever asks too often."""

_Complaint = Callable[[str, Any], EngineError | None]
"""Takes an engine's title and the JSON of an answer with status 200; tells what it complains of."""


@dataclass(frozen=True, slots=True)
class _Response:
    """As much of a `requests.Response` as the library looks at."""

    reply: Reply
    status_code: int = 200

    @property
    def text(self) -> str:
        return self.reply.text()

    def json(self) -> Any:
        return self.reply.json()

    def close(self) -> None:
        """The answer is here whole."""


class _Requests:
    """As much of the module `requests` as the library calls."""

    def __init__(self, wire: Wire, complaint: _Complaint | None) -> None:
        self._wire = wire
        self._complaint = complaint

    def get(self, url: str, params: Mapping[str, Any], **_: Any) -> _Response:
        try:
            return self._checked(self._wire.send("GET", url, params=params))
        except SentElsewhere as error:
            if _PROOF_OF_BEING_HUMAN not in error.address:
                raise
        raise Busy(f"{self._wire.title} is asked too often from this network. Try again later.")

    def post(self, url: str, params: Mapping[str, Any], **_: Any) -> _Response:
        # The library would put the text into the address, where it is soon too long and stands in logs.
        return self._checked(self._wire.send("POST", url, form={name: str(value) for name, value in params.items()}))

    def _checked(self, reply: Reply) -> _Response:
        self._wire.good(reply)
        if self._complaint is not None and (trouble := self._complaint(self._wire.title, reply.json())):
            raise trouble
        return _Response(reply)


def _bound(translator: type, requests: _Requests) -> type:
    """Return a translator of the library whose functions call `requests`; its module keeps the real one."""
    functions = {name: value for name, value in vars(translator).items() if isinstance(value, FunctionType)}
    for name, function in functions.items():
        around = {**function.__globals__, "requests": requests}
        rebuilt = FunctionType(function.__code__, around, name, function.__defaults__, function.__closure__)
        rebuilt.__kwdefaults__ = function.__kwdefaults__
        functions[name] = rebuilt
    return type(translator.__name__, (translator,), functions)


def _ask(
    question: Question,
    wire: Wire,
    translator: str,
    path: str,
    account: Mapping[str, str],
    complaint: _Complaint | None = None,
    **options: str,
) -> str:
    """Ask through the library.

    Args:
        question: see `Engine.ask`.
        wire: see `Engine.ask`.
        translator: name of the library's class.
        path: stands behind the engine's address.
        account: the library's names of what the account has.
        complaint: tells of errors that the library takes for translations.
        options: go to `translate`.
    """
    # Loading it takes longer than all else at the start, and most editors need it late or never.
    import deep_translator

    own = _bound(getattr(deep_translator, translator), _Requests(wire, complaint))
    given = {theirs: question.account[ours] for theirs, ours in account.items()}
    asked = own(source=question.source, target=question.target, **given)
    asked._base_url = question.base + path
    text: str = asked.translate(question.text, **options)
    return text


def _mymemory_complaint(title: str, answer: Any) -> EngineError | None:
    status, said = str(answer["responseStatus"]), str(answer.get("responseDetails") or "").upper()
    text = str(answer["responseData"]["translatedText"]).upper()
    if status == "429" or answer.get("quotaFinished") or text.startswith("MYMEMORY WARNING"):
        return Quota(f"{title} gives nothing more today. Go on tomorrow, or choose another engine.")
    if status == "200":
        return None
    if "LANGUAGE" in said:
        return WrongLanguages(f"{title} does not translate between these two languages. Choose another engine.")
    if status.startswith("5"):
        return Busy(f"{title} is out of order. Try again later.")
    return Refused(f"{title} refused the paragraph (status {status}). Choose another engine.")


_BAIDU_TROUBLE: Mapping[str, tuple[type[EngineError], str]] = {
    "52001": (Busy, "takes too long. Try again later."),
    "52002": (Busy, "is out of order. Try again later."),
    "52003": (BadKey, "does not know the app ID. Enter it anew."),
    "54001": (BadKey, "does not accept the key. Enter it anew."),
    "54003": (Busy, "is asked too often. Try again later."),
    "54004": (Quota, "has no credit left for this key. Pay, or choose another engine."),
    "54005": (Busy, "is asked too often. Try again later."),
    "58000": (BadKey, "does not accept the key from this network. Change that where you got the key."),
    "58001": (WrongLanguages, "does not translate between these two languages. Choose another engine."),
    "58002": (BadKey, "has closed the account. Open it where you got the key."),
    "90107": (BadKey, "has not verified the account. Do that where you got the key."),
}
"""Its error codes (Baidu Translate open platform, general text translation)."""


def _baidu_complaint(title: str, answer: Any) -> EngineError | None:
    code = str(answer.get("error_code", "52000"))
    if code == "52000":
        return None
    kind, what = _BAIDU_TROUBLE.get(code, (Refused, f"refused the paragraph (error {code}). Choose another engine."))
    return kind(f"{title} {what}")


def _qcri_complaint(title: str, answer: Any) -> EngineError | None:
    if answer.get("success") is False:
        return Refused(f"{title} refused the paragraph. Check the key. {ELSEWHERE}")
    return None


_GOOGLE = by_tag(GOOGLE_CODES)
# The varieties most speakers of the language write; without these, the first in the list would do.
_MYMEMORY = by_tag(
    MYMEMORY_CODES,
    ar="ar-SA",
    de="de-DE",
    en="en-US",
    es="es-ES",
    fr="fr-FR",
    it="it-IT",
    nl="nl-NL",
    pt="pt-BR",
    zh="zh-CN",
)
_QCRI = by_tag(QCRI_CODES)

ENGINE = (
    Engine(
        id="google",
        title="Google",
        description="Google gets the text, without a key or an account, and without any promise about it.",
        ask=partial(_ask, translator="GoogleTranslator", path="/m", account={}),
        cost=Cost.FREE,
        needs=(standing_at("https://translate.google.com"),),
        languages=Languages(_GOOGLE, _GOOGLE),
        limit=4900,
        address_limit=15_000,
        pace=Pace(at_once=2, per_second=4.0),
    ),
    Engine(
        id="mymemory",
        title="MyMemory",
        description="Translated in Italy gets the text, free up to some 5,000 characters a day, and may keep it.",
        ask=partial(_ask, translator="MyMemoryTranslator", path="/get", account={}, complaint=_mymemory_complaint),
        cost=Cost.FREE,
        needs=(standing_at("https://api.mymemory.translated.net"),),
        languages=Languages(_MYMEMORY, _MYMEMORY),
        limit=490,
        measure=Measure.BYTES,
        pace=Pace(at_once=1, per_second=2.0),
    ),
    Engine(
        id="qcri",
        title="QCRI",
        description="The Qatar Computing Research Institute gets the text, against a free key.",
        ask=partial(
            _ask,
            translator="QcriTranslator",
            path="/api/v1/{endpoint}",
            account={"api_key": "key"},
            complaint=_qcri_complaint,
            domain="general-fast",
        ),
        cost=Cost.FREE,
        needs=(KEY, standing_at("https://mt.qcri.org")),
        languages=Languages(_QCRI, _QCRI),
        limit=2000,
        address_limit=6000,
        pace=Pace(at_once=2, per_second=2.0),
    ),
    Engine(
        id="baidu",
        title="Baidu",
        description="Baidu in China gets the text, against a key.",
        ask=partial(
            _ask,
            translator="BaiduTranslator",
            path="/api/trans/vip/translate",
            account={"appid": "app", "appkey": "key"},
            complaint=_baidu_complaint,
        ),
        cost=Cost.PAID,
        needs=(Need("app", "App ID"), KEY, standing_at("https://fanyi-api.baidu.com")),
        languages=Languages(BAIDU_CODES, BAIDU_CODES),
        limit=5900,
        measure=Measure.BYTES,
        # One a second is what an account has that was not verified.
        pace=Pace(at_once=1, per_second=1.0),
    ),
)
