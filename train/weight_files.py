"""Reading and writing weights: ``.safetensors`` and ``.pt``, tensors by name and nothing else.

What a file says of itself is looked at before anything of it is loaded, and no code in it runs.
"""

from __future__ import annotations

import io
import json
import pickle
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from torch import Tensor

from graph.errors import LoomError
from graph.limits import MAX_NETWORK_BYTES
from graph.phrases import later
from graph.whole_file import write_whole
from train.run_folder import LAST

State = dict[str, Tensor]

SUFFIXES = (".safetensors", ".pt", ".pth")

#: In a ``.safetensors``: the names in the order of the network.
ORDER = "order"

#: Where programs put the weights in a file that holds more: ours, and what many others write.
INNER = ("network", "state_dict", "model_state_dict", "model", "weights")

#: The part of a ``.pt`` that says what there is; a million tensors take less.
_MAX_DIRECTORY = 128 * 2**20

_SAVE_AGAIN = later(
    "in PyTorch, save its state_dict: torch.save(network.state_dict(), 'weights.pt')"
)


class WeightsError(LoomError):
    """A weights file that cannot be read, or does not fit; the message names the file."""


def read_weights(path: Path) -> State:
    """The tensors of a weights file, or of a run's folder (its last), by name, in their order.

    Large files are mapped, not read. Raises: WeightsError, in one plain line.
    """
    place = path / LAST if (path / LAST).is_file() else path
    try:
        beginning = _beginning(place)
        if beginning[:2] == b"PK":
            state = _from_torch(place)
        elif beginning[8:9] == b"{":
            state = _from_safetensors(place)
        elif beginning[:1] == b"\x80":
            raise _wrong(place, later("is a bare pickle, which could hold code"), _SAVE_AGAIN)
        else:
            raise _wrong(
                place, later("is no file of weights"), later("choose a .safetensors or .pt file")
            )
    except OSError as error:
        said = (error.strerror or later("the system refused")).lower()
        raise _wrong(
            place, later("cannot be read ({said})", said=said), later("check the path")
        ) from error
    if not state:
        raise _wrong(place, later("holds no tensors"), _SAVE_AGAIN)
    for name, tensor in state.items():
        _look_at(place, name, tensor)
    return state


def inner_keys(path: Path) -> tuple[str, ...] | None:
    """Where in a ``.pt`` that can be read its tensors stand: ``("state_dict",)``, or (). None for
    a ``.safetensors``."""
    if _beginning(path)[:2] != b"PK":
        return None
    loaded, keys = torch.load(path, map_location="cpu", weights_only=True, mmap=True), []
    while not any(isinstance(value, Tensor) for value in loaded.values()):
        keys.append(_inner_key(loaded))
        loaded = loaded[keys[-1]]
    return tuple(map(str, keys))


def weights_bytes(state: Mapping[str, Any]) -> bytes:
    """A state_dict as a safetensors file; weights that layers share are written for each."""
    tensors = _apart(state)
    return bytes(safetensors.torch.save(tensors, {ORDER: json.dumps(list(tensors))}))


def write_weights(path: Path, state: Mapping[str, Any]) -> None:
    """Write a state_dict as ``.safetensors``, or as ``.pt`` for ``torch.load``.

    Raises: WeightsError, for another ending; OSError.
    """
    if path.suffix not in SUFFIXES:
        raise _wrong(
            path, later("ends in neither .safetensors nor .pt"), later("choose another name")
        )
    if path.suffix == ".safetensors":
        write_whole(path, weights_bytes(state))
        return
    buffer = io.BytesIO()
    torch.save(_apart(state), buffer)
    write_whole(path, buffer.getvalue())


def _apart(state: Mapping[str, Any]) -> State:
    return {
        name: value.detach().cpu().contiguous().clone()
        for name, value in state.items()
        if isinstance(value, Tensor)
    }


def _beginning(path: Path) -> bytes:
    if path.is_dir():
        advice = later("choose a .safetensors or .pt file, or the folder of a run")
        raise _wrong(path, later("is a folder without weights"), advice)
    if not path.exists():
        raise _wrong(path, later("there is no such file"), later("check the path"))
    if not path.is_file():
        raise _wrong(path, later("is no ordinary file"), later("choose a .safetensors or .pt file"))
    with path.open("rb") as file:
        return file.read(16)


def _from_safetensors(path: Path) -> State:
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if length > min(_MAX_DIRECTORY, size - 8):
            raise _damaged(path)
        try:
            names = _in_order(json.loads(file.read(length)))
        except (ValueError, RecursionError, TypeError, AttributeError) as error:
            raise _damaged(path) from error
    try:
        with safetensors.safe_open(str(path), framework="pt") as opened:
            return {name: opened.get_tensor(name) for name in names}
    except Exception as error:  # its exceptions come in many classes
        raise _damaged(path) from error


