"""Whether a network can learn from its first batch: one pass forward and one back, on a copy."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import torch
from torch import nn

from graph.phrases import later
from train.batches import Batch
from train.data import Prepared
from train.data.on_disk import some
from train.objective import Outputs, WeightedSum
from train.parts import Part
from train.sanity.data_checks import SAMPLED, named
from train.sanity.finding import Finding, good
from train.step import as_tuple

#: Samples that are looked at; more would keep the run waiting.
MOST_SAMPLES = 64
#: Layers after which a zero means that a unit is off.
RECTIFIERS = (nn.ReLU, nn.ReLU6, nn.LeakyReLU, nn.Hardtanh, nn.Threshold)
#: Share of units that are off for every sample, from which a layer is worth a word.
MANY_DEAD = 0.9
#: Losses whose first value says something, where every class has the same chance.
GUESSING = ("CrossEntropyLoss", "NLLLoss", "BCELoss", "BCEWithLogitsLoss")


@dataclass
class Look:
    """What one pass over the first batch gave."""

    outputs: Outputs
    loss: float
    dead: dict[str, float] = field(default_factory=dict)  # share of units, by node
    broken: str = ""  # the first node whose output is no number
    unreached: list[str] = field(default_factory=list)
    unmoved: list[str] = field(default_factory=list)


def check_network(
    network: nn.Module,
    total: WeightedSum,
    batch: Batch,
    targets: Sequence[Prepared],
    nodes: Mapping[str, str],
    owners: Mapping[str, str],
    *,
    trained: bool,
) -> Iterator[Finding]:
    """Every check that needs the network; it is a copy, for it is run in train mode.

    ``nodes`` are those of modules, ``owners`` those of parameters; ``trained`` networks start
    from a file, so their first loss may be small.
    """
    inputs, wanted = (tuple(t[:MOST_SAMPLES] for t in part) for part in batch)
    look = look_at(network, total, inputs, wanted, nodes, owners)
    if look.broken or not math.isfinite(look.loss):
        yield _not_finite(look)
        return
    yield good("forward", later("all finite, loss {loss:.4g}", loss=look.loss))
    with torch.no_grad():
        for index, part in enumerate(total.parts):
            if trained:
                continue
            loss = float(total.each(index, look.outputs, wanted))
            found = _first_loss(part, loss, look.outputs, targets[part.target])
            if found is not None:
                yield found
    yield from _answers(network, look, inputs)
    yield _gradients(look)
    yield _units(look)


def look_at(
    network: nn.Module,
    total: WeightedSum,
    inputs: Outputs,
    targets: Outputs,
    nodes: Mapping[str, str],
    owners: Mapping[str, str],
) -> Look:
    """Run the batch forward and back, and note what every layer gave and got."""
    ear = _Ear()
    for place, node in nodes.items():
        module = network.get_submodule(place)
        if not list(module.children()):
            module.register_forward_hook(partial(ear.hear, node))
    network.train()
    outputs = as_tuple(network(*inputs))
    loss = total(outputs, targets)
    look = Look(tuple(o.detach() for o in outputs), float(loss.detach()), ear.dead, ear.broken)
    if math.isfinite(look.loss) and loss.requires_grad:
        loss.backward()  # type: ignore[no-untyped-call]
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if parameter.grad is None:
            look.unreached.append(owners.get(name, name))
        elif not bool(parameter.grad.to_dense().any()):
            look.unmoved.append(owners.get(name, name))
    return look


class _Ear:
    """Hears what every layer gives: the first that is no number, and units that are off."""

    def __init__(self) -> None:
        self.dead: dict[str, float] = {}
        self.broken = ""

    def hear(self, node: str, module: nn.Module, _: object, output: object) -> None:
        for tensor in as_tuple(output):
            if not isinstance(tensor, torch.Tensor) or not tensor.is_floating_point():
                continue
            if not self.broken and not bool(torch.isfinite(tensor).all()):
                self.broken = node
            if isinstance(module, RECTIFIERS) and tensor.ndim > 1 and len(tensor) > 1:
                self.dead[node] = max(_share_off(tensor.detach()), self.dead.get(node, 0.0))


def _share_off(tensor: torch.Tensor) -> float:
    """The share of units that are off everywhere; units lie on axis 1, or on the last one."""
    is_off = tensor <= 0
    channels = is_off.transpose(0, 1).flatten(1).all(1)
    features = is_off.flatten(0, -2).all(0)
    return min(float(channels.float().mean()), float(features.float().mean()))


def _not_finite(look: Look) -> Finding:
    if look.broken:
        said = later("{node} gives NaN or infinite numbers", node=look.broken)
        advice = later("look at what arrives there, with the Probe tab")
        return Finding("forward", "bad", said, advice, look.broken)
    said = later("the network's answers are numbers, but the loss is not")
    advice = later("look at the last layer: does its loss want probabilities, or their logarithm?")
    return Finding("forward", "bad", said, advice)


def _first_loss(part: Part, loss: float, outputs: Outputs, target: Prepared) -> Finding | None:
    """The loss of a network that knows nothing, where it is known."""
    arguments = part.loss.arguments
    if arguments.get("reduction", "mean") != "mean" or arguments.get("pos_weight") is not None:
        return None
    shown = f"{part.name}: " if part.name else ""
    if part.classes and part.loss.type in GUESSING:
        width = part.seen(outputs)[0].shape[1] if part.seen(outputs)[0].ndim > 1 else 1
        several = width > 1 and part.loss.type in GUESSING[:2]
        classes = width if several else 2
        expected = math.log(classes)
        words = later(
            "{part}{loss:.3f}, guessing among {classes} gives log({classes}) = {expected:.3f}",
            part=shown, loss=loss, classes=classes, expected=expected,
        )  # fmt: skip
        high, low = 1.5 * expected + 0.3, 0.5 * expected
    elif part.loss.type == "MSELoss" and part.metrics and not part.classes:
        expected = float(some(target.train_target, SAMPLED).var(dtype=np.float64))
        words = later(
            "{part}{loss:.4g}, always saying the mean gives {expected:.4g}",
            part=shown, loss=loss, expected=expected,
        )  # fmt: skip
        high, low = 10 * expected + 1e-6, 0.05 * expected
    else:
        return None
    if loss > high:
        advice = later(
            "the last layer begins with answers that are far too sure: normalise the inputs, "
            "or start its weights smaller"
        )
        return Finding("loss", "doubtful", words, advice)
    if loss < low:
        return Finding(
            "loss", "doubtful", words, later("does the target reach the network as an input?")
        )
    return good("loss", words)


def _answers(network: nn.Module, look: Look, inputs: Outputs) -> Iterator[Finding]:
    """Whether answers follow from their own sample, and from nothing else."""
    samples = len(inputs[0])
    if samples < 2:
        yield Finding("apart", "skipped", later("the first batch has one sample"))
        return
    network.eval()
    with torch.no_grad():
        state = torch.get_rng_state()
        whole = as_tuple(network(*inputs))
        torch.set_rng_state(state)
        half = as_tuple(network(*(tensor[: samples // 2] for tensor in inputs)))
        torch.set_rng_state(state)
        again = as_tuple(network(*inputs))
    fixed = [
        (one, part)
        for one, other, part in zip(whole, again, half, strict=True)
        if one.is_floating_point() and torch.equal(one, other) and one.shape[:1] == (samples,)
    ]
    if not fixed:
        yield Finding("apart", "skipped", later("answers are random here"))
        return
    if all(
        part.shape[0] == samples // 2
        and torch.allclose(one[: samples // 2], part, rtol=1e-2, atol=1e-4 + 1e-3 * _size(one))
        for one, part in fixed
    ):
        yield good("apart", later("half of a batch is answered as in the whole"))
    else:
        said = later("half of a batch is answered otherwise than in the whole")
        advice = later(
            "look for a view, reshape, permute or softmax over axis 0, or sequences without "
            "batch_first"
        )
        yield Finding("apart", "bad", said, advice)
    one = fixed[0][0]
    if float((one - one[:1]).abs().max()) <= 1e-6 * max(1e-6, _size(one)):
        said = later("the first batch gets the same answer {n} times", n=samples)
        yield Finding("answers", "doubtful", said, later("look for a dead layer before the output"))
    else:
        yield good("answers", later("the first batch gets different answers"))


def _size(tensor: torch.Tensor) -> float:
    return float(tensor.abs().max())


def _gradients(look: Look) -> Finding:
    unreached = list(dict.fromkeys(look.unreached))
    if unreached:
        said = later("no gradient comes to {nodes}", nodes=named(unreached))
        advice = later("wire it to an output that a loss compares, or freeze it")
        return Finding("gradients", "bad", said, advice, unreached[0])
    unmoved = list(dict.fromkeys(look.unmoved))
    if unmoved:
        said = later("the gradient is 0 at {nodes}", nodes=named(unmoved))
        advice = later("look for a dead layer after it, or weights that start as 0")
        return Finding("gradients", "doubtful", said, advice, unmoved[0])
    return good("gradients", later("each has one that is not 0"))


def _units(look: Look) -> Finding:
    if not look.dead:
        return Finding("units", "skipped", later("there is no layer that could be dead"))
    node, share = max(look.dead.items(), key=lambda pair: pair[1])
    if share < MANY_DEAD:
        words = later("at most {share:.0%} of the units of a layer are off ({node})", share=share,
                      node=node)  # fmt: skip
        return good("units", words)
    words = later("{share:.0%} of the units of {node} are off for every sample", share=share,
                  node=node)  # fmt: skip
    advice = later("start the layer before it with weights around 0, or use LeakyReLU")
    return Finding("units", "bad" if share == 1 else "doubtful", words, advice, node)
