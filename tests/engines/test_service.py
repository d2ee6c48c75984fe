"""Paragraphs in, answers out: each once, in time, cancelled at once, whatever the engine does."""

import threading
import time

import pytest

from reviewer.engines.engine import KEY, Account, Engine, Need, Pace
from reviewer.engines.errors import BadKey, Busy, NoNetwork, Nonsense, NotSetUp, Refused, TooSlow, WrongLanguages
from reviewer.engines.languages import Languages
from reviewer.engines.service import Service, Text
from reviewer.model.errors import Cancelled, InputError
from reviewer.model.segment import CODE_BASE, UNIT_BREAK
from reviewer.model.sent import Sent
from tests.engines.fakes import HASTY, KNOWN, Collected, Memory, account, engine, translated

BOLD, END = chr(CODE_BASE), chr(CODE_BASE + 1)


def test_every_paragraph_gets_one_answer() -> None:
    answers = translated(Service(account, engines=[engine()]), *(f"Absatz {n}" for n in range(50)))
    assert [a.text for a in answers] == [f"ABSATZ {n}" for n in range(50)]
    assert all(a.error is None and not a.remembered for a in answers)


def test_equal_paragraphs_are_asked_for_once() -> None:
    asked: list[str] = []
    service = Service(account, engines=[engine(lambda text: asked.append(text) or text.upper())])
    assert [a.text for a in translated(service, "Ja.", "Nein.", "Ja.")] == ["JA.", "NEIN.", "JA."]
    assert sorted(asked) == ["Ja.", "Nein."]


def test_an_answer_is_remembered_unless_a_fresh_one_is_wanted() -> None:
    asked: list[str] = []
    service = Service(
        account, engines=[engine(lambda text: asked.append(text) or f"{text}{len(asked)}")], cache=Memory()
    )
    assert [translated(service, "Ja")[0].text for _ in range(2)] == ["Ja1", "Ja1"]
    assert translated(service, "Ja")[0].remembered
    assert translated(service, "Ja", fresh=True)[0].text == "Ja2"
    assert translated(service, "Ja")[0].text == "Ja2"


def test_another_language_address_or_engine_has_answers_of_its_own() -> None:
    memory = Memory()
    asked: list[str] = []

    def answer(text: str) -> str:
        asked.append(text)
        return text

    translated(Service(account, engines=[engine(answer)], cache=memory), "Ja")
    translated(Service(account, engines=[engine(answer)], cache=memory), "Ja", to="fr")
    elsewhere = engine(answer, needs=(Need("address", "Address", default="http://elsewhere"),))
    translated(Service(account, engines=[elsewhere], cache=memory), "Ja")
    translated(Service(account, engines=[engine(answer, id="other")], cache=memory), "Ja")
    assert len(asked) == 4


def test_white_space_and_codes_around_a_paragraph_never_leave_and_come_back() -> None:
    asked: list[str] = []
    service = Service(account, engines=[engine(lambda text: asked.append(text) or text.upper())])
    (answer,) = translated(service, f"\u00a0 {BOLD}Guten Tag.{END}\n")
    assert answer.text == f"\u00a0 {BOLD}GUTEN TAG.{END}\n"
    assert asked == ["Guten Tag."]


def test_codes_come_back_where_the_engine_put_them() -> None:
    service = Service(
        account, engines=[engine(lambda text: text.replace("Ein [X0X]guter[X1X] Tag", "[x0x]Good[X 1 X] day"))]
    )
    (answer,) = translated(service, f"Ein {BOLD}guter{END} Tag")
    assert answer.text == f"{BOLD}Good{END} day"
    assert answer.notes == ()


def test_codes_that_are_lost_are_put_in_by_place_and_the_editor_is_told() -> None:
    service = Service(account, engines=[engine(lambda text: "one two three")])
    (answer,) = translated(service, f"eins {BOLD}zwei{END} drei")
    assert answer.text == f"one {BOLD}two{END} three"
    assert "(2) did not come back" in answer.notes[0]


