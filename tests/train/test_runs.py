"""Runs read back from their folders: what became of them, listed, sorted, filtered, compared."""

from __future__ import annotations

import csv
import json
import os
import shutil
from pathlib import Path

import pytest

from codegen.watching import Place
from graph.errors import TrainingError
from graph.phrases import Phrase, later
from train.diagnosis.finding import Finding, brief
from train.events import problem
from train.request import Request
from train.run_folder import RunFolder
from train.runs.comparing import compare_runs
from train.runs.curves import RunCurves, continued, csv_of
from train.runs.listing import Filter, Reader, place_of_runs, sorted_runs, value_of
from train.runs.naming import read_about, write_about
from train.runs.record import NoRun, Run, events_of, is_run, read_run
from train.session import Session
from train.steering import Steering

MOONS = "data: {source: moons, samples: 100, batch_size: 20}"


def train(text: str, out: Path, *, commands: tuple[dict, ...] = (), **options: object) -> Path:
    steering = Steering()
    for command in commands:
        steering.send(command)
    events: list[dict] = []
    Session(Request(text, out, out.parent, **options), events.append, steering).run()  # type: ignore[arg-type]
    assert events[-1]["event"] in ("done", "stopped"), events[-1]
    return out


@pytest.fixture(scope="module")
def runs(tmp_path_factory) -> Path:
    """Three runs that ended otherwise, beside what is no run."""
    from tests.train.conftest import POINTS

    place = tmp_path_factory.mktemp("project") / "runs"

    def text(*lines: str, classes: int = 2) -> str:
        return POINTS.format(classes=classes, training="\n".join(f"  {line}" for line in lines))

    train(text(MOONS, "epochs: 3", "optimizer: {type: Adam, lr: 0.01}"), place / "done")
    wide = text(MOONS, "epochs: 2", "optimizer: {type: Adam, lr: 0.1}").replace("16", "64")
    train(wide, place / "wide")
    train(text(MOONS, "epochs: 9"), place / "stopped", commands=({"command": "stop_after_epoch"},))
    (place / "pictures").mkdir()
    (place / "broken/checkpoints").mkdir(parents=True)
    (place / "broken/events.jsonl").write_text("these are\nno events\n")
    return place


def test_a_run_tells_how_it_went_and_what_came_out(runs):
    run = read_run(runs / "done")

    events = [json.loads(line) for line in (runs / "done/events.jsonl").read_text().splitlines()]
    epochs = [event for event in events if event["event"] == "epoch"]
    assert (run.state, run.project, run.epochs, run.planned, run.step) == (
        "done", "Points", 3, 3, 12,
    )  # fmt: skip
    assert run.final["validation.loss"] == epochs[-1]["validation"]["loss"]
    assert run.best["validation.loss"] == min(e["validation"]["loss"] for e in epochs)
    assert run.seconds == pytest.approx(sum(e["seconds"] for e in epochs))
    assert run.parameters == 2 * 16 + 16 + 16 * 2 + 2
    assert run.settings["optimizer.lr"] == 0.01 and run.environment["torch"]
    assert run.data_folder == runs.resolve()


def test_a_stopped_run_says_so_and_can_go_on(runs):
    run = read_run(runs / "stopped")

    assert (run.state, run.epochs, run.planned) == ("stopped", 1, 9)
    assert "after epoch 1" in run.reason and run.can_go_on


def test_what_a_log_says_of_a_failure_and_of_findings_can_be_said_in_another_language(tmp_path):
    folder = RunFolder(tmp_path / "run")
    folder.open("", resume=False)
    said = later("{name} is dead since step {step:,}", name="fc1", step=1200)
    finding = Finding("warning", "dead-units", Place((("fc1", None),)), said, "wake it up")
    folder.log({"event": "started", "epochs": 2, "step": 0})
    found = [finding.to_plain()]
    folder.log(brief({"event": "diagnosis", "epoch": 1, "step": 9, "findings": found}))
    folder.log(problem(said, "wake it up", code="x"))
    folder.close()

    run = read_run(tmp_path / "run")

    for words in (run.reason, run.faults[0].words):
        assert words == "fc1 is dead since step 1,200"  # which is all that others need to read
        assert isinstance(words, Phrase) and words.pattern == "{name} is dead since step {step:,}"
        assert words.values == {"name": "fc1", "step": 1200}
    lines = [json.loads(line) for line in (tmp_path / "run/events.jsonl").read_text().splitlines()]
    assert lines[2]["message"] == lines[1]["findings"][0]["words"] == str(said)


