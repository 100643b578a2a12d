"""``forward`` as text: calls, loops, and the methods that a long one is cut into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from codegen.calls import (
    write_call,
    write_operand,
    write_pattern,
)
from codegen.comments import write_shapes
from codegen.cutting import Part, parts_of
from codegen.gathering import Each, gather
from codegen.lines import Bracketed, Item, Line, Text, Tuple, fits, lay_out
from codegen.loops import write_loop, write_unroll
from codegen.nesting import calls_in, nest, nodes_of
from codegen.program import (
    Call,
    ClassDefinition,
    Function,
    Loop,
    Operand,
    Shape,
    Statement,
    Style,
    Submodule,
    Unroll,
    Variable,
)
from graph.names import RESERVED, make_identifier

#: A longer tuple of names left of ``=`` is written one name a line.
_WIDEST_TARGET = 50


@dataclass(frozen=True)
class Method:
    """A part of ``forward`` that stands by itself."""

    name: str
    part: Part

    @property
    def call(self) -> Call:
        """The statement that runs it."""
        gives = self.part.gives
        result = gives[0] if len(gives) == 1 else gives
        return Call(Submodule((self.name,)), tuple(map(Variable, self.part.takes)), result=result)


class ForwardWriter:
    """Writes what a class does.

    ``kept`` tells where it keeps what its constructor was told, ``called`` the names of functions
    that the file imports.
    """

    def __init__(
        self,
        definition: ClassDefinition,
        style: Style,
        kept: Mapping[str, str],
        called: Mapping[str, str],
    ) -> None:
        self._definition, self._style, self._attributes = definition, style, kept
        self._called = called

    def forward(self) -> Iterator[Line]:
        definition = self._definition
        if definition.base == "Sequential":
            return
        named = [self._named(statement) for statement in definition.statements]
        gathered = gather(definition, named)
        statements = nest(gathered, definition.returns, self._fits)
        parts = parts_of(statements, definition.returns)
        methods = self._methods(parts)
        body: list[Statement] = []
        for part in parts:
            body += [methods[part.frame].call] if part.frame else part.statements
        given = [(given.name, given.node) for given in definition.inputs]
        yield from self._signature("forward", given, len(definition.returns))
        yield from self._body(body, definition.returns, definition.outputs)
        for method in methods.values():
            yield Line("")
            taken = [(name, "") for name in method.part.takes]
            yield from self._signature(method.name, taken, len(method.part.gives))
            returns = tuple(map(Variable, method.part.gives))
            yield from self._body(method.part.statements, returns, ())

    def _named(self, statement: Statement) -> Statement:
        """A statement whose function is called as the file imports it."""
        if isinstance(statement, (Loop, Unroll)):
            return replace(statement, call=self._renamed(statement.call))
        return self._renamed(statement)

    def _renamed(self, made: Call) -> Call:
        if not isinstance(made.target, Function):
            return made
        return replace(made, target=Function(self._called.get(made.target.type, made.target.type)))

    def _body(
        self,
        statements: Sequence[Statement],
        returns: tuple[Operand, ...],
        outputs: tuple[str, ...],
    ) -> Iterator[Line]:
        """Statements and what they end in: ``return self.fc(x)``."""
        *first, last = statements or (None,)
        for statement in first:
            if statement is not None:
                yield from self._statement(statement)
        if isinstance(last, Call) and returns == (Variable(str(last.result)),):
            yield from self._call(last, "return ", outputs)
            return
        if isinstance(last, Unroll) and returns == (Variable(last.only_result),):
            *lines, end = self._unroll(last, returned=True)
            yield from lines
            yield Line(end.text, (*end.nodes, *outputs))
            return
        if last is not None:
            yield from self._statement(last)
        yield from self._returns(returns, outputs)

    def _methods(self, parts: list[Part]) -> dict[str, Method]:
        """A method for every part that a frame holds."""
        taken = {"forward", *dict(self._definition.submodules), *RESERVED}
        methods: dict[str, Method] = {}
        for part in parts:
            if part.frame:
                name = make_identifier(f"forward_{part.frame}", taken)
                taken.add(name)
                methods[part.frame] = Method(name, part)
        return methods

    def _fits(self, whole: Call) -> bool:
        """Whether a call is one line, with what it says at its end.

        What all items of a container give is worth a line above that says it.
        """
        gathers = any(isinstance(made.target, Each) for made in calls_in(whole))
        shapes = "" if gathers else self._shapes(whole.shapes)
        before = f"{write_pattern(whole.result)} = " + (f"  # {shapes}" if shapes else "")
        return fits(2, before, write_call(whole, self._attributes))

    def _signature(
        self, name: str, given: Sequence[tuple[str, str]], results: int
    ) -> Iterator[Line]:
        """The head of a method that takes tensors, each with its node, and gives some."""
        hint = ": torch.Tensor" if self._style.hints else ""
        parameters = ("self", *(f"{name}{hint}" for name, _ in given))
        after = f" -> {_result_type(results)}:" if self._style.hints else ":"
        head = Bracketed(f"{name}(", tuple(map(Item, parameters)))
        nodes = tuple(node for _, node in given if node)
        for line in lay_out(1, head, before="def ", after=after):
            yield Line(line.text, nodes)

    def _statement(self, statement: Statement) -> Iterator[Line]:
        if isinstance(statement, Loop):
            comment = self._shapes(statement.call.shapes)
            yield from write_loop(statement, self._attributes, comment)
        elif isinstance(statement, Unroll):
            yield from self._unroll(statement)
        else:
            yield from self._call(statement, f"{write_pattern(statement.result)} = ", ())

    def _call(self, made: Call, before: str, outputs: tuple[str, ...]) -> Iterator[Line]:
        comment = self._shapes(made.shapes)
        if isinstance(made.result, tuple) and len(before) > _WIDEST_TARGET:
            parts = tuple(Item(write_pattern(part)) for part in made.result)
            *first, last = lay_out(2, Bracketed("(", parts, spread=True))
            yield from (Line(line.text, (made.node,)) for line in first)
            before = f"{last.text.strip()} = "
        text = write_call(made, self._attributes)
        for line in lay_out(2, text, before=before, comment=comment, node=made.node):
            yield Line(line.text, tuple(dict.fromkeys((*nodes_of(made), *line.nodes, *outputs))))

    def _unroll(self, made: Unroll, returned: bool = False) -> Iterator[Line]:
        known = [self._shapes((shape,)) for shape in made.shapes]
        comments = known if len(known) == len(made.stacked) else [""] * len(made.stacked)
        yield from write_unroll(made, self._attributes, comments, returned)

    def _returns(self, returns: tuple[Operand, ...], outputs: tuple[str, ...]) -> Iterator[Line]:
        values = [write_operand(value) for value in returns]
        comment = "" if self._definition.statements else self._shapes(self._definition.shapes)
        text: Text = values[0] if len(values) == 1 else Tuple(tuple(map(Item, values)))
        for line in lay_out(2, text, before="return ", comment=comment):
            yield Line(line.text, outputs)

    def _shapes(self, shapes: tuple[Shape, ...]) -> str:
        return write_shapes(shapes) if self._style.comments else ""


def _result_type(count: int) -> str:
    if count == 1:
        return "torch.Tensor"
    named = ", ".join(["torch.Tensor"] * count) if count < 4 else "torch.Tensor, ..."
    return f"tuple[{named}]"
