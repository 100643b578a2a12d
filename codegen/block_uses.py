"""All uses of a block seen as one: what is the same is written, what differs is an argument."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import networkx as nx

from codegen.attributes import input_names
from codegen.calling import is_formula
from codegen.growing import Matrix, grown
from codegen.live import LiveGraph
from codegen.program import ClassArgument, Formula, Series, SizeFormula
from codegen.scope import BlockClass
from graph.analysis import NodeAnalysis
from graph.catalog.borrowed import at_call
from graph.catalog.custom import told
from graph.document import Expression, Node, Value
from graph.errors import ExpressionError, LoweringError
from graph.expressions import evaluate, names_in, parse
from graph.initializing import said_starts
from graph.options import CHANNELS
from graph.phrases import later
from graph.sizes import Shape

#: Arguments whose expressions say nothing about the width of what a layer gives.
_NO_WIDTH = frozenset({"kernel_size", "stride", "padding", "dilation", "groups", "p"})

#: Types whose values become objects of PyTorch's, which no formula gives.
_NO_FORMULA = frozenset({"dtype", "tensor", "index"})

#: In a vector of values: nothing is known, since the node is left out in that use.
_ABSENT = object()

#: Of so many different uses nobody would say that they agree by chance.
_COINCIDENCE = 3

Vector = list[Value]


@dataclass(frozen=True)
class Use:
    """One use of a graph: what is known of its nodes, and the arguments that it was given."""

    nodes: Mapping[str, NodeAnalysis]
    arguments: Mapping[str, Value] = field(default_factory=dict)


class Uses:
    """Finds, for every value inside a block, what stands for it in all its uses."""

    def __init__(
        self,
        live: LiveGraph,
        uses: Sequence[Use],
        declared: Mapping[str, Value],
        blocks: Mapping[str, BlockClass],
        taken: frozenset[str],
    ) -> None:
        self._live, self._uses, self._blocks, self._taken = live, uses, blocks, taken
        self.parameters = _parameters(declared, taken)
        self._declared = declared
        self.lifted: dict[str, Vector] = {}
        self.conditions: dict[str, Value] = {}
        self.repeats: dict[str, Value] = {}
        self.series: dict[str, Series] = {}
        self.zeros: dict[str, dict[str, tuple[Value, ...]]] = {}
        self._rank = {n: i for i, n in enumerate(nx.topological_sort(live.graph.nx))}
        self._said = list(self._widths())
        self.nodes = {node.name: self._merged(node) for node in live.nodes}

    @property
    def starts(self) -> dict[str, dict[str, Value]]:
        """What is said of how weights start, by node and parameter."""
        nodes = ((node.name, self._live.layer_node(node.name)) for node in self._live.layers)
        return {
            name: {key: self._started(value) for key, value in said_starts(node).items()}
            for name, node in nodes
        }

    def _started(self, said: Value) -> Value:
        if isinstance(said, Mapping):
            return {key: self._started(value) for key, value in said.items()}
        if isinstance(said, Expression) and not names_in(said.text):
            return evaluate(said.text, {})
        return self._written(said)

    @property
    def varying(self) -> frozenset[tuple[str, str]]:
        """The outputs whose shapes are not the same in all uses."""
        return frozenset(
            (name, port)
            for name in self.nodes
            for port in self.nodes[name].outputs
            if len({_shape(use.nodes[name], port) for use in self._uses}) > 1
        )

    @property
    def arguments(self) -> tuple[ClassArgument, ...]:
        """What the constructor of the class takes: first what differs among the uses."""
        lifted = [ClassArgument(name, _hint(vector[0])) for name, vector in self._filled()]
        declared = [
            ClassArgument(self.parameters[name], _hint(value), value)
            for name, value in self._declared.items()
        ]
        return (*lifted, *declared)

    def values(self) -> dict[str, Vector]:
        """The lifted arguments, with a value for every use."""
        return dict(self._filled())

    def sizes(self) -> list[tuple[str, Vector]]:
        """The expressions and arguments that may say how large something is, at every use."""
        said = [(formula.text, vector) for _, formula, vector in self._said]
        declared = [
            (parameter, [use.arguments.get(name) for use in self._uses])
            for name, parameter in self.parameters.items()
        ]
        return [*said, *self._filled(), *declared]

    def _filled(self) -> Iterator[tuple[str, Vector]]:
        for name, vector in self.lifted.items():
            known = next(value for value in vector if value is not _ABSENT)
            yield name, [known if value is _ABSENT else value for value in vector]

    # nodes

    def _merged(self, node: Node) -> NodeAnalysis:
        there = [use.nodes[node.name] for use in self._uses]
        known = next((found for found in there if not found.bypassed), there[0])
        self._options(node, there)
        arguments: dict[str, Value] = {}
        if self.conditions.get(node.name, True) is False:
            pass  # left out at every use, so nobody asks
        elif self._live.owner(node.name) != node.name:
            names = [name for name in known.arguments if at_call(node, name)]
            arguments = {name: self._argument(node, name, there) for name in names}
        elif node.type in self._blocks:
            arguments = self._block_arguments(node, self._blocks[node.type], there)
        else:
            copies = {
                name: [[c.arguments.get(name, _ABSENT) for c in _copies(n)] for n in there]
                for name in known.arguments
            }
            growing = self._growing(node, copies)
            arguments = {
                name: growing[name] if name in growing else self._argument(node, name, there)
                for name in known.arguments
            }
        return replace(known, arguments=arguments)

    def _options(self, node: Node, there: list[NodeAnalysis]) -> None:
        if "when" in node.options:
            self.conditions[node.name] = self._condition(node, [not n.bypassed for n in there])
        unroll = node.options.get("unroll")
        if isinstance(unroll, Mapping) and unroll.get("start"):
            start = unroll["start"].items()
            self.zeros[node.name] = {state: self._written(sizes) for state, sizes in start}
        repeat = node.options.get("repeat")
        if isinstance(repeat, Expression):
            self.repeats[node.name] = self._formula(repeat)
        elif repeat is not None:
            self.repeats[node.name] = repeat

    def _condition(self, node: Node, stays: list[bool]) -> Value:
        said = node.options["when"]
        if not any(stays) or not isinstance(said, Expression):
            return any(stays)
        reads_channels = names_in(said.text).intersection(CHANNELS) - self._declared.keys()
        if reads_channels and not all(use.nodes[node.name].outputs for use in self._uses):
            raise LoweringError(
                later(
                    "{name}: when asks for the shape that arrives, which is not known",
                    name=node.name,
                ),
                "trust the Python files before it",
            )
        if reads_channels or not names_in(said.text):
            return self._one_for_all(node, list(stays), f"has_{node.name}")
        return self._formula(said)

    def _argument(self, node: Node, name: str, there: list[NodeAnalysis]) -> Value:
        said, layer = told(node).get(name), self._live.layer(node)
        argument = layer.argument(name) if layer else None
        if layer is not None and argument is not None and argument.type not in _NO_FORMULA:
            written = self._written(said)
            fixed = layer.kind in ("module", "loss") and not argument.at_call
            if is_formula(written) and not (fixed and self._reads_shapes(said)):
                return written
        vector = [_ABSENT if n.bypassed else n.arguments.get(name, _ABSENT) for n in there]
        if all(value is _ABSENT for value in vector):
            return None
        known = next(value for value in vector if value is not _ABSENT)
        is_auto = layer is not None and name in layer.auto_arguments and said in (None, "auto")
        if not is_auto and all(value is _ABSENT or _same(value, known) for value in vector):
            return known  # a number that was typed says no more than itself
        return self._one_for_all(node, vector, name)

    def _block_arguments(
        self, node: Node, block: BlockClass, there: list[NodeAnalysis]
    ) -> dict[str, Value]:
        """What the class of a block is told at a node, in the order of its signature."""
        copies = {
            name: [[values[id(c.inside)] for c in _copies(n) if c.inside] for n in there]
            for name, values in block.lifted.items()
        }
        found = self._growing(node, copies)
        for name, matrix in copies.items():
            if name not in found:
                vector = [values[0] if values else _ABSENT for values in matrix]
                found[name] = self._one_for_all(node, vector, name)
        for name, parameter in block.parameters.items():
            if name in node.arguments:
                value = self._written(node.arguments[name])
                if is_formula(value):
                    found[parameter] = value
                else:
                    value = next(n.inside.arguments[name] for n in there if n.inside)
                    if repr(value) != repr(block.defaults[name]):
                        found[parameter] = value
        return found

    def _growing(self, node: Node, copies: Mapping[str, Matrix]) -> dict[str, Value]:
        """The arguments that differ from copy to copy of a repeated node, each as a formula."""
        varying = {
            name: matrix
            for name, matrix in copies.items()
            if any(not _same(value, values[0]) for values in matrix for value in values)
        }
        if not varying:
            return {}
        index = "i" if "i" not in self.parameters.values() else "copy"
        found = {
            name: grown(
                matrix,
                index,
                partial(self._one_for_all, node, name=name),
                partial(self._of_the_copies, node, name=name),
                _ABSENT,
            )
            for name, matrix in varying.items()
        }
        if all(value is not None for value in found.values()):
            self.series[node.name] = Series((index,))
            return found
        names = input_names(varying, self._taken | {*self.parameters.values()})
        rows = [
            tuple(zip(*matrices, strict=True)) if len(matrices) > 1 else tuple(matrices[0])
            for matrices in zip(*varying.values(), strict=True)
        ]
        each = self._one_for_all(node, [row or _ABSENT for row in rows], f"{node.name}_sizes")
        self.series[node.name] = Series(tuple(names.values()), each)
        return {name: Formula(names[name]) for name in varying}

    def _of_the_copies(self, node: Node, vector: Vector, name: str) -> Value:
        """What the node itself is told, where that is it; else as for any value."""
        for said in told(node).values():
            names = names_in(said.text) if isinstance(said, Expression) else ()
            if names and names <= self._declared.keys() and _agree(vector, self._evaluated(said)):
                return self._formula(said)
        return self._one_for_all(node, vector, f"{name}_step")

    def _reads_shapes(self, said: Value) -> bool:
        """Whether an argument depends on what arrives at the node that says it."""
        if isinstance(said, tuple):
            return any(map(self._reads_shapes, said))
        return isinstance(said, Expression) and bool(names_in(said.text) - self._declared.keys())

    def _written(self, said: Value) -> Value:
        """An argument as it is written, with the names of the constructor."""
        if self._reads_shapes(said) and isinstance(said, Expression):
            formula, names = self._formula(said), names_in(said.text)
            told = {self.parameters[n]: Formula(self.parameters[n]) for n in self._declared}
            own = [(n, told[n]) for n in names_in(formula.text) if n in told]
            ports = [(n, None) for n in names - self._declared.keys()]
            return SizeFormula(formula.text, tuple(sorted([*own, *ports], key=lambda g: g[0])))
        if isinstance(said, Expression) and names_in(said.text):
            return self._formula(said)
        if isinstance(said, tuple):
            return tuple(self._written(item) for item in said)
        return said

    def _formula(self, said: Expression) -> Formula:
        return Formula(write_renamed(said.text, self.parameters))

    # values that are worked out

    def _one_for_all(self, node: Node, vector: Vector, name: str) -> Value:
        """A formula of a layer before, the one value, or an argument of the constructor."""
        is_size = all(value is _ABSENT or type(value) is int for value in vector)
        for source, formula, other in self._said if is_size else ():
            if _agree(vector, other) and self._leads(source, node.name):
                return formula
        known = [value for value in vector if value is not _ABSENT]
        if all(_same(value, known[0]) for value in known):
            return self._width(vector) if is_size else known[0]
        for lifted, other in self.lifted.items():
            if _agree(vector, other) and _shared(vector, other):
                pairs = zip(vector, other, strict=True)
                self.lifted[lifted] = [b if a is _ABSENT else a for a, b in pairs]
                return Formula(lifted)
        found = self._by_name(name, vector) or self._more_than_known(vector)
        if found is not None:
            return found
        fresh = self._fresh(name, node.name)
        self.lifted[fresh] = vector
        return Formula(fresh)

    def _width(self, vector: Vector) -> Value:
        """What arrives is as wide at every use as what a layer here is told to give."""
        known = next(value for value in vector if value is not _ABSENT)
        for node in self._live.layers:
            for name in ("out_features", "out_channels"):
                said = told(node).get(name)
                if not isinstance(said, Expression) or said.text not in self.parameters:
                    continue
                if _agree(vector, self._evaluated(said)):
                    return self._formula(said)
        return known

    def _by_name(self, name: str, vector: Vector) -> Formula | None:
        """An argument of the block that is called the same, and is the same at every use."""
        if name not in self.parameters:
            return None
        told = [use.arguments.get(name, _ABSENT) for use in self._uses]
        return Formula(self.parameters[name]) if _agree(vector, told) else None

    def _more_than_known(self, vector: Vector) -> Formula | None:
        """What is always so much more than something the constructor is told."""
        for lifted, other in self.lifted.items():
            pairs = list(zip(vector, other, strict=True))
            if all(type(a) is int and type(b) is int for a, b in pairs):
                distances = {a - b for a, b in pairs}
                if len(distances) == 1 and len(set(other)) >= _COINCIDENCE:
                    distance = distances.pop()
                    sign = "+" if distance > 0 else "-"
                    return Formula(f"{lifted} {sign} {abs(distance)}")
        return None

    def _leads(self, source: str, node: str) -> bool:
        earlier = self._rank[source] < self._rank[node]
        return earlier and nx.has_path(self._live.graph.nx, source, node)

    def _fresh(self, name: str, node: str) -> str:
        taken = {*self.parameters.values(), *self.lifted, *self._taken}
        names = [name, f"{node}_{name}", *(f"{node}_{name}_{i}" for i in range(2, 100))]
        return next(input_names([n])[n] for n in names if input_names([n])[n] not in taken)

    def _widths(self) -> Iterator[tuple[str, Formula, Vector]]:
        """The expressions that say how wide something is, those of the last layers first."""
        for node in sorted(self._live.layers, key=lambda n: -self._rank[n.name]):
            for name, value in told(node).items():
                if not isinstance(value, Expression) or name in _NO_WIDTH:
                    continue
                if names_in(value.text) and not self._reads_shapes(value):
                    yield node.name, self._formula(value), self._evaluated(value)

    def _evaluated(self, said: Expression) -> Vector:
        try:
            return [evaluate(said.text, use.arguments) for use in self._uses]
        except ExpressionError:
            return [object() for _ in self._uses]


def write_renamed(text: str, names: Mapping[str, str]) -> str:
    """An expression with other names, still one that ``graph.expressions`` reads."""
    tree = copy.deepcopy(parse(text))
    called = {id(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and id(node) not in called:
            node.id = names.get(node.id, node.id)
    return ast.unparse(tree)


def _copies(node: NodeAnalysis) -> tuple[NodeAnalysis, ...]:
    """A node, or its copies where they differ; none where it is left out."""
    return () if node.bypassed else node.copies or (node,)


def _parameters(declared: Mapping[str, Value], taken: frozenset[str]) -> dict[str, str]:
    """A name for each argument of a block in the constructor of its class."""
    found: dict[str, str] = {}
    for name, parameter in input_names(declared).items():
        while parameter in taken or parameter in found.values():
            parameter += "_"
        found[name] = parameter
    return found


def _agree(one: Vector, other: Vector) -> bool:
    """Whether two are the same wherever both are known."""
    pairs = zip(one, other, strict=True)
    return all(a is _ABSENT or b is _ABSENT or _same(a, b) for a, b in pairs)


def _shared(one: Vector, other: Vector) -> bool:
    pairs = zip(one, other, strict=True)
    return any(a is not _ABSENT and b is not _ABSENT for a, b in pairs)


def _same(one: Value, other: Value) -> bool:
    return type(one) is type(other) and repr(one) == repr(other)


def _hint(value: Value) -> str:
    return type(value).__name__ if type(value) in (bool, int, float, str, tuple) else ""


def _shape(node: NodeAnalysis, port: str) -> Shape | None:
    tensor = node.outputs.get(port)
    return None if tensor is None else tensor.shape
