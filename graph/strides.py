"""How a tensor lies in memory, which decides whether it can be viewed or written over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True)
class Layout:
    """The strides of a tensor that is not contiguous, without their numbers.

    ``order`` holds its axes, outermost in memory first; along those in ``repeated`` one number
    stands for all (``expand``); along those in ``gaps`` memory is skipped (``x[:, ::2]``).
    """

    order: tuple[int, ...]
    repeated: tuple[int, ...] = ()
    gaps: tuple[int, ...] = ()


def without_axis(layout: Layout | None, axes: int, axis: int) -> Layout | None:
    """How one place of an axis lies in memory, of a tensor that lies as ``layout`` says."""
    whole = layout or Layout(tuple(range(axes)))
    gaps = set(whole.gaps) - {axis}
    if axis in whole.order and (place := whole.order.index(axis)):
        gaps.add(whole.order[place - 1])  # it steps over the places that are left out

    def named(kept: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(a - (a > axis) for a in kept if a != axis)

    part = Layout(named(whole.order), named(whole.repeated), named(tuple(sorted(gaps))))
    return None if part == Layout(tuple(range(axes - 1))) else part


def layout_of(tensor: Tensor) -> Layout | None:
    """The layout of a tensor; None where it is contiguous."""
    if tensor.is_contiguous():
        return None
    sizes, strides = tensor.shape, tensor.stride()
    axes = range(tensor.ndim)
    repeated = tuple(axis for axis in axes if sizes[axis] > 1 and strides[axis] == 0)
    order = sorted((a for a in axes if a not in repeated), key=lambda a: (-strides[a], a))
    gaps, expected = [], 1
    for axis in reversed(order):
        if sizes[axis] > 1 and strides[axis] != expected:
            gaps.append(axis)
        if sizes[axis] > 1:
            expected = strides[axis] * sizes[axis]
    return Layout(tuple(order), repeated, tuple(sorted(gaps)))


def laid_out(
    shape: tuple[int, ...], layout: Layout | None, fill: Callable[[tuple[int, ...]], Tensor]
) -> Tensor:
    """A tensor of ``shape`` that lies in memory as ``layout`` says; ``fill`` makes one."""
    if layout is None:
        return fill(shape)
    sizes: list[int] = []
    kept: list[Any] = []
    for axis in layout.order:
        # Twice as many, of which every other is kept: the stride is no longer that of the rest.
        gap = axis in layout.gaps
        sizes.append(shape[axis] * 2 if gap else shape[axis])
        kept.append(slice(None, None, 2) if gap else slice(None))
    tensor = fill(tuple(sizes))[tuple(kept)]
    present = sorted(layout.order)
    tensor = tensor.permute([layout.order.index(axis) for axis in present])
    for axis in layout.repeated:
        tensor = tensor.unsqueeze(axis)
    return tensor.expand(shape)
