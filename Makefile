# Each target does everything it needs, from a bare machine with Python 3.11 and pip.
.PHONY: setup run test test-slow check bench screenshots clean
.DEFAULT_GOAL := run

BIN := .venv/bin
READY := .venv/.ready

# Two busy threads on two busy cores collapse: libgomp spins. The tests run in two processes.
PYTEST := OMP_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

setup: $(READY)
	@:

$(READY): pyproject.toml constraints.txt scripts/setup
	@scripts/setup

run: $(READY)
	@scripts/run

test: $(READY)
	$(PYTEST) -n 2 -q -m "not slow"

test-slow: $(READY)
	$(PYTEST) -n 2 -q -m slow

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	@scripts/bench

screenshots: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m app.screenshots docs/pictures

clean:
	rm -rf .venv .venv-bench build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
