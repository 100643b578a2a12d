"""Steps a second with X-ray on, against the same run with it off, in turns."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.report import Ratio, paired_ratio, run_json
from graph.document import Document

ROOT = Path(__file__).parent.parent
ROUNDS = 3

#: Epochs of each network: some seconds of training, as in a run that somebody watches.
EPOCHS = {"MLP": 200, "LeNet": 4, "ResNet": 1}


def measure() -> list[Ratio]:
    from train.client import worker_command

    environment = worker_command().environment
    ratios = []
    for name in EPOCHS:
        told = run_json(sys.executable, "-m", "benchmarks.xray", name, **environment)
        ratios.append(
            Ratio(
                f"training {name}, X-ray on",
                f"{median(told['on']):,.0f} steps/s",
                f"{median(told['off']):,.0f} off",
                paired_ratio(told["on"], told["off"]),
                at_least=0.90,
            )
        )
    return ratios


def in_turns(name: str) -> dict[str, list[float]]:
    """Steps a second of whole runs; a short one before them, since the first is slower."""
    trained(name, True, epochs=1)
    speeds: dict[str, list[float]] = {"on": [], "off": []}
    for _ in range(ROUNDS):
        for key, found in speeds.items():
            found.append(trained(name, key == "on", EPOCHS[name]))
    return speeds


def trained(name: str, is_on: bool, epochs: int) -> float:
    """Steps a second of processor time, which no other program takes part of."""
    from graph.phrases import message_to_plain
    from graph.project_file import dumps
    from train.request import Request
    from train.session import Session
    from train.steering import Steering

    document = document_of(name)
    document.training = {**document.training, "epochs": epochs, "xray": is_on, "sanity": False}
    told: list[str] = []
    began = 0.0
    steps = 0

    def take(event: dict[str, float]) -> None:
        nonlocal began, steps
        if event["event"] == "started":
            began = time.process_time()
        told.append(json.dumps(message_to_plain(event)))  # as the worker does
        steps = int(event.get("step", steps))

    with tempfile.TemporaryDirectory() as out:
        Session(Request(dumps(document), Path(out) / "run"), take, Steering()).run()
    return steps / (time.process_time() - began)


def document_of(name: str) -> Document:
    from graph.project_file import load_project, loads

    if name == "ResNet":
        return loads(RESNET)
    return load_project(
        ROOT
        / {"MLP": "examples/mlp_digits.loom.yaml", "LeNet": "examples/lenet_mnist.loom.yaml"}[name]
    )


#: A small one, with a skip around every pair of convolutions.
RESNET = """layerloom: 1
name: SmallResNet
nodes:
  image:  {type: Input, shape: [N, 1, 28, 28]}
  stem:   {type: Conv2d, out_channels: 8, kernel_size: 3, padding: 1}
  first:  {type: Block, channels: 8, repeat: 2}
  down:   {type: MaxPool2d, kernel_size: 2}
  second: {type: Block, channels: 8, repeat: 2}
  pool:   {type: AdaptiveAvgPool2d, output_size: 1}
  flat:   {type: Flatten}
  fc:     {type: Linear, out_features: 10}
  scores: {type: Output}
edges:
  - image -> stem -> first -> down -> second -> pool -> flat -> fc -> scores
blocks:
  Block:
    arguments: {channels: 8}
    nodes:
      x:     {type: Input}
      conv1: {type: Conv2d, out_channels: =channels, kernel_size: 3, padding: 1, bias: false}
      norm1: {type: BatchNorm2d}
      relu1: {type: ReLU, inplace: true}
      conv2: {type: Conv2d, out_channels: =channels, kernel_size: 3, padding: 1, bias: false}
      norm2: {type: BatchNorm2d}
      add:   {type: torch.add}
      relu2: {type: ReLU}
      y:     {type: Output}
    edges:
      - x -> conv1 -> norm1 -> relu1 -> conv2 -> norm2 -> add.input
      - x -> add.other
      - add -> relu2 -> y
training:
  data: {source: mnist, batch_size: 64}
  optimizer: {type: SGD, lr: 0.05, momentum: 0.9}
"""


if __name__ == "__main__":
    print(json.dumps(in_turns(sys.argv[1])))
