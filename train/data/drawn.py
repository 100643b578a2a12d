"""Pictures that are drawn here, with a class for every pixel."""

from __future__ import annotations

import numpy as np

from graph.catalog.layer import Argument
from train.data.description import Arrays, DataDescription, Field
from train.data.generated import make_shapes
from train.data.source import Place, Source
from train.settings import DataConfig

CLASSES = ("ground", "figure")

ARGUMENTS = (
    Argument("samples", "int", 200, low=10, high=100_000, doc="how many samples"),
    Argument("size", "int", 64, low=8, high=1024, doc="pixels of a side"),
    Argument("noise", "float", 0.1, low=0, doc="deviation of the noise added"),
)

#: Pixels of pictures that are drawn only to count those of each class.
MOST_DRAWN = 20_000_000


def _shapes() -> Source:
    def given(config: DataConfig) -> dict[str, float]:
        return {one.name: config.options.get(one.name, one.default) for one in ARGUMENTS}

    def describe(config: DataConfig, place: Place) -> DataDescription:
        said = given(config)
        samples, size = int(said["samples"]), int(said["size"])
        pixels = None
        if samples * size * size <= MOST_DRAWN:
            figure = load(config, place).target[:].sum(axis=(1, 2))
            pixels = np.stack([size * size - figure, figure], axis=1)
        return DataDescription(
            (Field((3, size, size)),), Field((size, size), "int64"), samples, CLASSES, ("image",),
            "Shapes", pixels=pixels,
        )  # fmt: skip

    def load(config: DataConfig, place: Place) -> Arrays:
        said = given(config)
        pictures, masks = make_shapes(
            int(said["samples"]), int(said["size"]), said["noise"], config.seed
        )
        return Arrays((pictures,), masks, CLASSES, names=("image",))

    summary = "Bright discs and squares in noise: which pixels are theirs?"
    return Source(
        "shapes", "Shapes", "generated", summary, describe, load, ARGUMENTS, gives="pictures"
    )


#: For ``train/data/sources.py``.
DRAWN = (_shapes(),)
