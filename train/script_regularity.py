"""How a training script clips, accumulates, averages, mixes precisions and knows when to end."""

from __future__ import annotations

import math

from train.metric_names import kind_of
from train.settings import TrainingConfig


def forward_text(config: TrainingConfig, answer: str) -> str:
    """The call of the network in ``compare``; ``answer`` is output, or outputs if several."""
    call = f"{answer} = answer(network, inputs)\n"
    wanted = config.regularity.precision
    if wanted == "float32":
        return f"    {call}"
    where, precision = "inputs[0].device.type", f"torch.{wanted}"
    lines = []
    if wanted == "float16":
        lines.append(f'    precision = torch.bfloat16 if {where} == "cpu" else torch.float16\n')
        precision = "precision"
    back = "output = output.float()"
    if answer == "outputs":
        back = "outputs = tuple(output.float() for output in outputs)"
    lines += [f"    with torch.autocast({where}, {precision}):\n        {call}", f"    {back}\n"]
    return "".join(lines)


def is_scaled(config: TrainingConfig) -> bool:
    """Whether gradients are scaled, as float16 needs it."""
    return config.regularity.precision == "float16"


def clip_text(config: TrainingConfig) -> list[str]:
    """Lines between backward and step."""
    regularity = config.regularity
    lines = []
    for how, limit in (
        ("value", regularity.clip_grad_value),
        ("norm", regularity.clip_grad_norm),
    ):
        if limit is not None:
            lines.append(f"nn.utils.clip_grad_{how}_(network.parameters(), {limit!r})")
    if lines and is_scaled(config):
        lines.insert(0, "scaler.unscale_(optimizer)")
    return lines


def setup_text(config: TrainingConfig) -> str:
    """Lines of ``main`` that make the average and the scaler, and compile the network."""
    regularity, lines = config.regularity, ""
    if regularity.ema is not None:
        swa = "torch.optim.swa_utils"
        lines += (
            f"    moving = {swa}.get_ema_multi_avg_fn({regularity.ema!r})\n"
            f"    average = {swa}.AveragedModel(network, multi_avg_fn=moving)\n"
        )
    if is_scaled(config):
        lines += '    scaler = torch.amp.GradScaler(device.type, enabled=device.type != "cpu")\n'
    if regularity.compile:
        lines += "    compiled = torch.compile(spread)\n"
    return lines


def judging_start_text(config: TrainingConfig) -> str:
    early = config.regularity.early_stopping
    lines = f'    best = float("{_worst(config.regularity.best, "auto")}")\n'
    if early is not None:
        lines += f'    mark, waited = float("{_worst(early.metric, early.mode)}"), 0\n'
    return lines


def judging_text(config: TrainingConfig) -> str:
    """Lines at the end of an epoch: keep the best weights, and end where nothing gets better."""
    regularity, early = config.regularity, config.regularity.early_stopping
    value, sign = _value(regularity.best), ">" if _grows(regularity.best, "auto") else "<"
    kept = "network" if regularity.ema is None else "average.module"
    lines = (
        f"        if {value} {sign} best:\n"
        f"            best = {value}\n"
        f"            save_weights({kept}, options.out)\n"
    )
    if early is not None:
        value, grows = _value(early.metric), _grows(early.metric, early.mode)
        by = f" {'+' if grows else '-'} {early.min_delta!r}" if early.min_delta else ""
        lines += (
            f"        if {value} {'>' if grows else '<'} mark{by}:\n"
            f"            mark, waited = {value}, 0\n"
            "        else:\n"
            "            waited += 1\n"
        )
    return lines


def judges_training(config: TrainingConfig) -> bool:
    early = config.regularity.early_stopping
    metrics = (config.regularity.best, early.metric if early else "")
    return any(metric.startswith("train.") for metric in metrics)


def _value(metric: str) -> str:
    part, _, name = metric.partition(".")
    return f'{"trained" if part == "train" else "result"}["{name}"]'


def _grows(metric: str, mode: str) -> bool:
    return kind_of(metric).grows if mode == "auto" else mode == "max"


def _worst(metric: str, mode: str) -> float:
    return -math.inf if _grows(metric, mode) else math.inf
