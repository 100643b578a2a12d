"""One readable training program in plain PyTorch: what the app would do, without the app."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import LoweringError, TrainingError
from graph.python.files import HOW_TO_TRUST
from train.catalog import LOSS_NEEDS
from train.data import SOURCES, DataDescription, describe
from train.data.sources import Place
from train.script_data import DataCode, constant, data_code, literal, preparation_text
from train.script_setup import epoch_step_text, loss_text, optimizer_text, schedule_text
from train.script_weights import WeightsCode, weights_code, weights_file
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from codegen.program import Program

#: Names the script defines itself; a block of the project may not take them away.
OWN_NAMES = frozenset(
    "Batch BATCH_SIZE DATA_SEED EPOCHS INPUTS TARGETS CATEGORIES CLASSES LABELS SEED SUFFIXES "
    "LOADED RENAMED load_file load_weights "
    "VALIDATION argparse compare constant csv epoch_order gzip load_arrays load_data main np Path "
    "pass_over read_column read_idx save split_indices standardise torch train F nn Image "
    "OrderedDict".split()
)


def emit_script(
    program: Program,
    config: TrainingConfig,
    folder: Path | None = None,
    *,
    outside: bool = False,
) -> str:
    """Return a complete training program: network, data, loss, optimizer, schedule, loop.

    From one seed it sees the very batches and gives the very losses that the app gives (CPU,
    same number of threads). ``folder`` is where relative paths of the data start; data outside
    it is looked at with ``outside`` only, when the user has asked for this very file.

    Raises: TrainingError, for a block whose name the script needs; DataError, if the data has to
    be looked at and cannot be read; WeightsError, for the file that it starts from; LoweringError.
    """
    from codegen.source import emit_source, own_imports

    taken = {definition.name for definition in program.classes} & OWN_NAMES
    if taken:
        name = sorted(taken)[0]
        raise TrainingError(f"the training script needs the name {name}", "rename that block")
    taken = {made.alias for made in program.imports.values()} & OWN_NAMES
    if taken:
        name = sorted(taken)[0]
        raise TrainingError(f"the training script needs the name {name}", "rename it in its file")
    network = emit_source(program).text.rpartition('\n\nif __name__ == "__main__":\n')[0]
    if len(program.network.shapes) < len(program.network.returns):
        raise LoweringError(
            "a training script needs the shape of what the network gives, which is not known",
            f"a Python file has not been trusted; {HOW_TO_TRUST}",
        )
    imports, classes = _split_imports(network)
    own = own_imports(program)
    imports = [line for line in imports if line not in own]
    place = Place(folder, outside)
    data = data_code(config.data, place)
    described = describe(config.data, folder, outside=outside)
    weights = weights_code(program, config.weights, folder, outside=outside)
    sections = [
        _header(program, config, data, imports, weights)
        + "".join(f"\n{line}" for line in ["", *own] if own),
        _constants(config),
        classes.strip("\n"),
        data.text.strip("\n"),
        preparation_text(config.data, described, place).strip("\n"),
        *([weights.text.strip("\n")] if weights else []),
        _compare(program, config, described).strip("\n"),
        _pass_over(program, config, described).strip("\n"),
        _main(program, config, data, weights).strip("\n"),
        'if __name__ == "__main__":\n    main()\n',
    ]
    return sections[0] + "\n\n" + "\n\n\n".join(sections[1:])


def script_files(config: TrainingConfig, folder: Path | None = None) -> Mapping[str, Path]:
    """Files that have to lie beside an exported script, and where they are to be copied from.

    Raises: DataError, for weights that are not there.
    """
    found = []
    if SOURCES[config.data.source].kind == "built-in":
        found.append(data_code(config.data, Place()).copied)
    found.append(weights_file(config.weights, folder, outside=True))
    return {path.name: path for path in found if path is not None}


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
) -> str:
    about = [f"Train {program.network.name} on the data set {config.data.source}."]
    if data.copied is not None:
        about += ["", f"The data, {data.file}, lies beside this file; --data names another place."]
    elif data.file:
        about += ["", "--data says where the data lies."]
    if weights is not None:
        about += ["", f"It starts from {weights.file}, beside this file; --weights names another."]
    needs = "PyTorch, NumPy and safetensors" if weights and weights.imports else "PyTorch and NumPy"
    about += ["", f"Weights of the best epoch are saved with torch.save; needs {needs}."]
    standard = ["import argparse", *(i for i in data.imports if i and "PIL" not in i)]
    standard += [i for i in imports if "torch" not in i]
    if (data.copied is not None or weights) and "from pathlib import Path" not in standard:
        standard.append("from pathlib import Path")
    if weights is not None:
        imports = list(dict.fromkeys([*imports, *weights.imports]))
    others = ["import numpy as np", *(i for i in imports if "torch" in i)]
    others = [*(i for i in data.imports if "PIL" in i), *others]
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


def _constants(config: TrainingConfig) -> str:
    return (
        constant("EPOCHS", config.epochs)
        + constant("BATCH_SIZE", config.data.batch_size)
        + constant("SEED", config.seed)
        + "VALIDATION, DATA_SEED = "
        + f"{config.data.validation!r}, {config.data.seed!r}\n\n"
        + "#: Tensors of equal length: every input, and last the target.\n"
        + "Batch = list"
    )


# the loss


def _compare(program: Program, config: TrainingConfig, described: DataDescription) -> str:
    """``compare``: the loss of a batch, and the output that answers are read from."""
    needs = LOSS_NEEDS[config.loss.type]
    several = len(program.network.returns) > 1
    output = "outputs[0]" if several else "output"
    lines = _target_in_form(program, config, described, output)
    call = "criterion(output, target)"
    if needs.target == "nothing":
        call = "criterion(*outputs)"
    elif needs.target == "sequence":
        lines = [
            f"steps, samples, _ = {output}.shape  # no sequence is padded",
            "lengths = torch.full((samples,), steps), torch.full((samples,), target.shape[1])",
        ]
        call = f"criterion({output}, target, *lengths)"
    elif config.loss.type == "GaussianNLLLoss":
        call = "criterion(outputs[0], target, outputs[1])"
    elif several:
        call = "criterion(*outputs, target)"
    body = "".join(f"    {line}\n" for line in lines)
    return (
        "def compare(\n"
        "    network: nn.Module, criterion: nn.Module, inputs: Batch, target: torch.Tensor\n"
        ") -> tuple[torch.Tensor, torch.Tensor]:\n"
        '    """Return the loss of one batch, and what the network answered."""\n'
        f"    {'outputs' if several else 'output'} = network(*inputs)\n"
        f"{body}    return {call}, {output}.detach()\n"
    )


def _target_in_form(
    program: Program, config: TrainingConfig, described: DataDescription, output: str
) -> list[str]:
    needs, classes = LOSS_NEEDS[config.loss.type], len(described.classes)
    if needs.target in ("one-hot", "values", "binary"):
        if classes > 1 and _width(program) == classes:
            return [f"target = nn.functional.one_hot(target, {classes}).to({output}.dtype)"]
        if described.target.dtype == "int64":
            return [f"target = target.to({output}.dtype).reshape({output}.shape)"]
        return [f"target = target.reshape({output}.shape)"]
    if needs.target == "signs":
        signs = ["target = 2 * target - 1  # classes 0 and 1 become -1 and 1"] if classes else []
        shape = f".reshape({output}.shape)" if needs.outputs == 1 else ""
        return [*signs, f"target = target.to({output}.dtype){shape}"]
    if needs.target == "labels":
        return [
            f"labels = torch.full({output}.shape, -1, device=target.device)",
            "labels[:, 0] = target",
            "target = labels",
        ]
    return []


def _width(program: Program) -> int:
    """How many scores a sample gets; 1 where that is not known."""
    shape = program.network.shapes[0] if program.network.shapes else ()
    return shape[1] if len(shape) > 1 and isinstance(shape[1], int) else 1


def _right_answers(program: Program, config: TrainingConfig, described: DataDescription) -> str:
    """Counts the right answers of a batch; "" where there is no right answer."""
    needs = LOSS_NEEDS[config.loss.type]
    if not described.classes or needs.outputs > 1 or needs.target in ("sequence", "nothing"):
        return ""
    predicted = "output.argmax(dim=1)"
    if _width(program) == 1 and not described.target.shape:
        limit = "0.5" if needs.unit or needs.target == "values" else "0"
        predicted = f"(output.flatten() > {limit})"
    each = " / target[0].numel()" if described.target.shape else ""
    return f"        right += ({predicted} == target).sum().item(){each}\n"


# the loop


def _pass_over(program: Program, config: TrainingConfig, described: DataDescription) -> str:
    answers = _right_answers(program, config, described)
    batches = "    for start in range(0, len(order), BATCH_SIZE):\n"
    if config.data.drop_last:
        batches = (
            "    whole = len(order) // BATCH_SIZE * BATCH_SIZE or len(order)\n"
            "    for start in range(0, whole if optimizer else len(order), BATCH_SIZE):\n"
        )
    stepwise = config.schedule is not None and config.schedule.per == "step"
    parameter = "    scheduler: torch.optim.lr_scheduler.LRScheduler | None = None,\n"
    update = UPDATE if config.optimizer.type != "LBFGS" else CLOSURE
    if stepwise and _ends(config):
        update += (
            "            if scheduler.last_epoch < scheduler.total_steps - 1:\n"
            "                scheduler.step()\n"
        )
    elif stepwise:
        update += "            scheduler.step()\n"
    accuracy = ', "accuracy": right / seen' if answers else ""
    return (
        "def pass_over(\n"
        "    network: nn.Module,\n"
        "    criterion: nn.Module,\n"
        "    data: Batch,\n"
        "    order: torch.Tensor,\n"
        "    device: torch.device,\n"
        "    optimizer: torch.optim.Optimizer | None = None,\n"
        f"{parameter if stepwise else ''}"
        ") -> dict[str, float]:\n"
        '    """Go over the samples in ``order`` once; train if there is an optimizer."""\n'
        "    network.train(optimizer is not None)\n"
        f"    total{' = right' if answers else ''} = seen = 0\n"
        f"{batches}"
        "        index = order[start : start + BATCH_SIZE]\n"
        "        *inputs, target = [tensor[index].to(device) for tensor in data]\n"
        "        with torch.set_grad_enabled(optimizer is not None):\n"
        "            loss, output = compare(network, criterion, inputs, target)\n"
        "        if optimizer is not None:\n"
        f"{update}"
        "        total += loss.item() * len(target)\n"
        "        seen += len(target)\n"
        f"{answers}"
        f'    return {{"loss": total / seen{accuracy}}}\n'
    )


UPDATE = (
    "            optimizer.zero_grad(set_to_none=True)\n"
    "            loss.backward()\n"
    "            optimizer.step()\n"
)

#: LBFGS looks at the loss several times a step; the first look is the one that is reported.
CLOSURE = (
    "            losses = []\n"
    "\n"
    "            def closure() -> torch.Tensor:\n"
    "                optimizer.zero_grad(set_to_none=True)\n"
    "                value = loss if not losses "
    "else compare(network, criterion, inputs, target)[0]\n"
    "                losses.append(value.detach())\n"
    "                value.backward()\n"
    "                return value\n"
    "\n"
    "            optimizer.step(closure)\n"
)


def _ends(config: TrainingConfig) -> bool:
    """Whether the schedule raises when it is stepped past its end."""
    return config.schedule is not None and config.schedule.type == "OneCycleLR"


def _main(
    program: Program, config: TrainingConfig, data: DataCode, start: WeightsCode | None
) -> str:
    name = program.network.name
    place = ""
    if data.file:
        beside = f"Path(__file__).with_name({literal(data.file)})"
        default = beside if data.copied is not None else literal(data.file)
        place = f'    parser.add_argument("--data", default={default})\n'
    if start is not None:
        beside = f"Path(__file__).with_name({literal(start.file)})"
        place += f'    parser.add_argument("--weights", default={beside})\n'
    weights = f"{name.lower()}_weights.pt"
    if start is not None and start.file == weights:
        weights = f"{name.lower()}_trained.pt"
    needs_steps = config.schedule is not None and config.schedule.per == "step"
    schedule = schedule_text(config.schedule)
    rounding = "" if config.data.drop_last else " + BATCH_SIZE - 1"
    steps = (
        f"    steps_per_epoch = max(1, (len(training[-1]){rounding}) // BATCH_SIZE)\n"
        if "steps_per_epoch" in schedule
        else ""
    )
    stepwise = ", scheduler" if needs_steps else ""
    return (
        "def main() -> None:\n"
        "    parser = argparse.ArgumentParser(description=__doc__)\n"
        f"{place}"
        '    parser.add_argument("--epochs", type=int, default=EPOCHS)\n'
        f'    parser.add_argument("--device", default={_device(config)})\n'
        f'    parser.add_argument("--out", default="{weights}", help="where weights go")\n'
        "    options = parser.parse_args()\n"
        "    epochs, device = options.epochs, torch.device(options.device)\n"
        "\n"
        f"    training, validation = load_data({'options.data' if data.file else ''})\n"
        "    torch.manual_seed(SEED)\n"
        + (
            f"    network = {name}()\n"
            "    load_weights(network, options.weights)\n"
            "    network.to(device)\n"
            if start is not None
            else f"    network = {name}().to(device)\n"
        )
        + f"    criterion = {loss_text(config)}.to(device)\n"
        f"{optimizer_text(program, config.optimizer)}"
        f"{steps}" + (f"    scheduler = {schedule}\n" if schedule else "") + "\n"
        '    best = float("inf")\n'
        "    for epoch in range(epochs):\n"
        "        order = torch.from_numpy(epoch_order(len(training[-1]), SEED, epoch))\n"
        "        result = pass_over("
        f"network, criterion, training, order, device, optimizer{stepwise})\n"
        '        line = [f"train {name} {value:.6g}" for name, value in result.items()]\n'
        "        if len(validation[-1]):\n"
        "            order = torch.arange(len(validation[-1]))\n"
        "            result = pass_over(network, criterion, validation, order, device)\n"
        '            line += [f"validation {name} {value:.6g}" for name, value in result.items()]\n'
        + epoch_step_text(config.schedule)
        + '        print(f"epoch {epoch + 1}/{epochs}:", ", ".join(line), flush=True)\n'
        '        if result["loss"] < best:\n'
        '            best = result["loss"]\n'
        "            torch.save(network.state_dict(), options.out)\n"
    )


def _device(config: TrainingConfig) -> str:
    if config.device != "auto":
        return literal(config.device)
    return '"cuda" if torch.cuda.is_available() else "cpu"'
