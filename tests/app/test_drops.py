"""Dropping files onto the real window: what it says while they are dragged, and what follows."""

from __future__ import annotations

import gzip
import os
import struct
import time
from threading import Event

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.drops.dropped import recognise
from graph.document import Document, Edge, Node
from graph.project_file import save_project
from tests.app.canvas_hands import LEFT, NONE
from tests.app.conftest import EXAMPLES, SLOW

COPY = Qt.DropAction.CopyAction
MIDDLE = QPoint(300, 200)


def mime(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag_in(window, *paths, at=MIDDLE):
    """Over the canvas, with the events that Qt sends there."""
    data, target = mime(*paths), window.pane.view.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(at, COPY, data, LEFT, NONE))
    QApplication.sendEvent(target, QDragMoveEvent(at, COPY, data, LEFT, NONE))
    wait(window)
    return data


def wait(window):
    """Files are read in a thread."""
    until = time.monotonic() + SLOW / 1000
    while window.drops.is_busy and time.monotonic() < until:
        QTest.qWait(1)
    assert not window.drops.is_busy


def drop(window, *paths, at=MIDDLE):
    """Drag over the canvas and let go; returns what the window said a drop would do."""
    data = drag_in(window, *paths, at=at)
    said = window.drops.words
    event = QDropEvent(QPointF(at), COPY, data, LEFT, NONE)
    QApplication.sendEvent(window.pane.view.viewport(), event)
    assert window.drops.words == ""
    wait(window)
    return said


def training_data(window):
    return dict(window.project.document.training["data"])


@pytest.fixture
def flowers(tmp_path):
    """Three classes of two pictures each, 12 x 16 pixels in colour."""
    for kind in ("daisy", "rose", "tulip"):
        (tmp_path / "flowers" / kind).mkdir(parents=True)
        for number in range(2):
            Image.new("RGB", (16, 12)).save(tmp_path / "flowers" / kind / f"{number}.png")
    return tmp_path / "flowers"


def test_a_project_that_is_dropped_is_opened(open_window, tmp_path):
    window = open_window(analysed=False)
    path = tmp_path / "mine.loom.yaml"
    path.write_text((EXAMPLES / "perceptron.loom.yaml").read_text())

    assert drop(window, path) == "Open project"

    assert window.project.path == path


def test_several_projects_are_opened_side_by_side(open_window, tmp_path):
    window = open_window(analysed=False)
    paths = [tmp_path / f"{name}.loom.yaml" for name in "ab"]
    for path in paths:
        path.write_text((EXAMPLES / "perceptron.loom.yaml").read_text())

    assert drop(window, *paths) == "Open 2 projects"

    assert {one.path for one in window.project.opened} >= set(paths)


def test_a_drag_that_leaves_again_changes_nothing(open_window, flowers):
    window = open_window(analysed=False)
    drag_in(window, flowers)
    assert window.drops.words == "Train on these images (3 classes)"

    QApplication.sendEvent(window, QDragLeaveEvent())

    assert window.drops.words == ""
    assert not window.project.stack.canUndo()


def test_images_dropped_on_an_empty_canvas_bring_data_and_an_input_as_one_step(
    open_window, flowers
):
    window = open_window(analysed=False)

    said = drop(window, flowers)

    document = window.project.document
    assert said == "Train on these images (3 classes)"
    assert training_data(window) == {"source": "images", "path": str(flowers)}
    [node] = document.graph.nodes
    assert (node.type, node.arguments["shape"]) == ("Input", ("N", 3, 12, 16))
    assert window.status.word == "Trains on flowers: 6 samples, 3 classes"
    assert window.panels.front is window.panels.data
    window.project.stack.undo()
    assert document == Document()


def test_images_with_masks_bring_data_and_an_input_and_undo_takes_both_back(open_window, tmp_path):
    for name in ("images", "masks"):
        (tmp_path / "scenes" / name).mkdir(parents=True)
        for number in range(4):
            mode = "RGB" if name == "images" else "L"
            picture = Image.new(mode, (16, 12))
            picture.paste((255,) * len(mode), (0, 0, 5, 5))
            picture.save(tmp_path / "scenes" / name / f"{number}.png")
    window = open_window(analysed=False)

    assert drop(window, tmp_path / "scenes") == "Train on these images and masks"

    assert training_data(window) == {"source": "pairs", "path": str(tmp_path / "scenes")}
    [node] = window.project.document.graph.nodes
    assert node.arguments["shape"] == ("N", 3, 12, 16)
    window.project.stack.undo()
    assert not list(window.project.document.graph.nodes)
    assert "data" not in window.project.document.training


