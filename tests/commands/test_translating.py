"""Commands that ask engines, without a window: languages first, consent by choosing, and a project that forbids it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.commands.desk import Page, Panel
from reviewer.engines.languages import Languages, by_tag
from reviewer.engines.service import Service
from reviewer.model.errors import InputError
from reviewer.session.opening.opening import open_source
from reviewer.session.session import Session
from reviewer.session.translation.privacy import NEVER_SEND
from reviewer.session.translation.translator import Translator
from reviewer.storage.memory import MemoryStore
from tests.desk import ScriptedDesk
from tests.engines import fakes
from tests.session.engine_answers import take_all


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ScriptedDesk]:
    (tmp_path / "news.txt").write_text("Guten Tag.\nEs regnet.\n", "utf-8")
    opened = open_source(str(tmp_path / "news.txt"), "de")
    desk = ScriptedDesk(Session(MemoryStore(opened.bitexts, opened.rows, opened.originals), author="ana"))
    swedish = by_tag(["sv", "fi"])
    engines = [
        fakes.engine(id="loud", title="Loud"),
        fakes.engine(id="nordic", title="Nordic", languages=Languages(swedish, swedish)),
    ]
    desk.translator = Translator(
        Service(fakes.account, engines=engines, patience=fakes.HASTY),
        lambda: ["loud"],
        wake=lambda: None,
        told=lambda progress, ended: None,
        typing=lambda: None,
    )
    desk.translator.set_session(desk.session)
    yield desk
    desk.translator.close()


@pytest.fixture
def session(desk: ScriptedDesk) -> Session:
    assert desk.session
    return desk.session


def test_a_source_alone_is_translated_into_the_language_chosen(desk: ScriptedDesk, session: Session) -> None:
    desk.run("translate.empty", "fr", "loud")
    take_all(desk.translator)
    assert session.bitext.target.language == "fr"
    assert [s.target for s in session.rows] == ["GUTEN TAG.", "ES REGNET."]
    desk.run("translate.empty")
    assert desk.told[-1] == "No paragraph shown is without a translation."
    desk.run("translate.take-back")
    assert desk.told[-1] == "2 paragraphs are as they were before."
    assert [s.target for s in session.rows] == ["", ""]


def test_engines_that_do_not_know_the_languages_are_not_offered(desk: ScriptedDesk, session: Session) -> None:
    session.set_languages("de", "en")
    with pytest.raises(AssertionError):
        desk.run("translate.empty", "nordic")
    session.set_languages("de", "sw")
    desk.run("translate.empty")
    assert desk.told[-1] == "No engine translates German → Swahili."


def test_suggestions_are_asked_for_taken_and_translated_anew(desk: ScriptedDesk, session: Session) -> None:
    session.set_languages("de", "en")
    desk.run("translate.ask")
    assert desk.shown == [Panel.SUGGESTIONS]
    take_all(desk.translator)
    desk.run("translate.use-1")
    assert session.segment("1").target == "GUTEN TAG."
    desk.run("translate.use-2")
    assert desk.told[-1] == "There is no suggestion 2 here."
    desk.type("Good day.")
    desk.run("translate.paragraph", "loud")
    take_all(desk.translator)
    assert session.segment("1").target == "GUTEN TAG."
    assert [c.author for c in session.history("1")] == ["Loud", "ana", "Loud"]


def test_never_send_holds_until_it_is_taken_back_with_a_yes(desk: ScriptedDesk, session: Session) -> None:
    session.set_languages("de", "en")
    desk.run("translate.never-send")
    assert session.settings[NEVER_SEND] is True
    with pytest.raises(InputError, match="never sent"):
        desk.run("translate.ask")
    desk.run("translate.never-send", "no")
    assert session.settings[NEVER_SEND] is True
    desk.run("translate.never-send", "yes")
    desk.run("translate.ask")
    take_all(desk.translator)
    assert session.versions.of("1")


def test_never_send_stops_what_is_under_way(desk: ScriptedDesk, session: Session) -> None:
    session.set_languages("de", "en")
    desk.translator.fill(["1", "2"], "loud")
    desk.run("translate.never-send")
    take_all(desk.translator)
    assert not any(version.waiting for id in ("1", "2") for version in session.versions.of(id))


def test_engines_and_the_list_of_requests_have_pages(desk: ScriptedDesk) -> None:
    desk.run("translate.engines")
    desk.run("translate.sent")
    assert desk.shown == [Page.ENGINES, Page.SENT]


def test_stopping_says_whether_there_was_anything_to_stop(desk: ScriptedDesk, session: Session) -> None:
    desk.run("translate.stop")
    assert desk.told[-1] == "Nothing is being translated."
    session.set_languages("de", "en")
    desk.translator.fill(["1"], "loud")
    desk.run("translate.stop")
    assert desk.told[-1] == "Stopped. What came already stays."
    take_all(desk.translator)
