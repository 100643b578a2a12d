"""The binding itself: one release of it lost a reference on every call and died after a while."""

import subprocess
import sys

#: What a session of an hour does, in a second: calls that return None, signals, None in between.
PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    told = Signal(object)

app = QCoreApplication([])
sender, heard = Sender(), []
sender.told.connect(lambda value: heard.append(value is None))
before = sys.getrefcount(None), sys.getrefcount(True)
for number in range(120_000):
    sender.setObjectName("")
for number in range(25_000):
    sender.told.emit(None)
after = sys.getrefcount(None), sys.getrefcount(True)
assert len(heard) == 25_000 and all(heard)
lost = [b - a for b, a in zip(before, after)]
assert max(lost) < 1_000, f"references lost: {lost}"
print("well")
"""


def test_a_hundred_thousand_calls_and_signals_lose_no_reference():
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=600
    )

    assert ran.returncode == 0, ran.stderr[-2000:]
    assert ran.stdout == "well\n"
