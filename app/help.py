"""What the Help menu says."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from app.actions import COMMANDS


def shortcuts_text() -> str:
    """Every command that has keys, one a line."""
    lines = []
    for command in COMMANDS:
        if command.keys:
            keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            name = command.text.replace("&", "").removesuffix("...")
            lines.append(f"{keys}\t{name}")
    lines += [
        "Arrow keys\tMove the selected layers; with Shift farther",
        "Space and drag\tMove the canvas; the wheel zooms",
        "Double click\tFind a layer to add; on a block, look inside",
    ]
    return "\n".join(lines)


def about_text() -> str:
    return (
        "Draw a neural network, see every shape while you wire, train it, and take away clean "
        "PyTorch.\n\nApache License 2.0. Built on PyTorch, Qt for Python, networkx, pyqtgraph and "
        "pytorch-ignite."
    )
