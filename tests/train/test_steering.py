"""A run that is steered keeps its state, writes down every act, and repeats them when resumed."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from graph.errors import TrainingError
from tests.train.test_engine import Recorder, network, trainer
from tests.train.test_worker import curve, last_of, start, until
from train import catalog
from train.acts import Acts
from train.checkpoints import load_newest
from train.client import run
from train.optimization import build_optimizer
from train.reading import read_training
from train.request import Request
from train.scheduling import Schedule
from train.session import Session
from train.steering import Command, Steering

#: 80 samples to train on: epochs of 10 steps, each a checkpoint.
TRAINING = ("data: {source: moons, samples: 100, batch_size: 8}", "epochs: 4", "seed: 3")


class Killed(BaseException):
    """Ends a run as kill -9 would: nothing more is written."""


class Hand(Steering):
    """Gives its commands after the steps they are meant for, and may kill the run after one.

    It is asked after each of the 10 steps of an epoch, each of 3 batches of validation, and after
    the epoch: so question 14 is after epoch 1, and 15 after step 11.
    """

    def __init__(self, *commands: tuple[int, Command], kill_after: int = 0) -> None:
        super().__init__()
        self._commands, self._kill = list(commands), kill_after
        self._asked = 0

    def next(self) -> Command | None:
        if self._commands and self._asked + 1 >= self._commands[0][0]:
            return self._commands.pop(0)[1]
        self._asked += 1
        if self._kill and self._asked >= self._kill:
            raise Killed
        return None


def train(
    text: str,
    out: Path,
    hand: Steering,
    *,
    resume: bool = False,
    killed_by: str = "",
    epochs: int | None = None,
) -> list[dict[str, Any]]:
    """Run in this process; ``killed_by`` is an event after which nothing more is written."""
    events: list[dict[str, Any]] = []

    def hear(event: dict[str, Any]) -> None:
        events.append(event)
        if event["event"] == killed_by:
            raise Killed

    request = Request(text, out, out.parent, resume=resume, epochs=epochs)
    session = Session(request, hear, hand)
    try:
        session.run()
    finally:
        session._folder.close()  # only lets go of the file: each line is in it at once
    return events


def named(events: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [event for event in events if event["event"] == name]


def weights_of(folder: Path) -> bytes:
    return (folder / "last.safetensors").read_bytes()


ACTS: dict[str, list[tuple[int, Command]]] = {
    "rate": [(14, {"command": "set_lr", "lr": 0.02}), (16, {"command": "set_lr", "factor": 0.5})],
    "group": [(15, {"command": "set_lr", "lr": 0.2, "group": 1})],
    "decay": [(14, {"command": "set_weight_decay", "weight_decay": 0.1})],
    "freeze": [(14, {"command": "freeze", "nodes": "fc1"})],
    "thaw": [
        (14, {"command": "freeze", "nodes": "fc1"}),
        (17, {"command": "unfreeze", "nodes": "fc1"}),
    ],
    "dropout": [(14, {"command": "set_dropout", "p": 0.6})],
    "epochs": [(14, {"command": "set_epochs", "add": 2})],
    "rollback": [
        (15, {"command": "set_lr", "lr": 0.5}),
        (17, {"command": "roll_back", "to": "1"}),
        (19, {"command": "set_lr", "lr": 0.01}),
    ],
    "schedule": [
        (15, {"command": "set_schedule", "schedule": {"type": "OneCycleLR", "max_lr": 0.1}}),
        (18, {"command": "set_lr", "factor": 0.5, "group": 1}),
        (20, {"command": "set_epochs", "add": 1}),
    ],
    "two schedules": [
        (
            14,
            {
                "command": "set_schedule",
                "schedule": {"type": "LambdaLR", "lr_lambda": "=0.9 ** epoch"},
            },
        ),
        (31, {"command": "set_schedule", "schedule": None}),
        (33, {"command": "roll_back", "to": "1"}),
    ],
    "all": [
        (14, {"command": "set_lr", "factor": 0.1, "group": 1}),
        (14, {"command": "freeze", "nodes": "fc2"}),
        (14, {"command": "set_dropout", "p": 0.3, "nodes": "drop1"}),
        (16, {"command": "evaluate"}),
        (16, {"command": "set_epochs", "epochs": 5}),
        (21, {"command": "checkpoint"}),
        (22, {"command": "unfreeze", "nodes": "fc2"}),
        (22, {"command": "set_weight_decay", "weight_decay": 0.05}),
    ],
}

GROUPED = "optimizer: {type: AdamW, lr: 0.05, groups: [{nodes: fc2, lr: 0.01}]}"


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[pytest.mark.slow] * (index > 0)) for index, name in enumerate(ACTS)],
)
def test_a_steered_run_that_is_killed_takes_the_same_course_when_resumed(name, project, tmp_path):
    """Killed where acts are only in the log, where they are in a checkpoint, and amid epochs."""
    text = project(*TRAINING, GROUPED, "schedule: CosineAnnealingLR", "ema: 0.9")
    whole = train(text, tmp_path / "whole", Hand(*ACTS[name]))
    assert whole[-1]["event"] == "done" and not named(whole, "problem")

    last = ACTS[name][-1][0]
    for kill_after in (last + 1, last + 4, last + 14):
        out = tmp_path / f"killed{kill_after}"
        with pytest.raises(Killed):
            train(text, out, Hand(*ACTS[name], kill_after=kill_after))
        resumed = train(text, out, Steering(), resume=True)

        assert resumed[-1]["event"] == "done"
        assert weights_of(out) == weights_of(tmp_path / "whole"), kill_after
        assert curve(out) == curve(tmp_path / "whole")
        for key in ("step", "train", "validation", "best"):
            assert resumed[-1][key] == whole[-1][key], (kill_after, key)


#: Learns nothing, so that early stopping ends it after three epochs.
IDLE = ("early_stopping: {patience: 2, min_delta: 0.01}", "optimizer: {type: SGD, lr: 0.000001}")


@pytest.mark.slow
def test_who_asks_for_more_epochs_of_a_run_that_stopped_early_gets_them(project, tmp_path):
    """Its patience starts anew, whether it is killed meanwhile or not."""
    text, out = project(*TRAINING[:1], "epochs: 9", *IDLE), tmp_path / "run"
    ended = train(text, out, Steering())[-1]
    again = train(text, out, Steering(), resume=True)
    assert (ended["epochs"], again[-1]["epochs"], named(again, "epoch")) == (3, 3, [])
    shutil.copytree(out, tmp_path / "killed")

    more = train(text, out, Steering(), resume=True, epochs=9)
    asked = (1, {"command": "set_epochs", "epochs": 9})
    with pytest.raises(Killed):
        train(text, tmp_path / "killed", Hand(asked, kill_after=18), resume=True, epochs=9)
    resumed = train(text, tmp_path / "killed", Steering(), resume=True)

    [act] = named(more, "epochs")
    assert (act["epochs"], act["patience"], act["after_epoch"]) == (9, 2, True)
    assert more[-1]["epochs"] == 5 and "early stopping" in more[-1]["reason"]
    assert resumed[-1]["epochs"] == 5 and weights_of(out) == weights_of(tmp_path / "killed")
    assert curve(out) == curve(tmp_path / "killed")


@pytest.mark.slow
@pytest.mark.parametrize("now", [2, 4, 6])
def test_a_project_that_has_other_epochs_now_is_an_act_of_the_run(project, tmp_path, now):
    """As if somebody had set them while it went: its schedule is stretched, its log says so."""
    lines = ("seed: 3", "schedule: {type: OneCycleLR, max_lr: 0.1}")
    texts = {n: project(*TRAINING[:1], *lines, f"epochs: {n}") for n in (4, now)}
    steered, out = tmp_path / "steered", tmp_path / "run"
    set_epochs = (14, {"command": "set_epochs", "epochs": now})
    train(texts[4], steered, Hand(*[set_epochs] * (now != 4)))
    with pytest.raises(Killed):
        train(texts[4], out, Hand(kill_after=20))

    with pytest.raises(Killed):
        train(texts[now], out, Hand(kill_after=1), resume=True)  # before it is given them
    events = train(texts[now], out, Steering(), resume=True)

    assert [act["epochs"] for act in named(events, "epochs")] == [now] * (now != 4)
    assert events[-1]["epochs"] == now
    assert curve(out) == curve(steered) and weights_of(out) == weights_of(steered)


def test_a_run_that_is_past_the_epochs_it_is_to_have_is_left_alone(project, tmp_path):
    text, out = project(*TRAINING), tmp_path / "run"
    train(text, out, Steering())
    before = {path: path.read_bytes() for path in out.rglob("*.*") if path.is_file()}

    for given in ({"epochs": 2}, {}):
        told = text if given else project(*TRAINING[:1], "epochs: 2", "seed: 3")
        last = train(told, out, Steering(), resume=True, **given)[-1]
        assert last["message"] == "the run is in epoch 4 already, and is to have 2 in all"
        assert "set epochs to 4 or more" in last["advice"]

    assert {path: path.read_bytes() for path in before} == before


def test_a_run_killed_twice_repeats_each_act_once(project, tmp_path):
    text, commands = project(*TRAINING), ACTS["rate"]
    train(text, tmp_path / "whole", Hand(*commands))
    out = tmp_path / "killed"
    with pytest.raises(Killed):
        train(text, out, Hand(*commands, kill_after=17))
    with pytest.raises(Killed):
        train(text, out, Hand(kill_after=4), resume=True)  # after the first act, in the second try
    resumed = train(text, out, Steering(), resume=True)

    assert [event["number"] for event in named(resumed, "lr")] == [1, 2]
    assert all(event["replayed"] for event in named(resumed, "lr"))
    assert weights_of(out) == weights_of(tmp_path / "whole")


def test_what_is_new_waits_until_what_was_has_been_repeated(project, tmp_path):
    out, text = tmp_path / "run", project(*TRAINING)
    with pytest.raises(Killed):
        train(text, out, Hand((16, {"command": "set_lr", "lr": 0.5}), kill_after=18))
    impatient = Steering()
    impatient.send({"command": "set_lr", "lr": 0.001})

    events = train(text, out, impatient, resume=True)

    assert [(e["number"], e["lr"]) for e in named(events, "lr")] == [(1, [0.5]), (2, [0.001])]


def test_every_act_is_an_event_with_its_step_and_its_number(project, tmp_path):
    events = train(project(*TRAINING, GROUPED), tmp_path / "run", Hand(*ACTS["all"]))

    acts = [event for event in events if "act" in event]
    kinds = ["lr", "frozen", "dropout", "epochs", "frozen", "weight_decay"]
    assert [event["event"] for event in acts] == kinds
    assert [event["number"] for event in acts] == [1, 2, 3, 4, 5, 6]
    assert [event["step"] for event in acts] == [10, 10, 10, 12, 15, 15]
    [evaluated] = named(events, "evaluation")
    assert evaluated["step"] == 12 and evaluated["validation"]["loss"] > 0
    assert [event["step"] for event in named(events, "checkpoint")][:2] == [10, 14]
    assert events[-1]["epochs"] == 5


def test_an_evaluation_and_a_checkpoint_change_nothing(project, tmp_path):
    text = project(*TRAINING)
    looks = [(n, {"command": c}) for n in (3, 14) for c in ("evaluate", "checkpoint")]
    train(text, tmp_path / "plain", Steering())
    train(text, tmp_path / "watched", Hand(*looks))

    assert curve(tmp_path / "plain") == curve(tmp_path / "watched")
    assert weights_of(tmp_path / "plain") == weights_of(tmp_path / "watched")


def test_a_run_stops_after_its_epoch_and_goes_on_to_the_same_end(project, tmp_path):
    text, out = project(*TRAINING), tmp_path / "run"
    train(text, tmp_path / "whole", Steering())

    stopped = train(text, out, Hand((15, {"command": "stop_after_epoch"})))[-1]
    resumed = train(text, out, Steering(), resume=True)

    assert (stopped["event"], stopped["step"], stopped["epoch"]) == ("stopped", 20, 2)
    assert "after epoch 2" in stopped["reason"]
    assert resumed[-1]["event"] == "done"
    assert weights_of(out) == weights_of(tmp_path / "whole")


def test_stopping_after_the_epoch_can_be_taken_back(project, tmp_path):
    hand = Hand(
        (15, {"command": "stop_after_epoch"}), (16, {"command": "stop_after_epoch", "on": False})
    )
    assert train(project(*TRAINING), tmp_path / "run", hand)[-1]["event"] == "done"


def test_a_run_rolled_back_goes_the_same_way_again_unless_something_is_changed(project, tmp_path):
    text = project(*TRAINING)
    train(text, tmp_path / "plain", Steering())
    back = (17, {"command": "roll_back", "to": "1"})

    events = train(text, tmp_path / "again", Hand(back))

    [told] = named(events, "rolled_back")
    assert (told["step"], told["to_step"], told["to_epoch"]) == (13, 10, 1)
    assert weights_of(tmp_path / "again") == weights_of(tmp_path / "plain")
    assert curve(tmp_path / "again") == curve(tmp_path / "plain")


def test_a_run_killed_while_it_goes_back_goes_back_when_it_is_resumed(project, tmp_path):
    text, commands = project(*TRAINING), ACTS["rollback"][:2]
    train(text, tmp_path / "whole", Hand(*commands))
    out = tmp_path / "killed"
    with pytest.raises(Killed):
        train(text, out, Hand(*commands), killed_by="rolled_back")

    resumed = train(text, out, Steering(), resume=True)

    repeated = [event["number"] for event in resumed if event.get("replayed")]
    assert repeated == [1, 2]
    assert weights_of(out) == weights_of(tmp_path / "whole")
    assert curve(out) == curve(tmp_path / "whole")


def test_going_back_in_a_resumed_run_repeats_nothing(project, tmp_path):
    text, out = project(*TRAINING), tmp_path / "run"
    with pytest.raises(Killed):
        train(text, out, Hand((15, {"command": "set_lr", "lr": 0.5}), kill_after=32))
    resumed = train(text, out, Hand((3, {"command": "roll_back", "to": "1"})), resume=True)

    assert [event.get("replayed") for event in resumed if "act" in event] == [None]
    assert resumed[-1]["event"] == "done"
    assert {event["lr"][0] for event in named(resumed, "step")[1:]} == {0.001}


def test_after_going_back_two_epochs_the_newest_checkpoint_is_of_the_new_course(project, tmp_path):
    out = tmp_path / "run"
    hand = Hand((36, {"command": "roll_back", "to": "1"}), kill_after=38)
    with pytest.raises(Killed):
        train(project(*TRAINING), out, hand)

    path, state, _ = load_newest(out / "checkpoints")

    assert state["step"] == 10 and state["acts"]["number"] == 1
    aside = sorted(p.name for p in (out / "checkpoints" / "abandoned").glob("*.pt"))
    assert aside == ["epoch_0002_step_00000020.pt"]
    assert path.name == "epoch_0001_step_00000010.pt"


def test_what_is_sent_while_a_paused_run_is_evaluated_is_done_after_it(project, tmp_path):
    rate, go_on = {"command": "set_lr", "factor": 0.5}, {"command": "resume"}
    steering = Hand((17, {"command": "pause"}), (17, rate), (17, go_on))
    steering.send({"command": "evaluate"})
    steering.send({"command": "stop"})  # which a pause that goes on would read

    events = train(project(*TRAINING), tmp_path / "run", steering)

    said = [e["event"] for e in events if e["event"] in ("paused", "evaluation", "resumed", "lr")]
    assert said == ["paused", "evaluation", "resumed", "lr"]
    assert events[-1]["event"] == "done"


def test_a_rate_may_be_changed_in_a_pause_after_going_back(project, tmp_path):
    steering = Hand((17, {"command": "pause"}))
    for command in (
        {"command": "roll_back", "to": "epoch_0001_step_00000010.pt"},
        {"command": "set_lr", "lr": 0.25},
        {"command": "resume"},
    ):
        steering.send(command)

    events = train(project(*TRAINING), tmp_path / "run", steering)

    said = [e for e in events if e["event"] in ("paused", "rolled_back", "lr", "resumed")]
    assert [e["event"] for e in said] == ["paused", "rolled_back", "lr", "resumed"]
    assert [e["step"] for e in said] == [13, 13, 10, 10]
    assert events[-1]["event"] == "done"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ({"command": "set_lr", "lr": "fast"}, "the command set_lr is not complete"),
        ({"command": "set_lr"}, "the command set_lr is not complete"),
        ({"command": "set_lr", "lr": 1, "group": 7}, "there is no parameter group 7"),
        ({"command": "set_weight_decay", "weight_decay": -1}, "-1.0 is no weight decay"),
        ({"command": "freeze", "nodes": "conv*"}, "'conv*' fits no layer with weights"),
        ({"command": "freeze", "nodes": "*"}, "nothing would be left to learn"),
        ({"command": "set_dropout", "p": 1.5}, "1.5 is no dropout rate"),
        ({"command": "set_dropout", "p": 0.5, "nodes": "fc1"}, "'fc1' fits no layer with dropout"),
        ({"command": "set_epochs", "epochs": 1}, "the run is in epoch 2 already"),
        ({"command": "roll_back", "to": "../../secret"}, "there is no checkpoint"),
        ({"command": "roll_back"}, "there is no checkpoint"),
    ],
)
def test_a_command_that_makes_no_sense_is_named_and_changes_nothing(
    command, said, project, tmp_path
):
    text = project(*TRAINING)
    train(text, tmp_path / "plain", Steering())
    events = train(text, tmp_path / "run", Hand((15, command)))

    [problem] = named(events, "problem")
    assert said in problem["message"] and not problem["fatal"]
    assert weights_of(tmp_path / "run") == weights_of(tmp_path / "plain")


def steered(training: dict[str, Any], module: nn.Module) -> tuple[Acts, torch.optim.Optimizer]:
    config, _ = read_training(training)
    optimizer = build_optimizer(module, config.optimizer, {})
    return Acts(module, optimizer, Schedule(optimizer, config, 1), config, {}, {}), optimizer


def test_a_frozen_layer_has_no_gradient_and_does_not_move():
    module = network()
    acts, optimizer = steered({"optimizer": {"type": "SGD", "momentum": 0.9}}, module)
    before = [p.detach().clone() for p in module.parameters()]
    for _ in range(2):
        module(torch.ones(4, 2)).sum().backward()
        optimizer.step()
    moved = [p.detach().clone() for p in module.parameters()]
    acts.do({"command": "freeze", "nodes": "0"}, 1)
    for _ in range(2):
        optimizer.zero_grad()
        module(torch.ones(4, 2)).sum().backward()
        optimizer.step()

    assert module[0].weight.grad is None
    assert not torch.equal(moved[0], before[0])
    assert torch.equal(module[0].weight, moved[0])
    assert not torch.equal(module[3].bias, moved[3])


@pytest.mark.parametrize("name", [n for n in catalog.optimizers() if n not in ("SparseAdam",)])
def test_a_layer_frozen_from_the_start_can_be_unfrozen_with_every_optimizer(name):
    torch.manual_seed(0)
    module = nn.Sequential(nn.Linear(2, 4, bias=False), nn.Linear(4, 2, bias=False))
    module[0].requires_grad_(False)
    acts, optimizer = steered({"optimizer": name}, module)
    if name == "LBFGS":
        with pytest.raises(TrainingError, match="takes no parameters in"):
            acts.do({"command": "unfreeze", "nodes": "0"}, 1)
        return
    acts.do({"command": "unfreeze", "nodes": "0"}, 1)
    before = module[0].weight.detach().clone()

    for _ in range(2):
        optimizer.zero_grad()
        module(torch.ones(4, 2)).square().sum().backward()
        optimizer.step()

    assert not torch.equal(module[0].weight, before)


def test_an_unfrozen_layer_joins_its_group_and_leaves_it_when_the_state_is_older():
    module = network()
    module[0].requires_grad_(False)
    groups = ({"nodes": "0", "lr": 0.001}, {"nodes": "3", "lr": 0.1})
    module[0].bias.requires_grad_(True)
    acts, optimizer = steered({"optimizer": {"type": "Adam", "groups": groups}}, module)
    older, kept = acts.state(), optimizer.state_dict()

    acts.do({"command": "unfreeze", "nodes": "0"}, 1)
    assert len(optimizer.param_groups[0]["params"]) == 2

    acts.restore(older)
    optimizer.load_state_dict(kept)
    assert len(optimizer.param_groups[0]["params"]) == 1
    assert not module[0].weight.requires_grad


def test_dropout_is_changed_wherever_values_are_dropped():
    module = nn.ModuleDict(
        {
            "drop": nn.Dropout(0.1),
            "lstm": nn.LSTM(2, 2, 2, dropout=0.1),
            "attention": nn.MultiheadAttention(2, 1, dropout=0.1),
        }
    )
    acts, _ = steered({}, module)

    _, told = acts.do({"command": "set_dropout", "p": 0.4}, 1)

    assert told["nodes"] == ["drop", "lstm", "attention"]
    assert [module["drop"].p, module["lstm"].dropout, module["attention"].dropout] == [0.4] * 3


@pytest.mark.parametrize("name", ["CosineAnnealingLR", "OneCycleLR"])
def test_a_schedule_as_long_as_the_run_is_stretched_with_it(name):
    more = {"max_lr": 0.1, "cycle_momentum": False} if name == "OneCycleLR" else {}
    recorder, steering = Recorder(), Steering()
    steering.send({"command": "set_epochs", "epochs": 8})
    training = {"epochs": 4, "schedule": {"type": name, "per": "step", **more}}

    trainer(training, network(), recorder, steering=steering).run()

    rates = [event["lr"][0] for event in recorder.named("epoch")]
    assert len(rates) == 8
    assert rates[-1] < rates[4] < rates[2] and rates[4] > 1e-5


def test_all_groups_keep_their_proportion_when_the_rate_is_changed_for_all():
    module = network()
    groups = ({"nodes": "3", "lr": 0.01},)
    acts, _ = steered({"optimizer": {"lr": 0.1, "groups": groups}}, module)
    acts.do({"command": "set_lr", "lr": 0.02, "group": 1}, 1)

    _, told = acts.do({"command": "set_lr", "factor": 0.5}, 1)

    assert told["lr"] == pytest.approx([0.05, 0.01])


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills for real")
def test_a_worker_that_is_killed_repeats_what_it_was_told(project, tmp_path):
    text = project("data: {source: moons, samples: 8000, batch_size: 8}", "epochs: 3", "seed: 3")
    process = start(text, tmp_path / "killed")
    events = process.events()
    until(events, "checkpoint")
    for command in ({"command": "set_lr", "factor": 0.3}, {"command": "freeze", "nodes": "fc1"}):
        process.send(command)
    frozen = until(events, "frozen")
    until(events, "step")
    os.kill(process.pid, signal.SIGKILL)
    assert last_of(events)["code"] == "worker-died"

    ended = list(run(text, tmp_path / "killed", resume=True))

    [told] = named(ended, "frozen")
    assert (told["step"], told["number"], told["replayed"]) == (frozen["step"], 2, True)
    assert ended[-1]["event"] == "done"
    hand = ReplayOf(ended)
    train(text, tmp_path / "whole", hand)
    assert weights_of(tmp_path / "killed") == weights_of(tmp_path / "whole")


class ReplayOf(Steering):
    """Gives the acts of another run after the same steps."""

    def __init__(self, events: list[dict[str, Any]]) -> None:
        super().__init__()
        self._acts = [event for event in events if "act" in event]
        self._asked = 0

    def next(self) -> Command | None:
        if self._acts and self._asked + 1 == self._place(self._acts[0]):
            return dict(self._acts.pop(0)["act"])
        self._asked += 1
        return None

    @staticmethod
    def _place(event: dict[str, Any]) -> int:
        """Batches of validation, and the end of an epoch, are 201 questions more each epoch."""
        return int(event["step"]) + 201 * (event["epoch"] - 1 + event["after_epoch"])
