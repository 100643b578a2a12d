"""Work on thousands of things: on a few at once, on those that are seen before the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

#: So many are done at once, for that is soon done; of more all wait.
AT_ONCE = 400

K = TypeVar("K", bound=Hashable)


class Portions(Generic[K]):
    """Does a work on what waits for it, a portion between two frames, until nothing waits."""

    def __init__(
        self,
        parent: QObject,
        work: Callable[[Collection[K]], object],
        portion: int,
        done: Callable[[], object] = lambda: None,
    ) -> None:
        """``done`` is called once all that was asked is done."""
        self._work, self._portion, self._done = work, portion, done
        self.waiting: dict[K, None] = {}
        self._timer = QTimer(parent, interval=0)
        self._timer.timeout.connect(self._go_on)

    def ask(self, things: Collection[K]) -> None:
        """Have it done: now, or of many when nobody waits."""
        if len(things) <= AT_ONCE:
            self.do_now(things)
            self._done()
        else:
            self.waiting.update(dict.fromkeys(things))
            self._timer.start()

    def do_now(self, things: Iterable[K]) -> None:
        """Do it at once, for whatever reason it is wanted."""
        chosen = list(things)
        for thing in chosen:
            self.waiting.pop(thing, None)
        if chosen:
            self._work(chosen)

    def forget(self, thing: K) -> None:
        self.waiting.pop(thing, None)

    def _go_on(self) -> None:
        self.do_now(list(self.waiting)[: self._portion])
        if not self.waiting:
            self._timer.stop()
            self._done()
