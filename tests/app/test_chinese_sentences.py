"""What is said below the window, of problems and fixes, refusals and errors, is Chinese, too."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from string import Formatter

import pytest
from PySide6.QtCore import QLocale

from app.languages import speak, speak_now
from app.translating import tr
from app.translations.linguist_file import FOLDER, read
from app.translations.sources import ROOT
from graph.analysis import problem_from_plain, problem_to_plain
from graph.block_making import make_block
from graph.connecting import can_connect
from graph.document import Edge
from graph.edits import AddNode, Connect, RemoveNode, RenameNode, SetArgument
from graph.errors import EditError, LoomError
from graph.parts import Node
from graph.phrases import Phrase, later, message_from_plain, message_to_plain
from graph.problems import Problem
from graph.project_file import loads
from graph.shapes import analyze
from train.checks import check_training
from train.client import died

SAID = read(FOLDER / "layerloom_zh_TW.ts")


@pytest.fixture
def chinese(qapp):
    before = QLocale()
    speak_now(qapp, "zh_TW")
    yield
    speak(qapp, "en")
    QLocale.setDefault(before)


def untranslated(text: str) -> list[str]:
    """The parts of a text that have no translation; values that are plain texts are data."""
    pattern = text.pattern if isinstance(text, Phrase) else text
    words = "".join(part for part, *_ in Formatter().parse(pattern)) if "{" in pattern else pattern
    left = [] if not re.search("[A-Za-z]{2,}", words) or SAID.get(pattern) else [pattern]
    values = text.values.values() if isinstance(text, Phrase) else ()
    return left + [
        word for value in values if isinstance(value, Phrase) for word in untranslated(value)
    ]


def sentences(problems: list[Problem]) -> Iterator[str]:
    """As they come to the window, over the pipe."""
    for problem in problems:
        heard = problem_from_plain(json.loads(json.dumps(problem_to_plain(problem))))
        assert heard.message == problem.message
        yield heard.message
        yield from (fix.label for fix in heard.fixes)
        yield from (fix.edit.label for fix in heard.fixes)


#: What makes problems: the nodes of a network whose Input is [N, 4], and its edges.
BROKEN = [
    ("a: {type: Linear, in_features: 7, out_features: 9}", ""),
    ("a: {type: Conv2d, out_channels: 4, kernel_size: 3}", ""),
    ("a: {type: GroupNorm, num_groups: 3}", ""),
    ("a: {type: MaxPool1d, kernel_size: 99}", ""),
    ("a: {type: Linaer, out_features: 3}", ""),
    ("a: {type: Linear, out_feature: 3}", ""),
    ("a: {type: Linear, out_features: x}", ""),
    ("a: {type: Dropout, p: 3.0}", ""),
    ("a: {type: ReLU, group: nowhere}", ""),
    ("a: {type: ReLU, repeat: -1}", ""),
    ("a: {type: ReLU, initialize: ones}", ""),
    ("a: {type: Linear, out_features: 2, initialize: {weight: nrmal_}}", ""),
    ("a: {type: ReLU, shares: b}", ""),
    ("a: {type: Linear, out_features: 4, shares: nobody}", ""),
    ("a: {type: ReLU, unroll: {axs: 1}}", ""),
    ("a: {type: Linear, out_features: =wide}", ""),
    ("a: {type: Embedding, num_embeddings: 5, embedding_dim: 3}", ""),
    ("a: {type: ReLU}\nb: {type: ReLU}", "x -> a, a -> a, a -> b -> y"),
    ("a: {type: torch.add}\nz: {type: Input, shape: [N, 5]}", "x -> a.input, z -> a.other, a -> y"),
    ("a: {type: ReLU}\nclass: {type: ReLU}", "x -> a -> y, x -> class"),
    ("a: {type: LSTM, hidden_size: 4}", "a -> y"),
]


@pytest.mark.parametrize(("nodes", "edges"), BROKEN)
def test_what_is_wrong_is_said_in_chinese(nodes: str, edges: str) -> None:
    ends = ["x: {type: Input, shape: [N, 4]}", "y: {type: Output}"]
    lines = "".join(f"  {line}\n" for line in [*ends, *nodes.splitlines()])
    edges = edges or "x -> a -> y"
    document = loads(f"layerloom: 1\nname: A\nnodes:\n{lines}edges: [{edges}]\n")
    problems = list(analyze(document).problems)

    assert problems
    assert [w for said in sentences(problems) for w in untranslated(said)] == []


@pytest.mark.parametrize(
    "training",
    [
        "{data: {source: nowhere}}",
        "{data: {source: digits, batch_size: 5000}}",
        "{data: {source: csv, path: /nowhere.csv}}",
        "{data: {source: digits}, loss: {type: MSELos}}",
        "{data: {source: diabetes}, loss: {type: CrossEntropyLoss}}",
        "{data: {source: iris}, loss: {type: BCELoss}, optimizer: {type: Muon, lr: -1}}",
        "{data: {source: digits, validation: 3}, epochs: none, device: tpu, epocs: 3}",
        "{data: {source: digits}, early_stopping: {patience: 99}, epochs: 3, accumulate: 9999}",
    ],
)
def test_what_is_wrong_with_training_is_said_in_chinese(training: str) -> None:
    text = re.sub(r"(?m)^name: .*$", f"name: A\ntraining: {training}", TINY)
    document = loads(text)
    problems = check_training(document, analyze(document))

    assert problems
    assert [w for said in sentences(problems) for w in untranslated(said)] == []


TINY = """layerloom: 1
name: A
nodes:
  x: {type: Input, shape: [N, 1, 8, 8]}
  f: {type: Flatten}
  a: {type: Linear, out_features: 3}
  s: {type: Softmax, dim: 1}
  y: {type: Output}
