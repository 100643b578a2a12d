"""Classes as text: what is built in ``__init__``, and what is done in ``forward``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from codegen.calls import (
    write_call,
    write_operand,
    write_path,
    write_pattern,
    write_weight,
)
from codegen.comments import write_docstring, write_shapes
from codegen.formulas import names_read
from codegen.lines import (
    Bracketed,
    Chained,
    Choice,
    Item,
    Line,
    Text,
    Tuple,
    call,
    fits,
    flat,
    lay_out,
    prefixed,
)
from codegen.literals import tensor_text, write_string, write_value
from codegen.loops import write_loop, write_unroll
from codegen.nesting import nest, nodes_of
from codegen.program import (
    Call,
    ClassArgument,
    ClassDefinition,
    Conditional,
    Construction,
    Container,
    Function,
    Initializer,
    Loop,
    OwnTensor,
    Program,
    Repeated,
    Shape,
    Statement,
    TensorOf,
    Unroll,
    Value,
    Variable,
)
from codegen.ruling import METHOD, hoisted, write_rules
from codegen.starting import write_starts
from graph.names import RESERVED

#: A longer tuple of names left of ``=`` is written one name a line.
_WIDEST_TARGET = 50

#: Fewer equal items than so many are written one by one.
_FEW = 3


def write_class(definition: ClassDefinition, program: Program) -> Iterator[Line]:
    """The lines of one class, after two blank lines."""
    own = {other.name: other.name for other in program.classes}
    own |= {type_: made.called for type_, made in program.imports.items()}
    writer = ClassWriter(definition, program, own)
    yield from (Line(""), Line(""))
    yield Line(f"class {definition.name}(nn.{definition.base}):")
    yield from writer.docstring()
    yield from writer.constructor()
    yield from writer.rules()
    yield from writer.still()
    yield from writer.forward()


class ClassWriter:
    """Writes one class.

    ``own`` has, for each type that is a class of this file or imported by it, how it is called.
    """

    def __init__(
        self, definition: ClassDefinition, program: Program, own: Mapping[str, str]
    ) -> None:
        self._definition, self._program, self._own = definition, program, own
        self._style = program.style
        self._kept = _kept_arguments(definition, program)
        self._attributes = {name: f"self.{place}" for name, place in self._kept.items()}

    def docstring(self) -> Iterator[Line]:
        text = write_docstring(self._definition, bool(self._style.comments))
        if text == f"{self._definition.name}.":
            return  # it would only say the name again
        yield from (Line(f'    """{text}"""'), Line(""))

    # __init__

    def constructor(self) -> Iterator[Line]:
        definition = self._definition
        if definition.base == "Module" and not (definition.submodules or definition.arguments):
            return
        items = tuple(map(Item, ("self", *map(self._parameter, definition.arguments))))
        after = " -> None:" if self._style.hints else ":"
        yield from lay_out(1, Bracketed("__init__(", items), before="def ", after=after)
        if definition.base == "Sequential":
            container = Container("Sequential", definition.submodules, definition.by)
            yield from lay_out(2, self._container("super().__init__(", container))
            yield from self._weights()
            return
        yield Line("        super().__init__()")
        for name, attribute in self._kept.items():
            yield Line(f"        self.{attribute} = {name}")
        for name, initializer in definition.submodules:
            node = getattr(initializer, "node", "")
            text = self._initializer(initializer)
            before = f"self.{name} = "
            if isinstance(initializer, OwnTensor) and initializer.kind != "parameter":
                text, before = _buffer(name, initializer), "self."
            if isinstance(text, Choice) and not fits(2, before, text):
                yield from _branch(text, before, node)
                continue
            frozen = isinstance(text, Chained) and not fits(2, before, text)
            if isinstance(text, Chained) and frozen:
                text = text.text
            yield from lay_out(2, text, before=before, node=node)
            if frozen:
                yield Line(f"        self.{name}.requires_grad_(False)")
        yield from self._weights()
        yield Line("")

    def _weights(self) -> Iterator[Line]:
        """Which weights are one, and how they start."""
        for tie in self._definition.ties:
            text = f"{write_weight(tie.weight)} = {write_weight(tie.source)}"
            yield Line(f"        {text}", (tie.weight.node,))
        if not hoisted(self._definition, self._program):
            if self._program.rules:
                yield Line(f"        self.{METHOD}()")
            yield from write_starts(self._definition.starts, 2)
        if self._definition.still:
            yield Line("        self.train()")

    def still(self) -> Iterator[Line]:
        """``train``, where some layers stay in eval mode."""
        if not self._definition.still:
            return
        is_chain = self._definition.base == "Sequential"
        yield from [Line("")] if is_chain else []
        hint, result = (": bool", f" -> {write_string(self._definition.name)}")
        typed = self._style.hints
        mode = f"mode{hint} = True" if typed else "mode=True"
        yield Line(f"    def train(self, {mode}){result if typed else ''}:")
        yield Line("        super().train(mode)")
        for path in self._definition.still:
            yield Line(f"        {write_path(path)}.eval()")
        yield Line("        return self")
        yield from [] if is_chain else [Line("")]

    def rules(self) -> Iterator[Line]:
        """The network's method that gives weights their values by rules."""
        program = self._program
        if self._definition is not program.network or not program.rules:
            return
        kept = {made.name: _kept_arguments(made, program) for made in program.classes}
        is_chain = self._definition.base == "Sequential"
        yield from [Line("")] if is_chain else []
        yield from write_rules(program, kept)
        yield from [] if is_chain else [Line("")]

    def _initializer(self, initializer: Initializer) -> Text:
        if isinstance(initializer, OwnTensor):
            frozen = () if initializer.trainable else ("requires_grad=False",)
            return call("nn.Parameter", write_value(initializer.value), *frozen)
        if isinstance(initializer, Container):
            text: Text = self._container(f"nn.{initializer.kind}(", initializer)
        elif isinstance(initializer, Repeated):
            times = write_value(initializer.times)
            made = Item(self._initializer(initializer.item))
            loop = Item(f"for _ in range({times})")
            star = "*" if initializer.kind == "Sequential" else ""
            stack = Bracketed(f"{star}[", (made, loop), "]", comma="")
            text = Bracketed(f"nn.{initializer.kind}(", (Item(stack),))
        elif isinstance(initializer, Conditional):
            item = self._initializer(initializer.item)
            text = Choice(item, write_value(initializer.when), "nn.Identity()")
        else:
            text = self._construction(initializer)
        return text if initializer.trainable else _frozen(text)

    def _parameter(self, argument: ClassArgument) -> str:
        hint = f": {argument.hint}" if argument.hint and self._style.hints else ""
        if argument.default is ...:
            return f"{argument.name}{hint}"
        equals = " = " if hint else "="
        return f"{argument.name}{hint}{equals}{write_value(argument.default)}"

    def _construction(self, construction: Construction) -> Text:
        head = self._own.get(construction.type) or f"nn.{construction.type}"
        arguments = [self._argument(value) for value in construction.args]
        for name, value in construction.kwargs.items():
            arguments.append(prefixed(f"{name}=", self._argument(value)))
        return Bracketed(f"{head}(", tuple(map(Item, arguments)))

    def _argument(self, value: Value | Construction) -> Text:
        if isinstance(value, Construction):
            return self._construction(value)
        return write_value(value)

    def _container(self, head: str, container: Container) -> Text:
        named = container.kind == "Sequential" and container.by == "name"
        items = tuple(
            Item(
                self._item(container, name, self._initializer(initializer)),
                self._shapes(getattr(initializer, "shapes", ())),
                getattr(initializer, "node", ""),
            )
            for name, initializer in container.items
        )
        if named:
            inside = Bracketed("OrderedDict(", items, spread=bool(items))
            return Bracketed(head, (Item(inside),))
        if container.kind == "ModuleDict":
            return Bracketed(head, (Item(Bracketed("{", items, "}", spread=bool(items))),))
        if container.kind == "ModuleList":
            return Bracketed(head, (Item(_comprehension(items) or _listed(items)),))
        return Bracketed(head, items, spread=bool(items))

    def _item(self, container: Container, name: str, text: Text) -> Text:
        if container.kind == "ModuleDict":
            return prefixed(f"{write_value(name)}: ", text)
        named = container.by == "name" and container.kind == "Sequential"
        return prefixed(f"{name}=", text) if named else text

    # forward

    def forward(self) -> Iterator[Line]:
        definition = self._definition
        if definition.base == "Sequential":
            return
        yield from self._signature()
        statements = nest(
            [self._called(statement) for statement in definition.statements],
            definition.returns,
            self._fits,
        )
        last: Statement | None
        *first, last = statements or (None,)
        for statement in first:
            if statement is not None:
                yield from self._statement(statement)
        if isinstance(last, Call) and definition.returns == (Variable(str(last.result)),):
            yield from self._call(last, "return ", definition.outputs)
            return
        if isinstance(last, Unroll) and definition.returns == (Variable(last.only_result),):
            *lines, end = self._unroll(last, returned=True)
            yield from lines
            yield Line(end.text, (*end.nodes, *definition.outputs))
            return
        if last is not None:
            yield from self._statement(last)
        yield from self._returns()

    def _called(self, statement: Statement) -> Statement:
        """The same with the name that a function of the user's own has in this file."""
        if isinstance(statement, (Loop, Unroll)):
            call = self._called(statement.call)
            return replace(statement, call=call) if isinstance(call, Call) else statement
        if not isinstance(statement.target, Function):
            return statement
        type_ = statement.target.type
        return replace(statement, target=Function(self._own.get(type_, type_)))

    def _fits(self, made: Call) -> bool:
        text, note = write_call(made, self._attributes), self._shapes(made.shapes)
        before = f"{write_pattern(made.result)} = " + (f"  # {note}" if note else "")
        return fits(2, before, text)

    def _signature(self) -> Iterator[Line]:
        hint = ": torch.Tensor" if self._style.hints else ""
        parameters = ("self", *(f"{given.name}{hint}" for given in self._definition.inputs))
        after = f" -> {self._result_type()}:" if self._style.hints else ":"
        head = Bracketed("forward(", tuple(map(Item, parameters)))
        nodes = tuple(given.node for given in self._definition.inputs)
        for line in lay_out(1, head, before="def ", after=after):
            yield Line(line.text, nodes)

    def _result_type(self) -> str:
        count = len(self._definition.returns)
        if count == 1:
            return "torch.Tensor"
        named = ", ".join(["torch.Tensor"] * count) if count < 4 else "torch.Tensor, ..."
        return f"tuple[{named}]"

    def _statement(self, statement: Statement) -> Iterator[Line]:
        if isinstance(statement, Loop):
            comment = self._shapes(statement.call.shapes)
            yield from write_loop(statement, self._attributes, comment)
        elif isinstance(statement, Unroll):
            yield from self._unroll(statement)
        else:
            yield from self._call(statement, f"{write_pattern(statement.result)} = ", ())

    def _call(self, made: Call, before: str, outputs: tuple[str, ...]) -> Iterator[Line]:
        comment, nodes = self._shapes(made.shapes), nodes_of(made)
        if isinstance(made.result, tuple) and len(before) > _WIDEST_TARGET:
            parts = tuple(Item(write_pattern(part)) for part in made.result)
            *first, last = lay_out(2, Bracketed("(", parts, spread=True))
            yield from (Line(line.text, nodes) for line in first)
            before = f"{last.text.strip()} = "
        text = write_call(made, self._attributes)
        for line in lay_out(2, text, before=before, comment=comment):
            yield Line(line.text, (*nodes, *outputs))

    def _unroll(self, made: Unroll, returned: bool = False) -> Iterator[Line]:
        known = [self._shapes((shape,)) for shape in made.shapes]
        comments = known if len(known) == len(made.stacked) else [""] * len(made.stacked)
        yield from write_unroll(made, self._attributes, comments, returned)

    def _returns(self) -> Iterator[Line]:
        values = [write_operand(value) for value in self._definition.returns]
        comment = "" if self._definition.statements else self._shapes(self._definition.shapes)
        text: Text = values[0] if len(values) == 1 else Tuple(tuple(map(Item, values)))
        for line in lay_out(2, text, before="return ", comment=comment):
            yield Line(line.text, self._definition.outputs)

    def _shapes(self, shapes: tuple[Shape, ...]) -> str:
        return write_shapes(shapes) if self._style.comments else ""


