"""The editor that stands over a target while it is being changed; it sets the text exactly as the row did."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reviewer.commands.desk import Caret
from reviewer.model.finding import Finding
from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Code, is_code
from reviewer.model.span import Span
from reviewer.text.differences import differences
from reviewer.ui.bitext.row_states import followed
from reviewer.ui.bitext.rows.inline_codes import code_formats
from reviewer.ui.bitext.rows.pair_marks import PairMark, draw_pair
from reviewer.ui.bitext.rows.row_layout import placed_signs, placed_tags, stretches, text_option
from reviewer.ui.bitext.rows.text_marks import Light, draw_marks, finding_light, light, underline
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
        self._theme: Theme | None = None
        self._face: Face | None = None
        self._loaded = ""
        self._own_codes: list[str] = []
        self._findings: tuple[Finding, ...] = ()
        self._looked_at: Finding | None = None
        self._pairs: tuple[PairMark, ...] = ()
        self._delivered: str | None = None
        self._composing = self._loading = False
        self._told = ""
        self._tags = _CodeRooms(self.document())
        self.document().setDocumentMargin(MARGIN)
        self.document().contentsChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda size: self.grown.emit())

    # Text

    def load(self, text: str, codes: Sequence[Code], face: Face) -> None:
        """Begin with a text; undo goes back to here."""
        document = self.document()
        self._loading = True
        document.setUndoRedoEnabled(False)
        self._tags.codes = tuple(codes)
        self.setPlainText(text.replace("\n", _LINE_BREAK))
        self._set(face)
        document.setUndoRedoEnabled(True)
        self._loading = False
        self._loaded = self._told = self.text
        self._own_codes = [char for char in self._loaded if is_code(char)]
        self._findings, self._looked_at = (), None

    def set_face(self, face: Face) -> None:
        """Set the text otherwise: another size, another language."""
        self._loading = True
        self._set(face)
        self._tags.rehighlight()
        self._loading = False

    def _set(self, face: Face) -> None:
        document = self.document()
        self._face, self._tags.size = face, face.size
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
        known = len(self._tags.codes)
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
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.Highlight, theme.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.selection_text)
        self.setPalette(palette)
        self.viewport().update()

    def show_findings(self, findings: Sequence[Finding], looked_at: Finding | None) -> None:
        """Underline findings; those about an earlier wording follow their words."""
        self._findings, self._looked_at = tuple(findings), looked_at
        self.viewport().update()

    def show_pairs(self, marks: Sequence[PairMark]) -> None:
        """Frame and number names and figures of the text."""
        self._pairs = tuple(marks)
        self.viewport().update()

    def show_differences(self, delivered: str | None) -> None:
        """Mark what differs from the delivered translation; None marks nothing."""
        self._delivered = delivered
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, face = self._theme, self._face
        if theme is None or face is None:
            return
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.current_row)
        changed = differences(self._delivered, self.text) if self._delivered is not None else ()
        for difference in changed:
            added = Light(theme.diff_added, theme.diff_added_text)
            for layout, origin, start, end in self._pieces_of(difference.new) if difference.new else ():
                light(painter, added, stretches(layout, start, end), face.size, origin)
        if self._looked_at is not None:
            lit = finding_light(theme, self._looked_at.severity)
            for layout, origin, start, end in self._pieces(self._looked_at):
                light(painter, lit, stretches(layout, start, end), face.size, origin)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        last = self.document().lastBlock()
        block = self.document().begin()
        while block.isValid():
            layout, origin, shown = block.layout(), self._origin(block), _shown(block)
            ending = "" if block == last else UNIT_BREAK
            signs = placed_signs(layout, shown + ending)
            tags = placed_tags(layout, shown, self._tags.codes, face.size)
            draw_marks(painter, theme, signs, tags, face.size, origin)
            block = block.next()
        for finding in self._findings:
            for layout, origin, start, end in self._pieces(finding):
                underline(painter, theme, finding.severity, stretches(layout, start, end), face.size, origin)
        for difference in changed:
            if difference.old.of(self._delivered or "").strip():
                self._mark_gap(painter, difference.new.start, theme)
        for mark in self._pairs:
            for layout, origin, start, end in self._pieces_of(mark.span):
                draw_pair(painter, theme, mark, stretches(layout, start, end), face, origin)
        painter.end()

    def _mark_gap(self, painter: QPainter, position: int, theme: Theme) -> None:
        """Draw a wedge where words of the delivered translation are gone."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_utf16(self.text, position))
        place = self.cursorRect(cursor)
        x, top, size = place.center().x(), place.top(), 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.diff_removed_text)
        painter.drawPolygon([QPoint(x - size, top), QPoint(x + size, top), QPoint(x, top + round(1.5 * size))])

    def _pieces(self, finding: Finding) -> list[tuple[QTextLayout, QPointF, int, int]]:
        """Return the parts of blocks a finding's words stand in now, in UTF-16 positions of each layout."""
        span = followed(finding, self.text).target_span
        return self._pieces_of(span) if span else []

    def _pieces_of(self, span: Span) -> list[tuple[QTextLayout, QPointF, int, int]]:
        text = self.text
        start, end = to_utf16(text, span.start), to_utf16(text, span.end)
        found = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            layout = block.layout()
            first = max(0, start - block.position())
            last = min(block.length() - 1, end - block.position())
            composed, at = len(layout.preeditAreaText().encode("utf-16-le")) // 2, layout.preeditAreaPosition()
            if composed:
                first, last = first + (composed if first >= at else 0), last + (composed if last > at else 0)
            found.append((layout, self._origin(block), first, last))
            block = block.next()
        return found

    def _origin(self, block: QTextBlock) -> QPointF:
        return self.document().documentLayout().blockBoundingRect(block).topLeft()

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
        return source.hasText()

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


class _CodeRooms(QSyntaxHighlighter):
    """Keeps room for the tags of inline codes while the text around them changes."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.codes: tuple[Code, ...] = ()
        self.size = 1.0

    def highlightBlock(self, text: str) -> None:
        for room in code_formats(text, self.codes, self.size):
            self.setFormat(room.start, room.length, room.format)


def _deletion(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """Return over what a key deletes; None for a key that does not."""
    # As in Qt's own editor: on most platforms the key is bound to no standard sequence.
    if event.key() == Qt.Key.Key_Backspace and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return _Move.PreviousCharacter
    return next((move for key, move in _DELETIONS.items() if event.matches(key)), None)


def _shown(block: QTextBlock) -> str:
    """Return what stands in a block's layout: its text with what is being composed in it."""
    text, layout = block.text(), block.layout()
    composed = layout.preeditAreaText()
    if not composed:
        return text
    at = from_utf16(text, layout.preeditAreaPosition())
    return text[:at] + composed + text[at:]


def _has_code(text: str) -> bool:
    return not text.isascii() and any(map(is_code, text))
