"""Parquet, PyTorch's tensors and text as data: read as they say, and refused with file and row."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from graph.errors import DataError
from graph.project_file import loads
from graph.shapes import analyze
from tests.train.test_script import agree as agree
from train.config import check_training
from train.data import describe, load
from train.data.numpy_files import read_headers
from train.data.source import Place
from train.data.tensor_file import read_tensor
from train.data.whole import read_whole
from train.settings import DataConfig, TrainingConfig

arrow = pytest.importorskip("pyarrow")


def own(source: str, **options: object) -> DataConfig:
    common = {
        k: options.pop(k) for k in ("validation", "test", "group", "apart", "split") if k in options
    }
    return DataConfig(source, options=options, **common)  # type: ignore[arg-type]


def write_parquet(path: Path, **columns: object) -> Path:
    import pyarrow.parquet as pq

    pq.write_table(arrow.table(columns), path)
    return path


#: Every pixel is of one of two classes, or of none.
VOID = """layerloom: 1
name: Void
nodes:
  x:    {{type: Input, shape: [N, 1, 6, 6]}}
  conv: {{type: Conv2d, out_channels: 2, kernel_size: 3, padding: 1}}
  y:    {{type: Output}}
edges: [x -> conv -> y]
training:
  data: {{source: {source}, path: {path}, inputs: x, targets: y, batch_size: 8}}
  loss: {{type: CrossEntropyLoss, ignore_index: {label}}}
  optimizer: {{type: Adam, lr: 0.01}}
  epochs: 2
