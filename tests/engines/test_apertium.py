"""A real engine, end to end: Apertium from Debian's packages translates a sample article, and the desk opens it.

apt-get install apertium-apy apertium-eng-spa
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.__main__ import main
from reviewer.engines.apertium import ENGINE
from reviewer.engines.engine import Account
from reviewer.engines.errors import WrongLanguages
from reviewer.engines.service import Service
from reviewer.text.resources import resource
from tests.engines.fakes import translated

MODES = Path("/usr/share/apertium/modes")
SYSTEM_PYTHON = "/usr/bin/python3"

pytestmark = pytest.mark.skipif(
    not (shutil.which("apertium-apy") and (MODES / "spa-eng.mode").exists() and Path(SYSTEM_PYTHON).exists()),
    reason="Apertium is not installed (Debian: apertium-apy apertium-eng-spa)",
)

# By itself it listens to everybody.
START = """
import sys
from tornado.tcpserver import TCPServer
bind = TCPServer.bind
TCPServer.bind = lambda self, port: bind(self, port, "127.0.0.1")
from apertium_apy.apy import main
main()
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Start the server and return where it is."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    arguments = [SYSTEM_PYTHON, "-c", START, "-p", str(port), str(MODES)]
    spoken = {**os.environ, "LC_ALL": "C.UTF-8"}
    server = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=spoken)
    assert server.stdout is not None
    said = ""
    for line in server.stdout:
        said += line
        if "Serving on" in line:
            break
    assert server.poll() is None, said
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.communicate(timeout=30)


@pytest.fixture
def service(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    service = Service(lambda engine: Account({"address": address}), engines=[ENGINE])
    yield service
    service.close()


def test_the_server_tells_its_pairs(service: Service) -> None:
    assert service.can("apertium", "es", "en-GB") is None
    translated(service, "El tren.", source="es")
    assert service.can("apertium", "es-419", "en-GB")
    assert not service.can("apertium", "es", "ja")


def test_codes_lines_and_spaces_come_through(service: Service) -> None:
    bold, end = "\U000f0000", "\U000f0001"
    (answer,) = translated(service, f" El {bold}tren{end} vuelve.\nLa casa es grande. ", source="es")
    assert answer.error is None
    assert answer.notes == ()
    first, second = answer.text.split("\n")
    assert f"{bold}train{end}" in first
    assert "house" in second
    assert answer.text[0] == answer.text[-1] == " "


def test_a_pair_that_is_not_installed_is_refused_before_any_text_is_sent(service: Service) -> None:
    (answer,) = translated(service, "El tren vuelve.", source="es", to="de")
    assert isinstance(answer.error, WrongLanguages)


@pytest.mark.skipif(sys.platform != "linux", reason="folders are moved by XDG variables")
def test_a_sample_article_is_translated_checked_and_opened(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    article = resource("samples/cartago/source.es.txt")
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    monkeypatch.setenv("REVIEWER_APERTIUM_ADDRESS", address)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    out, project, picture = tmp_path / "out.txt", tmp_path / "out.review", tmp_path / "desk.png"
    places = ["-o", str(out), "--project", str(project)]
    assert main(["translate", str(article), "--from", "es", "--to", "en", "--engine", "apertium", *places]) == 0
    source, target = (path.read_text("utf-8").splitlines() for path in (article, out))
    assert len(source) == len(target)
    assert "train" in target[0]
    assert not any("#" in line for line in target)
    assert not set(source) & set(target)
    assert main(["check", str(project)]) in (0, 1)
    assert " findings" in capsys.readouterr().out
    opening = [sys.executable, "-m", "reviewer", "open", str(project), "--screenshot", str(picture)]
    assert subprocess.run(opening, check=False).returncode == 0
    assert picture.stat().st_size > 10_000
