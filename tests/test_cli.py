"""The command line: exit codes 0, 1 and 2, output that programs can read, errors of one line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: ``FILE:line: what is wrong; what to do`` without anything a programmer would say.
ONE_LINE = re.compile(r"[^\n]+: [^\n]+; [^\n]+\Z")
PROGRAMMERS_WORDS = re.compile(r"Traceback|Error\b|Exception|errno|None\b|object at 0x", re.ASCII)

LINEAR = """layerloom: 1
name: Net
nodes:
  x: {type: Input, shape: [N, 4]}
  fc: {type: Linear, out_features: 3}
  y: {type: Output}
edges:
  - x -> fc -> y
"""


def assert_one_plain_line(outcome, code: int = 2) -> str:
    assert outcome.code == code, outcome.err
    assert len(outcome.lines) == 1, outcome.err
    [line] = outcome.lines
    assert ONE_LINE.match(line), line
    assert not PROGRAMMERS_WORDS.search(line), line
    return line


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "net.loom.yaml"
    path.write_text(LINEAR)
    return path


# check


def test_check_of_a_sound_project_exits_with_0_and_shows_shapes_and_parameters(loom, project):
    outcome = loom("check", project)

    assert outcome.code == 0
    assert re.search(r"^fc +Linear +\[N, 3\] +15", outcome.out, re.MULTILINE)
    assert "15 parameters" in outcome.out


def test_check_json_has_the_keys_of_the_contract(loom, project):
    report = json.loads(loom("check", project, "--json").out)

    assert {"problems", "nodes", "total_parameters"} <= set(report)
    assert report["total_parameters"] == 15
    assert report["nodes"]["fc"]["type"] == "Linear"
    assert report["nodes"]["fc"]["parameters"] == 15
    assert report["nodes"]["fc"]["outputs"] == {"output": {"shape": ["N", 3], "dtype": "float32"}}
    assert report["nodes"]["fc"]["flops"] == report["total_flops"] == 24
    assert report["total_activation_bytes"] == report["nodes"]["x"]["activation_bytes"] == 16
    assert report["sizes"] == {"N": 1}


def test_check_says_how_often_a_repeated_layer_stands_there(loom, project):
    project.write_text(LINEAR.replace("out_features: 3", "out_features: 4, repeat: 6"))

    outcome, report = loom("check", project), json.loads(loom("check", project, "--json").out)

    assert re.search(r"^fc +Linear x6 ", outcome.out, re.MULTILINE)
    assert report["nodes"]["fc"]["repeat"] == 6
    assert report["nodes"]["fc"]["type"] == "Linear"
    assert report["nodes"]["x"]["repeat"] == 1


def test_check_counts_cost_at_the_sizes_it_is_told(loom, project):
    report = json.loads(loom("check", project, "--json", "--size", "N=10").out)
    refused = loom("check", project, "--size", "T=3")

    assert report["total_flops"] == 240
    assert refused.code == 2
    assert "there is no letter T" in refused.err


def test_check_of_a_wrong_width_exits_with_1_and_says_line_and_fix(loom, project):
    project.write_text(LINEAR.replace("out_features: 3", "in_features: 7, out_features: 3"))

    outcome = loom("check", project)

    assert outcome.code == 1
    errors = [line for line in outcome.lines if "warning: " not in line and "hint: " not in line]
    [line] = [line for line in errors if "fc" in line]
    assert line.startswith(f"{project}:5: ")
    assert "7" in line
    assert "4" in line
    assert "; " in line


def test_check_json_of_a_wrong_width_offers_a_fix_that_mends_it(loom, project):
    from graph.edits import edit_from_plain
    from graph.project_file import load_project, save_project

    project.write_text(LINEAR.replace("out_features: 3", "in_features: 7, out_features: 3"))
    outcome = loom("check", project, "--json")
    [problem] = [p for p in json.loads(outcome.out)["problems"] if p["severity"] == "error"]
    document = load_project(project)
    document.apply(edit_from_plain(problem["fixes"][0]["edit"]))
    save_project(document, project)

    assert outcome.code == 1
    assert problem["node"] == "fc"
    assert loom("check", project).code == 0


def test_check_of_training_that_does_not_fit_the_network_exits_with_1(loom, project):
    project.write_text(LINEAR + "training: {data: {source: digits}}\n")

    outcome = loom("check", project)

    assert outcome.code == 1
    assert "64" in outcome.err or "8" in outcome.err


# files that cannot be read

UNREADABLE = {
    "empty": b"",
    "no mapping": b"- 1\n- 2\n",
    "not YAML": b"layerloom: 1\nnodes: {x: [\n",
    "tabs": b"layerloom: 1\nnodes:\n\tx: {type: Input}\n",
    "binary": bytes(range(256)) * 8,
    "UTF-16": LINEAR.encode("utf-16"),
    "NUL": b"layerloom: 1\nname: a\0b\n",
    "alias bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "a tag that runs code": b"layerloom: 1\nname: !!python/object/apply:os.system [true]\n",
    "deep": b"layerloom: 1\nnodes: " + b"[" * 30_000,
    "a later version": LINEAR.replace("layerloom: 1", "layerloom: 99").encode(),
    "no version": LINEAR.replace("layerloom: 1\n", "").encode(),
    "the same key twice": LINEAR.replace("name: Net", "name: Net\nname: Two").encode(),
    "nodes as a list": LINEAR.replace("nodes:\n", "nodes: [1]\nx:\n").encode(),
    "an edge to nowhere": LINEAR.replace("fc -> y", "fc -> nowhere").encode(),
    "an edge that is a number": LINEAR.replace("- x -> fc -> y", "- 7").encode(),
    "a node without a type": LINEAR.replace("{type: Output}", "{}").encode(),
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE.keys())
@pytest.mark.parametrize("command", ["check", "export"])
def test_an_unreadable_file_exits_with_2_and_one_line_that_names_it(
    loom, tmp_path, content, command
):
    file = tmp_path / "broken.loom.yaml"
    file.write_bytes(content)

    outcome = loom(command, file)

    assert outcome.out == ""
    assert assert_one_plain_line(outcome).startswith(f"{file}:")


@pytest.mark.parametrize("command", ["check", "export", "train", "render"])
def test_a_missing_file_and_a_folder_exit_with_2_and_one_line(loom, tmp_path, command):
    more = ["-o", "out.png"] if command == "render" else []

    for file in (tmp_path / "missing.loom.yaml", tmp_path):
        line = assert_one_plain_line(loom(command, file, *more))

        assert line.startswith(f"{file}: ")


def test_a_file_name_cannot_send_codes_to_the_terminal(loom):
    outcome = loom("check", "\x1b[31mred\n.yaml")

    line = assert_one_plain_line(outcome)
    assert "\x1b" not in line


# the command line itself

MISUSED = [
    ["chekc", "x.yaml"],
    ["check"],
    ["check", "a", "b"],
    ["check", "a", "--jsn"],
    ["--nothing"],
    ["export", "a", "--to", "pickle"],
    ["export", "a", "-o"],
    ["train", "a", "--epochs", "none"],
    ["train", "a", "--epochs", "-3"],
    ["train", "a", "--set", "lr"],
    ["render", "a"],
    ["list"],
    ["list", "everything"],
    ["import", "a:b", "-o", "c"],
]


@pytest.mark.parametrize("arguments", MISUSED, ids=" ".join)
def test_a_misused_command_line_exits_with_2_and_says_what_to_do(loom, arguments):
    assert_one_plain_line(loom(*arguments))


@pytest.mark.parametrize("target", ["onnx", "pt2"])
def test_what_comes_later_says_so_in_one_line(loom, project, target):
    assert "later version" in assert_one_plain_line(loom("export", project, "--to", target))


def test_without_a_display_the_app_says_so_instead_of_dying(command_line, project):
    nowhere = {k: v for k, v in os.environ.items() if "DISPLAY" not in k and k != "QT_QPA_PLATFORM"}

    done = command_line(project, env=nowhere)

    if sys.platform.startswith("linux"):
        assert done.returncode == 2
        assert "there is no display" in done.stderr


def test_a_fault_of_ours_is_one_line_that_says_how_to_see_more(loom, project, monkeypatch):
    import app.cli.check

    def fail(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(app.cli.check, "run", fail)

    assert "LAYERLOOM_DEBUG" in assert_one_plain_line(loom("check", project))


# export


def test_export_prints_source_that_runs_and_writes_the_same_to_a_file(loom, project, tmp_path):
    printed = loom("export", project)
    written = loom("export", project, "-o", tmp_path / "net.py")

    assert (printed.code, written.code, written.out) == (0, 0, "")
    assert (tmp_path / "net.py").read_text() == printed.out
    done = subprocess.run(
        [sys.executable, "-I", tmp_path / "net.py"], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert "3" in done.stdout


def test_export_of_a_project_with_errors_exits_with_1_and_writes_nothing(loom, project, tmp_path):
    project.write_text(LINEAR.replace("type: Linear", "type: Linaer"))

    outcome = loom("export", project, "-o", tmp_path / "net.py")

    assert outcome.code == 1
    assert "Linear" in outcome.err
    assert not (tmp_path / "net.py").exists()


def test_export_does_not_mind_that_training_is_wrong(loom, project):
    project.write_text(LINEAR + "training: {data: {source: digits}}\n")

    assert loom("export", project).code == 0


def test_a_script_is_not_exported_that_could_not_train(loom, examples):
    """Of a network alone, whose file leaves training to us, as ``train`` says it too."""
    done = loom("export", examples / "introduction" / "batch_norm.loom.yaml", "--to", "script")

    assert done.code == 1 and done.out == ""
    assert "the data MNIST-5k has samples of shape [N, 1, 28, 28]" in done.err


def test_export_to_yaml_gives_a_project_that_means_the_same(loom, project, tmp_path):
    from graph.project_file import load_project

    assert loom("export", project, "--to", "yaml", "-o", tmp_path / "again.loom.yaml").code == 0
    assert load_project(tmp_path / "again.loom.yaml") == load_project(project)


@pytest.mark.parametrize("command", [["export"], ["render"]], ids=str)
def test_an_output_that_cannot_be_written_is_one_line(loom, project, tmp_path, command):
    for out in (tmp_path / "no" / "where.png", tmp_path):
        assert_one_plain_line(loom(*command, project, "-o", out))


def test_writing_replaces_a_file_and_keeps_its_mode_and_the_link_to_it(loom, project, tmp_path):
    target, link = tmp_path / "real.py", tmp_path / "link.py"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)

    assert loom("export", project, "-o", link).code == 0
    assert link.is_symlink()
    assert "class" in target.read_text() or "Sequential" in target.read_text()
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.py", "net.loom.yaml", "real.py"]


# render


@pytest.mark.parametrize(("suffix", "magic"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_render_draws_a_picture_without_a_screen(loom, project, tmp_path, suffix, magic):
    outcome = loom("render", project, "-o", tmp_path / f"net.{suffix}")

    assert outcome.code == 0, outcome.err
    assert (tmp_path / f"net.{suffix}").read_bytes().startswith(magic)


def test_render_to_another_kind_of_file_is_refused_in_one_line(loom, project):
    assert ".png" in assert_one_plain_line(loom("render", project, "-o", "net.jpg"))


def test_render_of_a_project_with_errors_draws_it_and_exits_with_1(loom, project, tmp_path):
    project.write_text(LINEAR.replace("out_features: 3", "in_features: 7, out_features: 3"))

    assert loom("render", project, "-o", tmp_path / "net.png").code == 1
    assert (tmp_path / "net.png").exists()


# list


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("layers", {"Conv2d", "LSTM", "torch.cat", "Input"}),
        ("data", {"mnist", "digits", "csv", "xor"}),
        ("losses", {"CrossEntropyLoss", "MSELoss"}),
        ("optimizers", {"SGD", "AdamW"}),
        ("schedules", {"CosineAnnealingLR", "ReduceLROnPlateau"}),
    ],
)
def test_list_names_what_there_is_for_people_and_for_programs(loom, what, names):
    plain, machine = loom("list", what), loom("list", what, "--json")

    assert (plain.code, machine.code) == (0, 0)
    assert names <= {line.split()[0] for line in plain.out.splitlines() if line.strip()}
    assert names <= {entry["name"] for entry in json.loads(machine.out)}


# pipes and signals


def test_a_reader_that_stops_reading_ends_the_command_quietly(project):
    command = f"'{sys.executable}' '{ROOT / 'main.py'}' list layers | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)

    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_in_one_line(project):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, ROOT / "main.py", "list", "losses"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )

    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "standard output: there is no space left; free some space or choose another place"
    ]


def test_check_tells_causes_before_what_follows_from_them(loom, project):
    project.write_text(
        "layerloom: 1\nname: Net\nnodes:\n  x: {type: Input, shape: [N, 8, 8]}\n"
        "  y: {type: Output}\n  mix: {type: Conv1d, out_channel: 4, kernel_size: 1}\n"
        "  relu: {type: ReLU}\nedges: [x -> mix, mix.h_n -> relu -> y]\n"
    )

    said = json.loads(loom("check", project, "--json").out)

    errors = [(p["node"], p["cause"]) for p in said["problems"] if p["severity"] == "error"]
    assert errors == [("mix", ""), ("mix", ""), ("relu", "mix")]
    assert [fix["safe"] for fix in said["problems"][0]["fixes"]] == [True, False]
    assert said["nodes"]["y"]["waits_for"] == "mix"
    assert said["nodes"]["x"]["waits_for"] == ""
    assert "(follows from mix)" in loom("check", project).err
