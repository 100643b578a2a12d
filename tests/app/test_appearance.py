"""The View menu's choices of how the window looks: done at once where Qt can, and remembered."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel

from app.appearance import SCALE_FACTOR, scale_interface
from app.settings import Settings

START = """
from app.start import make_application
app = make_application()
from PySide6.QtWidgets import QWidget
print(QWidget().devicePixelRatioF())
"""


@pytest.fixture
def window(open_window):
    return open_window("lenet_mnist", analysed=False)


def choose(window, key: str) -> None:
    window.actions_by_key[key].trigger()


def test_a_size_of_the_interface_is_marked_and_kept_for_the_next_start(window):
    choose(window, "scale_150")

    assert Settings().scale == 150
    assert window.actions_by_key["scale_150"].isChecked()
    assert not window.actions_by_key["scale_100"].isChecked()
    assert any("150 %" in label.text() for label in window.status.findChildren(QLabel))


def test_the_next_start_draws_everything_in_that_size(window, qapp):
    choose(window, "scale_150")
    qapp.processEvents()  # Qt writes what is chosen once it has nothing else to do
    unset = {key: value for key, value in os.environ.items() if key != SCALE_FACTOR}

    started = subprocess.run(
        [sys.executable, "-c", START], env=unset, capture_output=True, text=True, check=True
    )

    assert float(started.stdout) == 1.5


def test_a_factor_that_is_set_from_outside_wins(window):
    choose(window, "scale_150")
    environment = {SCALE_FACTOR: "2"}

    scale_interface(Settings(), environment)

    assert environment == {SCALE_FACTOR: "2"}


def test_nothing_glides_where_motion_is_reduced(window):
    view = window.pane.view
    glides = not view.reduced_motion

    choose(window, "reduced_motion")

    assert view.reduced_motion
    assert Settings().reduced_motion
    choose(window, "reduced_motion")
    assert view.reduced_motion == (not glides)


def test_sense_is_made_of_a_size_that_makes_none():
    store = Settings()
    store.scale = 12345

    assert Settings().scale == 100
