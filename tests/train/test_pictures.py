"""Folders of pictures: read batch by batch, with masks, and kept together by their names."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from graph.errors import DataError
from graph.project_file import loads
from tests.train.test_script import agree as agree
from train.batches import Batches
from train.data import describe, load
from train.data.on_disk import OnDisk
from train.data.picture_files import FileSamples, read_picture
from train.data.recognition import recognise_data
from train.looking.look import Looker, Wanted
from train.predictions.answering import Answering
from train.probe.compiling import compile_for_probe
from train.session import Request, Session
from train.settings import Choice, DataConfig
from train.steering import Steering

CPU = torch.device("cpu")
CONVOLUTIONAL = """layerloom: 1
name: Masks
nodes:
  image: {{type: Input, shape: [N, 3, 8, 10]}}
  conv1: {{type: Conv2d, out_channels: 4, kernel_size: 3, padding: 1}}
  relu1: {{type: ReLU}}
  conv2: {{type: Conv2d, out_channels: 3, kernel_size: 1}}
  mask:  {{type: Output}}
edges: [image -> conv1 -> relu1 -> conv2 -> mask]
training:
  data: {data}
  optimizer: {{type: SGD, lr: 0.1}}
  epochs: 2
"""


def config(source: str, **options: object) -> DataConfig:
    common = {k: options.pop(k) for k in ("validation", "group", "apart", "normalize", "flatten",
              "augment", "batch_size") if k in options}  # fmt: skip
    return DataConfig(source, options=options, **common)  # type: ignore[arg-type]


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    """Twelve images of six places in colour, and a mask of three values for each."""
    random = np.random.RandomState(0)
    for name in ("images", "masks"):
        (tmp_path / "scenes" / name).mkdir(parents=True)
    for index in range(12):
        pixels = random.randint(0, 256, (8, 10, 3)).astype(np.uint8)
        mask = np.array([0, 7, 255], np.uint8)[random.randint(0, 3, (8, 10))]
        Image.fromarray(pixels).save(tmp_path / f"scenes/images/place{index // 2}_{index}.png")
        Image.fromarray(mask).save(tmp_path / f"scenes/masks/place{index // 2}_{index}.png")
    return tmp_path / "scenes"


# read batch by batch


@pytest.mark.parametrize("normalize", ["standard", "unit", "none"])
def test_pictures_on_disk_give_the_batches_that_pictures_in_memory_give(
    image_folder, scenes, normalize
):
    folder = image_folder.parent
    for one in (config("images", path="pets"), config("pairs", path="scenes")):
        said = replace(one, normalize=normalize, batch_size=4, augment=(Choice("noise", {}),))
        here = load(said, folder)
        there = load(replace(said, options={**said.options, "memory": 0.0}), folder)
        assert isinstance(there.train_inputs[0], OnDisk)
        first = Batches(here, said, 3, CPU).training()
        second = Batches(there, said, 3, CPU).training()
        for _ in range(7):
            for one_batch, other in zip(next(first), next(second), strict=True):
                for x, y in zip(
                    (*one_batch[0], *one_batch[1]), (*other[0], *other[1]), strict=True
                ):
                    assert torch.equal(x, y)
        later_on = next(iter(Batches(there, said, 3, CPU).training(7)))
        assert torch.equal(later_on[0][0][0], next(first)[0][0][0])


def test_no_more_is_kept_than_is_allowed(image_folder):
    files = sorted(image_folder.rglob("*.png"))
    one = partial(read_picture, shape=(3, 8, 10), resize=False)
    samples = FileSamples(files, (3, 8, 10), one)
    there = samples.on_disk(5.5 * 240 / 2**30)

    first = there[:]
    for path in files[:5]:
        path.unlink()

    assert (there[:5] == first[:5]).all()  # kept, and the sixth is not
    files[5].unlink()
    with pytest.raises(DataError, match=r"cats/5\.png"):
        there[5]


def save_arrays(file: Path, x: np.ndarray, y: np.ndarray) -> None:
    if file.suffix == ".npy":
        np.save(file, x)
        np.save(file.with_name("y.npy"), y)
    elif file.suffix == ".npz":
        np.savez(file, x=x, y=y)
    else:
        torch.save({"x": torch.from_numpy(x.T).T, "y": torch.from_numpy(y)}, file)


@pytest.mark.parametrize("name", ["x.npy", "x.npz", "x.pt"])
def test_arrays_are_mapped_and_a_bad_row_is_named_when_it_is_read(name, tmp_path, agree, project):
    random = np.random.RandomState(0)
    values, kinds = random.normal(3, 2, (40, 2)).astype(np.float32), random.randint(0, 2, 40)
    save_arrays(tmp_path / name, values, kinds)
    source = "pt" if name.endswith(".pt") else "npz"
    said = config(source, path=name, inputs="x", targets="y", normalize="standard", memory=0.0)

    there = load(said, tmp_path)
    here = load(replace(said, options={**said.options, "memory": 1.0}), tmp_path)

    assert isinstance(there.train_inputs[0], OnDisk)
    np.testing.assert_allclose(there.train_inputs[0][:], here.train_inputs[0], atol=1e-6)
    data = f"{{source: {source}, path: {name}, inputs: x, targets: y, memory: 0.0}}"
    agree(project(f"data: {data}", "epochs: 1"))
    values[17, 1] = np.nan
    save_arrays(tmp_path / name, values, kinds)
    with pytest.raises(DataError, match="'x', row 17 holds NaN"):
        load(said, tmp_path)


def test_compressed_arrays_that_are_too_large_are_told_what_helps(tmp_path, monkeypatch):
    np.savez_compressed(tmp_path / "x.npz", x=np.zeros((40, 6), np.float32), y=np.zeros(40, int))
    monkeypatch.setattr("train.data.memory.LARGEST", 500)

    with pytest.raises(DataError, match="GiB") as told:
        load(config("npz", path="x.npz", inputs="x", targets="y", memory=0.0), tmp_path)

    assert "numpy.savez" in str(told.value.advice)


def test_a_picture_that_goes_while_it_is_trained_on_is_named(image_folder):
    there = load(config("images", path="pets", memory=0.0), image_folder.parent)
    (image_folder / "cats" / "3.png").unlink()

    with pytest.raises(DataError, match=r"cats/3\.png: is not there any more"):
        there.train_inputs[0][:], there.validation_inputs[0][:]


@pytest.mark.slow
def test_a_run_on_pictures_from_disk_goes_on_exactly_and_is_that_in_memory(scenes, tmp_path):
    said = "{{source: pairs, path: scenes, batch_size: 4, augment: [noise], memory: {memory}}}"

    def weights(name: str, memory: float, *stops: str) -> bytes:
        text = CONVOLUTIONAL.format(data=said.format(memory=memory))
        for stop in (*stops, ""):
            hand = Steering()
            if stop:
                hand.send({"command": stop})
            request = Request(text, tmp_path / name, tmp_path, resume=bool(stops) and not stop)
            assert Session(request, lambda _: None, hand).run()
        return (tmp_path / name / "last.safetensors").read_bytes()

    whole = weights("whole", 0.0)
    assert weights("stopped", 0.0, "stop_after_epoch") == whole
    assert weights("memory", 1.0) == whole


# images and masks


def test_masks_have_a_class_for_each_value_and_pixels_are_counted(scenes):
    said = describe(config("pairs", path="scenes"), scenes.parent)
    given = load(config("pairs", path="scenes", validation=0.25), scenes.parent)

    assert said.classes == ("0", "7", "255") and str(said.target) == "[N, 8, 10] int64"
    assert sum(map(sum, said.balance.values())) == 12 * 80
    assert said.to_plain()["counted"] == "pixels"
    assert given.train_inputs[0].shape == (9, 3, 8, 10)
    assert given.train_target.dtype == np.int64 and set(np.unique(given.train_target)) == {0, 1, 2}
    binary = load(config("pairs", path="scenes", mask="binary", resize=4), scenes.parent)
    assert binary.train_target.shape == (10, 4, 4) and binary.train_target.max() == 1


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda f: (f / "masks/place0_1.png").unlink(),
         "images/place0_1.png: there is no masks/place0_1.* for it"),
        (lambda f: (f / "images/place0_1.png").unlink(),
         "masks/place0_1.png: there is no images/place0_1.* for it"),
        (lambda f: Image.new("L", (9, 8)).save(f / "masks/place0_1.png"),
         "masks/place0_1.png: is 9 x 8 pixels, but images/place0_1.png is 10 x 8"),
        (lambda f: (f / "masks/place0_1.png").write_bytes(b"no picture"),
         "masks/place0_1.png: cannot be read as an image"),
        (lambda f: Image.effect_noise((10, 8), 90).convert("RGB").rotate(1).quantize(3)
         .convert("RGB").point(lambda v: v // 2 + 60).save(f / "images/place0_1.png")
         or Image.fromarray(np.arange(240).reshape(8, 10, 3).astype(np.uint8))
         .save(f / "masks/place0_1.png"),
         "masks/place0_1.png: a mask has one number from 0 to 255 for each pixel"),
        (lambda f: Image.fromarray(np.arange(80).reshape(8, 10).astype(np.uint8))
         .save(f / "masks/place0_1.png"), "too many for classes"),
        (lambda f: (f / "images/place0_1.jpg").write_bytes(b""), "has the name of images/place0_1"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_pair_is_named_by_its_file(scenes, break_it, said):
    break_it(scenes)

    with pytest.raises(DataError) as caught:
        describe(config("pairs", path="scenes"), scenes.parent)

    assert said in str(caught.value)


def test_classes_that_are_counted_beforehand_are_held_to(scenes):
    with pytest.raises(DataError, match="has a pixel of 255, which is none of the 8 classes"):
        load(config("pairs", path="scenes", classes=8), scenes.parent)


def test_a_folder_with_images_and_masks_is_recognised(scenes, tmp_path):
    assert recognise_data(scenes) == {"source": "pairs", "path": str(scenes)}
    for part in ("train", "val"):
        (tmp_path / "split" / part).mkdir(parents=True)
        os.symlink(scenes / "images", tmp_path / "split" / part / "imgs")
        os.symlink(scenes / "masks", tmp_path / "split" / part / "labels")
    assert recognise_data(tmp_path / "split") == {
        "source": "pairs", "path": str(tmp_path / "split/train"), "image_folder": "imgs",
        "mask_folder": "labels", "validation": str(tmp_path / "split/val"),
    }  # fmt: skip


# kept together


def test_files_are_kept_together_by_a_part_of_their_names_or_by_their_folder(scenes, image_folder):
    said = config("pairs", path="scenes", group="place{group}_*", validation=0.3)
    described = describe(said, scenes.parent)
    assert described.groups.tolist() == sorted([0, 1, 2, 3, 4, 5] * 2)
    given = load(said, scenes.parent)
    assert len(given.validation_target) == 4  # two places of two

    for kind in ("cats", "dogs"):
        for index in range(6):
            home = image_folder / kind / f"litter{index // 3}"
            home.mkdir(exist_ok=True)
            (image_folder / kind / f"{index}.png").rename(home / f"{index}.png")
    folder = config("images", path="pets", group="folder")
    assert describe(folder, image_folder.parent).groups.tolist() == [0, 0, 0, 1, 1, 1] * 2
    with pytest.raises(DataError, match=r"litter0/0\.png: its name does not fit"):
        describe(replace(folder, group="a{group}_*"), image_folder.parent)
    with pytest.raises(DataError, match=r"place0_0\.png: lies in no subfolder"):
        describe(config("pairs", path="scenes", group="folder"), scenes.parent)


# in the script


@pytest.mark.parametrize(
    "said",
    [
        "path: scenes", "path: scenes, memory: 0", "path: scenes, group: 'place{group}_*'",
        "path: scenes, validation: more, memory: 0", "path: scenes, mask: binary, resize: [8, 10]",
        "path: scenes, memory: 0, augment: [rotate, flip, noise]",
    ],
)  # fmt: skip
def test_the_script_reads_the_same_images_and_masks(said, scenes, agree, tmp_path):
    import shutil

    shutil.copytree(scenes, tmp_path / "more")
    agree(CONVOLUTIONAL.format(data=f"{{source: pairs, {said}, batch_size: 4}}"))


# looked at


def test_the_data_tab_is_told_of_masks_and_of_pictures_on_disk(scenes, image_folder):
    told, pictures = Looker().look(config("pairs", path="scenes"), scenes.parent, Wanted())

    assert told["counted"] == "pixels" and told["classes"] == ["0", "7", "255"]
    assert sum(map(sum, told["balance"].values())) == 12 * 80
    assert [one["name"] for one in told["values"]] == ["image, red", "image, green", "image, blue"]
    assert "7 " in told["samples"][0]["label"] and "%" in told["samples"][0]["label"]
    plain = np.asarray(Image.open(scenes / "images/place0_0.png")).transpose(2, 0, 1)
    mask = np.asarray(Image.open(scenes / "masks/place0_0.png"))
    assert (pictures[0][:, mask == 0] == plain[:, mask == 0]).all()
    assert (pictures[0][:, mask > 0] != plain[:, mask > 0]).mean() > 0.9

    there = config("images", path="pets", memory=0.0)
    told, pictures = Looker().look(there, image_folder.parent, Wanted(label="dogs"))
    assert told["count"] == 6 and pictures.shape == (6, 3, 8, 10)
    assert told["balance"]["train"][0] + told["balance"]["validation"][0] == 6


# varied together


@pytest.mark.parametrize("kind", ["flip", "crop", "zoom", "rotate", "shift"])
def test_a_mask_is_moved_as_its_image_is(kind, tmp_path):
    """Images that are their masks: wherever a pixel goes, its class goes with it."""
    for name in ("images", "masks"):
        (tmp_path / "shapes" / name).mkdir(parents=True)
        for index in range(4):
            figure = np.zeros((24, 24), np.uint8)
            figure[4 + index : 16, 3 : 9 + 2 * index] = 255
            Image.fromarray(figure).save(tmp_path / f"shapes/{name}/{index}.png")
    said = config("pairs", path="shapes", validation=0.0, normalize="unit",
                  augment=(Choice(kind, {"p": 1.0}),))  # fmt: skip

    [(inputs, targets)] = next(Batches(load(said, tmp_path), said, 0, CPU).training())

    assert targets[0].dtype == torch.int64 and 0 < targets[0].sum()
    agreeing = ((inputs[0][:, 0] > 0.5).long() == targets[0]).float().mean()
    assert agreeing > 0.97  # but for half pixels at an edge
    still = next(Batches(load(said, tmp_path), replace(said, augment=()), 0, CPU).training())
    assert not torch.equal(still[0][1][0], targets[0])


def test_two_classes_may_be_one_score_a_pixel_in_app_and_script(scenes, agree):
    text = CONVOLUTIONAL.format(data="{source: pairs, path: scenes, mask: binary, batch_size: 4}")
    one = text.replace("out_channels: 3,", "out_channels: 1,")
    agree(f"{one}  loss: {{type: BCEWithLogitsLoss, pos_weight: [2.0]}}\n")


def test_a_network_whose_loss_weighs_classes_by_the_data_answers(scenes):
    text = CONVOLUTIONAL.format(data="{source: pairs, path: scenes}")
    document = loads(f"{text}  loss: {{type: CrossEntropyLoss, weight: balanced}}\n")

    answering = Answering(compile_for_probe(document, folder=scenes.parent), scenes.parent)

    [(_, read)] = answering.validate()
    assert len(read.arrays["loss"]) == 2
