"""What the Help menu says."""

from __future__ import annotations

from app.translating import tr


def about_text() -> str:
    return tr(
        "Draw a neural network, see every shape while you wire, train it, and take away clean "
        "PyTorch.\n\nApache License 2.0. Built on PyTorch, Qt for Python, networkx, pyqtgraph and "
        "pytorch-ignite."
    )
