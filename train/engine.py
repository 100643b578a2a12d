"""The training loop, on pytorch-ignite: it says what happens as events and knows no process."""

from __future__ import annotations

import logging
import math
import time
import warnings
from collections.abc import Callable, Mapping
from typing import Any

import torch
from ignite.engine import Engine, Events
from torch import nn

from graph.errors import TrainingError
from graph.phrases import later
from train import events
from train.batches import Batch, Batches
from train.checkpoints import State, random_states, restore_random_states
from train.judging import Judge
from train.metrics import Meter
from train.objective import Objective
from train.optimization import Schedule, build_optimizer
from train.reports import Reports
from train.settings import TrainingConfig
from train.steering import Command, Steering
from train.step import Step

Save = Callable[[State, bool], dict[str, Any]]


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
        classes: int = 0,
        target_scale: float = 1.0,
    ) -> None:
        self.network, self.config, self.batches = network, config, batches
        self._emit, self._save, self._steering = emit, save, steering
        self.objective = Objective(config.loss, device)
        self.optimizer = build_optimizer(network, config.optimizer, owners)
        self.schedule = Schedule(self.optimizer, config, batches.steps_per_epoch)
        self.stepping = Step(
            network, self.objective, self.optimizer, config, device, self._cannot_compile
        )
        self._judge = Judge(config.regularity)
        self._meter = Meter(self.objective, classes, target_scale, device)
        self._validation_meter = Meter(self.objective, classes, target_scale, device)
        self._reports = Reports(emit, config.data.batch_size)
        self._unread: list[tuple[list[torch.Tensor], list[int]]] = []
        self._resumed_randomness: State | None = None
        self._last_result: dict[str, Any] = {}
        self._stop_reason = ""
        logging.getLogger("ignite").setLevel(logging.CRITICAL)  # what goes wrong, we say ourselves
        self._engine = Engine(self._train_step)
        self._evaluator = Engine(self._evaluate)
        for each in (self._engine, self._evaluator):
            each.interrupt_resume_enabled = False  # commands are ours; ignite's way costs time
        self._attach()

    @property
    def metrics(self) -> tuple[str, ...]:
        return ("loss", *self._meter.names)

    @property
    def best(self) -> dict[str, Any]:
        """The best epoch so far and its results; empty before the first."""
        return self._judge.best

    @property
    def step(self) -> int:
        return int(self._engine.state.iteration)

    @property
    def epoch(self) -> int:
        """The epoch that the last step was in, counted from 1; 0 before the first."""
        return -(-self.step // self.batches.steps_per_epoch)

    def run(self) -> events.Event:
        """Train to the end or until stopped; return the last event, which is not emitted yet.

        Raises: TrainingError, if the loss is no number or the device gives up.
        """
        started = time.monotonic()
        length = self.batches.steps_per_epoch
        stream = self.batches.training(self.step)
        if self._meter.samples and self.step % length == 0:
            with warnings.catch_warnings():  # the optimizer's step was made by another process
                warnings.filterwarnings("ignore", "Detected call of `lr_scheduler.step")
                self._end_epoch(self._engine)
        ended = bool(self._stop_reason or self._judge.verdict)
        if not ended and self.step < self.config.epochs * length:
            self._engine.run(stream, max_epochs=self.config.epochs, epoch_length=length)
        if self._stop_reason:
            return self._stopped()
        return {
            "event": "done",
            "epochs": self.epoch,
            "step": self.step,
            "seconds": round(time.monotonic() - started, 3),
            **self._last_result,
            "best": self.best,
            **({"reason": self._judge.verdict} if self._judge.verdict else {}),
        }

    def _attach(self) -> None:
        engine = self._engine
        engine.add_event_handler(Events.EPOCH_STARTED, self._begin_epoch)
        engine.add_event_handler(Events.ITERATION_COMPLETED, self._after_step)
        engine.add_event_handler(Events.EPOCH_COMPLETED, self._end_epoch)
        self._evaluator.add_event_handler(
            Events.ITERATION_COMPLETED, lambda engine: self._obey_all()
        )

    # one step

    def _train_step(self, engine: Engine, batches: list[Batch]) -> torch.Tensor:
        taken = self.stepping(batches)
        for outputs, target in taken.answers:
            self._meter.add(outputs, target)
        self._unread.append((taken.losses, taken.sizes))
        return taken.losses[0]

    def _cannot_compile(self, why: str) -> None:
        said = later("torch.compile cannot compile this network here: {why}", why=why)
        advice = later("the run goes on without; set compile to false")
        self._emit(events.problem(said, advice, code="not-compiled", fatal=False))

    def _evaluate(self, engine: Engine, batch: Batch) -> None:
        inputs, target = batch
        with torch.no_grad():
            outputs, loss = self.stepping.judge(inputs, target)
        self._validation_meter.add(outputs, target)
        self._validation_meter.add_loss(loss.item(), target.shape[0])

    # around the steps

    def _begin_epoch(self, engine: Engine) -> None:
        self.network.train()
        self._reports.restart()

    def _restore_randomness(self, engine: Engine) -> None:
        """Only now: everything that draws random numbers to get here has drawn them."""
        if self._resumed_randomness is not None:
            restore_random_states(self._resumed_randomness)
            self._resumed_randomness = None

    def _after_step(self, engine: Engine) -> None:
        if self.schedule.per == "step" and not self.schedule.needs_metric:
            self._reports.note_rate(self.schedule.rates)
            self.schedule.step()
        if self._reports.due():
            self._report_steps()
        self._obey_all()

    def _report_steps(self) -> None:
        """Read the losses since the last report: the one place that waits for the device."""
        if not self._unread:
            return
        read = iter(torch.stack([loss for each, _ in self._unread for loss in each]).tolist())
        losses, sizes = [], []
        for _, parts in self._unread:
            sizes.append(sum(parts))
            found = [next(read) for _ in parts]
            for loss, size in zip(found, parts, strict=True):
                self._meter.add_loss(loss, size)
            losses.append(found[0] if len(found) == 1 else _mean(found, parts))
        self._unread.clear()
        first = self.step - len(losses) + 1
        good = next((i for i, loss in enumerate(losses) if not math.isfinite(loss)), len(losses))
        if good:
            rates = self.schedule.rates
            self._reports.steps(self.epoch, first, losses[:good], sizes[:good], rates)
        if good < len(losses):
            raise self._not_finite(
                losses[good],
                later("at step {step}, in epoch {epoch}", step=first + good, epoch=self.epoch),
            )

    def _not_finite(self, loss: float, where: str) -> TrainingError:
        what = later("not a number (NaN)") if math.isnan(loss) else later("infinite")
        rates = ", ".join(f"{rate:g}" for rate in self.schedule.rates)
        return NotFinite(
            later("the loss became {what} {where}", what=what, where=where),
            later(
                "lower the learning rate (now {rates}), or look for values that are far too large",
                rates=rates,
            ),
        )

    def _end_epoch(self, engine: Engine) -> None:
        """Validate, take the schedule on, keep a checkpoint.

        Told to stop while it validates, it leaves the epoch open: its sums stay in the meter, by
        which a resumed run sees that the epoch has still to be ended.
        """
        self._report_steps()
        rates = self.schedule.rates
        validation = self._validate()
        if self._stop_reason:
            return
        train = self._meter.result()
        self._meter.reset()
        judged = (validation or train)["loss"]
        if not math.isfinite(judged):
            raise self._not_finite(
                judged, later("on the validation data after epoch {epoch}", epoch=self.epoch)
            )
        if self.schedule.per == "epoch" or self.schedule.needs_metric:
            self.schedule.step(judged)
        is_best = self._judge.take(self.epoch, train, validation)
        self._last_result = {"train": train, "validation": validation}
        self._emit(
            {
                "event": "epoch",
                "epoch": self.epoch,
                "epochs": self.config.epochs,
                "step": self.step,
                "train": train,
                "validation": validation,
                "lr": rates,
                "best": is_best,
                **self._reports.epoch_speed(),
            }
        )
        self._checkpoint(is_best)
        if self._judge.verdict:
            self._engine.terminate()

    def _validate(self) -> dict[str, float]:
        self._validation_meter.reset()
        if not self.batches.validation_samples:
            return {}
        self.stepping.judged.eval()
        self._evaluator.run(
            self.batches.validation(), max_epochs=1, epoch_length=self.batches.validation_steps
        )
        self.network.train()
        return self._validation_meter.result()

    # obeying

    def _obey_all(self) -> None:
        """One command at a time: what follows a pause is for the pause to read."""
        while (command := self._steering.next()) is not None:
            self._obey(command)

    def _obey(self, command: Command) -> None:
        name = command.get("command")
        if name == "stop":
            self._stop(command.get("reason") or later("stopped by the user"))
        elif name == "pause":
            self._pause()
        elif name == "checkpoint":
            self._report_steps()
            self._checkpoint(False)
        elif name == "set_lr":
            self._set_rate(command)
        elif name != "resume":  # nothing to resume: the run is going on
            said = later("there is no command {name}", name=repr(name))
            self._emit(events.problem(said, code="unknown-command", fatal=False))

    def _where(self) -> dict[str, int]:
        return {"epoch": self.epoch, "step": self.step}

    def _pause(self) -> None:
        self._report_steps()
        self._emit({"event": "paused", **self._where()})
        paused = time.monotonic()
        while not self._stop_reason:
            command = self._steering.wait()
            if command.get("command") == "resume":
                break
            if command.get("command") != "pause":
                self._obey(command)
        self._reports.leave_out(time.monotonic() - paused)
        if not self._stop_reason:
            self._emit({"event": "resumed", **self._where()})

    def _set_rate(self, command: Command) -> None:
        group = command.get("group")
        try:
            if "factor" in command:
                lead = group or 0
                rate = self.schedule.rates[lead] * float(command["factor"])
            else:
                rate = float(command["lr"])
            self.schedule.set_rate(rate, group)
        except (TrainingError, TypeError, ValueError, KeyError, IndexError) as error:
            said = later("the learning rate stays as it is: {error}", error=error)
            self._emit(events.problem(said, code="bad-command", fatal=False))
            return
        self._emit({"event": "lr", **self._where(), "lr": self.schedule.rates})

    def _stop(self, reason: str) -> None:
        self._stop_reason = reason
        self._engine.terminate()
        self._evaluator.terminate()

    def _stopped(self) -> events.Event:
        self._report_steps()
        kept = self._checkpoint(False)
        return {
            "event": "stopped",
            **self._where(),
            "reason": self._stop_reason,
            **self._last_result,
            "best": self.best,
            "path": kept["path"],
        }

    # keeping

    def _checkpoint(self, is_best: bool) -> dict[str, Any]:
        kept = self._save(self.state(), is_best)
        self._emit({"event": "checkpoint", **self._where(), **kept, "best": is_best})
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
            "judge": self._judge.state(),
            "results": self._last_result,
            **self.stepping.state(),
            "random": self._resumed_randomness or random_states(),
            "torch": str(torch.__version__),
            "threads": torch.get_num_threads(),
        }

    def restore(self, state: State) -> None:
        """Go on where ``state`` was taken.

        Raises: TrainingError, if it belongs to another network, optimizer or data set.
        """
        if state["steps_per_epoch"] != self.batches.steps_per_epoch:
            raise TrainingError(
                later(
                    "the run had {state} steps an epoch, now there are {steps_per_epoch}",
                    state=state["steps_per_epoch"],
                    steps_per_epoch=self.batches.steps_per_epoch,
                ),
                "put data and batch_size back to what they were, or start a new run",
            )
        try:
            self.network.load_state_dict(state["network"])
        except RuntimeError as error:
            raise TrainingError(
                "the checkpoint belongs to another network",
                "put the network back to what it was, or start a new run",
            ) from error
        try:
            self.optimizer.load_state_dict(state["optimizer"])
            self.schedule.restore(state["schedule"])
            self._meter.restore(state["meter"])
            self.stepping.restore(state)
        except (ValueError, KeyError, TypeError, RuntimeError) as error:
            raise TrainingError(
                "the checkpoint belongs to another optimizer, schedule or average",
                "put them back to what they were, or start a new run",
            ) from error
        self._judge.restore(state["best"], state["judge"])
        self._last_result = state["results"]
        self._resumed_randomness = state["random"]
        self._engine.add_event_handler(Events.GET_BATCH_COMPLETED, self._restore_randomness)
        self._engine.load_state_dict(
            {
                "iteration": state["step"],
                "epoch_length": self.batches.steps_per_epoch,
                "max_epochs": max(self.config.epochs, self._whole_epochs(state["step"])),
            }
        )

    def _whole_epochs(self, step: int) -> int:
        return -(-step // self.batches.steps_per_epoch)


class NotFinite(TrainingError):
    """The loss is NaN or infinite: going on would make it no better."""


def _mean(values: list[float], weights: list[int]) -> float:
    return sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)
