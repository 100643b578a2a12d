"""The order in which rules for how weights start are followed, the same in module and source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from codegen.weights import Rule


def sweeps(rules: tuple[Rule, ...]) -> Iterator[tuple[Rule, ...]]:
    """The rules in the groups in which they are followed: plain ones module by module."""
    for plain, group in groupby(rules, lambda rule: rule.is_plain):
        rules_of_kind = tuple(group)
        yield from [rules_of_kind] if plain else ((rule,) for rule in rules_of_kind)
