"""A tab for every open project; each is found again as it was left."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QTabBar, QWidget

from app.canvas_pane import CanvasPane, Place
from app.open_project import Opened, OpenProject
from app.panels.pieces import plain_tip, tool_button
from app.translating import tr
from graph.analysis import Analysis

#: Before the title of what has unsaved changes; Qt elides a long title in the middle.
MODIFIED = "\N{BULLET} "

#: The side of a tab on which it is closed.
CROSS = QTabBar.ButtonPosition.RightSide


@dataclass(frozen=True)
class _Left:
    """What the window showed of a project when another came to the front."""

    place: Place
    selection: list[str]
    analysis: Analysis


class ProjectTabs(QTabBar):
    """Follows the open projects and asks for what the user does to them.

    It is not there while only one is open: the title of the window says enough.
    """

    close_wanted = Signal(object)  # Opened
    window_wanted = Signal(object)  # Opened, which shall have a window of its own

    def __init__(
        self, project: OpenProject, pane: CanvasPane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project, self._pane = project, pane
        self._left: WeakKeyDictionary[Opened, _Left] = WeakKeyDictionary()
        self._analysis = Analysis()
        self._following = False
        self.setObjectName("projects")
        self.setAccessibleName(tr("Open projects"))
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUsesScrollButtons(True)
        self.setAutoHide(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.currentChanged.connect(self._choose)
        self.tabMoved.connect(self._move)
        project.leaving.connect(self._remember)
        project.opened_changed.connect(self.follow)
        project.title_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show which projects are open now."""
        self._following = True
        opened = self._project.opened
        while self.count() > len(opened):
            self.removeTab(self.count() - 1)
        while self.count() < len(opened):
            self._add_tab()
        for index, one in enumerate(opened):
            words = (MODIFIED if one.is_modified else "") + one.title
            self.setTabText(index, words.replace("&", "&&"))
            cross = self.tabButton(index, CROSS)
            cross.setAccessibleName(tr("Close {project}").format(project=one.title))
            self.setTabToolTip(index, plain_tip(str(one.path) if one.path else ""))
        self.setCurrentIndex(opened.index(self._project.current))
        self._following = False

    def _add_tab(self) -> None:
        cross = tool_button("close", tr("Close"))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keys one closes the project in front
        cross.clicked.connect(lambda: self._ask_close(self._index_of(cross)))
        self.setTabButton(self.addTab(""), CROSS, cross)

    def _index_of(self, cross: QWidget) -> int:
        places = range(self.count())
        return next(index for index in places if self.tabButton(index, CROSS) is cross)

    def step(self, by: int) -> None:
        """Bring the next project to the front, round and round."""
        opened = self._project.opened
        index = opened.index(self._project.current)
        self._project.show(opened[(index + by) % len(opened)])

    # each as it was left

    def keep_analysis(self, analysis: Analysis) -> None:
        """What is known of the project in front."""
        self._analysis = analysis

    @property
    def known(self) -> Analysis | None:
        """What was known of the project in front when it was left."""
        left = self._left.get(self._project.current)
        return left.analysis if left is not None else None

    def return_to_place(self) -> bool:
        """Go to where one was in the project in front; False if one never was there."""
        left = self._left.get(self._project.current)
        if left is None or not self._pane.has(left.place):
            return False
        self._pane.go_to(left.place)
        self._pane.view.select(left.selection)
        return True

    def _remember(self) -> None:
        here = _Left(self._pane.place, self._pane.selection, self._analysis)
        self._left[self._project.current] = here

    # what the user does

    def _choose(self, index: int) -> None:
        if not self._following and 0 <= index < len(self._project.opened):
            self._project.show(self._project.opened[index])

    def _move(self, index: int, to: int) -> None:
        if not self._following:
            self._project.move(index, to)

    def _ask_close(self, index: int) -> None:
        self.close_wanted.emit(self._project.opened[index])

    def _open_menu(self, at: QPoint) -> None:
        index = self.tabAt(at)
        if index < 0:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one = self._project.opened[index]
        for words, signal in (
            (tr("Close"), self.close_wanted),
            (tr("Move to New Window"), self.window_wanted),
        ):
            action = QAction(words, menu)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(one))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index >= 0:
            self._ask_close(index)
        else:
            super().mouseReleaseEvent(event)
