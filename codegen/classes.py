"""Classes as text: what is built in ``__init__``, and what is done in ``forward``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from codegen.calls import write_path, write_weight
from codegen.comments import write_docstring
from codegen.forward import ForwardWriter
from codegen.initializers import InitializerWriter, counted, frozen
from codegen.keeping import kept
from codegen.lines import (
    WIDTH,
    Bracketed,
    Chained,
    Choice,
    Item,
    Line,
    Operation,
    Text,
    call,
    fits,
    lay_out,
)
from codegen.literals import tensor_text, write_formula, write_string, write_value
from codegen.program import (
    ClassArgument,
    ClassDefinition,
    Container,
    Formula,
    Initializer,
    OwnTensor,
    Program,
    Repeated,
    Statement,
    TensorOf,
)
from codegen.ruling import METHOD, hoisted, write_rules
from codegen.stacks import Made, Maker, as_stack, makers_of
from codegen.starting import write_starts

#: What fits between the quotes of a docstring.
_LONGEST_DOCSTRING = WIDTH - 10


def write_class(
    definition: ClassDefinition, program: Program, needs: set[str] | None = None
) -> Iterator[Line]:
    """The lines of one class, after two blank lines; ``needs`` is told what it must import."""
    classes = {other.type: other for other in program.classes}
    called = {type_: made.name for type_, made in classes.items()}
    called |= {type_: made.called for type_, made in program.imports.items()}
    parts = InitializerWriter(program.style, called, needs if needs is not None else set())
    writer = ClassWriter(definition, program, classes, parts)
    yield from (Line(""), Line(""))
    yield Line(f"class {definition.name}(nn.{definition.base}):")
    yield from writer.docstring()
    yield from writer.constructor()
    yield from writer.rules()
    yield from writer.still()
    made = replace(definition, statements=writer.statements)
    yield from ForwardWriter(made, program.style, writer.attributes, called).forward()


class ClassWriter:
    """Writes one class; ``classes`` are those of the file, by their types."""

    def __init__(
        self,
        definition: ClassDefinition,
        program: Program,
        classes: Mapping[str, ClassDefinition],
        parts: InitializerWriter,
    ) -> None:
        self._definition, self._program, self._style = definition, program, program.style
        self._classes, self._writer = classes, parts
        self._kept = kept(definition, program)
        self.attributes = {name: f"self.{at}" for name, at in self._kept.attributes.items()}

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What ``forward`` does, in terms of what the class keeps."""
        return self._kept.statements

    def docstring(self) -> Iterator[Line]:
        text = write_docstring(self._definition, bool(self._style.comments))
        if text == f"{self._definition.name}.":
            return  # it would only say the name again
        if len(text) > _LONGEST_DOCSTRING:
            text = write_docstring(self._definition, False)
        yield from (Line(f'    """{text}"""'), Line(""))

    # __init__

    def constructor(self) -> Iterator[Line]:
        definition = self._definition
        if definition.base == "Module" and not (definition.submodules or definition.arguments):
            return
        items = tuple(map(Item, ("self", *map(self._parameter, definition.arguments))))
        after = " -> None:" if self._style.hints else ":"
        yield from lay_out(1, Bracketed("__init__(", items), before="def ", after=after)
        whole = Container("Sequential", definition.submodules, definition.by)
        if definition.base == "Sequential" and not self._is_added(whole):
            yield from lay_out(2, self._writer.container("super().__init__(", whole))
            yield from self._told()
            yield from self._weights()
            return
        yield Line("        super().__init__()")
        if definition.base == "Sequential":
            yield from self._told()
            yield from self._added("self", whole)
            yield from self._weights()
            return
        yield from self._told()
        built = [(name, as_stack(made, self._classes)) for name, made in definition.submodules]
        stacks = [
            (name, made)
            for name, made in built
            if isinstance(made, Repeated) and made.series is None
        ]
        made = makers_of(stacks, self._classes) if self._style.stages == "method" else {}
        for name, initializer in built:
            if isinstance(initializer, Container) and self._is_added(initializer):
                yield Line(f"        self.{name} = nn.Sequential()")
                yield from self._added(f"self.{name}", initializer)
            elif isinstance(initializer, Repeated) and self._style.stages == "loop":
                yield from self._appended(name, initializer)
            else:
                yield from self._assigned(name, initializer, made.get(name))
        yield from self._weights()
        yield Line("")
        for maker in {stage.maker.name: stage.maker for stage in made.values()}.values():
            yield from self._maker(maker)

    def _told(self) -> Iterator[Line]:
        """What the class keeps of what its constructor is told."""
        for name, attribute in self._kept.attributes.items():
            value = self._kept.conditions.get(name, Formula(name))
            yield from lay_out(2, Operation(write_formula(value)), before=f"self.{attribute} = ")

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
        attributes = {made.name: kept(made, program).attributes for made in program.classes}
        is_chain = self._definition.base == "Sequential"
        yield from [Line("")] if is_chain else []
        yield from write_rules(program, attributes)
        yield from [] if is_chain else [Line("")]

    def _assigned(self, name: str, initializer: Initializer, stage: Made | None) -> Iterator[Line]:
        """``self.conv1 = nn.Conv2d(1, 6, 5)``."""
        node = getattr(initializer, "node", "") or getattr(initializer, "group", "")
        text = self._writer.write(initializer)
        before = f"self.{name} = "
        if stage is not None:
            text = call(f"self.{stage.maker.name}", *map(write_value, stage.told))
            text = text if initializer.trainable else frozen(text)
        if isinstance(initializer, OwnTensor) and initializer.kind != "parameter":
            text, before = _buffer(name, initializer), "self."
        if isinstance(text, Choice) and not fits(2, before, text):
            yield from _branch(text, before, node)
            return
        apart = isinstance(text, Chained) and not fits(2, before, text)
        if isinstance(text, Chained) and apart:
            text = text.text
        yield from lay_out(2, text, before=before, node=node)
        if apart:
            yield Line(f"        self.{name}.requires_grad_(False)")

    def _is_added(self, container: Container) -> bool:
        """Whether the items of a container are added one by one."""
        named = container.kind == "Sequential" and container.by == "name"
        return named and self._style.sequential == "add_module"

    def _added(self, place: str, container: Container) -> Iterator[Line]:
        """``self.features.add_module("conv1", nn.Conv2d(1, 6, 5))``, one line an item."""
        for name, item in container.items:
            inner = isinstance(item, Container) and self._is_added(item)
            text: Text = "nn.Sequential()" if inner else self._writer.write(item)
            note, node = self._writer.shapes(getattr(item, "shapes", ())), getattr(item, "node", "")
            added = call(f"{place}.add_module", write_value(name), text)
            yield from lay_out(2, added, comment=note, node=node)
            if isinstance(item, Container) and inner:
                yield from self._added(f"{place}.{name}", item)
        if not container.trainable:
            yield Line(f"        {place}.requires_grad_(False)")

    def _appended(self, name: str, stack: Repeated) -> Iterator[Line]:
        """``for _ in range(3): self.rest.append(Block(64))``."""
        node = stack.node
        yield Line(f"        self.{name} = nn.{stack.kind}()", (node,))
        yield Line(f"        for {counted(stack)}:", (node,))
        made = self._writer.write(stack.item)
        yield from lay_out(3, call(f"self.{name}.append", made), node=node)
        if not stack.trainable:
            yield Line(f"        self.{name}.requires_grad_(False)")

    def _maker(self, maker: Maker) -> Iterator[Line]:
        """``def _make_stage(self, width: int, count: int) -> nn.Sequential``."""
        hint = "int" if self._style.hints else ""
        told = (*maker.parameters, ClassArgument(maker.count, hint))
        items = tuple(map(Item, ("self", *map(self._parameter, told))))
        after = f" -> nn.{maker.kind}:" if self._style.hints else ":"
        yield from lay_out(1, Bracketed(f"{maker.name}(", items), before="def ", after=after)
        stack = self._writer.write(Repeated(maker.item, Formula(maker.count), maker.kind))
        yield from lay_out(2, stack, before="return ")
        yield Line("")

    def _parameter(self, argument: ClassArgument) -> str:
        hint = f": {argument.hint}" if argument.hint and self._style.hints else ""
        if argument.default is ...:
            return f"{argument.name}{hint}"
        equals = " = " if hint else "="
        return f"{argument.name}{hint}{equals}{write_value(argument.default)}"


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
