"""The start page, the tour under way, and what the window says of files dragged over it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QImage
from PySide6.QtWidgets import QApplication

from app.screenshots.stage import Stage

#: The step of the tour that is shown: the mistake, and its badge.
MISTAKE = 4


def play(stage: Stage) -> None:
    window = stage.window
    window.resize(1440, 900)
    window.show()
    stage.wait(lambda: window.welcoming.is_shown)
    page = window.welcoming.page
    assert page is not None
    for theme in ("light", "dark"):
        window.set_theme(theme)
        stage.settle()
        stage.wait(lambda: page.gallery.thumbnails.is_done)
        stage.take(f"start-{theme}")
    window.set_theme("light")
    _drop(stage)
    _tour(stage)


def _tour(stage: Stage) -> None:
    window, tour = stage.window, stage.window.tour
    tour.begin()
    assert tour.bubble is not None
    for step in range(MISTAKE):
        stage.wait(lambda step=step: tour.at == step)
        tour.bubble.deed.click()
    stage.wait(lambda: any(one.node for one in window.analysis.analysis.errors))
    stage.wait(lambda: tour.at == MISTAKE)
    stage.take("tour-light")
    tour.close()


def _drop(stage: Stage) -> None:
    window = stage.window
    with tempfile.TemporaryDirectory() as folder:
        flowers = Path(folder) / "flowers"
        for kind in ("daisy", "rose", "tulip"):
            (flowers / kind).mkdir(parents=True)
            QImage(8, 8, QImage.Format.Format_RGB32).save(str(flowers / kind / "1.png"))
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(flowers))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(QPoint(400, 300), copy, data, left, keys)
        QApplication.sendEvent(window, entering)
        stage.take("drop-light")
        QApplication.sendEvent(window, QDragLeaveEvent())
