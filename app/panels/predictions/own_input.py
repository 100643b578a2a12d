"""Your own input: drawn, a picture, or numbers; and what the network says to it."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.panels.flow_row import FlowRow
from app.panels.pieces import Choice, column, plain_label, push_button, restyle, row
from app.panels.predictions.chance_bars import ChanceBars
from app.panels.predictions.drawing_field import SIDE, DrawingField
from app.panels.predictions.pictures import picture_in
from app.translating import tr

SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff")

#: Milliseconds without a key before numbers that were typed are tried.
PAUSE = 300


class OwnInput(QWidget):
    """Says what is to be answered as a feed; shows the answer it is handed."""

    asked = Signal(object)  # {"source", ...}
    picture_wanted = Signal()
    weights_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._feed: dict[str, Any] = {}
        self._can_draw = self._is_picture = False
        self.field = DrawingField()
        self.field.drawn.connect(self._take_drawing)
        self._shown = plain_label()
        self._shown.setFixedSize(SIDE, SIDE)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.hide()
        self.clear = push_button(tr("Clear"))
        self.clear.clicked.connect(self._clear)
        self.choose = push_button(tr("Picture..."))
        self.choose.clicked.connect(self.picture_wanted)
        self.numbers = QLineEdit()
        self.numbers.setAccessibleName(tr("Numbers of a sample"))
        self.numbers.setPlaceholderText(tr("Numbers of a sample, as 5.1, 3.5, 1.4, 0.2"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._take_numbers)
        self.numbers.textEdited.connect(lambda _: self._pause.start())
        self.numbers.returnPressed.connect(self._take_numbers)
        self.weights = Choice()
        self.weights.setAccessibleName(tr("Weights that answer"))
        self.weights.addItem(tr("Best weights"), "best")
        self.weights.addItem(tr("Last weights"), "last")
        self.weights.activated.connect(
            lambda index: self.weights_chosen.emit(str(self.weights.itemData(index)))
        )
        self._says = plain_label(look="quiet", wrap=True)
        self._answers = column(spacing=8)
        self.bars: list[ChanceBars] = []
        self.masks: list[QLabel] = []
        self._arrange()
        self.show_kind([])

    def _arrange(self) -> None:
        self.weights.setFixedWidth(144)
        left = column(self.field, self._shown, None)
        self._masks = row(spacing=16)
        right = column(FlowRow(self.weights, self.clear, self.choose), self.numbers)
        right.addLayout(self._answers)
        right.addWidget(self._says)
        right.addStretch(1)
        whole = row(spacing=16)
        whole.addLayout(left)
        whole.addLayout(self._masks)
        whole.addLayout(right, 1)
        whole.setContentsMargins(8, 4, 8, 8)
        self.setLayout(whole)

    @property
    def which(self) -> str:
        return str(self.weights.currentData())

    @property
    def feed(self) -> Mapping[str, Any]:
        """What is to be answered; empty where nothing was drawn, chosen or typed."""
        return self._feed

    def show_kind(self, shape: Sequence[object]) -> None:
        """Offer what suits an Input of this shape: drawing where it is a picture of one channel."""
        self._is_picture = len(shape) == 4 and shape[1] in (1, 3)
        self._can_draw = self._is_picture and shape[1] == 1
        self._offer()

    def _offer(self) -> None:
        """A picture that was chosen stands where else one draws."""
        is_shown = self._is_picture and self._feed.get("source") == "image"
        self._shown.setVisible(is_shown and not self._shown.pixmap().isNull())
        self.field.setVisible(self._can_draw and not is_shown)
        self.clear.setVisible(self._can_draw or is_shown)
        self.choose.setVisible(self._is_picture)
        self.numbers.setVisible(not self._is_picture)

    def show_answers(self, answers: Sequence[Mapping[str, Any]], words: str) -> None:
        while len(self.bars) < len(answers):
            bar = ChanceBars()
            self.bars.append(bar)
            self._answers.addWidget(bar)
        for place, bar in enumerate(self.bars):
            bar.setVisible(place < len(answers))
            bar.show_answer(answers[place] if place < len(answers) else None)
        self._show_masks([str(one["masked"]) for one in answers if one.get("masked")])
        self.say(words)

    def _show_masks(self, pictures: Sequence[str]) -> None:
        """Answers that say the class of every pixel, laid over what was asked about."""
        while len(self.masks) < len(pictures):
            label = plain_label()
            label.setFixedSize(SIDE, SIDE)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setAccessibleName(tr("The answer, laid over the picture"))
            label.setToolTip(tr("The answer, laid over the picture"))
            self.masks.append(label)
            self._masks.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        for place, label in enumerate(self.masks):
            label.setVisible(place < len(pictures))
            if place < len(pictures):
                label.setPixmap(
                    picture_in(b64decode(pictures[place]), SIDE, self.devicePixelRatioF())
                )

    def say(self, words: str, look: str = "quiet") -> None:
        self._says.setText(words)
        if self._says.property("look") != look:
            self._says.setProperty("look", look)
            restyle(self._says)

    @property
    def is_refused(self) -> bool:
        """Whether what was asked could not be answered."""
        return bool(self._says.property("look") == "error")

    def take_picture(self, path: Path) -> None:
        """Ask about the picture in a file."""
        pixmap = QPixmap(str(path))
        if not pixmap.isNull():
            mode = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self._shown.setPixmap(pixmap.scaled(SIDE, SIDE, mode, smooth))
        self._ask({"source": "image", "path": str(path)})
        self._offer()

    def _take_drawing(self) -> None:
        if self.field.is_empty:
            self._clear()
        else:
            self._ask({"source": "drawing"})

    def _take_numbers(self) -> None:
        self._pause.stop()
        text = self.numbers.text().strip()
        if text:
            self._ask({"source": "numbers", "text": text})

    def _ask(self, feed: dict[str, Any]) -> None:
        self._feed = feed
        self.asked.emit(feed)

    def _clear(self) -> None:
        self._feed = {}
        self.field.clear()
        self._offer()
        self.show_answers([], "")

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _picture_in(event) is not None and self.choose.isVisibleTo(self):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _picture_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.take_picture(path)


def _picture_in(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() in SUFFIXES else None
