"""What each engine's host expects and answers, as its documentation or its server's source has it."""

import hashlib
import html
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "s3cret-key-0815"
ACCOUNT = {"key": KEY, "id": "client-id", "app": "app-id", "region": "westeurope", "folder": "b1g", "model": "tiny"}


@dataclass(frozen=True)
class Heard:
    """A request as a host gets it."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return {name: values[-1] for name, values in parse_qs(urlsplit(self.target).query).items()}

    @property
    def form(self) -> dict[str, str]:
        assert self.headers["content-type"].startswith("application/x-www-form-urlencoded")
        return {name: values[-1] for name, values in parse_qs(self.body.decode()).items()}

    @property
    def json(self) -> Any:
        assert self.headers["content-type"].startswith("application/json")
        return json.loads(self.body)


@dataclass(frozen=True)
class WireFormat:
    """How one host is spoken to: German into English."""

    understood: Callable[[Heard], str]
    """Returns the text of a request; fails where the request is not as the host wants it."""
    answer: Callable[[str], str]
    """Returns the body of an answer."""
    type: str = "application/json; charset=utf-8"
    source: str = "de"
    target: str = "en"
    languages: tuple[str, str] | None = None
    """Path and body of the list of languages, where the host has one that is asked for."""


def _google(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("GET", "/m")
    assert (heard.query["sl"], heard.query["tl"]) == ("de", "en")
    return heard.query["q"]


def _google_page(text: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>Google Translate</title></head><body>"
        f'<div class="result-container">{html.escape(text)}</div></body></html>'
    )


def _mymemory(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("GET", "/get")
    assert heard.query["langpair"] == "de-DE|en-US"
    assert len(heard.query["q"].encode()) <= 500
    return heard.query["q"]


def _qcri(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("GET", "/api/v1/translate")
    query = heard.query
    assert (query["key"], query["langpair"], query["domain"]) == (KEY, "es-en", "general-fast")
    return query["text"]


def _baidu(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("POST", "/api/trans/vip/translate")
    form = heard.form
    assert (form["appid"], form["from"], form["to"]) == ("app-id", "de", "en")
    signed = "app-id" + form["q"] + form["salt"] + KEY
    assert form["sign"] == hashlib.md5(signed.encode()).hexdigest()
    return form["q"]


def _baidu_answer(text: str) -> str:
    lines = [{"src": "…", "dst": line} for line in text.split("\n")]
    return json.dumps({"from": "de", "to": "en", "trans_result": lines}, ensure_ascii=False)


def _deepl(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("POST", "/v2/translate")
    assert heard.headers["authorization"] == f"DeepL-Auth-Key {KEY}"
    body = heard.json
    assert (body["source_lang"], body["target_lang"]) == ("DE", "EN-US")
    (text,) = body["text"]
    return str(text)


def _microsoft(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("POST", "/translate")
    assert heard.query == {"api-version": "3.0", "from": "de", "to": "en"}
    assert heard.headers["ocp-apim-subscription-key"] == KEY
    assert heard.headers["ocp-apim-subscription-region"] == "westeurope"
    (text,) = heard.json
    return str(text["Text"])


def _libretranslate(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("POST", "/translate")
    body = heard.json
    assert (body["source"], body["target"], body["format"], body["api_key"]) == ("de", "en", "text", KEY)
    return str(body["q"])


def _openai(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("POST", "/chat/completions")
    assert heard.headers["authorization"] == f"Bearer {KEY}"
    body = heard.json
    assert body["model"] == "tiny"
    system, user = body["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert "from German into English" in system["content"]
    return str(user["content"])


def _openai_answer(text: str) -> str:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    return json.dumps({"id": "chatcmpl-1", "object": "chat.completion", "choices": [choice]}, ensure_ascii=False)


def _yandex(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("POST", "/translate/v2/translate")
    assert heard.headers["authorization"] == f"Api-Key {KEY}"
    body = heard.json
    assert (body["sourceLanguageCode"], body["targetLanguageCode"], body["folderId"]) == ("de", "en", "b1g")
    (text,) = body["texts"]
    return str(text)


def _papago(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("POST", "/nmt/v1/translation")
    assert heard.headers["x-ncp-apigw-api-key-id"] == "client-id"
    assert heard.headers["x-ncp-apigw-api-key"] == KEY
    assert (heard.form["source"], heard.form["target"]) == ("fr", "en")
    return heard.form["text"]


def _apertium(heard: Heard) -> str:
    assert (heard.method, heard.path) == ("POST", "/translate")
    assert (heard.form["langpair"], heard.form["markUnknown"]) == ("deu|eng", "no")
    return heard.form["q"]


def _nested(*path: Any) -> Callable[[str], str]:
    """Return a function that puts a text into objects and lists."""

    def answer(text: str) -> str:
        value: Any = text
        for step in reversed(path):
            value = [value] if step == 0 else {step: value}
        return json.dumps(value, ensure_ascii=False)

    return answer


WIRE_FORMATS = {
    "google": WireFormat(_google, _google_page, type="text/html; charset=utf-8"),
    "mymemory": WireFormat(
        _mymemory,
        lambda text: json.dumps(
            {"responseData": {"translatedText": text, "match": 0.85}, "responseStatus": 200, "matches": []},
            ensure_ascii=False,
        ),
    ),
    "qcri": WireFormat(
        _qcri, lambda text: json.dumps({"success": True, "translatedText": text}, ensure_ascii=False), source="es"
    ),
    "baidu": WireFormat(_baidu, _baidu_answer),
    "deepl": WireFormat(_deepl, _nested("translations", 0, "text")),
    "microsoft": WireFormat(_microsoft, _nested(0, "translations", 0, "text")),
    "libretranslate": WireFormat(
        _libretranslate,
        _nested("translatedText"),
        languages=("/languages", json.dumps([{"code": c, "name": c, "targets": ["de", "en"]} for c in ("de", "en")])),
    ),
    "openai": WireFormat(_openai, _openai_answer),
    "yandex": WireFormat(_yandex, _nested("translations", 0, "text")),
    "papago": WireFormat(_papago, _nested("message", "result", "translatedText"), source="fr"),
    "apertium": WireFormat(
        _apertium,
        _nested("responseData", "translatedText"),
        languages=(
            "/listPairs",
            json.dumps({"responseData": [{"sourceLanguage": "deu", "targetLanguage": "eng"}], "responseStatus": 200}),
        ),
    ),
}
"""By engine."""
