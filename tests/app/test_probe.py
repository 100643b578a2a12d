"""The Probe tab with a real child: run, step through, follow the canvas, and survive its death."""

import os
import signal
import sys
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from safetensors.torch import save_file

from app.probe_client import ProbeClient
from graph.edits import SetArgument
from tests.app.conftest import SLOW, kill
from tests.python_nodes import LAYERS, lay, project

NORMS = """layerloom: 1
name: Norms
nodes:
  image: {type: Input, shape: [N, 3, 16, 16]}
  norm:  {type: BatchNorm2d}
  drop:  {type: Dropout}
  out:   {type: Output}
edges: [image -> norm -> drop -> out]
training:
  data: {source: digits}
  weights: norms.safetensors
"""

BLOCKS = """layerloom: 1
name: Stacked
blocks:
  Step:
    nodes:
      x:  {type: Input}
      fc: {type: Linear, out_features: 4}
      y:  {type: Output}
    edges: [x -> fc -> y]
nodes:
  x:    {type: Input, shape: [N, 4]}
  rest: {type: Step, repeat: 2}
  log:  {type: torch.log}
  y:    {type: Output}
edges: [x -> rest -> log -> y]
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "look.loom.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def run(qtbot, window):
    before = window.panels.probe.result
    window.actions_by_key["probe"].trigger()
    qtbot.waitUntil(lambda: window.panels.probe.result is not before, timeout=SLOW)
    return window.panels.probe


def test_keys_and_clicks_lead_from_node_to_node_on_canvas_and_panel_alike(qtbot, open_window):
    window = open_window("lenet_mnist")
    panel = run(qtbot, window)

    panel.steps.setFocus()
    qtbot.keyClick(panel.steps, Qt.Key.Key_Down)
    assert window.pane.selection == ["conv1"]
    assert panel.view.title.text() == "conv1"
    assert panel.view.shape.text() == "1 × 6 × 28 × 28"
    assert panel.view.maps.image_count == 6

    window.pane.view.select(["fc3"])
    assert panel.step.place == "fc3"
    window.actions_by_key["step_back"].trigger()
    assert window.pane.selection == ["relu4"]

    window.pane.view.select(["conv1"])
    panel.view.views.buttons["kernels"].click()
    assert panel.view.shape.text() == "6 × 1 × 5 × 5"
    panel.view.views.buttons["numbers"].click()
    assert panel.view.numbers.rowCount() == 16
    assert "target 6" in panel.words.text()

    window.actions_by_key["thumbnails"].trigger()
    pictures = window.pane.scene._thumbnails
    assert set(pictures) >= {"image", "conv1", "pool2", "fc1"}
    window.project.push(SetArgument("conv1", "out_channels", 8))
    window.actions_by_key["thumbnails"].trigger()
    assert not pictures


@pytest.mark.slow
def test_variance_16_after_a_batch_norm_and_the_half_that_dropout_drops_are_read_in_the_panel(
    qtbot, open_window, tmp_path
):
    norm = {"weight": torch.full((3,), 4.0), "bias": torch.zeros(3)}
    save_file({f"0.{name}": value for name, value in norm.items()}, tmp_path / "norms.safetensors")
    window = open_window(write(tmp_path, NORMS))
    panel = window.panels.probe
    panel.form.choose_source("image")
    run(qtbot, window)
    window.pane.view.select(["drop"])
    assert float(panel.view.facts["zeros"].text().rstrip("%")) == 0

    before = panel.result
    panel.mode.buttons["train"].click()
    qtbot.waitUntil(lambda: panel.result is not before, timeout=SLOW)

    assert 40 < float(panel.view.facts["zeros"].text().rstrip("%")) < 60
    window.pane.view.select(["norm"])
    assert float(panel.view.facts["variance"].text()) == pytest.approx(16, rel=1e-2)


@pytest.mark.slow
def test_inside_blocks_every_copy_is_a_step_and_the_first_nan_is_named(
    qtbot, open_window, tmp_path
):
    window = open_window(write(tmp_path, BLOCKS))
    panel = run(qtbot, window)

    assert "log is the first node that gives NaN" in panel.words.text()
    panel.steps.setCurrentRow([s.place for s in panel.result.steps].index("rest[1].fc"))
    assert window.pane.scope == "Step"
    assert window.pane.selection == ["fc"]
    assert panel.step.place == "rest[1].fc"


@pytest.mark.slow
def test_after_an_edit_the_panel_says_so_or_live_runs_again(qtbot, open_window):
    window = open_window("perceptron")
    panel = run(qtbot, window)
    before = panel.result
    window.project.push(SetArgument("hidden", "out_features", 7))
    qtbot.waitUntil(lambda: "has changed since" in panel.words.text(), timeout=SLOW)

    panel.live.click()
    window.project.push(SetArgument("hidden", "out_features", 5))

    qtbot.waitUntil(lambda: panel.result is not before, timeout=SLOW)
    hidden = next(step for step in panel.result.steps if step.place == "hidden")
    assert hidden.outputs["output"].shape == (1, 5)


def test_typed_numbers_that_do_not_fit_are_said_and_mended(qtbot, open_window):
    window = open_window("perceptron")
    panel = window.panels.probe
    panel.form.choose_source("numbers")
    panel.form.text.setText("1, 2, 3")
    panel.form.text.editingFinished.emit()
    qtbot.waitUntil(lambda: "[1, 3] comes from typed numbers" in panel.words.text(), timeout=SLOW)

    panel.form.text.setText("1, 2")
    panel.form.text.editingFinished.emit()

    qtbot.waitUntil(lambda: bool(panel.result.steps), timeout=SLOW)
    assert panel.result.steps[0].outputs["output"].numbers == ((1.0, 2.0),)


@pytest.mark.slow
def test_code_of_the_users_own_is_probed_once_it_is_trusted(qtbot, open_window, tmp_path):
    lay(tmp_path, {"layers.py": LAYERS})
    nodes = (
        "  x: {type: Input, shape: [N, 4]}\n"
        "  own: {type: Python, file: layers.py, name: scaled, inputs: [x]}\n"
        "  y: {type: Output}\n"
    )
    window = open_window(write(tmp_path, project(nodes, "x -> own -> y")))
    panel = window.panels.probe
    window.actions_by_key["probe"].trigger()
    qtbot.waitUntil(lambda: "trust" in panel.words.text(), timeout=SLOW)

    window.pane.view.select(["own"])
    qtbot.mouseClick(window.panels.inspector.node_page.python.trust, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)
    panel = run(qtbot, window)

    mean = {step.node: step.outputs["output"].facts["mean"] for step in panel.result.steps[:2]}
    assert mean["own"] == pytest.approx(2 * mean["x"], rel=1e-4)


@pytest.mark.slow
def test_features_are_written_from_the_selection(qtbot, open_window, answers, tmp_path):
    window = open_window("lenet_mnist")
    answers.path = tmp_path / "features.py"
    window.pane.view.select(["conv1", "fc1"])

    window.actions_by_key["export_features"].trigger()

    qtbot.waitUntil(answers.path.exists, timeout=SLOW)
    assert '"fc1": "classifier.0"' in answers.path.read_text(encoding="utf-8")


# the child


def child(tmp_path: Path, body: str):
    script = tmp_path / "child.py"
    script.write_text("import json, sys, time\n" + body)
    return lambda: (sys.executable, [str(script)], dict(os.environ))


def test_a_child_that_is_killed_is_said_and_the_next_run_starts_another(qtbot, qapp, tmp_path):
    client = ProbeClient(command=child(tmp_path, "time.sleep(1000)\n"))
    said: list[str] = []
    client.failed.connect(lambda words, _: said.append(words))
    client.probe("", "", {})
    qtbot.waitUntil(lambda: client.pid > 0, timeout=SLOW)

    kill(client.pid, signal.SIGTERM)

    qtbot.waitUntil(lambda: bool(said), timeout=SLOW)
    assert said == [
        "the probe's process ended unexpectedly, perhaps for want of memory; "
        "choose a smaller sample or batch"
    ]
    assert not client.is_busy
    client.probe("", "", {})
    assert client.is_busy
    client.close()


def test_a_probe_can_be_cancelled_and_nothing_is_told_of_it(qtbot, qapp, tmp_path):
    client = ProbeClient(command=child(tmp_path, "time.sleep(1000)\n"))
    told: list[object] = []
    client.failed.connect(lambda *words: told.append(words))
    client.probe("", "", {})
    qtbot.waitUntil(lambda: client.pid > 0, timeout=SLOW)

    client.cancel()

    assert not client.is_busy
    qtbot.wait(100)
    assert told == []
    client.close()


def test_a_child_that_talks_nonsense_does_no_harm(qtbot, qapp, tmp_path):
    body = """
for line in sys.stdin:
    print("hello"); print("[1]"); print(json.dumps({"id": json.loads(line)["id"], "probe": {}}))
    sys.stdout.flush()
"""
    client = ProbeClient(command=child(tmp_path, body))
    said: list[str] = []
    client.failed.connect(lambda words, _: said.append(words))

    client.probe("", "", {})

    qtbot.waitUntil(lambda: bool(said), timeout=SLOW)
    assert said == ["what the probe told cannot be read; run it again"]
    client.close()