def test_the_input_stands_where_the_images_were_dropped(open_window, flowers):
    window = open_window(analysed=False)
    view = window.pane.view
    at = QPoint(400, 260)
    wanted = view.mapToScene(at)

    drop(window, flowers, at=at)

    [name] = window.project.document.graph.names
    x, y = window.project.document.graph.position(name)
    assert abs(x - wanted.x()) <= 8
    assert abs(y - wanted.y()) <= 8


def test_images_dropped_on_a_network_offer_to_fit_it_to_their_shape_and_classes(
    qtbot, open_window, flowers, tmp_path
):
    (tmp_path / "project").mkdir()
    save_project(net(), tmp_path / "project" / "net.loom.yaml")
    window = open_window(tmp_path / "project" / "net.loom.yaml")

    drop(window, flowers)

    assert window.project.document.graph.node("image").arguments["shape"] == ("N", 1, 8, 8)
    fix_of(qtbot, window, "data-shape", "Set shape to [N, 3, 12, 16]")
    fix_of(qtbot, window, "classes", "Set out_features of fc to 3")
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)
    assert window.analysis.analysis.errors == []


def net():
    document = Document("Net")
    graph = document.graph
    graph.insert(Node("image", "Input", {"shape": ("N", 1, 8, 8)}), position=(0, 0))
    graph.insert(Node("flat", "Flatten"), position=(200, 0))
    graph.insert(Node("fc", "Linear", {"out_features": 10}), position=(400, 0))
    graph.insert(Node("scores", "Output"), position=(600, 0))
    for source, target in (("image", "flat"), ("flat", "fc"), ("fc", "scores")):
        graph.add_edge(Edge(source, "output", target, "input"))
    return document


def fix_of(qtbot, window, code, label):
    """Wait for a problem, and apply the fix of that name."""

    def found():
        return [
            fix
            for problem in window.analysis.analysis.problems
            if problem.code == code
            for fix in problem.fixes
            if fix.label == label
        ]

    qtbot.waitUntil(lambda: bool(found()), timeout=SLOW)
    window.apply_fix(found()[0])


def test_a_path_beside_the_project_is_written_relative_to_it(open_window, flowers, tmp_path):
    save_project(Document("Mine"), tmp_path / "mine.loom.yaml")
    window = open_window(tmp_path / "mine.loom.yaml", analysed=False)

    drop(window, flowers)

    assert training_data(window)["path"] == "flowers"


def test_images_of_several_sizes_are_brought_to_the_commonest(open_window, flowers):
    Image.new("RGB", (40, 30)).save(flowers / "rose" / "large.png")
    window = open_window(analysed=False)

    drop(window, flowers)

    assert training_data(window)["resize"] == (12, 16)


def test_of_a_folder_with_train_and_test_the_first_is_trained_on(open_window, flowers, tmp_path):
    whole = tmp_path / "whole"
    whole.mkdir()
    flowers.rename(whole / "train")
    (whole / "test" / "daisy").mkdir(parents=True)
    window = open_window(analysed=False)

    assert drop(window, whole) == "Train on these images (3 classes)"

    assert training_data(window)["path"] == str(whole / "train")


def test_a_folder_that_holds_one_project_opens_it_whatever_else_is_in_it(open_window, flowers):
    path = flowers.parent / "mine.loom.yaml"
    path.write_text((EXAMPLES / "perceptron.loom.yaml").read_text())
    window = open_window(analysed=False)

    assert drop(window, flowers.parent) == "Open project"

    assert window.project.path == path


def test_a_folder_of_which_only_some_hold_images_says_which_does_not(open_window, flowers):
    (flowers / "empty").mkdir()
    window = open_window(analysed=False)

    said = drop(window, flowers)

    assert "flowers/empty: holds no image" in said
    assert not window.project.stack.canUndo()


