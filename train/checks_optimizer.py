"""Whether there is something to train, and whether the optimizer can."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.catalog import CATALOG
from graph.edits import UNSET, Batch, Edit, SetArgument, SetTraining
from graph.errors import LoomError, TrainingError
from graph.phrases import later
from graph.problems import Fix, Problem
from train import catalog
from train.grouping import NOTHING, Member, fits, group_of, titles
from train.other_type import groups_of
from train.reader import dropping
from train.settings import OptimizerConfig, ParameterGroup, TrainingConfig

if TYPE_CHECKING:
    from graph.analysis import Analysis
    from graph.document import Document, Value

#: Optimizers that can follow the sparse gradient of an Embedding.
SPARSE = frozenset({"SGD", "Adagrad", "SparseAdam"})


def check_optimizer(
    document: Document,
    analysis: Analysis,
    training: TrainingConfig,
    members: Sequence[Member] | None,
) -> Iterator[Problem]:
    """Whether the optimizer can train what there is to train, the parameters ``members``."""
    config = training.optimizer
    if not (analysis.total_parameters or analysis.errors or analysis.untrusted):
        yield Problem(
            "error",
            "nothing-to-train",
            "the network has no weights to train; add a layer with weights, such as Linear",
        )
    if config.type == "LBFGS" and config.is_grouped:
        taken = Batch(
            (SetTraining(("optimizer", "groups"), UNSET), _without_no_decay()),
            later("Remove groups"),
        )
        said = later("training.optimizer: LBFGS knows no parameter groups")
        yield Problem(
            "error",
            "optimizer-groups",
            said,
            fixes=(Fix(later("Remove groups"), taken), _use(document, "AdamW")),
        )
        return
    yield from _check_hardware(config, training.device)
    if members is None:
        return
    yield from _check_kinds_of_weights(document, config, members)
    yield from _check_decay(document, config)
    yield from _check_groups(document, config, members)


def _check_hardware(config: OptimizerConfig, device: str) -> Iterator[Problem]:
    """What only a GPU can do is refused by PyTorch in the first step, with an assertion."""
    from train.devices import choose_device

    given: list[tuple[tuple[str, ...], Mapping[str, Any]]] = [(("optimizer",), config.arguments)]
    given += [
        (("optimizer", "groups", str(i)), group.arguments) for i, group in enumerate(config.groups)
    ]
    try:
        on_cpu = choose_device(device).type == "cpu"
    except TrainingError:
        return  # which the run says
    for path, arguments in given:
        if on_cpu and arguments.get("capturable"):
            here = (*path, "capturable")
            said = later("{path}: this is for CUDA, and the run is on the CPU", path=".".join(here))
            yield Problem("error", "optimizer-device", said, fixes=(dropping(here),))


def members_for(
    document: Document, analysis: Analysis, config: OptimizerConfig
) -> Sequence[Member] | None:
    """Every parameter of the network, where it matters what they are.

    None where it does not, or while the network cannot be built.
    """
    from codegen.lower import lower
    from train.outline import members_of_program

    sparse = any(node.arguments.get("sparse") is True for node in document.graph.nodes)
    matters = config.is_grouped or sparse or config.type in ("Muon", "SparseAdam")
    known = not (analysis.errors or analysis.untrusted) and analysis.total_parameters
    if not (matters and known):
        return None
    try:
        return members_of_program(lower(document, analysis))
    except LoomError:
        return None  # which is said where the network is looked at


def _check_kinds_of_weights(
    document: Document, config: OptimizerConfig, members: Sequence[Member]
) -> Iterator[Problem]:
    """Muon wants matrices, SparseAdam sparse gradients, and most others none of these."""
    learning = [m for m in members if m.learns]
    if config.type == "Muon":
        yield from _check_matrices(document, learning)
    still = {i for i, group in enumerate(config.groups) if group.frozen}
    moving = [m for m in learning if group_of(m, config.groups) not in still]
    dense = next((m for m in moving if not m.sparse), None)
    if config.type == "SparseAdam" and dense is not None:
        said = later(
            "training.optimizer: SparseAdam needs sparse gradients, from an Embedding with "
            "sparse: true; those of {node} are dense",
            node=dense.node or dense.name,
        )
        yield Problem("error", "optimizer-sparse", said, fixes=(_use(document, "Adam"),))
    wrong = next((m for m in moving if m.sparse), None)
    if config.type not in SPARSE and wrong is not None:
        said = later(
            "training.optimizer: {optimizer} cannot follow the sparse gradients of {node}",
            optimizer=config.type,
            node=wrong.node or wrong.name,
        )
        fixes: tuple[Fix, ...] = (_use(document, "SGD"),)
        if wrong.node in document.graph:
            dense_again = SetArgument(wrong.node, "sparse", UNSET)
            fixes = (Fix(later("Make its gradients dense"), dense_again), *fixes)
        yield Problem("error", "optimizer-sparse", said, fixes=fixes)


def _check_matrices(document: Document, learning: Sequence[Member]) -> Iterator[Problem]:
    odd = [m for m in learning if len(m.shape) != 2]
    if not odd:
        return
    said = later(
        "training.optimizer: Muon takes only weights with two axes, but {name} of {node} has {n}",
        name=odd[0].name.rpartition(".")[2],
        node=odd[0].node or odd[0].name,
        n=len(odd[0].shape),
    )
    fixes = [_use(document, "AdamW")]
    layers = [m.node for m in odd]
    if all(
        m.kind == "bias" and m.node in document.graph and _has_bias(document, m.node) for m in odd
    ):
        without = tuple(SetArgument(node, "bias", False) for node in dict.fromkeys(layers))
        label = later("Do without biases")
        fixes.append(Fix(label, Batch(without, label)))
    yield Problem("error", "optimizer-shape", said, fixes=tuple(fixes))


def _has_bias(document: Document, node: str) -> bool:
    layer = CATALOG.get(document.graph.node(node).type)
    return layer is not None and any(a.name == "bias" and a.type == "bool" for a in layer.arguments)


def _check_decay(document: Document, config: OptimizerConfig) -> Iterator[Problem]:
    """Whether there is a decay to spare something from."""
    if not config.no_decay:
        return
    known = {a.name: a for a in catalog.optimizers()[config.type].arguments}
    removing = Fix(later("Remove no_decay"), _without_no_decay())
    if "weight_decay" not in known:
        said = later(
            "training.optimizer.no_decay: {optimizer} knows no weight decay", optimizer=config.type
        )
        yield Problem("error", "no-decay", said, fixes=(removing, _use(document, "AdamW")))
        return
    given = [config.arguments, *(group.arguments for group in config.groups)]
    if any(one.get("weight_decay", known["weight_decay"].default) for one in given):
        return
    said = later("training.optimizer.no_decay: nothing decays, for weight_decay is 0")
    setting = SetTraining(("optimizer", "weight_decay"), 0.01)
    fixes = (Fix(later("Set weight_decay to 0.01"), setting), removing)
    yield Problem("hint", "no-decay", said, fixes=fixes)


def _check_groups(
    document: Document, config: OptimizerConfig, members: Sequence[Member]
) -> Iterator[Problem]:
    """Whether every group takes something, and whose is what several of them fit."""
    groups, names = config.groups, titles(config)
    fitting = [[m for m in members if fits(group, m)] for group in groups]
    for index, found in enumerate(fitting):
        here = ("optimizer", "groups", str(index))
        if groups[index].nodes == NOTHING:
            continue  # which was said when it was read
        if not found:
            yield _fits_nothing(groups[index], index, members)
        elif all(group_of(m, groups) != index for m in found):
            first = group_of(found[0], groups)
            said = later(
                "training.optimizer.groups: {group} takes nothing, for {other} stands before it "
                "and takes all that it fits",
                group=repr(names[index]),
                other=repr(names[first]),
            )
            fixes = (
                Fix(later("Move it up"), _moved(document, index, first)),
                Fix(later("Remove the group"), SetTraining(here, UNSET)),
            )
            yield Problem("warning", "group-covered", said, fixes=fixes)
        else:
            yield from _overlapping(document, config, index, found)
    if groups and all(g.frozen for g in groups):
        learns = any(m.learns and group_of(m, groups) < 0 for m in members)
        if not learns:
            said = later("training.optimizer.groups: every group is frozen, so nothing is learned")
            thaw = SetTraining(("optimizer", "groups", str(len(groups) - 1), "frozen"), UNSET)
            fix = Fix(later("Let {group} learn", group=repr(names[-1])), thaw)
            yield Problem("error", "group-frozen", said, fixes=(fix,))


def _fits_nothing(group: ParameterGroup, index: int, members: Sequence[Member]) -> Problem:
    here = ("optimizer", "groups", str(index))
    said = later(
        "training.optimizer.groups.{index}: {nodes} fits no layer of this network",
        index=index,
        nodes=repr(", ".join(group.nodes) or ", ".join(group.kinds)),
    )
    removing = Fix(later("Remove the group"), SetTraining(here, UNSET))
    known = {m.node for m in members} | {m.name for m in members}
    near = difflib.get_close_matches(group.nodes[0], sorted(known), 1) if group.nodes else []
    if len(group.nodes) != 1 or not near:
        return Problem("error", "group-empty", said, fixes=(removing,))
    renaming = SetTraining((*here, "nodes"), near[0])
    fixes = (Fix(later("Change it to {near}", near=near[0]), renaming), removing)
    return Problem("error", "group-empty", said, fixes=fixes)


def _overlapping(
    document: Document, config: OptimizerConfig, index: int, found: Sequence[Member]
) -> Iterator[Problem]:
    """Two groups over the same kinds that both fit a parameter: the first has it."""
    groups, names = config.groups, titles(config)
    shared = [
        m
        for m in found
        if (first := group_of(m, groups)) != index and groups[first].kinds == groups[index].kinds
    ]
    if not shared:
        return
    first = group_of(shared[0], groups)
    said = later(
        "training.optimizer.groups: {group} fits {node} too, but {other} stands before it and "
        "takes it",
        group=repr(names[index]),
        node=shared[0].node or shared[0].name,
        other=repr(names[first]),
    )
    nodes = dict.fromkeys(f"!{m.node or m.name}" for m in shared)
    path = ("optimizer", "groups", str(index), "nodes")
    without = SetTraining(path, (*(groups[index].nodes or ("*",)), *nodes))
    fixes = (
        Fix(later("Leave it to {other}", other=repr(names[first])), without),
        Fix(later("Move {group} up", group=repr(names[index])), _moved(document, index, first)),
    )
    yield Problem("hint", "group-overlap", said, fixes=fixes)


def _moved(document: Document, index: int, to: int) -> Edit:
    """A group stands where another stood, and those from there on follow it."""
    said: Any = document.training["optimizer"]
    groups = list(said["groups"])
    groups.insert(to, groups.pop(index))
    return SetTraining(("optimizer", "groups"), tuple(groups), later("Move group"))


def _use(document: Document, optimizer: str) -> Fix:
    """Another optimizer, with nothing of this one's but groups, as far as it understands them."""
    said = document.training.get("optimizer")
    groups = said.get("groups") if isinstance(said, Mapping) else None
    kept = groups_of(catalog.optimizers()[optimizer], groups)
    chosen: dict[str, Value] = {"type": optimizer, **({"groups": kept} if kept else {})}
    label = later("Use {optimizer}", optimizer=optimizer)
    return Fix(label, SetTraining(("optimizer",), chosen))


def _without_no_decay() -> SetTraining:
    return SetTraining(("optimizer", "no_decay"), UNSET)
