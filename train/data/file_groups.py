"""Which files belong together in a split: by their subfolder, or by a part of their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.description import NumpyArray

#: Stands for the part of a name that tells the group.
MARK = "{group}"

#: Says that files of one subfolder belong together.
FOLDER = "folder"

#: More stars in a pattern could take ages on a name that was made for it.
MOST_STARS = 2


def pattern_problem(pattern: str) -> str:
    """What is wrong with ``group`` where samples are files; "" where nothing is."""
    if pattern == FOLDER:
        return ""
    if pattern.count(MARK) != 1:
        return later(
            "expected folder, or a pattern of the file names with {mark} in it once, not {value}",
            mark=MARK,
            value=repr(pattern),
        )
    if pattern.count("*") > MOST_STARS:
        return later(
            "expected at most {most} stars in {value}", most=MOST_STARS, value=repr(pattern)
        )
    return ""


def name_pattern(pattern: str) -> str:
    """The regular expression that a pattern such as ``patient{group}_*`` stands for."""
    meant = {"*": ".*", "?": ".", MARK: "(.+?)"}
    parts = re.split(r"(\*|\?|\{group\})", pattern)
    return "".join(meant.get(part) or re.escape(part) for part in parts)


def groups_of_files(pattern: str, places: Sequence[str]) -> NumpyArray | None:
    """A number for every file, equal where files stay together; None without a pattern.

    ``places`` are their paths with ``/``, without the folder of the class.
    Raises: DataError, naming the first file that the pattern does not fit.
    """
    if not pattern:
        return None
    wrong = pattern_problem(pattern)
    if wrong:
        raise DataError(later("group: {words}", words=wrong))
    names = []
    for place in places:
        folder, _, name = place.rpartition("/")
        found = re.fullmatch(name_pattern(pattern), name) if pattern != FOLDER else None
        if pattern == FOLDER and not folder:
            raise DataError(
                later("{name}: lies in no subfolder to be grouped by", name=place),
                later("put it into one, or set group to a pattern of the file names"),
            )
        if pattern != FOLDER and found is None:
            raise DataError(
                later(
                    "{name}: its name does not fit the group {pattern}",
                    name=place,
                    pattern=repr(pattern),
                ),
                later("rename it, or change the pattern"),
            )
        names.append(found[1] if found else folder.split("/")[0])
    numbers: NumpyArray = np.unique(np.array(names), return_inverse=True)[1].reshape(-1)
    return numbers
