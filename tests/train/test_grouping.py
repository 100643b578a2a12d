"""Parameter groups: what reaches ``torch.optim`` is the list of dicts that a textbook has."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from codegen import program_of
from codegen.modules import compile_module
from graph.edits import SetTraining
from graph.errors import TrainingError
from graph.project_file import dumps, loads
from graph.shapes import analyze
from train import catalog
from train.config import check_training, set_values
from train.group_edits import add_group, given_groups, paint
from train.optimization import OPTIMIZERS, build_optimizer
from train.outline import members_of_program
from train.owners import parameter_owners
from train.reading import read_training
from train.script import emit_script
from train.settings import TrainingConfig

NET = """layerloom: 1
name: Small
nodes:
  image:  {type: Input, shape: [N, 1, 8, 8]}
  conv1:  {type: Conv2d, out_channels: 2, kernel_size: 3, group: features}
  norm1:  {type: BatchNorm2d, group: features}
  relu1:  {type: ReLU, group: features}
  flat:   {type: Flatten}
  first:  {type: Pair}
  head:   {type: Linear, out_features: 3}
  scores: {type: Output}
edges:
  - image -> conv1 -> norm1 -> relu1 -> flat -> first -> head -> scores
groups:
  features: {container: Sequential}
blocks:
  Pair:
    nodes:
      x:   {type: Input}
      fc:  {type: Linear, out_features: 4}
      act: {type: Tanh}
      y:   {type: Output}
    edges: [x -> fc -> act -> y]
training:
  data: {source: digits}
  optimizer: OPTIMIZER
