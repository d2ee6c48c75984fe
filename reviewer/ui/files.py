"""Choosing files: the desktop's own dialog, the only one that is modal."""

import os
from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.session.opening.projects import SUFFIX


def ask_path(
    window: QWidget, title: str, chosen: Callable[[str], None], save_as: str = "", folder: bool = False
) -> None:
    """Ask for a file (or a folder) to open, or to save under; `chosen` is called unless the editor cancels."""
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
        dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, folder)
        if _last_folder:
            dialog.setDirectory(_last_folder[-1])
    dialog.fileSelected.connect(lambda path: _take(path, chosen))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def local_files(dragged: QMimeData) -> list[str]:
    """Return the files and folders of this machine that are dragged; none where anything else is among them."""
    urls = dragged.urls()
    return [url.toLocalFile() for url in urls] if all(url.isLocalFile() for url in urls) else []


_last_folder: list[str] = []


def _take(path: str, chosen: Callable[[str], None]) -> None:
    _last_folder[:] = [os.path.dirname(path)]
    chosen(path)
