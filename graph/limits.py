"""Every limit that keeps a hostile or mistaken project from hanging or filling the machine."""

from __future__ import annotations

# The project file: a model of 5,000 layers takes about half a megabyte.
MAX_PROJECT_BYTES = 32 * 2**20
MAX_PROJECT_VALUES = 2_000_000
MAX_PROJECT_DEPTH = 32
MAX_NUMBER_LENGTH = 310
MAX_NUMBER_BITS = 1_000  # some 300 digits
MAX_COORDINATE = 1e9

# The journal of edits since a project was saved: it begins anew with the whole of it where its
# edits take more than the first of these, so that none is ever as large as the second.
MAX_JOURNAL_EDITS_BYTES = 32 * 2**20
MAX_JOURNAL_BYTES = 256 * 2**20

# Expressions in a project file.
MAX_EXPRESSION_LENGTH = 500
MAX_EXPRESSION_DEPTH = 100
MAX_EXPRESSION_VALUE_LENGTH = 10_000
MAX_INTEGER_BITS = 1_000

# What a network may hold, looked at before anything is built.
MAX_NODES = 20_000
MAX_LAYER_BYTES = 8 * 2**30
MAX_NETWORK_BYTES = 64 * 2**30
MAX_TENSOR_BYTES = 16 * 2**30
MAX_AXES = 32
MAX_STACKED_LAYERS = 256  # num_layers of an LSTM or a Transformer: each is built in turn
MAX_PIECES = 1_000  # outputs of torch.unbind, torch.split and the like
MAX_BLOCK_DEPTH = 24
MAX_DIFFERENT_COPIES = 256  # of a repeated node that gives another shape than it takes
MAX_LAYERS = 20_000  # with all blocks opened and all repetitions counted

# How much a layer may cost to be tried on real, tiny tensors: some ten milliseconds.
TRIAL_OPERATIONS = 10_000_000
TRIAL_ELEMENTS = 1_000_000

# Python files beside a project.
MAX_PYTHON_BYTES = 2**20
MAX_PYTHON_PORTS = 64
MAX_PYTHON_SECONDS = 10.0  # to import a file, to build what is in it, to run it once

#: Points that one wire may pass.
MAX_ROUTE = 1000

# Notes on the canvas of one scope, and the characters of one.
MAX_NOTES = 1_000
MAX_NOTE = 20_000

#: Fixes that "Fix all" applies at one go.
MAX_SAFE_FIXES = 200
