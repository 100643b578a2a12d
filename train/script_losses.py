"""How a training script compares: ``compare``, with one loss or the weighted sum of several."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.names import make_identifier
from train.catalog import LOSS_NEEDS, OWN_LOSSES
from train.data import DataDescription
from train.data.asking import INPUTS
from train.data.targets import describe_target
from train.metric_names import measured
from train.parts import names_of
from train.reading_loss import BALANCED
from train.script_code import function_text, literal
from train.script_regularity import forward_text
from train.settings import Choice, TrainingConfig

if TYPE_CHECKING:
    from codegen.program import Program

#: Names that ``compare`` and ``measure`` use themselves.
TAKEN = frozenset(
    "network criterion inputs targets outputs output loss parts nn torch F "
    "signs labels lengths steps samples yes counted".split()
)


@dataclass(frozen=True)
class Comparison:
    """One loss of a script: what it compares, as the script calls it.

    ``name`` is that of the part, "" of the only one; ``outputs`` and ``target`` are variables,
    ``places`` where the outputs stand among those of the network, ``target_place`` where the
    target stands among several.
    """

    loss: Choice
    described: DataDescription
    metrics: tuple[str, ...]
    shapes: tuple[tuple[Any, ...], ...]
    name: str = ""
    outputs: tuple[str, ...] = ("output",)
    places: tuple[int, ...] = (0,)
    target: str = "target"
    target_name: str = ""
    target_place: int | None = None
    weight: float = 1.0

    @property
    def width(self) -> int:
        """How many scores a sample gets; 1 where that is not known."""
        shape = self.shapes[0] if self.shapes else ()
        return shape[1] if len(shape) > 1 and isinstance(shape[1], int) else 1


def carried_targets(config: TrainingConfig) -> tuple[str, ...]:
    """The targets that a script carries, by name: those that a loss looks at, inputs last."""
    wanted = [t.target for t in config.terms if LOSS_NEEDS[t.loss.type].target != "nothing"]
    names = dict.fromkeys(name for name in wanted if name != INPUTS)
    if INPUTS in wanted:
        names[INPUTS] = None
    return tuple(names) or ("",)


def comparisons(
    program: Program, config: TrainingConfig, folder: Path | None, *, outside: bool
) -> tuple[Comparison, ...]:
    """Every loss of a script. Raises: DataError, if a target cannot be looked at."""
    shapes, nodes = program.network.shapes, program.network.outputs
    if not config.terms:
        described = describe_target(config.data, "", folder, outside=outside)
        metrics = measured(config, "", config.loss.type, len(described.classes))
        several = len(program.network.returns) > 1
        outputs = tuple(f"outputs[{i}]" for i in range(len(shapes))) if several else ("output",)
        places = tuple(range(len(shapes)))
        return (Comparison(config.loss, described, metrics, shapes, "", outputs, places),)
    variables = output_variables(nodes)
    carried = carried_targets(config)
    targets = target_variables(carried, variables)
    found = []
    for name, term in zip(names_of(config.terms), config.terms, strict=True):
        described = describe_target(config.data, term.target, folder, outside=outside)
        places = tuple(nodes.index(output) for output in term.outputs)
        found.append(
            Comparison(
                term.loss,
                described,
                measured(config, name, term.loss.type, len(described.classes)),
                tuple(shapes[place] for place in places),
                name,
                tuple(variables[place] for place in places),
                places,
                targets.get(term.target, ""),
                term.target,
                carried.index(term.target) if len(carried) > 1 and term.target in carried else None,
                term.weight,
            )
        )
    return tuple(found)


def output_variables(nodes: Sequence[str]) -> tuple[str, ...]:
    """What ``compare`` calls the outputs of the network."""
    if len(nodes) == 1:
        return ("output",)
    names: list[str] = []
    for node in nodes:
        names.append(make_identifier(node, {*TAKEN, "target", *names}))
    return tuple(names)


def target_variables(targets: Sequence[str], outputs: Sequence[str]) -> dict[str, str]:
    """What ``compare`` calls the targets: by their names in the data."""
    if len(targets) == 1:
        return {targets[0]: "target"}
    names: dict[str, str] = {}
    for target in targets:
        said = {"": "target", INPUTS: "original"}.get(target, target)
        names[target] = make_identifier(said, {*TAKEN, *outputs, *names.values()})
    return names


# the modules that compare


def own_losses_text(found: Sequence[Comparison]) -> list[str]:
    """Classes of losses that PyTorch has not."""
    from train import own_losses

    names = dict.fromkeys(each.loss.type for each in found if each.loss.type in OWN_LOSSES)
    return [inspect.getsource(getattr(own_losses, name)).strip("\n") for name in names]


def balancing_text(found: Sequence[Comparison]) -> list[str]:
    """The functions by which the weights of classes follow from the data."""
    from train import balancing

    keys = {key for each in found for key, v in each.loss.arguments.items() if v == BALANCED}
    weighing = {"weight": balancing.class_weights, "pos_weight": balancing.positive_weight}
    used: list[Callable[..., Any]] = [weighing[key] for key in sorted(keys)]
    used = [balancing.count_classes, *used] if used else []
    return [function_text(function).strip("\n") for function in used]


def criterion_text(config: TrainingConfig, found: Sequence[Comparison]) -> str:
    """Lines of ``main`` that make the loss, or one for each part of a sum."""
    carried = carried_targets(config)
    made = [_module_text(each, carried) for each in found]
    if not config.terms:
        return _assigned("criterion = ", made[0], 4)
    lines = "".join(
        _assigned(f"{literal(each.name)}: ", text, 8, ",")
        for each, text in zip(found, made, strict=True)
    )
    return f"    criterion = {{\n{lines}    }}\n"


def _assigned(before: str, module: str, indent: int, after: str = "") -> str:
    """A module on its device, its arguments on a line of their own where that is long."""
    pad, line = " " * indent, f"{before}{module}.to(device){after}"
    if indent + len(line) <= 100:
        return f"{pad}{line}\n"
    name, _, arguments = module.partition("(")
    inner = f"{pad}    {arguments.removesuffix(')')}"
    return f"{pad}{before}{name}(\n{inner}\n{pad}).to(device){after}\n"


def _module_text(each: Comparison, carried: Sequence[str]) -> str:
    said = []
    for name, value in each.loss.arguments.items():
        if value is None:
            continue
        text = literal(value)
        if value == BALANCED:
            text = _balanced_text(name, each, carried)
        elif name in ("weight", "pos_weight"):
            numbers = [float(v) for v in value] if isinstance(value, tuple) else float(value)
            text = f"torch.tensor({literal(numbers)})"
        said.append(f"{name}={text}")
    where = "" if each.loss.type in OWN_LOSSES else "nn."
    return f"{where}{each.loss.type}({', '.join(said)})"


def _balanced_text(name: str, each: Comparison, carried: Sequence[str]) -> str:
    place = carried.index(each.target_name) - len(carried)
    said = [f"training[{place}]", f"{max(2, len(each.described.classes))}"]
    if "ignore_index" in each.loss.arguments:
        said.append(f"ignored={each.loss.arguments['ignore_index']}")
    function = "positive_weight" if name == "pos_weight" else "class_weights"
    return f"{function}(count_classes({', '.join(said)}))"


# compare


def compare_text(program: Program, config: TrainingConfig, found: Sequence[Comparison]) -> str:
    """``compare``: the loss of a batch, and the answers that it is measured by."""
    if config.terms:
        return _sum_text(program, config, found)
    [each] = found
    several = len(program.network.returns) > 1
    lines, target = _target_in_form(each)
    if target != "target" and LOSS_NEEDS[each.loss.type].target not in ("labels", "sequence"):
        lines, target = [*lines, f"target = {target}"], "target"
    call = _call("criterion", each, target)
    body = "".join(f"    {line}\n" for line in lines)
    answer = "outputs" if several else "output"
    return (
        "def compare(\n"
        "    network: nn.Module, criterion: nn.Module, inputs: Batch, target: torch.Tensor\n"
        ") -> tuple[torch.Tensor, torch.Tensor]:\n"
        '    """Return the loss of one batch, and what the network answered."""\n'
        f"{forward_text(config, answer)}{body}    return {call}, {each.outputs[0]}.detach()\n"
    )


def _sum_text(program: Program, config: TrainingConfig, found: Sequence[Comparison]) -> str:
    variables = output_variables(program.network.outputs)
    targets = target_variables(carried_targets(config), variables)
    one = len(targets) == 1
    used = {name for each in found for name in each.outputs}
    named = ", ".join(variables) if used == set(variables) else "outputs"
    plain = config.regularity.precision == "float32" and len(variables) > 1
    answer = named if plain or len(variables) == 1 else "outputs"
    lines = []
    if answer == "outputs":
        lines.append(f"{', '.join(v if v in used else '_' for v in variables)} = outputs")
    if not one:
        lines.append(f"{', '.join(targets.values())} = targets")
    taken = {*variables, *targets.values()}
    losses = [make_identifier(f"{each.name}_loss", taken) for each in found]
    for each, name in zip(found, losses, strict=True):
        before, target = _target_in_form(each)
        call = _call(f"criterion[{literal(each.name)}]", each, target)
        lines += [*before, f"{name} = {call}"]
    terms = [
        name if each.weight == 1 else f"{each.weight:g} * {name}" if _is_short(each.weight)
        else f"{each.weight!r} * {name}"
        for each, name in zip(found, losses, strict=True)
    ]  # fmt: skip
    lines.append(f"loss = {' + '.join(terms)}")
    lines.append(f"parts = [{', '.join(f'{name}.detach()' for name in losses)}]")
    answers = "output.detach()" if len(variables) == 1 else "[each.detach() for each in outputs]"
    if answer not in ("output", "outputs"):
        answers = f"[{', '.join(f'{name}.detach()' for name in variables)}]"
    lines.append(f"return loss, {answers}, parts")
    body = "".join(f"    {line}\n" for line in lines)
    given = "target: torch.Tensor" if one else "targets: Batch"
    kind = "torch.Tensor" if len(variables) == 1 else "Batch"
    return (
        "def compare(\n"
        f"    network: nn.Module, criterion: dict[str, nn.Module], inputs: Batch, {given}\n"
        f") -> tuple[torch.Tensor, {kind}, list[torch.Tensor]]:\n"
        '    """Return the loss of one batch, what the network answered, and each part of the '
        'loss."""\n'
        f"{forward_text(config, answer)}{body}"
    )


