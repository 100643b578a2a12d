"""Files that are dropped onto the window: what each is, what it would do, and doing it."""

from __future__ import annotations

from app.drops.dropping import Dropping

__all__ = ["Dropping"]
