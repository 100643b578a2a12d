"""Planted faults are named at the right node, in words; sound networks raise no alarm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graph.analysis import problem_from_plain
from graph.document import Document
from graph.project_file import dumps, loads
from tests.train.test_steering import Hand
from tests.train.test_xray import named
from train.events import Event
from train.request import Request
from train.runs.record import read_run
from train.session import Session
from train.steering import Steering

EXAMPLES = Path(__file__).parents[2] / "examples"

MLP = """layerloom: 1
name: Planted
nodes:
  image:  {type: Input, shape: [N, 1, 8, 8]}
  flat:   {type: Flatten}
  fc1:    {type: Linear, out_features: 32}
  act1:   {type: ReLU}
  fc2:    {type: Linear, out_features: 32}
  act2:   {type: ReLU}
  fc3:    {type: Linear, out_features: 10}
  scores: {type: Output}
edges:
  - image -> flat -> fc1 -> act1 -> fc2 -> act2 -> fc3 -> scores
training:
  data: {source: digits, batch_size: 64}
  optimizer: {type: Adam, lr: 0.003}
  epochs: 1
  xray: true
"""


def planted(old: str = "", new: str = "", text: str = MLP) -> str:
    assert old in text
    return text.replace(old, new) if old else text


def diagnosed(text: str, out: Path, **training: Any) -> tuple[list[dict[str, Any]], list[Event]]:
    """Train for an epoch; what was found in it, and all events."""
    document = loads(text)
    document.training = {**document.training, **training}
    events: list[Event] = []
    request = Request(dumps(document), out / "run", out)
    Session(request, events.append, Steering()).run()
    found = [one for event in named(events, "diagnosis") for one in event["findings"]]
    return list({(one["code"], one["place"]): one for one in found}.values()), events


ACTIVE = "act1:   {type: ReLU}"
DEEP = "\n".join(
    f"  f{i}: {{type: Linear, out_features: 16}}\n  s{i}: {{type: Sigmoid}}" for i in range(9)
)
CHAIN = " -> ".join(f"f{i} -> s{i}" for i in range(9))

FAULTS: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "dead": (
        planted("fc1:    {type: Linear, out_features: 32}",
                "fc1:    {type: Linear, out_features: 32, initialize: {bias: -60}}"),
        {}, "dead-units", "act1",
    ),
    "dead, seen in the small last batches": (
        planted("fc1:    {type: Linear, out_features: 32}",
                "fc1:    {type: Linear, out_features: 32, initialize: {bias: -60}}"),
        {"data": {"source": "digits", "batch_size": 16}, "xray": {"every": 90}, "epochs": 2},
        "dead-units", "act1",
    ),
    "exploding": (
        planted("fc2:    {type: Linear, out_features: 32}",
                "fc2:    {type: Linear, out_features: 32, initialize: "
                "{weight: {type: normal_, std: 9}}}"),
        {}, "exploding-start", "fc2",
    ),
    "nan": (planted(ACTIVE, "act1:   {type: torch.log}"), {}, "first-nan", "act1"),
    "nan on the way back": (
        planted("act2:   {type: ReLU}", "act2:   {type: ReLU}\n  root:   {type: torch.sqrt}")
        .replace("act2 ->", "act2 -> root ->"),
        {}, "first-nan", "root",
    ),
    "cut": (planted(ACTIVE, "act1:   {type: Tensor.detach}"), {}, "cuts-gradient", "act1"),
    "rounded": (planted(ACTIVE, "act1:   {type: torch.round}"), {}, "cuts-gradient", "act1"),
    "saturated": (
        planted(ACTIVE, "act1:   {type: Sigmoid}").replace(
            "fc1:    {type: Linear, out_features: 32}",
            "fc1:    {type: Linear, out_features: 32, initialize: {weight: "
            "{type: normal_, std: 0.4}, bias: 40}}"),
        {}, "saturated", "act1",
    ),
    "softmax": (
        planted("scores: {type", "soft:   {type: Softmax, dim: 1}\n  scores: {type").replace(
            "fc3 -> scores", "fc3 -> soft -> scores"),
        {}, "softmax-before-loss", "soft",
    ),
    "frozen": (
        planted("fc2:    {type: Linear, out_features: 32}",
                "fc2:    {type: Linear, out_features: 32, trainable: false}"),
        {}, "frozen-unmeant", "fc2",
    ),
    "frozen beside a group that is": (
        planted("fc2:    {type: Linear, out_features: 32}",
                "fc2:    {type: Linear, out_features: 32, trainable: false}"),
        {"optimizer": {"type": "Adam", "lr": 0.003, "groups": ({"nodes": "fc1", "frozen": True},)}},
        "frozen-unmeant", "fc2",
    ),
    "hot": (MLP, {"optimizer": {"type": "Adam", "lr": 3.0}}, "rate-too-high", ""),
    "hot, then dead": (
        MLP, {"optimizer": {"type": "Adam", "lr": 3.0}, "epochs": 4, "xray": {"every": 1}},
        "rate-too-high", "",
    ),
    "cold": (MLP, {"optimizer": {"type": "SGD", "lr": 1e-7}}, "rate-too-low", ""),
    "raw": (
        MLP, {"data": {"source": "digits", "normalize": "none"}}, "not-normalised", "image",
    ),
    "vanishing": (
        planted(ACTIVE, f"act1:   {{type: Sigmoid}}\n{DEEP}").replace(
            "act1 -> fc2", f"act1 -> {CHAIN} -> fc2"),
        {}, "vanishing-gradient", "fc1",
    ),
}  # fmt: skip


def test_a_rate_that_makes_numbers_too_large_is_not_told_as_a_steep_slope(tmp_path):
    document = loads((EXAMPLES / "regression_diabetes.loom.yaml").read_text(encoding="utf-8"))
    document.training = {**document.training, "optimizer": {"type": "SGD", "lr": 10.0}}
    events: list[Event] = []

    assert not Session(Request(dumps(document), tmp_path / "run"), events.append, Steering()).run()

    last = events[-1]
    assert last["node"] == "fc2" and "numbers there have grown to" in last["message"]
    assert last["advice"] == "lower the learning rate, or clip the gradient"


SEQUENCES = """layerloom: 1
name: Read
nodes:
  image:  {type: Input, shape: [N, 1, 8, 8]}
  rows:   {type: torch.squeeze, dim: 1}
  gru:    {type: GRU, hidden_size: 16, batch_first: true}
  last:   {type: torch.select, dim: 1, index: -1}
  head:   {type: Linear, out_features: 10}
  scores: {type: Output}