"""

# parquet


def test_parquet_follows_the_rules_of_every_table(tmp_path):
    write_parquet(
        tmp_path / "t.parquet",
        age=arrow.array([30, 40, 50, 60], arrow.int32()),
        colour=arrow.array(["red", "blue", "red", "red"]).dictionary_encode(),
        smokes=[True, False, True, False],
        state=["ill", "well", "ill", "well"],
    )
    config = own("parquet", path="t.parquet", validation=0.0)

    said, given = describe(config, tmp_path), read_whole(config, Place(tmp_path, True))

    assert said.inputs[0].shape == (4,) and said.classes == ("ill", "well")
    assert given.inputs[0].tolist()[0] == [30.0, 0.0, 1.0, 1.0]
    assert given.target.tolist() == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"a": [1.0, None, 3.0], "y": [0, 1, 0]}, "t.parquet, row 2: column 'a' is empty"),
        ({"a": [1.0, 2.0, float("nan")], "y": [0, 1, 0]}, "row 3: column 'a' holds nan"),
        ({"a": [[1], [2], [3]], "y": [0, 1, 0]}, "column 'a' holds list"),
    ],
)
def test_what_is_wrong_in_a_parquet_file_is_named_by_row_and_column(tmp_path, columns, said):
    write_parquet(tmp_path / "t.parquet", **columns)

    with pytest.raises(DataError) as caught:
        describe(own("parquet", path="t.parquet"), tmp_path)

    assert said in str(caught.value)
    write_parquet(tmp_path / "t.parquet", b=[1, 2, 3], **columns)
    assert describe(own("parquet", path="t.parquet", ignore="a"), tmp_path).samples == 3


def test_a_torn_parquet_file_is_named(tmp_path):
    path = write_parquet(tmp_path / "t.parquet", a=list(range(50)), y=[0, 1] * 25)
    path.write_bytes(path.read_bytes()[:-20])

    with pytest.raises(DataError, match=r"t\.parquet: this is no Parquet file"):
        load(own("parquet", path="t.parquet"), tmp_path)


# tensors

KINDS = [
    torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32,
    torch.int16, torch.int8, torch.uint8, torch.bool,
]  # fmt: skip


@pytest.mark.parametrize("dtype", KINDS, ids=str)
def test_tensors_are_read_as_pytorch_reads_them_also_views_and_transposed(tmp_path, dtype):
    whole = (torch.arange(24).reshape(4, 6) % 5).to(dtype)
    stored = {"whole": whole, "turned": whole.T, "part": whole[1:, ::2], "one": whole[2, 3]}
    torch.save(OrderedDict(stored), tmp_path / "x.pt")

    headers = read_headers(tmp_path / "x.pt")

    for name, tensor in stored.items():
        found = read_tensor(tmp_path / "x.pt", name)
        expected = tensor.float() if dtype == torch.bfloat16 else tensor
        assert headers[name].shape == tuple(tensor.shape)
        assert found.dtype == headers[name].dtype == expected.numpy().dtype
        assert (found == expected.numpy()).all()


def test_a_tuple_and_parts_by_name_are_data_too(tmp_path):
    x, y = torch.rand(12, 3), torch.arange(12) % 2
    torch.save((x, y), tmp_path / "pair.pt")
    torch.save({"train": {"x": x, "y": y}}, tmp_path / "parts.pt")

    pair = load(own("pt", path="pair.pt", inputs=0, targets=1, validation=0.0), tmp_path)
    parts = describe(own("pt", path="parts.pt", inputs="train.x", targets="train.y"), tmp_path)

    assert pair.train_inputs[0].shape == (12, 3) and pair.classes == ("0", "1")
    assert parts.samples == 12 and parts.balance["train"] == (5, 5)


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        (torch.nn.Linear(2, 2), "holds torch.nn.modules.linear.Linear, which is more than"),
        ({"inputs": "words"}, "it holds no tensors"),
        (
            {"inputs": torch.rand(3, 2), "targets": torch.tensor([0, 1, -1])},
            "row 2: -1 is no class",
        ),
        (
            {"inputs": torch.tensor([[1.0], [torch.nan]]), "targets": torch.tensor([0, 1])},
            "'inputs', row 1 holds NaN or infinity",
        ),
    ],
)
def test_what_is_no_data_in_a_pt_file_is_said_and_nothing_of_it_runs(tmp_path, thing, said):
    torch.save(thing, tmp_path / "x.pt")

    with pytest.raises(DataError) as caught:
        load(own("pt", path="x.pt"), tmp_path)

    assert said in str(caught.value) and "x.pt" in str(caught.value)


@pytest.mark.parametrize("label", [-100, 255])
@pytest.mark.parametrize("source", ["npz", "npy", "pt"])
def test_pixels_that_the_loss_ignores_are_of_no_class(tmp_path, agree, source, label):
    pictures = np.random.default_rng(0).random((40, 1, 6, 6), dtype=np.float32)
    masks = (pictures[:, 0] > 0.5).astype(np.int64)
    masks[:, 0] = label
    if source == "npz":
        np.savez(tmp_path / "here.npz", x=pictures, y=masks)
    elif source == "pt":
        tensors = {"x": torch.from_numpy(pictures), "y": torch.from_numpy(masks)}
        torch.save(tensors, tmp_path / "here.pt")
    else:
        np.save(tmp_path / "x.npy", pictures)
        np.save(tmp_path / "y.npy", masks)
    kind, path = ("npz", "x.npy") if source == "npy" else (source, f"here.{source}")
    text = VOID.format(source=kind, path=path, label=label)

    document = loads(text)
    analysis = analyze(document)
    assert not check_training(document, analysis, tmp_path)
    agree(text)
    ignoring = f", ignore_index: {label}"
    with pytest.raises(DataError, match="ignore_index") if label < 0 else nullcontext():
        data = TrainingConfig.from_document(loads(text.replace(ignoring, ""))).data
        assert len(describe(data, tmp_path).classes) == 256


@pytest.mark.parametrize("label", [-100, 255])
def test_samples_that_the_loss_ignores_are_of_no_class(tmp_path, agree, label):
    labels = torch.arange(60) % 3
    labels[::5] = label
    torch.save({"x": torch.rand(60, 1, 6, 6), "y": labels}, tmp_path / "here.pt")
    text = VOID.format(source="pt", path="here.pt", label=label)
    conv = "conv: {type: Conv2d, out_channels: 2, kernel_size: 3, padding: 1}"
    text = text.replace(conv, "flat: {type: Flatten}\n  fc:   {type: Linear, out_features: 3}")
    text = text.replace("x -> conv -> y", "x -> flat -> fc -> y")
    document = loads(text)

    assert not check_training(document, analyze(document), tmp_path)
    said = describe(TrainingConfig.from_document(document).data, tmp_path)
    assert said.classes == ("0", "1", "2")
    assert sum(sum(counts) for counts in said.balance.values()) == 48
    agree(text)


def test_damaged_and_lying_pt_files_are_refused_in_words(tmp_path):
    torch.save({"inputs": torch.rand(20, 5), "targets": torch.arange(20) % 2}, tmp_path / "x.pt")
    data = (tmp_path / "x.pt").read_bytes()
    huge = torch.zeros(1).expand(10**9)
    torch.save({"inputs": huge, "targets": huge}, tmp_path / "huge.pt")
    (tmp_path / "old.pt").write_bytes(b"\x80\x02nothing")

    for cut in (10, 100, len(data) // 2, len(data) - 5):
        (tmp_path / "cut.pt").write_bytes(data[:cut])
        with pytest.raises(DataError, match=r"cut\.pt"):
            describe(own("pt", path="cut.pt"), tmp_path)
    with pytest.raises(DataError, match="says it has 4,000,000,000 bytes, but"):
        describe(own("pt", path="huge.pt"), tmp_path)
    with pytest.raises(DataError, match=r"no file that torch\.save writes today"):
        describe(own("pt", path="old.pt"), tmp_path)


# text

VERSE = "the cat sat on the mat.\nthe dog sat on the log.\n" * 6


def test_running_text_asks_for_the_token_after_each(write):
    folder = write("verse.txt", VERSE).parent
    config = own("text", path="verse.txt", tokens="words", length=5, validation=0.0)

    said, given = describe(config, folder), read_whole(config, Place(folder, True))

    words = said.lexicon["text"]
    assert words[:3] == ("<pad>", "<unknown>", "the") and set(words[3:]) >= {"cat", "mat", "."}
    assert str(said.inputs[0]) == "[N, 5] int64" and str(said.target) == "[N, 5] int64"
    assert [words[code] for code in given.inputs[0][0]] == ["the", "cat", "sat", "on", "the"]
    assert [words[code] for code in given.target[0]] == ["cat", "sat", "on", "the", "mat"]
    last = describe(own("text", path="verse.txt", length=5, predict="next"), folder)
    assert last.target.shape == () and "\\n" in last.classes


def test_texts_of_classes_are_cut_or_filled_to_one_length(write):
    for kind, words in (("good", "what a fine film"), ("bad", "so dull")):
        folder = write(f"films/{kind}/1.txt", words).parent.parent.parent
        write(f"films/{kind}/2.txt", words + " indeed")
    config = own("text", path="films", tokens="words", length=4, validation=0.0)

    given = read_whole(config, Place(folder, True))

    assert given.classes == ("bad", "good") and given.target.tolist() == [0, 0, 1, 1]
    assert given.inputs[0].shape == (4, 4) and given.inputs[0][0].tolist()[2:] == [0, 0]


def test_a_table_of_texts_and_a_test_file_share_one_vocabulary(write):
    rows = "".join(f"{'good' if i % 2 else 'bad'} film number {i},{i % 2}\n" for i in range(30))
    folder = write("reviews.csv", "review,stars\n" + rows).parent
    write("more.csv", "review,stars\ngood zebra,1\n")
    config = own(
        "text", path="reviews.csv", tokens="words", length=6, apart={"test": {"path": "more.csv"}}
    )

    given = load(config, folder)

    words = given.lexicon["text"]
    assert [words[code] for code in given.test_inputs[0][0][:2]] == ["good", "<unknown>"]
    assert given.test_target.tolist() == [1]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"fine\n\xff\xfe\n", "a.txt, row 2: these bytes are no UTF-8 text"),
        ("a.txt", "  \n", "a.txt: the text is empty"),
        ("a.txt", "short", "a.txt: has 5 tokens, too few for a length of 64"),
        ("a.csv", "text,kind\nfine,1\n,0\n", "a.csv, row 3: column 'text' is empty"),
        ("a.csv", "n,kind\n1,2\n", "it needs a column of texts"),
    ],
)
def test_texts_that_cannot_be_used_are_named(write, name, content, said):
    folder = write(name, content).parent

    with pytest.raises(DataError) as caught:
        load(own("text", path=name), folder)

    assert said in str(caught.value)


def test_a_text_of_a_class_is_named_with_its_folder(write, tmp_path):
    for place in ("films/good/3.txt", "films/bad/3.txt"):
        write(place, b"fine\n\xff" if "bad" in place else "fine")

    with pytest.raises(DataError, match=r"^bad/3\.txt, row 2: these bytes are no UTF-8 text"):
        load(own("text", path="films", tokens="words", length=4), tmp_path)


def test_the_vocabulary_is_that_of_the_samples_to_train_on(write):
    rows = [f"{'good' if i % 2 else 'bad'} film word{i},{i % 2},{i // 4}\n" for i in range(40)]
    folder = write("reviews.csv", "review,stars,who\n" + "".join(rows)).parent
    for said in ({}, {"test": 0.2}, {"group": "who"}, {"split": "stratified"}):
        config = own("text", path="reviews.csv", target="stars", tokens="words", length=6, **said)
        given = load(config, folder)
        words = given.lexicon["text"]
        seen = {words[code] for code in given.train_inputs[0].ravel()} - {"<pad>"}

        assert seen == set(words[2:])  # every one of them is trained on, and no other is known
        assert describe(config, folder).lexicon == given.lexicon
        assert (given.validation_inputs[0][:, 2] == 1).all()  # the word of each text is its own
    other = replace(config, validation=0.5)
    assert len(load(other, folder).lexicon["text"]) < len(words)


def test_tokens_only_held_out_text_has_are_unknown_in_running_text_too(write):
    letters = "".join(chr(0x4E00 + i) for i in range(600))
    folder = write("long.txt", letters).parent
    config = own("text", path="long.txt", length=10, validation=0.25)

    given = load(config, folder)

    words = given.lexicon["text"]
    seen = {*given.train_inputs[0].ravel().tolist(), *given.train_target.ravel().tolist()}
    assert seen == set(range(2, len(words)))
    assert (given.validation_inputs[0] == 1).mean() > 0.5
    by_next = replace(config, split="stratified", options={**config.options, "predict": "next"})
    assert "from all samples" in str(describe(by_next, folder).notes[0])


def test_a_network_of_a_run_reads_by_the_vocabulary_of_its_run(write):
    folder = write("verse.txt", VERSE).parent
    config = own("text", path="verse.txt", tokens="words", length=5)
    known = {"text": ("<pad>", "<unknown>", "mat", "the")}

    given = load(config, folder, known=known)

    assert given.lexicon == known and given.train_inputs[0].max() == 3
    assert given.classes == known["text"]


def test_an_empty_folder_of_a_class_is_named(write, tmp_path):
    write("films/good/1.txt", "fine")
    (tmp_path / "films" / "bad").mkdir()

    with pytest.raises(DataError, match="films/bad: holds no text"):
        load(own("text", path="films"), tmp_path)


# tables with a mistake


def test_one_text_among_numbers_is_a_mistake_with_its_row_and_no_category(write):
    rows = "".join(f"{'12x' if i == 30 else i},{i % 2}\n" for i in range(60))
    folder = write("t.csv", "age,kind\n" + rows).parent

    with pytest.raises(DataError, match=r"t\.csv, row 32: '12x' in column 'age' is no number"):
        describe(own("csv", path="t.csv"), folder)


# the exported script

TOKENS = """layerloom: 1
name: Reader
nodes:
  text:   {{type: Input, shape: [N, {length}], dtype: int64}}
  embed:  {{type: Embedding, num_embeddings: {words}, embedding_dim: 8}}
  {rest}
