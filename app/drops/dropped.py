"""What is being dropped: its kind, and in words what dropping it would do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QMimeData

from app.file_handling import SUFFIX, WEIGHTS
from app.translating import tr
from graph.document import Value
from graph.errors import DataError
from train.data.picture_files import SUFFIXES as IMAGES
from train.data.recognition import class_folders, recognise_data
from train.data.tensor_file import SUFFIXES as TENSORS

PROJECTS = (".yaml", ".yml")

#: Kinds that nothing can be done with: their words say why.
REFUSED = "refused"


@dataclass(frozen=True)
class Dropped:
    """Something to drop. ``data`` is what ``training.data`` would say, for what is data."""

    kind: str  # project, weights, data, table, python, or REFUSED
    path: Path
    words: str
    icon: str
    data: Mapping[str, Value] = field(default_factory=dict)
    others: tuple[Path, ...] = ()  # projects that came with it

    @property
    def is_refused(self) -> bool:
        return self.kind == REFUSED


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def recognise(paths: Sequence[Path]) -> Dropped:
    """The first of ``paths`` that something can be done with; else why nothing can."""
    found = [_one(path, paths) for path in paths]
    first = next((one for one in found if not one.is_refused), found[0])
    projects = [one.path for one in found if one.kind == first.kind == "project"]
    if len(projects) > 1:
        words = tr("Open {n} projects", n=len(projects))
        return replace(first, words=words, others=tuple(projects[1:]))
    return first


def _one(path: Path, paths: Sequence[Path]) -> Dropped:
    ending = path.suffix.lower()
    if not os.path.exists(path):  # which is quiet about places that may not be entered
        return _refused(path, tr("{file} is not there").format(file=path.name))
    if not (path.is_file() or path.is_dir()):  # reading a pipe would wait for ever
        return _refused(path, tr("{file} is no ordinary file").format(file=path.name))
    if path.is_file() and not _is_tensors(path):
        for endings, make in _FILES:
            if ending in endings:
                return make(path)
    inside = _only_one(path, SUFFIX)
    if inside is not None:
        return _project(inside)
    try:
        data = recognise_data(path, paths)
    except DataError as error:
        return _refused(path, tr(str(error)))
    if data is not None:
        return _data(path, data)
    if path.is_dir():
        return _folder(path)
    return _refused(
        path,
        tr(
            "{file} is nothing that can be dropped here: drop a project (.loom.yaml), weights, "
            "a folder of images or texts, a table (.csv, .parquet), arrays (.npz, .npy, .pt, IDX), "
            "a text (.txt) or a Python file"
        ).format(file=path.name),
    )


def _is_tensors(path: Path) -> bool:
    """Whether a .pt holds data, and no weights."""
    return path.suffix.lower() in TENSORS and recognise_data(path) is not None


def _data(path: Path, data: Mapping[str, Value]) -> Dropped:
    source = str(data["source"])
    if source in ("csv", "parquet"):
        return Dropped("table", path, tr("Train on this table"), "data", data)
    if source == "images":
        count = len(class_folders(Path(str(data["path"]))))
        words = tr(
            "Train on these images ({n} classes)", one="Train on these images (1 class)", n=count
        )
        return Dropped("data", path, words, "image", data)
    if source in ("huggingface", "torchvision"):
        return Dropped("data", path, tr("Train on this data set"), "data", data)
    if source == "text":
        return Dropped("data", path, tr("Train on this text"), "data", data)
    words = tr("Train on these images") if source == "idx" else tr("Train on these arrays")
    if source == "pairs":
        words = tr("Train on these images and masks")
    return Dropped("data", path, words, "image" if source == "idx" else "data", data)


def _folder(folder: Path) -> Dropped:
    """A folder that is no data itself may hold one table."""
    table = _only_one(folder, ".csv")
    if table is not None:
        return _one(table, (table,))
    return _refused(
        folder,
        tr("{folder} holds no images, no project and no table: images of each class lie in a "
           "folder of their own").format(folder=folder.name),
    )  # fmt: skip


def _only_one(folder: Path, ending: str) -> Path | None:
    """The one file in a folder with an ending; None where there are none or several."""
    try:
        with os.scandir(folder) as entries:
            found = [entry.path for entry in entries if entry.name.lower().endswith(ending)]
    except OSError:  # no folder, or none that may be entered
        return None
    return Path(found[0]) if len(found) == 1 else None


def _project(path: Path) -> Dropped:
    return Dropped("project", path, tr("Open project"), "open")


def _weights(path: Path) -> Dropped:
    return Dropped("weights", path, tr("Start from these weights"), "import")


def _python(path: Path) -> Dropped:
    return Dropped("python", path, tr("Add a layer from this Python file"), "python")


def _onnx(path: Path) -> Dropped:
    words = tr("{file}: ONNX files cannot be read yet; weights can, as .safetensors or .pt")
    return _refused(path, words.format(file=path.name))


def _picture(path: Path) -> Dropped:
    words = tr("One picture is no data set: drop the folder that holds a folder for each class")
    return _refused(path, words)


def _refused(path: Path, words: str) -> Dropped:
    return Dropped(REFUSED, path, words, "info")


#: What a file is by its ending. Whatever stands in none is looked into.
_FILES: tuple[tuple[Iterable[str], Callable[[Path], Dropped]], ...] = (
    (PROJECTS, _project),
    (WEIGHTS, _weights),
    ((".py",), _python),
    ((".onnx",), _onnx),
    (IMAGES, _picture),
)
