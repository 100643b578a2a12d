"""The part of an exported training script that reads the data: NumPy, and nothing of ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from train.data import SOURCES, DataDescription, preparation
from train.data.asking import INPUTS
from train.data.generated import make_pairs
from train.data.location import FILES
from train.data.own import npz_names, saved_pictures
from train.data.paired import DIGITS, POOLS
from train.data.source import Place, Source
from train.data.sources import GENERATORS
from train.data.targets import describe_target
from train.script_arrays import archive, tensors
from train.script_code import DataCode, constant, function_text, literal
from train.script_metrics import scale_of
from train.script_on_disk import is_on_disk, on_disk_functions, on_disk_lines
from train.script_parts import parts_of_script, splitting
from train.script_pictures import groups_of_script, image_folder, pairs
from train.script_saved import saved
from train.script_tables import groups_text, own_table, parquet_table, table_code
from train.script_targets import read_targets
from train.script_text import texts
from train.script_torchvision import torchvision_set
from train.settings import DataConfig


def data_code(config: DataConfig, place: Place, targets: Sequence[str] = ()) -> DataCode:
    """``load_arrays``, and what it needs; with several ``targets`` it gives a list of them.

    Raises: DataError, if the data has to be looked at and cannot be read.
    """
    source = SOURCES[config.source]
    if source.kind == "generated":
        return _generated(source, config)
    if source.name == "digit_pairs":
        return _pairs(source, config)
    one_target: dict[str, Callable[[DataConfig, Place], DataCode]] = {
        "images": image_folder,
        "pairs": pairs,
        "torchvision": torchvision_set,
        "idx": _idx,
    }
    writer: dict[str, Callable[[DataConfig, Place, Sequence[str]], DataCode]] = {
        "csv": own_table,
        "parquet": parquet_table,
        "text": texts,
        "huggingface": saved,
        "npz": archive,
        "pt": tensors,
    }
    if source.name in one_target:
        return one_target[source.name](config, place)
    if source.kind == "own":
        return writer[source.name](config, place, targets)
    file = FILES / f"{source.name}.csv"
    return table_code(config, file, "", targets) if file.exists() else _built_in_images(source)


def _generated(source: Source, config: DataConfig) -> DataCode:
    function = GENERATORS[source.name]
    given = {a.name: source.option(config, a.name) for a in source.arguments if a.name != "targets"}
    arguments = ", ".join(f"{name}={literal(value)}" for name, value in given.items())
    several = len(source.describe(config, Place()).inputs) > 1
    text = (
        f"{function_text(function)}\n\n"
        "def load_arrays() -> tuple[list[np.ndarray], np.ndarray]:\n"
        f'    """{source.summary}\n\n    Made here: there is no file to read.\n    """\n'
        f"    inputs, target = {function.__name__}({arguments}, seed={config.seed})\n"
        f"    return {'list(inputs)' if several else '[inputs]'}, target\n"
    )
    return DataCode((), text)


def _pairs(source: Source, config: DataConfig) -> DataCode:
    samples = source.option(config, "samples")
    text = (
        f"PAIRS, POOLS = {samples}, {POOLS}\n\n\n"
        f"{function_text(make_pairs)}\n\n"
        "def load_arrays(path: str) -> tuple[list[np.ndarray], np.ndarray]:\n"
        f'    """{source.summary}"""\n'
        "    with np.load(path, allow_pickle=False) as archive:\n"
        '        images, labels = archive["images"], archive["labels"]\n'
        "    left, right, alike = make_pairs(images, labels, PAIRS, POOLS, DATA_SEED)\n"
        "    return [left, right], alike\n"
    )
    return DataCode((), text, DIGITS.name, DIGITS)


def _built_in_images(source: Source) -> DataCode:
    file = next(FILES.glob(f"{source.name}*.npz"))
    text = (
        "def load_arrays(path: str) -> tuple[list[np.ndarray], np.ndarray]:\n"
        f'    """{source.summary}"""\n'
        "    with np.load(path, allow_pickle=False) as archive:\n"
        '        return [archive["images"]], archive["labels"].astype(np.int64)\n'
    )
    return DataCode((), text, file.name, file)


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


def preparation_text(
    config: DataConfig,
    described: DataDescription,
    place: Place,
    targets: Sequence[str] = ("",),
) -> str:
    """``load_data``: split and normalise exactly as the app does.

    ``targets`` are those that the losses look at, by name, ``inputs`` last.
    """
    peak, is_table = _nature(config, place)
    read = read_targets(config, targets)
    lazy = is_on_disk(config, place)
    strata = _strata(config, read, place) if config.strata else 0
    drawing, split = splitting(config, several=len(read) > 1, strata=strata, lazy=lazy)
    used: list[Callable[..., Any]] = [*drawing, preparation.epoch_order]
    lines = [*split, *([] if lazy else _normalising(config, described, peak, is_table))]
    if any("standardise(" in line for line in lines):
        used.append(preparation.standardise)
    if config.flatten and not lazy:
        lines.append("    inputs = [x.reshape(len(x), -1) for x in inputs]")
    carried = []
    for number, name in enumerate(read):
        variable = f"targets[{number}]" if len(read) > 1 else "target"
        if name in targets:
            carried.append(variable)
        if name == "" and config.reconstruct and lazy:
            carried[-1] = "inputs[0]"
        elif name == "" and config.reconstruct:
            lines.append(f"    {variable} = inputs[0]  # the network is asked for its own input")
        elif name in targets and not (lazy and config.source == "pairs"):
            known = describe_target(config, name, place.folder, outside=place.outside)
            scale = scale_of(name, several=len(targets) > 1)
            lines += _target_lines(config, known, is_table, variable, scale)
    carried = ["*targets"] if len(carried) == len(read) > 1 else carried
    carried += ["inputs[0]"] if INPUTS in targets else []
    reads = SOURCES[config.source].kind != "generated"
    functions = [function_text(function) for function in used]
    if config.group:
        by_name = SOURCES[config.source].groups_by == "file name"
        functions.append(groups_of_script(config) if by_name else groups_text(config, place))
    names = ["train", *parts_of_script(config)[1:]]
    batches = ", ".join("Batch" for _ in names)
    tested = ", and to test" if len(names) > 2 else ""
    purpose = "tensors to train on, tensors to validate with"
    came = "targets" if len(read) > 1 else "target"
    ending = (
        f"    arrays = [*inputs, {', '.join(carried)}]\n"
        "    tensors = [torch.from_numpy(np.ascontiguousarray(array)) for array in arrays]\n"
        f"    return {', '.join(f'[t[{name}] for t in tensors]' for name in names)}\n"
    )
    if lazy:
        way = preparation.normalisation(config, pixels=peak is not None, table=is_table)
        lines += on_disk_lines(config, described, way, peak, carried)
        functions += on_disk_functions(config, way)
        ending = f"    return {', '.join(f'part_of({name})' for name in names)}\n"
    return (
        "\n\n".join(functions) + "\n\n"
        f"def load_data({'path: str' if reads else ''}) -> tuple[{batches}]:\n"
        f'    """Read, split and normalise: {purpose}{tested}."""\n'
        f"    inputs, {came} = load_arrays({'path' if reads else ''})\n" + "\n".join(lines) + "\n"
        f"{ending}"
    )


def _strata(config: DataConfig, read: Sequence[str], place: Place) -> int:
    """Which of the targets that are read has the classes that the split goes by."""
    for number, name in enumerate(read):
        known = describe_target(config, name, place.folder, outside=place.outside)
        if known.labels is not None and known.labels.ndim == 1:
            return number
    return 0


def _nature(config: DataConfig, place: Place) -> tuple[float | None, bool]:
    """The largest pixel value (None for what is no image), and whether it is a table."""
    source = SOURCES[config.source]
    if source.kind == "generated":
        return None, False
    if config.source in ("npz", "pt"):
        from train.data.numpy_files import read_headers

        headers = read_headers(place.file(config))
        are_bytes = all(headers[n].dtype == np.uint8 for n in npz_names(config)[0])
        return (255.0 if are_bytes else None), False
    if config.source == "idx":
        from train.data.idx import read_idx_header

        path = place.file(config, "images")
        return (255.0 if read_idx_header(path)[1] == ">u1" else None), False
    if config.source in ("csv", "parquet") or (FILES / f"{config.source}.csv").exists():
        return None, True
    if config.source == "text":
        return None, False
    if config.source == "huggingface":
        picture = saved_pictures(config, place.file(config, kind="folder"))
        return (255.0, False) if picture else (None, True)
    return (16.0 if config.source in ("digits", "digit_pairs") else 255.0), False


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


def _target_lines(
    config: DataConfig, described: DataDescription, is_table: bool, target: str, scale: str
) -> list[str]:
    if described.target.dtype == "int64":
        return [f"    {target} = {target}.astype(np.int64)"]
    if not scales_target(config, described, is_table=is_table):
        return [f"    {target} = {target}.astype(np.float32)"]
    return [
        *(["    global SCALE  # errors are told in the target's own unit"] * (scale == "SCALE")),
        f"    chosen = {target}[train].astype(np.float64)",
        "    mean, deviation = float(chosen.mean()), float(chosen.std())",
        f"    {scale} = deviation if deviation >= 1e-8 else 1.0",
        f"    {target} = (({target} - mean) / {scale}).astype(np.float32)",
    ]


def scales_target(config: DataConfig, described: DataDescription, *, is_table: bool) -> bool:
    """Whether a target is normalised, so that its errors have to be scaled back."""
    wanted = config.normalize_target
    chosen = is_table if wanted == "auto" else wanted is True
    return chosen and described.target.dtype != "int64" and not config.reconstruct


def is_table(config: DataConfig, place: Place) -> bool:
    """Whether columns of any unit stand side by side."""
    return _nature(config, place)[1]
