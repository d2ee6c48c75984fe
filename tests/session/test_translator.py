"""Engines fill what is empty and offer what they think; nothing they do is in the editor's way."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from reviewer.engines.engine import Engine
from reviewer.engines.errors import BadKey, Refused
from reviewer.engines.service import Service
from reviewer.model.bitext import Bitext, Document
from reviewer.model.correction import Verb
from reviewer.model.errors import InputError
from reviewer.model.segment import Segment, State
from reviewer.session import acts
from reviewer.session.checking import Examiner
from reviewer.session.rows import RANK_GAP
from reviewer.session.session import Session
from reviewer.session.translation.filling import Progress
from reviewer.session.translation.privacy import NEVER_SEND
from reviewer.session.translation.translator import CHANGED_MEANWHILE, Translator
from reviewer.storage.memory import MemoryStore
from reviewer.storage.packing import pack
from tests.engines import fakes
from tests.session.engine_answers import take_all


class Rig:
    """A session, engines that answer by functions, and what was told."""

    def __init__(self, *texts: tuple[str, str], languages: tuple[str, str] = ("de", "en")) -> None:
        source, target = languages
        bitext = Bitext("t", Document("/s", "text", source, "1"), Document("", "text", target, "1"))
        rows = [
            Segment(str(n), n * RANK_GAP, one, other, other, State.TRANSLATED if other else State.INITIAL)
            for n, (one, other) in enumerate(texts, 1)
        ]
        self.session = Session(MemoryStore([bitext], [pack(row) for row in rows]), author="ana")
        self.typing: str | None = None
        self.progress: list[Progress | None] = []
        self.ended: list[Progress] = []
        self.chosen = ["loud", "quiet"]
        self.translator: Translator

    def connect(self, *engines: Engine, cache: fakes.Memory | None = None) -> Translator:
        """Use these engines."""
        service = Service(fakes.account, engines=engines, cache=cache, patience=fakes.HASTY)

        def told(progress: Progress | None, ended: Progress | None) -> None:
            self.progress.append(progress)
            self.ended += [ended] if ended else []

        self.translator = Translator(
            service, lambda: self.chosen, wake=lambda: None, told=told, typing=lambda: self.typing
        )
        self.translator.set_session(self.session)
        return self.translator

    def finish(self) -> None:
        """Take answers until all have come."""
        take_all(self.translator)

    def target(self, id: str) -> str:
        return self.session.segment(id).target


def loud(answer: Callable[[str], str] = str.upper) -> Engine:
    return fakes.engine(answer, id="loud", title="Loud")


def quiet(answer: Callable[[str], str] = str.lower) -> Engine:
    return fakes.engine(answer, id="quiet", title="Quiet")


@pytest.fixture
def rig() -> Iterator[Rig]:
    rig = Rig(("Guten Tag.", ""), ("Wie geht es?", "How are you?"), ("Danke.", ""), ("", "Added."))
    rig.connect(loud(), quiet())
    yield rig
    rig.translator.close()


def test_empty_paragraphs_are_filled_and_nothing_else(rig: Rig) -> None:
    assert rig.translator.empty() == ["1", "3"]
    rig.translator.fill(rig.translator.empty(), "loud")
    rig.finish()
    assert [s.target for s in rig.session.rows] == ["GUTEN TAG.", "How are you?", "DANKE.", "Added."]
    assert rig.session.segment("1").state is State.TRANSLATED
    assert rig.ended == [Progress("Loud", 2, 2, 2, 0, "")]
    assert rig.progress[-1] is None


def test_an_answer_is_an_act_of_its_own_by_the_engine(rig: Rig) -> None:
    rig.translator.fill(["1", "3"], "loud")
    rig.finish()
    assert {(c.verb, c.author) for c in rig.session.history()} == {(Verb.TRANSLATE, "Loud")}
    assert len(rig.session.history()) == 2
    rig.session.undo()
    assert sorted([rig.target("1"), rig.target("3")])[0] == ""
    rig.session.undo()
    assert (rig.target("1"), rig.target("3"), rig.session.segment("1").state) == ("", "", State.INITIAL)


def test_what_was_changed_or_is_typed_in_meanwhile_is_left_alone(rig: Rig) -> None:
    rig.translator.fill(["1", "3"], "loud")
    acts.set_target(rig.session, "1", "Hello.")
    rig.typing = "3"
    rig.finish()
    assert (rig.target("1"), rig.target("3")) == ("Hello.", "")
    (offered,) = rig.session.versions.of("3")
    assert (offered.text, offered.notes) == ("DANKE.", (CHANGED_MEANWHILE,))


def test_a_draft_is_not_overwritten(rig: Rig) -> None:
    rig.session.draft("1", "Hel")
    rig.translator.fill(["1"], "loud")
    rig.finish()
    assert (rig.target("1"), rig.session.drafts) == ("", {"1": "Hel"})


def test_trouble_is_a_sentence_at_its_paragraph_and_the_rest_goes_on(rig: Rig) -> None:
    def answer(text: str) -> str:
        if "Guten" in text:
            raise Refused("Loud refused the paragraph.")
        return text.upper()

    rig.connect(loud(answer))
    rig.translator.fill(["1", "3"], "loud")
    rig.finish()
    assert [v.trouble for v in rig.session.versions.of("1")] == ["Loud refused the paragraph."]
    assert (rig.target("1"), rig.target("3")) == ("", "DANKE.")
    assert rig.ended == [Progress("Loud", 2, 2, 1, 1, "Loud refused the paragraph.")]


def test_a_bad_key_is_said_of_every_paragraph(rig: Rig) -> None:
    def answer(text: str) -> str:
        raise BadKey("Loud does not accept the key.")

    rig.connect(loud(answer))
    rig.translator.fill(["1", "3"], "loud")
    rig.finish()
    assert [rig.session.versions.of(id)[0].trouble for id in ("1", "3")] == ["Loud does not accept the key."] * 2


def test_five_hundred_paragraphs_stopped_half_way_are_filled_whole_and_none_is_asked_about_twice() -> None:
    asked: list[str] = []

    def answer(text: str) -> str:
        asked.append(text)
        return text.upper()

    rig = Rig(*((f"Absatz {n}.", "") for n in range(500)))
    cache = fakes.Memory()
    translator = rig.connect(loud(answer), cache=cache)
    translator.fill(translator.empty(), "loud")
    end = time.monotonic() + 10
    while len(asked) < 250:
        assert time.monotonic() < end
        translator.work(0.01)
    translator.stop()
    rig.finish()
    assert 0 < len(translator.empty()) < 500, "it was stopped half-way"
    while len(cache.kept) < len(asked):
        assert time.monotonic() < end
        # What was on its way comes in, though nobody waits for it.
        time.sleep(0)
    translator.fill(translator.empty(), "loud")
    rig.finish()
    assert [s.target for s in rig.session.rows] == [f"ABSATZ {n}." for n in range(500)]
    assert sorted(asked) == sorted(f"Absatz {n}." for n in range(500))
    translator.close()


def test_an_engine_that_always_fails_is_not_asked_about_a_whole_book() -> None:
    asked: list[str] = []

    def answer(text: str) -> str:
        asked.append(text)
        raise Refused("Loud refused the paragraph.")

    rig = Rig(*((f"Absatz {n}.", "") for n in range(500)))
    translator = rig.connect(loud(answer))
    translator.fill(translator.empty(), "loud")
    rig.finish()
    assert len(asked) < 100
    (ended,) = rig.ended
    assert (ended.translated, ended.trouble) == (0, "Loud refused the paragraph.")
    translator.close()


def test_stopping_leaves_no_paragraph_waiting(rig: Rig) -> None:
    rig.translator.fill(["1", "3"], "loud")
    rig.translator.stop()
    rig.finish()
    filled = [id for id in ("1", "3") if rig.target(id)]
    assert all(not v.waiting for id in ("1", "3") for v in rig.session.versions.of(id))
    assert rig.translator.empty() == [id for id in ("1", "3") if id not in filled]


def test_a_filling_is_taken_back_as_one_act_but_for_what_was_worked_on() -> None:
    rig = Rig(*((f"Absatz {n}.", "") for n in range(1, 5)))
    translator = rig.connect(loud())
    assert translator.take_back() == 0
    translator.fill(translator.empty(), "loud")
    with pytest.raises(InputError, match="Stop it first"):
        translator.take_back()
    rig.finish()
    acts.set_target(rig.session, "2", "Paragraph 2.")
    acts.set_state(rig.session, ["3"], State.REVIEWED)
    assert translator.take_back() == 2
    assert [s.target for s in rig.session.rows] == ["", "Paragraph 2.", "ABSATZ 3.", ""]
    assert rig.session.segment("1").state is State.INITIAL
    rig.session.undo()
    assert (rig.target("1"), rig.target("4")) == ("ABSATZ 1.", "ABSATZ 4.")
    translator.close()


def test_what_is_still_to_be_translated_is_no_error_until_it_says_something(rig: Rig) -> None:
    rig.session.being_translated = True
    examiner = Examiner(rig.session)
    rig.session.stale.everything()
    examiner.work(60.0)
    assert rig.session.findings.of("1") == ()
    acts.set_target(rig.session, "1", "…")
    examiner.work(60.0)
    assert [finding.check for finding in rig.session.findings.of("1")] == ["empty"]


def test_two_fillings_do_not_run_at_once(rig: Rig) -> None:
    rig.translator.fill(["1"], "loud")
    with pytest.raises(InputError, match="still under way"):
        rig.translator.fill(["3"], "quiet")
    rig.finish()


def test_a_paragraph_translated_anew_keeps_its_old_text_in_the_history(rig: Rig) -> None:
    rig.translator.fill(["2"], "loud", over=True)
    rig.finish()
    assert rig.target("2") == "WIE GEHT ES?"
    assert rig.session.segment("2").delivered == "How are you?"
    rig.session.undo()
    assert rig.target("2") == "How are you?"


def test_only_paragraphs_shown_are_filled(rig: Rig) -> None:
    rig.session.set_filter(replace(rig.session.filter, text="Danke"))
    assert rig.translator.empty() == ["3"]


def test_engines_offer_their_versions_in_the_editors_order(rig: Rig) -> None:
    rig.chosen = ["quiet", "loud"]
    rig.translator.ask("2")
    rig.finish()
    assert [(v.title, v.text) for v in rig.session.versions.of("2")] == [
        ("Quiet", "wie geht es?"),
        ("Loud", "WIE GEHT ES?"),
    ]
    assert rig.target("2") == "How are you?"


def test_a_version_taken_is_the_editors_act_and_the_delivered_text_stays_known(rig: Rig) -> None:
    rig.translator.ask("2")
    rig.finish()
    rig.translator.use(rig.session.versions.of("2")[0])
    segment = rig.session.segment("2")
    assert (segment.target, segment.delivered) == ("WIE GEHT ES?", "How are you?")
    assert [(c.verb, c.author) for c in rig.session.history("2")] == [(Verb.TRANSLATE, "ana")]


def test_what_is_known_is_not_asked_again(rig: Rig) -> None:
    asked: list[str] = []

    def answer(text: str) -> str:
        asked.append(text)
        return text.upper()

    rig.connect(loud(answer))
    rig.translator.ask("2")
    rig.finish()
    rig.translator.ask("2")
    rig.finish()
    assert asked == ["Wie geht es?"]


def test_a_translation_back_holds_until_the_translation_changes(rig: Rig) -> None:
    rig.translator.ask_back("2")
    rig.finish()
    back = rig.session.versions.back("2")
    assert back is not None
    assert (back.title, back.text) == ("Loud", "HOW ARE YOU?")
    acts.set_target(rig.session, "2", "How do you do?")
    assert rig.session.versions.back("2") is None
    rig.session.undo()
    assert rig.session.versions.back("2") == back


def test_a_project_that_forbids_it_sends_nothing(rig: Rig) -> None:
    rig.session.remember({NEVER_SEND: True})
    for act in (
        lambda: rig.translator.ask("2"),
        lambda: rig.translator.ask_back("2"),
        lambda: rig.translator.fill(["1"], "loud"),
    ):
        with pytest.raises(InputError, match="never sent"):
            act()
    assert not rig.translator.busy


def test_a_filling_ends_where_the_project_forbids_it_meanwhile() -> None:
    rig = Rig(*((f"Absatz {n}.", "") for n in range(200)))
    translator = rig.connect(loud())
    translator.fill(translator.empty(), "loud")
    rig.session.remember({NEVER_SEND: True})
    rig.finish()
    assert 0 < sum(bool(s.target) for s in rig.session.rows) < 100
    translator.close()


def test_languages_must_be_known_first() -> None:
    rig = Rig(("Guten Tag.", ""), languages=("de", "und"))
    translator = rig.connect(loud())
    with pytest.raises(InputError, match="which languages"):
        translator.fill(["1"], "loud")
    translator.close()


def test_another_document_takes_no_late_answers(rig: Rig) -> None:
    rig.translator.fill(["1", "3"], "loud")
    rig.translator.set_session(None)
    assert not rig.translator.busy
    rig.translator.work(1.0)
    assert (rig.target("1"), rig.target("3")) == ("", "")


def test_answers_are_taken_a_few_at_a_time(rig: Rig) -> None:
    rig.translator.fill(["1", "3"], "loud")
    end = time.monotonic() + 10
    while rig.progress[-1] is None or rig.progress[-1].answered == 0:
        assert time.monotonic() < end
        rig.translator.work(0.0)
    assert rig.progress[-1].answered == 1
    rig.finish()
