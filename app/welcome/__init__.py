"""What an empty canvas shows: templates, recent files, and how to begin."""

from __future__ import annotations

from app.welcome.template_dialog import TemplateDialog
from app.welcome.welcoming import Welcoming

__all__ = ["TemplateDialog", "Welcoming"]
