"""What is known about a document without running it: types on the wires, weights, problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.document import Expression, Value
from graph.phrases import phrase_from_plain, phrase_to_plain
from graph.problems import Fix, Problem
from graph.python.files import PythonFiles
from graph.sizes import Shape, Size, format_shape, parse_size, size_to_plain
from graph.strides import Layout

Plain = dict[str, Any]


@dataclass(frozen=True)
class TensorType:
    """The shape of a tensor, with symbols, and the name of its dtype: ``float32``.

    ``layout`` says how it lies in memory, where that is not in the order of its axes; it does not
    cross a process boundary.
    """

    shape: Shape
    dtype: str = "float32"
    layout: Layout | None = None

    def __str__(self) -> str:
        return format_shape(self.shape)

    def to_plain(self) -> Plain:
        return {"shape": [size_to_plain(size) for size in self.shape], "dtype": self.dtype}

    @staticmethod
    def from_plain(plain: Plain) -> TensorType:
        return TensorType(tuple(parse_size(size) for size in plain["shape"]), plain["dtype"])


@dataclass(frozen=True)
class NodeAnalysis:
    """What is known about one node.

    ``inputs`` and ``outputs`` hold the ports whose tensor is known. ``arguments`` holds every
    argument with its value: set, default, or worked out from what arrives (``auto``). A node
    that its ``when`` leaves out is ``bypassed``; ``repeat`` is how often it stands there, where the
    file says so; ``layers`` how many modules or functions it comes to. ``inside`` is the use of a
    block in full, ``step`` one of the ``steps`` of a node that is stepped along an axis, ``copies``
    those of a repeated node that are not all alike; these do not cross a process boundary. What is
    said of such a node is what its first copy is, but for its outputs, which are the last one's,
    and its counts. What it costs, ``graph.costs`` says.
    """

    type: str
    inputs: Mapping[str, TensorType] = field(default_factory=dict)
    outputs: Mapping[str, TensorType] = field(default_factory=dict)
    arguments: Mapping[str, Value] = field(default_factory=dict)
    parameters: int = 0
    buffers: int = 0
    parameter_shapes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    bypassed: bool = False
    repeat: int | None = None
    layers: int = 1
    inside: BlockAnalysis | None = None
    step: NodeAnalysis | None = None
    steps: Size | None = None
    copies: tuple[NodeAnalysis, ...] = ()

    @property
    def insides(self) -> list[BlockAnalysis]:
        """Every use of a block that a node is: one for each copy, those that are alike once."""
        copies = self.copies or (self,)
        found = {id(copy.inside): copy.inside for copy in copies if copy.inside is not None}
        return list(found.values())

    def to_plain(self) -> Plain:
        return {
            "type": self.type,
            "inputs": {port: tensor.to_plain() for port, tensor in self.inputs.items()},
            "outputs": {port: tensor.to_plain() for port, tensor in self.outputs.items()},
            "arguments": {name: _value_to_plain(v) for name, v in self.arguments.items()},
            "parameters": self.parameters,
            "buffers": self.buffers,
            "parameter_shapes": {k: list(shape) for k, shape in self.parameter_shapes.items()},
            "bypassed": self.bypassed,
            "repeat": self.repeat,
            "layers": self.layers,
        }

    @staticmethod
    def from_plain(plain: Plain) -> NodeAnalysis:
        return NodeAnalysis(
            plain["type"],
            {port: TensorType.from_plain(t) for port, t in plain["inputs"].items()},
            {port: TensorType.from_plain(t) for port, t in plain["outputs"].items()},
            {name: _value_from_plain(v) for name, v in plain["arguments"].items()},
            plain["parameters"],
            plain["buffers"],
            {name: tuple(shape) for name, shape in plain["parameter_shapes"].items()},
            plain["bypassed"],
            plain["repeat"],
            plain["layers"],
        )


class AnalysedNodes(Mapping[str, NodeAnalysis]):
    """Nodes as another process told them, each read when it is asked for: most are never seen."""

    def __init__(self, plain: Mapping[str, Plain]) -> None:
        self._plain = dict(plain)
        self._read: dict[str, NodeAnalysis] = {}

    def __getitem__(self, name: str) -> NodeAnalysis:
        node = self._read.get(name)
        if node is None:
            node = self._read[name] = NodeAnalysis.from_plain(self._plain[name])
        return node

    def __contains__(self, name: object) -> bool:
        return name in self._plain

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)

    def followed_by(self, removed: Iterable[str], changed: Mapping[str, Plain]) -> AnalysedNodes:
        """The nodes after these were removed, and those changed or new."""
        gone = set(removed)
        kept = {name: plain for name, plain in self._plain.items() if name not in gone}
        after = AnalysedNodes({**kept, **changed})
        skipped = gone | changed.keys()
        after._read = {name: node for name, node in self._read.items() if name not in skipped}
        return after

    def is_told_alike(self, name: str, before: AnalysedNodes) -> bool:
        """Whether the same was told of a node before."""
        return self._plain.get(name) == before._plain.get(name)


def differing(
    now: Mapping[str, NodeAnalysis], before: Mapping[str, NodeAnalysis], names: Iterable[str]
) -> list[str]:
    """Those of ``names`` of which something else is known now."""
    if isinstance(now, AnalysedNodes) and isinstance(before, AnalysedNodes):
        return [name for name in names if not now.is_told_alike(name, before)]
    if not before:
        return [name for name in names if name in now]
    return [name for name in names if now.get(name) != before.get(name)]


@dataclass(frozen=True)
class BlockAnalysis:
    """One use of a block: its arguments bound, its Inputs fed by wires.

    ``problems`` have the block's name as their scope, those of blocks in it theirs.
    """

    block: str
    arguments: Mapping[str, Value]
    nodes: Mapping[str, NodeAnalysis]
    outputs: Mapping[str, TensorType]
    problems: tuple[Problem, ...] = ()

    def total(self, what: str) -> int:
        """The sum over all nodes of ``parameters``, ``buffers`` or ``layers``."""
        return sum(getattr(node, what) for node in self.nodes.values())


@dataclass(frozen=True)
class Analysis:
    """A snapshot: every node of the root graph, every node inside blocks, and all problems.

    ``blocks`` holds the nodes of a block as its first use in the document sees them. ``waiting``
    has, by scope, the nodes whose inputs are not known because of an error before them, each with
    the node that has it. ``python`` are the files of Python nodes as they were read; they do not
    cross a process boundary.
    """

    nodes: Mapping[str, NodeAnalysis] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    total_parameters: int = 0
    blocks: Mapping[str, Mapping[str, NodeAnalysis]] = field(default_factory=dict)
    waiting: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    python: PythonFiles = field(default_factory=PythonFiles, compare=False, repr=False)

    @property
    def errors(self) -> list[Problem]:
        """The problems that keep the document from being compiled."""
        return [problem for problem in self.problems if problem.severity == "error"]

    @property
    def untrusted(self) -> list[Problem]:
        """Those of Python nodes that were not run, since the user has not trusted their files."""
        return [problem for problem in self.problems if problem.code == "untrusted-code"]

    def scope(self, scope: str) -> Mapping[str, NodeAnalysis]:
        """The nodes of the root graph or of a block."""
        return self.blocks.get(scope, {}) if scope else self.nodes

    def behind(self, problem: Problem) -> list[str]:
        """The nodes that wait for the one with this problem."""
        waiting = self.waiting.get(problem.scope, {})
        return [name for name, cause in waiting.items() if problem.node and cause == problem.node]

    def problems_of(self, node: str, scope: str = "") -> list[Problem]:
        return [p for p in self.problems if p.node == node and p.scope == scope]

    def seen_from(self, path: tuple[str, ...]) -> Analysis:
        """The same snapshot, with the blocks that the uses in ``path`` lead into as these see them.

        Each use stands inside the one before it, the first in the network.
        """
        blocks, nodes = dict(self.blocks), self.nodes
        for name in path:
            inside = nodes[name].inside if name in nodes else None
            if inside is None:
                break
            blocks[inside.block] = nodes = inside.nodes
        return replace(self, blocks=blocks)

    def path_to(self, problem: Problem) -> tuple[str, ...]:
        """The uses that lead to a block where it has ``problem``; empty where none does."""
        key = (problem.scope, problem.code, problem.node, problem.port)
        path: list[str] = []
        nodes = self.nodes
        while problem.scope and (found := _use_with(nodes, key)):
            name, inside = found
            path.append(name)
            if inside.block == problem.scope and _has(inside.problems, key, own=inside):
                return tuple(path)
            nodes = inside.nodes
        return ()

    def with_problems(self, problems: tuple[Problem, ...]) -> Analysis:
        """The same snapshot with further problems, such as those of training."""
        return replace(self, problems=(*self.problems, *problems))

    def to_plain(self) -> Plain:
        return {
            "nodes": {name: node.to_plain() for name, node in self.nodes.items()},
            "problems": [problem_to_plain(problem) for problem in self.problems],
            "total_parameters": self.total_parameters,
            "blocks": {
                block: {name: node.to_plain() for name, node in nodes.items()}
                for block, nodes in self.blocks.items()
            },
            "waiting": {scope: dict(found) for scope, found in self.waiting.items()},
        }

    @staticmethod
    def from_plain(plain: Plain) -> Analysis:
        return Analysis(
            AnalysedNodes(plain["nodes"]),
            tuple(problem_from_plain(problem) for problem in plain["problems"]),
            plain["total_parameters"],
            {block: AnalysedNodes(nodes) for block, nodes in plain["blocks"].items()},
            plain["waiting"],
        )


_Key = tuple[str, str, str, str]


def _use_with(nodes: Mapping[str, NodeAnalysis], key: _Key) -> tuple[str, BlockAnalysis] | None:
    for name, node in nodes.items():
        if node.inside is not None and _has(node.inside.problems, key):
            return name, node.inside
    return None


def _has(problems: Iterable[Problem], key: _Key, own: BlockAnalysis | None = None) -> bool:
    """Whether one of ``problems`` is it; with ``own`` not one of a use inside that block."""
    within = [n.inside.problems for n in own.nodes.values() if n.inside] if own is not None else []
    return any(
        (p.scope, p.code, p.node, p.port) == key and not any(p in inner for inner in within)
        for p in problems
    )


def problem_to_plain(problem: Problem) -> Plain:
    """For JSON; the edits of the fixes included."""
    from graph.edits import edit_to_plain

    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": phrase_to_plain(problem.message),
        "node": problem.node,
        "port": problem.port,
        "scope": problem.scope,
        "fixes": [
            {"label": phrase_to_plain(fix.label), "edit": edit_to_plain(fix.edit), "safe": fix.safe}
            for fix in problem.fixes
        ],
        "cause": problem.cause,
    }


def problem_from_plain(plain: Plain) -> Problem:
    from graph.edits import edit_from_plain

    fixes = tuple(
        Fix(phrase_from_plain(fix["label"]), edit_from_plain(fix["edit"]), fix["safe"])
        for fix in plain["fixes"]
    )
    keys = ("severity", "code", "node", "port", "scope", "cause")
    message = phrase_from_plain(plain["message"])
    return Problem(message=message, **{key: plain[key] for key in keys}, fixes=fixes)


def _value_to_plain(value: Value) -> Value:
    if isinstance(value, Expression):
        return str(value)
    if isinstance(value, tuple | list):
        return [_value_to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _value_to_plain(item) for key, item in value.items()}
    return value


def _value_from_plain(value: Value) -> Value:
    if isinstance(value, str) and value.startswith("="):
        return Expression(value[1:])
    if isinstance(value, list):
        return tuple(_value_from_plain(item) for item in value)
    if isinstance(value, dict):
        return {key: _value_from_plain(item) for key, item in value.items()}
    return value