edges:
  - image -> rows -> gru -> last -> head -> scores
training:
  data: {source: digits, batch_size: 64}
  optimizer: {type: Adam, lr: 0.003}
  epochs: 1
  xray: {every: 4}
"""


def test_a_recurrent_layer_that_stands_at_its_ends_is_named_and_a_sound_one_is_not(tmp_path):
    wide = "{type: normal_, std: 600}"
    wild = f"hidden_size: 16, initialize: {{weight_hh_l0: {wide}, weight_ih_l0: {wide}}}"

    found, _ = diagnosed(planted("hidden_size: 16", wild, SEQUENCES), tmp_path / "wild")

    assert [(one["code"], one["place"]) for one in found] == [("saturated", "gru")]
    assert diagnosed(SEQUENCES, tmp_path / "sound", epochs=3)[0] == []


def test_what_lets_no_gradient_through_is_left_out_by_its_fix(tmp_path):
    text, training, _, _ = FAULTS["rounded"]
    found, _ = diagnosed(text, tmp_path / "before", **training)
    [cut] = [problem_from_plain(one) for one in found if one["code"] == "cuts-gradient"]
    document = loads(text)

    document.apply(cut.fixes[0].edit)

    assert cut.fixes[0].label == "Leave it out"
    assert diagnosed(dumps(document), tmp_path / "after", **training)[0] == []


def test_a_loss_that_is_infinite_of_finite_answers_is_blamed_on_no_node(tmp_path):
    document = loads((EXAMPLES / "vae_digits.loom.yaml").read_text(encoding="utf-8"))
    document.training = {**document.training, "optimizer": {"type": "Adam", "lr": 1.0}}
    events: list[Event] = []

    assert not Session(Request(dumps(document), tmp_path / "run"), events.append, Steering()).run()

    assert not events[-1].get("node") and "it is the loss itself" in events[-1]["message"]
    assert "Lower the learning rate" in events[-1]["advice"].capitalize()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named_at_its_node_within_an_epoch(fault, tmp_path):
    text, training, code, node = FAULTS[fault]

    found, _ = diagnosed(text, tmp_path, **training)

    there = [one for one in found if one["code"] == code]
    kept = read_run(tmp_path / "run").faults
    assert [(one["code"], one["place"]) for one in found] == [(f.code, f.place) for f in kept]
    assert all(fault.words and fault.step for fault in kept)
    assert there, [(one["code"], one["place"], one["words"]) for one in found]
    assert not node or there[0]["node"] == node
    assert len(there) == 1 or code not in ("frozen-unmeant", "rate-too-high", "rate-too-low")
    assert code != "rate-too-high" or "rate-too-low" not in [one["code"] for one in found]
    assert there[0]["node"] and there[0]["words"] and there[0]["advice"]
    assert there[0]["place"] in there[0]["words"]
    assert " by 0 % " not in there[0]["words"]  # of a network that the rate has killed since


#: The same network for other targets: its last layer, its loss, and the targets of digits.
TARGETS: dict[str, tuple[int, str, Callable[[np.ndarray], np.ndarray]]] = {
    "classes": (10, "CrossEntropyLoss", lambda y: y),
    "yes or no": (1, "BCEWithLogitsLoss", lambda y: (y > 4).astype(np.int64)),
    "several": (4, "BCEWithLogitsLoss", lambda y: (y[:, None] >> np.arange(4) & 1).astype("f4")),
    "a number": (1, "MSELoss", lambda y: y.astype(np.float32)),
    "a number, robust": (1, "HuberLoss", lambda y: y.astype(np.float32)),
}


QUICK_TARGETS = ("classes", "a number")


@pytest.mark.parametrize(
    "targets",
    [n if n in QUICK_TARGETS else pytest.param(n, marks=pytest.mark.slow) for n in TARGETS],
)
def test_shuffled_labels_are_suspected(targets, tmp_path):
    width, loss, make = TARGETS[targets]
    text = MLP.replace("out_features: 10", f"out_features: {width}")
    with np.load(EXAMPLES.parent / "train/data/files/digits.npz") as digits:
        x, y = digits["images"].astype(np.float32) / 16, digits["labels"].astype(np.int64)
    data = {"source": "npz", "path": "d.npz", "inputs": "x", "targets": "y"}
    np.savez(tmp_path / "d.npz", x=x, y=make(np.random.RandomState(0).permutation(y)))

    found, _ = diagnosed(text, tmp_path, data=data, loss=loss)

    assert [(one["code"], one["severity"]) for one in found] == [("labels-suspected", "hint")]
    (tmp_path / "right").mkdir()
    np.savez(tmp_path / "right" / "d.npz", x=x, y=make(y))
    assert diagnosed(text, tmp_path / "right", data=data, loss=loss)[0] == []


def test_what_a_cut_leaves_behind_is_named_as_its_consequence(tmp_path):
    found, _ = diagnosed(FAULTS["cut"][0], tmp_path)

    [behind] = [one for one in found if one["code"] == "no-gradient"]
    assert (behind["node"], behind["cause"]) == ("fc1", "act1")


@pytest.mark.slow
def test_every_fix_is_an_edit_that_takes_its_fault_away(tmp_path):
    for name in ("dead", "frozen", "cold", "raw", "softmax", "exploding"):
        text, training, code, _ = FAULTS[name]
        found, _ = diagnosed(text, tmp_path / name, **training)
        [one] = [one for one in found if one["code"] == code][:1]
        document = loads(text)
        document.training = {**document.training, **training}
        document.apply(problem_from_plain(one).fixes[0].edit)

        again, _ = diagnosed(dumps(document), tmp_path / f"{name} mended")

        kept = [(other["code"], other["place"]) for other in again]
        assert (code, one["place"]) not in kept, name


def test_inside_blocks_the_use_is_named(tmp_path):
    text = """layerloom: 1
