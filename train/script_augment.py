"""How a training script varies what it trains on: the same draws as in the app."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from train.augment_kinds import KINDS
from train.data import DataDescription
from train.script_code import function_text, literal
from train.settings import TrainingConfig
from train.varying import add_noise, cut_mix, in_unit_range, mix_up, moved, seed_of_batch


def augments(config: TrainingConfig) -> bool:
    """Whether the script varies anything."""
    return bool(config.data.augment) and not config.overfit_batch


def uses_kornia(config: TrainingConfig) -> bool:
    return augments(config) and any(KINDS[s.type].kornia for s in config.data.augment)


def mixes(config: TrainingConfig) -> bool:
    """Whether samples are mixed, so that a class becomes a share of each."""
    return augments(config) and any(KINDS[s.type].of == "samples" for s in config.data.augment)


def augment_text(
    config: TrainingConfig, described: DataDescription, targets: Sequence[DataDescription]
) -> str:
    """``augment``, and what it needs; "" where nothing is varied.

    ``targets`` are described in the order in which a batch has them.
    """
    if not augments(config):
        return ""
    shapes = described.shapes
    pictures = [i for i, shape in enumerate(shapes) if len(shape) == 3]
    numbers = [i for i, field in enumerate(described.inputs) if field.dtype == "float32"]
    used: list[Callable[..., Any]] = [seed_of_batch]
    constants, lines = "", []
    flat = [i for i in pictures if described.inputs[i].shape != shapes[i]]
    for i in flat:
        lines.append(f"inputs[{i}] = inputs[{i}].reshape(-1, {', '.join(map(str, shapes[i]))})")
    lines += _softened(config, targets)
    sizes = [shapes[i][1:] for i in pictures]
    every = [f"targets[{i}]" for i in range(len(targets))] if len(targets) > 1 else ["target"]
    maps = [
        name
        for name, known in zip(every, targets, strict=True)
        if known.target.dtype == "int64" and known.target.shape in sizes
    ]
    given_back = [name for name, known in zip(every, targets, strict=True) if known.gives_back]
    names: dict[str, int] = {}
    for step in config.data.augment:
        kind, given = KINDS[step.type], KINDS[step.type].values(step)
        said = ", ".join(f"{key}={literal(value)}" for key, value in given.items())
        if kind.kornia is not None:
            names[step.type] = names.get(step.type, 0) + 1
            for i in pictures:
                name = step.type.upper() + (f"_{names[step.type]}" if names[step.type] > 1 else "")
                name += f"_{i}" if len(pictures) > 1 else ""
                library, arguments = kind.kornia(given, (shapes[i][1], shapes[i][2]))
                constants += f"{name} = K.{library}({_call(arguments)})\n"
                call = f"{name}(inputs[{i}])"
                if kind.ranged:
                    used.append(in_unit_range)
                    call = f"in_unit_range(inputs[{i}], {name})"
                lines.append(f"inputs[{i}] = {call}")
                if kind.moves and i == pictures[0] and maps:
                    used.append(moved)
                    lines += [f"{target} = moved({target}, {name})" for target in maps]
        elif step.type == "noise":
            used.append(add_noise)
            lines += [f"inputs[{i}] = add_noise(inputs[{i}], {said})" for i in numbers]
        elif step.type == "mixup":
            used.append(mix_up)
            lines += _mixed(said, len(described.inputs), len(targets))
        else:
            used.append(cut_mix)
            all_ = "[target]" if len(targets) == 1 else "targets"
            lines.append(f"inputs, {all_} = cut_mix(inputs, {all_}, {said})")
        if not kind.spoils:
            lines += [f"{target} = inputs[0].reshape({target}.shape)" for target in given_back]
    lines += [f"inputs[{i}] = inputs[{i}].reshape(len(inputs[{i}]), -1)" for i in flat]
    functions = [function_text(function) for function in dict.fromkeys(used)]
    body = "".join(f"    {line}\n" for line in lines)
    head = (
        f"#: Drawn anew for every picture that is trained on.\n{constants}\n\n" if constants else ""
    )
    compared, held = ("target", "torch.Tensor") if len(targets) == 1 else ("targets", "Batch")
    return (
        head + "\n\n".join(functions) + "\n\n"
        "def augment(\n"
        f"    inputs: Batch, {compared}: {held}, epoch: int, number: int\n"
        f") -> tuple[Batch, {held}]:\n"
        '    """Vary a batch: the draws follow from SEED, the epoch and its number alone."""\n'
        "    state = torch.random.get_rng_state()\n"
        "    torch.default_generator.manual_seed(seed_of_batch(SEED, epoch, number))\n"
        f"{body}"
        "    torch.random.set_rng_state(state)\n"
        f"    return inputs, {compared}\n"
    )


def _mixed(said: str, inputs: int, targets: int) -> list[str]:
    if targets == 1:
        return [f"*inputs, target = mix_up([*inputs, target], {said})"]
    return [
        f"mixed = mix_up([*inputs, *targets], {said})",
        f"inputs, targets = mixed[:{inputs}], mixed[{inputs}:]",
    ]


def _softened(config: TrainingConfig, targets: Sequence[DataDescription]) -> list[str]:
    """Where samples are mixed, a class becomes a share of each."""
    lines = []
    for place, known in enumerate(targets):
        name = "target" if len(targets) == 1 else f"targets[{place}]"
        classes = len(known.classes) if known.target.dtype == "int64" else 0
        if mixes(config) and classes:
            lines.append(f"{name} = nn.functional.one_hot({name}, {classes}).float()")
    return lines


def _call(arguments: Mapping[str, Any]) -> str:
    said = []
    for key, value in arguments.items():
        text = literal(value)
        said.append(f"{key}=({text[1:-1]})" if isinstance(value, tuple) else f"{key}={text}")
    return ", ".join(said)
