"""What is already on the screen, said anew in another language.

No widget has to know of it: ``tr`` remembers what each shown text was made of, so wherever one
is found it can be made again. What a user wrote is in no such place, and is left alone.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractProxyModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from app.panels.pieces import plain_tip, tip_text
from app.translating import source_of, tr

#: Properties that hold a text to read.
_TEXTS = (
    *("text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "iconText"),
    *("placeholderText", "accessibleName", "accessibleDescription"),
    *("prefix", "suffix", "specialValueText"),
)

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


#: What the models are seen as that trees, lists, tables and combo boxes keep their rows in.
_KEPT = (QAbstractItemModel, QAbstractListModel, QAbstractTableModel, QStandardItemModel)


def retranslate(window: QWidget) -> None:
    """Say all texts of ``window``, and of what is in it, in the language of now.

    What has the property ``literal`` shows names, which are the same in all languages.
    """
    things = (window, *window.findChildren(QWidget), *window.findChildren(QAction))
    for each in things:
        if not isValid(each):  # what was said anew may have been built anew
            continue
        _properties(each)
        if each.property("literal"):
            continue
        if isinstance(each, QTabBar):
            _tabs(each)
        elif isinstance(each, QComboBox):
            _items(each.model())
        elif isinstance(each, QAbstractItemView) and not _is_literal(each.model()):
            with QSignalBlocker(each):  # nobody has changed an item
                _items(each.model())
            each.viewport().update()
        elif isinstance(each, QGraphicsView):
            each.viewport().update()


def _properties(thing: QObject) -> None:
    for name in _TEXTS:
        if _is_left(thing, name):
            continue
        shown = thing.property(name)
        anew = _anew(shown)
        if anew is not None:
            thing.setProperty(name, anew)


def _is_left(thing: QObject, name: str) -> bool:
    """Whether a property holds what a user wrote, a name, or what Qt makes of another property."""
    if isinstance(thing, QAction) and name in ("toolTip", "iconText"):
        return bool(QAction(thing.text()).property(name) == thing.property(name))
    if name == "accessibleName":
        within = (thing, thing.parent())
        return any(each is not None and bool(each.property("named")) for each in within)
    return name == "text" and (isinstance(thing, QLineEdit) or bool(thing.property("literal")))


def _is_literal(model: QAbstractItemModel | None) -> bool:
    """Whether it is of a choice that shows names; the list that drops down is a view of its own."""
    owner = model.parent() if model is not None else None
    return owner is not None and bool(owner.property("literal"))


def _anew(shown: object) -> str | None:
    """A text in the language of now, in the wrapping that it had; None where it is not ours."""
    if not isinstance(shown, str) or not shown:
        return None
    text = tip_text(shown)
    source = source_of(text)
    if source is None:
        return None
    anew = tr(source)
    return anew if text == shown else plain_tip(anew)


def _tabs(bar: QTabBar) -> None:
    for index in range(bar.count()):
        for read, write in (
            (bar.tabText, bar.setTabText),
            (bar.tabToolTip, bar.setTabToolTip),
            (bar.accessibleTabName, bar.setAccessibleTabName),
        ):
            anew = _anew(read(index))
            if anew is not None:
                write(index, anew)


def _items(model: QAbstractItemModel | None) -> None:
    """Rows and headings that Qt keeps; a model of our own works its texts out as it shows them."""
    while isinstance(model, QAbstractProxyModel):
        model = model.sourceModel()
    if model is None or type(model) not in _KEPT:
        return
    for section in range(_columns(model, QModelIndex())):
        heading = model.headerData(section, Qt.Orientation.Horizontal)
        anew = _anew(heading)
        if anew is not None:
            model.setHeaderData(section, Qt.Orientation.Horizontal, anew)
    _rows(model, QModelIndex())


def _rows(model: QAbstractItemModel, parent: QModelIndex) -> None:
    for row in range(model.rowCount(parent)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in _ROLES:
                shown = index.data(role)
                anew = _anew(shown)
                if anew is not None:
                    model.setData(index, anew, role)
        _rows(model, model.index(row, 0, parent))


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
