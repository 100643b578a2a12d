"""A document made text, the same text each time, meant to be read in a diff."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from graph.document import (
    OPTIONS,
    ROOT,
    Document,
    Edge,
    Expression,
    Graph,
    Look,
    Node,
    Note,
    Position,
    Route,
    Value,
)
from graph.edge_text import format_chains
from graph.errors import ProjectError
from graph.limits import MAX_NUMBER_BITS
from graph.parts import RIGHT
from graph.phrases import later
from graph.project_reader import FORMAT_VERSION
from graph.route_keys import route_keys
from graph.yaml_events import plain_scalar

#: Values line up behind names, in steps, so that one new name seldom moves all lines.
_COLUMN_STEP = 4
_LAST_COLUMN = 24
#: YAML wants the colon of a key within 1,024 characters.
_LONGEST_KEY = 1000

#: What other readers of YAML take for a boolean, a number or a time, and we do not.
_AMBIGUOUS = re.compile(
    r"(?i:yes|no|on|off)|[-+.0-9][0-9_,.:eExXoObBa-fA-F+-]*|\d{4}-\d\d?-\d\d?.*|=|<<"
)
#: Words that need no quotes anywhere, inside brackets too.
_PLAIN = re.compile(r"[\w./=][\w./*+() -]*[\w./*+)-]|[\w.=]")


def write_document(document: Document) -> str:
    """Return the project file of a document, its meaning first and its layout last.

    Raises: ProjectError, if it holds a value that no file can hold.
    """
    lines = [f"layerloom: {FORMAT_VERSION}", f"name: {_string(document.name)}"]
    if document.blocks:
        lines.append("blocks:")
        for name in document.blocks:
            lines += _block_lines(document, name)
    lines += _graph_lines(document, ROOT)
    lines += _rule_lines(document.initialize)
    lines += section_lines("training", document.training)
    lines += _style_lines(document)
    for key, value in document.extras.items():
        lines.append(f"{block_key(key)} {write_value(value)}")
    lines += _layout_lines(document.graph)
    lines += _route_lines(document.graph)
    lines += _note_lines(document.graph)
    return "\n".join(lines) + "\n"


def _block_lines(document: Document, name: str) -> list[str]:
    block = document.blocks[name]
    lines: list[str] = []
    if block.note:
        lines.append(f"note: {_string(block.note)}")
    if block.arguments:
        lines.append(f"arguments: {write_value(block.arguments)}")
    lines += _graph_lines(document, name)
    for key, value in block.extras.items():
        lines.append(f"{block_key(key)} {write_value(value)}")
    lines += _layout_lines(block.graph)
    lines += _route_lines(block.graph)
    lines += _note_lines(block.graph)
    if not lines:
        return [f"  {block_key(name)} {{}}"]
    inner = "\n".join(lines).split("\n")  # a long key takes two lines
    return [f"  {block_key(name, '  ')}", *(f"    {line}" for line in inner)]


def _graph_lines(document: Document, scope: str) -> list[str]:
    graph = document.scope(scope)
    lines = ["nodes:", *aligned((n.name, write_node(n)) for n in graph.nodes)] if graph else []
    chains = format_chains(document, scope)
    if chains:
        lines += ["edges:", *(f"  - {write_chain(chain)}" for chain in chains)]
    if graph.groups:
        frames = ((g.name, write_value(g.options)) for g in graph.groups.values())
        lines += ["groups:", *aligned(frames)]
    return lines


def _layout_lines(graph: Graph) -> list[str]:
    direction = [] if graph.direction == RIGHT else [f"direction: {graph.direction}"]
    places = {**graph.layout, **graph.stray_layout}
    looks = {**graph.looks, **graph.unmatched_looks}
    names = dict.fromkeys([*(n for n in graph.names if n in places or n in looks),
                           *places, *looks])  # fmt: skip
    if not names:
        return direction
    return [
        *direction,
        "layout:",
        *aligned((n, _place(places.get(n), looks.get(n, {}))) for n in names),
    ]


def _place(position: Position | None, look: Look) -> str:
    """``[x, y]`` of a node that looks as all do, else ``{at: [x, y], color: blue}``."""
    if not look and position is not None:
        return _point(position)
    parts = [f"at: {_point(position)}"] if position is not None else []
    parts += [f"{flow_key(key)} {write_value(value)}" for key, value in look.items()]
    return "{" + ", ".join(parts) + "}"


def _note_lines(graph: Graph) -> list[str]:
    if not graph.notes:
        return []
    return ["notes:", *aligned((note.name, _note(note)) for note in graph.notes.values())]


def _note(note: Note) -> str:
    parts = [
        f"text: {_string(note.text)}", f"at: {_point(note.at)}", f"size: {_point(note.size)}"
    ]  # fmt: skip
    parts += [f"{flow_key(key)} {write_value(value)}" for key, value in note.look.items()]
    return "{" + ", ".join(parts) + "}"


def _point(point: Position) -> str:
    return f"[{_coordinate(point[0])}, {_coordinate(point[1])}]"


def _route_lines(graph: Graph) -> list[str]:
    """``conv1.output -> add.other: [[x, y], ...]``, for each wire that is led by hand."""
    routes = {**graph.unmatched_routes}
    if led := graph.routes:
        keys = route_keys(graph.edges)
        routes = {**{keys[edge]: route for edge, route in led.items()}, **routes}
    if not routes:
        return []
    return ["routes:", *(f"  {_wire_key(k)} [{_points(r)}]" for k, r in routes.items())]


def _wire_key(text: str) -> str:
    is_plain = len(text) <= _LONGEST_KEY and text.isascii() and _is_plain_chain(text)
    return f"{text}:" if is_plain else block_key(text, "  ")


def _points(route: Route) -> str:
    return ", ".join(map(_point, route))


def _rule_lines(rules: Value) -> list[str]:
    if rules in ((), None):
        return []
    if not isinstance(rules, tuple):
        return [f"initialize: {write_value(rules)}"]
    return ["initialize:", *(f"  - {write_value(rule)}" for rule in rules)]


def _style_lines(document: Document) -> list[str]:
    return [f"style: {write_value(document.style)}"] if document.style else []


def section_lines(key: str, mapping: Mapping[str, Value]) -> list[str]:
    """A mapping as a block, one line for each of its keys, or nothing if it is empty."""
    if not mapping:
        return []
    return [f"{key}:", *(line for pair in mapping.items() for line in _entry_lines(*pair))]


def _entry_lines(name: str, value: Value) -> list[str]:
    """A key with its value on one line; mappings of a list have a line each."""
    key = f"  {block_key(name, '  ')}"
    listed = isinstance(value, tuple | list) and len(value) > 1
    if listed and all(isinstance(each, Mapping) for each in value):
        return [key, *(f"    - {write_value(each)}" for each in value)]
    return [f"{key} {write_value(value)}"]


def aligned(entries: Iterable[tuple[str, str]]) -> list[str]:
    """Lines ``  name:   value`` whose values begin in one column."""
    keyed = [(block_key(name, "  "), value) for name, value in entries]
    longest = max((len(key) for key, _ in keyed if len(key) < _LAST_COLUMN), default=0)
    column = -(-(longest + 1) // _COLUMN_STEP) * _COLUMN_STEP
    return [f"  {key.ljust(column - 1)} {value}" for key, value in keyed]


def write_node(node: Node) -> str:
    """``{type: Conv2d, out_channels: 6, group: features}``"""
    parts = [f"type: {_string(node.type)}"]
    for argument, value in node.arguments.items():
        parts.append(f"{flow_key(argument)} {write_value(value)}")
    for option in OPTIONS:
        if option in node.options:
            parts.append(f"{option}: {write_value(node.options[option])}")
    return "{" + ", ".join(parts) + "}"


def write_chain(chain: str | Edge) -> str:
    if isinstance(chain, str):
        return chain if _is_plain_chain(chain) else quoted(chain)
    ends = {
        "source": chain.source,
        "source_port": chain.source_port,
        "target": chain.target,
        "target_port": chain.target_port,
    }
    return "{" + ", ".join(f"{key}: {_string(text)}" for key, text in ends.items()) + "}"


def _is_plain_chain(text: str) -> bool:
    return re.fullmatch(r"[\w.]+( -> [\w.]+)+", text) is not None and text.isprintable()


# values


def write_value(value: Value) -> str:
    """A value on one line, in YAML's flow style; reading it gives the same value."""
    if isinstance(value, Expression):
        return _string(f"={value.text}")
    if isinstance(value, str):
        return _string(f"={value}" if value.startswith("=") else value)
    if isinstance(value, Mapping):
        entries = (f"{flow_key(key)} {write_value(inner)}" for key, inner in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(write_value(item) for item in value) + "]"
    return _number(value)


def _number(value: Value) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if value.bit_length() > MAX_NUMBER_BITS:
            raise ProjectError("a number is too large to be saved", "set a smaller one")
        return str(int(value))
    if isinstance(value, float):
        if math.isnan(value):
            return ".nan"
        if math.isinf(value):
            return ".inf" if value > 0 else "-.inf"
        return repr(float(value))
    raise ProjectError(
        later("a value of type {name} cannot be saved", name=type(value).__name__),
        "use numbers, texts, lists and mappings",
    )


def _coordinate(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def flow_key(text: str) -> str:
    """``name:`` inside braces, quoted where YAML needs it."""
    written = _key(text)
    return f"{written}:" if len(written) <= _LONGEST_KEY else f"? {written} :"


def block_key(text: str, indent: str = "") -> str:
    """``name:`` at the beginning of a line; a key too long for YAML takes two lines."""
    written = _key(text)
    return f"{written}:" if len(written) <= _LONGEST_KEY else f"? {written}\n{indent}:"


def _key(text: str) -> str:
    if not isinstance(text, str):
        raise ProjectError(later("the key {text} is no text", text=repr(text)), "use names as keys")
    return _string(text)


def _string(text: str) -> str:
    """``text`` as it is where YAML, old or new, reads it as the same text; else in quotes."""
    if (
        _PLAIN.fullmatch(text)
        and text.isascii()
        and isinstance(plain_scalar(text), str)
        and not _AMBIGUOUS.fullmatch(text)
    ):
        return text
    return quoted(text)


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quoted(text: str) -> str:
    """``text`` between double quotes, on one line, with what cannot be seen escaped."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        raise ProjectError(
            later(
                "a text holds half of a character (U+{code:04X}), which no file can hold", code=code
            ),
            "type the text again",
        )
    return (
        f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}" if code < 65536 else f"\\U{code:08X}"
    )
