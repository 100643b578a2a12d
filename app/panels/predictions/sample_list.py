"""Samples with what they were taken for: worst first, drawn row by row."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.panels.predictions.answers import NO_CLASS, Answers, Array, Samples, as_pixels
from app.panels.predictions.pictures import picture
from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font
from app.translating import tr
from app.words import percent, significant
from train.looking.masks import laid_over

#: Height of a row, and the side of its picture.
ROW, SIDE = 64, 48
#: The same where masks are shown, which want a closer look.
MASK_ROW, MASK_SIDE = 112, 96
#: Pixels that the words of a row have at most.
WORDS = 420
#: Chances that a row draws.
BARS = 3

Index = QModelIndex | QPersistentModelIndex


class SampleModel(QAbstractListModel):
    """Rows of an epoch in an order; each can be read out in words."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: Answers | None = None
        self.samples = Samples()
        self.order: Array = np.zeros(0, np.int64)

    def show_rows(self, answers: Answers | None, samples: Samples, order: Array) -> None:
        self.beginResetModel()
        self.answers, self.samples, self.order = answers, samples, order
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.answers is None or not 0 <= index.row() < len(self.order):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(index.row())
        return None

    def words(self, row: int) -> str:
        """``number 12: 7, taken for 9 (64 %)``"""
        assert self.answers is not None
        at, answers = int(self.order[row]), self.answers
        if answers.has_many:
            words = tr("sample {number}: {share} right")
            right = percent(float(answers.rows("right")[at]), 1)
            return ". ".join([words.format(number=at, share=right), *_mistakes(answers, at)])
        if answers.classes:
            said = answers.class_name(answers.rows("top")[at, 0])
            chance = percent(float(answers.rows("chances")[at, 0]))
            truth = answers.class_name(answers.rows("truth")[at])
            if said == truth:
                words = tr("sample {number}: {truth}, found with {chance}")
            else:
                words = tr("sample {number}: {truth}, taken for {said} with {chance}")
            return words.format(number=at, truth=truth, said=said, chance=chance)
        words = tr("sample {number}: {truth}, predicted {said}")
        return words.format(
            number=at,
            truth=numbers(answers.rows("truth")[at]),
            said=numbers(answers.rows("predicted")[at]),
        )


def numbers(values: Array, most: int = 4) -> str:
    flat = np.ravel(values)
    shown = ", ".join(significant(float(value)) for value in flat[:most])
    return shown + (" ..." if flat.size > most else "")