training:
  data: {data}
  epochs: 2
"""
EACH = """gru: {type: GRU, hidden_size: 12, batch_first: true}
  head:   {type: Linear, out_features: WORDS}
  turn:   {type: torch.transpose, dim0: 1, dim1: 2}
  scores: {type: Output}
edges: [text -> embed -> gru -> head -> turn -> scores]"""
ONE = """mean:   {type: torch.mean, dim: 1}
  head:   {type: Linear, out_features: WORDS}
  scores: {type: Output}
edges: [text -> embed -> mean -> head -> scores]"""

SCRIPTS = {
    "characters": ("path: verse.txt, length: 6, test: 0.2", EACH),
    "words": ("path: verse.txt, tokens: words, length: 4, stride: 2", EACH),
    "next": ("path: verse.txt, length: 6, predict: next", ONE),
    "folders": ("path: films, tokens: words, length: 4", ONE),
    "csv": ("path: reviews.csv, tokens: words, length: 4", ONE),
    "parquet": ("path: reviews.parquet, length: 9, target: stars", ONE),
}


@pytest.mark.parametrize("kind", SCRIPTS)
def test_the_script_reads_the_same_text(kind, write, agree, tmp_path):
    write("verse.txt", VERSE + '"quoted" and a \\ mark\n')
    for index in range(6):
        write(f"films/good/{index}.txt", f"fine film number {index}")
        write(f"films/bad/{index}.txt", f'dull, "very" dull {index * 3}')
    rows = [(f"{'good' if i % 3 else 'bad'} film, number {i}", i % 3) for i in range(20)]
    write("reviews.csv", "review;stars\n" + "".join(f"{text};{star}\n" for text, star in rows))
    texts, stars = zip(*rows, strict=True)
    write_parquet(tmp_path / "reviews.parquet", review=list(texts), stars=list(stars))
    line, rest = SCRIPTS[kind]
    options = dict(pair.split(": ") for pair in line.replace(", test: 0.2", "").split(", "))
    numbers = {key: int(value) for key, value in options.items() if value.isdecimal()}
    said = describe(own("text", **{**options, **numbers}), tmp_path)

    agree(
        TOKENS.format(
            length=numbers["length"],
            words=len(said.lexicon["text"]),
            rest=rest.replace("WORDS", str(len(said.classes))),
            data=f"{{source: text, batch_size: 8, {line}}}",
        )
    )


@pytest.mark.parametrize(
    "line", ["{source: pt, path: x.pt}", "{source: pt, path: x.pt, group: who, test: 0.2}"]
)
def test_the_script_reads_the_same_tensors(line, project, agree, tmp_path):
    x, y = torch.rand(40, 2, dtype=torch.bfloat16), torch.arange(40)[:, None] % 2
    torch.save({"inputs": x, "targets": y, "who": torch.arange(40) // 4}, tmp_path / "x.pt")

    agree(project(f"data: {line}", "epochs: 2"))


def test_the_script_reads_the_same_parquet(project, agree, tmp_path):
    write_parquet(
        tmp_path / "t.parquet", age=np.arange(40) * 1.5, who=["a", "b", "c", "d"] * 10,
        kind=["x", "y"] * 20,
    )  # fmt: skip

    agree(
        project(
            "data: {source: parquet, path: t.parquet, batch_size: 8, ignore: who}", "epochs: 2"
        ).replace("[N, 2]", "[N, 1]")
    )


def test_only_what_needs_a_package_says_so_when_it_is_missing(tmp_path, monkeypatch):
    import sys

    (tmp_path / "t.parquet").write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(DataError, match="Parquet needs the package pyarrow") as caught:
        describe(own("parquet", path="t.parquet"), tmp_path)

    assert "pip install pyarrow" in str(caught.value)


# several inputs

TOWERS = """layerloom: 1
name: Towers
nodes:
  size:   {{type: Input, shape: [N, 2]}}
  colour: {{type: Input, shape: [N, 3]}}
  both:   {{type: torch.cat, dim: 1}}
  fc:     {{type: Linear, out_features: 2}}
  scores: {{type: Output}}
