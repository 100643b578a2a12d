"""Whether what a network gives fits the loss and its target."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.edits import Batch, Edit, SetArgument, SetTraining
from graph.phrases import joined, later
from graph.problems import Fix, Problem
from train.catalog import LOSS_NEEDS, LossNeeds
from train.checks_last_layer import BOUNDED, LOG_SOFTENED, SOFTENED, check_last_layer
from train.checks_sequence import check_sequence
from train.checks_sizes import fits, shape_text, size_of, titled
from train.data import DataDescription
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from graph.analysis import Analysis, TensorType
    from graph.document import Document


@dataclass(frozen=True)
class Comparison:
    """An output, its target, and the loss that stands at ``path`` of ``training:``."""

    document: Document
    analysis: Analysis
    config: TrainingConfig
    data: DataDescription
    path: tuple[str, ...] = ("loss",)

    def check(self, outputs: tuple[str, ...]) -> Iterator[Problem]:
        """``outputs`` are the names of the Output nodes that this loss compares."""
        loss = self.config.loss.type
        needs = LOSS_NEEDS[loss]
        if len(outputs) != needs.outputs:
            yield Problem(
                "error",
                "loss-outputs",
                later(
                    "{loss} compares {count} of the network, but it has {count_2}",
                    loss=loss,
                    count=later("{n} outputs", one="{n} output", n=needs.outputs),
                    count_2=later("{n} Output nodes", one="{n} Output node", n=len(outputs)),
                ),
                node=outputs[-1] if outputs else "",
            )
            return
        name = outputs[0]
        yield from self._check_target(needs, name)
        known = self.analysis.nodes.get(name)
        tensor = known.inputs.get("input") if known else None
        if tensor is None:
            return
        yield from check_last_layer(self.document, name, loss, needs, self.path)
        if needs.target == "sequence":
            if self.data.classes:
                yield from check_sequence(self, name, tensor)
        elif not tensor.shape or isinstance(tensor.shape[0], int):
            yield Problem(
                "error",
                "loss-shape",
                later(
                    "{name}: {loss} needs one result per sample, but {tensor} arrives",
                    name=name,
                    loss=loss,
                    tensor=tensor,
                ),
                node=name,
                port="input",
            )
        elif needs.per_class or (needs.target == "one-hot" and self.data.classes):
            yield from self._check_classes(name, tensor)
        elif needs.target in ("values", "binary", "signs"):
            yield from self._check_values(name, tensor)

    def _check_target(self, needs: LossNeeds, output: str) -> Iterator[Problem]:
        """Whether the kind of target is one that this loss can use."""
        loss, classes = self.config.loss.type, self.data.classes
        wanted = None
        if needs.target in ("classes", "labels", "sequence") and not classes:
            said = later(
                "class numbers, but the data {title} has numbers to predict",
                title=titled(self.data),
            )
            wanted, what = "MSELoss", said
        elif needs.target in ("binary", "signs") and len(classes) > 2:
            wanted, what = (
                "CrossEntropyLoss",
                later("two classes, but the data has {classes}", classes=len(classes)),
            )
        elif needs.target == "values" and len(classes) > 2:
            wanted, what = (
                "CrossEntropyLoss",
                later("numbers, but the data has {classes} classes", classes=len(classes)),
            )
        if wanted is None:
            return
        if needs.target in ("binary", "values") and self._output_is_per_class(output):
            return  # one yes or no for each class is a well-known way
        yield Problem(
            "error",
            "loss-target",
            later("training.loss: {loss} needs {what}", loss=loss, what=what),
            fixes=(Fix(later("Use {wanted}", wanted=wanted), self._choosing(wanted)),),
        )

    def _choosing(self, loss: str) -> Edit:
        if len(self.path) == 1:
            return SetTraining(self.path, {"type": loss})
        return self._typed(loss)

    def _typed(self, loss: str) -> Edit:
        return SetTraining((*self.path, "type"), loss)

    def _output_is_per_class(self, name: str) -> bool:
        known = self.analysis.nodes.get(name)
        tensor = known.inputs.get("input") if known else None
        return (
            tensor is not None
            and len(tensor.shape) == 2
            and tensor.shape[1] == len(self.data.classes)
        )

    def _check_classes(self, name: str, tensor: TensorType) -> Iterator[Problem]:
        classes = len(self.data.classes)
        if not classes:
            return
        rest = tensor.shape[2:]
        if len(tensor.shape) < 2 or not fits(rest, self.data.target.shape):
            expected = shape_text((classes, *self.data.target.shape))
            yield Problem(
                "error",
                "loss-shape",
                later(
                    "{name}: {type} needs {expected}, one score per class, but {tensor} arrives",
                    name=name,
                    type=self.config.loss.type,
                    expected=expected,
                    tensor=tensor,
                ),
                node=name,
                port="input",
            )
            return
        width = tensor.shape[1]
        if not isinstance(width, int) or width == classes:
            return
        few = width < classes
        what = later("only ") if few else ""
        said = later(
            "{name}: the data {title} has {classes} classes, but {what}{width} scores arrive",
            name=name,
            title=titled(self.data),
            classes=classes,
            what=what,
            width=width,
        )
        beyond = self._sample_beyond(width) if few else None
        if beyond is not None:
            sample, which = beyond
            first = later("sample {sample} is of class {which}", sample=sample, which=repr(which))
            said = joined("; ", (said, first))
        yield Problem(
            "error" if few else "warning",
            "classes",
            said,
            node=name,
            port="input",
            fixes=self.widen(name, classes),
        )

    def _sample_beyond(self, scores: int) -> tuple[int, str] | None:
        """The first sample, from 0, of a class that has no score: a label may be a mistake."""
        labels = self.data.labels
        if labels is None:
            return None
        found = np.argwhere((labels >= scores) & ~np.isin(labels, self.config.data.void))
        if not len(found):
            return None
        return int(found[0][0]), self.data.classes[int(labels[tuple(found[0])])]

    def _check_values(self, name: str, tensor: TensorType) -> Iterator[Problem]:
        classes, target = len(self.data.classes), self.data.target
        if classes and fits(tensor.shape[1:], (classes, *target.shape)) and classes > 1:
            return
        same = fits(tensor.shape[1:], target.shape)
        one = all(size == 1 for size in tensor.shape[1:]) and size_of(target.shape) == 1
        yes_or_no = len(self.data.classes) == 2 and fits(tensor.shape[1:], (1, *target.shape))
        if same or one or yes_or_no:
            return
        wanted = target.shape or (1,)
        yield Problem(
            "error",
            "loss-shape",
            later(
                "{name}: {type} compares with targets of shape {shape}, but {tensor} arrives",
                name=name,
                type=self.config.loss.type,
                shape=shape_text(wanted),
                tensor=tensor,
            ),
            node=name,
            port="input",
            fixes=self.widen(name, wanted[-1]) if len(wanted) + 1 == len(tensor.shape) else (),
        )

    def _before(self, name: str) -> str | None:
        edges = self.document.graph.in_edges(name)
        return edges[0].source if len(edges) == 1 else None

    def widen(self, name: str, width: int, through: Set[str] = frozenset()) -> tuple[Fix, ...]:
        """Set the width of the last Linear or convolution before an Output.

        ``through`` are types of layers that may stand between, beside those that keep the width.
        """
        keys = {"Linear": "out_features", "Conv1d": "out_channels", "Conv2d": "out_channels"}
        transparent = SOFTENED | LOG_SOFTENED | BOUNDED | {"Dropout", "Identity", "Tanh"} | through
        found: str | None = self._before(name)
        for _ in range(len(self.document.graph)):
            if found is None:
                return ()
            type_ = self.document.graph.node(found).type
            if type_ in keys:
                edit: Edit = SetArgument(found, keys[type_], width)
                return (
                    Fix(
                        later(
                            "Set {keys} of {found} to {width}",
                            keys=keys[type_],
                            found=found,
                            width=width,
                        ),
                        Batch((edit,), later("Set width")),
                    ),
                )
            if type_ not in transparent:
                return ()
            found = self._before(found)
        return ()
