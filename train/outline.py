"""The parameters of a program by name and shape, without memory for what they hold."""

from __future__ import annotations

from dataclasses import replace

import torch

from codegen.modules import compile_module
from codegen.program import Program
from graph.errors import LoomError
from train.grouping import Member
from train.optimization import members_of
from train.owners import parameter_owners


def members_of_program(program: Program) -> list[Member]:
    """Every parameter that the network of ``program`` has, in its order.

    It is built on the meta device, with nothing drawn; only code of the user's that cannot stand
    that is built in earnest. Raises: LoweringError, for what PyTorch refuses to build.
    """
    bare = replace(
        program,
        rules=(),
        classes=tuple(replace(definition, starts=()) for definition in program.classes),
    )
    state = torch.random.get_rng_state()
    try:
        with torch.device("meta"):
            network = compile_module(bare)
    except (LoomError, RuntimeError, NotImplementedError):
        network = compile_module(bare)
    finally:
        torch.random.set_rng_state(state)
    return members_of(network, parameter_owners(bare, network))
