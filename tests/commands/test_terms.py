"""The termbase of a project: chosen, looked up, put into the text and added to."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reviewer.commands.at_hand import review
from reviewer.commands.desk import Choice
from reviewer.model.errors import InputError
from reviewer.model.span import Span
from reviewer.session.session import Session
from reviewer.session.terms import terms_in
from reviewer.storage.sqlite import SqliteStore
from tests.desk import ScriptedDesk
from tests.session.test_facts import BITEXT, ROWS, examined

TERMS = "de,en\nKapitän,skipper|master|!captain\nHause,home\n"


@pytest.fixture
def desk(tmp_path: Path) -> ScriptedDesk:
    (tmp_path / "terms.csv").write_text(TERMS, "utf-8")
    store = SqliteStore.create(str(tmp_path / "p.review"), [BITEXT], ROWS, {0: b""}, {})
    return ScriptedDesk(Session(store, author="ana"))


def checks_of(desk: ScriptedDesk, id: str) -> list[str]:
    return [finding.check for finding in examined(review(desk)).findings.of(id)]


def test_a_termbase_is_chosen_counted_and_enforced(desk: ScriptedDesk, tmp_path: Path) -> None:
    assert "terms" not in checks_of(desk, "1")
    desk.run("project.termbase", str(tmp_path / "terms.csv"))
    assert desk.told[-1] == "terms.csv: 2 terms."
    session = review(desk)
    assert "terms" in checks_of(desk, "1")
    desk.run("project.termbase", "none")
    assert not session.settings["termbase"]


def test_a_file_without_terms_in_both_languages_is_refused(desk: ScriptedDesk, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("fr,it\nchat,gatto\n", "utf-8")
    with pytest.raises(InputError, match="no term in both de and en"):
        desk.run("project.termbase", str(tmp_path / "other.csv"))
    assert "termbase" not in review(desk).settings


def test_terms_of_a_paragraph_say_what_stands_there(desk: ScriptedDesk, tmp_path: Path) -> None:
    desk.run("project.termbase", str(tmp_path / "terms.csv"))
    (term,) = terms_in(review(desk), "1")
    assert term.text == "Kapitän"
    assert [form.text for form in term.forms] == ["skipper", "master", "captain"]
    assert term.used is not None
    assert term.used.text == "captain"


def test_a_term_is_put_where_the_caret_stands(
    desk: ScriptedDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run("project.termbase", str(tmp_path / "terms.csv"))
    offered: list[Choice] = []
    choose = desk.choose

    def choosing(title: str, choices: Sequence[Choice], chosen: Callable[[str], None]) -> None:
        offered.extend(choices)
        choose(title, choices, chosen)

    monkeypatch.setattr(desk, "choose", choosing)
    desk.start_editing(position=0)
    desk.run("term.insert", "skipper")
    assert [choice.id for choice in offered] == ["skipper", "master"], "not what must not be used"
    desk.stop_editing()
    assert review(desk).segment("1").target == "skipperCaptain Sandvoss came to Hama."


def test_without_a_termbase_the_first_term_begins_one_beside_the_project(desk: ScriptedDesk, tmp_path: Path) -> None:
    desk.run("term.insert")
    assert desk.told[-1] == "The project has no termbase yet."
    desk.run("term.add", "Kapitän", "skipper")
    assert (tmp_path / "p.terms.csv").read_text("utf-8") == "de,en\nKapitän,skipper\n"
    desk.run("term.add", "Leute", "folks")
    session = review(desk)
    assert [term.text for term in terms_in(session, "1") + terms_in(session, "2")] == ["Kapitän", "Leuten"]


def test_selected_words_are_offered_as_the_translation(desk: ScriptedDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    examined(review(desk))
    offered: list[str] = []
    ask = desk.ask

    def asking(question: str, answered: Callable[[str], None], *, initial: str = "") -> None:
        offered.append(initial)
        ask(question, answered)

    monkeypatch.setattr(desk, "ask", asking)
    text = review(desk).segment("1").target
    desk.type(text, Span(0, 7))
    desk.run("term.add", "Kapitän", "skipper")
    assert offered[1] == "Captain"


def test_leaving_a_question_empty_adds_nothing(desk: ScriptedDesk, tmp_path: Path) -> None:
    desk.run("term.add", "", "")
    assert not (tmp_path / "p.terms.csv").exists()
