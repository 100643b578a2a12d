"""The ``main`` of a training script: options, data, network, and the loop over epochs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from train.script_checkpoints import going_on_text, keeping_text, parts_text, within_text
from train.script_code import DataCode, literal
from train.script_loop import passed_on
from train.script_losses import Comparison, criterion_text
from train.script_parts import parts_of_script
from train.script_processes import refusals_text
from train.script_regularity import (
    is_scaled,
    judges_training,
    judging_start_text,
    judging_text,
    setup_text,
)
from train.script_replay import NOTHING, Replay, steering_text
from train.script_setup import (
    epoch_step_text,
    optimizer_text,
    schedule_text,
    scheduler_text,
)
from train.script_weights import WeightsCode
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from codegen.program import Program


def main_text(
    program: Program,
    config: TrainingConfig,
    data: DataCode,
    start: WeightsCode | None,
    found: Sequence[Comparison],
    replay: Replay = NOTHING,
) -> str:
    """``found`` are the losses."""
    name = program.network.name
    judged = "network" if config.regularity.ema is None else "average.module"
    if config.regularity.compile and config.regularity.ema is None:
        judged = "compiled"
    schedule = schedule_text(config.schedule)
    parts = ", ".join(parts_of_script(config.data))
    stepping = "epochs * steps_per_epoch" in schedule or counts_steps(config, replay)
    optimizer = optimizer_text(program, config.optimizer)
    sections = [
        "def main() -> None:\n"
        f"{_options_text(name, config, data, start)}"
        f"{refusals_text(config, freezes=replay.has('frozen'))}"
        "    epochs, device = options.epochs, join(options.device)\n",
        f"    {parts} = load_data({'options.data' if data.file else ''})\n"
        "    torch.manual_seed(SEED)\n"
        f"{_network_text(name, start)}"
        "    spread = distribute(network, device, options.fsdp)\n"
        f"{criterion_text(config, found)}"
        f"{optimizer}"
        f"{_steps_text(config) if stepping else ''}"
        + _scheduler_text(config, replay)
        + setup_text(config),
        steering_text(replay, config, program, "groups = [" in optimizer) if replay.acts else "",
        f"{APART}"
        f"    start{', counted = 0, None' if config.checkpoint_every else ' = 0'}\n"
        f"{judging_start_text(config)}"
        f"{parts_text(_parts(config, replay))}{going_on_text(config, steered=bool(replay.acts))}"
        + (
            "    board = SummaryWriter() if RANK == 0 else None  # for tensorboard --logdir runs\n"
            if config.tensorboard
            else ""
        )
        + within_text(config),
        f"{_epoch_text(config, judged, replay)}",
        "" if replay.stop is not None else _test_text(name, config),
    ]
    return "\n".join(section for section in sections if section)


def counts_steps(config: TrainingConfig, replay: Replay) -> bool:
    """Whether the script has to know how many steps an epoch has."""
    return bool(replay.acts) or replay.stop is not None or config.checkpoint_every > 0


def _options_text(
    name: str, config: TrainingConfig, data: DataCode, start: WeightsCode | None
) -> str:
    weights, checkpoint = f"{name.lower()}_weights.pt", f"{name.lower()}_checkpoint.pt"
    if start is not None and start.file == weights:
        weights = f"{name.lower()}_trained.pt"
    device = "find_device()" if config.device == "auto" else literal(config.device)
    options = ['"--epochs", type=int, default=EPOCHS', f'"--device", default={device}']
    if data.file:
        beside = f"Path(__file__).with_name({literal(data.file)})"
        default = beside if data.copied is not None else literal(data.file)
        options.insert(0, f'"--data", default={default}')
    if start is not None:
        beside = f"Path(__file__).with_name({literal(start.file)})"
        options.insert(0, f'"--weights", default={beside}')
    options += [
        f'"--out", default="{weights}", help="where the best weights go"',
        f'"--checkpoint", default="{checkpoint}", help="kept to go on from"',
        '"--losses", help="a CSV file for the loss of every step"',
        '"--fsdp", action="store_true", help="spread the weights, too"',
    ]
    return (
        "    parser = argparse.ArgumentParser(description=__doc__)\n"
        + "".join(map(_option_text, options))
        + "    options = parser.parse_args()\n"
    )


def _option_text(option: str) -> str:
    line = f"    parser.add_argument({option})\n"
    return line if len(line) <= 101 else f"    parser.add_argument(\n        {option}\n    )\n"


def _test_text(name: str, config: TrainingConfig) -> str:
    """The samples to test with, once, with the weights of the best epoch."""
    if "test" not in parts_of_script(config.data):
        return ""
    return (
        "    if WORLD > 1:\n"
        "        dist.barrier()  # until the best weights are written\n"
        f"    network = {name}().to(device)\n"
        "    network.load_state_dict(torch.load(options.out, device, weights_only=True))\n"
        "    order = torch.arange(len(test[-1]))\n"
        "    result, _ = pass_over(network, criterion, test, order, device)\n"
        "    if RANK == 0:\n"
        '        print(", ".join(f"test {name} {value:.6g}" for name, value in result.items()))\n'
    )


def _network_text(name: str, start: WeightsCode | None) -> str:
    if start is None:
        return f"    network = {name}().to(device)\n"
    return (
        f"    network = {name}()\n"
        "    load_weights(network, options.weights)\n"
        "    network.to(device)\n"
    )


def _scheduler_text(config: TrainingConfig, replay: Replay) -> str:
    schedule = schedule_text(config.schedule)
    if replay.changes_rates:
        inner = scheduler_text(config.schedule, _length(config), 8) if config.schedule else ""
        per = ', per="step"' if config.schedule and config.schedule.per == "step" else ""
        schedule = f"Rates(\n        optimizer,\n        {inner}{per},\n    )"
        schedule = schedule if inner else "Rates(optimizer)"
    return f"    scheduler = {schedule}\n" if schedule else ""


def _length(config: TrainingConfig) -> str:
    stepwise = config.schedule is not None and config.schedule.per == "step"
    return "epochs * steps_per_epoch" if stepwise else "epochs"


def _parts(config: TrainingConfig, replay: Replay) -> list[str]:
    """Variables of ``main`` whose state a checkpoint holds."""
    there = {
        "scheduler": config.schedule is not None or replay.changes_rates,
        "average": config.regularity.ema is not None,
        "scaler": is_scaled(config),
    }
    return ["network", "optimizer", *(name for name, is_there in there.items() if is_there)]


def _epoch_text(config: TrainingConfig, judged: str, replay: Replay) -> str:
    """The loop over epochs."""
    called = "compiled" if config.regularity.compile else "spread"
    passed = [called, "criterion", "training", "order", "device", "optimizer"]
    trained = "trained" if judges_training(config) or config.tensorboard else "result"
    early = config.regularity.early_stopping
    ended = f"        if waited >= {early.patience}:\n            break\n" if early else ""
    loop = "    for epoch in range(start, epochs):\n"
    if replay.has("epochs"):
        loop = "    for epoch in count(start):\n"
        ended = f"        if epoch >= epochs:\n            break\n{ended}"
    taken = epoch_step_text(config.schedule)
    if replay.changes_rates:
        taken = '        scheduler.after_epoch(result["loss"])\n'
    return (
        f"{loop}{ended}{STOPPING if replay.stop is not None else ''}"
        f"{_order_text(config)}"
        f"{_last_text(config) if replay.ends_within else ''}"
        f"{_training_pass(trained, [*passed, *passed_on(config, replay)], config, replay)}"
        f"{'        counted = None' + chr(10) if config.checkpoint_every else ''}"
        f"{STOPPED if replay.ends_within else ''}"
        f'        line = [f"train {{name}} {{value:.6g}}" for name, value in {trained}.items()]\n'
        f"{'        result = trained' + chr(10) if trained == 'trained' else ''}"
        f"{_validation_pass(config, judged)}"
        f"{taken}"
        f"{judging_text(config)}"
        f"{STEERED if replay.acts else ''}"
        f"{keeping_text(config)}"
        f"{LOGGING}{BOARD if config.tensorboard else ''}"
    )


#: What stands at the end of a script. What holds the group is gone by then with ``main``: freed
#: after the group, under Python's lock, it waits for a thread of Gloo that waits for that lock.
#: What FSDP remembers of its meshes keeps the group's threads even so, and one that lets go of a
#: tensor while Python is taken down ends the process with SIGABRT.
RUNNING = """if __name__ == "__main__":
    main()
    if WORLD > 1:
        dist.destroy_process_group()
        sys.stdout.flush()
        os._exit(0)  # threads that FSDP keeps may not outlive Python
