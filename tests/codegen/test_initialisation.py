"""How weights start: functions of torch.nn.init, numbers, arrays, by node and by rule."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file

from codegen import compile_document, source_of
from graph.catalog.initializers import SNAPSHOT, initializers, introspect
from graph.document import Document
from graph.project_file import dumps, loads
from graph.shapes import analyze
from tests.laws.test_no_drift import assert_no_drift


def network(nodes: str, edges: str, rest: str = "") -> Document:
    lines = "\n".join(f"  {line.strip()}" for line in nodes.strip().splitlines())
    return loads(f"layerloom: 1\nname: A\nnodes:\n{lines}\nedges: [{edges}]\n{rest}\n")


def one(said: str, layer: str = "type: Linear, out_features: 3") -> Document:
    return network(
        "x: {type: Input, shape: [N, 4]}\n"
        f"fc: {{{layer}, initialize: {said}}}\ny: {{type: Output}}",
        "x -> fc -> y",
    )


def test_the_snapshot_of_the_functions_is_what_pytorch_has() -> None:
    assert SNAPSHOT.read_text(encoding="utf-8") == introspect()


@pytest.mark.parametrize("function", sorted(initializers()))
def test_every_function_of_torch_nn_init_fills_a_weight_it_takes(function: str) -> None:
    known = initializers()[function]
    start = {a.name: a.start for a in known.arguments if a.start is not None}
    said = "{" + ", ".join([f"type: {function}", *(f"{k}: {v}" for k, v in start.items())]) + "}"
    layer = "type: Conv1d, out_channels: 4, kernel_size: 3"
    shape = "[N, 4, 9]" if known.takes(3) else "[N, 4]"
    document = network(
        f"x: {{type: Input, shape: {shape}}}\n"
        f"fc: {{{layer if known.takes(3) else 'type: Linear, out_features: 3'}, "
        f"initialize: {{weight: {said}}}}}\ny: {{type: Output}}",
        "x -> fc -> y",
    )

    assert analyze(document).problems == ()
    assert f"nn.init.{function}(self[0].weight" in source_of(document).text
    assert_no_drift(document)


def test_a_weight_may_start_as_numbers_as_one_number_and_in_short() -> None:
    document = one("{weight: [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]], bias: 0.5}")
    compiled = compile_document(document)

    assert compiled[0].weight.tolist()[0] == [1, 2, 3, 4]
    assert compiled[0].bias.tolist() == [0.5] * 3
    assert loads(dumps(document)) == document
    assert_no_drift(document)


def test_numbers_of_fewer_axes_fill_every_part() -> None:
    document = network(
        """
        x: {type: Input, shape: [N, 1, 8, 8]}
        sharpen: {type: Conv2d, out_channels: 2, kernel_size: 3, bias: false, trainable: false, \
initialize: {weight: [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]}}
        y: {type: Output}
        """,
        "x -> sharpen -> y",
    )

    weight = compile_document(document)[0].weight
    assert weight[0, 0].tolist() == weight[1, 0].tolist() == [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]
    assert_no_drift(document)


def test_weights_start_in_blocks_by_expressions_and_in_everything_repeated() -> None:
    document = loads(
        """
layerloom: 1
name: A
blocks:
  B:
    arguments: {width: 4, std: 0.5}
    nodes:
      x: {type: Input}
      fc: {type: Linear, out_features: =width, initialize: {weight: {type: normal_, std: =std / 2}}}
      more: {type: Linear, out_features: =width, repeat: 2, initialize: {bias: =std}}
      odd: {type: Linear, out_features: =width, when: =width != 4, initialize: {weight: eye_}}
      y: {type: Output}
    edges: [x -> fc -> more -> odd -> y]
nodes:
  x: {type: Input, shape: [N, 4]}
  a: {type: B}
  b: {type: B, width: 6, std: 0.25}
  w: {type: Parameter, shape: [6, 2], initialize: xavier_uniform_}
  v: {type: Buffer, shape: [2], initialize: [1, 2]}
  mul: {type: torch.matmul}
  add: {type: torch.add}
  y: {type: Output}
