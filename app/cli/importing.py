"""``import``: make a project from a live module or an ONNX file; not built yet."""

from __future__ import annotations

import argparse

from app.cli.arguments import UsageError, program_name


def run(options: argparse.Namespace) -> int:
    raise UsageError(
        f"{options.target}: importing comes in a later version; "
        f"draw the network in the app or write a project by hand: {program_name()} list layers"
    )
