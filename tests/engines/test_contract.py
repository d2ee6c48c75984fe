"""Every engine, spoken to in its own wire format, keeps the contract whatever its host does."""

import os
import threading
import traceback
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reviewer.engines.engine import Account, Cost, Engine, all_engines
from reviewer.engines.errors import BadKey, Busy, NoNetwork, Nonsense, SentElsewhere, TooSlow
from reviewer.engines.service import Answer, Service, Text
from reviewer.model.sent import Sent
from tests.engines import host as faults
from tests.engines.fakes import HASTY, Collected, Memory
from tests.engines.host import Fault, Host
from tests.engines.wire_formats import ACCOUNT, KEY, WIRE_FORMATS

ENGINES = {engine.id: engine for engine in all_engines()}
GERMAN = "Die Fähre fährt um neun."


class Desk:
    """One engine with its host, and what an editor would see of it."""

    def __init__(self, engine: Engine) -> None:
        self.format = WIRE_FORMATS[engine.id]
        self.host = Host(self.format)
        self.engine = replace(engine, pace=replace(engine.pace, per_second=10_000.0))
        self.sent: list[Sent] = []
        self.memory = Memory()
        self.services: list[Service] = []

    def account(self, engine: Engine) -> Account:
        named = {need.name: ACCOUNT.get(need.name, "") for need in engine.needs}
        return Account({**named, "address": self.host.address})

    def translated(self, *texts: str, deadline: float = 10.0) -> list[Answer]:
        """Have texts translated, in their order."""
        engine = replace(self.engine, deadline=deadline)
        service = Service(self.account, engines=[engine], cache=self.memory, note=self.sent.append, patience=HASTY)
        self.services.append(service)
        collected = Collected()
        asked = [Text(str(n), text) for n, text in enumerate(texts)]
        batch = service.translate(asked, self.format.source, self.format.target, engine.id, collected)
        assert batch.wait(20)
        return [collected.answers[text.id] for text in asked]

    def close(self) -> None:
        for service in self.services:
            service.close(0)
        self.host.close()


@pytest.fixture(params=sorted(ENGINES))
def desk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    desk = Desk(ENGINES[request.param])
    yield desk
    desk.close()
    assert desk.host.mistakes == []


def test_every_engine_that_is_there_is_tested() -> None:
    assert set(ENGINES) == set(WIRE_FORMATS)


def test_a_paragraph_comes_back_translated(desk: Desk) -> None:
    (answer,) = desk.translated(f"  {GERMAN}\u00a0")
    assert answer.error is None
    assert answer.text == f"  {GERMAN.upper()}\u00a0"
    assert answer.notes == ()
    assert desk.host.texts == [GERMAN]


def test_many_paragraphs_at_once_each_get_their_own(desk: Desk) -> None:
    texts = [f"Absatz {n} über „Fähren“ & <Häfen>." for n in range(40)]
    assert [answer.text for answer in desk.translated(*texts)] == [text.upper() for text in texts]


def test_a_paragraph_over_the_limit_is_cut_at_sentences_and_put_together(desk: Desk) -> None:
    text = " ".join(f"Die große Fähre „Ægir“ Nummer {n} fährt\u00a0heute um neun." for n in range(220))
    (answer,) = desk.translated(text)
    assert answer.text == text.upper()
    assert all(desk.engine.fits(asked) for asked in desk.host.texts)
    assert all(asked.startswith("Die ") and asked.endswith(".") for asked in desk.host.texts)
    assert len(desk.host.texts) < 40


def test_inline_codes_survive(desk: Desk) -> None:
    bold, end = "\U000f0000", "\U000f0001"
    (answer,) = desk.translated(f"Die {bold}große{end} Fähre & <mehr>.")
    assert answer.text == f"DIE {bold}GROSSE{end} FÄHRE & <MEHR>."
    assert answer.notes == ()


def test_what_left_is_noted_without_text_or_key(desk: Desk) -> None:
    desk.host.faults.append(faults.status(500))
    desk.translated(GERMAN)
    noted = [sent for sent in desk.sent if sent.characters]
    assert [(s.engine, s.host, s.characters, s.segments) for s in noted] == [
        (desk.engine.id, f"127.0.0.1:{desk.host.port}", len(GERMAN), ("0",))
    ] * 2
    assert len(desk.sent) == len(desk.host.heard)
    assert KEY not in repr(desk.sent)
    assert "Fähre" not in repr(desk.sent)