name: Blocks
nodes:
  image:  {type: Input, shape: [N, 1, 8, 8]}
  flat:   {type: Flatten}
  good:   {type: Part}
  bad:    {type: Part, shift: -80}
  fc:     {type: Linear, out_features: 10}
  scores: {type: Output}
edges:
  - image -> flat -> good -> bad -> fc -> scores
blocks:
  Part:
    arguments: {shift: 0}
    nodes:
      x:    {type: Input}
      lin:  {type: Linear, out_features: 24}
      move: {type: torch.add, other: =shift}
      relu: {type: ReLU}
      y:    {type: Output}
    edges:
      - x -> lin -> move -> relu -> y
training:
  data: {source: digits}
  epochs: 1
  xray: true
"""
    found, _ = diagnosed(text, tmp_path)

    dead = [one for one in found if one["code"] == "dead-units"]
    assert [(one["place"], one["scope"], one["node"]) for one in dead] == [
        ("bad.relu", "Part", "relu")
    ]


LOG = """layerloom: 1
name: Sinking
nodes:
  point:  {type: Input, shape: [N, 2]}
  fc1:    {type: Linear, out_features: 8}
  square: {type: torch.square}
  down:   {type: torch.sub, other: 0.02}
  log:    {type: torch.log}
  fc2:    {type: Linear, out_features: 2}
  scores: {type: Output}
