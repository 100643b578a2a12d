"""Whether a network and its data fit CTCLoss, which compares whole sequences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.edits import SetTraining
from graph.phrases import later
from graph.problems import Fix, Problem
from train.checks_last_layer import LAID

if TYPE_CHECKING:
    from graph.analysis import TensorType
    from train.checks_outputs import Comparison


def check_sequence(compared: Comparison, name: str, tensor: TensorType) -> Iterator[Problem]:
    """Of what arrives at the Output ``name``: time first, then samples, a score for each label."""
    data = compared.data
    if len(data.target.shape) != 1:
        said = later(
            "training.loss: CTCLoss compares with a row of labels for each sample, but the data "
            "{title} has one label for each",
            title=data.title,
        )
        fix = Fix(later("Use {wanted}", wanted="CrossEntropyLoss"), _using(compared))
        yield Problem("error", "loss-target", said, fixes=(fix,))
        return
    shape = tensor.shape
    if len(shape) != 3 or isinstance(shape[1], int) or "N" not in str(shape[1]):
        said = later(
            "{name}: CTCLoss needs [T, N, C], time before samples, but {tensor} arrives; "
            "torch.transpose turns them around",
            name=name,
            tensor=tensor,
        )
        yield Problem("error", "loss-shape", said, node=name, port="input")
        return
    yield from _check_blank(compared, name, shape[2])


def _check_blank(compared: Comparison, name: str, width: object) -> Iterator[Problem]:
    """The blank is a label of its own, and every label has a score."""
    labels = len(compared.data.classes)
    blank = compared.config.loss.arguments.get("blank", 0)
    if not isinstance(width, int) or not isinstance(blank, int):
        return
    if max(labels, blank + 1) <= width:
        return
    said = later(
        "{name}: CTCLoss needs a score for each of {labels} labels, of which the blank is number "
        "{blank}, but {width} arrive",
        name=name,
        labels=max(labels, blank + 1),
        blank=blank,
        width=width,
    )
    fixes = compared.widen(name, max(labels, blank + 1), LAID)
    yield Problem("error", "classes", said, node=name, port="input", fixes=fixes)


def _using(compared: Comparison) -> SetTraining:
    return SetTraining((*compared.path, "type"), "CrossEntropyLoss")
