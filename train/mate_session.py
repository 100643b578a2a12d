"""A run in a process that is not its first: the same steps, of which nothing is kept or told."""

from __future__ import annotations

from graph.python.source_file import PythonFile
from train.crew import is_lost
from train.data import Prepared
from train.diagnosis.diagnosis import Diagnosis
from train.engine import Trainer
from train.events import Event, is_last
from train.keeping import Keeping, ReadingOnly
from train.session import Session
from train.settings import TrainingConfig
from train.unread import NotFinite
from train.xray.off import Looking
from train.xray.subject import Subject


class MateSession(Session):
    """Hears of everything from the first process; of its own it tells only why it ended."""

    def _emit(self, event: Event) -> None:
        if is_last(event):
            self._tell(event)

    def _failed(self, error: Exception) -> Event:
        """That the first process has gone is nothing to tell: who would hear it?"""
        last = super()._failed(error)
        return {**last, "code": "left-alone"} if is_lost(error) else last

    def _explained(self, error: NotFinite) -> Event:
        return super()._failed(error)

    def _look_first(self, *_: object) -> None:
        """The first one does."""

    def _open(self, own: list[PythonFile]) -> None:
        """The folder is the first one's."""

    def _describe(self, *_: object) -> None:
        """It is described already."""

    def _xray(
        self, subject: Subject, config: TrainingConfig, steps_per_epoch: int, diagnosis: Diagnosis
    ) -> Looking:
        return Looking()

    def _keeping(self) -> Keeping:
        return ReadingOnly(self._folder, self._crew)

    def _keep(self) -> None:
        """The folder is the first one's."""

    def _let_watch(self, trainer: Trainer, data: Prepared) -> None:
        """Nobody watches here."""

    def _looks(self, config: TrainingConfig) -> bool:
        return False
