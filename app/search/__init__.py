"""Search at the cursor: a few letters find a layer, what follows are its arguments."""

from app.search.cursor_search import CursorSearch

__all__ = ["CursorSearch"]
