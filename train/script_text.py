"""How a training script reads text: the tokens, their vocabulary, and what is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from train.data import describe, text
from train.data.csv_file import find_delimiter
from train.data.own import reading_of
from train.data.saved_dataset import is_saved
from train.data.source import Place
from train.data.table import TablePlan
from train.script_code import DataCode, constant, function_text, literal
from train.script_saved import IMPORTS, saved_rows
from train.script_tables import CSV_ROWS, PARQUET_ROWS
from train.script_targets import classes_text, columns_text, configs_of, names_text, returned
from train.settings import DataConfig

#: What a line of the vocabulary may take.
_WIDTH = 84


def texts(config: DataConfig, place: Place, targets: Sequence[str] = ()) -> DataCode:
    """How texts become whole numbers."""
    path, how = place.file(config, kind="file or folder"), reading_of(config)
    every = [
        text.read_texts(path, reading_of(each), config.group, ())
        for each in configs_of(config, targets)
    ]
    read = every[0]
    known = describe(config, place.folder, outside=place.outside).lexicon["text"]
    functions: list[Callable[..., Any]] = [text.encode]
    functions.append(text.windows if read.is_running else text.padded)
    said = {"length": str(how.length)}
    if read.plan is not None:
        plans = [one.plan for one in every if one.plan is not None]
        imports, constants, reading = _of_table(path, how, plans, said)
    else:
        imports, constants = ["from pathlib import Path"], ""
        reading = READ_TEXT
        if read.labels is None:
            stride, each = str(how.stride or how.length), str(how.predict == "each")
            reading += RUNNING.format(**said, stride=stride, each=each)
        else:
            constants = constant("CLASSES", list(read.classes))
            reading += OF_FOLDERS.format(**said)
        constants += constant("SUFFIXES", sorted(text.SUFFIXES))
    if how.tokens == "words":
        imports.append("import re")
    blank = "\n" if constants else ""
    written = (
        f"{constants}{blank}"
        "#: What each number stands for; 0 fills a sample, 1 is whatever is not among them.\n"
        f"{_vocabulary(known, how.tokens)}\n\n"
        + f"{TOKENIZE[how.tokens]}\n\n"
        + "\n\n".join(function_text(function) for function in functions)
        + f"\n\n{reading}"
    )
    return DataCode(tuple(imports), written, str(config.options["path"]))


def _of_table(
    path: Path, how: text.Reading, plans: Sequence[TablePlan], said: dict[str, str]
) -> tuple[list[str], str, str]:
    """Imports, constants, and the functions that read the texts of a table."""
    if is_saved(path):
        imports, rows = (
            list(IMPORTS),
            saved_rows(path, [one.name for plan in plans for one in plan.targets]),
        )
    elif path.suffix.lower() == ".parquet":
        imports, rows = ["from typing import Any", "import pyarrow.parquet as pq"], PARQUET_ROWS
    else:
        imports = ["import csv"]
        rows = CSV_ROWS.format(delimiter=literal(find_delimiter(path)))
    constants = names_text(plans) + classes_text(plans)
    cells = "[[row[name] for name in TARGETS] for row in rows]"
    target = columns_text(plans, f"    target = np.array({cells}, np.float64).astype(np.float32)\n")
    column = literal(text.text_column(path, how))
    return (
        imports,
        constants,
        rows + OF_ROWS.format(**said, text=column, target=target, **returned(plans)),
    )


def _vocabulary(known: tuple[str, ...], tokens: str) -> str:
    """The tokens in lines that can be looked through: words between spaces, or characters."""
    between = " " if tokens == "words" else ""
    lines, line = [], ""
    for token in known[2:]:
        if line and len(repr(line + token + between)) > _WIDTH:
            lines.append(line)
            line = ""
        line += token + between
    lines.append(line)
    said = "".join(f"    {literal(one)}\n" for one in lines)
    if tokens == "words":
        return f'WORDS = (\n{said})\nVOCABULARY = ["<pad>", "<unknown>", *WORDS.split()]\n'
    said = literal(lines[0]) if len(lines) == 1 else f"(\n{said})"
    return f'CHARACTERS = {said}\nVOCABULARY = ["<pad>", "<unknown>", *CHARACTERS]\n'


#: ``train.data.text.tokenize``, of one kind of token.
TOKENIZE = {
    "characters": '''def tokenize(text: str) -> list[str]:
    """Cut a text into characters."""
    return list(text)
''',
    "words": '''def tokenize(text: str) -> list[str]:
    """Cut a text into words and marks."""
    return re.findall(r"\\w+|[^\\w\\s]", text)
''',
}

READ_TEXT = '''def read_text(path: Path) -> str:
    """Read a file, or the texts of a folder one after the other."""
    if path.is_dir():
        files = [file for file in sorted(path.rglob("*")) if file.suffix.lower() in SUFFIXES]
        return "\\n".join(read_text(file) for file in files)
    return path.read_text(encoding="utf-8-sig")


'''

RUNNING = '''def load_arrays(path: str) -> tuple[list[np.ndarray], np.ndarray]:
    """Cut the text into samples, and what comes next."""
    codes = encode(tokenize(read_text(Path(path))), VOCABULARY)
    inputs, target = windows(codes, length={length}, stride={stride}, each={each})
    return [inputs], target
'''

OF_FOLDERS = '''def load_arrays(path: str) -> tuple[list[np.ndarray], np.ndarray]:
    """Read the texts of a folder that has a subfolder for each class."""
    codes, target = [], []
    for number, name in enumerate(CLASSES):
        for file in sorted(Path(path, name).rglob("*")):
            if file.suffix.lower() in SUFFIXES:
                codes.append(encode(tokenize(read_text(file)), VOCABULARY))
                target.append(number)
    return [padded(codes, length={length})], np.array(target)
'''

OF_ROWS = '''def load_arrays(path: str) -> tuple[list[np.ndarray], {arrays}]:
    """Read the texts of a table, and the {result}."""
    rows = read_rows(path)
    cells = [row[{text}].strip() for row in rows]
    codes = [encode(tokenize(cell), VOCABULARY) for cell in cells]
{target}    return [padded(codes, length={length})], {result}
'''