edges:
  - point -> fc1 -> square -> down -> log -> fc2 -> scores
training:
  data: {source: moons, samples: 400, batch_size: 2}
  epochs: 3
"""


def test_a_run_that_ends_in_nan_says_at_which_node_it_began_also_without_x_ray(tmp_path):
    _, events = diagnosed(LOG, tmp_path)

    last = events[-1]
    assert (last["event"], last["fatal"]) == ("problem", True)
    assert (last["node"], last["place"]) == ("log", "log")
    assert "log is the first to give NaN" in last["message"]
    assert "the loss became not a number (NaN) at step" in last["message"]
    assert named(events, "xray") == []


@pytest.mark.slow
def test_it_is_found_from_the_last_checkpoint_on(tmp_path):
    text = LOG.replace("other: 0.02", "other: 1.0e-7")

    _, events = diagnosed(text, tmp_path, checkpoint_every=20, epochs=60)

    kept = [event for event in events if event["event"] == "checkpoint"]
    assert kept and events[-1].get("node") == "log", events[-1]
    assert not list((tmp_path / "run").glob("run"))


def losing(tmp_path: Path, text: str, hand: Steering, **training: Any) -> Event:
    """The last event of a run that loses its loss."""
    document = loads(text)
    document.training = {**document.training, **training}
    events: list[Event] = []
    request = Request(dumps(document), tmp_path / "run", tmp_path)
    Session(request, events.append, hand).run()
    assert events[-1]["fatal"], events[-1]
    return events[-1]


def test_acts_are_repeated_while_it_is_searched(tmp_path):
    """Without its new rate, which is far too high, the run would never have lost its loss."""
    raised = Hand((8, {"command": "set_lr", "lr": 1e30}))

    last = losing(tmp_path, MLP, raised, optimizer={"type": "SGD", "lr": 0.01})

    assert last["node"].startswith("fc") and " is the first to give " in last["message"]


def points(tmp_path: Path, *, held_out: float) -> dict[str, Any]:
    """Points to train on, and others to validate with, of which one holds a value of its own."""
    x = np.random.RandomState(0).uniform(1, 2, (80, 2)).astype(np.float32)
    y = (x[:, 0] > 1.5).astype(np.int64)
    np.savez(tmp_path / "train.npz", x=x, y=y)
    x[7] = held_out
    np.savez(tmp_path / "validation.npz", x=x, y=y)
    return {"source": "npz", "path": "train.npz", "validation": "validation.npz",
            "inputs": "x", "targets": "y", "batch_size": 8, "normalize": "none"}  # fmt: skip


ROOT_OF = """layerloom: 1
name: Root
nodes:
  point:  {type: Input, shape: [N, 2]}
  root:   {type: torch.sqrt}
  fc:     {type: Linear, out_features: 2}
  scores: {type: Output}
