"""An editor's working day, command by command, without a window."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.commands.at_hand import review
from reviewer.commands.finding import next_place, places, replace_all
from reviewer.commands.review import sign_off_all
from reviewer.model.bitext import Origin
from reviewer.model.errors import InputError
from reviewer.model.finding import Category, Finding, Severity, Suggestion
from reviewer.model.segment import State
from reviewer.model.span import Span
from reviewer.session import acts
from reviewer.session.opening.opening import open_documents, open_files, open_source
from reviewer.session.session import Session
from reviewer.session.worklist import Filter
from reviewer.storage.memory import MemoryStore
from reviewer.text.search import Query
from tests.desk import ScriptedDesk
from tests.session.test_documents import written

SOURCE = "Erster Absatz.\nEine Einnahme Hamas wäre schlimm.\nDritter Absatz.\nVierter Absatz."
TARGET = "First paragraph.\nA capture of Hamas would be bad.\nThird paragraph.\nFourth paragraph."


@pytest.fixture
def desk(tmp_path: Path) -> ScriptedDesk:
    (tmp_path / "de.txt").write_text(SOURCE, "utf-8")
    (tmp_path / "en.txt").write_text(TARGET, "utf-8")
    opened = open_files(str(tmp_path / "de.txt"), str(tmp_path / "en.txt"), "de", "en")
    return ScriptedDesk(Session(MemoryStore(opened.bitexts, opened.rows, opened.originals), author="ana"))


@pytest.fixture
def session(desk: ScriptedDesk) -> Session:
    assert desk.session
    return desk.session


def place_finding(session: Session, id: str = "2", word: str = "Hamas", fix: str = "Hama") -> Finding:
    segment = session.segment(id)
    start = segment.target.index(word)
    span = Span(start, start + len(word))
    finding = Finding(
        "places",
        id,
        Category.ENTITY,
        Severity.CRITICAL,
        "“{found}” is not Hama.",
        (("found", word),),
        target_span=span,
        suggestions=(Suggestion(fix, span),),
        seen=(segment.source, segment.target),
    )
    session.found(id, [finding])
    return finding


def test_accepting_goes_through_the_article(desk: ScriptedDesk, session: Session) -> None:
    for _ in range(4):
        desk.run("review.accept")
    assert [s.state for s in session.rows] == [State.REVIEWED] * 4
    assert desk.told == ["All is reviewed."]


def test_typing_then_accepting_keeps_what_was_typed(desk: ScriptedDesk, session: Session) -> None:
    desk.type("A better paragraph.")
    desk.run("review.accept")
    assert session.segment("1").target == "A better paragraph."
    assert session.segment("1").state == State.REVIEWED
    assert session.current == "2"


def test_needs_work_keeps_the_note(desk: ScriptedDesk, session: Session) -> None:
    desk.run("review.needs-work", "Ask the desk")
    assert (session.segment("1").state, session.segment("1").note) == (State.NEEDS_WORK, "Ask the desk")
    session.go("1")
    desk.run("review.accept")
    assert session.segment("1").note == ""


def test_a_fix_is_one_key_and_one_undo(desk: ScriptedDesk, session: Session) -> None:
    place_finding(session)
    desk.run("go.next-finding")
    assert session.current == "2"
    desk.run("fix.apply-1")
    assert session.segment("2").target == "A capture of Hama would be bad."
    desk.run("edit.undo")
    assert session.segment("2").target == "A capture of Hamas would be bad."


def test_a_fix_for_a_text_that_changed_is_refused(desk: ScriptedDesk, session: Session) -> None:
    place_finding(session)
    session.go("2")
    desk.type("Something else entirely")
    with pytest.raises(InputError, match="has changed since"):
        desk.run("fix.apply-1")
    assert session.segment("2").target == "Something else entirely"


def test_dismissing_goes_on_and_undo_brings_back(desk: ScriptedDesk, session: Session) -> None:
    place_finding(session)
    session.go("2")
    desk.run("fix.dismiss")
    assert session.findings.of("2") == ()
    desk.run("edit.undo")
    assert len(session.findings.of("2")) == 1


def test_accepting_all_clean_paragraphs_leaves_out_findings_and_comments(desk: ScriptedDesk, session: Session) -> None:
    place_finding(session)
    session.go("3")
    desk.run("comment.add", "Is this right?")
    desk.run("review.accept-clean", "yes")
    assert "2 clean paragraphs" in desk.asked[-1]
    assert [s.state for s in session.rows] == [State.REVIEWED, State.TRANSLATED, State.TRANSLATED, State.REVIEWED]


def test_unreviewed_paragraphs_are_found_in_both_directions(desk: ScriptedDesk, session: Session) -> None:
    for id in ("2", "3"):
        session.go(id)
        desk.run("review.accept")
    session.go("1")
    desk.run("go.next-unreviewed")
    assert session.current == "4"
    desk.run("go.previous-unreviewed")
    assert session.current == "1"


def test_doubtful_pairs_are_found_in_both_directions(desk: ScriptedDesk, session: Session) -> None:
    for id in ("2", "4"):
        session.rows.put(replace(session.segment(id), confidence=0.4))
    session.go("2")
    desk.run("go.next-doubtful")
    assert session.current == "4"
    desk.run("go.previous-doubtful")
    assert session.current == "2"
    desk.run("go.previous-doubtful")
    assert desk.told == ["No doubtful pair above."]


def test_the_document_is_paired_anew_unless_the_files_say_what_belongs_together(
    desk: ScriptedDesk, session: Session
) -> None:
    desk.run("pair.anew")
    session.describe({0: replace(session.bitext, pairs_from=Origin.FILES)})
    desk.run("pair.anew")
    assert desk.told == ["pairing anew", "The files themselves say what belongs together."]


@pytest.mark.parametrize(("answer", "current"), [("3", "3"), (" 4 ", "4"), ("99", "1"), ("x", "1")])
def test_going_to_a_paragraph(desk: ScriptedDesk, session: Session, answer: str, current: str) -> None:
    desk.run("go.to", answer)
    assert session.current == current


def test_merge_split_and_move_leave_the_export_alone(desk: ScriptedDesk, session: Session, tmp_path: Path) -> None:
    session.go("2")
    desk.run("pair.merge")
    assert len(session.rows) == 3
    desk.run("pair.split")
    session.go("1")
    desk.run("pair.move-down")
    desk.run("project.export-as", str(tmp_path / "out.txt"))
    assert (tmp_path / "out.txt").read_text("utf-8") == TARGET
    for _ in range(3):
        desk.run("edit.undo")
    assert [s.target for s in session.rows] == TARGET.split("\n")


def test_a_split_at_the_caret(desk: ScriptedDesk, session: Session) -> None:
    desk.start_editing(5)
    desk.run("pair.split")
    assert [s.target for s in session.rows][:2] == ["First", "paragraph."]
    assert session.rows[1].source == ""


def test_an_edited_paragraph_keeps_its_place_after_repairs(
    desk: ScriptedDesk, session: Session, tmp_path: Path
) -> None:
    desk.run("pair.merge")
    desk.type("First paragraph.\u2029A capture of Hama would be bad.")
    desk.stop_editing()
    desk.run("project.export-as", str(tmp_path / "out.txt"))
    assert (tmp_path / "out.txt").read_text("utf-8") == TARGET.replace("Hamas", "Hama")


def test_restoring_the_delivered_text(desk: ScriptedDesk, session: Session) -> None:
    desk.type("x")
    desk.run("edit.restore")
    assert session.segment("1").target == "First paragraph."


def test_finding_goes_round_and_back(session: Session) -> None:
    query = Query("absatz|paragraph", regular=True)
    assert len(list(places(session, query))) == 6
    first = next_place(session, query, None, 1)
    assert first and (first.segment, first.source) == ("1", True)
    second = next_place(session, query, first, 1)
    assert second and (second.segment, second.source) == ("1", False)
    assert next_place(session, query, second, -1) == first
    last = next_place(session, query, first, -1)
    assert last and (last.segment, last.source) == ("4", False)
    assert next_place(session, Query("nowhere"), None, 1) is None


def test_replacing_all_is_one_undo(desk: ScriptedDesk, session: Session) -> None:
    found = list(places(session, Query(r"(\w+) paragraph", regular=True), r"Paragraph \1", sources=False))
    assert replace_all(session, found) == 3
    assert session.segment("4").target == "Paragraph Fourth."
    desk.run("edit.undo")
    assert [s.target for s in session.rows] == TARGET.split("\n")


def test_undo_goes_to_the_first_paragraph_it_changed_unless_the_editor_is_at_one(
    desk: ScriptedDesk, session: Session
) -> None:
    replace_all(session, list(places(session, Query("paragraph"), "part", sources=False)))
    changed = [s.id for s in session.rows if "part" in s.target]
    session.go(changed[1])
    desk.run("edit.undo")
    assert session.current == changed[1]
    outside = next(s.id for s in session.rows if s.id not in changed)
    session.go(outside)
    desk.run("edit.redo")
    assert session.current == changed[0]
    session.go(outside)
    desk.run("edit.undo")
    assert session.current == changed[0]


def test_nothing_is_done_to_a_paragraph_that_is_not_seen(desk: ScriptedDesk, session: Session) -> None:
    session.set_filter(Filter(text="stands nowhere"))
    for id in (
        *("edit.start", "edit.copy-source", "comment.add", "pair.merge", "pair.split", "pair.move-down", "pair.pin"),
        *("review.accept", "review.needs-work", "review.reopen", "fix.apply-1", "fix.dismiss", "term.insert"),
    ):
        with pytest.raises(InputError, match="No paragraph fits the filter"):
            desk.run(id)
    assert not session.can_undo
    desk.run("view.show-all")
    desk.run("review.accept")
    assert session.can_undo


def test_a_paragraph_one_goes_to_is_seen_also_where_the_filter_hid_it(desk: ScriptedDesk, session: Session) -> None:
    session.set_filter(Filter(text="Fourth"))
    assert session.current == "4"
    desk.run("go.to", "1")
    assert [session.worklist.id_at(n) for n in range(len(session.worklist))] == ["1", "4"]
    session.set_filter(Filter(text="Third"))
    desk.run("go.back")
    assert session.current in [session.worklist.id_at(n) for n in range(len(session.worklist))]


def test_the_next_finding_is_one_that_the_filter_shows(desk: ScriptedDesk, session: Session) -> None:
    for id in ("2", "3", "4"):
        said = session.segment(id)
        session.found(id, [Finding("x", id, Category.ENTITY, Severity.MINOR, "m", seen=(said.source, said.target))])
    session.set_filter(Filter(text="paragraph"))
    session.go("1")
    desk.run("go.next-finding")
    assert session.current == "3"
    desk.run("go.next-finding")
    desk.run("go.previous-finding")
    assert session.current == "3"
    desk.run("go.previous-finding")
    assert session.current == "3" and "No finding above" in desk.told[-1]


def test_where_else_shows_every_paragraph_with_the_name(desk: ScriptedDesk, session: Session) -> None:
    place_finding(session)
    session.go("2")
    desk.run("find.where-else")
    assert [session.worklist.id_at(n) for n in range(len(session.worklist))] == ["2"]
    desk.run("view.show-all")
    assert len(session.worklist) == 4


def test_signing_off_puts_everything_into_its_final_state(session: Session) -> None:
    assert sign_off_all(session) == 4
    assert {s.state for s in session.rows} == {State.FINAL}


def test_the_languages_can_be_changed(desk: ScriptedDesk, session: Session) -> None:
    desk.run("project.languages", "ar", "fr")
    assert (session.bitext.source.language, session.bitext.target.language) == ("ar", "fr")


def test_a_project_is_not_a_name_for_an_export(desk: ScriptedDesk) -> None:
    with pytest.raises(InputError, match=re.escape("name of a project")):
        desk.run("project.export-as", "x.review")


def test_a_report_is_chosen_and_written(desk: ScriptedDesk, session: Session, tmp_path: Path) -> None:
    acts.set_target(session, "2", "Mended.")
    path = str(tmp_path / "list.html")
    desk.run("project.report", "html", path)
    assert "<ins>Mended</ins>" in Path(path).read_text("utf-8")
    assert desk.told[-1] == f"Written: {path}"


def test_a_report_never_replaces_the_review_or_its_texts(desk: ScriptedDesk, session: Session) -> None:
    for path in ("x.review", session.bitext.target.path or "y.review"):
        with pytest.raises(InputError, match="another name"):
            desk.run("project.report", "tmx", path)


def test_a_source_alone_is_exported_under_a_name_of_its_own(tmp_path: Path) -> None:
    source = tmp_path / "news.txt"
    source.write_text("Erster Absatz.\nZweiter Absatz.\n", "utf-8")
    opened = open_source(str(source), "de", "en")
    desk = ScriptedDesk(Session(MemoryStore(opened.bitexts, opened.rows, opened.originals), author="ana"))
    desk.type("First paragraph.")
    written = tmp_path / "news.en.txt"
    desk.run("project.export", str(written))
    assert written.read_text("utf-8") == "First paragraph.\nZweiter Absatz.\n"
    with pytest.raises(InputError, match="replace the source"):
        desk.run("project.export", str(source))
    assert source.read_text("utf-8") == "Erster Absatz.\nZweiter Absatz.\n"


def test_several_documents_are_exported_to_a_folder_or_one_to_a_file(tmp_path: Path) -> None:
    pairs = written(tmp_path)
    opened = open_documents(pairs, "de", "en")
    desk = ScriptedDesk(Session(MemoryStore(opened.bitexts, opened.rows, opened.originals), author="ana"))
    desk.run("project.export")
    assert "Nothing was corrected" in desk.told[-1]
    acts.set_target(review(desk), "3", "The forest.")
    desk.run("project.export-as", "all", str(tmp_path))
    assert (tmp_path / "b.txt").read_text("utf-8") == "The forest.\n"
    assert (tmp_path / "sub" / "c.txt").exists()
    review(desk).go("1")
    desk.run("project.export-as", "this", str(tmp_path / "one.txt"))
    assert (tmp_path / "one.txt").read_text("utf-8") == "A river.\nA house.\n"
    desk.run("project.export", "yes")
    assert Path(pairs[1].target or "").read_text("utf-8") == "The forest.\n"
    acts.set_target(review(desk), "1", "A brook.")
    desk.run("project.export", "yes")
    assert Path(pairs[0].target or "").read_text("utf-8") == "A brook.\nA house.\n"
