"""What a file or folder is as training data, told by looking at it: what ``data:`` would say."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

from graph.document import Value
from graph.errors import DataError
from graph.phrases import later
from train.data import tensor_file
from train.data.idx import read_idx_header
from train.data.numpy_files import Header, read_headers
from train.data.picture_files import SUFFIXES
from train.data.saved_dataset import is_saved, parts_in
from train.data.torchvision_sets import LAYOUTS, sets_in

Options = dict[str, Value]

TABLES = (".csv", ".tsv")
ARRAYS = (".npz", ".npy")

#: Names by which people call what goes in and what comes out, the likeliest first.
INPUT_NAMES = ("inputs", "input", "x_train", "x", "images", "train_images", "features", "data")
TARGET_NAMES = (
    *("targets", "target", "y_train", "y", "labels", "label", "train_labels", "classes", "class"),
)

#: Folders that hold the same classes once more.
TRAINING_FOLDERS = ("train", "training")
OTHER_FOLDERS = ("val", "valid", "validation", "test", "testing")

#: Folders whose names say that one holds the masks of the other's images.
IMAGE_FOLDERS = ("images", "image", "imgs", "img", "inputs", "input")
MASK_FOLDERS = (
    *("masks", "mask", "labels", "label", "annotations", "targets", "target"),
    *("segmentation", "segmentations", "gt", "groundtruth", "ground_truth"),
)

#: Images whose size is looked at, and the size to which larger ones are brought.
LOOKED_AT, LARGEST = 64, 224

#: Folders below one of a class that are looked into: somebody may drop a whole disk.
FOLDERS_LOOKED_INTO = 20

#: Files beside one that are looked at, to find what belongs to it.
BESIDE = 500


def recognise_data(path: Path, together: Sequence[Path] = ()) -> Options | None:
    """What ``training.data`` would say of ``path``, its paths absolute; None if it is no data.

    ``together`` are others that come with it, such as the labels of images.
    Raises: DataError, where it is data that cannot be used as it is, with what to do.
    """
    if path.is_dir():
        return _folder(path)
    ending = path.suffix.lower()
    if ending in TABLES:
        return {"source": "csv", "path": str(path)}
    if ending in ARRAYS:
        return {"source": "npz", "path": str(path), **guess_arrays(path.name, read_headers(path))}
    if ending == ".parquet":
        return {"source": "parquet", "path": str(path)}
    if ending == ".txt":
        return {"source": "text", "path": str(path)}
    if ending in tensor_file.SUFFIXES:
        return _tensors(path)
    if is_idx(path):
        return _idx_pair(path, together)
    return None


def _tensors(path: Path) -> Options | None:
    """Tensors that are called like data, or a pair; anything else is taken for weights."""
    try:
        headers = read_headers(path)
    except DataError:
        return None
    names = [name.lower() for name in headers]
    if names == ["0", "1"]:
        return {"source": "pt", "path": str(path), "inputs": 0, "targets": 1}
    if not (set(names) & set(INPUT_NAMES) and set(names) & set(TARGET_NAMES)):
        return None
    return {"source": "pt", "path": str(path), **guess_arrays(path.name, headers)}


def _saved(folder: Path) -> Options:
    """A data set of Hugging Face's, with its parts where it has several."""
    parts = parts_in(folder)
    if not parts:
        return {"source": "huggingface", "path": str(folder)}
    names = {"train": "path", "validation": "validation", "valid": "validation", "test": "test"}
    found = {names[part]: str(folder / part) for part in parts if part in names}
    found.setdefault("path", str(folder / parts[0]))
    return {"source": "huggingface", **found}


# folders of images


