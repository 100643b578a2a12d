"""Tables: drawn where a person reads them, plain aligned columns where a program does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from app.cli.words import one_line


@dataclass(frozen=True)
class Column:
    """A heading; numbers stand at the right, and may have a colour (a style of rich)."""

    title: str
    right: bool = False
    style: str = ""


def print_table(columns: Sequence[Column], rows: Sequence[Sequence[str]], footer: str = "") -> None:
    """Print ``rows`` under ``columns``, and ``footer`` below them."""
    rows = [[one_line(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _draw(columns, rows, footer)
    else:
        _align(columns, rows, footer)


def _draw(columns: Sequence[Column], rows: Sequence[Sequence[str]], footer: str) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column.title, justify="right" if column.right else "left", overflow="fold")
    for row in rows:
        table.add_row(
            *(Text(cell, style=column.style) for cell, column in zip(row, columns, strict=True))
        )
    console = Console(highlight=False)
    console.print(table)
    if footer:
        console.print(Text(footer, style="bold"))


def _align(columns: Sequence[Column], rows: Sequence[Sequence[str]], footer: str) -> None:
    lines = [[column.title for column in columns], *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(columns))]
    for line in lines:
        cells = (
            cell.rjust(width) if column.right else cell.ljust(width)
            for cell, width, column in zip(line, widths, columns, strict=True)
        )
        print("  ".join(cells).rstrip())
    if footer:
        print(f"\n{footer}")
