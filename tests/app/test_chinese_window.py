"""The window in Traditional Chinese: nothing in it is left in English but names, live or anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTreeWidget,
    QWidget,
)

from app.languages import speak, speak_now
from app.panels.argument_form import ArgumentForm
from app.panels.pieces import tip_text
from graph.catalog import CATALOG
from graph.catalog.initializers import initializers
from train.catalog import losses, optimizers, schedules

ROOT = Path(__file__).parent.parent.parent

#: Names of languages are those that their own speakers give them, in every language.
LANGUAGE_NAMES = {("QAction", "繁體中文")}

STARTED = """
from app.start import make_application
app = make_application()
from app.languages import language_of
from app.main_window import MainWindow
window = MainWindow()
assert window.actions_by_key["save"].text() == "儲存(&S)"
print(window.settings.language, language_of(window.settings.language))
"""

#: Words of code, keys and formats, and names: they are the same in all languages.
NAMES = set(
    """
    PyTorch Python Layerloom Qt FLOPs FLOP NaN Inf SHA Ctrl Shift Alt Esc Enter Tab Delete Del
    Transformer Input Output Conv Dropout OrderedDict add_module _make_stage functional relu
    nn state_dict encoder conv normalization weight bias auto none true false cpu cuda mps
    loom yaml npy npz safetensors png svg py kB MB GB ms LeNet Sequential ModuleList torch Tensor
    MNIST Fashion XOR Auto MPG CSV NumPy IDX gzip numpy savez in_channels out_channels standard
    unit inputs eval English root epoch width loss Export output input float16 float32 float64
    bf16 fp16 train validation accuracy mae r2 self stage1
    f1 perplexity recall precision rmse roc_auc top2_accuracy top3_accuracy top5_accuracy
    top10_accuracy Mixup CutMix random stratified Hugging Face Parquet TensorBoard PNG SVG
    balanced state done lr roc auc top2 top3 top5 top10 Epoch
    torchvision GPU all bfloat16 complex64 complex128 int8 int16 int32 int64 uint8
    """.split()
)


@pytest.fixture
def speaking(qapp):
    before = QLocale()
    yield lambda choice: speak_now(qapp, choice)
    speak_now(qapp, "en")
    speak(qapp, "en")
    QLocale.setDefault(before)


#: Keys, what is elided, and sizes.
KEYS = re.compile(
    r"(Ctrl|Alt|Shift)\+\w+|F[0-9]+|Backspace|\w+…|[0-9]x[0-9]|x[0-9]\.[0-9]|conv 64 3 s2"
)


def texts(window: QWidget) -> set[tuple[str, str]]:
    """What there is to read in a window, each with the class of what says it."""
    found = set()
    for thing in (window, *window.findChildren(QWidget), *window.findChildren(QAction)):
        for text in _of(thing):
            if text:
                found.add((type(thing).__name__, tip_text(text)))
    return found


def _of(thing: QObject) -> list[str]:
    if isinstance(thing, QAction):
        return [thing.text(), thing.toolTip()]
    if not isinstance(thing, QWidget) or thing.objectName().startswith(("qt_", "Scroll")):
        return []
    said = [thing.toolTip(), thing.accessibleName(), thing.accessibleDescription()]
    if isinstance(thing, QAbstractButton | QLabel):
        said.append(thing.text())
    if isinstance(thing, QLineEdit):
        said.append(thing.placeholderText())
    if isinstance(thing, QMenu):
        said.append(thing.title())
    if isinstance(thing, QDockWidget):
        said.append(thing.windowTitle())
    if isinstance(thing, QTabBar):
        said += [thing.tabText(i) for i in range(thing.count())]
    if isinstance(thing, QComboBox):
        said += [thing.itemText(i) for i in range(thing.count())]
    if isinstance(thing, QTreeWidget):
        said += [thing.topLevelItem(i).text(0) for i in range(thing.topLevelItemCount())]
    return said


def known_names(window: QWidget) -> set[str]:
    """Every name of PyTorch, of the open project and of its arguments, and the parts of each."""
    layers = _layers()
    names = {layer.type for layer in layers} | set(initializers())
    names |= {path.name.split(".")[0] for path in (ROOT / "examples").rglob("*.yaml")}
    forms = window.findChildren(ArgumentForm)
    names |= {argument.name for form in forms for argument in form._arguments}
    names |= {argument.name for layer in layers for argument in layer.arguments}
    names |= {str(c) for layer in layers for a in layer.arguments for c in a.choices}
    names |= set(window.project.document.graph.names) | set(window.project.document.graph.groups)
    return {part for name in names for part in re.findall(r"[A-Za-z_]\w+", name)} | NAMES


def _layers():
    kinds = [CATALOG.layers(), *(c().values() for c in (losses, optimizers, schedules))]
    return [layer for kind in kinds for layer in kind]


def english(window: QWidget) -> list[str]:
    """Texts with Latin words in them that are no names."""
    names, told = known_names(window), told_by_pytorch(window)
    left = []
    for _, text in texts(window):
        for word in told:
            text = text.replace(word, "")
        text = KEYS.sub("", text)
        words = re.findall(r"[A-Za-z_][A-Za-z0-9_]+", text.replace("&", ""))
        left += [text] if [word for word in words if word not in names] else []
    return sorted(set(left))


def told_by_pytorch(window: QWidget) -> list[str]:
    """What PyTorch's documentation says of layers and arguments; the longest first."""
    said = set()
    for form in window.findChildren(ArgumentForm):
        said |= {tip_text(argument.doc) for argument in form._arguments}
    said |= {tip_text(argument.doc) for layer in _layers() for argument in layer.arguments}
    return sorted((text for text in said if " " in text), key=len, reverse=True)


