"""Layers made and called: optional ports, several tensors in one slot, outputs by name."""

from __future__ import annotations

import pytest
import torch

from graph.catalog import CATALOG
from graph.catalog.arguments import DTYPES as NAMES
from graph.catalog.build import DTYPES, call, construct
from graph.catalog.indexing import format_index, parse_index


def run(type_: str, inputs: dict, **arguments) -> dict[str, torch.Tensor]:
    layer = CATALOG[type_]
    torch.manual_seed(0)
    return call(layer, construct(layer, arguments), inputs, arguments)


def test_an_lstm_takes_its_states_as_a_pair():
    x, h, c = torch.randn(2, 5, 6), torch.randn(1, 2, 4), torch.randn(1, 2, 4)
    sizes = {"input_size": 6, "hidden_size": 4, "batch_first": True}
    torch.manual_seed(0)
    module = torch.nn.LSTM(**sizes)

    found = run("LSTM", {"input": x, "h_0": h, "c_0": c}, **sizes)

    output, (h_n, c_n) = module(x, (h, c))
    assert list(found) == ["output", "h_n", "c_n"]
    for one, other in zip(found.values(), (output, h_n, c_n), strict=True):
        assert torch.equal(one, other)


def test_half_a_pair_of_states_is_refused():
    with pytest.raises(ValueError, match="h_0 and c_0 must be wired together"):
        run("LSTM", {"input": torch.randn(5, 6), "h_0": torch.randn(1, 4)},
            input_size=6, hidden_size=4)  # fmt: skip


def test_a_port_without_a_wire_is_named():
    with pytest.raises(ValueError, match="nothing arrives at other"):
        run("torch.matmul", {"input": torch.randn(2, 2)})


def test_tensors_are_joined_in_the_order_of_their_ports():
    inputs = {f"tensors.{i}": torch.full((1,), i) for i in (10, 2, 0, 1)}

    assert run("torch.cat", inputs)["output"].tolist() == [0, 1, 2, 10]


def test_a_number_may_stand_where_a_tensor_may():
    one = torch.ones(2)

    assert run("torch.add", {"input": one}, other=2)["output"].tolist() == [3, 3]
    assert run("torch.add", {"input": one, "other": one}, other=9)["output"].tolist() == [2, 2]
    assert run("torch.where", {"condition": one > 0}, input=1.0, other=0.0)["output"].tolist() == [
        1,
        1,
    ]


def test_an_optional_mask_goes_to_its_own_parameter():
    x, mask = torch.randn(2, 3, 8), torch.tensor([[False, False, True]] * 2)
    sizes = {"embed_dim": 8, "num_heads": 2, "batch_first": True}

    found = run(
        "MultiheadAttention",
        {"query": x, "key": x, "value": x, "key_padding_mask": mask},
        **sizes,
    )

    assert found["weights"][:, :, 2].abs().max() == 0


def test_attention_weights_that_nobody_asked_for_are_left_out():
    x = torch.randn(2, 3, 8)

    found = run("MultiheadAttention", {"query": x, "key": x, "value": x},
                embed_dim=8, num_heads=2, need_weights=False)  # fmt: skip

    assert list(found) == ["output"]


def test_arguments_of_a_nested_layer_reach_it():
    layer = CATALOG["TransformerEncoder"]

    module = construct(
        layer,
        {"d_model": 8, "nhead": 2, "dim_feedforward": 16, "num_layers": 3, "batch_first": True},
    )

    assert len(module.layers) == 3
    assert module.layers[0].linear1.out_features == 16


def test_indices_come_out_where_they_are_asked_for():
    x = torch.randn(1, 1, 4, 4)

    assert list(run("MaxPool2d", {"input": x}, kernel_size=2)) == ["output"]
    found = run("MaxPool2d", {"input": x}, kernel_size=2, return_indices=True)
    assert list(found) == ["output", "indices"]


def test_the_types_of_numbers_are_the_same_with_and_without_torch():
    assert tuple(DTYPES) == NAMES


def test_weights_of_classes_become_a_tensor():
    module = construct(CATALOG["CrossEntropyLoss"], {"weight": (1.0, 2.0)})

    assert module.weight.tolist() == [1, 2]


def test_pieces_are_numbered():
    found = run("torch.chunk", {"input": torch.arange(6)}, chunks=3)

    assert {port: piece.tolist() for port, piece in found.items()} == {
        "outputs.0": [0, 1],
        "outputs.1": [2, 3],
        "outputs.2": [4, 5],
    }


@pytest.mark.parametrize(
    "text", [":, -1", "0", "...", "..., 0", "1:3, ::2", "None", ":-1", "-3:", "::-1"]
)
def test_brackets_are_read_and_written_alike(text):
    index = parse_index(text)

    assert format_index(index) == text
    if text != "::-1":
        x = torch.arange(27).reshape(3, 3, 3)
        expected = eval(f"x[{text}]", {"x": x})  # noqa: S307
        assert torch.equal(run("Tensor.__getitem__", {"input": x}, index=text)["output"], expected)


@pytest.mark.parametrize(
    "text", ["", "x", "open('f')", "1.5", "0]; y[0", "0) or (1", "(" * 150, "9" * 30, "'a'", "*x"]
)
def test_nothing_else_stands_between_brackets(text):
    with pytest.raises(ValueError, match=r"between"):
        parse_index(text)


def test_an_index_of_many_letters_is_refused():
    with pytest.raises(ValueError, match="at most 200"):
        parse_index("1, " * 100)
