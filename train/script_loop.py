"""How a training script goes over the data once: ``pass_over``, with each step of the optimizer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from train.catalog import LOSS_NEEDS
from train.data import DataDescription
from train.script_augment import augments, mixes
from train.script_regularity import check_scriptable, clip_text, is_scaled
from train.script_replay import NOTHING, Replay
from train.script_setup import step_lines
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from codegen.program import Program


def output_width(program: Program) -> int:
    """How many scores a sample gets; 1 where that is not known."""
    shape = program.network.shapes[0] if program.network.shapes else ()
    return shape[1] if len(shape) > 1 and isinstance(shape[1], int) else 1


class Measured(NamedTuple):
    """What a script measures beside the loss.

    ``lines`` are made of ``output`` and ``target``, and end with what a row of a batch gets from
    ``row``; ``results`` are made of the rows' sums, which ``names`` are given to.
    """

    metrics: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    row: str = ""
    names: tuple[str, ...] = ()
    results: Mapping[str, str] = {}
    before: tuple[str, ...] = ()


def measured(
    program: Program, config: TrainingConfig, described: DataDescription, scaled: bool = False
) -> Measured:
    """Accuracy where there are classes, errors where there are values, else nothing.

    ``scaled`` says that the target is normalised, by the script's SCALE.
    """
    needs = LOSS_NEEDS[config.loss.type]
    gaussian = config.loss.type == "GaussianNLLLoss"
    if (needs.outputs > 1 and not gaussian) or needs.target in ("sequence", "nothing"):
        return Measured()
    if not described.classes:
        return _errors(described, scaled)
    predicted = "output.argmax(dim=1)"
    if output_width(program) == 1 and not described.target.shape:
        limit = "0.5" if needs.unit or needs.target == "values" else "0"
        predicted = f"(output.flatten() > {limit})"
    each = " / target[0].numel()" if described.target.shape else ""
    return Measured(
        ("accuracy",),
        (f"right = ({predicted} == target).sum().item(){each}",),
        "right * bool(share)",
        ("right",),
        {"accuracy": "right / seen"},
    )


def _errors(described: DataDescription, scaled: bool) -> Measured:
    """Sums of the errors and of the target, from which the share that is explained follows."""
    scale = " * SCALE" if scaled else ""
    each = 1
    for size in described.target.shape:
        each *= size
    count = "seen" if each == 1 else f"({each} * seen)"
    return Measured(
        ("mae", "r2"),
        (
            "target = target.reshape(output.shape).double()",
            "error = target - output.double()",
            "sums = [error.abs(), error.square(), target, target.square()]",
        ),
        "*(s.sum().item() * bool(share) for s in sums)",
        ("errors", "squares", "targets", "target_squares"),
        {"mae": f"errors / {count}{scale}", "r2": "1 - squares / spread if spread else 0.0"},
        (f"spread = target_squares - targets**2 / {count}",),
    )


# the loop


#: What the passes over the data share: each is there only where the project wants it.
PARAMETERS = {
    "scheduler": "torch.optim.lr_scheduler.LRScheduler",
    "average": "torch.optim.swa_utils.AveragedModel",
    "scaler": "torch.amp.GradScaler",
    "epoch": "int",
}


def passed_on(config: TrainingConfig, replay: Replay = NOTHING) -> list[str]:
    """Which of PARAMETERS a step of this project needs."""
    stepwise = config.schedule is not None and config.schedule.per == "step"
    stepwise = stepwise or replay.changes_rates
    needed = {
        "scheduler": stepwise,
        "average": config.regularity.ema is not None,
        "scaler": is_scaled(config),
        "epoch": augments(config),
    }
    return [name for name, is_needed in needed.items() if is_needed]


def pass_over_text(
    program: Program,
    config: TrainingConfig,
    described: DataDescription,
    *,
    scaled: bool = False,
    replay: Replay = NOTHING,
) -> str:
    """Raises: TrainingError, if an epoch is judged by what is not measured here."""
    found = measured(program, config, described, scaled)
    check_scriptable(config.regularity, ("loss", *found.metrics))
    dropping = (
        "    if optimizer is not None:  # a batch that is not full is left out\n"
        "        order = order[: len(order) // BATCH_SIZE * BATCH_SIZE or len(order)]\n"
    )
    more = "".join(
        f"    {name}: {PARAMETERS[name]} | None = None,\n" for name in passed_on(config, replay)
    )
    if replay.changes_rates:
        more = more.replace(PARAMETERS["scheduler"], "Rates")
    steered = bool(replay.acts)
    more += "    steer: Callable[[int], None] | None = None,\n" if steered else ""
    batches = _accumulating if config.regularity.accumulate > 1 else _single
    return (
        "def pass_over(\n"
        "    network: nn.Module,\n"
        "    criterion: nn.Module,\n"
        "    data: Batch,\n"
        "    order: torch.Tensor,\n"
        "    device: torch.device,\n"
        "    optimizer: torch.optim.Optimizer | None = None,\n"
        f"{more}"
        ") -> tuple[dict[str, float], list[float]]:\n"
        '    """Go over the samples in ``order`` once, training if there is an optimizer.\n'
        "\n"
        "    Return what it comes to, and the loss of every step.\n"
        '    """\n'
        "    network.train(optimizer is not None)\n"
        f"{dropping if config.data.drop_last else ''}"
        "    rows = []\n"
        f"{batches(config, found, replay)}"
        f"{_summing(config, found)}"
    )


