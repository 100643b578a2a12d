"""Data sets say what they give, and give it; no torch is needed for either."""

from __future__ import annotations

import gzip
import hashlib
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from graph.errors import DataError
from train.data import SOURCES, describe, load
from train.data.parts import split_indices
from train.data.preparation import epoch_order, epoch_order_by
from train.data.source import Place
from train.settings import DataConfig

OURS = [name for name, source in SOURCES.items() if source.kind != "own"]


def own(source: str, **options: object) -> DataConfig:
    common = {key: options.pop(key) for key in ("validation", "flatten") if key in options}
    return DataConfig(source, options=options, **common)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", OURS)
def test_what_a_built_in_set_says_is_what_it_gives(name):
    config = DataConfig(name)

    said, given = describe(config), load(config)

    assert [f.shape for f in said.inputs] == [a.shape[1:] for a in given.train_inputs]
    assert [f.dtype for f in said.inputs] == [str(a.dtype) for a in given.train_inputs]
    assert said.target.shape == given.train_target.shape[1:]
    assert said.target.dtype == str(given.train_target.dtype)
    assert said.samples == given.train_samples + given.validation_samples
    assert said.classes == given.classes
    assert all(np.isfinite(a).all() for a in given.train_inputs)
    if said.classes:
        assert set(np.unique(given.train_target)) <= set(range(len(said.classes)))


@pytest.mark.parametrize(
    ("name", "samples", "classes"),
    [("mnist", 5000, 10), ("fashion_mnist", 10000, 10), ("digits", 1797, 10), ("iris", 150, 3),
     ("wine", 178, 3), ("breast_cancer", 569, 2), ("diabetes", 442, 0), ("auto_mpg", 392, 0)],
)  # fmt: skip
def test_the_shipped_files_hold_what_their_licence_notes_say(name, samples, classes):
    said = describe(DataConfig(name))

    assert (said.samples, len(said.classes)) == (samples, classes)


def test_mnist_and_fashion_mnist_are_balanced():
    for name, each in (("mnist", 500), ("fashion_mnist", 1000)):
        given = load(DataConfig(name))
        labels = np.concatenate([given.train_target, given.validation_target])

        assert (np.bincount(labels) == each).all()


#: Hashes of the values, written down once: they may never change.
GENERATED = {
    "moons": "1ea4a37eb65c011a",
    "circles": "afd869b9c9d03844",
    "spirals": "deb305ea2bb5d8a9",
    "xor": "34a09fee92b24d04",
    "parity": "d5ccf878f019233b",
    "adding": "4ec4ba5db20ef8cd",
    "sine": "df6953fca48d313b",
    "reversal": "71317f81af7db21e",
    "shapes": "1ff22469b3fe8462",
}


@pytest.mark.parametrize("name", GENERATED)
def test_generated_data_is_the_same_on_every_machine(name):
    given = SOURCES[name].load(DataConfig(name, seed=3), Place())
    values = [given.inputs[0].astype("<f4"), given.target.astype("<f4")]

    digest = hashlib.sha256(b"".join(array.tobytes() for array in values)).hexdigest()

    assert digest[:16] == GENERATED[name]


def test_every_generated_set_is_held_to_its_values():
    assert set(GENERATED) == {n for n, s in SOURCES.items() if s.kind == "generated"}


def test_who_writes_a_row_in_reverse_is_told_what_should_have_come_before():
    given = load(DataConfig("reversal", options={"length": 5, "symbols": 3}))
    [read, written], answer = given.train_inputs, given.train_target

    assert (answer == read[:, ::-1]).all() and set(np.unique(read)) == {1, 2, 3}
    assert (written[:, 0] == 0).all() and (written[:, 1:] == answer[:, :-1]).all()
    assert len(given.classes) == 4


