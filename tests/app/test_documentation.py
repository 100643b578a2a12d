"""F1: PyTorch's documentation of what is meant, rendered, with words found and links followed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextCursor, QTextDocument, QTextTable
from PySide6.QtTest import QTest

from app.documentation.html import page_html
from app.documentation.mathematics import display_html, mathematics_html
from app.documentation.reading import read
from app.documentation.window import DocumentationWindow
from app.shortcuts_dialog import ShortcutsDialog
from app.theme import THEMES
from graph.catalog import CATALOG
from tests.app.conftest import SLOW
from tests.app.window_hands import WindowHands
from train.catalog import losses, optimizers, schedules
from train.documentation import documentation, full_name

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

ALL = [layer.type for layer in CATALOG.layers()]
TRAINING = [*losses(), *optimizers(), *schedules()]


def _plain(text: str, **links: str) -> str:
    document = QTextDocument()
    document.setHtml(page_html("X", "", read(text), links, THEMES["light"]))
    return document.toPlainText().partition("\n")[2]


FORMULAS = re.compile(r"^( *)\.\. math ?::?.*\n(?:(?:\1 +.*| *)(?:\n|\Z))*", re.M)
MARKS = re.compile(
    r":math:\s?`[^`]*`|https?://\S+|^ *\.\. .*$|^ *:parser:.*$|:[\w-]+:(?:`/notes/)?|<[^>]*>"
    r"|# ?x?doctest.*|~[\w.]+\.",
    re.M,
)


# what is rendered


@pytest.mark.parametrize("type_", dict.fromkeys([*ALL, *TRAINING]))
def test_every_word_and_formula_of_the_source_is_in_its_page_and_none_of_its_marks(
    qapp: Any, type_: str
) -> None:
    found = documentation(type_)
    document = QTextDocument()
    blocks = read(found.text)
    html = page_html(found.name, found.signature, blocks, found.links, THEMES["dark"])
    document.setHtml(html)
    text = document.toPlainText()

    words = re.findall(r"[A-Za-z]{4,}", MARKS.sub("", FORMULAS.sub("", found.text)))
    assert [word for word in words if word not in text] == []
    assert html.count("<span class='math'>") == len(re.findall(r":math:\s?`", found.text))
    assert len(text) > len(found.name) + 10
    assert not re.search(r"::(\s|$)", text)  # std::fmod may stand
    for mark in (":math:", ":attr:", ":class:", ":func:", ":ref:", "``", ".. ", ">>>"):
        assert mark not in text, mark
    for mark in (r"\frac", r"\text", r"\begin", r"\left", r"\sum", r"\times", "xdoctest"):
        assert mark not in text, mark


def test_formulas_are_written_in_plain_characters(qapp: Any) -> None:
    latex = (
        r"\left\lfloor\frac{H_{in} + 2 \times \text{padding}[0]}{\text{stride}} + 1\right\rfloor"
    )

    text = _plain(f"Of :math:`{latex}`.")

    assert "⌊(Hin + 2 × padding[0]) / stride + 1⌋" in text


@pytest.mark.parametrize(
    ("latex", "html"),
    [
        (r"h_t = o_t h_{t-1}", "h<sub>t</sub> = o<sub>t</sub> h<sub>t-1</sub>"),
        (r"W_{hr}h_t", "W<sub>hr</sub>h<sub>t</sub>"),
        (r"\prod_{i=0}^{1}\text{kernel\_size}[i]", "Π<sub>i=0</sub><sup>1</sup>kernel_size[i]"),
        (r"\sum_{k=0}^{C_{in} - 1} w", "Σ<sub>k=0</sub><sup>C<sub>in</sub> - 1</sup> w"),
        (r"\frac{\widehat{m}_t}{\sqrt{v_{t-1}} + \epsilon}",
         "m\u0302<sub>t</sub> / (√v<sub>t-1</sub> + ε)"),
        (r"x < \bar{x}", "x &lt; x\u0304"),
        (r"}_^{", "<sub>^</sub>"),
    ],
)  # fmt: skip
def test_what_stands_lower_or_higher_ends_where_it_does_in_latex(latex: str, html: str) -> None:
    assert mathematics_html(latex) == html


def test_a_fraction_of_a_formula_that_stands_by_itself_has_a_line_and_the_rest_beside_it(
    qapp: Any,
) -> None:
    latex = r"y = \frac{x - \mathrm{E}[x]}{\sqrt{v_t + \frac{1}{2}}} * \gamma \\ z = 1 \\ u = 2"
    document = QTextDocument()
    document.setHtml(display_html(latex, "#808080"))

    [outer] = [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    [fraction] = [f for f in outer.childFrames() if isinstance(f, QTextTable)]
    assert (outer.rows(), outer.columns()) == (1, 3)
    assert (fraction.rows(), fraction.columns()) == (2, 1)
    above = fraction.cellAt(0, 0)
    assert above.firstCursorPosition().block().text() == "x - E[x]"
    assert above.format().toTableCellFormat().bottomBorder() == 1
    assert fraction.cellAt(1, 0).firstCursorPosition().block().text() == "√(vt + 1 / 2)"
    assert outer.cellAt(0, 0).firstCursorPosition().block().text().strip() == "y ="
    assert outer.cellAt(0, 2).firstCursorPosition().block().text().strip() == "* γ"
    assert document.toPlainText().endswith("z = 1\u2028u = 2".replace("\u2028", "\n"))


@pytest.mark.parametrize(
    "latex", ["\\frac{a", "\\frac", "\\frac{}{}", "\ue003\ue004", "a & \\frac12 \\\\"]
)
def test_a_torn_fraction_does_no_harm(qapp: Any, latex: str) -> None:
    document = QTextDocument()
    document.setHtml(display_html(latex, "#808080"))

    assert "\ue003" not in document.toPlainText()


def test_arguments_lists_code_notes_and_tables_are_told_apart(qapp: Any) -> None:
    text = """Does it.

    Args:
        p (float, optional): how *much*. Default: ``0.5``
            and more
        *args: the rest

    .. note:: Mind **this**.

    * one
    * two

    ====  ====
    a     b
    ====  ====
    1     2
    ====  ====

    Example::

        >>> f(1,
        ...   2)  # xdoctest: +SKIP
        tensor([3])
    """
    html = page_html("X", "", read(text), {}, THEMES["light"])

    assert "<h3>Args</h3>" in html
    assert "<code>p</code> <span class='quiet'>float, optional</span>" in html
    assert "<code>*args</code>" in html
    assert "<i>much</i>" in html
    assert "<b>Note</b>" in html
    assert html.count("<li>") == 2
    assert "<th align='left'>a</th>" in html
    assert "<td align='left'>2</td>" in html
    assert "f(1,\n  2)\n<span class='quiet'># tensor([3])</span>" in html


def test_html_in_a_text_stays_text(qapp: Any) -> None:
    html = page_html("<b>", "", read("An <img src=x> and `<i>`.\n\n>>> '<u>'"), {}, THEMES["light"])

    for tag in ("<img", "<i>", "<u>", "<b>"):
        assert tag not in html


@pytest.mark.parametrize(
    "text", ["", ".. ", "`", "*", "::", ":math:`", "- " * 400, "  a\n b\n" * 50]
)
def test_nothing_makes_the_reader_fail(qapp: Any, text: str) -> None:
    page_html("X", "", read(text), {}, THEMES["light"])


def test_names_are_found_as_pytorchs_texts_write_them() -> None:
    assert full_name("~torch.nn.Linear") == "torch.nn.Linear"
    assert full_name("Linear") == "torch.nn.Linear"
    assert full_name("F.interpolate") == "torch.nn.functional.interpolate"
    assert full_name("torch.nn.functional.relu()") == "torch.nn.functional.relu"
    assert full_name("StepLR") == "torch.optim.lr_scheduler.StepLR"


@pytest.mark.parametrize("name", ["os.system", "torch._C", "torch.nn.Module.__init__", "torch.os"])
def test_nothing_else_is_ever_looked_up(name: str) -> None:
    assert documentation(name).text == ""


# F1


PROJECT = """layerloom: 1
name: Net
blocks:
  Pair:
    arguments: {width: 8}
    note: "Two <b>layers</b>."
    nodes:
      x: {type: Input}
      a: {type: Linear, out_features: =width}
      y: {type: Output}
    edges: [x -> a -> y]