edges: [x -> a -> b -> mul.input, w -> mul.other, mul -> add.input, v -> add.other, add -> y]
"""
    )

    assert analyze(document).problems == ()
    source = source_of(document).text
    assert "nn.init.normal_(self.fc.weight, std=std / 2)" in source
    assert 'self.register_buffer("v", torch.tensor([1.0, 2.0]))' in source
    assert_no_drift(document)


@pytest.mark.parametrize("name", ["v.npy", "v.npz", "v.safetensors", "deep/v.npy"])
@pytest.mark.parametrize("size", [5, 40])
def test_an_array_is_read_from_a_file_beside_the_project(tmp_path: Path, name, size) -> None:
    array = np.random.default_rng(0).normal(size=(size, 4)).astype("float32")
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    {".npy": np.save, ".npz": lambda p, a: np.savez(p, table=a, other=a)}.get(
        path.suffix, lambda p, a: save_file({"table": a}, p)
    )(path, array)
    key = "" if name.endswith("y") else ", key: table"
    document = network(
        f"""
        x: {{type: Input, shape: [N, 3], dtype: int64}}
        words: {{type: Embedding, num_embeddings: {size}, embedding_dim: 4, \
initialize: {{weight: {{file: {name}{key}}}}}}}
        y: {{type: Output}}
        """,
        "x -> words -> y",
    )
    document.folder = tmp_path

    assert analyze(document).problems == ()
    assert torch.equal(compile_document(document)[0].weight, torch.from_numpy(array))
    source = source_of(document).text
    assert ("HERE" in source) == (size == 40)
    namespace = {"__file__": str(tmp_path / "a.py"), "__name__": "a"}
    exec(compile(source, "a", "exec"), namespace)
    assert torch.equal(namespace["A"]()[0].weight, torch.from_numpy(array))


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("{weight: {file: none.npy}}", "there is no file none.npy beside the project"),
        ("{weight: {file: ../secret.npy}}", "is outside of the project's folder"),
        ("{weight: {file: /etc/passwd.npy}}", "is outside of the project's folder"),
        ("{weight: {file: bad.npy}}", "bad.npy cannot be read as an array"),
        ("{weight: {file: pickled.npy}}", "pickled.npy cannot be read as an array"),
        ("{weight: {file: two.npz}}", "two.npz has several arrays: it has a, b"),
        ("{weight: {file: two.npz, key: c}}", "two.npz has no 'c': it has a, b"),
        ("{weight: {file: two.npz, key: a}}", "weight is [3, 4], but two.npz is [2, 2]"),
        ("{weight: {file: notes.txt}}", "notes.txt is no array file"),
        ("{weight: [[1, 2], [3]]}", "starts with a function of torch.nn.init"),
        ("{weight: [1, 2, 3]}", "weight is [3, 4], but what it starts with is [3]"),
        ("{weight: kaiming}", "torch.nn.init has no 'kaiming'; did you mean kaiming_"),
        ("{weight: {type: normal_, sdt: 1}}", "normal_ has no argument 'sdt'; it has mean, std"),
        ("{weight: {type: normal_, std: -1}}", "std must be a number of at least 0"),
        ("{weight: {type: uniform_, a: 2, b: 1}}", "uniform_ refuses"),
        ("{weight: {type: kaiming_normal_, mode: out}}", "mode must be 'fan_in' or 'fan_out'"),
        ("{weight: sparse_}", "sparse_ needs sparsity"),
        ("{weihgt: normal_}", "it has no parameter 'weihgt' to initialize; it has weight, bias"),
        ("{bias: xavier_uniform_}", "bias is [3], but xavier_uniform_ fills tensors of 2 axes"),
        ("xavier_uniform_", "initialize says which parameter starts how"),
        ("3", "initialize says which parameter starts how"),
        ("{weight: true}", "starts with a function of torch.nn.init"),
        ("{weight: =nothing}", "fc: weight: "),
    ],
)
def test_what_no_weight_can_start_with_is_said_with_a_fix(tmp_path, said, message) -> None:
    (tmp_path / "bad.npy").write_text("no array")
    np.save(tmp_path / "pickled.npy", np.array([{}], dtype=object), allow_pickle=True)
    np.savez(tmp_path / "two.npz", a=np.ones((2, 2)), b=np.ones(3))
    (tmp_path / "notes.txt").write_text("")
    document = one(said)
    document.folder = tmp_path

    problem = analyze(document).problems[0]
    assert message in problem.message
    document.apply(problem.fixes[0].edit)
    assert problem not in analyze(document).problems


def test_a_function_and_a_block_have_no_weights_to_initialize() -> None:
    document = one("{weight: normal_}", "type: ReLU")
    assert "it has no parameter 'weight'" in analyze(document).problems[0].message
    document = one("{weight: normal_}", "type: torch.abs")
    assert "cannot be initialized; it has no weights" in analyze(document).problems[0].message


def test_what_a_block_starts_with_is_moved_to_the_layers_inside_it() -> None:
    document = network(
        "x: {type: Input, shape: [N, 4]}\n"
        "b: {type: Tail, initialize: {fc.weight: normal_, fc.bias: 0}}\ny: {type: Output}",
        "x -> b -> y",
        "blocks:\n  Tail:\n    nodes: {x: {type: Input}, fc: {type: Linear, out_features: 3}, "
        "y: {type: Output}}\n    edges: [x -> fc -> y]",
    )
    [problem] = analyze(document).errors
    assert "is said by the layers inside it" in problem.message

    document.apply(problem.fixes[0].edit)

    assert not analyze(document).errors
    assert (
        "fc: {type: Linear, out_features: 3, initialize: {weight: normal_, bias: 0}}"
        in " ".join(dumps(document).replace("fc:  ", "fc: ").split())
    )
    assert torch.equal(
        next(v for k, v in compile_document(document).state_dict().items() if k.endswith("bias")),
        torch.zeros(3),
    )


@pytest.mark.parametrize(
    ("rule", "message", "fix"),
    [
        ("{types: Conv2d, with: zeros_}", "no layer of the network is Conv2d", "Remove the rule"),
        ("{parameters: wieght, with: zeros_}", "is called wieght", "Use weight"),
        ("{names: fcc.*, with: zeros_}", "parameter is called fcc", "Use fc.*"),
        ("{names: [fc, cf*], with: zeros_}", "parameter is called cf*", "Remove the rule"),
    ],
)
def test_a_rule_that_is_for_nothing_is_said_with_a_fix(rule, message, fix) -> None:
    document = network(
        "x: {type: Input, shape: [N, 4]}\nfc: {type: Linear, out_features: 3}\ny: {type: Output}",
        "x -> fc -> y",
        f"initialize: [{rule}]",
    )

    [problem] = analyze(document).problems

    assert (problem.severity, problem.fixes[0].label) == ("warning", fix)
    assert message in problem.message
    document.apply(problem.fixes[0].edit)
    assert not analyze(document).problems


@pytest.mark.parametrize("names", ["fc", "fc.*", "*.weight", "f?", "**", "0.weight", "[f]c.bias"])
def test_names_that_may_be_those_of_a_weight_are_let_be(names: str) -> None:
    document = network(
        "x: {type: Input, shape: [N, 4]}\nfc: {type: Linear, out_features: 3}\ny: {type: Output}",
        "x -> fc -> y",
        f"initialize: [{{names: '{names}', with: zeros_}}]",
    )

    assert not [p for p in analyze(document).problems if p.code == "bad-rule"]


def test_a_rule_is_not_said_to_be_for_nothing_while_layers_are_not_known() -> None:
    document = network(
        "x: {type: Input, shape: [N, 4]}\nfc: {type: Linear}\nbn: {type: BatchNorm1d}\n"
        "y: {type: Output}",
        "x -> fc -> bn -> y",
        "initialize: [{types: normalization, with: 1}]",
    )

    [problem] = analyze(document).problems

    assert (problem.node, problem.code) == ("fc", "missing-argument")


def test_a_rule_for_one_parameter_that_may_be_missing_is_one_condition() -> None:
    document = network(
        "x: {type: Input, shape: [N, 3]}\nfc: {type: Linear, out_features: 4}\ny: {type: Output}",
        "x -> fc -> y",
        "initialize:\n  - {types: Linear, parameters: bias, with: 0}",
    )

    text = source_of(document).text

    assert "if isinstance(module, nn.Linear) and module.bias is not None:" in text
    assert_no_drift(document)


@pytest.mark.parametrize("parameters", ["['*', bias]", "[bias, '*']", "['b*', 'w*']"])
@pytest.mark.parametrize("types", ["", "types: Linear, "])
def test_a_rule_for_several_patterns_fills_what_any_of_them_means(
    parameters: str, types: str
) -> None:
    document = network(
        "x: {type: Input, shape: [N, 3]}\nfc: {type: Linear, out_features: 4}\ny: {type: Output}",
        "x -> fc -> y",
        f"initialize:\n  - {{{types}parameters: {parameters}, with: 0.5}}",
    )

    assert all((p == 0.5).all() for p in compile_document(document).parameters())
    assert_no_drift(document)


def test_the_weights_inside_of_every_copy_of_a_layer_start_as_it_says() -> None:
    document = network(
        """x: {type: Input, shape: [N, 5, 4]}
        a: {type: TransformerEncoderLayer, nhead: 2, dim_feedforward: 8, batch_first: true,
            repeat: 2, initialize: {linear1.weight: zeros_, norm1.bias: ones_}}
        y: {type: Output}""",
        "x -> a -> y",
    )

    text = source_of(document).text

    assert "nn.init.zeros_(layer.linear1.weight)" in text
    assert text.count("for layer in") == 1
    state = compile_document(document).state_dict()
    assert not any(state[f"0.{copy}.linear1.weight"].any() for copy in (0, 1))
    assert_no_drift(document)
