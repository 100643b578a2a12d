"""What a node says of its steps, changed piece by piece: values for the option ``unroll``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.catalog.layer import Layer
from graph.catalog.unrolling import unrolling
from graph.document import UNSET, Node, Value
from graph.phrases import later

#: What an input may be to a step, beside ``from OUTPUT``: a state.
CUT, WHOLE = later("in steps"), later("the same at every step")
_FROM = "from "


def _from(output: str) -> str:
    return later("from {output}", output=output)


@dataclass(frozen=True)
class Stepping:
    """A node with the names of the inputs and outputs that one step of it has."""

    node: Node
    layer: Layer | None
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]

    @property
    def said(self) -> Mapping[str, Value]:
        """What the node says, written out."""
        said = self.node.options.get("unroll")
        return said if isinstance(said, Mapping) else {} if said is None else {"axis": said}

    @property
    def is_unrolled(self) -> bool:
        return self.node.options.get("unroll") is not None

    def roles(self) -> tuple[str, ...]:
        """What an input may be."""
        return (CUT, WHOLE, *(_from(output) for output in self.outputs))

    def role(self, port: str) -> str:
        """What an input is."""
        made = unrolling(self.node, self.layer, self.inputs, self.outputs)
        if made is not None and port in made.state:
            return _from(made.state[port])
        return WHOLE if made is not None and port in made.constant else CUT

    def usual_role(self, port: str) -> str:
        """What an input is where nothing is said of it: a cell knows its states."""
        state = self.layer.state if self.layer is not None else {}
        return _from(state[port]) if port in state else CUT

    @property
    def knows_width(self) -> bool:
        """Whether a state needs no sizes to start from."""
        return self.layer is not None and bool(self.layer.state_width)

    def states(self) -> list[str]:
        """The inputs that hand something from step to step."""
        return [port for port in self.inputs if self.role(port).startswith(_FROM)]

    def start(self, state: str) -> Value:
        """The sizes of the zeros that a state starts from, or UNSET."""
        start = self.said.get("start")
        return start.get(state, UNSET) if isinstance(start, Mapping) else UNSET

    # each gives the option as it is afterwards

    def with_axis(self, axis: int | None) -> Value:
        """Stepped along an axis, or with None not at all."""
        return UNSET if axis is None else {**self.said, "axis": axis}

    def with_reverse(self, reverse: bool) -> Value:
        return self._with("reverse", True if reverse else UNSET)

    def with_start(self, state: str, sizes: Value) -> Value:
        start = self.said.get("start")
        others = dict(start) if isinstance(start, Mapping) else {}
        others.pop(state, None)
        if sizes is not UNSET:
            others[state] = sizes
        return self._with("start", others or UNSET)

    def with_role(self, port: str, role: str) -> Value:
        roles = {name: self.role(name) for name in self.inputs} | {port: role}
        state = {n: r.removeprefix(_FROM) for n, r in roles.items() if r.startswith(_FROM)}
        usual = dict(self.layer.state) if self.layer is not None else {}
        constant = tuple(name for name, said in roles.items() if said == WHOLE)
        start = self.said.get("start")
        kept = {n: s for n, s in start.items() if n in state} if isinstance(start, Mapping) else {}
        changed = {
            **self.said,
            "state": UNSET if state == usual else state,
            "start": kept or UNSET,
            "constant": constant or UNSET,
        }
        return {key: value for key, value in changed.items() if value is not UNSET}

    def _with(self, key: str, value: Value) -> Value:
        changed = {**self.said, key: value}
        return {name: said for name, said in changed.items() if said is not UNSET}
