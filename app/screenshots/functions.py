"""A causal mask built from functions, and the editor of an index: both themes."""

from __future__ import annotations

from app.screenshots.stage import Stage

PROJECT = """layerloom: 1
name: Attention
nodes:
  x:      {type: Input, shape: [N, T, 2]}
  ones:   {type: Tensor.new_ones, size: [=input.size(1), =input.size(1)]}
  later:  {type: torch.triu, diagonal: 1}
  mask:   {type: Tensor.bool}
  scores: {type: torch.einsum, equation: "btd,bsd->bts"}
  fill:   {type: Tensor.masked_fill, value: -.inf}
  seen:   {type: torch.matmul}
  last:   {type: Tensor.__getitem__, index: ":, -1"}
  add:    {type: Linear, out_features: 1}
  sum:    {type: Output}
edges:
  - x -> ones -> later -> mask -> fill.mask
  - x -> scores.operands.0
  - x -> scores.operands.1
  - scores -> fill.input
  - fill -> seen.input
  - x -> seen.other
  - seen -> last -> add -> sum
training:
  data: {source: adding}
  loss: {type: MSELoss}
layout:
  {x: [0, 0], ones: [200, 150], later: [560, 150], mask: [800, 150], scores: [560, -80],
   fill: [1080, 0], seen: [200, 330], last: [560, 330], add: [900, 330], sum: [1180, 330]}
"""


def play(stage: Stage) -> None:
    window = stage.show_text(PROJECT)
    window.panels.show_tab("source")
    window.pane.view.select(["last"])
    stage.take_both("functions")
