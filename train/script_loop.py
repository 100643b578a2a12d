"""How a training script goes over the data once: ``pass_over``, with each step of the optimizer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from train.catalog import LOSS_NEEDS
from train.data import DataDescription
from train.script_regularity import check_scriptable, clip_text, is_scaled
from train.script_setup import step_lines
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from codegen.program import Program


def output_width(program: Program) -> int:
    """How many scores a sample gets; 1 where that is not known."""
    shape = program.network.shapes[0] if program.network.shapes else ()
    return shape[1] if len(shape) > 1 and isinstance(shape[1], int) else 1


def _right_answers(program: Program, config: TrainingConfig, described: DataDescription) -> str:
    """Counts the right answers of a batch; "" where there is no right answer."""
    needs = LOSS_NEEDS[config.loss.type]
    if not described.classes or needs.outputs > 1 or needs.target in ("sequence", "nothing"):
        return ""
    predicted = "output.argmax(dim=1)"
    if output_width(program) == 1 and not described.target.shape:
        limit = "0.5" if needs.unit or needs.target == "values" else "0"
        predicted = f"(output.flatten() > {limit})"
    each = " / target[0].numel()" if described.target.shape else ""
    return f"right += ({predicted} == target).sum().item(){each}"


# the loop


#: What the passes over the data share: each is there only where the project wants it.
PARAMETERS = {
    "scheduler": "torch.optim.lr_scheduler.LRScheduler",
    "average": "torch.optim.swa_utils.AveragedModel",
    "scaler": "torch.amp.GradScaler",
}


def passed_on(config: TrainingConfig) -> list[str]:
    """Which of PARAMETERS a step of this project needs."""
    stepwise = config.schedule is not None and config.schedule.per == "step"
    needed = {
        "scheduler": stepwise,
        "average": config.regularity.ema is not None,
        "scaler": is_scaled(config),
    }
    return [name for name, is_needed in needed.items() if is_needed]


def pass_over_text(program: Program, config: TrainingConfig, described: DataDescription) -> str:
    """Raises: TrainingError, if an epoch is judged by what is not measured here."""
    answers = _right_answers(program, config, described)
    check_scriptable(config.regularity, ("loss", "accuracy") if answers else ("loss",))
    dropping = (
        "    if optimizer is not None:  # a batch that is not full is left out\n"
        "        order = order[: len(order) // BATCH_SIZE * BATCH_SIZE or len(order)]\n"
    )
    accuracy = ', "accuracy": right / seen' if answers else ""
    batches = _accumulating if config.regularity.accumulate > 1 else _single
    more = "".join(f"    {name}: {PARAMETERS[name]} | None = None,\n" for name in passed_on(config))
    return (
        "def pass_over(\n"
        "    network: nn.Module,\n"
        "    criterion: nn.Module,\n"
        "    data: Batch,\n"
        "    order: torch.Tensor,\n"
        "    device: torch.device,\n"
        "    optimizer: torch.optim.Optimizer | None = None,\n"
        f"{more}"
        ") -> dict[str, float]:\n"
        '    """Go over the samples in ``order`` once; train if there is an optimizer."""\n'
        "    network.train(optimizer is not None)\n"
        f"{dropping if config.data.drop_last else ''}"
        f"    total{' = right' if answers else ''} = seen = 0\n"
        f"{batches(config, answers)}"
        f'    return {{"loss": total / seen{accuracy}}}\n'
    )


def _single(config: TrainingConfig, answers: str) -> str:
    """A step for every batch."""
    closure = config.optimizer.type == "LBFGS"
    step = ["optimizer.zero_grad(set_to_none=True)", _backward(config, "loss"), *_update(config)]
    return (
        "    for start in range(0, len(order), BATCH_SIZE):\n"
        "        index = order[start : start + BATCH_SIZE]\n"
        f"{_comparison(8)}"
        "        if optimizer is not None:\n"
        + (CLOSURE + _lines(_after(config), 12) if closure else _lines(step, 12))
        + _lines(_sums(answers), 8)
    )


def _accumulating(config: TrainingConfig, answers: str) -> str:
    """A step for several batches: their gradients add up to that of one large batch."""
    share = "" if config.loss.arguments.get("reduction") == "sum" else "len(index) / len(step)"
    loss = f"loss * ({share})" if share else "loss"
    return (
        "    for start in range(0, len(order), ACCUMULATE * BATCH_SIZE):\n"
        "        step = order[start : start + ACCUMULATE * BATCH_SIZE]\n"
        "        if optimizer is not None:\n"
        "            optimizer.zero_grad(set_to_none=True)\n"
        "        for index in step.split(BATCH_SIZE):\n"
        f"{_comparison(12)}"
        "            if optimizer is not None:\n"
        f"                {_backward(config, loss)}\n"
        f"{_lines(_sums(answers), 12)}"
        "        if optimizer is not None:\n"
        f"{_lines(_update(config), 12)}"
    )


def _comparison(indent: int) -> str:
    lines = (
        "*inputs, target = [tensor[index].to(device) for tensor in data]",
        "with torch.set_grad_enabled(optimizer is not None):",
        "    loss, output = compare(network, criterion, inputs, target)",
    )
    return _lines(lines, indent)


def _sums(answers: str) -> list[str]:
    sums = ["total += loss.item() * len(target)", "seen += len(target)"]
    return [*sums, answers] if answers else sums


def _backward(config: TrainingConfig, loss: str) -> str:
    if is_scaled(config):
        return f"scaler.scale({loss}).backward()"
    return f"({loss}).backward()" if " " in loss else f"{loss}.backward()"


def _update(config: TrainingConfig) -> list[str]:
    step = ["scaler.step(optimizer)", "scaler.update()"]
    step = step if is_scaled(config) else ["optimizer.step()"]
    return [*clip_text(config), *step, *_after(config)]


def _after(config: TrainingConfig) -> list[str]:
    """What follows a step of the optimizer."""
    lines = []
    if config.regularity.ema is not None:
        lines.append("average.update_parameters(network)")
    if config.schedule is not None and "scheduler" in passed_on(config):
        lines += step_lines(config.schedule)
    return lines


def _lines(lines: Iterable[str], indent: int) -> str:
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


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
