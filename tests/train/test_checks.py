"""Data, network and loss that do not fit are found before a run, and each fix makes them fit."""

from __future__ import annotations

import numpy as np
import pytest

from graph.project_file import loads
from graph.shapes import analyze
from train.config import check_training
from train.events import Event
from train.request import Request
from train.session import Session
from train.steering import Steering


def check(text: str, folder=None):
    document = loads(text)
    return document, check_training(document, analyze(document), folder)


def codes(problems) -> list[str]:
    return [problem.code for problem in problems]


def assert_every_fix_mends(document, problem, folder=None):
    assert problem.fixes
    for fix in problem.fixes:
        inverse = document.apply(fix.edit)
        after = check_training(document, analyze(document), folder)
        assert problem.message not in [p.message for p in after], fix.label
        document.apply(inverse)


def test_a_project_that_fits_has_no_problem(project):
    assert check(project())[1] == []


@pytest.mark.parametrize(
    ("training", "classes", "code", "said"),
    [
        (["data: {source: wine}"], 3, "data-shape", "samples of shape [N, 13], but this input"),
        (["data: {source: digits}"], 10, "data-shape", "samples of shape [N, 1, 8, 8]"),
        (["data: {source: spirals}"], 2, "classes", "has 3 classes, but only 2 scores arrive"),
        (["data: {source: moons}"], 5, "classes", "has 2 classes, but 5 scores arrive"),
        (["data: {source: moons}", "loss: BCELoss"], 1, "not-bounded", "between 0 and 1"),
        (["data: {source: moons}", "loss: BCEWithLogitsLoss"], 3, "loss-shape", "[N, 1]"),
        (["data: {source: spirals}", "loss: BCEWithLogitsLoss"], 1, "loss-target", "two classes"),
        (["data: {source: spirals}", "loss: MSELoss"], 1, "loss-target", "numbers, but the data"),
        (["data: {source: moons}", "loss: NLLLoss"], 2, "no-log-softmax", "log-probabilities"),
        (["data: {source: moons, batch_size: 5000}"], 2, "batch-size", "more than the 800"),
        (["data: {source: moons}", "optimizer: SparseAdam"], 2, "optimizer-sparse", "sparse"),
        (["data: {source: moons}", "loss: KLDivLoss"], 2, "no-log-softmax", "log-probabilities"),
        (["data: {source: moons}", "loss: CTCLoss"], 2, "loss-target", "one label for each"),
        (["data: {source: moons}", "optimizer: Muon"], 2, "optimizer-shape", "bias of fc1 has 1"),
        (
            ["device: cpu", "optimizer: {type: Adam, capturable: true}"],
            2,
            "optimizer-device",
            "CPU",
        ),
        (["data: {source: moons}", "optimizer: LBFGS"], 2, "optimizer-batches", "all 800 samples"),
    ],
)
def test_what_does_not_fit_is_named_and_every_fix_mends_it(project, training, classes, code, said):
    document, problems = check(project(*training, classes=classes))

    problem = next(p for p in problems if p.code == code)
    assert said in problem.message
    assert_every_fix_mends(document, problem)


def test_a_label_that_has_no_score_is_named_with_its_sample(project, tmp_path):
    labels = np.arange(20) % 3
    labels[7] = 12
    np.savez(tmp_path / "a.npz", x=np.zeros((20, 2), np.float32), y=labels)
    np.savez(tmp_path / "b.npz", x=np.zeros((20, 2), np.float32), y=np.arange(20) % 3)
    said = "source: npz, inputs: x, targets: y, path: "

    document = loads(project(f"data: {{{said}a.npz}}", classes=10))
    problems = check_training(document, analyze(document), tmp_path)

    wrong = "the data a.npz has 13 classes, but only 10 scores arrive; sample 7 is of class '12'"
    assert wrong in next(p for p in problems if p.code == "classes").message
    document = loads(project(f"data: {{{said}b.npz, validation: a.npz}}", classes=3))
    [problem] = check_training(document, analyze(document), tmp_path)
    assert "validation data: sample 7 is of class '12', of which no sample" in problem.message


def test_the_input_takes_the_shape_of_the_data_with_one_click(project):
    document, problems = check(project("data: {source: wine}", classes=3))

    document.apply(problems[0].fixes[0].edit)

    assert problems[0].node == "point"
    assert problems[0].fixes[0].label == "Set shape to [N, 13]"
    assert check_training(document, analyze(document)) == []


def test_a_flat_input_may_also_have_the_images_flattened(project):
    text = project("data: {source: digits}", classes=10).replace("[N, 2]", "[N, 64]")
    document, [problem] = check(text)

    assert [fix.label for fix in problem.fixes] == ["Set shape to [N, 1, 8, 8]", "Flatten the data"]
    document.apply(problem.fixes[1].edit)
    assert check_training(document, analyze(document)) == []


def test_numbers_to_predict_need_no_classes(project):
    document, problems = check(project("data: {source: sine}").replace("[N, 2]", "[N, 1]"))

    problem = next(p for p in problems if p.code == "loss-target")
    assert "class numbers, but the data Sine has numbers to predict" in problem.message
    assert_every_fix_mends(document, problem)


def test_a_softmax_before_cross_entropy_is_warned_of(project):
    text = project().replace("fc2 -> scores", "fc2 -> soft -> scores")
    text = text.replace("  scores: {type", "  soft: {type: Softmax, dim: 1}\n  scores: {type")

    [problem] = check(text)[1]

    assert (problem.severity, problem.code, problem.node) == ("warning", "softmax-twice", "soft")


