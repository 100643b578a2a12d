"""Features of chosen layers as code: the file gives what the probe shows."""

from pathlib import Path

import pytest
import torch
from hypothesis import given

from codegen import program_of
from codegen.features import emit_features, is_shared
from graph.document import Document
from graph.errors import LoweringError
from graph.project_file import load_project, loads
from graph.shapes import analyze
from tests.codegen import random_blocks
from train.probe.compiling import compile_for_probe
from train.probe.request import Request
from train.probe.run import run_watched
from train.probe.samples import Feed, take_sample
from train.probe.seen import Told


class Kept(Told):
    """What was seen, as tensors."""

    def __call__(self, place, port, tensor):
        self.setdefault(str(place), tensor.clone())


def seen_and_written(document: Document, nodes: list[str] | None = None):
    """What the probe sees of each node, and what the exported class returns."""
    ready = compile_for_probe(document)
    feeds = {node.name: Feed("random") for node in document.graph.nodes if node.type == "Input"}
    sample = take_sample(ready.document, ready.analysis, feeds, batch=3)
    kept = Kept()
    _, watch = run_watched(ready, sample, Request(feeds), kept)
    chosen = nodes or [str(place) for place in watch.modules if str(place) in kept]
    chosen = [node for node in chosen if not is_shared(document, node)]
    scope: dict = {"__name__": "exported"}
    exec(emit_features(document, ready.analysis, chosen), scope)
    name = next(n for n in ("Features", "Features_2") if n in scope)
    network = scope[program_of(ready.document).network.name]()
    network.load_state_dict(ready.network.state_dict())
    with torch.no_grad():
        features = scope[name](network.eval())(*sample.inputs.values())
    assert not any(module._forward_hooks for module in network.modules())
    return kept, features, chosen


def test_features_of_lenet_are_what_the_probe_shows(examples: Path) -> None:
    document = load_project(examples / "lenet_mnist.loom.yaml")

    kept, features, _ = seen_and_written(document, ["conv1", "relu2", "fc3"])

    assert list(features) == ["conv1", "relu2", "fc3"]
    assert all(torch.equal(features[name], kept[name]) for name in features)


@given(random_blocks.networks_of_blocks())
def test_every_module_of_any_nested_blocks_gives_the_feature_that_the_probe_shows(document) -> None:
    kept, features, chosen = seen_and_written(document)

    assert list(features) == chosen
    assert all(torch.equal(features[name], kept[name]) for name in chosen)


@pytest.mark.parametrize(
    ("node", "words"),
    [
        ("nobody", "there is no layer 'nobody'; there are conv1, "),
        ("proj", "proj: it stands in a block; name its place, such as layer2.first.proj"),
        ("flat.x", "there is no layer 'flat.x'"),
    ],
)
def test_a_layer_that_cannot_be_heard_is_refused_with_one_that_can(examples, node, words) -> None:
    document = load_project(examples / "resnet34.loom.yaml")

    with pytest.raises(LoweringError) as raised:
        emit_features(document, analyze(document), [node])

    assert str(raised.value).startswith(words)


def test_a_function_has_no_hook_and_a_layer_beside_it_is_named(examples: Path) -> None:
    document = load_project(examples / "two_towers.loom.yaml")

    with pytest.raises(LoweringError) as raised:
        emit_features(document, analyze(document), ["joined"])

    assert str(raised.value) == (
        "joined: a torch.cat is no module, so it has no hook; choose a layer beside it, such as mix"
    )


SIAMESE = """layerloom: 1
name: Siamese
nodes:
  x:     {type: Input, shape: [N, 4]}
  fc:    {type: Linear, out_features: 4}
  again: {type: Linear, out_features: 4, shares: fc}
  norm:  {type: BatchNorm1d}
  y:     {type: Output}
edges: [x -> fc -> again -> norm -> y]
"""


def test_nodes_that_share_a_module_are_told_apart_by_the_probe_and_refused_by_a_hook() -> None:
    document = loads(SIAMESE)

    kept, _, _ = seen_and_written(document, ["norm"])

    assert not torch.equal(kept["fc"], kept["again"])
    with pytest.raises(LoweringError, match="again: its module is called for several nodes"):
        emit_features(document, analyze(document), ["again"])


def test_the_command_writes_a_file_that_runs(loom, examples: Path, tmp_path: Path) -> None:
    done = loom("export", examples / "lenet_mnist.loom.yaml", "--features", "conv1,pool2")

    scope: dict = {"__name__": "exported"}
    exec(done.out, scope)
    assert done.code == 0
    assert scope["Features"].LAYERS == {"conv1": "features.0", "pool2": "features.5"}


def test_features_are_python_only(loom, examples: Path) -> None:
    done = loom("export", examples / "lenet_mnist.loom.yaml", "--features", "conv1", "--to", "yaml")

    assert done.code == 2
    assert done.lines[0].endswith("features are exported as Python; leave --to out")
