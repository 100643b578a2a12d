"""The checks before a run in the window: made on demand, shown whenever a run has made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.training_client import IDLE, Event
from app.translating import tr

if TYPE_CHECKING:
    from app.main_window import MainWindow


class Checking(QObject):
    """Joins the run, the list of its checks and the canvas; it owns none of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._list = window.panels.training.checks
        running = window.running
        running.checked.connect(self._list.show_findings)
        running.checks_wanted.connect(lambda: window.panels.training.show_page("checks"))
        running.state_changed.connect(self._show_state)
        running.client.event_received.connect(self._take)
        self._failed = False
        self._list.check_wanted.connect(running.check)
        self._list.overfit_wanted.connect(running.overfit)
        self._list.node_chosen.connect(lambda node: window.pane.reveal(node.rpartition(".")[2]))

    def _take(self, event: Event) -> None:
        """How it ended that one batch alone was trained on."""
        if not self._window.running.is_overfitting:
            return
        if event.get("event") == "problem" and event.get("code") == "not-learned":
            self._failed = True
        elif event.get("event") == "started":
            self._failed = False
        elif event.get("event") == "done":
            learned = tr("One batch was learned by heart: the network can learn from this data.")
            failed = tr(
                "One batch was not learned by heart: look at the learning rate first, then at "
                "targets, loss and layers, or give it more epochs."
            )
            self._list.say(failed if self._failed else learned)
            self._window.panels.training.show_page("checks")

    def _show_state(self, state: str) -> None:
        self._list.show_state(is_idle=state == IDLE)
        for key in ("check_run", "overfit"):
            self._window.actions_by_key[key].setEnabled(state == IDLE)
