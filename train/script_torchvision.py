"""How a training script reads what torchvision has laid out, without torchvision."""

from __future__ import annotations

import inspect

from train.data import safe_pickle
from train.data.own import wanted_of
from train.data.source import Place
from train.data.torchvision_sets import LAYOUTS
from train.script_code import DataCode, constant, function_text, literal
from train.script_on_disk import is_on_disk
from train.settings import DataConfig


def torchvision_set(config: DataConfig, place: Place) -> DataCode:
    """The files of one set; the part is the second argument of ``load_arrays``."""
    wanted = wanted_of(config)
    layout = LAYOUTS[wanted.dataset]
    imports: tuple[str, ...] = ("from pathlib import Path",)
    head = (
        f"{constant('FOLDER', layout.folder)}\n\n"
        f"def load_arrays(path: str, part: str = {literal(wanted.part)})"
        " -> tuple[list[np.ndarray], np.ndarray]:\n"
        f'    """Read a part of {wanted.dataset} as torchvision lays it out."""\n'
        "    folder = Path(path, FOLDER)\n"
    )
    if layout.folder.endswith("raw"):
        from train.script_data import IDX_READER

        text = f"{IDX_READER}\n\n{head}{IDX}"
        imports = ("import gzip", *imports)
    elif wanted.dataset == "STL10":
        text = f"{head}{STL10}"
        if is_on_disk(config, place):
            text = f"{head}{STL10_MAPPED}"
            imports = ("from collections.abc import Callable", *imports)
    else:
        classes = (safe_pickle.NotedType, safe_pickle.NotedArray, safe_pickle.SafeUnpickler)
        safe = "\n\n".join(inspect.getsource(one) for one in classes)
        safe = safe.replace("np.ndarray[Any, np.dtype[np.uint8]]", "np.ndarray")
        key, names = "labels", '["test_batch"] if part == "test" else BATCHES'
        batches = constant("BATCHES", [f"data_batch_{number}" for number in range(1, 6)])
        if wanted.dataset == "CIFAR100":
            key, names, batches = f"{wanted.label}_labels", "[part]", ""
        text = (
            f"{batches}\n\n{safe}\n\n{function_text(safe_pickle.read_batch)}\n\n{head}"
            + CIFAR.format(key=key, names=names)
        ).lstrip("\n")
        imports = ("import codecs", "import pickle", "from typing import Any", *imports)
    return DataCode(imports, text, str(config.options.get("path", "")))


IDX = """    start = "train" if part == "train" else "t10k"
    images, labels = (
        next(path for path in (folder / name, folder / f"{name}.gz") if path.exists())
        for name in (f"{start}-images-idx3-ubyte", f"{start}-labels-idx1-ubyte")
    )
    return [read_idx(str(images))[:, None]], read_idx(str(labels)).astype(np.int64)
"""

STL10 = """    images = np.fromfile(folder / f"{part}_X.bin", np.uint8).reshape(-1, 3, 96, 96)
    labels = np.fromfile(folder / f"{part}_y.bin", np.uint8).astype(np.int64)
    return [np.ascontiguousarray(images.transpose(0, 1, 3, 2))], labels - 1
"""

STL10_MAPPED = """    images = np.memmap(folder / f"{part}_X.bin", np.uint8, "r")
    images = images.reshape(-1, 3, 96, 96)  # read batch by batch
    labels = np.fromfile(folder / f"{part}_y.bin", np.uint8).astype(np.int64)
    return [images.transpose(0, 1, 3, 2)], labels - 1
"""

CIFAR = """    names = {names}
    batches = [read_batch(folder / name) for name in names]
    images = np.concatenate([batch["data"] for batch in batches]).reshape(-1, 3, 32, 32)
    return [images], np.concatenate([batch["{key}"] for batch in batches])
"""
