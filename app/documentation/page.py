"""A page of PyTorch's documentation: nothing that it names is fetched, or opened unasked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.documentation.blocks import Block, Paragraph
from app.documentation.html import SCHEME, page_html, style, web_links
from app.documentation.reading import read
from app.theme import current_theme, is_palette_change
from app.theme_fonts import monospace_font
from app.translating import tr


class DocumentationPage(QTextBrowser):
    """Shows what it is handed; a click on the name of another layer only says which.

    An address in the web is opened by the system's browser, and stands in the tip of its words.
    """

    page_chosen = Signal(str)  # the full name: torch.nn.Linear
    rendered = Signal()  # places in the text that was shown before mean nothing any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, str, tuple[Block, ...], Mapping[str, str]] | None = None
        self.setOpenLinks(False)
        self.setAccessibleName(tr("PyTorch's documentation"))
        self.document().setDocumentMargin(16)
        self.anchorClicked.connect(self._click)

    def wait(self) -> None:
        """Say that the answer is on its way."""
        self._shown = None
        self.setPlainText(tr("One moment: PyTorch is being asked."))

    def show_answer(self, answer: Mapping[str, Any]) -> None:
        """Show what PyTorch says of a name: its text as reStructuredText, its links."""
        text = str(answer.get("text") or "")
        blocks = read(text) or (Paragraph(tr("There is no documentation of this.")),)
        pages = {str(said): str(name) for said, name in (answer.get("links") or {}).items()}
        links = web_links(text) | pages
        self.show_blocks(str(answer.get("name") or ""), blocks, str(answer["signature"]), links)

    def show_blocks(
        self,
        name: str,
        blocks: tuple[Block, ...],
        signature: str = "",
        links: Mapping[str, str] | None = None,
    ) -> None:
        self._shown = (name, signature, blocks, links or {})
        self._render()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl) -> None:  # type: ignore[override]
        """Nothing: a page is text alone."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_palette_change(event):
            self._render()

    def _render(self) -> None:
        if self._shown is None:
            return
        name, signature, blocks, links = self._shown
        theme, at = current_theme(), self.verticalScrollBar().value()
        self.document().setDefaultStyleSheet(style(theme, monospace_font().family()))
        self.setHtml(page_html(name, signature, blocks, links, theme))
        self.verticalScrollBar().setValue(at)
        self.rendered.emit()

    def _click(self, link: QUrl) -> None:
        text = link.toString()
        if text.startswith(SCHEME):
            self.page_chosen.emit(text.removeprefix(SCHEME))
        elif link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