def test_a_whole_disk_is_looked_at_in_a_moment(tmp_path):
    for number in range(60):
        (tmp_path / "disk" / "inner" / str(number) / "deep").mkdir(parents=True)
    (tmp_path / "disk" / "other").mkdir()

    begun = time.process_time()
    found = recognise([tmp_path / "disk"])

    assert found.is_refused
    assert time.process_time() - begun < 2


def test_a_folder_around_the_folder_of_images_is_seen_through(open_window, flowers, tmp_path):
    around = tmp_path / "around"
    around.mkdir()
    flowers.rename(around / "flowers")
    window = open_window(analysed=False)

    assert drop(window, around) == "Train on these images (3 classes)"

    assert training_data(window)["path"] == str(around / "flowers")


def test_a_table_asks_for_its_target_and_takes_the_last_column_at_a_key(open_window, tmp_path):
    window = open_window(analysed=False)
    path = tmp_path / "houses.csv"
    path.write_text("area,rooms,price\n50,2,200.5\n80,3,330\n120,5,470.25\n")

    assert drop(window, path) == "Train on this table"
    dialog = window.drops.dialog
    assert dialog.choice.currentText() == "price"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    wait(window)

    training = window.project.document.training
    assert training["data"] == {"source": "csv", "path": str(path)}
    assert training["loss"] == {"type": "MSELoss"}
    [node] = window.project.document.graph.nodes
    assert node.arguments["shape"] == ("N", 2)
    window.project.stack.undo()
    assert window.project.document == Document()


def test_another_column_can_be_the_target_and_cancel_changes_nothing(open_window, tmp_path):
    window = open_window(analysed=False)
    path = tmp_path / "iris.tsv"
    path.write_text("kind\tpetal\twidth\na\t1.5\t2\nb\t2.5\t3\na\t3\t4\n")
    drop(window, path)
    QTest.mouseClick(window.drops.dialog.cancel, LEFT)
    assert not window.project.stack.canUndo()

    drop(window, path)
    QTest.keyClick(window.drops.dialog.choice, Qt.Key.Key_Home)
    QTest.mouseClick(window.drops.dialog.train, LEFT)
    wait(window)

    assert training_data(window) == {"source": "csv", "path": str(path), "target": "kind"}
    assert window.status.word == "Trains on iris.tsv: 3 samples, 2 classes"


def test_a_table_that_cannot_be_read_says_why(open_window, tmp_path):
    window = open_window(analysed=False)
    path = tmp_path / "bad.csv"
    path.write_text("a,b\n1\n")

    drop(window, path)

    assert "bad.csv, row 2: 1 values where the header names 2 columns" in window.status.word
    assert not window.project.stack.canUndo()


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("inputs", "targets"), {}),
        (("x_train", "y_train"), {"inputs": "x_train", "targets": "y_train"}),
        (("pixels", "kinds"), {"inputs": "pixels", "targets": "kinds"}),
    ],
)
def test_arrays_are_told_apart_by_their_names_and_shapes(open_window, tmp_path, names, said):
    window = open_window(analysed=False)
    arrays = (np.zeros((6, 4), np.float32), np.arange(6) % 3)
    path = tmp_path / "pairs.npz"
    np.savez(path, **dict(zip(names, arrays, strict=True)))

    assert drop(window, path) == "Train on these arrays"

    assert training_data(window) == {"source": "npz", "path": str(path), **said}
    assert window.status.word == "Trains on pairs.npz: 6 samples, 3 classes"


def test_an_array_and_the_one_beside_it_are_trained_on(open_window, tmp_path):
    window = open_window(analysed=False)
    np.save(tmp_path / "x.npy", np.zeros((6, 4), np.float32))
    np.save(tmp_path / "y.npy", np.arange(6) % 2)

    drop(window, tmp_path / "y.npy")

    path = str(tmp_path / "y.npy")
    assert training_data(window) == {"source": "npz", "path": path, "inputs": "x", "targets": "y"}
    [node] = window.project.document.graph.nodes
    assert node.arguments["shape"] == ("N", 4)


