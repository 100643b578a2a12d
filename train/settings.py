"""How training is set up, as data: the mapping ``training:`` of a project with all its defaults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, cast

from graph.document import Value
from train.catalog import LENGTHS

if TYPE_CHECKING:
    from graph.document import Document

Unit = Literal["epoch", "step"]
Precision = Literal["float32", "bfloat16", "float16"]


@dataclass(frozen=True)
class Choice:
    """A type of the catalog with the arguments the user set: a loss, a way to vary samples."""

    type: str
    arguments: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class DataConfig:
    """Where samples come from, and how they are split, scaled and batched.

    ``validation`` and ``test`` are the fractions held out; ``seed`` draws the split (and a
    generated set). A part that lies in files of its own is in ``apart``, with the options that
    name them. ``split`` is ``random`` or ``stratified``: every class in every part alike, those of
    the first target with any where there are several, of which ``strata`` has this set asked for
    each; ``group`` names what tells samples that must stay together. ``augment`` varies what is
    trained on, step after step.
    ``normalize``: ``standard`` (mean 0, deviation 1), ``unit`` (pixels from 0 to 1), ``none``,
    or ``auto``: what suits the source. ``targets: inputs`` asks the network for its own input,
    ``beside_input`` for something else at the same time.
    ``void``: labels that stand for no class, since a loss ignores them.
    ``options`` holds what only this source knows, such as ``path``.
    """

    source: str = "mnist"
    validation: float = 0.2
    test: float = 0.0
    split: str = "random"
    group: str = ""
    strata: tuple[DataConfig, ...] = ()
    apart: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    batch_size: int = 64
    seed: int = 0
    normalize: str = "auto"
    normalize_target: bool | str = "auto"
    beside_input: bool = False
    flatten: bool = False
    drop_last: bool = False
    augment: tuple[Choice, ...] = ()
    void: tuple[int, ...] = ()
    options: Mapping[str, Value] = field(default_factory=dict)

    @property
    def validates(self) -> bool:
        """Whether samples are held out to validate with."""
        return self.validation > 0 or "validation" in self.apart

    def in_order_of(self, names: Sequence[str]) -> DataConfig:
        """What is said for each Input by its name, in the order in which the network takes them."""
        said = self.options.get("inputs")
        if not isinstance(said, Mapping):
            return self
        places = {name: place for place, name in enumerate(names)}
        order = sorted(said, key=lambda name: places.get(name, len(places)))
        inputs: Value = {name: said[name] for name in order}
        return replace(self, options={**self.options, "inputs": inputs})

    @property
    def reconstruct(self) -> bool:
        return self.options.get("targets") == "inputs"


@dataclass(frozen=True)
class Term:
    """One loss of a sum of several: what it compares, with what, and how much it counts.

    ``outputs`` are names of Output nodes. ``target`` is "" for the target of the data, ``inputs``
    for what goes into the network, or the name of another column or array.
    """

    outputs: tuple[str, ...]
    loss: Choice
    weight: float = 1.0
    target: str = ""


@dataclass(frozen=True)
class ParameterGroup:
    """Parameters with settings of their own.

    ``nodes`` are names and patterns as in a shell; one that begins with ``!`` takes away. ``kinds``
    keeps to some: ``bias``, ``norm``, ``weight``. What is ``frozen`` does not learn.
    """

    nodes: tuple[str, ...] = ()
    arguments: Mapping[str, Value] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    name: str = ""
    frozen: bool = False


@dataclass(frozen=True)
class OptimizerConfig:
    """An optimizer of ``torch.optim`` and its parameter groups.

    Of ``no_decay``, kinds of parameters, nothing decays, in whichever group they are.
    """

    type: str = "Adam"
    arguments: Mapping[str, Value] = field(default_factory=dict)
    groups: tuple[ParameterGroup, ...] = ()
    no_decay: tuple[str, ...] = ()

    @property
    def is_grouped(self) -> bool:
        """Whether more is said than one dict for all parameters."""
        return bool(self.groups or self.no_decay)


@dataclass(frozen=True)
class ScheduleConfig:
    """A scheduler of ``torch.optim.lr_scheduler``, stepped per epoch or per step.

    ``schedulers`` are the parts of SequentialLR and ChainedScheduler.
    """

    type: str
    arguments: Mapping[str, Value] = field(default_factory=dict)
    per: Unit = "epoch"
    schedulers: tuple[ScheduleConfig, ...] = ()

    @property
    def automatic(self) -> str:
        """The argument that follows from how long the schedule lasts; "" if none does."""
        name = LENGTHS.get(self.type, "")
        return "" if name in self.arguments else name

    @property
    def milestones(self) -> tuple[int, ...]:
        """Where the parts of a sequence follow each other."""
        said = self.arguments.get("milestones", ())
        return (said,) if isinstance(said, int) else tuple(cast("tuple[int, ...]", said))

    def spans(self, units: int) -> list[int]:
        """How long each part lasts, of ``units`` in all; at least 1."""
        if self.type != "SequentialLR":
            return [units] * len(self.schedulers)
        bounds = [0, *self.milestones, units]
        return [max(1, after - before) for before, after in pairwise(bounds)]


@dataclass(frozen=True)
class WeightsConfig:
    """The file that a network starts from, relative to the project's.

    ``match`` says which tensor goes where: ``name``, ``order``, the path of a table of names, or
    the table itself, old names to new.
    """

    path: str
    match: str | Mapping[str, str] = "name"

    @property
    def table(self) -> str:
        """The path of the table of names, if there is one."""
        how = self.match
        return how if isinstance(how, str) and how not in ("name", "order") else ""


@dataclass(frozen=True)
class EarlyStopping:
    """End the run once ``metric`` has not got better by ``min_delta`` for ``patience`` epochs.

    ``mode`` is ``min``, ``max``, or ``auto``: what is better for this metric.
    """

    metric: str = "validation.loss"
    patience: int = 5
    mode: str = "auto"
    min_delta: float = 0.0


@dataclass(frozen=True)
class Regularity:
    """What keeps a run steady, and says which of its epochs is the best.

    Gradients are clipped by value, then by norm, before each step, which is made of
    ``accumulate`` batches. ``precision`` is what the network computes in; its weights stay
    float32. ``ema`` is the decay of an exponential moving average of the weights: where there is
    one, it is what is validated and saved.
    """

    clip_grad_norm: float | None = None
    clip_grad_value: float | None = None
    accumulate: int = 1
    precision: Precision = "float32"
    ema: float | None = None
    early_stopping: EarlyStopping | None = None
    best: str = "validation.loss"
    compile: bool = False


@dataclass(frozen=True)
class XrayConfig:
    """Whether the run is looked into while it trains, and after how many steps each time.

    Without ``every``, as often as costs little time. It changes nothing of what is trained.
    """

    on: bool = False
    every: int | None = None


@dataclass(frozen=True)
class TrainingConfig:
    """Everything a run is set up by; frozen, complete, and free of torch.

    A checkpoint is kept at the end of epochs, as often as that costs little; at every one, and
    after every ``checkpoint_every`` steps, where that is set.
    ``terms`` are the losses of a sum of several; ``loss`` is then the first of them. ``metrics``
    are None where those that suit the loss are measured. ``processes`` share every batch; of
    ``all`` there is one for each GPU.
    """

    data: DataConfig = field(default_factory=DataConfig)
    loss: Choice = field(default_factory=lambda: Choice("CrossEntropyLoss"))
    terms: tuple[Term, ...] = ()
    metrics: tuple[str, ...] | None = None
    optimizer: OptimizerConfig = field(default_factory=OptimizerConfig)
    schedule: ScheduleConfig | None = None
    epochs: int = 10
    seed: int = 0
    device: str = "auto"
    processes: int | Literal["all"] = 1
    weights: WeightsConfig | None = None
    overfit_batch: bool = False
    sanity: bool = True
    checkpoint_every: int = 0
    tensorboard: bool = False
    regularity: Regularity = field(default_factory=Regularity)
    xray: XrayConfig = field(default_factory=XrayConfig)

    @property
    def is_summed(self) -> bool:
        """Whether the loss of a batch is a sum over its samples, not their mean."""
        losses = [term.loss for term in self.terms] or [self.loss]
        return all(loss.arguments.get("reduction") == "sum" for loss in losses)

    @staticmethod
    def from_document(document: Document) -> TrainingConfig:
        """Read ``training:``; a value that makes no sense is replaced by its default.

        ``check_training`` names every such value, so look at its problems before a run.
        """
        from train.reading import read_training

        config = read_training(document.training)[0]
        return replace(config, data=config.data.in_order_of(_inputs(document)))


def _inputs(document: Document) -> list[str]:
    return [node.name for node in document.graph.nodes if node.type == "Input"]
