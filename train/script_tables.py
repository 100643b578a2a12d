"""How a training script reads tables: CSV, and Parquet with pyarrow."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from train.data import csv_file, table
from train.data.column import Column
from train.data.location import FILES
from train.data.parquet import read_parquet
from train.data.saved_dataset import is_saved, read_saved
from train.data.source import Place, plan_columns, plan_of
from train.data.table import find_column
from train.script_code import DataCode, constant, literal
from train.script_targets import classes_text, columns_text, configs_of, names_text, returned
from train.settings import DataConfig


def own_table(config: DataConfig, place: Place, targets: Sequence[str] = ()) -> DataCode:
    path = place.file(config)
    return table_code(config, path, str(config.options["path"]), targets)


def table_code(
    config: DataConfig, path: Path, name: str = "", targets: Sequence[str] = ()
) -> DataCode:
    """How a CSV file is read; ``name`` is what the project calls it, "" for one of ours."""
    delimiter = config.options.get("delimiter", "auto")
    plans = [plan_of(each, path, delimiter) for each in configs_of(config, targets)]
    text = plan_text(plans) + CSV_ROWS.format(
        delimiter=literal(csv_file.find_delimiter(path, delimiter))
    )
    text += table_reader(plans)
    return DataCode(("import csv",), text, name or path.name, None if name else path)


def parquet_table(config: DataConfig, place: Place, targets: Sequence[str] = ()) -> DataCode:
    """How a Parquet file is read."""
    path = place.file(config)
    columns = read_parquet(path)
    plans = [plan_columns(each, path, columns) for each in configs_of(config, targets)]
    text = plan_text(plans) + PARQUET_ROWS + table_reader(plans)
    imports = ("from typing import Any", "import pyarrow.parquet as pq")
    return DataCode(imports, text, str(config.options["path"]))


def plan_text(plans: Sequence[table.TablePlan]) -> str:
    """Which columns are used, as constants; of the inputs every plan says the same."""
    plan = plans[0]
    said = "#: Columns of each input, and of the target.\n"
    if len(plans) > 1:
        said = "#: Columns of each input.\n"
    return (
        said
        + constant("INPUTS", [[column.name for column in group] for group in plan.groups])
        + names_text(plans)
        + "#: Columns of text become a 0 or 1 for each of these.\n"
        + constant("CATEGORIES", {name: list(each) for name, each in plan.categories.items()})
        + classes_text(plans)
        + "\n\n"
    )


CSV_ROWS = '''def read_rows(path: str) -> list[dict[str, str]]:
    """Read the lines of the table that hold anything."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter={delimiter}) if any(row.values())]


'''

PARQUET_ROWS = '''def read_rows(path: str) -> list[dict[str, Any]]:
    """Read the rows of the table."""
    return pq.read_table(path).to_pylist()


'''

TABLE_READER = '''def read_column(rows: list[dict], name: str) -> np.ndarray:
    """A column of numbers, or a column of 0 and 1 for each category of a text."""
    cells = [row[name] for row in rows]
    if name in CATEGORIES:
        texts = np.array([cell.strip() for cell in cells])
        return (texts[:, None] == np.array(CATEGORIES[name])).astype(np.float32)
    return np.array(cells, dtype=np.float64).astype(np.float32)[:, None]


def load_arrays(path: str) -> tuple[list[np.ndarray], {arrays}]:
    """Read the table: one array of columns for each input, and the {result}."""
    rows = read_rows(path)
    inputs = [np.concatenate([read_column(rows, name) for name in names], 1) for names in INPUTS]
{target}    return inputs, {result}
'''

#: A target of numbers.
NUMBERS = "    target = np.concatenate([read_column(rows, name) for name in TARGETS], 1)\n"


def table_reader(plans: Sequence[table.TablePlan]) -> str:
    """``load_arrays`` of a table, and what it needs."""
    return TABLE_READER.format(target=columns_text(plans, NUMBERS), **returned(plans))


def groups_text(config: DataConfig, place: Place) -> str:
    """``load_groups``, where samples are kept together by a column or an array; else nothing."""
    if not config.group:
        return ""
    name = literal(config.group)
    head = (
        "def load_groups(path: str) -> np.ndarray:\n"
        '    """Read what each sample belongs to: those alike stay together in a split."""\n'
    )
    if config.source == "digit_pairs":
        return f"{head}    return np.arange(PAIRS) % POOLS  # no picture is in two of them\n"
    if config.source == "pt":
        return (
            f"{head}    stored = torch.load(path, weights_only=True)\n"
            f"    return find_tensor(stored, {name}).reshape(-1)\n"
        )
    if config.source == "npz":
        if str(config.options.get("path", "")).lower().endswith(".npy"):
            beside = literal(f"{config.group}.npy")
            return f"{head}    return np.load(Path(path).with_name({beside})).reshape(-1)\n"
        return (
            f"{head}    with np.load(path, allow_pickle=False) as archive:\n"
            f"        return archive[{name}].reshape(-1)\n"
        )
    together = _column(config, place)
    is_number = together is not None and together.numbers is not None
    cell = f"row[{name}]"
    cell = f"float({cell})" if is_number else f"{cell}.strip()"
    return f"{head}    return np.array([{cell} for row in read_rows(path)])\n"


def _column(config: DataConfig, place: Place) -> Column | None:
    """The column that samples are kept together by."""
    if not config.options.get("path"):
        return plan_of(config, FILES / f"{config.source}.csv").together
    path = place.file(config, kind="file or folder")
    if is_saved(path):
        return find_column(path, read_saved(path), config.group)
    if path.suffix.lower() == ".parquet":
        return find_column(path, read_parquet(path), config.group)
    columns = csv_file.read_columns(path, config.options.get("delimiter", "auto"))
    return find_column(path, columns, config.group)
