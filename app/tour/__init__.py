"""The guided tour: in two minutes from an empty canvas to a network that has learned."""

from __future__ import annotations

from app.tour.tour import Tour

__all__ = ["Tour"]
