"""Varies the batches that are trained on: every draw is a function of its place in the run alone.

So a run that is taken up again anywhere sees what it would have seen, and so does the script.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch

from graph.errors import TrainingError
from graph.phrases import later
from train.augment_kinds import KINDS
from train.data import Prepared
from train.data.on_disk import Samples
from train.settings import Choice
from train.varying import add_noise, cut_mix, in_unit_range, mix_up, moved, seed_of_batch

Tensors = list[torch.Tensor]

#: Takes inputs and targets of a batch, and gives them varied.
Step = Callable[[Tensors, Tensors], tuple[Tensors, Tensors]]


class Augmenter:
    """Carries out the steps of ``training.data.augment`` on batches of one data set."""

    def __init__(
        self, steps: Sequence[Choice], data: Prepared, targets: Sequence[Prepared], seed: int
    ) -> None:
        """Where a network is asked for its input, that is taken before what only spoils it."""
        self._seed = seed
        self._given_back = [i for i, target in enumerate(targets) if target.gives_back]
        self._shapes = data.shapes
        self._pictures = [i for i, shape in enumerate(data.shapes) if len(shape) == 3]
        self._numbers = [i for i, array in enumerate(data.train_inputs) if array.dtype.kind == "f"]
        self._mixes = any(KINDS[step.type].of == "samples" for step in steps)
        self._classes = [
            len(t.classes) if t.train_target.dtype.kind in "iu" else 0 for t in targets
        ]
        sizes = [data.shapes[i][1:] for i in self._pictures]
        self._maps = [i for i, t in enumerate(targets) if is_map(t.train_target, sizes)]
        self._steps = [(KINDS[step.type].spoils, self._step(step)) for step in steps]

    def __call__(
        self,
        inputs: Sequence[torch.Tensor],
        targets: Sequence[torch.Tensor],
        epoch: int,
        number: int,
    ) -> tuple[tuple[torch.Tensor, ...], tuple[torch.Tensor, ...]]:
        """Batch ``number`` of an epoch, varied.

        Shapes: those of the batch; a class becomes a share of each, (N, classes), where samples
        are mixed.
        """
        state = torch.random.get_rng_state()
        torch.default_generator.manual_seed(seed_of_batch(self._seed, epoch, number))
        varied = [x.reshape(-1, *s) for x, s in zip(inputs, self._shapes, strict=True)]
        compared = list(targets)
        if self._mixes:
            compared = [self._soft(t, n) for t, n in zip(compared, self._classes, strict=True)]
        for spoils, step in self._steps:
            varied, compared = step(varied, compared)
            for place in self._given_back if not spoils else ():
                compared[place] = varied[0].reshape(targets[place].shape)
        torch.random.set_rng_state(state)
        return tuple(
            x.reshape(before.shape) for x, before in zip(varied, inputs, strict=True)
        ), tuple(compared)

    def hard(self, targets: Sequence[torch.Tensor]) -> tuple[torch.Tensor, ...]:
        """The class with the largest share, by which answers are counted."""
        if not self._mixes:
            return tuple(targets)
        pairs = zip(targets, self._classes, strict=True)
        return tuple(target.argmax(dim=1) if classes else target for target, classes in pairs)

    @staticmethod
    def _soft(target: torch.Tensor, classes: int) -> torch.Tensor:
        return torch.nn.functional.one_hot(target, classes).float() if classes else target

    def _step(self, step: Choice) -> Step:
        kind, given = KINDS[step.type], KINDS[step.type].values(step)
        if step.type == "noise":
            return self._each(self._numbers, lambda i: lambda x: add_noise(x, **given))
        if step.type == "mixup":
            return lambda inputs, targets: self._split(mix_up([*inputs, *targets], **given))
        if step.type == "cutmix":
            return lambda inputs, targets: cut_mix(inputs, targets, **given)
        if kind.kornia is None:
            raise TrainingError(later("there is no way to carry out {name}", name=step.type))
        changes: dict[int, Callable[[torch.Tensor], torch.Tensor]] = {}
        for index in self._pictures:
            _, height, width = self._shapes[index]
            changes[index] = _kornia(*kind.kornia(given, (height, width)))

        def change(index: int) -> Callable[[torch.Tensor], torch.Tensor]:
            if kind.ranged:
                return lambda x: in_unit_range(x, changes[index])
            return changes[index]

        varied = self._each(self._pictures, change)
        if not (kind.moves and self._maps):
            return varied
        return self._with_maps(varied, changes[self._pictures[0]])

    def _with_maps(self, step: Step, change: Callable[[torch.Tensor], torch.Tensor]) -> Step:
        """The same, and the classes of pixels are moved as the pixels of the first picture were."""

        def both(inputs: Tensors, targets: Tensors) -> tuple[Tensors, Tensors]:
            inputs, targets = step(inputs, targets)
            for place in self._maps:
                targets[place] = moved(targets[place], change)
            return inputs, targets

        return both

    @staticmethod
    def _each(places: Sequence[int], change: Callable[[int], Any]) -> Step:
        def step(inputs: Tensors, targets: Tensors) -> tuple[Tensors, Tensors]:
            for place in places:
                inputs[place] = change(place)(inputs[place])
            return inputs, targets

        return step

    def _split(self, tensors: Tensors) -> tuple[Tensors, Tensors]:
        count = len(self._shapes)
        return tensors[:count], tensors[count:]


def is_map(target: Samples, sizes: Sequence[tuple[int, ...]]) -> bool:
    """Whether a target says of which class every pixel of the pictures is."""
    return target.dtype.kind in "iu" and target.ndim == 3 and tuple(target.shape[1:]) in sizes


def _kornia(name: str, arguments: dict[str, Any]) -> Callable[[torch.Tensor], torch.Tensor]:
    """Raises: TrainingError, where kornia is not there."""
    try:
        import kornia.augmentation as library
    except ImportError as error:
        raise TrainingError(
            later("pictures are varied by the package kornia, which is not installed"),
            later("install it: pip install kornia"),
        ) from error
    made: Callable[[torch.Tensor], torch.Tensor] = getattr(library, name)(**arguments)
    return made
