"""Files: opening, saving, the question about unsaved changes; nothing here blocks or loses work."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest

from app.dialogs import Message, ask_unsaved
from app.fragments import copy_fragment, read_fragment
from app.pasting import Manner, paste
from graph.document import Document
from graph.edits import RenameProject, SetArgument
from graph.project_file import load_project
from tests.app.conftest import SLOW

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def test_a_file_that_cannot_be_read_is_said_plainly_and_changes_nothing(
    open_window, answers, tmp_path
):
    window = open_window("mlp_digits", analysed=False)
    broken = tmp_path / "broken.loom.yaml"
    broken.write_text("layerloom: 1\nnodes:\n  a: {type: Linear\n")
    before = window.project.document

    window.files.open(broken)

    assert window.project.document is before
    assert len(answers.told) == 1
    assert "broken.loom.yaml:" in answers.told[0]
    assert "Traceback" not in answers.told[0]


def test_unsaved_changes_are_asked_about_before_a_project_is_closed(open_window, answers):
    window = open_window("mlp_digits", analysed=False)
    window.push(RenameProject("Mine"))

    window.actions_by_key["close_tab"].trigger()
    kept = window.project.document.name
    answers.unsaved = "discard"
    window.actions_by_key["close_tab"].trigger()

    assert kept == "Mine"
    assert answers.asked == ["Mine", "Mine"]
    assert window.project.document == Document()
    assert not window.isWindowModified()


def test_saving_when_asked_goes_on_with_what_was_wanted(open_window, answers, tmp_path):
    window = open_window("mlp_digits", analysed=False)
    window.push(RenameProject("Mine"))
    answers.unsaved, answers.path = "save", tmp_path / "mine"

    window.actions_by_key["close_tab"].trigger()

    assert load_project(tmp_path / "mine.loom.yaml").name == "Mine"
    assert window.project.document == Document()


@pytest.mark.parametrize(
    ("key", "answer"), [(Qt.Key.Key_Return, "save"), (Qt.Key.Key_Escape, "cancel")]
)
def test_the_question_is_answered_by_a_key(open_window, key, answer):
    window, given = open_window(analysed=False), []
    answers = [lambda said=said: given.append(said) for said in ("save", "discard", "cancel")]

    ask_unsaved(window, "net", *answers)
    [message] = window.findChildren(Message)
    QTest.keyClick(message, key)

    assert given == [answer]
    assert not message.isVisible()


def test_closing_with_unsaved_changes_asks_and_cancel_keeps_the_window(qtbot, open_window, answers):
    window = open_window("mlp_digits", analysed=False)
    window.push(RenameProject("Mine"))

    event = QCloseEvent()
    window.closeEvent(event)
    stayed = not event.isAccepted() and window.isVisible()
    answers.unsaved = "discard"
    window.close()

    assert stayed
    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_title_names_the_file_and_marks_changes(open_window, answers, tmp_path):
    window = open_window("mlp_digits", analysed=False)
    answers.path = tmp_path / "mine.loom.yaml"
    window.actions_by_key["save"].trigger()

    window.push(RenameProject("Other"))
    marked = window.isWindowModified()
    window.actions_by_key["undo"].trigger()

    assert window.windowTitle() == "mine.loom.yaml[*] - Layerloom"
    assert marked
    assert not window.isWindowModified()


def test_saving_what_was_opened_writes_the_same_bytes(open_window, tmp_path):
    path = tmp_path / "lenet.loom.yaml"
    path.write_bytes((EXAMPLES / "lenet_mnist.loom.yaml").read_bytes())
    window = open_window(path, analysed=False)

    window.actions_by_key["save"].trigger()

    assert path.read_bytes() == (EXAMPLES / "lenet_mnist.loom.yaml").read_bytes()


def test_a_file_in_a_folder_that_is_not_there_is_not_lost_silently(open_window, answers, tmp_path):
    window = open_window("mlp_digits", analysed=False)
    answers.path = tmp_path / "missing" / "mine.loom.yaml"

    window.actions_by_key["save_as"].trigger()

    assert answers.asked[-1].startswith(f"The folder {tmp_path / 'missing'} is not there")
    assert window.project.path is None


def test_opened_files_are_remembered_newest_first(open_window, tmp_path):
    paths = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.loom.yaml"
        path.write_bytes((EXAMPLES / "perceptron.loom.yaml").read_bytes())
        paths.append(path)
    window = open_window(paths[0], analysed=False)

    window.files.open(paths[1])

    assert window.settings.recent_files[:2] == [paths[1], paths[0]]


def test_copied_layers_are_yaml_text_that_pastes_under_new_names(qapp, open_window):
    window = open_window("mlp_digits", analysed=False)
    window.pane.view.select(["fc1", "relu1"])

    window.actions_by_key["copy"].trigger()
    text = qapp.clipboard().text()
    window.actions_by_key["paste"].trigger()
    pasted = window.pane.selection

    assert "type: Linear" in text
    assert len(pasted) == 2
    assert not {"fc1", "relu1"} & set(pasted)
    graph = window.project.document.graph
    assert [edge.source for edge in graph.in_edges(pasted[1])] == [pasted[0]]
    window.actions_by_key["undo"].trigger()
    assert window.project.document == load_project(EXAMPLES / "mlp_digits.loom.yaml")


def test_text_that_is_no_fragment_is_not_pasted(qapp, open_window):
    window = open_window(analysed=False)
    qapp.clipboard().setText("import os; os.remove('x')")

    window.actions_by_key["paste"].trigger()

    assert len(window.project.document.graph) == 0
    assert window.status.word.startswith("Not pasted: it says no layers. What can be pasted")


def test_a_fragment_keeps_arguments_and_inner_wires_only():
    document = load_project(EXAMPLES / "lenet_mnist.loom.yaml")

    text = copy_fragment(document, "", ["conv1", "relu1"])
    target = Document()
    pasted = paste(target, "", read_fragment(text), Manner())
    target.apply(pasted.edit)

    assert pasted.names == ("conv1", "relu1")
    assert target.graph.node("conv1").arguments == document.graph.node("conv1").arguments
    assert [str(edge) for edge in target.graph.edges] == ["conv1.output -> relu1.input"]


def test_an_edit_in_the_inspector_changes_the_document_and_can_be_undone(qtbot, open_window):
    window = open_window("mlp_digits", analysed=False)
    window.pane.view.select(["fc1"])
    page = window.panels.inspector.node_page
    before = window.project.document.graph.node("fc1")

    page.name.setText("hidden")
    page.name.editingFinished.emit()
    renamed = window.pane.selection
    page.form.field("out_features").stepBy(1)

    node = window.project.document.graph.node("hidden")
    assert renamed == ["hidden"]
    assert node.arguments["out_features"] == before.arguments["out_features"] + 1
    window.project.stack.undo()
    window.project.stack.undo()
    assert window.project.document.graph.node("fc1") == before


def test_a_refused_name_leaves_the_old_one_in_the_field(open_window):
    window = open_window("mlp_digits", analysed=False)
    window.pane.view.select(["fc1"])
    name = window.panels.inspector.node_page.name

    for wrong in ("fc2", "two words", "class", ""):
        name.setText(wrong)
        name.editingFinished.emit()
        assert name.text() == "fc1"

    assert "fc1" in window.project.document.graph


def test_a_note_is_kept_with_its_layer(qtbot, open_window):
    window = open_window("mlp_digits", analysed=False)
    window.pane.view.select(["fc1"])
    page = window.panels.inspector.node_page
    page.note.setPlainText("The hidden layer")

    window.pane.view.select(["fc2"])

    options = window.project.document.graph.node("fc1").options
    assert options["note"] == "The hidden layer"
    assert page.note.toPlainText() == ""


def test_the_training_form_writes_what_was_chosen_and_keeps_what_still_fits(open_window):
    window = open_window("mlp_digits", analysed=False)
    form = window.panels.training.form
    document = window.project.document
    rate = document.training["optimizer"]["lr"]

    form.optimizer.choice.setCurrentText("SGD")
    form.optimizer.choice.activated.emit(form.optimizer.choice.currentIndex())

    assert document.training["optimizer"]["type"] == "SGD"
    assert document.training["optimizer"]["lr"] == rate
    assert form.optimizer.form.field("momentum") is not None


def test_the_data_tab_offers_to_fit_the_input(qtbot, open_window):
    window = open_window("mlp_digits", analysed=False)
    window.push(SetArgument("image", "shape", ("N", 3, 5)))
    data = window.panels.data
    window.panels.show_tab("data")
    qtbot.waitUntil(lambda: data._offer.isVisible(), timeout=SLOW)

    data._offer.click()

    assert window.project.document.graph.node("image").arguments["shape"] == ("N", 1, 8, 8)
    qtbot.waitUntil(lambda: not data._offer.isVisible(), timeout=SLOW)


def test_the_data_beside_an_example_is_found_though_the_project_has_no_file_yet(open_window):
    window = open_window()

    window.files.open_example(EXAMPLES / "two_towers.loom.yaml")

    assert window.project.path is None
    assert window.project.folder == EXAMPLES