def _single(config: TrainingConfig, found: Measured, replay: Replay) -> str:
    """A step for every batch."""
    closure = config.optimizer.type == "LBFGS"
    step = [
        "optimizer.zero_grad(set_to_none=True)",
        _backward(config, "loss"),
        *_update(config, replay),
    ]
    return (
        "    for batch in order.split(BATCH_SIZE):\n"
        f"{_comparison(config, 8)}"
        "        if optimizer is not None:\n"
        + (CLOSURE + _lines(_after(config, replay), 12) if closure else _lines(step, 12))
        + _lines(_noting(config, found), 8)
        + (_lines(STEERING, 8) if replay.acts else "")
    )


def _accumulating(config: TrainingConfig, found: Measured, replay: Replay) -> str:
    """A step for several batches: their gradients add up to that of one large batch."""
    share = "" if config.loss.arguments.get("reduction") == "sum" else "len(batch) / len(step)"
    loss = f"loss * ({share})" if share else "loss"
    return (
        "    for step in order.split(ACCUMULATE * BATCH_SIZE):\n"
        "        if optimizer is not None:\n"
        "            optimizer.zero_grad(set_to_none=True)\n"
        "        for batch in step.split(BATCH_SIZE):\n"
        f"{_comparison(config, 12)}"
        "            if optimizer is not None:\n"
        f"                {_backward(config, loss)}\n"
        f"{_lines(_noting(config, found), 12)}"
        "        if optimizer is not None:\n"
        f"{_lines(_update(config, replay), 12)}"
        + (_lines(STEERING_ACCUMULATED, 8) if replay.acts else "")
    )


STEERING = ("if steer is not None:", "    steer(len(rows))")
STEERING_ACCUMULATED = ("if steer is not None:", "    steer(-(-len(rows) // ACCUMULATE))")


def _comparison(config: TrainingConfig, indent: int) -> str:
    varying = (
        "if optimizer is not None:",
        "    inputs, target = augment(inputs, target, epoch, len(rows) * WORLD + RANK)",
    )
    lines = (
        "mine, share = share_of(batch)",
        "*inputs, target = [tensor[mine].to(device) for tensor in data]",
        *(varying if augments(config) else ()),
        "with torch.set_grad_enabled(optimizer is not None):",
        "    loss, output = compare(network, criterion, inputs, target)",
        "    loss = loss * share",
    )
    return _lines(lines, indent)


def _noting(config: TrainingConfig, found: Measured) -> list[str]:
    more = f", {found.row}" if found.row else ""
    hard = []
    if mixes(config) and "right" in found.names:
        hard.append("target = target.argmax(dim=1) if target.is_floating_point() else target")
    return [*hard, *found.lines, f"rows.append([loss.item() / WORLD{more}, len(batch) / WORLD])"]


def _summing(config: TrainingConfig, found: Measured) -> str:
    """What the rows of all processes come to, batch by batch as the app adds them."""
    names = ["loss", *found.names, "size"]
    sums = " = ".join(["total", *found.names, "seen"])
    rows = ", ".join(names[:1] + [f"more_{name}" for name in found.names] + names[-1:])
    adding = ["total += loss * size", *(f"{n} += more_{n}" for n in found.names), "seen += size"]
    results = "".join(f', "{name}": {value}' for name, value in found.results.items())
    losses = "[row[0] for row in rows]"
    grouped: tuple[str, ...] = ()
    if config.regularity.accumulate > 1:
        losses = "losses"
        grouped = (
            "steps = [rows[i : i + ACCUMULATE] for i in range(0, len(rows), ACCUMULATE)]",
            "losses = [sum(r[0] * r[-1] for r in s) / sum(r[-1] for r in s) for s in steps]",
        )
    lines = (
        "rows = add_up(rows)",
        f"{sums} = 0",
        f"for {rows} in rows:",
        *(f"    {line}" for line in adding),
        *found.before,
        *grouped,
        f'return {{"loss": total / seen{results}}}, {losses}',
    )
    return _lines(lines, 4)


def _backward(config: TrainingConfig, loss: str) -> str:
    if is_scaled(config):
        return f"scaler.scale({loss}).backward()"
    return f"({loss}).backward()" if " " in loss else f"{loss}.backward()"


def _update(config: TrainingConfig, replay: Replay) -> list[str]:
    step = ["scaler.step(optimizer)", "scaler.update()"]
    step = step if is_scaled(config) else ["optimizer.step()"]
    return [*clip_text(config), *step, *_after(config, replay)]


def _after(config: TrainingConfig, replay: Replay) -> list[str]:
    """What follows a step of the optimizer."""
    lines = []
    if config.regularity.ema is not None:
        lines.append("average.update_parameters(network)")
    if replay.changes_rates:
        lines.append("scheduler.after_step()")
    elif config.schedule is not None and "scheduler" in passed_on(config):
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
    "                losses.append(value)\n"
    "                value.backward()\n"
    "                return value\n"
    "\n"
    "            optimizer.step(closure)\n"
)
