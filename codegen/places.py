"""Where the layers of one class stand: a path of attributes and indices for every node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from codegen.containers import container_keys, container_kind
from codegen.program import Call, Loop, Statement, Submodule, Unroll
from codegen.units import Unit

Path = tuple[str | int, ...]


class Owner(str):
    """In a path that is not settled: the node whose layer is called, wherever that will stand."""


class Places:
    """Collects the places of nodes while a class is lowered.

    A node may call a layer that is built after it; its call is settled at the end. ``names`` are
    the attributes of nodes and frames, ``inside`` the places of frames that are classes.
    """

    def __init__(
        self, names: Mapping[str, str], by_name: bool, inside: Mapping[str, Places]
    ) -> None:
        self._names, self._by_name, self._inside = names, by_name, inside
        self._paths: dict[str, Path] = {}
        self.frames: dict[str, Path] = {}

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._paths)

    def put(self, node: str, path: Path, frames: tuple[str, ...] = ()) -> None:
        """The place of a node, which is in ``frames``."""
        self._paths[node] = path
        self.frames |= {frame: path[: i + 1] for i, frame in enumerate(frames)}

    def put_unit(self, unit: Unit, path: Path) -> None:
        """The places of the nodes of a unit that is built at ``path``, and of its frames."""
        if unit.group is not None:
            around = unit.path[: len(path) - 1]
            self.frames |= {frame: path[: i + 1] for i, frame in enumerate(around)}
            self.frames[unit.group.name] = path
        if unit.node is not None:
            self.put(unit.node.name, path)
        elif unit.group is not None and unit.group.container == "Module":
            for node, place in self._inside[unit.group.name]._paths.items():
                self.put(node, (*path, *place))
        elif unit.group is not None:
            by = container_keys(unit.group, container_kind(unit.group), self._by_name)
            for index, member in enumerate(unit.members):
                key = index if by == "index" else self._names[member.name]
                self.put_unit(member, (*path, key))

    def of(self, node: str) -> Path:
        return self._paths[node]

    def settled(self, statement: Statement) -> Statement:
        """A statement that calls no one's layer by the name of its node."""
        if isinstance(statement, (Loop, Unroll)):
            call = self.settled(statement.call)
            assert isinstance(call, Call)
            return replace(statement, call=call)
        if not isinstance(statement.target, Submodule):
            return statement
        owner = statement.target.path[0]
        if not isinstance(owner, Owner):
            return statement
        return replace(statement, target=Submodule(self._paths[str(owner)]))
