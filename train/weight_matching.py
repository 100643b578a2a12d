"""Which tensor of a weights file goes into which of a network, and what is left over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.phrases import joined, later
from train.weight_table import Rule, renamed

#: What wrappers of PyTorch's put before every name.
WRAPPERS = ("module", "_orig_mod")

#: Shape and dtype of a tensor.
Form = tuple[tuple[int, ...], str]


@dataclass(frozen=True)
class Difference:
    """A tensor that has a counterpart of another shape, or of another kind of numbers."""

    source: str
    target: str
    has: str
    wants: str


@dataclass(frozen=True)
class MatchReport:
    """``loaded`` pairs names of the file with names of the network; the rest found no partner."""

    loaded: tuple[tuple[str, str], ...] = ()
    differs: tuple[Difference, ...] = ()
    missing: tuple[str, ...] = ()
    unexpected: tuple[str, ...] = ()
    prefix: str = ""  # of a wrapper, left out of every name

    @property
    def is_complete(self) -> bool:
        return not (self.differs or self.missing or self.unexpected)

    @property
    def words(self) -> str:
        """One line: ``216 of 218 tensors loaded; 2 have another shape``."""
        total = len(self.loaded) + len(self.differs) + len(self.missing)
        parts = [
            later("{loaded} of {total} tensors loaded", loaded=len(self.loaded), total=total),
            later("{n} of another shape or kind", n=len(self.differs)) if self.differs else "",
            later("{n} missing in the file", n=len(self.missing)) if self.missing else "",
            later("{n} in the file unused", n=len(self.unexpected)) if self.unexpected else "",
            later("the prefix {prefix}. left out", prefix=self.prefix) if self.prefix else "",
        ]
        return joined("; ", filter(None, parts))

    def to_plain(self) -> dict[str, Any]:
        return {
            "loaded": [list(pair) for pair in self.loaded],
            "differs": [[d.source, d.target, d.has, d.wants] for d in self.differs],
            "missing": list(self.missing),
            "unexpected": list(self.unexpected),
            "prefix": self.prefix,
            "words": self.words,
        }


def match_weights(
    source: Mapping[str, Form], target: Mapping[str, Form], how: str | Sequence[Rule] = "name"
) -> MatchReport:
    """Pair the tensors of a file with those of a network.

    ``how``: ``name``, where only the prefix of a wrapper may stand before every name;
    ``order``, the first with the first; or rules that rename what the file has.
    """
    prefix = ""
    if how == "order":
        pairs = _by_order(list(source), list(target))
    elif how == "name":
        prefix = next((p for p in WRAPPERS if all(n.startswith(f"{p}.") for n in source)), "")
        shift = len(prefix) + 1 if prefix and not any(name in target for name in source) else 0
        prefix = prefix if shift else ""
        pairs = {name: name[shift:] for name in source}
    else:
        assert not isinstance(how, str)
        pairs = renamed(source, how)
    return _compared(source, target, pairs, prefix)


def _by_order(source: list[str], target: list[str]) -> dict[str, str]:
    """Counters of batches, which old files lack, are passed over where one side has none."""
    counts = [[n for n in names if n.endswith("num_batches_tracked")] for names in (source, target)]
    if not all(counts):
        source = [name for name in source if name not in counts[0]]
        target = [name for name in target if name not in counts[1]]
    return dict(zip(source, target, strict=False))


def _compared(
    source: Mapping[str, Form], target: Mapping[str, Form], pairs: Mapping[str, str], prefix: str
) -> MatchReport:
    loaded: list[tuple[str, str]] = []
    differs: list[Difference] = []
    taken: set[str] = set()
    for name, goal in pairs.items():
        if goal not in target or goal in taken:
            continue
        taken.add(goal)
        if _fits(source[name], target[goal]):
            loaded.append((name, goal))
        else:
            differs.append(Difference(name, goal, shown(source[name]), shown(target[goal])))
    used = {name for name, _ in loaded} | {difference.source for difference in differs}
    return MatchReport(
        tuple(loaded),
        tuple(differs),
        tuple(name for name in target if name not in taken),
        tuple(name for name in source if name not in used),
        prefix,
    )


def _fits(has: Form, wants: Form) -> bool:
    return has[0] == wants[0] and _kind(has[1]) == _kind(wants[1])


def _kind(dtype: str) -> str:
    """Floats of any width fit each other; whole numbers and complex ones stay apart."""
    return next((kind for kind in ("complex", "float") if kind in dtype), "whole")


def shown(form: Form) -> str:
    """``[64, 3, 7, 7]``, with the dtype where that is not the usual one."""
    shape, dtype = form
    return f"[{', '.join(map(str, shape))}]{'' if dtype == 'float32' else f' {dtype}'}"
