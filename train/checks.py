"""What would go wrong in training, found before it starts: settings, data, network, loss."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import DataError
from graph.phrases import later
from graph.problems import Problem
from train.checks_amounts import check_amounts, check_named_inputs
from train.checks_augment import check_augment
from train.checks_inputs import check_inputs
from train.checks_optimizer import check_optimizer, members_for
from train.checks_outputs import Comparison
from train.checks_processes import check_processes
from train.checks_regularity import check_regularity
from train.checks_schedule import check_schedule
from train.checks_terms import Compared, check_class_weights, comparisons
from train.checks_weights import check_weights
from train.data import describe
from train.data.location import OutsideFolder
from train.reading import read_training

if TYPE_CHECKING:
    from graph.analysis import Analysis
    from graph.document import Document


def check_training(
    document: Document,
    analysis: Analysis | None,
    folder: Path | None = None,
    *,
    outside: bool = False,
) -> list[Problem]:
    """Return every problem of ``training:``, with fixes where there are any; never raises.

    ``analysis`` may be None while it is still being made: then only settings and data are
    looked at. Files are looked for in ``folder``, the project's; elsewhere only with ``outside``,
    which is for a run the user has started.
    """
    config, problems = read_training(document.training)
    names = [node.name for node in document.graph.nodes if node.type == "Input"]
    problems += check_named_inputs(config, names)
    config = replace(config, data=config.data.in_order_of(names))
    try:
        described = describe(config.data, folder, outside=outside)
    except OutsideFolder as error:
        problems.append(
            Problem("hint", "data-outside-folder", later("training data: {error}", error=error))
        )
        return problems
    except DataError as error:
        problems.append(Problem("error", "bad-data", later("training data: {error}", error=error)))
        return problems
    problems += check_amounts(config, described)
    found = list(comparisons(document, config, described, folder, outside=outside))
    compared = [each for each in found if isinstance(each, Compared)]
    problems += [each for each in found if isinstance(each, Problem)]
    problems += check_augment(config, described, compared)
    problems += [problem for each in compared for problem in check_class_weights(each)]
    problems += check_regularity(config, described, compared)
    problems += check_processes(config)
    problems += check_weights(config, folder, outside=outside)
    if analysis is not None:
        problems += check_inputs(document, analysis, described)
        for each in compared:
            comparison = Comparison(document, analysis, each.config, each.data, each.path)
            problems += comparison.check(each.outputs)
        members = members_for(document, analysis, config.optimizer)
        problems += check_optimizer(document, analysis, config, members)
        if not any(problem.severity == "error" for problem in problems):
            problems += check_schedule(config, members, described)
    return problems
