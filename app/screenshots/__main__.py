"""Draws the pictures: ``python -m app.screenshots DIR [SCENE ...]``; no name means all scenes.

Every other module of this folder that has a function ``play`` is a scene. It is handed a
``Stage`` with a window of its own, and takes the pictures of one page of the documentation.
"""

from __future__ import annotations

import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules


def main(folder: Path, wanted: list[str]) -> None:
    """Play the scenes ``wanted`` and write their pictures into ``folder``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_SCALE_FACTOR", "2")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[variable] = home
        from app.screenshots.stage import Stage

        for scene in scenes():
            if not wanted or scene in wanted:
                with Stage(folder) as stage:
                    import_module(f"app.screenshots.{scene}").play(stage)


def scenes() -> list[str]:
    """The names of all scenes."""
    names = [module.name for module in iter_modules([str(Path(__file__).parent)])]
    return [name for name in names if name not in ("__main__", "stage")]


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures"), sys.argv[2:])
