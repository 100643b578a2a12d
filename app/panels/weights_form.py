"""What the inspector says of a node's weights: whose they are, how they start, if they learn."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.panels.pieces import Choice, clear_layout, column, plain_label
from app.panels.start_field import StartField
from app.panels.tie_form import TieForm
from app.translating import later, tr
from graph.analysis import NodeAnalysis
from graph.catalog.custom import layer_of
from graph.document import ROOT, UNSET, Graph, Node, Value
from graph.edits import SetOption
from graph.freezing import EVAL
from graph.initializing import OWN_TENSORS, said_starts
from graph.sharing import is_sharer
from graph.sharing_edits import lenders_for, share_edit, unshare_edit
from graph.tying import partners, said_ties, tied

#: Whether it learns, as ``trainable`` has it, and in words.
LEARNING: tuple[tuple[Value, str], ...] = (
    (True, later("learns")),
    (False, later("frozen")),
    (EVAL, later("frozen, in eval mode")),
)


#: The options that stand in this form.
SAID_OF_WEIGHTS = frozenset({"shares", "initialize", "trainable"})


def fill_learning(choice: Choice) -> None:
    """The entries of a choice of whether something learns."""
    for value, words in LEARNING:
        choice.addItem(tr(words), value)


def show_learning(choice: Choice, said: Value) -> None:
    known = [value for value, _ in LEARNING]
    with QSignalBlocker(choice):
        choice.setCurrentIndex(next((i for i, v in enumerate(known) if v == said), -1))


class WeightsForm(QWidget):
    """Shows the options of one node that concern its weights, and says changes as edits."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._node: Node | None = None
        self._graph, self._scope = Graph(), ROOT
        self._parameters: tuple[str, ...] = ()
        self.starts: dict[str, StartField] = {}
        self.shares, self.learns = Choice(), Choice()
        self.shares.setAccessibleName(tr("Whose layer it is"))
        self.learns.setAccessibleName(tr("Whether it learns"))
        fill_learning(self.learns)
        self.shares.activated.connect(self._share)
        self.learns.activated.connect(self._learn)
        self._shares_label = plain_label(tr("shares the weights of"), "soft")
        self.ties = TieForm()
        self.ties.chosen.connect(self._tie)
        self._fields = column(spacing=4)
        self.setLayout(
            column(
                column(self._shares_label, self.shares, spacing=4),
                self.learns,
                self.ties,
                self._fields,
            )
        )

    def show_node(
        self, node: Node, graph: Graph, analysis: Mapping[str, NodeAnalysis], scope: str = ROOT
    ) -> bool:
        """Show a node of ``graph``, whose nodes are known so far; whether it has weights."""
        is_other = self._node is None or self._node.name != node.name
        self._node, self._graph, self._scope = node, graph, scope
        known = analysis.get(node.name)
        layer = layer_of(node)
        shapes = dict(known.parameter_shapes) if known is not None else {}
        own = node.type in OWN_TENSORS
        if own:
            sizes = known.arguments.get("shape") if known is not None else ()
            shapes = {"": tuple(size for size in sizes or () if isinstance(size, int))}
        said = node.options.keys() & SAID_OF_WEIGHTS
        module = layer is None or layer.kind in ("module", "loss")
        self._show_shares(node, graph, shown=module and not own)
        self.learns.setVisible(not is_sharer(node) and node.type != "Buffer")
        show_learning(self.learns, node.options.get("trainable", True))
        ties = said_ties(node)
        self.ties.show_ties(ties, partners(graph, node, analysis), is_other=is_other)
        shapes = {name: shape for name, shape in shapes.items() if name not in ties}
        inside = known is not None and known.inside is not None
        self._show_starts(node, {} if inside or is_sharer(node) else shapes)
        return bool(shapes or said or own or (module and self.shares.count() > 1))

    def _show_shares(self, node: Node, graph: Graph, *, shown: bool) -> None:
        said = node.options.get("shares", "")
        self.shares.setVisible(shown)
        self._shares_label.setVisible(shown)
        with QSignalBlocker(self.shares):
            self.shares.clear()
            self.shares.addItem(tr("no other layer"), "")
            for other in lenders_for(graph, node):
                self.shares.addItem(other, other)
            owner = said if isinstance(said, str) else ""
            if owner and self.shares.findData(owner) < 0:
                self.shares.addItem(owner, owner)
            self.shares.setCurrentIndex(max(0, self.shares.findData(owner)))

    def _show_starts(self, node: Node, shapes: Mapping[str, tuple[int, ...]]) -> None:
        if tuple(shapes) != self._parameters:
            self._parameters = tuple(shapes)
            clear_layout(self._fields)
            self.starts = {}
            for name in shapes:
                field = StartField(name or tr("it"))
                field.value_chosen.connect(lambda value, n=name: self._start(n, value))
                label = plain_label(tr("{name} starts").format(name=name or tr("it")), "soft")
                self._fields.addWidget(label)
                self._fields.addWidget(field)
                self.starts[name] = field
        said = said_starts(node)
        for name, field in self.starts.items():
            field.show_start(said.get(name, UNSET), shapes[name])

    # edits

    def _share(self, index: int) -> None:
        node, owner = self._node, self.shares.itemData(index)
        if node is None or node.options.get("shares", "") == owner:
            return
        if owner:
            self.edit_wanted.emit(share_edit(self._graph, node, owner, self._scope))
        elif is_sharer(node):
            self.edit_wanted.emit(unshare_edit(self._graph, node, self._scope))

    def _tie(self, parameter: str, other: str) -> None:
        if self._node is not None:
            self._set("shares", tied(self._node, parameter, other), later("Share a parameter"))

    def _learn(self, index: int) -> None:
        value = self.learns.itemData(index)
        self._set("trainable", UNSET if value is True else value, later("Freeze"))

    def _start(self, parameter: str, value: Value) -> None:
        if self._node is None:
            return
        if parameter:
            said = {k: v for k, v in said_starts(self._node).items() if k != parameter}
            if value is not UNSET:
                said[parameter] = value
            value = said or UNSET
        self._set("initialize", value, later("Change initialization"))

    def _set(self, option: str, value: Value, label: str) -> None:
        node = self._node
        if node is None or node.options.get(option, UNSET) == value:
            return
        self.edit_wanted.emit(SetOption(node.name, option, value, self._scope, label=label))
