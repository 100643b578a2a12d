"""What a run tells of itself when data and network are ready."""

from __future__ import annotations

import time

import torch
from torch import nn

from train.data import Prepared
from train.engine import Trainer
from train.events import Event


def started(trainer: Trainer, network: nn.Module, data: Prepared, device: torch.device) -> Event:
    """The event ``started``, but for where the run is and how many processes it has."""
    batches, config = trainer.batches, trainer.config
    return {
        "event": "started",
        "time": round(time.time(), 3),
        "device": str(device),
        "precision": trainer.stepping.precision.name,
        "threads": torch.get_num_threads(),
        "epochs": trainer.acts.epochs,
        "epoch": trainer.epoch,
        "step": trainer.step,
        "steps_per_epoch": batches.steps_per_epoch,
        "train_samples": batches.train_samples,
        "validation_samples": batches.validation_samples,
        "test_samples": batches.test_samples,
        "parameters": sum(p.numel() for p in network.parameters()),
        "metrics": list(trainer.metrics),
        "classes": list(data.classes)[:1000],
        "loss": " + ".join(part.loss.type for part in trainer.objective.parts),
        "optimizer": config.optimizer.type,
        "groups": trainer.acts.groups,
        "dropout": trainer.acts.dropout,
        "layers": list(dict.fromkeys(trainer.owners.values()))[:1000],
        "seed": config.seed,
        "torch": torch.__version__,
    }
