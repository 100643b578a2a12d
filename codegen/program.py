"""The program: what a graph says, in the order in which PyTorch would be told it.

A program is data. Every literal in it is a value, never text, so no string of a project can
become code. Two back ends read it: ``codegen/modules.py`` builds live modules,
``codegen/source.py`` writes text. Neither knows the graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from codegen.weights import Rule, Start, Tie

from graph.python.source_file import PythonFile

#: None, bool, int, float, str, slice, Ellipsis, Dtype, TensorOf, Formula, SizeFormula, and
#: tuples and mappings of these.
Value = Any

#: What stands in the place of an argument: a value, a ``Variable``, an ``Attribute``, what
#: follows from one (``SizeFormula``, ``DeviceOf``), or a ``ListOf`` or tuple of these.
Operand = Any

#: What a call's result is bound to: the name of a variable, None (written ``_``), or a tuple.
Pattern = Any

#: Sizes of a tensor, outermost axis first; a symbol or a formula in symbols is a string.
Shape = tuple[int | str, ...]


@dataclass(frozen=True)
class Variable:
    """A tensor in ``forward``, by the name it has there."""

    name: str


@dataclass(frozen=True)
class ListOf:
    """Operands that are handed over as one list, as ``torch.cat`` takes them."""

    items: tuple[Operand, ...]


@dataclass(frozen=True)
class Formula:
    """Arithmetic over the arguments of its class: ``width * 2``.

    ``text`` is what ``graph.expressions.parse`` accepts, so it can do nothing but count.
    """

    text: str


@dataclass(frozen=True)
class SizeFormula:
    """Arithmetic over sizes of tensors: ``input.size(1) // 2``, written ``x.size(1) // 2``.

    ``text`` is what ``graph.expressions.parse`` accepts; ``given`` has an operand, or a formula
    of the class, for every name in it. None stands for what a node's wires will tell.
    """

    text: str
    given: tuple[tuple[str, Operand], ...]


@dataclass(frozen=True)
class DeviceOf:
    """Where a tensor is kept: ``x.device``."""

    tensor: Operand


@dataclass(frozen=True)
class Dtype:
    """An element type by its PyTorch name: ``Dtype("float16")`` is ``torch.float16``."""

    name: str


@dataclass(frozen=True)
class TensorOf:
    """Numbers, nested in tuples, that become a tensor: ``torch.tensor([[1.0, 2.0]])``."""

    data: Value
    dtype: str = "float32"


@dataclass(frozen=True)
class Filled:
    """A new tensor: ``torch.randn(3, 4)``, drawn when the network is built, or ``torch.zeros``.

    An ``empty`` one is filled by a ``Start``.
    """

    by: Literal["randn", "zeros", "ones", "empty"]
    shape: Value  # a tuple of sizes, or a Formula that gives one
    dtype: str = "float32"


@dataclass(frozen=True)
class Attribute:
    """What the network itself keeps, as an operand: ``self.weight``, or ``self.training``."""

    name: str


@dataclass(frozen=True)
class OwnTensor:
    """A tensor that the network keeps: learned, saved with it, or merely moved along with it."""

    kind: Literal["parameter", "buffer", "constant"]
    value: Filled | TensorOf
    trainable: bool = True
    node: str = ""


@dataclass(frozen=True)
class Construction:
    """One layer to be built: ``nn.Conv2d(1, 6, 5, padding=2)``.

    ``type`` is a type of the catalog, that of a class which stands earlier in the program
    (``own_type``), or one of its imports.
    An argument may itself be a construction: the layer that ``nn.TransformerEncoder`` repeats.
    """

    type: str
    args: tuple[Value, ...] = ()
    kwargs: Mapping[str, Value] = field(default_factory=dict)
    node: str = ""
    shapes: tuple[Shape, ...] = ()
    trainable: bool = True


@dataclass(frozen=True)
class Container:
    """A container to be built around others; ``by`` says whether its items have names.

    ``node`` is the node whose copies it holds, where it holds such; ``group`` the frame that it is.
    """

    kind: Literal["Sequential", "ModuleList", "ModuleDict"]
    items: tuple[tuple[str, Initializer], ...]
    by: Literal["index", "name"] = "index"
    trainable: bool = True
    node: str = ""
    group: str = ""

    def key(self, index: int) -> str | int:
        """What an item is reached by: its number, or its name."""
        return index if self.by == "index" else self.items[index][0]


@dataclass(frozen=True)
class Series:
    """What differs from copy to copy: ``for i in range(6)``, ``for width in (64, 128, 128)``.

    Formulas of the copies read ``names``. Without ``values`` the one name counts them from 0; else
    they take the items of ``values`` in turn, which are tuples where there are several names.
    """

    names: tuple[str, ...]
    values: Value = None

    def at(self, values: Value) -> Iterator[dict[str, Value]]:
        """What the names are at each copy; ``values`` are those of the series, or how many."""
        items: Iterable[Value] = range(values) if self.values is None else values
        for item in items:
            row = item if len(self.names) > 1 else (item,)
            yield dict(zip(self.names, row, strict=True))


@dataclass(frozen=True)
class Repeated:
    """``nn.Sequential(*[Block(64) for _ in range(3)])``: as many, each with weights of its own.

    With a ``series`` they are not all alike: ``[Block(64 + 32 * i) for i in range(3)]``.
    """

    item: Construction
    times: Value
    kind: Literal["Sequential", "ModuleList"] = "Sequential"
    trainable: bool = True
    series: Series | None = None

    @property
    def node(self) -> str:
        return self.item.node


@dataclass(frozen=True)
class Conditional:
    """``nn.Conv2d(...) if shortcut else nn.Identity()``."""

    item: Construction | Repeated | Container
    when: Value
    trainable: bool = True

    @property
    def node(self) -> str:
        return "" if isinstance(self.item, Container) else self.item.node


Initializer = Construction | Container | OwnTensor | Repeated | Conditional


@dataclass(frozen=True)
class Submodule:
    """A call's target: ``self.features[0]`` is ``Submodule(("features", 0))``."""

    path: tuple[str | int, ...]


