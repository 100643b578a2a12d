"""What every test stands on: no screen, one thread, no settings of the person who runs them.

Fixtures
    examples      the folder of example projects
    command_line  runs ``main.py`` in a process of its own, as a user would
    loom          runs a command in this process, which is quicker: ``loom("check", file).code``

Set LOOM_EXAMPLES=500 to try that many random graphs where a law is tested on random graphs.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

# Before anything imports Qt or torch.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("LOOM_TEST_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent

settings.register_profile(
    "quick",
    max_examples=int(os.environ.get("LOOM_EXAMPLES", "30")),
    deadline=None,
    # What lands is judged by the same graphs each time; at a desk every run tries others.
    derandomize=bool(os.environ.get("CI")),
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("quick")


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What stands on stderr."""
        return self.err.splitlines()


CommandLine = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True, scope="session")
def _home_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings, recent files and trust of the person who runs the tests stay out of them."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[variable] = str(home / variable)


@pytest.fixture(autouse=True)
def _nothing_is_trusted_yet() -> None:
    """What one test trusts is not trusted in the next, whichever runs first."""
    from graph.python.trust import TrustStore

    TrustStore().path.unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def _widgets_are_let_go_of_in_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the app: Qt crashes where another thread collects a widget, xdist's between two tests.

    Random graphs are many: what comes of them, and nothing older, is collected meanwhile.
    """
    from graph.collector import collect_what_is_due

    has_qt = "PySide6.QtWidgets" in sys.modules
    if has_qt and request.node.get_closest_marker("hypothesis"):
        gc.collect()
        gc.enable()
    elif has_qt:
        gc.disable()
    yield
    collect_what_is_due()
    if "PySide6.QtWidgets" in sys.modules:
        gc.disable()


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"


@pytest.fixture
def command_line(tmp_path: Path) -> CommandLine:
    """Run ``main.py`` with arguments, in an empty folder: ``command_line("check", file)``."""

    def run(
        *arguments: object, timeout: float = 600, **options: object
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # type: ignore[call-overload,no-any-return]
            [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
            cwd=options.pop("cwd", tmp_path),
            capture_output=True,
            text=True,
            timeout=timeout,
            **options,
        )

    return run


@pytest.fixture
def loom(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Outcome]:
    """Run a command in this process, in an empty folder."""
    from main import main

    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Outcome:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        if "render" in arguments:  # what was drawn goes here, not in a thread of a later command
            gc.collect()
        return Outcome(code, *capfd.readouterr())

    return run