def test_an_array_alone_is_asked_for_again(open_window, tmp_path):
    window = open_window(analysed=False)
    np.save(tmp_path / "codes.npy", np.zeros((6, 4), np.float32))

    drop(window, tmp_path / "codes.npy")

    said = training_data(window)
    assert (said["inputs"], said["targets"]) == ("codes", "inputs")


def write_idx(path, values):
    head = struct.pack(">HBB", 0, 8, values.ndim) + struct.pack(f">{values.ndim}I", *values.shape)
    data = head + values.astype(np.uint8).tobytes()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


@pytest.mark.parametrize("ending", ["", ".gz"])
@pytest.mark.parametrize("dropped", ["images", "labels", "folder"])
def test_idx_images_find_the_labels_that_belong_to_them(open_window, tmp_path, ending, dropped):
    window = open_window(analysed=False)
    files = {}
    for part, count in (("train", 6), ("t10k", 6)):
        files[part, "images"] = tmp_path / f"{part}-images-idx3-ubyte{ending}"
        files[part, "labels"] = tmp_path / f"{part}-labels-idx1-ubyte{ending}"
        write_idx(files[part, "images"], np.zeros((count, 5, 7)))
        write_idx(files[part, "labels"], np.arange(count) % 2)

    drop(window, files.get(("train", dropped), tmp_path))

    assert training_data(window) == {
        "source": "idx",
        "images": str(files["train", "images"]),
        "labels": str(files["train", "labels"]),
    }
    [node] = window.project.document.graph.nodes
    assert node.arguments["shape"] == ("N", 1, 5, 7)


def test_images_without_their_labels_say_what_is_missing(open_window, tmp_path):
    window = open_window(analysed=False)
    write_idx(tmp_path / "train-images-idx3-ubyte", np.zeros((3, 5, 5)))

    said = drop(window, tmp_path / "train-images-idx3-ubyte")

    assert "the labels that belong to it are not beside it" in said
    assert window.status.word == said


def test_a_python_file_becomes_a_layer_beside_a_saved_project(open_window, answers, tmp_path):
    code = "from torch import nn\n\n\nclass Twice(nn.Module):\n    def forward(self, x):\n"
    (tmp_path / "twice.py").write_text(code + "        return 2 * x\n")
    window = open_window(analysed=False)
    drop(window, tmp_path / "twice.py")
    assert answers.told == ["Its Python files lie in the folder of the project."]
    (tmp_path / "project").mkdir()
    save_project(Document("Mine"), tmp_path / "project" / "mine.loom.yaml")
    window.files.open(tmp_path / "project" / "mine.loom.yaml")

    assert drop(window, tmp_path / "twice.py") == "Add a layer from this Python file"

    [node] = window.project.document.graph.nodes
    assert (node.type, node.arguments["file"]) == ("Python", "twice.py")
    assert node.arguments["name"] == "Twice"
    assert (tmp_path / "project" / "twice.py").is_file()
    assert "once you trust it" in window.status.word


def test_weights_open_the_look_at_what_fits(open_window, tmp_path):
    from safetensors.numpy import save_file

    window = open_window("mlp_digits", analysed=False)
    save_file({"fc1.weight": np.zeros((64, 64), np.float32)}, tmp_path / "net.safetensors")

    assert drop(window, tmp_path / "net.safetensors") == "Start from these weights"

    assert window.loading_weights.dialog.isVisible()
    window.loading_weights.dialog.close()


def test_weights_on_an_empty_canvas_show_what_they_are_and_what_they_want(
    open_window, tmp_path, qtbot
):
    from safetensors.numpy import save_file

    window = open_window()
    save_file({"fc1.weight": np.zeros((64, 32), np.float32)}, tmp_path / "net.safetensors")

    drop(window, tmp_path / "net.safetensors")
    dialog = window.loading_weights.dialog
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1, timeout=SLOW)

    assert dialog.words.text().startswith("The canvas is empty: draw or open the network")
    assert dialog.table.item(0, 1).text() == "fc1.weight [64, 32]"
    assert not dialog.load.isEnabled()
    dialog.close()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("song.mp3", "is nothing that can be dropped here: drop a project (.loom.yaml)"),
        ("net.onnx", "ONNX files cannot be read yet"),
        ("cat.png", "One picture is no data set"),
    ],
)
def test_anything_else_says_what_can_be_dropped(open_window, tmp_path, name, words):
    window = open_window(analysed=False)
    window.resize(900, 600)
    (tmp_path / name).write_bytes(b"anything")

    said = drop(window, tmp_path / name)
    QApplication.processEvents()
    QApplication.processEvents()

    assert words in said
    assert window.status.word == said
    assert window.width() == 900, "a long word makes no window wider"
    assert not window.project.stack.canUndo()


