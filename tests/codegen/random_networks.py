"""Random networks that run: grown node by node, each tried on real tensors before it is kept.

``networks()`` draws documents with branches, joins, tuple results, functions, methods, groups of
every container, and names that are meant to do harm.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from hypothesis import strategies as st

from graph.catalog import CATALOG, build
from graph.document import Document, Edge, Expression, Group, Node
from graph.expressions import evaluate
from graph.resolve import evaluated
from graph.shapes import analyze
from graph.style import STYLE_OPTIONS
from graph.validate_sharing import check_sharing

Draw = Callable[[st.SearchStrategy[Any]], Any]
Value = tuple[str, str]

_WIDTH = Expression("input.shape[-1]")

#: Layers by the number of axes of what they take: type, and arguments to choose from.
_LAYERS: dict[int, list[tuple[str, dict[str, list[Any]]]]] = {
    2: [
        ("Linear", {"out_features": [3, 4, 6], "bias": [True, False]}),
        ("ReLU", {"inplace": [False]}),
        ("Dropout", {"p": [0.0, 0.5, 1e-05]}),
        ("BatchNorm1d", {"momentum": [0.1, None], "affine": [True, False]}),
        ("LayerNorm", {"eps": [1e-05, 1e-16]}),
        ("GELU", {"approximate": ["none", "tanh"]}),
        ("Softmax", {"dim": [1, -1]}),
        ("LSTMCell", {"hidden_size": [3, 4]}),
        ("GRUCell", {"hidden_size": [3, 4]}),
        ("torch.unsqueeze", {"dim": [1, 2]}),
        ("torch.chunk", {"chunks": [1, 2], "dim": [1]}),
        ("torch.clamp", {"min": [-1.0, float("-inf")], "max": [float("inf"), 1]}),
        ("Tensor.__getitem__", {"index": [":, 1:", ":, :2", "..., None"]}),
        ("torch.mul", {"other": [2, 0.5, -1, 1e300]}),
        ("F.relu", {}),
        ("F.dropout", {"p": [0.2, 0.5]}),
        ("torch.randn_like", {}),
        ("Tensor.view", {"size": [(Expression("input.size(0)"), -1, 1), (-1, _WIDTH)]}),
        ("Tensor.new_ones", {"size": [(Expression("input.size(0)"), _WIDTH)]}),
    ],
    3: [
        ("LSTM", {"hidden_size": [3, 4], "batch_first": [True], "bidirectional": [False, True]}),
        ("GRU", {"hidden_size": [3, 4], "batch_first": [True, False], "num_layers": [1, 2]}),
        ("MultiheadAttention", {"num_heads": [1], "batch_first": [True], "dropout": [0.0, 0.2]}),
        ("TransformerEncoderLayer", {"nhead": [1], "dim_feedforward": [8], "batch_first": [True]}),
        ("LayerNorm", {}),
        ("Linear", {"out_features": [3, 4]}),
        ("Conv1d", {"out_channels": [2, 4], "kernel_size": [1, 3], "padding": [1, "same"]}),
        ("MaxPool1d", {"kernel_size": [2], "stride": [1], "return_indices": [False, True]}),
        ("torch.transpose", {"dim0": [1], "dim1": [2]}),
        ("torch.mean", {"dim": [1, 2]}),
        ("torch.max", {"dim": [1]}),
        ("torch.flatten", {"start_dim": [1]}),
        ("torch.roll", {"shifts": [Expression("input.size(1) // 2")], "dims": [1]}),
        ("torch.cumsum", {"dim": [1]}),
        ("torch.var_mean", {"dim": [1]}),
        ("Tensor.__getitem__", {"index": [":, -1", ":, ::2", "..., :2"]}),
    ],
    4: [
        ("Conv2d", {"out_channels": [2, 4], "kernel_size": [1, 3, (3, 3), (1, 3)], "padding": [1]}),
        ("BatchNorm2d", {}),
        ("GroupNorm", {"num_groups": [1, 2]}),
        ("ReLU", {}),
        ("Dropout2d", {"p": [0.3]}),
        ("MaxPool2d", {"kernel_size": [2, (2, 2)], "return_indices": [False, True]}),
        ("AdaptiveAvgPool2d", {"output_size": [2, (2, 2), (None, 2)]}),
        ("Flatten", {"start_dim": [1, 2]}),
        ("F.interpolate", {"scale_factor": [2], "mode": ["nearest", "bilinear"]}),
        ("torch.permute", {"dims": [(0, 2, 3, 1), (0, 1, 3, 2)]}),
        ("torch.mean", {"dim": [1, 2]}),
        ("torch.chunk", {"chunks": [2], "dim": [1]}),
    ],
}
#: Layers whose every weight has two axes, or more, and how those may start.
_WEIGHTY = ("Linear", "Conv1d", "Conv2d", "LSTM", "GRU", "LSTMCell", "GRUCell", "Bilinear")
STARTS = [
    "xavier_uniform_", {"type": "normal_", "std": 0.1}, 0, 1, 0.25, "orthogonal_",
    {"type": "kaiming_normal_", "mode": "fan_out", "nonlinearity": "relu"},
]  # fmt: skip
_RULES: list[dict[str, Any]] = [
    {"types": "Conv*", "parameters": "weight", "with": {"type": "kaiming_normal_", "a": 0.1}},
    {"types": ("Linear", "Conv2d", "Conv1d"), "parameters": "bias", "with": 0},
    {"types": "normalization", "parameters": ("weight", "bias"), "with": 0.5},
    {"types": "LSTM", "parameters": "weight_hh*", "with": "orthogonal_"},
    {"parameters": "weight*", "with": "xavier_normal_"},
    {"names": ("n1*", "group0.*", "n2"), "with": {"type": "uniform_", "a": -0.5}},
    {"types": "Linear", "names": "*3.*", "with": "kaiming_uniform_"},
]
_JOINS = ["torch.add", "torch.mul", "torch.sub", "torch.cat", "torch.stack", "Bilinear"]
#: No other axis is that long: what only fits because the batch happens to is not kept.
_BATCH = 13

_INPUTS: list[tuple[int, ...]] = [(4,), (3, 4), (2, 6, 6)]
_NAMES = [
    "input", "train", "forward", "x", "out", "torch", "nn", "F", "self", "lambda_", "type", "print",
    "_modules", "definition", "network", "l", "größe", "OrderedDict", "append", "weight", "T", "N",
    "output", "_", "layer", "super", "a_rather_long_name_of_a_layer",
]  # fmt: skip


class _Network:
    """A document while it grows, and a real tensor for each of its values."""

    def __init__(self, draw: Draw) -> None:
        self.document, self._draw = Document("Drawn"), draw
        self.tensors: dict[Value, torch.Tensor] = {}

    def add_input(self) -> None:
        shape = self._draw(st.sampled_from(_INPUTS))
        name = self._name()
        self.document.graph.insert(Node(name, "Input", {"shape": ("N", *shape)}))
        self.tensors[name, "output"] = torch.randn(_BATCH, *shape)

    def add_layer(self) -> None:
        source = self._draw(st.sampled_from(list(self.tensors)))
        known = _LAYERS.get(self.tensors[source].ndim)
        if known and self.tensors[source].is_floating_point():
            type_, choices = self._draw(st.sampled_from(known))
            arguments = {
                name: self._draw(st.sampled_from(values))
                for name, values in choices.items()
                if CATALOG[type_].argument(name) and self._keeps(type_, name)
            }
            ports = [p.name for p in CATALOG[type_].inputs if not p.optional and not p.when]
            ports = [p for p in ports if p not in arguments]
            self._try(type_, arguments, dict.fromkeys(ports, source))

    def _keeps(self, type_: str, argument: str) -> bool:
        required = repr(CATALOG[type_].argument(argument).default) == "REQUIRED"
        return required or argument == "dim" or self._draw(st.booleans())

    def add_join(self) -> None:
        type_ = self._draw(st.sampled_from(_JOINS))
        first, second = (self._draw(st.sampled_from(list(self.tensors))) for _ in range(2))
        if type_ in ("torch.cat", "torch.stack"):
            self._try(type_, {"dim": 1}, {"tensors.0": first, "tensors.1": second})
        elif type_ == "Bilinear":
            self._try(type_, {"out_features": 3}, {"input1": first, "input2": second})
        else:
            self._try(type_, {}, {"input": first, "other": second})

    def add_sharer(self) -> None:
        """A layer of the network called once more, or one of its parameters taken."""
        modules = [n for n in self.document.graph.nodes if CATALOG.get(n.type).kind == "module"]
        if not modules:
            return
        owner = self._draw(st.sampled_from(modules))
        wires = self._wires(owner)
        source = self._draw(st.sampled_from(list(self.tensors)))
        if len(wires) == 1 and self.tensors[source].ndim == self._arriving(wires).ndim:
            wires = dict.fromkeys(wires, source)
        tie = owner.type == "Linear" and self._draw(st.booleans())
        before = len(self.document.graph)
        self._try(owner.type, dict(owner.arguments), wires)
        if len(self.document.graph) == before:
            return
        made = self.document.graph.nodes[-1]
        fits = self._arriving(wires).shape[1:] == self._arriving(self._wires(owner)).shape[1:]
        if fits and tie:
            self.document.graph.replace_node(made.with_option("shares", {"weight": owner.name}))
        elif fits:
            shares = Node(made.name, made.type, {}, {"shares": owner.name})
            self.document.graph.replace_node(shares)

    def _wires(self, node: Node) -> dict[str, Value]:
        return {
            e.target_port: (e.source, e.source_port)
            for e in self.document.graph.in_edges(node.name)
        }

    def _arriving(self, wires: dict[str, Value]) -> torch.Tensor:
        return self.tensors[next(iter(wires.values()))]

    def add_own_tensor(self) -> None:
        """A tensor of the network's own, multiplied with what a layer gives."""
        source = self._draw(st.sampled_from(list(self.tensors)))
        type_ = self._draw(st.sampled_from(["Parameter", "Buffer", "Constant"]))
        name, width = self._name(), self.tensors[source].shape[-1]
        said: dict[str, Any] = {"shape": (width,)}
        if type_ == "Constant":
            said = {"value": tuple(range(width))}
        before = len(self.document.graph)
        self.tensors[name, "output"] = torch.ones(width)
        self.document.graph.insert(Node(name, type_, said))
        self._try("torch.mul", {}, {"input": source, "other": (name, "output")})
        del self.tensors[name, "output"]
        if len(self.document.graph) == before + 1:
            self.document.graph.delete(name)

    def _try(self, type_: str, arguments: dict[str, Any], wires: dict[str, Value]) -> None:
        """Add a node if PyTorch takes it, and its outputs are of a kind that one can go on with."""
        layer = CATALOG[type_]
        inputs = {port: self.tensors[value] for port, value in wires.items()}
        resolved = {a.name: a.default for a in layer.arguments} | arguments
        try:
            for name, formula in layer.auto_arguments.items():
                resolved[name] = arguments.get(name, evaluate(formula, inputs))
            resolved = {k: v for k, v in resolved.items() if repr(v) != "REQUIRED"}
            known = {name: evaluated(value, inputs) for name, value in resolved.items()}
            with torch.no_grad():
                outputs = build.call(layer, build.construct(layer, known), inputs, known)
        except Exception:
            return
        if not all(_can_go_on(tensor) for tensor in outputs.values()):
            return
        name = self._name()
        options = {"trainable": False} if self._draw(st.integers(0, 9)) == 0 else {}
        options |= self._start(type_)
        self.document.graph.insert(Node(name, type_, arguments, options))
        for port, (source, source_port) in wires.items():
            self.document.graph.add_edge(Edge(source, source_port, name, port))
        self.tensors |= {(name, port): tensor for port, tensor in outputs.items()}

    def _start(self, type_: str) -> dict[str, Any]:
        if type_ not in _WEIGHTY or self._draw(st.integers(0, 3)):
            return {}
        return {"initialize": {"weight*": self._draw(st.sampled_from(STARTS))}}

    def add_steps(self) -> None:
        """A cell, or a layer without a state, stepped along the axis behind the batch."""
        source = self._draw(st.sampled_from(list(self.tensors)))
        tensor = self.tensors[source]
        if tensor.ndim != 3 or not tensor.is_floating_point():
            return
        type_ = self._draw(st.sampled_from(["RNNCell", "GRUCell", "LSTMCell", "Linear"]))
        width = self._draw(st.sampled_from([3, 4]))
        said = {"out_features" if type_ == "Linear" else "hidden_size": width}
        unroll: Any = self._draw(st.sampled_from([1, {"axis": 1, "reverse": True}]))
        name = self._name()
        node = Node(name, type_, said, {"unroll": unroll})
        self.document.graph.insert(node)
        self.document.graph.add_edge(Edge(*source, name, "input"))
        given = torch.randn(_BATCH, tensor.shape[1], width)
        stacked = ["output"] if type_ == "Linear" else list(CATALOG[type_].state.values())
        last = [f"{state}_n" for state in CATALOG[type_].state]
        self.tensors |= {(name, port): given for port in stacked}
        self.tensors |= {(name, port): given[:, 0] for port in last}

    def add_outputs(self, count: int) -> None:
        inputs = {node.name for node in self.document.graph.nodes if node.type == "Input"}
        made = [v for v in self.tensors if v[0] not in inputs] or list(self.tensors)
        chosen = [made[-1], *(self._draw(st.sampled_from(made)) for _ in range(count - 1))]
        for source, port in chosen:
            name = self._name()
            self.document.graph.insert(Node(name, "Output"))
            self.document.graph.add_edge(Edge(source, port, name, "input"))

    def add_groups(self, count: int) -> None:
        """Frames around stretches of nodes, some of them inside others."""
        graph = self.document.graph
        layers = [node for node in graph.nodes if node.type not in ("Input", "Output")]
        for index in range(count if layers else 0):
            container = self._draw(st.sampled_from(["Sequential", "ModuleList", "Module", "none"]))
            options: dict[str, Any] = {"container": container}
            if container == "Sequential":
                options["by"] = self._draw(st.sampled_from(["index", "name"]))
            if index and self._draw(st.booleans()):
                options["group"] = f"group{self._draw(st.integers(0, index - 1))}"
            group = Group(f"group{index}", options)
            graph.groups[group.name] = group
            start = self._draw(st.integers(0, len(layers) - 1))
            for node in layers[start : start + self._draw(st.integers(1, 5))]:
                inside = {**node.options, "group": group.name}
                graph.replace_node(Node(node.name, node.type, node.arguments, inside))

    def mend_sharing(self) -> None:
        """Take nodes out of frames whose classes hide what they share."""
        graph = self.document.graph
        for name in graph.names:
            while problems := list(check_sharing("", graph, graph.node(name), False)):
                self.document.apply(problems[0].fixes[0].edit)

    def _name(self) -> str:
        taken = self.document.graph
        plain = f"n{len(taken)}"
        name = self._draw(st.sampled_from(_NAMES)) if self._draw(st.integers(0, 3)) == 0 else plain
        return plain if name in taken else name


