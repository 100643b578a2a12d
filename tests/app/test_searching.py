"""A search from the window: its curve, its suggestions, and taking one over as a step to undo."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.app.canvas_hands import LEFT
from tests.app.conftest import SLOW, kill


def offers(dialog):
    return [b for b in dialog.findChildren(QPushButton) if b.text().startswith("Use ")]


@pytest.mark.slow
def test_a_rate_is_found_in_a_process_of_its_own_and_taken_over_by_one_click(open_window, qtbot):
    window = open_window("mlp_digits")
    window.panels.show_tab("training")
    window.panels.training.show_page("optimizer")
    before = dict(window.project.document.training["optimizer"])
    QTest.mouseClick(window.panels.training.optimizer.find, LEFT)
    dialog = window.searching.dialog
    qtbot.waitUntil(lambda: dialog.is_over, timeout=2 * SLOW)

    offer = offers(dialog)[0]
    QTest.mouseClick(offer, LEFT)

    value = float(offer.text().split()[1].rstrip(":"))
    assert window.project.document.training["optimizer"]["lr"] == value
    assert value != before["lr"]
    window.project.stack.undo()
    assert window.project.document.training["optimizer"] == before
    dialog.close()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_batch_size_is_found_even_if_the_process_is_killed(open_window, qtbot):
    window = open_window("lenet_mnist")
    window.panels.show_tab("training")
    QTest.mouseClick(window.panels.training.form.find_batch_size, LEFT)
    dialog = window.searching.dialog
    qtbot.waitUntil(lambda: len(dialog.tried) >= 3, timeout=2 * SLOW)  # of many, ever longer ones
    kill(window.searching.client.pid)
    qtbot.waitUntil(lambda: dialog.is_over, timeout=SLOW)

    assert "did not survive a batch of" in dialog.words.text()
    QTest.mouseClick(offers(dialog)[-1], LEFT)
    assert window.project.document.training["data"]["batch_size"] in {2, 4, 8, 16, 32, 64}
    dialog.close()
