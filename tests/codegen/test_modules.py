"""Live modules: they behave as the class would that a colleague had typed."""

from __future__ import annotations

import copy
import gc
import io
import weakref

import pytest
import torch
from torch import nn

from codegen.modules import compile_module
from codegen.program import (
    Call,
    ClassDefinition,
    Construction,
    Container,
    Dtype,
    Function,
    Input,
    ListOf,
    Loop,
    Program,
    Submodule,
    Variable,
)
from graph.errors import LoweringError

X, SKIP = Variable("x"), Variable("skip")

#: A residual step, a loop over a list, and a second input.
RESIDUAL = Program(
    (
        ClassDefinition(
            "Residual",
            submodules=(
                ("fc", Construction("Linear", (4, 4))),
                ("drop", Construction("Dropout", (0.5,))),
                (
                    "layers",
                    Container(
                        "ModuleList",
                        (("a", Construction("Linear", (4, 4))), ("b", Construction("Tanh"))),
                    ),
                ),
            ),
            inputs=(Input("x", ("N", 4)), Input("skip", ("N", 4))),
            statements=(
                Call(Submodule(("fc",)), (X,), result="x"),
                Call(Submodule(("drop",)), (X,), result="x"),
                Loop(Call(Submodule(("layers",)), (X,), {}, "x"), X),
                Call(Function("torch.cat"), (ListOf((X, SKIP)),), {"dim": 1}, "x"),
            ),
            returns=(X,),
        ),
    )
)


@pytest.fixture
def network() -> nn.Module:
    return compile_module(RESIDUAL)


@pytest.fixture
def inputs() -> tuple[torch.Tensor, torch.Tensor]:
    return torch.randn(2, 4), torch.randn(2, 4)


def test_statements_run_in_order(network, inputs) -> None:
    x, skip = inputs
    network.eval()

    result = network(x, skip)

    expected = torch.cat([torch.tanh(network.layers[0](network.fc(x))), skip], dim=1)
    assert torch.equal(result, expected)


def test_inputs_may_be_given_by_name(network, inputs) -> None:
    x, skip = inputs
    network.eval()

    assert torch.equal(network(x, skip=skip), network(x, skip))
    assert torch.equal(network(skip=skip, x=x), network(x, skip))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_wrong_number_of_inputs_is_refused_with_the_names(network, count) -> None:
    with pytest.raises(TypeError, match="Residual takes x, skip"):
        network(*[torch.randn(2, 4)] * count)


def test_a_module_is_copied_pickled_and_saved_like_any_other(network, inputs) -> None:
    network.eval()
    expected = network(*inputs)
    file = io.BytesIO()
    torch.save(network, file)
    file.seek(0)
    fresh = compile_module(RESIDUAL).eval()
    fresh.load_state_dict(network.state_dict())

    assert torch.equal(copy.deepcopy(network)(*inputs), expected)
    assert torch.equal(torch.load(file, weights_only=False)(*inputs), expected)
    assert torch.equal(fresh(*inputs), expected)


def test_a_copy_has_weights_of_its_own(network, inputs) -> None:
    network.eval()
    before = network(*inputs)
    twin = copy.deepcopy(network)

    nn.init.zeros_(twin.fc.weight)

    assert torch.equal(network(*inputs), before)


def test_a_submodule_that_was_replaced_is_the_one_that_is_called(network, inputs) -> None:
    network.eval()
    network.layers = nn.ModuleList([nn.Identity()])
    network.fc = nn.Identity()

    assert torch.equal(network(*inputs), torch.cat(inputs, dim=1))


def test_train_and_eval_reach_every_layer(network, inputs) -> None:
    network.train()
    torch.manual_seed(0)
    trained = network(*inputs)
    network.eval()

    assert not torch.equal(network(*inputs), trained)
    assert not network.drop.training


def test_it_is_called_and_shown_by_the_name_of_its_class(network) -> None:
    assert repr(network).startswith("Residual(\n  (fc): Linear(in_features=4")


def test_a_value_is_gone_as_soon_as_its_name_is_taken_again() -> None:
    alive: list[int] = []
    seen: list[weakref.ref[torch.Tensor]] = []

    class Watch(nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            gc.collect()
            alive.append(sum(ref() is not None for ref in seen))
            result = x + 1
            seen.append(weakref.ref(result))
            return result

    names = [f"layer{index}" for index in range(5)]
    definition = ClassDefinition(
        "Deep",
        submodules=tuple((name, Construction("Identity")) for name in names),
        inputs=(Input("x"),),
        statements=tuple(Call(Submodule((name,)), (X,), result="x") for name in names),
        returns=(X,),
    )
    network = compile_module(Program((definition,)))
    for name in names:
        setattr(network, name, Watch())
    network(torch.zeros(1))

    assert max(alive) == 1


def test_a_chain_is_a_plain_sequential() -> None:
    definition = ClassDefinition(
        "Chain",
        base="Sequential",
        submodules=(("a", Construction("Linear", (2, 3))), ("b", Construction("ReLU"))),
        by="index",
    )

    network = compile_module(Program((definition,)))

    assert type(network) is nn.Sequential
    assert list(network.state_dict()) == ["0.weight", "0.bias"]


def test_element_types_are_looked_up_when_a_layer_is_built() -> None:
    definition = ClassDefinition(
        "Half",
        base="Sequential",
        submodules=(("a", Construction("Linear", (2, 3), {"dtype": Dtype("float16")})),),
        by="index",
    )

    assert compile_module(Program((definition,)))[0].weight.dtype is torch.float16


def test_a_layer_that_pytorch_refuses_is_named() -> None:
    definition = ClassDefinition(
        "Broken",
        submodules=(("conv", Construction("Conv2d", (3, 4, 3), {"groups": 2}, node="conv")),),
    )

    with pytest.raises(LoweringError, match="conv: PyTorch refuses to build Conv2d"):
        compile_module(Program((definition,)))


@pytest.mark.parametrize("type_", ["os.system", "__import__", "Module.__init__", "torch.nope"])
def test_a_type_that_is_not_in_the_table_is_never_called(type_) -> None:
    call = Call(Function(type_), (X,), result="x", node="evil")
    definition = ClassDefinition("Evil", inputs=(Input("x"),), statements=(call,), returns=(X,))

    with pytest.raises(LoweringError, match="evil: there is no function"):
        compile_module(Program((definition,)))
