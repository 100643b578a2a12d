"""What a program imports from the user's own files, and what it calls it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.attributes import FILE_NAMES
from codegen.program import Import
from graph.catalog.custom import PYTHON
from graph.document import Document, Node
from graph.errors import LoweringError
from graph.names import RESERVED, make_identifier
from graph.phrases import later
from graph.python.files import PythonFiles
from graph.python.source_file import PythonFileError


class Imports:
    """A name for every class or function that the nodes of a document are made of.

    It is the one it has in its file, unless something else in the program is called so: then
    ``from layers import Linear as Linear_2``. ``types`` are what the parts of a program call it.
    """

    def __init__(self, document: Document, python: PythonFiles, taken: set[str]) -> None:
        self._made: dict[str, Import] = {}
        taken = {*taken, *RESERVED, *FILE_NAMES, *_inputs(document)}
        for node in _python_nodes(document):
            key = import_key(node)
            definition = python.definition(node.arguments.get("file"), node.arguments.get("name"))
            if key in self._made or definition is None:
                continue
            alias = make_identifier(definition.name, taken)
            taken.add(alias)
            try:
                file = python.get(node.arguments["file"])
            except PythonFileError as error:
                raise LoweringError(
                    later("{name}: {words}", name=node.name, words=error)
                ) from error
            self._made[key] = Import(alias, definition.name, file, definition.kind == "autograd")

    @property
    def names(self) -> frozenset[str]:
        """What no variable may be called."""
        return frozenset(made.alias for made in self._made.values())

    def of(self, types: set[str]) -> Mapping[str, Import]:
        """Those that a program really uses."""
        return {key: made for key, made in self._made.items() if key in types}


def import_key(node: Node) -> str:
    """What a program calls the class or function of a node; no type of the catalog is like it."""
    return f"{node.arguments.get('file')}:{node.arguments.get('name')}"


def _python_nodes(document: Document) -> Iterator[Node]:
    for scope in document.scopes:
        yield from (node for node in document.scope(scope).nodes if node.type == PYTHON)


def _inputs(document: Document) -> Iterator[str]:
    """Names that arguments of ``forward`` have, which hide what is imported."""
    for scope in document.scopes:
        yield from (node.name for node in document.scope(scope).nodes if node.type == "Input")
