"""Cards in colour, one collapsed, a note, a plain frame, and a value that is being edited."""

from __future__ import annotations

from app.screenshots.stage import Stage

DRESSED = """layerloom: 1
name: Dressed
nodes:
  image:  {type: Input, shape: [N, 3, 64, 64]}
  conv1:  {type: Conv2d, out_channels: 16, kernel_size: 5, group: eye}
  relu1:  {type: ReLU, group: eye}
  pool1:  {type: MaxPool2d, kernel_size: 2, group: eye}
  conv2:  {type: Conv2d, out_channels: 32, kernel_size: 3}
  relu2:  {type: ReLU}
  flat:   {type: Flatten}
  fc:     {type: Linear, out_features: 10}
  scores: {type: Output}
edges:
  - image -> conv1 -> relu1 -> pool1 -> conv2 -> relu2 -> flat -> fc -> scores
groups:
  eye: {container: none, color: teal}
notes:
  why:
    text: "Five by five is enough:\\nthe strokes are thick."
    at: [1040, 130]
    size: [220, 76]
    color: yellow
layout:
  image:  [0, 0]
  conv1:  [300, 0]
  relu1:  [600, 0]
  pool1:  [820, 0]
  conv2:  {at: [1100, 0], color: purple}
  relu2:  {at: [60, 200], collapsed: true}
  flat:   [330, 200]
  fc:     {at: [560, 200], color: orange}
  scores: [850, 200]
"""


def play(stage: Stage) -> None:
    window = stage.show_text(DRESSED)
    window.resize(1640, 520)
    window.panels.docks["bottom"].hide()
    stage.settle()
    window.pane.view.fit()
    window.pane.view.select(["conv1"])
    window.pane.view.in_place.open("conv1", "out_channels")
    stage.take("cards", window.centralWidget())
