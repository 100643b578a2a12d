"""How a node is stepped through time: along which axis, and what each input is to a step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.panels.argument_form import ArgumentForm
from app.panels.pieces import Fold, column
from app.translating import later, tr
from graph.catalog import CATALOG, Ports
from graph.catalog.layer import Argument
from graph.document import UNSET, Node, Value
from graph.phrases import Phrase
from graph.unroll_edits import Stepping

_NO = Phrase.of(later("not stepped"))
_AXES = {later("axis {axis}", axis=axis): axis for axis in (0, 1, 2)}

#: Kinds of layers that no step can be made of.
_ENDS = ("input", "output", "parameter", "other")


class StepsForm(QWidget):
    """Shows ``unroll`` of a node, folded away while it says nothing; it keeps no document."""

    option_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepping: Stepping | None = None
        self._shown = ""
        self.form = ArgumentForm()
        self.form.value_chosen.connect(self._choose)
        self.fold = Fold(tr("Steps through time"), self.form)
        self.setLayout(column(self.fold))

    def show_node(self, node: Node, ports: Ports) -> None:
        """Show a node; ``ports`` are those of one step."""
        layer = CATALOG.get(node.type)
        lists = any(port.variadic for port in (*layer.inputs, *layer.outputs)) if layer else False
        self.setVisible(
            bool(ports.inputs and ports.outputs)
            and not lists
            and not (layer is not None and layer.kind in _ENDS)
        )
        inputs = tuple(port.name for port in ports.inputs)
        outputs = tuple(port.name for port in ports.outputs)
        self._stepping = stepping = Stepping(node, layer, inputs, outputs)
        self.form.show_arguments(list(_fields(stepping)))
        values: dict[str, Value] = {}
        if stepping.is_unrolled:
            values["axis"] = f"axis {stepping.said.get('axis', 1)}"
            values |= {"reverse": True} if stepping.said.get("reverse") is True else {}
            changed = [port for port in inputs if stepping.role(port) != stepping.usual_role(port)]
            values |= {f"{port} ": stepping.role(port) for port in changed}
            values |= {_start_of(state): stepping.start(state) for state in stepping.states()}
        self.form.show_values(values)
        if node.name != self._shown:
            self._shown = node.name
            self.fold.set_open(stepping.is_unrolled)

    def _choose(self, field: str, value: Value) -> None:
        stepping = self._stepping
        if stepping is None:
            return
        if field == "axis":
            changed = stepping.with_axis(_axis(value))
        elif field == "reverse":
            changed = stepping.with_reverse(value is True)
        elif field.endswith(" "):
            port = field.removesuffix(" ")
            role = stepping.usual_role(port) if value is UNSET else str(value)
            changed = stepping.with_role(port, role)
        else:
            sizes = UNSET if value is None else value
            changed = stepping.with_start(field.removeprefix(_start_of("")), sizes)
        self.option_chosen.emit("unroll", changed)


def _axis(value: Value) -> int | None:
    text = str(value).removeprefix("axis ")
    return int(text) if text.removeprefix("-").isdecimal() else None


def _fields(stepping: Stepping) -> list[Argument]:
    """The fields for a node: only the axis, while it is not stepped."""
    doc = later("The axis that holds the steps; without it the layer runs once, on the whole.")
    fields = [Argument("axis", "choice", _NO, choices=(_NO, *_AXES), doc=doc)]
    if not stepping.is_unrolled:
        return fields
    roles = stepping.roles()
    for port in stepping.inputs:
        doc = later("What a step is given here: its part, the whole, or what the step before gave.")
        usual = stepping.usual_role(port)
        fields.append(Argument(f"{port} ", "choice", usual, choices=roles, doc=doc))
    for state in () if stepping.knows_width else stepping.states():
        doc = later(
            "Sizes of the zeros that {state} starts from where nothing is wired to it.", state=state
        )
        fields.append(Argument(_start_of(state), "ints", None, True, low=1, doc=doc))
    doc = later("From the last step to the first; what comes out keeps its places.")
    return [*fields, Argument("reverse", "bool", False, doc=doc)]


def _start_of(state: str) -> str:
    return later("start of {state}", state=state)
