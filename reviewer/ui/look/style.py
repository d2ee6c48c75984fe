"""The look of everything around the text: one palette and one small stylesheet, from the roles of a theme."""

from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from reviewer.ui.look.theme import Theme

_PLAIN = ("Sans Serif", "Sans", "DejaVu Sans")
"""What fontconfig says where no desktop chose a font."""
_BETTER = ["Inter", "Cantarell", "Noto Sans", "DejaVu Sans"]


def chrome_font() -> QFont:
    """Return the desktop's font, or a calm one where the desktop has none."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.family() in _PLAIN:
        font.setFamilies(_BETTER)
        font.setPixelSize(13)
    return font


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give all widgets the colours of a theme."""
    sheet = stylesheet(theme)
    if application.styleSheet() != sheet:
        # Qt styles every widget there is anew, even where nothing is different.
        application.setPalette(theme.palette())
        application.setStyleSheet(sheet)


def stylesheet(theme: Theme) -> str:
    """Return the stylesheet of the chrome."""
    colours = {
        name: getattr(theme, name).name()
        for name in (
            "background surface text text_dim separator current_row selection selection_text accent focus chrome "
            "chrome_text severity_critical severity_major state_accepted"
        ).split()
    }
    colours["hover"] = _between(theme.chrome, theme.selection, 0.45).name()
    colours["edge"] = _between(theme.separator, theme.text_dim, 0.35).name()
    return _SHEET % colours


def _between(one: QColor, other: QColor, share: float) -> QColor:
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


# Separators of one pixel would have Qt lay wider widgets over them, whose copies it forgets all over the text.
_SHEET = """
QMainWindow::separator { background: %(surface)s; width: 4px; height: 4px; }
QMainWindow::separator:vertical { border-left: 1px solid %(separator)s; }
QMainWindow::separator:horizontal { border-top: 1px solid %(separator)s; }
QMainWindow::separator:hover { background: %(accent)s; }
QToolTip { background: %(background)s; color: %(text)s; border: 1px solid %(edge)s; padding: 3px 6px; }

#topLine { background: %(chrome)s; border-bottom: 1px solid %(separator)s; }
#topLine QMenuBar { background: transparent; border: none; }
#topLine QMenuBar::item { padding: 5px 8px; background: transparent; border-radius: 4px; }
#topLine QMenuBar::item:selected, #topLine QMenuBar::item:pressed { background: %(hover)s; }
#welcome, #welcome > QWidget > QWidget { background: %(background)s; }
#title { font-weight: 600; color: %(chrome_text)s; }
#quiet, QLabel[quiet="true"] { color: %(text_dim)s; }
QMenu { background: %(background)s; color: %(text)s; border: 1px solid %(edge)s; padding: 4px 0; }
QMenu::item { padding: 5px 26px 5px 22px; }
QMenu::item:selected { background: %(selection)s; color: %(selection_text)s; }
QMenu::item:disabled { color: %(text_dim)s; }
QMenu::separator { height: 1px; background: %(separator)s; margin: 4px 0; }

QProgressBar { border: none; border-radius: 2px; background: %(hover)s; }
QProgressBar::chunk { border-radius: 2px; background: %(state_accepted)s; }

QStatusBar { background: %(chrome)s; border-top: 1px solid %(separator)s; color: %(chrome_text)s; }
QStatusBar::item { border: none; }
#mode { font-weight: 600; padding: 1px 8px; border-radius: 3px; }
#mode[editing="true"] { background: %(accent)s; color: %(background)s; }
#saved[trouble="true"] { color: %(severity_critical)s; font-weight: 600; }

QDockWidget { color: %(chrome_text)s; titlebar-close-icon: none; }
#dockTitle { background: %(surface)s; }
#dockTitle QLabel { font-weight: 600; color: %(text_dim)s; }
#panel { background: %(surface)s; }
#panel QListView, #panel QTreeView, #panel QScrollArea, #panel QScrollArea > QWidget > QWidget {
    background: %(surface)s; border: none; }
QTabBar { background: %(surface)s; }
QTabBar::tab { padding: 5px 11px; color: %(text_dim)s; background: %(surface)s; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: %(text)s; border-bottom: 2px solid %(accent)s; }
QTabBar::tab:focus { color: %(focus)s; }

QListView, QTreeView, QTableView { outline: none; color: %(text)s; }
QListView::item, QTreeView::item { padding: 3px 6px; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: %(selection)s; color: %(selection_text)s; }
#panel QListView:focus, #panel QTreeView:focus, #panel QScrollArea:focus, #card QListView:focus,
#card QTreeView:focus {
    border: 1px solid %(focus)s; }

#card { background: %(background)s; border: 1px solid %(edge)s; border-radius: 8px; }
#card QListView, #card QTextBrowser, #card QScrollArea, #card QScrollArea > QWidget > QWidget {
    background: %(background)s; border: none; color: %(text)s; }
#card QTreeView { background: %(background)s; border: 1px solid %(separator)s; }
#card QHeaderView::section { background: %(background)s; color: %(text_dim)s; border: none; padding: 3px 8px;
    border-bottom: 1px solid %(separator)s; font-weight: 600; }
#fix { background: %(background)s; }
#keyCap { border: 1px solid %(edge)s; border-bottom: 2px solid %(edge)s; border-radius: 4px; padding: 2px 8px;
    font-weight: 600; }
#bar { background: %(chrome)s; border-top: 1px solid %(separator)s; }
#bar[urgent="true"] { background: %(background)s; border-top: 2px solid %(severity_critical)s; }

QLineEdit, QPlainTextEdit {
    background: %(background)s; color: %(text)s; border: 1px solid %(edge)s; border-radius: 4px; padding: 3px 6px;
    placeholder-text-color: %(text_dim)s;
    selection-background-color: %(selection)s; selection-color: %(selection_text)s; }
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid %(focus)s; }
QPushButton, QToolButton { background: transparent; color: %(chrome_text)s; border: 1px solid %(edge)s;
    border-radius: 4px; padding: 3px 10px; }
QPushButton:hover, QToolButton:hover { background: %(hover)s; }
QPushButton:focus, QToolButton:focus { border: 1px solid %(focus)s; background: %(current_row)s; }
QPushButton:checked, QToolButton:checked { background: %(selection)s; color: %(selection_text)s; }
QPushButton:disabled { color: %(text_dim)s; border-color: %(separator)s; }
QPushButton[flat="true"], QToolButton[flat="true"] { border-color: transparent; text-align: left; padding: 4px 8px; }
QPushButton[flat="true"]:focus, QToolButton[flat="true"]:focus { border-color: %(focus)s; }
QPushButton[role="primary"] { background: %(accent)s; color: %(background)s; border-color: %(accent)s; }
QPushButton[role="primary"]:focus { border: 2px solid %(text)s; }
QCheckBox:focus, QRadioButton:focus { color: %(focus)s; text-decoration: underline; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: %(edge)s; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: %(text_dim)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
