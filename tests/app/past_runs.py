"""A project with runs of its own, made in this process: what the window finds beside a file."""

from __future__ import annotations

from pathlib import Path

from graph.edits import SetArgument, SetTraining
from graph.project_file import dumps, loads
from train.request import Request
from train.session import Session
from train.steering import Steering

NET = """layerloom: 1
name: Points
nodes:
  point:  {type: Input, shape: [N, 2]}
  fc1:    {type: Linear, out_features: 16}
  relu1:  {type: ReLU}
  fc2:    {type: Linear, out_features: 2}
  scores: {type: Output}
edges:
  - point -> fc1 -> relu1 -> fc2 -> scores
training:
  data: {source: moons, samples: 100, batch_size: 20}
  epochs: 2
  optimizer: {type: Adam, lr: 0.01}
"""


def make_runs(folder: Path) -> Path:
    """The project's file; its runs are ``narrow`` and ``wide``, done, and ``stopped`` of eight."""
    file = folder / "points.loom.yaml"
    file.write_text(NET, encoding="utf-8")
    for name, width, rate, epochs in (
        ("narrow", 16, 0.01, 2), ("wide", 64, 0.1, 3), ("stopped", 16, 0.01, 8),
    ):  # fmt: skip
        document = loads(NET)
        document.apply(SetArgument("fc1", "out_features", width))
        document.apply(SetTraining(("optimizer", "lr"), rate))
        document.apply(SetTraining(("epochs",), epochs))
        hand = Steering()
        if name == "stopped":
            hand.send({"command": "stop_after_epoch"})
        out = folder / "runs" / f"Points-2026-01-0{epochs}-10.00.00-{width}"
        assert Session(Request(dumps(document), out, folder), lambda _: None, hand).run()
        (out / "about.json").write_text(f'{{"name": "{name}", "note": ""}}')
    return file
