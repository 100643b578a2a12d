"""Panels show what they are handed and say what the user wants."""

import pytest
from PySide6.QtCore import Qt

from app.panels.palette import MIME_TYPE, Palette
from app.panels.problem_list import ProblemList
from app.panels.source_view import SourceView, node_of_line
from app.source_text import SourceText
from graph.analysis import Analysis
from graph.edits import SetArgument
from graph.problems import Fix, Problem


@pytest.fixture
def palette(qtbot):
    palette = Palette()
    qtbot.addWidget(palette)
    palette.show()
    return palette


def test_typing_finds_layers_by_their_everyday_names_and_enter_chooses_the_first(qtbot, palette):
    chosen = []
    palette.layer_chosen.connect(chosen.append)

    qtbot.keyClicks(palette.search, "fc")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)

    assert chosen == ["Linear"]


def test_arrow_keys_move_through_what_was_found(qtbot, palette):
    chosen = []
    palette.layer_chosen.connect(chosen.append)

    qtbot.keyClicks(palette.search, "conv")
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)

    assert chosen == [palette.found.topLevelItem(1).text(0)]


def test_escape_clears_the_search_and_shows_the_families_again(qtbot, palette):
    qtbot.keyClicks(palette.search, "conv")
    qtbot.keyClick(palette.search, Qt.Key.Key_Escape)

    assert palette.search.text() == ""
    assert palette.families.isVisible()
    assert not palette.found.isVisible()


def test_a_layer_is_dragged_out_as_its_type(palette):
    palette.search.setText("Conv2d")
    item = palette.found.topLevelItem(0)

    data = palette.found.mimeData([item])

    assert bytes(data.data(MIME_TYPE).data()) == b"Conv2d"


def test_every_family_that_has_layers_stands_in_the_palette_folded(palette):
    families = palette.families

    titles = [families.topLevelItem(i).text(0) for i in range(families.topLevelItemCount())]

    assert "Convolution" in titles
    assert "Linear and embedding" in titles
    assert not any(families.topLevelItem(i).isExpanded() for i in range(len(titles)))


@pytest.fixture
def problems(qtbot):
    view = ProblemList()
    qtbot.addWidget(view)
    fix = Fix("Set in_features to 400", SetArgument("fc", "in_features", 400))
    view.show_analysis(
        Analysis(
            problems=(
                Problem("hint", "unused-node", "drop is not used.", "drop"),
                Problem("error", "wrong-width", "fc: <b>784</b> expected", "fc", fixes=(fix,)),
            )
        )
    )
    view.resize(600, 300)
    view.show()
    return view


def test_problems_stand_worst_first_and_their_text_is_never_read_as_html(problems):
    from PySide6.QtWidgets import QLabel

    assert [row.problem.severity for row in problems.rows] == ["error", "hint"]
    for label in problems.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_click_on_a_problem_chooses_its_node(qtbot, problems):
    chosen = []
    problems.problem_chosen.connect(lambda problem: chosen.append(problem.node))

    qtbot.mouseClick(problems.rows[0], Qt.MouseButton.LeftButton)

    assert chosen == ["fc"]


def test_a_click_on_the_button_asks_for_the_fix(qtbot, problems):
    from PySide6.QtWidgets import QPushButton

    wanted = []
    problems.fix_wanted.connect(wanted.append)
    button = problems.rows[0].findChild(QPushButton)

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert button.text() == "Set in_features to 400"
    assert [fix.label for fix in wanted] == ["Set in_features to 400"]


def test_a_line_belongs_to_the_narrowest_node_that_holds_it():
    lines = {"": {"layer": (30, 30)}, "Block": {"": (1, 20), "conv1": (5, 5)}}

    assert node_of_line(lines, 5) == ("Block", "conv1")
    assert node_of_line(lines, 6) == ("Block", "")
    assert node_of_line(lines, 30) == ("", "layer")
    assert node_of_line(lines, 40) == ("", "")


def test_the_lines_of_the_selected_layer_are_marked(qtbot):
    view = SourceView()
    qtbot.addWidget(view)
    view.show_source(SourceText("a\nb\nc\nd\n", {"": {"conv1": (2, 3)}}))

    view.show_selection(["conv1"])

    marked = [mark.cursor.blockNumber() + 1 for mark in view.text.extraSelections()]
    assert marked == [2, 3]


def test_a_source_that_cannot_be_made_now_leaves_the_last_one_and_says_why(qtbot):
    view = SourceView()
    qtbot.addWidget(view)
    view.show_source(SourceText("import torch\n"))

    view.show_source(SourceText(reason="fc has no input"))

    assert view.text.toPlainText() == "import torch\n"
    assert "fc has no input" in view._state.text()


def test_a_selection_is_framed_named_and_given_its_container_in_the_inspector(open_window, qtbot):
    window = open_window("mlp_digits")
    document = window.project.document
    names = [n.name for n in document.graph.nodes if n.type in ("Linear", "ReLU")][:2]
    window.pane.view.select(names)
    form = window.panels.inspector.selection_page.frame_form

    qtbot.mouseClick(form.frame, Qt.MouseButton.LeftButton)
    form.name.setFocus()
    form.name.selectAll()
    qtbot.keyClicks(form.name, "hidden")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    form.container.setCurrentIndex(2)
    form.container.activated.emit(2)

    assert document.graph.groups["hidden"].container == "ModuleList"
    assert {document.graph.node(name).options["group"] for name in names} == {"hidden"}

    qtbot.mouseClick(form.remove, Qt.MouseButton.LeftButton)

    assert document.graph.groups == {}


def test_keys_that_are_typed_into_a_field_do_nothing_to_the_canvas(open_window, qtbot):
    window = open_window("perceptron", analysed=False)
    before = list(window.project.document.graph.names)
    window.pane.view.select(before[:1])
    for field in (window.panels.palette.search, window.panels.inspector.node_page.name):
        field.setFocus()
        field.clear()

        qtbot.keyClicks(field, "f/x")
        qtbot.keyClick(field, Qt.Key.Key_Backspace)

        assert field.text() == "f/"
        qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        assert field.text() == ""
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.project.document.graph.names == before
