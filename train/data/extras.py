"""Packages that only some sources of data need: found when wanted, or said to be missing."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

from graph.errors import DataError
from graph.phrases import later


def is_installed(package: str) -> bool:
    """Whether a package can be imported, without importing it."""
    return importlib.util.find_spec(package) is not None


def pyarrow(kind: str) -> Any:
    """The package, with the parts that read Parquet and Arrow files.

    Raises: DataError, where it is not installed.
    """
    try:
        package = importlib.import_module("pyarrow")
        for part in ("parquet", "ipc", "types"):
            importlib.import_module(f"pyarrow.{part}")
    except ImportError as error:
        raise _missing(kind, "pyarrow") from error
    return package


def _missing(kind: str, package: str) -> DataError:
    return DataError(
        later(
            "{kind} needs the package {package}, which is not installed", kind=kind, package=package
        ),
        later("install it: pip install {package}", package=package),
    )
