"""What is said of a node beside its arguments: how often it stands there, whether, and where."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.panels.argument_form import ArgumentForm
from app.panels.pieces import Fold, column
from app.translating import tr
from graph.analysis import NodeAnalysis
from graph.catalog.layer import Argument
from graph.document import UNSET, Graph, Node, Value
from graph.options import REPEAT, channels

#: Options that have a field here, in this order.
SHOWN = ("repeat", "when", "group")

_WHEN = Argument("when", "bool", True, doc="Whether it is there; else what arrives goes past it.")


class NodeOptions(QWidget):
    """Shows ``repeat``, ``when`` and the frame of a node, folded away while they say nothing."""

    option_chosen = Signal(str, object)
    argument_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ArgumentForm()
        self.form.value_chosen.connect(self._choose)
        self.form.argument_wanted.connect(self.argument_wanted)
        self.fold = Fold(tr("Options"), self.form)
        self.setLayout(column(self.fold))

    def show_node(
        self,
        node: Node,
        graph: Graph,
        analysis: NodeAnalysis | None,
        names: Mapping[str, Value],
        *,
        in_block: bool,
        is_other: bool,
    ) -> None:
        """Show a node of ``graph``; ``names`` are known to its expressions."""
        frames = tuple(graph.groups)
        arguments = [] if node.type in ("Input", "Output") else [REPEAT, _WHEN]
        if frames:
            arguments.append(Argument("group", "choice", None, True, choices=frames,
                                      doc="The frame that it stands in."))  # fmt: skip
        self.setVisible(bool(arguments))
        self.form.show_arguments(arguments)
        self.form.show_names(names, in_block=in_block)
        if _WHEN in arguments:
            known = {**channels(analysis), **names}
            self.form.box("when").show_names(known, in_block=in_block)
        if frames:
            self.form.box("group").show_names(None, in_block=False)
        said = {key: node.options[key] for key in SHOWN if key in node.options}
        self.form.show_values(said)
        if is_other:
            self.fold.set_open(bool({"repeat", "when"} & said.keys()))

    def _choose(self, option: str, value: Value) -> None:
        nothing = {"repeat": 1, "when": True, "group": None}[option]
        said_nothing = type(value) is type(nothing) and value == nothing
        self.option_chosen.emit(option, UNSET if said_nothing else value)
