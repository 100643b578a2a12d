"""What a page of documentation is made of; text keeps the marks inside paragraphs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Signature:
    """How a function is called."""

    text: str


@dataclass(frozen=True)
class Code:
    """Lines as they stand; no mark means anything in them."""

    text: str


@dataclass(frozen=True)
class Mathematics:
    """LaTeX in rows."""

    latex: str


@dataclass(frozen=True)
class Listing:
    items: tuple[tuple[Block, ...], ...]
    numbered: bool = False


@dataclass(frozen=True)
class Definitions:
    """Arguments and the like: a name, its type or "", and what is said of it."""

    entries: tuple[tuple[str, str, tuple[Block, ...]], ...]


@dataclass(frozen=True)
class Aside:
    """A note or a warning."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Quote:
    """What is indented."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[str, ...], ...]
    headed: bool = False


Block = (
    Paragraph | Heading | Signature | Code | Mathematics | Listing | Definitions | Aside | Quote
    | Table
)  # fmt: skip
