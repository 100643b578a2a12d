"""Pictures: shapes stand clear of cards, and files come out whole and the same every time."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.canvas import CanvasScene
from app.canvas.box_index import Box
from app.canvas.wire_route import curve, route
from app.render import render
from app.theme import DARK, LIGHT
from graph.analysis import Analysis, NodeAnalysis, TensorType
from graph.document import Document, Edge, Node
from graph.sizes import parse_size
from tests.app.canvas_hands import small_net

SHAPE = TensorType((parse_size("N"), 64, 112, 112))


def known(document: Document) -> Analysis:
    """An analysis in which every output is a picture of 64 channels."""
    return Analysis(
        {n.name: NodeAnalysis(n.type, outputs={"output": SHAPE}) for n in document.graph.nodes}
    )


def painted(scene: CanvasScene) -> None:
    """Draw the whole scene once, as large as life, so that all shapes find their places."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.drawForeground(painter, scene.content_box.adjusted(-400, -400, 400, 400))
    painter.end()


@st.composite
def any_drawing(draw: st.DrawFn) -> Document:
    """Cards at random places, some on top of each other, with random wires."""
    document = Document()
    count = draw(st.integers(2, 8))
    for number in range(count):
        spot = draw(st.tuples(st.integers(0, 60), st.integers(0, 30)))
        node = Node(f"n{number}", draw(st.sampled_from(["ReLU", "Conv2d", "torch.add", "LSTM"])))
        document.graph.insert(node, position=(16.0 * spot[0], 16.0 * spot[1]))
    numbers = st.integers(0, count - 1)
    for a, b in draw(st.lists(st.tuples(numbers, numbers), max_size=8, unique=True)):
        document.graph.add_edge(Edge(f"n{a}", "output", f"n{b}", "input"))
    return document


@given(any_drawing())
def test_no_shape_overlaps_a_card_or_another_shape(qapp, document):
    scene = CanvasScene(document)
    scene.show_analysis(known(document))
    painted(scene)
    pills = [wire.pill for wire in scene.wires.values() if wire.pill is not None]
    cards = [item.box for item in scene.nodes.values()]
    scene.close()

    assert not any(pill.intersects(card) for pill in pills for card in cards)
    assert not any(a.intersects(b) for a in pills for b in pills if a is not b)


def test_a_shape_moves_aside_when_a_card_is_dragged_onto_it(qapp):
    document = small_net()
    scene = CanvasScene(document)
    scene.show_analysis(known(document))
    painted(scene)
    pill = scene.wires[Edge("conv1", "output", "relu1", "input")].pill
    assert pill is not None
    scene.place({"fc1": pill.center() - QPointF(20, 0)}, settled=False)
    painted(scene)

    moved = scene.wires[Edge("conv1", "output", "relu1", "input")].pill
    assert moved is None or not moved.intersects(scene.nodes["fc1"].box)


def test_a_shape_without_room_is_left_out(qapp):
    document = small_net()
    scene = CanvasScene(document)
    scene.show_analysis(known(document))
    scene.place({"relu1": QPointF(480, 0)})
    painted(scene)

    assert scene.wires[Edge("conv1", "output", "relu1", "input")].pill is None


def test_a_wire_goes_around_the_cards_between_its_ends():
    cards = [QRectF(200, -30, 180, 60), QRectF(500, -30, 180, 60)]

    def meeting(area: Box) -> list[Box]:
        return [box for box in map(Box.of, cards) if box.meets(area)]

    start, end = QPointF(100, 0), QPointF(800, 0)
    path = curve(start, end, route(start, end, meeting))
    points = [path.pointAtPercent(step / 200) for step in range(201)]

    assert not any(card.contains(point) for card in cards for point in points)
    assert (path.pointAtPercent(0), path.pointAtPercent(1)) == (start, end)


def test_a_wire_that_runs_back_passes_between_the_rows():
    rows = [QRectF(0, -30, 900, 60), QRectF(0, 210, 900, 60)]

    def meeting(area: Box) -> list[Box]:
        return [box for box in map(Box.of, rows) if box.meets(area)]

    start, end = QPointF(900, 0), QPointF(0, 240)
    path = curve(start, end, route(start, end, meeting))

    assert path.pointAtPercent(0.5).y() == pytest.approx(120, abs=1)


def test_a_png_is_twice_the_size_of_the_canvas_and_in_the_colours_of_its_theme(qapp, tmp_path):
    for theme in (LIGHT, DARK):
        render(small_net(), tmp_path / "net.png", None, theme)
        image = QImage(str(tmp_path / "net.png"))
        box = CanvasScene(small_net()).content_box

        assert abs(image.width() - 2 * (box.width() + 80)) <= 2
        assert image.pixelColor(3, 3).name() == QColor(theme.canvas).name()


def test_the_same_document_gives_the_same_picture(qapp, tmp_path):
    for name in ("one", "two"):
        render(small_net(), tmp_path / f"{name}.png", known(small_net()))

    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


def test_an_svg_is_well_formed_and_needs_no_font_of_ours(qapp, tmp_path):
    render(small_net(), tmp_path / "net.svg", known(small_net()))
    tree = ET.parse(tmp_path / "net.svg")
    tags = {element.tag.rsplit("}", 1)[-1] for element in tree.iter()}

    assert "path" in tags
    assert "text" not in tags


def test_an_empty_document_has_a_picture_too(qapp, tmp_path):
    render(Document(), tmp_path / "empty.png")

    assert not QImage(str(tmp_path / "empty.png")).isNull()


def test_an_ending_that_is_no_picture_is_refused(qapp, tmp_path):
    with pytest.raises(ValueError, match=r"\.svg or \.pdf"):
        render(Document(), tmp_path / "net.gif")


def test_a_picture_needs_no_screen_and_no_running_application(tmp_path):
    program = (
        "from app.render import render\n"
        "from graph.document import Document, Node\n"
        "document = Document()\n"
        "document.graph.insert(Node('conv1', 'Conv2d'))\n"
        f"render(document, {str(tmp_path / 'net.png')!r})\n"
        "import sys; assert 'torch' not in sys.modules\n"
    )
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")}
    subprocess.run([sys.executable, "-c", program], check=True, env=bare, timeout=600)

    assert QImage(str(tmp_path / "net.png")).width() > 200


def test_a_wire_that_runs_back_is_inside_the_picture(qapp):
    document = Document()
    document.graph.insert(Node("late", "ReLU"), position=(600.0, 0.0))
    document.graph.insert(Node("early", "ReLU"), position=(0.0, 200.0))
    document.graph.add_edge(Edge("late", "output", "early", "input"))

    scene = CanvasScene(document)

    [wire] = scene.wires.values()
    cards = scene.nodes["late"].box.united(scene.nodes["early"].box)
    assert not cards.contains(wire.path.boundingRect())
    assert scene.content_box.contains(wire.path.boundingRect())
    scene.close()