@dataclass(frozen=True)
class Function:
    """A call's target: a function or method of the catalog, ``torch.cat``, or an import."""

    type: str


@dataclass(frozen=True)
class Call:
    """One line of ``forward``: ``x, _ = self.lstm(x)  # (N, T, 64)``.

    ``frame`` names the outermost frame it stands in that no statement runs as a whole.
    """

    target: Submodule | Function
    args: tuple[Operand, ...] = ()
    kwargs: Mapping[str, Operand] = field(default_factory=dict)
    result: Pattern = None
    node: str = ""
    shapes: tuple[Shape, ...] = ()
    when: Value = True  # where it is false, the first operand is the result
    frame: str = ""


@dataclass(frozen=True)
class Loop:
    """The same call several times, each on what the one before gave.

    A target that is a container stands for its items: ``for layer in self.layers: x = layer(x)``;
    a function, or one layer again and again, is called ``times`` times: ``for _ in range(3): x =
    torch.tanh(x)``. The first operand of ``call`` is its result; ``start`` is what stands in that
    place at first.
    """

    call: Call
    start: Operand
    times: Value = None

    @property
    def result(self) -> str:
        return str(self.call.result)


@dataclass(frozen=True)
class Unroll:
    """A call for every step along an axis: ``for step in x.unbind(1): h = self.cell(step, h)``.

    ``steps`` binds, at each step, a variable to the part of an operand that lies there.
    ``carried`` are variables with what they start from: the call reads them and binds them anew,
    and ``copies`` those that another result comes back to. ``stacked`` says which variable is
    gathered at every step, in a list of which name, and which variable all of them become, laid
    along ``axis``. With ``reverse`` the last step comes first; what is stacked keeps its places.
    """

    call: Call
    axis: int
    steps: tuple[tuple[str, Operand], ...]
    carried: tuple[tuple[str, Operand], ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    stacked: tuple[tuple[str, str, str], ...] = ()
    reverse: bool = False
    shapes: tuple[Shape, ...] = ()  # of what is stacked
    ports: tuple[str, ...] = ()  # of the node, for what is stacked and then for what is carried

    @property
    def results(self) -> tuple[str, ...]:
        """The variables that are left after the last step, in the order of ``ports``."""
        return (*(all_ for _, _, all_ in self.stacked), *(name for name, _ in self.carried))

    @property
    def only_result(self) -> str:
        """The variable that is stacked, if there is but one."""
        return self.stacked[0][2] if len(self.stacked) == 1 else ""


Statement = Call | Loop | Unroll


@dataclass(frozen=True)
class Input:
    """An argument of ``forward``, with the tensor it expects."""

    name: str
    shape: Shape = ()
    dtype: str = "float32"
    node: str = ""


@dataclass(frozen=True)
class ClassArgument:
    """An argument of a class's constructor; ``hint`` is the name of its Python type, if plain."""

    name: str
    hint: str = ""
    default: Value = ...  # Ellipsis: it has none


@dataclass(frozen=True)
class ClassDefinition:
    """A class of the program.

    With the base ``Sequential`` it is its submodules in turn, and has no statements.
    ``title`` is what the user called it: any text whatever.
    """

    name: str
    base: Literal["Module", "Sequential"] = "Module"
    title: str = ""
    submodules: tuple[tuple[str, Initializer], ...] = ()
    ties: tuple[Tie, ...] = ()  # made once all submodules are built
    starts: tuple[Start, ...] = ()  # after that
    still: tuple[tuple[str | int, ...], ...] = ()  # modules that stay in eval mode
    by: Literal["index", "name"] = "name"
    inputs: tuple[Input, ...] = ()
    statements: tuple[Statement, ...] = ()
    returns: tuple[Operand, ...] = ()
    outputs: tuple[str, ...] = ()  # the nodes that are returned, for the line they stand on
    shapes: tuple[Shape, ...] = ()  # of what is returned
    arguments: tuple[ClassArgument, ...] = ()
    block: str = ""  # the block whose nodes stand in it; "" for the network's

    @property
    def type(self) -> str:
        """What constructions of it name."""
        return own_type(self.name)


def own_type(name: str) -> str:
    """The type that a class of the program is: no layer of PyTorch, though it may be called so."""
    return f"{name}()"


@dataclass(frozen=True)
class Style:
    """How the source is written: what ``graph/style.py`` lets a project say.

    Where it decides what the program does (which layers are functions, what a container calls its
    items) the lowering has followed it already; the rest is for the writer alone.
    """

    layers: str = "modules"  # or functional: layers without weights become calls of functions
    sequential: str = "positional"  # named, add_module, or module
    arguments: str = "positional"  # or keyword: every one by name
    blocks: str = "class"  # sequential: of nn.Sequential, where they are chains; or inline:
    # a chain that is used once stands where it is used
    stages: str = "comprehension"  # loop or method
    comments: bool | str = True  # shapes at the ends of lines; "names" has names of arguments
    hints: bool = True  # type hints

    @property
    def keywords(self) -> bool:
        return self.arguments == "keyword"

    @property
    def named(self) -> bool:
        """Whether a Sequential that says nothing of it has names for its items."""
        return self.sequential in ("named", "add_module")


@dataclass(frozen=True)
class Import:
    """``from layers import Linear as Linear_2``: a class or function of a file of the user's.

    The file's bytes come along, and whether the user trusts them. ``by_apply``: it is a
    ``torch.autograd.Function``, which is called by its ``apply``.
    """

    alias: str
    name: str
    file: PythonFile
    by_apply: bool = False

    @property
    def called(self) -> str:
        """What stands before the bracket."""
        return f"{self.alias}.apply" if self.by_apply else self.alias


@dataclass(frozen=True)
class Program:
    """Classes in the order in which they can be defined; the last one is the network.

    ``imports`` are the user's own classes and functions, by the types that constructions and
    calls name.
    """

    classes: tuple[ClassDefinition, ...]
    style: Style = field(default_factory=Style)
    imports: Mapping[str, Import] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    @property
    def network(self) -> ClassDefinition:
        return self.classes[-1]