def _can_go_on(tensor: torch.Tensor) -> bool:
    """Whether the batch is the first axis and no other depends on it."""
    if not 0 < tensor.numel() < 20_000 or tensor.ndim == 0:
        return False
    first, *others = tensor.shape
    return first == _BATCH and all(size % _BATCH for size in others)


@st.composite
def networks(draw: Draw) -> Document:
    """A document without errors, of up to fifteen layers, whose inputs start with ``N``."""
    network = _Network(draw)
    for _ in range(draw(st.integers(1, 2))):
        network.add_input()
    ways = [network.add_layer] * 6 + [network.add_join] * 2
    ways += [network.add_own_tensor, network.add_sharer, network.add_steps]
    for _ in range(draw(st.integers(1, 15))):
        grow = draw(st.sampled_from(ways))
        grow()
    network.add_outputs(draw(st.sampled_from([1, 1, 2, 3])))
    network.add_groups(draw(st.sampled_from([0, 0, 1, 2, 3])))
    network.document.style = draw(styles())
    network.mend_sharing()
    if draw(st.integers(0, 2)) == 0:
        network.document.initialize = tuple(draw(st.lists(st.sampled_from(_RULES), max_size=4)))
        if analyze(network.document).errors:  # xavier_normal_ for a weight of one axis
            network.document.initialize = ()
    return network.document


@st.composite
def styles(draw: Draw) -> dict[str, Any]:
    """Any way to write the source; half of what may be said is left out."""
    return {
        option.key: draw(st.sampled_from([value for value, _ in option.values]))
        for option in STYLE_OPTIONS
        if draw(st.booleans())
    }
