"""``predict``: what a trained network says of its held-out samples, or of an input of yours."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.arguments import UsageError
from app.cli.probe import feed_of
from app.cli.project import Project, open_project, say_problems
from app.cli.table import Column, print_table
from graph.errors import TrainingError

if TYPE_CHECKING:
    from train.parts import Part
    from train.predictions.answering import Answering
    from train.predictions.reading import Read

Plain = dict[str, Any]


def run(options: argparse.Namespace) -> int:
    from graph.visit import Memory
    from train.predictions.answering import Answering
    from train.probe.compiling import compile_for_probe

    if options.mask and not options.input:
        raise UsageError(f"{options.file}: --mask is of one input; name it: --input picture.png")
    file, folder, weights = _found(options)
    project = open_project(str(file), trust=options.trust)
    analysis, _ = project.analyze()
    errors = [*analysis.errors, *analysis.untrusted]
    if errors:
        say_problems(project, errors)
        return 1
    project.document.folder = folder
    compiled = compile_for_probe(project.document, weights, Memory(project.python), folder)
    answering = Answering(compiled, folder)
    told = _own(options, project, answering) if options.input else _held_out(options, answering)
    told["weights"] = str(weights)
    if options.json:
        print(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        _show(told)
    return 0


def _found(options: argparse.Namespace) -> tuple[Path, Path, Path]:
    """The project's file, where its data lies, and the weights: of a run, or of the newest one.

    Raises: TrainingError, where there are no weights yet.
    """
    from train.run_folder import BEST, ENVIRONMENT, LAST, PROJECT

    given = Path(options.file)
    is_run = given.is_dir() and (given / PROJECT).is_file()
    if given.is_dir() and not is_run:
        raise UsageError(f"{options.file}: this folder is no run; name a run or a project's file")
    file = given / PROJECT if is_run else given
    folder = file.resolve().parent
    if is_run:
        folder = _data_folder(given, ENVIRONMENT) or folder
    if options.weights:
        return file, folder, Path(options.weights).absolute()
    run_folder = given if is_run else _newest(file)
    for name in (BEST, LAST):
        if run_folder is not None and (run_folder / name).is_file():
            return file, folder, (run_folder / name).absolute()
    raise TrainingError("there are no trained weights yet", "train first, or name them: --weights")


def _newest(file: Path) -> Path | None:
    from train.run_folder import latest_run

    return latest_run(file, open_project(str(file)).document.name)


def _data_folder(run: Path, about: str) -> Path | None:
    """Where the data of a run lies, as it has noted."""
    try:
        noted = json.loads((run / about).read_text(encoding="utf-8")).get("folder")
    except (OSError, ValueError, AttributeError):
        return None
    return (run / noted).resolve() if isinstance(noted, str) else None


def _own(options: argparse.Namespace, project: Project, answering: Answering) -> Plain:
    """The answer to the inputs that were named."""
    from train.predictions.answering import told

    names = answering.inputs
    feeds = {}
    for place, text in enumerate(options.input):
        name, equals, value = text.partition("=")
        if equals and name in names:
            feeds[name] = feed_of(value)
        elif place < len(names):
            feeds[names[place]] = feed_of(text)
        else:
            raise UsageError(f"{options.file}: there are {len(names)} Inputs: {', '.join(names)}")
    answers, sample = answering.answer(feeds)
    plain = [told(part, read) for part, read in answers]
    if options.mask:
        _write_masks(options, [read for _, read in answers], plain)
    return {"sample": str(sample.words), "answers": plain}


def _write_masks(options: argparse.Namespace, reads: list[Read], plain: list[Plain]) -> None:
    """Write what says the class of every pixel; of several outputs each with its name.

    Raises: UsageError, where nothing does.
    """
    from train.predictions.masking import mask_of, write_mask

    masks = {place: mask for place, read in enumerate(reads) if (mask := mask_of(read)) is not None}
    if not masks:
        raise UsageError(
            f"{options.file}: this network does not say the class of every pixel; leave out --mask"
        )
    path = Path(options.mask)
    for place, mask in masks.items():
        name = f"{path.stem}-{plain[place]['output']}{path.suffix}"
        file = path.with_name(name) if len(masks) > 1 else path
        write_mask(file, mask)
        plain[place]["mask"] = str(file)


def _held_out(options: argparse.Namespace, answering: Answering) -> Plain:
    """The worst answers to the samples that are held out."""
    return {"outputs": [_part(part, read, options.top) for part, read in answering.validate()]}


def _part(part: Part, read: Read, top: int) -> Plain:
    import numpy as np

    from train.predictions.answering import told

    losses = read.arrays["loss"]
    worst = np.argsort(-losses, kind="stable")[:top]
    plain: Plain = {"output": part.name, "samples": len(losses), "mean_loss": float(losses.mean())}
    if "right" in read.arrays:
        plain["right_share"] = float(read.arrays["right"].mean())
        plain["classes"] = list(part.classes)
    elif part.classes:
        truth, said = read.arrays["truth"], read.arrays["top"][:, 0]
        plain["right"] = int((truth == said).sum())
        size = len(part.classes)
        inside = (truth >= 0) & (truth < size) & (said < size)
        pairs = np.bincount(truth[inside] * size + said[inside], minlength=size**2)
        plain["classes"] = list(part.classes)
        plain["confusion"] = pairs.reshape(size, size).tolist()
    plain["worst"] = [{"sample": int(row), **told(part, read, int(row))} for row in worst]
    return plain


def _show(told: Plain) -> None:
    for answer in told.get("answers", ()):
        name = f"{answer['output']}: " if answer["output"] else ""
        if "shares" in answer:
            for each, share in answer["shares"].items():
                print(f"{name}{each:>12}  {share:7.1%} of all places")
            if "mask" in answer:
                print(f"{name}written to {answer['mask']}: each pixel is the number of its class")
        elif "class" in answer:
            for each, chance in answer["chances"].items():
                print(f"{name}{each:>12}  {chance:7.1%}")
        else:
            print(name + ", ".join(f"{value:.6g}" for value in answer["numbers"]))
    for output in told.get("outputs", ()):
        _show_output(output)


def _shares(told: dict[str, float] | None, most: int = 3) -> str:
    """``sky 61 %, road 30 %``"""
    return ", ".join(f"{name} {share:.0%}" for name, share in [*(told or {}).items()][:most])


def _show_output(output: Plain) -> None:
    if output["output"]:
        print(f"{output['output']}:")
    rows = []
    for worst in output["worst"]:
        said = (
            _shares(worst.get("shares"))
            or worst.get("class")
            or ", ".join(f"{v:.4g}" for v in worst["numbers"][:4])
        )
        truth = worst["truth"]
        truth = _shares(truth) if isinstance(truth, dict) else truth
        truth = truth if isinstance(truth, str) else ", ".join(f"{v:.4g}" for v in truth[:4])
        chance = f"{next(iter(worst['chances'].values())):.1%}" if "chances" in worst else ""
        chance = f"{worst['right']:.1%} right" if "right" in worst else chance
        rows.append([str(worst["sample"]), truth, said, chance, f"{worst['loss']:.4g}"])
    columns = (
        Column("sample"), Column("truth", style="bold"), Column("prediction"),
        Column("chance", right=True), Column("loss", right=True, style="dim"),
    )  # fmt: skip
    said = f"{output['samples']:,} held-out samples, mean loss {output['mean_loss']:.4g}"
    if "right_share" in output:
        said += f", {output['right_share']:.1%} of all places right"
    if "right" in output:
        said += f", {output['right']:,} right ({output['right'] / output['samples']:.1%})"
    print_table(columns, rows, footer=said)
