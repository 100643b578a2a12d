"""The catalog, made from the installed PyTorch and the hand-written YAML files.

``python -m graph.catalog.introspect`` writes it to ``snapshot.json``, which is all that the
running app reads; only this module and its neighbours that it imports need torch for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import torch
import yaml

from graph.catalog.callables import callables
from graph.catalog.docstrings import argument_lines
from graph.catalog.layer import REQUIRED, Argument, Family, Kind, Layer, Port, Sample, Slot
from graph.catalog.signatures import Parameter, read_schema, read_signature
from graph.catalog.snapshot import SNAPSHOT, Snapshot, write_snapshot

HERE = Path(__file__).parent

Entry = Mapping[str, Any]


@cache
def _read_yaml(name: str) -> dict[str, Any]:
    with (HERE / f"{name}.yaml").open(encoding="utf-8") as file:
        content: dict[str, Any] = yaml.safe_load(file)
    return content


def introspect(known: Mapping[str, Layer] | None = None) -> Snapshot:
    """The whole catalog for the installed torch, in the order of the palette.

    For a torch that the YAML files were not written for, ``known`` are the entries of the one
    they were: they stand in where PyTorch's answer does not fit the file.
    Raises: ValueError or LookupError, without ``known``, where a file says what PyTorch does not.
    """
    families, layers = [], []
    for key, family in _read_yaml("families").items():
        families.append(
            Family(key, family["title"], family.get("color", key), family.get("icon", key))
        )
        for file, section in family.get("files", {}).items():
            for type_, entry in _entries(file).items():
                if known is not None and "kind" not in entry and type_ not in callables():
                    continue  # another torch has other layers
                try:
                    layers.append(read_layer(type_, {"section": section, **entry}, key))
                except (ValueError, LookupError, TypeError):
                    if known is None:
                        raise
                    layers += [known[type_]] if type_ in known else []
    return Snapshot(torch.__version__.partition("+")[0], tuple(families), tuple(layers))


def _entries(file: str) -> dict[str, Entry]:
    """What a file says of each of its layers; ``as`` takes over what is said of another layer."""
    content = dict(_read_yaml(file))
    defaults = content.pop("defaults", {})
    return {type_: {**defaults, **_as_another(entry), **entry} for type_, entry in content.items()}


def _as_another(entry: Entry) -> dict[str, Any]:
    """Raises: LookupError, if no file says anything of the other layer."""
    if "as" not in entry:
        return {}
    for family in _read_yaml("families").values():
        for content in map(_read_yaml, family.get("files", {})):
            if entry["as"] in content:
                other = content[entry["as"]]
                found = {**_as_another(other), **content.get("defaults", {}), **other}
                return {key: said for key, said in found.items() if key != "common"}
    raise LookupError(f"no file tells of {entry['as']}")


def read_layer(type_: str, entry: Entry, family: str) -> Layer:
    """One layer: what PyTorch says of it, and what ``entry`` adds."""
    kind: Kind = entry.get("kind") or _kind(type_, family)
    if kind in ("function", "method"):
        layer = _read_function(type_, entry)
    elif kind in ("module", "loss"):
        layer = _read_module(type_, entry)
    else:
        inputs = tuple(Port(name) for name in entry["inputs"])
        layer = Layer(type_, kind, family, arguments=_declared_arguments(entry), inputs=inputs)
    taken = {"kind": kind, "family": family, "pill": entry.get("pill", kind in _PILLS)}
    taken["method"] = kind == "function" and entry.get("method", _is_method(layer))
    words = (
        "summary",
        "label",
        "section",
        "time",
        "random",
        "meta",
        "always_tuple",
        "result",
        "common",
        "state",
        "state_width",
    )
    taken |= {word: entry[word] for word in words if word in entry}
    if "formula" in entry:
        taken["formula"] = _read_yaml("formulas")[entry["formula"]]
    taken["synonyms"] = tuple(str(word) for word in entry.get("synonyms", ()))
    taken["samples"] = {
        port: _sample(sample) for port, sample in (entry.get("samples") or {}).items()
    }
    if "outputs" in entry:
        taken["outputs"], taken["returns"] = _outputs(entry["outputs"])
    return replace(layer, **taken)


_LIKE = "A tensor whose sizes the arguments may read: =like.size(1)"

_PILLS = ("function", "method")


def _is_method(layer: Layer) -> bool:
    """Whether ``torch.f(x, ...)`` may be written ``x.f(...)``."""
    module, _, name = layer.type.rpartition(".")
    if module != "torch" or not layer.inputs or f"Tensor.{name}" not in callables():
        return False
    first = layer.inputs[0]
    return not first.variadic and not first.optional and layer.call[0].names == (first.name,)


def _kind(type_: str, family: str) -> Kind:
    if "." not in type_:
        return "loss" if family == "loss" else "module"
    return "method" if type_.startswith("Tensor.") else "function"


def _read_module(type_: str, entry: Entry) -> Layer:
    cls: Any = callables()[type_]
    arguments = _constructor_arguments(type_, entry)
    nested = entry.get("nested", {})
    for parameter, inner in nested.items():
        arguments = [a for a in arguments if a.name != parameter]
        arguments += [replace(a, nested=parameter) for a in _constructor_arguments(inner, entry)]
    inputs, call, at_call = _forward(cls, entry)
    docs = argument_lines(cls.forward.__doc__)
    arguments += [_argument(parameter, entry, docs, at_call=True) for parameter in at_call]
    return Layer(
        type_, "module", "", arguments=_kept(arguments, entry), inputs=inputs, call=call,
        nested=nested,
    )  # fmt: skip


def _constructor_arguments(type_: str, entry: Entry) -> list[Argument]:
    cls: Any = callables()[type_]
    source: Any = callables()[entry.get("from", type_)]
    docs = argument_lines(cls.__doc__) | argument_lines(cls.__init__.__doc__)
    return [_argument(p, entry, docs) for p in read_signature(source.__init__)]


def _forward(cls: Any, entry: Entry) -> tuple[tuple[Port, ...], tuple[Slot, ...], list[Parameter]]:
    """Ports and slots of ``forward``, and those of its plain parameters that the entry asks for."""
    declared = dict(entry.get("inputs", {}))
    exposed = entry.get("forward", ())
    parameters = [
        p for p in read_signature(cls.forward)
        if p.name in exposed or p.role != "argument" or p.type == "any"
    ]  # fmt: skip
    unnamed = [key for key in declared if key not in {p.name for p in parameters}]
    docs = argument_lines(cls.forward.__doc__)
    ports: list[Port] = []
    slots: list[Slot] = []
    at_call = []
    for parameter in parameters:
        if parameter.name in exposed:
            at_call.append(parameter)
            slots.append(Slot(parameter.name, (parameter.name,), "keyword"))
            continue
        if (
            parameter.name not in declared
            and not unnamed
            and (declared or (parameter.default is None and parameter.role == "argument"))
        ):
            continue
        key = parameter.name if parameter.name in declared or not declared else unnamed.pop(0)
        names = tuple(name.strip() for name in key.split(","))
        optional = declared.get(key, "") == "optional" or parameter.optional
        doc = docs.get(parameter.name, "")
        ports += [Port(name, optional=optional, doc=doc) for name in names]
        slots.append(Slot(parameter.name, names, "tuple" if len(names) > 1 else "positional"))
    return tuple(ports), tuple(slots), at_call


def _read_function(type_: str, entry: Entry) -> Layer:
    docs = _argument_docs(type_, entry)
    literal = entry.get("literal", ())
    optional = entry.get("inputs", {})
    arguments, ports, slots = [], [], []
    for parameter in _parameters(type_, entry):
        name = parameter.name
        argument = _argument(parameter, entry, docs)
        if name in _dropped(entry) or (parameter.role != "argument" and name == "out"):
            continue
        if name == "training" and parameter.type == "bool":
            slots.append(Slot(name, (), "training"))
            continue
        if parameter.role == "argument":
            arguments.append(argument)
            passing = "keyword"
        else:
            port = Port(
                name,
                optional=parameter.optional or optional.get(name) == "optional",
                variadic=parameter.role == "tensors",
                doc=docs.get(name, ""),
            )
            ports.append(port)
            passing = "list" if port.variadic else "positional"
            if name in literal:
                arguments.append(replace(argument, type="float", low=None, high=None))
        slots.append(Slot(name, (name,), entry.get("passing", {}).get(name, passing)))
    if "like" in entry:  # its shape is only read, by expressions such as =like.size(1)
        ports.append(Port("like", optional=True, doc=_LIKE))
        if entry["like"] == "device":
            slots.append(Slot("device", ("like",), "device"))
    return Layer(
        type_, "function", "", arguments=_kept(arguments, entry), inputs=tuple(ports),
        call=tuple(slots),
    )  # fmt: skip


def _argument_docs(type_: str, entry: Entry) -> dict[str, str]:
    """What PyTorch says of each argument, there or where it is told of what does the same."""
    told = [callables()[name] for name in (entry.get("as"), type_) if name]
    return dict(line for each in told for line in argument_lines(each.__doc__).items())


def _parameters(type_: str, entry: Entry) -> list[Parameter]:
    """By the schema that the entry names, else by signature, else by the schema of that name."""
    source = entry.get("from", "")
    if source.startswith("aten::"):
        parameters = read_schema(source)
    else:
        try:
            parameters = read_signature(callables()[source or type_])
        except ValueError:
            parameters = read_schema("aten::" + type_.rpartition(".")[2])
    names = entry.get("rename", {})
    return [
        *(replace(p, name=names.get(p.name, p.name)) for p in parameters),
        *(Parameter(name) for name in entry.get("declare", {})),
    ]


def _argument(
    parameter: Parameter, entry: Entry, docs: Mapping[str, str], *, at_call: bool = False
) -> Argument:
    """An argument with the rule for its name, overridden by what the entry says of it."""
    name = parameter.name
    rule = dict(_read_yaml("arguments").get(name, {}))
    own = dict(entry.get("arguments", {}).get(name) or entry.get("declare", {}).get(name) or {})
    type_ = parameter.type
    if docs.get(name):
        rule.pop("doc", None)
    if "type" in rule and type_ not in ("any", "str"):
        rule.pop("type")
    if "choices" in rule and type_ == "str":
        type_ = "choice"
    if parameter.choices:
        rule.pop("choices", None)
    argument = Argument(
        name,
        type_,
        parameter.default,
        optional=parameter.optional,
        choices=parameter.choices,
        length=parameter.length,
        doc=docs.get(name, ""),
        auto=entry.get("auto", {}).get(name, ""),
        start=_tuples(entry.get("start", {}).get(name)),
        at_call=at_call,
    )
    return replace(argument, **_argument_fields(rule | own))


_ARGUMENT_FIELDS = {field.name for field in fields(Argument)}


def _argument_fields(said: Mapping[str, Any]) -> dict[str, Any]:
    if said.get("required"):  # PyTorch's default would look at the data (F.one_hot)
        said = {key: value for key, value in said.items() if key != "required"}
        said["default"] = REQUIRED
    unknown = set(said) - _ARGUMENT_FIELDS
    if unknown:
        raise ValueError(f"an argument has no {', '.join(sorted(unknown))}")
    return {key: _tuples(value) for key, value in said.items()}


def _dropped(entry: Entry) -> set[str]:
    return {*_read_yaml("arguments")["dropped"], *entry.get("drop", ())}


def _kept(arguments: list[Argument], entry: Entry) -> tuple[Argument, ...]:
    dropped = _dropped(entry)
    known = {argument.name for argument in arguments}
    for key in ("start", "auto", "arguments"):
        strangers = set(entry.get(key, {})) - known
        if key != "arguments" and strangers:
            raise ValueError(f"{key}: PyTorch has no {', '.join(sorted(strangers))}")
    return tuple(argument for argument in arguments if argument.name not in dropped)


def _declared_arguments(entry: Entry) -> tuple[Argument, ...]:
    return tuple(
        Argument(name, **_argument_fields(said))
        for name, said in entry.get("arguments", {}).items()
    )


def _outputs(said: Any) -> tuple[tuple[Port, ...], tuple[tuple[str, ...], ...]]:
    """Output ports, and how they lie in the tuple that is returned: ``output, (h_n, c_n)``."""
    said = said if isinstance(said, Mapping) else dict.fromkeys(said)
    ports, returns = [], []
    for key, options in said.items():
        names = tuple(name.strip() for name in key.split(","))
        options = options or {}
        ports += [Port(name, **{"variadic": "count" in options, **options}) for name in names]
        returns.append(names)
    return tuple(ports), tuple(returns)


def _sample(said: Any) -> Sample:
    if isinstance(said, Mapping):
        return Sample(**{"dtype": "int64", **said, "shape": tuple(said["shape"])})
    return Sample(tuple(said))


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value


if __name__ == "__main__":
    write_snapshot(introspect(), SNAPSHOT)