def test_a_folder_of_pictures_without_classes_says_where_they_should_be(open_window, tmp_path):
    window = open_window(analysed=False)
    Image.new("L", (4, 4)).save(tmp_path / "one.png")

    drop(window, tmp_path)

    assert "put the images of each class into a folder of their own" in window.status.word


def test_of_several_files_the_first_that_can_be_used_is(open_window, tmp_path):
    window = open_window(analysed=False)
    path = tmp_path / "mine.loom.yaml"
    path.write_text((EXAMPLES / "perceptron.loom.yaml").read_text())
    (tmp_path / "notes.doc").write_text("")

    assert drop(window, tmp_path / "notes.doc", path) == "Open project"


def test_a_file_can_be_dropped_on_the_panels_too(open_window, flowers):
    window = open_window(analysed=False)
    data, at = mime(flowers), QPoint(20, 20)
    inspector = window.panels.inspector
    QApplication.sendEvent(inspector, QDragEnterEvent(at, COPY, data, LEFT, NONE))
    QApplication.sendEvent(inspector, QDropEvent(QPointF(at), COPY, data, LEFT, NONE))
    wait(window)

    assert training_data(window)["source"] == "images"


def test_what_was_said_of_batches_stays_when_other_data_is_dropped(open_window, flowers):
    window = open_window("mlp_digits", analysed=False)
    before = training_data(window)

    drop(window, flowers)

    kept = {key: value for key, value in before.items() if key not in ("source", "path")}
    assert training_data(window) == {"source": "images", "path": str(flowers), **kept}


def test_a_folder_that_takes_long_holds_no_frame_up_and_is_dropped_all_the_same(
    qtbot, monkeypatch, open_window, flowers
):
    import app.drops.dropping as dropping

    window, seen = open_window(analysed=False), Event()

    def slowly(paths):  # as a folder of a million files, or a disk far off
        assert seen.wait(SLOW / 1000)
        return recognise(paths)

    monkeypatch.setattr(dropping, "recognise", slowly)
    data, target = mime(flowers), window.pane.view.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(MIDDLE, COPY, data, LEFT, NONE))
    assert window.drops.words == "Looking at flowers..."
    event = QDropEvent(QPointF(MIDDLE), COPY, data, LEFT, NONE)
    QApplication.sendEvent(target, event)
    assert window.drops.is_busy
    assert not window.project.document.graph.names
    seen.set()

    qtbot.waitUntil(lambda: not window.drops.is_busy, timeout=SLOW)
    assert training_data(window) == {"source": "images", "path": str(flowers)}


def test_data_that_is_read_while_another_project_comes_to_front_changes_neither(
    qtbot, monkeypatch, open_window, flowers
):
    import app.drops.dropping as dropping

    window, seen = open_window("mlp_digits", analysed=False), Event()
    real = dropping.describe

    def slowly(*said, **how):
        assert seen.wait(SLOW / 1000)
        return real(*said, **how)

    monkeypatch.setattr(dropping, "describe", slowly)
    data, target = mime(flowers), window.pane.view.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(MIDDLE, COPY, data, LEFT, NONE))
    QApplication.sendEvent(target, QDropEvent(QPointF(MIDDLE), COPY, data, LEFT, NONE))
    qtbot.waitUntil(lambda: window.status.word == "Reading flowers...", timeout=SLOW)
    window.files.new()
    seen.set()

    qtbot.waitUntil(lambda: not window.drops.is_busy, timeout=SLOW)
    assert not any(opened.past.done for opened in window.project.opened)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_a_pipe_is_not_waited_for(open_window, tmp_path):
    window = open_window(analysed=False)
    os.mkfifo(tmp_path / "pipe.csv")

    said = drop(window, tmp_path / "pipe.csv")

    assert said == "pipe.csv is no ordinary file"
    assert not window.drops.is_busy
