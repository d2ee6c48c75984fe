"""The way to the network: proxies and certificates of the system, no other host, nothing given away."""

import os
import shutil
import ssl
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from deep_translator import constants

from reviewer.engines.deepl import ENGINE as DEEPL
from reviewer.engines.engine import Account, Pace, all_engines
from reviewer.engines.errors import NoNetwork, Nonsense, NotSetUp
from reviewer.engines.languages import Languages, by_tag, code_of
from reviewer.engines.library_codes import BAIDU_CODES, GOOGLE_CODES, MYMEMORY_CODES, QCRI_CODES
from reviewer.engines.service import Answer, Service
from tests.engines import host as faults
from tests.engines.fakes import HASTY, translated
from tests.engines.host import Handler, Host
from tests.engines.wire_formats import KEY, WIRE_FORMATS

ENGINES = {engine.id: engine for engine in all_engines()}


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    host = Host(WIRE_FORMATS["deepl"])
    yield host
    host.close()
    assert host.mistakes == []


def asked(address: str, *texts: str) -> list[Answer]:
    account = Account({"key": KEY, "address": address})
    engine = replace(DEEPL, pace=Pace(at_once=1, per_second=10_000))
    service = Service(lambda engine: account, engines=[engine], patience=HASTY)
    answers = translated(service, *(texts or ("Ja.",)))
    service.close()
    return answers


def said(answer: Answer) -> str:
    assert answer.error is not None
    told = "".join(traceback.format_exception(answer.error))
    assert KEY not in told
    assert answer.error.__context__ is None
    return str(answer.error)


def test_a_host_that_is_not_there_is_named() -> None:
    (answer,) = asked("http://127.0.0.1:9")
    assert isinstance(answer.error, NoNetwork)
    assert "127.0.0.1:9" in said(answer)


@pytest.mark.parametrize("address", ["example", "http://", "ftp://127.0.0.1/", "http://[::1", "http://a b/"])
def test_an_address_that_is_none_is_said_so(address: str) -> None:
    (answer,) = asked(address)
    assert isinstance(answer.error, NotSetUp | NoNetwork), answer
    assert said(answer)


def test_what_stands_in_an_address_for_logging_in_is_not_shown(host: Host) -> None:
    (answer,) = asked(f"http://user:{KEY}@127.0.0.1:9")
    assert "127.0.0.1:9" in said(answer)
    assert "user" not in said(answer)


def test_the_proxy_of_the_system_is_used_and_named_where_it_fails(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", host.address)
    (answer,) = asked("http://translate.invalid")
    assert answer.text == "JA."
    assert host.heard[0].target == "http://translate.invalid/v2/translate"
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    (answer,) = asked("http://translate.invalid")
    assert "proxy" in said(answer)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert asked(host.address)[0].text == "JA."


def test_a_password_in_netrc_is_not_given_away_and_does_not_displace_the_key(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login ana password hunter2\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    assert asked(host.address)[0].text == "JA."


def test_no_cookie_is_kept(host: Host) -> None:
    def with_cookie(handler: Handler, right: bytes) -> None:
        handler.reply(right, Set_Cookie="id=4711; Path=/")

    host.always = with_cookie
    asked(host.address, "Ja.", "Nein.")
    assert len(host.heard) == 2
    assert not any("cookie" in heard.headers for heard in host.heard)


def test_a_connection_serves_several_requests(host: Host) -> None:
    asked(host.address, *(f"Satz {n}." for n in range(20)))
    assert len(host.heard) == 20
    assert host.connections == 1


def test_another_host_gets_nothing_by_a_redirection(host: Host) -> None:
    elsewhere = Host(WIRE_FORMATS["deepl"])
    host.always = faults.redirect(f"{elsewhere.address}/v2/translate")
    (answer,) = asked(host.address)
    elsewhere.close()
    assert isinstance(answer.error, Nonsense)
    assert "another host" in said(answer)
    assert elsewhere.heard == []


def test_a_redirection_to_itself_ends(host: Host) -> None:
    host.always = faults.redirect("/v2/translate")
    (answer,) = asked(host.address)
    assert "in circles" in said(answer)
    assert len(host.heard) == 4


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Make a certificate for this machine that nobody trusts."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make a certificate with")
    path = tmp_path / "certificate.pem"
    making = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    making += ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    subprocess.run([*making, "-keyout", str(path), "-out", f"{path}.crt"], check=True, capture_output=True)
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


def test_only_a_trusted_certificate_will_do(host: Host, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    host.encrypt(context)
    (answer,) = asked(f"https://127.0.0.1:{host.port}")
    assert "certificate is not trusted" in said(answer)
    assert host.heard == []
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", f"{certificate}.crt")
    assert asked(f"https://127.0.0.1:{host.port}")[0].text == "JA."


def test_listing_the_engines_loads_nothing_that_speaks_to_the_network() -> None:
    script = (
        "import sys; from reviewer.engines.engine import all_engines; assert len(all_engines()) > 9\n"
        "import reviewer.session.translation.translating\n"
        "print([name for name in ('requests', 'urllib3', 'deep_translator', 'keyring') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_codes_are_those_of_the_library() -> None:
    assert set(GOOGLE_CODES) == set(constants.GOOGLE_LANGUAGES_TO_CODES.values())
    assert set(MYMEMORY_CODES) == set(constants.MY_MEMORY_LANGUAGES_TO_CODES.values())
    assert set(QCRI_CODES) == set(constants.QCRI_LANGUAGE_TO_CODE.values())
    assert set(BAIDU_CODES.values()) == set(constants.BAIDU_LANGUAGE_TO_CODE.values())


@pytest.mark.parametrize(
    ("engine", "tag", "code"),
    [
        ("google", "he", "iw"),
        ("google", "nb-NO", "no"),
        ("google", "zh", "zh-CN"),
        ("google", "zh-Hant-HK", "zh-TW"),
        ("google", "zh-SG", "zh-CN"),
        ("google", "fil", "tl"),
        ("google", "de-CH", "de"),
        ("google", "sr-Latn", None),
        ("deepl", "en", "EN-US"),
        ("deepl", "en-IE", "EN-US"),
        ("deepl", "en-GB", "EN-GB"),
        ("deepl", "pt", "PT-BR"),
        ("deepl", "pt-PT", "PT-PT"),
        ("deepl", "zh-TW", "ZH-HANT"),
        ("deepl", "es-419", "ES-419"),
        ("mymemory", "de", "de-DE"),
        ("mymemory", "de-AT", "de-AT"),
        ("mymemory", "fr", "fr-FR"),
        ("microsoft", "sr", "sr-Cyrl"),
        ("microsoft", "sr-Latn-RS", "sr-Latn"),
        ("microsoft", "pt-PT", "pt-PT"),
        ("baidu", "ja", "jp"),
        ("baidu", "zh-Hant", "cht"),
        ("papago", "zh-Hans", "zh-CN"),
        ("openai", "de-AT", "German (Austria)"),
        ("openai", "sr-Latn", "Serbian (Latin)"),
    ],
)
def test_a_language_has_the_engines_own_code(engine: str, tag: str, code: str | None) -> None:
    known = ENGINES[engine].languages
    assert known is not None
    assert code_of(tag, known.targets) == code


def test_a_pair_is_known_in_its_own_direction_only() -> None:
    codes = by_tag(["de", "en", "fr"])
    known = Languages(codes, codes, frozenset({("de", "en")}))
    assert known.codes("de-AT", "en") == ("de", "en")
    assert known.codes("en", "de") is None
    assert known.codes("de", "de-CH") is None
