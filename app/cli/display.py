"""Whether there is a screen to open a window on; exits 0 if so, when run as a program."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path


def has_display() -> bool:
    """Ask without Qt, which ends the whole process when it finds no display."""
    if not sys.platform.startswith("linux"):
        return True
    if platform := os.environ.get("QT_QPA_PLATFORM"):
        return not platform.startswith(("xcb", "wayland")) or _has_server()
    return _has_server()


def _has_server() -> bool:
    return _wayland_answers() or _x_answers(os.environ.get("DISPLAY", ""))


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    return bool(name) and _answers(
        socket.AF_UNIX, str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name))
    )


def _x_answers(display: str) -> bool:
    """``:0``, ``host:10.0``: a socket in /tmp, an abstract one, or a TCP port from 6000 on."""
    host, colon, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not colon or not number.isdecimal():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _answers(socket.AF_UNIX, path) or _answers(socket.AF_UNIX, f"\0{path}")
    return _answers(socket.AF_INET, (host, 6000 + int(number)))


def _answers(family: int, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


if __name__ == "__main__":
    sys.exit(not has_display())
