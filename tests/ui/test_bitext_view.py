"""What an editor sees and does in the text: stepping, editing in place, drafts, findings, right-to-left."""

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage, QMouseEvent, QTextLayout, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.model.finding import Severity
from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Code, CodeKind, Kind, State
from reviewer.model.span import Span
from reviewer.session import acts
from reviewer.session.worklist import Filter
from reviewer.ui.bitext.model import BitextColumn
from reviewer.ui.bitext.rows.page import Side
from reviewer.ui.bitext.rows.row_layout import lay_out
from reviewer.ui.bitext.target_editor import TargetEditor
from reviewer.ui.bitext.view import BitextView
from reviewer.ui.look.theme import load_theme, theme_names
from tests.ui.conftest import Open, make_finding, make_segments


def row_top(view: BitextView, row: int) -> int:
    return view.visualRect(view.model().index(row, BitextColumn.TARGET)).top()


def editor_of(view: BitextView) -> TargetEditor:
    return view.findChild(TargetEditor)


def picture(view: BitextView) -> QImage:
    return view.viewport().grab().toImage()


def target_picture(view: BitextView) -> QImage:
    """Return what the target column looks like, without the bar that tells of editing."""
    column = view.page.target
    return picture(view).copy(column.x - 6, 0, column.width + 12, view.viewport().height())


