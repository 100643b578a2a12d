"""How a training script goes over the data once: ``pass_over``, with each step of the optimizer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from train.metric_names import joined_name
from train.script_augment import augments, mixes
from train.script_code import literal
from train.script_losses import Comparison, carried_targets
from train.script_metrics import is_measured, keeps_scores
from train.script_regularity import clip_text, is_scaled
from train.script_replay import NOTHING, Replay
from train.script_setup import step_lines
from train.settings import TrainingConfig

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
    config: TrainingConfig, found: Sequence[Comparison], replay: Replay = NOTHING
) -> str:
    """``pass_over``, of which each epoch is one, and each validation."""
    dropping = (
        "    if optimizer is not None:  # a batch that is not full is left out\n"
        "        order = order[: len(order) // BATCH_SIZE * BATCH_SIZE or len(order)]\n"
    )
    more = "".join(
        f"    {name}: {PARAMETERS[name]} | None = None,\n" for name in passed_on(config, replay)
    )
    if replay.changes_rates:
        more = more.replace(PARAMETERS["scheduler"], "Rates")
    more += "    steer: Callable[[int], None] | None = None,\n" if replay.acts else ""
    if config.checkpoint_every:
        more += "    counted: tuple[list, dict] | None = None,\n    keep_within: Any = None,\n"
    batches = _accumulating if config.regularity.accumulate > 1 else _single
    criterion = "dict[str, nn.Module]" if config.terms else "nn.Module"
    return (
        "def pass_over(\n"
        "    network: nn.Module,\n"
        f"    criterion: {criterion},\n"
        "    data: Batch,\n"
        "    order: torch.Tensor,\n"
        "    device: torch.device,\n"
        "    optimizer: torch.optim.Optimizer | None = None,\n"
        f"{more}"
        ") -> tuple[dict[str, float], list[float]]:\n"
        '    """Go over the samples in ``order`` once, training if there is an optimizer.\n'
        "\n"
        "    Return what it comes to, and the loss of every step.\n"
        f"{CONTINUED if config.checkpoint_every else ''}"
        '    """\n'
        "    network.train(optimizer is not None)\n"
        f"{dropping if config.data.drop_last else ''}"
        f"    rows, sums = {'counted or ([], {})' if config.checkpoint_every else '[], {}'}\n"
        f"{batches(config, found, replay)}"
        f"{_summing(config, found)}"
    )


CONTINUED = """    It goes on from what was ``counted`` of an epoch that was begun, and tells
    ``keep_within`` after every step what there is by then.
"""


def _single(config: TrainingConfig, found: Sequence[Comparison], replay: Replay) -> str:
    """A step for every batch."""
    closure = config.optimizer.type == "LBFGS"
    step = [
        "optimizer.zero_grad(set_to_none=True)",
        _backward(config, "loss"),
        *_update(config, replay),
    ]
    begun = "[len(rows) :]" if config.checkpoint_every else ""
    return (
        f"    for batch in order.split(BATCH_SIZE){begun}:\n"
        f"{_comparison(config, found, 8)}"
        "        if optimizer is not None:\n"
        + (_closure(config) + _lines(_after(config, replay), 12) if closure else _lines(step, 12))
        + _lines(_noting(config, found), 8)
        + (_lines(STEERING, 8) if replay.acts else "")
        + (_lines(KEEPING, 8) if config.checkpoint_every else "")
    )


def _accumulating(config: TrainingConfig, found: Sequence[Comparison], replay: Replay) -> str:
    """A step for several batches: their gradients add up to that of one large batch."""
    share = "" if config.is_summed else "len(batch) / len(step)"
    loss = f"loss * ({share})" if share else "loss"
    begun = "[-(-len(rows) // ACCUMULATE) :]" if config.checkpoint_every else ""
    return (
        f"    for step in order.split(ACCUMULATE * BATCH_SIZE){begun}:\n"
        "        if optimizer is not None:\n"
        "            optimizer.zero_grad(set_to_none=True)\n"
        "        for batch in step.split(BATCH_SIZE):\n"
        f"{_comparison(config, found, 12)}"
        "            if optimizer is not None:\n"
        f"                {_backward(config, loss)}\n"
        f"{_lines(_noting(config, found), 12)}"
        "        if optimizer is not None:\n"
        f"{_lines(_update(config, replay), 12)}"
        + (_lines(STEERING_ACCUMULATED, 8) if replay.acts else "")
        + (_lines(KEEPING, 8) if config.checkpoint_every else "")
    )


STEERING = ("if steer is not None:", "    steer(len(rows))")
STEERING_ACCUMULATED = ("if steer is not None:", "    steer(-(-len(rows) // ACCUMULATE))")


