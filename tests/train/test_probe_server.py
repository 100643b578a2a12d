"""The child that runs a network to look into it: a real one, spoken to as the window does."""

import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import pytest

from graph.phrases import message_from_plain
from train.client import worker_command
from train.probe.server import Server

NETWORK = """layerloom: 1
name: Look
nodes:
  image: {type: Input, shape: [N, 3, 64, 64]}
  conv:  {type: Conv2d, out_channels: 5, kernel_size: 3}
  drop:  {type: Dropout}
  out:   {type: Output}
edges: [image -> conv -> drop -> out]
"""


def ask(server: Server, folder: Path, text: str = NETWORK, **request: object) -> dict:
    message = {"id": 1, "do": "probe", "text": text, "pictures": str(folder), "request": request}
    return server.answer(json.dumps(message).encode())


def test_a_real_child_tells_of_every_node_and_lays_pictures_into_a_file(tmp_path: Path) -> None:
    command = worker_command("train.probe.server")
    message = {
        "id": 7, "do": "probe", "text": NETWORK, "pictures": str(tmp_path),
        "request": {"feeds": {"image": {"source": "image"}}},
    }  # fmt: skip

    done = subprocess.run(
        [command.program, *command.arguments],
        env=command.environment,
        cwd=tempfile.gettempdir(),
        input=json.dumps(message).encode() + b"\nnonsense\n",
        capture_output=True,
        timeout=600,
    )

    hello, ready, reply, refused = (
        message_from_plain(json.loads(line)) for line in done.stdout.splitlines()
    )
    assert (hello["event"], ready["event"], done.returncode) == ("hello", "ready", 0)
    assert refused["problem"]
    assert reply["id"] == 7
    steps = {step["place"]: step for step in reply["probe"]["steps"]}
    assert list(steps) == ["image", "conv", "drop", "out"]
    with np.load(reply["probe"]["file"]) as arrays:
        maps = steps["conv"]["outputs"]["output"]["maps"]
        assert arrays[maps["key"]].shape == (5, 62, 62)
        assert arrays[f"{maps['key']}.ranges"].shape == (5, 2)
        assert arrays[steps["conv"]["weight"]["maps"]["key"]].shape == (5, 3, 3)


def test_only_the_last_files_of_pictures_are_kept(tmp_path: Path) -> None:
    server = Server()

    replies = [ask(server, tmp_path, train=bool(n % 2)) for n in range(4)]
    replies = [ask(server, tmp_path, feeds={"image": {"source": "random"}}) for _ in range(4)]

    kept = sorted(str(path) for path in tmp_path.iterdir())
    assert kept == [reply["probe"]["file"] for reply in replies[-2:]]


HOSTILE = [
    b"",
    b"nonsense",
    b"[1]",
    b"{}",
    b'{"do": "probe"}',
    b'{"do": "probe", "text": 3, "pictures": "/tmp"}',
    b'{"do": "probe", "text": "nodes: [", "pictures": "/tmp"}',
    b"[" * 100_000,
    b"\xff\xfe\x00",
]


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_every_line_is_answered(line: bytes) -> None:
    reply = Server().answer(line)

    assert reply["problem"]
    assert not any(word in reply["problem"] for word in ("Error", "Traceback"))


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        ({"feeds": {"image": {"source": "moon"}}}, "there is no source 'moon'; there are data"),
        ({"feeds": {"nobody": {"source": "random"}}}, "there is no Input 'nobody'"),
        ({"feeds": {"image": {"source": "file"}}}, "image: no file was chosen; choose one"),
        ({"feeds": {"image": {"source": "random"}}, "batch": 0}, "a batch has 1 to 4096 samples"),
        ({"feeds": [1]}, "what is to be probed makes no sense"),
        ({"feeds": {"image": {"source": "random", "seed": "x"}}}, "a number of the sample is none"),
        ({"weights": "/nowhere.safetensors"}, "/nowhere.safetensors: there is no such file"),
    ],
)
def test_what_cannot_be_run_is_said_in_plain_words(tmp_path, request_, words) -> None:
    assert ask(Server(), tmp_path, **request_)["problem"].startswith(words)
