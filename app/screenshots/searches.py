"""A search for a learning rate, once it has found one."""

from __future__ import annotations

from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.searching.begin("lr")
    dialog = window.searching.dialog
    if dialog is not None:
        stage.wait(lambda: dialog.is_over)
        stage.take("searches", dialog)
        dialog.close()
