"""A process that trains beside the first one of a run, which has started it and tells of it."""

from __future__ import annotations

from train import worker


def main() -> None:
    worker.main(leads=False)


if __name__ == "__main__":
    main()
