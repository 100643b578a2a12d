"""When the start page is there, and what becomes of what is chosen on it."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.canvas_pane import CanvasPane
from app.file_handling import FileHandling
from app.open_project import Opened, OpenProject
from app.search import CursorSearch
from app.settings import Settings
from app.welcome.start_page import StartPage
from app.welcome.template_dialog import TemplateDialog
from graph.document import ROOT

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_QUIET = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Welcoming(QObject):
    """Shows the start page over the canvas while the document is empty; makes it when first needed.

    While it is there, letters begin a search at the cursor, and arrows go to the cards.
    """

    def __init__(
        self,
        project: OpenProject,
        pane: CanvasPane,
        files: FileHandling,
        search: CursorSearch,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._project, self._pane, self._files = project, pane, files
        self._search, self._settings, self._window = search, settings, window
        self._put_away: WeakSet[Opened] = WeakSet()
        self.page: StartPage | None = None
        self.dialog: TemplateDialog | None = None
        #: Begins the tour; the window says how.
        self.take_tour: Callable[[], object] = lambda: None
        view = pane.view
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._cover)
        project.replaced.connect(lambda: self._soon.start())
        project.changed.connect(lambda _: self.look())
        pane.scope_changed.connect(lambda _: self.look())
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)

    @property
    def is_wanted(self) -> bool:
        document = self._project.document
        graph = document.graph
        holds = len(graph) or graph.notes or graph.groups or document.blocks
        put_away = self._project.current in self._put_away
        return not (holds or put_away) and self._pane.scope == ROOT

    @property
    def is_shown(self) -> bool:
        return self.page is not None and self.page.isVisible()

    def look(self) -> None:
        """Show the page, or put it away, as the document has it."""
        wanted = self.is_wanted
        self._pane.show_welcome(not wanted)
        if not wanted:
            if self.page is not None and not self.page.isHidden():
                had_focus = self.page.isAncestorOf(self._window.focusWidget() or self._window)
                self.page.hide()
                self.page.gallery.rest()
                if had_focus:
                    self._pane.view.setFocus()
            return
        if not self._pane.view.isVisible():
            return
        page = self._made()
        if page.isHidden():
            page.show_recent(self._settings.recent_files)
            page.offer_tour(not self._settings.tour_offered)
            self._cover()
            page.show()

    def choose_template(self) -> None:
        """File > New from Template."""
        self.dialog = TemplateDialog(self._window)
        self.dialog.chosen.connect(self._files.open_example)
        self.dialog.open()

    def put_away(self) -> None:
        """An empty canvas, as it was asked for."""
        self._put_away.add(self._project.current)
        self._settings.tour_offered = True
        self.look()
        self._pane.view.setFocus()

    def begin_tour(self) -> None:
        """Once offered, or asked for, it is offered no more."""
        self._settings.tour_offered = True
        self.take_tour()

    def _made(self) -> StartPage:
        if self.page is None:
            page = self.page = StartPage(self._pane.view.viewport())
            page.hide()
            page.template_chosen.connect(self._open_template)
            page.recent_chosen.connect(self._files.open)
            page.open_wanted.connect(self._files.choose_and_open)
            page.empty_wanted.connect(self.put_away)
            page.tour_wanted.connect(self.begin_tour)
            page.left.connect(self._pane.view.setFocus)
            page.installEventFilter(self)
        return self.page

    def _open_template(self, path: object) -> None:
        self._settings.tour_offered = True
        self._files.open_example(path)  # type: ignore[arg-type]
        self._pane.view.setFocus()

    def _cover(self) -> None:
        """What lies in the viewport is moved when the view scrolls: put it back."""
        if self.page is not None:
            self.page.setGeometry(self._pane.view.viewport().rect())

    # keys and sizes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Resize, QEvent.Type.Show) and watched is not self.page:
            self._cover()
            if self.page is None:
                self._soon.start()
        elif isinstance(event, QKeyEvent) and self.is_shown:
            if kind == QEvent.Type.ShortcutOverride and _begins_a_word(event):
                event.accept()  # a letter is the beginning of a name here, no shortcut
                return True
            if kind == QEvent.Type.KeyPress:
                return self._press(watched, event)
        return False

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        if _begins_a_word(event):
            self._search.open(self._pane.view.aim)
            self._search.popup.field.setText(event.text())
            return True
        if event.key() in _ARROWS and watched is self._pane.view and self.page is not None:
            self.page.focus_first()
            return True
        return False


def _begins_a_word(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isalpha() and not event.modifiers() & ~_QUIET