"""


def document_with(optimizer: str):
    return loads(NET.replace("OPTIMIZER", optimizer))


def built(optimizer: str):
    """The optimizer of the small network, and the names of the parameters of each group."""
    document = document_with(optimizer)
    config, problems = read_training(document.training)
    assert problems == []
    program = program_of(document)
    network = compile_module(program)
    made = build_optimizer(network, config.optimizer, parameter_owners(program, network))
    names = {id(p): name for name, p in network.named_parameters()}
    return made, network, [[names[id(p)] for p in g["params"]] for g in made.param_groups]


def test_patterns_name_layers_frames_blocks_parameters_and_what_they_do_not_mean():
    _, _, groups = built(
        "{type: SGD, lr: 0.1, groups: [{nodes: [features, '!norm1'], lr: 0.2},"
        " {nodes: first, lr: 0.3}, {nodes: 'head.bias', lr: 0.4}]}"
    )

    assert groups == [
        ["features.1.weight", "features.1.bias", "head.weight"],
        ["features.0.weight", "features.0.bias"],
        ["first.fc.weight", "first.fc.bias"],
        ["head.bias"],
    ]


def test_the_list_is_the_one_of_the_textbook():
    made, network, _ = built(
        "{type: SGD, lr: 0.1, momentum: 0.9, groups: [{nodes: features, lr: 0.01, momentum: 0.5},"
        " {nodes: head, weight_decay: 0.2}]}"
    )
    by_hand = torch.optim.SGD(
        [
            {"params": [*network.first.parameters()]},
            {"params": [*network.features.parameters()], "lr": 0.01, "momentum": 0.5},
            {"params": [*network.head.parameters()], "weight_decay": 0.2},
        ],
        lr=0.1,
        momentum=0.9,
    )

    assert made.param_groups == by_hand.param_groups


def test_bias_and_norm_do_not_decay_at_one_word_in_whichever_group_they_are():
    made, _, groups = built(
        "{type: AdamW, weight_decay: 0.1, no_decay: [bias, norm], groups: [{nodes: features},"
        " {nodes: first, weight_decay: 0.0}]}"
    )

    assert groups == [
        ["head.weight"],
        ["head.bias"],
        ["features.0.weight"],
        ["features.0.bias", "features.1.weight", "features.1.bias"],
        ["first.fc.weight", "first.fc.bias"],
    ]
    assert [g["weight_decay"] for g in made.param_groups] == [0.1, 0.0, 0.1, 0.0, 0.0]


def test_a_group_of_kinds_takes_these_of_every_layer():
    _, _, groups = built("{type: SGD, groups: [{kinds: bias, lr: 0.2}]}")

    assert groups[1] == ["features.0.bias", "first.fc.bias", "head.bias"]


def test_a_frozen_group_does_not_learn_and_all_others_do():
    made, network, _ = built("{type: AdamW, groups: [{nodes: features, frozen: true}]}")
    before = {name: p.detach().clone() for name, p in network.named_parameters()}

    network(torch.randn(4, 1, 8, 8)).square().sum().backward()
    made.step()

    moved = {name for name, p in network.named_parameters() if not torch.equal(p, before[name])}
    assert moved == {name for name in before if not name.startswith("features")}


def test_what_a_node_freezes_keeps_its_group_for_the_time_when_it_learns():
    document = document_with("{type: SGD, groups: [{nodes: head, lr: 0.5}]}")
    document = loads(
        dumps(document).replace("out_features: 3}", "out_features: 3, trainable: false}")
    )
    program = program_of(document)
    network = compile_module(program)
    config = TrainingConfig.from_document(document).optimizer

    made = build_optimizer(network, config, parameter_owners(program, network))

    assert [len(group["params"]) for group in made.param_groups] == [6, 0]


@pytest.mark.parametrize("name", sorted(set(OPTIMIZERS) - {"LBFGS"}))
def test_every_argument_of_every_optimizer_can_be_that_of_one_group(name):
    parameter, other = (nn.Parameter(torch.zeros(2, 2)) for _ in range(2))
    network = nn.ParameterDict({"a": parameter, "b": other})
    for argument in catalog.optimizers()[name].arguments:
        value = {"bool": True, "choice": argument.choices[-1:] and argument.choices[-1]}.get(
            argument.type, argument.default
        )
        if argument.type == "float":
            value = 0.25
        if argument.type == "floats":
            value = tuple(number or 0.25 for number in argument.default)
        group = {"nodes": "a", argument.name: value}
        said = {"type": name, "groups": (group,)}
        config, problems = read_training({"optimizer": said})
        assert problems == [], argument.name

        if argument.name == "nesterov" and name == "SGD":
            continue  # it wants momentum beside it, which PyTorch says
        made = build_optimizer(network, config.optimizer, {})

        found = made.param_groups[1][argument.name]
        assert (tuple(found) if isinstance(value, tuple) else found) == value, argument.name


REFUSED = {
    "{type: SGD, groups: [{nodes: haed, lr: 1}]}": "group-empty",
    "{type: SGD, groups: [{nodes: features}, {nodes: conv1, lr: 0.1}]}": "group-covered",
    "{type: SGD, groups: [{nodes: conv1}, {nodes: features, lr: 0.1}]}": "group-overlap",
    "{type: LBFGS, groups: [{nodes: head}]}": "optimizer-groups",
    "{type: LBFGS, no_decay: [bias]}": "optimizer-groups",
    "{type: Muon, groups: [{nodes: head}]}": "optimizer-shape",
    "{type: SparseAdam, groups: [{nodes: head}]}": "optimizer-sparse",
    "{type: Rprop, no_decay: [bias]}": "no-decay",
    "{type: SGD, no_decay: [bias]}": "no-decay",
    "{type: SGD, groups: [{nodes: '*', frozen: true}]}": "group-frozen",
    "{type: SGD, groups: [{lr: 0.1}]}": "missing-value",
    "{type: SGD, groups: [{nods: head}, {nodes: head}]}": "unknown-key",
    "{type: SGD, groups: [{kinds: biass}]}": "unknown-choice",
    "{type: SGD, groups: [{nodes: head, momentum: -1}]}": "bad-value",
}  # fmt: skip


@pytest.mark.parametrize("optimizer", REFUSED)
def test_what_cannot_be_grouped_is_said_before_the_run_with_fixes_that_mend_it(optimizer):
    document = document_with(optimizer)
    problems = check_training(document, analyze(document))

    [problem] = [p for p in problems if p.code == REFUSED[optimizer]]

    assert problem.fixes and problem.message.startswith("training.optimizer")
    for fix in problem.fixes:
        inverse = document.apply(fix.edit)
        after = check_training(document, analyze(document))
        assert problem.message not in [p.message for p in after], fix.label
        document.apply(inverse)


def test_a_group_that_fits_nothing_and_a_network_that_learns_nothing_are_refused():
    for optimizer, words in (
        ("{type: SGD, groups: [{nodes: nothing}]}", "fits no layer"),
        ("{type: SGD, groups: [{nodes: '*', frozen: true}]}", "every parameter group is frozen"),
    ):
        with pytest.raises(TrainingError, match=words):
            built(optimizer)


def test_values_inside_the_list_of_groups_are_set_by_their_number():
    document = document_with("{type: SGD, groups: [{nodes: head, lr: 0.1}]}")

    set_values(document, ["optimizer.groups.0.lr=0.3", "optimizer.groups.1.nodes=conv1"])
    document.apply(SetTraining(("optimizer", "groups", "1", "frozen"), True))

    assert document.training["optimizer"]["groups"] == (
        {"nodes": "head", "lr": 0.3},
        {"nodes": "conv1", "frozen": True},
    )
    assert dumps(loads(dumps(document))) == dumps(document)


def test_parameters_are_told_without_being_made_and_draw_nothing():
    program = program_of(document_with("SGD"))
    state = torch.random.get_rng_state()

    members = members_of_program(program)

    assert torch.equal(state, torch.random.get_rng_state())
    network = compile_module(program)
    assert [(m.name, m.shape) for m in members] == [
        (name, tuple(p.shape)) for name, p in network.named_parameters()
    ]
    assert {m.node: m.kind for m in members if m.name.endswith("weight")} == {
        "conv1": "weight", "norm1": "norm", "first.fc": "weight", "head": "weight",
    }  # fmt: skip


def test_the_script_has_the_very_groups():
    document = document_with(
        "{type: AdamW, weight_decay: 0.1, no_decay: [bias], groups: [{nodes: features,"
        " name: body, lr: 0.01}, {nodes: head, frozen: true}]}"
    )
    program = program_of(document)
    text = emit_script(program, TrainingConfig.from_document(document))
    code = text[text.index("    parameters = dict") : text.index("\n\n", text.index("groups, w"))]
    lines = "\n".join(line[4:] for line in code.splitlines() if "scheduler" not in line)
    network = compile_module(program)
    found = {"network": network, "torch": torch}

    exec(lines, found)

    ours = build_optimizer(
        compile_module(program),
        TrainingConfig.from_document(document).optimizer,
        parameter_owners(program, network),
    )
    assert [
        {key: v for key, v in group.items() if key != "params"}
        for group in found["optimizer"].param_groups
    ] == [{key: v for key, v in group.items() if key != "params"} for group in ours.param_groups]
    assert [len(group["params"]) for group in found["optimizer"].param_groups] == [
        len(group["params"]) for group in ours.param_groups
    ]
    assert [p.requires_grad for p in network.head.parameters()] == [False, False]
    assert "# body, no decay" in text


def test_painting_a_block_takes_what_is_in_it_and_painting_in_it_makes_an_exception():
    document = document_with("SGD")
    members = members_of_program(program_of(document))
    document.apply(add_group(document, ["first"], members))
    document.apply(add_group(document, ["first.fc"], members))

    assert [dict(g) for g in given_groups(document)] == [
        {"name": "group 1", "nodes": ("first", "!first.fc")},
        {"name": "group 2", "nodes": ("first.fc",)},
    ]
    document.apply(paint(document, None, ["first"], members))
    assert [g["nodes"] for g in given_groups(document)] == [(), ()]
    assert paint(document, None, ["first"], members) is None
    problems = check_training(document, analyze(document))
    assert [p.code for p in problems if "optimizer" in p.message] == ["missing-value"] * 2