def test_pairs_of_digits_say_whether_they_are_alike_and_pools_keep_pictures_apart():
    config = DataConfig("digit_pairs", options={"samples": 400}, group="pool", seed=1)
    given = load(config)
    described = describe(config)

    assert described.balance["train"] == tuple(np.bincount(given.train_target))
    assert sum(described.balance["validation"]) == len(given.validation_target) == 80
    seen = {picture.tobytes() for side in given.train_inputs for picture in side}
    held_out = {picture.tobytes() for side in given.validation_inputs for picture in side}
    assert not seen & held_out
    with pytest.raises(DataError, match="its groups are called pool"):
        load(DataConfig("digit_pairs", group="kind"))


def test_the_adding_problem_asks_for_the_sum_of_the_marked_numbers():
    given = load(DataConfig("adding", options={"length": 12}))
    [sequences], target = given.train_inputs, given.train_target

    assert sequences.shape[1:] == (12, 2)
    assert (sequences[:, :, 1].sum(axis=1) == 2).all()
    np.testing.assert_allclose((sequences[..., 0] * sequences[..., 1]).sum(1), target[:, 0], 1e-5)


def test_parity_is_the_parity():
    given = load(DataConfig("parity", options={"length": 5}))

    assert (given.train_inputs[0].sum(axis=1) % 2 == given.train_target).all()


def test_the_split_is_a_function_of_the_seed_and_loses_nobody():
    train, validation = split_indices(101, 0.2, seed=4)
    again, _ = split_indices(101, 0.2, seed=4)
    other, _ = split_indices(101, 0.2, seed=5)

    assert len(validation) == 20
    assert sorted([*train, *validation]) == list(range(101))
    assert (train == again).all() and not (train == other).all()


def test_every_epoch_has_an_order_of_its_own_and_the_same_again():
    first, second = epoch_order(50, 7, 0), epoch_order(50, 7, 1)

    assert sorted(first) == sorted(second) == list(range(50))
    assert not (first == second).all()
    assert (epoch_order(50, 7, 1) == second).all()
    used = np.random.RandomState(3)
    used.normal()
    assert (epoch_order_by(used, 50, 7, 1) == second).all()


def test_pixels_are_standardised_by_the_training_part_alone():
    given = load(DataConfig("mnist"))
    [pixels] = given.train_inputs

    assert abs(float(pixels.mean())) < 1e-4
    assert abs(float(pixels.std()) - 1) < 1e-3
    assert float(given.validation_inputs[0].mean()) != pytest.approx(0, abs=1e-6)


def test_unit_brings_pixels_between_zero_and_one():
    [pixels] = load(DataConfig("digits", normalize="unit")).train_inputs

    assert pixels.min() == 0 and pixels.max() == 1


def test_an_autoencoder_is_asked_for_its_own_input():
    config = own("digits", targets="inputs")
    said, given = describe(config), load(config)

    assert said.target == said.inputs[0] and said.classes == ()
    assert (given.train_target == given.train_inputs[0]).all()


def test_a_regression_target_knows_the_way_back_to_its_unit():
    given = load(DataConfig("diabetes"))
    target = given.train_target * given.target_scale + given.target_mean

    assert 25 <= target.min() and target.max() <= 346
    assert abs(given.train_target.mean()) < 1e-5


def test_images_can_be_flattened():
    config = DataConfig("digits", flatten=True)

    assert describe(config).inputs[0].shape == (64,)
    assert load(config).train_inputs[0].shape[1:] == (64,)


