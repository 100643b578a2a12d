"""Python files beside a project: which may be read, what is read in them, and who is trusted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.python.outline import OutlineError, outline
from graph.python.source_file import PythonFileError, read_python_file
from graph.python.trust import TrustStore
from tests.python_nodes import LAYERS, lay

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/etc/passwd.py", "inside the project's folder"),
        ("../layers.py", "leads out of the project's folder"),
        ("a/../../layers.py", "leads out of the project's folder"),
        ("C:\\layers.py", "inside the project's folder"),
        ("~/layers.py", "inside the project's folder"),
        ("./layers.py", "write it as layers.py"),
        ("layers.txt", "does not end in .py"),
        ("my-layers.py", "letters, digits and _ only"),
        ("random.py", "hides a module that Python or PyTorch needs"),
        ("torch/layers.py", "hides a module that Python or PyTorch needs"),
        ("layers.py", "there is no layers.py beside the project"),
        ("", "the name of a .py file"),
        (7, "the name of a .py file"),
        ("x" * 5000 + ".py", "cannot be read"),
    ],
)
def test_a_file_that_may_not_be_read_is_refused_in_a_sentence(
    tmp_path: Path, name: object, said: str
) -> None:
    with pytest.raises(PythonFileError, match=said):
        read_python_file(tmp_path, name, NOBODY)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "project"
    lay(tmp_path, {"secret.py": "x = 1", "project/real.py": "y = 2"})
    (inside / "layers.py").symlink_to(tmp_path / "secret.py")
    (inside / "near.py").symlink_to(inside / "real.py")
    (inside / "parts").symlink_to(tmp_path)

    for name in ("layers.py", "parts/secret.py"):
        with pytest.raises(PythonFileError, match="leads out"):
            read_python_file(inside, name, NOBODY)
    assert read_python_file(inside, "near.py", NOBODY).text == "y = 2"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"# coding: unicode_escape\n# \\x0aimport os", "save it as UTF-8"),
        (b"x = '\xff'", "not text in UTF-8"),
        ("# \u202e txet".encode(), "invisible signs"),
        (b"x = 1\0", "invisible signs"),
        (b"#" * (2**20 + 1), "larger than 1,024 KiB"),
    ],
)
def test_a_file_that_would_not_run_as_it_reads_is_refused(
    tmp_path: Path, data: bytes, said: str
) -> None:
    (tmp_path / "layers.py").write_bytes(data)

    with pytest.raises(PythonFileError, match=said):
        read_python_file(tmp_path, "layers.py", NOBODY)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "layers.py")

    with pytest.raises(PythonFileError, match="is no file"):
        read_python_file(tmp_path, "layers.py", NOBODY)


def test_classes_and_functions_are_read_from_the_syntax() -> None:
    found = outline(LAYERS)

    kinds = {name: definition.kind for name, definition in found.items()}
    assert kinds == {
        "Swish": "autograd",
        "Linear": "module",
        "Moments": "module",
        "scaled": "function",
        "Counting": "module",
    }
    assert [p.name for p in found["Linear"].arguments] == ["in_features", "out_features", "bias"]
    assert found["Linear"].arguments[2].default is True
    assert found["Linear"].input_names == ("x",)
    assert [(p.name, p.default) for p in found["Swish"].arguments] == [("beta", 1.0)]
    assert found["Moments"].outputs == 2


def test_a_class_has_what_its_bases_in_the_same_file_have() -> None:
    found = outline(
        "import torch.nn as nn\n"
        "class Base(nn.Module):\n"
        "    def __init__(self, width: int): ...\n"
        "    def forward(self, x, mask=None): ...\n"
        "class Own(Base): pass\n"
        "class Wide(nn.Linear): pass\n"
        "class Plain: pass\n"
    )

    assert [p.name for p in found["Own"].arguments] == ["width"]
    assert [p.name for p in found["Own"].inputs] == ["x", "mask"]
    assert found["Own"].input_names == ("x",)
    assert found["Wide"].kind == "module"
    assert found["Wide"].open_arguments
    assert found["Plain"].kind == "other"


@pytest.mark.parametrize(
    "text", ["class (", "(" * 50_000, "-" * 200_000 + "1", "x = [" * 5_000, "if x:\n" * 200]
)
def test_text_that_is_no_python_is_refused_and_ends_nothing(text: str) -> None:
    with pytest.raises(OutlineError):
        outline(text)


def test_trust_is_remembered_by_content(tmp_path: Path) -> None:
    store = TrustStore(tmp_path / "config" / "trusted.json")
    lay(tmp_path, {"layers.py": "x = 1"})
    file = read_python_file(tmp_path, "layers.py", store.digests())
    assert not file.trusted

    store.trust([file])

    assert read_python_file(tmp_path, "layers.py", store.digests()).trusted
    lay(tmp_path, {"layers.py": "x = 2", "copy.py": "x = 1"})
    assert not read_python_file(tmp_path, "layers.py", store.digests()).trusted
    store.distrust(file.digest)
    assert store.digests() == NOBODY


@pytest.mark.parametrize("text", ["", "[]", '{"trusted": 3}', '{"trusted": {"abc": 1}}', "\0"])
def test_a_store_that_makes_no_sense_trusts_nothing(tmp_path: Path, text: str) -> None:
    store = TrustStore(tmp_path / "trusted.json")
    store.path.write_text(text)

    assert store.digests() == NOBODY
