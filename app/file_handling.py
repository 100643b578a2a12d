"""Opening, saving and the question about unsaved changes; no dialog here ever blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.open_project import Opened, OpenProject
from app.safety.refusals import why_not_saved
from app.settings import Settings
from app.translating import later, tr
from graph.document import Document
from graph.errors import LoomError
from graph.project_file import load_project, save_project

SUFFIX = ".loom.yaml"
FILTER = later("Layerloom projects (*.loom.yaml);;YAML files (*.yaml *.yml);;All files (*)")

#: Files that hold weights and nothing else.
WEIGHTS = (".safetensors", ".pt", ".pth")

EXAMPLES = Path(__file__).parent.parent / "examples"

Then = Callable[[], object]


class Dialogs:
    """The questions that file handling asks. Each returns at once and calls back later.

    A test puts its own answers in their place.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def choose_open(self, folder: str, then: Callable[[Path], object]) -> None:
        from app.dialogs import choose_open

        choose_open(self._window, folder, tr(FILTER), then)

    def choose_python(self, folder: str, then: Callable[[Path], object]) -> None:
        from app.dialogs import choose_open

        choose_open(self._window, folder, tr("Python (*.py)"), then, tr("Choose a Python file"))

    def choose_file(
        self, title: str, folder: str, filters: str, then: Callable[[Path], object]
    ) -> None:
        from app.dialogs import choose_open

        choose_open(self._window, folder, filters, then, title)

    def choose_save(
        self, title: str, name: str, filters: str, then: Callable[[Path], object]
    ) -> None:
        from app.dialogs import choose_save

        choose_save(self._window, title, name, filters, then)

    def choose_folder(self, title: str, folder: str, then: Callable[[Path], object]) -> None:
        from app.dialogs import choose_folder

        choose_folder(self._window, title, folder, then)

    def ask_unsaved(self, name: str, save: Then, discard: Then, cancel: Then) -> None:
        from app.dialogs import ask_unsaved

        ask_unsaved(self._window, name, save, discard, cancel)

    def ask(self, title: str, words: str, answers: Mapping[str, Then]) -> None:
        from app.dialogs import ask

        ask(self._window, title, words, answers)

    def tell(self, title: str, words: str) -> None:
        from app.dialogs import tell

        tell(self._window, title, words)


