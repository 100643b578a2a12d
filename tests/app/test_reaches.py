"""The table of what wires do not leave says what looking at each wire would say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.canvas.box_index import NOWHERE, Box
from app.canvas.reaches import Reaches
from graph.document import Edge

sides = st.integers(-20, 20)
boxes = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h), sides, sides, st.integers(0, 9), st.integers(0, 9)
)
edges = st.integers(0, 200).map(lambda n: Edge(f"n{n}", "output", "m", "input"))
steps = st.lists(st.tuples(edges, st.none() | st.just(NOWHERE) | boxes), max_size=300)


@given(steps, boxes)
def test_the_wires_near_an_area_are_those_that_meet_it_in_the_order_they_came(steps, area) -> None:
    table, plain = Reaches(), {}
    for edge, box in steps:
        if box is not None:
            table.put(edge, box)
            plain[edge] = box
        elif edge in plain:
            table.take(edge)
            del plain[edge]
    assert table.near(area) == [edge for edge, box in plain.items() if box.meets(area)]
    there = [box for box in plain.values() if box != NOWHERE]
    if there:
        lefts, tops, rights, bottoms = zip(*there, strict=True)
        assert table.whole == (min(lefts), min(tops), max(rights), max(bottoms))
    else:
        assert table.whole == NOWHERE
