"""Samples to train, to validate and to test with: drawn fairly, kept apart, and measured once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from graph.errors import DataError
from graph.project_file import loads
from tests.train.test_script import agree as agree
from tests.train.test_script_losses import repeated as repeated
from train.config import check_training
from train.data import describe, load
from train.data.parts import split_by_class, split_by_group
from train.events import Event
from train.request import Request
from train.session import Session
from train.settings import DataConfig, TrainingConfig
from train.steering import Steering

ROOT = Path(__file__).parent.parent.parent


def test_a_stratified_split_keeps_every_class_in_every_part():
    labels = np.array([0] * 60 + [1] * 9 + [2] * 4)

    parts = split_by_class(labels, 0.2, 0.1, seed=3)

    assert sorted(np.concatenate(parts)) == list(range(73))
    assert [sorted(set(labels[part])) for part in parts] == [[0, 1, 2]] * 3
    assert [int((labels[part] == 0).sum()) for part in parts] == [42, 12, 6]


def test_no_group_is_in_two_parts_and_the_fractions_are_met_nearly():
    groups = np.random.RandomState(0).randint(0, 40, 1000)

    parts = split_by_group(groups, 0.2, 0.1, seed=5)
    again = split_by_group(groups, 0.2, 0.1, seed=5)

    sets = [set(groups[part]) for part in parts]
    assert not (sets[0] & sets[1] or sets[0] & sets[2] or sets[1] & sets[2])
    assert sorted(np.concatenate(parts)) == list(range(1000))
    assert all(abs(len(part) - n) < 30 for part, n in zip(parts, (700, 200, 100), strict=True))
    assert all((a == b).all() for a, b in zip(parts, again, strict=True))


def test_two_groups_are_enough_to_hold_one_out():
    parts = split_by_group(np.array([1] * 90 + [2] * 10), 0.3, 0.0, seed=0)

    assert sorted(map(len, parts)) == [0, 10, 90] and len(parts[0]) and len(parts[1])


@pytest.fixture
def patients(write) -> Path:
    """Sixty visits of twelve patients, ill or well, with files for what is held out."""
    random = np.random.RandomState(1)
    head = "age,colour,patient,state\n"
    rows = [
        f"{random.randint(20, 80)},{colour},p{i % 12},{state}"
        for i in range(60)
        for colour, state in [("red" if i % 3 else "blue", "ill" if i % 4 else "ok")]
    ]
    write("visits.csv", head + "\n".join(rows) + "\n")
    write("held.csv", head + "\n".join(rows[:7]) + "\n")
    write("tests.csv", head + "\n".join(rows[7:12]) + "\n")
    return write("strange.csv", head + "30,green,p1,ok\n").parent


def config_of(folder: Path, line: str) -> DataConfig:
    text = f"layerloom: 1\nname: X\nnodes: {{}}\nedges: []\ntraining:\n  data: {line}\n"
    document = loads(text)
    return TrainingConfig.from_document(document).data


def test_a_description_counts_every_part_and_every_class_in_it(patients):
    config = config_of(
        patients, "{source: csv, path: visits.csv, split: stratified, test: 0.1, ignore: patient}"
    )

    said, given = describe(config, patients), load(config, patients)

    assert said.parts == {"train": 42, "validation": 12, "test": 6}
    assert said.classes == ("ill", "ok")
    assert said.balance == {"train": (32, 10), "validation": (9, 3), "test": (4, 2)}
    assert (given.train_samples, given.validation_samples, given.test_samples) == (42, 12, 6)


def test_a_group_column_is_no_input_and_keeps_its_rows_together(patients):
    config = config_of(patients, "{source: csv, path: visits.csv, group: patient, test: 0.2}")

    said = describe(config, patients)

    assert said.inputs[0].shape == (3,)  # the age, and red or blue
    assert said.parts["train"] + said.parts["validation"] + said.parts["test"] == 60
    assert all(size % 5 == 0 and size > 0 for size in said.parts.values())


def test_parts_from_files_of_their_own_follow_the_columns_of_the_first(patients):
    line = "{source: csv, path: visits.csv, ignore: patient, validation: held.csv, "
    config = config_of(patients, line + "test: {path: tests.csv}}")

    said, given = describe(config, patients), load(config, patients)

    assert said.parts == {"train": 60, "validation": 7, "test": 5}
    assert given.validation_inputs[0].shape == (7, 3)
    assert (given.test_target == load(config, patients).test_target).all()


def test_a_part_with_what_never_occurs_in_training_names_file_row_and_column(patients):
    line = "{source: csv, path: visits.csv, ignore: patient, test: strange.csv}"

    with pytest.raises(DataError, match=r"strange.csv, row 2: 'green' in column 'colour'"):
        load(config_of(patients, line), patients)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{source: moons, validation: val.csv}", "expected a fraction"),
        ("{source: moons, validation: {path: val.csv}}", "has no files of its own"),
        ("{source: csv, path: a.csv, validation: 0.6, test: 0.5}", "leave no sample"),
        ("{source: csv, path: a.csv, split: fair}", "fair"),
        ("{source: moons, group: a}", "has no groups"),
        ("{source: csv, path: a.csv, group: a, split: stratified}", "not by both"),
        ("{source: idx, images: a, labels: b, test: {images: c}}", "images: ..., labels: ..."),
    ],
)
def test_what_cannot_be_split_so_is_said_with_a_way_out(line, said):
    text = f"layerloom: 1\nname: X\nnodes: {{}}\nedges: []\ntraining:\n  data: {line}\n"

    problems = check_training(loads(text), None)

    assert any(said in one.message and one.fixes for one in problems)


def test_parts_with_nothing_or_only_one_class_are_warned_of(write, project):
    rows = "".join(f"{i},{'a' if i < 39 else 'b'}\n" for i in range(40))
    folder = write("t.csv", "x,kind\n" + rows).parent
    text = project("data: {source: csv, path: t.csv, validation: 0.01, test: 0.1}")

    said = [one.message for one in check_training(loads(text), None, folder)]

    assert any("no sample is left to validate with" in one for one in said)
    assert any("class b has one sample only" in one for one in said)
    assert any("all samples to test with are of class a" in one for one in said)


def run(text: str, out: Path, **more: object) -> list[Event]:
    events: list[Event] = []
    Session(Request(text, out, out.parent, **more), events.append, Steering()).run()  # type: ignore[arg-type]
    return events


def test_a_run_ends_with_the_test_set_measured_by_its_best_weights(project, tmp_path):
    text = project("data: {source: moons, test: 0.2}", "epochs: 3")
    events = run(text, tmp_path / "run")
    [test] = [one for one in events if one["event"] == "test"]
    done = events[-1]

    again = run(text, tmp_path / "run", evaluate=True)
    [measured] = [one for one in again if one["event"] == "evaluation"]

    assert events[0]["test_samples"] == 200
    assert done["event"] == "done" and done["test"] == test["test"]
    assert test["epoch"] == done["best"]["epoch"] and set(test["test"]) == {"loss", "accuracy"}
    assert measured["test"] == test["test"] and measured["weights"] == test["weights"]
    log = (tmp_path / "run" / "events.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["event"] for line in log.splitlines()[-2:]] == ["done", "evaluation"]


SPLITS = [
    "{source: moons, test: 0.2}",
    "{source: moons, split: stratified}",
    "{source: moons, split: stratified, test: 0.1}",
    "{source: csv, path: visits.csv, ignore: patient, batch_size: 8, test: 0.15}",
    "{source: csv, path: visits.csv, group: patient, batch_size: 8, test: 0.2}",
    "{source: csv, path: visits.csv, ignore: patient, validation: held.csv, test: tests.csv}",
    "{source: csv, path: visits.csv, ignore: patient, test: tests.csv, split: stratified}",
]


@pytest.mark.parametrize("line", SPLITS, ids=range(len(SPLITS)))
def test_the_script_draws_the_same_parts_and_measures_the_same(
    line, project, patients, agree, tmp_path
):
    text = project(f"data: {line}", "epochs: 2")
    agree(text.replace("[N, 2]", "[N, 3]") if "csv" in line else text)


@pytest.mark.slow
def test_the_command_line_evaluates_a_run_without_training(project, write, tmp_path):
    file = write("points.loom.yaml", project("data: {source: moons, test: 0.2}", "epochs: 2"))
    command = [sys.executable, "main.py", "train", str(file), "--json"]
    trained = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    told = subprocess.run(
        [*command, "--evaluate"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    events = [json.loads(line) for line in told.stdout.splitlines()]

    last = json.loads(trained.stdout.splitlines()[-1])
    assert events[-1]["test"] == last["test"] and "train" not in events[-1]
    assert not [one for one in events if one["event"] in ("step", "epoch", "checkpoint")]


TWO_LOSSES = """\
layerloom: 1
name: Two
nodes:
  x: {{type: Input, shape: [N, 2]}}
  body: {{type: Linear, out_features: 4}}
  one: {{type: Linear, out_features: 2}}
  two: {{type: Linear, out_features: 1}}
  state: {{type: Output}}
  age: {{type: Output}}
edges: [x -> body -> one -> state, body -> two -> age]
training:
  data: {{source: csv, path: visits.csv, ignore: patient, split: stratified, test: 0.1}}
  loss: [{losses}]
  epochs: 1
"""
STATE = "{type: CrossEntropyLoss, output: state, target: state}"
AGE = "{type: MSELoss, output: age, target: age}"


@pytest.mark.parametrize("losses", [f"{STATE}, {AGE}", f"{AGE}, {STATE}"], ids=["class", "number"])
def test_a_stratified_split_goes_by_the_classes_of_whichever_target_has_them(
    patients, losses, repeated
):
    text = TWO_LOSSES.format(losses=losses)
    config = TrainingConfig.from_document(loads(text)).data

    assert describe(config, patients).parts == {"train": 42, "validation": 12, "test": 6}
    repeated(text)


def test_a_stratified_split_of_numbers_alone_is_refused_in_words(patients):
    text = TWO_LOSSES.format(losses=f"{AGE}, {AGE}")
    config = TrainingConfig.from_document(loads(text)).data

    with pytest.raises(DataError, match="none of the targets has any"):
        describe(config, patients)
