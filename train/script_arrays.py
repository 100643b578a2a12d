"""How a training script reads arrays: NumPy's archives, and PyTorch's tensors."""

from __future__ import annotations

from train.data import describe
from train.data.own import npz_names
from train.data.source import Place
from train.script_code import DataCode, literal
from train.settings import DataConfig


def archive(config: DataConfig, place: Place) -> DataCode:
    inputs, targets = npz_names(config)
    described = describe(config, place.folder, outside=place.outside)
    kind = "np.int64" if described.classes else "np.float32"
    shape = "".join(f", {size}" for size in described.target.shape) or ","
    path = str(config.options.get("path", ""))
    head = "def load_arrays(path: str) -> tuple[list[np.ndarray], np.ndarray]:\n"
    back = f"    return inputs, target.reshape((len(target){shape}))\n"
    if path.lower().endswith(".npy"):
        text = (
            f"{head}"
            '    """Read an array and those beside it; the first axis counts samples."""\n'
            "    place = Path(path)\n"
            f"    names = {literal(inputs)}\n"
            '    inputs = [np.load(place.with_name(f"{name}.npy")) for name in names]\n'
            f"    target = np.load(place.with_name({literal(targets + '.npy')})).astype({kind})\n"
            f"{back}"
        )
        return DataCode(("from pathlib import Path",), text, path)
    text = (
        f"{head}"
        '    """Read the arrays of the archive; the first axis counts samples."""\n'
        "    with np.load(path, allow_pickle=False) as archive:\n"
        f"        inputs = [archive[name] for name in {literal(inputs)}]\n"
        f"        target = archive[{literal(targets)}].astype({kind})\n"
        f"{back}"
    )
    return DataCode((), text, path)


def tensors(config: DataConfig, place: Place) -> DataCode:
    """How a .pt file is read."""
    inputs, targets = npz_names(config)
    described = describe(config, place.folder, outside=place.outside)
    kind = "np.int64" if described.classes else "np.float32"
    shape = "".join(f", {size}" for size in described.target.shape) or ","
    text = f"""{FIND_TENSOR}

def load_arrays(path: str) -> tuple[list[np.ndarray], np.ndarray]:
    \"\"\"Read the tensors of the file; the first axis counts samples.\"\"\"
    stored = torch.load(path, weights_only=True)
    inputs = [find_tensor(stored, name) for name in {literal(inputs)}]
    target = find_tensor(stored, {literal(targets)}).astype({kind})
    return inputs, target.reshape((len(target){shape}))
"""
    return DataCode(("from typing import Any",), text, str(config.options.get("path", "")))


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
