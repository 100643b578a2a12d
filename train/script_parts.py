"""How a training script draws the samples to train, to validate and to test with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from codegen.literals import write_value
from train.data import SOURCES, parts
from train.settings import DataConfig


def parts_of_script(config: DataConfig) -> tuple[str, ...]:
    """What the script calls the parts that it has; there is always a part to validate with."""
    has_test = config.test > 0 or "test" in config.apart
    return ("training", "validation", "test") if has_test else ("training", "validation")


def constants_text(config: DataConfig) -> str:
    """``VALIDATION, DATA_SEED = 0.2, 0``, and where the parts lie that have files of their own."""
    values = {"VALIDATION": 0.0 if "validation" in config.apart else config.validation}
    if config.test > 0:
        values["TEST"] = config.test
    names = ", ".join([*values, "DATA_SEED"])
    text = f"{names} = {', '.join(map(repr, [*values.values(), config.seed]))}\n"
    for part, options in config.apart.items():
        said = [write_value(str(place)) for place in options.values()]
        value = said[0] if len(said) == 1 else f"({', '.join(said)})"
        text += f"{part.upper()}_DATA = {value}\n"
    return text


def splitting(
    config: DataConfig, *, several: bool = False, strata: int = 0, lazy: bool = False
) -> tuple[list[Callable[..., Any]], list[str]]:
    """The functions that draw the parts, and the lines of ``load_data`` that call them.

    Of ``several`` targets a stratified split goes by number ``strata``; ``lazy`` samples stay in
    their files.
    """
    apart = [part for part in parts.PARTS if part in config.apart]
    has_test = config.test > 0
    target = "targets[0]" if several else "target"
    classes = f"targets[{strata}]" if several else "target"
    lines, samples, labels = [], f"len({target})", classes
    if apart:
        samples, labels = "ends[0]", f"{classes}[: ends[0]]"
        places = ", ".join(f"{part.upper()}_DATA" for part in apart)
        lines += [
            f"    ends = [len({target})]",
            f"    for place in [{places}]:  # samples of their own follow behind",
            f"        more, labels = load_arrays({_place(config)})",
            "        inputs = [Joined(one, other) for one, other in zip(inputs, more)]"
            if lazy
            else "        inputs = [np.concatenate(pair) for pair in zip(inputs, more)]",
            "        targets = [np.concatenate(pair) for pair in zip(targets, labels)]"
            if several
            else _joined_targets(config, lazy=lazy),
            f"        ends.append(len({target}))",
        ]
    function: Callable[..., Any] = parts.split_indices
    fractions = f"VALIDATION, {'TEST' if has_test else '0.0'}, DATA_SEED"
    if config.group or config.split == "stratified":
        function = parts.split_by_group if config.group else parts.split_by_class
        by = "load_groups(path)" if config.group else labels
        call = f"{function.__name__}({by}, {fractions})"
        last = "test" if has_test else "_"
        lines.append(f"    train, validation, {last} = {call}")
    elif has_test:
        lines += [
            f"    train, held_out = split_indices({samples}, VALIDATION + TEST, DATA_SEED)",
            f"    count = round({samples} * VALIDATION)",
            "    validation, test = held_out[:count], held_out[count:]",
        ]
    else:
        lines.append(f"    train, validation = split_indices({samples}, VALIDATION, DATA_SEED)")
    for number, part in enumerate(apart):
        lines.append(f"    {part} = np.arange(ends[{number}], ends[{number + 1}])")
    return [function], lines


def _joined_targets(config: DataConfig, *, lazy: bool) -> str:
    if lazy and config.source == "pairs":
        return "        target = Joined(target, labels)"
    return "        target = np.concatenate([target, labels])"


def _place(config: DataConfig) -> str:
    """What ``load_arrays`` is given for a part of its own."""
    if SOURCES[config.source].apart_by:
        return "path, place"
    return "*place" if _pairs(config) else "place"


def _pairs(config: DataConfig) -> bool:
    """Whether a part is named by more than one file."""
    return any(len(options) > 1 for options in config.apart.values())
