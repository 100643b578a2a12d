"""How a training script makes its loss, optimizer and schedule: as the textbook writes them."""

from __future__ import annotations

import ast
import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from codegen.comments import safe_sentence
from graph.document import Expression
from graph.errors import TrainingError
from graph.expressions import names_in, parse
from graph.phrases import later
from train.script_code import literal
from train.settings import OptimizerConfig, ScheduleConfig, TrainingConfig

if TYPE_CHECKING:
    from codegen.program import Program
    from train.grouping import Formed


def optimizer_text(program: Program, config: OptimizerConfig) -> str:
    arguments = "".join(f", {name}={literal(value)}" for name, value in config.arguments.items())
    make = f"torch.optim.{config.type}"
    if not config.is_grouped:
        return f"    optimizer = {make}(network.parameters(){arguments})\n"
    lines = ["    parameters = dict(network.named_parameters())\n", "    groups = [\n"]
    formed = _formed(program, config)
    for group in formed:
        listed = "".join(f'                parameters["{m.name}"],\n' for m in group.members)
        params = f"[\n{listed}            ]" if listed else "[]"
        own = "".join(f'            "{key}": {literal(v)},\n' for key, v in group.settings.items())
        title = safe_sentence(group.title)
        opening = f"{{  # {title}" if title else "{"
        lines.append(f'        {opening}\n            "params": {params},\n{own}        }},\n')
    lines.append("    ]\n")
    still = [index for index, group in enumerate(formed) if group.frozen and group.members]
    if still:
        chosen = ", ".join(f'*groups[{index}]["params"]' for index in still)
        chosen = f"[{chosen}]" if len(still) > 1 else f'groups[{still[0]}]["params"]'
        lines.append(f"    for parameter in {chosen}:\n")
        lines.append("        parameter.requires_grad_(False)  # frozen\n")
    lines.append(f"    optimizer = {make}(groups{arguments})\n")
    return "".join(lines)


def _formed(program: Program, config: OptimizerConfig) -> list[Formed]:
    """The groups as the engine forms them."""
    from train.optimization import formed_groups
    from train.outline import members_of_program

    return formed_groups(members_of_program(program), config)


def setup_source(program: Program, config: TrainingConfig, steps: int) -> str:
    """Optimizer and schedule as the script has them, after the lines that they need.

    ``steps`` are those of an epoch. Raises: TrainingError, if a group fits nothing; LoweringError.
    """
    schedule = schedule_text(config.schedule)
    text = f"    network = {program.network.name}()\n{optimizer_text(program, config.optimizer)}"
    lengths = (("epochs", config.epochs), ("steps_per_epoch", steps))
    text += "".join(f"    {name} = {n}\n" for name, n in lengths if name in schedule)
    if config.schedule is not None:
        metric = config.schedule.type == "ReduceLROnPlateau"
        per = "epoch" if metric else config.schedule.per
        text += f"    scheduler = {schedule}\n    # scheduler.step() after every {per}\n"
    return textwrap.dedent(text)


def schedule_text(config: ScheduleConfig | None) -> str:
    if config is None:
        return ""
    return scheduler_text(
        config, "epochs * steps_per_epoch" if config.per == "step" else "epochs", 4
    )


def scheduler_text(config: ScheduleConfig, length: str, indent: int) -> str:
    """One scheduler; ``length`` is how long it lasts, as the script has it, or as a number."""
    texts = [f"{name}={_schedule_value(name, v)}" for name, v in config.arguments.items()]
    if config.automatic:
        texts.insert(0, f"{config.automatic}={length}")
    make = f"torch.optim.lr_scheduler.{config.type}"
    pad, inner = " " * indent, " " * (indent + 4)
    parts = [
        f"{inner}    {scheduler_text(part, span, indent + 8)},\n"
        for part, span in zip(config.schedulers, _lengths(config, length), strict=True)
    ]
    listed = f"[\n{''.join(parts)}{inner}]"
    if config.type == "ChainedScheduler":
        return f"{make}(\n{inner}{listed}\n{pad})"
    if config.type == "SequentialLR":
        texts = [f"milestones={literal(list(config.milestones))}"]
        return f"{make}(\n{inner}optimizer,\n{inner}{listed},\n{inner}{texts[0]},\n{pad})"
    line = f"{make}({', '.join(['optimizer', *texts])})"
    if len(line) + indent < 84:
        return line
    together = ", ".join(["optimizer", *texts])
    if len(together) + indent + 4 <= 96:
        return f"{make}(\n{inner}{together}\n{pad})"
    return f"{make}(\n" + "".join(f"{inner}{t},\n" for t in ["optimizer", *texts]) + f"{pad})"


def _lengths(config: ScheduleConfig, length: str) -> list[str]:
    """How long each part lasts: that of the last follows from the run, the others are numbers."""
    if config.type != "SequentialLR":
        return [length] * len(config.schedulers)
    milestones = config.milestones
    numbers = [max(1, after - before) for before, after in pairwise([0, *milestones])]
    rest = f"max(1, {length} - {milestones[-1]})" if milestones else length
    return [*map(str, numbers), rest]


def _schedule_value(name: str, value: Any) -> str:
    if name != "lr_lambda":
        return literal(value)
    if isinstance(value, tuple):
        return f"[{', '.join(_lambda(one) for one in value)}]"
    return _lambda(value)


def _lambda(value: Any) -> str:
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
    return "".join(f"        {line}\n" for line in step_lines(config))


def step_lines(config: ScheduleConfig) -> list[str]:
    """Takes the schedule one unit further; what raises at its end is not stepped past it."""
    ending = [f"{one}.last_epoch < {one}.total_steps - 1" for one in _ending(config, "scheduler")]
    if not ending:
        return ["scheduler.step()"]
    return [f"if {' and '.join(ending)}:", "    scheduler.step()"]


def _ending(config: ScheduleConfig, name: str) -> list[str]:
    """The schedulers of PyTorch's that would raise if the run went on: OneCycleLR."""
    if config.type == "OneCycleLR":
        return [name]
    last = len(config.schedulers) - 1
    return [
        found
        for index, part in enumerate(config.schedulers)
        if config.type == "ChainedScheduler" or index == last
        for found in _ending(part, f"{name}._schedulers[{index}]")
    ]
