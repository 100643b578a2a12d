"""Ways to vary the samples that are trained on, as data: their settings, and what carries them out.

Pictures are varied by kornia, whose class and arguments stand here for the app and the exported
script alike; what holds for numbers of any kind is a few lines of PyTorch in ``train.varying``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph.catalog.layer import Argument
from graph.phrases import later
from train.settings import Choice

#: What is varied: pictures, numbers of any shape, or whole samples with each other.
Of = Literal["pictures", "numbers", "samples"]

#: A class of kornia and its arguments.
Kornia = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Kind:
    """One way to vary samples. ``kornia`` says who does it, from values and (height, width)."""

    name: str
    title: str
    summary: str
    of: Of
    arguments: tuple[Argument, ...]
    kornia: Callable[[Mapping[str, Any], tuple[int, int]], Kornia] | None = None
    ranged: bool = False  # kornia takes its pictures from 0 to 1, and fills in 0
    spoils: bool = False  # a network that gives back its input is not asked for this
    moves: bool = False  # pixels go elsewhere, and whatever is said of each goes with them

    def values(self, step: Choice) -> dict[str, Any]:
        """What is set, and the defaults of what is not."""
        return {a.name: step.arguments.get(a.name, a.default) for a in self.arguments}


def _p(default: float) -> Argument:
    return Argument(
        "p", "float", default, low=0, high=1, doc=later("share of the samples that are varied")
    )


def _flip(given: Mapping[str, Any], _: tuple[int, int]) -> Kornia:
    name = "RandomVerticalFlip" if given["direction"] == "vertical" else "RandomHorizontalFlip"
    return name, {"p": given["p"]}


def _jitter(given: Mapping[str, Any], _: tuple[int, int]) -> Kornia:
    return "ColorJitter", dict(given)


def _all() -> list[Kind]:
    return [
        Kind(
            "flip",
            later("Flip"),
            later("Mirrors pictures."),
            "pictures",
            (
                Argument(
                    "direction",
                    "choice",
                    "horizontal",
                    choices=("horizontal", "vertical"),
                    doc=later("left and right, or up and down"),
                ),
                _p(0.5),
            ),
            _flip,
            moves=True,
        ),
        Kind(
            "crop",
            later("Crop"),
            later("Pads pictures and cuts them out a little elsewhere."),
            "pictures",
            (
                Argument(
                    "padding", "int", 4, low=1, high=1000, doc=later("pixels added at every side")
                ),
                _p(1.0),
            ),
            lambda given, size: (
                "RandomCrop",
                {"size": size, "padding": given["padding"], "p": given["p"]},
            ),
            ranged=True,
            moves=True,
        ),
        Kind(
            "zoom",
            later("Zoom"),
            later("Cuts out a part of a picture and brings it to full size."),
            "pictures",
            (
                Argument(
                    "smallest",
                    "float",
                    0.7,
                    low=0.01,
                    high=1,
                    doc=later("least share of the picture that is kept"),
                ),
                _p(1.0),
            ),
            lambda given, size: (
                "RandomResizedCrop",
                {
                    "size": size,
                    "scale": (given["smallest"], 1.0),
                    "ratio": (0.9, 1.1),
                    "p": given["p"],
                },
            ),
            moves=True,
        ),
        Kind(
            "rotate",
            later("Rotate"),
            later("Turns pictures about their middle."),
            "pictures",
            (
                Argument(
                    "degrees",
                    "float",
                    15.0,
                    low=0,
                    high=180,
                    doc=later("at most this far either way"),
                ),
                _p(1.0),
            ),
            lambda given, _: (
                "RandomRotation",
                {"degrees": float(given["degrees"]), "p": given["p"]},
            ),
            ranged=True,
            moves=True,
        ),
        Kind(
            "shift",
            later("Shift"),
            later("Moves pictures."),
            "pictures",
            (
                Argument(
                    "fraction",
                    "float",
                    0.1,
                    low=0,
                    high=1,
                    doc=later("at most this share of their size"),
                ),
                _p(1.0),
            ),
            lambda given, _: (
                "RandomAffine",
                {
                    "degrees": 0.0,
                    "translate": (given["fraction"], given["fraction"]),
                    "p": given["p"],
                },
            ),
            ranged=True,
            moves=True,
        ),
        Kind(
            "jitter",
            later("Jitter"),
            later("Varies brightness, contrast and colour."),
            "pictures",
            (
                Argument(
                    "brightness",
                    "float",
                    0.2,
                    low=0,
                    high=1,
                    doc=later("factor from 1 - b to 1 + b"),
                ),
                Argument(
                    "contrast", "float", 0.2, low=0, high=1, doc=later("factor from 1 - c to 1 + c")
                ),
                Argument(
                    "saturation", "float", 0.0, low=0, high=1, doc=later("of colour pictures")
                ),
                Argument("hue", "float", 0.0, low=0, high=0.5, doc=later("of colour pictures")),
                _p(1.0),
            ),
            _jitter,
            ranged=True,
        ),
        Kind(
            "blur",
            later("Blur"),
            later("Blurs pictures."),
            "pictures",
            (
                Argument(
                    "size", "int", 3, low=3, high=99, doc=later("pixels across, an odd number")
                ),
                Argument("sigma", "float", 1.0, low=0.1, high=50, doc=later("at most this much")),
                _p(0.5),
            ),
            lambda given, _: (
                "RandomGaussianBlur",
                {
                    "kernel_size": (given["size"] | 1,) * 2,
                    "sigma": (0.1, float(given["sigma"])),
                    "p": given["p"],
                },
            ),
        ),
        Kind(
            "erase",
            later("Erase"),
            later("Wipes a rectangle out of pictures."),
            "pictures",
            (
                Argument(
                    "largest",
                    "float",
                    0.2,
                    low=0.03,
                    high=1,
                    doc=later("at most this share of a picture"),
                ),
                _p(0.5),
            ),
            lambda given, _: (
                "RandomErasing",
                {"scale": (0.02, given["largest"]), "p": given["p"]},
            ),
            spoils=True,
            ranged=True,
        ),
        Kind(
            "noise",
            later("Noise"),
            later("Adds normal noise to what goes in, pictures or tables."),
            "numbers",
            (
                Argument(
                    "deviation", "float", 0.1, low=0, doc=later("of the noise, after scaling")
                ),
                _p(1.0),
            ),
            spoils=True,
        ),
        Kind(
            "mixup",
            later("Mixup"),
            later("Blends two samples and their targets."),
            "samples",
            (
                Argument(
                    "alpha",
                    "float",
                    0.2,
                    low=0.001,
                    high=100,
                    doc=later("larger: more evenly blended"),
                ),
                _p(1.0),
            ),
        ),
        Kind(
            "cutmix",
            later("CutMix"),
            later("Puts a part of one picture into another, and of its target."),
            "samples",
            (
                Argument(
                    "alpha",
                    "float",
                    1.0,
                    low=0.001,
                    high=100,
                    doc=later("larger: more evenly shared"),
                ),
                _p(0.5),
            ),
        ),
    ]


KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _all()}