def test_describing_needs_no_torch():
    code = (
        "import sys; from train.data import SOURCES, describe\n"
        "from train.settings import DataConfig; from train.config import check_training\n"
        "[describe(DataConfig(n)) for n, s in SOURCES.items() if s.kind != 'own']\n"
        "assert 'torch' not in sys.modules and 'PIL' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


# tables


def test_a_table_has_numbers_and_categories(write, tmp_path):
    write("cars.csv", "power,country,price\n90,usa,1.5\n70,japan,2\n80,usa,3.5\n60,france,2.5\n")
    config = own("csv", path="cars.csv", validation=0.0)
    said, given = describe(config, tmp_path), load(config, tmp_path)

    assert said.inputs[0].shape == (4,)  # power, france, japan, usa
    assert (said.target.shape, said.classes, said.samples) == ((1,), (), 4)
    assert given.train_inputs[0].shape == (4, 4)


def test_a_text_target_is_a_class_in_alphabetical_order(write, tmp_path):
    write("pets.csv", "size;kind\n1;dog\n2;cat\n3;dog\n")
    config = own("csv", path="pets.csv", validation=0.0)

    assert describe(config, tmp_path).classes == ("cat", "dog")
    assert sorted(load(config, tmp_path).train_target) == [0, 1, 1]


def test_whole_numbers_of_few_kinds_are_classes_unless_told_otherwise(write, tmp_path):
    write("t.csv", "x,y\n" + "".join(f"{i},{i % 3 + 5}\n" for i in range(30)))

    assert describe(own("csv", path="t.csv"), tmp_path).classes == ("5", "6", "7")
    assert describe(own("csv", path="t.csv", task="regression"), tmp_path).classes == ()


def test_target_inputs_and_ignored_columns_are_chosen_by_name(write, tmp_path):
    write("t.csv", "a,b,c,d\n" + "".join(f"{i},{i / 2},{i / 3},{i / 7}\n" for i in range(9)))

    two = describe(own("csv", path="t.csv", target="b", inputs=(("a",), ("c", "d"))), tmp_path)
    rest = describe(own("csv", path="t.csv", target="a", ignore=("d",)), tmp_path)

    assert [f.shape for f in two.inputs] == [(1,), (2,)]
    assert rest.names == ("b, c",)


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("", {}, "the file is empty"),
        ("a,b\n", {}, "no data row"),
        ("1,2\n3,4\n", {}, "row 1: the first row holds numbers"),
        ("a,a\n1,2\n", {}, "row 1: two columns are named 'a'"),
        ("a,,b\n1,2,3\n", {}, "row 1: column 2 has no name"),
        ("a,b\n1,2\n3\n", {}, "row 3: 1 values where the header names 2"),
        ("a,b\n1,2\n,4\n", {}, "row 3: column 'a' is empty"),
        ("a,b\n1,2\nnan,4\n", {}, "row 3: column 'a' holds nan"),
        ("a,b\n1,2\ninf,4\n", {}, "row 3: column 'a' holds inf"),
        ("a,b\n1,2\n", {"target": "z"}, "there is no column 'z'"),
        ("a,b\n1,2\n", {"inputs": ("b",)}, "both an input and the target"),
        ("a,b\n1,x\n2,y\n", {"task": "regression"}, "holds the text 'x'"),
        ('a,b\n1,"x\n2,y\n', {}, "row"),
        ("a,b\n" + "0.5,1\n" * 10 + "half,1\n", {}, "row 12: 'half' in column 'a' is no number"),
        ("a,b\n" + "".join(f"name{i},{i}.5\n" for i in range(150)), {}, "150 different texts"),
    ],
)
def test_a_broken_table_is_named_with_its_row(write, tmp_path, text, options, said):
    write("broken.csv", text)

    with pytest.raises(DataError) as caught:
        load(own("csv", path="broken.csv", **options), tmp_path)

    assert str(caught.value).startswith("broken.csv")
    assert said in str(caught.value)


def test_a_table_that_memory_cannot_hold_is_told_before_it_is_read(write, tmp_path, monkeypatch):
    write("large.csv", "a,b\n" + "1,2\n" * 100)
    monkeypatch.setattr("train.data.memory.LARGEST", 5_000)

    with pytest.raises(DataError, match=r"large\.csv: would need .* GiB") as told:
        describe(own("csv", path="large.csv"), tmp_path)

    assert "numpy.save" in str(told.value.advice)


