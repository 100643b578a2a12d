"""A training script that reads its samples batch by batch gives the very numbers of the app."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tests.train.test_script_losses import repeated as repeated

HEAD = """layerloom: 1
name: Heads
nodes:
  image:  {{type: Input, shape: [N, 3, 4, 5]}}
  flat:   {{type: Flatten}}
  fc:     {{type: Linear, out_features: 3}}
  scores: {{type: Output}}
  size:   {{type: Linear, out_features: {sizes}}}
  length: {{type: Output}}
  back:   {{type: Conv2d, out_channels: 3, kernel_size: 1}}
  again:  {{type: Output}}
edges: [{edges}]
training:
  data: {{{data}, memory: 0, batch_size: 4}}
  loss: [{losses}]
  optimizer: {{type: SGD, lr: 0.05}}
  epochs: 2
"""
EDGES = {
    "scores": "image -> flat -> fc -> scores",
    "length": "flat -> size -> length",
    "again": "image -> back -> again",
}
ARRAYS = "source: npz, path: here.npz, inputs: x, targets: y"
TENSORS = "source: pt, path: here.pt, inputs: f, targets: y, normalize: standard"
SAVED = "source: huggingface, path: saved, target: y"


def project(data: str, *losses: str, sizes: int = 2) -> str:
    """A network with a head for each loss, written ``output: type, target``."""
    lines, edges = [], []
    for said in losses:
        output, _, rest = said.partition(": ")
        kind, _, target = rest.partition(", ")
        about = f", target: {target}" if target else ""
        lines.append(f"{{type: {kind}, output: {output}{about}}}")
        edges.append(EDGES[output])
    text = HEAD.format(data=data, sizes=sizes, edges=", ".join(edges), losses=", ".join(lines))
    if len(losses) == 1:
        text = text.replace(f"[{lines[0]}]", f"{{type: {kind}}}")
    unused = {"length": ("  size:", "  length:"), "again": ("  back:", "  again:"),
              "scores": ("  flat:", "  fc:", "  scores:")}  # fmt: skip
    for output, starts in unused.items():
        if EDGES[output] not in edges:
            text = "\n".join(line for line in text.split("\n") if not line.startswith(starts))
    return text


def samples(seed: int, count: int) -> dict[str, np.ndarray]:
    random = np.random.RandomState(seed)
    return {
        "x": random.randint(0, 256, (count, 3, 4, 5)).astype(np.uint8),
        "f": random.randn(count, 3, 4, 5).astype(np.float32),
        "y": np.arange(count) % 3,
        "z": random.randn(count, 2).astype(np.float32),
        "g": np.arange(count) // 4,
    }


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    """Two sets of samples, here and there, in every kind of file that is read in part."""
    for seed, (name, count) in enumerate((("here", 23), ("there", 9))):
        arrays = samples(seed, count)
        np.savez(tmp_path / f"{name}.npz", **arrays)
        tensors = {key: torch.from_numpy(value) for key, value in arrays.items()}
        torch.save(tensors, tmp_path / f"{name}.pt")
        for folder in (f"{name}_arrays", f"{name}_scenes/images", f"{name}_scenes/masks"):
            (tmp_path / folder).mkdir(parents=True)
        for key, value in arrays.items():
            np.save(tmp_path / f"{name}_arrays" / f"{key}.npy", value)
        for row, pixels in enumerate(arrays["x"]):
            picture = Image.fromarray(pixels.transpose(1, 2, 0))
            pets = tmp_path / f"{name}_pets" / "abc"[row % 3]
            pets.mkdir(parents=True, exist_ok=True)
            picture.save(pets / f"{row}.png")
            picture.save(tmp_path / f"{name}_scenes/images/{row}.png")
            mask = Image.fromarray((pixels[0] % 5 // 2).astype(np.uint8))
            mask.save(tmp_path / f"{name}_scenes/masks/{row}.png")
    stl = tmp_path / "stl10_binary"
    stl.mkdir()
    pictures = np.random.RandomState(0).randint(0, 256, (12, 3, 96, 96)).astype(np.uint8)
    (stl / "train_X.bin").write_bytes(pictures.tobytes())
    (stl / "train_y.bin").write_bytes(bytes(1 + row % 3 for row in range(12)))
    (stl / "class_names.txt").write_text("bird\ncat\ndog\n")


def save_rows(folder: Path, arrays: dict[str, np.ndarray]) -> None:
    """What ``save_to_disk`` would write; the groups are class labels too."""
    arrow = pytest.importorskip("pyarrow")
    cells = []
    for pixels in arrays["x"]:
        Image.fromarray(pixels.transpose(1, 2, 0)).save(file := io.BytesIO(), "PNG")
        cells.append({"bytes": file.getvalue(), "path": None})
    kind = arrow.struct([("bytes", arrow.binary()), ("path", arrow.string())])
    table = arrow.table(
        {"image": arrow.array(cells, kind), "y": arrays["y"], "z": arrays["z"][:, 0],
         "g": arrays["g"]}
    )  # fmt: skip
    folder.mkdir()
    with arrow.ipc.new_stream(str(folder / "rows.arrow"), table.schema) as file:
        file.write_table(table)
    places = [f"place {9 - number}" for number in range(9)]
    features = {
        "image": {"_type": "Image"},
        "y": {"_type": "ClassLabel", "names": ["a", "b", "c"]},
        "g": {"_type": "ClassLabel", "names": places},
    }
    (folder / "dataset_info.json").write_text(json.dumps({"features": features}))
    (folder / "state.json").write_text(json.dumps({"_data_files": [{"filename": "rows.arrow"}]}))


CLASS, SIZE, AGAIN = "scores: CrossEntropyLoss", "length: MSELoss, z", "again: MSELoss, inputs"
CASES = {
    "several targets, a part apart": (f"{ARRAYS}, validation: there.npz", CLASS, SIZE),
    "stratified, the second named": (f"{ARRAYS}, split: stratified", CLASS, SIZE),
    "its input beside another": (ARRAYS, CLASS, AGAIN),
    "all of them": (f"{ARRAYS}, test: there.npz", f"{CLASS}, y", SIZE, AGAIN),
    "arrays in files of their own, by group": (
        "source: npz, path: here_arrays/x.npy, inputs: x, targets: y, group: g, "
        "validation: there_arrays/x.npy", CLASS, SIZE,
    ),
    "tensors": (f"{TENSORS}, validation: there.pt, group: g", f"{CLASS}, y", SIZE),
    "a folder of pictures given back": (
        "source: images, path: here_pets, validation: there_pets, targets: inputs",
        "again: MSELoss",
    ),
    "pictures, classes and themselves": (
        "source: images, path: here_pets, validation: there_pets, test: there_pets", CLASS, AGAIN,
    ),
    "torchvision": ("source: torchvision, path: ., dataset: STL10, flatten: true", CLASS),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_samples_stay_on_disk_in_the_script_too(name, repeated):
    data, *losses = CASES[name]
    text = project(data, *losses)
    if name == "torchvision":
        text = text.replace("[N, 3, 4, 5]", "[N, 27648]")

    script = repeated(text)

    place = "data of its own" if name == "torchvision" else re.findall(r"path: ([\w./]+)", data)[0]
    assert f"Train Heads on {Path(place).name}." in script and "class OnDisk" in script


@pytest.mark.parametrize(
    "more", ["validation: there", "group: g", "split: stratified, test: there"]
)
def test_a_saved_data_set_of_several_targets_stays_on_disk(more, tmp_path, repeated):
    save_rows(tmp_path / "saved", samples(0, 23))
    save_rows(tmp_path / "there", samples(1, 9))

    script = repeated(project(f"{SAVED}, {more}", CLASS, SIZE, sizes=1))

    assert "class Pictures" in script


def test_classes_of_masks_that_stay_on_disk_are_weighed(repeated):
    text = project("source: pairs, path: here_scenes, validation: there_scenes", "again: MSELoss")
    text = text.replace("{type: MSELoss}", "{type: CrossEntropyLoss, weight: balanced}")

    assert "count_classes(training[-1], 3)" in repeated(text)


def test_a_folder_of_pictures_is_given_back_from_memory_too(repeated):
    data = "source: images, path: here_pets, targets: inputs"

    script = repeated(project(data, "again: MSELoss").replace("memory: 0", "memory: 1"))

    assert "OnDisk" not in script
