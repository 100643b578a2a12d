"""Curves are read, zoomed, smoothed, laid over each other and exported, by mouse and by keys."""

from __future__ import annotations

import csv
import math
import time
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.curve_files import write_curves
from app.panels.act_marks import Act, beside
from app.panels.curve_lines import Line, Look, lines_of, quantities, smoothed
from app.panels.curve_reading import Drawn
from app.panels.curves import Curves
from app.panels.metric_plot import MetricPlot, Shown
from app.panels.plot_axis import ROOM, PlotAxis
from app.panels.run_legend import hue_of_run
from tests.app.window_hands import breathe
from train.runs.curves import RunCurves, csv_of

Key = Qt.Key


def measured(steps: int = 40, per_epoch: int = 10, level: float = 1.0) -> RunCurves:
    """A run that was told in events, as a worker tells it."""
    curves = RunCurves()
    for event in events(steps, per_epoch, level):
        curves.take(event)
    return curves


def events(steps: int, per_epoch: int, level: float = 1.0):
    yield {"event": "started", "steps_per_epoch": per_epoch, "step": 0,
           "metrics": ["loss", "accuracy"], "groups": [{"name": "head"}, {}]}  # fmt: skip
    for first in range(1, steps + 1, per_epoch):
        several = list(range(first, first + per_epoch))
        yield {"event": "step", "steps": several, "step": several[-1],
               "loss": [level / step for step in several], "lr": [0.1, 0.01],
               "gradient_norm": 2.0, "throughput": 100.0, "memory": 5e8}  # fmt: skip
        last = several[-1]
        results = {"loss": level / last, "accuracy": 1 - 1 / last}
        yield {"event": "epoch", "epoch": last // per_epoch, "step": last, "train": results,
               "validation": results, "lr": [0.1, 0.01], "best": True, "throughput": 99.0,
               "seconds": 1.0}  # fmt: skip


@pytest.fixture
def curves(qtbot) -> Curves:
    widget = Curves()
    qtbot.addWidget(widget)
    widget.resize(1000, 320)
    widget.show()
    for event in events(40, 10):
        widget.take(event)
    widget.take({"event": "lr", "step": 20, "epoch": 2, "lr": [0.05], "act": {}})
    widget.flush()
    breathe()
    return widget


def x_range(plot) -> tuple[float, float]:
    low, high = plot._item.getViewBox().viewRange()[0]
    return low, high


def test_every_quantity_can_be_drawn_and_the_first_results_are(curves):
    assert quantities([curves.live]) == [
        "loss", "accuracy", "lr", "gradient_norm", "throughput", "memory",
    ]  # fmt: skip
    assert list(curves.plots) == ["loss", "accuracy"]
    menu = curves.bar.which.menu()
    norm = next(a for a in menu.actions() if a.text() == "gradient norm")
    norm.trigger()
    assert list(curves.plots) == ["loss", "accuracy", "gradient_norm"]


def test_the_switch_counts_steps_and_smoothing_and_axes_follow(curves):
    QTest.mouseClick(curves.bar.per_step, Qt.MouseButton.LeftButton)
    assert x_range(curves.plots["loss"])[1] >= 40
    curves.bar.smooth.setFocus()
    QTest.keyClick(curves.bar.smooth, Key.Key_Right)
    assert curves.bar.look == Look(True, 0.5)
    curves.bar.y_log.trigger()
    low, high = curves.plots["loss"]._item.getViewBox().viewRange()[1]
    assert low < math.log10(1 / 40) + 0.2 and high < 0.5


def test_smoothing_is_the_moving_average_of_the_textbook_and_gaps_stay(curves):
    values = np.random.RandomState(0).rand(1000)
    expected, average = [], 0.0
    for count, value in enumerate(values, start=1):
        average = 0.9 * average + 0.1 * value
        expected.append(average / (1 - 0.9**count))
    values[500] = math.nan

    assert np.allclose(smoothed(np.nan_to_num(values), 0.9)[:500], expected[:500])
    assert np.isnan(smoothed(values, 0.9)[500]) and not np.isnan(smoothed(values, 0.9)[501])


