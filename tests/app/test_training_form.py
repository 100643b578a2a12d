"""What keeps a run steady is set in the Training panel, and the device is said before a run."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.panels.pieces import Fold
from graph.edits import Batch, SetTraining
from tests.app.conftest import SLOW
from tests.app.window_hands import WindowHands
from train.catalog import losses
from train.settings import EarlyStopping, Regularity, TrainingConfig


@pytest.fixture
def hands(qtbot, open_window, answers):
    window = open_window("mlp_digits")
    window.panels.show_tab("training")
    return WindowHands(window, answers, qtbot)


def regularity(hands: WindowHands) -> Regularity:
    return TrainingConfig.from_document(hands.window.project.document).regularity


def form_of(hands: WindowHands):
    """Scrolled to where it can be seen."""
    form = hands.window.panels.training.form.regularity
    area = form.parent().parent().parent()
    area.ensureWidgetVisible(form.early, 0, 0)
    return form


def test_each_key_is_set_in_its_field_and_taken_back_by_one_undo(hands):
    form = form_of(hands)
    for fold in form.form.findChildren(Fold):
        fold.set_open(True)
    for name, text in (
        ("clip_grad_norm", "1.5"),
        ("clip_grad_value", "0.5"),
        ("accumulate", "4"),
        ("precision", "bf16"),
        ("ema", "0.99"),
        ("best", "validation.accuracy"),
        ("compile", ""),
    ):
        hands.type_into(form.form.field(name), text)

    assert regularity(hands) == Regularity(
        clip_grad_norm=1.5,
        clip_grad_value=0.5,
        accumulate=4,
        precision="bfloat16",
        ema=0.99,
        best="validation.accuracy",
        compile=True,
    )
    for _ in range(7):
        hands.window.project.stack.undo()
    assert regularity(hands) == Regularity()


def test_early_stopping_is_chosen_by_what_it_watches_and_turned_off_again(hands):
    form = form_of(hands)
    hands.choose(form.early.choice, "validation.accuracy")
    hands.type_into(form.early.form.field("patience"), "3")

    assert regularity(hands).early_stopping == EarlyStopping("validation.accuracy", 3)
    hands.choose(form.early.choice, "never")
    assert regularity(hands).early_stopping is None
    assert "early_stopping" not in hands.window.project.document.training


def test_the_line_below_says_which_device_it_will_be(qtbot, hands):
    status = hands.window.status

    qtbot.waitUntil(lambda: status.device == "cpu (auto)", timeout=SLOW)
    form = hands.window.panels.training.form.run
    hands.type_into(form.field("device"), "cuda:1")

    assert status.device == "cuda:1"


def test_another_source_keeps_what_still_holds_and_one_undo_brings_all_back(hands):
    document = hands.window.project.document
    said = {
        "source": "mnist", "flatten": True, "batch_size": 32, "test": 0.1, "split": "stratified",
        "augment": ({"type": "rotate", "degrees": 5.0}, {"type": "noise"}),
    }  # fmt: skip
    hands.window.project.push(Batch((SetTraining(("data",), said),)))

    hands.choose(hands.window.panels.training.form.data.choice, "Wine")

    after = document.training["data"]
    assert after == {**said, "source": "wine", "augment": ({"type": "noise"},)}
    hands.window.project.stack.undo()
    assert document.training["data"] == said


def test_each_loss_after_the_other_asks_for_nothing_that_the_one_before_began_with(qtbot, hands):
    window, loss = hands.window, hands.window.panels.training.form.loss
    for name in losses():
        hands.choose(loss.choice, name)
        hands.wait()

        problems = [p for p in window.analysis.analysis.problems if p.code == "bad-value"]
        assert not problems, name


def test_words_below_a_field_say_why_a_value_is_none_or_does_not_fit(qtbot, hands):
    form = hands.window.panels.training.form
    area = form.parent().parent()
    lr, weight = form.optimizer.form.box("lr"), form.loss.form.box("weight")
    area.ensureWidgetVisible(lr)

    hands.type_into(lr.field, "-1")
    assert lr.result.isVisible() and "at least 0" in lr.result.text()
    QTest.keyClick(lr.field.lineEdit(), Qt.Key.Key_Escape)
    assert not lr.result.isVisible()

    area.ensureWidgetVisible(weight)
    hands.type_into(weight.field, "1, 2")
    qtbot.waitUntil(weight.result.isVisible, timeout=SLOW)
    assert weight.result.text() == "2 weights for 10 classes."
    hands.type_into(weight.field, "balanced")
    qtbot.waitUntil(lambda: not weight.result.isVisible(), timeout=SLOW)
    assert hands.window.project.document.training["loss"]["weight"] == "balanced"
