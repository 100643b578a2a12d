"""What the network is run on: for each Input a source, and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.panels.pieces import Choice, row, tool_button
from app.panels.probe.number_field import NumberField
from app.translating import later, tr

SOURCES = (
    ("data", later("Data set")),
    ("image", later("Picture")),
    ("random", later("Random")),
    ("numbers", later("Typed")),
    ("file", later(".npy file")),
)
WEIGHTS = (
    ("", later("Starting weights")),
    ("last", later("Last of the run")),
    ("best", later("Best of the run")),
)

#: What the field beside a source says as long as nothing is typed there.
_HINTS = {
    "image": later("the photograph that comes along, or a path"),
    "numbers": "0.5, -1, 2   or   [[1, 2], [3, 4]]",
    "file": later("a path"),
}


class SampleForm(QWidget):
    """Says by ``changed`` that another sample is wanted; ``request`` is what."""

    changed = Signal()
    file_wanted = Signal(str)  # the source that it is for

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feeds: dict[str, dict[str, Any]] = {}
        self.input = Choice()
        self.input.setAccessibleName(tr("Which Input it is for"))
        self.input.currentTextChanged.connect(lambda _: self._show_feed())
        self.source = _choice(tr("Source of the sample"), SOURCES)
        self.number = NumberField(tr("Number of the sample, or seed"), 0, 999_999)
        self.split = _choice(
            tr("Split"), (("validation", later("Validation")), ("train", later("Training")))
        )
        self.text = QLineEdit()
        self.text.setAccessibleName(tr("Numbers or path"))
        self.text.setMinimumWidth(80)
        self.browse = tool_button("folder", tr("Choose a file"))
        self.browse.clicked.connect(lambda: self.file_wanted.emit(self.source.currentData()))
        self.batch = NumberField(tr("Samples in a batch"), 0, 4096)
        self.batch.setPrefix("N ")
        self.batch.setSpecialValueText(tr("N auto"))
        self.batch.setToolTip(tr("One sample, or in train mode as many as statistics need"))
        self.sizes = QLineEdit()
        self.sizes.setAccessibleName(tr("Sizes of open axes"))
        self.sizes.setFixedWidth(96)
        self.weights = _choice(tr("Weights"), WEIGHTS)
        for choice in (self.source, self.split):
            choice.activated.connect(lambda _: self._take())
        self.number.valueChanged.connect(lambda _: self._take())
        self.text.editingFinished.connect(self._take)
        self.batch.valueChanged.connect(lambda _: self.changed.emit())
        self.sizes.editingFinished.connect(self.changed)
        self.weights.activated.connect(lambda _: self.changed.emit())
        parts = (self.input, self.source, self.number, self.split, self.text, self.browse)
        line = row(*parts, self.batch, self.sizes, self.weights)
        line.setStretchFactor(self.text, 1)
        self.setLayout(line)
        self.sizes.hide()
        self.show_inputs([], [], usual="data")

    def show_inputs(self, names: Sequence[str], letters: Sequence[str], usual: str) -> None:
        """The Inputs of the network, and the letters in their shapes; what was said stays."""
        self._feeds = {
            name: self._feeds.get(name) or {"source": usual, "index": 0, "seed": 0}
            for name in names
        }
        if [self.input.itemText(i) for i in range(self.input.count())] != list(names):
            chosen = self.input.currentText()
            with QSignalBlocker(self.input):
                self.input.clear()
                self.input.addItems(list(names))
                self.input.setCurrentText(chosen)
        self.input.setVisible(len(names) > 1)
        self.sizes.setVisible(bool(letters))
        self.sizes.setPlaceholderText(", ".join(f"{letter}=24" for letter in letters))
        self._show_feed()

    def forget(self) -> None:
        """Another project: what was said of the Inputs of the last one is not said of its own."""
        self._feeds.clear()
        self.sizes.clear()

    def choose_file(self, path: str) -> None:
        self.text.setText(path)
        self._take()

    def choose_source(self, source: str) -> None:
        self.source.setCurrentIndex(self.source.findData(source))
        self._take()

    @property
    def request(self) -> dict[str, Any]:
        """What ``train.probe.request`` reads, without mode and weights."""
        return {
            "feeds": {name: dict(feed) for name, feed in self._feeds.items()},
            "batch": self.batch.value() or None,
            "sizes": _sizes(self.sizes.text()),
        }

    @property
    def wanted_weights(self) -> str:
        return str(self.weights.currentData())

    def _take(self) -> None:
        """Keep what the fields say for the Input that is shown, and tell."""
        feed = self._feeds.get(self.input.currentText())
        if feed is None:
            return
        before = dict(feed)
        source = str(self.source.currentData())
        if source != feed["source"]:
            feed["source"] = source
            self._show_feed()
        else:
            key = {"random": "seed", "numbers": "text", "image": "path", "file": "path"}
            name = key.get(source, "index")
            feed[name] = self.number.value() if name in ("index", "seed") else self.text.text()
            feed["split"] = self.split.currentData()
        if feed != before:
            self.changed.emit()

    def _show_feed(self) -> None:
        feed: Mapping[str, Any] = self._feeds.get(self.input.currentText(), {"source": "data"})
        source = feed["source"]
        fields = (self.source, self.number, self.split, self.text)
        blockers = [QSignalBlocker(field) for field in fields]
        self.source.setCurrentIndex(self.source.findData(source))
        self.number.setValue(feed.get("seed" if source == "random" else "index", 0))
        self.number.setPrefix(tr("seed ") if source == "random" else tr("no. "))
        self.split.setCurrentIndex(max(0, self.split.findData(feed.get("split", "validation"))))
        self.text.setText(feed.get("text" if source == "numbers" else "path", ""))
        self.text.setPlaceholderText(tr(_HINTS.get(source, "")))
        del blockers
        self.number.setVisible(source in ("data", "random"))
        self.split.setVisible(source == "data")
        self.text.setVisible(source in _HINTS)
        self.browse.setVisible(source in ("image", "file"))
        self.setEnabled(bool(self._feeds))


def _choice(name: str, entries: Sequence[tuple[str, str]]) -> Choice:
    choice = Choice()
    choice.setAccessibleName(name)
    for key, words in entries:
        choice.addItem(tr(words), key)
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
    return choice


def _sizes(text: str) -> dict[str, int]:
    """``T=24, H=32``; what is no such pair is left out."""
    return {name: int(size) for name, size in re.findall(r"(\w+)\s*=\s*(\d{1,6})", text)}
