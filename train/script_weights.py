"""The part of an exported training script that fills its network from a file of weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from train.data.location import locate
from train.run_folder import LAST
from train.script_code import constant, literal
from train.settings import WeightsConfig

if TYPE_CHECKING:
    from codegen.program import Program
    from train.weight_files import State
    from train.weight_matching import MatchReport

#: Of an old name, the new one.
Rename = Callable[[str], str]


@dataclass(frozen=True)
class WeightsCode:
    """How a script gets the weights that training starts from: imports, and ``load_weights``.

    ``file`` lies beside the script.
    """

    imports: tuple[str, ...]
    text: str
    file: str


def weights_file(
    config: WeightsConfig | None, folder: Path | None, *, outside: bool = False
) -> Path | None:
    """The file that a project starts from; of a run's folder, its last weights.

    Raises: DataError, if it is not there, or is not to be looked at.
    """
    if config is None:
        return None
    path = locate(config.path, folder, outside=outside, kind="file or run")
    return path / LAST if (path / LAST).is_file() else path


def weights_code(
    program: Program, config: WeightsConfig | None, folder: Path | None, *, outside: bool = False
) -> WeightsCode | None:
    """Raises: DataError and WeightsError, if the file cannot be read, or has nothing that fits."""
    path = weights_file(config, folder, outside=outside)
    if config is None or path is None:
        return None
    import torch

    from codegen.modules import compile_module
    from train.starting import fitting
    from train.weight_files import inner_keys, read_weights

    state = read_weights(path)
    with torch.device("meta"):
        network = compile_module(program)
    report = fitting(path, state, network, config, folder)
    keys, imports = inner_keys(path), tuple[str, ...]()
    if keys is None:
        read, imports = "load_file(path)", ("from safetensors.torch import load_file",)
    else:
        read = 'torch.load(path, map_location="cpu", weights_only=True)'
        read += "".join(f"[{literal(key)}]" for key in keys)
    return WeightsCode(imports, _text(read, state, network.state_dict(), report), path.name)


def _text(read: str, state: State, own: State, report: MatchReport) -> str:
    """``load_weights``, as short as what the file has allows."""
    table, renamed, rename = _renamed(report)
    if _loaded(state, own, rename) != set(report.loaded):
        pairs = {ours: theirs for theirs, ours in report.loaded}
        table = "#: Names in the network, and in the file.\n" + constant("LOADED", pairs)
        chosen = "{ours: state[theirs] for ours, theirs in LOADED.items()}"
        lines = [f"state = {read}", f"network.load_state_dict({chosen}, strict=False)"]
    elif report.is_complete and renamed == "name":
        lines = [f"network.load_state_dict({read})"]
    else:
        lines = [f"state = {read}"]
        if renamed != "name":
            lines.append(f"state = {{{renamed}: tensor for name, tensor in state.items()}}")
        lines += ["network.load_state_dict(state)"] if report.is_complete else _CHOSEN
    body = "".join(f"    {line}\n" for line in lines)
    return (
        (f"{table}\n\n" if table else "")
        + "def load_weights(network: nn.Module, path: Path | str) -> None:\n"
        '    """Start from what a file has for the network; what it lacks stays as drawn."""\n'
        f"{body}"
    )


#: Of a file that has something else too, or lacks something.
_CHOSEN = [
    "own = network.state_dict()",
    "fitting = {n: t for n, t in state.items() if n in own and t.shape == own[n].shape}",
    "network.load_state_dict(fitting, strict=False)",
]


def _renamed(report: MatchReport) -> tuple[str, str, Rename]:
    """How the names of the file become those of the network: the table that the script has for
    it, what it writes for ``name``, and what that gives."""
    if report.prefix:
        before = f"{report.prefix}."
        return "", f"name.removeprefix({literal(before)})", lambda name: name.removeprefix(before)
    others = {theirs: ours for theirs, ours in report.loaded if theirs != ours}
    if not others:
        return "", "name", lambda name: name
    table = "#: Names in the file, and in the network.\n" + constant("RENAMED", others)
    return table, "RENAMED.get(name, name)", lambda name: others.get(name, name)


def _loaded(state: State, own: State, rename: Rename) -> set[tuple[str, str]]:
    """The pairs that the script would make."""
    found = {rename(name): name for name in state}
    return {
        (theirs, ours)
        for ours, theirs in found.items()
        if ours in own and own[ours].shape == state[theirs].shape
    }
