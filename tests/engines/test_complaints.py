"""What an engine complains of in words of its own is understood: key, quota, languages, text."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from reviewer.engines.deepl import ENGINE as DEEPL
from reviewer.engines.engine import Account
from reviewer.engines.errors import BadKey, Busy, Nonsense, NotSetUp, Quota, Refused, WrongLanguages
from reviewer.engines.reply import Reply, trouble_of
from tests.engines.host import Handler, redirect
from tests.engines.test_contract import GERMAN, Desk
from tests.engines.test_contract import desk as desk


def _mymemory(status: int | str, text: str = "x", details: str = "", **more: Any) -> dict[str, Any]:
    return {"responseData": {"translatedText": text}, "responseStatus": status, "responseDetails": details, **more}


def _openai(reason: str, **message: Any) -> dict[str, Any]:
    return {"choices": [{"finish_reason": reason, "message": {"role": "assistant", "content": "The fer", **message}}]}


@pytest.mark.parametrize(
    ("desk", "status", "body", "error"),
    [
        ("deepl", 403, {"message": "Invalid auth key"}, BadKey),
        ("deepl", 456, {"message": "Quota exceeded"}, Quota),
        ("deepl", 413, {}, Refused),
        ("microsoft", 401, {"error": {"code": 401000, "message": "missing or invalid"}}, BadKey),
        ("microsoft", 403, {"error": {"code": 403000, "message": "not allowed"}}, BadKey),
        ("microsoft", 403, {"error": {"code": 403001, "message": "out of call volume quota"}}, Quota),
        ("microsoft", 400, {"error": {"code": 400036, "message": "The target language is not valid"}}, Refused),
        (
            "mymemory",
            200,
            _mymemory(200, "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS."),
            Quota,
        ),
        ("mymemory", 200, _mymemory(200, quotaFinished=True), Quota),
        ("mymemory", 200, _mymemory("403", "INVALID", "'XX' IS AN INVALID TARGET LANGUAGE"), WrongLanguages),
        ("mymemory", 200, _mymemory(403, "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS"), Refused),
        ("mymemory", 200, _mymemory(500, "[MYMEMORY UNEXPECTED ERROR]"), Busy),
        ("baidu", 200, {"error_code": "52003", "error_msg": "UNAUTHORIZED USER"}, BadKey),
        ("baidu", 200, {"error_code": "54001", "error_msg": "Invalid Sign"}, BadKey),
        ("baidu", 200, {"error_code": "54003", "error_msg": "Invalid Access Limit"}, Busy),
        ("baidu", 200, {"error_code": "54004", "error_msg": "Please recharge"}, Quota),
        ("baidu", 200, {"error_code": "58001", "error_msg": "INVALID_TO_PARAM"}, WrongLanguages),
        ("baidu", 200, {"error_code": "59999", "error_msg": "?"}, Refused),
        ("qcri", 200, {"success": False, "error": "Invalid key"}, Refused),
        ("papago", 400, {"error": {"errorCode": "N2MT04", "message": "Unsupported target language"}}, WrongLanguages),
        ("papago", 400, {"error": {"errorCode": "N2MT08", "message": "Text too long"}}, Refused),
        ("papago", 400, {"error": {"errorCode": "N2MT99", "message": "Internal server errors"}}, Busy),
        ("papago", 401, {"error": {"errorCode": "200", "message": "Authentication Failed"}}, BadKey),
        ("libretranslate", 403, {"error": "Invalid API key"}, BadKey),
        ("libretranslate", 400, {"error": "Invalid request: request (3000) exceeds text limit (2000)"}, Refused),
        ("libretranslate", 400, {"error": "de is not supported"}, Refused),
        ("openai", 401, {"error": {"code": "invalid_api_key"}}, BadKey),
        ("openai", 404, {"error": {"code": "model_not_found"}}, NotSetUp),
        ("openai", 429, {"error": {"code": "insufficient_quota"}}, Quota),
        ("openai", 429, {"error": {"code": "rate_limit_exceeded"}}, Busy),
        ("openai", 200, _openai("length"), Nonsense),
        ("openai", 200, _openai("content_filter"), Refused),
        ("openai", 200, _openai("stop", refusal="I cannot help with that."), Refused),
        ("openai", 200, _openai("stop", content=None), Nonsense),
        ("yandex", 401, {"code": 16, "message": "Unknown api key"}, BadKey),
        ("yandex", 429, {"code": 8, "message": "limit on units was exceeded"}, Busy),
        ("apertium", 400, {"status": "error", "code": 400, "explanation": "That pair is not installed"}, Refused),
    ],
    indirect=["desk"],
)
def test_a_complaint_is_understood(desk: Desk, status: int, body: dict[str, Any], error: type[Exception]) -> None:
    def complain(handler: Handler, right: bytes) -> None:
        handler.reply(json.dumps(body).encode(), status)

    desk.host.always = complain
    (answer,) = desk.translated(GERMAN)
    assert type(answer.error) is error
    assert not answer.text


@pytest.mark.parametrize("desk", ["google"], indirect=True)
def test_whom_google_asks_to_prove_to_be_human_has_asked_too_often(desk: Desk) -> None:
    to = "https://www.google.com/sorry/index?continue=https://translate.google.com/m"
    desk.host.faults.append(redirect(to))
    assert desk.translated(GERMAN)[0].text == GERMAN.upper()
    desk.host.always = redirect(to)
    (answer,) = desk.translated("Noch ein Satz.")
    assert isinstance(answer.error, Busy)
    assert "too often" in str(answer.error)


@pytest.mark.parametrize(("key", "host"), [("abc:fx", "api-free.deepl.com"), ("abc", "api.deepl.com")])
def test_a_key_of_the_free_plan_goes_to_its_own_host(key: str, host: str) -> None:
    usual = next(need.default for need in DEEPL.needs if need.name == "address")
    assert DEEPL.host(Account({"key": key, "address": usual})) == host
    assert DEEPL.host(Account({"key": key, "address": "https://gate.example/"})) == "gate.example"


def test_how_long_a_host_asks_to_wait_is_read_in_seconds_and_as_a_date() -> None:
    def seconds(value: str) -> float | None:
        trouble = trouble_of(Reply("Fake", 503, {"Retry-After": value}, b""))
        assert isinstance(trouble, Busy)
        return trouble.seconds

    assert seconds("7") == 7
    assert seconds("soon") is None
    assert seconds(format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True)) == 0
    later = seconds(format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True))
    assert later is not None and 80 < later <= 90
