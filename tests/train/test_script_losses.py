"""A training script with several losses and chosen metrics gives the very numbers of the app."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.train.test_losses import HEADS, rows  # noqa: F401  (a fixture)
from tests.train.test_script import EXAMPLES, assert_same, export
from train.events import Event
from train.request import Request
from train.session import Session
from train.steering import Steering


def course(text: str, folder: Path) -> tuple[list[float], list[Event]]:
    """The loss of every step, and what each epoch came to, in the app."""
    events: list[Event] = []
    out = folder / "run"
    assert Session(Request(text, out, folder), events.append, Steering()).run(), events[-1]
    losses = [loss for event in events if event["event"] == "step" for loss in event["loss"]]
    return losses, [event for event in events if event["event"] == "epoch"]


@pytest.fixture
def repeated(tmp_path, monkeypatch, capsys):
    """Holds the script of a project to the app: losses bit by bit, what is measured to 6 digits."""

    def repeated(text: str) -> str:
        script = export(text, tmp_path)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", [script.name, "--losses", "losses.csv"])
        capsys.readouterr()
        runpy.run_path(str(script), run_name="__main__")
        lines = capsys.readouterr().out.splitlines()
        printed = [line for line in lines if line.startswith("epoch")]
        losses, epochs = course(text, tmp_path)

        told = [line.split(",")[1] for line in (tmp_path / "losses.csv").read_text().splitlines()]
        assert [float(loss) for loss in told] == losses
        for line, event in zip(printed, epochs, strict=True):
            for phase in ("train", "validation"):
                found = dict(re.findall(rf"{phase} ([\w.]+) ([\d.e+-]+)", line))
                assert {name: float(value) for name, value in found.items()} == pytest.approx(
                    event[phase], rel=2e-5, abs=1e-7
                )
        return script.read_text(encoding="utf-8")

    return repeated


def test_a_weighted_sum_with_every_metric_of_each_output(rows, repeated):  # noqa: F811
    metrics = "accuracy, top2_accuracy, precision, recall, f1, roc_auc, perplexity, mae, rmse, r2"
    text = HEADS.replace("accuracy, f1, mae", metrics) + "  accumulate: 2\n"

    script = repeated(text)

    assert "loss = scores_loss + 0.5 * length_loss" in script
    assert "weight=class_weights(count_classes(training[-2], 3))" in script


LENGTH = "{output: length, type: MSELoss"
TOGETHER = {
    "files of their own": HEADS.replace(
        "path: rows.csv", "path: rows.csv, validation: more.csv, test: more.csv"
    ),
    "two targets of one output": HEADS.replace(
        "    - {output: length",
        "    - {output: length, type: L1Loss, target: inch}\n    - {output: length",
    ),
    "closure": f"{HEADS}  optimizer: {{type: LBFGS, lr: 0.1}}\n",
    "sums": HEADS.replace(LENGTH, f"{LENGTH}, reduction: sum").replace(
        "CrossEntropyLoss", "CrossEntropyLoss, reduction: sum"
    )
    + "  accumulate: 3\n  optimizer: {type: SGD, lr: 0.0001}\n",
    "judged": f"{HEADS}  schedule: {{type: ReduceLROnPlateau, patience: 0}}\n"
    "  early_stopping: {metric: validation.length.mae, patience: 2}\n"
    "  ema: 0.5\n  checkpoint_every: 2\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TOGETHER)
def test_a_sum_of_losses_goes_with_everything_else(name, rows, repeated):  # noqa: F811
    head, *lines = rows.read_text().splitlines()
    if "inch" in TOGETHER[name]:  # another number of each row
        more = [f"{line},{float(line.split(',')[1]) * 3:.4f}" for line in lines]
        rows.write_text("\n".join([f"{head},inch", *more]) + "\n")
    (rows.parent / "more.csv").write_text("\n".join([head, *lines[5:40]]) + "\n")

    repeated(TOGETHER[name])


ARRAYS = """layerloom: 1
name: Signals
nodes:
  wave:   {type: Input, shape: [N, 2, 6]}
  conv:   {type: Conv1d, out_channels: 3, kernel_size: 3, padding: 1}
  back:   {type: Conv1d, out_channels: 2, kernel_size: 1}
  flat:   {type: Flatten}
  centre: {type: Linear, out_features: 2}
  size:   {type: Linear, out_features: 2}
  yes:    {type: Linear, out_features: 1}
  kinds:  {type: Output}
  drawn:  {type: Output}
  mean:   {type: Output}
  width:  {type: Output}
  sure:   {type: Output}
