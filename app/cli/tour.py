"""The main job in the terminal, for a machine without a display: check, train, draw, export."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from app.cli.frame import run
from app.cli.words import readable


def main(arguments: Sequence[str]) -> int:
    """Type the commands that a person would, one after the other; stop at the first that fails."""
    from graph.project_file import load_project
    from train.run_folder import new_run_folder

    [file] = arguments
    name = load_project(Path(file)).name
    folder = Path(readable(new_run_folder(Path(file), name)))
    print(
        "There is no display here, so this shows in the terminal what the app does in a window:\n"
        f"{file} is checked, trained, drawn and exported."
    )
    stem = name.lower()
    for command in (
        ["check", file],
        ["train", file, "--out", str(folder)],
        ["render", file, "-o", str(folder / f"{stem}.png")],
        ["export", file, "-o", str(folder / f"{stem}.py")],
    ):
        print(f"\n$ layerloom {shlex.join(command)}", flush=True)
        if code := run(command):
            return code
    print(f"\nAll of it is in {folder}:")
    for path, what in (
        (f"{stem}.png", "the picture of the canvas"),
        (f"{stem}.py", "the source: it needs PyTorch and nothing else"),
        ("best.safetensors", "the trained weights, by the names in the source"),
        ("events.jsonl", "how the run went"),
    ):
        print(f"    {path:18} {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
