"""What is read off a run now and then: the length of its gradient and the memory it holds."""

from __future__ import annotations

import ctypes
import os
import platform
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import torch

from graph.allowance import Allowance

#: The part of the time that reading them may take, and the seconds between two reads.
SHARE, EVERY = 0.005, 0.1

_STATM = Path("/proc/self/statm")


class Gauges:
    """Read at the rate of the reports; where that costs too much, with some of them only."""

    def __init__(self, norm: Callable[[], float | None], device: torch.device) -> None:
        """``norm`` says how long the gradient of the last step was; None where nobody can."""
        self._norm, self._device = norm, device
        self._allowance = Allowance(SHARE, every=EVERY)

    def read(self) -> dict[str, float]:
        """``gradient_norm``, and ``memory`` and ``device_memory`` in bytes, as far as known.

        Nothing where it is not their turn.
        """
        if not self._allowance.is_due:
            return {}
        with self._allowance.spent():
            return self._read()

    def _read(self) -> dict[str, float]:
        read: dict[str, float] = {}
        if (norm := self._norm()) is not None:
            read["gradient_norm"] = norm
        if (held := resident_memory()) is not None:
            read["memory"] = held
        if self._device.type == "cuda":
            read["device_memory"] = torch.cuda.memory_allocated(self._device)
        elif self._device.type == "mps":
            read["device_memory"] = torch.mps.current_allocated_memory()
        return read


def gradient_norm(parameters: Iterable[torch.nn.Parameter]) -> float | None:
    """The length of the gradient of all weights together, before anything else is done to it.

    None without gradients, and where they lie in pieces on several devices: putting them together
    is for all processes to do, not for the one that reports.
    """
    gradients = [p.grad for p in parameters if p.grad is not None]
    if not gradients or any(type(gradient) is not torch.Tensor for gradient in gradients):
        return None
    dense = [g.coalesce().values() if g.is_sparse else g for g in gradients]
    return float(torch.nn.utils.get_total_norm(dense))


def resident_memory() -> int | None:
    """Bytes of this process that are in memory; on macOS the most it ever had."""
    try:
        return _READERS[platform.system()]()
    except (KeyError, OSError, ValueError, IndexError, AttributeError, ImportError):
        return None


def _pages() -> int:
    """Of Linux: the second number of statm."""
    return int(_STATM.read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _peak() -> int:
    """Of macOS: bytes there, unlike elsewhere."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _working_set() -> int | None:
    """Of Windows: GetProcessMemoryInfo."""

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", ctypes.c_ulong),
            ("PageFaultCount", ctypes.c_ulong),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize")),
            *((f"pool_{index}", ctypes.c_size_t) for index in range(6)),
        )

    counters = Counters(cb=ctypes.sizeof(Counters))
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
    done = kernel.K32GetProcessMemoryInfo(
        kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb
    )
    return int(counters.WorkingSetSize) if done else None


_READERS: Mapping[str, Callable[[], int | None]] = {
    "Linux": _pages,
    "Darwin": _peak,
    "Windows": _working_set,
}
