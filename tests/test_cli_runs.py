"""``runs`` and ``compare``: tables, JSON, names and notes, and every way to ask for what is not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from graph.edits import SetTraining
from graph.project_file import dumps, loads
from train.request import Request
from train.session import Session
from train.steering import Steering

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A project with two runs."""
    folder = tmp_path_factory.mktemp("work")
    file = Path(shutil.copy(ROOT / "examples" / "perceptron.loom.yaml", folder))
    for name, rate in (("slow", 0.01), ("fast", 0.5)):
        document = loads(file.read_text(encoding="utf-8"))
        document.apply(SetTraining(("optimizer", "lr"), rate))
        document.apply(SetTraining(("epochs",), 2))
        request = Request(dumps(document), folder / "runs" / name, folder)
        assert Session(request, [].append, Steering()).run()
    return file


def test_runs_prints_a_table_of_the_runs_of_a_project(loom, project):
    outcome = loom("runs", project)

    assert (outcome.code, outcome.err) == (0, "")
    heading, fast, slow, _, footer = outcome.out.splitlines()
    assert heading.split()[:4] == ["run", "when", "state", "epochs"]
    assert fast.split()[0] == "fast" and slow.split()[0] == "slow"
    assert "done" in fast and "2/2" in fast and "%" in fast
    assert footer.startswith("2 runs in ")


def test_runs_sorts_filters_and_speaks_json(loom, project):
    outcome = loom("runs", project.parent, "--sort", "optimizer.lr", "--reverse", "--json")
    filtered = loom("runs", project.parent / "runs", "--filter", "lr<0.1", "--json")

    assert [run["settings"]["optimizer.lr"] for run in json.loads(outcome.out)] == [0.5, 0.01]
    [slow] = json.loads(filtered.out)
    assert (slow["state"], slow["epochs"], slow["planned_epochs"]) == ("done", 2, 2)
    assert slow["final"]["validation.loss"] > 0 and slow["environment"]["torch"]


def test_a_run_is_named_noted_and_shown_whole(loom, project):
    folder = project.parent / "runs" / "slow"

    outcome = loom("runs", folder, "--name", "careful", "--note", "too slow")

    assert outcome.code == 0
    facts = dict(line.split("  ", 1) for line in outcome.out.splitlines())
    assert facts["run"].strip() == "careful" and facts["note"].strip() == "too slow"
    assert "epoch" in facts["best"] and "careful" in loom("runs", project).out


def test_compare_says_what_differs_in_words_and_numbers(loom, project):
    runs = [project.parent / "runs" / name for name in ("fast", "slow")]

    outcome = loom("compare", *runs)
    found = json.loads(loom("compare", *runs, "--json").out)

    assert (outcome.code, outcome.err) == (0, "")
    assert "is the same" in outcome.out
    assert any(line.split() == ["optimizer.lr", "0.5", "0.01"] for line in outcome.out.splitlines())
    assert found["settings"] == {"optimizer.lr": [0.5, 0.01]}
    assert found["network"] == [[]]
    assert len(found["results"]["validation.loss"]) == 2


@pytest.mark.slow
def test_curves_are_written_as_numbers_or_drawn(loom, project, tmp_path):
    runs = [project.parent / "runs" / name for name in ("fast", "slow")]

    outcome = loom("compare", *runs, "-o", tmp_path / "curves.csv")

    assert outcome.code == 0, outcome.err
    heading, *rows = (tmp_path / "curves.csv").read_text().splitlines()
    assert heading.startswith("run,step,epoch,loss,lr.0,") and len(rows) > 4
    assert loom("compare", *runs, "-o", tmp_path / "curves.txt").code == 2
    assert loom("compare", *runs, "-o", tmp_path / "curves.svg").code == 0
    assert "<svg" in (tmp_path / "curves.svg").read_text(encoding="utf-8")


def test_a_run_goes_on_from_its_folder_alone(loom, project, tmp_path):
    folder = Path(shutil.copytree(project.parent / "runs" / "slow", tmp_path / "runs" / "moved"))

    outcome = loom("train", folder, "--resume", "--epochs", 3, "--json")

    assert outcome.code == 0, outcome.err
    events = [json.loads(line) for line in outcome.out.splitlines()]
    assert [e["epoch"] for e in events if e["event"] == "epoch"] == [3]
    assert events[-1]["lr"] == [0.01] if "lr" in events[-1] else True


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("runs", "gone"), "gone: there is no such file or folder; check the path"),
        (("runs", "{runs}", "--sort", "los"), "did you mean loss?"),
        (("runs", "{runs}", "--filter", "acuracy>1"), "did you mean accuracy?"),
        (("runs", "{runs}", "--name", "x"), "is no run, so it has no name or note"),
        (("runs", "{slow}", "--delete"), "add --yes if that is meant"),
        (("compare", "{slow}"), "name two runs or more"),
        (("compare", "{slow}", "{runs}"), "there is no run in this folder"),
        (("train", "{slow}"), "add --resume to go on with it"),
        (("train", "{slow}", "--resume", "--out", "x"), "leave out --out"),
    ],
)
def test_what_cannot_be_is_one_line_with_what_to_do(loom, project, arguments, words):
    places = {"runs": project.parent / "runs", "slow": project.parent / "runs" / "slow"}

    outcome = loom(*(argument.format(**places) for argument in arguments))

    assert outcome.code == 2
    assert len(outcome.lines) == 1 and words in outcome.lines[0], outcome.err
    assert (places["slow"] / "events.jsonl").is_file()


def test_what_is_no_run_is_said_beside_the_table(loom, project):
    (project.parent / "runs" / "sketches").mkdir(exist_ok=True)

    outcome = loom("runs", project)

    assert outcome.code == 0 and "2 runs" in outcome.out
    assert "sketches: there is no run in this folder" in outcome.err
    (project.parent / "runs" / "sketches").rmdir()


def test_a_run_is_deleted_when_that_is_meant(loom, project, tmp_path):
    folder = Path(shutil.copytree(project.parent / "runs" / "fast", tmp_path / "copy"))

    outcome = loom("runs", folder, "--delete", "--yes")

    assert outcome.code == 0 and not folder.exists()


def test_a_folder_without_runs_says_how_to_make_one(loom, tmp_path):
    outcome = loom("runs", tmp_path)

    assert (outcome.code, outcome.err) == (0, "") and "train FILE makes one" in outcome.out
