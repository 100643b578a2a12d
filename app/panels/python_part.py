"""What the inspector says of a Python node: its file, what is in it, whether it may run."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.panels.argument_form import LABEL_WIDTH, ArgumentForm
from app.panels.pieces import Choice, Fold, column, plain_label, push_button, row, tool_button
from app.panels.python_highlighter import PythonHighlighter
from app.theme import is_palette_change
from app.theme_fonts import monospace_font
from app.translating import later, tr
from app.words import sentence
from graph.catalog import CATALOG, Argument
from graph.catalog.custom import PYTHON, own_arguments
from graph.catalog.layer import ArgumentType
from graph.document import ROOT, UNSET, Graph, Node, Value
from graph.edits import Batch, SetArgument
from graph.python.choosing import choose_name, set_ports, usable
from graph.python.files import PythonFiles
from graph.python.outline import Definition, Parameter
from graph.python.source_file import PythonFile, PythonFileError

WARNING = later(
    "Code may do whatever you may do on this computer. Read it first; "
    "it stays trusted until one letter of it changes."
)
TRUSTED = later(
    "Trusted as it is: it runs when shapes are asked for and when the network is trained."
)
NOT_TRUSTED = later("Not trusted: nothing in this file has been run.")

_TYPES: dict[str, ArgumentType] = {"bool": "bool", "int": "int", "float": "float", "str": "str"}


class PythonPart(QWidget):
    """Shows the file of one node and says what the user wants; it reads and runs nothing."""

    edit_wanted = Signal(object)  # Edit
    choose_wanted = Signal(str, str)  # node, scope
    trust_wanted = Signal(str)  # a file's name
    distrust_wanted = Signal(str)
    edit_file_wanted = Signal(str)
    create_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._node, self._graph, self._scope = Node("", PYTHON), Graph(), ROOT
        self._files = PythonFiles()
        self._shown: tuple[str, int] = ("", 0)
        self._make_parts()
        file = row(self._label(tr("File")), self.file, self.choose, spacing=8)
        file.setStretch(1, 1)
        name = row(self._label(tr("Class or function")), self.names, spacing=8)
        name.setStretch(1, 1)
        ports = CATALOG[PYTHON]
        wanted = (ports.argument("inputs"), ports.argument("outputs"))
        self.ports.show_arguments([argument for argument in wanted if argument is not None])
        self.setLayout(
            column(
                file,
                name,
                self.ports,
                self._arguments_fold,
                4,
                self.state,
                self._warning,
                row(self.trust, self.edit, self.create, self.distrust, None),
                self.digest,
                self._source_fold,
            )
        )

    def _label(self, text: str) -> QWidget:
        label = plain_label(text)
        label.setFixedWidth(LABEL_WIDTH)
        return label

    def _make_parts(self) -> None:
        self.file = plain_label(look="monospace")
        self.choose = tool_button(
            "open",
            tr("Choose a Python file"),
            lambda: self.choose_wanted.emit(self._node.name, self._scope),
        )
        self.names = Choice()
        self.names.setAccessibleName(tr("Class or function"))
        self.names.activated.connect(self._choose_name)
        self.ports, self.arguments = ArgumentForm(), ArgumentForm()
        self.ports.value_chosen.connect(self._set)
        self.arguments.value_chosen.connect(self._set_own)
        self._arguments_fold = Fold(tr("Arguments"), self.arguments, is_open=True)
        self.state = plain_label(wrap=True)
        self._warning = plain_label(tr(WARNING), "quiet", wrap=True)
        self.trust = push_button(tr("Trust this file"), "primary")
        self.trust.clicked.connect(lambda: self.trust_wanted.emit(self._name))
        self.edit = push_button(tr("Edit the file"))
        self.edit.clicked.connect(lambda: self.edit_file_wanted.emit(self._name))
        self.create = push_button(tr("Create it"))
        self.create.clicked.connect(lambda: self.create_wanted.emit(self._name))
        self.distrust = push_button(tr("Trust it no longer"))
        self.distrust.clicked.connect(lambda: self.distrust_wanted.emit(self._name))
        self.digest = plain_label(look="quiet")
        self.source = QPlainTextEdit()
        self.source.setReadOnly(True)
        self.source.setFont(monospace_font(11))
        self.source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.source.setAccessibleName(tr("What stands in the file"))
        self.source.setProperty("boxed", "true")
        self.source.setMinimumHeight(280)
        self._highlighter = PythonHighlighter(self.source.document())
        self._source_fold = Fold(tr("Source"), self.source, is_open=True)

    @property
    def _name(self) -> str:
        return str(self._node.arguments.get("file", ""))

    # showing

    def show_files(self, files: PythonFiles) -> None:
        """Take the files as they are now."""
        self._files = files
        if self._node.name:
            self.show_node(self._node, self._graph, self._scope)

    def show_node(self, node: Node, graph: Graph, scope: str) -> None:
        """Show a node of ``graph``, with the files as they were read last."""
        self._node, self._graph, self._scope = node, graph, scope
        self.file.setText(self._name or tr("none yet"))
        self.ports.show_values(node.arguments)
        try:
            self._show_file(self._files.get(self._name))
        except PythonFileError as error:
            self._show_nothing(tr(str(error)))

    def _show_file(self, file: PythonFile) -> None:
        known = usable(file)
        name = str(self._node.arguments.get("name", ""))
        self._show_names([*known], name)
        self._show_arguments(known.get(name))
        self.state.setText(tr(TRUSTED if file.trusted else NOT_TRUSTED))
        self._warning.setVisible(not file.trusted)
        self.trust.setVisible(not file.trusted)
        self.distrust.setVisible(file.trusted)
        self.create.setVisible(False)
        self.edit.setVisible(True)
        self.digest.setText(f"SHA-256 {file.digest[:16]}…")
        self.digest.setToolTip(file.digest)
        self.digest.setVisible(True)
        self._source_fold.setVisible(True)
        line = known[name].line if name in known else 1
        if self.source.toPlainText() != file.text:
            self.source.setPlainText(file.text)
        if self._shown != (file.digest, line):
            self._shown = (file.digest, line)
            self.source.verticalScrollBar().setValue(max(0, line - 2))

    def _show_nothing(self, words: str) -> None:
        """There is no file that can be read."""
        self._show_names([], str(self._node.arguments.get("name", "")))
        self._show_arguments(None)
        self.state.setText(sentence(tr(words)))
        for part in (self._warning, self.trust, self.distrust, self.edit, self.digest):
            part.setVisible(False)
        self._source_fold.setVisible(False)
        self.create.setVisible("there is no" in words)
        self._shown = ("", 0)

    def _show_names(self, known: list[str], name: str) -> None:
        listed = known if name in known else [name, *known]
        if [self.names.itemText(index) for index in range(self.names.count())] != listed:
            self.names.clear()
            self.names.addItems(listed)
        self.names.setCurrentText(name)

    def _show_arguments(self, definition: Definition | None) -> None:
        given = own_arguments(self._node.arguments)
        known = definition.arguments if definition is not None else ()
        fields = [_field(parameter) for parameter in known]
        names = [field.name for field in fields]
        fields += [
            Argument(name, default=None, optional=True) for name in given if name not in names
        ]
        self._arguments_fold.setVisible(bool(fields))
        self.arguments.show_arguments(fields)
        self.arguments.show_values(given)

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if is_palette_change(event) and hasattr(self, "_highlighter"):  # type: ignore[arg-type]
            self._highlighter.rehighlight()

    # what the user wants

    def _choose_name(self, index: int) -> None:
        name = self.names.itemText(index)
        try:
            definition = usable(self._files.get(self._name)).get(name)
        except PythonFileError:
            return
        if definition is not None and name != self._node.arguments.get("name"):
            self.edit_wanted.emit(choose_name(self._graph, self._node, self._scope, definition))

    def _set(self, argument: str, value: Value) -> None:
        if self._node.arguments.get(argument, UNSET) != value:
            edit = set_ports(self._graph, self._node, self._scope, argument, value)
            self.edit_wanted.emit(edit)

    def _set_own(self, name: str, value: Value) -> None:
        given = own_arguments(self._node.arguments)
        rest = {key: said for key, said in given.items() if key != name}
        wanted = rest if value is UNSET else {**given, name: value}
        if wanted != given:
            edit = SetArgument(self._node.name, "arguments", wanted or UNSET, self._scope)
            # A step of its own: what is set right after may be another argument.
            self.edit_wanted.emit(Batch((edit,), label=later("Set {name}", name=name)))


def _field(parameter: Parameter) -> Argument:
    """A parameter of a signature as the form shows it."""
    kind = _TYPES.get(parameter.hint)
    if kind is None and type(parameter.default).__name__ in _TYPES:
        kind = _TYPES[type(parameter.default).__name__]
    plain = parameter.default is not None or parameter.text == "None"
    default: Value = parameter.default if plain else parameter.text
    return Argument(
        parameter.name,
        kind or "any",
        default,
        optional=parameter.default is None and not parameter.is_required,
        doc=f"{parameter.name}: {parameter.hint}" if parameter.hint else "",
    )