@pytest.mark.parametrize(
    "fault",
    [
        faults.status(429, Retry_After="0"),
        faults.status(500),
        faults.status(503),
        faults.drop,
        faults.drop_in_the_middle,
    ],
    ids=["429", "500", "503", "dropped", "dropped half-way"],
)
def test_a_fault_that_passes_is_not_seen(desk: Desk, fault: Fault) -> None:
    desk.host.faults.append(fault)
    (answer,) = desk.translated(GERMAN)
    assert answer.text == GERMAN.upper()
    assert desk.host.texts == [GERMAN] * 2


@pytest.mark.parametrize(
    ("fault", "error", "requests"),
    [
        (faults.status(429, Retry_After="3600"), Busy, 1),
        (faults.status(500), Busy, HASTY.attempts),
        (faults.drop, NoNetwork, HASTY.attempts),
        (faults.status(401), BadKey, 1),
        (faults.broken, Nonsense, 1),
        (faults.page, Nonsense, 1),
        (faults.latin, Nonsense, 1),
        (faults.huge, Nonsense, 1),
        (faults.bomb, Nonsense, 1),
        (faults.redirect("http://localhost:9/elsewhere"), SentElsewhere, 1),
        (faults.redirect("file:///etc/passwd"), SentElsewhere, 1),
    ],
    ids=[
        "429",
        "500",
        "dropped",
        "401",
        "broken",
        "page",
        "charset",
        "10 MB",
        "10 MB packed",
        "redirect",
        "redirect to a file",
    ],
)
def test_a_fault_that_stays_is_one_sentence_at_its_paragraph(
    desk: Desk, fault: Fault, error: type[Exception], requests: int
) -> None:
    desk.host.always = fault
    (answer,) = desk.translated(GERMAN)
    assert type(answer.error) is error
    assert not answer.text
    assert len(desk.host.texts) == requests
    assert desk.memory.kept == {}
    said = "".join(traceback.format_exception(answer.error))
    assert desk.engine.title in said
    assert KEY not in said
    assert "Fähre" not in said
    assert answer.error.__context__ is None
    assert str(answer.error).endswith(".")


@pytest.mark.parametrize(
    "fault",
    [faults.silence, faults.endless, faults.endless_and_last, faults.endless_head],
    ids=lambda fault: fault.__name__,
)
def test_an_answer_that_never_ends_is_ended(desk: Desk, fault: Fault) -> None:
    desk.host.always = fault
    (answer,) = desk.translated(GERMAN, deadline=0.1)
    assert isinstance(answer.error, TooSlow)
    assert "0.1 seconds" in str(answer.error)
    # The call is gone, though the host goes on.
    calls = [thread for thread in threading.enumerate() if thread.name == "engine call"]
    for call in calls:
        call.join(5)
        assert not call.is_alive()


def test_an_answer_in_utf_8_is_read_whatever_it_is_called(desk: Desk) -> None:
    desk.host.always = faults.mislabelled
    assert desk.translated(GERMAN)[0].text == GERMAN.upper()


def test_a_redirection_on_the_same_host_is_followed(desk: Desk) -> None:
    def here(handler: faults.Handler, right: bytes) -> None:
        handler.reply(b"", 307, Location=handler.path)

    desk.host.faults.append(here)
    assert desk.translated(GERMAN)[0].text == GERMAN.upper()


def test_the_host_shown_is_the_host_that_gets_the_text(desk: Desk) -> None:
    account = desk.account(desk.engine)
    desk.translated(GERMAN)
    assert {sent.host for sent in desk.sent} == {desk.engine.host(account)}


def test_nothing_is_sent_by_listing(desk: Desk) -> None:
    service = Service(desk.account, engines=[desk.engine], note=desk.sent.append)
    assert [engine.id for engine in service.engines] == [desk.engine.id]
    service.can(desk.engine.id, "de", "en")
    assert desk.engine.cost in Cost
    assert desk.host.heard == []


@pytest.mark.parametrize("desk", ["google", "apertium"], indirect=True)
def test_five_hundred_paragraphs_cancelled_half_way_and_resumed_reach_the_host_once(desk: Desk) -> None:
    texts = [Text(str(n), f"Absatz {n}.") for n in range(500)]
    languages = desk.format.source, desk.format.target

    def service() -> Service:
        return Service(desk.account, engines=[desk.engine], cache=desk.memory, patience=HASTY)

    first, collected = service(), Collected()
    batch = first.translate(texts, *languages, desk.engine.id, collected)
    collected.wait_for(250)
    batch.cancel()
    assert batch.wait(20)
    first.close()
    assert 250 <= len(desk.host.texts) < 500
    second, rest = service(), Collected()
    assert second.translate(texts, *languages, desk.engine.id, rest).wait(20)
    second.close()
    assert {a.asked.text: a.text for a in rest.answers.values()} == {t.text: t.text.upper() for t in texts}
    assert sorted(desk.host.texts) == sorted(t.text for t in texts)
