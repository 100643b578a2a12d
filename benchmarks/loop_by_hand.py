"""LeNet trained by the loop one would write by hand; prints its seconds as JSON."""

from __future__ import annotations

import json
import sys
import time

import numpy as np
import torch
from torch import nn

from benchmarks.networks import lenet_by_hand
from train.data.location import FILES


def main(epochs: int, batch_size: int) -> None:
    torch.manual_seed(0)
    with np.load(FILES / "mnist_5k.npz") as archive:
        images = torch.from_numpy(archive["images"]).reshape(-1, 1, 28, 28).float()
        labels = torch.from_numpy(archive["labels"]).long()
    images = (images - images.mean()) / images.std()
    order = torch.randperm(len(images))
    held_out = len(images) // 5
    x, y = images[order[held_out:]].contiguous(), labels[order[held_out:]]
    x_val, y_val = images[order[:held_out]].contiguous(), labels[order[:held_out]]

    network, criterion = lenet_by_hand(), nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(network.parameters(), lr=0.002)
    start = time.perf_counter()
    for _ in range(epochs):
        network.train()
        for rows in torch.randperm(len(x)).split(batch_size):
            optimizer.zero_grad()
            loss = criterion(network(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
        network.eval()
        with torch.no_grad():
            right = sum(
                int((network(a).argmax(1) == b).sum())
                for a, b in zip(x_val.split(batch_size), y_val.split(batch_size), strict=True)
            )
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "accuracy": right / len(y_val)}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
