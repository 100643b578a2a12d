"""Copy, cut, paste, duplicate: text that travels anywhere and finds its way back."""

import subprocess
import sys
from itertools import combinations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.clipboard import FRAGMENT
from app.fragments import copy_fragment, read_fragment
from app.pasting import Manner, paste
from graph.document import Document, Edge
from graph.edits import MoveNodes
from graph.errors import ProjectError
from graph.project_file import dumps, load_project, loads
from tests.app.conftest import EXAMPLES
from tests.app.window_hands import CONTROL, SHIFT

FRAMED = """layerloom: 1
name: Framed
nodes:
  image: {type: Input, shape: [N, 1, 28, 28]}
  conv1: {type: Conv2d, out_channels: 6, kernel_size: 5, group: inner, note: "sees edges"}
  relu1: {type: ReLU, group: inner}
  conv2: {type: Conv2d, group: outer, shares: conv1, initialize: {bias: zeros}}
  lstm: {type: LSTM, hidden_size: 8}
  both: {type: torch.cat, dim: 1}
  scores: {type: Output}
edges:
  - image -> conv1 -> relu1 -> both
  - image -> conv2 -> both -> scores
groups:
  outer: {container: Sequential}
  inner: {container: ModuleList, group: outer}
layout:
  image: [0, 0]
  conv1: [240, 0]
  relu1: [480, 0]
  conv2: [240, 160]
  lstm: [240, 320]
  both: [720, 80]
  scores: [960, 80]
"""


@pytest.fixture
def framed(open_window, tmp_path):
    path = tmp_path / "framed.loom.yaml"
    path.write_text(FRAMED)
    return open_window(path, analysed=False)


@pytest.fixture
def mlp(open_window):
    return open_window("mlp_digits", analysed=False)


def press(window, key, keys=CONTROL):
    QTest.keyClick(window.pane.view, key, keys)


def copied(window, *names) -> str:
    window.pane.view.select(names)
    press(window, Qt.Key.Key_C)
    return QGuiApplication.clipboard().text()


def pasted(window, text: str) -> list[str]:
    before = set(window.project.document.graph.names)
    QGuiApplication.clipboard().setText(text)
    press(window, Qt.Key.Key_V)
    return [name for name in window.project.document.graph.names if name not in before]


def test_the_text_says_what_it_was_wired_to(mlp) -> None:
    text = copied(mlp, "fc1", "relu1")

    assert "  - fc1 -> relu1\n" in text
    assert text.endswith(
        "wired_to:\n  - flat.output -> fc1.input\n  - relu1.output -> drop.input\n"
    )


@pytest.mark.parametrize("how", ["paste", "duplicate"])
@pytest.mark.parametrize("size", [(640, 400), (1440, 900)])
def test_what_came_is_seen_whole_on_a_canvas_that_is_too_small_for_it(mlp, how, size) -> None:
    mlp.resize(*size)
    QApplication.processEvents()
    mlp.pane.view.zoom_to(1.0)
    mlp.pane.view.select(mlp.project.document.graph.names)
    press(mlp, Qt.Key.Key_C)
    press(mlp, Qt.Key.Key_D if how == "duplicate" else Qt.Key.Key_V)

    view = mlp.pane.view
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert len(mlp.pane.selection) == len(mlp.project.document.graph.names) / 2
    assert all(seen.contains(view.canvas.nodes[name].box) for name in mlp.pane.selection)


def test_a_paste_that_is_seen_already_moves_nothing(mlp) -> None:
    mlp.pane.view.zoom_out()
    view = mlp.pane.view
    before = view.mapToScene(view.viewport().rect()).boundingRect()

    assert pasted(mlp, copied(mlp, "fc1"))

    assert view.mapToScene(view.viewport().rect()).boundingRect() == before


def test_plain_paste_wires_nothing_to_what_is_there(mlp) -> None:
    [fc, relu] = pasted(mlp, copied(mlp, "fc1", "relu1"))
    graph = mlp.project.document.graph

    assert [str(e) for e in graph.edges_of(fc)] == [f"{fc}.output -> {relu}.input"]
    assert graph.out_edges(relu) == []


@pytest.mark.parametrize("count", [1, 2, 3])
def test_cut_and_paste_with_shift_restores_all_exactly(framed, count) -> None:
    before = load_project(framed.project.path)
    names = [n for n in before.graph.names if n not in ("conv1", "conv2")]
    for chosen in [*combinations(names, count), ("conv1", "conv2"), ("conv1", "relu1", "conv2")]:
        framed.pane.view.select(chosen)
        press(framed, Qt.Key.Key_X)
        assert not set(chosen) & set(framed.project.document.graph.names)

        press(framed, Qt.Key.Key_V, CONTROL | SHIFT)

        assert framed.project.document == before, chosen
        assert set(framed.pane.selection) == set(chosen)


