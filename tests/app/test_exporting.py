"""What the window writes to files."""

from __future__ import annotations

import pytest

SLOW = 90_000


@pytest.mark.slow
def test_an_exported_training_script_has_its_data_beside_it(open_window, answers, qtbot, tmp_path):
    window = open_window("mlp_digits")
    answers.path = tmp_path / "train_digits.py"

    window.exporting.export_script()
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.npz"))) == 1, timeout=SLOW)

    assert "def main()" in answers.path.read_text()
    assert answers.told == []


@pytest.mark.slow
def test_other_data_of_the_same_name_is_left_alone_and_said(open_window, answers, qtbot, tmp_path):
    window = open_window("mlp_digits")
    answers.path = tmp_path / "train_digits.py"
    mine = tmp_path / "digits.npz"
    mine.write_bytes(b"mine")

    window.exporting.export_script()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=SLOW)

    assert mine.read_bytes() == b"mine"
    assert "export into another folder" in answers.told[0]
