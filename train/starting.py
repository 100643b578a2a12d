"""The network that a project starts from: drawn from its seed, then filled from a file it names.

Training, the model tree and whoever looks at outputs build it here, so that all see the same.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from codegen.lower import lower
from codegen.modules import compile_module
from codegen.program import Program
from graph.analysis import Analysis
from graph.document import Document
from graph.errors import LoomError
from graph.phrases import later
from train.settings import TrainingConfig, WeightsConfig
from train.steerable import steerable
from train.weight_files import State, WeightsError, described, read_weights
from train.weight_matching import MatchReport, match_weights
from train.weight_table import Rule, parse_table, rules_of

#: A longer table of names is refused.
_MAX_TABLE = 2**20


@dataclass(frozen=True)
class Start:
    """A network with its first weights; ``report`` says what came from a file, if any did."""

    program: Program
    network: nn.Module
    report: MatchReport | None = None


def starting_network(
    document: Document,
    analysis: Analysis,
    folder: Path | None = None,
    weights: WeightsConfig | None = None,
    *,
    drawn: bool = False,
    steered: bool = False,
) -> Start:
    """Build the network of a document with the weights that training would start from.

    Sets the seed of the project, and leaves the random generators as they are after building.
    ``folder`` is where relative paths start; ``weights`` stand in for those of the project;
    ``drawn`` leaves them out, as a run does that is resumed; ``steered`` lets rates of dropout be
    changed in the network wherever they stand.
    Raises: LoweringError, if the document has an error; WeightsError.
    """
    config = TrainingConfig.from_document(document)
    program = lower(document, analysis)
    set_seeds(config.seed)
    network = compile_module(steerable(program) if steered else program)
    chosen = weights if weights is not None else config.weights
    report = load_weights(network, chosen, folder) if chosen and not drawn else None
    return Start(program, network, report)


def load_weights(
    network: nn.Module, weights: WeightsConfig, folder: Path | None = None
) -> MatchReport:
    """Fill a network from a file, as far as they fit. Raises: WeightsError, if nothing does."""
    path = located(weights.path, folder)
    state = read_weights(path)
    report = fitting(path, state, network, weights, folder)
    fill(network, state, report)
    return report


def fitting(
    path: Path, state: State, network: nn.Module, weights: WeightsConfig, folder: Path | None
) -> MatchReport:
    """What of a file would go where. Raises: WeightsError, if nothing does."""
    report = matched(state, network, weights, folder)
    if not report.loaded:
        raise WeightsError(
            later(
                "{path}: none of its {state:,} tensors fits this network",
                path=path,
                state=len(state),
            ),
            "match them by order, or by a table of names",
        )
    return report


def matched(
    state: State, network: nn.Module, weights: WeightsConfig, folder: Path | None = None
) -> MatchReport:
    """What would go where. Raises: WeightsError, if the table of names cannot be read."""
    forms = [
        {name: (shape, dtype) for name, shape, dtype in described(tensors)}
        for tensors in (state, network.state_dict())
    ]
    return match_weights(forms[0], forms[1], rules_for(weights, folder))


def fill(network: nn.Module, state: State, report: MatchReport) -> None:
    """Copy what the report pairs."""
    own = network.state_dict()
    with torch.no_grad():
        for source, target in report.loaded:
            own[target].copy_(state[source])


def rules_for(weights: WeightsConfig, folder: Path | None) -> str | Sequence[Rule]:
    """``name``, ``order``, or the rules of a table. Raises: WeightsError."""
    how = weights.match
    if not isinstance(how, str):
        return rules_of(how)
    if not weights.table:
        return how
    path = located(how, folder)
    try:
        if not path.is_file() or path.stat().st_size > _MAX_TABLE:
            there = (
                later("is too long for a table of names")
                if path.is_file()
                else later("there is no such table of names")
            )
            advice = later("match by name, by order, or by a file of lines old.name -> new.name")
            raise WeightsError(later("{path}: {there}", path=path, there=there), advice)
        return parse_table(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise WeightsError(
            later("{path}: is no table of names", path=path), "write old.name -> new.name"
        ) from error
    except LoomError as error:
        if isinstance(error, WeightsError):
            raise
        raise WeightsError(
            later("{name}: {words}", name=path, words=error.message), error.advice
        ) from error


def located(path: str, folder: Path | None) -> Path:
    """Relative paths start at the project's folder. Raises: WeightsError, for what is no path."""
    if not path or "\0" in path:
        raise WeightsError(later("{path} is no path to weights", path=repr(path)), "choose a file")
    return Path(path) if folder is None else folder / path


def set_seeds(seed: int) -> None:
    """One seed for everything that draws random numbers."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
