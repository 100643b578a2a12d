"""Wires that the user leads back keep off cards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from graph.document import Edge
from graph.edits import MoveNodes
from tests.app.canvas_hands import Hands, small_net

WIRE = Edge("conv1", "output", "relu1", "input")


@pytest.fixture
def hands(qtbot) -> Hands:
    hands = Hands(small_net())
    qtbot.addWidget(hands.view)
    return hands


def crossed(hands: Hands, edge: Edge = WIRE) -> set[str]:
    path = hands.scene.wires[edge].path
    line = [path.pointAtPercent(step / 200) for step in range(201)]
    return {
        name
        for name, item in hands.scene.nodes.items()
        if any(item.box.adjusted(1, 1, -1, -1).contains(point) for point in line)
    }


def lead(hands: Hands, *points: tuple[float, float]) -> None:
    edit = MoveNodes({}, routes=((WIRE, points),))
    hands.view.edit_requested.emit(edit)


@pytest.mark.parametrize(("x", "y"), [(-60, 0), (-60, 40), (-60, -70), (30, -90), (-200, 120)])
def test_a_wire_led_back_by_one_point_goes_around_its_own_card(hands: Hands, x, y) -> None:
    box = hands.scene.nodes["conv1"].box
    at = QPointF(box.left() + x, box.center().y() + y)

    lead(hands, at.toTuple())

    assert not crossed(hands)
    path = hands.scene.wires[WIRE].path
    line = [path.pointAtPercent(step / 400) for step in range(401)]
    assert min((point - at).manhattanLength() for point in line) < 4  # through where it was led
    assert hands.scene.wires[WIRE].points == (at,)


def test_a_wire_that_leads_on_runs_as_it_was_led(hands: Hands) -> None:
    box = hands.scene.nodes["conv1"].box
    middle = hands.scene.nodes["relu1"].box.left() / 2 + box.right() / 2

    lead(hands, (middle, box.top() - 80))

    assert hands.scene.wires[WIRE].path.elementCount() == 7  # two legs, none between
