"""Whether the samples are such that something can be learned from them; NumPy only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from graph.phrases import later, listed
from train.catalog import LOSS_NEEDS, TargetKind
from train.data import Prepared
from train.data.on_disk import Samples, some
from train.parts import Part
from train.sanity.finding import Finding, good

#: Bytes of samples that are compared one with the other; more would keep the run waiting.
MOST_COMPARED = 2**28
#: Samples that are looked at where they are read from disk.
SAMPLED = 512
#: A class this many times rarer than the most frequent one is worth a word.
RARE = 10
#: What numbers a loss for yes or no, and for shares, compares with.
RANGES: Mapping[TargetKind, tuple[float, float]] = {
    "binary": (0.0, 1.0),
    "one-hot": (0.0, 1.0),
    "signs": (-1.0, 1.0),
}
#: Targets further out than this are better normalised.
LARGE = 50.0


def check_data(
    data: Prepared, parts: Sequence[Part], targets: Sequence[Prepared]
) -> Iterator[Finding]:
    """Every check of the data alone."""
    yield _inputs(data)
    for part in parts:
        target = targets[part.target].train_target
        if part.classes:
            yield _classes(part, target)
        elif part.metrics:
            yield _range(part, target) or _scale(part, target)
    yield _duplicates(data)


def _inputs(data: Prepared) -> Finding:
    features = constant = 0
    for number, samples in enumerate(data.train_inputs):
        array = some(samples, SAMPLED)
        if not np.isfinite(array).all():
            said = later("input {number} holds NaN or infinite numbers", number=number + 1)
            return Finding("inputs", "bad", said, later("mend or leave out those samples"))
        low, high = array.min(axis=0), array.max(axis=0)
        alike = low == high
        if len(array) > 1 and bool(np.all(alike)):
            said = later("input {number} is the same for every sample", number=number + 1)
            advice = later("look at the data panel: the wrong column or file may have been read")
            return Finding("inputs", "bad", said, advice)
        features, constant = features + alike.size, constant + int(np.sum(alike))
    if constant == 0:
        return good("inputs", later("every number varies"))
    # pixels at the border of a picture are often all black: that is well
    is_row = all(array.ndim == 2 for array in data.train_inputs)
    said = later(
        "{constant} of {features} numbers are the same for every sample",
        constant=constant,
        features=features,
    )
    if is_row and constant > features / 2:
        return Finding("inputs", "doubtful", said, later("leave out columns that say nothing"))
    return good("inputs", said)


def _classes(part: Part, samples: Samples) -> Finding:
    target = some(samples, SAMPLED)
    ignored = part.loss.arguments.get("ignore_index")
    labels = target if ignored is None else target[target != ignored]
    blank = part.loss.arguments.get("blank", 0)
    if LOSS_NEEDS[part.loss.type].target == "sequence" and blank in labels:
        said = later("label {blank} is the blank of CTCLoss, which no sequence holds", blank=blank)
        advice = later(
            "set blank of the loss to {classes}, and let the network give {scores} scores",
            classes=len(part.classes),
            scores=len(part.classes) + 1,
        )
        return Finding("labels", "bad", said, advice)
    counts = np.bincount(labels.ravel().astype(np.int64), minlength=len(part.classes))
    if len(counts) > len(part.classes):
        said = later(
            "there is a label {label}, but only {classes} classes",
            label=len(counts) - 1,
            classes=len(part.classes),
        )
        return Finding("labels", "bad", said, later("labels count from 0"))
    missing = [part.classes[i] for i in np.flatnonzero(counts == 0)]
    if len(missing) == len(part.classes) - 1:
        said = later("every training sample is of one class")
        return Finding("labels", "bad", said, later("look at how the data is split"))
    if missing:
        said = later("no training sample is of class {names}", names=named(missing))
        return Finding("labels", "doubtful", said, later("look at how the data is split"))
    rare, frequent = int(counts.min()), int(counts.max())
    if frequent >= RARE * rare:
        said = later(
            "class {rare} has {few} samples, class {frequent} has {many}",
            rare=part.classes[int(counts.argmin())],
            few=rare,
            frequent=part.classes[int(counts.argmax())],
            many=frequent,
        )
        key = "class_weight" if part.name else "weight"
        advice = later("set {key}: balanced of the loss, and look at f1, not at accuracy", key=key)
        return Finding("labels", "doubtful", said, advice)
    words = later(
        "{classes} classes with {rare} to {frequent} samples each",
        classes=len(counts),
        rare=rare,
        frequent=frequent,
    )
    return good("labels", words)


def _scale(part: Part, samples: Samples) -> Finding:
    target = some(samples, SAMPLED)
    mean, deviation = float(target.mean(dtype=np.float64)), float(target.std(dtype=np.float64))
    if not np.isfinite(target).all():
        said = later("the target holds NaN or infinite numbers")
        return Finding("scale", "bad", said, later("mend or leave out those samples"))
    if deviation < 1e-8 * max(1.0, abs(mean)):
        said = later("the target is {mean:.4g} for every sample", mean=mean)
        return Finding("scale", "bad", said, later("choose another target"))
    words = later("mean {mean:.3g}, deviation {deviation:.3g}", mean=mean, deviation=deviation)
    if max(abs(mean), deviation) > LARGE:
        advice = later("set data.normalize_target to true; results stay in the target's own unit")
        return Finding("scale", "doubtful", words, advice)
    return good("scale", words)


def _range(part: Part, samples: Samples) -> Finding | None:
    """A loss for yes or no takes other numbers without a word, and learns nonsense of them."""
    between = RANGES.get(LOSS_NEEDS[part.loss.type].target)
    target = some(samples, SAMPLED)
    if between is None or not np.isfinite(target).all():
        return None
    low, high = float(target.min()), float(target.max())
    if between[0] <= low and high <= between[1]:
        return None
    said = later(
        "{loss} compares with numbers from {least:g} to {most:g}, but the target has {low:.3g} to "
        "{high:.3g}",
        loss=part.loss.type,
        least=between[0],
        most=between[1],
        low=low,
        high=high,
    )
    return Finding("scale", "bad", said, later("use MSELoss for numbers, or choose another target"))


def _duplicates(data: Prepared) -> Finding:
    if not data.validation_samples:
        return Finding("duplicates", "skipped", later("no samples are held out to validate with"))
    every = (*data.train_inputs, *data.validation_inputs)
    size = sum(int(np.prod(array.shape)) * array.dtype.itemsize for array in every)
    if size > MOST_COMPARED:
        return Finding("duplicates", "skipped", later("there are too many samples to compare"))
    seen = set(_rows(data.train_inputs))
    again = sum(row in seen for row in _rows(data.validation_inputs))
    if not again:
        return good("duplicates", later("none is among those that are trained on"))
    said = later(
        "{again} of {samples} are among the training samples, too",
        again=again,
        samples=data.validation_samples,
    )
    if again * 100 < data.validation_samples:
        return good("duplicates", said)
    return Finding("duplicates", "doubtful", said, later("leave out what is there twice"))


def _rows(inputs: Sequence[Samples]) -> Iterator[int]:
    for index in range(len(inputs[0])):
        yield hash(b"".join(array[index].tobytes() for array in inputs))


def named(names: Sequence[str], most: int = 5) -> str:
    shown = [str(name) for name in names[:most]]
    return listed(shown + ([later("others")] if len(names) > most else []), each=True)


def check_last_batch(
    samples: int, batch_size: int, drop_last: bool, norms: Mapping[str, str]
) -> Finding:
    """Whether a batch of one sample meets a BatchNorm; ``norms`` are nodes by their modules."""
    alone = samples % min(batch_size, samples) == 1 or min(batch_size, samples) == 1
    if not alone or (drop_last and samples > batch_size > 1) or not norms:
        return good("last_batch", later("every batch is large enough"))
    node = next(iter(norms.values()))
    said = later("the last batch of an epoch has one sample, and {node} is a BatchNorm", node=node)
    advice = later("set data.drop_last to true, or change batch_size")
    return Finding("last_batch", "bad", said, advice, node)
