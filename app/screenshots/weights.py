"""A file of weights that somebody else named, matched by a table."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from app.screenshots.stage import Stage

THEIRS = {
    "c1.weight": (6, 1, 5, 5), "c1.bias": (6,), "c2.weight": (16, 6, 5, 5), "c2.bias": (16,),
    "f1.weight": (120, 400), "f1.bias": (120,), "f2.weight": (84, 120), "f2.bias": (84,),
    "f3.weight": (47, 84), "f3.bias": (47,), "step": (1,),
}  # fmt: skip

NAMES = """
c1 -> features.0
c2 -> features.3
f1 -> classifier.0
f2 -> classifier.2
f3 -> classifier.4
"""


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    with tempfile.TemporaryDirectory() as folder:
        file, table = Path(folder, "lenet_letters.safetensors"), Path(folder, "names.txt")
        save_file({name: np.zeros(shape, np.float32) for name, shape in THEIRS.items()}, file)
        table.write_text(NAMES)
        for theme in ("light", "dark"):
            window.set_theme(theme)
            window.loading_weights.look_at(file)
            dialog = window.loading_weights.dialog
            if dialog is not None:
                dialog.use_table(table)
                stage.take(f"weights-{theme}", dialog)
                dialog.reject()
