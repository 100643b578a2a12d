"""What the app remembers between two starts: recent files, the theme, how the window stood."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app.languages import LANGUAGES, SYSTEM

RECENT = 10
RECENT_LAYERS = 12
THEMES = ("system", "light", "dark")

#: How large the interface is drawn, in percent.
SCALES = (80, 90, 100, 110, 125, 150, 175, 200)


class Settings:
    """Typed access to ``QSettings``; whatever it finds there that makes no sense is ignored."""

    def __init__(self) -> None:
        self._store = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Layerloom", "Layerloom"
        )

    @property
    def recent_files(self) -> list[Path]:
        """Newest first; files that are gone are left out."""
        value = self._store.value("recent_files", [])
        names = [value] if isinstance(value, str) else list(value or [])
        return [Path(name) for name in names if isinstance(name, str) and Path(name).is_file()]

    def add_recent_file(self, path: Path) -> None:
        path = path.absolute()
        others = [other for other in self.recent_files if other != path]
        self._store.setValue("recent_files", [str(p) for p in [path, *others][:RECENT]])

    @property
    def recent_layers(self) -> list[str]:
        """Types of layers that were added by searching, newest first."""
        value = self._store.value("recent_layers", [])
        names = [value] if isinstance(value, str) else list(value or [])
        return [name for name in names if isinstance(name, str)]

    def add_recent_layer(self, type_: str) -> None:
        others = [other for other in self.recent_layers if other != type_]
        self._store.setValue("recent_layers", [type_, *others][:RECENT_LAYERS])

    @property
    def theme(self) -> str:
        value = str(self._store.value("theme", "system"))
        return value if value in THEMES else "system"

    @theme.setter
    def theme(self, mode: str) -> None:
        self._store.setValue("theme", mode)

    @property
    def language(self) -> str:
        """``system``, or one of ``app.languages.LANGUAGES``."""
        value = str(self._store.value("language", SYSTEM))
        return value if value in LANGUAGES else SYSTEM

    @language.setter
    def language(self, choice: str) -> None:
        self._store.setValue("language", choice)

    @property
    def minimap(self) -> bool:
        """Whether the map of the whole network is shown."""
        return self._flag("minimap", default=True)

    @minimap.setter
    def minimap(self, shown: bool) -> None:
        self._set_flag("minimap", shown)

    @property
    def tour_offered(self) -> bool:
        """Whether the tour was offered before: at the first start it comes before all else."""
        return self._flag("tour_offered", default=False)

    @tour_offered.setter
    def tour_offered(self, offered: bool) -> None:
        self._set_flag("tour_offered", offered)

    @property
    def snap(self) -> bool:
        """Whether cards that are dragged snap to guides."""
        return self._flag("snap", default=True)

    @snap.setter
    def snap(self, on: bool) -> None:
        self._set_flag("snap", on)

    @property
    def wrap_rows(self) -> bool:
        """Whether tidying breaks long chains into rows."""
        return self._flag("wrap_rows", default=True)

    @wrap_rows.setter
    def wrap_rows(self, on: bool) -> None:
        self._set_flag("wrap_rows", on)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing glides, though the desktop would have it."""
        return self._flag("reduced_motion", default=False)

    @reduced_motion.setter
    def reduced_motion(self, still: bool) -> None:
        self._set_flag("reduced_motion", still)

    @property
    def scale(self) -> int:
        """How large the interface is drawn, one of ``SCALES``."""
        said = str(self._store.value("scale", "100"))
        return int(said) if said in map(str, SCALES) else 100

    @scale.setter
    def scale(self, percent: int) -> None:
        self._store.setValue("scale", str(percent))

    def _flag(self, key: str, *, default: bool) -> bool:
        return str(self._store.value(key, default)).lower() != "false"

    def _set_flag(self, key: str, on: bool) -> None:
        self._store.setValue(key, "true" if on else "false")

    @property
    def dock_lengths(self) -> dict[str, int]:
        """By dock, how wide or high the user dragged it, in pixels."""
        return {
            key: length
            for key, length in self._mapping("window/docks").items()
            if isinstance(length, int) and 0 < length < 10_000
        }

    @dock_lengths.setter
    def dock_lengths(self, lengths: dict[str, int]) -> None:
        self._store.setValue("window/docks", json.dumps(lengths))

    @property
    def shortcuts(self) -> dict[str, list[str]]:
        """By command, the keys that the user chose, as ``QKeySequence`` writes them."""
        return {
            name: [text for text in keys if isinstance(text, str)]
            for name, keys in self._mapping("shortcuts").items()
            if isinstance(keys, list)
        }

    @shortcuts.setter
    def shortcuts(self, chosen: dict[str, list[str]]) -> None:
        self._store.setValue("shortcuts", json.dumps(chosen))

    def _mapping(self, key: str) -> dict[str, object]:
        try:
            said = json.loads(str(self._store.value(key, "{}")))
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}

    def forget_everything(self) -> None:
        """As on the first day."""
        self._store.clear()

    def forget_window(self) -> None:
        """The next window opens as the very first one does."""
        self._store.remove("window")

    def remember_window(self, geometry: QByteArray, state: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)
        self._store.setValue("window/state", state)

    @property
    def window(self) -> tuple[QByteArray, QByteArray] | None:
        """Geometry and state as last remembered."""
        geometry, state = (self._store.value(f"window/{key}") for key in ("geometry", "state"))
        if isinstance(geometry, QByteArray) and isinstance(state, QByteArray):
            return geometry, state
        return None