edges:
  - wave -> conv -> kinds
  - conv -> back -> drawn
  - conv -> flat -> centre -> mean
  - flat -> size -> width
  - flat -> yes -> sure
training:
  data: {source: npz, path: d.npz, inputs: wave, targets: kind, augment: [{type: noise}]}
  loss:
    - {output: kinds, type: CrossEntropyLoss, class_weight: balanced, ignore_index: 0}
    - {output: drawn, type: MSELoss, target: inputs, weight: 0.1}
    - {outputs: [mean, width], type: GaussianKLLoss, weight: 0.0625}
    - {output: sure, type: BCEWithLogitsLoss, target: odd, pos_weight: balanced}
  metrics: [accuracy, f1, recall, roc_auc, rmse]
  best: validation.kinds.f1
  precision: bf16
  epochs: 2
"""  # fmt: skip


def test_sequences_what_is_ignored_and_a_loss_of_our_own(write, tmp_path, repeated):
    random = np.random.RandomState(0)
    wave = random.randn(200, 2, 6).astype(np.float32)
    kind = (wave[:, 0] > 0).astype(np.int64) + (wave[:, 1] > 0)
    np.savez(tmp_path / "d.npz", wave=wave, kind=kind, odd=np.arange(200) % 4 // 3)

    script = repeated(ARRAYS)

    assert "class GaussianKLLoss(nn.Module):" in script and "0.0625 * mean_loss" in script


def test_one_loss_measured_by_what_is_chosen(project, repeated):
    training = ["data: {source: moons}", "loss: {type: BCEWithLogitsLoss, pos_weight: balanced}"]

    repeated(project(*training, "metrics: [precision, roc_auc]", "best: validation.f1", classes=1))


def test_what_is_alike_lies_near(project, repeated):
    """A distance of less than half the margin says so."""
    text = project("data: {source: moons}", "loss: {type: HingeEmbeddingLoss, margin: 2.0}",
                   "optimizer: {type: Adam, lr: 0.05}", "epochs: 6", classes=1)  # fmt: skip
    script = repeated(text)

    assert "(1.0 - output.flatten() > 0) == target.flatten()" in script


EVERY = [
    "data: {source: moons, batch_size: 16}", "checkpoint_every: 7", "accumulate: 2", "ema: 0.9",
    "metrics: [accuracy, roc_auc]", "optimizer: {type: SGD, lr: 0.05, momentum: 0.9}",
    "schedule: {type: OneCycleLR, max_lr: 0.1}", "epochs: 2",
]  # fmt: skip


def test_a_script_that_is_killed_within_an_epoch_goes_on_there(
    project, tmp_path, monkeypatch, capsys
):
    """Losses, weights and what the epoch is measured by are those of a run that was not killed."""
    text, told = project(*EVERY), {}
    for name in ("whole", "again"):
        (tmp_path / name).mkdir()
        script = export(text, tmp_path / name)
        monkeypatch.chdir(script.parent)
        monkeypatch.setattr(sys, "argv", ["script.py", "--losses", "losses.csv"])
        if name == "again":
            kill = 'path)\n        if "counted" in facts:\n            raise SystemExit\n'
            killed = script.read_text().replace("path)\n\n\ndef go_on", f"{kill}\n\ndef go_on")
            killed = killed.replace("read_bytes()", "with_name('script.py').read_bytes()")
            (script.parent / "killed.py").write_text(killed)
            for _ in range(2):
                with pytest.raises(SystemExit):
                    runpy.run_path("killed.py", run_name="__main__")
        capsys.readouterr()
        runpy.run_path("script.py", run_name="__main__")
        told[name] = capsys.readouterr().out.splitlines()

    assert told["again"][0] == "going on after step 14, from points_checkpoint.pt"
    assert told["again"][1:] == told["whole"]
    whole, again = tmp_path / "whole", tmp_path / "again"
    assert (whole / "losses.csv").read_text() == (again / "losses.csv").read_text()
    weights = [torch.load(path / "points_weights.pt", weights_only=True) for path in (whole, again)]
    assert_same(*weights)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["vae_digits", "siamese", "seq2seq_attention"])
def test_the_scripts_of_examples_with_several_inputs_or_losses(name, repeated):
    """What is random in the network is drawn alike, in validation too."""
    example = EXAMPLES / f"{name}.loom.yaml"

    repeated(re.sub(r"epochs: \d+", "epochs: 2", example.read_text(encoding="utf-8")))