def test_a_group_that_fits_no_layer_is_warned_of(project):
    said = check(project("optimizer: {type: SGD, groups: [{nodes: \"conv*\", lr: 0.1}]}",
                         "data: {source: moons}"))[1]  # fmt: skip
    fine = check(project("optimizer: {type: SGD, groups: [{nodes: \"fc*\", lr: 0.1}]}",
                         "data: {source: moons}"))[1]  # fmt: skip

    assert codes(said) == ["group-empty"]
    assert fine == []


def test_the_number_of_inputs_and_outputs_has_to_fit(project):
    text = project()
    two_in = text.replace("nodes:\n", "nodes:\n  more: {type: Input, shape: [N, 2]}\n")
    two_in = (
        two_in.replace("fc1 -> relu1", "both -> fc1 -> relu1")
        .replace("edges:\n", "edges:\n  - more -> both.other\n")
        .replace("nodes:\n", "nodes:\n  both: {type: torch.add}\n")
    )
    assert codes(check(two_in)[1]) == ["data-inputs"]

    assert codes(check(project("loss: TripletMarginLoss", "data: {source: moons}"))[1]) == [
        "loss-outputs"
    ]


def test_data_outside_the_folder_is_a_hint_until_a_run_is_started(project, write, tmp_path):
    path = write("elsewhere/points.csv", "a,b,y\n" + "1,2,no\n3,4,yes\n" * 10)
    folder = tmp_path / "here"
    folder.mkdir()
    document = loads(project(f"data: {{source: csv, path: {path}, batch_size: 4}}"))
    analysis = analyze(document)

    [hint] = check_training(document, analysis, folder)

    assert (hint.severity, hint.code) == ("hint", "data-outside-folder")
    assert check_training(document, analysis, folder, outside=True) == []


def test_broken_data_is_an_error_with_its_row(project, write, tmp_path):
    write("t.csv", "a,b,y\n1,2,no\n1,,yes\n")

    [problem] = check(project("data: {source: csv, path: t.csv}"), tmp_path)[1]

    assert problem.code == "bad-data"
    assert "t.csv, row 3: column 'b' is empty" in problem.message


def test_while_shapes_are_not_known_only_settings_and_data_are_checked(project):
    document = loads(project("data: {source: wine}", "epoch: 3"))

    assert codes(check_training(document, None)) == ["unknown-key"]


LAST = "  scores: {type: Output}"


@pytest.mark.parametrize(
    ("layer", "loss", "code", "fix"),
    [
        ("LogSoftmax", "BCELoss", "not-bounded", "Use NLLLoss"),
        ("Softmax", "CrossEntropyLoss", "softmax-twice", "Leave out soft"),
    ],
)
def test_what_stands_last_is_told_from_what_the_loss_wants(project, layer, loss, code, fix):
    text = project("data: {source: moons}", f"loss: {loss}")
    text = text.replace(LAST, f"  soft:   {{type: {layer}, dim: 1}}\n{LAST}")
    document, problems = check(text.replace("-> scores", "-> soft -> scores"))

    [problem] = [each for each in problems if each.code == code]
    assert [each.label for each in problem.fixes] == [fix] and problem.node == "soft"
    assert_every_fix_mends(document, problem)


def test_a_softmax_is_put_in_where_its_logarithm_is_missing(project):
    document, problems = check(project("data: {source: moons}", "loss: NLLLoss"))

    document.apply(problems[0].fixes[1].edit)

    assert problems[0].fixes[1].label == "Add LogSoftmax"
    assert [edge.source for edge in document.graph.in_edges("scores")] == ["log_softmax1"]
    assert check_training(document, analyze(document)) == []


SPOKEN = """layerloom: 1
name: Spoken
nodes:
  heard:  {type: Input, shape: [N, 12, 5]}
  fc:     {type: Linear, out_features: 5}
  soft:   {type: LogSoftmax, dim: -1}
  turn:   {type: torch.transpose, dim0: 0, dim1: 1}
  said:   {type: Output}
edges:
  - heard -> fc -> soft -> turn -> said
training:
  data: {source: npz, path: spoken.npz, inputs: x, targets: y, batch_size: 20}
  loss: {type: CTCLoss, blank: 4}
  optimizer: {type: Adam, lr: 0.05}
  epochs: 8
"""


@pytest.fixture
def spoken(tmp_path):
    """Twelve moments each, in which three labels of four are heard one after the other."""
    random = np.random.RandomState(0)
    labels = random.randint(0, 4, (100, 3))
    heard = 0.1 * random.randn(100, 12, 5).astype(np.float32)
    for place in range(3):
        heard[np.arange(100), 4 * place + 1, labels[:, place]] += 1
    np.savez(tmp_path / "spoken.npz", x=heard, y=labels)
    return tmp_path


def test_ctc_compares_sequences_of_a_length_that_is_known(spoken):
    assert check(SPOKEN, spoken)[1] == []
    events: list[Event] = []

    assert Session(Request(SPOKEN, spoken / "run", spoken), events.append, Steering()).run()

    losses = [event["train"]["loss"] for event in events if event["event"] == "epoch"]
    assert losses[-1] < losses[0] / 2


@pytest.mark.parametrize(
    ("before", "after", "code", "said"),
    [
        ("soft -> turn ->", "soft ->", "loss-shape", "needs [T, N, C], time before samples"),
        ("out_features: 5", "out_features: 4", "classes", "each of 5 labels, of which the blank"),
    ],
)
def test_ctc_says_what_it_wants_of_a_network(spoken, before, after, code, said):
    text = SPOKEN.replace(before, after)
    if "turn" in before:
        text = text.replace("  turn:   {type: torch.transpose, dim0: 0, dim1: 1}\n", "")
    document, problems = check(text, spoken)

    [problem] = [each for each in problems if each.code == code]
    assert said in problem.message and problem.node == "said"
    if code == "classes":
        assert_every_fix_mends(document, problem, spoken)
