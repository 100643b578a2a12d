"""One node looked at: what arrives, what it gives, and what is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.analysis import BlockAnalysis, NodeAnalysis, TensorType
from graph.case import Case, Try
from graph.catalog import CATALOG, Layer, Ports
from graph.catalog.borrowed import borrowed
from graph.catalog.custom import PYTHON, layer_of, own_arguments
from graph.catalog.node_ports import step_ports, unrolling_of
from graph.catalog.unrolling import Unrolling
from graph.document import ROOT, UNSET, Document, Edge, Node, Value
from graph.edits import SetOption
from graph.ends import end
from graph.explain import explain
from graph.hints import flatten_hint, output_hints
from graph.infer import Inference, Refusal, infer
from graph.limits import MAX_DIFFERENT_COPIES
from graph.options import count, no_fit, several, too_different, when
from graph.problems import Fix, Problem
from graph.python.check import look_at
from graph.python.files import PythonFiles
from graph.python.infer import explain_python, infer_python
from graph.resolve import Arguments, bind, with_defaults, without_auto
from graph.sharing import is_sharer, ties
from graph.steps import all_steps, first_step, next_step
from graph.validate import (
    check_arguments_of,
    check_block_arguments,
    check_node,
    check_options,
    check_surroundings,
    check_wires,
    missing_ports,
)
from graph.validate_initialize import check_initialize, check_starts
from graph.validate_unroll import check_unrolling

Inputs = Mapping[str, TensorType]

#: Ways in which the states of a stepped node may lie in memory, of which so many are tried.
_MOST_KINDS = 8

#: Looks into a block, with arguments and what arrives.
Enter = Callable[[str, Arguments, Inputs], BlockAnalysis]


class Memory:
    """What PyTorch was asked before: the same layer with the same inputs is asked once.

    ``uses`` holds the same of blocks. ``python`` are the files that Python nodes are made of.
    """

    def __init__(self, python: PythonFiles | None = None) -> None:
        self.python = python if python is not None else PythonFiles()
        self._known: dict[object, Inference] = {}
        self.uses: dict[object, BlockAnalysis] = {}

    def infer(
        self, type_: str, said: Mapping[str, Value], inputs: Inputs, batch: frozenset[str]
    ) -> Inference:
        """As ``graph.infer.infer``, for a type of the catalog."""
        own = self.python.state(said.get("file")) if type_ == PYTHON else ""
        key = (type_, own, repr(sorted(said.items())), tuple(inputs.items()), batch)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > 50_000:
                self._known.clear()
            if type_ == PYTHON:
                found = infer_python(self.python, said, inputs, batch)
            else:
                found = infer(CATALOG[type_], said, inputs, batch)
            self._known[key] = found
        return found


@dataclass(frozen=True)
class Checked:
    """What is known of a node before anything arrives."""

    scope: str
    node: Node
    layer: Layer | None
    ports: Ports
    said: Arguments
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    sound: bool  # worth asking PyTorch
    settled: bool
    names: Mapping[str, Value] = field(default_factory=dict)  # known to its expressions
    shared: bool = False  # the layer is another node's; ``node`` says what that one says
    tied: frozenset[str] = frozenset()  # parameters that are another node's
    folder: Path | None = None  # of the project
    unrolling: Unrolling | None = None

    def unsound(self) -> Checked:
        """The same, where nothing must be tried."""
        return replace(self, sound=False)

    @property
    def outline(self) -> tuple[object, ...]:
        """What problems of other nodes may depend on."""
        in_place = self.node.arguments.get("inplace", False) is not False
        return (self.node.type, self.sound, self.ports.outputs, in_place)


@dataclass(frozen=True)
class Visit:
    """What is known of a node, given what arrives. ``refusal`` waits to be explained."""

    analysis: NodeAnalysis
    problems: tuple[Problem, ...] = ()
    refusal: Refusal | None = None
    inputs: Inputs = field(default_factory=dict)


def check(
    document: Document,
    scope: str,
    node: Node,
    ports: Ports,
    entering: tuple[Edge, ...],
    sources: Mapping[str, tuple[str, ...]],
    names: Mapping[str, Value],
    python: PythonFiles,
) -> Checked:
    """Look at a node and the wires that end at it; ``names`` are known to its expressions."""
    block = document.blocks.get(node.type)
    graph = document.scope(scope)
    written, node = node, borrowed(graph, node)
    layer = layer_of(node) if block is None else None
    reads = layer is not None and node.type != PYTHON
    wired = frozenset(edge.target_port for edge in entering) if reads else frozenset()
    said, failed = bind(node, names, wired)
    arguments: list[Problem] = []
    if layer is not None:
        arguments = check_arguments_of(scope, node, layer, said, failed)
    elif block is not None:
        arguments = check_block_arguments(scope, node, block, failed)
    if scope != ROOT and node.type == "Input":  # its shape is what arrives
        arguments = [p for p in arguments if p.code != "missing-argument"]
    wires = check_wires(scope, node, ports, entering, sources)
    known = layer is not None or block is not None
    missing = missing_ports(node, layer, ports, entering) if known and not wires else ()
    if layer is not None and node.type == PYTHON and not arguments:
        code = look_at(python, scope, node, said)
        layer, arguments = code.layer, list(code.problems)
        if any(problem.code == "wrong-inputs" for problem in arguments):
            missing = ()  # the wires are right for what it really takes
    options = list(check_options(scope, node, layer, ports))
    own = step_ports(document, scope, node)
    made = unrolling_of(document, node, own)
    if made is not None:
        options += check_unrolling(scope, node, layer, own, made, entering)
    starts = list(check_initialize(scope, node, names, block))
    problems = [*check_node(document, scope, written), *options, *starts]
    sound = known and not (options or starts or arguments or wires or missing)
    shared = is_sharer(written)
    if shared:  # what is wrong with the layer is said at the node that has it
        arguments = [problem for problem in arguments if problem.port in written.arguments]
    settled = not any(check_surroundings(scope, graph, written, block is not None))
    found = (*problems, *arguments, *wires)
    tied = frozenset(tie.parameter for tie in ties(graph, written))
    return Checked(
        scope,
        node,
        layer,
        ports,
        said,
        found,
        missing,
        sound,
        settled,
        names,
        shared,
        tied,
        document.folder,
        made,
    )


def visit(checked: Checked, inputs: Inputs | None, ask: Try, enter: Enter | None = None) -> Visit:
    """Work out what a node gives; ``inputs`` is None where what arrives is not known."""
    found = _visited(checked, inputs, ask, enter)
    if checked.sound and "initialize" in checked.node.options and found.refusal is None:
        found = _started(checked, found)
    return _of_others(checked, found) if checked.shared or checked.tied else found


def _started(checked: Checked, found: Visit) -> Visit:
    """The same with what is wrong with how its weights start."""
    known = found.analysis
    if known.bypassed or not (known.outputs or known.parameter_shapes):
        return found
    more: list[Problem] = []
    for copy in known.copies or (known,):
        wrong = check_starts(checked.scope, checked.node, copy, checked.names, checked.folder)
        more += [problem for problem in wrong if problem not in more]
    return replace(found, problems=(*found.problems, *more))


def _of_others(checked: Checked, found: Visit) -> Visit:
    """Weights that another node has are counted there, and its options mended there."""
    known = found.analysis
    if not checked.shared:
        tied = sum(math.prod(known.parameter_shapes.get(name, (0,))) for name in checked.tied)
        return replace(found, analysis=replace(known, parameters=known.parameters - tied))
    known = replace(known, parameters=0, buffers=0, parameter_shapes={})
    unshare = Fix("Share nothing", SetOption(checked.node.name, "shares", UNSET, checked.scope))
    problems = tuple(
        replace(problem, fixes=(unshare,)) if problem not in checked.problems else problem
        for problem in found.problems
    )
    return replace(found, analysis=known, problems=problems)


def _visited(checked: Checked, inputs: Inputs | None, ask: Try, enter: Enter | None) -> Visit:
    node, layer = checked.node, checked.layer
    if not checked.sound or inputs is None or (layer is None and enter is None):
        said = with_defaults(layer, without_auto(layer, _told(checked))) if layer else {}
        return Visit(NodeAnalysis(node.type, inputs or {}, arguments=said), checked.problems)
    if not inputs or not {"when", "repeat"} & node.options.keys():
        return _visit(checked, inputs, ask, enter)
    return _visit_with_options(checked, inputs, ask, enter)


def _told(checked: Checked) -> Arguments:
    """What the node says to its layer."""
    if checked.node.type == PYTHON:
        return dict(own_arguments(checked.said))
    return checked.said


def _visit_with_options(checked: Checked, inputs: Inputs, ask: Try, enter: Enter | None) -> Visit:
    """The same for a node that may be left out, or stands there several times."""
    node, scope = checked.node, checked.scope
    out = checked.ports.outputs[0].name if checked.ports.outputs else ""
    found: Visit | None = None

    def outputs() -> TensorType | None:
        nonlocal found
        found = found or _visit(checked, inputs, ask, enter)
        return found.analysis.outputs.get(out)

    stays, problems = when(scope, node, checked.names, inputs, outputs)
    if not stays:
        first = next(iter(inputs.values()))
        analysis = NodeAnalysis(
            node.type, inputs, {out: first}, checked.said, bypassed=True, layers=0
        )
        return Visit(analysis, (*checked.problems, *problems))
    found = found or _visit(checked, inputs, ask, enter)
    if "repeat" in node.options and found.refusal is None and out in found.analysis.outputs:
        found = _repeated(checked, found, ask, enter)
    return replace(found, problems=(*found.problems, *problems))


def _repeated(checked: Checked, first: Visit, ask: Try, enter: Enter | None) -> Visit:
    """A node as often as its ``repeat`` says: each copy takes what the one before gives."""
    scope, node, inputs = checked.scope, checked.node, first.analysis.inputs
    times = count(scope, node, checked.names)
    if isinstance(times, Problem):
        return _failed(first, times)
    port, [out] = next(iter(inputs)), first.analysis.outputs
    copies, given = [first.analysis], first.analysis.outputs[out]
    while len(copies) < times and given != copies[-1].inputs[port]:
        if len(copies) == MAX_DIFFERENT_COPIES:
            return _failed(first, too_different(scope, node, times))
        found = _visit(checked, {**inputs, port: given}, ask, enter)
        if found.refusal is not None or out not in found.analysis.outputs:
            taken = copies[-1].inputs[port]
            if (given.shape, given.dtype) == (taken.shape, taken.dtype):
                return found  # it lies otherwise in memory, which is told as it is
            autos = checked.layer.auto_arguments if checked.layer is not None else ()
            wrong = no_fit(scope, node, times, len(copies) + 1, given, autos)
            inside = found.analysis.inside
            return _failed(first, wrong, *(inside.problems if inside is not None else ()))
        copies.append(found.analysis)
        given = found.analysis.outputs[out]
    return replace(first, analysis=several(copies, times))


def _failed(first: Visit, *problems: Problem) -> Visit:
    """A repeated node of which nothing is known but its first copy."""
    analysis = replace(first.analysis, outputs={})
    return replace(first, analysis=analysis, problems=(*first.problems, *problems))


def _visit(checked: Checked, inputs: Inputs, ask: Try, enter: Enter | None) -> Visit:
    node, layer = checked.node, checked.layer
    if checked.unrolling is not None:
        return _visit_unrolled(checked, checked.unrolling, inputs, ask, enter)
    if layer is None:
        assert enter is not None
        return Visit(_used(node, enter(node.type, checked.said, inputs), inputs), checked.problems)
    if layer.kind in ("input", "output", "parameter", "other"):
        return Visit(
            end(node, checked.said, inputs),
            (*checked.problems, *output_hints(checked.scope, checked.node, inputs)),
        )
    known = ask(node.type, checked.said, inputs)
    if known.refusal is not None and known.refusal.kind == "too-large":
        known = replace(known, parameters=0)
    analysis = NodeAnalysis(
        node.type,
        inputs,
        known.outputs,
        known.arguments,
        known.parameters,
        known.buffers,
        known.parameter_shapes,
    )
    hints = flatten_hint(checked.scope, node, inputs) if known.refusal is None else ()
    return Visit(analysis, (*checked.problems, *hints), known.refusal, inputs)


def _visit_unrolled(
    checked: Checked, made: Unrolling, inputs: Inputs, ask: Try, enter: Enter | None
) -> Visit:
    """A node that is stepped along an axis: one step of each kind, whatever the length."""
    scope, node = checked.scope, checked.node
    order = [port.name for port in checked.ports.inputs]
    names, said = checked.names, checked.said
    step = first_step(scope, node, checked.layer, made, order, inputs, names, said)
    if isinstance(step, Problem):
        return Visit(NodeAnalysis(node.type, inputs), (*checked.problems, step))
    seen: list[Inputs] = []
    while True:  # a state may come back as it went in, but lie otherwise in memory
        found = _visit(replace(checked, unrolling=None), step.inputs, ask, enter)
        once = found.analysis
        if found.refusal is not None or not set(made.state.values()) <= once.outputs.keys():
            return replace(found, analysis=replace(once, inputs=inputs, outputs={}))
        analysis, problems = all_steps(scope, node, made, inputs, step, once)
        seen.append(step.inputs)
        step = next_step(made, step, once)
        if problems or step.inputs in seen or len(seen) == _MOST_KINDS:
            return replace(found, analysis=analysis, problems=(*found.problems, *problems))


def _used(node: Node, inside: BlockAnalysis, inputs: Inputs) -> NodeAnalysis:
    """A node that is a block, by what is inside."""
    return NodeAnalysis(
        node.type,
        inputs,
        inside.outputs,
        inside.arguments,
        inside.total("parameters"),
        inside.total("buffers"),
        {
            f"{name}.{weight}" if weight else name: shape
            for name, inner in inside.nodes.items()
            for weight, shape in inner.parameter_shapes.items()
        },
        layers=inside.total("layers"),
        inside=inside,
    )


def explained(
    document: Document,
    scope: str,
    checked: Checked,
    found: Visit,
    entering: Iterable[Edge],
    ask: Try,
) -> list[Problem]:
    """The refusal of a visit in plain words."""
    layer = checked.layer
    if layer is None or found.refusal is None:
        return []
    wires = {edge.target_port: edge for edge in entering}
    graph = document.scope(scope)
    case = Case(
        graph,
        scope,
        checked.node,
        layer,
        checked.said,
        found.inputs,
        wires,
        found.refusal,
        ask,
    )
    problem = explain_python(case) if checked.node.type == PYTHON else explain(case)
    if checked.shared:
        unshare = Fix("Share nothing", SetOption(checked.node.name, "shares", UNSET, scope))
        problem = replace(problem, fixes=(unshare,))
    return [problem]
