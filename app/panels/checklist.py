"""The checks before a run as a list: what was looked at, what was found, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.panels.pieces import clear_layout, column, plain_label, push_button, row, scrolled
from app.theme import icon
from app.translating import tr
from graph.phrases import from_record

_SIGNS = {
    "good": ("success", "success"),
    "doubtful": ("warning", "warning"),
    "bad": ("error", "error"),
    "skipped": ("info", "muted"),
}
_ORDER = ("bad", "doubtful", "good", "skipped")


class Checklist(QWidget):
    """Shows findings; says when they are to be made anew, and which layer was clicked."""

    check_wanted = Signal()
    overfit_wanted = Signal()
    node_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = push_button(tr("Check now"), icon_name="check")
        self.check.clicked.connect(self.check_wanted)
        self.overfit = push_button(tr("Overfit one batch"), icon_name="train")
        self.overfit.setToolTip(
            tr("Trains on one batch alone: a sound network learns it by heart. Nothing is changed.")
        )
        self.overfit.clicked.connect(self.overfit_wanted)
        self.words = plain_label(
            tr("Data, network and loss are looked at before the first step of every run."), "soft",
            wrap=True,
        )  # fmt: skip
        self.rows: list[FindingRow] = []
        self._list = column(spacing=12, margin=8)
        inside = QWidget()
        inside.setLayout(self._list)
        head = row(self.check, self.overfit, 8, self.words)
        head.setStretch(3, 1)
        head.setContentsMargins(8, 4, 8, 0)
        whole = column(spacing=4)
        whole.addLayout(head)
        whole.addWidget(scrolled(inside), 1)
        self.setLayout(whole)

    def show_state(self, *, is_idle: bool) -> None:
        self.check.setEnabled(is_idle)
        self.overfit.setEnabled(is_idle)

    def say(self, words: str) -> None:
        self.words.setText(words)

    def show_findings(self, findings: Sequence[Mapping[str, Any]]) -> None:
        """What is wrong first."""
        clear_layout(self._list)
        ordered = sorted(findings, key=lambda f: _ORDER.index(str(f.get("verdict", "skipped"))))
        self.rows = []
        for finding in ordered:
            shown = FindingRow(finding)
            shown.node_chosen.connect(self.node_chosen)
            self.rows.append(shown)
            self._list.addWidget(shown)
        self._list.addStretch(1)
        counts = {key: sum(f.get("verdict") == key for f in findings) for key in _ORDER}
        if counts["bad"]:
            words = tr(
                "{n} checks say that training cannot go well.",
                one="{n} check says that training cannot go well.",
                n=counts["bad"],
            )
        elif counts["doubtful"]:
            words = tr(
                "{n} checks are worth a look.",
                one="{n} check is worth a look.",
                n=counts["doubtful"],
            )
        else:
            words = tr("Nothing is wrong.")
        self.say(words)


class FindingRow(QWidget):
    """One check: its sign and title, what it found, why it matters, and what to do."""

    node_chosen = Signal(str)

    def __init__(self, finding: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        finding = from_record(finding)
        self.verdict = str(finding.get("verdict", "skipped"))
        name, meaning = _SIGNS.get(self.verdict, _SIGNS["skipped"])
        sign = plain_label()
        sign.setPixmap(icon(name, meaning).pixmap(16, 16))
        sign.setFixedWidth(16)
        self.title = tr(str(finding.get("title", "")))
        self.words = tr(finding.get("words") or "")
        advice, node = tr(finding.get("advice") or ""), str(finding.get("node") or "")
        said = {
            "good": tr("well"),
            "doubtful": tr("worth a look"),
            "bad": tr("wrong"),
            "skipped": tr("left out"),
        }[self.verdict if self.verdict in _SIGNS else "skipped"]
        sign.setAccessibleName(said)
        lines = column(spacing=2)
        title = plain_label(self.title)
        title.setProperty("look", "section")
        lines.addWidget(title)
        lines.addWidget(_wrapped(self.words, ""))
        if advice:
            lines.addWidget(_wrapped(tr("What to do: {advice}").format(advice=advice), "soft"))
        lines.addWidget(_wrapped(tr(finding.get("why") or ""), "quiet"))
        self.show_node = push_button(tr("Show {node}").format(node=node), "fix")
        self.show_node.clicked.connect(lambda: self.node_chosen.emit(node))
        if not node:
            self.show_node.hide()
        lines.addLayout(row(self.show_node, None))
        top = row(sign, spacing=8)
        top.setAlignment(sign, sign.alignment().AlignTop)
        top.addLayout(lines, 1)
        self.setLayout(top)


def _wrapped(text: str, look: str) -> QWidget:
    label = plain_label(text, look, wrap=True)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    if not text:  # one that is told to show before it has a place is a window of its own
        label.hide()
    return label