def test_what_a_run_is_evaluated_to_afterwards_stays_in_its_log(runs, tmp_path):
    folder = shutil.copytree(runs / "done", tmp_path / "done")
    before, curves = read_run(folder), RunCurves.of(folder)
    text = (folder / "project.loom.yaml").read_text()
    torn = (folder / "events.jsonl").read_bytes() + b'{"event": "st'
    (folder / "events.jsonl").write_bytes(torn)

    train(text, folder, evaluate=True)
    train(text.replace("samples: 100", "samples: 90"), folder, evaluate=True)  # of other data

    run = read_run(folder)
    assert run.held_out == {
        f"evaluated.{name}": before.best[f"validation.{name}"] for name in ("loss", "accuracy")
    }
    assert run.evaluation["epoch"] == before.best_epoch and run.evaluation["weights"]
    assert (run.state, run.step, run.final) == (before.state, before.step, before.final)
    assert value_of(run, "evaluated.loss") == before.best["validation.loss"]
    assert RunCurves.of(folder).acts == curves.acts  # it was nothing that was done to the run
    [row] = [r for r in compare_runs([before, run]).results if r.key == "evaluated.accuracy"]
    assert row.values == (None, run.held_out["evaluated.accuracy"])


def test_a_run_that_is_written_to_is_running_and_a_torn_line_is_passed_over(runs, tmp_path):
    log = (runs / "done/events.jsonl").read_bytes().splitlines(keepends=True)
    folder = tmp_path / "cut"
    (folder / "checkpoints").mkdir(parents=True)
    (folder / "events.jsonl").write_bytes(b"".join(log[:-1]) + log[-1][:20])

    assert (read_run(folder).state, read_run(folder).epochs) == ("killed", 3)

    writing = RunFolder(folder)
    writing.open("", resume=True)
    assert read_run(folder).state == "running" and not read_run(folder).can_go_on
    writing.close()
    assert read_run(folder).state == "killed"


def test_epochs_that_a_run_went_back_behind_do_not_count(tmp_path):
    lines = [
        {"event": "started", "epochs": 5, "epoch": 0, "time": 1.0},
        *({"event": "epoch", "epoch": n, "step": n, "train": {"loss": 1 / n}, "validation": {},
           "seconds": 1.0, "best": True} for n in (1, 2, 3)),
        {"event": "rolled_back", "to_epoch": 1, "epoch": 3, "step": 3},
    ]  # fmt: skip
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "events.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))

    run = read_run(tmp_path)

    assert (run.epochs, run.final, run.seconds) == (1, {"train.loss": 1.0}, 1.0)


def test_steps_are_passed_over_unless_they_are_asked_for(runs):
    names = [event["event"] for event in events_of(runs / "done")]
    steps = [event for event in events_of(runs / "done", steps=True) if event["event"] == "step"]

    assert names[-1] == "done" and names.count("epoch") == 3
    assert sum(len(event["steps"]) for event in steps) == 12


def test_a_listing_has_runs_newest_first_and_says_what_is_none(runs):
    found = Reader().read(runs)

    titles = [one.title for one in found if isinstance(one, Run)]
    assert titles == ["stopped", "wide", "done"]
    why = {one.path.name: one.why for one in found if isinstance(one, NoRun)}
    assert "no run in this folder" in why["pictures"]
    assert "is not the log of a run" in why["broken"]


def test_a_folder_is_read_again_only_where_something_changed(runs):
    reader = Reader()
    before = reader.read(runs)
    write_about(runs / "wide", name="wider")

    after = reader.read(runs)

    same = [new is old for new, old in zip(after, before, strict=True)]
    assert same == [one.path.name != "wide" for one in before]
    write_about(runs / "wide", name="")


