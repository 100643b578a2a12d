"""The tour itself: it looks what is done, and goes on; nothing of it is kept in the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer

from app.open_project import Opened
from app.tour.bubble import TourBubble
from app.tour.places import above_panels, below_canvas
from app.tour.ring import Ring
from app.tour.situation import Situation
from app.tour.steps import END, STEPS
from app.training_client import Outcome
from app.translating import tr

if TYPE_CHECKING:
    from app.main_window import MainWindow

#: Milliseconds between two looks at what has been done.
TICK = 120

#: Looks at a step that is done before the next: so long one sees what one has done.
LINGER = 3


class Tour(QObject):
    """Leads through the steps in a document of its own; makes its bubble when it first begins.

    A step that is done leads to the next by itself. After Back it waits for Next instead.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._situation = Situation(window)
        self._opened: Opened | None = None
        self._index = self._seen_done = 0
        self._waits = self._does = self._pending = self._has_begun = False
        self._shown: tuple[QRect, int, bool] | None = None
        self.bubble: TourBubble | None = None
        self.ring: Ring | None = None
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._look)
        window.training.ended.connect(self._run_ended)
        window.exporting.said.connect(lambda _: self._note_export())

    @property
    def is_on(self) -> bool:
        return self._opened is not None

    @property
    def at(self) -> int:
        """The step, from 0; as many as there are steps when all are done."""
        return self._index

    def begin(self) -> None:
        """From the first step, in an empty project."""
        window = self._window
        if len(window.project.document.graph) or window.project.document.blocks:
            window.files.new()
        window.welcoming.put_away()
        self._situation = Situation(window)
        self._opened = window.project.current
        self._make()
        self._go_to(0)
        self._tick.start()

    def close(self) -> None:
        """Gone, until it is asked for again; what was built stays."""
        self._tick.stop()
        self._opened = None
        self._hide()
        self._window.pane.view.setFocus()

    # going on

    def _go_to(self, index: int, *, waits: bool = False) -> None:
        self._index, self._waits = index, waits
        self._seen_done, self._shown = 0, None
        self._does = self._pending = self._has_begun = False
        bubble = self.bubble
        assert bubble is not None
        if index == len(STEPS):
            bubble.say(tr(END[0]), tr(END[1]), "")
            bubble.offer(back=False, deed=False, on=tr("Done"))
        else:
            step = STEPS[index]
            place = tr("{step} of {count}").format(step=index + 1, count=len(STEPS))
            bubble.say(tr(step.title), tr(step.words), place)
            on = tr("Next") if waits else ""
            bubble.offer(back=index > 0, deed=step.deed is not None and not waits, on=on)
        self._stand()

    def _look(self) -> None:
        """See what has been done since, and stand where that is now."""
        opened = self._window.project.opened
        if self._opened not in opened:
            self.close()
            return
        if self._opened is not self._window.project.current:
            self._hide()  # another project is in front
            return
        if self._index < len(STEPS):
            self._begin_step()
            self._do_step()
            done = STEPS[self._index].is_done(self._situation)
            self._seen_done = self._seen_done + 1 if done else 0
            if not done and self._waits:  # undone since: to be done again
                self._go_to(self._index)
            elif not self._waits and self._seen_done >= (1 if self._does else LINGER):
                self._go_to(self._index + 1)
        self._stand()

    def _begin_step(self) -> None:
        begin = STEPS[self._index].begin
        self._has_begun = self._has_begun or begin is None or begin(self._situation)

    def _do_for_me(self) -> None:
        """Do the step now; what has to wait for an answer is tried again at each look."""
        self._does = self._pending = True
        self._do_step()

    def _do_step(self) -> None:
        step = STEPS[self._index]
        if self._pending and step.deed is not None and not step.is_done(self._situation):
            self._pending = not step.deed(self._situation)

    def _back(self) -> None:
        step = STEPS[self._index - 1]
        self._go_to(self._index - 1, waits=step.is_done(self._situation))

    def _next(self) -> None:
        if self._index == len(STEPS):
            self.close()
        else:
            self._go_to(self._index + 1)

    def _run_ended(self, outcome: Outcome) -> None:
        self._situation.has_trained |= self.is_on and not outcome.is_failure

    def _note_export(self) -> None:
        self._situation.has_exported |= self._index == len(STEPS) - 1

    # where it stands

    def _make(self) -> None:
        if self.bubble is None:
            self.ring = Ring(self._window)
            bubble = self.bubble = TourBubble(self._window)
            bubble.back_wanted.connect(self._back)
            bubble.deed_wanted.connect(self._do_for_me)
            bubble.next_wanted.connect(self._next)
            bubble.close_wanted.connect(self.close)

    def _hide(self) -> None:
        self._shown = None
        for part in (self.bubble, self.ring):
            if part is not None:
                part.hide()

    def _stand(self) -> None:
        """Point at the place of the step; the bubble moves only when that does."""
        bubble, ring = self.bubble, self.ring
        if bubble is None or ring is None or self._opened is None:
            return
        if self._index == len(STEPS):
            place, by = QRect(), above_panels(self._situation, below_canvas(self._situation))
        else:
            step = STEPS[self._index]
            place = step.shows(self._situation)
            by = step.stands_by(self._situation) if step.stands_by else place
        if by.isEmpty():
            by = below_canvas(self._situation)
        ring.show_around(place, still=self._window.pane.view.reduced_motion)
        now = (by, self._index, self._waits)
        if now != self._shown or not bubble.isVisible():
            self._shown = now
            bubble.stand_by(by)
