"""Data that goes away while a run trains, or is broken: what is kept, and what is said."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from graph.errors import DataError
from train.data import describe, load
from train.events import Event
from train.request import Request
from train.session import Session
from train.settings import DataConfig
from train.steering import Steering

ROOT = Path(__file__).parent.parent.parent

PROJECT = """layerloom: 1
name: Pets
nodes:
  image:  {type: Input, shape: [N, 3, 8, 10]}
  flat:   {type: Flatten}
  drop:   {type: Dropout, p: 0.2}
  fc:     {type: Linear, out_features: 2}
  scores: {type: Output}
edges: [image -> flat -> drop -> fc -> scores]
training:
  data: {source: images, path: pets, batch_size: 4, augment: [flip, noise]}
  epochs: EPOCHS
"""


def run(out: Path, *, epochs: int = 6, hear=None, data="", **more) -> list[Event]:
    events: list[Event] = []

    def listen(event: Event) -> None:
        events.append(event)
        if hear is not None:
            hear(event)

    text = PROJECT.replace("EPOCHS", str(epochs))
    text = text.replace("source: images, path: pets", data) if data else text
    Session(Request(text, out, out.parent, **more), listen, Steering()).run()
    return events


def test_a_run_whose_data_folder_is_taken_away_goes_on_to_its_end(image_folder, tmp_path):
    """What was read is in memory: nothing of the run is lost."""
    whole = run(tmp_path / "whole")

    def unplug(event: Event) -> None:
        if event["event"] == "epoch" and event["epoch"] == 2:
            shutil.rmtree(image_folder)

    cut = run(tmp_path / "cut", hear=unplug)

    assert not image_folder.exists() and cut[-1]["event"] == "done"
    assert cut[-1]["train"] == whole[-1]["train"]
    weights = [load_file(tmp_path / name / "last.safetensors") for name in ("whole", "cut")]
    assert all(torch.equal(weights[0][key], weights[1][key]) for key in weights[0])


def test_what_was_learned_until_pictures_on_disk_went_away_is_kept_and_gone_on_from(
    image_folder, tmp_path
):
    data, away = "source: images, path: pets, memory: 0.0", tmp_path / "away"
    run(tmp_path / "whole", data=data)
    steps: list[int] = []

    def unplug(event: Event) -> None:
        if event["event"] == "epoch" and event["epoch"] == 2:
            image_folder.rename(away)
        steps.extend([event["step"]] if event["event"] == "step" else [])

    cut = run(tmp_path / "cut", data=data, hear=unplug)

    assert cut[-1]["code"] == "bad-data" and "is not there any more" in cut[-1]["message"]
    assert f"then resume the run: all up to step {steps[-1]} is kept" in cut[-1]["advice"]
    assert [e["step"] for e in cut if e["event"] == "checkpoint"][-1] == steps[-1]
    away.rename(image_folder)
    run(tmp_path / "cut", data=data, resume=True)
    weights = [load_file(tmp_path / name / "last.safetensors") for name in ("whole", "cut")]
    assert all(torch.equal(weights[0][key], weights[1][key]) for key in weights[0])


@pytest.mark.parametrize("name", ["x.npy", "x.npz", "x.pt"])
def test_a_file_that_is_cut_off_while_it_is_read_does_not_end_the_process(name, tmp_path):
    """A map of it would: the system kills whoever looks where the file has no end any more."""
    arrays = {"x": np.ones((4000, 3, 8, 10), np.float32), "y": np.arange(4000) % 2}
    np.savez(tmp_path / "x.npz", **arrays)
    torch.save({key: torch.from_numpy(value) for key, value in arrays.items()}, tmp_path / "x.pt")
    for key, value in arrays.items():
        np.save(tmp_path / f"{key}.npy", value)
    kind = "pt" if name.endswith("pt") else "npz"
    options = {"path": name, "inputs": "x", "targets": "y", "memory": 0.0}
    samples = load(DataConfig(kind, normalize="none", options=options), tmp_path).train_inputs[0]
    with (tmp_path / name).open("r+b") as file:
        file.truncate(20_000)

    with pytest.raises(DataError, match=f"{name}: was cut off while it was read; put it back"):
        samples[:]


@pytest.mark.slow
def test_a_killed_run_says_that_its_folder_is_gone_and_ends_alike_once_it_is_back(
    image_folder, tmp_path
):
    file, away = tmp_path / "pets.loom.yaml", tmp_path / "away"
    file.write_text(PROJECT.replace("EPOCHS", "80"), encoding="utf-8")
    out = str(tmp_path / "run")
    command = [sys.executable, "main.py", "train", str(file), "--json", "--out", out]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "epoch" and event["epoch"] == 3:
            image_folder.rename(away)
        if event["event"] == "checkpoint" and event["epoch"] >= 5:
            break
    workers = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True)
    for pid in workers.stdout.split():
        os.kill(int(pid), signal.SIGKILL)
    process.stdout.close()
    process.wait()
    kept = sorted(path.name for path in (tmp_path / "run" / "checkpoints").glob("*.pt"))

    gone = subprocess.run([*command, "--resume"], cwd=ROOT, capture_output=True, text=True)

    assert gone.returncode == 1 and "Traceback" not in gone.stderr
    assert "pets: there is no such folder" in gone.stderr
    assert sorted(path.name for path in (tmp_path / "run" / "checkpoints").glob("*.pt")) == kept
    away.rename(image_folder)
    run(tmp_path / "whole", epochs=80)
    subprocess.run([*command, "--resume"], cwd=ROOT, capture_output=True, check=True)
    weights = [load_file(tmp_path / name / "last.safetensors") for name in ("whole", "run")]
    assert all(torch.equal(weights[0][key], weights[1][key]) for key in weights[0])


def test_a_run_resumed_without_its_data_keeps_its_checkpoints_and_says_where_to_look(
    image_folder, tmp_path
):
    run(tmp_path / "run", epochs=2)
    kept = sorted((tmp_path / "run" / "checkpoints").iterdir())
    image_folder.rename(tmp_path / "away")

    events = run(tmp_path / "run", epochs=4, resume=True)

    assert events[-1]["event"] == "problem" and events[-1]["code"] == "bad-data"
    assert "pets: there is no such folder" in events[-1]["message"]
    assert sorted((tmp_path / "run" / "checkpoints").iterdir()) == kept


def images(**options: object) -> DataConfig:
    return DataConfig("images", options={"path": "pets", **options})


def test_every_broken_picture_is_named(image_folder, tmp_path):
    one = image_folder / "cats" / "3.png"
    whole = one.read_bytes()
    for broken in (b"", whole[: len(whole) // 2], b"GIF89a nothing"):
        one.write_bytes(broken)
        with pytest.raises(DataError, match=r"cats/3\.png: cannot be read as an image"):
            load(images(), tmp_path)
    Image.fromarray(np.zeros((5, 5, 3), np.uint8)).save(one)
    with pytest.raises(DataError, match=r"cats/3\.png: is 5 x 5 pixels, but the first image is"):
        load(images(), tmp_path)
    Image.fromarray(np.zeros((8, 10), np.uint8)).save(one)  # grey among colours is brought to them
    assert load(images(), tmp_path).train_inputs[0].shape[1:] == (3, 8, 10)


def test_empty_folders_and_single_pictures_are_told(image_folder, tmp_path):
    for path in list((image_folder / "dogs").iterdir())[1:]:
        path.unlink()

    said = describe(images(), tmp_path)

    assert "class dogs has one sample only" in said.notes
    next((image_folder / "dogs").iterdir()).unlink()
    with pytest.raises(DataError, match="pets/dogs: holds no image; add some or remove"):
        describe(images(), tmp_path)
    shutil.rmtree(image_folder)
    image_folder.mkdir()
    with pytest.raises(DataError, match="pets: there is no subfolder"):
        describe(images(), tmp_path)