def test_variables_are_not_translated() -> None:
    asked: list[str] = []
    service = Service(account, engines=[engine(lambda text: asked.append(text) or text.upper())])
    texts = ["{name} hat %d von %1$s, ${rest} oder 100%ige {{ware}}.", "{0}", "50 % der Fälle {so gesagt}"]
    assert [answer.text for answer in translated(service, *texts)] == [
        "{name} HAT %d VON %1$s, ${rest} ODER 100%IGE {{ware}}.",
        "{0}",
        "50 % DER FÄLLE {SO GESAGT}",
    ]
    assert "[X0X] hat [X1X] von [X2X], [X3X] oder 100%ige [X4X]." in asked


def test_a_long_paragraph_is_cut_between_sentences_and_comes_back_whole() -> None:
    asked: list[str] = []
    service = Service(account, engines=[engine(lambda text: asked.append(text) or text.upper(), limit=40)])
    text = f"Der erste Satz. Der zweite Satz ist lang.\nDer dritte.{UNIT_BREAK}Der vierte Satz."
    (answer,) = translated(service, text)
    assert answer.text == text.upper()
    assert max(map(len, asked)) <= 40
    assert asked == ["Der erste Satz.", "Der zweite Satz ist lang.\nDer dritte.", "Der vierte Satz."]


def test_figures_and_dashes_alone_are_not_sent() -> None:
    asked: list[str] = []
    service = Service(account, engines=[engine(lambda text: asked.append(text) or text)])
    assert [a.text for a in translated(service, "12 – 14", "", "…")] == ["12 – 14", "", "…"]
    assert asked == []


@pytest.mark.parametrize(
    "nonsense",
    ["", "  ", "<!DOCTYPE html><html><title>502</title>", "Gr\ufffd\ufffde", "x" * 2000],
    ids=lambda t: t[:8],
)
def test_an_answer_that_is_no_translation_is_refused(nonsense: str) -> None:
    cache = Memory()
    (answer,) = translated(Service(account, engines=[engine(lambda text: nonsense)], cache=cache), "Grüße")
    assert isinstance(answer.error, Nonsense)
    assert not answer.text
    assert cache.kept == {}


def test_what_an_adapter_trips_over_says_nothing_of_text_or_key() -> None:
    def stumble(text: str) -> str:
        raise KeyError(f"secret {text}")

    (answer,) = translated(Service(account, engines=[engine(stumble)]), "Grüße")
    assert isinstance(answer.error, Nonsense)
    assert answer.error.__cause__ is None
    assert answer.error.__context__ is None


def test_trouble_stays_with_its_paragraph() -> None:
    def answer(text: str) -> str:
        if text == "b":
            raise Nonsense("Nothing.")
        return text.upper()

    answers = translated(Service(account, engines=[engine(answer)]), "a", "b", "c")
    assert [a.text for a in answers] == ["A", "", "C"]
    assert str(answers[1].error) == "Nothing."


def test_a_passing_fault_is_tried_again() -> None:
    faults = iter([NoNetwork("No."), Busy("Wait.", 0.01)])

    def answer(text: str) -> str:
        for fault in faults:
            raise fault
        return text.upper()

    (found,) = translated(Service(account, engines=[engine(answer)], patience=HASTY), "ja")
    assert found.text == "JA"


def test_whoever_asks_to_wait_too_long_is_not_asked_again() -> None:
    asked: list[str] = []

    def answer(text: str) -> str:
        asked.append(text)
        raise Busy("Come back in an hour.", 3600)

    (found,) = translated(Service(account, engines=[engine(answer)], patience=HASTY), "ja")
    assert str(found.error) == "Come back in an hour."
    assert asked == ["ja"]


def test_a_bad_key_is_found_out_once_not_for_every_paragraph() -> None:
    asked: list[str] = []

    def answer(text: str) -> str:
        asked.append(text)
        raise BadKey("No.")

    answers = translated(Service(account, engines=[engine(answer, pace=Pace(1, 10_000))]), *"abcdefgh")
    assert len(asked) == 1
    assert all(isinstance(a.error, BadKey) for a in answers)


def test_a_host_that_fails_again_and_again_is_let_be() -> None:
    asked: list[str] = []

    def answer(text: str) -> str:
        asked.append(text)
        raise NoNetwork("Gone.")

    fake = engine(answer, pace=Pace(1, 10_000))
    answers = translated(Service(account, engines=[fake], patience=HASTY), *(f"a{n}" for n in range(40)))
    assert len(asked) == HASTY.failures * HASTY.attempts
    assert all(isinstance(a.error, NoNetwork) for a in answers)


