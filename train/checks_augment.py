"""Whether samples can be varied in the way that is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.edits import UNSET, SetTraining
from graph.phrases import later
from graph.problems import Fix, Problem
from train.augment_kinds import KINDS
from train.checks_terms import Compared
from train.data import DataDescription
from train.data.extras import is_installed
from train.settings import Choice, TrainingConfig


def check_augment(
    config: TrainingConfig, described: DataDescription, compared: Sequence[Compared]
) -> Iterator[Problem]:
    """What contradicts the data, the losses, or itself, each with its fix."""
    for index, step in enumerate(config.data.augment):
        said = _misfit(step, described)
        if said:
            yield _without(config, index, said)
        elif KINDS[step.type].moves and any(_is_picture(each.data) for each in compared):
            said = later(
                "{name} moves pixels, and the picture that is asked for would stay as it is",
                name=step.type,
            )
            yield _without(config, index, said)
        elif KINDS[step.type].of == "samples":
            yield from _check_mixing(config, described, compared, index, step)
    yield from _check_order(config, compared)
    if config.overfit_batch and config.data.augment:
        said = later("one batch is learned by heart, so it is not varied")
        yield Problem("hint", "augment", later("training.data.augment: {words}", words=said))


def _is_picture(described: DataDescription) -> bool:
    """Whether numbers are asked for at the places of an input's pixels."""
    target = described.target
    sizes = [shape[1:] for shape in described.shapes if len(shape) == 3]
    if described.gives_back:
        return False
    return target.dtype != "int64" and len(target.shape) > 1 and target.shape[-2:] in sizes


def _misfit(step: Choice, described: DataDescription) -> str:
    """Why these samples cannot be varied so; "" where they can."""
    kind, given = KINDS[step.type], KINDS[step.type].values(step)
    pictures = [shape for shape in described.shapes if len(shape) == 3]
    if kind.of != "pictures" and step.type != "cutmix":
        if any(field.dtype == "float32" for field in described.inputs):
            return ""
        return later("{name} varies numbers, and these are indices", name=step.type)
    if not pictures:
        return later("{name} varies pictures, and these are none", name=step.type)
    if kind.kornia is not None and not is_installed("kornia"):
        return later("pictures are varied by the package kornia: pip install kornia")
    colours = given.get("saturation") or given.get("hue")
    if colours and any(shape[0] != 3 for shape in pictures):
        return later("saturation and hue need pictures in colour, with three channels")
    smallest = min(min(shape[1:]) for shape in pictures)
    across = given.get("padding", 0) + 1 if step.type == "crop" else given.get("size", 1)
    if across > smallest:
        return later(
            "{name} needs pictures larger than {size} pixels", name=step.type, size=smallest
        )
    return ""


def _check_mixing(
    config: TrainingConfig,
    described: DataDescription,
    compared: Sequence[Compared],
    index: int,
    step: Choice,
) -> Iterator[Problem]:
    unfit = [each for each in compared if not _compares_shares(each)]
    indices = [field for field in described.inputs if field.dtype != "float32"]
    if indices or (step.type == "cutmix" and any(len(s) != 3 for s in described.shapes)):
        yield _without(config, index, later("{name} cannot mix these inputs", name=step.type))
    elif unfit:
        said = later(
            "{name} gives each class a share, which CrossEntropyLoss compares", name=step.type
        )
        wanted = "CrossEntropyLoss"
        use = Fix(later("Use {wanted}", wanted=wanted), SetTraining(("loss",), {"type": wanted}))
        one = not config.terms and not unfit[0].data.target.shape
        yield _without(config, index, said, *((use,) if one else ()))


def _compares_shares(compared: Compared) -> bool:
    """Whether a loss can do with numbers or shares that are blended."""
    target = compared.data.target
    if target.dtype != "int64":
        return True
    return compared.config.loss.type == "CrossEntropyLoss" and not target.shape


def _check_order(config: TrainingConfig, compared: Sequence[Compared]) -> Iterator[Problem]:
    """A network that gives back its input is asked for what was there before it was spoiled."""
    if not any(each.data.gives_back for each in compared):
        return
    spoiled = False
    for index, step in enumerate(config.data.augment):
        if KINDS[step.type].spoils:
            spoiled = True
        elif spoiled:
            said = later("noise and erase come last, where the network is asked for its input")
            yield _without(config, index, said)


def _without(config: TrainingConfig, index: int, words: str, *fixes: Fix) -> Problem:
    steps = config.data.augment
    left = tuple({"type": s.type, **s.arguments} for i, s in enumerate(steps) if i != index)
    path = ("data", "augment")
    remove = Fix(
        later("Leave out {name}", name=steps[index].type), SetTraining(path, left or UNSET)
    )
    return Problem(
        "error",
        "augment",
        later("training.data.augment: {words}", words=words),
        fixes=(*fixes, remove),
    )
