"""What each command does, and which of them can be done now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.help import about_text
from app.shortcuts_dialog import ShortcutsDialog
from app.translating import tr
from app.windows import close_all, move_to_new_window, new_window
from graph.document import ROOT

if TYPE_CHECKING:
    from app.main_window import MainWindow

Handlers = dict[str, Callable[[], object]]


def handlers(window: MainWindow) -> Handlers:
    """By the key of each command, what a window does."""
    view, edit, files = window.pane.view, window.editing, window.files
    return {
        "new": files.new,
        "new_from": window.welcoming.choose_template,
        "open": files.choose_and_open,
        "save": files.save,
        "save_as": files.save_as,
        "versions": lambda: window.safety.versions.open(),
        "load_weights": window.loading_weights.choose,
        "export_source": window.exporting.export_source,
        "export_script": window.exporting.export_script,
        "export_features": lambda: window.exporting.export_features(window.pane),
        "export_picture": lambda: window.exporting.export_picture(window.pane),
        "new_window": lambda: new_window(window),
        "close_tab": lambda: files.close(),
        "reopen": files.reopen,
        "next_project": lambda: window.tabs.step(1),
        "previous_project": lambda: window.tabs.step(-1),
        "move_to_window": lambda: move_to_new_window(window, window.project.current),
        "copy_picture": lambda: window.exporting.copy_picture(window.pane),
        "present": window.presenting.toggle,
        "quit": close_all,
        "undo": edit.undo,
        "redo": edit.redo,
        "history": lambda: _show_history(window),
        "cut": edit.cut,
        "copy": edit.copy,
        "paste": edit.paste,
        "paste_wired": edit.paste_wired,
        "save_preset": window.presets.keep,
        "duplicate": edit.duplicate,
        "delete": edit.delete,
        "frame": edit.frame,
        "unframe": edit.unframe,
        "select_all": edit.select_all,
        "make_block": window.blocks.make,
        "dissolve_block": window.blocks.dissolve,
        "open_block": window.blocks.open,
        "go_out": window.pane.go_out,
        "rename": lambda: _rename(window),
        "find": lambda: window.finder.open(),
        "next_block": lambda: window.pane.show_next(1),
        "previous_block": lambda: window.pane.show_next(-1),
        "back": window.places.go_back,
        "forward": window.places.go_forward,
        "documentation": window.documenting.open,
        "about_layer": view.tell_about_selection,
        "add_layer": view.search,
        "zoom_in": view.zoom_in,
        "zoom_out": view.zoom_out,
        "zoom_one": lambda: view.zoom_to(1.0),
        "fit": view.fit,
        "fit_selection": view.fit_selection,
        "minimap": lambda: _toggle_minimap(window),
        "tidy": view.tidy,
        "thumbnails": window.probing.toggle_thumbnails,
        **window.appearance.handlers,
        **window.placing.handlers,
        **window.speaking.handlers,
        **window.heating.handlers,
        **window.xraying.handlers,
        **window.on_selection.handlers,
        **window.looks.handlers,
        **window.walking.handlers,
        "source_style": window.panels.edit_style,
        "full_screen": lambda: _toggle_full_screen(window),
        "train": window.running.train,
        "check_run": window.running.check,
        "overfit": window.running.overfit,
        "pause": window.running.pause,
        "stop": window.running.stop,
        "find_lr": lambda: window.searching.begin("lr"),
        "find_batch_size": lambda: window.searching.begin("batch_size"),
        "probe": window.probing.show_and_run,
        "step_on": lambda: window.panels.probe.step_by(1),
        "step_back": lambda: window.panels.probe.step_by(-1),
        **window.keeping_runs.handlers,
        "open_run": window.running.open_folder,
        **window.problems.handlers,
        "commands": lambda: window.commands.open(),
        "shortcuts": lambda: ShortcutsDialog(window.keymap, window).open(),
        "tour": window.welcoming.begin_tour,
        "about": lambda: window.dialogs.tell("Layerloom", about_text()),
    }


def show_what_can_be_done(window: MainWindow) -> None:
    """Enable the commands on what was done and on what is selected, where they have an effect."""
    stack, actions, pane = window.project.stack, window.actions_by_key, window.pane
    for key, can, text in (
        ("undo", stack.canUndo(), tr("Undo {step}").format(step=stack.undoText())),
        ("redo", stack.canRedo(), tr("Redo {step}").format(step=stack.redoText())),
    ):
        actions[key].setEnabled(can)
        actions[key].setText(text.strip())
    selects, parts = bool(pane.selection), pane.scene.selects_anything
    for keys, can in (
        (("cut", "copy", "duplicate", "delete", "rename"), parts),
        (("make_block", "fit_selection", "about_layer", "save_preset"), selects),
        (("repeat", "share_weights"), selects),
        (("open_block", "dissolve_block"), window.blocks.selects_use),
        (("go_out",), pane.scope != ROOT),
        (("next_block", "previous_block"), window.project.document.blocks),
        (("next_project", "previous_project", "move_to_window"), len(window.project.opened) > 1),
        (("back",), window.places.can_go_back),
        (("forward",), window.places.can_go_forward),
    ):
        for key in keys:
            actions[key].setEnabled(bool(can))
    for key, least in {**window.on_selection.needed(), **window.looks.needed()}.items():
        actions[key].setEnabled(len(pane.selection) >= least)


def _rename(window: MainWindow) -> None:
    """On the card itself, where one is selected; of a note its text."""
    selection, notes = window.pane.selection, list(window.pane.scene.selected_notes)
    if len(notes) == 1 and not selection:
        window.pane.view.note_editor.open(notes[0])
    if len(selection) == 1:
        window.pane.view.in_place.open(selection[0])


def _toggle_full_screen(window: MainWindow) -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _toggle_minimap(window: MainWindow) -> None:
    window.settings.minimap = window.actions_by_key["minimap"].isChecked()
    window.pane.minimap.set_wanted(window.settings.minimap)


def _show_history(window: MainWindow) -> None:
    window.panels.docks["left"].show()
    window.panels.left.setCurrentWidget(window.panels.history)
    window.panels.history.view.setFocus()