edges: [x -> f -> a -> s -> y]
"""


def refusals() -> Iterator[str]:
    document = loads(TINY)
    for edit in (
        AddNode(Node("a", "ReLU")),
        Connect(Edge("x", "output", "f", "input")),
        RemoveNode("nobody"),
        RenameNode("a", "x"),
        SetArgument("a", "repeat", 3),
    ):
        with pytest.raises(EditError) as raised:
            document.apply(edit)
        yield str(raised.value)
    with pytest.raises(EditError) as raised:
        make_block(document, "", ["x", "a"])
    yield str(raised.value)
    for edge in (Edge("a", "output", "a", "input"), Edge("x", "output", "a", "input")):
        refused = can_connect(document, "", edge)
        assert refused is not None
        yield refused.message


def test_why_an_edit_is_refused_is_said_in_chinese() -> None:
    assert [word for said in refusals() for word in untranslated(said)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name: x",
        "layerloom: 9",
        "layerloom: 1\nname: A\nnodes: [1]",
        "layerloom: 1\nname: A\nnodes: {a: {}}",
        "layerloom: 1\nname: A\nnodes: {a: {type: ReLU}}\nedges: [a -> b]",
        "layerloom: 1\nname: [\n",
        "layerloom: 1\nname: &a b\n",
        "layerloom: 1\nname: a\nname: b\n",
    ],
)
def test_why_a_file_cannot_be_read_is_said_in_chinese(text: str) -> None:
    with pytest.raises(LoomError) as raised:
        loads(text)

    assert untranslated(raised.value.message) + untranslated(raised.value.advice) == []


def test_a_sentence_is_said_with_its_values_and_theirs(chinese) -> None:
    document = loads(TINY.replace("out_features: 3", "in_features: 7, out_features: 3"))
    [problem] = analyze(document).errors
    [heard] = [problem_from_plain(json.loads(json.dumps(problem_to_plain(problem))))]

    assert problem.message == (
        "a: Linear expects 7 features on the last axis, but [N, 64] arrives from f."
    )
    assert tr(heard.message) == "a：Linear 在最後一軸上需要 7 個特徵，但從 f 到達的是 [N, 64]。"
    assert tr(heard.fixes[0].label) == "將 in_features 設為 64"


def test_how_a_run_ended_crosses_the_pipe_as_it_was_made(chinese) -> None:
    event = died(-9)
    line = json.dumps(message_to_plain(event))
    heard = message_from_plain(json.loads(line))

    assert heard == event
    assert json.dumps(event) == json.dumps(heard)  # and reads as English wherever it is written
    assert tr(heard["message"]) == "訓練行程被強制終止（SIGKILL），可能是記憶體不足"


def test_a_pattern_from_a_file_fills_in_nothing_but_names() -> None:
    wicked = {
        "$": "Phrase",
        "english": "x",
        "pattern": "{a.__class__}",
        "one": "",
        "values": {"a": 1},
    }

    assert message_from_plain({"said": wicked}) == {"said": "x"}
    assert not isinstance(message_from_plain({"said": wicked})["said"], Phrase)


def test_numbers_in_sentences_are_written_as_the_system_has_it(qapp) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    said = tr(later("{size:,} of {part:.1f} GiB", size=12345, part=2.5))
    QLocale.setDefault(before)

    assert said == "12.345 of 2,5 GiB"


#: Whose texts reach a user: by their names, and by where the text stands.
SAYING = {"Problem": (2,), "Fix": (0,), "Refusal": (1,), "Batch": (1,), "ChangeBlock": (3,)}
BUILTIN = {"ValueError", "TypeError", "LookupError", "KeyError", "PermissionError", "OSError"}


def test_no_sentence_below_the_window_is_put_together_without_its_pattern() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for package in ("graph", "codegen", "train")
        for path in sorted((ROOT / package).rglob("*.py"))
        for line in put_together(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert found == []


def test_that_check_sees_what_is_put_together() -> None:
    wrong = ['raise EditError(f"no {x}")', 'Fix("Set " + x, e)', 'Problem(a, b, "{}".format(x))']
    hidden = 'def f():\n    m = f"no {x}"\n    raise DataError(m)'

    assert [list(put_together(ast.parse(text))) for text in [*wrong, hidden]] == [
        [1],
        [1],
        [1],
        [3],
    ]
    assert list(put_together(ast.parse('raise EditError(later("no {x}", x=x), "choose")'))) == []


def put_together(tree: ast.AST) -> Iterator[int]:
    """Lines where something that says a text is given one that was built."""
    for scope in ast.walk(tree):
        if not isinstance(scope, ast.FunctionDef | ast.Module):
            continue
        own = list(_own(scope))
        built = {
            target.id
            for part in own
            if isinstance(part, ast.Assign) and _is_built(part.value, set())
            for target in part.targets
            if isinstance(target, ast.Name)
        }
        for call in own:
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                name = call.func.id
                raised = name.endswith("Error") and name not in BUILTIN
                places = SAYING.get(name, (0, 1) if raised else ())
                if any(_is_built(arg, built) for i, arg in enumerate(call.args) if i in places):
                    yield call.lineno


def _own(scope: ast.AST) -> Iterator[ast.AST]:
    """What stands in a function, without the functions in it."""
    for part in ast.iter_child_nodes(scope):
        if not isinstance(part, ast.FunctionDef):
            yield part
            yield from _own(part)


def _is_built(text: ast.expr, built: set[str]) -> bool:
    if isinstance(text, ast.IfExp):
        return _is_built(text.body, built) or _is_built(text.orelse, built)
    if isinstance(text, ast.BoolOp):
        return any(_is_built(part, built) for part in text.values)
    if isinstance(text, ast.Name):
        return text.id in built
    if isinstance(text, ast.BinOp):
        return any(
            isinstance(part, ast.Constant | ast.JoinedStr) for part in (text.left, text.right)
        )
    is_format = isinstance(text, ast.Call) and isinstance(text.func, ast.Attribute)
    return isinstance(text, ast.JoinedStr) or (is_format and text.func.attr in ("format", "join"))