def _in_order(header: dict[str, Any]) -> list[str]:
    """The names of the tensors, in the order of the network as far as the file tells it.

    The format itself sorts them; without a word about it, numbers in names are what is left.
    """
    said = (header.pop("__metadata__", None) or {}).get(ORDER)
    order = json.loads(said) if isinstance(said, str) else []
    if isinstance(order, list) and sorted(map(str, order)) == sorted(header):
        return [str(name) for name in order]
    return sorted(header, key=_natural)


def _natural(name: str) -> tuple[list[str], int, str]:
    """``layer2`` before ``layer10``, and weights before biases."""
    place, _, last = name.rpartition(".")
    parts = [part.zfill(9) if part.isdecimal() else part for part in re.split(r"(\d+)", place)]
    usual = ("weight", "bias", "running_mean", "running_var")
    return parts, usual.index(last) if last in usual else len(usual), last


def _from_torch(path: Path) -> State:
    try:
        with zipfile.ZipFile(path) as archive:
            _check_directory(path, archive.infolist())
        loaded = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    except (WeightsError, OSError):
        raise
    except pickle.UnpicklingError as error:
        raise _wrong(
            path, later("holds a pickled module or other code, which is never run"), _SAVE_AGAIN
        ) from error
    except Exception as error:  # PyTorch's come in eleven classes
        raise _damaged(path) from error
    return _tensors(path, loaded)


def _check_directory(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Nothing in the archive may be larger unpacked than the file itself is."""
    size = path.stat().st_size
    names = [entry.filename.rpartition("/")[2] for entry in entries]
    if "constants.pkl" in names:
        raise _wrong(path, later("is a TorchScript archive, which holds code"), _SAVE_AGAIN)
    if "data.pkl" not in names:
        raise _wrong(
            path, later("is an archive without weights"), later("choose a .safetensors or .pt file")
        )
    said = next(entry for entry in entries if entry.filename.endswith("data.pkl"))
    packed = any(entry.compress_type != zipfile.ZIP_STORED for entry in entries)
    total = sum(entry.file_size for entry in entries)
    if packed or total > size or said.file_size > _MAX_DIRECTORY:
        raise _damaged(path)


def _tensors(path: Path, loaded: Any) -> State:
    """The tensors of what was loaded, or of the one part of it that is a state_dict."""
    for _ in range(2):
        if not isinstance(loaded, Mapping):
            raise _wrong(
                path, later("holds {kind}, not tensors by name", kind=_kind(loaded)), _SAVE_AGAIN
            )
        found = {str(n): value for n, value in loaded.items() if isinstance(value, Tensor)}
        if found:
            return found
        key = _inner_key(loaded)
        if key is None:
            break
        loaded = loaded[key]
    return {}


def _inner_key(loaded: Mapping[str, Any]) -> str | None:
    return next((key for key in INNER if isinstance(loaded.get(key), Mapping)), None)


def _look_at(path: Path, name: str, tensor: Tensor) -> None:
    """Refuse what is not as large as it says: a view of one number can say it is a trillion."""
    plain = tensor.layout is torch.strided and not tensor.is_quantized and not tensor.is_meta
    if not plain or tensor.is_nested:
        raise _wrong(path, later("{name} is no plain tensor", name=name), later("save it dense"))
    claimed = tensor.numel() * tensor.element_size()
    if claimed > tensor.untyped_storage().nbytes() or claimed > MAX_NETWORK_BYTES:
        said = later(
            "{name} says it has {numel:,} elements, for which there is no data",
            name=name,
            numel=tensor.numel(),
        )
        raise _wrong(path, said, later("get the file again from where it came"))


def _kind(value: Any) -> str:
    return (
        later("one tensor")
        if isinstance(value, Tensor)
        else later("a {type}", type=type(value).__name__)
    )


def _damaged(path: Path) -> WeightsError:
    said = later("is damaged: its parts are not where it says they are")
    return _wrong(path, said, later("get the file again from where it came"))


def _wrong(path: Path, what: str, advice: str) -> WeightsError:
    return WeightsError(later("{name}: {words}", name=path, words=what), advice)


def described(state: Mapping[str, Tensor]) -> Iterator[tuple[str, tuple[int, ...], str]]:
    """Name, shape and dtype of each tensor."""
    for name, tensor in state.items():
        yield name, tuple(tensor.shape), str(tensor.dtype).removeprefix("torch.")
