"""How a training script reads folders of pictures: all at once, or those of a batch."""

from __future__ import annotations

from train.data import DataDescription, describe
from train.data.file_groups import FOLDER, name_pattern
from train.data.own import folders_of
from train.data.picture_files import SUFFIXES
from train.data.source import Place
from train.script_code import DataCode, constant, literal
from train.script_on_disk import is_on_disk
from train.settings import DataConfig

IMPORTS = ("from pathlib import Path", "", "from PIL import Image")
ON_DISK_IMPORTS = (
    "from collections.abc import Callable",
    "from concurrent.futures import ThreadPoolExecutor",
)


def _described(config: DataConfig, place: Place) -> DataDescription:
    """What the folder holds, with its classes also where the network is asked for its input."""
    options = {name: value for name, value in config.options.items() if name != "targets"}
    plain = DataConfig(config.source, options=options)
    return describe(plain, place.folder, outside=place.outside)


def image_folder(config: DataConfig, place: Place) -> DataCode:
    """A subfolder for each class."""
    described = _described(config, place)
    lazy = is_on_disk(config, place)
    [field] = described.inputs
    found = f"[Files([file for file, _ in files], read_image, {field.shape})]"
    images = found if lazy else "[np.stack([read_image(file) for file, _ in files])]"
    kind = "list[Files]" if lazy else "list[np.ndarray]"
    text = (
        constant("CLASSES", list(described.classes))
        + constant("SUFFIXES", sorted(SUFFIXES))
        + "\n\n"
        + LIST_FILES
        + _read_image(config, field.shape)
        + (FILES if lazy else "")
        + f"def load_arrays(path: str) -> tuple[{kind}, np.ndarray]:\n"
        '    """Read every image of a folder that has a subfolder for each class."""\n'
        "    files = list_files(path)\n"
        f"    images = {images}\n"
        "    return images, np.array([number for _, number in files])\n"
    )
    return DataCode(_imports(config, lazy=lazy), text, str(config.options.get("path", "")))


def pairs(config: DataConfig, place: Place) -> DataCode:
    """Images, and a mask for each."""
    described, said = _described(config, place), folders_of(config)
    lazy = is_on_disk(config, place)
    [field] = described.inputs
    height, width = described.target.shape
    resize = f".resize(({width}, {height}), Image.Resampling.NEAREST)"
    resized = resize if config.options.get("resize") is not None else ""
    code = BINARY if said.mask == "binary" else VALUES
    images = "[np.stack([read_image(image) for image, _ in pairs])]"
    masks = "np.stack([read_mask(mask) for _, mask in pairs])"
    if lazy:
        images = f"[Files([image for image, _ in pairs], read_image, {field.shape})]"
        masks = f"Files([mask for _, mask in pairs], read_mask, {described.target.shape})"
    kind = "tuple[list[Files], Files]" if lazy else "tuple[list[np.ndarray], np.ndarray]"
    text = (
        f"{constant('IMAGES', said.images)}{constant('MASKS', said.masks)}"
        + "#: What stands in a mask for each class.\n"
        + constant("VALUES", [int(name) for name in described.classes])
        + constant("SUFFIXES", sorted(SUFFIXES))
        + "\n\n"
        + LIST_PAIRS
        + _read_image(config, field.shape)
        + READ_MASK.format(resized=resized, classes=code)
        + (FILES if lazy else "")
        + f"def load_arrays(path: str) -> {kind}:\n"
        '    """Read images and masks, which are told by their names."""\n'
        "    pairs = list_pairs(path)\n"
        f"    images = {images}\n"
        f"    return images, {masks}\n"
    )
    return DataCode(_imports(config, lazy=lazy), text, str(config.options.get("path", "")))


def _imports(config: DataConfig, *, lazy: bool) -> tuple[str, ...]:
    more = (*(ON_DISK_IMPORTS if lazy else ()), *(("import re",) if config.group else ()))
    return (*more, *IMPORTS)


def _read_image(config: DataConfig, shape: tuple[int, ...]) -> str:
    channels, height, width = shape
    mode = "L" if channels == 1 else "RGB"
    resize = f".resize(({width}, {height}), Image.Resampling.BILINEAR)"
    resize = resize if config.options.get("resize") is not None else ""
    axes = "[None]" if channels == 1 else ".transpose(2, 0, 1)"
    return (
        "def read_image(file: Path) -> np.ndarray:\n"
        f'    """Read one image: {channels} x {height} x {width} bytes."""\n'
        f'    return np.asarray(Image.open(file).convert("{mode}"){resize}){axes}\n\n\n'
    )


def groups_of_script(config: DataConfig) -> str:
    """``load_groups``, where files are kept together."""
    listed = (
        "file, _ in list_files(path)"
        if config.source == "images"
        else "file, _ in list_pairs(path)"
    )
    pattern = name_pattern(config.group)
    found = f"re.fullmatch({literal(pattern)}, file.name)[1]"
    if config.group == FOLDER:
        home = "path" if config.source == "images" else "Path(path, IMAGES)"
        found = f"file.relative_to({home}).parts[{1 if config.source == 'images' else 0}]"
    return (
        "def load_groups(path: str) -> np.ndarray:\n"
        '    """Read what each sample belongs to: those alike stay together in a split."""\n'
        f"    return np.array([{found} for {listed}])\n"
    )


LIST_FILES = '''def list_files(path: str) -> list[tuple[Path, int]]:
    """Return every image of a folder, with the number of the class whose subfolder it is in."""
    return [
        (file, number)
        for number, name in enumerate(CLASSES)
        for file in sorted(Path(path, name).rglob("*"))
        if file.suffix.lower() in SUFFIXES
    ]


'''

LIST_PAIRS = '''def list_pairs(path: str) -> list[tuple[Path, Path]]:
    """Return every image with the mask that has its name, whatever they end with."""
    found = []
    for folder in (Path(path, IMAGES), Path(path, MASKS)):
        files = [file for file in sorted(folder.rglob("*")) if file.suffix.lower() in SUFFIXES]
        found.append({file.relative_to(folder).with_suffix(""): file for file in files})
    images, masks = found
    return [(image, masks[name]) for name, image in images.items()]


'''

READ_MASK = '''def read_mask(file: Path) -> np.ndarray:
    """Read a mask: the class of every pixel."""
    mask = Image.open(file)
    mask = mask if mask.mode in ("1", "L", "P", "I", "I;16") else mask.convert("RGB").getchannel(0)
    mask = Image.fromarray(np.asarray(mask).astype(np.uint8)){resized}
    return {classes}


'''
VALUES = "np.searchsorted(VALUES, np.asarray(mask)).astype(np.uint8)"
BINARY = "(np.asarray(mask) > 127).astype(np.uint8)"

FILES = '''class Files:
    """Files that are read when they are asked for, several at once: all would not fit memory."""

    def __init__(self, files: list[Path], read: Callable[[Path], np.ndarray], shape: tuple) -> None:
        self.files, self.read, self.shape = files, read, (len(files), *shape)

    def __len__(self) -> int:
        return len(self.files)

    def __getitem__(self, rows: np.ndarray) -> np.ndarray:
        with ThreadPoolExecutor() as readers:
            return np.stack(list(readers.map(self.read, [self.files[row] for row in rows])))


'''
