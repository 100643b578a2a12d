"""What a run ran on: Python, PyTorch, packages, device, and the state of the project's folder.

It says nothing of whose machine it is: no names of users, hosts or folders.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path
from typing import Any

import torch

#: Seconds that git may take; a folder of a hundred thousand files takes less.
PATIENCE = 10.0

#: No setting of a repository may have git run a program: it may have come from a stranger.
_HARMLESS = {"core.fsmonitor": "false", "core.hooksPath": os.devnull}


def environment(device: torch.device, folder: Path | None) -> dict[str, Any]:
    """As JSON values; ``git`` is None where ``folder`` is in no repository."""
    return {
        "layerloom": _version("layerloom"),
        "python": platform.python_version(),
        "torch": str(torch.__version__),
        "threads": torch.get_num_threads(),
        "cores": os.cpu_count(),
        "device": str(device),
        "device_name": torch.cuda.get_device_name(device) if device.type == "cuda" else None,
        "cuda": torch.version.cuda,
        "system": platform.system(),
        "machine": platform.machine(),
        "git": git_state(folder),
        "packages": dict(sorted(_packages().items())),
    }


def git_state(folder: Path | None) -> dict[str, Any] | None:
    """The commit that ``folder`` is at, its branch, and whether anything in it was changed since.

    Files are compared by size and time, as git's index has them; nothing of the repository is run.
    """
    if folder is None or shutil.which("git") is None:
        return None
    commit = _git(folder, "rev-parse", "--verify", "-q", "HEAD")
    if commit is None:
        return None
    filters = _git(folder, "config", "--name-only", "--get-regexp", r"^filter\.") or ""
    off = dict.fromkeys(filters.splitlines(), "")  # where a file is as old as the index, it is read
    branch = _git(folder, "rev-parse", "--abbrev-ref", "HEAD")
    changed = _git(folder, "diff-index", "--name-only", "HEAD", "--", ".", off=off)
    added = _git(folder, "ls-files", "--others", "--exclude-standard", "--", ".", ":!runs")
    return {
        "commit": commit,
        "branch": None if branch in (None, "HEAD") else branch,
        "dirty": bool(changed or added),
    }


def _git(folder: Path, *arguments: str, off: Mapping[str, str] | None = None) -> str | None:
    """What git says; None where it refuses or takes too long. ``off`` are settings to leave out."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment.update(GIT_OPTIONAL_LOCKS="0", GIT_TERMINAL_PROMPT="0")
    settings = {**(off or {}), **_HARMLESS}
    environment["GIT_CONFIG_COUNT"] = str(len(settings))
    for index, (key, value) in enumerate(settings.items()):
        environment |= {f"GIT_CONFIG_KEY_{index}": key, f"GIT_CONFIG_VALUE_{index}": value}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode(errors="replace").strip()


def _packages() -> Mapping[str, str]:
    return {
        str(found.metadata["Name"]): str(found.version)
        for found in distributions()
        if found.metadata["Name"]
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
