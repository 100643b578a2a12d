"""What would go wrong in training, found before it starts: settings, data, network, loss."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.edits import Batch, Edit, SetArgument, SetTraining
from graph.errors import DataError
from graph.problems import Fix, Problem
from train.catalog import LOSS_NEEDS, LossNeeds
from train.checks_regularity import check_regularity
from train.checks_weights import check_weights
from train.data import DataDescription, Field, describe
from train.data.location import OutsideFolder
from train.reading import read_training
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from graph.analysis import Analysis, TensorType
    from graph.document import Document

#: Layers that end in what a loss applies by itself, and the losses that do.
SOFTENED = {"Softmax", "F.softmax", "torch.softmax", "Tensor.softmax"}
LOG_SOFTENED = {"LogSoftmax", "F.log_softmax", "torch.log_softmax", "Tensor.log_softmax"}
BOUNDED = {"Sigmoid", "torch.sigmoid", "F.sigmoid", "Tensor.sigmoid"} | SOFTENED


def check_training(
    document: Document,
    analysis: Analysis | None,
    folder: Path | None = None,
    *,
    outside: bool = False,
) -> list[Problem]:
    """Return every problem of ``training:``, with fixes where there are any; never raises.

    ``analysis`` may be None while it is still being made: then only settings and data are
    looked at. Files are looked for in ``folder``, the project's; elsewhere only with ``outside``,
    which is for a run the user has started.
    """
    config, problems = read_training(document.training)
    try:
        described = describe(config.data, folder, outside=outside)
    except OutsideFolder as error:
        problems.append(Problem("hint", "data-outside-folder", f"training data: {error}"))
        return problems
    except DataError as error:
        problems.append(Problem("error", "bad-data", f"training data: {error}"))
        return problems
    problems += _check_amounts(config, described)
    problems += check_regularity(config, described)
    problems += check_weights(config, folder, outside=outside)
    if analysis is not None:
        fit = _Fit(document, analysis, config, described)
        problems += fit.check_inputs()
        problems += fit.check_outputs()
        problems += fit.check_optimizer()
    return problems


def _check_amounts(config: TrainingConfig, described: DataDescription) -> Iterator[Problem]:
    training = described.samples - round(described.samples * config.data.validation)
    if training < 1:
        yield Problem(
            "error",
            "no-samples",
            f"training.data.validation: of {described.samples} samples none is left to train on",
            fixes=(_set(("data", "validation"), 0.2),),
        )
    elif config.data.batch_size > training:
        yield Problem(
            "warning",
            "batch-size",
            f"training.data.batch_size: {config.data.batch_size} is more than the {training} "
            "samples there are to train on, so each epoch is one step",
            fixes=(_set(("data", "batch_size"), max(1, min(32, training))),),
        )


def _set(path: tuple[str, ...], value: Any) -> Fix:
    return Fix(f"Set {path[-1]} to {value}", SetTraining(path, value))


@dataclass(frozen=True)
class _Fit:
    """Whether network, data and loss fit together."""

    document: Document
    analysis: Analysis
    config: TrainingConfig
    data: DataDescription

    # what goes in

    def check_inputs(self) -> Iterator[Problem]:
        inputs = [node for node in self.document.graph.nodes if node.type == "Input"]
        if len(inputs) != len(self.data.inputs):
            yield Problem(
                "error",
                "data-inputs",
                f"the data gives {_count(len(self.data.inputs), 'input')}, but the network has "
                f"{_count(len(inputs), 'Input node')}",
            )
            return
        for node, field in zip(inputs, self.data.inputs, strict=True):
            known = self.analysis.nodes.get(node.name)
            tensor = known.outputs.get("output") if known else None
            if tensor is not None:
                yield from self._check_input(node.name, tensor, field)

    def _check_input(self, name: str, tensor: TensorType, field: Field) -> Iterator[Problem]:
        first = tensor.shape[0] if tensor.shape else None
        batch = first if first is not None and not isinstance(first, int) else "N"
        shape = (str(batch), *field.shape)
        shaping = SetArgument(name, "shape", shape)
        if not _fits(tensor.shape[1:], field.shape) or isinstance(first, int) or first is None:
            fixes = [Fix(f"Set shape to [{', '.join(map(str, shape))}]", shaping)]
            flat = len(tensor.shape) == 2 and tensor.shape[1] == _size(field.shape)
            if flat and len(field.shape) > 1 and not isinstance(first, int):
                flatten = SetTraining(("data", "flatten"), True)
                fixes.append(Fix("Flatten the data", flatten))
            yield Problem(
                "error",
                "data-shape",
                f"{name}: the data {self.data.title} has samples of shape {_shape(field.shape)}, "
                f"but this input takes {tensor}",
                node=name,
                port="output",
                fixes=tuple(fixes),
            )
        if tensor.dtype != field.dtype:
            typing = SetArgument(name, "dtype", field.dtype)
            yield Problem(
                "error",
                "data-dtype",
                f"{name}: the data {self.data.title} is {field.dtype}, but this input takes "
                f"{tensor.dtype}",
                node=name,
                port="output",
                fixes=(Fix(f"Set dtype to {field.dtype}", typing),),
            )

    # what comes out

    def check_outputs(self) -> Iterator[Problem]:
        loss = self.config.loss.type
        needs = LOSS_NEEDS[loss]
        outputs = [node for node in self.document.graph.nodes if node.type == "Output"]
        if len(outputs) != needs.outputs:
            yield Problem(
                "error",
                "loss-outputs",
                f"{loss} compares {_count(needs.outputs, 'output')} of the network, but it has "
                f"{_count(len(outputs), 'Output node')}",
                node=outputs[-1].name if outputs else "",
            )
            return
        yield from self._check_target(needs)
        known = self.analysis.nodes.get(outputs[0].name)
        tensor = known.inputs.get("input") if known else None
        if tensor is None:
            return
        name = outputs[0].name
        yield from self._check_last_layer(name, needs)
        if not tensor.shape or isinstance(tensor.shape[0], int):
            yield Problem(
                "error",
                "loss-shape",
                f"{name}: {loss} needs one result per sample, but {tensor} arrives",
                node=name,
                port="input",
            )
        elif needs.per_class or (needs.target == "one-hot" and self.data.classes):
            yield from self._check_classes(name, tensor)
        elif needs.target in ("values", "binary", "signs"):
            yield from self._check_values(name, tensor)

    def _check_target(self, needs: LossNeeds) -> Iterator[Problem]:
        """Whether the kind of target is one that this loss can use."""
        loss, classes = self.config.loss.type, self.data.classes
        wanted = None
        if needs.target in ("classes", "labels", "sequence") and not classes:
            wanted, what = "MSELoss", "class numbers, but the data has numbers to predict"
        elif needs.target in ("binary", "signs") and len(classes) > 2:
            wanted, what = "CrossEntropyLoss", f"two classes, but the data has {len(classes)}"
        elif needs.target == "values" and len(classes) > 2:
            wanted, what = "CrossEntropyLoss", f"numbers, but the data has {len(classes)} classes"
        if wanted is None:
            return
        if needs.target in ("binary", "values") and self._output_is_per_class():
            return  # one yes or no for each class is a well-known way
        yield Problem(
            "error",
            "loss-target",
            f"training.loss: {loss} needs {what}",
            fixes=(Fix(f"Use {wanted}", SetTraining(("loss",), {"type": wanted})),),
        )

    def _output_is_per_class(self) -> bool:
        name = next(node.name for node in self.document.graph.nodes if node.type == "Output")
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
        if len(tensor.shape) < 2 or not _fits(rest, self.data.target.shape):
            expected = _shape((classes, *self.data.target.shape))
            yield Problem(
                "error",
                "loss-shape",
                f"{name}: {self.config.loss.type} needs {expected}, one score per class, but "
                f"{tensor} arrives",
                node=name,
                port="input",
            )
            return
        width = tensor.shape[1]
        if not isinstance(width, int) or width == classes:
            return
        few = width < classes
        what = "only " if few else ""
        yield Problem(
            "error" if few else "warning",
            "classes",
            f"{name}: the data {self.data.title} has {classes} classes, but {what}{width} scores "
            "arrive",
            node=name,
            port="input",
            fixes=self._widen(name, classes),
        )

    def _check_values(self, name: str, tensor: TensorType) -> Iterator[Problem]:
        classes, target = len(self.data.classes), self.data.target
        if classes and _fits(tensor.shape[1:], (classes, *target.shape)) and classes > 1:
            return
        same = _fits(tensor.shape[1:], target.shape)
        one = all(size == 1 for size in tensor.shape[1:]) and _size(target.shape) == 1
        if same or one:
            return
        wanted = target.shape or (1,)
        yield Problem(
            "error",
            "loss-shape",
            f"{name}: {self.config.loss.type} compares with targets of shape {_shape(wanted)}, but "
            f"{tensor} arrives",
            node=name,
            port="input",
            fixes=self._widen(name, wanted[-1]) if len(wanted) + 1 == len(tensor.shape) else (),
        )

    def _check_last_layer(self, name: str, needs: LossNeeds) -> Iterator[Problem]:
        """A softmax too many or too few trains, but badly."""
        last = self._before(name)
        if last is None:
            return
        node = self.document.graph.node(last)
        loss = self.config.loss.type
        if loss == "CrossEntropyLoss" and node.type in SOFTENED | LOG_SOFTENED:
            yield Problem(
                "warning",
                "softmax-twice",
                f"{last}: CrossEntropyLoss applies a softmax itself, so this one only slows "
                "learning",
                node=last,
            )
        if loss == "BCEWithLogitsLoss" and node.type in BOUNDED:
            fix = Fix("Use BCELoss", SetTraining(("loss", "type"), "BCELoss"))
            said = f"{last}: BCEWithLogitsLoss applies a sigmoid itself"
            yield Problem("warning", "sigmoid-twice", said, node=last, fixes=(fix,))
        if loss == "NLLLoss" and node.type not in LOG_SOFTENED and self._is_plain(node.type):
            fix = Fix("Use CrossEntropyLoss", SetTraining(("loss", "type"), "CrossEntropyLoss"))
            said = f"{last}: NLLLoss needs log-probabilities, as LogSoftmax gives them"
            yield Problem("warning", "no-log-softmax", said, node=last, fixes=(fix,))
        if needs.unit and node.type not in BOUNDED and self._is_plain(node.type):
            fix = Fix("Use BCEWithLogitsLoss", SetTraining(("loss", "type"), "BCEWithLogitsLoss"))
            said = f"{last}: {loss} needs values between 0 and 1, as Sigmoid gives them"
            yield Problem("error", "not-bounded", said, node=last, fixes=(fix,))

    @staticmethod
    def _is_plain(type_: str) -> bool:
        """Whether a layer surely gives values of any size."""
        return type_ in ("Linear", "Conv1d", "Conv2d", "Conv3d", "Bilinear")

    def _before(self, name: str) -> str | None:
        edges = self.document.graph.in_edges(name)
        return edges[0].source if len(edges) == 1 else None

    def _widen(self, name: str, width: int) -> tuple[Fix, ...]:
        """Set the width of the last Linear or convolution before an Output."""
        keys = {"Linear": "out_features", "Conv1d": "out_channels", "Conv2d": "out_channels"}
        transparent = SOFTENED | LOG_SOFTENED | BOUNDED | {"Dropout", "Identity", "Tanh"}
        found: str | None = self._before(name)
        for _ in range(len(self.document.graph)):
            if found is None:
                return ()
            type_ = self.document.graph.node(found).type
            if type_ in keys:
                edit: Edit = SetArgument(found, keys[type_], width)
                return (
                    Fix(f"Set {keys[type_]} of {found} to {width}", Batch((edit,), "Set width")),
                )
            if type_ not in transparent:
                return ()
            found = self._before(found)
        return ()

    # what is trained

    def check_optimizer(self) -> Iterator[Problem]:
        config = self.config.optimizer
        shapes = self._parameter_shapes()
        if not (self.analysis.total_parameters or self.analysis.errors or self.analysis.untrusted):
            yield Problem(
                "error",
                "nothing-to-train",
                "the network has no weights to train; add a layer with weights, such as Linear",
            )
        if config.type == "LBFGS" and config.groups:
            fix = Fix("Remove groups", SetTraining(("optimizer", "groups"), ()))
            said = "training.optimizer: LBFGS knows no parameter groups"
            yield Problem("error", "optimizer-groups", said, fixes=(fix,))
        if config.type == "Muon":
            odd = next((node for node, ps in shapes.items() if any(len(p) != 2 for p in ps)), None)
            if odd is not None:
                yield Problem(
                    "error",
                    "optimizer-shape",
                    "training.optimizer: Muon takes only weights with two axes, "
                    f"but {odd} has others",
                    fixes=(Fix("Use AdamW", SetTraining(("optimizer",), {"type": "AdamW"})),),
                )
        if config.type == "SparseAdam":
            sparse = any(n.arguments.get("sparse") is True for n in self.document.graph.nodes)
            if not sparse:
                yield Problem(
                    "error",
                    "optimizer-sparse",
                    "training.optimizer: SparseAdam needs sparse gradients, from an Embedding with "
                    "sparse: true",
                    fixes=(Fix("Use Adam", SetTraining(("optimizer",), {"type": "Adam"})),),
                )
        yield from self._check_groups()

    def _parameter_shapes(self) -> Mapping[str, list[tuple[int, ...]]]:
        return {
            name: list(node.parameter_shapes.values())
            for name, node in self.analysis.nodes.items()
            if node.parameter_shapes
        }

    def _check_groups(self) -> Iterator[Problem]:
        graph = self.document.graph
        frames = {str(n.options["group"]) for n in graph.nodes if n.options.get("group")}
        frames |= graph.groups.keys()
        frames -= {group.name for group in graph.groups.values() if group.is_plain}
        for index, group in enumerate(self.config.optimizer.groups):
            names = [*graph.names, *frames]
            places = [f"{frame}.0" for frame in frames] + [f"{name}.weight" for name in names]
            if not any(fnmatch.fnmatchcase(name, group.nodes) for name in names + places):
                yield Problem(
                    "warning",
                    "group-empty",
                    f"training.optimizer.groups.{index}: {group.nodes!r} fits no layer of this "
                    "network",
                )


def _fits(sizes: tuple[Any, ...], shape: tuple[int, ...]) -> bool:
    """Whether a symbolic shape can be this one; a symbol is the same size everywhere."""
    symbols: dict[str, int] = {}
    if len(sizes) != len(shape):
        return False
    for size, given in zip(sizes, shape, strict=True):
        if isinstance(size, int):
            if size != given:
                return False
        elif symbols.setdefault(str(size), given) != given:
            return False
    return True


def _size(shape: tuple[int, ...]) -> int:
    size = 1
    for one in shape:
        size *= one
    return size


def _shape(shape: tuple[int, ...]) -> str:
    return f"[{', '.join(['N', *map(str, shape)])}]"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
