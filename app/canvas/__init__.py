"""The canvas: the network as cards and wires, edited by hand."""

from app.canvas.dropping import MIME
from app.canvas.scene import CanvasScene
from app.canvas.view import CanvasView

__all__ = ["MIME", "CanvasScene", "CanvasView"]