def test_paragraphs_an_engine_refuses_do_not_keep_it_from_the_others() -> None:
    def answer(text: str) -> str:
        if text.startswith("no"):
            raise Refused("No.")
        return text.upper()

    texts = [*(f"no {n}" for n in range(20)), "yes"]
    assert translated(Service(account, engines=[engine(answer)]), *texts)[-1].text == "YES"


def test_a_call_that_hangs_ends_at_its_deadline() -> None:
    hang = threading.Event()
    service = Service(account, engines=[engine(lambda text: str(hang.wait(60)), deadline=0.1)])
    (answer,) = translated(service, "ja")
    assert isinstance(answer.error, TooSlow)
    assert "0.1 seconds" in str(answer.error)
    hang.set()


def test_cancelling_answers_at_once_though_calls_hang() -> None:
    hang, begun = threading.Event(), threading.Semaphore(0)

    def answer(text: str) -> str:
        begun.release()
        hang.wait(60)
        return text.upper()

    collected, memory = Collected(), Memory()
    service = Service(account, engines=[engine(answer)], cache=memory)
    batch = service.translate([Text(str(n), f"t{n}") for n in range(20)], "de", "en", "fake", collected)
    for _ in range(4):
        assert begun.acquire(timeout=10)
    before = time.monotonic()
    batch.cancel()
    assert batch.wait(10)
    assert time.monotonic() - before < 1
    assert all(isinstance(a.error, Cancelled) for a in collected.answers.values())
    # What was asked already is answered after all, and kept.
    hang.set()
    service.close()
    assert sorted(memory.kept.values()) == ["T0", "T1", "T2", "T3"]


def test_cancelling_does_not_wait_for_a_locked_keyring() -> None:
    unlocked, asked = threading.Event(), threading.Event()

    def locked(of: Engine) -> Account:
        asked.set()
        unlocked.wait(60)
        return account(of)

    collected = Collected()
    batch = Service(locked, engines=[engine()]).translate(
        [Text(str(n), f"t{n}") for n in range(20)], "de", "en", "fake", collected
    )
    assert asked.wait(10)
    batch.cancel()
    assert batch.wait(10)
    assert all(isinstance(a.error, Cancelled) for a in collected.answers.values())
    unlocked.set()


def test_closing_waits_for_all_that_hangs_together() -> None:
    hang = threading.Event()
    begun = threading.Semaphore(0)

    def answer(text: str) -> str:
        begun.release()
        hang.wait(60)
        return text

    service = Service(account, engines=[engine(answer)])
    service.translate([Text(str(n), f"t{n}") for n in range(4)], "de", "en", "fake", Collected())
    for _ in range(4):
        assert begun.acquire(timeout=10)
    before = time.monotonic()
    service.close(0.2)
    assert time.monotonic() - before < 0.75
    hang.set()


def test_five_hundred_paragraphs_stopped_half_way_and_resumed_ask_none_twice_and_lose_none() -> None:
    asked: list[str] = []
    memory = Memory()

    def answer(text: str) -> str:
        asked.append(text)
        return text.upper()

    texts = [Text(str(n), f"Absatz {n}.") for n in range(500)]
    collected = Collected()
    service = Service(account, engines=[engine(answer)], cache=memory)
    batch = service.translate(texts, "de", "en", "fake", collected)
    collected.wait_for(250)
    batch.cancel()
    assert batch.wait(20)
    service.close()
    assert any(isinstance(a.error, Cancelled) for a in collected.answers.values())
    again = Collected()
    assert Service(account, engines=[engine(answer)], cache=memory).translate(texts, "de", "en", "fake", again).wait(20)
    assert {a.asked.text: a.text for a in again.answers.values()} == {t.text: t.text.upper() for t in texts}
    assert sorted(asked) == sorted(t.text for t in texts)


def test_the_paragraph_the_editor_looks_at_goes_first() -> None:
    hang, begun = threading.Event(), threading.Event()
    order: list[str] = []

    def answer(text: str) -> str:
        begun.set()
        hang.wait(60)
        order.append(text)
        return text

    service = Service(account, engines=[engine(answer, pace=Pace(1, 10_000))])
    collected = Collected()
    service.translate([Text(t, t) for t in "abc"], "de", "en", "fake", collected)
    assert begun.wait(10)
    service.translate([Text("x", "x")], "de", "en", "fake", collected, first=True)
    hang.set()
    collected.wait_for(4)
    assert order == ["a", "x", "b", "c"]


