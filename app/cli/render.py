"""``render``: the canvas as a picture, without a screen."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from app.cli.arguments import UsageError
from app.cli.project import open_project


def run(options: argparse.Namespace) -> int:
    out = Path(options.out)
    if out.suffix.lower() not in (".png", ".svg", ".pdf"):
        raise UsageError(
            f"{options.out}: pictures are .png, .svg or .pdf; name the file accordingly"
        )
    project = open_project(options.file, trust=options.trust)
    if out.is_dir():
        raise IsADirectoryError(21, "", options.out)
    if not out.parent.is_dir():
        raise FileNotFoundError(2, "", str(out.parent))
    analysis, _ = project.analyze()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.render import render
    from app.theme import DARK, LIGHT

    render(project.document, out, analysis, DARK if options.theme == "dark" else LIGHT)
    return int(bool(analysis.errors))
