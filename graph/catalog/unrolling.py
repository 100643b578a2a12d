"""``unroll``: a node that is stepped along an axis, and what that makes of its ports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.catalog.layer import Layer, Port
from graph.document import Node, Value
from graph.phrases import later

#: What ``unroll`` may say.
UNROLL_KEYS = ("axis", "state", "start", "constant", "reverse")


@dataclass(frozen=True)
class Unrolling:
    """How a node is stepped.

    Every input is cut along ``axis`` into one part a step, but for the ``constant`` ones, which
    each step is handed whole, and those of the ``state``: at first what is wired, or zeros of
    the sizes in ``start``, and then the output of the step before that it names.
    Outputs are what all steps gave, laid along ``axis``, and the last state.
    """

    axis: int = 1
    state: Mapping[str, str] = field(default_factory=dict)
    start: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    constant: tuple[str, ...] = ()
    reverse: bool = False

    def stepped(self, inputs: Sequence[str]) -> list[str]:
        """Those of the inputs that are cut into steps."""
        return [name for name in inputs if name not in self.state and name not in self.constant]


def unrolling(
    node: Node, layer: Layer | None, inputs: Sequence[str], outputs: Sequence[str]
) -> Unrolling | None:
    """What a node says of its steps, as far as it makes sense; None where it is not unrolled.

    ``inputs`` and ``outputs`` are the ports of one step.
    """
    said = node.options.get("unroll")
    if said is None:
        return None
    told = said if isinstance(said, Mapping) else {"axis": said}
    axis, constant = told.get("axis"), told.get("constant")
    names = (constant,) if isinstance(constant, str) else constant
    state = told.get("state", layer.state if layer else {})
    pairs = state.items() if isinstance(state, Mapping) else ()
    start = told.get("start")
    return Unrolling(
        axis if type(axis) is int else 1,
        {i: o for i, o in pairs if i in inputs and isinstance(o, str) and o in outputs},
        dict(start) if isinstance(start, Mapping) else {},
        tuple(n for n in names if n in inputs) if isinstance(names, tuple) else (),
        told.get("reverse") is True,
    )


def last_states(made: Unrolling, outputs: Sequence[str]) -> dict[str, str]:
    """The output that gives the last of each state: ``{"h": "h_n"}``."""
    found: dict[str, str] = {}
    for name in made.state:
        last = f"{name}_n"
        while last in outputs or last in found.values():
            last += "_n"
        found[name] = last
    return found


def unrolled_inputs(made: Unrolling, inputs: tuple[Port, ...]) -> tuple[Port, ...]:
    """The inputs of all steps: a state may start from zeros."""
    return tuple(replace(p, optional=p.optional or p.name in made.state) for p in inputs)


def unrolled_outputs(made: Unrolling, outputs: tuple[Port, ...]) -> tuple[Port, ...]:
    """The outputs of all steps, and then the last of each state."""
    last = last_states(made, [port.name for port in outputs])
    return (
        *outputs,
        *(Port(name, doc=later("The last {state}", state=state)) for state, name in last.items()),
    )
