"""Garbage is collected in the thread of the window, and in no other.

Python collects in whichever thread happens to ask for memory, and Qt crashes where that lets go of
a widget in a thread that did not make it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from graph.collector import collect_what_is_due

#: Milliseconds between two looks at how much there is to collect.
INTERVAL = 200


def collect_in_this_thread(parent: QObject) -> None:
    """Switch Python's collector off, and let a timer of ``parent`` do what it would have done."""
    gc.disable()
    timer = QTimer(parent, interval=INTERVAL)
    timer.timeout.connect(collect_what_is_due)
    timer.start()