edges:
  - point -> root -> fc -> scores
training:
  epochs: 1
"""


@pytest.mark.parametrize("more", [{}, pytest.param({"ema": 0.9}, marks=pytest.mark.slow)])
def test_what_is_lost_in_validation_alone_is_found_there(tmp_path, more):
    last = losing(tmp_path, ROOT_OF, Steering(), data=points(tmp_path, held_out=-1.0), **more)

    assert "on the validation data after epoch 1" in last["message"]
    assert last["node"] == "root" and "from -1 to" in last["message"]


def test_every_batch_of_a_step_is_looked_at(tmp_path):
    """The seventh sample of ten batches that make one step is the one that has no root."""
    points(tmp_path, held_out=-1.0)
    data = {"source": "npz", "path": "validation.npz", "inputs": "x", "targets": "y",
            "batch_size": 8, "normalize": "none", "validation": 0}  # fmt: skip

    last = losing(tmp_path, ROOT_OF, Steering(), data=data, accumulate=10)

    assert last["node"] == "root" and "at step 1" in last["message"]


def test_a_loss_that_is_none_by_itself_is_said_to_be(tmp_path):
    data = {**points(tmp_path, held_out=1.0), "targets": "z"}
    for part in ("train", "validation"):
        z = np.zeros((80, 2), np.float32)
        z[5] = 3e38  # whose square is too large a number
        with np.load(tmp_path / f"{part}.npz") as kept:
            np.savez(tmp_path / f"{part}.npz", x=kept["x"], z=z)

    last = losing(tmp_path, ROOT_OF, Steering(), data=data, loss="MSELoss")

    assert "it is the loss itself" in last["message"], last


@pytest.mark.slow
def test_a_compiled_network_is_searched_beside_its_steps(tmp_path):
    last = losing(tmp_path, LOG, Steering(), compile=True)

    assert last["node"] == "log", last


HEALTHY = (
    "autoencoder_digits",
    "lstm_adding",
    "mixture_of_experts",
    "mlp_digits",
    "perceptron",
    "regression_diabetes",
    "two_towers",
)
QUICK = ("mlp_digits", "perceptron", "regression_diabetes")


@pytest.mark.parametrize(
    "example",
    [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in HEALTHY],
)
def test_a_sound_example_raises_no_alarm_in_its_first_epochs(example, tmp_path):
    document: Document = loads((EXAMPLES / f"{example}.loom.yaml").read_text(encoding="utf-8"))
    document.training = {**document.training, "epochs": 2, "xray": True}
    events: list[Event] = []

    Session(Request(dumps(document), tmp_path, EXAMPLES), events.append, Steering()).run()

    assert named(events, "xray") and named(events, "done")
    assert named(events, "diagnosis") == []


@pytest.mark.slow
def test_lenet_raises_no_alarm(tmp_path):
    test_a_sound_example_raises_no_alarm_in_its_first_epochs("lenet_mnist", tmp_path)