@pytest.mark.parametrize(
    "rubbish",
    [b"no line ends here", bytes(range(256)) * 9, b'{"event": "clicked", "x": 3}\n', b"[1]\n" * 3],
    ids=["torn", "bytes", "another program's", "lists"],
)
def test_rubbish_is_no_run_and_among_a_log_it_is_counted(runs, tmp_path, rubbish):
    log = (runs / "done/events.jsonl").read_bytes().splitlines(keepends=True)
    for name, data in (("odd", rubbish), ("cut", b"".join([*log[:-1], rubbish, b"\n"]))):
        (tmp_path / name / "checkpoints").mkdir(parents=True)
        (tmp_path / name / "events.jsonl").write_bytes(data)

    cut, odd = Reader().read(tmp_path)

    assert isinstance(odd, NoRun) and "is not the log of a run" in odd.why
    assert isinstance(cut, Run) and (cut.state, cut.epochs) == ("killed", 3)
    assert ("cannot be read" in cut.reason) == (b"event" not in rubbish)


@pytest.mark.parametrize("hostile", ["pipe", "deep", "folder", "numbers", "bytes"])
def test_whatever_lies_in_a_folder_is_said_and_never_waited_for(tmp_path, hostile):
    folder = tmp_path / "odd"
    (folder / "checkpoints").mkdir(parents=True)
    events = folder / "events.jsonl"
    if hostile == "pipe":
        os.mkfifo(events)
    elif hostile == "folder":
        events.mkdir()
    elif hostile == "deep":
        events.write_text("[" * 200_000 + "\n")
    elif hostile == "bytes":
        events.write_bytes(bytes(range(256)) * 100 + b"\n")
    else:
        odd = {"epoch": "one", "step": 1e999, "train": [1], "validation": {"loss": "low"}}
        started = {"event": "started", "epochs": {}, "parameters": -1e999}
        events.write_text("".join(
            json.dumps(e) + "\n" for e in (started, {"event": "epoch", **odd})
        ))  # fmt: skip
        (folder / "config.json").write_text("[]")
        (folder / "about.json").write_text('{"name": 3}')

    [found] = Reader().read(tmp_path)

    assert isinstance(found, Run | NoRun)


def test_runs_are_listed_of_a_project_its_folder_or_the_folder_of_runs(runs):
    project = runs.parent / "net.loom.yaml"
    project.write_text("")

    assert place_of_runs(project) == runs.resolve()
    assert place_of_runs(runs.parent) == place_of_runs(runs) == runs
    with pytest.raises(TrainingError, match="no such file or folder"):
        place_of_runs(runs / "gone")
    assert not is_run(runs)


# sorting and filtering


def titles(runs: list[Run]) -> list[str]:
    return [run.title for run in runs]


@pytest.fixture
def three(runs) -> list[Run]:
    return [one for one in Reader().read(runs) if isinstance(one, Run)]


def test_a_key_is_a_field_a_result_or_a_setting_by_its_whole_path_or_its_end(three):
    done = next(run for run in three if run.title == "done")

    assert value_of(done, "epochs") == 3
    assert value_of(done, "loss") == done.final["validation.loss"]
    assert value_of(done, "best.train.loss") == done.best["train.loss"]
    assert value_of(done, "optimizer.lr") == value_of(done, "lr") == 0.01
    assert value_of(done, "nothing") is None


def test_runs_are_sorted_by_any_key_and_those_without_it_stand_last(three):
    assert titles(sorted_runs(three, "epochs")) == ["stopped", "wide", "done"]
    assert titles(sorted_runs(three, "lr", reverse=True))[0] == "wide"
    with pytest.raises(TrainingError, match="did you mean epochs"):
        sorted_runs(three, "epoch")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", {"done", "wide", "stopped"}),
        ("state=done", {"done", "wide"}),
        ("state!=done", {"stopped"}),
        ("lr>=0.1", {"wide"}),
        ("state=done epochs<3", {"wide"}),
        ("WID", {"wide"}),
        ("name~id", {"wide"}),
        ("points accuracy>=0%", {"done", "wide", "stopped"}),
        ("loss>1e9", set()),
    ],
)
def test_a_filter_keeps_what_every_part_of_it_holds_for(three, text, kept):
    wanted = Filter.of(text)

    wanted.check(three)
    assert {run.title for run in three if wanted.keeps(run)} == kept


# names, notes, differences


def test_a_name_and_a_note_stay_with_the_folder(runs):
    write_about(runs / "done", name="first  try", note="seems\ngood")
    write_about(runs / "done", note="is good")

    assert read_about(runs / "done") == ("first try", "is good")
    assert read_run(runs / "done").title == "first try"
    with pytest.raises(TrainingError, match="too long"):
        write_about(runs / "done", name="x" * 300)
    write_about(runs / "done", name="", note="")


