"""Write examples/data/digit_pairs.npz: two pictures of digits, and the sum of what they show."""

from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
PAIRS = 4000

digits = np.load(ROOT / "train/data/files/digits.npz")
images = digits["images"].reshape(-1, 64) / 16
labels = digits["labels"].astype(np.int64)
random = np.random.RandomState(0)
left, right = (random.permutation(np.arange(PAIRS) % len(labels)) for _ in range(2))

out = ROOT / "examples" / "data" / "digit_pairs.npz"
out.parent.mkdir(exist_ok=True)
np.savez_compressed(
    out,
    left=images[left].astype(np.float16),  # sixteenths: exact in half precision
    right=images[right].astype(np.float16),
    sum=labels[left] + labels[right],
)
