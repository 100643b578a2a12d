"""Data sets made by a formula: the same values on every machine from the same seed.

Only NumPy's frozen ``RandomState`` and its uniform numbers are used, and results are rounded to
six decimals, so that neither a NumPy version nor a processor's cosine can change a bit.
Each function stands alone: an exported training script carries its text.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]


def make_moons(samples: int, noise: float, seed: int) -> tuple[Floats, Integers]:
    """Return points on two interleaved half circles, and which one each is on.

    Shapes: (samples, 2) and (samples,).
    """
    random = np.random.RandomState(seed)
    label = np.arange(samples) % 2
    angle = np.pi * random.random_sample(samples)
    x = np.where(label == 0, np.cos(angle), 1 - np.cos(angle))
    y = np.where(label == 0, np.sin(angle), 0.5 - np.sin(angle))
    jitter = noise * (random.random_sample((12, samples, 2)).sum(axis=0) - 6)  # nearly normal
    points = np.stack([x, y], axis=1) + jitter
    return np.round(points, 6).astype(np.float32), label.astype(np.int64)


def make_circles(samples: int, noise: float, seed: int) -> tuple[Floats, Integers]:
    """Return points on a small circle inside a large one, and which one each is on.

    Shapes: (samples, 2) and (samples,).
    """
    random = np.random.RandomState(seed)
    label = np.arange(samples) % 2
    angle = 2 * np.pi * random.random_sample(samples)
    radius = np.where(label == 0, 1.0, 0.5)
    points = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    jitter = noise * (random.random_sample((12, samples, 2)).sum(axis=0) - 6)
    return np.round(points + jitter, 6).astype(np.float32), label.astype(np.int64)


def make_spirals(samples: int, noise: float, arms: int, seed: int) -> tuple[Floats, Integers]:
    """Return points on spiral arms that start at the centre, and which arm each is on.

    Shapes: (samples, 2) and (samples,).
    """
    random = np.random.RandomState(seed)
    label = np.arange(samples) % arms
    radius = np.sqrt(random.random_sample(samples))
    angle = 2 * np.pi * (label / arms + 0.75 * radius)
    points = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    jitter = noise * (random.random_sample((12, samples, 2)).sum(axis=0) - 6)
    return np.round(points + jitter, 6).astype(np.float32), label.astype(np.int64)


def make_xor(samples: int, noise: float, seed: int) -> tuple[Floats, Integers]:
    """Return points near the corners of the unit square, and the exclusive or of the corner.

    Shapes: (samples, 2) and (samples,).
    """
    random = np.random.RandomState(seed)
    corner = np.stack([np.arange(samples) // 2 % 2, np.arange(samples) % 2], axis=1)
    jitter = noise * (random.random_sample((12, samples, 2)).sum(axis=0) - 6)
    label = corner[:, 0] ^ corner[:, 1]
    return np.round(corner + jitter, 6).astype(np.float32), label.astype(np.int64)


def make_parity(samples: int, length: int, seed: int) -> tuple[Floats, Integers]:
    """Return rows of bits, and whether the number of ones is odd.

    Shapes: (samples, length) and (samples,).
    """
    random = np.random.RandomState(seed)
    bits = (random.random_sample((samples, length)) < 0.5).astype(np.int64)
    return bits.astype(np.float32), bits.sum(axis=1) % 2


def make_adding(samples: int, length: int, seed: int) -> tuple[Floats, Floats]:
    """Return sequences of (number, mark) and the sum of the two numbers that are marked.

    Shapes: (samples, length, 2) and (samples, 1).
    Source: Hochreiter and Schmidhuber, "Long Short-Term Memory", 1997, experiment 4.
    """
    random = np.random.RandomState(seed)
    numbers = np.round(random.random_sample((samples, length)), 6)
    half = length // 2
    first = (random.random_sample(samples) * half).astype(np.int64)
    second = half + (random.random_sample(samples) * (length - half)).astype(np.int64)
    marks = np.zeros((samples, length))
    marks[np.arange(samples), first] = 1
    marks[np.arange(samples), second] = 1
    target = (numbers * marks).sum(axis=1, keepdims=True)
    return np.stack([numbers, marks], axis=2).astype(np.float32), target.astype(np.float32)


def make_sine(samples: int, noise: float, seed: int) -> tuple[Floats, Floats]:
    """Return points x between -pi and pi, and the sine of each.

    Shapes: (samples, 1) and (samples, 1).
    """
    random = np.random.RandomState(seed)
    x = np.pi * (2 * random.random_sample((samples, 1)) - 1)
    jitter = noise * (random.random_sample((12, samples, 1)).sum(axis=0) - 6)
    return np.round(x, 6).astype(np.float32), np.round(np.sin(x) + jitter, 6).astype(np.float32)


def make_shapes(
    samples: int, size: int, noise: float, seed: int
) -> tuple[npt.NDArray[np.float32], Integers]:
    """Return pictures of bright discs and squares on a dark ground, and whose each pixel is.

    Shapes: (samples, 3, size, size), and (samples, size, size): 0 the ground, 1 a figure.
    """
    random = np.random.RandomState(seed)
    place = np.arange(size)
    pictures = np.empty((samples, 3, size, size), np.float32)
    masks = np.zeros((samples, size, size), np.int64)
    for picture, mask in zip(pictures, masks, strict=True):
        ground, colour = 0.5 * random.random_sample((2, 3, 1, 1)) + [[[[0.0]]], [[[0.5]]]]
        for _ in range(1 + int(3 * random.random_sample())):
            row, column, radius = size * random.random_sample(3) * [1, 1, 0.2] + [0, 0, size / 10]
            down, along = np.abs(place - row)[:, None], np.abs(place - column)[None]
            is_disc = random.random_sample() < 0.5
            away = down**2 + along**2 if is_disc else np.maximum(down, along) ** 2
            mask[away < radius**2] = 1
        jitter = noise * (random.random_sample((12, 3, size, size)).sum(axis=0) - 6)
        picture[:] = np.round(np.where(mask == 1, colour, ground) + jitter, 6)
    return pictures, masks


def make_reversal(
    samples: int, length: int, symbols: int, seed: int
) -> tuple[tuple[Integers, Integers], Integers]:
    """Return what is read, what is written so far, and what is to be written: it reversed.

    What is written so far is the answer moved on by one, behind a 0 that begins it: whoever
    learns to write is told what should have come before (teacher forcing). Symbols count from 1.
    Shapes: (samples, length), (samples, length) and (samples, length).
    """
    random = np.random.RandomState(seed)
    read = 1 + (random.random_sample((samples, length)) * symbols).astype(np.int64)
    reply = read[:, ::-1].copy()
    written = np.zeros_like(reply)
    written[:, 1:] = reply[:, :-1]
    return (read, written), reply


def make_pairs(
    images: npt.NDArray[np.uint8], labels: Integers, samples: int, pools: int, seed: int
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8], Integers]:
    """Return the left and the right picture of each pair, and whether both show the same class.

    Pair ``i`` is drawn from pool ``i % pools`` of the pictures: pairs of different pools have no
    picture in common. Every second round of the pools shows pairs that are alike.
    """
    random = np.random.RandomState(seed)
    pool = np.arange(len(images)) * pools // len(images)
    left, right = np.zeros(samples, np.int64), np.zeros(samples, np.int64)
    alike = np.arange(samples) // pools % 2
    for pair in range(samples):
        mine = np.flatnonzero(pool == pair % pools)
        left[pair] = mine[int(random.random_sample() * len(mine))]
        fits = (labels[mine] == labels[left[pair]]) == bool(alike[pair])
        others = mine[fits & (mine != left[pair])]
        right[pair] = others[int(random.random_sample() * len(others))]
    return images[left], images[right], alike.astype(np.int64)
