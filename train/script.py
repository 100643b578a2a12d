"""One readable training program in plain PyTorch: what the app would do, without the app."""

from __future__ import annotations

import re
import symtable
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.comments import safe_sentence
from graph.errors import LoweringError
from graph.phrases import later
from graph.python.files import HOW_TO_TRUST
from train.data import SOURCES, describe
from train.data.asking import INPUTS
from train.data.source import Place
from train.data.targets import describe_target
from train.script_augment import augment_text, uses_kornia
from train.script_checkpoints import CHECKPOINTS, SCRIPT
from train.script_code import DataCode, constant
from train.script_data import data_code, is_table, preparation_text, scales_target
from train.script_loop import pass_over_text
from train.script_losses import (
    balancing_text,
    carried_targets,
    compare_text,
    comparisons,
    own_losses_text,
)
from train.script_main import NOTING, RUNNING, main_text
from train.script_metrics import measure_text
from train.script_parts import constants_text
from train.script_processes import PROCESSES, sharing_text
from train.script_replay import NOTHING, Replay, definitions_text
from train.script_targets import read_targets
from train.script_weights import WeightsCode, weights_code, weights_file
from train.settings import TrainingConfig
from train.steerable import steerable

if TYPE_CHECKING:
    from codegen.program import Program

#: What every script imports beside torch itself.
STANDARD = (
    "import argparse",
    "import hashlib",
    "import os",
    "import sys",
    "from datetime import timedelta",
    "from pathlib import Path",
    "from typing import Any",
)
OTHERS = (
    "import numpy as np",
    "import torch.distributed as dist",
    "import torch.distributed.checkpoint.state_dict as dcp",
    "from torch.distributed.fsdp import fully_shard",
)


def emit_script(
    program: Program,
    config: TrainingConfig,
    folder: Path | None = None,
    *,
    outside: bool = False,
    replay: Replay = NOTHING,
) -> str:
    """Return a complete training program: network, data, loss, optimizer, schedule, loop.

    From one seed it sees the very batches and gives the very losses that the app gives (CPU,
    same number of threads). ``folder`` is where relative paths of the data start; data outside
    it is looked at with ``outside`` only, when the user has asked for this very file.

    A class whose name the script needs for something else is called otherwise in it.

    Raises: TrainingError; DataError, if the data has to be looked at and cannot be read;
    WeightsError, for the file that it starts from; LoweringError.
    """
    from codegen.renaming import names_of, renamed

    if replay.epochs:
        config = replace(config, epochs=replay.epochs)
    if replay.has("dropout"):
        program = steerable(program)
    sections = _sections(program, config, Place(folder, outside), replay)
    around = _joined([*sections[:1], "", sections[2], *sections[4:]])
    taken = names_of(program) & _bound(around)
    if taken:
        every = set(re.findall(r"\w+", _joined(sections)))
        sections = _sections(renamed(program, taken, every), config, Place(folder, outside), replay)
    return _joined(sections)


def _joined(sections: Sequence[str]) -> str:
    header, own, *others = sections
    return f"{header}{own}\n\n" + "\n\n\n".join(others)


def _bound(text: str) -> set[str]:
    """Every name that a text gives to something, inside functions too."""
    found: set[str] = set()
    tables = [symtable.symtable(text, "script", "exec")]
    while tables:
        table = tables.pop()
        tables += table.get_children()
        for symbol in table.get_symbols():
            if symbol.is_assigned() or symbol.is_parameter() or symbol.is_imported():
                found.add(symbol.get_name())
    return found


def _sections(program: Program, config: TrainingConfig, place: Place, replay: Replay) -> list[str]:
    """The head of a script, imports of the user's files, constants, classes, and the rest."""
    from codegen.source import emit_source, own_imports

    folder, outside = place.folder, place.outside
    network = emit_source(program).text.rpartition('\n\nif __name__ == "__main__":\n')[0]
    if len(program.network.shapes) < len(program.network.returns):
        raise LoweringError(
            "a training script needs the shape of what the network gives, which is not known",
            later("a Python file has not been trusted; {how_to_trust}", how_to_trust=HOW_TO_TRUST),
        )
    imports, classes = _split_imports(network)
    own = own_imports(program)
    imports = [line for line in imports if line not in own]
    targets = carried_targets(config)
    data = data_code(config.data, place, read_targets(config.data, targets))
    described = describe(config.data, folder, outside=outside)
    weights = weights_code(program, config.weights, folder, outside=outside)
    found = comparisons(program, config, folder, outside=outside)
    scaled = [
        scales_target(config.data, each.described, is_table=is_table(config.data, place))
        and each.target_name != INPUTS
        for each in found
    ]
    preparation = preparation_text(config.data, described, place, targets).strip("\n")
    augmenting = augment_text(
        config,
        described,
        [describe_target(config.data, name, folder, outside=outside) for name in targets],
    )
    normalises = "BatchNorm" in classes
    return [
        _header(program, config, data, imports, weights, replay, normalises=normalises),
        "".join(f"\n{line}" for line in ["", *own] if own),
        _constants(config, replay, scales="SCALE[" in preparation),
        classes.strip("\n"),
        *own_losses_text(found),
        data.text.strip("\n"),
        preparation,
        *([weights.text.strip("\n")] if weights else []),
        *balancing_text(found),
        compare_text(program, config, found).strip("\n"),
        *measure_text(found, scaled, len(program.network.returns), len(targets)),
        sharing_text(config, normalises=normalises).strip("\n"),
        *definitions_text(replay),
        *([augmenting.strip("\n")] if augmenting else []),
        pass_over_text(config, found, replay).strip("\n"),
        CHECKPOINTS.strip("\n"),
        NOTING.strip("\n"),
        main_text(program, config, data, weights, found, replay).strip("\n"),
        RUNNING,
    ]


