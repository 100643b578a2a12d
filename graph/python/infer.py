"""What a Python node gives for what arrives, and plain words where it gives nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from graph.analysis import TensorType
from graph.case import Case, arriving
from graph.catalog.custom import own_arguments
from graph.document import Value
from graph.explain import explain
from graph.infer import Inference, Refusal, infer
from graph.phrases import later, sentence
from graph.problems import Problem
from graph.python.check import layer_for
from graph.python.files import PythonFiles
from graph.python.probing import UserBuilt
from graph.python.running import UserCodeError, running


def infer_python(
    files: PythonFiles,
    said: Mapping[str, Value],
    inputs: Mapping[str, TensorType],
    batch: frozenset[str],
) -> Inference:
    """Run trusted code to see what it gives. Never raises; what does not end is ended."""
    file, name = files.get(said["file"]), str(said["name"])
    definition = files.definition(said["file"], name)
    assert definition is not None  # the node was looked at before
    layer, arguments = layer_for(definition, said), own_arguments(said)
    try:
        with running(file, "running", name):
            return infer(layer, arguments, inputs, batch, partial(UserBuilt, file, name))
    except UserCodeError as error:
        return Inference(arguments=arguments, refusal=Refusal("refused", str(error)))


def explain_python(case: Case) -> Problem:
    """What the user's own code said, with what arrives; the number of outputs with a fix."""
    refusal = case.refusal
    if refusal.kind != "refused":
        return explain(case)
    message = refusal.detail
    if refusal.argument and refusal.suggestion:
        fix = case.set_(refusal.argument, refusal.suggestion)
        return case.problem("wrong-outputs", sentence(message), refusal.argument, fix)
    endless = "come to an end" in message
    if case.inputs and not endless:
        message = later("{words}; {arriving}", words=message, arriving=arriving(case))
    return case.problem("python-stopped", sentence(message))
