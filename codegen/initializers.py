"""What builds a submodule, as text: a layer, a container of layers, several that are equal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from codegen.comments import write_shapes
from codegen.lines import Bracketed, Chained, Choice, Item, Text, call, prefixed
from codegen.literals import write_value
from codegen.program import (
    Conditional,
    Construction,
    Container,
    Initializer,
    OwnTensor,
    Repeated,
    Shape,
    Style,
    Value,
)
from codegen.stacks import Named, runs_of


class InitializerWriter:
    """Writes what stands right of ``self.name =``.

    ``called`` has, for each type that is a class of this file or imported by it, how it is
    called; ``needs`` is told what the file must import for what was written.
    """

    def __init__(self, style: Style, called: Mapping[str, str], needs: set[str]) -> None:
        self._style, self._called, self._needs = style, called, needs

    def write(self, initializer: Initializer) -> Text:
        """The expression that builds a submodule, or a tensor that the network keeps."""
        if isinstance(initializer, OwnTensor):
            fixed = () if initializer.trainable else ("requires_grad=False",)
            return call("nn.Parameter", write_value(initializer.value), *fixed)
        if isinstance(initializer, Container):
            text: Text = self.container(f"nn.{initializer.kind}(", initializer)
        elif isinstance(initializer, Repeated):
            star = "*" if initializer.kind == "Sequential" else ""
            stack = comprehension(star, self.write(initializer.item), counted(initializer))
            text = Bracketed(f"nn.{initializer.kind}(", (Item(stack),))
        elif isinstance(initializer, Conditional):
            item = self.write(initializer.item)
            text = Choice(item, write_value(initializer.when), "nn.Identity()")
        else:
            text = self._construction(initializer)
        return text if initializer.trainable else frozen(text)

    def _construction(self, construction: Construction) -> Text:
        head = self._called.get(construction.type) or f"nn.{construction.type}"
        arguments = [self._argument(value) for value in construction.args]
        for name, value in construction.kwargs.items():
            arguments.append(prefixed(f"{name}=", self._argument(value)))
        return Bracketed(f"{head}(", tuple(map(Item, arguments)))

    def _argument(self, value: Value | Construction) -> Text:
        if isinstance(value, Construction):
            return self._construction(value)
        return write_value(value)

    def container(self, head: str, container: Container) -> Text:
        """A container, from the bracket that ``head`` ends in."""
        named = container.kind == "Sequential" and container.by == "name"
        items = tuple(self._run(container, run) for run in runs_of(container, self._called))
        if len(items) == 1:  # what it gives is what the container gives, and is said there
            items = (replace(items[0], comment=""),)
        several = len(items) > 1
        if named:
            self._needs.add("OrderedDict")
            inside = Bracketed("OrderedDict(", items, spread=several)
            return Bracketed(head, (Item(inside),))
        if container.kind == "ModuleDict":
            return Bracketed(head, (Item(Bracketed("{", items, "}", spread=several)),))
        if container.kind == "ModuleList":
            return Bracketed(head, (Item(Bracketed("[", items, "]", spread=several)),))
        return Bracketed(head, items, spread=several)

    def _run(self, container: Container, run: list[Named]) -> Item:
        """One item of a container, or several that are equal."""
        (name, first), *others = run
        text = self.write(first)
        if others:
            text = comprehension("*", text, f"_ in range({len(run)})")
        return Item(
            self._item(container, name, text),
            self.shapes(getattr(first, "shapes", ())),
            getattr(first, "node", ""),
            tuple(getattr(other, "node", "") for _, other in others),
        )

    def _item(self, container: Container, name: str, text: Text) -> Text:
        if container.kind == "ModuleDict":
            return prefixed(f"{write_value(name)}: ", text)
        named = container.by == "name" and container.kind == "Sequential"
        return prefixed(f"{name}=", text) if named else text

    def shapes(self, shapes: tuple[Shape, ...]) -> str:
        """What is said at the end of a line that gives something of these shapes."""
        return write_shapes(shapes) if self._style.comments else ""


def comprehension(star: str, made: Text, over: str) -> Bracketed:
    """``*[Block(64) for _ in range(3)]``."""
    return Bracketed(f"{star}[", (Item(made), Item(f"for {over}")), "]", comma="")


def counted(stack: Repeated) -> str:
    """What its copies are counted by: ``_ in range(3)``, ``width in (64, 128)``."""
    series = stack.series
    if series is None or series.values is None:
        name = series.names[0] if series is not None else "_"
        return f"{name} in range({write_value(stack.times)})"
    return f"{', '.join(series.names)} in {write_value(series.values)}"


def frozen(text: Text) -> Text:
    """The module, and that it does not learn."""
    assert isinstance(text, Bracketed)
    return Chained(text, "requires_grad_", "False")
