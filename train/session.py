"""One run from a project's text to its folder: what the worker does once it is told to start."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import nn

from codegen.source import emit_source
from graph.document import Document
from graph.errors import LoomError, TrainingError
from graph.phrases import later
from graph.project_file import loads
from graph.python.files import PythonFiles, readable_files
from graph.python.source_file import PythonFile
from graph.shapes import analyze
from graph.visit import Memory
from graph.whole_file import write_whole
from train import checkpoints
from train.balancing import balance_losses
from train.batches import Batches
from train.config import check_training
from train.data import Prepared, describe, load
from train.data.description import Lexicon
from train.data.targets import load_target
from train.devices import choose_device
from train.diagnosis.diagnosis import Diagnosis, frozen_on_purpose
from train.diagnosis.finding import brief
from train.diagnosis.guessing import comparisons
from train.effective import effective
from train.engine import Trainer
from train.events import Emit, Event, is_last, problem
from train.failing import failure
from train.helm import Entry
from train.owners import module_owners, parameter_owners
from train.parts import parts_of, target_names
from train.predictions.keeping import Predictions
from train.recipe import Recipe, recipe_of
from train.run_folder import (
    CONFIG,
    ENVIRONMENT,
    PREDICTIONS,
    SOURCE,
    VOCABULARY,
    RunFolder,
    vocabulary_of,
    where_from,
)
from train.sanity.examine import looked_at
from train.searching.search import search
from train.settings import TrainingConfig
from train.starting import Start, starting_network
from train.steerable import steerable
from train.steering import Steering
from train.surroundings import environment
from train.taking_up import asked_epochs, newest, planned_epochs, take_up
from train.tensorboard import TensorBoardFile
from train.testing import evaluation, test_event
from train.unread import NotFinite
from train.weight_files import weights_bytes
from train.xray.off import Looking
from train.xray.subject import Subject
from train.xray.xray import Xray


@dataclass(frozen=True)
class Request:
    """What a ``start`` command asks for; with ``check`` nothing is trained and nothing written."""

    project: str
    out: Path
    folder: Path | None = None
    resume: bool = False
    evaluate: bool = False
    epochs: int | None = None
    device: str | None = None
    trusted: frozenset[str] = frozenset()
    check: bool = False
    search: str = ""
    limit: float | None = None

    @property
    def only_looks(self) -> bool:
        """Whether nothing is trained, and nothing written."""
        return self.check or self.evaluate or bool(self.search)

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> Request:
        """Raises: TrainingError, if the command is no such request."""
        try:
            folder = plain.get("folder")
            return Request(
                project=str(plain["project"]),
                out=Path(plain["out"]).resolve(),
                folder=Path(folder).resolve() if folder else None,
                resume=bool(plain.get("resume", False)),
                evaluate=bool(plain.get("evaluate", False)),
                epochs=None if plain.get("epochs") is None else int(plain["epochs"]),
                device=plain.get("device"),
                trusted=frozenset(map(str, plain.get("trusted") or ())),
                check=bool(plain.get("check", False)),
                search=str(plain.get("search") or ""),
                limit=None if plain.get("limit") is None else float(plain["limit"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise TrainingError(
                later("the start command is not complete ({error})", error=error)
            ) from error


class Session:
    """Builds everything a run needs, runs it, and keeps its folder."""

    def __init__(self, request: Request, emit: Emit, steering: Steering) -> None:
        self._request, self._steering = request, steering
        self._folder = RunFolder(request.out)
        self._board: TensorBoardFile | None = None
        self._tell = emit
        self._best_checkpoint = ""
        self._audience: Predictions | None = None
        self._recipe: Recipe = {}
        self._goes_on = False
        self._unkept: list[PythonFile] | None = None

    def run(self) -> bool:
        """Run to the end; return whether it ended well. The last event says how."""
        try:
            last = self._run()
        except NotFinite as error:
            from train.diagnosis.retracing import explained  # which makes a session itself

            last = explained(error, self._request, self._steering)
        except (LoomError, OSError, MemoryError, RuntimeError) as error:
            last = failure(error)
        try:
            self._emit(last)
        except (LoomError, OSError) as error:  # the log is full, but whoever started it is told
            last = last if last["event"] == "problem" else failure(error)
            self._tell(last)
        if self._board is not None:
            self._board.close()
        self._folder.close()
        return bool(last["event"] != "problem")

    def _emit(self, event: Event) -> None:
        self._goes_on = self._goes_on or event["event"] == "started"
        is_refused = self._request.resume and not self._goes_on and is_last(event)
        if not (self._request.evaluate or self._request.search or is_refused):
            self._folder.log(brief(event))  # not of who looked at it later, or could not go on
        if self._board is not None:
            self._board.take(event)
        self._tell(event)
        if event["event"] == "epochs":
            self._keep()
        if event["event"] == "epoch" and self._audience is not None:
            told = self._audience.tell(event["epoch"], event["step"])
            if told is not None:
                self._emit(told)

    def _keep(self) -> None:
        """Keep what a run that is taken up again is made from now."""
        if self._unkept is not None:
            self._folder.keep(self._request.project, self._unkept)
            self._unkept = None

    def _run(self) -> Event:
        request = self._request
        document = loads(request.project)
        document.folder = request.folder
        config = TrainingConfig.from_document(document)
        config = replace(
            config,
            epochs=config.epochs if request.resume else request.epochs or config.epochs,
            device=request.device or config.device,
        )
        python = PythonFiles(request.folder, request.trusted)
        analysis = analyze(document, Memory(python))
        problems = [
            *analysis.errors,
            *(replace(one, severity="error") for one in analysis.untrusted),
            *check_training(document, analysis, request.folder, outside=True),
        ]
        errors = [one for one in problems if one.severity == "error"]
        if errors:
            for one in errors[1:]:
                self._tell(problem(one.message, code=one.code, fatal=False, node=one.node))
            return problem(errors[0].message, code=errors[0].code, node=errors[0].node)
        device = choose_device(config.device)
        known = {} if not (request.resume or request.evaluate) else vocabulary_of(request.out)
        data = load(config.data, request.folder, known=known)
        own = readable_files(document, python)
        if not request.only_looks:
            self._folder.open(request.project, own, resume=request.resume)
            checkpoints.clear_leftovers(self._folder.checkpoints)
        return self._train(document, config, data, device, analysis, own)

    def _train(
        self,
        document: Document,
        config: TrainingConfig,
        data: Prepared,
        device: torch.device,
        analysis: Any,
        own: list[PythonFile],
    ) -> Event:
        request = self._request
        start = starting_network(
            document, analysis, request.folder, drawn=request.resume, steered=True
        )
        network = start.network.to(device)
        past: checkpoints.State = {}
        if request.resume:
            past = newest(self._folder, self._emit)
            asked = asked_epochs(request.epochs, config, self._folder)
            config = replace(config, epochs=planned_epochs(past, config))
        accumulate = config.regularity.accumulate
        targets = {
            name: load_target(config.data, name, data, request.folder)
            for name in target_names(config)
        }
        batches = Batches(
            data,
            config.data,
            config.seed,
            device,
            accumulate,
            overfit=config.overfit_batch,
            targets=list(targets.values()),
        )
        config = balance_losses(config, targets)
        names = [node.name for node in document.graph.nodes if node.type == "Output"]
        subject = Subject.of(document, analysis, network)
        owners = parameter_owners(start.program, network)
        loaded = [name for _, name in start.report.loaded] if start.report is not None else []
        diagnosis = Diagnosis(
            subject,
            config,
            self._emit,
            frozen_on_purpose(subject, config, owners, loaded),
            comparisons(config, document.graph, data, targets),
        )
        xray = self._xray(subject, config, batches.steps_per_epoch, diagnosis)
        trainer = Trainer(
            network,
            config,
            batches,
            owners=owners,
            device=device,
            emit=self._emit,
            save=self._save,
            steering=self._steering,
            parts=parts_of(config, targets, names),
            layers=module_owners(steerable(start.program)),
            kept=self,
            xray=xray,
            log=[entry for event in self._logged() if (entry := Entry.of(event))],
        )
        described = describe(config.data, request.folder, outside=True)
        described = replace(described, classes=data.classes, lexicon=data.lexicon)
        folder = self._folder.path / PREDICTIONS
        self._audience = Predictions(folder, trainer.objective, batches, described)
        trainer.audience = self._audience
        self._recipe = recipe_of(config, start.program)
        if request.resume:
            self._best_checkpoint = past.get("best_checkpoint", "")
            epochs = take_up(trainer, past, self._recipe, asked, self._emit)
            self._unkept = own
            if epochs is None:
                self._keep()
            else:  # an act like any other; the project that asks for it is kept once it is done
                self._steering.send({"command": "set_epochs", "epochs": epochs})
        elif request.evaluate and self._folder.has_run:
            _, state, _ = checkpoints.load_newest(self._folder.checkpoints)
            self._best_checkpoint = state.get("best_checkpoint", "")
        if not request.only_looks:
            self._describe(config, start, device, trainer.step, data.lexicon)
        if request.search:
            return search(trainer, request.search, request.limit, self._emit, self._steering)
        self._emit(self._started(trainer, network, config, data, device))
        if trainer.stepping.precision.note:
            note = trainer.stepping.precision.note
            self._emit(problem(note, later("set precision to bf16"), code="precision", fatal=False))
        if start.report is not None and config.weights is not None:
            self._emit({"event": "weights", "path": config.weights.path, **start.report.to_plain()})
        if request.evaluate:
            self._emit(told := evaluation(trainer, self))
            return {**told, "event": "done", "run": str(self._folder.path)}
        if (config.sanity and not request.resume) or request.check:
            told = looked_at(trainer, data, list(targets.values()), start)
            if request.check:
                return {"event": "checked", **told}
            self._emit({"event": "sanity", **told})
        return self._go(trainer)

    def _logged(self) -> Iterable[Event]:
        """What the log tells of the run so far."""
        return self._folder.logged()

    def _go(self, trainer: Trainer) -> Event:
        """Train, and test what has been trained."""
        last = trainer.run()
        if last["event"] == "done" and (event := test_event(trainer, self)):
            self._emit(event)
            last["test"] = event["test"]
        if last["event"] == "done":
            last["run"] = str(self._folder.path)
            last["weights"] = str(self._folder.last)
        return last

    def _describe(
        self,
        config: TrainingConfig,
        start: Start,
        device: torch.device,
        step: int,
        lexicon: Lexicon,
    ) -> None:
        """Keep what the run is set up by, what it runs on, and its network as source."""
        folder, data = self._folder, self._request.folder
        about = {"folder": where_from(data, folder.path), **environment(device, data)}
        folder.write(CONFIG, json.dumps(effective(config), indent=2) + "\n")
        folder.write(ENVIRONMENT, json.dumps(about, indent=2) + "\n")
        folder.write(SOURCE, emit_source(start.program).text)
        if lexicon:  # what the indices stand for that the network is fed
            said = {name: list(words) for name, words in lexicon.items()}
            folder.write(VOCABULARY, json.dumps(said, indent=1, ensure_ascii=False) + "\n")
        if config.tensorboard:
            self._board = TensorBoardFile(folder.path, step)

    def _xray(
        self, subject: Subject, config: TrainingConfig, steps_per_epoch: int, diagnosis: Diagnosis
    ) -> Looking:
        """What is seen is told only, what is found wrong is part of the log."""
        folder = self._folder.path / "xray"
        return Xray(subject, config.xray, steps_per_epoch, self._tell, folder, diagnosis)

    def _started(
        self,
        trainer: Trainer,
        network: nn.Module,
        config: TrainingConfig,
        data: Prepared,
        device: torch.device,
    ) -> Event:
        return {
            "event": "started",
            "time": round(time.time(), 3),
            "run": str(self._folder.path),
            "device": str(device),
            "precision": trainer.stepping.precision.name,
            "threads": torch.get_num_threads(),
            "epochs": trainer.acts.epochs,
            "epoch": trainer.epoch,
            "step": trainer.step,
            "steps_per_epoch": trainer.batches.steps_per_epoch,
            "train_samples": trainer.batches.train_samples,
            "validation_samples": trainer.batches.validation_samples,
            "test_samples": trainer.batches.test_samples,
            "parameters": sum(p.numel() for p in network.parameters()),
            "metrics": list(trainer.metrics),
            "classes": list(data.classes)[:1000],
            "loss": " + ".join(part.loss.type for part in trainer.objective.parts),
            "optimizer": config.optimizer.type,
            "groups": trainer.acts.groups,
            "dropout": trainer.acts.dropout,
            "layers": list(dict.fromkeys(trainer.owners.values()))[:1000],
            "seed": config.seed,
            "torch": torch.__version__,
        }

    def load(self, to: str) -> tuple[str, checkpoints.State]:
        """A checkpoint of this run to go back to. Raises: TrainingError."""
        folder = self._folder.checkpoints
        path = checkpoints.find_checkpoint(folder, to, self._best_checkpoint)
        return path.name, checkpoints.load_checkpoint(path)

    def set_aside(self, step: int) -> None:
        checkpoints.set_aside(self._folder.checkpoints, step)

    def _save(self, state: checkpoints.State, is_best: bool) -> dict[str, Any]:
        """Keep a checkpoint and the weights; say where."""
        name = checkpoints.checkpoint_name(state["epoch"], state["step"])
        path = self._folder.checkpoints / name
        if is_best:
            self._best_checkpoint = name
        try:
            own = {"best_checkpoint": self._best_checkpoint, "recipe": self._recipe}
            state = {**state, **own}
            digest = checkpoints.save_checkpoint(path, state)
            weights = weights_bytes(state.get("average", state)["network"])
            write_whole(self._folder.last, weights)
            if is_best:
                write_whole(self._folder.best, weights)
            checkpoints.drop_old(self._folder.checkpoints, self._best_checkpoint)
        except OSError as error:
            raise TrainingError(
                later(
                    "{path}: the checkpoint cannot be written ({reason}); the run ends here",
                    path=path,
                    reason=error.strerror,
                ),
                "make room on the disk and resume: earlier checkpoints are whole",
            ) from error
        kept = [each.name for each in checkpoints.list_checkpoints(self._folder.checkpoints)]
        return {"path": str(path), "sha256": digest, "kept": kept}