def class_folders(folder: Path) -> list[Path]:
    """The subfolders that images of a class may be in."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if entry.is_dir() and entry.name[0] != "."]
    return [folder / name for name in sorted(names)]


def _folder(folder: Path) -> Options | None:
    if is_saved(folder):
        return _saved(folder)
    known = _of_torchvision(folder)
    if known is not None:
        return known
    try:
        inner = class_folders(folder)
        while len(inner) == 1 and class_folders(inner[0]) and not _images_of(inner[0]):
            folder, inner = inner[0], class_folders(inner[0])  # unpacked into one of its own
        names = {one.name.lower(): one for one in inner}
        pairs = _pairs(folder, inner)
        if pairs is not None:
            return pairs
        training = next((names[name] for name in TRAINING_FOLDERS if name in names), None)
        if training is not None and set(names) <= {*TRAINING_FOLDERS, *OTHER_FOLDERS}:
            folder, inner = training, class_folders(training)
        without = [one for one in inner[:LOOKED_AT] if not _images_in(one, 1)]
        if inner and not without:
            return {"source": "images", "path": str(folder), **_common_size(inner)}
        if inner and all(_texts_in(one) for one in inner[:LOOKED_AT]):
            return {"source": "text", "path": str(folder), "tokens": "words"}
        files = [one for one in _files(folder) if is_idx(one)]
        if files:
            first = next((one for one in files if "train" in one.name.lower()), files[0])
            return _idx_pair(first, ())
        if _images_of(folder):
            raise DataError(
                later("{name}: its images are in no subfolders", name=folder.name),
                "put the images of each class into a folder of their own",
            )
    except OSError as error:
        raise DataError(
            later("{name}: cannot be listed ({reason})", name=folder.name, reason=error.strerror)
        ) from error
    if 0 < len(without) < len(inner[:LOOKED_AT]):
        raise DataError(
            later("{name}/{classes}: holds no image", name=folder.name, classes=without[0].name),
            "add some or remove the folder",
        )
    return None


def _of_torchvision(folder: Path) -> Options | None:
    """A set as torchvision lays it out: its root, or the folder of the set itself."""
    for root in (folder, folder.parent, folder.parent.parent):
        for name in sets_in(root):
            home = root / LAYOUTS[name].folder
            if folder in (root, home, home.parent):
                said = {"source": "torchvision", "path": str(root), "dataset": name}
                return {**said, "test": "test"}
    return None


def _pairs(folder: Path, inner: Sequence[Path]) -> Options | None:
    """Images with masks of the same names, in two folders called so, or in those of each part."""
    parts = {one.name.lower(): one for one in inner}
    training = next((parts[name] for name in TRAINING_FOLDERS if name in parts), None)
    home = folder if training is None else training
    by_name = {one.name.lower(): one for one in class_folders(home)}
    images = next((by_name[name] for name in IMAGE_FOLDERS if name in by_name), None)
    masks = next((by_name[name] for name in MASK_FOLDERS if name in by_name), None)
    if images is None or masks is None:
        return None
    stems = {one.stem for one in _images_in(masks, BESIDE)}
    found = _images_in(images, BESIDE)
    if 2 * sum(one.stem in stems for one in found) < max(1, len(found)):
        return None
    said: Options = {"source": "pairs", "path": str(home)}
    if images.name != "images":
        said["image_folder"] = images.name
    if masks.name != "masks":
        said["mask_folder"] = masks.name
    for part, names in (("validation", OTHER_FOLDERS[:3]), ("test", OTHER_FOLDERS[3:])):
        there = next((parts[name] for name in names if name in parts), None)
        if training is not None and there is not None and _has_both(there, images, masks):
            said[part] = str(there)
    return {**said, **_common_size([images])}


def _has_both(part: Path, images: Path, masks: Path) -> bool:
    return (part / images.name).is_dir() and (part / masks.name).is_dir()


def _files(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        names = [entry.name for entry in islice(entries, BESIDE) if entry.is_file()]
    return [folder / name for name in sorted(names)]


def _images_of(folder: Path) -> bool:
    """Whether images lie in a folder itself."""
    return any(path.suffix.lower() in SUFFIXES for path in _files(folder))


def _images_in(folder: Path, most: int) -> list[Path]:
    found: list[Path] = []
    for place, _, names in islice(os.walk(folder), FOLDERS_LOOKED_INTO):
        found += [Path(place) / name for name in names if Path(name).suffix.lower() in SUFFIXES]
        if len(found) >= most:
            break
    return found[:most]


def _texts_in(folder: Path) -> bool:
    """Whether texts lie in a folder and no pictures."""
    names = [name for _, _, names in islice(os.walk(folder), FOLDERS_LOOKED_INTO) for name in names]
    return any(name.lower().endswith(".txt") for name in names) and not _images_in(folder, 1)


def _common_size(folders: Sequence[Path]) -> Options:
    """``resize``, where images are of several sizes, or larger than anybody would begin with."""
    from PIL import Image

    sizes: Counter[tuple[int, int]] = Counter()
    each = max(2, LOOKED_AT // max(1, len(folders)))
    for path in (path for folder in folders[:LOOKED_AT] for path in _images_in(folder, each)):
        try:
            with Image.open(path) as image:
                sizes[image.height, image.width] += 1
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            continue
    if not sizes:
        return {}
    (height, width), _ = sizes.most_common(1)[0]
    shrink = min(1.0, LARGEST / max(height, width))
    if len(sizes) == 1 and shrink == 1.0:
        return {}
    return {"resize": (max(1, round(height * shrink)), max(1, round(width * shrink)))}


# arrays


def guess_arrays(file: str, headers: Mapping[str, Header]) -> Options:
    """``inputs`` and ``targets``, where they are not called so: by name, else by their shapes.

    Raises: DataError, where it cannot be told.
    """
    by_name = {name.lower(): name for name in headers}
    target = next((by_name[name] for name in TARGET_NAMES if name in by_name), None)
    first = next((by_name[name] for name in INPUT_NAMES if name in by_name), None)
    rest = [name for name in headers if name not in (target, first)]
    if first is None and target is None and len(rest) == 1:
        return {"inputs": rest[0], "targets": "inputs"}  # asked for its own input
    if target is None:
        flat = [name for name in rest if len(headers[name].shape) == 1]
        target = flat[0] if len(flat) == 1 else None
    inputs = [first] if first is not None else [name for name in rest if name != target]
    if target is None and first is not None:
        return {"inputs": first, "targets": "inputs"}
    samples = headers[target].shape[:1] if target is not None else ()
    inputs = [name for name in inputs if headers[name].shape[:1] == samples]
    if target is None or not inputs:
        raise DataError(
            later(
                "{file}: its arrays {headers} do not say which is the target",
                file=file,
                headers=", ".join(headers),
            ),
            "call them inputs and targets, or choose them in the Training tab",
        )
    said: Options = {"inputs": inputs[0] if len(inputs) == 1 else tuple(inputs), "targets": target}
    return {key: value for key, value in said.items() if value != key}


# IDX


def is_idx(path: Path) -> bool:
    """Whether a file is in MNIST's own format."""
    name = path.name.lower()
    if not ("idx" in name or "ubyte" in name):
        return False
    try:
        read_idx_header(path)
    except DataError:
        return False
    return True


def _idx_pair(path: Path, together: Sequence[Path]) -> Options:
    """Images with the labels that belong to them: what came too, or what lies beside."""
    shape, _ = read_idx_header(path)
    is_labels = len(shape) == 1
    given = [one for one in together if one != path and is_idx(one)]
    for one in (*given, *_by_likeness(path)):
        other, _ = read_idx_header(one)
        if (len(other) == 1) != is_labels and other[:1] == shape[:1]:
            images, labels = (one, path) if is_labels else (path, one)
            return {"source": "idx", "images": str(images), "labels": str(labels)}
    missing = "images" if is_labels else "labels"
    raise DataError(
        later(
            "{name}: the {missing} that belong to it are not beside it",
            name=path.name,
            missing=missing,
        ),
        "drop both files",
    )


def _by_likeness(path: Path) -> list[Path]:
    """IDX files in the same folder, those first whose names are alike."""
    others = [one for one in _files(path.parent) if one != path and is_idx(one)]
    return sorted(others, key=lambda one: -SequenceMatcher(None, one.name, path.name).ratio())
