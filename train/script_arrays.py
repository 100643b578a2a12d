"""How a training script reads arrays: NumPy's archives, and PyTorch's tensors."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from train.data.asking import data_for
from train.data.mapping import map_member
from train.data.own import npz_names
from train.data.source import Place
from train.data.targets import describe_target
from train.script_code import DataCode, function_text, literal
from train.script_on_disk import is_on_disk
from train.settings import DataConfig


def archive(config: DataConfig, place: Place, targets: Sequence[str] = ()) -> DataCode:
    path = str(config.options.get("path", ""))
    inputs, _ = npz_names(config)
    lazy = is_on_disk(config, place)
    more = ("from collections.abc import Callable",) if lazy else ()
    if path.lower().endswith(".npy"):

        def read(name: str) -> str:
            return f"np.load(place.with_name({literal(name + '.npy')}))"

        lines = _target_lines(config, place, targets, read)
        text = (
            f"{_head(targets)}"
            '    """Read an array and those beside it; the first axis counts samples."""\n'
            "    place = Path(path)\n"
            f"    names = {literal(inputs)}\n"
            f"{_loading(lazy=lazy)}"
            f"{lines}"
        )
        return DataCode((*more, "from pathlib import Path"), text, path)
    lines = _target_lines(config, place, targets, lambda name: f"archive[{literal(name)}]")
    member = "map_member(path, name)" if lazy else "archive[name]"
    text = (
        f"{_head(targets)}"
        '    """Read the arrays of the archive; the first axis counts samples."""\n'
        "    with np.load(path, allow_pickle=False) as archive:\n"
        f"        inputs = [{member} for name in {literal(inputs)}]\n"
        f"{textwrap.indent(lines, '    ')}"
    )
    if not lazy:
        return DataCode((), text, path)
    imports = (*more, "import struct", "import zipfile", "from pathlib import Path")
    return DataCode(imports, f"{function_text(map_member)}\n\n{text}", path)


def _loading(*, lazy: bool) -> str:
    """The line that loads the inputs, or maps them where they are too large for memory."""
    if not lazy:
        return '    inputs = [np.load(place.with_name(f"{name}.npy")) for name in names]\n'
    return (
        '    files = [place.with_name(f"{name}.npy") for name in names]\n'
        '    inputs = [np.load(file, mmap_mode="r") for file in files]  # read batch by batch\n'
    )


def tensors(config: DataConfig, place: Place, targets: Sequence[str] = ()) -> DataCode:
    """How a .pt file is read."""
    inputs, _ = npz_names(config)
    lazy = is_on_disk(config, place)
    mapped = ", mmap=True" if lazy else ""
    lines = _target_lines(
        config, place, targets, lambda name: f"find_tensor(stored, {literal(name)})"
    )
    text = (
        f"{FIND_TENSOR}\n\n{_head(targets)}"
        '    """Read the tensors of the file; the first axis counts samples."""\n'
        f"    stored = torch.load(path, weights_only=True{mapped})\n"
        f"    inputs = [find_tensor(stored, name) for name in {literal(inputs)}]\n"
        f"{lines}"
    )
    more = ("from collections.abc import Callable",) if lazy else ()
    return DataCode((*more, "from typing import Any"), text, str(config.options.get("path", "")))


def _head(targets: Sequence[str]) -> str:
    arrays = "list[np.ndarray]" if len(targets) > 1 else "np.ndarray"
    return f"def load_arrays(path: str) -> tuple[list[np.ndarray], {arrays}]:\n"


def _target_lines(
    config: DataConfig, place: Place, targets: Sequence[str], read: Callable[[str], str]
) -> str:
    """The lines that end ``load_arrays``; ``read`` says how an array is had by its name."""
    found = []
    for name in targets or ("",):
        described = describe_target(config, name, place.folder, outside=place.outside)
        kind = "np.int64" if described.classes else "np.float32"
        array = f"{read(npz_names(data_for(config, name))[1])}.astype({kind})"
        found.append((array, tuple(described.target.shape)))
    if len(found) == 1:
        [(array, shape)] = found
        sizes = "".join(f", {size}" for size in shape) or ","
        return f"    target = {array}\n    return inputs, target.reshape((len(target){sizes}))\n"
    lines = "".join(
        f"        {array}.reshape(({', '.join(map(str, (-1, *shape)))},)),\n"
        for array, shape in found
    )
    return f"    targets = [\n{lines}    ]\n    return inputs, targets\n"


FIND_TENSOR = '''def find_tensor(stored: Any, name: str) -> np.ndarray:
    """A tensor by its key, by its place in a tuple, or by both: train.0."""
    if isinstance(stored, torch.Tensor):
        stored = stored.float() if stored.dtype == torch.bfloat16 else stored
        return stored.numpy()
    if isinstance(stored, (tuple, list)):
        stored = dict(enumerate(stored))
    named = {str(key): value for key, value in stored.items()}
    first, _, rest = (name, "", "") if name in named else name.partition(".")
    return find_tensor(named[first], rest)
'''
