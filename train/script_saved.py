"""How a training script reads what Hugging Face's ``save_to_disk`` wrote, with pyarrow."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from train.data import describe, table
from train.data.own import saved_pictures, saved_target
from train.data.saved_dataset import label_names, read_saved
from train.data.source import Place, plan_columns
from train.script_code import DataCode, constant, literal
from train.script_tables import plan_text, table_reader
from train.script_targets import classes_text, columns_text, configs_of, names_text, returned
from train.settings import DataConfig

IMPORTS = (
    "import json",
    "from pathlib import Path",
    "from typing import Any",
    "import pyarrow as pa",
)


def saved_rows(path: Path, used: Sequence[str]) -> str:
    """``read_rows`` of a saved data set, and the names of the classes in its columns."""
    names = {name: each for name, each in label_names(path).items() if name in used}
    return f"#: Columns of class labels hold numbers for these.\n{constant('NAMES', names)}{ROWS}"


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
        used = [column.name for group in chosen for column in group]
        text = saved_rows(path, used) + plan_text(plans).rstrip("\n") + "\n\n\n"
        return DataCode(IMPORTS, text + table_reader(plans), said)
    task = str(config.options.get("task", "auto"))
    plans = [table.plan_target(path, columns, name, task) for name in names]
    [field] = describe(config, place.folder, outside=place.outside).inputs
    channels, height, width = field.shape
    resize = f".resize(({width}, {height}), Image.Resampling.BILINEAR)"
    text = (
        names_text(plans)
        + classes_text(plans)
        + saved_rows(path, [str(name) for name in names])
        + PICTURES.format(
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
    return DataCode((*IMPORTS, "import io", "from PIL import Image"), text, said)