edges: [size -> both.tensors.0, colour -> both.tensors.1, both -> fc -> scores]
training:
  data: {data}
  epochs: 2
"""


def test_columns_go_to_the_input_of_their_name_in_whatever_order_they_stand(write, agree):
    rows = "".join(
        f"{i},{i * 2 % 7},{('red', 'blue', 'green')[i % 3]},{i % 2}\n" for i in range(40)
    )
    folder = write("t.csv", "width,height,hue,kind\n" + rows).parent
    line = "{source: csv, path: t.csv, batch_size: 8, inputs: {colour: hue, size: [width, height]}}"
    document = loads(TOWERS.format(data=line))

    said = describe(TrainingConfig.from_document(document).data, folder)

    assert [one.shape for one in said.inputs] == [(2,), (3,)]
    assert said.names == ("width, height", "hue")
    agree(TOWERS.format(data=line))


def test_a_name_that_is_no_input_is_said_and_renamed_by_its_fix():
    line = "{source: npz, path: x.npz, inputs: {size: a, color: b}}"
    document = loads(TOWERS.format(data=line))

    [problem] = [p for p in check_training(document, None) if "there is no Input" in p.message]
    problem.fixes[0].edit.apply(document)

    assert "'color'" in problem.message and "size, colour" in problem.message
    assert list(document.training["data"]["inputs"]) == ["size", "colour"]


def test_tensors_go_to_the_inputs_of_their_names(agree, tmp_path):
    x = {"a": torch.rand(30, 3), "b": torch.rand(30, 2), "y": torch.arange(30) % 2}
    torch.save(x, tmp_path / "x.pt")

    agree(
        TOWERS.format(
            data="{source: pt, path: x.pt, inputs: {colour: a, size: b}, targets: y, batch_size: 8}"
        )
    )
