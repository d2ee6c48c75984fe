"""About the program: version, licence, whose data it uses."""

from PySide6.QtWidgets import QLabel, QTextBrowser

from reviewer import __version__
from reviewer.commands.desk import Page
from reviewer.commands.plugins import disabled_plugins
from reviewer.model.errors import InputError
from reviewer.text.resources import resource
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.page_host import PageHost


class About(Overlay):
    """Says which version this is and where its data come from."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host, "About Reviewer", (720, 620))
        self.body.addWidget(
            QLabel(f"Reviewer {__version__} · free software under the GNU General Public License, 3 or later")
        )
        self._text = QTextBrowser()
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.setAccessibleName("Data and licences")
        self._text.setOpenLinks(False)
        self.body.addWidget(self._text, 1)

    def present(self, page: Page) -> None:
        """Come into view; plug-ins that could not be loaded go before all else."""
        broken = [f"- **{one.name}** ({kind}): {one.error}" for kind, one in disabled_plugins()]
        told = "\n".join(["## Plug-ins that could not be loaded", "", *broken, "", ""]) if broken else ""
        try:
            self._text.setMarkdown(told + resource("ATTRIBUTION.md").read_text("utf-8"))
        except InputError as error:
            self._text.setPlainText(str(error))
        self.come(self._text)


def build(host: PageHost) -> About:
    """Make the page."""
    return About(host)
