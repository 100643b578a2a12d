"""A network with a wrong layer: its badge on the wire, the bubble, and what waits behind it."""

from __future__ import annotations

from app.screenshots.stage import Stage

BROKEN = """layerloom: 1
name: Broken
nodes:
  image: {type: Input, shape: [N, 1, 28, 28]}
  conv1: {type: Conv2d, in_channels: 3, out_channels: 6, kernel_size: 5}
  relu1: {type: ReLU}
  flat: {type: Flatten}
  fc: {type: Linear, in_features: 784, out_features: 10}
  lost: {type: Dropout}
  scores: {type: Output}
edges:
  - image -> conv1 -> relu1 -> flat -> fc -> scores
layout:
  image: [0, 0]
  conv1: [240, 0]
  relu1: [470, 0]
  flat: [700, 0]
  fc: [860, 0]
  scores: [1100, 0]
  lost: [700, 150]
"""


def play(stage: Stage) -> None:
    window = stage.show_text(BROKEN)
    window.resize(1600, 900)
    window.panels.show_tab("problems")
    stage.settle()
    window.pane.view.fit()
    for theme in ("light", "dark"):
        window.set_theme(theme)
        stage.settle()
        window.problems.show_problem(window.analysis.analysis.problems[0], by_key=True)
        stage.take(f"problems-{theme}", window.centralWidget())
