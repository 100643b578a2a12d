"""The main window: it joins the parts and decides nothing; each part says what it wants."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from app.actions import make_actions, make_menus
from app.analysis_client import AnalysisClient
from app.appearance import Appearance
from app.block_editing import BlockEditing
from app.canvas_pane import CanvasPane
from app.canvas_telling import CanvasTelling
from app.command_palette import CommandPalette
from app.docks import make_panels, make_toolbar, stacked
from app.documenting import Documenting
from app.drops import Dropping
from app.editing import Editing
from app.every_action import every_action
from app.exporting import Exporting
from app.file_handling import Dialogs, FileHandling
from app.finder import Finder
from app.handlers import handlers, show_what_can_be_done
from app.heating import Heating
from app.inspecting import Inspecting
from app.keeping_runs import KeepingRuns
from app.keymap import Keymap
from app.loading_weights import LoadingWeights
from app.look_commands import LookCommands
from app.on_screen import resize_on_screen
from app.open_project import OpenProject
from app.places import Places
from app.placing_choices import PlacingChoices
from app.predicting import Predicting
from app.presenting import Presenting
from app.preset_handling import PresetHandling
from app.probing import Probing
from app.problem_commands import ProblemCommands
from app.project_tabs import ProjectTabs
from app.python_code import PythonCode
from app.running import Running
from app.safety.safety import Safety
from app.search import CursorSearch
from app.searching import Searching
from app.selection_commands import SelectionCommands
from app.settings import Settings
from app.speaking import Speaking
from app.status_line import StatusLine
from app.studios import Studios
from app.tour import Tour
from app.train_button import TrainButton
from app.training_client import IDLE, PAUSED, RUNNING, STARTING, TrainingClient
from app.translating import tr
from app.walking import Walking
from app.welcome import Welcoming
from app.window_menus import WindowMenus
from app.windows import move_to_new_window, show_elsewhere
from app.xray.xraying import Xraying
from graph.analysis import Analysis
from graph.costs import Costs
from graph.document import Change
from graph.problems import Fix


class MainWindow(QMainWindow):
    """Palette left, canvas in the middle, inspector right, tabs below; one button to train."""

    def __init__(self, settings: Settings | None = None, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self.dialogs = dialogs or Dialogs(self)
        self.project = OpenProject(self)
        self.analysis = AnalysisClient(self, self._folder)
        self.training = TrainingClient(self)
        self.files = FileHandling(self.project, self.settings, self.dialogs, self)
        self.exporting = Exporting(self.project, self.analysis, self.dialogs, self)
        self.pane = CanvasPane(self.project.document)
        self.tabs = ProjectTabs(self.project, self.pane)
        self.setCentralWidget(stacked(self.tabs, self.pane))
        self.setTabOrder(self.pane.view, self.tabs)
        self.panels = make_panels(self, self.settings)
        self.panels.history.show_stack(self.project.stack)
        self.python = PythonCode(self.project, self.analysis, self.dialogs, self)
        self.telling = CanvasTelling(self.pane, self)
        self.places = Places(self.pane, self)
        self.finder = Finder(self.project, self.pane, self.places)
        self.editing = Editing(self.project, self.pane, self)
        self.search = CursorSearch(self.project, self.analysis, self.pane, self.settings, self)
        self.on_selection = SelectionCommands(self.project, self.pane, self)
        self.looks = LookCommands(self.project, self.pane, self)
        self.walking = Walking(self.pane, self.panels, self)
        self.welcoming = Welcoming(
            self.project, self.pane, self.files, self.search, self.settings, self
        )
        self.presets = PresetHandling(self.editing, self.pane, self.panels, self.dialogs, self)
        self.search.offer_presets(self.presets)
        self.blocks = BlockEditing(self.project, self.pane, self.dialogs, self)
        self.inspecting = Inspecting(
            self.project, self.analysis, self.training, self.pane, self.panels.model, self
        )
        self.loading_weights = LoadingWeights(
            self.project, self.analysis, self.panels.model, self.dialogs, self
        )
        self.heating = Heating(self.pane, self)
        self.studios = Studios(
            self.project, self.analysis, self.pane, self.panels.training, self.panels.source, self
        )
        self.appearance = Appearance(self)
        self.placing = PlacingChoices(self)
        self.presenting = Presenting(self)
        self.speaking = Speaking(self)
        self.documenting = Documenting(self)
        self.train_button = TrainButton()
        self.running = Running(
            self.project, self.training, self.panels.training.run, self.train_button, self
        )
        self.xraying = Xraying(self.project, self.training, self.pane, self.panels, self)
        self.running.began.connect(self.xraying.begin)
        self.xraying.judged_anew.connect(self._judge_anew)
        self.inspecting.folder_of = self.running.folder_of
        self.probing = Probing(self.project, self.panels, self.pane, self.dialogs, self)
        self.searching = Searching(self.project, self)
        self.predicting = Predicting(self)
        self.status = StatusLine()
        self.keeping_runs = KeepingRuns(self)
        self.problems = ProblemCommands(self.project, self.analysis, self.pane, self.panels, self)
        self.setStatusBar(self.status)
        self.safety = Safety(self)
        self.drops = Dropping(self)
        self.tour = Tour(self)
        self.welcoming.take_tour = self.tour.begin
        self.actions_by_key = make_actions(self, handlers(self))
        self.keymap = Keymap(self.actions_by_key, self.settings, self)
        self.menus = WindowMenus(self, self.actions_by_key, self.settings, self.files, self.panels)
        make_menus(self, self.actions_by_key, self.menus.fillers)
        self.commands = CommandPalette(
            self, lambda: every_action(self.menuBar(), self.actions_by_key)
        )
        make_toolbar(self, self.actions_by_key, self.panels, self.train_button)
        self.addActions(list(self.actions_by_key.values()))  # a hidden menu bar has no shortcuts
        self._connect()
        self._quitting = self._shown = self._painted = False
        self._restore()
        self._show_project()

    # what happens when

    def _connect(self) -> None:
        project, panels, view = self.project, self.panels, self.pane.view
        project.editing.connect(self.pane.before_edit)
        project.edited.connect(self.pane.after_edit)
        project.editing.connect(self.analysis.before_edit)
        project.edited.connect(self.analysis.edit)
        project.changed.connect(self._show_change)
        project.replaced.connect(self._show_project)
        project.refused.connect(self.status.say)
        project.title_changed.connect(self._show_title)
        project.title_changed.connect(self.analysis.follow_folder)
        project.stack.changed.connect(self._show_undo)
        for asking in (panels.inspector, panels.training, panels.data, panels.source):
            asking.edit_wanted.connect(project.push)
        for fixing in (panels.inspector.fix_wanted, panels.problems.fix_wanted):
            fixing.connect(self.apply_fix)
        view.edit_requested.connect(project.push)
        view.fix_requested.connect(self.apply_fix)
        view.selection_changed.connect(self._show_selection)
        view.candidates_wanted.connect(self._find_candidates)
        view.context_menu_requested.connect(self.menus.open_context_menu)
        view.refused.connect(self.status.say)
        view.fragment_dropped.connect(self.editing.paste_at)
        self.pane.scope_changed.connect(self._show_scope)
        self.places.changed.connect(self._show_undo)
        self.pane.path_changed.connect(self.analysis.look)
        self.pane.path_changed.connect(panels.inspector.show_path)
        self.blocks.listen_to(panels.palette, panels.inspector)
        self.blocks.made.connect(lambda _: self._name_block())
        panels.palette.layer_chosen.connect(self.editing.add)
        panels.outline.selection_chosen.connect(self._select)
        panels.inspector.node_chosen.connect(lambda node: self.pane.reveal(node, self.pane.scope))
        panels.inspector.frame_wanted.connect(self.editing.frame)
        panels.inspector.documentation_wanted.connect(self._find_documentation)
        panels.inspector.node_page.documentation.page_chosen.connect(self.documenting.show)
        panels.source.node_chosen.connect(self.pane.reveal)
        panels.source.export_wanted.connect(self.exporting.export_source)
        panels.bottom.currentChanged.connect(self._show_tab)
        self.analysis.analysis_changed.connect(self._show_analysis)
        self.analysis.analysis_changed.connect(self._show_tab)
        self.analysis.costs_changed.connect(self._show_costs)
        self.analysis.source_changed.connect(panels.show_source)
        self.analysis.source_changed.connect(lambda source: self.pane.show_keys(source.keys))
        self.analysis.status_changed.connect(self.status.show_state)
        self.analysis.device_found.connect(self.status.show_device)
        self.running.wanted_panel.connect(panels.show_tab)
        self.running.refused.connect(self.status.say)
        for part in (
            *(self.running, self.exporting, self.python, self.presets, self.blocks, self.problems),
            *(self.loading_weights, self.drops, self.studios, self.searching, self.appearance),
            *(self.files, self.keeping_runs),
        ):
            part.said.connect(self.status.say)
        self.running.state_changed.connect(self._show_run_state)
        self.python.join(self.panels.inspector, self.running)
        self.searching.trusted = lambda: self.running.trusted()
        panels.training.search_wanted.connect(self.searching.begin)
        self.inspecting.file_wanted.connect(self.loading_weights.choose_to_see)
        self.files.show_elsewhere = lambda path: show_elsewhere(self, path)
        self.tabs.close_wanted.connect(self.files.close)
        self.tabs.window_wanted.connect(lambda opened: move_to_new_window(self, opened))
        self.files.saved.connect(
            lambda path: self.status.say(tr("Saved {file}").format(file=path.name))
        )
        self.status.problems_wanted.connect(lambda: panels.show_tab("problems"))

    # what the user sees of the project

    def _show_project(self) -> None:
        document, known = self.project.document, self.tabs.known
        self.places.follow(self.project.current)
        self.pane.show_document(document)
        self.panels.source.clear()
        self.panels.inspector.show_document(document)
        self.panels.palette.show_blocks(document.blocks)
        self._show_parts(None)
        self._show_analysis(known or Analysis(), checked=known is not None)
        self._show_costs(Costs())
        self._show_title()
        self._show_undo()
        if self._painted:
            self.analysis.open(document)
            if not self.tabs.return_to_place():
                self.pane.view.fit()

    def _show_change(self, change: Change) -> None:
        self.pane.refresh()
        self.panels.inspector.show_change(change)
        if "blocks" in change.parts:
            self.panels.palette.show_blocks(self.project.document.blocks)
            self._show_undo()
        self._show_parts(change)
        self.status.show_facts(
            self.project.document, self.analysis.analysis, checked=self.analysis.has_answered
        )

    def _show_parts(self, change: Change | None) -> None:
        """Refresh the panels that read the document, as far as the change concerns them."""
        document = self.project.document
        if change is None or change.nodes:
            self.panels.outline.show_document(document, self.pane.scope)
        self.panels.source.show_document(document)
        if change is None or "training" in change.parts:
            self.panels.training.show_document(document)
        if change is None or change.nodes or "training" in change.parts:
            self.panels.data.show_document(document, self.project.folder)

    def _show_analysis(self, analysis: Analysis, *, checked: bool = True) -> None:
        if not (len(self.project.document.graph) or self.project.document.blocks):
            analysis = Analysis()  # who has not begun is not told what is missing
        self.tabs.keep_analysis(analysis)
        analysis = self.xraying.judged(analysis)
        self.pane.show_analysis(analysis)
        self.telling.show_analysis(analysis)
        self.panels.inspector.show_analysis(analysis)
        self.panels.problems.show_analysis(analysis, checked=checked)
        self.panels.training.form.show_analysis(analysis)
        self.panels.outline.show_analysis(analysis, self.pane.scope)
        self.running.show_analysis(analysis)
        self.probing.show_analysis(analysis)
        self.status.show_facts(self.project.document, analysis, checked=checked)
        count = len(analysis.problems)
        self.panels.bottom.setTabText(
            0, tr("Problems  {count}").format(count=count) if count else tr("Problems")
        )

    def _judge_anew(self) -> None:
        self._show_analysis(self.analysis.analysis, checked=self.analysis.has_answered)

    def _show_costs(self, costs: Costs) -> None:
        self.pane.show_costs(costs)
        self.panels.inspector.show_costs(costs)
        self.status.show_costs(costs)

    def _show_selection(self, names: list[str]) -> None:
        self.panels.inspector.show_selection(names)
        self.panels.outline.show_selection(names)
        self.panels.source.show_selection(names, self.pane.scope)
        self.panels.probe.show_selection(self.pane.scope, names)
        self.inspecting.show_selection(names)
        self._show_tab()
        self._show_undo()

    def _name_block(self) -> None:
        """A block that was just made wants a name."""
        self.panels.docks["right"].show()
        self.panels.inspector.node_page.block.focus_name()

    def show_anew(self) -> None:
        """Compose anew what is put together from several texts: the language is another."""
        self.keymap.show_tips()
        self._show_undo()
        self._show_parts(None)
        self._show_selection(self.pane.selection)
        self._show_analysis(self.analysis.analysis, checked=self.analysis.has_answered)
        self._show_title()
        self._show_run_state(self.training.state)

    def _show_scope(self, scope: str) -> None:
        self.panels.inspector.show_document(self.project.document, scope)
        self.panels.inspector.show_analysis(self.analysis.analysis)
        self.panels.outline.show_document(self.project.document, scope)
        self.panels.outline.show_analysis(self.analysis.analysis, scope)
        self.panels.source.show_selection(self.pane.selection, scope)
        self._show_undo()

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self.project.title}[*] - Layerloom")
        self.setWindowModified(self.project.is_modified)

    def _show_undo(self, *_: object) -> None:
        show_what_can_be_done(self)

    def _show_run_state(self, state: str) -> None:
        actions = self.actions_by_key
        actions["train"].setEnabled(state == IDLE)
        actions["pause"].setEnabled(state in (RUNNING, PAUSED))
        actions["pause"].setText(tr("Resume") if state == PAUSED else tr("Pause"))
        actions["stop"].setEnabled(state in (STARTING, RUNNING, PAUSED))

    def _show_tab(self, *_: object) -> None:
        shown = self.panels.front
        tells_keys = bool(self.pane.selection or self.pane.scene.frames)
        self.analysis.want_source(shown is self.panels.source or tells_keys)
        self.inspecting.watch(shown is self.panels.model)

    # what the user wants

    def push(self, edit: object) -> bool:
        """Change the document, as one undo step; a refused edit is said in the status line."""
        return self.project.push(edit)  # type: ignore[arg-type]

    def apply_fix(self, fix: Fix) -> None:
        if self.project.push(fix.edit):
            self.status.say(tr(fix.label))

    def set_theme(self, mode: str) -> None:
        """Light, dark, or as the desktop has it; remembered."""
        self.appearance.set_theme(mode)

    def _select(self, names: list[str]) -> None:
        if len(names) == 1:
            self.pane.reveal(names[0], self.pane.scope)
        else:
            self.pane.view.select(names)

    def _find_candidates(self, node: str, port: str) -> None:
        def show(found: object) -> None:
            self.pane.view.set_candidates(node, port, found)  # type: ignore[arg-type]

        self.analysis.candidates(self.pane.scope, node, port, show)

    def _find_documentation(self, type_: str) -> None:
        show = self.panels.inspector.show_documentation
        self.analysis.documentation(type_, lambda answer: show(type_, answer))

    # the window itself

    def _folder(self) -> str:
        return str(self.project.folder or "")

    def _restore(self) -> None:
        resize_on_screen(self, 1600, 1000)
        remembered = self.settings.window
        if remembered is not None:
            self.panels.room.come_back(*remembered)
        self._show_run_state(IDLE)
        self.actions_by_key["minimap"].setChecked(self.settings.minimap)
        self.pane.minimap.set_wanted(self.settings.minimap)
        for part in (self.heating, self.xraying, self.appearance, self.placing, self.speaking):
            part.mark(self.actions_by_key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that no field has a use for leads back to the canvas."""
        if event.key() == Qt.Key.Key_Escape:
            self.pane.view.setFocus()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if not self._shown and self.settings.window is None:
            self.panels.room.arrange()
        self._shown = True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # Only now does the child start that imports PyTorch.
            QTimer.singleShot(0, self, lambda: self.analysis.open(self.project.document))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._quitting or not any(one.is_modified for one in self.project.opened):
            self.panels.room.remember()
            self.safety.close()
            self.keeping_runs.close()
            children = (self.training, self.searching, self.probing.client, self.predicting)
            for child in (*children, self.analysis):
                child.close()
            self.panels.data.close_child()
            event.accept()
            return
        event.ignore()
        self.files.when_settled(self._quit)

    def _quit(self) -> None:
        self._quitting = True
        QTimer.singleShot(0, self, self.close)
