"""How a training script makes its loss, optimizer and schedule: as the textbook writes them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from graph.document import Expression
from graph.errors import TrainingError
from graph.expressions import names_in, parse
from graph.phrases import later
from train.catalog import PER_STEP
from train.script_data import literal
from train.settings import OptimizerConfig, ScheduleConfig, TrainingConfig

if TYPE_CHECKING:
    from codegen.program import Program


def loss_text(config: TrainingConfig) -> str:
    arguments = ", ".join(
        f"{name}={_tensor(value) if name in ('weight', 'pos_weight') else literal(value)}"
        for name, value in config.loss.arguments.items()
        if value is not None
    )
    return f"nn.{config.loss.type}({arguments})"


def _tensor(value: Any) -> str:
    numbers = [float(v) for v in value] if isinstance(value, tuple) else float(value)
    return f"torch.tensor({literal(numbers)})"


def optimizer_text(program: Program, config: OptimizerConfig) -> str:
    arguments = "".join(f", {name}={literal(value)}" for name, value in config.arguments.items())
    make = f"torch.optim.{config.type}"
    if not config.groups:
        return f"    optimizer = {make}(network.parameters(){arguments})\n"
    lines = ["    parameters = dict(network.named_parameters())\n", "    groups = [\n"]
    for names, settings in _groups(program, config):
        listed = "".join(f'                parameters["{name}"],\n' for name in names)
        own = "".join(f'            "{key}": {literal(v)},\n' for key, v in settings.items())
        lines.append(
            f'        {{\n            "params": [\n{listed}            ],\n{own}        }},\n'
        )
    lines += ["    ]\n", f"    optimizer = {make}(groups{arguments})\n"]
    return "".join(lines)


def _groups(program: Program, config: OptimizerConfig) -> list[tuple[list[str], dict[str, Any]]]:
    """Names of the parameters of each group, and its settings, as the engine forms them."""
    from codegen.modules import compile_module
    from train.optimization import parameter_groups
    from train.owners import parameter_owners

    network = compile_module(program)
    names = {id(parameter): name for name, parameter in network.named_parameters()}
    return [
        (
            [names[id(parameter)] for parameter in group["params"]],
            {key: value for key, value in group.items() if key != "params"},
        )
        for group in parameter_groups(network, config, parameter_owners(program, network))
    ]


def schedule_text(config: ScheduleConfig | None, unit: str = "") -> str:
    if config is None:
        return ""
    length = "epochs * steps_per_epoch" if (unit or config.per) == "step" else "epochs"
    arguments = dict(config.arguments)
    texts = [f"{name}={_schedule_value(name, value)}" for name, value in arguments.items()]
    automatic = {"CosineAnnealingLR": "T_max", "OneCycleLR": "total_steps"}.get(config.type)
    if automatic and automatic not in arguments:
        texts.insert(0, f"{automatic}={length}")
    make = f"torch.optim.lr_scheduler.{config.type}"
    parts = [schedule_text(part, unit or config.per) for part in config.schedulers]
    listed = "".join(f"\n            {part}," for part in parts)
    if config.type == "ChainedScheduler":
        return f"{make}(\n        [{listed}\n        ]\n    )"
    if config.type == "SequentialLR":
        rest = "".join(f"\n        {text}," for text in texts)
        return f"{make}(\n        optimizer,\n        [{listed}\n        ],{rest}\n    )"
    line = f"{make}({', '.join(['optimizer', *texts])})"
    if len(line) < 80:
        return line
    indent = "                " if unit else "        "
    return f"{make}(\n{indent}optimizer, {', '.join(texts)}\n{indent[4:]})"


def _schedule_value(name: str, value: Any) -> str:
    if name != "lr_lambda":
        return literal(value)
    text = value.text if isinstance(value, Expression) else str(value).removeprefix("=")
    tree = parse(text)
    strangers = names_in(text) - {"epoch", "step"}
    calls = {
        n.func.id
        for n in ast.walk(tree)
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    if strangers or calls - {"min", "max"}:
        raise TrainingError(
            later("lr_lambda: {text} can use epoch, numbers, min and max only", text=repr(text))
        )
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "step":
            node.id = "epoch"
    return f"lambda epoch: {ast.unparse(tree)}"


def epoch_step_text(config: ScheduleConfig | None) -> str:
    if config is None or (config.per == "step" and config.type != "ReduceLROnPlateau"):
        return ""
    if config.type == "ReduceLROnPlateau":
        return '        scheduler.step(result["loss"])\n'
    if config.type in PER_STEP and config.type == "OneCycleLR":
        return (
            "        if scheduler.last_epoch < scheduler.total_steps - 1:\n"
            "            scheduler.step()\n"
        )
    return "        scheduler.step()\n"
