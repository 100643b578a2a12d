"""Which nodes can die or saturate, by the names under which PyTorch has them."""

from __future__ import annotations

from torch import Tensor


def _names(*ways: str, module: str) -> frozenset[str]:
    return frozenset({module, *ways})


RELU = _names("F.relu", "torch.relu", "Tensor.relu", "F.relu6", "ReLU6", module="ReLU")
SIGMOID = _names(
    "F.sigmoid", "torch.sigmoid", "Tensor.sigmoid", "torch.special.expit", module="Sigmoid"
)
TANH = _names("F.tanh", "torch.tanh", "Tensor.tanh", module="Tanh")
HARD = _names("F.hardsigmoid", "F.hardtanh", "Hardtanh", module="Hardsigmoid")
SOFTMAX = _names("F.softmax", "torch.softmax", "Tensor.softmax", "Softmax2d", module="Softmax")

#: Recurrent layers whose state is a tanh, held back by gates.
GATED = frozenset({"GRU", "LSTM"})

#: Functions that squash: the values they never leave, for those that have a pair of their own.
SQUASHING = SIGMOID | TANH | HARD | SOFTMAX | GATED

#: As near to an end as this, in parts of the whole range, the slope is all but 0.
_NEAR = 0.005


def dead_units(type_: str, output: Tensor) -> Tensor | None:
    """Which units of a ReLU gave nothing but 0 for all samples and places; None for other nodes.

    Shapes: (N, C, ...) -> (C) where there are three axes or more and they are of a picture or a
    signal, (..., F) -> (F) else.
    """
    if type_ not in RELU or output.ndim < 2 or not output.numel():
        return None
    axis = 1 if output.ndim >= 4 else output.ndim - 1
    others = [each for each in range(output.ndim) if each != axis]
    return output.detach().amax(dim=others) <= 0


def saturated_share(type_: str, output: Tensor, axis: int = -1) -> float | None:
    """The share of what a squashing node gave that is at an end of its range; None for others.

    Of a softmax, the share of rows where one entry has taken all.
    """
    if type_ not in SQUASHING or not output.numel() or not output.is_floating_point():
        return None
    values = output.detach()
    if type_ in SOFTMAX:
        axis = axis if -values.ndim <= axis < values.ndim else -1
        return float((values.amax(dim=axis) > 1 - _NEAR).float().mean())
    low = -1.0 if type_ in TANH | GATED or type_ in ("F.hardtanh", "Hardtanh") else 0.0
    near = _NEAR * (1.0 - low)
    return float(((values > 1 - near) | (values < low + near)).float().mean())