def test_bytes_that_are_no_text_are_named_with_their_row(write, tmp_path):
    write("broken.csv", b"a,b\n1,2\n3,\xff\xfe\n")

    with pytest.raises(DataError, match=r"broken\.csv, row 3: these bytes are no UTF-8"):
        load(own("csv", path="broken.csv"), tmp_path)


# NumPy archives


def test_an_archive_gives_several_inputs(tmp_path):
    np.savez(
        tmp_path / "d.npz", left=np.zeros((5, 3)), right=np.ones((5, 2, 2)), y=np.arange(5) % 2
    )
    config = own("npz", path="d.npz", inputs=("left", "right"), targets="y")
    said, given = describe(config, tmp_path), load(config, tmp_path)

    assert [f.shape for f in said.inputs] == [(3,), (2, 2)]
    assert said.classes == ("0", "1")
    assert [a.dtype for a in given.train_inputs] == [np.float32, np.float32]


def test_whole_numbers_stay_indices_and_bytes_become_pixels(tmp_path):
    np.savez(tmp_path / "tokens.npz", inputs=np.arange(20).reshape(5, 4), targets=np.ones(5))
    np.savez(
        tmp_path / "pixels.npz",
        inputs=np.full((5, 1, 2, 2), 255, np.uint8),
        targets=np.arange(5, dtype=np.float64),
    )
    pixels = DataConfig("npz", normalize="unit", options={"path": "pixels.npz"})

    assert describe(own("npz", path="tokens.npz"), tmp_path).inputs[0].dtype == "int64"
    assert load(own("npz", path="tokens.npz"), tmp_path).train_inputs[0].dtype == np.int64
    assert describe(pixels, tmp_path).inputs[0].dtype == "float32"
    assert load(pixels, tmp_path).train_inputs[0].max() == 1.0
    assert load(pixels, tmp_path).train_target.shape == (4, 1)


class Evil:
    def __reduce__(self):
        return print, ("this must never run",)


@pytest.mark.parametrize(
    ("arrays", "options", "said"),
    [
        ({"inputs": np.zeros((4, 2))}, {}, "there is no array 'targets'"),
        ({"inputs": np.zeros((4, 2)), "targets": np.zeros(3)}, {}, "'targets' has 3"),
        ({"inputs": np.zeros((4, 2)), "targets": np.array([0, 1, -1, 2])}, {}, "row 2: -1"),
        ({"inputs": np.zeros((0, 2)), "targets": np.zeros(0)}, {}, "has no samples"),
        ({"inputs": np.array(["a", "b"]), "targets": np.zeros(2)}, {}, "is no number"),
        ({"inputs": np.array([[1.0], [np.nan]]), "targets": np.zeros(2)}, {}, "row 1 holds NaN"),
        ({"inputs": np.array([Evil(), Evil()]), "targets": np.zeros(2)}, {}, "Python objects"),
        ({"inputs": np.zeros(2), "targets": np.zeros(2)}, {"inputs": "x"}, "no array 'x'"),
    ],
)
def test_a_broken_archive_is_named_with_its_array(tmp_path, capsys, arrays, options, said):
    np.savez(tmp_path / "broken.npz", **arrays)

    with pytest.raises(DataError) as caught:
        load(own("npz", path="broken.npz", **options), tmp_path)

    assert str(caught.value).startswith("broken.npz")
    assert said in str(caught.value)
    assert "never run" not in capsys.readouterr().out