"""

#: What is random from now on differs; the first process goes on as if it were alone.
APART = """    if RANK > 0:  # dropout differs from process to process
        torch.manual_seed(int(np.random.SeedSequence([SEED, RANK]).generate_state(1)[0]))
"""

#: A run that was stopped is not made longer than it was.
STOPPING = """        if epoch * steps_per_epoch >= STOP:
            break
"""

STOPPED = """        if (epoch + 1) * steps_per_epoch > STOP:  # this epoch is not judged
            save_weights(network, options.out)
            note_losses(options.losses, losses, epoch * steps_per_epoch)
            break
"""


def _last_text(config: TrainingConfig) -> str:
    """The samples of an epoch as far as a run got that was stopped within it."""
    size = "BATCH_SIZE" if config.regularity.accumulate == 1 else "ACCUMULATE * BATCH_SIZE"
    return f"        order = order[: (STOP - epoch * steps_per_epoch) * {size}]\n"


STEERED = "        steer(epoch * steps_per_epoch, steps_per_epoch, after_epoch=True)\n"

LOGGING = """        note_losses(options.losses, losses, epoch * len(losses))
        if RANK == 0:
            print(f"epoch {epoch + 1}/{epochs}:", ", ".join(line), flush=True)
"""

NOTING = '''def note_losses(path: str | None, losses: list[float], before: int) -> None:
    """Append the loss of every step to a file, if one was named."""
    if path and RANK == 0:
        with open(path, "a", encoding="utf-8") as file:
            file.writelines(f"{step},{loss!r}\\n" for step, loss in enumerate(losses, before + 1))
'''


def _steps_text(config: TrainingConfig) -> str:
    rounding = "" if config.data.drop_last else " + BATCH_SIZE - 1"
    if config.regularity.accumulate == 1:
        return f"    steps_per_epoch = max(1, (len(training[-1]){rounding}) // BATCH_SIZE)\n"
    return (
        f"    batches = max(1, (len(training[-1]){rounding}) // BATCH_SIZE)\n"
        "    steps_per_epoch = (batches + ACCUMULATE - 1) // ACCUMULATE\n"
    )


BOARD = """        if board is not None:
            for part, found in ("train", trained), ("validation", result):
                for name, value in found.items():
                    board.add_scalar(f"{name}/{part}", value, epoch + 1)
            board.flush()
