"""The Data tab of the real window: samples, classes and values, and how samples are varied."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from graph.project_file import save_project
from tests.app.conftest import SLOW
from tests.app.window_hands import WindowHands
from train.settings import TrainingConfig


@pytest.fixture
def hands(qtbot, open_window, answers):
    window = open_window("lenet_mnist")
    window.resize(1200, 900)
    window.panels.show_tab("data")
    qtbot.waitUntil(lambda: window.panels.data.samples.pictures.count() > 0, timeout=SLOW)
    return WindowHands(window, answers, qtbot)


def test_samples_are_seen_page_by_page_by_class_and_by_part(qtbot, hands):
    data = hands.window.panels.data
    view = data.samples

    assert "4,000 training" in data.facts.text() and "1,000 validation" in data.facts.text()
    assert view.where.text() == "page 1 of 105, 5,000 samples"
    assert len({view.pictures.item(i).text() for i in range(view.pictures.count())}) == 10
    hands.click(view.forth)
    qtbot.waitUntil(lambda: view.where.text().startswith("page 2 of 105"), timeout=SLOW)
    hands.choose(view.label, "7")
    qtbot.waitUntil(lambda: view.where.text().endswith("of 11, 500 samples"), timeout=SLOW)
    hands.choose(view.part, "validation")
    qtbot.waitUntil(lambda: ", 500" not in view.where.text(), timeout=SLOW)
    assert {view.pictures.item(i).text() for i in range(view.pictures.count())} == {"7"}
    assert "validation" in view.pictures.item(0).toolTip()


def test_classes_and_values_are_counted(qtbot, hands):
    data = hands.window.panels.data

    hands.click(data.pages.buttons["classes"])
    assert data.balance.lines()[0] == "0 500" and len(data.balance.lines()) == 10
    hands.click(data.pages.buttons["values"])
    [card] = data.values.cards
    assert card.accessibleName() == "image, grey: uint8, 28 x 28"


def test_steps_are_added_set_moved_and_left_out_each_with_one_undo_and_drawn(qtbot, hands):
    data, project = hands.window.panels.data, hands.window.project
    page, form = data.augment, data.augment.form

    def steps() -> list[str]:
        found = TrainingConfig.from_document(project.document).data.augment
        return [step.type for step in found]

    hands.click(data.pages.buttons["augment"])
    hands.choose(form.add, "Rotate")
    hands.choose(form.add, "Flip")
    assert steps() == ["rotate", "flip"]
    qtbot.waitUntil(lambda: page.draws.count() == 9 and not data.client.is_busy, timeout=SLOW)
    hands.click(form.rows[0].head)
    hands.type_into(form.rows[0].form.field("degrees"), "40")
    hands.click(form.rows[1].up)
    assert steps() == ["flip", "rotate"]
    config = TrainingConfig.from_document(project.document)
    assert config.data.augment[1].arguments == {"degrees": 40}
    before = page.words.text()
    hands.click(page.forth)
    qtbot.waitUntil(lambda: page.words.text() != before, timeout=SLOW)
    hands.click(form.rows[0].remove)
    assert steps() == ["rotate"]
    for _ in range(5):
        project.stack.undo()
    assert steps() == [] and form.none.isVisible()


def test_a_broken_table_tells_what_is_wrong_and_where_cells_are_missing(qtbot, hands, tmp_path):
    window = hands.window
    (tmp_path / "t.csv").write_text("age,kind\n30,ill\n,well\n50,well\n", encoding="utf-8")
    save_project(window.project.document, tmp_path / "net.loom.yaml")
    window.files.open(tmp_path / "net.loom.yaml")
    from graph.edits import SetTraining

    window.project.push(SetTraining(("data",), {"source": "csv", "path": "t.csv"}))
    data = window.panels.data

    qtbot.waitUntil(lambda: "row 3: column 'age' is empty" in data.facts.text(), timeout=SLOW)
    hands.click(data.pages.buttons["values"])
    assert "age: text, 1 missing" in [card.accessibleName() for card in data.values.cards]


def test_a_folder_that_goes_while_it_is_looked_at_is_said_and_seen_again(qtbot, hands, tmp_path):
    window, data = hands.window, hands.window.panels.data
    for kind in ("a", "b"):
        (tmp_path / "pets" / kind).mkdir(parents=True)
        for number in range(3):
            pixels = np.full((8, 8, 3), 40 * number, np.uint8)
            Image.fromarray(pixels).save(tmp_path / "pets" / kind / f"{number}.png")
    window.drops.drop(tmp_path / "pets")
    qtbot.waitUntil(lambda: data.samples.where.text().endswith("1, 6 samples"), timeout=SLOW)

    (tmp_path / "pets").rename(tmp_path / "away")
    hands.choose(data.samples.label, "b")
    qtbot.waitUntil(lambda: "there is no such folder" in data.facts.text(), timeout=SLOW)

    (tmp_path / "away").rename(tmp_path / "pets")
    hands.window.panels.show_tab("training")
    hands.window.panels.show_tab("data")
    qtbot.waitUntil(lambda: data.samples.where.text().endswith("1, 3 samples"), timeout=SLOW)
