"""The same network on the same tensors by another loop: prints its seconds as JSON.

``hand`` is the loop one would write; ``ignite`` and ``lightning`` are those of the libraries.
Each trains, and validates after every epoch; none keeps or tells anything else.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from typing import Any

import torch
from torch import nn

from benchmarks.subjects import SETTINGS, SUBJECTS
from graph.project_file import loads
from graph.shapes import analyze
from train.config import set_values
from train.data import load
from train.settings import TrainingConfig
from train.starting import starting_network

Tensors = list[torch.Tensor]
BATCH = 64


def right_answers(output: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Of classes, how many are right; of values, how far they are off."""
    if target.is_floating_point():
        return (output - target).abs().sum()
    return (output.argmax(1) == target).sum()


def by_hand(
    network: nn.Module, criterion: nn.Module, train: Tensors, held_out: Tensors, epochs: int
) -> None:
    optimizer = torch.optim.Adam(network.parameters(), lr=0.002)
    for _ in range(epochs):
        network.train()
        for rows in torch.randperm(len(train[-1])).split(BATCH):
            inputs, target = train[0][rows], train[1][rows]
            optimizer.zero_grad()
            loss = criterion(network(inputs), target)
            loss.backward()
            optimizer.step()
        network.eval()
        with torch.no_grad():
            pairs = zip(*(tensor.split(BATCH) for tensor in held_out), strict=True)
            sum(right_answers(network(x), y).item() for x, y in pairs)


def by_ignite(
    network: nn.Module, criterion: nn.Module, train: Tensors, held_out: Tensors, epochs: int
) -> None:
    from ignite.engine import Events, create_supervised_evaluator, create_supervised_trainer
    from ignite.metrics import Accuracy, MeanAbsoluteError
    from torch.utils.data import DataLoader, TensorDataset

    loader = DataLoader(TensorDataset(*train), BATCH, shuffle=True)
    validation = DataLoader(TensorDataset(*held_out), BATCH)
    optimizer = torch.optim.Adam(network.parameters(), lr=0.002)
    trainer = create_supervised_trainer(network, optimizer, criterion)
    metric: Any = MeanAbsoluteError() if train[-1].is_floating_point() else Accuracy()
    evaluator = create_supervised_evaluator(network, {"metric": metric})
    trainer.add_event_handler(Events.EPOCH_COMPLETED, lambda _: evaluator.run(validation))
    trainer.run(loader, max_epochs=epochs)


def by_lightning(
    network: nn.Module, criterion: nn.Module, train: Tensors, held_out: Tensors, epochs: int
) -> None:
    import pytorch_lightning as lightning
    from torch.utils.data import DataLoader, TensorDataset

    class Wrapped(lightning.LightningModule):  # type: ignore[misc,name-defined]
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def training_step(self, batch: Tensors, index: int) -> torch.Tensor:
            loss: torch.Tensor = criterion(self.network(batch[0]), batch[1])
            return loss

        def validation_step(self, batch: Tensors, index: int) -> None:
            right_answers(self.network(batch[0]), batch[1]).item()

        def configure_optimizers(self) -> torch.optim.Optimizer:
            return torch.optim.Adam(self.parameters(), lr=0.002)

    trainer = lightning.Trainer(
        max_epochs=epochs, accelerator="cpu", logger=False, enable_checkpointing=False,
        enable_progress_bar=False, enable_model_summary=False, num_sanity_val_steps=0,
    )  # fmt: skip
    trainer.fit(
        Wrapped(),
        DataLoader(TensorDataset(*train), BATCH, shuffle=True),
        DataLoader(TensorDataset(*held_out), BATCH),
    )


LOOPS = {"hand": by_hand, "ignite": by_ignite, "lightning": by_lightning}


def main(loop: str, subject: str) -> None:
    warnings.simplefilter("ignore")
    text, epochs = SUBJECTS[subject]
    document = loads(text)
    set_values(document, SETTINGS)
    config = TrainingConfig.from_document(document)
    data = load(config.data)
    train = [torch.as_tensor(data.train_inputs[0]), torch.as_tensor(data.train_target)]
    held_out = [torch.as_tensor(data.validation_inputs[0]), torch.as_tensor(data.validation_target)]
    network = starting_network(document, analyze(document)).network
    criterion = nn.MSELoss() if train[-1].is_floating_point() else nn.CrossEntropyLoss()
    began = time.perf_counter()
    LOOPS[loop](network, criterion, train, held_out, epochs)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "samples": len(train[-1]) * epochs}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
