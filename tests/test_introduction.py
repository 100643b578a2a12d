"""Each snippet of an introduction to torch.nn, drawn, gives what the introduction says it gives."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional as F

from codegen import compile_document, source_of
from graph.project_file import load_project
from tests.example_files import ROOT


def network(name: str) -> nn.Module:
    torch.manual_seed(0)
    [path] = (ROOT / "examples").rglob(f"{name}.loom.yaml")
    return compile_document(load_project(path))


def text(name: str) -> str:
    [path] = (ROOT / "examples").rglob(f"{name}.loom.yaml")
    return source_of(load_project(path)).text


def test_a_linear_layer_of_parameters_is_matmul_and_add() -> None:
    linear, x = network("own_linear"), torch.randn(7, 3)
    weights = dict(linear.named_parameters())

    y = linear(x)

    assert {name: tuple(w.shape) for name, w in weights.items()} == {"weight": (3, 4), "bias": (4,)}
    torch.testing.assert_close(y, F.linear(x, weights["weight"].T, weights["bias"]))


def test_a_perceptron_of_own_layers_stays_between_zero_and_one_and_learns() -> None:
    perceptron, x = network("own_perceptron"), torch.randn(32, 3)
    wanted = (x.sum(dim=1, keepdim=True) > 0).float()
    optimizer = torch.optim.Adam(perceptron.parameters(), lr=0.1)

    losses = []
    for _ in range(200):
        loss = F.binary_cross_entropy(perceptron(x), wanted)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())

    assert sum(p.numel() for p in perceptron.parameters()) == 3 * 4 + 4 + 4 + 1
    assert ((perceptron(x) > 0) & (perceptron(x) < 1)).all()
    assert losses[-1] < losses[0] / 4


def test_lenet_has_features_a_classifier_and_61706_parameters() -> None:
    lenet = network("lenet_mnist")
    children = dict(lenet.named_children())

    assert [type(layer) for layer in children["features"]][:3] == [
        nn.Conv2d, nn.ReLU, nn.MaxPool2d,
    ]  # fmt: skip
    assert [layer.out_features for layer in children["classifier"][::2]] == [120, 84, 10]
    assert sum(p.numel() for p in lenet.parameters()) == 61_706
    assert lenet(torch.randn(5, 1, 28, 28)).shape == (5, 10)


def test_dropout_drops_half_and_doubles_the_rest_in_training_and_does_nothing_in_use() -> None:
    drop, x = network("dropout"), torch.ones(10, 1000)

    trained = drop.train()(x)
    used = drop.eval()(x)

    assert set(trained.unique().tolist()) == {0.0, 2.0}
    assert trained.mean().item() == pytest.approx(1, abs=0.05)
    assert torch.equal(used, x)


def test_layers_in_a_module_list_are_looped_over_and_their_weights_are_found() -> None:
    listed, x = network("module_list"), torch.randn(4, 10)
    layers = dict(listed.named_children())["layers"]

    y = listed(x)

    assert isinstance(layers, nn.ModuleList)
    assert [name for name, _ in listed.named_parameters()][:2] == [
        "layers.0.weight", "layers.0.bias",
    ]  # fmt: skip
    for layer in layers:
        x = layer(x)
    torch.testing.assert_close(y, listed.get_submodule("head")(x))
    assert "for layer in self.layers:" in text("module_list")


def test_the_functional_style_has_no_modules_without_weights_and_gives_the_same() -> None:
    functional, modules = network("functional"), network("lenet_mnist")
    ours, theirs = functional.state_dict(), modules.state_dict()
    functional.load_state_dict(dict(zip(ours, theirs.values(), strict=True)))
    image = torch.randn(3, 1, 28, 28)

    torch.testing.assert_close(functional(image), modules(image))
    assert all(list(child.parameters()) for child in functional.children())
    assert "F.relu(self.conv1(image))" in text("functional")


def test_a_state_dict_goes_through_files_and_comes_back(tmp_path: Path) -> None:
    first, second = network("own_perceptron"), network("own_perceptron")
    for parameter in second.parameters():
        nn.init.zeros_(parameter)
    x = torch.randn(5, 3)
    save_file(first.state_dict(), tmp_path / "weights.safetensors")
    torch.save(first.state_dict(), tmp_path / "weights.pt")

    second.load_state_dict(load_file(tmp_path / "weights.safetensors"))
    assert torch.equal(first(x), second(x))

    read = torch.load(tmp_path / "weights.pt", weights_only=True)
    assert second.load_state_dict(read) == nn.modules.module._IncompatibleKeys([], [])


def test_a_hook_sees_what_a_layer_gives_until_it_is_removed() -> None:
    lenet, seen = network("lenet_mnist").eval(), []
    layer = lenet.get_submodule("features.0")
    hook = layer.register_forward_hook(lambda module, given, made: seen.append(made))

    lenet(torch.randn(2, 1, 28, 28))
    hook.remove()
    lenet(torch.randn(2, 1, 28, 28))

    assert [tuple(made.shape) for made in seen] == [(2, 6, 28, 28)]


def test_the_exported_class_of_features_gives_what_its_layers_give(
    loom: Callable[..., object], tmp_path: Path
) -> None:
    lenet = ROOT / "examples" / "lenet_mnist.loom.yaml"
    loom("export", lenet, "--features", "conv1,fc2", "-o", tmp_path / "lenet.py")
    made = runpy.run_path(str(tmp_path / "lenet.py"))
    net, image = made["LeNet"]().eval(), torch.randn(2, 1, 28, 28)

    features = made["Features"](net)(image)

    assert {name: tuple(f.shape) for name, f in features.items()} == {
        "conv1": (2, 6, 28, 28), "fc2": (2, 84),
    }  # fmt: skip
    torch.testing.assert_close(features["conv1"], net.features[0](image))
    assert not any(module._forward_hooks for module in net.modules())


def test_an_embedding_gives_the_vectors_that_it_was_given_and_does_not_learn() -> None:
    look_up = network("word_vectors")

    vectors = look_up(torch.tensor([[2, 0, 1]]))

    assert vectors.tolist() == [[[3.0, 4.0], [0.0, 0.0], [1.0, 2.0]]]
    assert not any(p.requires_grad for p in look_up.parameters())


def test_a_sharpening_kernel_leaves_what_is_flat_and_lifts_an_edge() -> None:
    image = torch.full((1, 1, 32, 32), 10.0)
    image[..., 16:] = 20.0

    sharp = network("sharpening")(image)

    assert (sharp[..., 1:-1, 1:15] == 10).all()
    assert sharp[0, 0, 8, 15:17].tolist() == [0.0, 30.0]


def test_batch_norm_with_a_weight_of_four_gives_variance_sixteen_and_mean_zero() -> None:
    x = 7 + 3 * torch.randn(10_000, 5)

    y = network("batch_norm")(x)

    torch.testing.assert_close(y.mean(dim=0), torch.zeros(5), atol=1e-4, rtol=0)
    torch.testing.assert_close(y.var(dim=0), torch.full((5,), 16.0), atol=1e-2, rtol=0)


def test_weights_start_by_the_kind_of_their_layer_and_by_their_name() -> None:
    weights = dict(network("initialize_by_name").named_parameters())
    layers = [name.partition(".")[0] for name in weights]
    conv1, conv2, fc = layers[0], layers[4], layers[6]

    assert all((w == 0).all() for name, w in weights.items() if name.endswith("bias"))
    assert weights[f"{conv1}.weight"].std().item() == pytest.approx((2 / (8 * 9)) ** 0.5, rel=0.2)
    assert weights[f"{conv2}.weight"].std().item() == pytest.approx((2 / (16 * 9)) ** 0.5, rel=0.2)
    assert weights[f"{fc}.weight"].std().item() == pytest.approx(0.01, rel=0.1)


def test_a_siamese_net_has_one_tower_and_says_that_equal_pictures_are_not_apart() -> None:
    siamese, a, b = network("siamese"), torch.randn(4, 64), torch.randn(4, 64)

    assert sum(p.numel() for p in siamese.parameters()) == 64 * 64 + 64 + 64 * 16 + 16
    assert (siamese(a, a) < 1e-4).all()
    torch.testing.assert_close(siamese(a, b), siamese(b, a), atol=1e-4, rtol=1e-3)


def test_an_lstm_cell_stepped_along_time_gives_what_an_lstm_gives() -> None:
    both, x = network("lstm_steps"), torch.randn(3, 9, 3)
    lstm, cell = both.get_submodule("lstm"), both.get_submodule("cell")
    cell.load_state_dict({key.removesuffix("_l0"): w for key, w in lstm.state_dict().items()})

    whole, steps = both(x)

    assert whole.shape == (3, 9, 4)
    torch.testing.assert_close(whole, steps)
    assert "for step in x.unbind(1):" in text("lstm_steps")
