"""What a training script measures: ``measure``, sums over a batch, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.names import make_identifier
from train import measures
from train.catalog import LOSS_NEEDS
from train.metric_names import METRICS, joined_name
from train.script_code import function_text, literal
from train.script_losses import Comparison

#: Metrics that are read from a confusion matrix, and what the script calls their reading.
BY_CLASS = ("precision", "recall", "f1")


class Sum(NamedTuple):
    """One thing that is summed: what it is called, and what it is of a batch."""

    name: str
    value: str


class Measuring(NamedTuple):
    """Of one comparison: lines on a batch, the sums that they end in, and the metrics of these."""

    lines: tuple[str, ...]
    sums: tuple[Sum, ...]
    before: tuple[str, ...]
    results: dict[str, str]


def is_measured(found: Sequence[Comparison]) -> bool:
    """Whether anything is measured beside the losses."""
    return any(each.metrics for each in found)


def keeps_scores(found: Sequence[Comparison]) -> bool:
    """Whether scores are kept to be ranked once the epoch is over."""
    return any("roc_auc" in each.metrics for each in found)


def measure_text(
    found: Sequence[Comparison], scaled: Sequence[bool], outputs: int, targets: int
) -> list[str]:
    """``measure`` and ``results``, with what they call; nothing where nothing is measured.

    ``scaled`` says of each comparison whether its target is normalised, by the script's SCALE;
    ``outputs`` and ``targets`` are how many there are.
    """
    if not is_measured(found):
        return []
    several = bool(found[0].name)
    if not several:  # compare gives the output that is measured
        found = [replace(found[0], outputs=("output",))]
    parts = [_measuring(each, is_scaled) for each, is_scaled in zip(found, scaled, strict=True)]
    head = _head(found, outputs, targets) if several else []
    lines = [*head, *(line for part in parts for line in part.lines)]
    sums = [one for part in parts for one in part.sums]
    before = [line for part in parts for line in part.before]
    told = {name: value for part in parts for name, value in part.results.items()}
    given = "outputs: Batch" if several and outputs > 1 else "output: torch.Tensor"
    given += ", targets: Batch" if targets > 1 else ", target: torch.Tensor"
    functions = []
    if any(set(BY_CLASS) & set(each.metrics) for each in found):
        functions.append(function_text(measures.per_class).strip("\n"))
    if keeps_scores(found):
        functions.append(function_text(measures.roc_auc).strip("\n"))
    return [
        *functions,
        f"def measure({given}) -> dict[str, torch.Tensor]:\n"
        '    """Return sums over a batch, of which ``results`` are made."""\n'
        f"{_indented(lines)}{_returned([(one.name, one.value) for one in sums])}".rstrip(),
        "def results(sums: dict[str, torch.Tensor]) -> dict[str, float]:\n"
        '    """Return the metrics that the sums over an epoch come to."""\n'
        f"{_indented(before)}{_returned(list(told.items()))}".rstrip(),
    ]


def scale_of(target: str, *, several: bool) -> str:
    """Where the script keeps what turns a normalised error back into the unit of its target."""
    return f"SCALE[{literal(target or 'target')}]" if several else "SCALE"


def _head(found: Sequence[Comparison], outputs: int, targets: int) -> list[str]:
    """The outputs and targets that are looked at, by their names."""
    looked = [each for each in found if each.metrics]
    answers = {each.places[0]: each.outputs[0] for each in looked}
    truths = {each.target_place: each.target for each in looked}
    lines = []
    if outputs > 1:
        lines.append(f"{', '.join(answers.get(i, '_') for i in range(outputs))} = outputs")
    if targets > 1:
        lines.append(f"{', '.join(truths.get(i, '_') for i in range(targets))} = targets")
    return lines


def _indented(lines: Sequence[str]) -> str:
    return "".join(f"    {line}\n" for line in lines)


def _returned(pairs: Sequence[tuple[str, str]]) -> str:
    line = ", ".join(f"{literal(name)}: {value}" for name, value in pairs)
    if len(line) <= 86:
        return f"    return {{{line}}}\n"
    lines = "".join(f"        {_entry(name, value)},\n" for name, value in pairs)
    return f"    return {{\n{lines}    }}\n"


def _entry(name: str, value: str) -> str:
    """``"f1": per_class(...)``, broken where it is long."""
    line, inner, outer = f"{literal(name)}: {value}", " " * 12, " " * 8
    if len(line) <= 90:
        return line
    start = _last_call(value) if value.endswith(")") else -1
    if start > 0:
        head, body = value[:start], value[start + 1 : -1]
        return f"{literal(name)}: {head}(\n{inner}{body}\n{outer})"
    return f"{literal(name)}: (\n{inner}{value}\n{outer})"


def _last_call(text: str) -> int:
    """Where the parenthesis opens that the last character closes."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] == ")") - (text[place] == "(")
        if depth == 0:
            return place
    return -1


def _measuring(each: Comparison, is_scaled: bool) -> Measuring:
    if not each.metrics:
        return Measuring((), (), (), {})
    before = f"{make_identifier(each.name)}_" if each.name else ""
    made = _of_classes if each.described.classes else _of_numbers
    found = made(each, before, is_scaled)
    told = {name: found.results[name] for name in each.metrics}
    results = {joined_name(each.name, name): value for name, value in told.items()}
    return found._replace(results=results)


# classes


def _of_classes(each: Comparison, before: str, is_scaled: bool) -> Measuring:
    output, target, width = each.outputs[0], each.target, each.width
    ignored = each.loss.arguments.get("ignore_index")
    if set(each.metrics) == {"accuracy"} and ignored is None:
        right = _is_right(each)
        sums = [Sum(f"{before}right", f"({right}).sum()")]
        sums.append(Sum(f"{before}counted", _count(target)))
        ratio = f'float(sums["{before}right"] / sums["{before}counted"])'
        return Measuring((), tuple(sums), (), {"accuracy": ratio})
    scores, truth = f"{before}rows", f"{before}truth"
    lines = [f"{truth} = {target}.flatten()"]
    if width == 1:
        lines.append(f"yes = {_yes(each, 'reshape(-1, 1)')}")
        lines.append(f"{scores} = torch.cat([-yes, yes], dim=1)")
        width = 2
    elif len(each.shapes[0]) > 2:
        lines.append(f"{scores} = {output}.movedim(1, -1).reshape(-1, {width})")
    else:
        scores = output
        if not each.described.target.shape:
            lines, truth = [], target
    if ignored is not None:
        lines.append(f"counted = {truth} != {ignored}  # the others are ignored")
        lines.append(f"{before}rows, {before}truth = {scores}[counted], {truth}[counted]")
        scores, truth = f"{before}rows", f"{before}truth"
    sums, results = _class_sums(each, before, scores, truth, width)
    return Measuring(tuple(lines), tuple(sums), (), results)


def _class_sums(
    each: Comparison, before: str, scores: str, truth: str, width: int
) -> tuple[list[Sum], dict[str, str]]:
    sums: dict[str, str] = {}
    results = {}
    counted = f'sums["{before}counted"]'

    def share(name: str, value: str) -> str:
        sums[f"{before}{name}"] = value
        sums[f"{before}counted"] = _count(truth)
        return f'sums["{before}{name}"] / {counted}'

    for metric in each.metrics:
        top = METRICS[metric].top
        if metric == "accuracy":
            value = f"({scores}.argmax(dim=1) == {truth}).sum()"
            results[metric] = f"float({share('right', value)})"
        elif top:
            chosen = f"{scores}.topk({min(top, width)}, dim=1).indices"
            results[metric] = (
                f"float({share(f'top{top}', f'({chosen} == {truth}[:, None]).sum()')})"
            )
        elif metric in BY_CLASS:
            sums[f"{before}confusion"] = (
                f"torch.bincount({truth} * {width} + {scores}.argmax(dim=1), "
                f"minlength={width * width})"
            )
            matrix = f'sums["{before}confusion"].reshape({width}, {width})'
            results[metric] = f'per_class({matrix}, "{metric}")'
        elif metric == "perplexity":
            value = f'nn.functional.cross_entropy({scores}.double(), {truth}, reduction="sum")'
            results[metric] = f"float(({share('surprise', value)}).exp())"
        else:
            needs = LOSS_NEEDS[each.loss.type]
            soft = ".softmax(1)" if needs.per_class and needs.target == "classes" else ""
            value = f"torch.cat([{scores}.float(){soft}, {truth}[:, None]], dim=1)"
            sums[f"{before}ranked"] = value
            ranked = f'sums["{before}ranked"]'
            results[metric] = f"roc_auc({ranked}[:, :-1], {ranked}[:, -1])"
    return [Sum(name, value) for name, value in sums.items()], results


def _count(target: str) -> str:
    return f"torch.tensor({target}.numel())"


def _is_right(each: Comparison) -> str:
    if each.width > 1:
        return f"{each.outputs[0]}.argmax(dim=1) == {each.target}"
    return f"({_yes(each, 'flatten()')} > 0) == {each.target}.flatten()"


def _yes(each: Comparison, shaped: str) -> str:
    """By how much one number a sample speaks for the second of two classes."""
    needs = LOSS_NEEDS[each.loss.type]
    output = f"{each.outputs[0]}.{shaped}"
    if needs.distance:
        limit = float(each.loss.arguments.get("margin", 1.0)) / 2
        return f"{limit!r} - {output}"
    if needs.unit or needs.target == "values":
        return f"{output} - 0.5"
    return output


# numbers

#: The sums that each metric is made of, beside how many numbers there are.
SUMS_OF = {
    "mae": ("errors",),
    "rmse": ("squares",),
    "r2": ("squares", "truths", "truth_squares"),
}


def _of_numbers(each: Comparison, before: str, is_scaled: bool) -> Measuring:
    output, target = each.outputs[0], each.target
    scale = f" * {scale_of(each.target_name, several=each.target_place is not None)}"
    scale = scale if is_scaled else ""
    truth, error = f"{before}truth", f"{before}error"
    lines = [
        f"{truth} = {target}.cpu().double().flatten()",
        f"{error} = {truth} - {output}.cpu().double().flatten()",
    ]
    values = {
        "errors": f"{error}.abs().sum()",
        "squares": f"{error}.square().sum()",
        "truths": f"{truth}.sum()",
        "truth_squares": f"{truth}.square().sum()",
        "counted": _count(truth),
    }
    wanted = {
        "mae": ("errors",),
        "rmse": ("squares",),
        "r2": ("squares", "truths", "truth_squares"),
    }
    used = [name for metric in each.metrics for name in wanted[metric]]
    sums = [
        Sum(f"{before}{name}", value)
        for name, value in values.items()
        if name in used or name == "counted"
    ]
    of = {name: f'sums["{before}{name}"]' for name in values}
    spread = f"{before}spread"
    results = {
        "mae": f"float({of['errors']} / {of['counted']}){scale}",
        "rmse": f"float(({of['squares']} / {of['counted']}).sqrt()){scale}",
        "r2": f"float(1 - {of['squares']} / {spread}) if {spread} > 0 else 0.0",
    }
    explained = (
        f"{before}mean = {of['truths']} / {of['counted']}",
        f"{spread} = {of['truth_squares']} - {before}mean * {of['truths']}",
    )
    return Measuring(tuple(lines), tuple(sums), explained if "r2" in each.metrics else (), results)
