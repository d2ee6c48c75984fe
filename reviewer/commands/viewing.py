"""What the window shows, and how."""

from reviewer.commands.command import command
from reviewer.commands.desk import Desk, Page, Panel
from reviewer.session.worklist import Filter


@command("view.differences", "Show differences", "View", keys=("Ctrl+Shift+D", "F12"), read_keys=("D",))
def differences(desk: Desk) -> None:
    """Show what was changed against the delivered translation, inside the text."""
    desk.show_differences()


@command("view.pairs", "Light names and numbers in pairs", "View", keys=("Ctrl+F1",))
def pairs(desk: Desk) -> None:
    """Frame and number what the paragraph tells, in both texts. Holding Ctrl does so for a moment."""
    desk.light_pairs()


@command("view.reading", "Reading view", "View", keys=("Ctrl+F12",), read_keys=("V",))
def reading(desk: Desk) -> None:
    """Show the article as running text; every key works as in the table."""
    desk.show_reading_view()


@command("view.findings", "Findings panel", "View", keys=("Ctrl+F9",))
def findings(desk: Desk) -> None:
    """Show all findings, worst first."""
    desk.show_panel(Panel.FINDINGS, toggle=True)


@command("view.facts", "Facts panel", "View", keys=("Shift+F5",), read_keys=("S",))
def facts(desk: Desk) -> None:
    """Show what the article tells: every name, number, date and quotation, and how each was rendered."""
    desk.show_panel(Panel.FACTS, toggle=True)


@command("view.terms", "Terms panel", "View", keys=("Ctrl+Shift+F4",))
def terms(desk: Desk) -> None:
    """Show what the termbase calls the terms of the paragraph."""
    desk.show_panel(Panel.TERMS, toggle=True)


@command("view.history", "History panel", "View", keys=("Ctrl+F10",))
def history(desk: Desk) -> None:
    """Show how the paragraph became what it is; earlier versions can be restored."""
    desk.show_panel(Panel.HISTORY, toggle=True)


@command("view.comments", "Comments panel", "View", keys=("Ctrl+F11",))
def comments(desk: Desk) -> None:
    """Show the comments on the paragraph."""
    desk.show_panel(Panel.COMMENTS, toggle=True)


@command("view.suggestions", "Suggestions panel", "View", keys=("Alt+Shift+F12",))
def suggestions(desk: Desk) -> None:
    """Show what translation engines say about the paragraph, and the translation translated back."""
    desk.show_panel(Panel.SUGGESTIONS, toggle=True)


@command("view.filter", "Filter…", "View", keys=("Ctrl+Shift+F", "Ctrl+F3"), read_keys=("F",))
def filter_rows(desk: Desk) -> None:
    """Show only paragraphs of a state, a check, an author or a text."""
    desk.show_page(Page.FILTER)


@command("view.show-all", "Show all paragraphs", "View", keys=("Ctrl+Shift+F3",), read_keys=("Shift+F",))
def show_all(desk: Desk) -> None:
    """Take the filter away."""
    if desk.session is not None:
        desk.stop_editing()
        desk.session.set_filter(Filter())


@command("view.larger", "Larger text", "View", keys=("Ctrl++", "Ctrl+="), needs_document=False)
def larger(desk: Desk) -> None:
    """Make the text larger."""
    desk.zoom(1)


@command("view.smaller", "Smaller text", "View", keys=("Ctrl+-",), needs_document=False)
def smaller(desk: Desk) -> None:
    """Make the text smaller."""
    desk.zoom(-1)


@command("view.normal-size", "Normal text size", "View", keys=("Ctrl+0",), needs_document=False)
def normal_size(desk: Desk) -> None:
    """Give the text its normal size."""
    desk.zoom(0)


@command("view.theme", "Theme…", "View", needs_document=False)
def theme(desk: Desk) -> None:
    """Choose light, dark, high contrast, or colours for colour-blind readers."""
    desk.choose("Theme", desk.themes(), desk.set_theme)


@command("view.full-screen", "Full screen", "View", keys=("F11",), needs_document=False)
def full_screen(desk: Desk) -> None:
    """Let the window fill the screen."""
    desk.toggle_full_screen()


@command(
    "help.palette",
    "Command palette…",
    "Help",
    keys=("Ctrl+Shift+P", "Shift+F1"),
    read_keys=(":",),
    needs_document=False,
)
def palette(desk: Desk) -> None:
    """Find any command by its name."""
    desk.show_page(Page.PALETTE)


@command("help.keys", "Key chart", "Help", keys=("F1",), read_keys=("?",), needs_document=False)
def key_chart(desk: Desk) -> None:
    """Show every key on one page."""
    desk.show_page(Page.KEY_CHART)


@command("help.edit-keys", "Change keys…", "Help", needs_document=False)
def edit_keys(desk: Desk) -> None:
    """Choose a set of keys, or your own."""
    desk.show_page(Page.KEY_EDITOR)


@command("help.preferences", "Preferences…", "Help", keys=("Ctrl+,",), needs_document=False)
def preferences(desk: Desk) -> None:
    """Change how the program looks and what it checks."""
    desk.show_page(Page.PREFERENCES)


@command("help.about", "About Reviewer", "Help", needs_document=False)
def about(desk: Desk) -> None:
    """Say which version this is and where its data come from."""
    desk.show_page(Page.ABOUT)
