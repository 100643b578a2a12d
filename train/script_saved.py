"""How a training script reads what Hugging Face's ``save_to_disk`` wrote, with pyarrow."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from train.data import describe, table
from train.data.own import saved_pictures, saved_target
from train.data.saved_dataset import label_names, read_saved
from train.data.source import Place, plan_columns
from train.script_code import DataCode, constant, literal
from train.script_on_disk import is_on_disk
from train.script_tables import plan_text, table_reader
from train.script_targets import classes_text, columns_text, configs_of, names_text, returned
from train.settings import DataConfig

IMPORTS = (
    "import json",
    "from pathlib import Path",
    "from typing import Any",
    "import pyarrow as pa",
)


def saved_rows(path: Path, used: Sequence[str], rows: str = "") -> str:
    """``read_rows`` of a saved data set, or other ``rows``, and the names of its classes."""
    names = {name: each for name, each in label_names(path).items() if name in used}
    said = f"#: Columns of class labels hold numbers for these.\n{constant('NAMES', names)}"
    return said + (rows or ROWS)


ROWS = '''

def read_rows(path: str) -> list[dict[str, Any]]:
    """Read the rows that save_to_disk wrote, with class labels by their names."""
    state = json.loads(Path(path, "state.json").read_text(encoding="utf-8"))
    tables = []
    for file in state["_data_files"]:
        with pa.memory_map(str(Path(path, file["filename"]))) as source:
            tables.append(pa.ipc.open_stream(source).read_all())
    rows = pa.concat_tables(tables).to_pylist()
    for row in rows:
        row.update({name: NAMES[name][row[name]] for name in NAMES})
    return rows


'''

PICTURES = '''def load_arrays(path: str) -> tuple[list[np.ndarray], {arrays}]:
    """Read the pictures of a column, and the {result}."""
    rows, images = read_rows(path), []
    for row in rows:
        cell = row[{column}]
        data = cell["bytes"] or Path(path, cell["path"]).read_bytes()
        pixels = np.asarray(Image.open(io.BytesIO(data)).convert("{mode}"){resize})
        images.append(pixels{axes})
{target}    return [np.stack(images)], {result}
'''


LAZY = '''def open_table(path: str) -> pa.Table:
    """Map what save_to_disk wrote: rows are read when they are asked for."""
    state = json.loads(Path(path, "state.json").read_text(encoding="utf-8"))
    tables = []
    for file in state["_data_files"]:
        with pa.memory_map(str(Path(path, file["filename"]))) as source:
            tables.append(pa.ipc.open_stream(source).read_all())
    return pa.concat_tables(tables)


def read_rows(path: str) -> list[dict[str, Any]]:
    """Read all columns but that of pictures, with class labels by their names."""
    rows = open_table(path).drop_columns({column}).to_pylist()
    for row in rows:
        row.update({{name: NAMES[name][row[name]] for name in NAMES}})
    return rows


class Pictures:
    """Pictures of a column, which are read when they are asked for: all would not fit memory."""

    def __init__(self, path: str, shape: tuple[int, ...]) -> None:
        self.path, self.cells = path, open_table(path).column({column})
        self.shape = (len(self.cells), *shape)

    def __len__(self) -> int:
        return len(self.cells)

    def __getitem__(self, rows: np.ndarray) -> np.ndarray:
        return np.stack([self.read(int(row)) for row in rows])

    def read(self, row: int) -> np.ndarray:
        cell = self.cells[row].as_py()
        data = cell["bytes"] or Path(self.path, cell["path"]).read_bytes()
        pixels = np.asarray(Image.open(io.BytesIO(data)).convert("{mode}"){resize})
        return pixels{axes}


def load_arrays(path: str) -> tuple[list[Pictures], {arrays}]:
    """Find the pictures of a column, and read the {result}."""
    rows = read_rows(path)
{target}    return [Pictures(path, {shape})], {result}
'''


def saved(config: DataConfig, place: Place, targets: Sequence[str] = ()) -> DataCode:
    """How the data set is read: pictures, or columns as those of any table."""
    path = place.file(config, kind="folder")
    columns, picture = read_saved(path), saved_pictures(config, path)
    asked = configs_of(config, targets)
    names = [saved_target(each, path, columns) for each in asked]
    said = str(config.options["path"])
    if not picture:
        plans = [
            plan_columns(
                DataConfig(
                    config.source, group=config.group, options={**each.options, "target": name}
                ),
                path,
                columns,
            )
            for each, name in zip(asked, names, strict=True)
        ]
        chosen = [group for plan in plans for group in (*plan.groups, plan.targets)]
        used = [config.group, *(column.name for group in chosen for column in group)]
        text = saved_rows(path, used) + plan_text(plans).rstrip("\n") + "\n\n\n"
        return DataCode(IMPORTS, text + table_reader(plans), said)
    task = str(config.options.get("task", "auto"))
    plans = [table.plan_target(path, columns, name, task) for name in names]
    described = describe(config, place.folder, outside=place.outside)
    lazy, [field] = is_on_disk(config, place), described.inputs
    channels, height, width = field.shape
    resize = f".resize(({width}, {height}), Image.Resampling.BILINEAR)"
    text = (
        names_text(plans)
        + classes_text(plans)
        + saved_rows(path, [config.group, *map(str, names)], "\n\n" if lazy else ROWS)
        + (LAZY if lazy else PICTURES).format(
            shape=field.shape,
            column=literal(picture),
            mode="L" if channels == 1 else "RGB",
            resize=resize if config.options.get("resize") else "",
            axes="[None]" if channels == 1 else ".transpose(2, 0, 1)",
            target=columns_text(
                plans, "    target = np.array([[row[TARGETS[0]]] for row in rows], np.float32)\n"
            ),
            **returned(plans),
        )
    )
    more = ("from collections.abc import Callable",) if lazy else ()
    return DataCode((*IMPORTS, *more, "import io", "from PIL import Image"), text, said)
