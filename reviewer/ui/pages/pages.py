"""The window's pages and bars, each loaded and built when it is first asked for."""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

from reviewer.commands.desk import Page
from reviewer.ui.pages.page_host import PageHost, Presented

_MODULES = {
    Page.PALETTE: "pages.palette",
    Page.KEY_CHART: "pages.key_chart",
    Page.KEY_EDITOR: "pages.key_editor",
    Page.PREFERENCES: "pages.preferences",
    Page.CHECKS: "pages.preferences",
    Page.ENGINES: "pages.preferences",
    Page.SENT: "pages.sent",
    Page.FIND: "bars.find",
    Page.REPLACE: "bars.find",
    Page.FILTER: "bars.filter",
    Page.SIGN_OFF: "pages.sign_off",
    Page.ABOUT: "pages.about",
    Page.RENDERING: "bars.rendering",
    Page.GATHERING: "pages.gathering",
}
"""Page → the module below `reviewer.ui` whose `build` makes it: start-up does not wait for them."""


class _Finding(Protocol):
    def find_next(self, step: int) -> None: ...


class _Gathering(Protocol):
    def gather(self, paths: Sequence[str]) -> None: ...


class Pages:
    """Shows pages of a window."""

    def __init__(self, host: PageHost) -> None:
        self._host = host
        self._built: dict[str, Presented] = {}

    def show(self, page: Page) -> None:
        """Show a page."""
        if page is Page.WELCOME:
            self._host.close_document()
            return
        self._page(_MODULES[page]).present(page)

    def find_next(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place the find bar's text stands."""
        bar: _Finding = self._page(_MODULES[Page.FIND])  # type: ignore[assignment]
        bar.find_next(step)

    def gather(self, paths: Sequence[str]) -> None:
        """Show which of some folders and files belong together, to be opened."""
        page: _Gathering = self._page(_MODULES[Page.GATHERING])  # type: ignore[assignment]
        page.gather(paths)

    def _page(self, module: str) -> Presented:
        if module not in self._built:
            self._built[module] = import_module(f"reviewer.ui.{module}").build(self._host)
        return self._built[module]
