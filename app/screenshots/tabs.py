"""Two projects in one window, one of them with changes that are not saved."""

from __future__ import annotations

from app.screenshots.stage import Stage
from graph.edits import SetArgument


def play(stage: Stage) -> None:
    stage.show("mlp_digits")
    window = stage.show("lenet_mnist", beside=True)
    window.resize(1200, 760)
    window.push(SetArgument("conv1", "out_channels", 8))
    window.pane.view.fit()
    stage.take("tabs")
