"""Small real projects and files to train on; nothing here is a stand-in for the real thing.

``project(...)`` returns the text of a small classifier; ``network()`` an equal plain module.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

POINTS = """layerloom: 1
name: Points
nodes:
  point:  {{type: Input, shape: [N, 2]}}
  fc1:    {{type: Linear, out_features: 16}}
  relu1:  {{type: ReLU}}
  drop1:  {{type: Dropout, p: 0.1}}
  fc2:    {{type: Linear, out_features: {classes}}}
  scores: {{type: Output}}
edges:
  - point -> fc1 -> relu1 -> drop1 -> fc2 -> scores
training:
{training}
"""


@pytest.fixture
def project() -> Callable[..., str]:
    """The text of a two-layer classifier of points; ``training`` is given line by line."""

    def make(*training: str, classes: int = 2) -> str:
        lines = training or ("data: {source: moons}",)
        return POINTS.format(classes=classes, training="\n".join(f"  {line}" for line in lines))

    return make


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file into the test's own folder."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        else:
            path.write_bytes(content)
        return path

    return write


@pytest.fixture
def image_folder(tmp_path: Path) -> Path:
    """Two classes of six 8 x 10 colour images each."""
    from PIL import Image

    random = np.random.RandomState(0)
    for name in ("cats", "dogs"):
        (tmp_path / "pets" / name).mkdir(parents=True)
        for index in range(6):
            pixels = random.randint(0, 256, (8, 10, 3)).astype(np.uint8)
            Image.fromarray(pixels).save(tmp_path / "pets" / name / f"{index}.png")
    return tmp_path / "pets"
