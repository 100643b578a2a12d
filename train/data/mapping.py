"""Arrays that stay in their archive: their bytes are found there, and read when they are taken.

``map_member`` stands alone and uses NumPy and Python only: an exported script carries its text.
"""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


def is_stored(path: Path, member: str) -> bool:
    """Whether the bytes of a file stand in an archive as they are, not compressed."""
    try:
        with zipfile.ZipFile(path) as archive:
            entry = archive.getinfo(member)
            return entry.compress_type == zipfile.ZIP_STORED and not entry.flag_bits & 1
    except (OSError, KeyError, zipfile.BadZipFile):
        return False


def map_member(path: str | Path, name: str) -> npt.NDArray[Any]:
    """Map an array of an archive that numpy.savez wrote: it is read where it is looked at."""
    with zipfile.ZipFile(path) as archive, open(path, "rb") as file:
        file.seek(archive.getinfo(f"{name}.npy").header_offset + 26)
        file.seek(sum(struct.unpack("<HH", file.read(4))), 1)
        readers = {1: np.lib.format.read_array_header_1_0, 2: np.lib.format.read_array_header_2_0}
        shape, is_fortran, dtype = readers[np.lib.format.read_magic(file)[0]](file)
        return np.memmap(path, dtype, "r", file.tell(), shape, "F" if is_fortran else "C")


def start_of(path: Path, member: str) -> int:
    """Where the bytes of a stored file begin in its archive."""
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        file.seek(archive.getinfo(member).header_offset + 26)
        lengths: tuple[int, int] = struct.unpack("<HH", file.read(4))
        return file.tell() + sum(lengths)
