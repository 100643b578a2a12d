"""After a crash what was not saved is offered, with what differs, and comes back as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.open_project import OpenProject
from app.safety.journals import Journals, journals
from app.safety.recovering import find_crashed
from app.windows import move_to_new_window
from graph.edits import Edit, RenameProject, SetArgument, SetStyle, edit_to_plain
from graph.journal import replay
from graph.project_file import dumps, load_project
from tests.app.conftest import SLOW

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
ROOT = EXAMPLES.parent
LEFT = Qt.MouseButton.LeftButton

#: Edits a file in the real window, tells so, and waits to be killed.
EDITOR = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from app.main_window import MainWindow
from graph.edits import RemoveNode, SetArgument
window = MainWindow()
window.files.read(Path(sys.argv[1]))
assert window.push(SetArgument("fc1", "out_features", 77))
assert window.push(RemoveNode("relu1"))
print("ready", flush=True)
time.sleep(600)
"""


@pytest.fixture(autouse=True)
def _nothing_has_crashed_yet() -> None:
    for path in journals().folder.glob("*"):
        path.unlink()


def kill_editor(path: Path) -> None:
    """Let another process edit a file, and kill it."""
    editor = subprocess.Popen(
        [sys.executable, "-c", EDITOR, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert editor.stdout is not None
    assert editor.stdout.readline() == "ready\n"
    assert find_crashed(journals().folder) == [], "a living one is none that has crashed"
    editor.kill()
    editor.wait()
    editor.stdout.close()


def crash(path: Path | None, *edits: Edit) -> None:
    """Leave what a killed process leaves: its journal, and the file of a claim nobody holds."""
    project, kept = OpenProject(), Journals(journals().folder)
    kept.follow(project, print)
    if path is not None:
        project.replace(load_project(path), path)
    for edit in edits:
        assert project.push(edit)
    for one in kept._kept.values():
        one.journal.close()
        os.close(one.claim._descriptor)


def copied(tmp_path: Path, example: str = "mlp_digits") -> Path:
    path = tmp_path / "net.loom.yaml"
    path.write_bytes((EXAMPLES / f"{example}.loom.yaml").read_bytes())
    return path


def press(dialog: Any, text: str) -> None:
    [button] = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    QTest.mouseClick(button, LEFT)


def test_what_a_crash_took_is_shown_and_comes_back_unsaved_with_its_file_untouched(
    open_window, tmp_path, qtbot
):
    path = copied(tmp_path)
    before = path.read_bytes()
    kill_editor(path)
    window = open_window("perceptron", analysed=False)

    window.safety.recovery.offer()
    dialog = window.safety.recovery.dialog
    qtbot.waitUntil(dialog.isVisible)
    title = dialog.list.item(0).text()
    words, lines = dialog.view.words.text(), dialog.view.text.toPlainText()
    press(dialog, "Recover")

    assert title.startswith("net.loom.yaml\n")
    assert title.endswith("2 changes")
    assert "Removed: relu1" in words
    assert "Changed: fc1" in words
    assert str(path) in words
    assert any(line.startswith("+ ") and "77" in line for line in lines.splitlines())
    assert any(line.startswith("- ") and "relu1:" in line for line in lines.splitlines())
    assert window.project.path == path
    assert window.project.document.graph.node("fc1").arguments["out_features"] == 77
    assert "relu1" not in window.project.document.graph
    assert window.isWindowModified()
    assert path.read_bytes() == before
    assert window.safety.recovery.dialog is None
    assert find_crashed(journals().folder) == []


def test_what_was_recovered_survives_the_next_crash_until_it_is_saved(open_window, tmp_path):
    path = copied(tmp_path)
    crash(path, RenameProject("Once"))
    window = open_window(analysed=False)
    window.safety.recovery.offer()
    press(window.safety.recovery.dialog, "Recover")

    window.push(SetArgument("fc1", "out_features", 99))
    kept = journals().path_of(window.project.document)
    state = replay(kept)
    window.actions_by_key["save"].trigger()

    assert state.document == window.project.document
    assert state.edits == 2
    assert not kept.exists()
    assert load_project(path).name == "Once"


def test_a_new_project_that_was_never_saved_comes_back_too(open_window, qtbot):
    crash(None, RenameProject("Never saved"))
    window = open_window(analysed=False)

    window.safety.recovery.offer()
    dialog = window.safety.recovery.dialog
    line = dialog.list.item(0).text()
    press(dialog, "Recover")

    assert line.startswith("Never saved")
    assert line.endswith("1 change")
    assert window.project.path is None
    assert window.project.document.name == "Never saved"
    assert window.project.is_modified


def test_a_change_of_anything_that_is_saved_is_one_that_is_offered(open_window, tmp_path):
    crash(copied(tmp_path), SetStyle("names", "short"))
    window = open_window(analysed=False)

    window.safety.recovery.offer()
    words = window.safety.recovery.dialog.view.words.text()
    press(window.safety.recovery.dialog, "Recover")

    assert words.startswith("Changed: the style of the source")
    assert window.project.document.style["names"] == "short"


def test_later_offers_it_again_and_discard_asks_first(open_window, answers, tmp_path):
    crash(copied(tmp_path), RenameProject("Once"))
    window = open_window(analysed=False)

    window.safety.recovery.offer()
    press(window.safety.recovery.dialog, "Later")
    window.safety.recovery.offer()
    again = window.safety.recovery.dialog
    press(again, "Discard")
    refused = again.list.count()
    answers.choice = "Discard"
    press(again, "Discard")
    window.safety.recovery.offer()

    assert refused == 1
    assert answers.asked == ["They are lost then.", "They are lost then."]
    assert window.safety.recovery.dialog is None
    assert list(journals().folder.iterdir()) == []


def test_of_several_that_crashed_each_is_decided_on_by_itself(open_window, answers, tmp_path):
    crash(copied(tmp_path), RenameProject("First"))
    crash(None, RenameProject("Second"))
    window = open_window(analysed=False)
    window.safety.recovery.offer()
    dialog = window.safety.recovery.dialog
    titles = [dialog.list.item(row).text().split("\n")[0] for row in range(2)]

    dialog.list.setCurrentRow(1)
    press(dialog, "Recover")
    left = dialog.list.count()
    press(dialog, "Later")

    assert titles == ["Second", "net.loom.yaml"]
    assert left == 1
    assert window.project.document.name == "First"


def test_a_journal_that_cannot_be_read_says_so_and_can_only_be_discarded(open_window, answers):
    folder = journals().folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "odd.journal").write_bytes(b"!!python/object:os.system\n")
    window = open_window(analysed=False)

    window.safety.recovery.offer()
    dialog = window.safety.recovery.dialog
    words = dialog.view.words.text()
    [recover] = [one for one in dialog.findChildren(QPushButton) if one.text() == "Recover"]
    enabled = recover.isEnabled()
    answers.choice = "Discard"
    press(dialog, "Discard")

    assert words == "What was kept cannot be read: its beginning is damaged."
    assert not enabled
    assert list(folder.iterdir()) == []


def test_the_window_stands_first_and_journals_are_read_in_a_thread(open_window, qtbot, tmp_path):
    crash(copied(tmp_path), SetArgument("fc1", "out_features", 77))
    (journals().folder / "odd.journal").write_bytes(b"odd\n")
    recovery = open_window(analysed=False).safety.recovery
    readers: list[str] = []

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and is_heard and str(arguments[0]).endswith(".journal"):
            readers.append(current_thread().name)

    is_heard = True
    sys.addaudithook(hear)
    recovery.offer_soon()
    assert readers == []
    recovery.parent().repaint()
    qtbot.waitUntil(lambda: recovery.dialog is not None, timeout=SLOW)
    is_heard = False
    titles = [recovery.dialog.list.item(row).text().split("\n")[0] for row in range(2)]
    recovery.dialog.reject()

    assert {*readers} == {"recovering"}
    assert titles == ["net.loom.yaml", "odd.journal"]


def test_a_file_that_is_gone_meanwhile_is_no_hindrance(open_window, tmp_path):
    path = copied(tmp_path)
    crash(path, RenameProject("Once"))
    path.unlink()
    window = open_window(analysed=False)

    window.safety.recovery.offer()
    words = window.safety.recovery.dialog.view.words.text()
    press(window.safety.recovery.dialog, "Recover")
    window.actions_by_key["save"].trigger()

    assert "Its file is gone" in words
    assert load_project(path).name == "Once"


def test_nothing_is_offered_where_all_was_saved_or_closed(open_window, tmp_path, answers):
    window = open_window(copied(tmp_path), analysed=False)
    window.push(RenameProject("Mine"))
    edited = journals().path_of(window.project.document)
    window.actions_by_key["save"].trigger()
    saved = edited.exists()
    window.push(RenameProject("Other"))
    window.actions_by_key["undo"].trigger()
    undone = list(journals().folder.iterdir())
    window.push(RenameProject("Third"))
    answers.unsaved = "discard"
    window.close()

    assert not saved
    assert undone == []
    assert find_crashed(journals().folder) == []


def test_every_edit_is_in_the_journal_at_once_undo_and_gestures_included(
    open_window, qtbot, tmp_path
):
    window = open_window(copied(tmp_path), analysed=False)
    view = window.pane.view
    view.fit()
    at = view.mapFromScene(window.pane.scene.nodes["fc1"].box.center())

    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    for step in range(1, 6):
        QTest.mouseMove(view.viewport(), at + QPoint(0, 12 * step))
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at + QPoint(0, 60))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    replayed = replay(journals().path_of(window.project.document))
    assert replayed.edits == 3
    assert dumps(replayed.document) == dumps(window.project.document)
    assert replayed.document != replayed.before
    assert window.project.is_modified