nodes:
  image: {type: Input, shape: [N, 12]}
  fc: {type: Linear, out_features: 6}
  pair: {type: Pair}
  scores: {type: Output}
edges:
  - image -> fc -> pair -> scores
training:
  loss: {type: CrossEntropyLoss}
"""


@pytest.fixture
def hands(open_window: Any, answers: Any, qtbot: Any, tmp_path: Path) -> WindowHands:
    path = tmp_path / "net.loom.yaml"
    path.write_text(PROJECT, encoding="utf-8")
    return WindowHands(open_window(path), answers, qtbot)


def _page(hands: WindowHands, qtbot: Any, words: str) -> DocumentationWindow:
    """The window of the documentation, once it says some words."""
    windows = hands.window.findChildren(DocumentationWindow)
    assert windows
    qtbot.waitUntil(lambda: words in windows[0].page.toPlainText(), timeout=SLOW)
    assert windows[0].isVisible()
    return windows[0]


def test_f1_opens_the_documentation_of_the_selected_layer(hands: WindowHands, qtbot: Any) -> None:
    hands.pick("fc")
    hands.key(Key.Key_F1)

    page = _page(hands, qtbot, "Applies an affine linear transformation")
    assert page.page.toPlainText().startswith("torch.nn.Linear\n")


def test_f1_with_nothing_selected_lists_the_keys(hands: WindowHands) -> None:
    hands.pick_nothing()
    hands.key(Key.Key_F1)

    [dialog] = [d for d in hands.window.findChildren(ShortcutsDialog) if d.isVisible()]
    dialog.close()


def test_f1_in_the_palette_is_about_what_is_chosen_there(hands: WindowHands, qtbot: Any) -> None:
    palette = hands.window.panels.palette
    palette.search.setFocus()
    QTest.keyClicks(palette.search, "conv2d")
    QTest.keyClick(palette.search, Key.Key_F1)

    _page(hands, qtbot, "Applies a 2D convolution")


def test_f1_in_the_search_is_about_what_was_found(hands: WindowHands, qtbot: Any) -> None:
    hands.key(Key.Key_Tab)
    popup = hands.window.search.popup
    QTest.keyClicks(popup.field, "interpol")
    QTest.keyClick(popup.field, Key.Key_F1)

    _page(hands, qtbot, "torch.nn.functional.interpolate(")


def test_f1_at_the_loss_is_about_the_loss(hands: WindowHands, qtbot: Any) -> None:
    hands.window.panels.show_tab("training")
    choice = hands.window.panels.training.form.loss.choice
    choice.setFocus()
    QTest.keyClick(choice, Key.Key_F1)

    _page(hands, qtbot, "torch.nn.CrossEntropyLoss(")


def test_f1_on_a_block_tells_what_the_project_says_of_it(hands: WindowHands, qtbot: Any) -> None:
    hands.pick("pair")
    hands.key(Key.Key_F1)

    page = _page(hands, qtbot, "Two <b>layers</b>.")
    assert "width = 8" in page.page.toPlainText()
    assert "a: Linear" in page.page.toPlainText()


def test_words_are_found_in_a_page(hands: WindowHands, qtbot: Any) -> None:
    hands.pick("fc")
    hands.key(Key.Key_F1)
    window = _page(hands, qtbot, "in_features")

    QTest.keyClick(window.page, Key.Key_F, CONTROL)
    assert window.field.hasFocus() or window.focusWidget() is window.field
    QTest.keyClicks(window.field, "features")
    count = window.page.toPlainText().lower().count("features")
    assert window.count.text() == f"1 of {count}"
    assert len(window.page.extraSelections()) == count
    first = window.page.textCursor().position()

    QTest.keyClick(window.field, Key.Key_Return)
    assert window.count.text() == f"2 of {count}"
    assert window.page.textCursor().position() > first
    QTest.keyClick(window.field, Key.Key_Return, SHIFT)
    QTest.keyClick(window.field, Key.Key_Return, SHIFT)
    assert window.count.text() == f"{count} of {count}"

    QTest.keyClick(window.field, Key.Key_Escape)
    assert not window.page.extraSelections()
    QTest.keyClick(window.page, Key.Key_Escape)
    assert not window.isVisible()


def _click_link(window: DocumentationWindow, words: str) -> None:
    """A real click on the middle of a link."""
    found = window.page.document().find(words)
    assert not found.isNull(), words
    assert found.charFormat().isAnchor()
    middle = QTextCursor(found)
    middle.setPosition((found.selectionStart() + found.selectionEnd()) // 2)
    window.page.setTextCursor(middle)
    window.page.ensureCursorVisible()
    at: QPoint = window.page.cursorRect(middle).center()
    QTest.mouseClick(window.page.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_name_of_another_layer_leads_there_and_back(hands: WindowHands, qtbot: Any) -> None:
    hands.window.documenting.show("NLLLoss")
    window = _page(hands, qtbot, "negative log likelihood loss")
    hands.window.documenting.show("CrossEntropyLoss")
    window = _page(hands, qtbot, "torch.nn.CrossEntropyLoss(")

    _click_link(window, "LogSoftmax")
    _page(hands, qtbot, "torch.nn.LogSoftmax(")

    QTest.keyClick(window.page, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    _page(hands, qtbot, "torch.nn.CrossEntropyLoss(")
    assert window.back.isEnabled()
    assert window.forward.isEnabled()
    QTest.mouseClick(window.forward, Qt.MouseButton.LeftButton)
    _page(hands, qtbot, "torch.nn.LogSoftmax(")


def test_the_inspector_shows_the_same_pages(hands: WindowHands, qtbot: Any) -> None:
    hands.pick("fc")
    page = hands.window.panels.inspector.node_page
    hands.open_fold(page._documentation_fold)

    qtbot.waitUntil(lambda: "affine linear" in page.documentation.toPlainText(), timeout=SLOW)


class Browser(QObject):
    """Stands where the system's browser would, outside."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        QDesktopServices.setUrlHandler("https", self, "open")

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_an_address_in_the_web_is_opened_by_a_click_alone(hands: WindowHands, qtbot: Any) -> None:
    browser = Browser()
    hands.window.documenting.show("Conv2d")
    window = _page(hands, qtbot, "torch.nn.Conv2d(")
    assert browser.opened == []

    _click_link(window, "link")
    _click_link(window, "cross-correlation")
    QDesktopServices.unsetUrlHandler("https")

    assert browser.opened == [
        "https://github.com/vdumoulin/conv_arithmetic/blob/master/README.md",
        "https://en.wikipedia.org/wiki/Cross-correlation",
    ]


def test_a_note_of_a_project_leads_nowhere(qapp: Any) -> None:
    html = page_html(
        "X", "", read("A `paper <https://x.org>`__, https://x.org"), {}, THEMES["light"]
    )

    assert "href" not in html


def test_a_page_loads_nothing(hands: WindowHands) -> None:
    page = hands.window.panels.inspector.node_page.documentation

    assert page.loadResource(2, QUrl("file:///etc/hostname")) is None
