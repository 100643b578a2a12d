"""``style:`` says how the source is written; what it says wrongly is told, with what was meant."""

from __future__ import annotations

import pytest

from graph.document import Document
from graph.project_file import dumps, loads
from graph.shapes import Analyst, analyze
from graph.style import STYLE_OPTIONS, style_of

NETWORK = """layerloom: 1
nodes:
  x: {type: Input, shape: [N, 3]}
  y: {type: Output}
edges: [x -> y]
"""


def styled(style: str) -> Document:
    return loads(f"{NETWORK}style: {style}\n")


@pytest.mark.parametrize(
    ("style", "message", "fixes"),
    [
        (
            "{sequental: named}",
            "style: there is no key 'sequental'; did you mean sequential?",
            ["Call it sequential", "Remove sequental"],
        ),
        (
            "{indent: 2}",
            "style: there is no key 'indent'; it is kept, and means nothing. There are layers, "
            "sequential, arguments, blocks, stages, comments, hints.",
            ["Remove indent"],
        ),
        (
            "{layers: funktional}",
            "style: layers is modules or functional, not 'funktional'.",
            ["Set layers to functional", "Write it as usual (modules)"],
        ),
        (
            "{hints: 1}",
            "style: hints is true or false, not '1'.",
            ["Write it as usual (true)"],
        ),
        (
            "{comments: [true]}",
            "style: comments is true, names or false, not '(True,)'.",
            ["Set comments to true", "Write it as usual (true)"],
        ),
    ],
)
def test_what_style_says_wrongly_is_one_line_with_its_fixes(style, message, fixes) -> None:
    document = styled(style)

    [problem] = analyze(document).problems

    assert problem.message == message
    assert [fix.label for fix in problem.fixes] == fixes
    for fix in problem.fixes:
        mended = styled(style)
        mended.apply(fix.edit)
        assert not analyze(mended).problems


def test_a_style_that_is_not_known_is_kept_in_the_file() -> None:
    assert dumps(styled("{layers: odd, indent: 2}")).endswith("style: {layers: odd, indent: 2}\n")


def test_a_key_that_is_renamed_keeps_its_place_and_value() -> None:
    document = styled("{hints: false, sequental: named, comments: false}")
    [problem] = analyze(document).problems

    document.apply(problem.fixes[0].edit)

    assert list(document.style.items()) == [
        ("hints", False), ("sequential", "named"), ("comments", False),
    ]  # fmt: skip


def test_an_edit_of_the_style_is_followed_at_once() -> None:
    document = styled("{layers: odd}")
    changes = []
    document.observe(changes.append)
    analyst = Analyst(document)
    [problem] = analyst.analysis.problems

    document.apply(problem.fixes[-1].edit)
    analyst.update(changes[-1])

    assert analyst.analysis == analyze(document)
    assert not analyst.analysis.problems


def test_a_style_says_what_is_usual_wherever_a_project_says_nothing_known() -> None:
    assert style_of({"layers": 3, "hints": False}) == {
        option.key: False if option.key == "hints" else option.usual for option in STYLE_OPTIONS
    }
