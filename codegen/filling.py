"""Live weights given the values that a program says they start with."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import torch
from torch import nn

from codegen.filling_order import sweeps
from codegen.program import ClassDefinition, TensorOf
from codegen.values import live_value
from codegen.weights import ArrayFile, Fill, NameTest, Rule, Start
from graph.array_file import read_array
from graph.catalog.callables import callables
from graph.catalog.initializers import initializers
from graph.errors import LoweringError
from graph.phrases import later


def tie(module: nn.Module, definition: ClassDefinition) -> None:
    """Make those weights one that the class of ``module`` ties."""
    for one in definition.ties:
        holder, source = (_at(module, weight.path) for weight in (one.weight, one.source))
        setattr(holder, one.weight.name, getattr(source, one.source.name))


def keep_still(module: nn.Module, paths: tuple[tuple[str | int, ...], ...]) -> None:
    """Put those submodules into eval mode that stay in it."""
    for path in paths:
        _at(module, path).eval()


def start(module: nn.Module, definition: ClassDefinition) -> None:
    """Fill the weights that the class of ``module`` fills."""
    for one in definition.starts:
        if one.when:
            _start(module, one)


def follow(network: nn.Module, rules: tuple[Rule, ...]) -> None:
    """Fill the weights of a whole network by rules, a later one over an earlier."""
    for sweep in sweeps(rules):
        filled: set[int] = set()  # a weight that two layers have is met once, where all are meant
        for place, module in network.named_modules():
            for rule in sweep:
                if not rule.types or isinstance(module, _classes(rule.types)):
                    _follow(place, module, rule, filled)


def _classes(types: tuple[str, ...]) -> tuple[type, ...]:
    known = callables()
    return tuple(one for one in (known.get(type_) for type_ in types) if isinstance(one, type))


def _follow(place: str, module: nn.Module, rule: Rule, filled: set[int]) -> None:
    own = dict(module.named_parameters(recurse=False))
    names = rule.parameters if rule.is_plain else tuple(own)
    for name in names:
        tensor = own.get(name)
        full = f"{place}.{name}" if place else name
        if tensor is None or (not rule.types and id(tensor) in filled):
            continue
        filled.add(id(tensor))
        if _is_meant(name, full, tensor, rule):
            fill(tensor, rule.value)


def _is_meant(name: str, full: str, tensor: torch.Tensor, rule: Rule) -> bool:
    least, most = rule.axes or (0, None)
    return (
        any(fnmatchcase(name, pattern) for pattern in rule.parameters)
        and (not rule.names or any(_passes(full, test) for test in rule.names))
        and least <= tensor.dim() <= (tensor.dim() if most is None else most)
    )


def _passes(full: str, test: NameTest) -> bool:
    if test.by == "name":
        return full == test.text
    if test.by == "below":
        return full.startswith(f"{test.text}.")
    return fnmatchcase(full, test.text)


def _start(module: nn.Module, start: Start) -> None:
    holder = _at(module, start.weight.path)
    holders = [_at(item, start.inside) for item in holder.children()] if start.each else [holder]
    for owner in holders:
        fill(getattr(owner, start.weight.name), start.value)


def fill(tensor: torch.Tensor, value: Fill | TensorOf | ArrayFile) -> None:
    """Give a tensor its values, in place."""
    if isinstance(value, Fill):
        if value.function not in initializers():
            raise LoweringError(
                later("torch.nn.init has no {function}", function=repr(value.function))
            )
        getattr(nn.init, value.function)(tensor, *value.args, **value.kwargs)
        return
    with torch.no_grad():
        tensor.copy_(_array(value) if isinstance(value, ArrayFile) else live_value(value))


def _array(value: ArrayFile) -> torch.Tensor:
    try:
        return torch.from_numpy(read_array(Path(value.path), value.key))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise LoweringError(
            later("{file} cannot be read: {error}", file=value.file, error=error)
        ) from error


def _at(module: nn.Module, path: tuple[str | int, ...]) -> nn.Module:
    return module.get_submodule(".".join(map(str, path)))
