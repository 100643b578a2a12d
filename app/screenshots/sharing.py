"""Two pictures through one encoder: a block that is used twice and has its weights once."""

from __future__ import annotations

from app.screenshots.stage import Stage
from graph.project_file import loads

PROJECT = """
layerloom: 1
name: Siamese
blocks:
  Encoder:
    arguments: {width: 64}
    nodes:
      x: {type: Input}
      conv: {type: Conv2d, out_channels: 8, kernel_size: 5}
      relu: {type: ReLU}
      pool: {type: MaxPool2d, kernel_size: 4}
      flat: {type: Flatten}
      fc: {type: Linear, out_features: =width}
      y: {type: Output}
    edges: [x -> conv -> relu -> pool -> flat -> fc -> y]
nodes:
  left: {type: Input, shape: [N, 1, 28, 28]}
  right: {type: Input, shape: [N, 1, 28, 28]}
  encoder: {type: Encoder}
  twin: {type: Encoder, shares: encoder}
  distance: {type: PairwiseDistance}
  far: {type: Output}
edges:
  - left -> encoder -> distance.x1
  - right -> twin -> distance.x2
  - distance -> far
layout:
  left: [0, 0]
  right: [0, 160]
  encoder: [300, 0]
  twin: [300, 160]
  distance: [620, 80]
  far: [920, 80]
"""


def play(stage: Stage) -> None:
    window = stage.window
    window.show()
    window.project.replace(loads(PROJECT), None)
    stage.wait(lambda: window.analysis.has_answered)
    window.panels.show_tab("source")
    stage.settle()
    window.pane.view.fit()
    window.pane.view.select(["twin"])
    stage.take_both("sharing")
