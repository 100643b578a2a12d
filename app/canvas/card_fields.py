"""What of a node can be edited on its card: its name, its arguments, and how often it stands there.

Each is known by a key: "" is the name; an option and an argument never have the same one.
"""

from __future__ import annotations

from app.canvas.card_spots import spots_of
from app.canvas.scene import CanvasScene
from app.translating import tr
from graph.block_signature import signature
from graph.catalog import CATALOG
from graph.catalog.layer import REQUIRED, Argument
from graph.catalog.parsing import format_argument, parse_argument
from graph.document import UNSET, Node, Value
from graph.edits import Edit, RenameNode, SetArgument, SetOption
from graph.names import is_identifier
from graph.options import REPEAT


def declared(scene: CanvasScene, name: str, key: str) -> Argument | None:
    """What may be said under a key of a node; None for its name, and for what it does not have."""
    node = scene.graph.node(name)
    if key == REPEAT.name:
        return REPEAT if node.type not in ("Input", "Output") else None
    return next((a for a in _signature(scene, node) if a.name == key), None)


def keys_of(scene: CanvasScene, name: str) -> list[str]:
    """What the card shows, then what must be said, then what the node says besides."""
    item, node = scene.nodes[name], scene.graph.node(name)
    shown = [spot.argument for spot in spots_of(item) if spot.argument]
    others = [
        a.name for a in _signature(scene, node)
        if (a.default is REQUIRED and not a.auto) or a.name in node.arguments or a.start is not None
    ]  # fmt: skip
    return list(dict.fromkeys(key for key in [*shown, *others] if declared(scene, name, key)))


def text_of(scene: CanvasScene, name: str, key: str) -> str:
    """What is said now, as it is typed; empty where it is left to the default."""
    if not key:
        return name
    value = _value(scene.graph.node(name), key)
    return "auto" if value == "auto" else format_argument(value)


def default_of(scene: CanvasScene, name: str, key: str) -> str:
    """What holds where nothing is said."""
    found = declared(scene, name, key) if key else None
    if found is None:
        return ""
    return "auto" if found.auto else format_argument(found.default)


def edit_of(scene: CanvasScene, name: str, key: str, text: str) -> Edit | None:
    """The edit that a text means, None for no change; raises ValueError, which says why not."""
    if not key:
        return _rename(scene, name, text.strip())
    found = declared(scene, name, key)
    if found is None:
        return None
    value = parse_argument(found, text)
    is_option = key == REPEAT.name
    if is_option and value == found.default:
        value = UNSET
    if _value(scene.graph.node(name), key) == value:
        return None
    made = SetOption if is_option else SetArgument
    return made(name, key, value, scene.scope)


def _rename(scene: CanvasScene, name: str, new: str) -> Edit | None:
    if new == name:
        return None
    if not is_identifier(new):
        words = tr("A name has letters, digits and _, and begins with no digit")
        raise ValueError(words)
    if new in scene.graph:
        raise ValueError(tr("There is already a layer named {name}").format(name=new))
    return RenameNode(name, new, scene.scope)


def _value(node: Node, key: str) -> Value:
    said = node.options if key == REPEAT.name else node.arguments
    return said.get(key, UNSET)


def _signature(scene: CanvasScene, node: Node) -> tuple[Argument, ...]:
    block, layer = scene.document.blocks.get(node.type), CATALOG.get(node.type)
    return signature(block) if block else layer.arguments if layer else ()
