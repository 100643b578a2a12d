"""What is wrong with the rules for how weights start, in plain words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from graph.analysis import NodeAnalysis
from graph.catalog import CATALOG
from graph.catalog.custom import PYTHON
from graph.catalog.initializers import initializers
from graph.document import Document, Value
from graph.edits import SetRules
from graph.initializing import Fill, written
from graph.phrases import later, listed, sentence
from graph.problems import Fix, Problem, Severity
from graph.rules import KEYS, Rule, is_known, read_rule, texts, used_types
from graph.validate_initialize import complaints, refusal

_WILD = frozenset("*?[")

#: A parameter somewhere in the network: the type of its layer, its name there, its shape.
Seen = tuple[str, str, tuple[int, ...]]


def check_rules(document: Document, nodes: Mapping[str, NodeAnalysis]) -> Iterator[Problem]:
    """Problems of the rules; ``nodes`` tells which parameters there are."""
    said = document.initialize
    if not isinstance(said, tuple):
        message = later(
            "initialize is a list of rules: - {types: Conv2d, parameters: weight, with: ...}."
        )
        rules = (said,) if isinstance(said, Mapping) else ()
        fix = Fix(later("Make it a list") if rules else later("Remove it"), SetRules(rules))
        yield Problem("error", "bad-rule", message, fixes=(fix,))
        return
    used = used_types(document) if said else []
    seen = set(parameters(nodes)) if said else set()
    places = _places(document, seen) if said else {}
    is_whole = all(node.outputs or node.type == "Output" for node in nodes.values())
    for index, rule in enumerate(said):
        check = _Check(said, index, rule)
        yield from check.form()
        if check.sound:
            yield from check.fit(read_rule(rule, used), seen, is_whole=is_whole)
            if places:
                yield from check.names(places)


def parameters(nodes: Mapping[str, NodeAnalysis]) -> Iterator[Seen]:
    """All parameters, those inside of blocks and of layers in layers too."""
    for node in nodes.values():
        for inside in node.insides:
            yield from parameters(inside.nodes)
        for copy in (node.copies or (node,)) if node.inside is None else ():
            for name, shape in copy.parameter_shapes.items():
                yield node.type, name, shape


def _places(document: Document, seen: set[Seen]) -> dict[str, str]:
    """The parts that a name in ``state_dict`` may have, by what is left of them in any spelling.

    None where a Python file may have more than is known.
    """
    graphs = [document.scope(scope) for scope in document.scopes]
    if any(node.type == PYTHON for graph in graphs for node in graph.nodes):
        return {}
    names = [node.name for graph in graphs for node in graph.nodes]
    names += [n for graph in graphs for n, group in graph.groups.items() if not group.is_plain]
    names += [part for _, name, _ in sorted(seen) for part in name.split(".")]
    return {_letters(name): name for name in names}


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


class _Check:
    """One rule, with the words for it and the fixes that change it."""

    def __init__(self, rules: tuple[Value, ...], index: int, rule: Value) -> None:
        self._rules, self._index, self._rule = rules, index, rule
        self.sound = True

    def form(self) -> Iterator[Problem]:
        """What is wrong with a rule as it is written."""
        rule = self._rule
        if not isinstance(rule, Mapping) or "with" not in rule:
            yield self._problem(later("it says with: how the weights start"))
            return
        for key in rule:
            if key not in KEYS:
                near = difflib.get_close_matches(key, [k for k in KEYS if k not in rule], 1)
                renamed = {near[0] if k == key and near else k: v for k, v in rule.items()}
                fix = (
                    [self._change(later("Rename it to {near}", near=near[0]), renamed)]
                    if near
                    else []
                )
                yield self._problem(
                    later("there is no {key}; it has {keys}", key=repr(key), keys=", ".join(KEYS)),
                    *fix,
                )
        for key in ("types", "names", "parameters"):
            parts = rule.get(key, ())
            if not all(
                isinstance(p, str) for p in (parts if isinstance(parts, tuple) else (parts,))
            ):
                rest = {k: v for k, v in rule.items() if k != key}
                fix = [self._change(later("Remove {key}", key=key), rest)]
                yield self._problem(later("{key} is a name, or a list of names", key=key), *fix)
        for pattern in texts(rule, "types"):
            if not is_known(pattern):
                near = difflib.get_close_matches(pattern, [x.type for x in CATALOG.layers()], 1)
                fix = [
                    self._change(later("Use {choice}", choice=n), {**rule, "types": n})
                    for n in near
                ]
                yield self._problem(
                    later("no layer or family is called {what}", what=repr(pattern)), *fix
                )
        yield from self._start(read_rule(rule, ()))

    def _start(self, rule: Rule) -> Iterator[Problem]:
        if isinstance(rule.start, Fill):
            for message, better in complaints(rule.start, {}):
                fix = [] if better is None else [self._with(better)]
                yield self._problem(message, *fix)
        elif type(rule.start) not in (int, float):
            yield self._problem(later("weights start with a function of torch.nn.init or a number"))

    def fit(self, rule: Rule, seen: set[Seen], *, is_whole: bool) -> Iterator[Problem]:
        """What only shows with the shapes of the weights; ``is_whole`` where all are known."""
        found = [one for one in sorted(seen) if rule.means(*one[:2])]
        composite = any("." in name for _, name, _ in seen)
        if is_whole and not found and not composite:
            yield self._nothing(rule, seen)
        if not isinstance(rule.start, Fill):
            return
        function, arguments = initializers()[rule.start.function], rule.start.arguments
        suited = [one for one in found if function.takes(len(one[2]))]
        if found and not suited:
            type_, name, shape = found[0]
            message = later(
                "{name} fills tensors of {needs}, but {name_2} of a {type} is {shape}",
                name=function.name,
                needs=function.needs,
                name_2=name,
                type=type_,
                shape=list(shape),
            )
            weight = self._change(
                later("Use it for the weights"), {**self._rule, "parameters": "weight"}
            )
            fixes = [weight] if rule.parameters != ("weight",) else []
            yield self._problem(message, *fixes)
            return
        for _, _, shape in suited:
            why = refusal(function, tuple(arguments.items()), shape)
            if why:
                yield self._problem(later("{name} refuses: {why}", name=function.name, why=why))
                return

    def _nothing(self, rule: Rule, seen: set[Seen]) -> Problem:
        """A rule that is for no layer, or for no parameter of those that it is for."""
        types = listed(texts(self._rule, "types"), "or", each=True)
        own = {name for type_, name, _ in seen if not rule.types or type_ in rule.types}
        if not own:
            what = (
                later("no layer of the network is {types}", types=types)
                if types
                else later("the network has no weights")
            )
            return self._problem(what, severity="warning")
        said = listed(rule.parameters, "or", each=True)
        near = [n for p in rule.parameters for n in difflib.get_close_matches(p, own, 1)]
        fixes = [
            self._change(later("Use {choice}", choice=n), {**self._rule, "parameters": n})
            for n in near[:1]
        ]
        of = later(" of {types}", types=types) if types else ""
        return self._problem(
            later("no parameter{of} is called {said}", of=of, said=said), *fixes, severity="warning"
        )

    def names(self, places: Mapping[str, str]) -> Iterator[Problem]:
        """Names in which a part is that of no layer, frame or parameter; as far as can be told."""
        said = texts(self._rule, "names")
        for index, name in enumerate(said):
            for part in name.split("."):
                stem, wild = re.split(r"[*?\[]", part)[0], not _WILD.isdisjoint(part)
                letters = _letters(stem)
                if not letters or letters.isdecimal() or letters in places:
                    continue
                if wild and any(place.startswith(letters) for place in places):
                    continue
                near = difflib.get_close_matches(letters, places, 1)
                fixes = []
                for better in near:
                    right = name.replace(stem, places[better])
                    names = (*said[:index], right, *said[index + 1 :])
                    rule = {**self._rule, "names": names if len(names) > 1 else right}
                    fixes.append(self._change(later("Use {right}", right=right), rule))
                what = later("no layer, frame or parameter is called {part}", part=part)
                yield self._problem(what, *fixes, severity="warning")
                return

    def _problem(self, what: str, *fixes: Fix, severity: Severity = "error") -> Problem:
        if severity == "error":
            self.sound = False
        others = (*self._rules[: self._index], *self._rules[self._index + 1 :])
        drop = Fix("Remove the rule", SetRules(others))
        message = sentence(
            later("initialize, rule {index}: {what}", index=self._index + 1, what=what)
        )
        return Problem(severity, "bad-rule", message, port=str(self._index), fixes=(*fixes, drop))

    def _change(self, label: str, rule: Value) -> Fix:
        rules = list(self._rules)
        rules[self._index] = rule
        return Fix(label, SetRules(tuple(rules)))

    def _with(self, better: Fill) -> Fix:
        return self._change(
            later("Use {function}", function=better.function),
            {**self._rule, "with": written(better)},
        )
