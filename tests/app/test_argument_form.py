"""The form of arguments: the right field for each, defaults faint, `auto` with what it came to."""

import pytest
from PySide6.QtCore import Qt

from app.panels.argument_form import ArgumentForm
from app.panels.fields import ChoiceField, StepField, SwitchField, TextField
from graph.catalog import CATALOG
from graph.edits import UNSET


@pytest.fixture
def form(qtbot):
    form = ArgumentForm()
    qtbot.addWidget(form)
    form.show_arguments(CATALOG["Conv2d"].arguments)
    form.show_values({"out_channels": 6, "kernel_size": 5}, {"in_channels": 1})
    form.show()
    return form


@pytest.fixture
def chosen(form):
    values = []
    form.value_chosen.connect(lambda name, value: values.append((name, value)))
    return values


def test_each_type_has_the_field_that_suits_it(form):
    assert isinstance(form.field("out_channels"), StepField)
    assert isinstance(form.field("bias"), SwitchField)
    assert isinstance(form.field("padding_mode"), ChoiceField)
    assert isinstance(form.field("dtype"), ChoiceField)


def test_auto_is_shown_with_the_value_it_came_to(form):
    field = form.field("in_channels")

    assert field.text() == ""
    assert field.lineEdit().placeholderText() == "1  (auto)"


def test_arrows_step_inside_the_range(qtbot, form, chosen):
    qtbot.keyClick(form.field("out_channels"), Qt.Key.Key_Up)
    form.field("padding").setFocus()
    qtbot.keyClick(form.field("padding"), Qt.Key.Key_Down)

    assert chosen == [("out_channels", 7)]  # padding is 0 by default, and nothing lies below


def test_a_tuple_may_be_typed_where_each_axis_can_differ(qtbot, form, chosen):
    field = form.field("kernel_size")
    field.selectAll()
    qtbot.keyClicks(field, "3, 5")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert chosen == [("kernel_size", (3, 5))]


def test_text_that_makes_no_sense_is_marked_and_chooses_nothing(qtbot, form, chosen):
    field = form.field("out_channels")
    field.selectAll()
    qtbot.keyClicks(field, "many")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert chosen == []
    assert field.property("wrong") == "true"
    assert "whole number" in field.toolTip()


def test_a_value_that_was_set_can_be_taken_back(qtbot, form, chosen):
    form.show_values({"out_channels": 6, "kernel_size": 5, "padding": 2}, {})
    reset = form._resets["padding"]

    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)

    assert reset.isVisible()
    assert not form._resets["stride"].isVisible()
    assert chosen == [("padding", UNSET)]


def test_every_field_has_a_name_for_those_who_cannot_see_it(form):
    for argument in CATALOG["Conv2d"].arguments:
        assert form.field(argument.name).accessibleName() == argument.name


@pytest.mark.parametrize("layer", CATALOG.layers(), ids=lambda layer: layer.type)
def test_every_layer_of_the_catalog_has_a_form_that_shows_its_start_values(qtbot, layer):
    form = ArgumentForm()
    qtbot.addWidget(form)

    form.show_arguments(layer.arguments)
    form.show_values(layer.start_arguments)

    for name, value in layer.start_arguments.items():
        field = form.field(name)
        if isinstance(field, TextField | StepField):
            assert field.text() != "" or value == ()
