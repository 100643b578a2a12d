"""Names: what a program may call a layer, and what a new layer is called."""

from __future__ import annotations

import builtins
import keyword
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.names import MODULE_ATTRIBUTES, RESERVED, fresh_name, is_identifier, make_identifier
from tests.documents import any_text


@given(any_text(), st.sets(st.sampled_from(["a", "a2", "x", "conv1", "input_", "layer"])))
def test_a_made_name_may_stand_in_every_program(text: str, taken: set[str]) -> None:
    name = make_identifier(text, taken)

    assert name.isidentifier()
    assert is_identifier(name)
    assert not keyword.iskeyword(name)
    assert not hasattr(builtins, name)
    assert name not in RESERVED | taken
    assert make_identifier(text, taken) == name
    assert make_identifier(name) == name


@given(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True))
def test_a_name_that_is_fine_stays_as_it_is(name: str) -> None:
    if name not in RESERVED and not keyword.iskeyword(name) and not name.endswith("_"):
        assert make_identifier(name) == name
    assert is_identifier(name) != keyword.iskeyword(name)


@pytest.mark.parametrize("name", ["", "1a", "a b", "a-b", "class", "None", "__x", "__init__", "ﬁ", "a.b"])  # fmt: skip  # noqa: E501
def test_what_python_would_not_keep_is_no_name(name: str) -> None:
    assert not is_identifier(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("input", "input_"), ("class", "class_"), ("self", "self_"), ("train", "train_"),
        ("nn", "nn_"), ("3x3 conv", "layer_3x3_conv"), ("a-b", "a_b"), ("", "layer"),
        ("__x", "x"), ("ﬁ", "fi"), ("Größe", "Größe"), ("名前", "名前"),
    ],
)  # fmt: skip
def test_a_name_is_changed_no_more_than_it_must(text: str, name: str) -> None:
    assert make_identifier(text) == name


def test_new_layers_are_named_as_people_name_them() -> None:
    types = (
        "Input", "Conv2d", "BatchNorm2d", "ReLU", "Conv2d", "ReLU", "MaxPool2d", "torch.add",
        "torch.add", "Flatten", "Linear", "Linear", "LSTM", "MultiheadAttention", "Output", "ReLU6",
        "ReLU6", "LeakyReLU", "PixelShuffle", "CrossEntropyLoss", "torch.sum", "torch.log2",
        "torch.log2", "Tensor.view", "ResidualBlock", "Dropout", "TransformerEncoderLayer",
    )  # fmt: skip
    names: list[str] = []

    for type_ in types:
        names.append(fresh_name(type_, names))

    assert names == [
        "x", "conv1", "bn1", "relu1", "conv2", "relu2", "pool1", "add", "add2", "flat", "fc1",
        "fc2", "lstm1", "attn1", "y", "relu6", "relu6_2", "leaky_relu1", "pixel_shuffle1",
        "cross_entropy_loss1", "sum_", "log2", "log2_2", "view", "residual_block1", "drop1",
        "encoder_layer1",
    ]  # fmt: skip


@given(any_text(), st.sets(any_text(), max_size=4))
def test_a_fresh_name_may_stand_in_every_program(type_: str, taken: set[str]) -> None:
    name = fresh_name(type_, taken)

    assert is_identifier(name)
    assert name not in RESERVED | taken


def test_the_attributes_of_modules_are_those_of_the_installed_torch() -> None:
    code = "import torch; print(*(a for a in dir(torch.nn.Module()) if a[0] != '_'))"

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert set(shown.stdout.split()) <= MODULE_ATTRIBUTES
