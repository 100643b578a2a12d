"""Every text that a user reads has its translation, and none is said past the translators."""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest

from app.languages import LANGUAGES
from app.translations.linguist_file import FOLDER, compile_file, read, written
from app.translations.sources import ENGLISH, ROOT, marked, sources
from graph.catalog import CATALOG

OTHERS = [language for language in LANGUAGES if language != "en"]
SOURCES = sources()

#: What shows its first text, or the named one, to the user as it is.
SHOWING = {
    *("setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName"),
    *("setAccessibleDescription", "setStatusTip", "setTitle", "setInformativeText", "setPrefix"),
    *("setSpecialValueText", "setEmptyLabel", "setLabelText", "setWhatsThis", "setDetailedText"),
    *("addAction", "addMenu", "addTab", "setTabText", "addItem", "setItemText", "QLabel"),
    *("QPushButton", "QAction", "QMenu", "QCheckBox", "QRadioButton", "QGroupBox", "QDockWidget"),
    *("QToolBar", "QListWidgetItem", "plain_label", "push_button", "search_field", "Fold"),
    *("tell", "ask", "say", "write", "Fact", "Heading"),
}

#: The same in every language: names, and Python's own values.
SAME = re.compile(r"\b(Layerloom|FLOPs|NaN|SHA-256|auto)\b")


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated_and_nothing_else(language):
    path = FOLDER / f"layerloom_{language}.ts"
    said = read(path)

    assert [source.text for source in SOURCES if not said.get(source.text)] == []
    assert set(said) == {source.text for source in SOURCES}
    assert path.read_text(encoding="utf-8") == written(SOURCES, said, language)


@pytest.mark.parametrize("language", OTHERS)
def test_what_qt_reads_is_made_of_what_translators_wrote(language, tmp_path):
    path = FOLDER / f"layerloom_{language}.ts"
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())

    compile_file(copy)

    assert copy.with_suffix(".qm").read_bytes() == path.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_same_places_for_values(language):
    said = read(FOLDER / f"layerloom_{language}.ts")

    assert [text for text, words in said.items() if _places(text) != _places(words)] == []
    assert [text for text in said if "" in _places(text)] == [], "a place has a name"


@pytest.mark.parametrize("language", OTHERS)
def test_menus_keep_the_letters_that_pick_them(language):
    said = read(FOLDER / f"layerloom_{language}.ts")
    letter = re.compile(r"&(\w)")

    assert [
        text
        for text, words in said.items()
        if [found.lower() for found in letter.findall(text)]
        != [found.lower() for found in letter.findall(words)]
    ] == []


def test_no_text_is_called_as_a_layer_is():
    """A text on the screen is found again by what it says; names of layers are never translated."""
    assert [source.text for source in SOURCES if source.text in CATALOG] == []


def test_no_literal_is_shown_without_being_marked():
    raw = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted((ROOT / "app").rglob("*.py"))
        if not path.relative_to(ROOT).as_posix().startswith((*ENGLISH, "app/translations"))
        for line, text in _shown_raw(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert raw == []


def test_the_check_sees_what_is_not_marked():
    raw = 'label.setText("Some words")\nbox.setToolTip(f"Of {n}")\nbutton = QPushButton(tr("Fine"))'

    assert [text for _, text in _shown_raw(ast.parse(raw))] == ["Some words", "Of "]
    assert [text for _, text in marked(ast.parse(raw))] == ["Fine"]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _shown_raw(tree: ast.AST) -> list[tuple[int, str]]:
    """Literals with words in them that reach a user as they are."""
    ours = {id(part) for call, _ in marked(tree) for part in ast.walk(call)}
    found = []
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else None
        name = call.func.id if isinstance(call.func, ast.Name) else name
        if name not in SHOWING:
            continue
        for argument in call.args[:2]:
            for part in _literals(argument):
                words = SAME.sub("", re.sub(r"<[^>]*>", "", part.value))
                reads = id(part) not in ours and re.search(r"[A-Za-z]{2,}", words)
                if reads and not _is_key(part.value, call, argument):
                    found.append((part.lineno, part.value))
    return found


def _literals(node: ast.AST) -> list[ast.Constant]:
    if isinstance(node, ast.Constant):
        return [node] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return [part for part in node.values if isinstance(part, ast.Constant)]
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    if isinstance(node, ast.BinOp):
        return _literals(node.left) + _literals(node.right)
    return []


def _is_key(text: str, call: ast.Call, argument: ast.expr) -> bool:
    """A look, an icon or the data of an item: a second argument of one small word."""
    return argument is not call.args[0] and bool(re.fullmatch(r"[a-z_]+", text))
