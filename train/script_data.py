"""The part of an exported training script that reads the data: NumPy, and nothing of ours."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from codegen.literals import write_value
from train.data import SOURCES, DataDescription, csv_file, describe, preparation, table
from train.data.location import FILES
from train.data.sources import GENERATORS, Place, Source, plan_of
from train.script_parts import groups_text, parts_of_script, splitting
from train.settings import DataConfig


@dataclass(frozen=True)
class DataCode:
    """How a script gets its arrays: imports, definitions, and the file it reads, if any.

    The definitions end with ``load_arrays(path)``, which returns a list of input arrays and the
    target. ``file`` is what ``--data`` stands for when it is left out; "" for generated data.
    ``copied`` is a file of ours that has to lie beside the script under that name.
    """

    imports: tuple[str, ...]
    text: str
    file: str = ""
    copied: Path | None = None


def data_code(config: DataConfig, place: Place) -> DataCode:
    """Raises: DataError, if the data has to be looked at and cannot be read."""
    source = SOURCES[config.source]
    if source.kind == "generated":
        return _generated(source, config)
    writer: dict[str, Callable[[DataConfig, Place], DataCode]] = {
        "csv": _own_table,
        "images": _image_folder,
        "npz": _archive,
        "idx": _idx,
    }
    if source.kind == "own":
        return writer[source.name](config, place)
    table_file = FILES / f"{source.name}.csv"
    return _table(config, table_file) if table_file.exists() else _built_in_images(source)


def function_text(function: Callable[..., Any]) -> str:
    """The text of one of our functions, with the short names of its module written out."""
    text = inspect.getsource(function)
    text = re.sub(
        r"npt\.NDArray\[[\w.]+\]|NumpyArray|\bFloats\b|\bIntegers\b|\bIndices\b", "np.ndarray", text
    )
    text = re.sub(r"\(\n    ([^\n]*)\n\) -> ([^\n]*):\n", _joined, text, count=1)
    return text.rstrip() + "\n"


def _joined(signature: re.Match[str]) -> str:
    """A signature that fits on one line now that its types are shorter."""
    line = f"({signature[1]}) -> {signature[2]}:\n"
    return line if len(line) < 90 else signature[0]


def literal(value: Any) -> str:
    """A value of a project as Python text; lists stay lists, strings are always escaped."""
    if isinstance(value, list | tuple):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    return write_value(value)


def constant(name: str, value: Any) -> str:
    """``NAME = value``, broken over lines where it is long."""
    return f"{name} = {_laid_out(value, 0, len(name) + 3)}\n"


def _laid_out(value: Any, depth: int, before: int) -> str:
    text, margin = literal(value), "    " * depth
    if len(margin) + before + len(text) <= 100 or not isinstance(value, list | tuple | dict):
        return text
    pairs = value.items() if isinstance(value, dict) else (("", item) for item in value)
    lines = []
    for key, item in pairs:
        start = f"{literal(key)}: " if isinstance(value, dict) else ""
        lines.append(f"{margin}    {start}{_laid_out(item, depth + 1, len(start) + 1)},\n")
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{''.join(lines)}{margin}{closing}"


def _generated(source: Source, config: DataConfig) -> DataCode:
    function = GENERATORS[source.name]
    given = {a.name: source.option(config, a.name) for a in source.arguments if a.name != "targets"}
    arguments = ", ".join(f"{name}={literal(value)}" for name, value in given.items())
    text = (
        f"{function_text(function)}\n\n"
        "def load_arrays() -> tuple[list[np.ndarray], np.ndarray]:\n"
        f'    """{source.summary} Made here: there is no file to read."""\n'
        f"    inputs, target = {function.__name__}({arguments}, seed={config.seed})\n"
        "    return [inputs], target\n"
    )
    return DataCode((), text)


def _built_in_images(source: Source) -> DataCode:
    file = next(FILES.glob(f"{source.name}*.npz"))
    text = (
        "def load_arrays(path: str) -> tuple[list[np.ndarray], np.ndarray]:\n"
        f'    """{source.summary}"""\n'
        "    with np.load(path, allow_pickle=False) as archive:\n"
        '        return [archive["images"]], archive["labels"].astype(np.int64)\n'
    )
    return DataCode((), text, file.name, file)


def _own_table(config: DataConfig, place: Place) -> DataCode:
    path = place.file(config)
    return _table(config, path, str(config.options["path"]))


def _table(config: DataConfig, path: Path, name: str = "") -> DataCode:
    plan = plan_of(config, path, config.options.get("delimiter", "auto"))
    text = (
        "#: Columns of each input, and of the target.\n"
        + constant("INPUTS", [[column.name for column in group] for group in plan.groups])
        + constant("TARGETS", [column.name for column in plan.targets])
        + "#: Columns of text become a 0 or 1 for each of these.\n"
        + constant("CATEGORIES", {name: list(each) for name, each in plan.categories.items()})
        + (constant("CLASSES", list(plan.classes)) if plan.classes else "")
        + "\n\n"
        + TABLE_READER.format(
            delimiter=literal(
                csv_file.find_delimiter(path, config.options.get("delimiter", "auto"))
            ),
            target=_table_target(plan),
        )
    )
    return DataCode(("import csv",), text, name or path.name, None if name else path)


TABLE_READER = '''def read_rows(path: str) -> list[dict[str, str]]:
    """Read the lines of the table that hold anything."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter={delimiter}) if any(row.values())]


