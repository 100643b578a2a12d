"""Thousands of nodes: what is seen is done first, the rest when nobody waits, all in the end."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from app.canvas import CanvasScene, CanvasView
from app.canvas.drag_sketch import DragSketch
from app.canvas.portions import AT_ONCE
from app.canvas.wire_part import seen_part
from app.canvas.wire_route import curve
from graph.analysis import Analysis, NodeAnalysis, TensorType
from graph.document import Document, Edge, Node
from graph.edits import AddNode, Batch, RemoveNode
from graph.sizes import parse_size
from tests.app.canvas_hands import Hands
from tests.app.conftest import SLOW

ROW = 40


@pytest.fixture
def many(qapp):
    """More wires than are led at once: a chain in rows, and from every second node a skip."""
    document, count = Document("Many"), AT_ONCE
    for index in range(count):
        place = (index % ROW * 320.0, index // ROW * 200.0)
        document.graph.insert(Node(f"n{index}", "torch.add"), position=place)
    for index in range(count - 1):
        document.graph.add_edge(Edge(f"n{index}", "output", f"n{index + 1}", "input"))
    for index in range(0, count - 6, 2):
        document.graph.add_edge(Edge(f"n{index}", "output", f"n{index + 5}", "other"))
    return document


def test_wires_that_are_seen_are_led_at_once_and_all_in_the_end(qtbot, many):
    scene = CanvasScene(many)
    view = CanvasView(scene)
    qtbot.addWidget(view)
    view.resize(900, 600)
    wire = scene.wires[Edge("n0", "output", "n5", "other")]
    assert wire.path.isEmpty()

    view.show()
    view.zoom_to(1.0)
    view.centerOn(scene.nodes["n2"].box.center())
    view.grab()

    assert not wire.path.isEmpty()
    assert not scene.is_settled
    qtbot.waitUntil(lambda: scene.is_settled, timeout=SLOW)
    assert not any(wire.path.isEmpty() for wire in scene.wires.values())


def test_they_run_as_if_all_had_been_led_at_once(qtbot, many):
    scene = CanvasScene(many)
    qtbot.waitUntil(lambda: scene.is_settled, timeout=SLOW)
    led = {edge: wire.path for edge, wire in scene.wires.items()}

    edges = list(scene.wires)
    for start in range(0, len(edges), AT_ONCE):
        scene.items_of.leading.lead(edges[start : start + AT_ONCE])

    assert {edge: wire.path for edge, wire in scene.wires.items()} == led


def test_cards_that_are_seen_say_at_once_what_the_analysis_tells(qtbot, many):
    for index in range(3):
        many.graph.insert(Node(f"more{index}", "ReLU"), position=(-900.0, index * 200.0))
    scene = CanvasScene(many)
    view = CanvasView(scene)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.zoom_to(1.0)
    view.centerOn(scene.nodes["n2"].box.center())
    tensor = TensorType((parse_size("N"), 8))
    known = {n: NodeAnalysis("torch.add", outputs={"output": tensor}) for n in scene.nodes}

    scene.show_analysis(Analysis(known))
    near, far = (scene.wires[Edge(f"n{i}", "output", f"n{i + 1}", "input")] for i in (1, 390))
    assert far.text is None
    view.grab()

    assert near.text is not None
    qtbot.waitUntil(lambda: far.text is not None, timeout=SLOW)


def test_the_part_of_a_long_wire_that_is_seen_lies_on_it():
    path = curve(QPointF(0, 0), QPointF(20_000, 9_000))

    part = seen_part(path, QRectF(4_000, 0, 900, 600))

    assert (round(part.pointAtPercent(0).x()), round(part.pointAtPercent(1).x())) == (4_000, 4_900)
    for step in range(11):
        at = part.pointAtPercent(step / 10)
        near = (path.pointAtPercent(i / 4000) for i in range(4001))
        assert min((at - point).manhattanLength() for point in near) < 10


def test_many_wires_that_are_dragged_along_are_sketched_and_led_when_let_go(qtbot):
    document = Document("Hub")
    graph = document.graph
    graph.insert(Node("hub", "ReLU"), position=(0.0, 0.0))
    for index in range(20):
        graph.insert(Node(f"n{index}", "ReLU"), position=(700.0, (index - 10) * 90.0))
        graph.add_edge(Edge("hub", "output", f"n{index}", "input"))
    hands = Hands(document)
    qtbot.addWidget(hands.view)
    hands.view.fit()
    wires = list(hands.scene.wires.values())
    start = hands.scene.nodes["hub"].box.center()

    hands.press(start)
    hands.move(start + QPointF(0.0, 60.0))
    hands.move(start + QPointF(0.0, 120.0))
    sketched = [wire.is_sketched for wire in wires]
    follow = [wire.start.y() for wire in wires]
    hands.release(start + QPointF(0.0, 120.0))

    assert all(sketched)
    assert all(abs(y - start.y()) > 60.0 for y in follow)
    assert not any(wire.is_sketched for wire in wires)
    assert document.graph.position("hub")[1] > 60.0


def test_thousands_that_are_dragged_are_sketched_and_moved_as_one_when_let_go(qtbot, many):
    hands = Hands(many)
    qtbot.addWidget(hands.view)
    hands.view.fit()
    scene = hands.scene
    qtbot.waitUntil(lambda: scene.is_settled, timeout=SLOW)
    before = {name: item.pos() for name, item in scene.nodes.items()}
    ways = {edge: wire.path.translated(80.0, 160.0) for edge, wire in scene.wires.items()}
    hands.view.select(many.graph.names)
    start = scene.nodes["n45"].box.center()

    hands.press(start)
    hands.move(start + QPointF(40.0, 80.0))
    hands.move(start + QPointF(80.0, 160.0))
    [sketch] = [item for item in scene.items() if isinstance(item, DragSketch)]
    stayed = all(item.pos() == before[name] for name, item in scene.nodes.items())
    hands.release(start + QPointF(80.0, 160.0))

    assert stayed
    assert sketch.pos() == QPointF(80.0, 160.0)
    assert sketch.scene() is None
    step = QPointF(80.0, 160.0)
    assert all(item.pos() == before[name] + step for name, item in scene.nodes.items())
    assert {edge: wire.path for edge, wire in scene.wires.items()} == ways
    hands.undo()
    assert all(item.pos() == before[name] for name, item in scene.nodes.items())


def test_what_was_deleted_comes_back_as_it_is_now_not_as_it_was(qtbot, many):
    scene = CanvasScene(many)
    names = [name for name in many.graph.names if name != "n0"]
    gone = Batch(tuple(RemoveNode(name) for name in names))

    back = many.apply(gone)
    many.apply(AddNode(Node("n1", "ReLU"), (0.0, 0.0)))
    assert scene.nodes["n1"].card.icon == CanvasScene(many).nodes["n1"].card.icon
    many.apply(RemoveNode("n1"))
    many.apply(back)

    qtbot.waitUntil(lambda: scene.is_settled, timeout=SLOW)
    fresh = CanvasScene(many)
    assert {n: item.card for n, item in scene.nodes.items()} == {
        n: item.card for n, item in fresh.nodes.items()
    }
    assert scene.wires.keys() == fresh.wires.keys()
