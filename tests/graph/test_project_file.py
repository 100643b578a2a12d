"""Project files as people write them and as nobody should: errors say where, and what to do."""

from __future__ import annotations

import os
import random
import stat
from pathlib import Path

import pytest
import yaml

from graph.document import Document, Edge, Expression, Node
from graph.edits import AddNode, MoveNodes
from graph.errors import ProjectError
from graph.project_file import dumps, load_project, loads, save_project, text_of
from graph.validate_graph import check_document

BLOCKS = """\
layerloom: 1
name: Residual
blocks:
  ResidualBlock:
    arguments: {out_channels: 64, stride: 1, shortcut: false}
    nodes:
      x:     {type: Input}
      conv1: {type: Conv2d, out_channels: =out_channels, kernel_size: 3, stride: =stride, padding: 1, bias: false, group: left}
      bn1:   {type: BatchNorm2d, group: left}
      relu1: {type: ReLU, inplace: true, group: left}
      conv2: {type: Conv2d, out_channels: =out_channels, kernel_size: 3, padding: 1, bias: false, group: left}
      bn2:   {type: BatchNorm2d, group: left}
      proj:  {type: Conv2d, out_channels: =out_channels, kernel_size: 1, stride: =stride, bias: false, when: =shortcut}
      add:   {type: torch.add}
      relu:  {type: ReLU}
      y:     {type: Output}
    edges: [x -> conv1 -> bn1 -> relu1 -> conv2 -> bn2 -> add.input, x -> proj -> add.other, add -> relu -> y]
    groups: {left: {container: Sequential}}        # state_dict: left.0.weight, left.1.weight, ...
  Stage:
    arguments: {out_channels: 64, blocks: 3, stride: 1}
    nodes:
      x:     {type: Input}
      first: {type: ResidualBlock, out_channels: =out_channels, stride: =stride, shortcut: true}
      rest:  {type: ResidualBlock, out_channels: =out_channels, repeat: =blocks - 1}      # state_dict: rest.0..., rest.1...
      y:     {type: Output}
    edges: [x -> first -> rest -> y]
nodes:
  image: {type: Input, shape: [N, 3, 32, 32]}
  stem:  {type: Conv2d, out_channels: 64, kernel_size: 3, initialize: {weight: kaiming_normal_}, trainable: false}
  twin:  {type: Conv2d, out_channels: 64, kernel_size: 3, shares: stem, note: "the same: weights"}
  stage: {type: Stage, blocks: 2}
  out:   {type: Output}
edges:
  - image -> stem -> twin -> stage -> out
"""  # noqa: E501 - DESIGN's own example


def project(nodes: str, edges: str = "") -> str:
    return f"layerloom: 1\nname: Net\nnodes:\n{nodes}\nedges:\n{edges}\n"


def test_blocks_groups_repeats_and_expressions_are_read_and_written_back() -> None:
    document = loads(BLOCKS)

    block = document.blocks["ResidualBlock"].graph
    rest = document.blocks["Stage"].graph.node("rest")
    assert document.blocks["Stage"].arguments == {"out_channels": 64, "blocks": 3, "stride": 1}
    assert block.node("conv1").arguments["out_channels"] == Expression("out_channels")
    assert block.node("conv1").options == {"group": "left"}
    assert block.node("proj").options == {"when": Expression("shortcut")}
    assert rest.options == {"repeat": Expression("blocks - 1")}
    assert block.has_edge(Edge("bn2", "output", "add", "input"))
    assert block.has_edge(Edge("proj", "output", "add", "other"))
    assert document.graph.has_edge(Edge("stage", "y", "out", "input"))
    assert document.graph.has_edge(Edge("twin", "output", "stage", "x"))
    assert loads(dumps(document)) == document
    assert "  - x -> conv1 -> bn1 -> relu1 -> conv2 -> bn2 -> add.input\n" in dumps(document)


@pytest.mark.parametrize(
    ("edges", "wires"),
    [
        (["a -> add", "b -> add"], ["a.output -> add.input", "b.output -> add.other"]),
        (["b -> add", "a -> add.input"], ["a.output -> add.input", "b.output -> add.other"]),
        (["a -> cat", "b -> cat"], ["a.output -> cat.tensors.0", "b.output -> cat.tensors.1"]),
        (["a -> lstm.h_n -> b"], ["a.output -> lstm.input", "lstm.h_n -> b.input"]),
        (["a -> lstm.h_0 -> b"], ["a.output -> lstm.h_0", "lstm.output -> b.input"]),
        (["a->b"], ["a.output -> b.input"]),
        (["a -> add.nothing"], ["a.output -> add.nothing"]),
        (["a -> odd", "odd -> b"], ["a.output -> odd.input", "odd.output -> b.input"]),
    ],
)  # fmt: skip
def test_an_edge_without_a_port_takes_the_first_that_is_free(
    edges: list[str], wires: list[str]
) -> None:
    nodes = "{a: {type: ReLU}, b: {type: ReLU}, add: {type: torch.add}, cat: {type: torch.cat}, "
    nodes += "lstm: {type: LSTM}, odd: {type: Nonsense}}"

    document = loads(f"layerloom: 1\nnodes: {nodes}\nedges: [{', '.join(edges)}]")

    assert sorted(map(str, document.graph.edges)) == wires
    assert loads(dumps(document)) == document


