"""One problem in words, with a button for each way to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.panels.flow_row import FlowRow
from app.panels.pieces import column, plain_label, push_button, row
from app.theme import icon
from app.translating import Shown, tr
from graph.causes import NO_INPUT
from graph.problems import Problem

#: More layers than these are counted, not named.
_NAMED = 6


class ProblemRow(QWidget):
    """Shows a problem; a click on a button only says which fix was wanted.

    A cause says how many layers ``behind`` it wait for it; what only follows from one is dimmed.
    """

    fix_wanted = Signal(object)  # Fix

    def __init__(
        self, problem: Problem, behind: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.problem = problem
        sign = plain_label()
        meaning = "muted" if problem.cause else problem.severity
        sign.setPixmap(icon(problem.severity, meaning).pixmap(16, 16))
        sign.setFixedWidth(16)
        sign.setAccessibleName(tr(problem.severity))
        words = plain_label(tr(problem.message), "soft" if problem.cause else "", wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        words.setSizePolicy(policy)
        top = row(sign, words)
        top.setAlignment(sign, sign.alignment().AlignTop)
        layout = column(top, spacing=4)
        place = _place_among_causes(problem, behind)
        self.words = ". ".join(part.rstrip(".") for part in (words.text(), place) if part)
        if place:
            said = plain_label(place, "quiet", wrap=True)
            layout.addLayout(row(24, said, spacing=0))
        buttons = []
        for fix in problem.fixes:
            button = push_button(tr(fix.label), "fix", "fix")
            button.setAccessibleDescription(tr(problem.message))
            button.clicked.connect(lambda _=False, fix=fix: self.fix_wanted.emit(fix))
            buttons.append(button)
        if buttons:
            fixes = FlowRow(*buttons)
            fixes.setContentsMargins(24, 0, 0, 0)
            layout.addLayout(fixes)
        self.setLayout(layout)


def _place_among_causes(problem: Problem, behind: Sequence[str]) -> Shown | str:
    if problem.cause == NO_INPUT:
        return tr("Follows from the missing Input")
    if problem.cause == problem.node:
        return ""
    if problem.cause:
        return tr("Follows from {cause}").format(cause=problem.cause)
    if not behind:
        return ""
    if len(behind) > _NAMED:
        names = f"{', '.join(behind[:_NAMED])}, ..."
    else:
        names = ", ".join(behind)
    return tr(
        "The cause: {n} layers wait for it: {names}",
        one="The cause: {n} layer waits for it: {names}",
        n=len(behind),
    ).format(names=names)