class FileHandling(QObject):
    """What becomes of the open project's file. A file that cannot be read changes nothing."""

    opened = Signal()
    saved = Signal(object)  # Path
    said = Signal(str)

    def __init__(
        self, project: OpenProject, settings: Settings, dialogs: Dialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._settings, self.dialogs = project, settings, dialogs
        #: Brings a file to the front that another window has open; False where none has.
        self.show_elsewhere: Callable[[Path], bool] = lambda _: False
        self._closed: list[Path] = []
        #: Lets a file be written, or asks first whether it may be written over.
        self.before_writing: Callable[[Path, Then], object] = lambda _, write: write()

    @property
    def folder(self) -> str:
        path = self._project.path
        if path is not None:
            return str(path.parent)
        recent = self._settings.recent_files
        return str(recent[0].parent if recent else Path.home())

    def new(self) -> None:
        self._show(Document(), None)

    def choose_and_open(self) -> None:
        self.dialogs.choose_open(self.folder, self.open)

    def open(self, path: Path) -> bool:
        """Show a file, in a tab of its own; False, and a plain message, where it is unreadable."""
        opened = self._find(path)
        if opened is not None:
            self._project.show(opened)
            return True
        return self.show_elsewhere(path) or self.read(path)

    def open_example(self, path: Path) -> bool:
        """Open an example as a project without a file, so that saving asks where to."""
        return self.read(path, is_example=True)

    def close(self, opened: Opened | None = None) -> None:
        """Close a project, or the one in front, once nothing of it would be lost."""
        closing = opened or self._project.current

        def close() -> None:
            if closing.path is not None:
                self._closed.append(closing.path)
            self._project.close(closing)

        self.when_settled(close, [closing])

    def reopen(self) -> None:
        """Open again what was closed last."""
        while self._closed:
            if self.open(self._closed.pop()):
                return
        self.said.emit(tr("No file was closed since the window is open."))

    def save(self, then: Then | None = None) -> None:
        if self._project.path is None:
            self.save_as(then)
        else:
            self._save(self._project.path, then)

    def save_as(self, then: Then | None = None) -> None:
        name = self._project.path or Path(self.folder) / file_name(self._project.document.name)
        self.dialogs.choose_save(
            tr("Save project"),
            str(name),
            tr(FILTER),
            lambda path: self._save(with_suffix(path), then),
        )

    def when_settled(self, then: Then, opened: Sequence[Opened] | None = None) -> None:
        """Go on once nothing would be lost: at once, or after the user has answered for each.

        By default for all that are open. What is asked about is brought to the front.
        """
        unsaved = [one for one in opened or self._project.opened if one.is_modified]
        if not unsaved:
            then()
            return
        first, rest = unsaved[0], unsaved[1:]
        self._project.show(first)

        def go_on() -> None:
            if rest:
                self.when_settled(then, rest)
            else:
                then()

        self.dialogs.ask_unsaved(
            first.title, save=lambda: self.save(go_on), discard=go_on, cancel=lambda: None
        )

    def _find(self, path: Path) -> Opened | None:
        """The open project that has this file."""
        return next((one for one in self._project.opened if is_same(one.path, path)), None)

    def read(self, path: Path, *, is_example: bool = False) -> bool:
        """Show a file in a tab of its own, even if it is open; False where it is unreadable."""
        try:
            document = load_project(path)
        except (LoomError, OSError) as error:
            self.dialogs.tell(tr("This file was not opened"), tr(str(error)))
            return False
        if is_example:
            self._show(document, None, path.parent)
        else:
            self._show(document, path)
            self._settings.add_recent_file(path)
        return True

    def _show(
        self, document: Document, path: Path | None, example_folder: Path | None = None
    ) -> None:
        self._project.open(document, path, example_folder)
        self.opened.emit()

    def show_copy(self, document: Document, folder: Path | None) -> None:
        """Show a document that has no file yet; ``folder`` is where the files that it names are."""
        self._show(document, None, folder)

    def _save(self, path: Path, then: Then | None = None) -> None:
        other = self._find(path)
        if other is not None and other is not self._project.current:
            words = tr("{file} is open in another tab. Save under another name, or close it first.")
            self.dialogs.tell(tr("The project was not saved"), words.format(file=path.name))
            return
        self.before_writing(path, lambda: self._write(path, then))

    def _write(self, path: Path, then: Then | None) -> None:
        try:
            save_project(self._project.document, path)
        except (LoomError, OSError) as error:
            self.dialogs.ask(
                tr("The project was not saved"),
                why_not_saved(error, path),
                {
                    tr("Save As..."): lambda: self.save_as(then),
                    tr("Try Again"): lambda: self._write(path, then),
                },
            )
            return
        self._project.saved_as(path)
        self._settings.add_recent_file(path)
        self.saved.emit(path)
        if then is not None:
            then()


def file_name(project: str) -> str:
    """A file's name for a project without one: ``My Net`` -> ``my_net.loom.yaml``."""
    stem = "".join(c if c.isalnum() else "_" for c in project.lower()).strip("_") or "untitled"
    return stem + SUFFIX


def with_suffix(path: Path) -> Path:
    return path if path.suffix in (".yaml", ".yml") else path.with_name(path.name + SUFFIX)


def is_same(one: Path | None, other: Path) -> bool:
    """Whether both lead to one file, by whatever way."""
    return one is not None and one.resolve() == other.resolve()


def examples() -> dict[str, list[Path]]:
    """The example projects that come with the app, by their folder.

    Those that have a folder to themselves, for files of their own, stand with those in none.
    """
    found: dict[str, list[Path]] = {"": []}
    for path in sorted(EXAMPLES.rglob(f"*{SUFFIX}"), key=lambda path: path.name):
        folder = path.parent
        is_alone = folder == EXAMPLES or len(list(folder.glob(f"*{SUFFIX}"))) == 1
        found.setdefault("" if is_alone else folder.name, []).append(path)
    return found
