"""Panels around the canvas: each shows what it is handed and says what the user wants."""
