"""What holds for the whole house: imported when, shipped with what, explained where."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

LIGHT = (
    "graph.catalog",
    "graph.document",
    "graph.project_file",
    "graph.edits",
    "graph.analysis",
    "codegen.program",
    "codegen.source",
    "train.config",
    "app.cli.frame",
    "app.main_window",
    "app.render",
)


def modules_after(code: str) -> set[str]:
    """The modules that a fresh Python holds after ``code``."""
    script = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def test_what_the_window_and_the_reader_need_does_not_import_torch() -> None:
    loaded = modules_after("".join(f"import {module}\n" for module in LIGHT))

    assert loaded.isdisjoint({"torch", "ignite"})


def test_nothing_below_the_app_imports_qt_or_the_app_at_run_time() -> None:
    below = ("graph.shapes", "codegen.modules", "train.worker", "train.analysis_server")
    loaded = modules_after("".join(f"import {module}\n" for module in below))

    assert loaded.isdisjoint({"PySide6", "shiboken6", "pyqtgraph", "app"})


def test_help_and_mistyped_commands_answer_before_anything_heavy_is_imported() -> None:
    loaded = modules_after("import main\nmain.main(['chekc'])\nmain.main(['--help'])")

    assert loaded.isdisjoint({"torch", "ignite", "PySide6", "rich", "yaml", "numpy"})


def test_listing_the_layers_imports_neither_torch_nor_qt() -> None:
    loaded = modules_after("import main\nmain.main(['list', 'layers'])")

    assert loaded.isdisjoint({"torch", "ignite", "PySide6"})


def test_pyside_neither_loses_none_on_void_calls_nor_true_on_emits() -> None:
    """PYSIDE-3474: 6.12.0 does, and kills the process some thousand calls later."""
    script = """
import sys
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    sent = Signal()

sender = Sender()
before = sys.getrefcount(None), sys.getrefcount(True)
for _ in range(120_000):
    sender.setObjectName("x")
for _ in range(25_000):
    sender.sent.emit()
lost = [b - a for b, a in zip(before, (sys.getrefcount(None), sys.getrefcount(True)))]
assert max(lost) < 1000, lost
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert done.returncode == 0, done.stderr


def test_every_data_file_of_a_package_is_shipped_with_it() -> None:
    shipped = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    data = [
        path.name
        for package in ("app", "codegen", "graph", "train")
        for path in (ROOT / package).rglob("*.*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    ]

    left_out = [name for name in data if not any(fnmatch(name, pattern) for pattern in shipped)]

    assert data
    assert left_out == []


@pytest.mark.parametrize("package", ["app", "codegen", "graph", "train"])
def test_every_folder_of_a_package_that_holds_modules_is_a_package(package: str) -> None:
    folders = {path.parent for path in (ROOT / package).rglob("*.py")}

    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_every_dependency_is_pinned_and_has_its_reason_in_architecture_md() -> None:
    reasons = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").lower()
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    names = [re.split(r"[<>=!]", line)[0].lower() for line in PROJECT["project"]["dependencies"]]

    assert [name for name in names if f"\n{name}==" not in pinned] == []
    assert [name for name in names if f"**{name}**" not in reasons] == []


def test_no_source_file_is_so_long_that_it_holds_two_ideas() -> None:
    files = [
        path
        for package in ("app", "codegen", "graph", "train")
        for path in (ROOT / package).rglob("*.py")
    ]
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in files
    }

    assert {name: length for name, length in lengths.items() if length > 420} == {}
