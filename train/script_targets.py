"""How a training script reads several targets: columns of a table, arrays of an archive."""

from __future__ import annotations

from collections.abc import Sequence

from train.data.asking import INPUTS, data_for, target_option
from train.data.table import TablePlan
from train.script_code import constant, literal
from train.settings import DataConfig


def read_targets(config: DataConfig, targets: Sequence[str]) -> tuple[str, ...]:
    """The targets that a script reads, by name; first that of the data, by which it is split."""
    wanted = [name for name in targets if name != INPUTS]
    key = target_option(config)
    own = str(config.options.get(key) or "") if key else ""
    first = own if own in wanted and "" not in wanted else ""
    if wanted == [first] or not wanted:
        return (first,)
    if first == "" and "" not in wanted and config.split != "stratified":
        return tuple(wanted)
    return tuple(dict.fromkeys([first, *wanted]))


def configs_of(config: DataConfig, targets: Sequence[str]) -> list[DataConfig]:
    """The data set asked for each of its targets."""
    return [data_for(config, name) for name in targets] or [config]


def classes_text(plans: Sequence[TablePlan]) -> str:
    """The constant that has the classes of the target, or of each that has any."""
    if len(plans) == 1:
        return constant("CLASSES", list(plans[0].classes)) if plans[0].classes else ""
    known = {plan.targets[0].name: list(plan.classes) for plan in plans if plan.classes}
    said = "#: The classes of each target that has any.\n"
    return said + constant("CLASSES", known) if known else ""


def names_text(plans: Sequence[TablePlan]) -> str:
    """The constant that has the columns of the target; several are named where they are read."""
    if len(plans) > 1:
        return ""
    return constant("TARGETS", [column.name for column in plans[0].targets])


def columns_text(plans: Sequence[TablePlan], numbers: str) -> str:
    """The lines that make ``target`` of ``rows``, or ``targets``; ``numbers`` those of one."""
    if len(plans) == 1:
        [plan] = plans
        if not plan.classes:
            return numbers
        return (
            f"    target = np.array([CLASSES.index({_cell(plan, 'TARGETS[0]')}) for row in rows])\n"
        )
    lines = []
    for plan in plans:
        names = [column.name for column in plan.targets]
        if plan.classes:
            name = literal(names[0])
            lines.append(f"np.array([CLASSES[{name}].index({_cell(plan, name)}) for row in rows])")
        else:
            cells = f"[[float(row[name]) for name in {literal(names)}] for row in rows]"
            lines.append(f"np.array({cells}, np.float32)")
    return "    targets = [\n" + "".join(f"        {line},\n" for line in lines) + "    ]\n"


def _cell(plan: TablePlan, name: str) -> str:
    """The class of a row, as it is among the classes."""
    if plan.targets[0].numbers is not None:
        return f'f"{{float(row[{name}]):g}}"'
    return f"row[{name}].strip()"


def returned(plans: Sequence[object]) -> dict[str, str]:
    """What ``load_arrays`` returns beside the inputs, and of which type."""
    if len(plans) == 1:
        return {"result": "target", "arrays": "np.ndarray"}
    return {"result": "targets", "arrays": "list[np.ndarray]"}
