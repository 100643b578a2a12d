"""The training loop: it says what happens as events and knows no process."""

from __future__ import annotations

import math
import time
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import torch
from torch import nn

from graph.errors import DataError, TrainingError
from graph.phrases import joined, later
from train import checkpoints, events
from train.acts import Acts
from train.batches import Batch, Batches
from train.cadence import Cadence
from train.checkpoints import Kept, Save, State
from train.crew import ALONE, Crew
from train.gauges import Gauges
from train.helm import Entry, Helm
from train.judging import Judge, has_learned, not_learned
from train.metrics import Meter
from train.objective import WeightedSum
from train.optimization import build_optimizer, settle
from train.parts import Part
from train.reports import Reports
from train.scheduling import Schedule
from train.settings import TrainingConfig
from train.steering import Steering
from train.step import Step
from train.unread import Unread, not_finite
from train.validating import Examiner
from train.xray.off import Looking


class Trainer:
    """One run of one network: trains, validates, reports, obeys, and can be taken up again.

    Draws random numbers only where the network does (dropout); everything that decides the
    course of a run is in ``state()``. ``save`` keeps a state and returns what to say of it.
    """

    def __init__(
        self,
        network: nn.Module,
        config: TrainingConfig,
        batches: Batches,
        *,
        owners: Mapping[str, str],
        device: torch.device,
        emit: events.Emit,
        save: Save,
        steering: Steering,
        parts: Sequence[Part] = (),
        layers: Mapping[str, str] | None = None,
        kept: Kept | None = None,
        log: Iterable[Entry] = (),
        xray: Looking | None = None,
        crew: Crew = ALONE,
    ) -> None:
        """``parts``: what is compared with what; ``log``: acts that a resumed run has to repeat.

        The processes of a ``crew`` each make the same run, and have the same numbers.
        """
        self._crew = crew
        self.xray = xray or Looking()
        self.network, self.config, self.batches = network, config, batches
        self._emit, self._save, self._kept, self.owners = emit, save, kept, owners
        self._cadence = Cadence(self._saved, every_epoch=config.checkpoint_every > 0, crew=crew)
        self.objective = WeightedSum(tuple(parts) or (Part(config.loss),), device)
        self.optimizer = build_optimizer(network, config.optimizer, owners)
        settle(self.optimizer, config.optimizer)
        self.schedule = Schedule(self.optimizer, config, batches.steps_per_epoch)
        self.stepping = Step(network, self.objective, self.optimizer, config, device, emit, crew)
        self.judge = Judge(config.regularity)
        self.acts = Acts(network, self.optimizer, self.schedule, config, owners, layers or {})
        self._helm = Helm(self, steering, self.acts, emit, log)
        self._back: State | None = None
        self._meter = Meter(self.objective, device)
        self.examiner = Examiner(
            self.stepping, Meter(self.objective, device), self._helm.obey_urgent
        )
        self._reports = Reports(emit, Gauges(self.stepping.gradient_norm, device))
        self._unread = Unread()
        self._resumed_randomness: State | None = None
        self._last_result: dict[str, Any] = {}
        self._stop_reason = ""
        #: Steps that were made since the run began.
        self.step = 0

    @property
    def metrics(self) -> tuple[str, ...]:
        return ("loss", *self._meter.names)

    @property
    def best(self) -> dict[str, Any]:
        """The best epoch so far and its results; empty before the first."""
        return self.judge.best

    @property
    def processes(self) -> int:
        return self._crew.size

    @property
    def epoch(self) -> int:
        """The epoch that the last step was in, counted from 1; 0 before the first."""
        return -(-self.step // self.batches.steps_per_epoch)

    def run(self) -> events.Event:
        """Train to the end or until stopped; return the last event, which is not emitted yet.

        Raises: TrainingError, if the loss is no number or the device gives up.
        """
        started = time.monotonic()
        with self._cadence.rescuing():
            self._train()
        self.xray.end_run(self.epoch, self.step)
        if self._stop_reason:
            return self._stopped()
        self._cadence.end_run(self.state)
        if self.config.overfit_batch and not has_learned(self._last_result["validation"]):
            self._emit(not_learned())
        return {
            "event": "done",
            "epochs": self.epoch,
            "step": self.step,
            "seconds": round(time.monotonic() - started, 3),
            **self._last_result,
            "best": self.best,
            **({"reason": self.judge.verdict} if self.judge.verdict else {}),
        }

    def _train(self) -> None:
        self._arrive()
        while self._goes_on:
            if self._back is not None:
                self._go_back(self._back)
                continue
            try:
                self._make_epochs()
            except DataError as error:
                raise self._without_data(error) from error

    def _make_epochs(self) -> None:
        """Epoch after epoch, the first from where the run stands in it, until something is up."""
        batches, length = self.batches.training(self.step), self.batches.steps_per_epoch
        self.network.train()
        while self._goes_on and self._back is None:
            self._reports.restart()
            for _ in range(length - self.step % length):
                self._make_step(next(batches))
                self._after_step()
                if self.is_leaving:
                    return
            self._end_epoch()

    def _without_data(self, error: DataError) -> DataError:
        """Keep the steps that were made until samples could not be read; say how to go on."""
        if not self.step or self._crew.size > 1:
            return error
        with suppress(TrainingError):
            self.report()
            self.keep()
        said = later("then resume the run: all up to step {step} is kept", step=self.step)
        return DataError(
            error.message, joined("; ", (error.advice, said)) if error.advice else said
        )

    @property
    def _goes_on(self) -> bool:
        if self._stop_reason or self._back is not None:
            return not self._stop_reason
        last = self.acts.epochs * self.batches.steps_per_epoch
        return not self.judge.verdict and self.step < last

    @property
    def is_leaving(self) -> bool:
        return bool(self._stop_reason) or self._back is not None

    def _arrive(self) -> None:
        """Do what is still to be done at this place, before the next step."""
        is_whole = self.step % self.batches.steps_per_epoch == 0
        is_open = is_whole and bool(self._meter.samples)
        if self.step:
            self._helm.obey_all(after_epoch=is_whole and not is_open)
        if is_open and not self.is_leaving:
            with warnings.catch_warnings():  # the optimizer's step was made by another process
                warnings.filterwarnings("ignore", "Detected call of `lr_scheduler.step")
                self._end_epoch()

    # one step

    def _make_step(self, batches: list[Batch]) -> None:
        self._restore_randomness()
        self.step += 1
        try:
            taken = self.xray.step(self, batches) if self.xray.is_on else self.stepping(batches)
        except (RuntimeError, MemoryError):  # this step was not made; those before it are told
            self.step -= 1
            self.report()
            raise
        for outputs, targets in taken.answers:
            self._meter.add(outputs, self.batches.hard(targets), targets)
        self._unread.add(taken.losses, taken.sizes)

    # around the steps

    def _restore_randomness(self) -> None:
        """Only now: everything that draws random numbers to get here has drawn them."""
        if self._resumed_randomness is not None:
            checkpoints.restore_random_states(self._resumed_randomness)
            self._resumed_randomness = None

    def _after_step(self) -> None:
        if self.schedule.is_stepwise:
            self._reports.note_rate(self.schedule.rates)
        self.schedule.after_step()
        if self._reports.due():
            self.report()
        if self._keeps_here:
            self.report()
            self.keep()
        self._helm.obey_all(after_epoch=False)

    @property
    def _keeps_here(self) -> bool:
        """Whether a checkpoint is due within an epoch; its last step is kept once it is judged."""
        step, every = self.step, self.config.checkpoint_every
        return bool(every) and step % every == 0 and step % self.batches.steps_per_epoch != 0

    def report(self) -> None:
        """Tell the steps that were made until now. Raises: NotFinite."""
        losses, sizes = self._unread.read(self._meter)
        if not losses:
            return
        first, rates = self.step - len(losses) + 1, self.schedule.rates
        good = next((i for i, loss in enumerate(losses) if not math.isfinite(loss)), len(losses))
        if good:
            self._reports.steps(self.epoch, first, losses[:good], sizes[:good], rates)
        if good < len(losses) and self._crew.is_first:  # the others end with the first
            step = first + good
            where = later("at step {step}, in epoch {epoch}", step=step, epoch=self.epoch)
            raise not_finite(losses[good], where, rates, step)

    def _end_epoch(self) -> None:
        """Validate, take the schedule on, keep a checkpoint.

        Told to stop while it validates, it leaves the epoch open: its sums stay in the meter, by
        which a resumed run sees that the epoch has still to be ended.
        """
        self.report()
        rates = self.schedule.rates
        validation = self._validate(is_wanted=self.epoch >= self.acts.epochs)
        if self._stop_reason:
            return
        train = self._meter.result()
        self._meter.reset()
        judged = (validation or train)["loss"]
        if not math.isfinite(judged):
            where = later("on the validation data after epoch {epoch}", epoch=self.epoch)
            raise not_finite(judged, where, self.schedule.rates, self.step, validating=True)
        self.schedule.after_epoch(judged)
        is_best = self.judge.take(self.epoch, train, validation)
        self._last_result = {"train": train, "validation": validation}
        self.xray.end_epoch(self.epoch, self.step, train)
        self._emit(
            {
                "event": "epoch",
                "epoch": self.epoch,
                "epochs": self.acts.epochs,
                "step": self.step,
                "train": train,
                "validation": validation,
                "lr": rates,
                "best": is_best,
                **self._reports.epoch_speed(),
            }
        )
        stops, self.acts.stops_after = self.acts.stops_after, False
        self._cadence.end_epoch(self.state, is_best)
        if stops:
            self.stop(later("stopped after epoch {epoch}, as it was asked to", epoch=self.epoch))
        self._helm.obey_all(after_epoch=True)

    def _validate(self, *, is_wanted: bool) -> dict[str, float]:
        self.examiner.begin(is_wanted=is_wanted)
        return self.measure(self.batches.validation(), self.batches.validation_steps)

    def measure(self, batches: Iterator[Batch], steps: int) -> dict[str, float]:
        """Loss and metrics over batches that nothing is learned from; empty without any."""
        return self.examiner.measure(batches, steps)

    # obeying

    def stop(self, reason: str) -> None:
        self._stop_reason = reason
        self.examiner.end()

    def leave_out(self, seconds: float) -> None:
        """Time that passed without training does not count."""
        self._reports.leave_out(seconds)
        self.xray.leave_out(seconds)

    def evaluate(self) -> None:
        """Validate here and now; what is random goes on as if nothing had been."""
        began, random = time.monotonic(), checkpoints.random_states()
        validation = self._validate(is_wanted=True)
        if self._resumed_randomness is None:
            checkpoints.restore_random_states(random)
        self.leave_out(time.monotonic() - began)
        if not validation:
            said = later("no samples are held out to validate with")
            self._emit(events.problem(said, code="bad-command", fatal=False))
        elif not self._stop_reason:
            self._emit({"event": "evaluation", **self._where(), "validation": validation})

    def take_in(self, kind: str) -> None:
        if kind == "epochs":
            self.judge.begin_anew()
            self.schedule.stretch(self.acts.epochs)

    def roll_back(self, to: str) -> dict[str, Any]:
        """Go on from a checkpoint once this step is done with. Raises: TrainingError."""
        if self._kept is None:
            raise TrainingError(later("this run keeps no checkpoints"))
        self._cadence.flush()
        name, state = self._kept.load(to)
        checkpoints.check_belongs(state, self.batches.steps_per_epoch)
        self._back = state
        return {"to": name, "to_epoch": state["epoch"], "to_step": state["step"]}

    def _go_back(self, state: State) -> None:
        """The best weights that the run has found stay the best; all else is as it was."""
        self._back = None
        number, best = self.acts.number, self.judge.best_of_all
        self.restore(state)
        self.acts.number = number
        self._helm.begin()  # what has been repeated is not repeated again
        self.judge.best_of_all = best
        if self._kept is not None:
            self._kept.set_aside(self.step)
        self.keep()
        self._arrive()

    def _where(self) -> dict[str, int]:
        return {"epoch": self.epoch, "step": self.step}

    def _stopped(self) -> events.Event:
        self.report()
        return {
            "event": "stopped",
            **self._where(),
            "reason": self._stop_reason,
            **self._last_result,
            "best": self.best,
            "path": self.keep()["path"],
        }

    # keeping

    def keep(self) -> dict[str, Any]:
        """Write a checkpoint here and now; say where. Raises: TrainingError."""
        return self._cadence.keep(self.state(), False)

    def _saved(self, state: State, is_best: bool) -> dict[str, Any]:
        kept, where = self._save(state, is_best), {key: state[key] for key in ("epoch", "step")}
        self._emit({"event": "checkpoint", **where, **kept, "best": is_best})
        return kept

    def state(self) -> State:
        """Everything that decides how the run goes on, in plain values and tensors."""
        return {
            "epoch": self.epoch,
            "step": self.step,
            "steps_per_epoch": self.batches.steps_per_epoch,
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state(),
            "meter": self._meter.state(),
            "best": self.best,
            "judge": self.judge.state(),
            "acts": self.acts.state(),
            "results": self._last_result,
            **self.stepping.state(),
            **self._crew.randomness(self._resumed_randomness or checkpoints.random_states()),
            "torch": str(torch.__version__),
            "threads": torch.get_num_threads(),
        }

    def restore(self, state: State) -> None:
        """Go on where ``state`` was taken.

        Raises: TrainingError, if it belongs to another network, optimizer or data set.
        """
        checkpoints.check_belongs(state, self.batches.steps_per_epoch)
        try:
            self.network.load_state_dict(state["network"])
            self.acts.restore(state["acts"])
            self.optimizer.load_state_dict(state["optimizer"])
            settle(self.optimizer, self.config.optimizer)
            self.schedule.restore(state["schedule"])
            self._meter.restore(state["meter"])
            self.stepping.restore(state)
        except (ValueError, KeyError, TypeError, RuntimeError) as error:
            raise TrainingError(
                "the checkpoint belongs to another network, optimizer, schedule or average",
                "put them back to what they were, or start a new run",
            ) from error
        self.judge.restore(state["best"], state["judge"])
        self._last_result = state["results"]
        self._unread.clear()
        self._helm.begin()
        self._resumed_randomness = self._crew.own_randomness(state)
        self.step = state["step"]
