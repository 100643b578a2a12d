"""Blocks of documentation as the rich text that Qt shows; every word of the source is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from PySide6.QtGui import QColor

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
from app.documentation.mathematics import display_html, mathematics_html
from app.theme import Theme

#: What a link to another page begins with.
SCHEME = "layer:"

_ADDRESS = r"https?://[^\s<>`\"']*[^\s<>`\"'.,;:)\]]"
_TARGET = re.compile(rf"^\s*\.\. _`?([^`:\n]+)`?:\s+({_ADDRESS})", re.M)

_INLINE = re.compile(
    r":math:\s?`(?P<math>[^`]*)``?"
    r"|:(?P<role>[\w:+.-]+):\\?`(?P<target>[^`]+?)\\?`"
    r"|``(?P<code>(?:[^`]|`(?!`))+)``"
    r"|`(?P<link>[^`<]*?)\s*<(?P<url>[^>`]*)>`_{0,2}"
    r"|`(?P<single>[^`]+)`_{0,2}"
    r"|(?<![\w*)])\*\*(?P<bold>[^*\s](?:[^*]*[^*\s])?)\*\*"
    r"|(?<![\w*])\*(?P<italic>[^*\s](?:[^*]*[^*\s])?)\*(?![\w*])"
    r"|(?<!\w)(?P<word>[A-Za-z]\w*)_(?![\w.])"
    r"|\[(?P<foot>[\w#*]+)\]_"
    rf"|(?P<address>{_ADDRESS})"
    r"|\\(?P<escaped>\S)|\\ "
)


def web_links(text: str) -> dict[str, str]:
    """Where a docstring leads in the web, by what it calls that, and by the address itself."""
    found = {address: address for address in re.findall(_ADDRESS, text)}
    return found | {_as_said(name): address for name, address in _TARGET.findall(text)}


class Writer:
    """Writes blocks; ``links`` says, by what a reference says, to which page or address it leads.

    What is not among them is plain text: nobody's note can hide an address under other words.
    """

    def __init__(self, links: Mapping[str, str], theme: Theme) -> None:
        self._links = links
        self._theme = theme

    def write(self, blocks: Iterable[Block]) -> str:
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return f"<p>{self.inline(block.text)}</p>"
        if isinstance(block, Heading):
            return f"<h3>{self.inline(block.text)}</h3>"
        if isinstance(block, Signature):
            return self._code(block.text)
        if isinstance(block, Code):
            return self._code(block.text) if block.text else ""
        if isinstance(block, Mathematics):
            return display_html(block.latex, self._theme.color("text").name())
        return self._compound(block)

    def _compound(self, block: Listing | Definitions | Aside | Quote | Table) -> str:
        if isinstance(block, Listing):
            tag = "ol" if block.numbered else "ul"
            items = "".join(f"<li>{self._item(item)}</li>" for item in block.items)
            return f"<{tag}>{items}</{tag}>"
        if isinstance(block, Definitions):
            return "".join(self._definition(*entry) for entry in block.entries)
        if isinstance(block, Aside):
            title = f"<p><b>{self.inline(block.title)}</b></p>"
            is_warning = block.title in ("Warning", "Caution", "Attention", "Deprecated")
            tint = self._theme.tint("yellow" if is_warning else "blue")
            return self._box(title + self.write(block.blocks), tint)
        if isinstance(block, Quote):
            return f"<div class='inner'>{self.write(block.blocks)}</div>"
        return self._table(block)

    def _item(self, blocks: Iterable[Block]) -> str:
        """A first paragraph stands on the line of its bullet."""
        first, *rest = blocks or (Paragraph(""),)
        head = self.inline(first.text) if isinstance(first, Paragraph) else self._block(first)
        return head + self.write(rest)

    def _definition(self, name: str, type_: str, blocks: Iterable[Block]) -> str:
        kind = f" <span class='quiet'>{self.inline(type_)}</span>" if type_ else ""
        said = f"<div class='inner'>{self.write(blocks)}</div>"
        return f"<p class='name'><code>{escape(name)}</code>{kind}</p>{said}"

    def _code(self, text: str) -> str:
        lines = (
            f"<span class='quiet'>{escape(line)}</span>" if line.startswith("#") else escape(line)
            for line in text.split("\n")
        )  # fmt: skip
        return self._box("<pre>{}</pre>".format("\n".join(lines)), self._theme.color("raised"))

    def _box(self, inner: str, color: QColor) -> str:
        return (
            f"<table width='100%' cellpadding='8' cellspacing='0' bgcolor='{color.name()}'"
            f" style='margin-top:6px; margin-bottom:6px'><tr><td>{inner}</td></tr></table>"
        )

    def _table(self, block: Table) -> str:
        rows = []
        for number, row in enumerate(block.rows):
            tag = "th" if block.headed and not number else "td"
            rows.append("".join(f"<{tag} align='left'>{self.inline(cell)}</{tag}>" for cell in row))
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        line = self._theme.color("line").name()
        return (
            f"<table border='1' cellpadding='5' cellspacing='0' style='border-color:{line};"
            f" border-style:solid; border-collapse:collapse'>{body}</table>"
        )

    # inside a paragraph

    def inline(self, text: str) -> str:
        """Roles, code, emphasis and formulas of one paragraph; without what only marks them."""
        out, end = [], 0
        for match in _INLINE.finditer(text):
            out.append(_plain(text[end : match.start()]))
            out.append(self._mark(match))
            end = match.end()
        out.append(_plain(text[end:]))
        return "".join(out)

    def _mark(self, match: re.Match[str]) -> str:
        kind = match.lastgroup
        if match["math"] is not None:
            return f"<span class='math'>{mathematics_html(match['math'])}</span>"
        if match["role"] is not None:
            return self._role(match["role"], match["target"])
        if match["url"] is not None:
            return self._web(match["link"] or match["url"], match["url"])
        if match["address"] is not None:
            return self._web(match["address"], match["address"])
        if match["word"] is not None or match[0].endswith("`_"):
            return self._web(match["word"] or match["single"] or match["code"])
        if match["code"] is not None or match["single"] is not None:
            inner = _plain((match["code"] or match["single"]).strip())
            return inner if match[0].endswith("_") else f"<code>{inner}</code>"
        tag = {"bold": "b", "italic": "i"}.get(kind or "")
        inner = self.inline(match[kind]) if tag and kind else escape(match[kind] if kind else "")
        if kind == "foot":
            return f"[{inner}]"
        return f"<{tag}>{inner}</{tag}>" if tag else inner

    def _web(self, words: str, target: str = "") -> str:
        """Words that lead to an address, or to what the page calls ``target``."""
        address = self._links.get(_as_said(target or words), "")
        shown = _plain(words.strip())
        if not address.startswith("http"):
            return shown
        address = escape(address, quote=True)
        return f"<a href='{address}' title='{address}'>{shown}</a>"

    def _role(self, role: str, said: str) -> str:
        words, target = said, ""
        if (brackets := re.match(r"^(.*?)\s*<([^>]*)>$", said)) is not None:
            words, target = brackets[1], brackets[2]
        page = self._links.get(said)
        words = words or target
        if words.startswith("~"):
            words = words.rpartition(".")[2]
        words = words.lstrip("!")
        if role in ("doc", "ref") and "/" in words:
            words = words.rpartition("/")[2].replace("_", " ")
        if role in ("ref", "doc", "term", "download"):
            return escape(words.replace("_", " ") if not target else words)
        code = f"<code>{escape(words)}</code>"
        return f"<a href='{SCHEME}{escape(page, quote=True)}'>{code}</a>" if page else code


def _as_said(name: str) -> str:
    """Names of targets are compared without case, and however they are broken into lines."""
    return " ".join(name.split()) if "://" in name else " ".join(name.lower().split())


def _plain(text: str) -> str:
    """Text between marks; of marks that lack their other end only the words stay."""
    return escape(re.sub(r":(?:math|attr|class|func|meth|ref):|`", "", text))


def style(theme: Theme, monospace: str) -> str:
    """The style sheet of a page."""
    ink, soft, accent = (theme.color(key).name() for key in ("text", "muted", "accent"))
    return (
        f"body, p, li, h1, h2, h3, td, th, pre {{ color: {ink}; }}"
        f" code, pre {{ font-family: '{monospace}'; }}"
        " pre { margin: 0; white-space: pre-wrap; }"
        " p { margin-top: 5px; margin-bottom: 5px; }"
        " h1 { font-size: 17px; font-weight: 600; margin-top: 2px; margin-bottom: 8px; }"
        " h3 { font-size: 13px; font-weight: 600; margin-top: 16px; margin-bottom: 4px; }"
        f" a {{ color: {accent}; text-decoration: none; }}"
        f" .quiet {{ color: {soft}; }}"
        " .name { margin-top: 8px; margin-bottom: 0px; }"
        " .inner { margin-left: 20px; }"
        " .formula { margin-left: 20px; margin-top: 8px; margin-bottom: 8px; }"
        " li { margin-top: 3px; margin-bottom: 3px; }"
        " ul, ol { margin-left: 0px; -qt-list-indent: 1; }"
    )


def page_html(
    name: str, signature: str, blocks: Iterable[Block], links: Mapping[str, str], theme: Theme
) -> str:
    """A page: what it is of, how that is called, and what there is to say."""
    writer = Writer(links, theme)
    call = writer.write([Signature(signature)]) if signature else ""
    return f"<h1>{escape(name)}</h1>{call}{writer.write(blocks)}"