def test_a_torn_archive_is_said_to_be_unreadable(tmp_path):
    np.savez_compressed(tmp_path / "whole.npz", inputs=np.random.rand(50, 9), targets=np.ones(50))
    whole = (tmp_path / "whole.npz").read_bytes()
    for length in range(0, len(whole), len(whole) // 23):
        (tmp_path / "torn.npz").write_bytes(whole[:length])

        with pytest.raises(DataError, match=r"^torn\.npz"):
            load(own("npz", path="torn.npz"), tmp_path)


def test_flipped_bytes_in_an_archive_never_escape_as_anything_but_a_data_error(tmp_path):
    np.savez_compressed(tmp_path / "whole.npz", inputs=np.random.rand(50, 9), targets=np.ones(50))
    whole = bytearray((tmp_path / "whole.npz").read_bytes())
    random = np.random.RandomState(1)
    for _ in range(60):
        broken = whole.copy()
        for place in random.randint(0, len(broken), 4):
            broken[place] ^= random.randint(1, 256)
        (tmp_path / "flipped.npz").write_bytes(broken)
        try:
            load(own("npz", path="flipped.npz"), tmp_path)
        except DataError as error:
            assert "flipped.npz" in str(error)


# IDX


def idx_bytes(array: np.ndarray, code: int = 0x08) -> bytes:
    header = bytes([0, 0, code, array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape)
    return header + array.tobytes()


def write_idx(folder: Path, zipped: bool) -> dict[str, str]:
    pixels = np.arange(6 * 4 * 5, dtype=np.uint8).reshape(6, 4, 5)
    labels = np.array([0, 1, 2, 0, 1, 2], np.uint8)
    pack = gzip.compress if zipped else bytes
    (folder / "images").write_bytes(pack(idx_bytes(pixels)))
    (folder / "labels").write_bytes(pack(idx_bytes(labels)))
    return {"images": "images", "labels": "labels"}


@pytest.mark.parametrize("zipped", [True, False])
def test_the_files_of_mnist_itself_are_read(tmp_path, zipped):
    config = own("idx", **write_idx(tmp_path, zipped))
    said, given = describe(config, tmp_path), load(config, tmp_path)

    assert said.inputs[0].shape == (1, 4, 5)
    assert said.classes == ("0", "1", "2")
    assert given.train_samples + given.validation_samples == 6


@pytest.mark.parametrize(
    ("images", "labels", "said"),
    [
        (b"", None, "this is no IDX file"),
        (b"PNG!....", None, "this is no IDX file"),
        (b"\0\0\x08\x03\0\0", None, "ends inside its header"),
        (idx_bytes(np.zeros((6, 4, 5), np.uint8))[:-3], None, "promises 120 bytes"),
        (idx_bytes(np.zeros((5, 4, 5), np.uint8)), None, "holds 5 images"),
        (None, idx_bytes(np.zeros((6, 2), np.uint8)), "holds images, not labels"),
        (gzip.compress(idx_bytes(np.zeros((6, 4, 5), np.uint8)), mtime=0)[:-9], None, "to its end"),
        (idx_bytes(np.zeros((6,), np.uint8)), None, "holds labels, not images"),
    ],
)
def test_broken_idx_files_are_named(tmp_path, images, labels, said):
    options = write_idx(tmp_path, zipped=False)
    if images is not None:
        (tmp_path / "images").write_bytes(images)
    if labels is not None:
        (tmp_path / "labels").write_bytes(labels)

    with pytest.raises(DataError) as caught:
        load(own("idx", **options), tmp_path)

    assert said in str(caught.value)


def test_an_idx_header_that_promises_terabytes_is_refused_at_once(tmp_path):
    options = write_idx(tmp_path, zipped=False)
    bomb = bytes([0, 0, 8, 3]) + struct.pack(">3I", 6, 2**20, 2**20)
    (tmp_path / "images").write_bytes(bomb)

    with pytest.raises(DataError, match="GiB"):
        load(own("idx", **options), tmp_path)


# image folders


def test_a_folder_of_images_has_a_class_per_subfolder(image_folder):
    config = own("images", path="pets")
    said, given = describe(config, image_folder.parent), load(config, image_folder.parent)

    assert said.classes == ("cats", "dogs")
    assert said.inputs[0].shape == given.train_inputs[0].shape[1:] == (3, 8, 10)


def test_images_are_resized_and_turned_grey(image_folder):
    config = own("images", path="pets", resize=(6, 4), mode="grayscale")

    assert describe(config, image_folder.parent).inputs[0].shape == (1, 6, 4)
    assert load(config, image_folder.parent).train_inputs[0].shape[1:] == (1, 6, 4)


def test_images_of_different_size_ask_for_resize(image_folder):
    from PIL import Image

    Image.new("RGB", (3, 3)).save(image_folder / "dogs" / "odd.png")

    with pytest.raises(DataError, match=r"dogs/odd\.png: is 3 x 3 pixels.*set resize"):
        load(own("images", path="pets"), image_folder.parent)


def test_broken_images_and_folders_are_named(image_folder):
    broken = image_folder / "cats" / "zz.png"
    broken.write_bytes((image_folder / "cats" / "0.png").read_bytes()[:60])

    with pytest.raises(DataError, match=r"cats/zz\.png: cannot be read as an image"):
        load(own("images", path="pets"), image_folder.parent)

    broken.unlink()
    (image_folder / "birds").mkdir()
    with pytest.raises(DataError, match=r"pets/birds: holds no image"):
        load(own("images", path="pets"), image_folder.parent)
    with pytest.raises(DataError, match=r"there is no subfolder"):
        load(own("images", path="pets/cats"), image_folder.parent)


# places


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataError, match=r"gone\.csv: there is no such file"):
        load(own("csv", path="gone.csv"), tmp_path)
    with pytest.raises(DataError, match="the data has no path yet"):
        describe(own("csv"), tmp_path)


@pytest.mark.parametrize("way", ["absolute", "up", "link"])
def test_describing_touches_nothing_outside_the_folder_of_the_project(tmp_path, write, way):
    outside = write("outside/secret.csv", "a,b\n1,2\n3,4\n")
    folder = tmp_path / "project"
    folder.mkdir()
    path = {"absolute": str(outside), "up": "../outside/secret.csv", "link": "link.csv"}[way]
    if way == "link":
        (folder / "link.csv").symlink_to(outside)

    with pytest.raises(DataError, match="outside the project's folder"):
        describe(own("csv", path=path), folder)

    assert describe(own("csv", path=path), folder, outside=True).samples == 2
    assert load(own("csv", path=path), folder).train_samples == 2


def test_a_description_is_made_again_when_the_file_changes(write, tmp_path):
    path = write("t.csv", "a,b\n1,2\n3,4\n")
    before = describe(own("csv", path="t.csv"), tmp_path)
    path.write_text("a,b\n1,2\n3,4\n5,6\n", encoding="utf-8")

    assert (before.samples, describe(own("csv", path="t.csv"), tmp_path).samples) == (2, 3)


def test_an_unknown_source_is_refused():
    with pytest.raises(DataError, match="there is no data source 'imagenet'"):
        load(DataConfig("imagenet"))


@pytest.mark.parametrize("key", ["target", "inputs", "ignore"])
@pytest.mark.parametrize(
    "value",
    [3, 2.5, True, "a", "nowhere", (), ("a",), (("a",), ("b",)), ((),), {"a": 1}, (None, 7)],
    ids=repr,
)
def test_whatever_names_columns_is_understood_or_refused_in_plain_words(tmp_path, key, value):
    (tmp_path / "t.csv").write_text("a,b,3\n1,2,0\n2,3,1\n4,5,0\n", encoding="utf-8")
    options = {"path": "t.csv", key: value}
    config = DataConfig("csv", options=options)

    try:
        described = describe(config, tmp_path)
    except DataError as error:
        assert error.message.startswith("t.csv: ")
    else:
        assert described.samples == 3


def test_a_column_called_3_may_be_named_without_quotes(tmp_path):
    (tmp_path / "t.csv").write_text("3,b\n1,2.5\n2,3.5\n4,5.5\n", encoding="utf-8")

    described = describe(DataConfig("csv", options={"path": "t.csv", "inputs": 3}), tmp_path)

    assert described.inputs[0].shape == (1,)