def test_journals_are_synced_in_a_thread_of_their_own(open_window, qtbot):
    window = open_window("mlp_digits", analysed=False)
    before = journals().syncing.done

    window.push(RenameProject("Mine"))

    qtbot.waitUntil(lambda: journals().syncing.done > before)


def test_a_journal_that_cannot_be_written_is_said_once_and_goes_on_when_it_can(
    open_window, tmp_path
):
    window = open_window("mlp_digits", analysed=False)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, where the folder should be")
    said: list[str] = []
    kept = Journals(blocked / "journals")
    kept.follow(window.project, said.append)

    window.push(RenameProject("One"))
    window.push(SetArgument("fc1", "out_features", 9))
    blocked.unlink()
    window.push(SetArgument("fc1", "out_features", 10))

    assert len(said) == 1
    assert said[0].startswith("Your changes are not kept in case of a crash (")
    replayed = replay(kept.path_of(window.project.document))
    assert replayed.document == window.project.document
    assert replayed.edits == 3
    kept.drop(window.project.document)


def test_an_edit_waits_for_no_disk(open_window, qtbot, monkeypatch):
    synced, sync = [], os.fsync

    def told(descriptor):
        synced.append(current_thread())
        sync(descriptor)

    monkeypatch.setattr("os.fsync", told)
    window = open_window("lenet_mnist", analysed=False)
    window.push(RenameProject("Mine"))
    kept = journals()
    edit, document = SetArgument("fc1", "out_features", 9), window.project.document
    for _ in range(200):
        kept._begin(window.project, edit_to_plain(edit))
        kept._write(document, print)

    qtbot.waitUntil(lambda: bool(synced), timeout=SLOW)
    assert main_thread() not in synced


