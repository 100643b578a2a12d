"""Arguments typed behind a name, and names of which a few letters are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.catalog import CATALOG, Layer
from graph.catalog.searching import find_layers
from graph.catalog.typed import read_typed, split_typed, with_start
from graph.document import Expression


def read(text: str):
    [name, *rest], words = split_typed(text)
    return read_typed(CATALOG[name], [*rest, *words])


FROM_SOURCE = {"in_channels": 3, "out_channels": 64, "kernel_size": (3, 5), "bias": False}


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("Conv2d 64 3 s2", {"out_channels": 64, "kernel_size": 3, "stride": 2}),
        ("Conv2d 64 k3 p1", {"out_channels": 64, "kernel_size": 3, "padding": 1}),
        ("Conv2d s2 64 3x5", {"out_channels": 64, "kernel_size": (3, 5), "stride": 2}),
        ("Conv2d 64 3 same", {"out_channels": 64, "kernel_size": 3, "padding": "same"}),
        ("Conv2d oc=8 k=1 nobias", {"out_channels": 8, "kernel_size": 1, "bias": False}),
        ("Conv2d =width*2 3", {"out_channels": Expression("width*2"), "kernel_size": 3}),
        ("Linear 10", {"out_features": 10}),
        ("Linear 784 10", {"in_features": 784, "out_features": 10}),
        ("Dropout .3", {"p": 0.3}),
        ("BatchNorm2d 64", {"num_features": 64}),
        ("GroupNorm 8", {"num_groups": 8}),
        ("LSTM 128 2 bi", {"hidden_size": 128, "num_layers": 2, "bidirectional": True}),
        ("LSTM h64 d.1", {"hidden_size": 64, "dropout": 0.1}),
        ("MultiheadAttention 8", {"num_heads": 8}),
        ("Input N 3 32 32", {"shape": ("N", 3, 32, 32)}),
        ("Input [N, 7] int64", {"shape": ("N", 7), "dtype": "int64"}),
        ("torch.permute 0 2 1", {"dims": (0, 2, 1)}),
        ("F.interpolate sf2 bilinear", {"scale_factor": 2.0, "mode": "bilinear"}),
        ("Conv2d 64,3", {"out_channels": 64, "kernel_size": 3}),
        ("Conv2d 64 3,5", {"out_channels": 64, "kernel_size": (3, 5)}),
        ("Upsample 2", {"scale_factor": 2.0}),
        ("Input Nx3x32x32", {"shape": ("N", 3, 32, 32)}),
        ("nn.Conv2d(3, 64, kernel_size=(3, 5), bias=False)", FROM_SOURCE),
        ("Conv2d(3, 64, (3, 5), bias=False", FROM_SOURCE),
        ("Flatten", {}),
    ],
)
def test_what_is_typed_behind_a_name_are_its_arguments(text, arguments):
    found = read(text)

    assert found.mistakes == ()
    assert found.arguments == arguments


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("Dropout 30", "p must be a number from 0 to 1, not 30"),
        ("Conv2d 64 0", "kernel_size must be a whole number of at least 1, or 2 of them, not 0"),
        ("Conv2d 64 3 s2 s3", "stride is said twice"),
        ("Conv2d 64 3 zigzag", "Conv2d has no argument left for zigzag"),
        (
            "Linear =2*",
            "out_features: =2* is not an expression; write arithmetic such as =width * 2",
        ),
        ("ReLU 3", "ReLU has no argument left for 3"),
    ],
)
def test_a_mistake_is_named(text, mistake):
    assert read(text).mistakes == (mistake,)


def test_a_start_value_yields_to_what_is_said_in_its_stead():
    assert with_start(CATALOG["Upsample"], {"size": 7}) == {"size": 7}
    assert with_start(CATALOG["Upsample"], {"mode": "bilinear"}) == {
        "scale_factor": 2.0,
        "mode": "bilinear",
    }


def test_an_unknown_name_is_answered_with_those_there_are():
    [mistake] = read("Linear 10 q=2").mistakes

    assert mistake == "Linear has no argument 'q'; it has in_features, out_features, bias, dtype"


def test_arguments_stand_in_the_order_of_the_signature_however_they_are_typed():
    assert list(read("Conv2d p1 k3 64").arguments) == ["out_channels", "kernel_size", "padding"]


def test_a_word_that_holds_no_number_still_names_the_layer():
    assert split_typed("max pool 2d 3") == (["max", "pool", "2d"], ["3"])


@given(st.sampled_from(CATALOG.layers()), st.text(max_size=40))
def test_any_text_is_read_or_answered_with_a_mistake(layer, text):
    names, words = split_typed(f"x {text}")
    found = read_typed(layer, [*names[1:], *words])

    assert set(found.arguments) <= {argument.name for argument in layer.arguments}


def find(text: str, recent=()):
    return [ly.type for ly in find_layers(text, CATALOG.layers(), CATALOG.titles, recent)]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("fc", "Linear"),
        ("covn", "Conv2d"),
        ("btach norm", "BatchNorm2d"),
        ("drpout", "Dropout"),
        ("slides filters", "Conv2d"),
        ("activation", "ReLU"),
    ],
)
def test_layers_are_found_by_synonym_purpose_family_and_slips_of_the_finger(text, type_):
    assert find(text)[0] == type_


def test_of_layers_that_fit_equally_well_the_recent_come_first():
    assert find("conv", ["Conv3d", "Conv1d"])[:2] == ["Conv3d", "Conv1d"]
    assert find("", ["Tanh", "LSTM"])[:2] == ["Tanh", "LSTM"]


def test_blocks_are_found_among_the_layers():
    block = Layer("Bottleneck", "block", "block", summary="Narrow in the middle.")
    found = find_layers("bottle", [block, *CATALOG.layers()], CATALOG.titles)

    assert found[0] is block
