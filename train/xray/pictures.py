"""Small pictures of feature maps: grey values in a file that the window reads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as F

from codegen.watching import Place
from train.ring import Ring

#: Channels that are shown of a node, and the longest side of each, in pixels.
CHANNELS, SIDE = 9, 28

#: Files that are kept: the one that is being read may be two behind.
KEPT = 3

#: Shapes: (channels, height, width), each channel stretched over its own range.
Picture = npt.NDArray[np.uint8]


def picture(output: Tensor) -> Picture | None:
    """The first channels of the first sample; None for what is no picture. Shapes: (N, C, H, W)."""
    if output.ndim != 4 or not output.is_floating_point() or min(output.shape[-2:]) < 3:
        return None
    planes = output.detach()[0, :CHANNELS].float()
    planes = torch.nan_to_num(planes, nan=0.0, posinf=0.0, neginf=0.0)
    height, width = planes.shape[-2:]
    if max(height, width) > SIDE:
        shrink = SIDE / max(height, width)
        size = (max(1, round(height * shrink)), max(1, round(width * shrink)))
        planes = F.adaptive_avg_pool2d(planes, size)
    lows, highs = planes.amin((1, 2), keepdim=True), planes.amax((1, 2), keepdim=True)
    spans = (highs - lows).clamp_min(torch.finfo(torch.float32).tiny)
    grey = ((planes - lows) / spans * 255).round().clamp(0, 255).to(torch.uint8)
    found: Picture = grey.cpu().numpy()
    return found


class PictureFiles:
    """The pictures of the newest looks, in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._ring = folder, Ring("xray-{}.npz", KEPT)

    def write(self, pictures: Mapping[Place, Picture]) -> Path | None:
        """Write the pictures by their places; None where the disk has no room for them."""
        arrays = {str(place): drawn for place, drawn in pictures.items()}
        try:
            return self._ring.write(self._folder, arrays)
        except OSError:  # the run does not end for a picture
            return None