def read_column(rows: list[dict[str, str]], name: str) -> np.ndarray:
    """A column of numbers, or a column of 0 and 1 for each category of a text."""
    cells = [row[name].strip() for row in rows]
    if name in CATEGORIES:
        return (np.array(cells)[:, None] == np.array(CATEGORIES[name])).astype(np.float32)
    return np.array(cells, dtype=np.float64).astype(np.float32)[:, None]


def load_arrays(path: str) -> tuple[list[np.ndarray], np.ndarray]:
    """Read the table: one array of columns for each input, and the target."""
    rows = read_rows(path)
    inputs = [np.concatenate([read_column(rows, name) for name in names], 1) for names in INPUTS]
{target}    return inputs, target
'''


def _table_target(plan: table.TablePlan) -> str:
    if not plan.classes:
        return "    target = np.concatenate([read_column(rows, name) for name in TARGETS], 1)\n"
    cell = "row[TARGETS[0]].strip()"
    if plan.targets[0].numbers is not None:
        cell = 'f"{float(row[TARGETS[0]]):g}"'
    return f"    target = np.array([CLASSES.index({cell}) for row in rows])\n"


def _archive(config: DataConfig, place: Place) -> DataCode:
    from train.data.sources import npz_names

    inputs, targets = npz_names(config)
    described = describe(config, place.folder, outside=place.outside)
    kind = "np.int64" if described.classes else "np.float32"
    shape = "".join(f", {size}" for size in described.target.shape) or ","
    path = str(config.options.get("path", ""))
    head = "def load_arrays(path: str) -> tuple[list[np.ndarray], np.ndarray]:\n"
    back = f"    return inputs, target.reshape((len(target){shape}))\n"
    if path.lower().endswith(".npy"):
        text = (
            f"{head}"
            '    """Read an array and those beside it; the first axis counts samples."""\n'
            "    place = Path(path)\n"
            f"    names = {literal(inputs)}\n"
            '    inputs = [np.load(place.with_name(f"{name}.npy")) for name in names]\n'
            f"    target = np.load(place.with_name({literal(targets + '.npy')})).astype({kind})\n"
            f"{back}"
        )
        return DataCode(("from pathlib import Path",), text, path)
    text = (
        f"{head}"
        '    """Read the arrays of the archive; the first axis counts samples."""\n'
        "    with np.load(path, allow_pickle=False) as archive:\n"
        f"        inputs = [archive[name] for name in {literal(inputs)}]\n"
        f"        target = archive[{literal(targets)}].astype({kind})\n"
        f"{back}"
    )
    return DataCode((), text, path)


def _idx(config: DataConfig, place: Place) -> DataCode:
    labels = str(config.options.get("labels", ""))
    text = IDX_READER + (
        "\n\n#: The file of labels; --data names the file of images.\n"
        f"{constant('LABELS', labels)}\n\n"
        "def load_arrays(path: str, labels: str = LABELS) -> tuple[list[np.ndarray], np.ndarray]:\n"
        '    """Read images, with an axis for their one channel, and labels."""\n'
        "    images = read_idx(path)\n"
        "    if images.ndim == 3:\n"
        "        images = images[:, None]\n"
        "    return [images], read_idx(labels).astype(np.int64)\n"
    )
    imports = ("import gzip", "from pathlib import Path")
    return DataCode(imports, text, str(config.options.get("images", "")))


IDX_READER = '''def read_idx(path: str) -> np.ndarray:
    """Read a file in the format of MNIST, gzipped or not."""
    data = Path(path).read_bytes()
    data = gzip.decompress(data) if data[:2] == b"\\x1f\\x8b" else data
    dtype = {8: ">u1", 9: ">i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}[data[2]]
    shape = np.frombuffer(data, ">u4", data[3], 4)
    values = np.frombuffer(data, dtype, offset=4 + 4 * data[3]).reshape(shape)
    return values.astype(np.dtype(dtype).newbyteorder("="))
'''


def _image_folder(config: DataConfig, place: Place) -> DataCode:
    described = describe(
        DataConfig(config.source, options=config.options), place.folder, outside=place.outside
    )
    channels, height, width = described.inputs[0].shape
    mode = "L" if channels == 1 else "RGB"
    resize = f".resize(({width}, {height}), Image.Resampling.BILINEAR)"
    if config.options.get("resize") is None:
        resize = ""
    axes = "[None]" if channels == 1 else ".transpose(2, 0, 1)"
    text = (
        constant("CLASSES", list(described.classes))
        + constant("SUFFIXES", sorted(_suffixes()))
        + "\n\n"
        + "def load_arrays(path: str) -> tuple[list[np.ndarray], np.ndarray]:\n"
        '    """Read every image of a folder that has a subfolder for each class."""\n'
        "    images, target = [], []\n"
        "    for number, name in enumerate(CLASSES):\n"
        '        for file in sorted(Path(path, name).rglob("*")):\n'
        "            if file.suffix.lower() in SUFFIXES:\n"
        f'                pixels = np.asarray(Image.open(file).convert("{mode}"){resize})\n'
        f"                images.append(pixels{axes})\n"
        "                target.append(number)\n"
        "    return [np.stack(images)], np.array(target)\n"
    )
    imports = ("from pathlib import Path", "", "from PIL import Image")
    return DataCode(imports, text, str(config.options.get("path", "")))


def _suffixes() -> set[str]:
    from train.data.images import SUFFIXES

    return SUFFIXES


def preparation_text(config: DataConfig, described: DataDescription, place: Place) -> str:
    """``load_data``: split and normalise exactly as the app does."""
    peak, is_table = _nature(config, place)
    drawing, split = splitting(config)
    used: list[Callable[..., Any]] = [*drawing, preparation.epoch_order]
    lines = [*split, *_normalising(config, described, peak, is_table)]
    if any("standardise(" in line for line in lines):
        used.append(preparation.standardise)
    if config.flatten:
        lines.append("    inputs = [x.reshape(len(x), -1) for x in inputs]")
    if config.reconstruct:
        lines.append("    target = inputs[0]  # the network is asked for its own input")
    else:
        lines += _target_lines(config, described, is_table)
    reads = SOURCES[config.source].kind != "generated"
    functions = [function_text(function) for function in used]
    if config.group:
        functions.append(groups_text(config, place))
    names = ["train", *parts_of_script(config)[1:]]
    batches = ", ".join("Batch" for _ in names)
    tested = ", and to test" if len(names) > 2 else ""
    purpose = "tensors to train on, tensors to validate with"
    return (
        "\n\n".join(functions) + "\n\n"
        f"def load_data({'path: str' if reads else ''}) -> tuple[{batches}]:\n"
        f'    """Read, split and normalise: {purpose}{tested}."""\n'
        f"    inputs, target = load_arrays({'path' if reads else ''})\n" + "\n".join(lines) + "\n"
        "    tensors = [torch.from_numpy(np.ascontiguousarray(x)) for x in [*inputs, target]]\n"
        f"    return {', '.join(f'[t[{name}] for t in tensors]' for name in names)}\n"
    )


def _nature(config: DataConfig, place: Place) -> tuple[float | None, bool]:
    """The largest pixel value (None for what is no image), and whether it is a table."""
    source = SOURCES[config.source]
    if source.kind == "generated":
        return None, False
    if config.source == "npz":
        from train.data.numpy_files import read_headers
        from train.data.sources import npz_names

        headers = read_headers(place.file(config))
        are_bytes = all(headers[n].dtype == np.uint8 for n in npz_names(config)[0])
        return (255.0 if are_bytes else None), False
    if config.source == "idx":
        from train.data.idx import read_idx_header

        path = place.file(config, "images")
        return (255.0 if read_idx_header(path)[1] == ">u1" else None), False
    if config.source == "csv" or (FILES / f"{config.source}.csv").exists():
        return None, True
    return (16.0 if config.source == "digits" else 255.0), False


def _normalising(
    config: DataConfig, described: DataDescription, peak: float | None, is_table: bool
) -> list[str]:
    way = preparation.normalisation(config, pixels=peak is not None, table=is_table)
    lines = []
    for index, field in enumerate(described.inputs):
        place = f"inputs[{index}]"
        if field.dtype == "int64":
            lines.append(f"    {place} = {place}.astype(np.int64)  # indices are never scaled")
        elif way == "standard" and (field.shape or config.flatten):
            lines.append(f"    {place} = standardise({place}, train)")
        elif way == "unit" and peak is not None:
            lines.append(f"    {place} = ({place} / {peak}).astype(np.float32)")
        else:
            lines.append(f"    {place} = {place}.astype(np.float32)")
    return lines


def _target_lines(config: DataConfig, described: DataDescription, is_table: bool) -> list[str]:
    if described.target.dtype == "int64":
        return ["    target = target.astype(np.int64)"]
    wanted = config.normalize_target
    if not (is_table if wanted == "auto" else wanted is True):
        return ["    target = target.astype(np.float32)"]
    return [
        "    global SCALE  # errors are told in the target's own unit",
        "    chosen = target[train].astype(np.float64)",
        "    SCALE = chosen.std() or 1.0",
        "    target = ((target - chosen.mean()) / SCALE).astype(np.float32)",
    ]
