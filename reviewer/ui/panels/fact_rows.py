"""Draws a fact as two lines: what is told and how often, and how it was rendered; what is odd has a sign."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reviewer.ui.panels.facts_model import ASIDE_ROLE, BELOW_ROLE, ODD_ROLE, ODD_SIGN, isolated
from reviewer.ui.panels.two_lines import Index, TwoLineRows

_MARGIN = 6
_BETWEEN = " · "


class FactRows(TwoLineRows):
    """Things with their renderings, and the places of each."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, selected: bool) -> None:
        # Qt's stubs leave the fields of a style option out.
        box, metrics, theme = option.rect, option.fontMetrics, self.theme
        ink, dim = (theme.selection_text,) * 2 if selected else (theme.text, theme.text_dim)
        line = metrics.height()
        left, right = box.left() + _MARGIN, box.right() - _MARGIN
        top = box.top() + (box.height() - 2 * line) // 2
        aside = index.data(ASIDE_ROLE) or ""
        width = metrics.horizontalAdvance(aside)
        painter.setPen(dim)
        painter.drawText(QRect(right - width, top, width, line), Qt.AlignmentFlag.AlignVCenter, aside)
        plain, heavy = QFont(option.font), QFont(option.font)
        heavy.setWeight(QFont.Weight.DemiBold)
        name = index.data(Qt.ItemDataRole.DisplayRole) or ""
        room = right - width - 2 * _MARGIN - left
        painter.setPen(ink)
        painter.setFont(heavy if not index.parent().isValid() else plain)
        shown = painter.fontMetrics().elidedText(isolated(name), Qt.TextElideMode.ElideRight, room)
        if index.data(ODD_ROLE) and index.parent().isValid():
            left += self._draw_odd(painter, f"{ODD_SIGN} ", QRect(left, top, room, line), selected=selected)
            painter.setPen(ink)
        painter.drawText(QRect(left, top, room, line), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(plain)
        place = QRect(box.left() + _MARGIN, top + line, right - box.left() - _MARGIN, line)
        self._draw_pieces(painter, index.data(BELOW_ROLE) or [], place, metrics, selected=selected)

    def _draw_pieces(
        self,
        painter: QPainter,
        pieces: list[tuple[str, bool]],
        place: QRect,
        metrics: QFontMetrics,
        *,
        selected: bool,
    ) -> None:
        """Draw pieces one behind the other, what is odd first, as far as there is room."""
        theme = self.theme
        for n, (text, odd) in enumerate(sorted(pieces, key=lambda piece: not piece[1])):
            if place.width() <= 0:
                return
            if n:
                painter.setPen(theme.selection_text if selected else theme.text_dim)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, _BETWEEN)
                place = place.adjusted(metrics.horizontalAdvance(_BETWEEN), 0, 0, 0)
            if odd:
                taken = self._draw_odd(painter, f"{ODD_SIGN} {text}", place, selected=selected)
            else:
                painter.setPen(theme.selection_text if selected else theme.text_dim)
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
                taken = metrics.horizontalAdvance(shown)
            place = place.adjusted(taken, 0, 0, 0)

    def _draw_odd(self, painter: QPainter, text: str, place: QRect, *, selected: bool) -> int:
        """Draw an odd rendering with its sign, and return how wide it is."""
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.save()
        painter.setFont(font)
        painter.setPen(self.theme.selection_text if selected else self.theme.severity_critical)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        width = painter.fontMetrics().horizontalAdvance(shown)
        painter.restore()
        return width
