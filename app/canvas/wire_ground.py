"""Where wires run: between ports of cards, or of the cards of frames, and around what is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from PySide6.QtCore import QPointF, QRectF

from app.canvas.box_index import Box, BoxIndex
from app.canvas.folded_frames import FoldedFrames, port_name
from app.canvas.frame_item import FrameItem
from app.canvas.node_item import NodeItem
from app.canvas.wire_route import FindBoxes

#: No further from its card does anything begin to hang.
_LOOSELY = 16.0


class WireGround:
    """Says where wires begin and end and what they run around; leads none itself."""

    def __init__(
        self,
        nodes: Mapping[str, NodeItem],
        boxes: BoxIndex[str],
        frames: Mapping[str, FrameItem],
        folded: FoldedFrames,
    ) -> None:
        self.leads_down = False
        #: What hangs at cards, by what it is: of each node its room, from where the node stands.
        self.hanging: dict[str, Mapping[str, QRectF]] = {}
        self._nodes, self._boxes, self._frames, self.folded = nodes, boxes, frames, folded

    def end(self, name: str, port: str, *, is_output: bool) -> QPointF:
        """Where a wire of a port ends: at its card, or at that of the frame which hides it."""
        frame = self.folded.holder.get(name)
        if frame is None:
            return self._nodes[name].port_place(port, is_output=is_output)
        return self._frames[frame].port_place(port_name(name, port), is_output=is_output)

    def shown_box(self, name: str) -> QRectF:
        """Where a node is seen: its own card, or that of the frame which hides it."""
        frame = self.folded.holder.get(name)
        return self._nodes[name].box if frame is None else self._frames[frame].box

    def shown_bounds(self, name: str) -> Box:
        """The same in plain numbers, at hand for what stands at its place."""
        return self._boxes.box(name) or Box.of(self.shown_box(name))

    def boxes(self, area: Box) -> list[Box]:
        """What wires and shapes keep off."""
        found = self._boxes.boxes(area)
        others = [Box.of(self._frames[name].box) for name in self.folded.members]
        if self.hanging:
            others += self._hanging_near(area)
        return [*found, *(box for box in others if box.meets(area))]

    def room_at(self, name: str) -> QRectF:
        """What hangs at a node takes, from where that stands; empty for nothing."""
        return reduce(
            QRectF.united, (by[name] for by in self.hanging.values() if name in by), QRectF()
        )

    def hung_boxes(self, names: Iterable[str]) -> list[Box]:
        """Where it hangs now, at those of these nodes that are seen."""
        if not self.hanging:
            return []
        seen = [name for name in names if name in self._boxes and not self.room_at(name).isEmpty()]
        return [Box.of(self.room_at(n).translated(self._nodes[n].pos())) for n in seen]

    def _hanging_near(self, area: Box) -> list[Box]:
        rooms = [room for by in self.hanging.values() for room in by.values()]
        far = max((max(room.width(), room.height()) for room in rooms), default=0.0)
        return self.hung_boxes(self._boxes.names(area.grown(far + _LOOSELY, far + _LOOSELY).rect))

    def boxes_between(self, start: QPointF, end: QPointF) -> FindBoxes:
        """What a wire between two points runs around: the same, and frames it has no part in."""
        frames = [Box.of(f.box) for f in self._frames.values() if f.card is None and f.isVisible()]
        others = [box for box in frames if not (_holds(box, start) or _holds(box, end))]
        if not others:
            return self.boxes
        return lambda area: [*self.boxes(area), *(box for box in others if box.meets(area))]


def _holds(box: Box, point: QPointF) -> bool:
    return box.left <= point.x() <= box.right and box.top <= point.y() <= box.bottom
