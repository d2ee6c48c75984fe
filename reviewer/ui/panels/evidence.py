"""The evidence panel: the finding looked at, why it is one, and the fixes with their keys."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from reviewer.checks.check import all_checks
from reviewer.commands.desk import Panel
from reviewer.commands.fixing import fixes
from reviewer.model.changed import Aspect
from reviewer.model.finding import Finding, Suggestion
from reviewer.session import acts
from reviewer.ui.finding_words import apart, category_title, severity_icon
from reviewer.ui.look.severity_marks import severity_colour
from reviewer.ui.panels.keyed_button import KeyedButton
from reviewer.ui.panels.panel import PanelKind
from reviewer.ui.panels.scrolled import ScrolledPanel, words
from reviewer.ui.trust import trust


class EvidencePanel(ScrolledPanel):
    """Shows one finding in one breath."""

    name = "Evidence and fixes"
    page_name = "Evidence"
    spacing = 8
    aspects = Aspect.CURRENT | Aspect.FINDINGS | Aspect.TEXT | Aspect.SETTINGS
    delay_ms = 0
    _clean = ""
    """The paragraph last said to have no findings: that stays while it is checked again."""

    def write(self, rows: QVBoxLayout) -> None:
        session = self.session
        if session is None:
            return
        findings = session.findings.of(session.current)
        if not findings:
            if session.current not in session.stale:
                self._clean = session.current
            if session.current == self._clean:
                rows.addWidget(_text("Nothing was found in this paragraph.", quiet=True))
            waved = session.findings.dismissed_of(session.current)
            if waved:
                count = f"{len(waved)} dismissed" if len(waved) > 1 else "1 finding was dismissed"
                rows.addWidget(_text(f"{count} here; undo brings a dismissal back.", quiet=True))
        else:
            self._clean = ""
            index = min(self.desk.finding_index, len(findings) - 1)
            self._show(rows, findings[index], index, len(findings))
            self._offer(rows, fixes(session, index), findings[index])
            self._tell_check(rows, findings[index])
            rows.addSpacing(4)
            keys = (("fix.dismiss", "dismiss"), ("fix.dismiss-everywhere", "everywhere"), ("go.next-finding", "next"))
            hints = [f"{self.desk.key_of(id)} {what}" for id, what in keys if self.desk.key_of(id)]
            rows.addWidget(_text(" · ".join(hints), quiet=True))

    def set_session(self) -> None:
        self._clean = ""
        super().set_session()

    def _show(self, rows: QVBoxLayout, finding: Finding, index: int, count: int) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        sign = QLabel()
        sign.setPixmap(severity_icon(self.theme, finding.severity).pixmap(13, 13))
        title = QLabel(f"<b>{category_title(finding.category)}</b> · {finding.severity.value}")
        title.setStyleSheet(f"color: {severity_colour(self.theme, finding.severity).name()}")
        head.addWidget(sign)
        head.addWidget(title)
        head.addStretch(1)
        if count > 1:
            head.addWidget(_text(f"{index + 1} of {count}", quiet=True))
        rows.addLayout(head)
        rows.addWidget(_text(apart(finding.text)))
        for evidence in finding.evidence:
            rows.addWidget(_text(apart(evidence.text), quiet=True, note=evidence.source))

    def _tell_check(self, rows: QVBoxLayout, finding: Finding) -> None:
        """Say which check found it, what MQM calls such an error, and how far the check can be trusted."""
        session = self.session
        assert session is not None
        check = next((check for check in all_checks() if check.id == finding.check), None)
        measured, how = trust(finding.check, session.bitext.source.language, session.bitext.target.language)
        named = f"{check.title if check else finding.check} · MQM {finding.category.value}"
        label = _text("\n".join(filter(None, (named, measured))), quiet=True)
        more = "\n".join(filter(None, (check.description if check else "", how)))
        label.setToolTip(more)
        label.setAccessibleDescription(more)
        rows.addWidget(label)

    def _offer(self, rows: QVBoxLayout, offered: list[tuple[Finding, int]], looked_at: Finding) -> None:
        session = self.session
        assert session is not None
        for number, (finding, choice) in enumerate(offered, 1):
            if finding is not looked_at:
                continue
            suggestion = finding.suggestions[choice]
            fix = KeyedButton(self.desk.key_of(f"fix.apply-{number}"), words(_shown(suggestion)))
            fix.setAccessibleName(f"Fix {number}: {_shown(suggestion)}")
            fix.clicked.connect(partial(self._apply, finding, choice))
            rows.addWidget(fix)

    def _apply(self, finding: Finding, choice: int, _checked: bool = False) -> None:
        assert self.session is not None
        self.desk.stop_editing()
        acts.fix(self.session, finding, choice)
        self.desk.focus_text()


def _shown(suggestion: Suggestion) -> str:
    if suggestion.label:
        return suggestion.label
    return suggestion.replacement or "remove it"


def _text(text: str, *, quiet: bool = False, note: str = "") -> QLabel:
    label = words(f"{text}  ({note})" if note else text, quiet=quiet)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


PANEL = PanelKind(Panel.EVIDENCE, "Evidence", EvidencePanel, place=0)
