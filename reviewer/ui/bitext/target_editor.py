"""The editor that stands over a target while it is being changed; it sets the text exactly as the row did."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reviewer.commands.desk import Caret
from reviewer.model.finding import Finding
from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Code, is_code
from reviewer.ui.bitext.rows.inline_codes import code_positions
from reviewer.ui.bitext.rows.pair_marks import PairMark
from reviewer.ui.bitext.rows.row_layout import text_option
from reviewer.ui.bitext.target_marks import TargetMarks
from reviewer.ui.files import local_files
from reviewer.ui.look.fonts import Face
from reviewer.ui.look.theme import Theme
from reviewer.ui.utf16 import from_utf16, span_from_utf16, to_utf16

MARGIN = 6
"""Room around the text in pixels, for the caret and for underlines below the last line."""

_LINE_BREAK = "\u2028"
"""What `\\n` is inside Qt's documents, where `\\n` and U+2029 both begin a new block."""

_Key = QKeySequence.StandardKey
_OWN_KEYS = (
    _Key.Copy, _Key.Cut, _Key.Paste, _Key.SelectAll, _Key.Delete,
    _Key.DeleteStartOfWord, _Key.DeleteEndOfWord, _Key.DeleteEndOfLine,
    _Key.MoveToNextChar, _Key.MoveToPreviousChar, _Key.MoveToNextWord, _Key.MoveToPreviousWord,
    _Key.MoveToNextLine, _Key.MoveToPreviousLine, _Key.MoveToStartOfLine, _Key.MoveToEndOfLine,
    _Key.MoveToStartOfDocument, _Key.MoveToEndOfDocument,
    _Key.SelectNextChar, _Key.SelectPreviousChar, _Key.SelectNextWord, _Key.SelectPreviousWord,
    _Key.SelectNextLine, _Key.SelectPreviousLine, _Key.SelectStartOfLine, _Key.SelectEndOfLine,
    _Key.SelectStartOfDocument, _Key.SelectEndOfDocument,
)  # fmt: skip
"""Chords the editor keeps for itself; all others are left to commands."""

_Move = QTextCursor.MoveOperation
_DELETIONS = {
    _Key.DeleteStartOfWord: _Move.PreviousWord,
    _Key.DeleteEndOfWord: _Move.NextWord,
    _Key.DeleteEndOfLine: _Move.EndOfBlock,
    _Key.Delete: _Move.NextCharacter,
}
_SINGLE_STEPS = (_Move.PreviousCharacter, _Move.NextCharacter)


