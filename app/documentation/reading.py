"""reStructuredText as PyTorch's docstrings have it, read into blocks; nothing makes it fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from textwrap import dedent

from app.documentation.blocks import (
    Aside,
    Block,
    Code,
    Definitions,
    Heading,
    Listing,
    Mathematics,
    Paragraph,
    Quote,
    Signature,
    Table,
)

#: Deeper than this all is one paragraph.
MAX_DEPTH = 12

_DIRECTIVE = re.compile(r"^\.\. +([\w-]+(?::\w+)?) ?:: ?(.*)$")
_BULLET = re.compile(r"^([*+•-]|\(?(?:\d+|#|[a-z])[.)])\s+(?=\S)")
_NUMBER = re.compile(r"^\(?(?:\d+|#|[a-z])[.)]")
_SECTION = re.compile(r"^(\*\*)?([A-Z][\w ,()/.-]*?)(?(1)\*\*)(::?)$")
_PORTS = re.compile(r"^(?:In|Out)puts?: .+$")
_SIGNATURE = re.compile(r"^[\w.]+\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\s*->\s*.*)?$")
_ENTRY = re.compile(
    r"^(?P<name>\*{0,2}\\?\*{0,2}`{0,2}[\w.~-]+(?:\[[\w, ]*\]\w*)?`{0,2}"
    r"(?:, ?\*{0,2}`{0,2}[\w.]+`{0,2})*)"
    r"\s*(?:\((?P<type>(?:[^()]|\([^()]*\))*)\))?\s*(?::|--)(?:\s+(?P<text>.*))?$"
)
_RULE = re.compile(r"^([=~^-])\1{3,}$")
_TEST_MARK = re.compile(r"\s*# ?x?doctest: ?.*$")

_ARGUMENTS = re.compile(
    r"^(args|arguments|keyword arg(ument)?s|parameters|attributes|variables|inputs?|outputs?"
    r"|returns?|raises|shape)\b",
    re.I,
)
_ASIDES = {
    "note": "Note", "notes": "Note", "warning": "Warning", "seealso": "See also", "tip": "Tip",
    "important": "Important", "caution": "Caution", "attention": "Attention",
    "deprecated": "Deprecated", "versionadded": "New in version",
    "versionchanged": "Changed in version",
}  # fmt: skip
_NOT_SHOWN = ("image", "include", "plot", "figure", "index", "currentmodule", "raw", "only")
_CODE = ("code-block", "code", "testcode", "sourcecode", "doctest", "parsed-literal")


def read(text: str) -> tuple[Block, ...]:
    """The blocks of a docstring, in order; every sentence of it is in one of them."""
    lines = cleandoc(text).expandtabs(4).splitlines()
    return tuple(_Reader(lines, 0).read())


class _Reader:
    """Reads lines of one level of indentation, and what is indented more by a reader of its own."""

    def __init__(self, lines: list[str], depth: int, *, entries: bool = False) -> None:
        self._lines = dedent("\n".join(lines)).splitlines()
        self._at = 0
        self._depth = depth
        self._entries = entries
        self._found: list[Block] = []

    def read(self) -> list[Block]:
        while self._at < len(self._lines):
            line = self._lines[self._at].strip()
            if not line:
                self._at += 1
            elif self._depth > MAX_DEPTH:
                self._found.append(Paragraph(" ".join(" ".join(self._lines[self._at :]).split())))
                break
            else:
                self._block(line)
        return self._found

    def _block(self, line: str) -> None:
        following = self._lines[self._at + 1].strip() if self._at + 1 < len(self._lines) else ""
        if _indent(self._lines[self._at]) > 0:
            self._quote()
        elif line.startswith(".. "):
            self._directive(line)
        elif line.startswith(">>>"):
            self._doctest()
        elif _RULE.match(following) and len(following) >= len(line) - 2:
            self._found.append(Heading(line))
            self._at += 2
        elif re.match(r"^=+( +=+)+$", line):
            self._simple_table()
        elif _RULE.match(line) or re.match(r"^:\w+:( .*)?$", line):
            self._at += 1
        elif _BULLET.match(line) and not self._is_entry(line):
            self._list()
        elif (section := _SECTION.match(line)) and self._has_body() and not self._entries:
            self._section(section[2].strip(), literal=section[3] == "::")
        elif (ports := _PORTS.match(line)) and self._has_body() and not self._entries:
            self._found += [Heading(ports[0]), *self._inside(self._body(), entries=True)]
        elif self._is_entry(line):
            self._definitions()
        elif _SIGNATURE.match(line) and (not following or self._at == 0):
            self._found.append(Signature(_spaced(line.replace("\\*", "*"))))
            self._at += 1
        else:
            self._paragraph()

    # what belongs together

    def _body(self) -> list[str]:
        """The lines after this one that are indented; goes on behind them."""
        start = self._at + 1
        end = start
        while end < len(self._lines) and (
            not self._lines[end].strip() or _indent(self._lines[end]) > 0
        ):
            end += 1
        self._at = end
        while end > start and not self._lines[end - 1].strip():
            end -= 1
        return self._lines[start:end]

    def _has_body(self) -> bool:
        rest = (line for line in self._lines[self._at + 1 :] if line.strip())
        following = next(rest, "")
        return _indent(following) > 0 or following.strip().startswith(">>>")

    def _inside(self, lines: list[str], *, entries: bool = False) -> tuple[Block, ...]:
        return tuple(_Reader(lines, self._depth + 1, entries=entries).read())

    # kinds of blocks

    def _quote(self) -> None:
        lines = [self._lines[self._at], *self._body()]
        self._found.append(Quote(self._inside(lines, entries=self._entries)))

    def _directive(self, line: str) -> None:
        match = _DIRECTIVE.match(line)
        bare = re.match(r"^\.\. (\w+):?$", line)
        body = self._body()
        if match is None and not (bare and bare[1].lower() in _ASIDES | {"math": ""}):
            return  # a comment, or where a link leads
        name = (match or bare)[1].lower()  # type: ignore[index]
        argument = match[2].strip() if match else ""
        kept = [part for part in body if not re.match(r"^\s*:\w[\w-]*:(\s|$)", part)]
        if name == "math":
            self._found.append(Mathematics("\n".join([argument, *kept]).strip()))
        elif name in _CODE:
            self._found.append(Code(_code(kept)))
        elif name in _ASIDES:
            title = _ASIDES[name]
            if name.startswith("version"):
                title, _, argument = f"{title} {argument}".partition(". ")
            text = [argument, *(dedent("\n".join(kept)).splitlines())]
            self._found.append(Aside(title, self._inside(text)))
        elif name == "list-table":
            self._found += _list_table(self._inside(kept))
        elif name in ("function", "method", "class"):
            self._found += [Signature(argument), *self._inside(kept)]
        elif name not in _NOT_SHOWN:
            self._found += self._inside([argument, *kept])

    def _doctest(self) -> None:
        """Up to a blank line that no further example follows."""
        start = self._at
        while self._at < len(self._lines):
            if not self._lines[self._at].strip():
                rest = next((line for line in self._lines[self._at :] if line.strip()), "")
                if not rest.strip().startswith((">>>", "...")):
                    break
            self._at += 1
        self._found.append(Code(_code(self._lines[start : self._at])))

    def _simple_table(self) -> None:
        """Columns under ``==== ====``."""
        spans = [match.span() for match in re.finditer(r"=+", self._lines[self._at])]
        starts = [start for start, _ in spans]
        rows, rules, self._at = [], 1, self._at + 1
        headed = False
        while self._at < len(self._lines) and rules < 3:
            line = self._lines[self._at]
            self._at += 1
            if re.match(r"^\s*=+( +=+)+\s*$", line):
                rules += 1
                headed = headed or (rules == 2 and bool(rows) and self._has_more_rules())
                if rules == 2 and not headed:
                    break
                continue
            if line.strip():
                ends = [*starts[1:], None]
                cells = [line[a:b].strip() for a, b in zip(starts, ends, strict=True)]
                rows.append(tuple(cells))
        self._found.append(Table(tuple(rows), headed))

    def _has_more_rules(self) -> bool:
        return any(re.match(r"^\s*=+( +=+)+\s*$", line) for line in self._lines[self._at :])

    def _list(self) -> None:
        items = []
        numbered = bool(_NUMBER.match(self._lines[self._at].strip()))
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.strip() and items:
                self._at += 1
                continue
            match = _BULLET.match(line)
            if match is None or bool(_NUMBER.match(line)) != numbered:
                break
            first = line[match.end() :]
            items.append(self._inside([first, *dedent("\n".join(self._body())).splitlines()]))
        self._found.append(Listing(tuple(items), numbered))

    def _section(self, title: str, *, literal: bool) -> None:
        is_example = title.lower().startswith(("example", "usage"))
        body = self._body()
        if not body:  # examples that stand at the same level
            self._found.append(Heading(title))
            return
        if title.lower() in _ASIDES:
            self._found.append(Aside(_ASIDES[title.lower()], self._inside(body)))
        elif literal and (is_example or not _ARGUMENTS.match(title)):
            head: Block = Heading(title) if is_example else Paragraph(f"{title}:")
            self._found += [head, Code(_code(body))]
        elif is_example or _ARGUMENTS.match(title) or len(title.split()) <= 2:
            entries = bool(_ARGUMENTS.match(title))
            self._found += [Heading(title), *self._inside(body, entries=entries)]
        else:
            self._found += [Paragraph(f"{title}:"), Quote(self._inside(body))]

    def _is_entry(self, line: str) -> bool:
        return self._entries and line != "where:" and _ENTRY.match(line) is not None

    def _definitions(self) -> None:
        entries = []
        while self._at < len(self._lines):
            line = self._lines[self._at].strip()
            match = _ENTRY.match(line) if _indent(self._lines[self._at]) == 0 else None
            if not line:
                self._at += 1
                continue
            if match is None:
                break
            text = [match["text"] or "", *dedent("\n".join(self._body())).splitlines()]
            name = match["name"].replace("\\", "").replace("`", "")
            entries.append((name, match["type"] or "", self._inside(text)))
        self._found.append(Definitions(tuple(entries)))

    def _paragraph(self) -> None:
        words = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            bare = line.strip()
            if not bare or (words and self._begins_another(bare, _indent(line))):
                break
            words.append(bare)
            self._at += 1
        text = " ".join(words)
        if text.endswith("::"):
            self._found.append(Paragraph(f"{text[:-2].rstrip(' :')}:"))
            if self._has_body():
                self._at -= 1
                self._found.append(Code(_code(self._body())))
            return
        self._found.append(Paragraph(text))

    def _begins_another(self, bare: str, indent: int) -> bool:
        if bare.startswith((">>>", ".. ")):
            return True
        return bare.startswith(("* ", "- ")) or (indent > 0 and _BULLET.match(bare) is not None)


def _spaced(signature: str) -> str:
    """Where no comma has its space each gets one, so that lines break there."""
    return signature if ", " in signature else signature.replace(",", ", ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _code(lines: list[str]) -> str:
    """Without the marks for those who test the examples; what comes out stands as comments."""
    text = dedent("\n".join(lines)).splitlines()
    kept = [
        _TEST_MARK.sub("", line) for line in text
        if not re.match(r"^(>>>|\.\.\.)?\s*# ?x?doctest: ?", line)
    ]  # fmt: skip
    if any(line.lstrip().startswith(">>>") for line in kept):
        kept = list(_without_prompts(kept))
    return "\n".join(line.rstrip() for line in kept).strip("\n")


def _without_prompts(lines: list[str]) -> Iterator[str]:
    """Code that can be copied: prompts off, and ``# `` before what Python answers."""
    open_brackets, is_code = 0, False
    for line in lines:
        prompt = re.match(r"^\s*(>>>|\.\.\.)( |$)", line)
        is_code = prompt is not None or (is_code and open_brackets > 0)
        if prompt is not None and prompt[1] == ">>>":
            open_brackets = 0
        said = line[prompt.end() :] if prompt is not None else line
        if is_code:
            bare = said.partition("#")[0]
            open_brackets += sum(map(bare.count, "([{")) - sum(map(bare.count, ")]}"))
        plain = is_code or not said.strip() or said.lstrip().startswith("#")
        yield said if plain else f"# {said}"


def _list_table(blocks: tuple[Block, ...]) -> list[Block]:
    """Rows of a ``list-table``: a list of lists."""
    rows = []
    for block in blocks:
        for item in block.items if isinstance(block, Listing) else ():
            cells = next((part.items for part in item if isinstance(part, Listing)), ())
            texts = (" ".join(b.text for b in cell if isinstance(b, Paragraph)) for cell in cells)
            rows.append(tuple(texts))
    return [Table(tuple(rows), headed=True)] if rows else []