class SampleDelegate(QStyledItemDelegate):
    """Draws a row: the sample, what it is, what it was taken for, and how sure."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, _height(index.model()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, SampleModel)
        assert model.answers is not None
        theme, box = current_theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("accent", 0.14))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("text", 0.05))
        at = int(model.order[index.row()])
        left, side = box.left() + 8, MASK_SIDE if _has_masks(model) else SIDE
        for pixels in _pictures(model, at):
            scale = painter.device().devicePixelRatioF()
            shown = picture(pixels, side, scale)
            painter.drawPixmap(round(left), round(box.center().y() - side / 2), shown)
            left += side + 8
        middle = box.center().y() - ROW / 2 + 8
        rest = QRectF(left + 4, middle, max(0.0, box.right() - left - 12), ROW - 16)
        if model.answers.has_many:
            _paint_many(painter, model, at, rest)
        elif model.answers.classes:
            _paint_class(painter, model, at, rest)
        else:
            _paint_numbers(painter, model, at, rest)
        painter.restore()


def _has_masks(model: Any) -> bool:
    """Whether the answers are masks, which are looked at beside the true ones."""
    answers = model.answers
    return answers is not None and answers.has_many and answers.rows("said").ndim == 3


def _height(model: Any) -> int:
    return MASK_ROW if _has_masks(model) else ROW


def _masked(sample: Array | None, answers: Answers, at: int) -> list[Array]:
    """The sample, the true mask over it, the predicted one, and where they differ."""
    truth, said = answers.rows("true")[at], answers.rows("said")[at]
    ground = np.full((3, *truth.shape), 128, np.uint8)
    if sample is not None:
        sizes = zip(sample.shape[1:], truth.shape, strict=True)
        steps = [-(-size // shown) for size, shown in sizes]
        thinned = sample[:, :: steps[0], :: steps[1]]
        ground = thinned if thinned.shape[1:] == truth.shape else ground
    shown = np.where(truth == NO_CLASS, 0, truth)
    wrong = ((truth != said) & (truth != NO_CLASS)).astype(np.uint8)
    masks = [laid_over(ground[None], mask[None])[0] for mask in (shown, said)]
    spots = laid_over((ground // 3 + 20)[None].astype(np.uint8), wrong[None], strength=1.0)[0]
    return [*([] if sample is None else [sample]), *masks, spots]


def _mistakes(answers: Answers, at: int) -> list[str]:
    """What was most often taken for what in a sample with many classes."""
    found = answers.mistaken(at)
    if found is None:
        return []
    truth, said, share = found
    words = tr("{truth}, taken for {said}: {share}")
    names = {"truth": answers.class_name(truth), "said": answers.class_name(said)}
    return [words.format(**names, share=percent(share, 1))]


def _pictures(model: SampleModel, at: int) -> list[Array]:
    """The sample, and the answer where that is a picture, too."""
    found = []
    sample = model.samples.picture(at) if at < _count(model.samples) else None
    if sample is not None:
        found.append(sample)
    answers = model.answers
    assert answers is not None
    if _has_masks(model):
        return _masked(sample, answers, at)
    shape = answers.shape
    if len(shape) == 3 and shape[0] in (1, 3) and not answers.classes:
        truth, said = answers.rows("truth")[at], answers.rows("predicted")[at]
        low, high = float(truth.min()), float(truth.max())
        found.append(as_pixels(said.reshape(shape), low, high))
    return found


def _count(samples: Samples) -> int:
    return min((len(array) for array in samples.inputs), default=0)


def _paint_class(painter: QPainter, model: SampleModel, at: int, box: QRectF) -> None:
    answers = model.answers
    assert answers is not None
    truth = answers.rows("truth")[at]
    top, chances = answers.rows("top")[at], answers.rows("chances")[at]
    is_right = int(top[0]) == int(truth)
    room = min(190.0, box.width() * 0.45)
    box.setWidth(min(box.width(), room + WORDS))  # bars stand near what they are of
    words = QRectF(box.left(), box.top(), box.width() - room - 12, box.height())
    name, said = answers.class_name(truth), answers.class_name(top[0])
    title = name if is_right else tr("{truth}, taken for {said}").format(truth=name, said=said)
    has_picture = bool(_pictures(model, at))
    detail = tr("loss {loss}").format(loss=significant(float(answers.rows("loss")[at]), 3))
    if not has_picture and at < _count(model.samples):
        detail = f"{detail}   {model.samples.words(at)}"
    _write(painter, words, title, detail, is_wrong=not is_right)
    line = box.height() / BARS
    for place in range(min(BARS, len(top))):
        bar = QRectF(box.right() - room, box.top() + place * line, room, line)
        is_truth = int(top[place]) == int(truth)
        paint_bar(painter, bar, answers.class_name(top[place]), float(chances[place]), is_truth)


def paint_bar(painter: QPainter, box: QRectF, name: str, chance: float, is_truth: bool) -> None:
    """A chance as a bar with the name of its class: the true one in the accent colour."""
    theme = current_theme()
    label, number = box.width() * 0.38, 36.0
    painter.setFont(interface_font(SMALL))
    painter.setPen(theme.color("text" if is_truth else "muted"))
    left = QRectF(box.left(), box.top(), label - 6, box.height())
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(left.width()))
    painter.drawText(left, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    track = QRectF(box.left() + label, box.center().y() - 3, box.width() - label - number, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line"))
    painter.drawRoundedRect(track, 3, 3)
    painter.setBrush(theme.color("accent") if is_truth else theme.color("muted"))
    width = max(2.0, track.width() * min(1.0, max(0.0, chance)))
    painter.drawRoundedRect(QRectF(track.left(), track.top(), width, 6), 3, 3)
    painter.setPen(theme.color("muted"))
    right = QRectF(track.right() + 4, box.top(), number - 4, box.height())
    painter.drawText(
        right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(chance)
    )


def _paint_many(painter: QPainter, model: SampleModel, at: int, box: QRectF) -> None:
    """How much of a sample with many classes is right, and what was taken for what."""
    answers = model.answers
    assert answers is not None
    title = tr("{share} right").format(share=percent(float(answers.rows("right")[at]), 1))
    loss = tr("loss {loss}").format(loss=significant(float(answers.rows("loss")[at]), 3))
    detail = "   ".join([loss, *_mistakes(answers, at)])
    if not _has_masks(model):
        names = [answers.class_name(place) for place in answers.rows("said")[at].ravel()[:12]]
        detail = f"{detail}   {' '.join(names)}"
    _write(painter, box, title, detail)


def _paint_numbers(painter: QPainter, model: SampleModel, at: int, box: QRectF) -> None:
    answers = model.answers
    assert answers is not None
    far = float(answers.rows("loss")[at]) ** 0.5
    if len(answers.shape) == 3:
        title = tr("off by {far}").format(far=significant(far, 3))
    else:
        title = tr("{said} predicted, {truth} is true").format(
            said=numbers(answers.rows("predicted")[at]), truth=numbers(answers.rows("truth")[at])
        )
    detail = tr("off by {far}").format(far=significant(far, 3))
    if model.samples.picture(at) is not None:
        detail = tr("the sample, and what was made of it") if len(answers.shape) == 3 else detail
    elif at < _count(model.samples):
        detail = f"{detail}   {model.samples.words(at)}"
    _write(painter, box, title, detail)


def _write(
    painter: QPainter, box: QRectF, title: str, detail: str, *, is_wrong: bool = False
) -> None:
    """What a sample is, and below it smaller what else there is to say."""
    theme = current_theme()
    half = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
    painter.setFont(interface_font(13, QFont.Weight.DemiBold))
    painter.setPen(theme.severity("error") if is_wrong else theme.color("text"))
    _write_line(painter, half, title)
    painter.setFont(interface_font(SMALL))
    painter.setPen(theme.color("muted"))
    _write_line(painter, half.translated(0, box.height() / 2), detail)


def _write_line(painter: QPainter, box: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class SampleList(QListView):
    """The rows, which the arrow keys walk through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = SampleModel()
        self.setModel(self.rows)
        self.setItemDelegate(SampleDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Samples and what they were taken for"))
