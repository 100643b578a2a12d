"""The grammar of the command line, and plain words for what does not fit it."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

COMMANDS = {
    "check": "say what is wrong with a project, and show its shapes, parameters and cost",
    "export": "write a project as Python source, as a training script, or as YAML",
    "train": "train a project, with a progress bar",
    "runs": "list the runs of a project, with how they went; name, note or delete one",
    "compare": "say what differs between runs: network, settings, results, cost",
    "predict": "say what a trained network answers to held-out samples, or to an input of yours",
    "probe": "run a network once on a sample, and tell what every node gives",
    "import": "make a project from an nn.Module or an ONNX file",
    "render": "draw a project as a PNG or SVG picture, without a screen",
    "list": "show the layers, data sets, losses, metrics, optimizers and schedules there are",
}
TARGETS = ("python", "script", "onnx", "pt2", "yaml", "weights")
SUBJECTS = ("layers", "data", "losses", "metrics", "optimizers", "schedules")


class UsageError(Exception):
    """The command line cannot be understood; says why, and where help stands."""


class Parser(argparse.ArgumentParser):
    """argparse that raises what it has to say instead of printing a usage text."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {_plain(message)}; see {self.prog} --help")


def program_name() -> str:
    name = Path(sys.argv[0]).name
    return name if name == "main.py" else "layerloom"


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options of one command; ``command`` names its module, ``subject`` its file.

    Raises: UsageError, if they make no sense; SystemExit after --help and --version.
    """
    first = next((a for a in arguments if not a.startswith("-")), None)
    if first is not None and first not in COMMANDS:
        return _read_door(arguments, first)
    options = _grammar().parse_args(arguments)
    if options.command is None:
        options.command, options.file = "window", None
    named = getattr(options, "file", None)
    options.subject = "" if options.command in ("runs", "compare") else str(named or "")
    if options.command in ("import", "list"):
        options.command = {"import": "importing", "list": "listing"}[options.command]
    return options


def _read_door(arguments: Sequence[str], first: str) -> argparse.Namespace:
    """``main.py FILE``: a project to open in the app."""
    if not Path(first).exists() and "." not in first and "/" not in first:
        near = difflib.get_close_matches(first, COMMANDS, 1)
        advice = f"did you mean {near[0]}?" if near else f"the commands are {', '.join(COMMANDS)}"
        raise UsageError(f"{program_name()}: {first} is neither a command nor a file; {advice}")
    parser = Parser(prog=program_name(), add_help=False, allow_abbrev=False)
    parser.add_argument("file")
    options = parser.parse_args(arguments)
    options.command, options.subject = "window", options.file
    return options


def _grammar() -> Parser:
    parser = Parser(
        prog=program_name(),
        description="Draw a neural network, see every shape while you wire, train it, "
        "and take away clean PyTorch.",
        usage="%(prog)s [FILE]\n       %(prog)s COMMAND ...",
        epilog="Without a command, the app opens, with FILE if one is named.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Layerloom {_version()}")
    commands = parser.add_subparsers(
        dest="command",
        metavar="COMMAND",
        title="commands",
        parser_class=Parser,
        prog=parser.prog,
    )

    def command(name: str, *, file: bool = True) -> argparse.ArgumentParser:
        sub = commands.add_parser(
            name, help=COMMANDS[name], description=_sentence(COMMANDS[name]), allow_abbrev=False
        )
        if file:
            sub.add_argument("file", metavar="FILE", help="a project, .loom.yaml")
            sub.add_argument(
                "--trust",
                action="store_true",
                help="let the project's Python files run, as they are now; remembered until "
                "they change",
            )
        return sub

    check = command("check")
    check.add_argument("--json", action="store_true", help="print problems and shapes as JSON")
    check.add_argument(
        "--size",
        action="append",
        default=[],
        type=_size,
        metavar="LETTER=NUMBER",
        help="what a letter of the shapes stands for when cost is counted: --size T=128",
    )

    export = command("export")
    export.add_argument("-o", dest="out", metavar="OUT", help="the file to write; default: stdout")
    export.add_argument("--to", choices=TARGETS, default="python", help="default: python")
    _add_weights(export)
    export.add_argument(
        "--run",
        metavar="DIR",
        help="with --to script: repeat what was done by hand in this run; FILE may be the run, too",
    )
    export.add_argument(
        "--features",
        metavar="NODE[,NODE]",
        help="with a class that returns what these nodes give, by forward hooks",
    )

    _add_train(command("train"))
    _add_predict(command("predict"))
    _add_probe(command("probe"))
    _add_runs(command("runs", file=False))
    _add_compare(command("compare", file=False))

    bring = command("import", file=False)
    bring.add_argument(
        "target", metavar="TARGET", help="package.module:factory, file.py:Class or an .onnx file"
    )
    bring.add_argument("-o", dest="out", metavar="FILE", required=True, help="the project to write")
    bring.add_argument("--input", action="append", metavar="SHAPE", help="one for each input")

    render = command("render")
    render.add_argument(
        "-o", dest="out", metavar="OUT", required=True, help="a .png, .svg or .pdf file to write"
    )
    render.add_argument("--theme", choices=("light", "dark"), default="light")

    show = command("list", file=False)
    show.add_argument("what", metavar="WHAT", choices=SUBJECTS, help=" | ".join(SUBJECTS))
    show.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _add_train(train: argparse.ArgumentParser) -> None:
    train.add_argument("--epochs", type=_positive, metavar="N", help="instead of the project's")
    train.add_argument("--out", metavar="DIR", help="the folder of the run; default: a new one")
    train.add_argument(
        "--check", action="store_true", help="only the checks before a run; nothing is trained"
    )
    train.add_argument(
        "--resume", action="store_true", help="go on from the last checkpoint; FILE may be a run"
    )
    train.add_argument(
        "--evaluate",
        action="store_true",
        help="train nothing: measure a run's best weights on the samples held out",
    )
    train.add_argument("--device", metavar="D", help="auto, cpu, cuda, cuda:1, mps")
    train.add_argument(
        "--set",
        action="append",
        default=[],
        type=_setting,
        metavar="KEY=VALUE",
        help="a value of training:, by its path: --set optimizer.lr=0.01",
    )
    _add_weights(train)
    _add_searches(train)
    train.add_argument(
        "--steer",
        action="store_true",
        help="do what comes by standard input, a line each: set_lr factor=0.5, pause, stop",
    )
    train.add_argument("--json", action="store_true", help="print the events, one a line")


def _add_runs(runs: argparse.ArgumentParser) -> None:
    runs.add_argument(
        "folder",
        metavar="FOLDER|FILE",
        nargs="?",
        help="a project, its folder, a folder of runs, or one run; default: runs/ here",
    )
    runs.add_argument(
        "--sort", metavar="KEY", help="by a column or setting: loss, best.accuracy, optimizer.lr"
    )
    runs.add_argument("--reverse", action="store_true", help="the other way round")
    runs.add_argument(
        "--filter",
        metavar="WHAT",
        help="words, and terms such as 'accuracy>0.9 state=done optimizer.lr<=0.01 name~wide'",
    )
    runs.add_argument("--name", metavar="TEXT", help="call this run so; '' takes the name away")
    runs.add_argument("--note", metavar="TEXT", help="what is to be remembered of this run")
    runs.add_argument("--delete", action="store_true", help="delete this run for good; asks first")
    runs.add_argument("--yes", action="store_true", help="delete without asking")
    runs.add_argument("--json", action="store_true", help="print JSON")


def _add_compare(compare: argparse.ArgumentParser) -> None:
    compare.add_argument("runs", metavar="RUN", nargs="+", help="folders of runs")
    compare.add_argument(
        "-o", dest="out", metavar="OUT", help="write their curves: .csv, .png, .svg"
    )
    compare.add_argument("--json", action="store_true", help="print JSON")


def _add_searches(train: argparse.ArgumentParser) -> None:
    search = train.add_mutually_exclusive_group()
    search.add_argument(
        "--find-lr", action="store_true", help="look for a learning rate; nothing is trained"
    )
    search.add_argument(
        "--find-batch-size",
        action="store_true",
        help="double the batch until memory gives out; nothing is trained",
    )
    train.add_argument(
        "--memory-limit",
        type=_positive,
        metavar="MIB",
        help="with --find-batch-size: how much memory may be filled; default: what is free",
    )


def _add_predict(predict: argparse.ArgumentParser) -> None:
    predict.add_argument(
        "--weights", metavar="FILE", help="default: the best of the run, or of the newest run"
    )
    predict.add_argument(
        "--input",
        action="append",
        default=[],
        metavar="WHAT",
        help="for one Input: numbers, an .npy file, a picture, sample:N; default: all held out",
    )
    predict.add_argument(
        "--top", type=_count, default=20, metavar="N", help="how many of the worst; default: 20"
    )
    predict.add_argument(
        "--mask",
        metavar="OUT.png",
        help="with --input: where the class of every pixel is written, if the network says it",
    )
    predict.add_argument("--json", action="store_true", help="print JSON")


def _add_weights(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--weights",
        metavar="FILE",
        help="weights to start from: .safetensors, .pt, or the folder of a run",
    )
    command.add_argument(
        "--match",
        metavar="HOW",
        help="which tensor goes where: name (default), order, or a table of lines old -> new",
    )


def _add_probe(probe: argparse.ArgumentParser) -> None:
    source = probe.add_mutually_exclusive_group()
    source.add_argument(
        "--sample", type=_count, metavar="N", help="the N-th sample of the data set, from 0"
    )
    source.add_argument(
        "--image", metavar="FILE", help="a picture; --image= is the photograph that comes along"
    )
    source.add_argument("--random", type=_count, metavar="SEED", help="random numbers")
    probe.add_argument(
        "--input",
        action="append",
        default=[],
        metavar="NAME=WHAT",
        help="for one Input: numbers, an .npy file, a picture, sample:N or random:SEED",
    )
    probe.add_argument("--split", choices=("validation", "train"), default="validation")
    probe.add_argument("--batch", type=_count, metavar="N", help="how many samples")
    probe.add_argument(
        "--size", action="append", default=[], type=_size, metavar="T=24", help="an open size"
    )
    probe.add_argument("--train", action="store_true", help="in train mode; else in eval mode")
    probe.add_argument("--seed", type=_count, default=0, metavar="N", help="for Dropout and such")
    probe.add_argument("--weights", metavar="FILE", help="instead of those that a run starts with")
    probe.add_argument("--node", metavar="NAME", help="only this node, with its numbers")
    probe.add_argument("-o", dest="out", metavar="DIR", help="a folder to write pictures into")
    probe.add_argument("--json", action="store_true", help="print JSON")


def _count(text: str) -> int:
    if not text.strip().isdecimal() or len(text) > 18:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def _size(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    if not name or not number.isdecimal() or len(number) > 9:
        raise argparse.ArgumentTypeError(f"{text!r} is not LETTER=SIZE, as in T=24")
    return name, int(number)


def _positive(text: str) -> int:
    if not text.strip().isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of epochs")
    return int(text)


def _size(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    if not number.isdecimal() or not 1 <= int(number) <= 1_000_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not LETTER=NUMBER, as in T=128")
    return name.strip(), int(number)


def _setting(text: str) -> str:
    if not text.partition("=")[1]:
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE, as in optimizer.lr=0.01")
    return text


def _plain(message: str) -> str:
    """argparse's messages in our words."""
    message = message.removeprefix("argument ")
    for theirs, ours in (
        ("the following arguments are required:", "missing:"),
        ("unrecognized arguments:", "there is no option"),
        ("expected one argument", "needs a value"),
        ("invalid choice:", "there is no"),
        ("(choose from", "(there are"),
    ):
        message = message.replace(theirs, ours)
    return message


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("layerloom")
    except PackageNotFoundError:
        return "(not installed)"