def test_the_crosshair_reads_every_plot_at_once_by_mouse_and_by_keys(curves, qtbot):
    loss, accuracy = curves.plots["loss"], curves.plots["accuracy"]
    loss.widget.setFocus()
    QTest.keyClick(loss.widget, Key.Key_Left)
    QTest.keyClick(loss.widget, Key.Key_Left)

    assert loss._cross.isVisible() and accuracy._cross.isVisible()
    assert accuracy.reading.startswith("epoch 3") and "0.9667" in accuracy.reading
    box = loss._item.getViewBox()

    def is_read() -> bool:
        # Axes settle when they are painted; pyqtgraph lets a move within 10 ms of another pass.
        viewport = loss.widget.viewport()
        place = QPointF(loss.widget.mapFromScene(box.mapViewToScene(QPointF(2.0, 0.05))))
        moved = QMouseEvent(
            QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(viewport, moved)
        return accuracy.reading.startswith("epoch 2") and "0.95" in accuracy.reading

    qtbot.waitUntil(is_read)


def test_the_wheel_zooms_all_plots_and_a_double_click_shows_all_again(curves):
    loss, accuracy = curves.plots["loss"], curves.plots["accuracy"]
    whole = x_range(loss)
    at = loss.widget.viewport().rect().center()
    turned = QWheelEvent(
        QPointF(at), QPointF(loss.widget.viewport().mapToGlobal(at)), QPoint(), QPoint(0, 480),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(loss.widget.viewport(), turned)

    assert x_range(loss)[1] - x_range(loss)[0] < whole[1] - whole[0]
    assert x_range(accuracy) == pytest.approx(x_range(loss))
    assert curves.bar.reset.isEnabled()
    for event in events(60, 10):
        curves.take(event)
    curves.flush()
    assert x_range(loss)[1] < 5  # what comes in does not take the view away

    QTest.mouseDClick(loss.widget.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert x_range(loss)[1] >= 6 and not curves.bar.reset.isEnabled()


def test_acts_stay_as_marks_and_other_runs_come_over_it_in_colours_of_their_own(curves):
    assert curves.marks == ["rate 0.05"]
    assert [act.at for act in curves.plots["loss"].marks.acts] == [2.0]

    deep = measured(level=3.0)
    finding = {"code": "dead-units", "place": "relu1", "words": "relu1 is dead"}
    other = {"code": "saturated", "place": "act"}
    for step, findings in ((9, [finding]), (10, [finding, other]), (20, []), (30, [finding])):
        for kind in ("xray", "diagnosis"):
            deep.take({"event": kind, "epoch": -(-step // 10), "step": step, "findings": findings})
    curves.show_runs({"<b>wide</b>": measured(level=2.0), "deep": deep})

    marks = curves.plots["loss"].marks
    assert [act.words for act in marks.acts] == ["rate 0.05", "relu1: dead units +1"]
    colours = [marks.hue(act).name() for act in marks.acts]
    assert colours == [hue_of_run(run).name() for run in (0, 2)]

    assert curves.legend.titles == ("this run", "<b>wide</b>", "deep")
    pens = [c.opts["pen"].color().name() for c in curves.plots["loss"]._curves]
    assert len(set(pens)) == 3
    assert "<b>wide</b>, valid" in curves.plots["loss"].reading


def test_curves_are_exported_as_picture_drawing_and_numbers(curves, tmp_path):
    for ending in (".png", ".svg", ".csv"):
        write_curves(curves, tmp_path / f"curves{ending}")

    image = QImage(str(tmp_path / "curves.png"))
    assert QSvgRenderer(str(tmp_path / "curves.svg")).isValid()
    assert image.width() >= 2 * 720 and image.height() >= 2 * 380  # however low the dock is
    drawn = (tmp_path / "curves.svg").read_text(encoding="utf-8")
    assert all(f">{words}" in drawn for words in ("train", "valid", "epoch", "loss", "rate 0.05"))
    assert "<path" in (tmp_path / "curves.svg").read_text(encoding="utf-8")
    rows = list(csv.DictReader((tmp_path / "curves.csv").read_text().splitlines()))
    assert len(rows) == 40 and float(rows[-1]["validation.accuracy"]) == 1 - 1 / 40


def test_what_a_step_tells_becomes_one_point_an_epoch(curves):
    [group, other] = lines_of("lr", curves.live, Look())
    [memory] = lines_of("memory", curves.live, Look())

    assert list(group.x) == [1, 2, 3, 4] and set(other.y) == {0.01}
    assert (group.label, other.label) == ("head", "group 2")
    assert list(memory.y) == [500.0] * 4


def test_a_hundred_thousand_steps_are_painted_in_a_moment(qtbot, curves):
    curves.clear()
    for event in events(100_000, 1_000):
        curves.take(event)
    curves.bar.per_step.setChecked(True)
    curves.bar.smooth.setValue(4)
    curves.flush()
    breathe()

    began = time.process_time()  # of this process alone: others are busy, too
    for _ in range(5):
        curves._touch()
        curves.flush()
        breathe()

    assert (time.process_time() - began) / 5 < 0.25  # some 20 ms on a quiet machine


@pytest.mark.parametrize("height", [110, 260])
def test_words_of_acts_never_stand_over_each_other(qtbot, height):
    plot = MetricPlot("loss", "loss")
    qtbot.addWidget(plot)
    plot.resize(420, height)
    plot.show()
    x = np.linspace(0, 10, 50)
    acts = [Act(at, f"weight decay {at}") for at in (1, 1.2, 1.2, 1.5, 5, 5.1, 9.4, 9.6, 9.7)]
    line = Drawn(Line("train", "train", x, np.exp(-x)), 0)
    plot.show_curves(Shown([line], acts, unit="epoch", span=(0.0, 10.0)))
    qtbot.wait(10)

    boxes = [box for _, box in plot.marks.placed()]
    assert len(boxes) >= 4  # the rest is in the log
    assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
    for box in boxes:
        pieces = list(beside(boxes, box.center().x(), float(height)))
        assert pieces and not any(a < box.bottom() and b > box.top() for a, b in pieces)


def test_numbers_of_a_logarithmic_axis_stand_beside_each_other(qtbot):
    axis = PlotAxis("left")
    axis.setLogMode(True)
    for low, high, size in ((-1.0, 0.4, 90), (-5.0, 1.0, 60), (-1.1, 0.0, 400), (-0.7, -0.6, 90)):
        [(_, values)] = axis.tickValues(low, high, size)

        assert 2 <= len(values) <= size / ROOM["left"] + 1
    assert axis.logTickStrings([-1.0, -4.0, -4.60206], 1.0, 1.0) == ["0.1", "0.0001", "2.5·10⁻⁵"]


def test_a_table_of_a_run_with_a_chinese_name_is_read_by_spreadsheets():
    assert csv_of({"wide": measured()}).startswith("run,step")
    assert csv_of({"寬": measured()}).startswith("\ufeffrun,step")


def test_words_of_acts_stand_where_the_curves_are_not(qtbot):
    for values, is_below in ((np.linspace(2, 0.1, 50) ** 4, False), (np.full(50, 0.9), True)):
        plot = MetricPlot("loss", "loss")
        qtbot.addWidget(plot)
        plot.resize(420, 200)
        plot.show()
        line = Line("train", "train", np.arange(50.0), np.append(values[1:], 0.2))
        plot.show_curves(Shown([Drawn(line, 0)], [Act(20, "paused")], span=(0.0, 50.0)))

        [(_, box)] = plot.marks.placed()
        assert (box.center().y() > plot.marks.boundingRect().center().y()) == is_below


def test_a_crosshair_on_a_mark_says_what_was_done_there(curves):
    plot = curves.plots["loss"]

    plot.read_at(2.0)

    assert plot.reading.startswith("epoch 2, rate 0.05   ")
    plot.read_at(3.0)
    assert plot.reading.startswith("epoch 3   ")
