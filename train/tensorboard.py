"""Event files as TensorBoard reads them, beside ``events.jsonl``; written without its package.

A file is a row of records, each with its length and two checksums (TFRecord, CRC-32C), and each
record an ``Event`` of TensorBoard's protocol buffers, of which scalars need five fields.
Source: tensorflow/core/lib/io/record_writer.cc, tensorflow/core/util/event.proto.
"""

from __future__ import annotations

import math
import struct
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from train.events import Event

#: CRC-32C (Castagnoli), reflected.
_POLYNOMIAL = 0x82F63B78
_MASK = 0xA282EAD8

#: Of a ``SessionLog``: what was written before it of this step and of later ones is void.
_START = 1

Scalars = Iterable[tuple[str, float]]


class TensorBoardFile:
    """Keeps scalars of a run; one process writes it, TensorBoard reads it while it grows."""

    def __init__(self, folder: Path, step: int) -> None:
        """``step`` is where the run stands. Raises: OSError."""
        self._file: BinaryIO = _new_file(folder)
        self._write(_text(3, "brain.Event:2"))
        self._begin_after(step)
        self._file.flush()

    def take(self, event: Event) -> None:
        """Write the numbers of one event of the run, if it has any. Raises: OSError."""
        if event.get("event") == "rolled_back":
            self._begin_after(int(event.get("to_step") or 0))
        for step, wall, scalars in scalars_of(event):
            values = b"".join(
                _message(1, _text(1, tag) + _float(2, value)) for tag, value in scalars
            )
            self._write(_number(2, step) + _message(5, values), wall)
        self._file.flush()

    def _begin_after(self, step: int) -> None:
        self._write(_number(2, step + 1) + _message(7, _number(1, _START)))

    def close(self) -> None:
        self._file.close()

    def _write(self, body: bytes, wall: float | None = None) -> None:
        data = _double(1, time.time() if wall is None else wall) + body
        length = struct.pack("<Q", len(data))
        self._file.write(length + _checksum(length) + data + _checksum(data))


def scalars_of(event: Event) -> Iterator[tuple[int, float | None, Scalars]]:
    """Steps, and what was measured at each: ``loss/step``, ``loss/validation``, ``lr/group 0``."""
    kind, step = event.get("event"), int(event.get("step") or 0)
    if kind == "step":
        *others, (last, loss) = zip(event["steps"], event["loss"], strict=True)
        for one, value in others:
            yield int(one), None, [("loss/step", value)]
        rates = [(f"lr/group {index}", rate) for index, rate in enumerate(event["lr"])]
        read = [(name, event[name]) for name in _GAUGES if event.get(name) is not None]
        yield int(last), None, [("loss/step", loss), *rates, *read]
    elif kind in ("epoch", "evaluation", "test"):
        yield step, None, list(_metrics(event))


_GAUGES = ("throughput", "gradient_norm", "memory", "device_memory")


def _metrics(event: Mapping[str, dict[str, float | None]]) -> Iterator[tuple[str, float]]:
    for part in ("train", "validation", "test"):
        for name, value in (event.get(part) or {}).items():
            if isinstance(value, int | float):
                yield f"{name}/{part}", value


def _new_file(folder: Path) -> BinaryIO:
    """``events.out.tfevents.…``: TensorBoard wants the word in the name, and sorts by the rest."""
    second = int(time.time())
    while True:
        try:
            return (folder / f"events.out.tfevents.{second}.layerloom").open("xb")
        except FileExistsError:
            second += 1


# protocol buffers


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _double(field: int, value: float) -> bytes:
    return _varint(field << 3 | 1) + struct.pack("<d", value)


def _float(field: int, value: float) -> bytes:
    try:
        data = struct.pack("<f", value)
    except OverflowError:  # larger than float32 can say
        data = struct.pack("<f", math.copysign(math.inf, value))
    return _varint(field << 3 | 5) + data


def _message(field: int, data: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _text(field: int, text: str) -> bytes:
    return _message(field, text.encode())


# checksums


def _table() -> tuple[int, ...]:
    values = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (_POLYNOMIAL if byte & 1 else 0)
        values.append(byte)
    return tuple(values)


_TABLE = _table()


def crc32c(data: bytes) -> int:
    value = 0xFFFFFFFF
    for byte in data:
        value = _TABLE[(value ^ byte) & 0xFF] ^ value >> 8
    return value ^ 0xFFFFFFFF


def _checksum(data: bytes) -> bytes:
    value = crc32c(data)
    return struct.pack("<I", ((value >> 15 | value << 17) + _MASK) & 0xFFFFFFFF)