def test_what_differs_is_said_in_words_and_numbers(runs):
    found = compare_runs([read_run(runs / name) for name in ("done", "wide")])

    assert found.network == (("fc1.out_features is 64 instead of 16",),)
    differing = {row.key: row.values for row in found.settings}
    assert differing == {"optimizer.lr": (0.01, 0.1), "epochs": (3, 2)}
    results = {row.key: row for row in found.results}
    assert results["validation.loss"].differs and len(results["best.train.loss"].values) == 2
    assert {row.key: row.values for row in found.cost}["parameters"] == (82, 322)
    assert found.environment == ()


def test_a_project_that_is_gone_is_said_among_the_differences(runs, tmp_path):
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "events.jsonl").write_bytes((runs / "done/events.jsonl").read_bytes())

    found = compare_runs([read_run(runs / "done"), read_run(copy)])

    [[words]] = found.network
    assert "project.loom.yaml" in words


def test_more_epochs_are_an_act_that_a_later_resume_knows_of(project, tmp_path):
    text = project(MOONS, "epochs: 1", "schedule: {type: CosineAnnealingLR}")
    out = train(text, tmp_path / "run")

    train(text, out, resume=True, epochs=2)
    train(text, out, resume=True)

    run = read_run(out)
    assert (run.epochs, run.planned, run.settings["epochs"]) == (2, 2, 2)
    acts = [e["act"] for e in events_of(out) if e["event"] == "epochs"]
    assert acts == [{"command": "set_epochs", "epochs": 2}]


# curves


def test_the_curves_of_a_log_have_every_step_and_every_epoch(runs):
    curves = RunCurves.of(runs / "done")

    assert list(curves.per_step["loss"].steps) == list(range(1, 13))
    assert list(curves.per_epoch["validation.loss"].steps) == [4, 8, 12]
    assert set(curves.per_epoch) >= {"train.loss", "train.accuracy", "lr.0", "throughput"}
    assert {"lr.0", "memory", "throughput", "gradient_norm"} <= set(curves.per_step)
    assert curves.best_step in (4, 8, 12) and curves.metrics[0] == "loss"


def test_a_run_that_went_back_has_each_step_once(tmp_path):
    curves = RunCurves()
    curves.take({"event": "started", "steps_per_epoch": 2, "step": 0})
    for step in (1, 2, 3, 4):
        curves.take({"event": "step", "step": step, "steps": [step], "loss": [1.0], "lr": [0.1]})
    curves.take({"event": "rolled_back", "step": 4, "to_step": 2})
    for step in (3, 4):
        curves.take({"event": "step", "step": step, "steps": [step], "loss": [2.0], "lr": [0.1]})

    assert list(curves.per_step["loss"].steps) == [1, 2, 3, 4]
    assert list(curves.per_step["loss"].values) == [1, 1, 2, 2]
    assert [step for step, _ in curves.acts] == [2]


def test_curves_are_written_as_rows_that_any_program_reads(runs):
    text = csv_of({"one": RunCurves.of(runs / "done"), "two": RunCurves.of(runs / "wide")})

    rows = list(csv.DictReader(text.splitlines()))
    assert [row["run"] for row in rows].count("one") == 12
    last = next(row for row in rows if (row["run"], row["step"]) == ("two", "8"))
    expected = read_run(runs / "wide").final
    assert float(last["validation.loss"]) == expected["validation.loss"]
    assert last["epoch"] == "2" and float(last["loss"]) > 0 and float(last["epoch.lr.0"]) == 0.1


def test_a_run_that_is_taken_up_again_has_one_curve(runs):
    past, later = RunCurves.of(runs / "done"), RunCurves()
    later.take({"event": "started", "steps_per_epoch": 4, "step": 8, "metrics": ["loss"]})
    for step in (9, 10):
        later.take({"event": "step", "step": step, "steps": [step], "loss": [7.0], "lr": [0.1]})

    whole = continued(past, later)

    assert list(whole.per_step["loss"].steps) == list(range(1, 11))
    assert list(whole.per_step["loss"].values)[-2:] == [7.0, 7.0]
    assert list(whole.per_epoch["train.loss"].steps) == [4, 8]
