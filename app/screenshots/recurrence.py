"""A cell stepped through time, with its inspector open: both themes."""

from __future__ import annotations

from app.screenshots.stage import Stage

PROJECT = """layerloom: 1
name: Adder
nodes:
  pairs:  {type: Input, shape: [N, T, 2]}
  read:   {type: GRUCell, hidden_size: 64, unroll: {axis: 1}}
  add:    {type: Linear, out_features: 1}
  sum:    {type: Output}
edges: [pairs -> read.input, read.h_n -> add -> sum]
training:
  data: {source: adding}
  loss: {type: MSELoss}
layout: {pairs: [0, 0], read: [330, 0], add: [690, 0], sum: [1020, 0]}
"""


def play(stage: Stage) -> None:
    window = stage.show_text(PROJECT)
    window.panels.show_tab("source")
    window.pane.view.select(["read"])
    stage.take_both("recurrence")
