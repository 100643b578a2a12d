"""``render``: the canvas as a picture, without a screen."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from app.cli.arguments import UsageError
from app.cli.project import open_project


def run(options: argparse.Namespace) -> int:
    out = Path(options.out)
    if out.suffix.lower() not in (".png", ".svg"):
        raise UsageError(f"{options.out}: pictures are .png or .svg; name the file accordingly")
    project = open_project(options.file)
    if out.is_dir():
        raise IsADirectoryError(21, "", options.out)
    if not out.parent.is_dir():
        raise FileNotFoundError(2, "", str(out.parent))
    analysis, _ = project.analyze()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.render import render
    from app.theme import theme_named

    render(project.document, out, analysis, theme_named(options.theme))
    return int(bool(analysis.errors))
