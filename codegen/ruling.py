"""Rules for how weights start, as the method that a colleague would write for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from codegen.filling_order import sweeps
from codegen.lines import WIDTH, Line, lay_out
from codegen.literals import write_string, write_value
from codegen.program import ClassDefinition, Program
from codegen.starting import write_fill, write_starts
from codegen.weights import NameTest, Rule

#: The method's name.
METHOD = "_init_weights"

_WILD = frozenset("*?[")

#: The last part of a parameter's name.
_LAST = 'name.rpartition(".")[2]'

#: What stands on a line of its own in a condition, with an operator before it.
_WIDEST = WIDTH - 24

#: Whether a name "is" a text, "begins" with it, or "matches" it.
Asked = tuple[str, str]


def write_rules(program: Program, kept: Mapping[str, Mapping[str, str]]) -> Iterator[Line]:
    """The method; ``kept`` says where each class keeps its arguments."""
    after = " -> None:" if program.style.hints else ":"
    yield Line(f"    def {METHOD}(self){after}")
    for sweep in sweeps(program.rules):
        yield from _plain(sweep) if sweep[0].is_plain else _searching(sweep[0])
    yield from _own(program, kept)


def _plain(rules: tuple[Rule, ...]) -> Iterator[Line]:
    """``for module in self.modules(): if isinstance(module, nn.Conv2d): ...``"""
    yield Line("        for module in self.modules():")
    before: set[str] = set()
    for types, group in groupby(rules, lambda rule: rule.types):
        apart = before and before.isdisjoint(types) and not any(t.startswith("Lazy") for t in types)
        word = "elif" if apart else "if"
        before |= set(types)
        is_one = f"            {word} isinstance(module, {_types(types)})"
        fills = [(rule, parameter) for rule in group for parameter in rule.parameters]
        guards = [_guards(*fill) for fill in fills]
        together = f"{is_one} and {guards[0]}:"
        if len(fills) == 1 and guards[0] and len(together) <= WIDTH:
            yield Line(together)
            guards = [""]
        else:
            yield Line(f"{is_one}:")
        for (rule, parameter), guard in zip(fills, guards, strict=True):
            if guard:
                yield Line(f"                if {guard}:")
            yield from lay_out(4 + bool(guard), write_fill(rule.value, f"module.{parameter}", {}))


def _guards(rule: Rule, parameter: str) -> str:
    """What must hold of a module's parameter before it is filled; nothing where it always does."""
    target = f"module.{parameter}"
    is_there = [f"{target} is not None"] if rule.optional else []
    return " and ".join([*is_there, *_axes(rule, target)])


def _searching(rule: Rule) -> Iterator[Line]:
    """``for name, parameter in self.named_parameters(): if name.endswith("bias"): ...``"""
    depth = 2
    if rule.types:
        yield Line("        for place, module in self.named_modules():")
        yield Line(f"            if isinstance(module, {_types(rule.types)}):")
        yield Line(
            "                for name, parameter in module.named_parameters(place, recurse=False):"
        )
        depth = 4
    else:
        yield Line("        for name, parameter in self.named_parameters():")
    patterns = () if "*" in rule.parameters else rule.parameters
    tests = [_either(_LAST, [_local(pattern) for pattern in patterns])]
    tests += [_either("name", [_place(test) for test in rule.names]), _axes(rule, "parameter")]
    tests = [test for test in tests if test]
    if tests:
        yield from _condition(depth + 1, tests)
    yield from lay_out(depth + 1 + bool(tests), write_fill(rule.value, "parameter", {}))


def _own(program: Program, kept: Mapping[str, Mapping[str, str]]) -> Iterator[Line]:
    """What classes say of their own weights, over what the rules said."""
    saying = [c for c in program.classes if c.starts and c is not program.network]
    if not saying:
        return
    yield Line("        for module in self.modules():")
    for index, definition in enumerate(saying):
        yield Line(
            f"            {'elif' if index else 'if'} isinstance(module, {definition.name}):"
        )
        names = {name: f"module.{place}" for name, place in kept[definition.name].items()}
        yield from write_starts(definition.starts, 4, "module", names)


def _types(types: tuple[str, ...]) -> str:
    written = [f"nn.{type_}" for type_ in types]
    return written[0] if len(written) == 1 else f"({', '.join(written)})"


def _condition(depth: int, tests: list[list[str]]) -> Iterator[Line]:
    """``if`` one of each list holds, broken at its operators where it does not fit on a line."""
    if len(tests) == 1:
        parts = _joined("or", tests[0])
    else:
        parts = _joined("and", [t[0] if len(t) == 1 else f"({' or '.join(t)})" for t in tests])
    indent, inner = "    " * depth, "    " * (depth + 1)
    whole = Line(f"{indent}if {' '.join(parts)}:")
    if len(whole.text) <= WIDTH:
        yield whole
        return
    yield Line(f"{indent}if (")
    for index, part in enumerate(parts):
        if len(inner + part) <= WIDTH or len(tests) == 1 or len(tests[index]) == 1:
            yield Line(inner + part)
            continue
        yield Line(f"{inner}{'and ' if index else ''}(")
        yield from (Line(f"{inner}    {test}") for test in _joined("or", tests[index]))
        yield Line(f"{inner})")
    yield Line(f"{indent}):")


def _joined(word: str, tests: list[str]) -> list[str]:
    return [f"{word} {test}" if index else test for index, test in enumerate(tests)]


def _local(pattern: str) -> Asked:
    """What the last part of ``name`` must be, as a pattern says."""
    if _WILD.isdisjoint(pattern):
        return "is", pattern
    stem = pattern.removesuffix("*")
    return ("begins", stem) if _WILD.isdisjoint(stem) and stem else ("matches", pattern)


def _place(test: NameTest) -> Asked:
    if test.by == "name":
        return "is", test.text
    return ("begins", f"{test.text}.") if test.by == "below" else ("matches", test.text)


def _either(subject: str, asked: list[Asked]) -> list[str]:
    """Each question as code; all that ``subject`` may begin with is asked at once, if it fits."""
    begins = tuple(text for how, text in asked if how == "begins")
    together = f"{subject}.startswith({write_value(begins)})"
    if len(begins) < 2 or len(together) > _WIDEST:
        return [_question(subject, how, text) for how, text in asked]
    found = (together if how == "begins" else _question(subject, how, text) for how, text in asked)
    return list(dict.fromkeys(found))


def _question(subject: str, how: str, text: str) -> str:
    said = write_string(text)
    if how == "matches":
        return f"fnmatchcase({subject}, {said})"
    return f"{subject} == {said}" if how == "is" else f"{subject}.startswith({said})"


def _axes(rule: Rule, target: str) -> list[str]:
    if rule.axes is None:
        return []
    least, most = rule.axes
    if most is None:
        return [f"{target}.dim() >= {least}"] if least != 2 else [f"{target}.dim() > 1"]
    return [
        f"{target}.dim() == {least}" if least == most else f"{least} <= {target}.dim() <= {most}"
    ]


def needs_fnmatch(program: Program) -> bool:
    """Whether the method looks for patterns."""
    searching = (sweep[0] for sweep in sweeps(program.rules) if not sweep[0].is_plain)
    return any("fnmatchcase" in line.text for rule in searching for line in _searching(rule))


def hoisted(definition: ClassDefinition, program: Program) -> bool:
    """Whether what a class says of its weights is said by the network, after the rules."""
    return bool(program.rules) and definition is not program.network
