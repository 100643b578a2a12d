"""Calls of all items of a container, which are written as one list."""

from __future__ import annotations

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from codegen import compile_document, source_of
from graph.document import Document
from graph.project_file import loads
from tests.laws.test_no_drift import assert_no_drift


def experts(
    types: list[str],
    *,
    taken: list[int] | None = None,
    container: str = "ModuleList",
    frame: str = "experts",
    first: str = "",
    wires: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    style: str = "",
) -> Document:
    """A layer of each of the ``types`` in one frame, all given ``x``, and stacked as ``taken``."""
    names = [f"e{number}" for number in range(len(types))]
    taken = list(range(len(types))) if taken is None else taken
    nodes = ["x: {type: Input, shape: [N, 4]}"]
    nodes += [first] if first else []
    nodes += [
        f"{name}: {{type: {said}, group: {frame}}}" for name, said in zip(names, types, strict=True)
    ]
    nodes += [*also, "all: {type: torch.stack, dim: 1}", "y: {type: Output}"]
    edges = [f"x -> {name}" for name in names]
    edges += [f"e{item} -> all.tensors.{place}" for place, item in enumerate(taken)]
    edges += ["all -> y", *wires]
    return loads(
        "layerloom: 1\nname: Net\nnodes:\n"
        + "".join(f"  {node}\n" for node in nodes)
        + "edges:\n"
        + "".join(f"  - {edge}\n" for edge in edges)
        + f"groups:\n  {frame}: {{container: {container}}}\n{style}"
    )


LINEAR = "Linear, out_features: 4"
GATHERED = "torch.stack([expert(x) for expert in self.experts], dim=1)"


def written(document: Document) -> str:
    """The exported text, of a network whose two forms are shown to be the same."""
    assert_no_drift(document)
    return source_of(document).text


def test_what_all_items_give_together_is_one_list() -> None:
    assert f"return {GATHERED}" in written(experts([LINEAR] * 4))


def test_layers_that_differ_are_called_alike() -> None:
    text = written(experts([LINEAR, "Identity", "Tanh", "Dropout"]))

    assert GATHERED in text


def test_a_list_that_is_taken_later_has_a_name_and_says_its_shapes() -> None:
    document = experts(
        [LINEAR] * 3,
        also=("drop: {type: Dropout}", "sum: {type: torch.add}", "z: {type: Output}"),
        wires=("x -> drop -> sum.input", "x -> sum.other", "sum -> z"),
    )

    text = written(document)

    assert "outputs = [expert(x) for expert in self.experts]  # 3 x (N, 4)" in text
    assert "torch.stack(outputs, dim=1)" in text


def test_the_list_is_called_as_nothing_else() -> None:
    document = experts(
        [LINEAR] * 2,
        first="outputs: {type: Linear, out_features: 4}",
        also=("mid: {type: torch.tanh}", "sum: {type: torch.add}", "z: {type: Output}"),
        wires=("x -> mid -> sum.input", "x -> outputs -> sum.other", "sum -> z"),
    )

    text = written(document)

    assert "for expert in self.experts" in text
    assert text.count("outputs = ") <= 2  # one in the constructor


def test_some_of_the_items_are_called_one_by_one() -> None:
    document = experts([LINEAR] * 3, taken=[0, 1], wires=("e2 -> z",), also=("z: {type: Output}",))

    assert "for expert in" not in written(document)


def test_items_in_another_order_are_called_one_by_one() -> None:
    assert "for expert in" not in written(experts([LINEAR] * 3, taken=[0, 2, 1]))


def test_what_is_read_twice_keeps_its_name() -> None:
    twice = experts([LINEAR] * 2, taken=[0, 1, 1])
    given_out = experts([LINEAR] * 2, wires=("e0 -> z",), also=("z: {type: Output}",))

    assert "for expert in" not in written(twice)
    assert "for expert in" not in written(given_out)


def test_items_that_are_given_different_tensors_are_called_one_by_one() -> None:
    document = loads(
        """
layerloom: 1
name: Net
nodes:
  x: {type: Input, shape: [N, 4]}
  z: {type: Input, shape: [N, 4]}
  e0: {type: Linear, out_features: 4, group: experts}
  e1: {type: Linear, out_features: 4, group: experts}
  all: {type: torch.stack, dim: 1}
  y: {type: Output}
edges: [x -> e0 -> all.tensors.0, z -> e1 -> all.tensors.1, all -> y]
groups: {experts: {container: ModuleList}}
"""
    )

    assert "for expert in" not in written(document)


def test_an_item_is_called_as_its_container_in_the_singular_if_nothing_else_is() -> None:
    assert "[layer(x) for layer in self.mix]" in written(experts([LINEAR] * 2, frame="mix"))
    assert "[layer(x) for layer in self.xs]" in written(experts([LINEAR] * 2, frame="xs"))
    assert "[layer(x) for layer in self.glass]" in written(experts([LINEAR] * 2, frame="glass"))
    assert "[head(x) for head in self.heads]" in written(experts([LINEAR] * 2, frame="heads"))


def test_the_list_stands_on_the_line_of_what_takes_it() -> None:
    source = source_of(experts([LINEAR] * 3))
    [line] = [i for i, said in enumerate(source.text.splitlines(), 1) if GATHERED in said]

    assert line in range(source.lines[""]["all"][0], source.lines[""]["all"][1] + 1)


def test_calls_of_all_items_keep_the_keys_of_the_module() -> None:
    network = compile_document(experts([LINEAR] * 3))

    assert list(network.state_dict())[::2] == [f"experts.{i}.weight" for i in range(3)]
    assert network(torch.zeros(2, 4)).shape == (2, 3, 4)


@settings(max_examples=25, deadline=None)
@given(
    types=st.lists(
        st.sampled_from([LINEAR, "Tanh", "Dropout", "Identity"]), min_size=1, max_size=4
    ),
    order=st.randoms(use_true_random=False),
    container=st.sampled_from(["ModuleList", "Sequential", "Module"]),
    frame=st.sampled_from(["experts", "x", "outputs", "layers", "es"]),
    style=st.sampled_from(["", "style: {arguments: keyword}\n", "style: {layers: functional}\n"]),
    part=st.integers(1, 5),
)
def test_however_items_are_read_the_text_does_what_the_module_does(
    types: list[str],
    order: object,
    container: str,
    frame: str,
    style: str,
    part: int,
) -> None:
    taken = list(range(len(types)))[:part]
    if part == 5:
        order.shuffle(taken)  # type: ignore[attr-defined]
    left = [item for item in range(len(types)) if item not in taken]
    also = tuple(f"out{item}: {{type: Output}}" for item in left)
    wires = tuple(f"e{item} -> out{item}" for item in left)

    assert_no_drift(
        experts(
            types,
            taken=taken,
            container=container,
            frame=frame,
            also=also,
            wires=wires,
            style=style,
        )
    )
