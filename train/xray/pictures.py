"""Small pictures of feature maps: grey values in a file that the window reads."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as F

from codegen.watching import Place

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
    """A ring of few files in a folder, each whole once it has its name."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, 0
        self._files: list[Path] = []

    def write(self, pictures: Mapping[Place, Picture]) -> Path | None:
        """Write the pictures by their places; None where the disk has no room for them."""
        self._number += 1
        path = self._folder / f"xray-{self._number}.npz"
        unfinished = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as file:
                arrays = {str(place): drawn for place, drawn in pictures.items()}
                np.savez(file, **arrays)  # type: ignore[arg-type]
            unfinished.replace(path)
        except OSError:  # the run does not end for a picture
            return None
        self._files.append(path)
        self._drop(self._files[:-KEPT])
        return path

    def _drop(self, old: list[Path]) -> None:
        for path in old:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        self._files = [path for path in self._files if path not in old]