def test_nothing_in_the_window_is_left_in_english_but_names_and_pytorchs_own_words(
    open_window, speaking
):
    speaking("zh_TW")
    window = open_window("lenet_mnist")

    for node in ("", "conv1", "relu1", "fc1"):
        window.pane.view.select([node] if node else [])
        for tab in ("problems", "source", "training", "probe", "data", "model"):
            window.panels.show_tab(tab)
            assert (found := english(window)) == [], "\n".join(found)


def test_what_opens_from_the_window_is_in_chinese_too(open_window, qapp, speaking):
    from app import dialogs
    from app.dialogs import Message
    from app.shortcuts_dialog import ShortcutsDialog

    speaking("zh_TW")
    window = open_window("lenet_mnist", analysed=False)
    ShortcutsDialog(window.keymap, window).open()
    window.commands.open()
    dialogs.ask_unsaved(window, "LeNet", lambda: None, lambda: None, lambda: None)

    assert (found := english(window)) == [], "\n".join(found)
    [box] = window.findChildren(Message)
    assert {button.text() for button in box.findChildren(QAbstractButton)} == {
        "儲存",
        "丟棄",
        "取消",
    }


def test_a_window_that_changes_its_language_is_as_one_that_was_opened_in_it(open_window, speaking):
    speaking("zh_TW")
    window = open_window("lenet_mnist")
    window.pane.view.select(["conv1"])
    chinese = texts(window)

    window.actions_by_key["language_en"].trigger()
    in_english = texts(window)
    window.actions_by_key["language_zh_TW"].trigger()

    assert texts(window) == chinese
    assert window.actions_by_key["save"].text() == "儲存(&S)"
    assert ("QAction", "&Save") in in_english
    han = re.compile(r"[\u4e00-\u9fff]")
    left = [text for _, text in in_english - LANGUAGE_NAMES if han.search(text)]
    assert left == [], "\n".join(left)


def test_a_window_opened_in_chinese_says_in_english_what_one_opened_in_english_does(
    open_window, speaking
):
    """ "Train" and "Training" are one word in Chinese, "Values" and "Numbers" another."""
    speaking("zh_TW")
    windows = [open_window("lenet_mnist", analysed=False)]
    windows[0].pane.view.select(["conv1"])
    windows[0].actions_by_key["language_en"].trigger()
    windows.append(open_window("lenet_mnist", analysed=False))
    windows[1].pane.view.select(["conv1"])

    bars = [window.panels.bottom.tabBar() for window in windows]
    tabs = [[bar.tabText(index) for index in range(bar.count())] for bar in bars]
    assert tabs[0] == tabs[1]
    assert texts(windows[0]) == texts(windows[1])

    windows[0].actions_by_key["language_zh_TW"].trigger()
    windows[0].actions_by_key["language_en"].trigger()
    assert texts(windows[0]) == texts(windows[1])


def test_steps_are_called_anew_in_the_history(open_window, speaking):
    speaking("en")
    window = open_window("mlp_digits", analysed=False)
    window.pane.view.select(["fc1"])
    window.editing.delete()
    assert window.project.stack.undoText() == "Delete fc1"

    window.actions_by_key["language_zh_TW"].trigger()

    assert window.project.stack.undoText() == "刪除 fc1"
    assert window.actions_by_key["undo"].text() == "復原刪除 fc1"


def test_what_is_typed_and_what_is_code_stays_as_it_is(open_window, speaking):
    speaking("zh_TW")
    window = open_window("lenet_mnist")
    window.pane.view.select(["conv1"])
    field = window.panels.inspector.node_page.form.field("padding_mode")

    window.actions_by_key["language_en"].trigger()
    window.actions_by_key["language_zh_TW"].trigger()

    assert field.itemText(0) == "zeros"
    assert window.project.document.graph.node("conv1").type == "Conv2d"


def test_chinese_needs_no_more_room_than_there_is(open_window, qapp, speaking):
    """Where no Chinese font is installed, a box of about the same width stands for each sign."""
    speaking("zh_TW")
    window = open_window("lenet_mnist", analysed=False)
    window.panels.show_tab("training")
    qapp.processEvents()

    clipped = [
        (type(widget).__name__, widget.text())
        for kind in (QLabel, QAbstractButton)
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and widget.text()
        and not getattr(widget, "wordWrap", bool)()
        and widget.width() < widget.minimumSizeHint().width()
    ]

    assert clipped == []


def test_a_language_that_the_system_has_is_spoken_from_the_start(tmp_path):
    """A process of its own, as a user in Taiwan starts it."""
    ran = subprocess.run(
        [sys.executable, "-c", STARTED],
        cwd=ROOT,
        env={**os.environ, "LANG": "zh_TW.UTF-8", "LC_ALL": "zh_TW.UTF-8", "LANGUAGE": ""}
        | {"XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert ran.returncode == 0, ran.stderr[-2000:]
    assert "system zh_TW" in ran.stdout