def test_points_of_wires_come_back_with_what_was_cut(mlp) -> None:
    edge = Edge("flat", "output", "fc1", "input")
    mlp.push(MoveNodes({}, routes=((edge, ((500.0, 80.0),)),)))
    before = dumps(mlp.project.document)
    mlp.pane.view.select(["fc1"])
    press(mlp, Qt.Key.Key_X)
    press(mlp, Qt.Key.Key_V, CONTROL | SHIFT)

    assert mlp.project.document.graph.route(edge) == ((500.0, 80.0),)
    assert dumps(mlp.project.document) == before


def test_a_copy_pasted_with_shift_shares_its_sources_and_what_takes_many(framed) -> None:
    copied(framed, "relu1")
    press(framed, Qt.Key.Key_V, CONTROL | SHIFT)

    [new] = framed.pane.selection
    edges = [str(edge) for edge in framed.project.document.graph.edges_of(new)]
    assert edges == ["conv1.output -> relu2.input", "relu2.output -> both.tensors.2"]


def test_what_could_not_be_wired_is_said(mlp) -> None:
    copied(mlp, "relu1")
    press(mlp, Qt.Key.Key_V, CONTROL | SHIFT)

    [new] = mlp.pane.selection
    assert [e.source for e in mlp.project.document.graph.edges_of(new)] == ["fc1"]
    assert mlp.status.word == "Not wired: drop: a wire ends at input already."


def test_frames_notes_sharing_and_first_weights_come_along(framed) -> None:
    text = copied(framed, "conv1", "relu1", "conv2")
    new = pasted(framed, text)
    graph = framed.project.document.graph
    conv, relu, other = (graph.node(name) for name in new)

    assert conv.options["note"] == "sees edges"
    assert other.options["shares"] == conv.name
    assert other.options["initialize"] == {"bias": "zeros"}
    assert conv.options["group"] == relu.options["group"] != "inner"
    inner, outer = graph.groups[conv.options["group"]], other.options["group"]
    assert inner.options == {"container": "ModuleList", "group": outer}
    assert graph.groups[outer].options == {"container": "Sequential"}
    press(framed, Qt.Key.Key_Z)
    assert framed.project.document == load_project(framed.project.path)


def test_a_part_of_a_frame_comes_without_it(framed) -> None:
    [new] = pasted(framed, copied(framed, "relu1"))

    assert "group" not in framed.project.document.graph.node(new).options


def test_who_shared_with_a_layer_that_is_not_there_has_weights_of_its_own(framed, open_window):
    text = copied(framed, "conv2")
    other = open_window(analysed=False)
    pasted(other, text)

    assert "shares" not in other.project.document.graph.node("conv2").options


def fenced(text):
    return f"Try this one:\n\n```yaml\n{text}```\n\nNote: it trains faster.\n"


def indented(text):
    return "".join(f"    {line}" for line in text.splitlines(True))


