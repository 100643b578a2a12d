"""What checks before a run and kept predictions cost, beside an epoch of the same run."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.report import Ratio, milliseconds, run_json
from benchmarks.xray import document_of

NETWORKS = ("MLP", "LeNet", "ResNet")
ROUNDS = 3

#: Epochs of a run: the first also keeps the samples themselves, and stands among others.
EPOCHS = 3


def measure() -> list[Ratio]:
    from train.client import worker_command

    environment = worker_command().environment
    ratios = []
    for name in NETWORKS:
        rounds = [
            run_json(sys.executable, "-m", "benchmarks.around", name, **environment)
            for _ in range(ROUNDS)
        ]
        for key, what, most in (
            ("checks", "checks before the run", 1.0),
            ("kept", "predictions kept after it", 0.10),
        ):
            ratios.append(
                Ratio(
                    f"{name}: {what}",
                    milliseconds(median(each[key] for each in rounds)),
                    f"{milliseconds(median(each['epoch'] for each in rounds))} an epoch",
                    median(each[key] / each["epoch"] for each in rounds),
                    at_most=most,
                )
            )
    return ratios


def spent(name: str) -> Mapping[str, float]:
    """Seconds of processor time, which no other program takes part of; one run."""
    from graph.project_file import dumps
    from train.predictions.keeping import Predictions
    from train.session import Request, Session
    from train.steering import Steering

    document = document_of(name)
    document.training = {**document.training, "epochs": EPOCHS}
    at: dict[str, float] = {}

    def take(event: Mapping[str, Any]) -> None:
        at[event["event"]] = time.process_time()

    with tempfile.TemporaryDirectory() as out, _timed(Predictions, "begin", "see", "tell") as kept:
        Session(Request(dumps(document), Path(out) / "run"), take, Steering()).run()
    return {
        "checks": at["sanity"] - at["started"],
        "epoch": (at["done"] - at["sanity"] - kept[0]) / EPOCHS,
        "kept": kept[0] / EPOCHS,
    }


@contextmanager
def _timed(owner: type, *methods: str) -> Iterator[list[float]]:
    """Sum up the processor time that methods of a class take."""
    total = [0.0]

    def timed(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            began = time.process_time()
            try:
                return method(*given)
            finally:
                total[0] += time.process_time() - began

        return call

    before = {name: getattr(owner, name) for name in methods}
    for name, method in before.items():
        setattr(owner, name, timed(method))
    try:
        yield total
    finally:
        for name, method in before.items():
            setattr(owner, name, method)


if __name__ == "__main__":
    import json

    print(json.dumps(spent(sys.argv[1])))