"""


def _training_pass(result: str, passed: list[str], config: TrainingConfig, replay: Replay) -> str:
    named = []
    if replay.acts:
        named.append("steer=partial(steer, epoch * steps_per_epoch)")
    if config.checkpoint_every:
        named.append("counted=counted, keep_within=keep_within")
    line = f"        {result}, losses = pass_over({', '.join([*passed, *named])})\n"
    if len(line) <= 101:
        return line
    inner = "".join(f"            {one},\n" for one in [", ".join(passed), *named])
    return f"        {result}, losses = pass_over(\n{inner}        )\n"


def _order_text(config: TrainingConfig) -> str:
    samples = "len(training[-1])"
    if not config.overfit_batch:
        return f"        order = torch.from_numpy(epoch_order({samples}, SEED, epoch))\n"
    rounding = "" if config.data.drop_last else " + BATCH_SIZE - 1"
    return (
        "        # one batch, again and again: whether the network can learn it by heart\n"
        f"        batch = torch.from_numpy(epoch_order({samples}, SEED, 0))[:BATCH_SIZE]\n"
        f"        order = batch.repeat(max(1, ({samples}{rounding}) // BATCH_SIZE))\n"
    )


def _validation_pass(config: TrainingConfig, network: str) -> str:
    said = 'line += [f"validation {name} {value:.6g}" for name, value in result.items()]\n'
    if config.overfit_batch:
        return (
            f"        result, _ = pass_over({network}, criterion, training, batch, device)\n"
            f"        {said}"
        )
    return (
        "        if len(validation[-1]):\n"
        "            order = torch.arange(len(validation[-1]))\n"
        f"            result, _ = pass_over({network}, criterion, validation, order, device)\n"
        f"            {said}"
    )