def test_no_more_requests_begin_than_the_pace_allows() -> None:
    begun: list[float] = []

    def answer(text: str) -> str:
        begun.append(time.monotonic())
        return text

    translated(Service(account, engines=[engine(answer, pace=Pace(4, 50.0))]), *"abcdef")
    assert max(begun) - min(begun) > 0.06


def test_a_language_that_is_not_known_is_refused_before_anything_is_asked() -> None:
    asked: list[str] = []
    service = Service(account, engines=[engine(lambda text: asked.append(text) or text)])
    (answer,) = translated(service, "ja", to="tlh")
    assert isinstance(answer.error, WrongLanguages)
    assert asked == []
    assert service.can("fake", "de", "en-GB")
    assert not service.can("fake", "de", "tlh")


def test_a_key_that_is_not_set_is_asked_for_by_name() -> None:
    keyed = engine(needs=(Need("address", "Address", default="http://fake"), KEY))
    (answer,) = translated(Service(account, engines=[keyed]), "ja")
    assert isinstance(answer.error, NotSetUp)
    assert "REVIEWER_FAKE_KEY" in str(answer.error)


def test_a_server_of_ones_own_may_do_without_a_key() -> None:
    needs = (Need("key", "Key", at_home=True), Need("address", "Address", default="http://fake"))
    fake = engine(needs=needs)
    assert [need.name for need in fake.missing(account(fake))] == ["key"]
    assert fake.missing(Account({"address": "http://localhost:8080"})) == ()


def test_an_account_does_not_show_what_is_in_it() -> None:
    assert repr(Account({"key": "s3cret", "model": ""})) == "Account(key=…)"


def test_an_engine_nobody_has_is_said_so_at_once() -> None:
    with pytest.raises(InputError, match="There is no engine “babel”"):
        Service(account, engines=[engine()]).translate([], "de", "en", "babel", Collected())


def test_answers_are_handed_to_the_thread_they_belong_on() -> None:
    calls: list[object] = []
    arrived = threading.Event()

    def deliver(call: object) -> None:
        calls.append(call)
        arrived.set()

    collected = Collected()
    service = Service(account, engines=[engine()], deliver=deliver)
    batch = service.translate([Text("1", "ja")], "de", "en", "fake", collected)
    assert arrived.wait(10)
    assert not collected.answers
    assert not batch.done
    calls[0]()  # type: ignore[operator]
    assert collected.answers["1"].text == "JA"
    assert batch.done


def test_what_the_caller_trips_over_ends_the_batch_and_is_raised() -> None:
    def stumble(answer: object) -> None:
        raise RuntimeError("full")

    batch = Service(account, engines=[engine()]).translate([Text("1", "ja")], "de", "en", "fake", stumble)
    with pytest.raises(RuntimeError, match="full"):
        batch.wait(10)


def test_a_request_that_may_not_be_noted_is_not_made() -> None:
    def forbid(sent: Sent) -> None:
        raise InputError("The log is full.")

    asked: list[str] = []

    def ask(question: object, wire: object) -> str:
        wire.send("GET", "http://127.0.0.1:9/")  # type: ignore[attr-defined]
        asked.append("sent")
        return "x"

    (answer,) = translated(Service(account, engines=[engine(ask=ask)], note=forbid), "ja")
    assert str(answer.error) == "The log is full."
    assert asked == []


def test_languages_only_the_server_knows_are_asked_for_once() -> None:
    asked: list[str] = []

    def learn(account: object, wire: object) -> Languages:
        asked.append("languages")
        return Languages(KNOWN, KNOWN, frozenset({("de", "en")}))

    service = Service(account, engines=[engine(languages=None, learn=learn)])
    assert service.can("fake", "de", "en") is None
    assert [a.text for a in translated(service, "ja", "nein")] == ["JA", "NEIN"]
    assert service.can("fake", "de", "en") is True
    assert service.can("fake", "en", "de") is False
    assert asked == ["languages"]


def test_every_known_tag_is_its_own_code() -> None:
    assert all(tag == code for tag, code in KNOWN.items())
