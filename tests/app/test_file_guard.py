"""Files that others change, that are open twice, that cannot be written: said, and nothing lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.safety.backups import KEPT, Backups
from app.safety.file_claims import FileClaims, file_claims
from app.theme import THEMES, contrast
from graph.edits import RenameProject, SetArgument
from graph.project_file import load_project
from tests.app.conftest import SLOW

ROOT = Path(__file__).parent.parent.parent
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "net.loom.yaml"
    path.write_bytes((ROOT / "examples" / "mlp_digits.loom.yaml").read_bytes())
    return path


def press(parent: Any, text: str) -> None:
    buttons = [one for one in parent.findChildren(QPushButton) if one.isVisible()]
    [button] = [one for one in buttons if one.text() == text]
    QTest.mouseClick(button, LEFT)


def rewrite(path: Path, name: str = "Theirs") -> None:
    """As another program does it: a new file is put in the place of the old one."""
    text = path.read_text(encoding="utf-8")
    draft = path.with_suffix(".draft")
    draft.write_text(text.replace("name: DigitsMLP", f"name: {name}"), encoding="utf-8")
    assert draft.read_text(encoding="utf-8") != text
    os.replace(draft, path)


def bar_of(window: Any, qtbot: Any) -> Any:
    """The bar, once it says something."""
    guard = window.safety.guard
    qtbot.waitUntil(lambda: guard.bar is not None and guard.bar.isVisible(), timeout=SLOW)
    return guard.bar


# changed by others


def test_a_file_that_another_program_changes_can_be_read_again(open_window, path, qtbot):
    window = open_window(path, analysed=False)

    rewrite(path)
    bar = bar_of(window, qtbot)
    words = bar.words.text()
    press(bar, "Reload")

    assert words == "net.loom.yaml was changed by another program."
    assert window.project.document.name == "Theirs"
    assert not window.isWindowModified()
    assert not bar.isVisible()


def test_reading_again_keeps_what_was_in_the_window_as_an_earlier_version(open_window, path, qtbot):
    window = open_window(path, analysed=False)
    window.push(RenameProject("Mine"))

    rewrite(path)
    press(bar_of(window, qtbot), "Reload")

    [version] = window.safety.backups.versions(path)
    assert load_project(version.path).name == "Mine"
    assert window.project.document.name == "Theirs"
    assert "yours is kept" in window.status.word


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_what_another_program_changed_is_shown_line_by_line(open_window, path, qtbot, theme):
    window = open_window(path, analysed=False)
    window.set_theme(theme)
    window.push(SetArgument("fc1", "out_features", 77))

    rewrite(path)
    press(bar_of(window, qtbot), "Compare")
    dialog = window.safety.guard.comparison
    words, lines = dialog.view.words.text(), dialog.view.text.toPlainText().splitlines()
    marks = dialog.view.text.extraSelections()
    marked = [one.cursor.selectedText() for one in marks]
    ink = dialog.view.text.palette().color(QPalette.ColorRole.Text).name()
    press(dialog, "Keep Mine")

    assert words == "Changed: fc1, the name"
    assert {"DigitsMLP", "Theirs", "77", "64"} <= {*marked}  # and no word that is in both
    assert all(contrast(ink, one.format.background().color().name()) >= 4.5 for one in marks)
    assert "+ name: Theirs" in lines
    assert any(line.startswith("- ") and "77" in line for line in lines)
    assert not window.safety.guard.bar.isVisible()
    assert window.project.document.graph.node("fc1").arguments["out_features"] == 77


def test_saving_over_what_another_program_wrote_asks_first_and_keeps_that(
    open_window, path, answers
):
    window = open_window(path, analysed=False)
    window.push(RenameProject("Mine"))
    rewrite(path)

    window.actions_by_key["save"].trigger()
    refused = load_project(path).name
    answers.choice = "Save Anyway"
    window.actions_by_key["save"].trigger()

    assert refused == "Theirs"
    assert load_project(path).name == "Mine"
    assert load_project(window.safety.backups.versions(path)[0].path).name == "Theirs"
    assert not window.isWindowModified()


def test_who_keeps_his_own_is_not_asked_again_until_the_file_changes_again(
    open_window, path, qtbot, answers
):
    window = open_window(path, analysed=False)
    window.push(RenameProject("Mine"))
    rewrite(path)
    bar = bar_of(window, qtbot)
    press(bar, "Keep Mine")
    hidden = not bar.isVisible()
    path.write_text(path.read_text().replace("name: Theirs", "name: Theirs again"))
    qtbot.waitUntil(bar.isVisible, timeout=SLOW)
    press(bar, "Keep Mine")

    window.actions_by_key["save"].trigger()

    assert hidden
    assert answers.asked == []
    assert load_project(path).name == "Mine"


def test_a_change_that_came_unnoticed_is_seen_when_the_window_is_entered(open_window, path):
    window = open_window(path, analysed=False)
    watch = window.safety.guard.watch
    watch._watcher.removePaths([*watch._watcher.files(), *watch._watcher.directories()])
    rewrite(path)

    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))

    assert window.safety.guard.bar.isVisible()


def test_a_file_that_is_only_touched_is_no_change(open_window, path):
    window = open_window(path, analysed=False)
    data = path.read_bytes()

    path.write_bytes(data)
    os.utime(path, (1, 1))
    window.safety.guard.watch.look()
    window.actions_by_key["save"].trigger()
    window.safety.guard.watch.look()

    assert window.safety.guard.bar is None


def test_what_cannot_be_read_as_a_project_any_more_is_compared_as_text(
    open_window, path, qtbot, answers
):
    window = open_window(path, analysed=False)
    path.write_text("<<<<<<< mine\n=======\n")

    bar = bar_of(window, qtbot)
    press(bar, "Reload")
    press(bar, "Compare")
    dialog = window.safety.guard.comparison

    assert len(answers.told) == 1
    assert window.project.document.name == "DigitsMLP"
    assert "+ <<<<<<< mine" in dialog.view.text.toPlainText().splitlines()


def test_a_file_that_vanishes_is_said_and_saved_again(open_window, path, qtbot):
    window = open_window(path, analysed=False)

    path.unlink()
    bar = bar_of(window, qtbot)
    words = bar.words.text()
    press(bar, "Save")

    assert words.startswith("net.loom.yaml is not where it was")
    assert load_project(path).name == "DigitsMLP"
    assert not bar.isVisible()


# opened twice

OTHER = """
import sys
from pathlib import Path
from app.safety.file_claims import FileClaims
claims = FileClaims(Path(sys.argv[1]))
claims.hold("a window", [Path(sys.argv[2])])
print(claims.is_elsewhere(Path(sys.argv[2])), flush=True)
sys.stdin.read()
"""


def test_a_file_that_another_layerloom_has_open_is_said_until_that_one_is_gone(
    open_window, path, qtbot, tmp_path
):
    link = tmp_path / "link.loom.yaml"
    link.symlink_to(path)
    other = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(file_claims().folder), str(link)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert other.stdout is not None and other.stdin is not None
    assert other.stdout.readline() == "False\n"

    window = open_window(path, analysed=False)
    bar = bar_of(window, qtbot)
    words, height = bar.words.text(), bar.height()
    window.resize(900, 600)
    row = bar.words.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: bar.words.height() < 4 * row)  # the buttons stand below
    other.kill()
    other.wait()
    other.stdin.close()
    other.stdout.close()
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))

    assert words.startswith("net.loom.yaml is open in another Layerloom.")
    assert height < 60
    assert not bar.isVisible()


@pytest.fixture
def opened_elsewhere(path: Path) -> Any:
    """Another holder of the file, as another process is one."""
    other = FileClaims(file_claims().folder)
    other.hold("another", [path])
    yield other
    other.hold("another", [])


def test_work_on_a_copy_leaves_the_file_to_the_other_window(
    open_window, path, qtbot, opened_elsewhere, answers, tmp_path
):
    window = open_window(path, analysed=False)
    window.push(RenameProject("Mine"))

    press(bar_of(window, qtbot), "Work on a Copy")
    answers.path = tmp_path / "copy.loom.yaml"
    window.actions_by_key["save"].trigger()

    assert not window.safety.guard.bar.isVisible()
    assert load_project(path).name == "DigitsMLP"
    assert load_project(answers.path).name == "Mine"


def test_edit_here_too_is_not_asked_again(open_window, path, qtbot, opened_elsewhere):
    window = open_window(path, analysed=False)
    bar = bar_of(window, qtbot)

    press(bar, "Edit Here Too")
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))

    assert not bar.isVisible()
    assert window.project.path == path


def test_a_window_that_closes_lets_its_file_go(open_window, path):
    window = open_window(path, analysed=False)
    other = FileClaims(file_claims().folder)
    other.hold("another", [path])
    before = other.is_elsewhere(path)

    window.close()

    assert before
    assert not other.is_elsewhere(path)
    other.hold("another", [])


# earlier versions


def test_the_last_ten_versions_are_kept_and_each_opens_as_a_copy(open_window, path, answers):
    window = open_window(path, analysed=False)
    for number in range(KEPT + 3):
        window.push(RenameProject(f"Number {number}"))
        window.actions_by_key["save"].trigger()
    path_before = window.project.path

    window.actions_by_key["versions"].trigger()
    dialog = window.safety.versions.dialog
    count = dialog.list.count()
    dialog.list.setCurrentRow(2)
    words, lines = dialog.view.words.text(), dialog.view.text.toPlainText().splitlines()
    press(dialog, "Open as Copy")

    assert path_before == path
    assert count == KEPT
    assert words == "Changed: the name"
    assert lines[1:3] == ["- name: Number 9", "+ name: Number 12"]
    assert window.project.document.name == "Number 9"
    assert window.project.path is None
    assert load_project(path).name == "Number 12"


def test_where_nothing_was_saved_over_it_is_said(open_window, path):
    window = open_window(path, analysed=False)

    window.actions_by_key["versions"].trigger()

    assert window.safety.versions.dialog is None
    assert window.status.word.startswith("There is no earlier version")


def test_backups_that_cannot_be_kept_hinder_no_saving(open_window, path, tmp_path):
    window = open_window(path, analysed=False)
    (tmp_path / "blocked").write_text("")
    window.safety.guard._backups = Backups(tmp_path / "blocked" / "backups")
    window.push(RenameProject("Mine"))

    window.actions_by_key["save"].trigger()

    assert load_project(path).name == "Mine"


# places that take nothing


def test_a_folder_that_is_gone_is_said_and_saving_elsewhere_goes_on(open_window, tmp_path, answers):
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "net.loom.yaml"
    path.write_bytes((ROOT / "examples" / "perceptron.loom.yaml").read_bytes())
    window = open_window(path, analysed=False)
    window.push(RenameProject("Mine"))
    shutil.rmtree(folder)

    window.actions_by_key["save"].trigger()
    [asked] = answers.asked
    modified = window.isWindowModified()
    answers.choice, answers.path = "Save As...", tmp_path / "other.loom.yaml"
    window.actions_by_key["save"].trigger()

    assert asked == f"The folder {folder} is not there any more. Save it in another folder."
    assert modified
    assert load_project(answers.path).name == "Mine"
    assert not window.isWindowModified()


#: Runs as somebody without rights where the tests run as root, who may write anywhere.
REFUSED = """
import os, sys
from pathlib import Path
path, kind = Path(sys.argv[1]), sys.argv[2]
if kind == "full":
    import resource, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