def test_stepping_keeps_the_current_row_in_its_place(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view(1000)
    session.go("500")
    place = row_top(view, 499)
    assert place == pytest.approx(view.viewport().height() * 0.3, abs=1)
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert session.current == "505"
    assert row_top(view, 504) == place


def test_what_moved_on_the_screen_is_what_would_be_painted_there(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view(1000)
    session.go("500")
    QApplication.processEvents()

    def on_screen() -> QImage:
        QApplication.processEvents()
        return view.screen().grabWindow(view.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)

    def painted() -> QImage:
        return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    moves: list[Callable[[], object]] = [
        lambda: qtbot.keyClick(view, Qt.Key.Key_Down),
        lambda: view.wheelEvent(wheel(view, -120)),
        lambda: view.wheelEvent(wheel(view, 120)),
        lambda: session.go("503"),
        lambda: view.start_editing(0),
        lambda: qtbot.keyClicks(editor_of(view), "typed "),
        lambda: view.wheelEvent(wheel(view, -240)),
        lambda: session.go("504"),
        lambda: session.go("900"),
        lambda: view.verticalScrollBar().setValue(view.verticalScrollBar().maximum()),
    ]
    for number, move in enumerate(moves):
        move()
        editor_of(view).clearFocus()  # no caret that blinks
        assert on_screen() == painted(), number


def wheel(view: BitextView, turn: int) -> QWheelEvent:
    """Return a turn of the wheel over the middle of the view, in eighths of a degree."""
    place = QPointF(view.width() / 2, view.height() / 2)
    return QWheelEvent(
        place,
        QPointF(view.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_keys_of_the_list(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view(1000)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert session.current == "1000"
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert 980 < int(session.current) < 1000
    qtbot.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert session.current == "1"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert session.current == "1"


def test_a_click_chooses_a_row_without_moving_the_text(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    top = row_top(view, 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 100, top + 20))
    assert session.current == "3"
    assert row_top(view, 2) == top


def test_editing_begins_without_anything_moving(qtbot: QtBot, open_view: Open) -> None:
    segments = make_segments(30)
    segments[3] = replace(
        segments[3],
        target="A  line\u00a0with " + chr(CODE_BASE) + "bold" + chr(CODE_BASE + 1) + "\nand 😀 more, " * 4,
        target_codes=(Code("1", CodeKind.OPEN, "b"), Code("1", CodeKind.CLOSE, "b")),
    )
    view, session = open_view(segments)
    session.go("4")
    before = target_picture(view)
    view.start_editing()
    editor = editor_of(view)
    editor.clearFocus()
    assert editor.isVisible()
    assert target_picture(view) == before


@pytest.mark.parametrize("language", ["en", "ar", "he", "ja", "th", "hi"])
@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.HEADING, Kind.QUOTE])
def test_the_editor_breaks_lines_where_the_row_does(open_view: Open, language: str, kind: Kind) -> None:
    texts = {
        "ar": "وقال نقيب الصيادين في المدينة، خليل بو درهم: «كنا نخاف» 2019 من Sky News ",
        "he": "ראש הממשלה אמר ביום שני כי 25 אנשים נפצעו ",
        "ja": "瀬戸西汽船（本社・松山市）は10月7日、蓄電池を主な動力とする新造フェリーを公開した。",
        "th": "นายกรัฐมนตรีกล่าวเมื่อวันจันทร์ว่ามีผู้บาดเจ็บ 25 คน ",
        "hi": "प्रधानमंत्री ने सोमवार को कहा कि 25 लोग घायल हुए ",
    }
    text = (texts.get(language, "The head of government said on Monday that 25 people were hurt. ") * 6).strip()
    segments = [replace(segment, target=text, kind=kind, level=1) for segment in make_segments(2)]
    view, _ = open_view(segments, ("de", language))
    before = target_picture(view)
    view.start_editing()
    editor_of(view).clearFocus()
    assert target_picture(view) == before


def test_of_a_text_as_long_as_a_book_no_more_is_drawn_than_is_seen(open_view: Open) -> None:
    text = "A  line\u00a0with words\nand 😀 more, " * 2_000
    view, _ = open_view(make_segments(1, target=text))
    face = view.page.face(Side.TARGET)

    def least(act: Callable[[], object]) -> float:
        def took() -> float:
            start = time.process_time()
            act()
            return time.process_time() - start

        return min(took() for _ in range(3))

    laid_out = least(lambda: lay_out(text, face, view.page.target.width, ()))
    view.scroll_by(20_000)
    as_row = target_picture(view)
    assert least(lambda: picture(view)) < laid_out
    view.start_editing(0)
    editor_of(view).clearFocus()
    view.scroll_by(20_000)
    assert target_picture(view) == as_row, "the same signs in the same places"
    assert least(lambda: picture(view)) < laid_out


def test_what_is_typed_becomes_one_correction_on_leaving(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    with qtbot.waitSignal(view.editing_changed):
        view.start_editing(0)
    qtbot.keyClicks(editor_of(view), "So: ")
    assert view.caret is not None
    assert view.caret.position == 4
    qtbot.keyClick(editor_of(view), Qt.Key.Key_Escape)
    assert view.caret is None
    assert session.segment("1").target.startswith("So: 1 Most")
    assert len(session.history()) == 1
    assert view.hasFocus()


def test_leaving_an_untouched_text_is_no_act(open_view: Open) -> None:
    segments = make_segments(3)
    segments[0] = replace(segments[0], target="a\u2028b", delivered="a\u2028b")
    view, session = open_view(segments)
    view.start_editing()
    view.stop_editing()
    assert session.history() == []
    assert session.drafts == {}


def test_what_is_typed_can_be_dropped(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    view.start_editing()
    qtbot.keyClicks(editor_of(view), "x")
    view.stop_editing(keep=False)
    assert session.history() == []
    assert session.drafts == {}


def test_going_elsewhere_leaves_the_editor(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    view.start_editing()
    qtbot.keyClicks(editor_of(view), "x")
    session.go("2")
    assert view.caret is None
    assert session.segment("1").target.endswith("x")
    assert session.segment("2").target.startswith("2 Most")


def test_a_locked_paragraph_is_not_edited(open_view: Open) -> None:
    segments = [replace(segment, locked=True) for segment in make_segments(2)]
    view, _ = open_view(segments)
    view.start_editing()
    assert view.caret is None


def test_a_pause_in_typing_stores_a_draft_that_is_taken_up_again(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    view.start_editing()
    qtbot.keyClicks(editor_of(view), " And more.")
    qtbot.waitUntil(lambda: session.drafts.get("1", "").endswith(" And more."), timeout=5000)
    assert session.history() == []
    again = BitextView()
    qtbot.addWidget(again)
    again.resize(1000, 700)
    again.set_session(session)
    assert again.caret is not None
    assert again.caret.text.endswith(" And more.")
    assert again.typing_undo()
    assert again.caret.text == session.segment("1").target


def test_another_review_keeps_what_was_typed_in_this_one(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    view.start_editing()
    qtbot.keyClicks(editor_of(view), "x")
    view.set_session(None)
    assert session.drafts["1"].endswith("x")
    assert view.caret is None


def test_the_row_grows_while_typing(qtbot: QtBot, open_view: Open) -> None:
    view, _ = open_view()
    below = row_top(view, 1)
    view.start_editing()
    view.insert("\n".join("more lines than the source has".split()))
    assert row_top(view, 1) > below
    view.typing_undo()
    assert row_top(view, 1) == below


def test_another_text_given_meanwhile_shows_in_the_editor(open_view: Open) -> None:
    view, session = open_view()
    view.start_editing()
    acts.set_target(session, "1", "Another wording")
    assert view.caret is not None
    assert view.caret.text == "Another wording"


def test_typed_tells_the_text(qtbot: QtBot, open_view: Open) -> None:
    view, _ = open_view()
    view.start_editing(0)
    with qtbot.waitSignal(view.typed) as told:
        qtbot.keyClicks(editor_of(view), "x")
    assert told.args[0] == "1"
    assert told.args[1].startswith("x1 Most")


def underlined(image: QImage, colour: QColor) -> QRect:
    """Return where a colour stands in a picture."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    ys, xs = np.nonzero(pixels == colour.rgba())
    return QRect(QPoint(xs.min(), ys.min()), QPoint(xs.max(), ys.max())) if len(xs) else QRect()


def test_a_finding_behind_an_emoji_is_underlined_where_its_word_stands(open_view: Open) -> None:
    segments = make_segments(2)
    text = "😀😀 In Hamas the fighting goes on."
    segments[0] = replace(segments[0], target=text)
    view, session = open_view(segments)
    span = Span(text.index("Hamas"), text.index("Hamas") + 5)
    session.found("1", [replace(make_finding(session, "1", span, Severity.MAJOR), source_span=None)])
    session.go("2")
    row = view.layouts.row(session.segment("1"), None)
    assert row.target is not None
    (place,) = row.target.stretches(span)
    layout = QTextLayout("Hamas", row.target.face.font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1000)
    width = line.naturalTextWidth()
    layout.endLayout()
    assert place.right - place.left == pytest.approx(width, abs=1)


def test_findings_follow_their_words_while_typing(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    target = session.segment("1").target
    span = Span(target.index("Hamas"), target.index("Hamas") + 5)
    session.found("1", [make_finding(session, "1", span)])
    view.start_editing(0)
    editor = editor_of(view)
    qtbot.keyClicks(editor, "Well: ")
    pieces = editor.marks.places_of(session.findings.of("1")[0], editor.text)
    assert [(start, end) for _, _, start, end in pieces] == [(span.start + 6, span.end + 6)]


def test_underlines_follow_their_words_until_the_checks_have_looked_again(open_view: Open) -> None:
    view, session = open_view()
    target = session.segment("1").target
    place = target.index("Hamas")
    session.found("1", [make_finding(session, "1", Span(place, place + 5))])
    acts.set_target(session, "1", "Well: " + target)
    assert [mark.span for mark in view.state_of(view.row(0)).marks] == [Span(place + 6, place + 11)]


def point_of(view: BitextView, row: int, word: str, *, source: bool = False) -> QPoint:
    """Return where a word of a text begins, a little inside."""
    laid_out = view.row(row)
    side = Side.SOURCE if source else Side.TARGET
    cell = laid_out.cell(side)
    assert cell is not None
    at = cell.text.index(word)
    place = cell.stretches(Span(at, at + len(word)))[0]
    origin = view.row_painter.origin(laid_out, side, row_top(view, row))
    return QPoint(round(origin.x() + place.left + 1), round(origin.y() + place.baseline - 4))


def test_a_double_click_edits_where_it_points(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    place = point_of(view, 1, "fighting")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.current == "2"
    assert view.caret is not None
    assert view.caret.text[view.caret.position :].startswith("fighting")


def test_text_selected_with_the_mouse_is_copied(qtbot: QtBot, open_view: Open) -> None:
    view, _ = open_view()
    start, end = point_of(view, 0, "Zuletzt", source=True), point_of(view, 0, "hatten", source=True)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    view.mouseMoveEvent(
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(end),
            QPointF(view.viewport().mapToGlobal(end)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Zuletzt "


def test_a_click_on_underlined_words_looks_at_their_finding(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    target = session.segment("1").target
    spans = [Span(target.index(word), target.index(word) + len(word)) for word in ("recently", "Hamas")]
    session.found("1", [make_finding(session, "1", span) for span in spans])
    with qtbot.waitSignal(view.finding_looked_at) as looked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, 0, "Hamas"))
    assert looked.args == [1]


def test_live_findings_count_only_for_the_text_they_saw(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    view.start_editing(0)
    editor = editor_of(view)
    qtbot.keyClicks(editor, "x")
    assert view.caret is not None
    finding = make_finding(session, "1", Span(0, 1))
    view.show_findings("1", "something else", [finding])
    assert editor.marks.findings == ()
    view.show_findings("1", view.caret.text, [finding])
    assert editor.marks.findings == (finding,)


def test_looking_at_a_finding_lights_both_columns(qtbot: QtBot, open_view: Open) -> None:
    view, session = open_view()
    theme = load_theme("light")
    assert underlined(picture(view), theme.counterpart).isEmpty()
    session.found("1", [make_finding(session, "1", Span(2, 6)), make_finding(session, "1", Span(10, 14))])
    with qtbot.waitSignal(view.finding_looked_at):
        view.look_at_finding(7)
    assert view.finding_index == 1
    assert not underlined(picture(view), theme.counterpart).isEmpty()
    session.go("2")
    assert view.finding_index == 0


def test_the_delivered_words_show_struck_on_demand(open_view: Open) -> None:
    view, session = open_view()
    theme = load_theme("light")
    target = session.segment("1").target
    acts.set_target(session, "1", target.replace("Hamas", "Hama"))
    assert underlined(picture(view), theme.diff_removed).isEmpty()
    view.set_differences(True)
    image = picture(view)
    assert not underlined(image, theme.diff_removed).isEmpty()
    assert not underlined(image, theme.diff_added).isEmpty()
    row = view.layouts.row(session.segment("1"), None)
    assert row.target is not None
    assert "HamasHama in" in row.target.shown
    place = session.segment("1").target.index("Hama")
    line = row.target.layout.lineForTextPosition(place + 5)
    assert row.target.stretches(Span(place, place + 4))[0].left == pytest.approx(line.cursorToX(place + 5)[0])


def test_differences_show_in_the_text_being_edited(open_view: Open) -> None:
    view, session = open_view()
    theme = load_theme("light")
    view.set_differences(True)
    view.start_editing(0)
    assert underlined(picture(view), theme.diff_added_text).isEmpty()
    view.insert("New ")
    added = underlined(picture(view), theme.diff_added_text)
    assert not added.isEmpty()
    view.set_differences(False)
    assert underlined(picture(view), theme.diff_added_text).isEmpty()
    view.set_differences(True)
    view.typing_undo()
    editor = view._editing.editor
    editor.replace_all(session.segment("1").target.replace("Most recently", "Recently", 1))
    editor.replace_all(session.segment("1").target.replace(" the fighting", "", 1))
    assert not underlined(picture(view), theme.diff_removed_text).isEmpty(), "where words are gone"


def test_a_right_to_left_column_runs_by_its_language(open_view: Open) -> None:
    segments = make_segments(3, target="BBC قالت أمس", source="Sky sagt")
    view, _ = open_view(segments, ("de", "ar"))
    row = view.row(0)
    assert row.target is not None
    assert row.source is not None
    width = view.page.target.width
    first = row.target.stretches(Span(0, 1))[0]
    assert first.right > width * 0.75
    assert row.source.stretches(Span(0, 1))[0].left == 0


def test_a_word_against_the_direction_of_its_line_is_marked_once(open_view: Open) -> None:
    words = "laden with أرجوان and cedar wood. " * 6
    view, _ = open_view(make_segments(1, target=words), ("ar", "en"))
    cell = view.row(0).target
    assert cell is not None
    starts = [n for n in range(len(cell.text)) if cell.text.startswith("أرجوان", n)]
    found = [cell.stretches(Span(at, at + 6)) for at in starts]
    assert all(len(places) == 1 for places in found), "also where it stands first in a line"
    assert len({round(place.right - place.left) for (place,) in found}) == 1, "the whole word, first letter included"


def test_the_sign_of_a_break_stands_behind_the_words_whichever_way_they_run(open_view: Open) -> None:
    def words_of(target: str, language: str) -> QImage:
        view, _ = open_view(make_segments(1, target=target), ("de", language))
        row = view.row(0)
        assert row.target is not None
        places = row.target.stretches(Span(0, row.target.text.index("BBC") + 3))
        left, right = min(place.left for place in places), max(place.right for place in places)
        start = view.row_painter.origin(row, Side.TARGET, row_top(view, 0)).x() + left
        return picture(view).copy(round(start), row_top(view, 0), round(right - left), 40)

    for language, words in (("ar", "قال الجيش BBC"), ("en", "said the BBC")):
        for sign in (UNIT_BREAK, "\n"):
            assert words_of(f"{words}{sign}x", language) == words_of(words, language), (language, sign)


def test_a_filter_shows_its_rows_only(open_view: Open) -> None:
    view, session = open_view(100)
    session.set_filter(Filter(text="42 Most"))
    assert view.model().rowCount() == 1
    assert session.current == "42"
    session.set_filter(Filter(text="no such thing"))
    assert view.model().rowCount() == 0
    picture(view)
    session.set_filter(Filter())
    assert view.model().rowCount() == 100
    assert row_top(view, 41) >= 0


def test_merging_and_undo_keep_the_view_in_step(open_view: Open) -> None:
    view, session = open_view(10)
    acts.merge(session, "3")
    assert view.model().rowCount() == 9
    session.undo()
    assert view.model().rowCount() == 10
    picture(view)


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("reading", [False, True])
def test_every_theme_and_view_paints(open_view: Open, theme: str, reading: bool) -> None:
    segments = make_segments(12)
    segments[1] = replace(segments[1], target="", target_lead="hole", delivered="")
    segments[2] = replace(segments[2], target="")
    segments[3] = replace(segments[3], kind=Kind.LIST_ITEM, level=2, confidence=0.1)
    view, session = open_view(segments)
    for n, state in enumerate(State):
        acts.set_state(session, [str(n + 1)], state)
    for severity in Severity:
        session.found("4", [make_finding(session, "4", Span(2, 30), severity)])
        view.set_theme(load_theme(theme))
        view.set_reading(reading)
        assert not picture(view).isNull()


def test_zoom_and_compact_change_the_height_of_rows(open_view: Open) -> None:
    view, _ = open_view()
    usual = row_top(view, 1)
    view.set_zoom(1)
    assert row_top(view, 1) > usual
    view.set_zoom(0)
    assert row_top(view, 1) == usual
    view.set_compact(True)
    assert row_top(view, 1) < usual


def test_large_text_gets_the_room_that_signs_and_gaps_could_do_without(open_view: Open) -> None:
    view, _ = open_view(30)
    view.zoom = 3.0
    page = view.page
    assert page.source.width + page.target.width > 0.75 * page.width
    assert page.source.x > page.gutter.right and page.target.x > page.divider > page.source.right
    view.zoom = 1.0
    assert view.page.sign == view.page.size


def test_the_screen_reader_hears_number_state_findings_and_texts(open_view: Open) -> None:
    view, session = open_view()
    acts.set_state(session, ["3"], State.NEEDS_WORK, "look")
    session.found("3", [make_finding(session, "3", Span(2, 6))])
    heard = view.model().data(view.model().index(2, BitextColumn.TARGET), Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("3, needs work, critical: “Most” is another place., source: 3 Zuletzt")
    assert ", target: 3 Most recently" in heard
    table = QAccessible.queryAccessibleInterface(view)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Paragraphs"


def test_the_screen_reader_follows_the_focus(qtbot: QtBot, open_view: Open) -> None:
    view, _ = open_view()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    focused = QAccessible.queryAccessibleInterface(view).focusChild()
    assert focused.text(QAccessible.Text.Name).startswith("2, unreviewed, source: 2 Zuletzt")
    assert focused.rect().top() > 0
    view.start_editing()
    editor = QAccessible.queryAccessibleInterface(editor_of(view))
    assert editor.role() == QAccessible.Role.EditableText
    assert editor.text(QAccessible.Text.Name) == "Translation of paragraph 2"
    assert editor.text(QAccessible.Text.Value).startswith("2 Most recently")


def test_comments_and_logged_errors_are_underlined_where_they_stand(open_view: Open) -> None:
    view, session = open_view()
    session.go("2")
    theme = load_theme("light")
    assert underlined(target_picture(view), theme.accent).isEmpty()
    acts.comment(session, "1", "really?", Span(2, 6))
    assert not underlined(target_picture(view), theme.accent).isEmpty()


def test_a_draft_shows_in_its_row(open_view: Open) -> None:
    view, session = open_view()
    before = row_top(view, 2)
    session.draft("2", "Short")
    view.set_session(session)
    assert view.model().index(1, BitextColumn.TARGET).data() == "Short"
    assert row_top(view, 2) <= before


def test_the_scroll_bar_reaches_both_ends(open_view: Open) -> None:
    view, _ = open_view(1000)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.indexAt(QPoint(300, view.viewport().height() - 2)).row() == 999
    bar.setValue(bar.maximum() // 2)
    assert 450 < view.indexAt(QPoint(300, 10)).row() < 550
    bar.setValue(0)
    assert row_top(view, 0) == 0


def test_a_hundred_thousand_signals(qtbot: QtBot) -> None:
    """Some versions of the binding take a reference to None and True away at each emission, until Python aborts."""

    class Sender(QObject):
        sent = Signal(object, bool)

    sender = Sender()
    heard: list[object] = []
    sender.sent.connect(lambda what, flag: heard.append(flag))
    for _ in range(100_000):
        sender.sent.emit(None, True)
    assert len(heard) == 100_000