def test_plain_words_are_read_as_yaml_1_2_reads_them() -> None:
    values = (
        "{a: no, b: on, c: 1:30, d: 010, e: 1e-3, f: 0o17, g: 0xF, h: 1_000, i: ~, j: .inf, "
        "k: 2001-01-01, l: N, m: auto, n: -.5, o: '5', p: 1., q: True}"
    )

    node = loads(f"layerloom: 1\nnodes: {{x: {{type: ReLU, values: {values}}}}}").graph.node("x")

    assert node.arguments["values"] == {
        "a": "no", "b": "on", "c": "1:30", "d": 10, "e": 0.001, "f": 15, "g": 15, "h": "1_000",
        "i": None, "j": float("inf"), "k": "2001-01-01", "l": "N", "m": "auto", "n": -0.5, "o": "5",
        "p": 1.0, "q": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "not a Layerloom project"),
        ("- a\n- b\n", 1, "not a Layerloom project"),
        ("nodes: {}\n", 1, "does not say layerloom: 1"),
        ("# hello\nlayerloom: 2\n", 2, "newer version"),
        ("layerloom: 0\n", 1, "write layerloom: 1"),
        ("layerloom: true\n", 1, "write layerloom: 1"),
        ("layerloom: 1.5\n", 1, "write layerloom: 1"),
        ("layerloom: [1]\n", 1, "write layerloom: 1"),
        ("layerloom: 1\nname: {a: b}\n", 2, "write a text"),
        ("layerloom: 1\nnodes:\n  a: {type: ReLU}\n  a: {type: ReLU}\n", 4, "second time"),
        ("layerloom: 1\nnodes: {a: {type: ReLU, p: 1, p: 2}}\n", 2, "second time"),
        ("layerloom: 1\nnodes: [a, b]\n", 2, "nodes is a list"),
        ("layerloom: 1\nnodes:\n  a: 5\n", 3, "write {type: Linear"),
        ("layerloom: 1\nnodes:\n  a: {p: 0.5}\n", 3, "has no type"),
        ("layerloom: 1\nnodes:\n  a: {type: ReLU\n", 4, "not YAML"),
        ("layerloom: 1\nnodes:\n\ta: b\n", 3, "not YAML"),
        ("layerloom: 1\nnodes: &x {a: {type: ReLU}}\n", 2, "anchor &x"),
        ("layerloom: 1\nname: *x\n", 2, "alias *x"),
        ("layerloom: 1\nnodes:\n  <<: {a: {type: ReLU}}\n", 3, "merge key"),
        ("layerloom: 1\nname: !!python/object:os.system x\n", 2, "tag"),
        ("layerloom: 1\nname: !!str 5\n", 2, "tag"),
        ("layerloom: 1\n---\nlayerloom: 1\n", 2, "second document"),
        ("layerloom: 1\n? [a, b]\n: c\n", 2, "stands as a key"),
        ("layerloom: 1\nnodes:\n  ? {a: b}\n  : {type: ReLU}\n", 3, "stands as a key"),
        ("layerloom: 1\nlayout: {a: [1, .nan]}\n", 2, "two numbers"),
        ("layerloom: 1\nlayout: {a: [1, .inf]}\n", 2, "two numbers"),
        ("layerloom: 1\nlayout: {a: [1, 1e30]}\n", 2, "two numbers"),
        ("layerloom: 1\nlayout: {a: [1]}\n", 2, "two numbers"),
        ("layerloom: 1\nlayout: {a: [yes, true]}\n", 2, "two numbers"),
        ("layerloom: 1\nnodes: {a: {type: ReLU, x: " + "9" * 5000 + "}}\n", 2, "too large"),
        ("layerloom: 1\nx: " + "[" * 100 + "]" * 100 + "\n", 2, "nested"),
        ("layerloom: 1\nx: " + "[" * 30000 + "\n", 2, "nested"),
        ("layerloom: 1\nx: " + "{a: " * 30000 + "\n", 2, "nested"),
        ("layerloom: 1\nname: a\x07b\n", 2, "no text file holds"),
        ("layerloom: 1\nname: a\ud800b\n", 2, "no text file holds"),
        ("layerloom: 1\nblocks: {B: {arguments: {group: 1}}}\n", 2, "choose another name"),
        ("layerloom: 1\nblocks: {B: 5}\n", 2, "the block B is"),
        ("layerloom: 1\ntraining: fast\n", 2, "training is 'fast'"),
        ("layerloom: 1\nnodes: {a: {type: ReLU, group: [b]}}\n", 2, "group of a"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(ProjectError) as caught:
        loads(text, "net.loom.yaml")

    assert str(caught.value).startswith(f"net.loom.yaml:{line}: ")
    assert says in str(caught.value)
    assert caught.value.advice


@pytest.mark.parametrize(
    ("edge", "says"),
    [
        ("- a -> conv2", "names conv2, which is no layer here; did you mean conv1?"),
        ("- zzz -> a", "names zzz, which is no layer here; add zzz to nodes"),
        ("- a ->", "lacks an end"),
        ("- a", "lacks an end"),
        ('- "a -> b\\n\\e[31mred"', r"names b\n\x1b[31mred, which"),
        ("- -> a", "lacks an end"),
        ("- 5", "an edge is '5'"),
        ("- [a, conv1]", "an edge is a list"),
        ("- {source: a, target: conv1}", "no source_port"),
        ("- {from: a}", "no key 'from'"),
        ("- a -> conv1\n- a -> conv1.input", "second time"),
    ],
)
def test_an_edge_that_makes_no_sense_is_named_with_its_line(edge: str, says: str) -> None:
    text = project("  a: {type: ReLU}\n  conv1: {type: Conv2d}", edge)

    with pytest.raises(ProjectError) as caught:
        loads(text)

    assert caught.value.line >= 7
    assert says in str(caught.value)


def test_unknown_keys_are_kept_wherever_they_stand() -> None:
    text = (
        "layerloom: 1\nnodes: {a: {type: ReLU, wings: 2}}\nfuture: {a: [1, x]}\n"
        "blocks: {B: {nodes: {x: {type: Input}}, sort: new}}\nlayout: {gone: [8, 8]}\n"
        "groups: {g: {shape: round}}\n"
    )

    document = loads(dumps(loads(text)))

    assert document.extras == {"future": {"a": (1, "x")}}
    assert document.blocks["B"].extras == {"sort": "new"}
    assert document.graph.node("a").arguments == {"wings": 2}
    assert document.graph.groups["g"].options == {"shape": "round"}
    assert document.graph.stray_positions == {"gone": (8.0, 8.0)}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_and_other_line_ends_are_read(
    tmp_path: Path, newline: str, mark: bytes
) -> None:
    file = tmp_path / "net.loom.yaml"
    file.write_bytes(mark + BLOCKS.replace("\n", newline).encode())

    assert load_project(file) == loads(BLOCKS)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"PK\x03\x04\x00\x00binary\xff\xfe", "no text in UTF-8"),
        (b"layerloom: 1\nname: \xe9\n", ":2: this is no text in UTF-8"),
        (b"layerloom: 1\n\0\0\0", ":2: this is no text file"),
        ("layerloom: 1".encode("utf-16"), "no text"),
    ],
)
def test_what_is_no_text_is_said_to_be_none(tmp_path: Path, data: bytes, says: str) -> None:
    file = tmp_path / "net.loom.yaml"
    file.write_bytes(data)

    with pytest.raises(ProjectError) as caught:
        load_project(file)

    assert says in str(caught.value)
    assert str(caught.value).startswith(str(file))


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    for path, says in [
        (tmp_path / "none.loom.yaml", "there is no such file"),
        (tmp_path, "this is a folder"),
        (tmp_path / "none" / "none.loom.yaml", "there is no such file"),
        (Path("/dev/zero"), "no ordinary file"),
        (tmp_path / ("x" * 5000), "cannot be read"),
        (tmp_path / "a\0b", "cannot be read"),
    ]:
        with pytest.raises(ProjectError, match=says):
            load_project(path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    file = tmp_path / "net.loom.yaml"
    file.write_text(BLOCKS)
    file.chmod(0)

    with pytest.raises(ProjectError, match="may not be read"):
        load_project(file)


def test_a_file_too_large_to_be_a_project_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "net.loom.yaml"
    with file.open("wb") as sparse:
        sparse.truncate(10 * 2**30)

    with pytest.raises(ProjectError, match="larger than"):
        load_project(file)


def test_mutated_files_are_read_or_refused_and_never_raise_anything_else() -> None:
    chance = random.Random(0)
    pieces = [
        "{", "}", "[", "]", ":", "- ", "\n", "  ", "&a ", "*a", "!!t ", "'", '"', "->", ".", "=",
        "#", "|", ">", "? ", "%", "\t", "\0", "\u2028", "1e999", "-", "<<: ", "null", "~",
    ]  # fmt: skip
    refused = []

    for _ in range(400):
        text = BLOCKS
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            cut = chance.choice([0, 0, 1, 5, 40])
            text = text[:at] + chance.choice(pieces) + text[at + cut :]
        try:
            document = loads(text)
        except ProjectError as error:
            refused.append(error)
        else:
            assert loads(dumps(document)) == document

    assert len(refused) > 200
    assert all(error.line > 0 for error in refused)


def test_five_thousand_layers_are_read_as_yaml_itself_reads_them() -> None:
    names = [f"layer{i}" for i in range(5000)]
    nodes = "\n".join(f"  {n}: {{type: Conv2d, out_channels: 64, kernel_size: 3}}" for n in names)
    edges = "\n".join(f"  - {' -> '.join(names[i : i + 9])}" for i in range(0, 4992, 8))
    places = "\n".join(f"  {n}: [{i * 320}, 0]" for i, n in enumerate(names))
    text = f"{project(nodes, edges)}layout:\n{places}\n"

    document, expected = loads(text), yaml.load(text, Loader=yaml.CSafeLoader)

    found = {n.name: {"type": n.type, **n.arguments} for n in document.graph.nodes}
    assert found == expected["nodes"]
    assert {n: list(place) for n, place in document.graph.layout.items()} == expected["layout"]
    assert len(document.graph.edges) == 624 * 8


# saving


def test_saving_replaces_the_file_and_keeps_its_permissions_and_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.loom.yaml", tmp_path / "link.loom.yaml"
    real.write_text("layerloom: 1\nname: Old\n")
    real.chmod(0o640)
    link.symlink_to(real)

    save_project(loads(BLOCKS), link)

    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert load_project(real) == loads(BLOCKS)
    assert sorted(tmp_path.iterdir()) == [link, real]


def test_a_document_that_cannot_be_saved_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "net.loom.yaml"
    file.write_text("layerloom: 1\nname: Old\n")
    for value in ("\ud800", 10**5000, object(), {1: 2}):
        document = Document("New")
        document.apply(AddNode(Node("a", "ReLU", {"value": value})))

        with pytest.raises(ProjectError):
            save_project(document, file)

        assert file.read_text() == "layerloom: 1\nname: Old\n"
        assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be written"):
        save_project(loads(BLOCKS), tmp_path / "none" / "net.loom.yaml")


def test_a_project_without_a_name_is_called_after_its_file(tmp_path: Path) -> None:
    file = tmp_path / "my_net.loom.yaml"
    file.write_text("layerloom: 1\n")

    assert load_project(file).name == "my_net"


def test_another_process_is_told_of_every_edit_by_a_text(tmp_path: Path) -> None:
    file = tmp_path / "net.loom.yaml"
    file.write_bytes(b"\xef\xbb\xbf# a comment\r\nlayerloom: 1\r\nnodes: {relu: ReLU}\r\n")
    document = load_project(file)
    assert text_of(document).startswith("# a comment")  # as it stands in the file, at no cost
    assert loads(text_of(document), file) == document

    inverse = document.apply(AddNode(Node("drop", "Dropout")))
    assert loads(text_of(document)) == document
    save_project(document, file)
    assert loads(text_of(document)) == document
    document.apply(inverse)
    assert loads(text_of(document)) == document


def test_the_layout_stands_last_in_whole_numbers() -> None:
    document = loads(project("  a: {type: ReLU}"))

    document.apply(MoveNodes({"a": (320.0, -8.5)}))

    assert dumps(document).endswith("layout:\n  a:  [320, -8.5]\n")


def test_what_nobody_knows_is_reported_with_the_edit_that_removes_it() -> None:
    document = loads(
        "layerloom: 1\nfuture: 1\nlater: 2\nblocks: {B: {sort: new}}\nlayout: {gone: [8, 8]}\n"
    )

    problems = list(check_document(document))
    for problem in problems:
        assert problem.code == "unknown-key"
    while problems:
        document.apply(problems[0].fixes[0].edit)
        problems = list(check_document(document))

    assert dumps(document) == "layerloom: 1\nname: Untitled\nblocks:\n  B: {}\n"
