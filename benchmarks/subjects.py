"""Four networks that are trained for a comparison, as projects."""

from __future__ import annotations

from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"

RESNET = """layerloom: 1
name: SmallResNet
blocks:
  Residual:
    arguments: {width: 16, stride: 1}
    nodes:
      x: {type: Input}
      conv1: {type: Conv2d, out_channels: =width, kernel_size: 3, stride: =stride, padding: 1}
      norm1: {type: BatchNorm2d}
      relu1: {type: ReLU}
      conv2: {type: Conv2d, out_channels: =width, kernel_size: 3, padding: 1}
      norm2: {type: BatchNorm2d}
      skip: {type: Conv2d, out_channels: =width, kernel_size: 1, stride: =stride}
      add: {type: torch.add}
      relu2: {type: ReLU}
      y: {type: Output}
    edges:
      - x -> conv1 -> norm1 -> relu1 -> conv2 -> norm2 -> add.input
      - x -> skip -> add.other
      - add -> relu2 -> y
nodes:
  image: {type: Input, shape: [N, 1, 28, 28]}
  stem: {type: Conv2d, out_channels: 8, kernel_size: 3, stride: 2, padding: 1}
  one: {type: Residual, width: 8}
  two: {type: Residual, width: 16, stride: 2}
  pool: {type: AdaptiveAvgPool2d, output_size: 1}
  flat: {type: Flatten}
  fc: {type: Linear, out_features: 10}
  scores: {type: Output}
edges: [image -> stem -> one -> two -> pool -> flat -> fc -> scores]
training:
  data: {source: mnist}
"""

#: The text of each, and for how many epochs it is trained: for some seconds.
SUBJECTS: dict[str, tuple[str, int]] = {
    "MLP": ((EXAMPLES / "mlp_digits.loom.yaml").read_text(encoding="utf-8"), 400),
    "LeNet": ((EXAMPLES / "lenet_mnist.loom.yaml").read_text(encoding="utf-8"), 6),
    "ResNet": (RESNET, 4),
    "LSTM": ((EXAMPLES / "lstm_adding.loom.yaml").read_text(encoding="utf-8"), 160),
}

#: What is the same for all loops.
SETTINGS = ("data.batch_size=64", "optimizer={type: Adam, lr: 0.002}", "schedule=null")