def _kept_arguments(definition: ClassDefinition, program: Program) -> dict[str, str]:
    """The constructor arguments that are needed later, by the attributes that keep them."""
    taken = {*dict(definition.submodules), *RESERVED}
    read = names_read(definition.statements)
    if hoisted(definition, program):
        read |= names_read(definition.starts)
    return {
        a.name: a.name if a.name not in taken else f"{a.name}_"
        for a in definition.arguments
        if a.name in read
    }


def _branch(text: Choice, before: str, node: str) -> Iterator[Line]:
    """What is only there under a condition, as a statement of its own."""
    yield Line(f"        {before}{text.other}", (node,) if node else ())
    yield Line(f"        if {text.condition}:")
    yield from lay_out(3, text.text, before=before, node=node)


def _buffer(name: str, tensor: OwnTensor) -> Text:
    """``register_buffer("mask", torch.zeros(4))``, which ``self.`` goes before."""
    value = tensor.value
    kept = tensor_text(value) if isinstance(value, TensorOf) else write_value(value)
    arguments = [write_value(name), kept]
    if tensor.kind == "constant":
        arguments.append("persistent=False")
    return call("register_buffer", *arguments)


def _listed(items: tuple[Item, ...]) -> Text:
    return Bracketed("[", items, "]", spread=bool(items))


def _comprehension(items: tuple[Item, ...]) -> Text | None:
    """``[Expert() for _ in range(4)]``, where all items are written alike."""
    written = {flat(item.text) for item in items}
    if len(items) < _FEW or len(written) > 1 or None in written:
        return None
    made = Item(items[0].text, node=items[0].node)
    return Bracketed("[", (made, Item(f"for _ in range({len(items)})")), "]", comma="")


def _frozen(text: Text) -> Text:
    """The module, and that it does not learn."""
    assert isinstance(text, Bracketed)
    return Chained(text, "requires_grad_", "False")
