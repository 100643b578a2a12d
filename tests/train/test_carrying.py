"""What is said of the data stays said, where it still holds, when samples come from elsewhere."""

from __future__ import annotations

import pytest

from train.data.carrying import still_said

SAID = {"batch_size": 32, "validation": 0.1, "seed": 3, "normalize": "unit"}
FLIP = ({"type": "flip"}, {"type": "noise", "deviation": 0.2})


@pytest.mark.parametrize(
    ("before", "source", "kept"),
    [
        ({"source": "mnist", "augment": FLIP}, "images", {"augment": FLIP}),
        ({"source": "mnist", "augment": FLIP}, "iris", {"augment": FLIP[1:]}),
        ({"source": "mnist", "augment": FLIP[:1]}, "text", {}),
        ({"augment": FLIP}, "npz", {"augment": FLIP}),  # whose arrays may be pictures
        ({"source": "mnist", "targets": "inputs"}, "iris", {"targets": "inputs"}),
        (
            {"source": "csv", "path": "a.csv", "group": "who", "target": "y", "delimiter": ";"},
            "parquet",
            {"group": "who", "target": "y"},
        ),
        ({"source": "csv", "group": "who", "target": "y"}, "npz", {}),
        ({"source": "csv", "target": "y"}, "iris", {}),
        ({"source": "images", "path": "a", "resize": (8, 8)}, "huggingface", {"resize": (8, 8)}),
        ({"source": "csv", "path": "a.csv", "test": "b.csv"}, "parquet", {}),
        ({"source": "moons", "noise": 0.3}, "circles", {"noise": 0.3}),
        ({"source": "moons", "samples": 50}, "digits", {}),
    ],
)  # fmt: skip
def test_what_still_holds_is_kept_and_what_does_not_is_left(before, source, kept):
    assert still_said({**before, **SAID}, source) == {**kept, **SAID}
