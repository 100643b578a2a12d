"""Projects with code of the user's own, for tests: files, what they hold, and networks of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.analysis import Analysis
from graph.document import Document
from graph.project_file import loads
from graph.python.files import PythonFiles
from graph.shapes import analyze
from graph.visit import Memory

LAYERS = '''\
import torch
from torch import nn


class Swish(torch.autograd.Function):
    """x times the sigmoid of beta x."""

    @staticmethod
    def forward(ctx, x, beta=1.0):
        ctx.save_for_backward(x)
        ctx.beta = beta
        return x * torch.sigmoid(beta * x)

    @staticmethod
    def backward(ctx, gradient):
        (x,) = ctx.saved_tensors
        s = torch.sigmoid(ctx.beta * x)
        return gradient * (s + ctx.beta * x * s * (1 - s)), None


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None

    def forward(self, x):
        return nn.functional.linear(x, self.weight, self.bias)


class Moments(nn.Module):
    def forward(self, x):
        return x.mean(-1), x.var(-1)


def scaled(x, factor=2.0):
    return x * factor


class Counting(nn.Module):
    """Looks at numbers, so that it cannot run without data."""

    def forward(self, x):
        return x * (1.0 if x.sum().item() < 1e9 else 2.0)
'''


def project(nodes: str, edges: str, blocks: str = "") -> str:
    """A project file from the lines of its nodes and its edges."""
    return f"layerloom: 1\nname: Own\n{blocks}nodes:\n{nodes}edges: [{edges}]\n"


def one_node(said: str, shape: str = "[N, 16]") -> str:
    """A project with one Python node between an Input and an Output."""
    return project(
        f"  x: {{type: Input, shape: {shape}}}\n"
        f"  own: {{type: Python, {said}}}\n"
        "  y: {type: Output}\n",
        "x -> own -> y",
    )


def lay(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def files_in(folder: Path, *, trusted: bool = True) -> PythonFiles:
    """The files of a folder, all of which are trusted or none."""
    if not trusted:
        return PythonFiles(folder)
    found = PythonFiles(folder)
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.py")]
    return PythonFiles(folder, {found.get(name).digest for name in names})


def analyzed(
    folder: Path, text: str, layers: str = LAYERS, *, trusted: bool = True
) -> tuple[Document, Analysis]:
    """A project beside ``layers.py``, and what is known of it."""
    lay(folder, {"layers.py": layers})
    document = loads(text)
    return document, analyze(document, Memory(files_in(folder, trusted=trusted)))
