"""One run from a project's text to its folder: what the worker does once it is told to start."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import torch

from codegen.lower import lower
from codegen.source import emit_source
from graph.collector import keep_for_long
from graph.document import Document
from graph.errors import LoomError
from graph.phrases import later
from graph.project_file import loads
from graph.python.files import PythonFiles, readable_files
from graph.python.source_file import PythonFile
from graph.shapes import analyze
from graph.visit import Memory
from train import checkpoints
from train.balancing import balance_losses
from train.batches import Batches
from train.beginning import started
from train.checks_processes import check_processes
from train.client import start_command
from train.config import check_training
from train.crew import ALONE, is_lost, join
from train.data import Prepared, describe, load
from train.data.description import Lexicon
from train.data.targets import load_target
from train.devices import choose_device, processes_here
from train.diagnosis.diagnosis import Diagnosis, frozen_on_purpose
from train.diagnosis.finding import brief
from train.diagnosis.guessing import comparisons
from train.effective import effective
from train.engine import Trainer
from train.events import Emit, Event, is_last, problem
from train.failing import failure
from train.helm import Entry
from train.keeping import Keeping
from train.mates import Mates, lost
from train.owners import module_owners, parameter_owners
from train.parts import parts_of, target_names
from train.place import Place
from train.predictions.keeping import Predictions
from train.recipe import recipe_of
from train.request import Request
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
from train.shared_steering import commands_for
from train.starting import Start, starting_network
from train.steerable import steerable
from train.steering import Steering
from train.surroundings import environment
from train.taking_up import Past, is_over_event, look_back, planned_epochs, take_up
from train.tensorboard import TensorBoardFile
from train.testing import evaluation, is_same_data, test_event
from train.unread import NotFinite
from train.xray.off import Looking
from train.xray.subject import Subject
from train.xray.xray import Xray


class Session:
    """Builds everything a run needs, runs it, and keeps its folder."""

    def __init__(self, request: Request, emit: Emit, steering: Steering) -> None:
        self._request, self._steering = request, steering
        self._folder = RunFolder(request.out)
        self._board: TensorBoardFile | None = None
        self._tell = emit
        self._audience: Predictions | None = None
        self._goes_on = False
        self._unkept: list[PythonFile] | None = None
        self._crew = ALONE
        self._mates: Mates | None = None
        self._past = Past()

    def run(self) -> bool:
        """Run to the end; return whether it ended well. The last event says how."""
        try:
            last = self._run()
        except NotFinite as error:
            last = self._explained(error)
        except (LoomError, OSError, MemoryError, RuntimeError) as error:
            last = self._failed(error)
        try:
            self._emit(last)
        except (LoomError, OSError) as error:  # the log is full, but whoever started it is told
            last = last if last["event"] == "problem" else failure(error)
            self._tell(last)
        if self._board is not None:
            self._board.close()
        self._folder.close()
        if self._mates is not None:
            self._mates.end(well=last["event"] != "problem")
        return bool(last["event"] != "problem")

    def _failed(self, error: Exception) -> Event:
        if self._crew.size == 1 or not is_lost(error):
            return failure(error)
        return self._mates.why() if self._mates is not None else lost(self._crew.size)

    def _explained(self, error: NotFinite) -> Event:
        from train.diagnosis.retracing import explained  # which makes a session itself

        self._crew.leave()
        return explained(error, self._request, self._steering)

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
            *(check_processes(config, request.place.size) if request.place else ()),
        ]
        errors = [one for one in problems if one.severity == "error"]
        if errors:
            for one in errors[1:]:
                self._tell(problem(one.message, code=one.code, fatal=False, node=one.node))
            return problem(errors[0].message, code=errors[0].code, node=errors[0].node)
        own = readable_files(document, python)
        self._look_first(document, config, analysis, own)
        place = None if request.only_looks else request.place or self._start_mates(config)
        device = choose_device(config.device, place)
        if place is not None:
            self._crew = join(place, device)
        over = self._crew.from_first(lambda: is_over_event(self._folder, self._past))
        if over is not None:
            return over
        known: Lexicon = {}
        if request.resume or request.evaluate:
            known = self._crew.from_first(lambda: vocabulary_of(request.out))
        data = load(config.data, request.folder, known=known)
        if not (request.only_looks or request.resume):
            self._open(own)
        return self._train(document, config, data, device, analysis, own)

    def _look_first(
        self, document: Document, config: TrainingConfig, analysis: Any, own: list[PythonFile]
    ) -> None:
        """See that the folder takes this run, before data is loaded and processes are started."""
        request = self._request
        if request.only_looks:
            return
        self._folder.check(own, resume=request.resume)
        if request.resume:
            self._open(own)
            recipe = recipe_of(config, lower(document, analysis))
            self._past = look_back(self._folder, request.epochs, config, recipe)

    def _start_mates(self, config: TrainingConfig) -> Place | None:
        """Start the other processes that this machine is to train with; None where there are none.

        They find out by themselves what this one does, while it does.
        """
        size = processes_here(config)
        if size == 1:
            return None
        asked = self._request
        self._mates = Mates(
            size,
            lambda place: start_command(
                asked.project,
                asked.out,
                asked.folder,
                resume=asked.resume,
                epochs=asked.epochs,
                device=asked.device,
                trusted=sorted(asked.trusted),
                place=place,
            ),
        )
        self._mates.watch(self._emit)
        return self._mates.place

    def _open(self, own: list[PythonFile]) -> None:
        self._folder.open(self._request.project, own, resume=self._request.resume)
        checkpoints.clear_leftovers(self._folder.checkpoints)

    def _acts(self) -> list[Entry]:
        """What was done to the run by hand, as its log has it."""
        found = self._crew.from_first(
            lambda: [event for event in self._logged() if Entry.of(event)]
        )
        return [entry for event in found if (entry := Entry.of(event))]

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
        network = self._crew.normalised(start.network).to(device)
        keeping = self._keeping()
        past: checkpoints.State = {}
        if request.resume:
            for said in self._past.torn:
                self._emit(said)
            past = keeping.go_on_from(self._past.state)
            asked = self._crew.from_first(lambda: self._past.asked)
            config = replace(config, epochs=planned_epochs(past, config))
        targets = {
            name: load_target(config.data, name, data, request.folder)
            for name in target_names(config)
        }
        batches = Batches(
            data,
            config.data,
            config.seed,
            device,
            config.regularity.accumulate,
            overfit=config.overfit_batch,
            targets=list(targets.values()),
        )
        config = balance_losses(config, targets)
        names = [node.name for node in document.graph.nodes if node.type == "Output"]
        subject = Subject.of(document, analysis, network)
        keeping.recipe = recipe_of(config, start.program)
        owners = parameter_owners(start.program, network)
        loaded = [name for _, name in start.report.loaded] if start.report is not None else []
        diagnosis = Diagnosis(
            subject,
            config,
            self._emit,
            frozen_on_purpose(subject, config, owners, loaded),
            comparisons(config, document.graph, data, targets),
        )
        trainer = Trainer(
            network,
            config,
            batches,
            owners=owners,
            device=device,
            emit=self._emit,
            save=keeping.save,
            steering=commands_for(self._crew, self._steering),
            parts=parts_of(config, targets, names),
            layers=module_owners(steerable(start.program)),
            kept=keeping,
            xray=self._xray(subject, config, batches.steps_per_epoch, diagnosis),
            log=self._acts(),
            crew=self._crew,
        )
        self._let_watch(trainer, data)
        self._crew.seed_apart(config.seed)
        if request.resume:
            epochs = take_up(trainer, past, keeping.recipe, asked, self._emit)
            self._unkept = own
            if epochs is None:
                self._keep()
            else:  # an act like any other; the project that asks for it is kept once it is done
                self._steering.send({"command": "set_epochs", "epochs": epochs})
        elif request.evaluate and self._folder.has_run:
            keeping.find_best()
        if not request.only_looks:
            self._describe(config, start, device, trainer.step, data.lexicon)
        if request.search:
            return search(trainer, request.search, request.limit, self._emit, self._steering)
        self._emit(
            {
                **started(trainer, network, data, device),
                "run": str(self._folder.path),
                "processes": self._crew.size,
            }
        )
        self._remark(trainer, start)
        if request.evaluate:
            told = evaluation(trainer, keeping)
            kept = is_same_data(config, self._folder) and self._folder.add(told)
            self._emit(told)
            return {**told, "event": "done", "run": str(self._folder.path), "kept": kept}
        if self._looks(config):
            told = looked_at(trainer, data, list(targets.values()), start)
            if request.check:
                return {"event": "checked", **told}
            self._emit({"event": "sanity", **told})
        return self._go(trainer, keeping)

    def _logged(self) -> Iterable[Event]:
        """What the log tells of the run so far."""
        return self._folder.logged()

    def _keeping(self) -> Keeping:
        return Keeping(self._folder, self._crew)

    def _let_watch(self, trainer: Trainer, data: Prepared) -> None:
        """What is answered to held-out samples is kept, to be looked at."""
        described = describe(trainer.config.data, self._request.folder, outside=True)
        described = replace(described, classes=data.classes, lexicon=data.lexicon)
        folder = self._folder.path / PREDICTIONS
        self._audience = Predictions(folder, trainer.objective, trainer.batches, described)
        trainer.examiner.audience = self._audience

    def _looks(self, config: TrainingConfig) -> bool:
        """Whether data, network and loss are looked at before the first step."""
        return self._request.check or (config.sanity and not self._request.resume)

    def _remark(self, trainer: Trainer, start: Start) -> None:
        """Say what is otherwise than was asked for, and which weights it starts from."""
        if note := trainer.stepping.precision.note:
            self._emit(problem(note, later("set precision to bf16"), code="precision", fatal=False))
        weights = trainer.config.weights
        if start.report is not None and weights is not None:
            self._emit({"event": "weights", "path": weights.path, **start.report.to_plain()})

    def _go(self, trainer: Trainer, keeping: Keeping) -> Event:
        """Train, and test what has been trained."""
        keep_for_long()  # a look through all that PyTorch consists of takes as long as many steps
        last = trainer.run()
        if last["event"] == "done" and (event := test_event(trainer, keeping)):
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
