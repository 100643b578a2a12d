"""Every limit that keeps a hostile or mistaken project from hanging or filling the machine."""

from __future__ import annotations

# The project file: a model of 5,000 layers takes about half a megabyte.
MAX_PROJECT_BYTES = 32 * 2**20
MAX_PROJECT_VALUES = 2_000_000
MAX_PROJECT_DEPTH = 32
MAX_NUMBER_DIGITS = 300
MAX_COORDINATE = 1e9

# Expressions in a project file.
MAX_EXPRESSION_LENGTH = 500
MAX_EXPRESSION_VALUE_LENGTH = 10_000
MAX_INTEGER_BITS = 1_000
