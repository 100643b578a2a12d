"""Presets: kept from a selection, in the palette and the search like layers, one file each."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.panels.palette import _PRESET
from app.presets import SHIPPED, SUFFIX, PresetFolder, own_folder
from graph.document import Document, Edge, Node
from graph.errors import ProjectError
from graph.project_file import dumps, loads
from graph.shapes import analyze
from tests.app.conftest import SLOW
from tests.app.window_hands import CONTROL

Key = Qt.Key


@pytest.fixture(autouse=True)
def folder():
    own = own_folder()
    own.mkdir(parents=True, exist_ok=True)
    yield own
    for path in own.glob("*"):
        path.unlink()


@pytest.fixture
def window(open_window, folder):
    window = open_window("mlp_digits", analysed=False)
    window.presets.show()
    return window


def keep(window, *names) -> str:
    window.pane.view.select(names)
    window.actions_by_key["save_preset"].trigger()
    QApplication.processEvents()
    return window.panels.palette.families.currentItem().text(0)


def lines(window) -> list[str]:
    family = window.panels.palette.families._presets
    return [family.child(at).text(0) for at in range(family.childCount())]


def line(window, name):
    family = window.panels.palette.families._presets
    return next(
        family.child(at) for at in range(family.childCount()) if family.child(at).text(0) == name
    )


def test_the_selection_is_kept_as_one_readable_file(window, folder) -> None:
    keep(window, "fc1", "relu1")

    [path] = folder.glob(f"*{SUFFIX}")
    text = path.read_text()
    assert path.name == f"linear_relu{SUFFIX}".replace("linear_relu", "linear-relu")
    assert "fc1 -> relu1" in text
    assert "wired_to" not in text
    assert loads(text).name == "Linear-ReLU"
    assert "Linear-ReLU" in lines(window)
    assert window.project.stack.count() == 0


def test_its_name_is_typed_where_it_stands(window, folder, qtbot) -> None:
    keep(window, "fc1", "relu1")
    tree = window.panels.palette.families
    editor = next(field for field in tree.findChildren(QLineEdit) if field.isVisible())
    editor.selectAll()
    QTest.keyClicks(editor, "Hidden: 64")
    QTest.keyClick(editor, Key.Key_Return)

    qtbot.waitUntil(lambda: "Hidden: 64" in lines(window))
    [path] = folder.glob(f"*{SUFFIX}")
    assert loads(path.read_text()).name == "Hidden: 64"


def test_chosen_it_follows_the_selected_layer_wired_and_undone_in_one_step(window) -> None:
    name = keep(window, "fc1", "relu1")
    before = dumps(window.project.document)
    window.pane.view.select(["flat"])

    window.panels.palette.families.itemActivated.emit(line(window, name), 0)

    graph = window.project.document.graph
    new = window.pane.selection
    assert [graph.node(one).type for one in new] == ["Linear", "ReLU"]
    assert Edge("flat", "output", new[0], "input") in graph.edges
    assert Edge(new[0], "output", new[1], "input") in graph.edges
    QTest.keyClick(window.pane.view, Key.Key_Z, CONTROL)
    assert dumps(window.project.document) == before


def test_it_is_dragged_out_like_a_layer(window) -> None:
    name = keep(window, "fc1", "relu1")
    view = window.pane.view
    data = window.panels.palette.families.mimeData([line(window, name)])
    at = QPointF(view.viewport().width() - 150, view.viewport().height() - 60)
    copy, left, none = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entering = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    QApplication.sendEvent(view.viewport(), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(view.viewport(), QDropEvent(at, copy, data, left, none))

    assert len(window.pane.selection) == 2
    assert window.project.stack.count() == 1


@pytest.mark.parametrize("typed", ["conv-bn", "Conv-BN-ReLU", "mlp head", "transformer b"])
def test_the_search_at_the_cursor_finds_it(window, typed) -> None:
    view = window.pane.view
    view.setFocus()
    view.select(["flat"])
    QTest.keyClick(view, Key.Key_Tab)
    field = window.search.popup.field
    QTest.keyClicks(field, typed)
    found = window.search.popup.rows
    names = [found.item(at).text() for at in range(found.count())]
    wanted = next(n for n in names if n.lower().startswith(typed.lower()[:6]))
    while found.current.type != wanted:
        QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)

    graph = window.project.document.graph
    assert [edge.target for edge in graph.out_edges("flat")][-1] in window.pane.selection


def test_the_palette_finds_it_and_adds_it_by_enter(window) -> None:
    search = window.panels.palette.search
    search.setFocus()
    QTest.keyClicks(search, "residual")
    QTest.keyClick(search, Key.Key_Return)

    document = window.project.document
    assert "Residual" in document.blocks
    assert document.graph.node(window.pane.selection[0]).type == "Residual"


def test_it_is_removed_after_a_question_and_shipped_ones_are_not(window, folder, answers) -> None:
    name = keep(window, "fc1")
    tree = window.panels.palette.families
    tree.setCurrentItem(line(window, name))
    QTest.keyClick(tree, Key.Key_Delete)
    kept = name in lines(window)
    answers.choice = "Remove It"
    tree.setCurrentItem(line(window, name))
    QTest.keyClick(tree, Key.Key_Delete)

    assert kept
    assert name not in lines(window)
    assert list(folder.glob("*")) == []
    window.presets.remove("Residual")
    assert "Residual" in lines(window)


def test_a_name_that_is_taken_or_none_is_refused(window) -> None:
    first = keep(window, "fc1")
    second = keep(window, "fc1")
    assert second == f"{first} 2"

    for name in (first, " \n"):
        window.presets.rename(second, name)
        assert {first, second} <= set(lines(window))
    assert "needs a name" in window.status.word


def test_broken_files_are_named_and_skipped(window, folder) -> None:
    (folder / f"bad{SUFFIX}").write_text("layerloom: 1\nnodes:\n  a: {tpe: ReLU}\n")
    (folder / f"evil{SUFFIX}").write_text("layerloom: 1\nnodes: !!python/object:os.system x\n")
    (folder / f"bytes{SUFFIX}").write_bytes(b"\xff\xfe\x00")
    (folder / f"good{SUFFIX}").write_text("layerloom: 1\nname: Good\nnodes:\n  a: ReLU\n")
    window.presets.show()

    assert {"Good", f"bad{SUFFIX}", f"evil{SUFFIX}", f"bytes{SUFFIX}"} <= set(lines(window))
    bad = line(window, f"bad{SUFFIX}")
    assert "line 3" in bad.toolTip(0) or "no type" in bad.toolTip(0)
    assert bad.data(0, _PRESET) is None
    assert not bad.flags() & Qt.ItemFlag.ItemIsEnabled


def test_a_folder_that_cannot_be_written_says_so(window, folder, monkeypatch) -> None:
    def refuse(*_):
        raise PermissionError(13, "permission denied")

    monkeypatch.setattr("app.presets.write_whole", refuse)
    window.pane.view.select(["fc1"])
    window.actions_by_key["save_preset"].trigger()

    assert "permission denied" in window.status.word


def test_another_window_sees_what_was_kept(window, open_window, qtbot) -> None:
    other = open_window("xor", analysed=False)
    other.presets.show()
    name = keep(window, "fc1", "relu1")

    qtbot.waitUntil(lambda: name in lines(other), timeout=SLOW)


def test_names_of_any_kind_become_files(folder) -> None:
    text = "layerloom: 1\nnodes:\n  a: ReLU\n"
    presets = PresetFolder()
    for name in ("../../up", "a/b", "CON", "\u65e5\u672c", "x" * 500, "", "a\nb"):
        presets.save(name, text)

    assert len(list(folder.iterdir())) == 7
    assert presets.read()[1] == []
    with pytest.raises(ProjectError):
        presets.rename("CON", "")


def arriving(name: str) -> Document:
    """A network of one preset between an input that suits it and an output."""
    from dataclasses import replace

    from app.canvas.loose_end import LooseEnd
    from app.pasting import Manner, paste, wires_to

    shapes = {"Transformer block": ("N", "T", 256), "MLP head": ("N", 8)}
    document = Document("Try")
    document.graph.insert(Node("x", "Input", {"shape": shapes.get(name, ("N", 64, 8, 8))}))
    preset = PresetFolder().find(name)
    fragment = preset.fragment
    wires = wires_to(fragment.part, LooseEnd("x", "output", is_output=True))
    made = paste(document, "", replace(fragment, wires=wires), Manner(wired=True))
    document.apply(made.edit)
    document.graph.insert(Node("y", "Output"))
    document.graph.add_edge(Edge(made.names[-1], _output(document, made.names[-1]), "y", "input"))
    return document


def _output(document, name):
    from graph.catalog import ports

    return ports(document, "", document.graph.node(name)).outputs[0].name


@pytest.mark.parametrize("path", sorted(SHIPPED.glob(f"*{SUFFIX}")), ids=lambda path: path.name)
def test_every_shipped_preset_works_behind_a_fitting_input(path) -> None:
    name = loads(path.read_text()).name

    problems = analyze(arriving(name)).problems

    assert [problem.message for problem in problems] == []