class TargetEditor(QTextEdit):
    """Edits one target in place. Texts go in and come out as segments hold them.

    Inline codes cannot be lost by typing: what deletes or replaces a stretch leaves its codes behind, and
    pasting one of them moves it. Only `take_out` takes one out.
    """

    edited = Signal()
    """The text changed (not while an input method composes)."""
    grown = Signal()
    """The text takes another number of lines."""
    focus_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursorWidth(2)
        self.setAccessibleName("Translation")
        self._loaded = ""
        self._own_codes: list[str] = []
        self._composing = self._loading = False
        self._told = ""
        # Of the document QTextEdit makes itself, Python's object may turn invalid while the document lives on;
        # of one made here it does not.
        self.setDocument(QTextDocument(self))
        self.marks = TargetMarks(self.document(), self._rect_at)
        self.document().setDocumentMargin(MARGIN)
        self.document().contentsChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda size: self.grown.emit())

    # Text

    def load(self, text: str, codes: Sequence[Code], face: Face) -> None:
        """Begin with a text; undo goes back to here."""
        document = self.document()
        self._loading = True
        document.setUndoRedoEnabled(False)
        self.marks.codes = tuple(codes)
        # The face first, that the text is laid out once.
        self.setPlainText("")
        self._set(face)
        self.textCursor().insertText(text.replace("\n", _LINE_BREAK))
        self._keep_shapes()
        document.setUndoRedoEnabled(True)
        self._loading = False
        self._loaded = self._told = self.text
        self._own_codes = [self._loaded[position] for position in code_positions(self._loaded)]
        self.marks.findings, self.marks.looked_at = (), None

    def set_face(self, face: Face) -> None:
        """Set the text otherwise: another size, another language."""
        self._loading = True
        self._set(face)
        self.marks.make_room()
        self._loading = False

    def _set(self, face: Face) -> None:
        document = self.document()
        self.marks.set_face(face)
        option = text_option(face)
        document.setDefaultFont(face.font)
        document.setDefaultTextOption(option)
        grid = QTextBlockFormat()
        grid.setLineHeight(face.pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        grid.setLayoutDirection(face.direction)
        grid.setAlignment(option.alignment())
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(grid)

    def _keep_shapes(self) -> None:
        """Have Qt remember the shapes of the letters, as in the rows: to draw a text as long as a book it would make
        all of them again, and again to place the caret."""
        block = self.document().begin()
        while block.isValid():
            block.layout().setCacheEnabled(True)
            block = block.next()

    @property
    def text(self) -> str:
        """The text as typed so far, without what an input method still composes."""
        return self.document().toRawText().replace(_LINE_BREAK, "\n")

    @property
    def changed(self) -> bool:
        """Whether the text is another than the one begun with."""
        return self.text != self._loaded

    @property
    def caret(self) -> Caret:
        """Where the caret stands and what is selected."""
        text, cursor = self.text, self.textCursor()
        selected = span_from_utf16(text, cursor.selectionStart(), cursor.selectionEnd())
        return Caret(text, from_utf16(text, cursor.position()), selected)

    def put_caret(self, position: int | None) -> None:
        """Put the caret at a position of the text; None for its end."""
        text = self.text
        cursor = self.textCursor()
        cursor.setPosition(to_utf16(text, len(text) if position is None else min(position, len(text))))
        self.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        """Put text where the caret stands, replacing the selection but none of its codes."""
        known = len(self.marks.codes)
        wanted = "".join(c for c in text.replace("\n", _LINE_BREAK) if not is_code(c) or ord(c) - CODE_BASE < known)
        cursor = self.textCursor()
        arriving = {char for char in wanted if is_code(char)}
        staying = "".join(c for c in cursor.selectedText() if is_code(c) and c not in arriving)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for char in arriving:
            place = self.document().find(char)
            if not place.isNull():
                place.removeSelectedText()
        cursor.insertText(wanted + staying)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def take_out(self, codes: str) -> None:
        """Take inline codes out, as one step that undo takes back."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for char in codes:
            place = self.document().find(char)
            if not place.isNull():
                cursor.setPosition(place.selectionStart())
                cursor.setPosition(place.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
        cursor.endEditBlock()
        self._own_codes = [char for char in self._own_codes if char not in codes]

    def put_codes_back(self) -> None:
        """Put codes that were dragged out of the text to its end."""
        text = self.text
        missing = "".join(char for char in self._own_codes if char not in text)
        if missing:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(missing)

    def replace_all(self, text: str) -> None:
        """Put another text in the place of the whole, as one step that undo takes back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text.replace("\n", _LINE_BREAK))

    def typing_undo(self, *, redo: bool) -> bool:
        """Undo (or redo) typing; False where there is nothing to undo."""
        document = self.document()
        if not (document.isRedoAvailable() if redo else document.isUndoAvailable()):
            return False
        if redo:
            self.redo()
        else:
            self.undo()
        return True

    @property
    def text_height(self) -> int:
        """Height of the text in pixels, without the margin."""
        return round(self.document().size().height()) - 2 * MARGIN

    # What stands between the letters

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of a theme."""
        self.marks.theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.Highlight, theme.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.selection_text)
        self.setPalette(palette)
        self.viewport().update()

    def show_findings(self, findings: Sequence[Finding], looked_at: Finding | None) -> None:
        """Underline findings; those about an earlier wording follow their words."""
        self.marks.findings, self.marks.looked_at = tuple(findings), looked_at
        self.viewport().update()

    def show_pairs(self, marks: Sequence[PairMark]) -> None:
        """Frame and number names and figures of the text."""
        self.marks.pairs = tuple(marks)
        self.viewport().update()

    def show_differences(self, delivered: str | None) -> None:
        """Mark what differs from the delivered translation; None marks nothing."""
        self.marks.delivered = delivered
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.marks.theme is None or self.marks.face is None:
            return
        with QPainter(self.viewport()) as painter:
            self.marks.draw_below(painter, event.rect(), self.text)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self.marks.draw_above(painter, event.rect(), self.text)

    def _rect_at(self, position: int) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor)

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Qt's editor would claim undo and more; those are commands here.
            typed = event.text()
            control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
            altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            plain = not event.modifiers() & control or event.modifiers() & altgr == altgr
            types = bool(typed) and typed.isprintable() and plain
            event.setAccepted(types or any(event.matches(key) for key in _OWN_KEYS))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if modifiers == Qt.KeyboardModifier.ShiftModifier:
                self.insert("\n")
            # Alone it does nothing: input methods use it, and confirming is never an accident.
            event.setAccepted(modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.matches(_Key.Undo):
            self.typing_undo(redo=False)
        elif event.matches(_Key.Redo):
            self.typing_undo(redo=True)
        elif event.matches(_Key.Cut):
            self.cut()
        elif not self._spares_codes(event):
            super().keyPressEvent(event)

    def _spares_codes(self, event: QKeyEvent) -> bool:
        """Carry out a key that would delete codes so that it does not; False where no code is in danger."""
        cursor = self.textCursor()
        deletion = _deletion(event)
        if not cursor.hasSelection():
            if deletion is None:
                return False
            cursor.movePosition(deletion, QTextCursor.MoveMode.KeepAnchor)
        if not _has_code(cursor.selectedText()):
            return False
        if deletion in _SINGLE_STEPS and not self.textCursor().hasSelection():
            # Nothing but the code would go: the caret steps over it.
            cursor.setPosition(cursor.position())
            self.setTextCursor(cursor)
            return True
        typed = event.text()
        if deletion is None and not (typed and typed.isprintable()):
            return False
        self.setTextCursor(cursor)
        self.insert("" if deletion is not None else typed)
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if (event.commitString() or event.preeditString()) and _has_code(self.textCursor().selectedText()):
            self.insert("")
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._changed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composing = False
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    # Clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected text as it stands, no-break spaces included."""
        # Made by Qt, for the clipboard may outlive Python; asking it for its text makes it final.
        content = super().createMimeDataFromSelection()
        content.text()
        for format in content.formats():
            content.removeFormat(format)
        content.setText(self.caret.selection.of(self.text).replace(UNIT_BREAK, "\n"))
        return content

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files come with their addresses as text, which belong into no translation: they are there to be opened.
        return source.hasText() and not local_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in what is pasted; its paragraphs become lines of this one."""
        text = "\n".join(line for line in source.text().splitlines() if line)
        self.insert("".join(char for char in text if not is_code(char) or char in self._own_codes))

    def cut(self) -> None:
        """Put the selection on the clipboard; its codes stay."""
        self.copy()
        self.insert("")

    def _changed(self) -> None:
        if self._composing or self._loading:
            return
        text = self.text
        if text != self._told:
            self._told = text
            self.edited.emit()


def _deletion(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """Return over what a key deletes; None for a key that does not."""
    # As in Qt's own editor: on most platforms the key is bound to no standard sequence.
    if event.key() == Qt.Key.Key_Backspace and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return _Move.PreviousCharacter
    return next((move for key, move in _DELETIONS.items() if event.matches(key)), None)


def _has_code(text: str) -> bool:
    return not text.isascii() and any(map(is_code, text))
