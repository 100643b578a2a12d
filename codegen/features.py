"""Features of chosen layers as source: the network, and a class that hears them by hooks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from codegen.attributes import class_name
from codegen.lines import Bracketed, Item, lay_out
from codegen.literals import write_value
from codegen.lower import lower
from codegen.modules import compile_module
from codegen.program import Program
from codegen.source import emit_source, write_sample
from codegen.watching import module_names
from graph.analysis import Analysis
from graph.document import ROOT, Document
from graph.errors import LoweringError
from graph.names import make_identifier
from graph.phrases import later

#: Where the network ends in a file of ours.
_MAIN = '\n\nif __name__ == "__main__":\n'

#: What stands in the file after the network.
_CLASS = '''

class {name}:
    """Runs a network and returns what some of its layers give, by forward hooks."""

    LAYERS = {{
{layers}
    }}

    def __init__(self, network: nn.Module) -> None:
        self.network = network

    def __call__(self, *inputs: torch.Tensor) -> dict[str, torch.Tensor]:
        features: dict[str, torch.Tensor] = {{}}

        def keep(name: str):
            def hook(module, args, output):
                first = output[0] if isinstance(output, tuple) else output
                features[name] = first.detach().clone()  # a later layer may write over it

            return hook

        handles = [
            self.network.get_submodule(path).register_forward_hook(keep(name))
            for name, path in self.LAYERS.items()
        ]
        try:
            with torch.no_grad():
                self.network(*inputs)
        finally:
            for handle in handles:
                handle.remove()
        return {{name: features[name] for name in self.LAYERS}}

'''


def emit_features(document: Document, analysis: Analysis, nodes: Sequence[str]) -> str:
    """Return a file with the network of ``document`` and a class that gives features of ``nodes``.

    It imports what the network's own source imports.

    A node is named as it stands on the canvas, in blocks by its place: ``layer1.rest[0].conv1``.
    Raises: LoweringError, naming one that is not there or has no module.
    """
    program = lower(document, analysis)
    paths = {
        str(place): path for place, path in module_names(document, compile_module(program)).items()
    }
    chosen = {node: _path(document, paths, node) for node in nodes}
    source = emit_source(program).text.partition(_MAIN)[0]
    name = class_name("Features", {definition.name for definition in program.classes})
    layers = [f"        {write_value(n)}: {write_value(path)}," for n, path in chosen.items()]
    written = _CLASS.format(name=name, layers="\n".join(layers))
    return "\n".join([source.rstrip("\n"), written, *_main(program, name)]) + "\n"


def _main(program: Program, name: str) -> Iterator[str]:
    """What the file does when it is run: it shows the shapes of the features."""
    inputs = [given.name for given in program.network.inputs]
    network = make_identifier("network", [*inputs, program.network.name])
    features = make_identifier("features", [*inputs, network])
    yield _MAIN.strip("\n")
    yield f"    {network} = {program.network.name}().eval()"
    for given in program.network.inputs:
        yield from (
            line.text for line in lay_out(1, write_sample(given), before=f"{given.name} = ")
        )
    yield f"    {features} = {name}({network})"
    call = Bracketed(f"{features}(", tuple(map(Item, inputs)), ").items()")
    layer, feature = (make_identifier(word, inputs) for word in ("layer", "feature"))
    head = f"for {layer}, {feature} in "
    yield from (line.text for line in lay_out(1, call, before=head, after=":"))
    yield f"        print({layer}, tuple({feature}.shape))"


def is_shared(document: Document, place: str) -> bool:
    """Whether a node, or a block around it, shares its weights: then one module is both."""
    scope = ROOT
    for step in place.split("."):
        graph, name = document.scope(scope), step.partition("[")[0]
        sharing = {node.options.get("shares") for node in graph.nodes}
        if name in sharing or "shares" in graph.node(name).options:
            return True
        scope = graph.node(name).type
    return False


def _path(document: Document, paths: dict[str, str], node: str) -> str:
    if node in paths:
        if is_shared(document, node):
            raise LoweringError(
                later(
                    "{node}: its module is called for several nodes, which a hook cannot tell "
                    "apart",
                    node=node,
                ),
                "choose a layer that shares no weights",
            )
        return paths[node]
    inside = sorted(place for place in paths if place.rpartition(".")[2] == node)
    if inside:
        raise LoweringError(
            later("{node}: it stands in a block", node=node),
            later("name its place, such as {inside}", inside=inside[0]),
        )
    if node not in document.scope(ROOT):
        raise LoweringError(
            later("there is no layer {node}", node=repr(node)),
            later("there are {names}", names=", ".join([*paths][:12])),
        )
    after = [edge.target for edge in document.graph.out_edges(node) if edge.target in paths]
    before = [edge.source for edge in document.graph.in_edges(node) if edge.source in paths]
    near = [*after, *before]
    raise LoweringError(
        later(
            "{node}: a {type} is no module, so it has no hook",
            node=node,
            type=document.graph.node(node).type,
        ),
        later("choose a layer beside it, such as {near}", near=near[0])
        if near
        else "choose a layer",
    )
