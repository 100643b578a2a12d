"""The checks before a run, of a network in which something is wrong; and losses of two outputs."""

from __future__ import annotations

from app.screenshots.stage import Stage

FAULTY = """layerloom: 1
name: Faulty
nodes:
  image:  {type: Input, shape: [N, 64]}
  fc1:    {type: Linear, out_features: 32, initialize: {bias: -60}}
  relu1:  {type: ReLU}
  fc2:    {type: Linear, out_features: 10}
  scores: {type: Output}
edges: [image -> fc1 -> relu1 -> fc2 -> scores]
training:
  data: {source: digits, flatten: true}
  metrics: [accuracy, f1]
  epochs: 2
"""


def play(stage: Stage) -> None:
    window = stage.show_text(FAULTY)
    window.resize(1200, 860)
    window.panels.show_tab("training")
    window.actions_by_key["check_run"].trigger()
    stage.wait(lambda: bool(window.panels.training.checks.rows))
    stage.wait(lambda: not window.training.is_active)
    stage.take_both("checks", window.panels.training)
