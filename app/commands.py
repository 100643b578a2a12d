"""What there is to do, as data: how it is called, by which keys, and in which menu it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from app.color_words import COLOR_WORDS
from app.languages import CHOICES
from app.settings import SCALES
from app.translating import derived, later

Keys = str | QKeySequence.StandardKey
Standard = QKeySequence.StandardKey


@dataclass(frozen=True)
class Command:
    """Something the user can do; ``key`` names it in ``MENUS`` and in the window's handlers."""

    key: str
    text: str
    keys: tuple[Keys, ...] = ()
    icon: str = ""
    tip: str = ""
    checkable: bool = False


COMMANDS = (
    Command("new", "&New", (Standard.New,), "new"),
    Command("new_from", "New from &Template...", ("Ctrl+Alt+N",), "", "Begin with an example"),
    Command("open", "&Open...", (Standard.Open,), "open", "Open a project"),
    Command("new_window", "New &Window", ("Ctrl+Shift+N",)),
    Command("close_tab", "&Close", ("Ctrl+W", "Ctrl+F4"), tip="Close the project in front"),
    Command("reopen", "Open Closed File A&gain", ("Ctrl+Shift+T",)),
    Command("next_project", "Next Pro&ject", ("Ctrl+PgDown",), tip="Bring the next tab to front"),
    Command("previous_project", "Previous Project", ("Ctrl+PgUp",), tip="Or the one before"),
    Command("move_to_window", "Move Project to Ne&w Window"),
    Command("save", "&Save", (Standard.Save,), "save", "Save the project"),
    Command("save_as", "Save &As...", ("Ctrl+Shift+S",), "save_as"),
    Command("versions", "Earlier &Versions...", (), tip="What the file was before it was saved"),
    Command("load_weights", "Load &Weights...", (), "", "Start from the weights of a file"),
    Command("export_source", "Export &Source...", ("Ctrl+E",), "export"),
    Command("export_script", "Export &Training Script...", ("Ctrl+Shift+E",)),
    Command(
        "export_features",
        "Export &Features...",
        tip="Write code that returns what the selected layers give",
    ),
    Command("export_picture", "Export &Picture...", (), "image"),
    Command("copy_picture", "Copy P&icture", ("Ctrl+Alt+C",), tip="To paste into a document"),
    Command("quit", "&Quit", ("Ctrl+Q",)),
    Command("undo", "&Undo", (Standard.Undo,), "undo", "Undo"),
    Command("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "Redo"),
    Command("history", "&History", ("Ctrl+Shift+H",), "recent", "Every step, to go back to any"),
    Command("cut", "Cu&t", (Standard.Cut,), "cut"),
    Command("copy", "&Copy", (Standard.Copy,), "copy"),
    Command("paste", "&Paste", (Standard.Paste,), "paste"),
    Command(
        "paste_wired",
        "Paste and &Wire",
        ("Ctrl+Shift+V",),
        "",
        "Paste, wired to what it was wired to",
    ),
    Command("save_preset", "Save as &Preset...", (), "", "Keep the selection in the palette"),
    Command("duplicate", "D&uplicate", ("Ctrl+D",), "duplicate"),
    Command("delete", "&Delete", (Standard.Delete, "Backspace"), "delete"),
    Command("frame", "Put into a &Frame", ("Ctrl+G",), "frame"),
    Command("unframe", "Remove Fra&me", ("Ctrl+Shift+G",)),
    Command("make_block", "Make &Block", ("Ctrl+B",), "block", "Make a block of the selection"),
    Command("dissolve_block", "Disso&lve Block", ("Ctrl+Shift+B",)),
    Command("open_block", "&Open Block", ("Alt+Down",), tip="Look into the selected block"),
    Command("go_out", "Go &Out of Block", ("Alt+Up",), tip="Out to where the block is used"),
    Command("mute", "&Mute", ("M",), "bypass", "Let what arrives go past, or no longer"),
    Command("collapse", "&Collapse", ("H",), tip="Show the title alone, or all again"),
    Command("add_note", "Add &Note", ("N",), tip="Lay a note on the canvas and write in it"),
    Command("plain_frame", "&Plain Frame", ("Ctrl+Alt+G",), tip="A frame that is nothing in code"),
    *(Command(f"color_{color}", words) for color, words in COLOR_WORDS.items()),
    Command("align_left", "&Left", ("Shift+A",), tip="Align the left edges"),
    Command("align_centre", "&Centre", ("Alt+Shift+S",), tip="Align the centres"),
    Command("align_right", "&Right", ("Shift+D",), tip="Align the right edges"),
    Command("align_top", "&Top", ("Shift+W",), tip="Align the upper edges"),
    Command("align_middle", "&Middle", ("Alt+Shift+W",), tip="Align on one line"),
    Command("align_bottom", "&Bottom", ("Shift+S",), tip="Align the lower edges"),
    Command("distribute_across", "&Across", ("Shift+H",), tip="Even gaps from left to right"),
    Command("distribute_down", "&Down", ("Shift+V",), tip="Even gaps from top to bottom"),
    Command("straighten", "St&raighten", ("Q",), tip="Level the wires of what is selected"),
    Command("select_connected", "&Connected", ("L",), tip="Select all that wires join to it"),
    Command("select_upstream", "&Upstream", ("[",), tip="Select all that leads to it"),
    Command("select_downstream", "&Downstream", ("]",), tip="Select all that follows from it"),
    Command("select_frame", "&Frame", ("Shift+G",), tip="Select all of the frame around it"),
    Command("walk_right", "&Next", ("Ctrl+Right",), tip="On to what the wire leads to"),
    Command("walk_left", "&Previous", ("Ctrl+Left",), tip="Back to where the wire comes from"),
    Command("walk_up", "&Above", ("Ctrl+Up",), tip="To the branch above"),
    Command("walk_down", "&Below", ("Ctrl+Down",), tip="To the branch below"),
    Command("keep_right", "Next, &Too", ("Ctrl+Shift+Right",), tip="Select the next, too"),
    Command("keep_left", "Previous, T&oo", ("Ctrl+Shift+Left",), tip="The one before, too"),
    Command("keep_up", "Above, To&o", ("Ctrl+Shift+Up",), tip="The one above, too"),
    Command("keep_down", "Below, &Too", ("Ctrl+Shift+Down",), tip="The one below, too"),
    Command("wire", "&Wire", ("W",), "link", "Wire the selected layer by keys"),
    Command("repeat", "Re&peat", ("R",), tip="Say how often the selected layer stands there"),
    Command("share_weights", "&Share Weights", ("S",), tip="Let it call another layer's weights"),
    Command("edit_arguments", "Edit Ar&guments", ("E",), tip="Go to its arguments at the right"),
    Command("next_part", "Next Pa&rt", ("Ctrl+F6",), tip="On to the next part of the window"),
    Command("previous_part", "Previous Part", ("Ctrl+Shift+F6",), tip="Back to the part before"),
    Command(
        "about_layer", "About This La&yer", ("I",), "info", "What it is for, its shape, weights"
    ),
    Command("select_all", "Select &All", (Standard.SelectAll,)),
    Command("rename", "&Rename", ("F2",), "rename", "Edit the name on the card"),
    Command("find", "&Find...", (Standard.Find,), "search", "Find in nodes, arguments, notes"),
    Command("next_block", "&Next Block", ("Ctrl+Tab",), tip="Look into the next block"),
    Command("previous_block", "Pre&vious Block", ("Ctrl+Shift+Tab",), tip="Or the one before"),
    Command("back", "Go &Back", ("Alt+Left",), "", "Back to where you were"),
    Command("forward", "Go For&ward", ("Alt+Right",), "", "Forward to where you came back from"),
    Command("add_layer", "&Add Layer...", ("Ctrl+Space", "/"), "add_layer"),
    Command("zoom_in", "Zoom &In", ("Ctrl++", "Ctrl+="), "zoom_in"),
    Command("zoom_out", "Zoom &Out", ("Ctrl+-",), "zoom_out"),
    Command("zoom_one", "&Actual Size", ("Ctrl+0",), "zoom_one"),
    Command("fit", "&Fit Network", ("Ctrl+1", "F"), "fit", "Show the whole network"),
    Command("fit_selection", "Fit S&election", ("Ctrl+2", "Shift+F"), "", "Show what is selected"),
    Command("minimap", "&Minimap", ("Ctrl+M",), "minimap", "Show a map of it all", checkable=True),
    Command("tidy", "&Tidy Up", ("Ctrl+L",), "tidy", "Arrange the layers from left to right"),
    Command("wrap_rows", "&Wrap Long Chains", tip="Tidy into rows, as text", checkable=True),
    Command("direction_right", "&Left to Right", tip="Wires lead to the right", checkable=True),
    Command("direction_down", "&Top to Bottom", tip="Wires lead down", checkable=True),
    Command("snap", "&Snap to Guides", tip="Drag into line with other cards", checkable=True),
    Command(
        "thumbnails",
        "T&humbnails",
        ("Ctrl+T",),
        "image",
        "Show beside each layer what it gives",
        checkable=True,
    ),
    Command(
        "xray",
        "&X-ray",
        ("Ctrl+Shift+X",),
        "xray",
        "Show beside each layer what it gives and learns while it trains",
        checkable=True,
    ),
    Command(
        "xray_gradients",
        "X-ray of &Gradients",
        ("Ctrl+Alt+X",),
        tip="Show gradients instead of activations",
        checkable=True,
    ),
    Command("theme_system", "&System", checkable=True),
    Command("theme_light", "&Light", (), "sun", checkable=True),
    Command("theme_dark", "&Dark", (), "moon", checkable=True),
    *(Command(f"scale_{percent}", f"{percent} %", checkable=True) for percent in SCALES),
    Command("reduced_motion", "&Reduce Motion", tip="Let nothing glide", checkable=True),
    *(Command(f"language_{key}", name, checkable=True) for key, name in CHOICES.items()),
    Command("heat_none", "&Nothing", checkable=True),
    Command("heat_parameters", "&Parameters", checkable=True),
    Command("heat_flops", "&FLOPs", checkable=True),
    Command("heat_activations", "&Memory", checkable=True),
    Command("source_style", "Source St&yle", ("F4",), "settings", "How the source is written"),
    Command("full_screen", "F&ull Screen", ("F11",), checkable=True),
    Command("present", "P&resent", ("Ctrl+F11",), tip="The network alone, on the whole screen"),
    Command("train", "&Train", ("F5",), "train", "Train the network"),
    Command(
        "check_run", "&Check Before Training", ("Ctrl+Alt+F5",), "check", "Look at data and loss"
    ),
    Command("overfit", "&Overfit One Batch", (), "", "A sound network learns one batch by heart"),
    Command("pause", "&Pause", ("F6",), "pause", "Pause the run, or let it go on"),
    Command("stop", "&Stop", ("Shift+F5",), "stop", "Stop the run after a checkpoint"),
    Command("find_lr", "Find a &Learning Rate...", tip="A range test on a copy of the network"),
    Command("find_batch_size", "Find a Batch Si&ze...", tip="Doubled until memory gives out"),
    Command("probe", "Pro&be", ("F7",), "", "Run the network once and see what every layer gives"),
    Command("step_on", "Step &On", ("F8",), "", "Show what the next layer gives"),
    Command("step_back", "Step &Back", ("Shift+F8",), "", "Show what the layer before gives"),
    Command("next_problem", "Next Proble&m", ("F9",), "problems", "Go to what is wrong next"),
    Command(
        "previous_problem", "Previous Problem", ("Shift+F9",), "", "Go to what is wrong before"
    ),
    Command(
        "fix_all", "Fi&x All That Is Safe", ("Ctrl+F9",), "fix", "Apply every safe fix at once"
    ),
    Command("continue_run", "&Continue a Run", ("Ctrl+F5",), "resume", "Go on where it stopped"),
    Command("runs", "Past R&uns", ("Ctrl+R",), "recent", "Compare what was trained"),
    Command("export_run_script", "Export Sc&ript of the Run...", ("Ctrl+Alt+E",)),
    Command("export_curves", "Export Cur&ves...", (), "export", "As PNG, SVG or CSV"),
    Command("open_run", "Open &Folder of the Run", (), "folder"),
    Command("commands", "&Command Palette...", ("Ctrl+Shift+P",), "search", "Find any command"),
    Command("documentation", "&Documentation", ("F1",), "info", "What PyTorch says of the layer"),
    Command("shortcuts", "Keyboard &Shortcuts...", ("?",), "help", "List and change the shortcuts"),
    Command("tour", "Take the &Tour", (), "", "In two minutes, to a network that has learned"),
    Command("about", "&About Layerloom", (), "info"),
)

#: "-" is a line; a tuple is a submenu; "recent", "examples" and "panels" are filled by the window.
Entry = str | tuple[str, tuple[str, ...]]

CLIPBOARD: tuple[Entry, ...] = ("cut", "copy", "paste", "paste_wired", "duplicate", "delete")
COLOUR: Entry = (later("C&olour"), tuple(f"color_{color}" for color in COLOR_WORDS))

#: In the menu of the canvas these stand only while they can be done.
WHERE_POSSIBLE = ("make_block", "open_block", "dissolve_block", "go_out")

#: What a click with the right button on the canvas offers.
CONTEXT: tuple[Entry, ...] = (
    *CLIPBOARD,
    "-",
    *("rename", "mute", "collapse", "-"),
    *("frame", "plain_frame", COLOUR, "-"),
    *("add_note", "export_features", "-"),
    *WHERE_POSSIBLE,
)

MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        later("&File"),
        (
            "new",
            "new_from",
            "new_window",
            "open",
            (later("Open &Example"), ("examples",)),
            (later("Open &Recent"), ("recent",)),
            "-",
            "save",
            "save_as",
            "versions",
            "close_tab",
            "reopen",
            "-",
            "load_weights",
            "export_source",
            "export_script",
            "export_features",
            "export_picture",
            "copy_picture",
            "-",
            "quit",
        ),
    ),
    (
        later("&Edit"),
        (
            "undo",
            "redo",
            "history",
            "-",
            *CLIPBOARD,
            "-",
            "select_all",
            (
                later("Se&lect More"),
                ("select_connected", "select_upstream", "select_downstream", "select_frame"),
            ),
            (
                later("&Go to Layer"),
                (
                    *("walk_right", "walk_left", "walk_up", "walk_down"),
                    *("keep_right", "keep_left", "keep_up", "keep_down"),
                ),
            ),
            "rename",
            "edit_arguments",
            "about_layer",
            "wire",
            "repeat",
            "share_weights",
            "mute",
            (
                later("Ali&gn"),
                (
                    *("align_left", "align_centre", "align_right"),
                    *("align_top", "align_middle", "align_bottom"),
                ),
            ),
            (later("D&istribute"), ("distribute_across", "distribute_down")),
            "straighten",
            "frame",
            "plain_frame",
            "unframe",
            "collapse",
            COLOUR,
            "-",
            "make_block",
            "dissolve_block",
            "save_preset",
            "-",
            "add_layer",
            "add_note",
            "find",
        ),
    ),
    (
        later("&View"),
        (
            "zoom_in",
            "zoom_out",
            "zoom_one",
            "fit",
            "fit_selection",
            "tidy",
            (later("Layo&ut"), ("direction_right", "direction_down", "wrap_rows")),
            "snap",
            "-",
            "open_block",
            "go_out",
            "next_block",
            "previous_block",
            "back",
            "forward",
            "-",
            (
                later("Tint by &Cost"),
                ("heat_none", "heat_parameters", "heat_flops", "heat_activations"),
            ),
            "thumbnails",
            "xray",
            "xray_gradients",
            "minimap",
            (later("&Theme"), ("theme_system", "theme_light", "theme_dark")),
            (later("&Language"), tuple(f"language_{key}" for key in CHOICES)),
            (later("Interface S&ize"), tuple(f"scale_{percent}" for percent in SCALES)),
            "reduced_motion",
            (later("&Panels"), ("panels",)),
            "next_part",
            "previous_part",
            "source_style",
            "-",
            "next_project",
            "previous_project",
            "move_to_window",
            "full_screen",
            "present",
        ),
    ),
    (
        later("&Run"),
        (
            *(
                "train",
                "pause",
                "stop",
                "continue_run",
                "-",
                "find_lr",
                "find_batch_size",
                "-",
                "check_run",
                "overfit",
                "-",
                "runs",
                "export_run_script",
                "export_curves",
                "open_run",
                "-",
                "probe",
                "step_on",
                "step_back",
            ),
            *("-", "next_problem", "previous_problem", "fix_all"),
        ),
    ),
    (later("&Help"), ("tour", "documentation", "commands", "shortcuts", "-", "about")),
)


def plain(text: str) -> str:
    """A text of a menu as one reads it: without the mark of the letter that picks it."""
    return derived(_bare, text)


def _bare(text: str) -> str:
    text = re.sub(r"\(&.\)", "", text)  # as a menu in Chinese has it
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("...")