from PySide6.QtWidgets import QApplication
app = QApplication([])
from app.main_window import MainWindow
from graph.edits import RenameProject
from tests.app.conftest import Answers
answers = Answers()
window = MainWindow(dialogs=answers)
assert window.files.read(path)
window.push(RenameProject("Mine"))
import app.dialogs, app.safety.refusals  # as somebody else, Python's own files may be out of reach
if kind in ("folder", "file") and os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
window.files.save()
print(answers.asked[0])
print(window.project.is_modified, window.project.document.name, flush=True)
if kind == "disk":
    path.with_name("filler").unlink()
    window.files.save()
    print(window.project.is_modified, path.read_text().count("name: Mine"), flush=True)
os._exit(0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits")
@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("full", "The file would be too large for this disk. Save it on another one."),
        ("folder", "You may not write net.loom.yaml in {folder}. Save it in another folder."),
        ("file", "You may not write net.loom.yaml in {folder}. Save it in another folder."),
    ],
)
def test_what_cannot_be_written_says_so_in_plain_words_and_is_left_as_it_was(
    path: Path, tmp_path: Path, kind: str, says: str
) -> None:
    before, home = path.read_bytes(), tmp_path / "home"
    home.mkdir()
    home.chmod(0o777)
    for folder in tmp_path.parents:
        if not folder.stat().st_mode & 0o001:
            folder.chmod(0o711)
    tmp_path.chmod(0o555 if kind == "folder" else 0o777)
    path.chmod(0o444 if kind == "file" else 0o666)
    homes = {name: str(home) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME")}

    done = subprocess.run(
        [sys.executable, "-c", REFUSED, str(path), kind], cwd=ROOT, capture_output=True,
        text=True, env={**os.environ, **homes}, check=False,
    )  # fmt: skip
    tmp_path.chmod(0o755)

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == says.format(folder=tmp_path)
    assert done.stdout.splitlines()[1] == "True Mine"
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home", "net.loom.yaml"]


#: A real disk of 64 kB, full or read-only, which only the process that asks for it sees.
SMALL_DISK = """
mount -t tmpfs -o size=64k none "$2" && cp "$1" "$2/net.loom.yaml" || exit 77
if [ "$3" = disk ]; then cat /dev/zero > "$2/filler" 2>/dev/null; else mount -o remount,ro "$2"; fi
exec "$4" -c "$5" "$2/net.loom.yaml" "$3"
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no disks of one's own here")
@pytest.mark.parametrize(
    ("kind", "says", "then"),
    [
        (
            "disk",
            "The disk is full. Make room and try again, or save on another disk.",
            ["True Mine", "False 1"],
        ),
        ("readonly", "{disk} can only be read. Save the project in another folder.", ["True Mine"]),
    ],
)
def test_a_disk_that_is_full_or_read_only_is_said_to_be(
    path: Path, tmp_path: Path, kind: str, says: str, then: list[str]
) -> None:
    disk, home = tmp_path / "disk", tmp_path / "home"
    disk.mkdir()
    homes = {name: str(home) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME")}
    arguments = [str(path), str(disk), kind, sys.executable, REFUSED]

    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", SMALL_DISK, "sh", *arguments], cwd=ROOT, check=False,
        capture_output=True, text=True, env={**os.environ, **homes},
    )  # fmt: skip
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no disks of one's own here")

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [says.format(disk=disk), *then]


def test_a_folder_that_vanishes_with_its_file_is_said_while_one_works(open_window, tmp_path, qtbot):
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "net.loom.yaml"
    path.write_bytes((ROOT / "examples" / "perceptron.loom.yaml").read_bytes())
    window = open_window(path, analysed=False)

    shutil.rmtree(folder)

    assert "is not where it was" in bar_of(window, qtbot).words.text()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_what_is_no_ordinary_file_is_not_replaced_by_one(open_window, tmp_path, answers):
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    window = open_window("perceptron", analysed=False)
    answers.path = pipe

    window.actions_by_key["save_as"].trigger()

    assert answers.asked[-1] == (
        "pipe.yaml is no ordinary file. Save the project under another name."
    )
    assert pipe.is_fifo()
    assert window.project.path is None