MANGLED = {
    "fences and prose": fenced,
    "indentation": indented,
    "indentation but of the first line": lambda text: indented(text).lstrip(),
    "a list item with a fence": lambda text: "1. so:\n" + indented(fenced(text)),
    "marks of quotation": lambda text: "".join(f"> {line}" for line in text.splitlines(True)),
    "quoted twice": lambda text: "".join(f"> > {line}" for line in text.splitlines(True)),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "spaces that do not break": lambda text: text.replace("  ", "\u00a0\u00a0"),
    "prettier arrows": lambda text: fenced(text).replace("->", "\u2192"),
    "no first line": lambda text: text.replace("layerloom: 1\n", ""),
    "prose right behind it": lambda text: f"Here:\n{text}That is all.\nHave fun: bye",
    "empty lines between": lambda text: text.replace("\n", "\n\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("mangle", MANGLED.values(), ids=MANGLED)
def test_what_a_chat_does_to_the_text_does_no_harm(mangle) -> None:
    document = loads(FRAMED)
    text = copy_fragment(document, "", ["conv1", "relu1", "both"])
    whole = read_fragment(text)

    found = read_fragment(mangle(text))

    assert found.part.graph == whole.part.graph
    assert found.wires == whole.wires


def test_each_example_pastes_whole(mlp) -> None:
    for path in EXAMPLES.glob("*.loom.yaml"):
        project, target = load_project(path), Document()
        text = path.read_text(encoding="utf-8")
        target.apply(paste(target, "", read_fragment(indented(fenced(text))), Manner()).edit)
        assert [n.type for n in target.graph.nodes] == [n.type for n in project.graph.nodes]
        assert len(target.graph.edges) == len(project.graph.edges)
        assert target.blocks == project.blocks


def test_a_mistake_is_named_with_its_line_in_the_whole_text(mlp) -> None:
    text = fenced(copied(mlp, "fc1", "relu1")).replace("{type: ReLU}", "{tpe: ReLU}")
    before = dumps(mlp.project.document)

    assert pasted(mlp, text) == []

    line = next(at for at, words in enumerate(text.splitlines(), 1) if "tpe" in words)
    assert mlp.status.word == (
        f"Not pasted: line {line} of the text: the layer relu1 has no type; add type: and the "
        "name of a layer."
    )
    assert dumps(mlp.project.document) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it says no layers"),
        ("import torch\nx = torch.nn.Linear(3, 4)\n", "it says no layers"),
        ("layerloom: 1\nnodse: {}\n", "there is no key nodse"),
        ("layerloom: 1\nnodes: {}\n", "it has no layers"),
        ("nodes: 3", "line 1 of the text: nodes is '3'"),
        ("layerloom: 1\nnodes:\n  a: ReLU\nwired_to: 3\n", "wired_to is no list of wires"),
        ("Look:\nnodes:\n  a: {type: ReLU\n", "line 4 of the text: this is not YAML"),
        ("layerloom: 1\nnodes: !!python/object:os.system {}\n", "line 2 of the text"),
    ],
)
def test_what_cannot_be_pasted_says_why(mlp, text, said) -> None:
    assert pasted(mlp, text) == []

    assert said in mlp.status.word
    assert mlp.project.stack.count() == 0


def test_far_too_much_text_is_refused_at_once() -> None:
    with pytest.raises(ProjectError, match="too long"):
        read_fragment("x" * (2**25 + 1))


def test_a_hand_may_say_wires_without_ports(mlp) -> None:
    text = "nodes:\n  extra: {type: ReLU}\nwired_to:\n  - flat -> extra\n"
    QGuiApplication.clipboard().setText(text)
    press(mlp, Qt.Key.Key_V, CONTROL | SHIFT)

    [edge] = mlp.project.document.graph.edges_of("extra")
    assert str(edge) == "flat.output -> extra.input"


def test_pasted_and_duplicated_cards_stand_on_nothing_and_on_the_grid(mlp) -> None:
    copied(mlp, "fc1", "relu1")
    for act in ("paste", "paste", "duplicate", "paste_wired", "duplicate"):
        mlp.actions_by_key[act].trigger()
        for name in mlp.pane.selection:
            x, y = mlp.project.document.graph.position(name)
            assert (x % 8, y % 8) == (0, 0)

    boxes = [item.box for item in mlp.pane.scene.nodes.values()]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def test_paste_lands_where_the_pointer_is(mlp) -> None:
    text = copied(mlp, "fc1")
    at = mlp.pane.view.viewport().rect().bottomLeft()
    at.setX(at.x() + 200)
    at.setY(at.y() - 60)
    mlp.pane.view._pointer = at.toPointF()
    [new] = pasted(mlp, text)

    apart = mlp.pane.scene.nodes[new].box.center() - mlp.pane.view.mapToScene(at)
    assert apart.manhattanLength() < 24


def test_the_clipboard_says_whose_text_it_is(mlp, qapp) -> None:
    text = copied(mlp, "fc1")
    data = qapp.clipboard().mimeData()

    assert bytes(data.data(FRAGMENT).data()).decode() == text == data.text()
    plain = QMimeData()
    plain.setText("see attachment")
    plain.setData(FRAGMENT, text.encode())
    qapp.clipboard().setMimeData(plain)
    press(mlp, Qt.Key.Key_V)
    assert len(mlp.pane.selection) == 1


def test_another_process_reads_the_text_that_this_one_wrote(mlp) -> None:
    text = copied(mlp, "fc1", "relu1")
    code = "import sys; from app.fragments import read_fragment as r; "
    code += "print(*r(sys.stdin.read()).part.graph.names)"
    done = subprocess.run(
        [sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True,
        cwd=EXAMPLES.parent,
    )  # fmt: skip

    assert done.stdout.split() == ["fc1", "relu1"]


def test_a_paste_inside_a_block_can_be_wired_there_too(open_window) -> None:
    window = open_window("resnet34", analysed=False)
    window.pane.show_scope("ResidualBlock")
    before = dumps(window.project.document)
    window.pane.view.select(["relu"])
    press(window, Qt.Key.Key_X)
    press(window, Qt.Key.Key_V, CONTROL | SHIFT)

    assert dumps(window.project.document) == before
