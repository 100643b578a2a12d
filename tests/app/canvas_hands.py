"""Hands for the tests of the canvas: a view whose edits are applied, and real Qt events."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas import MIME, CanvasScene, CanvasView
from graph.document import Document, Edge, Group, Node
from graph.edits import Edit

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Works one canvas as a person would; edits are applied as the window does it."""

    def __init__(self, document: Document, *, applying: bool = True) -> None:
        self.document = document
        self.scene = CanvasScene(document)
        self.view = CanvasView(self.scene)
        self.view.reduced_motion = True
        self.edits: list[Edit] = []
        self.inverses: list[Edit] = []
        self.applying = applying
        self.view.edit_requested.connect(self._take)
        self.view.resize(1200, 800)
        self.view.show()
        self.view.zoom_to(1.0)
        self.view.centerOn(400, 100)

    def _take(self, edit: Edit) -> None:
        self.edits.append(edit)
        if self.applying:
            self.inverses.append(self.document.apply(edit))

    def undo(self) -> None:
        self.document.apply(self.inverses.pop())

    def pixel(self, point: QPointF) -> QPoint:
        return self.view.mapFromScene(point)

    def output(self, node: str, port: str = "output") -> QPointF:
        return self.scene.nodes[node].port_place(port, is_output=True)

    def input(self, node: str, port: str = "input") -> QPointF:
        return self.scene.nodes[node].port_place(port, is_output=False)

    def middle(self, node: str) -> QPointF:
        return self.scene.nodes[node].box.center()

    def press(self, at: QPointF, button: Qt.MouseButton = LEFT, keys: object = NONE) -> None:
        QTest.mousePress(self.view.viewport(), button, keys, self.pixel(at))

    def move(self, at: QPointF) -> None:
        QTest.mouseMove(self.view.viewport(), self.pixel(at))

    def hover(self, at: QPointF) -> None:
        """Move without a button: QTest only sets the cursor then, which nobody hears offscreen."""
        where, none = QPointF(self.pixel(at)), Qt.MouseButton.NoButton
        whole = self.view.viewport().mapToGlobal(where)
        event = QMouseEvent(QEvent.Type.MouseMove, where, whole, none, none, NONE)
        QApplication.sendEvent(self.view.viewport(), event)

    def release(self, at: QPointF, button: Qt.MouseButton = LEFT, keys: object = NONE) -> None:
        QTest.mouseRelease(self.view.viewport(), button, keys, self.pixel(at))

    def drag(
        self, start: QPointF, end: QPointF, button: Qt.MouseButton = LEFT, keys: object = NONE
    ) -> None:
        self.press(start, button, keys)
        self.move(start + (end - start) * 0.5)
        self.move(end)
        self.release(end, button, keys)

    def click(self, at: QPointF, keys: object = NONE) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, keys, self.pixel(at))

    def key(self, key: Qt.Key, keys: object = NONE) -> None:
        QTest.keyClick(self.view, key, keys)

    def drop(self, type: str, at: QPointF) -> None:
        """Drag a type in from the palette and let it go."""
        data = QMimeData()
        data.setData(MIME, type.encode())
        where, action = self.pixel(at), Qt.DropAction.CopyAction
        viewport = self.view.viewport()
        for event in (
            QDragEnterEvent(where, action, data, LEFT, NONE),
            QDragMoveEvent(where, action, data, LEFT, NONE),
            QDropEvent(QPointF(where), action, data, LEFT, NONE),
        ):
            QApplication.sendEvent(viewport, event)


def small_net() -> Document:
    """image -> conv1 -> relu1, with a free fc1 and a free add1."""
    document = Document("Small")
    graph = document.graph
    graph.insert(Node("image", "Input", {"shape": ("N", 1, 28, 28)}), position=(0, 0))
    convolution = {"out_channels": 6, "kernel_size": 5}
    graph.insert(Node("conv1", "Conv2d", convolution), position=(280, 0))
    graph.insert(Node("relu1", "ReLU"), position=(600, 0))
    graph.insert(Node("fc1", "Linear", {"out_features": 10}), position=(280, 160))
    graph.insert(Node("add1", "torch.add"), position=(600, 160))
    graph.add_edge(Edge("image", "output", "conv1", "input"))
    graph.add_edge(Edge("conv1", "output", "relu1", "input"))
    return document


def with_frame(document: Document) -> Document:
    """The same document, with conv1 and relu1 in a frame."""
    graph = document.graph
    graph.groups["features"] = Group("features")
    for name in ("conv1", "relu1"):
        node = graph.node(name)
        graph.replace_node(Node(name, node.type, node.arguments, {"group": "features"}))
    return document
