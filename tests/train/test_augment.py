"""What is trained on is varied: only that, the same again after a kill, and alike in the script."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from graph.project_file import loads
from tests.train.test_script import agree as agree
from tests.train.test_script import export
from tests.train.test_script_losses import repeated as repeated
from train.augment_kinds import KINDS
from train.augmenting import Augmenter
from train.batches import Batches
from train.config import check_training
from train.data import load
from train.data.targets import load_target
from train.events import Event
from train.parts import target_names
from train.request import Request
from train.session import Session
from train.settings import Choice, DataConfig, TrainingConfig
from train.steering import Steering

PICTURES = """layerloom: 1
name: Digits
nodes:
  image:  {{type: Input, shape: [N, {shape}]}}
  flat:   {{type: Flatten}}
  fc:     {{type: Linear, out_features: {out}}}
  scores: {{type: Output}}
edges: [image -> flat -> fc -> scores]
training:
  data: {{source: digits, batch_size: 256{flatten}, augment: {steps}}}
  epochs: 2{more}
"""

CPU = torch.device("cpu")


def pictures(steps: str, *, flatten: bool = False, more: str = "") -> str:
    return PICTURES.format(
        steps=steps, shape="64" if flatten else "1, 8, 8", out=10,
        flatten=", flatten: true" if flatten else "", more=f"\n  {more}" if more else "",
    )  # fmt: skip


def digits(*steps: Choice, **more: object) -> tuple[DataConfig, object]:
    config = DataConfig("digits", augment=steps, **more)  # type: ignore[arg-type]
    return config, load(config)


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_varies_a_batch_and_gives_the_same_for_the_same_place(name):
    config, data = digits(Choice(name, {} if name == "flip" else {"p": 1.0}))
    augmenter = Augmenter(config.augment, data, [data], seed=3)
    x, y = torch.from_numpy(data.train_inputs[0][:32]), torch.from_numpy(data.train_target[:32])
    before = torch.random.get_rng_state()

    (first,), (target,) = augmenter((x,), (y,), 0, 5)
    (again,), _ = augmenter((x,), (y,), 0, 5)
    (later,), _ = augmenter((x,), (y,), 1, 5)

    assert first.shape == x.shape and torch.equal(first, again) and not torch.equal(first, later)
    assert not torch.equal(first, x) and torch.isfinite(first).all()
    assert torch.equal(torch.random.get_rng_state(), before)
    if KINDS[name].of == "samples":
        assert target.shape == (32, 10)
        torch.testing.assert_close(target.sum(dim=1), torch.ones(32))
        assert torch.equal(*(augmenter.hard([t])[0].sort()[0] for t in (target, target)))
    else:
        assert torch.equal(target, y)


def test_only_what_is_trained_on_is_varied():
    config, data = digits(Choice("noise", {"deviation": 1.0}), test=0.1)
    batches = Batches(data, config, 0, CPU)
    plain = Batches(data, DataConfig("digits", test=0.1), 0, CPU)

    [((varied,), _)], [((same,), _)] = next(batches.training()), next(plain.training())

    assert not torch.equal(varied, same)
    for part in ("validation", "test"):
        pairs = zip(getattr(batches, part)(), getattr(plain, part)(), strict=True)
        assert all(torch.equal(a[0], b[0]) for (a, _), (b, _) in pairs)


def test_a_batch_is_the_same_wherever_a_run_is_taken_up():
    config, data = digits(Choice("rotate"), Choice("mixup"), batch_size=400)
    batches = Batches(data, config, 7, CPU)
    stream = batches.training()
    steps = [next(stream) for _ in range(6)]

    [((x,), (y,))] = next(Batches(data, config, 7, CPU).training(first_step=5))

    [((kept,), (target,))] = steps[5]
    assert torch.equal(x, kept) and torch.equal(y, target)


def test_a_network_that_gives_back_its_input_is_asked_for_what_was_not_spoiled():
    same = {"targets": "inputs"}
    config, data = digits(Choice("flip", {"p": 1.0}), Choice("noise"), options=same)
    [((x,), (y,))] = next(Batches(data, config, 0, CPU).training())
    plain = DataConfig("digits", options=same)

    [((clean,), _)] = next(Batches(load(plain), plain, 0, CPU).training())

    assert torch.equal(y, clean.flip(-1)) and not torch.equal(x, y)


STEPS = [
    "[flip, {type: rotate, degrees: 30}, {type: crop, padding: 1}]",
    "[{type: jitter, brightness: 0.5}, {type: erase, p: 0.9}, shift]",
    "[zoom, blur, {type: flip, direction: vertical}, flip]",
    "[noise, {type: mixup, alpha: 0.4}]",
    "[{type: cutmix, p: 1.0}]",
]


@pytest.mark.parametrize("steps", STEPS, ids=range(len(STEPS)))
def test_the_script_makes_the_same_draws(steps, agree):
    agree(pictures(steps))


def test_the_script_varies_flat_pictures_in_accumulated_steps_too(agree):
    agree(pictures("[shift, mixup, noise]", flatten=True, more="accumulate: 2"))


def test_tables_are_varied_by_noise_and_mixup_with_numbers_as_targets(project, agree):
    text = project("data: {source: sine, augment: [{type: noise, deviation: 0.3}, mixup]}",
                   "loss: MSELoss", "epochs: 2", classes=1)  # fmt: skip
    agree(text.replace("[N, 2]", "[N, 1]"))


def run(text: str, out, **more) -> tuple[list[Event], torch.Tensor]:
    events: list[Event] = []
    Session(Request(text, out, out.parent, **more), events.append, Steering()).run()
    assert events[-1]["event"] == "done", events[-1]
    from safetensors.torch import load_file

    return events, load_file(out / "last.safetensors")["1.weight"]


def test_a_run_stopped_within_an_epoch_and_taken_up_again_ends_in_the_same_bits(tmp_path):
    text = pictures("[rotate, noise, mixup]", more="checkpoint_every: 1")
    whole, weights = run(text, tmp_path / "whole")
    steering, events = Steering(), []

    def hear(event: Event) -> None:
        events.append(event)
        if event["event"] == "checkpoint" and event["step"] == 8:
            steering.send({"command": "stop"})

    Session(Request(text, tmp_path / "cut", tmp_path), hear, steering).run()
    assert events[-1]["event"] == "stopped" and 8 <= events[-1]["step"] < 12
    resumed, again = run(text, tmp_path / "cut", resume=True)

    assert torch.equal(weights, again)
    assert resumed[-1]["train"] == whole[-1]["train"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (pictures("[flop]"), "flop"),
        (pictures("[{type: flip, p: 2}]"), "from 0 to 1"),
        (pictures("flip"), "expected a list"),
        (pictures("[{flip: {p: 1}}]"), "none is named"),
        (pictures("[{type: jitter, hue: 0.1}]"), "three channels"),
        (pictures("[{type: crop, padding: 9}]"), "larger than 8 pixels"),
        (pictures("[mixup]", more="loss: NLLLoss"), "gives each class a share"),
    ],
)
def test_what_cannot_be_varied_so_is_said_with_a_fix(text, said):
    problems = [p for p in check_training(loads(text), None) if said in p.message]

    assert problems and all(problem.fixes for problem in problems)


def test_pictures_are_not_made_of_tables_nor_tokens_mixed(project, write):
    folder = write("t.txt", "some words " * 50).parent
    table = project("data: {source: moons, augment: [rotate]}")
    tokens = project("data: {source: text, path: t.txt, length: 4, augment: [mixup]}")

    for text, said in ((table, "these are none"), (tokens, "these are indices")):
        [problem] = [p for p in check_training(loads(text), None, folder) if said in p.message]
        assert problem.fixes[-1].edit is not None


def test_the_script_says_what_is_varied_in_readable_lines(tmp_path):
    script = export(pictures("[flip, {type: rotate, degrees: 30}]"), tmp_path).read_text()

    assert "import kornia.augmentation as K\n" in script and "and kornia." in script
    assert (
        "FLIP = K.RandomHorizontalFlip(p=0.5)\nROTATE = K.RandomRotation(degrees=30.0, p=1.0)"
        in script
    )
    assert "    inputs[0] = FLIP(inputs[0])\n" in script
    assert "    inputs[0] = in_unit_range(inputs[0], ROTATE)\n" in script


BOTH = """\
layerloom: 1
name: Both
nodes:
  x: {{type: Input, shape: [N, 1, 4, 4]}}
  flat: {{type: Flatten}}
  code: {{type: Linear, out_features: 4}}
  out: {{type: Linear, out_features: 16}}
  picture: {{type: Unflatten, dim: 1, unflattened_size: [1, 4, 4]}}
  scores: {{type: Linear, out_features: 3}}
  back: {{type: Output}}
  kind: {{type: Output}}
