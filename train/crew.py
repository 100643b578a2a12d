"""The processes that train one network together: each takes a share of every batch."""

from __future__ import annotations

import contextlib
import io
import json
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeVar

import numpy as np
import torch
import torch.distributed as dist
from ignite import distributed as idist
from torch import nn

from graph.errors import LoomError, TrainingError
from graph.phrases import later, message_from_plain, message_to_plain
from train.place import Place

T = TypeVar("T")
Tensors = tuple[torch.Tensor, ...]

#: How long a process waits for the others before it gives up: as long as loading data may take.
PATIENCE = timedelta(minutes=10)

#: What PyTorch writes into an error where another process has gone or hangs.
_LOST = ("gloo", "nccl", "connection", "broken pipe", "socket", "timed out", "timeout", "store")


class Crew:
    """A process and the others, if there are any; all of them do the same things in the same order.

    What lies between two steps, commands and checkpoints, is told by the first; it goes through
    the CPU, whatever the gradients go through.
    """

    def __init__(self, rank: int = 0, size: int = 1, control: Any = None) -> None:
        self.rank, self.size, self._control = rank, size, control

    @property
    def is_first(self) -> bool:
        return self.rank == 0

    # network and batches

    def normalised(self, network: nn.Module) -> nn.Module:
        """The network, its BatchNorms over whole batches where those are shared."""
        if self.size == 1:
            return network
        from train.whole_norm import normalise_whole

        return normalise_whole(network)

    def splits(self, samples: int) -> bool:
        """Whether a batch is shared; of fewer samples than processes each takes all of them."""
        return self.size > 1 and samples >= self.size

    def share(self, tensors: Sequence[torch.Tensor]) -> Tensors:
        """The samples of a batch that are for this process."""
        return tuple(tensor[self.rank :: self.size] for tensor in tensors)

    def whole(self, mine: torch.Tensor, samples: int, axis: int = 0) -> torch.Tensor:
        """The answers of all processes in the order of the batch; gradients reach our own.

        Shapes: (share * k, ...) -> (samples * k, ...), where every sample has ``k`` rows.
        Raises: TrainingError, if the answers are not one for each sample.
        """
        own = len(range(self.rank, samples, self.size))
        rows = mine.movedim(axis, 0) if mine.ndim else mine.reshape(1)
        each, rest = divmod(rows.shape[0], own)
        if rest or not each:
            raise TrainingError(
                later(
                    "several processes cannot share a batch whose answers, of shape {shape}, are "
                    "not one for each sample",
                    shape=tuple(mine.shape),
                ),
                later("train in one process: processes: 1"),
            )
        rows = rows.reshape(own, each, *rows.shape[1:])
        most = -(-samples // self.size)
        padded = torch.cat([rows, rows[:1]])[:most] if own < most else rows
        gathered = [torch.empty_like(padded) for _ in range(self.size)]
        dist.all_gather(gathered, padded.detach().contiguous())
        gathered[self.rank] = padded
        together = torch.stack(gathered, 1).flatten(0, 1)[:samples].flatten(0, 1)
        return together.movedim(0, axis)

    # what is said between steps

    def hear(self, said: Mapping[str, Any] | None) -> dict[str, Any] | None:
        """What the first process says, None included; the others' own words do not count."""
        if self.size == 1:
            return None if said is None else dict(said)
        data = b"" if said is None else json.dumps(message_to_plain(dict(said))).encode()
        heard = self._spread(data)
        return message_from_plain(json.loads(heard)) if heard else None

    def from_first(self, make: Callable[[], T]) -> T:
        """What the first process makes of plain values and tensors, in every process.

        Raises: what it raised there, LoomError as TrainingError.
        """
        if self.size == 1:
            return make()
        if not self.is_first:
            told = _unpacked(self._spread(b""))
            if "error" in told:
                raise TrainingError(*told["error"])
            made: T = told["made"]
            return made
        try:
            made = make()
        except LoomError as error:
            self._spread(_packed({"error": [str(error.message), str(error.advice)]}))
            raise
        self._spread(_packed({"made": made}))
        return made

    def collect(self, value: Any) -> list[Any]:
        """What each process has, in their order; plain values and tensors."""
        if self.size == 1:
            return [value]
        return [_unpacked(self._spread(_packed(value), rank)) for rank in range(self.size)]

    # what is random in each

    def seed_apart(self, seed: int) -> None:
        """What drops values drops others in each process: its samples are others. The first one
        goes on as if it were alone.
        """
        if not self.is_first:
            torch.manual_seed(int(np.random.SeedSequence([seed, self.rank]).generate_state(1)[0]))

    def randomness(self, own: Mapping[str, Any]) -> dict[str, Any]:
        """The random states of all processes, as a checkpoint holds them."""
        first, *others = self.collect(dict(own))
        return {"random": first, "others": others}

    def own_randomness(self, state: Mapping[str, Any]) -> dict[str, Any] | None:
        """That of this process in a checkpoint; None where the run had fewer of them."""
        every = [state["random"], *state.get("others", ())]
        return every[self.rank] if self.rank < len(every) else None

    def _spread(self, data: bytes, source: int = 0) -> bytes:
        """The bytes of process ``source``, in every process."""
        length = torch.tensor([len(data)])
        dist.broadcast(length, source, group=self._control)
        if not int(length):
            return b""
        content = torch.empty(int(length), dtype=torch.uint8)
        if self.rank == source:
            content = torch.frombuffer(bytearray(data), dtype=torch.uint8)
        dist.broadcast(content, source, group=self._control)
        return content.numpy().tobytes()

    def leave(self) -> None:
        """Let the others go on alone: what they wait for of this process will not come."""
        if self.size > 1 and dist.is_initialized():
            with contextlib.suppress(RuntimeError):
                dist.destroy_process_group()


#: There is one process.
ALONE = Crew()


def join(place: Place, device: torch.device) -> Crew:
    """Meet the other processes of a run.

    Raises: TrainingError, if they cannot be reached.
    """
    if place.size == 1:
        return ALONE
    nccl = device.type == "cuda" and dist.is_nccl_available()
    idist.set_local_rank(place.local)  # which ignite would guess, and say so
    if device.type == "cuda":
        torch.cuda.set_device(device)
    try:
        store = dist.PrefixStore(f"layerloom/{place.attempt}", _meeting(place))  # type: ignore[attr-defined]
        dist.init_process_group(
            "nccl" if nccl else "gloo",
            store=store, rank=place.rank, world_size=place.size, timeout=PATIENCE,
        )  # fmt: skip
        control = dist.new_group(backend="gloo", timeout=PATIENCE) if nccl else None
    except (RuntimeError, ValueError, OSError) as error:
        raise TrainingError(
            later(
                "the {size} processes could not meet at {address}: {why}",
                size=place.size,
                address=f"{place.address}:{place.port}",
                why=str(error).strip().splitlines()[0],
            ),
            later("see that all of them were started, and that nothing lies between them"),
        ) from error
    return Crew(place.rank, place.size, control)


def _meeting(place: Place) -> Any:
    return dist.TCPStore(  # type: ignore[attr-defined]
        place.address,
        place.port,
        place.size,
        place.hosts,
        PATIENCE,
        wait_for_workers=False,
        use_libuv=os.name != "nt",  # PyTorch has none there
    )


def is_lost(error: BaseException) -> bool:
    """Whether an error says that another process has gone, not that something is wrong here."""
    words = str(error).lower()
    return type(error).__name__.startswith("Dist") or (
        isinstance(error, RuntimeError) and any(word in words for word in _LOST)
    )


def _packed(value: Any) -> bytes:
    buffer = io.BytesIO()
    torch.save(value, buffer)
    return buffer.getvalue()


def _unpacked(data: bytes) -> Any:
    return torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
