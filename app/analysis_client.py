"""Shapes, problems and source, asked of a child process, so that no layer can freeze the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app import spare_child
from app.analysis_messages import merged
from app.analysis_questions import PATIENCE, PATIENT, AnalysisQuestions, Answer
from app.line_process import LineProcess, Message
from app.source_text import source_of
from app.spare_child import Spare
from app.translating import tr
from graph.analysis import Analysis
from graph.costs import Costs
from graph.document import Document
from graph.edits import Edit, batch_of_plain, edit_to_plain
from graph.project_file import text_of
from graph.python.files import python_file_names
from graph.uses import Path
from train.client import worker_command

#: Seconds after which a child is ended that does not answer while it runs code of the user's: it
#: has a limit of its own, which is met before.
CODE_PATIENCE = 40.0

#: Seconds for which a child that was not heard of yet is thought to load PyTorch.
LOADING = 20.0

#: Times that a child is started again without having answered anything in between.
ATTEMPTS = 3


@dataclass
class _Request:
    message: Message
    answer: Answer
    patience: float = PATIENCE


class AnalysisClient(AnalysisQuestions):
    """Keeps a replica of the document in a child equal, and tells what the child finds out.

    One request is under way at a time; edits made meanwhile go out together, as one batch, so that
    typing stays fluid. A child that dies or hangs is started again with the document as it is.
    """

    analysis_changed = Signal(object)  # Analysis
    costs_changed = Signal(object)  # Costs
    source_changed = Signal(object)  # SourceText
    status_changed = Signal(str)
    device_found = Signal(str)  # on which training would run by itself: cpu, cuda, mps
    stuck = Signal(str, str)  # the digest of a Python file that a child did not survive, and why

    def __init__(self, parent: QObject | None = None, folder: Callable[[], str] = str) -> None:
        super().__init__(parent)
        self._folder = folder
        #: Which Python files may run; asked whenever a child is handed the document.
        self.python: Callable[[], Message] = dict
        #: Data outside the project's folder that the user pointed at, as the project writes it.
        self._chosen: set[str] = set()
        self._running: Message = {}
        self._ran_code = False
        self._began = 0.0
        self._command = child_command()
        self._document: Document | None = None
        self._seen_folder = ""
        self._process: LineProcess | None = None
        self._requests: list[_Request] = []
        self._under_way: _Request | None = None
        self._coming: Message | None = None
        self._edits: list[Message] = []  # as plain values: what an edit holds may change later
        self._failures = 0
        self._number = 0
        self._wants_source = False
        self._path: Path = ()
        self._is_closed = False
        self.analysis = Analysis()
        self.has_answered = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._hung)

    # what the window says

    def open(self, document: Document) -> None:
        """Look at another document from now on."""
        if self._is_closed:  # a window may be closed as soon as it is painted
            return
        self._document = document
        self.analysis = Analysis()
        self.has_answered = False
        self._failures = 0
        self._path = ()
        self._requests.clear()
        self._edits.clear()
        if self._under_way is not None:  # what it will say is of the document before
            self._under_way.answer = lambda _: None
        self._ask_open()
        self._go_on()

    def before_edit(self, _edit: Edit, plain: Message) -> None:
        """An edit is about to be applied: what it adds is worked on by what follows in it."""
        self._coming = plain

    def edit(self, edit: Edit) -> None:
        """Follow an edit that was applied to the document."""
        self._edits.append(self._coming or edit_to_plain(edit))
        self._coming = None
        self._failures = 0
        self._go_on()

    def look_again(self) -> None:
        """Begin anew with the document as it is, since its Python files are others now."""
        self._failures = 0
        self._edits.clear()
        self._forget("open", "edit")
        self._ask_open()
        self._go_on()

    def may_read(self, places: Iterable[str]) -> None:
        """The user pointed at data by hand: it may be looked at before a run, wherever it lies."""
        if not self._chosen.issuperset(places := list(places)):
            self._chosen.update(places)
            self.look_again()

    def follow_folder(self) -> None:
        """The project may lie in another folder now, and find other files beside it."""
        if self._document is not None and self._folder() != self._seen_folder:
            self.look_again()

    def look(self, path: Path) -> None:
        """From now on tell blocks as the uses in ``path`` see them that lead into them."""
        if path == self._path:
            return
        self._path = path
        self._forget("look")
        if self._document is not None and self._process is not None:
            self._ask({"do": "look", "path": list(path)}, self._take_look)

    def want_source(self, wanted: bool = True) -> None:
        """Whether anybody looks at the source; it is asked for after every edit only then."""
        if wanted and not self._wants_source:
            self._ask({"do": "source"}, self._take_source)
        self._wants_source = wanted

    def close(self) -> None:
        """Let go of the child, for good."""
        self._is_closed = True
        if self._process is not None:
            if self._is_of_use:
                spare_child.leave(Spare(self._command, self._process, self._number))
            else:
                self._process.drop()
            self._process = None
        self._timer.stop()
        self._requests.clear()
        self._under_way = None
        self._document = None

    @property
    def _is_of_use(self) -> bool:
        """Whether the child can serve another window: it ran no code, and it does not hang."""
        if self._ran_code or (self._document and python_file_names(self._document)):
            return False
        loads = not self.has_answered and time.monotonic() - self._began < LOADING
        return self._under_way is None or loads

    @property
    def pid(self) -> int:
        return self._process.pid if self._process is not None else 0

    @property
    def is_idle(self) -> bool:
        """Whether everything that was asked is answered."""
        return self._under_way is None and not self._requests and not self._edits

    # the conversation

    def _ask(
        self, message: Message, answer: Answer, patience: float = PATIENCE, *, anew: bool = False
    ) -> None:
        if anew:
            self._forget(str(message["do"]))
        self._requests.append(_Request(message, answer, patience))
        self._go_on()

    def _forget(self, *deeds: str) -> None:
        """What was asked of these kinds, and waits."""
        self._requests = [r for r in self._requests if r.message["do"] not in deeds]

    def _ask_open(self) -> None:
        if self._document is not None:
            self._seen_folder = self._folder()
            message: Message = {"do": "open", "folder": self._seen_folder}
            message |= {"path": list(self._path), "chosen": sorted(self._chosen)}
            self._requests.insert(0, _Request(message, self._take_analysis, PATIENT))

    def _go_on(self) -> None:
        """Send the next request, if none is under way: edits first, for all depends on them."""
        if self._document is None or self._under_way is not None or self._failures >= ATTEMPTS:
            return
        if self._process is None:
            self._start()
            return
        opening = bool(self._requests) and self._requests[0].message["do"] == "open"
        if self._edits and not opening:
            edits = tuple(self._edits)
            self._edits.clear()
            edit = edits[0] if len(edits) == 1 else batch_of_plain(edits)
            message = {"do": "edit", "edit": edit}
            self._requests.insert(0, _Request(message, self._take_analysis))
        if not self._requests:
            return
        self._under_way = request = self._requests.pop(0)
        if opening:
            self._edits.clear()  # the text that goes out holds them already
            request.message |= {"text": text_of(self._document), "name": self._document.name}
            request.message["path"] = list(self._path)
            request.message |= self.python()
        self._number += 1
        self._timer.start(int(request.patience * 1000))
        self._process.send({"id": self._number, **request.message})

    def _received(self, message: Message) -> None:
        if message.get("event") == "running":
            self._running, self._ran_code = message, True
            self._timer.start(int(CODE_PATIENCE * 1000))
        elif message.get("event") == "ran":
            self._running = {}
        elif "event" in message and self._under_way is not None:  # it lives, and loads PyTorch
            self._timer.start(int(self._under_way.patience * 1000))
        if message.get("id") != self._number or self._under_way is None:
            return
        request, self._under_way = self._under_way, None
        self._timer.stop()
        self._failures = 0
        if message.get("problem"):
            self.status_changed.emit(tr(str(message["problem"])))
            if request.message["do"] == "edit":
                self._ask_open()  # the replica may no longer be equal: begin anew
        else:
            self.status_changed.emit("")
            request.answer(message)
        self._go_on()

    def _take_analysis(self, reply: Message) -> None:
        self.analysis = merged(self.analysis, reply)
        self.has_answered = True
        if "device" in reply:
            self.device_found.emit(str(reply["device"]))
        self.analysis_changed.emit(self.analysis)
        self._want_costs()
        if self._wants_source and not self._edits:
            self._forget("source")
            self._ask({"do": "source"}, self._take_source)

    def _want_costs(self) -> None:
        """Ask what all costs, once nothing more pressing is to be asked."""
        self._forget("cost")
        self._ask({"do": "cost"}, self._take_costs)

    def _take_costs(self, reply: Message) -> None:
        if not self._edits:
            self.costs_changed.emit(Costs.from_plain(reply["costs"]))
        if not reply["complete"]:
            self._want_costs()

    def _take_look(self, reply: Message) -> None:
        self.analysis = merged(self.analysis, reply)
        self.analysis_changed.emit(self.analysis)

    def _take_source(self, reply: Message) -> None:
        self.source_changed.emit(source_of(reply))

    # the child

    def _start(self) -> None:
        self._command, self._ran_code = child_command(), False
        spare = spare_child.take(self._command)
        if spare is not None:
            self._process, self._number = spare.child, spare.number
            self._process.setParent(self)
        else:
            self._process = LineProcess(*self._command, self)
        self._began = time.monotonic()
        self._process.received.connect(self._received)
        self._process.ended.connect(self._ended)
        if spare is None:
            self.status_changed.emit(tr("Starting PyTorch"))
            self._process.start()
        if not self._requests or self._requests[0].message["do"] != "open":
            self._ask_open()
        self._go_on()

    def _ended(self, _code: int) -> None:
        self._restart(tr("The shape check ended unexpectedly"))

    def _hung(self) -> None:
        self._restart(tr("The shape check did not answer"))

    def _restart(self, what: str) -> None:
        """Begin anew with the document as it is; what was asked is asked again."""
        self._timer.stop()
        if self._process is not None:
            self._process.drop()
            self._process = None
        under_way, self._under_way = self._under_way, None
        self._failures += 1
        self._edits.clear()
        self._forget("open", "edit")
        if under_way is not None and under_way.message["do"] not in ("open", "edit"):
            self._failures -= 1  # the document is not to blame, the request is dropped
        self._ask_open()
        if self._failures < ATTEMPTS:
            self.status_changed.emit(tr("{what} and was started again").format(what=what))
            QTimer.singleShot(200 * self._failures, self, self._go_on)
        else:
            words = tr("{what}; it is tried again after your next change").format(what=what)
            self.status_changed.emit(words)
        self._blame()

    def _blame(self) -> None:
        """Name the Python file whose code ran when the child ended, so that it is not run again."""
        blamed, self._running = self._running, {}
        if blamed:
            words = tr("{file} ended the process that ran it, or did not come to an end").format(
                file=blamed.get("file")
            )
            self.stuck.emit(str(blamed.get("digest")), words)


def child_command() -> tuple[str, list[str], dict[str, str]]:
    """How the child is started: isolated, on one thread, for its tensors hold no data."""
    program, arguments, environment = worker_command("train.analysis_server")
    return program, arguments, {**environment, "OMP_NUM_THREADS": "1"}
