"""The values of a program as the objects that PyTorch takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch

from codegen.program import Dtype, Filled, TensorOf, Value
from graph.catalog.build import DTYPES

_MAKERS: Mapping[str, Any] = {
    "randn": torch.randn,
    "zeros": torch.zeros,
    "ones": torch.ones,
    "empty": torch.empty,
}


def live_value(value: Value) -> Any:
    """Element types and tensors become real; all else is as it is."""
    if isinstance(value, Dtype):
        return DTYPES[value.name]
    if isinstance(value, TensorOf):
        return torch.tensor(value.data, dtype=DTYPES[value.dtype])
    if isinstance(value, Filled):
        make = _MAKERS[value.by]
        return make(value.shape, dtype=DTYPES[value.dtype])
    if isinstance(value, tuple):
        return tuple(live_value(item) for item in value)
    if isinstance(value, Mapping):
        return {key: live_value(item) for key, item in value.items()}
    return value
