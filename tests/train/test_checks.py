"""Data, network and loss that do not fit are found before a run, and each fix makes them fit."""

from __future__ import annotations

import pytest

from graph.project_file import loads
from graph.shapes import analyze
from train.config import check_training


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
        (["data: {source: moons}", "optimizer: Muon"], 2, "optimizer-shape", "two axes, but fc1"),
    ],
)
def test_what_does_not_fit_is_named_and_every_fix_mends_it(project, training, classes, code, said):
    document, problems = check(project(*training, classes=classes))

    problem = next(p for p in problems if p.code == code)
    assert said in problem.message
    assert_every_fix_mends(document, problem)


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
    assert "class numbers, but the data has numbers to predict" in problem.message
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
