"""How the menus are laid out: what stands together and in which order; lines are drawn between the groups."""

LAYOUT: dict[str, tuple[str, ...]] = {
    "File": (
        "project.open project.open-folder project.open-source",
        "project.export project.export-as project.report",
        "project.save project.save-copy",
        "project.languages project.termbase project.reading project.read-again",
        "project.take-out project.put-back",
        "project.close project.quit",
    ),
    "Edit": (
        "edit.start edit.leave",
        "edit.undo edit.redo",
        "edit.restore edit.copy-source",
        "comment.add",
        "tag.put tag.delete",
        "term.insert term.add",
    ),
    "Review": ("review.accept review.needs-work review.reopen", "review.accept-clean review.sign-off"),
    "Findings": (
        "fix.evidence fix.apply",
        "fix.dismiss fix.dismiss-everywhere fix.dismiss-because",
        "fact.fix fact.fix-all fact.accept",
    ),
    "Go": (
        "go.next go.previous go.first go.last go.to",
        "go.next-finding go.previous-finding",
        "go.next-unreviewed go.previous-unreviewed go.next-doubtful go.previous-doubtful",
        "fact.next-place fact.previous-place fact.next-odd",
        "go.next-document go.previous-document go.to-document",
        "go.back go.forward",
        "go.next-pane go.previous-pane",
    ),
    "Find": ("find.find find.next find.previous", "find.replace", "find.where-else"),
    "Pairing": ("pair.merge pair.split pair.move-down pair.move-up", "pair.pin pair.anew"),
    "Translate": (
        "translate.ask translate.use translate.back",
        "translate.paragraph translate.empty translate.take-back translate.stop",
        "translate.engines translate.never-send translate.sent",
    ),
    "View": (
        "view.reading view.differences view.pairs",
        "view.findings view.facts view.terms view.history view.comments view.suggestions view.documents",
        "view.filter view.show-all view.only-document",
        "view.larger view.smaller view.normal-size",
        "view.theme view.full-screen",
    ),
    "Help": ("help.keys help.palette", "help.edit-keys help.preferences", "help.about"),
}
"""The menus in order, each with its groups of command ids; `fix.apply` stands for `fix.apply-1` and so on. A command
that is not named comes behind all others of its menu."""

_PLACES = {
    id: (group, place)
    for groups in LAYOUT.values()
    for group, ids in enumerate(groups)
    for place, id in enumerate(ids.split())
}
_LAST = 1 << 10


def place_of(id: str) -> tuple[int, int]:
    """Return a command's group in its menu and its place in that group."""
    series, _, number = id.rpartition("-")
    return _PLACES.get(series if number.isdecimal() else id, (_LAST, 0))
