"""The inspector's fields for weights: sharing, how they start, whether they learn; and rules."""

from __future__ import annotations

import pytest

from app.panels.frame_form import FrameForm
from app.panels.rules_form import RulesForm
from app.panels.weights_form import WeightsForm
from graph.document import Document
from graph.edits import UNSET, SetOption
from graph.project_file import dumps, loads
from graph.shapes import analyze
from graph.sharing_edits import share_edit, unshare_edit

PROJECT = """
layerloom: 1
name: A
nodes:
  x: {type: Input, shape: [N, 8]}
  fc: {type: Linear, out_features: 8}
  again: {type: Linear, out_features: 8}
  y: {type: Output}
edges: [x -> fc -> again -> y]
"""


@pytest.fixture
def document() -> Document:
    return loads(PROJECT)


def show(document: Document, form: WeightsForm, name: str) -> None:
    known = analyze(document).nodes
    form.show_node(document.graph.node(name), document.graph, known)


@pytest.fixture
def form(qtbot, document: Document) -> WeightsForm:
    made = WeightsForm()
    qtbot.addWidget(made)
    made.edit_wanted.connect(document.apply)
    return made


def choose(choice, value) -> None:
    index = next(i for i in range(choice.count()) if choice.itemData(i) == value)
    choice.setCurrentIndex(index)
    choice.activated.emit(index)


def test_a_layer_is_shared_frozen_and_set_free_by_choice(document, form) -> None:
    before = dumps(document)
    show(document, form, "again")
    assert [form.shares.itemText(i) for i in range(form.shares.count())] == ["no other layer", "fc"]

    choose(form.shares, "fc")
    assert document.graph.node("again").options == {"shares": "fc"}
    show(document, form, "again")
    assert form.learns.isHidden()  # that is said where the weights are
    choose(form.shares, "")
    show(document, form, "fc")
    choose(form.learns, "eval")
    assert "trainable: eval" in dumps(document)
    show(document, form, "fc")
    choose(form.learns, True)
    assert dumps(document) == before


def test_one_parameter_is_tied_to_another_of_its_shape_and_its_own_again(document, form) -> None:
    before = dumps(document)
    show(document, form, "again")
    choices = form.ties.choices
    texts = [choices["weight"].itemText(i) for i in range(choices["weight"].count())]
    assert texts == ["its own", "that of fc"]

    choose(choices["weight"], "fc")
    assert document.graph.node("again").options == {"shares": {"weight": "fc"}}
    show(document, form, "again")
    assert list(form.starts) == ["bias"]
    show(document, form, "fc")
    assert "weight" not in form.ties.choices  # the other is not its own any more
    show(document, form, "again")
    choose(form.ties.choices["weight"], "")
    assert dumps(document) == before


def test_the_start_of_a_weight_is_chosen_with_the_arguments_of_its_function(document, form) -> None:
    show(document, form, "fc")
    assert list(form.starts) == ["weight", "bias"]

    choose(form.starts["weight"].choice, "kaiming_normal_")
    show(document, form, "fc")
    choose(form.starts["bias"].choice, "a number")
    show(document, form, "fc")
    mode = form.starts["weight"].form.field("mode")
    mode.value_chosen.emit("fan_out")
    show(document, form, "fc")
    form.starts["bias"].form.field("value").value_chosen.emit(0.5)

    said = "initialize: {weight: {type: kaiming_normal_, mode: fan_out}, bias: 0.5}"
    assert said in dumps(document)
    for name in ("weight", "bias"):
        show(document, form, "fc")
        choose(form.starts[name].choice, "")
    assert "initialize" not in document.graph.node("fc").options


def test_rules_are_added_changed_and_removed(qtbot, document) -> None:
    form = RulesForm()
    qtbot.addWidget(form)
    form.edit_wanted.connect(document.apply)

    form.show_rules(document.initialize)
    form.add.click()
    form.show_rules(document.initialize)
    row = form.rows[0]
    row.fields["types"].setText("Conv2d, Linear")
    row.fields["types"].editingFinished.emit()
    form.show_rules(document.initialize)
    choose(row.start.choice, "orthogonal_")
    text = "  - {types: [Conv2d, Linear], parameters: weight, with: orthogonal_}"
    assert text in dumps(document)
    assert loads(dumps(document)).initialize == document.initialize
    form.show_rules(document.initialize)
    form.rows[0].changed.emit(0, UNSET)
    assert document.initialize == ()


def test_a_frame_is_frozen_by_choice(qtbot, document) -> None:
    document = loads(
        PROJECT.replace("out_features: 8}", "out_features: 8, group: g}")
        + "groups: {g: {container: Sequential}}\n"
    )
    form = FrameForm()
    qtbot.addWidget(form)
    form.edit_wanted.connect(document.apply)

    form.show_selection(document, "", ["fc", "again"])
    choose(form.learns, False)

    assert document.graph.groups["g"].options["trainable"] is False


def test_who_shares_says_nothing_of_the_layer_and_has_it_again_when_not_sharing(document) -> None:
    graph = document.graph
    document.apply(SetOption("again", "initialize", {"bias": 0.0}))
    document.apply(SetOption("fc", "repeat", 2))

    document.apply(share_edit(graph, graph.node("again"), "fc"))
    again = graph.node("again")
    assert (again.arguments, again.options) == ({}, {"shares": "fc"})

    document.apply(unshare_edit(graph, again))
    again = graph.node("again")
    assert (again.arguments, again.options) == ({"out_features": 8}, {"repeat": 2})
