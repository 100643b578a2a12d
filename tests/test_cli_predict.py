"""``predict`` writes the mask that a network answers with."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from tests.train.test_predictions import MASKS


@pytest.fixture
def scene(tmp_path):
    """A network that takes what is bright for the figure, its weights, and a bright half."""
    weight = torch.zeros(2, 3, 3, 3)
    weight[1, :, 1, 1] = 1.0
    tensors = {"0.weight": weight, "0.bias": torch.tensor([0.5, 0.0])}
    file = tmp_path / "masks.loom.yaml"
    file.write_text(MASKS.replace("size: 16,", "size: 16, normalize: none,"), encoding="utf-8")
    save_file(tensors, tmp_path / "w.safetensors")
    pixels = np.zeros((16, 16, 3), np.uint8)
    pixels[:, 12:] = 255
    Image.fromarray(pixels).save(tmp_path / "half.png")
    return file


def test_the_mask_of_a_picture_is_written_with_the_numbers_of_classes(loom, scene, tmp_path):
    weights, out = str(tmp_path / "w.safetensors"), tmp_path / "mask.png"
    asked = [str(scene), "--weights", weights, "--input", str(tmp_path / "half.png")]

    done = loom("predict", *asked, "--mask", str(out), "--json")

    assert done.code == 0, done.err
    [answer] = json.loads(done.out)["answers"]
    assert answer["mask"] == str(out) and answer["shares"]["figure"] == 0.25
    mask = np.asarray(Image.open(out))
    assert mask.shape == (16, 16) and (mask[:, :12] == 0).all() and (mask[:, 12:] == 1).all()
    assert f"written to {out}" in loom("predict", *asked, "--mask", str(out)).out
    alone = loom("predict", str(scene), "--weights", weights, "--mask", str(out))
    assert alone.code == 2 and "--mask is of one input" in alone.err