def script_files(config: TrainingConfig, folder: Path | None = None) -> Mapping[str, Path]:
    """Files that have to lie beside an exported script, and where they are to be copied from.

    Raises: DataError, for weights that are not there.
    """
    found = []
    if SOURCES[config.data.source].kind == "built-in":
        found.append(data_code(config.data, Place()).copied)
    found.append(weights_file(config.weights, folder, outside=True))
    return {path.name: path for path in found if path is not None}


def _is_strange(line: str) -> bool:
    """Whether an import is of a package that Python does not bring."""
    return any(package in line for package in ("PIL", "pyarrow", "torchvision"))


def _split_imports(source: str) -> tuple[list[str], str]:
    lines = source.splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith(("class ", "@", "#", "def ")))
    return [line for line in lines[:first] if line], "\n".join(lines[first:])


def _header(
    program: Program,
    config: TrainingConfig,
    data: DataCode,
    imports: list[str],
    weights: WeightsCode | None,
    replay: Replay,
    *,
    normalises: bool,
) -> str:
    file = f"{program.network.name.lower()}.py"
    about = [
        f"Train {program.network.name} on {_trained_on(config, data)}.",
        "",
        f"    python {file}                        on one device",
        f"    torchrun --nproc_per_node 2 {file}   on several, here or on many machines",
        "",
        f"A checkpoint is kept {_kept(config)}; run again, it goes on from there.",
    ]
    if normalises:
        about += [
            "",
            "Of several processes on CPUs each normalises its own share in a BatchNorm, so the",
            "course differs from that of one; on GPUs they normalise the whole batch.",
        ]
    if replay.stop is not None:
        about += ["", "It ends where the run was stopped: see STOP."]
    if replay.acts:
        about += ["", "It repeats what was done by hand while a run went: see steer in main."]
    if data.copied is not None:
        about += ["", f"The data, {data.file}, lies beside this file; --data names another place."]
    elif data.file:
        about += ["", "--data says where the data lies."]
    if weights is not None:
        about += ["", f"It starts from {weights.file}, beside this file; --weights names another."]
    needs = "PyTorch, NumPy and safetensors" if weights and weights.imports else "PyTorch and NumPy"
    if config.tensorboard:
        needs = f"{needs.replace(' and', ',')} and tensorboard"
        imports = [*imports, "from torch.utils.tensorboard import SummaryWriter"]
    if uses_kornia(config):
        needs = f"{needs.replace(' and', ',')} and kornia"
    about += ["", f"Needs {needs}."]
    standard = [*STANDARD, *(i for i in data.imports if i and not _is_strange(i))]
    standard += [i for i in imports if "torch" not in i]
    if replay.acts:
        standard += ["from collections.abc import Callable", "from functools import partial"]
    standard += ["from itertools import count"] if replay.has("epochs") else []
    standard = list(dict.fromkeys(standard))
    if weights is not None:
        imports = list(dict.fromkeys([*imports, *weights.imports]))
    others = [*OTHERS, *(i for i in imports if "torch" in i)]
    others = [*(i for i in data.imports if _is_strange(i)), *others]
    if uses_kornia(config):
        others.append("import kornia.augmentation as K")
    plain = sorted(i for i in standard if i.startswith("import"))
    named = sorted(i for i in standard if i.startswith("from"))
    others = sorted((i for i in others if i.startswith("import")), key=str.lower) + sorted(
        i for i in others if i.startswith("from")
    )
    text = "\n".join(about)
    return (
        f'"""{text}\n"""\n\nfrom __future__ import annotations\n\n'
        + "\n".join([*plain, *named])
        + "\n\n"
        + "\n".join(others)
    )


def _trained_on(config: TrainingConfig, data: DataCode) -> str:
    """A data set of ours by its name, everybody's own by the file or folder where it lies."""
    if SOURCES[config.data.source].kind != "own":
        return f"the data set {config.data.source}"
    return safe_sentence(Path(data.file).name) or "data of its own"


def _kept(config: TrainingConfig) -> str:
    steps = config.checkpoint_every
    return f"after every epoch and every {steps} steps" if steps else "after every epoch"


#: Where targets are several, and some are normalised.
SCALES = """
#: By how much errors are multiplied, to be told in the unit of each target.
SCALE = {}
"""


def _constants(config: TrainingConfig, replay: Replay, *, scales: bool) -> str:
    carried = [name or "target" for name in carried_targets(config)]
    targets = "the target"
    if len(carried) > 1:
        targets = f"the targets: {', '.join(map(safe_sentence, carried))}"
    return (
        constant("EPOCHS", config.epochs)
        + constant("BATCH_SIZE", config.data.batch_size)
        + (constant("ACCUMULATE", steps) if (steps := config.regularity.accumulate) > 1 else "")
        + constant("SEED", config.seed)
        + constants_text(config.data)
        + (constant("CHECKPOINT_EVERY", config.checkpoint_every) if config.checkpoint_every else "")
        + ("" if replay.stop is None else f"STOP = {replay.stop}  # the step of the run's end\n")
        + (SCALES if scales else "")
        + "\n"
        + f"#: Tensors of equal length: every input, and last {targets}.\n"
        + "Batch = list\n"
        + PROCESSES
        + SCRIPT.rstrip("\n")
    )
