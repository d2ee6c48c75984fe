"""Choosing files: the desktop's own dialog, the only one that is modal."""

import os
from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.session.projects import SUFFIX


def ask_path(window: QWidget, title: str, chosen: Callable[[str], None], save_as: str = "") -> None:
    """Ask for a file to open, or to save under; `chosen` is called unless the editor cancels."""
    dialog = QFileDialog(window, title)
    dialog.setAccessibleName(title)
    if save_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDirectory(os.path.dirname(save_as) or os.getcwd())
        dialog.selectFile(os.path.basename(save_as))
        if save_as.endswith(SUFFIX):
            dialog.setDefaultSuffix(SUFFIX.lstrip("."))
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if _last_folder:
            dialog.setDirectory(_last_folder[-1])
    dialog.fileSelected.connect(lambda path: _take(path, chosen))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


_last_folder: list[str] = []


def _take(path: str, chosen: Callable[[str], None]) -> None:
    _last_folder[:] = [os.path.dirname(path)]
    chosen(path)
