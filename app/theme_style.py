"""The style sheet of the panels: flat, on an 8-pixel grid, no boxes in boxes."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.theme import Theme

_COLORS = (
    *("panel", "card", "raised", "line", "text", "muted"),
    *("accent", "on_accent", "error", "warning", "success"),
)

_SHEET = Template("""
QMainWindow, QDialog { background: $panel; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 6px 8px; }

QMenuBar { background: $panel; border-bottom: 1px solid $line; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $card; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $muted; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QToolBar { background: $panel; border: none; border-bottom: 1px solid $line; padding: 4px 8px;
    spacing: 2px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 6px; }
QToolButton { border: none; border-radius: 6px; padding: 5px; background: transparent; }
QToolButton:hover { background: $raised; }
QToolButton:pressed, QToolButton:checked { background: $line; }
QToolButton:focus, QTabBar:focus { outline: none; border: 1px solid $accent; padding: 4px; }

QPushButton { background: $card; border: 1px solid $line; border-radius: 6px; padding: 5px 12px;
    min-height: 18px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $muted; background: $panel; }
QPushButton:focus { border-color: $accent; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent;
    font-weight: 600; padding: 5px 16px; }
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:disabled { background: $raised; color: $muted; border-color: $line; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 4px 15px; }
QPushButton[fix="true"] { background: transparent; color: $accent; border: 1px solid $line;
    padding: 3px 10px; min-height: 16px; }
QPushButton[fix="true"]:focus { border-color: $accent; }
QPushButton[fix="true"]:hover { border-color: $accent; background: $raised; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QAbstractSpinBox { background: $card;
    border: 1px solid $line; border-radius: 6px; padding: 3px 8px; min-height: 20px;
    selection-background-color: $accent; selection-color: $on_accent; }
QAbstractSpinBox { max-height: 20px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: $muted; background: $panel; }
QLineEdit[wrong="true"] { border-color: $error; }
QLabel[wrong="true"], QLabel[quiet="true"][wrong="true"] { color: $error; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; outline: none; }
QPlainTextEdit, QTextEdit { background: $card; border: none;
    selection-background-color: $accent; selection-color: $on_accent; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QTreeView, QListView, QTableView { background: $panel; border: none; outline: none;
    alternate-background-color: $raised; }
QTreeView::item, QListView::item { padding: 3px 4px; border-radius: 4px; }
QTreeView[columns="true"]::item { border-radius: 0; }
QTreeView::item:hover, QListView::item:hover { background: $raised; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {
    background: $accent; color: $on_accent; }
QHeaderView::section { background: $panel; color: $muted; border: none;
    border-bottom: 1px solid $line; padding: 4px 8px; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 14px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar[narrow="true"]::tab { padding: 7px 9px; }
QTabBar QToolButton { padding: 2px; margin-left: 6px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }

QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: $panel; padding: 8px 12px; text-align: left; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QStatusBar { background: $panel; border-top: 1px solid $line; color: $muted; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { border: none; background: $panel; }
QProgressBar { background: $raised; border: none; border-radius: 3px; height: 6px;
    text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLabel[headline="true"] { font-size: 20px; font-weight: 600; }
QLabel[section="true"] { font-weight: 600; }
QLabel[soft="true"] { color: $muted; }
QLabel[warning="true"], QLabel[look="warning"] { color: $warning; }
QLabel[look="error"] { color: $error; }

QLineEdit[heading="true"] { font-size: 15px; font-weight: 600; border-color: transparent;
    background: transparent; padding: 3px 6px; margin-left: -7px; }
QLineEdit[heading="true"]:hover { border-color: $line; }
QLineEdit[heading="true"]:focus { border-color: $accent; background: $card; }
QPlainTextEdit[boxed="true"] { border: 1px solid $line; border-radius: 6px; padding: 2px 4px; }
QPlainTextEdit[boxed="true"]:focus { border-color: $accent; }
QAbstractSpinBox QLineEdit { padding: 0 0 0 6px; min-height: 0; border: none;
    background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent;
    width: 20px; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; height: 14px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; height: 14px; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow, QComboBox::down-arrow { image: none; }
QAbstractSpinBox[wrong="true"] { border-color: $error; }
QToolButton[fold="true"] { text-align: left; font-weight: 600; padding: 4px 0; margin-left: -2px; }
QToolButton[fold="true"]:hover, QToolButton[fold="true"]:checked { background: transparent; }
QToolButton[segment="true"] { padding: 3px 10px; color: $muted; }
QToolButton[segment="true"]:checked { background: $raised; color: $text; }
QSlider { min-height: 20px; border: 1px solid transparent; padding: 0 4px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 7px;
    background: $card; border: 1px solid $muted; }
QSlider:focus { border: 1px solid $accent; border-radius: 5px; }
QToolBar QToolButton:checked { background: $raised; }
QStatusBar { min-height: 26px; }
QStatusBar > QLabel { padding: 0 8px; }
QStatusBar QPushButton { background: transparent; border: none; color: $muted; font-size: 11px;
    padding: 2px 6px; min-height: 14px; }
QStatusBar QPushButton:focus { border: 1px solid $accent; padding: 1px 5px; }
QStatusBar QPushButton:hover { color: $text; background: $raised; }
QStatusBar QPushButton[look="error"] { color: $error; }
QFrame[overlay="true"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[notice="true"] { background: $raised; border: none; border-bottom: 1px solid $line; }
QWidget[clear="true"] { background: transparent; }
QFrame[overlay="true"] QListView { background: $card; }
QLabel[quiet="true"] { color: $muted; font-size: 11px; }
QLabel[title="true"] { font-size: 15px; font-weight: 600; }
""")


def style_sheet(theme: Theme) -> str:
    """The sheet in the colours of ``theme``.

    Widgets opt in by dynamic properties: ``primary`` and ``fix`` (QPushButton), ``wrong``
    (QLineEdit), ``quiet`` and ``title`` (QLabel).
    """
    accent = theme.color("accent")
    hover = accent.lighter(112) if theme.is_dark else accent.darker(112)
    colors = {name: getattr(theme, name) for name in _COLORS}
    return _SHEET.substitute(colors, accent_hover=hover.name())
