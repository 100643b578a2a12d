"""The ``main`` of a training script: options, data, network, and the loop over epochs."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from train.script_data import DataCode, literal
from train.script_loop import passed_on
from train.script_parts import parts_of_script
from train.script_regularity import (
    judges_training,
    judging_start_text,
    judging_text,
    setup_text,
)
from train.script_setup import epoch_step_text, loss_text, optimizer_text, schedule_text
from train.script_weights import WeightsCode
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from codegen.program import Program


def main_text(
    program: Program, config: TrainingConfig, data: DataCode, start: WeightsCode | None
) -> str:
    name = program.network.name
    place = ""
    if data.file:
        beside = f"Path(__file__).with_name({literal(data.file)})"
        default = beside if data.copied is not None else literal(data.file)
        place = f'    parser.add_argument("--data", default={default})\n'
    if start is not None:
        beside = f"Path(__file__).with_name({literal(start.file)})"
        place += f'    parser.add_argument("--weights", default={beside})\n'
    weights = f"{name.lower()}_weights.pt"
    if start is not None and start.file == weights:
        weights = f"{name.lower()}_trained.pt"
    schedule = schedule_text(config.schedule)
    steps = _steps_text(config) if "steps_per_epoch" in schedule else ""
    passed = "".join(f", {name}" for name in passed_on(config))
    trained = "trained = result" if judges_training(config) else "result"
    parts = ", ".join(parts_of_script(config.data))
    called = "compiled" if config.regularity.compile else "network"
    shown = config.tensorboard
    judged = called if config.regularity.ema is None else "average.module"
    return (
        "def main() -> None:\n"
        "    parser = argparse.ArgumentParser(description=__doc__)\n"
        f"{place}"
        '    parser.add_argument("--epochs", type=int, default=EPOCHS)\n'
        f"{_device_text(config)}"
        f'    parser.add_argument("--out", default="{weights}", help="where weights go")\n'
        "    options = parser.parse_args()\n"
        "    epochs, device = options.epochs, torch.device(options.device)\n"
        "\n"
        f"    {parts} = load_data({'options.data' if data.file else ''})\n"
        "    torch.manual_seed(SEED)\n"
        + (
            f"    network = {name}()\n"
            "    load_weights(network, options.weights)\n"
            "    network.to(device)\n"
            if start is not None
            else f"    network = {name}().to(device)\n"
        )
        + f"    criterion = {loss_text(config)}.to(device)\n"
        f"{optimizer_text(program, config.optimizer)}"
        f"{steps}"
        + (f"    scheduler = {schedule}\n" if schedule else "")
        + f"{setup_text(config)}\n"
        f"{judging_start_text(config)}"
        + (
            "    board = SummaryWriter()  # in runs/, for tensorboard --logdir runs\n"
            if shown
            else ""
        )
        + "    for epoch in range(epochs):\n"
        f"{_order_text(config)}"
        f"{_training_pass(trained, called, passed)}"
        f"{_board_text('train') if shown else ''}"
        '        line = [f"train {name} {value:.6g}" for name, value in result.items()]\n'
        f"{_validation_pass(config, judged)}"
        + epoch_step_text(config.schedule)
        + '        print(f"epoch {epoch + 1}/{epochs}:", ", ".join(line), flush=True)\n'
        + judging_text(config)
        + _test_text(config, judged)
    )


def _test_text(config: TrainingConfig, network: str) -> str:
    """The samples to test with, once, with the weights of the best epoch."""
    if "test" not in parts_of_script(config.data):
        return ""
    loaded = "network" if config.regularity.ema is None else "average.module"
    return (
        "\n"
        f"    {loaded}.load_state_dict(torch.load(options.out, weights_only=True))\n"
        "    order = torch.arange(len(test[-1]))\n"
        f"    result = pass_over({network}, criterion, test, order, device)\n"
        '    line = [f"test {name} {value:.6g}" for name, value in result.items()]\n'
        '    print(", ".join(line), flush=True)\n'
    )


def _device_text(config: TrainingConfig) -> str:
    if config.device != "auto":
        return f'    parser.add_argument("--device", default={literal(config.device)})\n'
    return (
        "    there = torch.accelerator.current_accelerator(check_available=True)\n"
        '    parser.add_argument("--device", default=str(there or "cpu"))\n'
    )


def _steps_text(config: TrainingConfig) -> str:
    rounding = "" if config.data.drop_last else " + BATCH_SIZE - 1"
    if config.regularity.accumulate == 1:
        return f"    steps_per_epoch = max(1, (len(training[-1]){rounding}) // BATCH_SIZE)\n"
    return (
        f"    batches = max(1, (len(training[-1]){rounding}) // BATCH_SIZE)\n"
        "    steps_per_epoch = (batches + ACCUMULATE - 1) // ACCUMULATE\n"
    )


def _training_pass(result: str, network: str, passed: str) -> str:
    arguments = f"{network}, criterion, training, order, device, optimizer{passed}"
    line = f"        {result} = pass_over({arguments})\n"
    if len(line) <= 101:
        return line
    return f"        {result} = pass_over(\n            {arguments}\n        )\n"


def _board_text(part: str) -> str:
    return (
        "        for name, value in result.items():\n"
        f'            board.add_scalar(f"{{name}}/{part}", value, epoch + 1)\n'
    )


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
            f"        result = pass_over({network}, criterion, training, batch, device)\n"
            f"        {said}{_board_text('validation') if config.tensorboard else ''}"
        )
    shown = indent(_board_text("validation"), "    ") if config.tensorboard else ""
    return (
        "        if len(validation[-1]):\n"
        "            order = torch.arange(len(validation[-1]))\n"
        f"            result = pass_over({network}, criterion, validation, order, device)\n"
        f"            {said}{shown}"
    )