edges: [x -> flat -> code -> out -> picture -> back, code -> scores -> kind]
training:
  data: {{source: npz, path: both.npz, inputs: x, targets: {target}, augment: {steps}}}
  loss:
  - {{type: MSELoss, output: back{asked}}}
  - {{type: CrossEntropyLoss, output: kind, target: kind}}
  epochs: 1
"""


@pytest.mark.parametrize("asked", ["of the data", "of the loss"])
@pytest.mark.parametrize("steps", ["[mixup, noise]", "[flip, {type: cutmix, p: 1.0}]"])
def test_an_input_that_is_asked_for_beside_a_class_is_varied_as_it_is(
    asked, steps, tmp_path, repeated
):
    random = np.random.RandomState(0)
    pixels, kinds = random.randint(0, 256, (80, 1, 4, 4)), random.randint(0, 3, 80)
    np.savez(tmp_path / "both.npz", x=pixels.astype(np.uint8), kind=kinds)
    target = ("inputs", "") if asked == "of the data" else ("kind", ", target: inputs")
    text = BOTH.format(target=target[0], asked=target[1], steps=steps)
    repeated(text)

    config = TrainingConfig.from_document(loads(text))
    data = load(config.data, tmp_path)
    carried = [load_target(config.data, name, data, tmp_path) for name in target_names(config)]
    [((x,), (back, kind))] = next(Batches(data, config.data, 0, CPU, targets=carried).training())

    assert back.shape == x.shape and kind.shape == (len(x), 3)
    assert torch.equal(back, x) == ("noise" not in steps)