def test_every_tab_has_a_journal_that_ends_when_it_is_closed_and_moves_with_it(
    open_window, tmp_path, answers, qtbot
):
    window = open_window(copied(tmp_path), analysed=False)
    window.push(RenameProject("First"))
    first = window.project.current
    window.files.new()
    window.push(RenameProject("Second"))
    second = window.project.current
    paths = [journals().path_of(one.document) for one in (first, second)]

    window.project.show(first)
    window.push(RenameProject("First again"))
    both = [replay(path).document.name for path in paths]
    moved = move_to_new_window(window, first)
    kept = paths[0].exists()
    moved.push(RenameProject("First, moved"))
    name = replay(paths[0]).document.name
    answers.unsaved = "discard"
    window.files.close(second)
    closed = paths[1].exists()
    moved.dialogs = moved.files.dialogs = answers
    moved.close()

    assert both == ["First again", "Second"]
    assert kept
    assert name == "First, moved"
    assert not closed
    qtbot.waitUntil(lambda: not paths[0].exists())


def test_a_draft_that_a_kill_left_beside_the_file_is_cleared_away(open_window, tmp_path):
    path = copied(tmp_path)
    crash(path, RenameProject("Once"))
    draft = tmp_path / ".net.loom.yaml.a8f_3xq0.tmp"
    draft.write_text("half of it")

    [crashed] = find_crashed(journals().folder)
    crashed.claim.release()

    assert not draft.exists()
    assert path.exists()


def test_an_edit_reads_no_file(open_window, tmp_path, monkeypatch):
    window = open_window(copied(tmp_path), analysed=False)
    window.push(RenameProject("One"))
    read: list[object] = []
    monkeypatch.setattr("app.safety.file_watch.read_bytes", lambda path: read.append(path) or b"")

    for number in range(5):
        window.push(SetArgument("fc1", "out_features", 9 + number))

    assert read == []
