"""A batch is run once more beside the step, where the step itself cannot be looked at."""

from __future__ import annotations

import torch

from train.batches import Batch
from train.step import Step
from train.xray.looking import Look


def look_aside(look: Look, step: Step, batch: Batch) -> float:
    """Run ``batch`` forward and back through the network itself, and leave everything as it was.

    Gradients of parameters, buffers, modes and random numbers are those from before. Returns the
    loss.
    """
    network = step.network
    inputs, targets = batch
    buffers = {name: buffer.clone() for name, buffer in network.named_buffers()}
    devices = [inputs[0].device.index] if inputs[0].device.type == "cuda" else []
    learned = [p for p in network.parameters() if p.requires_grad]
    look.begin()
    try:
        with torch.random.fork_rng(devices=devices):
            _, loss = step.forward(network, inputs, targets)
            found = torch.autograd.grad(loss, learned, allow_unused=True)
    finally:
        with torch.no_grad():
            for name, buffer in network.named_buffers():
                buffer.copy_(buffers[name])
    given = dict(zip(map(id, learned), found, strict=True))
    look.gradients([given.get(id(p)) for p in network.parameters()])
    return loss.item()
