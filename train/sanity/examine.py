"""Every check before a run, made on a copy: weights and random states stay as they are."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from torch import nn

from graph.phrases import later
from train.checkpoints import random_states, restore_random_states
from train.data import Prepared
from train.owners import module_owners
from train.sanity.data_checks import check_data, check_last_batch
from train.sanity.finding import Finding, counts_of
from train.sanity.network_checks import check_network

if TYPE_CHECKING:
    from train.engine import Trainer
    from train.starting import Start

#: A copy of a network with more parameters than this would take too much memory.
MOST_PARAMETERS = 200_000_000


def looked_at(
    trainer: Trainer, data: Prepared, targets: Sequence[Prepared], start: Start
) -> dict[str, Any]:
    """What the checks before a run have found, as an event carries it."""
    nodes, trained = module_owners(start.program), start.report is not None
    found = examine(trainer, data, targets, nodes, trained=trained)
    return {"findings": [each.to_plain() for each in found], **counts_of(found)}


def examine(
    trainer: Trainer,
    data: Prepared,
    targets: Sequence[Prepared],
    nodes: Mapping[str, str],
    *,
    trained: bool = False,
) -> list[Finding]:
    """Look at data, network and loss before the first step; nothing is left changed.

    ``targets`` are those of a batch in order, ``nodes`` the nodes of modules by their paths.
    """
    random = random_states()
    try:
        return list(_all(trainer, data, targets, nodes, trained))
    finally:
        restore_random_states(random)


def _all(
    trainer: Trainer,
    data: Prepared,
    targets: Sequence[Prepared],
    nodes: Mapping[str, str],
    trained: bool,
) -> Iterator[Finding]:
    config, total = trainer.config, trainer.objective
    yield from check_data(data, total.parts, targets)
    norms = {
        place: node
        for place, node in nodes.items()
        if isinstance(trainer.network.get_submodule(place), nn.modules.batchnorm._BatchNorm)
    }
    size, drops = config.data.batch_size, config.data.drop_last
    yield check_last_batch(data.train_samples, size, drops, norms)
    if sum(p.numel() for p in trainer.network.parameters()) > MOST_PARAMETERS:
        words = later("the network is too large to try it out on a copy")
        yield Finding("forward", "skipped", words)
        return
    batch = next(trainer.batches.training())[0]
    network = copy.deepcopy(trainer.network)
    try:
        yield from check_network(
            network, total, batch, targets, nodes, trainer.owners, trained=trained
        )
    except (RuntimeError, ValueError, IndexError, TypeError) as error:
        first = str(error).strip().splitlines()[0] if str(error).strip() else later("no reason")
        said = later("the first batch cannot be computed: {first}", first=first)
        yield Finding("forward", "bad", said, later("look at the shapes, with the Probe tab"))
