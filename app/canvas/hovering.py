"""What shows up under the pointer: names of ports, the path of a wire, what a layer is or lacks."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from app.canvas.badges import REACH, Badge, pick_badge
from app.canvas.detail import Detail, detail_at
from app.canvas.frame_item import FrameItem
from app.canvas.held_points import point_at
from app.canvas.layer_bubble import LayerBubble
from app.canvas.layer_facts import facts_of
from app.canvas.node_item import NodeItem
from app.canvas.problem_bubble import ProblemBubble
from app.canvas.zooming import scene_point, zoom_of
from app.translating import tr
from graph.analysis import Analysis
from graph.problems import Problem

if TYPE_CHECKING:
    from app.canvas.scene import CanvasScene
    from app.canvas.view import CanvasView


class Hovering:
    """Keeps what is under the pointer lit, and opens the bubbles of cards and problem badges."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._node: NodeItem | None = None
        self._bubble = ProblemBubble(view)
        self._bubble.fix_requested.connect(view.fix_requested)
        self._about: LayerBubble | None = None
        view.selection_changed.connect(lambda _: self.leave_about())

    def move(self, at: QPointF) -> None:
        """Light what is at the scene point ``at``."""
        scene = self._view.canvas
        under = scene.node_at(at)
        self.leave_about(under.name if under is not None else "")
        near = scene.nodes_near(at, REACH)
        found = next((item for item in reversed(near) if item.port_at(at) is not None), None)
        found = found or next((item for item in near if item.badge_at(at) is not None), None)
        item = found or under
        self._leave_node(item)
        wire = None
        if item is not None:
            mark = item.port_at(at)
            port = f"{'out' if mark[1] else 'in'}:{mark[0].name}" if mark is not None else ""
            item.set_look(hovered=True, port=port)
            self._node = item
            on_badge = item.badge_at(at) is not None
            shape = Qt.CursorShape.PointingHandCursor if on_badge else Qt.CursorShape.CrossCursor
            if on_badge or port:
                self._view.viewport().setCursor(shape)
            else:
                self._view.viewport().unsetCursor()
        else:
            if self._badge_at(at) is not None:
                self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            elif point_at(scene, at, 8 / zoom_of(self._view)) is not None:
                self._view.viewport().setCursor(Qt.CursorShape.SizeAllCursor)
            else:
                self._view.viewport().unsetCursor()
            wire = scene.wire_at(at, 6 / zoom_of(self._view))
        scene.light_up(wire.edge if wire is not None else None)

    def follow(self, scene: CanvasScene) -> None:
        """Another scene is shown: nothing of the one before is spoken of any more."""
        scene.analysed.connect(self._leave_mended)
        self.forget()
        self.hide_bubble()

    def forget(self) -> None:
        """Nothing is under the pointer."""
        self._leave_node(None)
        self._view.canvas.light_up(None)

    def open_badge(self, at: QPointF) -> bool:
        """Open the bubble of the badge at ``at``; False where there is none."""
        found = self._badge_at(at)
        if found is not None:
            self._open(*found)
        return found is not None

    def _badge_at(self, at: QPointF) -> tuple[NodeItem | FrameItem, Badge] | None:
        for item in self._view.canvas.badged_near(at):
            if (badge := item.badge_at(at)) is not None:
                return item, badge
        return None

    def open_problem(self, problem: Problem) -> bool:
        """Open, by a key, the bubble that says a problem; False where its badge is not here."""
        item = self._view.canvas.nodes.get(problem.node)
        badge = pick_badge(item.badges, problem) if item is not None else None
        if item is None or badge is None:
            return False
        if detail_at(zoom_of(self._view)) != Detail.FULL:  # from afar no badge is drawn
            self._view.center_on(item.name)
        self._view.bring_into_sight(badge.box.translated(item.corner))
        self._open(item, badge, by_key=True)
        return True

    def _open(self, item: NodeItem | FrameItem, badge: Badge, *, by_key: bool = False) -> None:
        canvas = self._view.canvas
        analysis = canvas.analysis
        place = badge.box.translated(item.corner)
        place.setTop(min(place.top(), item.box.top()))  # the bubble hides no card of its row
        place.setBottom(max(place.bottom(), item.box.bottom()))
        box = self._view.mapFromScene(place).boundingRect()
        is_frame = isinstance(item, FrameItem)
        self._view.select(canvas.items_of.folded.members[item.name] if is_frame else [item.name])
        behind = analysis.behind if analysis is not None else lambda _: []
        self._bubble.open(badge.problems, box, behind, by_key=by_key)

    def open_about(self, name: str, *, by_key: bool = False) -> None:
        """Say beside its card what a layer is; by the key again, put that away."""
        if self._about is None:
            self._about = LayerBubble(self._view)
        if by_key and self._about.node == name:
            self._about.close_down()
            return
        canvas = self._view.canvas
        item = canvas.nodes[name]
        if by_key:
            self._view.bring_into_sight(item.box)
        card = self._view.mapFromScene(item.box).boundingRect()
        facts = facts_of(canvas.document, canvas.scope, name, canvas.analysis)
        self._about.open(facts, card, by_key=by_key)

    def hide_bubble(self) -> bool:
        """Put the bubbles away; whether one told of a layer."""
        self._bubble.close_down()
        told = self._about is not None and bool(self._about.node)
        self.leave_about()
        return told

    def _leave_mended(self, analysis: Analysis) -> None:
        """Put away what tells of a problem that is there no more, however it was mended."""
        if any(problem not in analysis.problems for problem in self._bubble.problems):
            self._bubble.close_down()

    def leave_about(self, name: str = "") -> None:
        """Put away what is said of another layer than the one named."""
        if self._about is not None and self._about.node != name:
            self._about.close_down()

    def show_tooltip(self, event: QEvent) -> bool:
        """Messages of the badge as plain text, or what the layer is in a bubble."""
        assert isinstance(event, QHelpEvent)
        at = scene_point(self._view, QPointF(event.pos()))
        text = self._message_at(at)
        under = self._view.canvas.node_at(at)
        if text:
            # Qt reads a tooltip as HTML when it looks like it, and a message may quote anything.
            QToolTip.showText(
                event.globalPos(), f"<p style='white-space:pre-wrap'>{escape(text)}</p>", self._view
            )
            return True
        QToolTip.hideText()
        if under is not None and not self._bubble.isVisible():
            self.open_about(under.name)
        return True

    def _message_at(self, at: QPointF) -> str:
        found = self._badge_at(at)
        return "\n".join(tr(problem.message) for problem in found[1].problems) if found else ""

    def _leave_node(self, item: NodeItem | None) -> None:
        if self._node is not None and self._node is not item:
            self._node.set_look(hovered=False, port="")
            self._node = None