#: A checkpoint within an epoch holds what was counted of it.
KEEPING = ("if keep_within is not None:", "    keep_within(rows, sums)")


def _comparison(config: TrainingConfig, found: Sequence[Comparison], indent: int) -> str:
    count = len(carried_targets(config))
    targets = "target" if count == 1 else "targets"
    taken = ["*inputs, target = [tensor[batch].to(device) for tensor in data]"]
    if count > 1:
        taken = [
            "tensors = [tensor[batch].to(device) for tensor in data]",
            f"inputs, targets = tensors[:-{count}], tensors[-{count}:]",
        ]
    varying = (
        "if optimizer is not None:",
        f"    inputs, {targets} = augment(inputs, {targets}, epoch, len(rows))",
    )
    answer = "output" if _answers_once(found) else "outputs"
    parts = ", parts" if config.terms else ""
    lines = (
        *taken,
        *(varying if augments(config) else ()),
        "with torch.set_grad_enabled(optimizer is not None):",
        f"    loss, {answer}{parts} = compare(network, criterion, inputs, {targets})",
    )
    return _lines(lines, indent)


def _answers_once(found: Sequence[Comparison]) -> bool:
    """Whether ``compare`` gives one tensor as what the network answered."""
    return not found[0].name or found[0].outputs[0] == "output"


def _noting(config: TrainingConfig, found: Sequence[Comparison]) -> list[str]:
    row = ["rows.append([loss.item(), len(batch)])"]
    if config.terms:
        row = ["rows.append([loss.item(), *(part.item() for part in parts), len(batch)])"]
    if not is_measured(found):
        return row
    count = len(carried_targets(config))
    answer = "output" if _answers_once(found) else "outputs"
    hard = []
    if mixes(config):
        classes = "{0}.argmax(dim=1) if {0}.is_floating_point() else {0}"
        if count == 1 and found[0].described.classes:
            hard = [f"target = {classes.format('target')}"]
        elif count > 1:
            hard = [
                f"targets[{each.target_place}] = {classes.format(f'targets[{each.target_place}]')}"
                for each in found
                if each.described.classes and each.target_place is not None
            ]
    adding = "sums[name] = sums.get(name, 0) + value"
    inner = [f"    {adding}"]
    if keeps_scores(found):
        inner = [
            '    if name.endswith("ranked"):  # scores follow each other',
            "        sums[name] = torch.cat([sums[name], value]) if name in sums else value",
            "    else:",
            f"        {adding}",
        ]
    target = "target" if count == 1 else "targets"
    return [
        *dict.fromkeys(hard),
        f"for name, value in measure({answer}, {target}).items():",
        *inner,
        *row,
    ]


def _summing(config: TrainingConfig, found: Sequence[Comparison]) -> str:
    """What the rows of all processes come to, batch by batch as the app adds them."""
    lines = ["sums = {name: value.cpu().double() for name, value in sums.items()}"]
    metrics = ", **results(sums)" if is_measured(found) else ""
    lines.append("seen = sum(row[-1] for row in rows)")
    if config.terms:
        names = ["loss", *(joined_name(each.name, "loss") for each in found)]
        lines += [
            f"names = {literal(names)}",
            "sums_of_losses = [sum(row[i] * row[-1] for row in rows) for i in range(len(names))]",
            "means = {name: total / seen for name, total in zip(names, sums_of_losses)}",
        ]
        told = f"{{**means{metrics}}}"
    else:
        lines.append("mean = sum(row[0] * row[-1] for row in rows) / seen")
        told = f'{{"loss": mean{metrics}}}'
    losses = "[row[0] for row in rows]"
    if config.regularity.accumulate > 1:
        losses = "losses"
        lines += [
            "steps = [rows[i : i + ACCUMULATE] for i in range(0, len(rows), ACCUMULATE)]",
            "losses = [sum(r[0] * r[-1] for r in s) / sum(r[-1] for r in s) for s in steps]",
        ]
    return _lines([*lines, f"return {told}, {losses}"], 4)


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
    return "".join(f"{' ' * indent}{line}".rstrip() + "\n" for line in lines)


def _closure(config: TrainingConfig) -> str:
    """LBFGS looks at the loss several times a step; the first look is the one that is reported."""
    targets = "target" if len(carried_targets(config)) == 1 else "targets"
    return _lines(
        [
            "losses = []",
            "",
            "def closure() -> torch.Tensor:",
            "    optimizer.zero_grad(set_to_none=True)",
            "    value = loss",
            "    if losses:  # it looks again",
            f"        value = compare(network, criterion, inputs, {targets})[0]",
            "    losses.append(value)",
            "    value.backward()",
            "    return value",
            "",
            "optimizer.step(closure)",
        ],
        12,
    )
