"""Every callable that a type may name, in one table: nothing is looked up by a file's text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import torch
import torch.nn.functional


@cache
def callables() -> dict[str, Callable[..., Any]]:
    """What PyTorch offers, by the name a type has: ``Conv2d``, ``torch.cat``, ``Tensor.view``.

    Modules are classes of ``torch.nn``; a method is the unbound function of ``torch.Tensor``.
    """
    table: dict[str, Callable[..., Any]] = {
        name: value
        for name, value in vars(torch.nn).items()
        if isinstance(value, type) and issubclass(value, torch.nn.Module)
    }
    namespaces = [
        ("torch", torch),
        ("torch.fft", torch.fft),
        ("torch.linalg", torch.linalg),
        ("F", torch.nn.functional),
        *(("Tensor", owner) for owner in reversed(torch.Tensor.__mro__[:-1])),
    ]
    for prefix, namespace in namespaces:
        for name, value in vars(namespace).items():
            if callable(value) and not isinstance(value, type):
                table[f"{prefix}.{name}"] = value
    return table
