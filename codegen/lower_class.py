"""One class of a program: what it builds, in which order, and what its ``forward`` does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from codegen.attributes import input_names, value_names
from codegen.calling import (
    call_by_parameter,
    call_operands,
    construction,
    own_tensor,
    result_pattern,
)
from codegen.class_values import ClassValues
from codegen.containers import Shelf, all_or_nothing, container_keys, container_kind, is_trainable
from codegen.cutting import framed
from codegen.formulas import names_read
from codegen.functional import FunctionCall, as_function, may_be_function
from codegen.lower_construction import block_construction
from codegen.lower_unroll import Unrolled
from codegen.lower_weights import class_starts, class_still, class_ties, own_value
from codegen.naming import name_variables, value_key
from codegen.places import Owner, Places
from codegen.program import (
    Call,
    ClassDefinition,
    Conditional,
    Construction,
    Container,
    Formula,
    Function,
    Initializer,
    Input,
    Loop,
    Operand,
    Repeated,
    Shape,
    Statement,
    Submodule,
    Variable,
    own_type,
)
from codegen.scope import Scope
from codegen.units import Unit, chain, units_of
from graph.document import Group, Node
from graph.errors import LoweringError
from graph.phrases import later


class ClassLowering:
    """Lowers a set of nodes to one class.

    ``around`` is the group whose class it is, or None for the class of the whole scope.
    """

    def __init__(self, scope: Scope, nodes: frozenset[str], around: str | None = None) -> None:
        self._scope, self._live = scope, scope.live
        self._units = units_of(self._live, nodes, around)
        self._shelf = Shelf(self._live.graph.groups, scope.names, by_name=scope.style.named)
        self._values = ClassValues(scope, self._units)
        self._statements: list[Statement] = []
        self._inside: dict[str, Places] = {}  # of the frames that are classes
        self._places = Places(scope.names, scope.style.named, self._inside)

    def definition(
        self,
        name: str,
        title: str,
        inputs: list[tuple[str, Input]],
        results: list[tuple[str, str]],
        outputs: tuple[str, ...] = (),
    ) -> ClassDefinition:
        """The class. ``inputs`` come with their keys; ``results`` are (node, port) pairs."""
        for unit in self._units:
            first = len(self._statements)
            self._lower(unit)
            if unit.path:
                inside = self._statements[first:]
                self._statements[first:] = [framed(made, unit.path[0]) for made in inside]
        statements, returns = name_variables(
            [self._places.settled(statement) for statement in self._statements],
            tuple(self._values.at(*result) for result in results),
            {key: given.name for key, given in inputs},
            self._values.wishes,
            self._scope.imported,
        )
        return ClassDefinition(
            name=name,
            title=title,
            submodules=self._shelf.submodules(),
            ties=class_ties(self._live, self._places, self._inside),
            starts=class_starts(self._scope, self._places, self._inside),
            still=class_still(self._live, self._places, self._inside),
            inputs=tuple(given for _, given in inputs),
            statements=tuple(statements),
            returns=returns,
            outputs=outputs,
            shapes=self._scope.shapes(results),
        )

    def sequential(
        self,
        name: str,
        title: str,
        inputs: list[tuple[str, Input]],
        results: list[tuple[str, str]],
        outputs: tuple[str, ...] = (),
    ) -> ClassDefinition | None:
        """The class as an ``nn.Sequential``, told as for ``definition``.

        None where it is no chain of modules from its only input to its only output.
        """
        units = self.as_chain() if len(inputs) == len(results) == 1 else []
        if not units or self._has_functions:
            return None
        by: Literal["index", "name"] = "name" if self._scope.style.named else "index"
        items = self.items(tuple(units))
        for index, unit in enumerate(units):
            self._places.put_unit(unit, (index if by == "index" else items[index][0],))
        return ClassDefinition(
            name=name,
            base="Sequential",
            title=title,
            submodules=items,
            ties=class_ties(self._live, self._places, self._inside),
            starts=class_starts(self._scope, self._places, self._inside),
            still=class_still(self._live, self._places, self._inside),
            by=by,
            inputs=tuple(given for _, given in inputs),
            returns=(None,),
            outputs=outputs,
            shapes=self._scope.shapes(results),
        )

    def as_chain(self) -> list[Unit]:
        """The units in turn, where they are layers of which each feeds only the next."""
        if any(unit.group is not None or unit.path for unit in self._units):
            return []
        return chain(self._live, self._units) if self._units else []

    def items(self, units: tuple[Unit, ...]) -> tuple[tuple[str, Initializer], ...]:
        """The submodules of a chain, with the shapes that change along it."""
        items: list[tuple[str, Initializer]] = []
        before: tuple[Shape, ...] = ()
        for unit in units:
            made = self._initializer(unit)
            shapes = self._scope.shapes(self._values.leaving(unit)[:1])
            if isinstance(made, Construction) and shapes != before:
                made = replace(made, shapes=shapes)
            before = shapes
            items.append((self._scope.names[unit.name], made))
        return tuple(items)

    # units

    def _lower(self, unit: Unit) -> None:
        if unit.node is not None:
            self._lower_node(unit.node, unit.path)
        elif unit.group is not None and unit.group.container == "Module":
            self._lower_class(unit, unit.group)
        elif unit.group is not None:
            self._lower_chain(unit, unit.group)

    def _lower_node(self, node: Node, path: tuple[str, ...]) -> None:
        if node.type in self._live.blocks:
            self._lower_block(node, path)
            return
        given = self._values.given(node)
        if self._values.is_kept(node):
            made = own_tensor(given, node, own_value(self._scope, node))
            self._places.put(node.name, self._shelf.add((), node.name, made))
            return
        unrolled = self._unrolled(node, given.inputs)
        if unrolled is not None:
            given = replace(given, inputs=unrolled.operands)
        args, kwargs = call_operands(given)
        target: Submodule | Function = Function(given.layer.type)
        if (function := self._function(node, path)) is not None:
            target, args, kwargs = function
        elif given.layer.kind in ("module", "loss"):
            target = self._submodule(path, node)
        elif given.layer.kind not in ("function", "method"):
            raise LoweringError(
                later("{name}: a {type} cannot be compiled yet", name=node.name, type=node.type)
            )
        results = self._values.leaving(Unit(path, node))
        ports = self._scope.outputs(node)
        if unrolled is not None:
            pattern = result_pattern(given, unrolled.names(), unrolled.outputs)
            call = Call(target, args, kwargs, pattern, node.name)
            owner = self._live.graph.node(self._live.owner(node.name))
            self._statements += unrolled.statements(call, self._scope.known(owner).arguments)
            return
        names = {port: self._values.wish(node.name, port, len(ports)) for _, port in results}
        pattern = result_pattern(given, names, ports)
        call = Call(target, args, kwargs, pattern, node.name)
        self._run(node, call, results)

    def _unrolled(self, node: Node, inputs: Mapping[str, Operand]) -> Unrolled | None:
        """A node that is stepped along an axis; None for any other."""
        if "unroll" not in node.options:
            return None
        read = self._values.leaving(Unit((), node))
        return Unrolled(self._scope, node, inputs, read, self._values.wishes.__setitem__)

    def _run(self, node: Node, call: Call, results: list[tuple[str, str]]) -> None:
        """The call of a node, as often as it says, or what arrives where it is left out."""
        call = replace(call, shapes=self._scope.shapes(results))
        if self._is_alone(node):  # then its module is repeated itself, or nn.Identity
            self._statements.append(call)
            return
        if self._scope.conditions.get(node.name, True) is False:
            self._values.pass_through(node)
            return
        is_loop = node.name in self._scope.repeats
        if is_loop or "when" in node.options:
            first = self._values.on(self._scope.first_wire(node))
            if not call.args or call.args[0] != first:
                raise LoweringError(
                    later(
                        "{name}: {type} takes no tensor that could go on",
                        name=node.name,
                        type=node.type,
                    )
                )
        if not is_loop:
            when = self._scope.conditions.get(node.name, True)
            self._statements.append(replace(call, when=when))
            return
        again = replace(call, args=(Variable(str(call.result)), *call.args[1:]))
        rounds = isinstance(call.target, Function) or self._live.runs_its_own_way(node.name)
        times = self._scope.times(node) if rounds else None
        self._statements.append(Loop(again, first, times))

    @property
    def _has_functions(self) -> bool:
        """Whether any layer stands as a function where it would have been a module."""
        nodes = [(unit.node, unit.path) for unit in self._units if unit.node is not None]
        return any(self._function(node, path) is not None for node, path in nodes)

    def _function(self, node: Node, path: tuple[str, ...]) -> FunctionCall | None:
        """The call that a layer is; None where it is a module, as all in containers are."""
        if path or not may_be_function(self._scope, node):
            return None
        given = self._values.given(node)
        return as_function(given, call_by_parameter(given))

    def _is_alone(self, node: Node) -> bool:
        """Whether a node is a module that takes one tensor, as nn.Identity and Sequential do.

        One that calls another's layer goes by that one, unless it alone may be left out.
        """
        if self._live.runs_its_own_way(node.name):
            return False
        owner = self._live.owner(node.name)
        if owner != node.name and not self._is_alone(self._live.graph.node(owner)):
            return False
        layer = self._live.layer(node) if node.type not in self._live.blocks else None
        if layer is not None and layer.kind not in ("module", "loss"):
            return False
        at_call = layer is not None and any(
            argument.at_call and argument.name in node.arguments for argument in layer.arguments
        )
        return not at_call and len(self._live.graph.in_edges(node.name)) == 1

    def _submodule(self, path: tuple[str, ...], node: Node) -> Submodule:
        """What is called for a node: built here, or another's layer, or never called."""
        owner = self._live.owner(node.name)
        if owner != node.name:
            return Submodule((Owner(owner),))
        left_out = self._scope.conditions.get(node.name, True) is False
        if left_out and not (self._is_alone(node) or self._live.is_called_by_others(node.name)):
            return Submodule((*path, node.name))
        place = self._shelf.add(path, node.name, self._built(node))
        self._places.put(node.name, place, path)
        return Submodule(place)

    def _lower_block(self, node: Node, path: tuple[str, ...]) -> None:
        target = self._submodule(path, node)
        wires = {e.target_port: e for e in self._live.graph.in_edges(node.name)}
        block = self._scope.blocks.get(node.type)
        ports = block.inputs if block else tuple(wires)
        inputs = {port: self._values.on(edge) for port, edge in wires.items()}
        unrolled = self._unrolled(node, inputs)
        if unrolled is not None:
            args, names = tuple(unrolled.operands[port] for port in ports), unrolled.names()
            bound = tuple(names.get(port) for port in unrolled.outputs)
            call = Call(target, args, {}, bound[0] if len(bound) == 1 else bound, node.name)
            self._statements += unrolled.statements(call, {})
            return
        args, results = (
            tuple(inputs[port] for port in ports),
            self._values.leaving(Unit(path, node)),
        )
        outputs = block.outputs if block else [port for _, port in results]
        names = {port: self._values.wish(node.name, port, len(outputs)) for _, port in results}
        bound = tuple(names.get(port) for port in outputs)
        call = Call(target, args, {}, bound[0] if len(bound) == 1 else bound, node.name)
        self._run(node, call, results)

    def _built(self, node: Node) -> Initializer:
        """What builds a node: its layer or the class of its block, repeated, or left out."""
        runs_its_own_way = self._live.runs_its_own_way(node.name)
        when = runs_its_own_way or self._scope.conditions.get(node.name, True)
        if when is False:
            return Construction("Identity", node=node.name)
        if node.type in self._live.blocks:
            items = self._scope.blocks[node.type].items
            if items:
                return Container("Sequential", items, "name", is_trainable(node), group=node.name)
            made = block_construction(self._scope, node)
        else:
            made = construction(self._values.given(node), node, self._scope.style.keywords)
        if runs_its_own_way:
            return made
        series = self._scope.series.get(node.name)
        if node.name in self._scope.repeats and not self._is_alone(node):
            return Repeated(made, self._scope.times(node), "ModuleList", series=series)
        several: Construction | Repeated = made
        if node.name in self._scope.repeats:
            several = Repeated(made, self._scope.repeats[node.name], series=series)
        return several if when is True else Conditional(several, when)

    def _lower_chain(self, unit: Unit, group: Group) -> None:
        container = self._container(unit, group)
        path = self._shelf.add(unit.path, group.name, all_or_nothing(container))
        self._places.put_unit(unit, path)
        [entering] = self._live.entering(unit.names)
        [result] = self._values.leaving(unit)
        key = self._values.wish(group.name, result[1], 1, key=value_key(*result))
        if container.kind == "Sequential":
            operand = self._values.on(entering)
            self._call(Submodule(path), (operand,), {}, key, group.name, [result])
        else:
            shapes = self._scope.shapes([result])
            again = Call(Submodule(path), (Variable(key),), {}, key, group.name, shapes)
            self._statements.append(Loop(again, self._values.on(entering)))

    def _lower_class(self, unit: Unit, group: Group) -> None:
        arriving = tuple(self._values.at(*source) for source in self._arriving(unit))
        results = self._values.leaving(unit)
        name = self._scope.name_class(group.name[:1].upper() + group.name[1:])
        made = self._group_construction(unit, group, name)
        path = self._shelf.add(unit.path, group.name, made)
        self._places.put_unit(unit, path)
        keys = [
            self._values.wish(node, port, 1, key=value_key(node, port)) for node, port in results
        ]
        pattern = keys[0] if len(keys) == 1 else tuple(keys)
        self._call(Submodule(path), arriving, {}, pattern, group.name, results)

    def _group_class(self, unit: Unit, group: Group, name: str) -> ClassDefinition:
        sources = self._arriving(unit)
        called = input_names(value_names(sources), self._scope.imported)
        inputs = [
            (value_key(*source), Input(argument, self._scope.shape(*source) or ()))
            for source, argument in zip(sources, called.values(), strict=True)
        ]
        inside = ClassLowering(self._scope, unit.names, group.name)
        self._inside[group.name] = inside._places
        return inside.definition(name, "", inputs, self._values.leaving(unit))

    def _arriving(self, unit: Unit) -> list[tuple[str, str]]:
        """The outputs that a group reads, each once, though two may be one value here."""
        edges = self._live.entering(unit.names)
        return list(dict.fromkeys((edge.source, edge.source_port) for edge in edges))

    def _group_construction(self, unit: Unit, group: Group, name: str) -> Construction:
        """A group's class, and what it is told of the arguments of the class around it."""
        made = self._group_class(unit, group, name)
        names = names_read(made)
        arguments = tuple(a for n, a in self._scope.arguments.items() if n in names)
        required = tuple(replace(argument, default=...) for argument in arguments)
        self._scope.classes.append(replace(made, arguments=required))
        told = {argument.name: Formula(argument.name) for argument in arguments}
        return Construction(
            own_type(name), kwargs=told, node=group.name, trainable=is_trainable(group)
        )

    def _initializer(self, unit: Unit) -> Initializer:
        """What a link of a chain is built by."""
        if unit.node is not None:
            return self._built(unit.node)
        assert unit.group is not None
        if unit.group.container == "Module":
            name = self._scope.name_class(unit.group.name.capitalize())
            return self._group_construction(unit, unit.group, name)
        return all_or_nothing(self._container(unit, unit.group))

    def _container(self, unit: Unit, group: Group) -> Container:
        """A chain as the container that its group says."""
        kind = container_kind(group)
        items = self.items(unit.members)
        keys = container_keys(group, kind, self._scope.style.named)
        return Container(kind, items, keys, is_trainable(group), group=group.name)

    # statements

    def _call(
        self,
        target: Submodule | Function,
        args: tuple[Operand, ...],
        kwargs: Mapping[str, Operand],
        pattern: object,
        node: str,
        results: list[tuple[str, str]],
    ) -> None:
        shapes = self._scope.shapes(results)
        self._statements.append(Call(target, args, kwargs, pattern, node, shapes))