def _is_short(weight: float) -> bool:
    return float(f"{weight:g}") == weight


def _call(module: str, each: Comparison, target: str) -> str:
    needs, outputs = LOSS_NEEDS[each.loss.type], each.outputs
    listed = "*outputs" if not each.name and len(outputs) > 1 else ", ".join(outputs)
    if needs.target == "nothing":
        return f"{module}({listed})"
    if needs.target == "sequence":
        return f"{module}({outputs[0]}, {target}, *lengths)"
    if each.loss.type == "GaussianNLLLoss":
        return f"{module}({outputs[0]}, {target}, {outputs[1]})"
    return f"{module}({listed}, {target})"


def _target_in_form(each: Comparison) -> tuple[list[str], str]:
    """The target as the loss compares it: lines that come before, and what it is then."""
    needs, classes = LOSS_NEEDS[each.loss.type], len(each.described.classes)
    output, target, shape = each.outputs[0], each.target, each.described.target.shape
    if needs.target in ("one-hot", "values", "binary"):
        if classes > 1 and each.width == classes:
            return [], f"nn.functional.one_hot({target}, {classes}).to({output}.dtype)"
        if each.described.target.dtype == "int64":
            return [], f"{target}.to({output}.dtype).reshape({output}.shape)"
        return [], f"{target}.reshape({output}.shape)"
    if needs.target == "signs":
        value, lines = target, []
        if classes:
            value, lines = "signs", [
                f"signs = 2 * {target} - 1  # classes 0 and 1 become -1 and 1"
            ]  # fmt: skip
        reshaped = f".reshape({output}.shape)" if needs.outputs == 1 else ""
        return lines, f"{value}.to({output}.dtype){reshaped}"
    if needs.target == "labels":
        return [
            f"labels = torch.full({output}.shape, -1, device={target}.device)",
            f"labels[:, 0] = {target}",
        ], "labels"
    if needs.target == "sequence":
        return [
            f"steps, samples, _ = {output}.shape  # no sequence is padded",
            f"lengths = torch.full((samples,), steps), torch.full((samples,), {target}.shape[1])",
        ], target
    if shape[:1] == (1,) and len(shape) + 1 == len(each.shapes[0]):
        return [], f"{target}.squeeze(1)"
    return [], target
